"""A sentence with `cụm trưởng` or `cụm phó` → who holds the office, with the year that the sentence gives it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.agents import ahead
from ingest.cluster_names import key_at
from ingest.dates import Date
from ingest.grammar.cluster_holders import CLUSTER, NAMES, REACH, SIGNS, TITLES, Holder, apposed, subjects
from ingest.grammar.cluster_members import Member, apart
from ingest.items import Items
from ingest.phrases import Office
from ontology.spelling import fold

_PASSING = frozenset("thi đua cụm khối mới nhiệm kì".split())
"""Words between an office and its year or what it is tied to."""
_OTHERS = frozenset(
    "dân cư|công nghiệp|tiểu thủ|văn hóa|tổ dân|thủy lợi|nhà trọ|khách hàng|quản lí|kinh doanh|vận hành|nhân sự"
    "|công nghệ|pháp chế|an toàn".split("|")
)
"""What follows `trưởng cụm` where no emulation cluster is meant."""
_GIVING = frozenset({"giao", "trao", "chuyển"})


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


def held(items: Items, listed: dict[int, str]) -> Iterator[Held]:
    """The holders of the offices in a sentence; `listed` are those of a list of members, by the office's item."""
    offices = [at for at in items.where("lead", "deputy") if not _other(items, at)]
    told = {at: year for at in offices if (year := _year_behind(items, at)) >= 0}
    last = offices[-1] if offices else 0
    if not told and (named := [i for i in items.where(*CLUSTER) if i > last and items.is_a(i + 1, "year")]):
        told = {last: named[0] + 1}
    together = _respectively(items, offices)
    for at in offices:
        if at in together:
            holders = together[at]
        else:
            holders = [Holder(listed[at], at, is_person=False)] if at in listed else _holders(items, at)
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


def _respectively(items: Items, offices: list[int]) -> dict[int, list[Holder]]:
    """`Trưởng cụm và Phó Trưởng cụm năm 2016 lần lượt là A và B`: the holders of both offices."""
    for lead, deputy in pairwise(offices):
        behind = _past(items, deputy + 1)
        behind += key_at(items, behind) == "lần lượt"
        if deputy == lead + 2 and items.is_a(lead + 1, "and", "comma") and items.is_a(behind, "is"):
            found = _named_behind(items, behind + 1, many=True)
            if len(found) > 1:
                return {lead: found[:1], deputy: found[1:]}
    return {}


def _in_role(items: Items, at: int) -> bool:
    """Whether a sentence begins with the office that its subject holds: `Với vai trò là Cụm trưởng, A …`."""
    return at < 6 and (items.is_a(0, "in_role") or any(items.is_a(i, "with") for i in range(max(0, at - 4), at)))


def _holders(items: Items, at: int) -> list[Holder]:
    behind = _past(items, at + 1)
    tie = items.before(at, "group", "new", "concurrent")
    unit = any(items.is_a(i, "group") for i in range(tie + 1, at))  # `đơn vị cụm trưởng`: a body, whoever speaks for it
    if items.is_a(tie, "open"):
        return apposed(items, tie - 1, unit=True)
    if (person := _person_behind(items, behind)) and not items.is_a(behind, "comma"):
        return [person]
    posts = next((i for i in range(behind + 1, len(items)) if not items.is_a(i, "post", *SIGNS)), behind + 1)
    if items.is_a(behind, "comma") and not at and (person := _person_behind(items, posts)):
        return [person]  # `Cụm trưởng Cụm thi đua A, Chủ tịch UBND tỉnh B Nguyễn Văn C`
    if items.is_a(behind, "for") and any(_gives(items, i) for i in range(max(0, at - 6), at)):
        return _named_behind(items, behind + 1)
    given = behind
    while items.is_a(given, "passive", "appoint", "low", "will") and given < behind + REACH:
        given += 1
    falls = behind + items.is_a(behind, "quote")
    falls += items.is_a(falls, "low")  # `kế tiếp`
    if items.is_a(falls, "celebrate") and key_at(items, falls) == "thuộc về":
        return _named_behind(items, falls + 1)[:1]  # `Ghế Cụm trưởng thuộc về A`
    if items.is_a(given, "for") and items.is_a(given - 1, "appoint"):  # `Vai trò Cụm trưởng được giao cho A`
        return _named_behind(items, given + 1)
    named = given + 1 + items.is_a(given + 1, "unit")
    if items.is_a(given, "by") and items.is_a(named, "org", "province") and not items.is_a(named + 1, "appoint"):
        return _named_behind(items, given + 1)[:1]  # `Chức Khối phó do A đảm đương`
    if _moved(items, behind) >= 0:
        return _named_behind(items, _moved(items, behind))
    if items.is_a(0, "passive") and items.is_a(behind, "comma") and (person := _person_behind(items, behind + 1)):
        return [person]  # `Được các đoàn giao trọng trách Cụm trưởng, luật sư A …`
    counted = items.is_a(at - 1, "many", "num") or key_at(items, at - 1) in ("hai", "ba")
    if items.is_a(behind, "is") or (items.is_a(behind, "have") and counted):
        return _named_behind(items, behind + 1, many=items.is_a(at, "deputy"))
    if items.is_a(behind, "dash") and unit and items.is_a(tie, "behalf"):
        return _named_behind(items, behind + 1)  # `thay mặt đơn vị Khối trưởng - Ngân hàng A - cho biết`
    if items.is_a(behind, "dash") and ((at == 0 and behind > 1) or items.is_a(at - 1, "and")):
        return _named_behind(items, behind + 1)[:1]  # `Cụm trưởng Cụm thi đua số 9 - Hội A và Cụm phó - Hội B`
    if items.is_a(behind, "colon") and (at == 0 or items.is_a(at - 1, "dash")):
        return _named_behind(items, behind + 1, many=items.is_a(at, "deputy"))
    if items.is_a(behind, "comma") and _in_role(items, at):
        return _named_behind(items, behind + 1)[:1]
    if items.is_a(tie, *SIGNS):
        tied = behind > at + 1 or items.is_a(tie, "dash") or _closed(items, behind) or unit
        joined = items.is_a(at + 1, "and") and not items.is_a(at + 2, "unit", "org", "province", "locality")
        found = apposed(items, tie - 1, unit=unit) if not joined and not items.is_a(at + 1, "many") else []
        loose = items.is_a(tie, "comma") and not items.is_a(tie - 1, "org", "province", "locality", "post", "person")
        return [one for one in found if one.is_person or (tied and not loose)]
    if items.is_a(tie, "person", "post") and not unit:
        return apposed(items, tie, unit=False)
    return subjects(items, at)


