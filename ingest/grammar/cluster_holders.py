"""Items around an office of a cluster → the bodies and people that hold it: in apposition, or tied to it by a verb."""

from __future__ import annotations

from typing import NamedTuple

from ingest.agents import agent
from ingest.cluster_names import key_at
from ingest.grammar.cluster_kin import placed
from ingest.items import Items
from ingest.phrases import Office

SIGNS = ("comma", "dash")
TITLES = ("title", "address", "dot")
CLUSTER = ("cluster_name", "cluster_short", "cluster")
NAMES = (
    "body", "org", "inside", "caps", "cap", "province", "region", "num", "unit", "numero", "country", "whole",
    "locality",
)  # fmt: skip
"""What names of bodies and places are made of."""
REACH = 10
"""Items between an office and its holder."""
_HOLDING = ("is", "as", "take_office", "passive", "with", "receive", "in_role")
"""What ties a holder to an office: `A là cụm trưởng`, `A được giao nhiệm vụ cụm trưởng`, `A với vai trò cụm trưởng`."""
_TYING = ("appoint", "will", "group", "year", "date", "in", "new", "concurrent", "behalf", "decide")
_TYING_WORDS = frozenset(
    "vai trò nhiệm vụ giữ chức nhận đảm trách nhất trí thống tín chỉ định suy tôn tiếp tục giao cử chọn lựa luân phiên"
    " cờ luân lưu truyền thống đăng cai vị phân công cương chức danh hoàn thành trọng trách đảm trên"
    " tốt thực hiện".split()
)
_CHOSEN = frozenset({"cử", "chọn", "suy tôn", "giao", "tôn", "nhất trí", "thống nhất"})


class Holder(NamedTuple):
    name: str
    at: int
    is_person: bool
    newly: bool = False
    """Whether the sentence tells of the choice or the handing over: the year of the meeting is not the office's."""


def apposed(items: Items, at: int, *, unit: bool) -> list[Holder]:
    """Whom an office in apposition behind an item belongs to; with `unit` a body, even behind somebody's post."""
    if items.is_a(at, "close"):
        at = next((i for i in range(at, -1, -1) if items.is_a(i, "open")), at) - 1
    if items.is_a(at, "person"):
        return [Holder(str(items.items[at].value), at, is_person=True)]
    if items.is_a(at, "org") and items.is_a(at - 1, "of") and items.is_a(at - 2, "person") and not unit:
        return [
            Holder(str(items.items[at - 2].value), at - 2, is_person=True)
        ]  # `luật sư A của Đoàn Luật sư B, Cụm phó`
    if items.is_a(at, "post"):
        person = _before_posts(items, at)
        if person >= 0 and not unit:
            return [Holder(str(items.items[person].value), person, is_person=True)]
        office = items.items[at].value
        if not isinstance(office, Office):
            return []
        body = office.org or office.wording.removeprefix(office.title).strip()  # `Giám đốc BIDV chi nhánh Đồng Nai`
        return [Holder(body, at, is_person=False)] if body[:1].isupper() or office.org else []
    return _body_at(items, at)


def _before_posts(items: Items, at: int) -> int:
    """The person whose posts end at an item: `A, Chủ tịch B, Bí thư C`; or -1."""
    while items.is_a(at, "post") and items.is_a(at - 1, *SIGNS, "and"):
        at -= 2
        while items.is_a(at, "low", "body") and not items.is_a(at, "org"):  # `Tỉnh ủy viên`
            at -= 1
        at -= items.is_a(at, *SIGNS)
    return at if items.is_a(at, "person") else -1


def _body_at(items: Items, at: int) -> list[Holder]:
    """The body or place whose name ends at an item."""
    first = at
    while first > 0 and at - first < REACH and _in_name(items, first - 1, first):
        first -= 1
    while first < at and items.is_a(first, "low", "num", "dash"):
        first += 1
    if first == at or items.is_a(at, "org"):
        one = agent(items, at)
        if one is not None and not one.is_person and not items.is_a(at, *CLUSTER, "count_group"):
            return [Holder(placed(one.name, getattr(items.items[at].value, "place", None)), at, is_person=False)]
    if items.is_a(first, "unit") and items.is_a(at, "province") and at == first + 1:
        return [Holder(str(items.items[at].value), at, is_person=False)]
    name = items.wording(first, at + 1)
    if items.is_a(at, "lead", "deputy", *CLUSTER):
        return []
    known = items.is_a(first, "body", "org", "caps", "cap", "unit", "locality", "inside", "whole")
    return [Holder(name, first, is_person=False)] if known and any(c.isupper() for c in name) else []


