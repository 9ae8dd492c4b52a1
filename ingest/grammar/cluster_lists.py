"""A sentence that names an emulation cluster → the list of its members: behind the name, in brackets, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.agents import behind
from ingest.cluster_names import key_at
from ingest.items import Items
from ingest.phrases import Office, Org
from ingest.words import lexicon
from ontology.schemes import provinces

_REACH = 18
"""Items between a cluster's name and the word that opens its list (`thành lập theo Quyết định …, gồm`)."""
_CHUNK = 12
"""Items of a member's name."""
_DEEDS = (
    "organise", "speak", "attend", "confer", "receive", "chair", "take_place", "covenant", "person", "take_office",
    "appoint", "propose", "task", "leave_office", "celebrate",
)  # fmt: skip
_ENDS = (
    "comma",
    "semicolon",
    "and",
    "close",
    "open",
    "dot",
    "dots",
    "have",
    "year",
    "date",
    "will",
    "by",
    "with",
    "is",
)
_PLACED = ("org", "province", "locality")
_CLUSTERS = ("cluster_name", "cluster_short", "cluster")


@dataclass(frozen=True, slots=True)
class Member:
    """A member's name, its item, and the item of the office of the cluster told right behind it, if there is one."""

    name: str
    at: int
    office: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The members of one list, the item that names or means their cluster, and the items of the whole statement."""

    mention: int
    members: tuple[Member, ...]
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a list: the name that its members share, their kinds, and whether a colon or a number tells
    that names follow."""

    shared: str
    kinds: tuple[str, ...]
    at: int
    sure: bool


def lists(items: Items) -> Iterator[Listed]:
    """The lists of members in a sentence, each once."""
    for mention in _mentions(items):
        before = _before(items, mention)
        if before:
            yield Listed(mention, before, before[0].at, mention + 1)
        opened = _opening(items, mention)
        if opened is not None and (one := list_from(items, mention, opened)):
            yield one


def list_from(items: Items, mention: int, opened: int) -> Listed | None:
    """The list that begins at an item, of the cluster that another one means; of one member there is none."""
    head = _head(items, opened)
    if not head.shared and (outer := _outer(items, mention)):
        head = _Head(outer, head.kinds or ("tỉnh",), head.at, head.sure)
    members, stop = _members(items, head)
    return Listed(mention, members, mention, stop) if len(members) > 1 else None


def opens_list(items: Items) -> int | None:
    """The item that means the cluster whose members follow in the lines below (`Các đơn vị trong Cụm gồm:`)."""
    for mention in _mentions(items):
        opened = _opening(items, mention)
        if opened is not None and not any(items.is_a(i, *_PLACED, "cap") for i in range(opened, len(items))):
            return mention
    return None


def listed_in_line(items: Items) -> Listed | None:
    """The member in a line of a list: behind a dash or a number."""
    first = 1 + items.is_a(1, "dot", "close")
    if not items.is_a(0, "dash", "sign", "num") or not items.is_a(first, "org", "province", "locality", "unit"):
        return None
    members, stop = _members(items, _Head("", (), first, sure=True))
    return Listed(0, members, 0, stop) if members else None


def _mentions(items: Items) -> list[int]:
    """Items that name a cluster, or mean one: `cụm` in `các tỉnh trong cụm`."""
    found = [i for i in range(1, len(items)) if _means(items, i)]
    return sorted({*items.where("cluster_name", "cluster_short"), *found})


def _means(items: Items, at: int) -> bool:
    """Whether a word means a cluster named before: `trong cụm`, `các đơn vị thành viên:`."""
    key, before = key_at(items, at), key_at(items, at - 1)
    if key == "thành viên":
        return items.is_a(at + 1, "colon", "is") and items.is_a(at - 1, "group", "num")
    return key in ("cụm", "khối") and (
        items.is_a(at - 1, "in", "of") or before in ("thuộc", "thành viên", "đầu", "dẫn đầu")
    )


