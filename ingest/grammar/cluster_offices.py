"""A sentence with `cụm trưởng` or `cụm phó` → who holds the office, with the year that the sentence gives it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.agents import agent, ahead
from ingest.cluster_names import key_at
from ingest.dates import Date
from ingest.grammar.cluster_members import Member, apart
from ingest.items import Items
from ingest.phrases import Office
from ontology.spelling import fold

_SIGNS = ("comma", "dash")
_TITLES = ("title", "address", "dot")
_CLUSTER = ("cluster_name", "cluster_short", "cluster")
_HOLDING = ("is", "as", "take_office", "passive", "with", "receive")
"""What ties a holder to an office: `A là cụm trưởng`, `A được giao nhiệm vụ cụm trưởng`, `A với vai trò cụm trưởng`."""
_TYING = ("appoint", "will", "group", "year", "date", "in", "new", "concurrent", "behalf", "decide")
_TYING_WORDS = frozenset(
    "vai trò nhiệm vụ giữ chức nhận đảm trách nhất trí thống tín chỉ định suy tôn tiếp tục giao cử chọn lựa luân phiên"
    " cờ luân lưu truyền thống đăng cai vị phân công cương chức danh".split()
)
_PASSING = frozenset("thi đua cụm khối mới nhiệm kì".split())
"""Words between an office and its year or what it is tied to."""
_CHOSEN = frozenset({"cử", "chọn", "suy tôn", "giao", "tôn", "nhất trí", "thống nhất"})
_OTHERS = frozenset(
    {"dân cư", "công nghiệp", "tiểu thủ", "loa", "văn hóa", "tổ dân", "thủy lợi", "nhà trọ", "máy tính"}
)
"""What follows `trưởng cụm` where no emulation cluster is meant."""
_GIVING = frozenset({"giao", "trao", "chuyển"})
_NAMES = (
    "body",
    "org",
    "inside",
    "caps",
    "cap",
    "province",
    "region",
    "num",
    "unit",
    "numero",
    "country",
    "whole",
    "locality",
)
_REACH = 10


class Held(NamedTuple):
    """Who holds an office of a cluster: `at` is the item of the office, `body` a person's own, `stated` the items that
    tell it."""

    name: str
    post: str
    at: int
    is_person: bool
    body: str | None
    year: int | None
    stated: tuple[int, ...]


class _Holder(NamedTuple):
    name: str
    at: int
    is_person: bool
    newly: bool = False
    """Whether the sentence tells of the choice or the handing over: the year of the meeting is not the office's."""


def held(items: Items, listed: dict[int, str]) -> Iterator[Held]:
    """The holders of the offices in a sentence; `listed` are those of a list of members, by the office's item."""
    offices = [at for at in items.where("lead", "deputy") if not _other(items, at)]
    told = {at: year for at in offices if (year := _year_behind(items, at)) >= 0}
    last = offices[-1] if offices else 0
    if not told and (named := [i for i in items.where(*_CLUSTER) if i > last and items.is_a(i + 1, "year")]):
        told = {last: named[0] + 1}
    together = _respectively(items, offices)
    for at in offices:
        if at in together:
            holders = together[at]
        else:
            holders = [_Holder(listed[at], at, is_person=False)] if at in listed else _holders(items, at)
        dated = told.get(at, -1)
        if dated < 0 and told:
            dated = told[min(told, key=lambda other: abs(other - at))]
        if dated < 0:
            dated = _leading_year(items, at)
        for one in holders:
            year = dated if dated >= 0 or one.newly or one.is_person else _summed_year(items)
            yield Held(
                name=one.name,
                post="lead" if items.is_a(at, "lead") else "deputy",
                at=at,
                is_person=one.is_person,
                body=_body(items, one.at) if one.is_person else None,
                year=_year(items, year),
                stated=(one.at, at, *([year] if year >= 0 else [])),
            )


def _other(items: Items, at: int) -> bool:
    """Whether an office is none of an emulation cluster's: `trưởng cụm dân cư số 3`, `trưởng cụm công nghiệp`."""
    return " ".join(items.sentence.keys[items.items[at].end :][:2]) in _OTHERS


def _respectively(items: Items, offices: list[int]) -> dict[int, list[_Holder]]:
    """`Trưởng cụm và Phó Trưởng cụm năm 2016 lần lượt là A và B`: the holders of both offices."""
    for lead, deputy in pairwise(offices):
        behind = _past(items, deputy + 1)
        behind += key_at(items, behind) == "lần lượt"
        if deputy == lead + 2 and items.is_a(lead + 1, "and", "comma") and items.is_a(behind, "is"):
            found = _named_behind(items, behind + 1, many=True)
            if len(found) > 1:
                return {lead: found[:1], deputy: found[1:]}
    return {}


