"""Words before `tổ chức` or behind `do` → the bodies and places that hold an occasion."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.agents import Agent, ahead
from ingest.document import Line, agent_name
from ingest.facts import Passage
from ingest.items import Items
from ingest.occasions import Occasion
from ingest.phrases import Org

_BODIES = ("org", "cluster_name", "province", "locality")
_BETWEEN = (
    "will",
    "comma",
    "semicolon",
    "and",
    "with",
    "unit",
    "group",
    "many",
    "led",
    "behalf",
    "attend",
    "low",
    "slash",
    "inside",
)
_TOGETHER = frozenset("phối hợp với cùng chủ động long trọng trang đã sẽ tiến hành vừa vào".split())
"""Words between bodies that hold an occasion together, or before the verb."""
_POWERS = frozenset({"chính quyền", "đảng bộ", "đảng ủy", "ủy ban", "nhân dân", "cơ quan"})
_IN_NAMES = tuple("low cap caps inside inner body org former purpose country unit province num word group and".split())
"""Classes that the words of a long name may have."""
_LONGEST = 12
_OF_DISTRICT = frozenset("huyện quận xã phường thị phố".split())
_HOUSES = frozenset("trường bệnh đại học viện nhà công trung chùa thpt thcs".split())
"""First syllables of bodies behind which a province tells where they are."""
_OFFICES_TOO = ("Chủ tịch nước", "Thủ tướng Chính phủ")
_TERM = re.compile(r" kh(?:oá|óa) [IVXLC\d]+$")
"""The term of a council, which is no part of its name: `Quốc hội khoá XIV`."""
_BEGINS = ("phát động", "khởi động", "thực hiện")
"""Verbs of holding, beside those of the class, for what has a name (`phát động chương trình “A”`)."""
_SESSIONS = (
    "họp",
    "kì họp",
    "phiên họp",
    "cuộc họp",
    "buổi họp",
    "buổi giám sát",
    "phiên giải trình",
    "phiên chất vấn",
)
_OF_ITS_OWN = frozenset({"của", "thứ", "lần", "thường", "kì", "khẩn", "bất", "trực", "tuyến"})


def organisers(line: Line, at: int) -> list[tuple[Agent, Passage]]:
    """Who holds the occasion at item `at`: the bodies before `tổ chức`, or after `do` where `tổ chức` follows."""
    items = line.scene
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if _holds(items, i)), None)
    if verb is not None and not items.is_a(verb - 1, "passive"):
        agents = holders(items, verb)
        if agents:
            return [(a, items.passage(min(x.at for x in agents), at + 1)) for a in agents]
    by = next((i for i in range(at + 1, min(at + 9, len(items))) if items.is_a(i, "by", "dot", "occasion")), None)
    if by is not None and items.is_a(by, "by"):
        agents, stop = _together(items, by + 1)
        while items.is_a(stop, "and", "with", "many", "num", "group", "low") and not items.is_a(stop, "organise"):
            stop += 1  # `do A và một doanh nghiệp tổ chức`
        if agents and any(
            _holds(items, i) or items.is_a(i, "chair", "speak") for i in range(stop, min(stop + 3, len(items)))
        ):
            return [(a, items.passage(at, stop + 1)) for a in agents if not a.is_person and not _any_of(items, a)]
    return _held_by(line.items, items.items[at].start, at) if line.items.has("passive") else []


def _held_by(items: Items, start: int, occasion: int) -> list[tuple[Agent, Passage]]:
    """Who holds an occasion whose name begins at a token, behind `được`: `hội thao được Sở A tổ chức`.

    `occasion` is its item in the layer above, whose item holds all of this.
    """
    at = next((i for i, one in enumerate(items.items) if one.start >= start), 0)
    for i in range(at + 1, min(at + _LONGEST, len(items) - 1)):
        if items.is_a(i, "dot", "semicolon", "person"):
            break
        if items.is_a(i, "passive") and items.is_a(i + 1, "org", "state", "unit", "province"):
            agents, stop = _together(items, i + 1)
            held = any(items.is_a(k, "organise") for k in range(stop, min(stop + 3, len(items))))
            passage = items.passage(at, min(stop + 1, len(items)))
            return [(replace(a, at=occasion), passage) for a in agents if held and not a.is_person]
    return []


def _holds(items: Items, at: int) -> bool:
    return items.is_a(at, "organise") or items.keys(at) in _BEGINS


def _any_of(items: Items, one: Agent) -> bool:
    """Whether it is any body of a kind (`một doanh nghiệp`)."""
    return one.name.islower() and (items.is_a(one.at - 1, "many") or one.name.startswith("một "))


def own_session(line: Line, at: int, value: Occasion) -> list[tuple[Agent, Passage]]:
    """A session is held by the body whose it is: `kỳ họp thứ 6 Quốc hội khoá XIV`, `cuộc họp của Hội đồng cấp Bộ`."""
    if value.kind not in _SESSIONS:
        return []
    named = line.scene.items[at]
    keys = line.scene.sentence.keys
    for number, item in enumerate(line.items.items):
        if named.start <= item.start < named.end and isinstance(item.value, Org):
            between = keys[named.start + len(value.kind.split()) : item.start]
            if all(word in _OF_ITS_OWN or word.isdigit() or len(word) < 3 for word in between):
                name = _TERM.sub("", item.value.name)
                return [(Agent(name, None, number, False), line.scene.passage(at, at + 1))]
            return []
    return []


def holders(items: Items, verb: int) -> list[Agent]:
    """The bodies and places in a list that ends before a verb, in reading order."""
    found: list[Agent] = []
    at = verb - 1
    while at >= 0:
        if items.is_a(at, "close"):
            at = next((i for i in range(at, -1, -1) if items.is_a(i, "open")), 0) - 1
            continue
        if items.is_a(at, *_BODIES) or (found and items.wording(at, at + 1) in _OFFICES_TOO):
            if _only_where(items, at):
                break
            if (kinds := _whose(items, at)) is not None:
                at = kinds
                continue
            one, at = _named(items, at)
            if one is not None and not (items.is_a(one.at, "province") and _place_of_next(items, one.at)):
                found.append(one)
        elif items.is_a(at, *_BETWEEN) and (not items.is_a(at, "low") or _between(items, at)):
            at -= 1
        elif not found and (beside := _beside(items, at)) is not None:
            at = beside
        elif not found and (one := _long_name(items, at)) is not None:
            found.append(one)
            at = one.at - 1
        else:
            break
    return found[::-1]


def _beside(items: Items, at: int) -> int | None:
    """The item before `và` where a person holds something with a body: `Cục A và họa sĩ B khai mạc triển lãm`."""
    if not items.is_a(at, "person"):
        return None
    at -= 1
    while items.is_a(at, "title", "address", "dot"):
        at -= 1
    return at - 1 if items.is_a(at, "and") and items.is_a(at - 1, "org", "close") else None


def _long_name(items: Items, last: int) -> Agent | None:
    """A body whose name goes on in words that no rule knows: all from its first word to the item `last`."""
    first = last
    while first >= 0 and last - first < _LONGEST and items.is_a(first, *_IN_NAMES):
        first -= 1
    first += 1
    while first < last and not items.is_a(first, "body", "org"):
        first += 1
    if first >= last or not (first == 0 or items.is_a(first - 1, "comma", "and", "date", "colon")):
        return None
    name = items.wording(first, last + 1)
    return Agent(name, None, first, False) if name[0].isupper() else None


def _named(items: Items, at: int) -> tuple[Agent | None, int]:
    """The agent that ends at an item, with the words before it that belong to its name, and the item before."""
    first = at
    unit = at - 1 if items.is_a(at - 1, "unit") else at
    if items.is_a(at, "province") and items.is_a(unit - 1, "close") and items.is_a(unit - 4, "org", "body"):
        body = unit - 4  # `Hội Luật gia (HLG) tỉnh Sơn La`
        return Agent(f"{items.wording(body, body + 1)} {items.wording(unit, at + 1)}", None, at, False), body - 1
    while items.is_a(at, "org") and items.is_a(first - 1, "org"):
        first -= 1  # `Ủy ban Trung ương` + `Mặt trận Tổ quốc Việt Nam`
    if items.is_a(first, "locality") and first > 1:
        two = f"{items.keys(first - 2)} {items.keys(first - 1)}"
        first -= 2 if two in _POWERS else 1 if items.keys(first - 1) in _POWERS else 0
    name = agent_name(items, at) if first == at else items.wording(first, at + 1)
    return (Agent(name, None, at, False) if name else None), first - 1


def _between(items: Items, at: int) -> bool:
    return items.keys(at).split()[0] in _TOGETHER


def _only_where(items: Items, at: int) -> bool:
    """Whether a body or place only says where: `tại Hà Nội, Bộ Quốc phòng tổ chức`."""
    before = at - 1
    while items.is_a(before, "unit", "led", "group", "low") and not items.is_a(before, "comma"):
        before -= 1
    return items.is_a(before, "at")


def _whose(items: Items, at: int) -> int | None:
    """The item before `các sở, ngành tỉnh A`, where a province only tells whose bodies of a kind are meant."""
    before = items.before(at, "unit")
    if not items.is_a(at, "province") or before < 0 or items.keys(before) not in _KINDS:
        return None
    while items.is_a(before, "body", "comma", "many", "inside", "low") and not items.is_a(before, "with"):
        before -= 1
    return before


_KINDS = ("ngành", "ban ngành", "sở ngành", "đoàn thể")
"""Last words of what stands for several kinds of bodies of a place."""


def _place_of_next(items: Items, at: int) -> bool:
    """Whether a province only tells where the district before it lies: `huyện Hương Sơn, tỉnh Hà Tĩnh`."""
    before = items.before(at, "unit")
    house = items.is_a(before - 1, "org") and items.keys(before - 1).split()[0] in _HOUSES  # `Trường THPT A, TP. HCM`
    local = house or items.is_a(before - 1, "locality") or _OF_DISTRICT.intersection(items.keys(before - 1).split())
    return items.is_a(before, "comma") and bool(local)


def _together(items: Items, at: int) -> tuple[list[Agent], int]:
    """The bodies behind `do`, also behind `phối hợp với`, and the item after them."""
    agents, stop = ahead(items, at)
    while agents and stop < len(items) and items.is_a(stop, "low", "with", "and") and _between(items, stop):
        after = stop
        while items.is_a(after, "low", "with", "and") and _between(items, after):
            after += 1
        more, end = ahead(items, after)
        if not more:
            return agents, after
        agents, stop = agents + more, end
    return agents, stop