def _opening(items: Items, mention: int) -> int | None:
    """The item at which the list begins: behind `gồm`, `có 8 thành viên:`, `(`, `:`."""
    at = mention + 1
    if items.is_a(at, "open"):
        close = next((i for i in range(at, min(at + 6, len(items))) if items.is_a(i, "close")), None)
        alias = items.is_a(at + 1, "cluster_short", "cluster_name", "lead", "deputy", "group")
        if close is None or not (alias or close == at + 2):
            return at + 1 + items.is_a(at + 1, "have")
        at = close + 1
    at += key_at(items, at) == "như"
    if items.is_a(at, "colon"):
        return at
    if items.is_a(at, "is"):  # `3 hội trong Cụm thi đua số 1 là …`
        tied = items.is_a(mention - 1, "in", "of") or key_at(items, mention - 1) == "thuộc"
        return at if tied or key_at(items, mention) == "thành viên" else None
    if joined := _joining(items, at):
        return joined
    for i in range(at, min(at + _REACH, len(items))):
        if items.is_a(i, "have"):
            counted = items.is_a(i + 1, "num") and any(
                items.is_a(j, "colon", "have", "is") for j in range(i + 2, i + 8)
            )
            told = key_at(items, i) not in ("có", "trong đó có", "gồm cả") or counted
            return i + 1 if told and not key_at(items, i).startswith("trong") else None
        if items.is_a(i, "dot", "semicolon", "lead", "deputy", "colon", "cluster_name", *_DEEDS):
            return None
    return None


def _joining(items: Items, at: int) -> int | None:
    """Where the list of those begins with whose part a meeting was held: `với sự tham gia của 9 tổ chức: …`."""
    for i in range(at, min(at + 2 * _REACH, len(items))):
        if items.is_a(i, "dot", "semicolon", *_CLUSTERS):
            return None
        counted = items.is_a(i, "num") and _is_kind(items, i + 1) and items.is_a(i + 2, "colon")
        if (
            counted
            and key_at(items, i - 1) == "của"
            and "tham" in " ".join(items.sentence.keys[: items.items[i].start][-4:])
        ):
            return i
    return None


def _head(items: Items, opened: int) -> _Head:
    """What the members of a list share: `Công an các tỉnh`, `6 VKSND các huyện:`, `5 đơn vị:`, `các xã`."""
    at = opened
    while items.is_a(at, "colon", "have", "is"):
        at += 1
    counted = items.is_a(at, "num") and not items.is_a(at + 1, "comma")
    counted = counted or (items.is_a(at, "many") and items.is_a(at + 1, "body") and items.is_a(at + 2, "colon"))
    at += counted
    first = at
    while items.is_a(at, "body", "whole", "org", "caps", "cap", "inside", "contest") and not _is_kind(items, at):
        at += 1
    many = counted or items.is_a(at, "many", "num") or (_is_kind(items, at) and at == first)
    shared = items.wording(first, at)
    numbered = re.fullmatch(r"(.+?) \d+ ?(tỉnh|thành phố|)", shared)  # `Công an 5 thành phố:`
    if numbered and (numbered[2] or _is_kind(items, at)):
        shared, many = numbered[1], True
    kinds, stop = _kinds(items, at + items.is_a(at, "many", "num")) if many or _is_kind(items, at) else ((), at)
    if numbered and numbered[2]:
        kinds, stop = (numbered[2],), at
    if many and not kinds and items.is_a(at + 1, "locality"):
        kinds, stop = (key_at(items, at + 1).split()[0],), at + 1  # `các huyện Đức Linh, Tánh Linh`
    if shared and not (kinds and many) and not (counted and items.is_a(at, "colon", "is")):
        rest = _without_place(items, first) if counted or items.is_a(first - 1, "many") else None
        if rest:
            return _Head(rest, (), at - 1, sure=True)
        return _Head("", (), first, sure=counted or items.is_a(opened, "colon") or items.is_a(opened - 1, "colon"))
    sure = counted or items.is_a(opened, "colon")
    while (
        stop < len(items) and stop < at + 10 and items.is_a(stop, "low", "region", "whole", "inside", "contest", "of")
    ):
        stop += 1
    signs = stop
    while items.is_a(stop, "colon", "have", "is", "comma") and stop < signs + 3:
        stop += 1
    if stop > signs and items.is_a(stop, "body", "caps") and items.is_a(stop + 1, "many", "num"):
        return _head(items, stop)  # `14 đơn vị, trong đó có Hội Luật gia các tỉnh …`
    if stop == signs and not items.is_a(stop, "province", "locality", "cap", "caps", "org", "person"):
        stop = at
    return _Head(shared, kinds, stop, sure=sure or stop > signs)