def _holders(items: Items, at: int) -> list[_Holder]:
    behind = _past(items, at + 1)
    tie = at - 1
    while items.is_a(tie, "group", "new", "concurrent"):
        tie -= 1
    unit = any(items.is_a(i, "group") for i in range(tie + 1, at))  # `đơn vị cụm trưởng`: a body, whoever speaks for it
    if items.is_a(tie, "open"):
        return _apposed(items, tie - 1, unit=True)
    if (person := _person_behind(items, behind)) and not items.is_a(behind, "comma"):
        return [person]
    posts = next((i for i in range(behind + 1, len(items)) if not items.is_a(i, "post", *_SIGNS)), behind + 1)
    if items.is_a(behind, "comma") and not at and (person := _person_behind(items, posts)):
        return [person]  # `Cụm trưởng Cụm thi đua A, Chủ tịch UBND tỉnh B Nguyễn Văn C`
    if items.is_a(behind, "for") and any(_gives(items, i) for i in range(max(0, at - 6), at)):
        return _named_behind(items, behind + 1)
    if items.is_a(behind, "is") or (items.is_a(behind, "have") and items.is_a(at - 1, "many")):
        return _named_behind(items, behind + 1, many=items.is_a(at, "deputy"))
    if items.is_a(behind, "dash") and unit and items.is_a(tie, "behalf"):
        return _named_behind(items, behind + 1)  # `thay mặt đơn vị Khối trưởng - Ngân hàng A - cho biết`
    if items.is_a(behind, "colon") and (at == 0 or items.is_a(at - 1, "dash")):
        return _named_behind(items, behind + 1, many=items.is_a(at, "deputy"))
    if items.is_a(behind, "comma") and any(items.is_a(i, "with") for i in range(max(0, at - 4), at)) and at < 6:
        return _named_behind(items, behind + 1)[:1]
    if items.is_a(tie, *_SIGNS):
        tied = behind > at + 1 or items.is_a(tie, "dash") or _closed(items, behind) or unit
        found = _apposed(items, tie - 1, unit=unit) if not items.is_a(at + 1, "many", "and") else []
        loose = items.is_a(tie, "comma") and not items.is_a(tie - 1, "org", "province", "locality", "post", "person")
        return [one for one in found if one.is_person or (tied and not loose)]
    if items.is_a(tie, "person", "post") and not unit:
        return _apposed(items, tie, unit=False)
    return _subjects(items, at)


def _gives(items: Items, at: int) -> bool:
    """Whether an office is given here: `giao nhiệm vụ Cụm trưởng cho …`, `quyết định công nhận Cụm trưởng cho …`."""
    key = key_at(items, at)
    return items.is_a(at, "appoint") or "công nhận" in key or not _GIVING.isdisjoint(key.split())


def _past(items: Items, at: int) -> int:
    """The item behind the cluster's name, its owner and the year that follow an office."""
    while at < len(items):
        if items.is_a(at, "comma") and items.is_a(at + 1, *_CLUSTER):
            at += 2
        elif items.is_a(at, *_CLUSTER, "year", "of") or _PASSING.issuperset(key_at(items, at).split()):
            at += 1
        elif items.is_a(at, "comma", "dash") and items.is_a(at + 1, "org") and items.is_a(at + 2, "year"):
            at += 3
        else:
            break
    return at


def _person_behind(items: Items, at: int) -> _Holder | None:
    """The person named right behind an office: `Cụm trưởng Cụm thi đua số 3, Thiếu tướng A`."""
    step = at
    while items.is_a(step, *_TITLES) or (step > at and items.is_a(step, "comma") and items.is_a(step + 1, *_TITLES)):
        step += 1
    return _Holder(str(items.items[step].value), step, is_person=True) if items.is_a(step, "person") else None


def _named_behind(items: Items, at: int, *, many: bool = False) -> list[_Holder]:
    """Who is named from an item on; none if brackets tell who holds which office."""
    while items.is_a(at, "led", "kin", "behalf", "many"):
        at += 1
    if any(items.is_a(i, "open") and items.is_a(i + 1, "lead", "deputy") for i in range(at, min(at + 12, len(items)))):
        return []
    found = [a for a in ahead(items, at)[0] if not items.is_a(a.at, *_CLUSTER)]
    if found:
        return [
            _Holder(name, a.at, a.is_person, newly=True)
            for a in (found if many else found[:1])
            for name in apart(items, Member(a.name, a.at), a.at + 1)
        ]
    stop = at
    while items.is_a(stop, *_NAMES) and stop - at < _REACH:
        stop += 1
    name = items.wording(at, stop)
    return [_Holder(name, at, is_person=False, newly=True)] if name[:1].isupper() else []