def _in_name(items: Items, at: int, following: int) -> bool:
    """Whether an item goes on into the name that follows it: `TAND khu vực 15`, `Trung tâm Chính trị Định Hóa`."""
    if items.is_a(at, *NAMES):
        return not (items.is_a(at, "org", "province") and items.is_a(following, "org", "unit", "body"))
    if items.is_a(at, "many"):
        return items.is_a(at - 1, "body") and items.is_a(following, "org", "caps")  # `Ban Quản lý các KCN`
    if items.is_a(at, "low"):
        return (
            items.is_a(following, "num", "low", "cap", "caps", "inside")
            and items.wording(at, at + 1).islower()
            and any(items.is_a(i, "body", "caps") for i in range(max(0, at - 3), at))
        )
    return items.is_a(at, "dash") and items.is_a(at - 1, "num") and items.is_a(following, "province")


def subjects(items: Items, at: int) -> list[Holder]:
    """Who is tied to an office by a verb: `A làm cụm trưởng`, `A và B được bầu làm cụm phó`."""
    tie, holding, newly = at - 1, False, False
    while tie >= 0 and at - tie <= REACH:
        if (
            items.is_a(tie, "org", "post", "person")
            and items.is_a(tie - 1, "passive")
            and items.is_a(tie + 1, "appoint")
        ):
            tie -= 1  # `A được B giao làm Cụm trưởng`
        if (
            items.is_a(tie, *_HOLDING)
            or key_at(items, tie).endswith((" làm", "trò", "trách", "nhiệm"))
            or key_at(items, tie) == "giữ"
        ):
            holding = True
        elif not (
            items.is_a(tie, *_TYING)
            or (key_at(items, tie) == "cùng" and items.is_a(tie - 1, "open"))
            or _TYING_WORDS.issuperset(key_at(items, tie).split())
        ):
            break
        newly = newly or items.is_a(tie, "appoint", "take_office", "passive")
        tie -= 1
    unit = items.is_a(tie, "comma", "dash") and items.is_a(tie + 1, "group")  # `A, đơn vị giữ vai trò Cụm phó`
    person = items.is_a(tie + 1, "relative") and items.is_a(
        tie - 1, "person"
    )  # `ông A - người được giao làm Cụm trưởng`
    unit = unit and not person
    if (
        unit
        or person
        or (items.is_a(tie, "comma") and items.is_a(tie + 1, "with", "in_role"))
        or items.is_a(tie, "open")
    ):
        tie -= 1
    if not holding or tie < 0:
        return []
    if items.is_a(tie, "post", "person") and not unit:
        people = _people(items, apposed(items, tie, unit=False), many=items.is_a(at, "deputy"))
        return [Holder(p.name, p.at, p.is_person, newly) for p in people]
    found = apposed(items, tie, unit=unit)
    if found and items.is_a(at, "deputy"):
        before = items.before(found[0].at, "unit", "many")
        if items.is_a(before, "and", "comma") and items.is_a(found[0].at, "org", "province", "locality"):
            found = [*_listed_before(items, before), *found]
        elif items.is_a(before, "and") and items.is_a(before - 1, "org"):
            found = [Holder(items.wording(before - 1, tie + 1), before - 1, is_person=False)]
    first = found[0].at if found else tie
    newly = newly or any(items.is_a(i, "appoint") or key_at(items, i) in _CHOSEN for i in range(first - 6, first))
    return [Holder(one.name, one.at, one.is_person, newly) for one in found]


def _listed_before(items: Items, sign: int) -> list[Holder]:
    """The bodies or places of a list up to a sign in it: `tỉnh A, tỉnh B và tỉnh C làm cụm phó`."""
    found: list[Holder] = []
    while items.is_a(sign, "and", "comma") and items.is_a(sign - 1, "org", "province", "locality"):
        one = apposed(items, sign - 1, unit=False)
        if not one:
            break
        found = [*one, *found]
        sign = items.before(one[0].at, "unit", "many")
    return found


def _people(items: Items, last: list[Holder], *, many: bool) -> list[Holder]:
    """The people of the list that ends with the last one, each with posts behind the name."""
    found = list(last)
    while many and found and found[0].is_person:
        at = items.before(found[0].at, *TITLES, "new")
        if not items.is_a(at, "comma", "semicolon", "and"):
            break
        while items.is_a(at, "comma", "semicolon", "and"):
            at -= 1
        before = apposed(items, at, unit=False) if items.is_a(at, "person", "post") else []
        if not before or not before[0].is_person:
            break
        found = [*before, *found]
    return found