def _is_kind(items: Items, at: int) -> bool:
    return items.is_a(at, "unit", "group")


def _kinds(items: Items, at: int) -> tuple[tuple[str, ...], int]:
    """The kinds of members that are named from an item on (`tỉnh, thành phố`), and the item behind them."""
    found, stop = [], at
    while _is_kind(items, at):
        found += [kind.strip() for kind in key_at(items, at).split(",")]
        at += 1
        stop = at
        if key_at(items, at) == "thành viên":
            at = stop = at + 1
        while items.is_a(at, "comma", "and", "slash") and _is_kind(items, at + 1):
            at += 1
    return tuple(found), stop


def _without_place(items: Items, at: int) -> str | None:
    """`Tỉnh hội` of `8 Tỉnh hội Ninh Bình, Hà Nam`: what the first name shares with those behind it."""
    place = getattr(items.items[at].value, "place", None) if items.is_a(at, "org") else None
    wording = items.wording(at, at + 1)
    return wording[: -len(place)].strip() if place and wording.endswith(place) else None


def _outer(items: Items, mention: int) -> str:
    """What members share by the words before: `Công an` of `Công an 8 tỉnh trong Cụm thi đua gồm: …`."""
    at = mention - 1
    while items.is_a(at, "in", "of") or key_at(items, at) in ("thuộc", "nằm", "trực thuộc"):
        at -= 1
    return _shared_before(items, at)[0] if at < mention - 1 else ""


def _shared_before(items: Items, at: int) -> tuple[str, bool]:
    """The body whose `các tỉnh` or `8 tỉnh` end at an item, "" if there is none, and whether such words end there."""
    at -= items.is_a(at, "colon")
    kind = at
    while _is_kind(items, at) or (items.is_a(at, "comma", "and") and _is_kind(items, at - 1)):
        at -= 1
    if at == kind or not items.is_a(at, "many", "num"):
        return "", False
    before = items.items[at - 1].value if at > 0 else None
    if isinstance(before, Office):
        return before.org or _body_of(items, at - 1), True
    if not items.is_a(at - 1, "body", "org", "caps", "inside"):
        return "", True
    first = at - 1
    while items.is_a(first - 1, "body", "caps", "inside", "cap") and items.is_a(first, "inside", "caps", "cap"):
        first -= 1
    shared = re.sub(r"^.* và (?=[^A-ZĐÀ-Ỹ])", "", items.wording(first, at))
    return "" if shared.startswith(("phòng", "ban", "văn")) else shared, True


def _body_of(items: Items, at: int) -> str:
    """The body in a post that names no place: `Hội Luật gia` of `Chủ tịch Hội Luật gia các tỉnh trong Cụm`."""
    sentence, first, end = items.sentence, items.items[at].start, items.items[at].end
    match = lexicon().match(sentence, first)
    return " ".join(sentence.words[first + match.size : end]) if match is not None else ""