def _apposed(items: Items, at: int, *, unit: bool) -> list[_Holder]:
    """Whom an office in apposition behind an item belongs to; with `unit` a body, even behind somebody's post."""
    if items.is_a(at, "close"):
        at = next((i for i in range(at, -1, -1) if items.is_a(i, "open")), at) - 1
    if items.is_a(at, "person"):
        return [_Holder(str(items.items[at].value), at, is_person=True)]
    if items.is_a(at, "post"):
        person = _before_posts(items, at)
        if person >= 0 and not unit:
            return [_Holder(str(items.items[person].value), person, is_person=True)]
        office = items.items[at].value
        return [_Holder(office.org, at, is_person=False)] if isinstance(office, Office) and office.org else []
    return _body_at(items, at)


def _before_posts(items: Items, at: int) -> int:
    """The person whose posts end at an item: `A, Chủ tịch B, Bí thư C`; or -1."""
    while items.is_a(at, "post") and items.is_a(at - 1, *_SIGNS, "and"):
        at -= 2
        while items.is_a(at, "low", "body") and not items.is_a(at, "org"):  # `Tỉnh ủy viên`
            at -= 1
        at -= items.is_a(at, *_SIGNS)
    return at if items.is_a(at, "person") else -1


def _body_at(items: Items, at: int) -> list[_Holder]:
    """The body or place whose name ends at an item."""
    first = at
    while first > 0 and at - first < _REACH and _in_name(items, first - 1, first):
        first -= 1
    while first < at and items.is_a(first, "low", "num", "dash"):
        first += 1
    if first == at or items.is_a(at, "org"):
        one = agent(items, at)
        if one is not None and not one.is_person and not items.is_a(at, *_CLUSTER, "count_group"):
            return [_Holder(one.name, at, is_person=False)]
    if items.is_a(first, "unit") and items.is_a(at, "province") and at == first + 1:
        return [_Holder(str(items.items[at].value), at, is_person=False)]
    name = items.wording(first, at + 1)
    if items.is_a(at, "lead", "deputy", *_CLUSTER):
        return []
    known = items.is_a(first, "body", "org", "caps", "cap", "unit", "locality", "inside", "whole")
    return [_Holder(name, first, is_person=False)] if known and any(c.isupper() for c in name) else []


def _in_name(items: Items, at: int, following: int) -> bool:
    """Whether an item goes on into the name that follows it: `TAND khu vực 15`, `Trung tâm Chính trị Định Hóa`."""
    if items.is_a(at, *_NAMES):
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


def _subjects(items: Items, at: int) -> list[_Holder]:
    """Who is tied to an office by a verb: `A làm cụm trưởng`, `A và B được bầu làm cụm phó`."""
    tie, holding, newly = at - 1, False, False
    while tie >= 0 and at - tie <= _REACH:
        if items.is_a(tie, *_HOLDING) or key_at(items, tie).endswith((" làm", " trò")) or key_at(items, tie) == "giữ":
            holding = True
        elif not (
            items.is_a(tie, *_TYING)
            or (key_at(items, tie) == "cùng" and items.is_a(tie - 1, "open"))
            or _TYING_WORDS.issuperset(key_at(items, tie).split())
        ):
            break
        newly = newly or items.is_a(tie, "appoint", "take_office", "passive")
        tie -= 1
    unit = items.is_a(tie, "comma") and items.is_a(tie + 1, "group")  # `A, đơn vị giữ vai trò Cụm phó`
    if unit or (items.is_a(tie, "comma") and items.is_a(tie + 1, "with")) or items.is_a(tie, "open"):
        tie -= 1
    if not holding or tie < 0:
        return []
    if items.is_a(tie, "post", "person") and not unit:
        people = _people(items, _apposed(items, tie, unit=False), many=items.is_a(at, "deputy"))
        return [_Holder(p.name, p.at, p.is_person, newly) for p in people]
    found = _apposed(items, tie, unit=unit)
    if found and items.is_a(at, "deputy"):
        before = found[0].at - 1
        while items.is_a(before, "unit", "many"):
            before -= 1
        if items.is_a(before, "and", "comma") and items.is_a(found[0].at, "org", "province", "locality"):
            found = [*_listed_before(items, before), *found]
        elif items.is_a(before, "and") and items.is_a(before - 1, "org"):
            found = [_Holder(items.wording(before - 1, tie + 1), before - 1, is_person=False)]
    first = found[0].at if found else tie
    newly = newly or any(items.is_a(i, "appoint") or key_at(items, i) in _CHOSEN for i in range(first - 6, first))
    return [_Holder(one.name, one.at, one.is_person, newly) for one in found]