def _moved(items: Items, at: int) -> int:
    """Behind `chuyển từ A sang`, that stands at an item; or -1."""
    if key_at(items, at) != "chuyển" or key_at(items, at + 1) != "từ":
        return -1
    return next((i + 1 for i in range(at + 2, min(at + REACH, len(items))) if key_at(items, i) == "sang"), -1)


def _gives(items: Items, at: int) -> bool:
    """Whether an office is given here: `giao nhiệm vụ Cụm trưởng cho …`, `quyết định công nhận Cụm trưởng cho …`."""
    key = key_at(items, at)
    return items.is_a(at, "appoint") or "công nhận" in key or not _GIVING.isdisjoint(key.split())


def _past(items: Items, at: int) -> int:
    """The item behind the cluster's name, its owner and the year that follow an office."""
    while at < len(items):
        if items.is_a(at, "comma") and items.is_a(at + 1, *CLUSTER):
            at += 2
        elif items.is_a(at, *CLUSTER, "year", "of") or _PASSING.issuperset(key_at(items, at).split()):
            at += 1
        elif items.is_a(at, "comma", "dash") and items.is_a(at + 1, "org") and items.is_a(at + 2, "year"):
            at += 3
        else:
            break
    return at


def _person_behind(items: Items, at: int) -> Holder | None:
    """The person named right behind an office: `Cụm trưởng Cụm thi đua số 3, Thiếu tướng A`."""
    step = at
    while items.is_a(step, *TITLES) or (step > at and items.is_a(step, "comma") and items.is_a(step + 1, *TITLES)):
        step += 1
    return Holder(str(items.items[step].value), step, is_person=True) if items.is_a(step, "person") else None


def _named_behind(items: Items, at: int, *, many: bool = False) -> list[Holder]:
    """Who is named from an item on; none if brackets tell who holds which office."""
    at = items.past(at, "led", "kin", "behalf", "many")
    if any(items.is_a(i, "open") and items.is_a(i + 1, "lead", "deputy") for i in range(at, min(at + 12, len(items)))):
        return []
    found = [a for a in ahead(items, at)[0] if not items.is_a(a.at, *CLUSTER)]
    if found:
        return [
            Holder(name, a.at, a.is_person, newly=True)
            for a in (found if many else found[:1])
            for name in apart(items, Member(a.name, a.at), a.at + 1)
        ]
    stop = at
    while items.is_a(stop, *NAMES) and stop - at < REACH:
        stop += 1
    name = items.wording(at, stop)
    return [Holder(name, at, is_person=False, newly=True)] if name[:1].isupper() else []


def _body(items: Items, person: int) -> str | None:
    """The body that a person holding an office speaks for: of the last post behind the name, else before it."""
    posts = []
    at = person + 1
    while items.is_a(at, *SIGNS, "lead", "deputy", *CLUSTER, "year", "post", "concurrent", "open", "of"):
        if items.is_a(at, "post"):
            posts.append(at)
        at += 1
    before = items.before(person, *TITLES)
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
    step += items.is_a(step, "comma") and items.is_a(step + 1, *CLUSTER)
    while step < len(items) and (
        items.is_a(step, *CLUSTER, "of", "in")
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