def _members(items: Items, head: _Head) -> tuple[tuple[Member, ...], int]:
    """The members that are named from the end of a list's head on, and the item behind the last."""
    found: list[Member] = []
    at, stop, kinds = head.at, head.at, head.kinds
    while True:
        one, at, kinds = _member(items, at, head, kinds)
        if one is None:
            return tuple(found), stop
        office = None
        if items.is_a(at, "open"):
            close = next((i for i in range(at, min(at + 14, len(items))) if items.is_a(i, "close")), None)
            if close is None:
                return (*found, one), at
            office = next((i for i in range(at, close) if items.is_a(i, "lead", "deputy")), None)
            at = close + 1
        elif items.is_a(at, "dash") and items.is_a(at + 1 + items.is_a(at + 1, "group"), "lead", "deputy"):
            office = at + 1 + items.is_a(at + 1, "group")
            at = next((i for i in range(at, len(items)) if items.is_a(i, "comma", "semicolon", "close", "dot")), at)
        if not head.shared and found and items.is_a(one.at, "province"):
            one = Member(_like(items, found[-1]) + one.name, one.at)
        found += [Member(name, one.at, office) for name in _apart(items, one, at)]
        stop = at
        if not items.is_a(at, "comma", "semicolon", "and"):
            return tuple(found), stop
        while items.is_a(at, "comma", "semicolon", "and"):
            at += 1


def _member(items: Items, at: int, head: _Head, kinds: tuple[str, ...]) -> tuple[Member | None, int, tuple[str, ...]]:
    """The member named at an item, the item behind it, and the kinds that hold from here on."""
    first = at
    while items.is_a(at, "many", "led", "quote") or (
        items.is_a(at, "num") and items.is_a(at + 1, "unit", "group", "locality")
    ):
        at += 1
    unit = ""
    if items.is_a(at, *_CLUSTERS):
        return None, at, kinds
    if items.is_a(at, "unit") and items.is_a(at + 1, "province", "cap", "caps", "person", "dot", "country"):
        unit = items.wording(at, at + 1)
        kinds = (key_at(items, at),) if at > first else kinds
        at += 1 + items.is_a(at + 1, "dot")
    if items.is_a(at, "province"):
        place = str(items.items[at].value)
        if not head.shared:
            return Member(place, at), at + 1, kinds
        unit = unit or ("tỉnh" if "tỉnh" in kinds and place not in _cities() else "")
        return Member(" ".join(w for w in (head.shared, unit, place) if w), at), at + 1, kinds
    if items.is_a(at, "locality"):
        name = items.wording(at, at + 1)
        return Member(f"{head.shared} {name}".strip(), at), at + 1, kinds
    stop = _chunk(items, at)
    name = items.wording(at, stop)
    if not name or not (name[0].isupper() or items.is_a(at, "org") or (items.is_a(at, "body") and head.sure)):
        return None, at, kinds
    if items.is_a(at, "org", "whole", "caps") or (items.is_a(at, "body") and head.sure):
        return Member(name, at), stop, kinds
    local = bool(unit or kinds or head.shared)
    if not local and not head.sure:
        return None, at, kinds
    if len(kinds) == 1 and not unit and kinds[0] in ("huyện", "xã", "phường", "quận", "thị xã", "thị trấn"):
        unit = kinds[0]
    return Member(" ".join(w for w in (head.shared, unit, name) if w), at), stop, kinds


def _like(items: Items, before: Member) -> str:
    """What the member before a bare province shares with it: `HLG tỉnh` of `HLG tỉnh Hà Nam, Nam Định`."""
    value = items.items[before.at].value
    place = value.place if isinstance(value, Org) else str(value) if items.is_a(before.at, "province") else None
    if place is None or not before.name.endswith(f" {place}"):
        return ""
    return before.name[: -len(place)]


def _apart(items: Items, one: Member, stop: int) -> list[str]:
    """A member's name, or the two that were read as one: `Hội Luật gia Hải Phòng và Chi hội Luật gia Bộ Xây dựng`."""
    sentence = items.sentence
    for at in range(items.items[one.at].start + 1, items.items[stop - 1].end - 1):
        if sentence.keys[at] == "và" and sentence.words[at + 1][0].isupper() and not one.name.startswith("Văn phòng"):
            match = lexicon().match(sentence, at + 1)
            before, found, behind = one.name.partition(f" {sentence.words[at]} {sentence.words[at + 1]}")
            alike = sentence.keys[at + 1] == one.name.split()[0].lower() or "inside" not in (
                match.classes if match else ()
            )
            if found and match is not None and "body" in match.classes and alike:
                return [before, f"{sentence.words[at + 1]}{behind}"]
    return [one.name]