def _listed_before(items: Items, sign: int) -> list[_Holder]:
    """The bodies or places of a list up to a sign in it: `tỉnh A, tỉnh B và tỉnh C làm cụm phó`."""
    found: list[_Holder] = []
    while items.is_a(sign, "and", "comma") and items.is_a(sign - 1, "org", "province", "locality"):
        one = _apposed(items, sign - 1, unit=False)
        if not one:
            break
        found = [*one, *found]
        sign = one[0].at - 1
        while items.is_a(sign, "unit", "many"):
            sign -= 1
    return found


def _people(items: Items, last: list[_Holder], *, many: bool) -> list[_Holder]:
    """The people of the list that ends with the last one, each with posts behind the name."""
    found = list(last)
    while many and found and found[0].is_person:
        at = found[0].at - 1
        while items.is_a(at, *_TITLES, "new"):
            at -= 1
        if not items.is_a(at, "comma", "semicolon", "and"):
            break
        while items.is_a(at, "comma", "semicolon", "and"):
            at -= 1
        before = _apposed(items, at, unit=False) if items.is_a(at, "person", "post") else []
        if not before or not before[0].is_person:
            break
        found = [*before, *found]
    return found


def _body(items: Items, person: int) -> str | None:
    """The body that a person holding an office speaks for: of the last post behind the name, else before it."""
    posts = []
    at = person + 1
    while items.is_a(at, *_SIGNS, "lead", "deputy", *_CLUSTER, "year", "post", "concurrent", "open", "of"):
        if items.is_a(at, "post"):
            posts.append(at)
        at += 1
    before = person - 1
    while items.is_a(before, *_TITLES):
        before -= 1
    if items.is_a(before, "post"):
        posts.insert(0, before)
    for post in reversed(posts):
        office = items.items[post].value
        if isinstance(office, Office) and office.org and not _above(office):
            return office.org
    return None


def _above(office: Office) -> bool:
    """Whether a post is in a body that its cluster belongs to, or in one of the Party or of emulation itself."""
    org, title = fold(office.org or ""), fold(office.title)
    return (
        org.startswith(("trung ương", "đảng", "ban chấp hành", "ban thường vụ", "tỉnh ủy"))
        or "hội đồng thi đua" in org
        or "thi đua khen thưởng" in org
        or title.startswith("ủy viên")
    )


def _closed(items: Items, at: int) -> bool:
    """Whether an apposition ends at an item: `Sở Y tế, Trưởng khối năm 2018, …`."""
    return at >= len(items) or items.is_a(at, "comma", "dash", "close", "dot", "semicolon", "and")


def _year(items: Items, at: int) -> int | None:
    if at < 0:
        return None
    value = items.items[at].value
    return value.year if isinstance(value, Date) else int(key_at(items, at))


def _year_behind(items: Items, at: int) -> int:
    """The item of the year right behind an office and its cluster's name; or -1."""
    step = at + 1
    step += items.is_a(step, "comma") and items.is_a(step + 1, *_CLUSTER)
    while step < len(items) and (
        items.is_a(step, *_CLUSTER, "of", "in")
        or (_PASSING.issuperset(key_at(items, step).split()) and not items.is_a(step, "year"))
    ):
        step += 1
    if items.is_a(step, "comma", "dash") and items.is_a(step + 1, "org", "whole"):
        step += 2
    step += items.is_a(step, "close") and items.is_a(step + 1, "year")
    if items.is_a(step, "year"):
        return step
    bare = items.is_a(step, "num") and len(key_at(items, step)) == 4 and key_at(items, step).startswith("20")
    return step if bare and key_at(items, step).isdigit() else -1


def _leading_year(items: Items, at: int) -> int:
    """The year with which the sentence begins: `Năm 2021, A là cụm trưởng`; or -1."""
    for i in range(min(at, 5)):
        if items.is_a(i, "year") and (i == 0 or items.is_a(i - 1, "comma", "in")):
            return i
    return -1


def _summed_year(items: Items) -> int:
    """The year that the sentence's meeting looks back on (`tổng kết công tác thi đua năm 2022`); or -1."""
    keys = items.sentence.keys
    for i in items.where("year"):
        start = items.items[i].start
        begun = " ".join(keys[max(0, start - 14) : start])
        if "tổng kết" in begun or "sơ kết" in begun:
            return i
    return -1