def _chunk(items: Items, at: int) -> int:
    """Where the name that begins at an item stops; the item itself where that is no name of a member."""
    stop = at
    while stop < min(at + _CHUNK, len(items)) and not items.is_a(stop, *_ENDS):
        if items.is_a(stop, "post", "date", "lead", "deputy", "quote", *_CLUSTERS):
            return at
        if items.is_a(stop, "person") and len(items.wording(stop, stop + 1).split()) > 3:
            return at
        if items.is_a(stop, "dash") and items.is_a(stop + 1 + items.is_a(stop + 1, "group"), "lead", "deputy"):
            break
        if items.is_a(stop, "organise", "confer", "attend", "speak", "covenant", "many") and stop > at:
            return at if items.is_a(stop, "many") else stop
        stop += 1
    listed = items.is_a(stop, "comma", "semicolon", "close", "and")
    while stop > at + 1 and items.is_a(stop - 1, "low", "dash") and not listed:
        stop -= 1
    return stop


def _before(items: Items, mention: int) -> tuple[Member, ...]:
    """`A là thành viên Cụm thi đua số 1`, `các tỉnh A, B thuộc Cụm thi đua số 1`, `A là đơn vị dẫn đầu Cụm`."""
    tie = mention - 1
    while items.is_a(tie, "of", "unit", "many", "in") or key_at(items, tie) in ("các", "của", "trong"):
        tie -= 1
    key = key_at(items, tie)
    inside = tie < mention - 1 and items.is_a(tie, "province", "org")  # `các tỉnh A, B trong Cụm`
    enclosed = items.is_a(mention - 1, "open") and items.is_a(mention + 1, "close")
    first = _leading(items, mention)
    if inside:
        tie += 1
    elif enclosed:
        tie = mention - 1
    elif first is not None:
        tie = first
    elif key == "thành viên" or key in ("thuộc", "trực thuộc", "nằm"):
        while items.is_a(tie - 1, "is", "group", "as", "many") or (key == "thành viên" and items.is_a(tie - 1, "num")):
            tie -= 1
    else:
        return ()
    if not items.is_a(tie - 1, "org", "province"):
        return ()
    agents = [a for a in behind(items, tie) if not a.is_person and not items.is_a(a.at, *_CLUSTERS)]
    agents = [a for a in agents if items.is_a(a.at, *_PLACED) and not items.is_a(a.at - 1, "many", "num")]
    shared, kinds = _shared_before(items, agents[0].at - 1) if agents else ("", False)
    if (inside or enclosed) and not kinds:
        return ()
    return tuple(Member(_composed(items, shared, a.name, a.at), a.at) for a in agents)


def _composed(items: Items, shared: str, name: str, at: int) -> str:
    if not shared or not items.is_a(at, "province"):
        return name
    return f"{shared} {name}" if name in _cities() else f"{shared} tỉnh {name}"


def _leading(items: Items, mention: int) -> int | None:
    """The item behind the body that is told to be the first of its cluster: `A được suy tôn là đơn vị dẫn đầu Cụm`."""
    tie = mention - 1
    while items.is_a(tie, "in", "of"):
        tie -= 1
    while key_at(items, tie) in ("thi", "đua", "phong trào", "phong trào thi đua", "công tác"):
        tie -= 1
    if not key_at(items, tie).endswith("đầu"):
        return None
    at = tie
    while at > max(0, tie - 8) and not items.is_a(at - 1, "org", "province", "comma", "semicolon", "post", "person"):
        at -= 1
    tied = any(items.is_a(i, "is", "passive", "as") for i in range(at, tie))
    return at if items.is_a(at - 1, "org", "province") and tied else None


@cache
def _cities() -> frozenset[str]:
    return frozenset(unit.name for unit in provinces() if unit.type == "city")
