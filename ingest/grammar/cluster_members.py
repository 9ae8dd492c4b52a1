"""The head of a list of an emulation cluster's members → the members, each with the office that is told behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ingest.cluster_names import key_at
from ingest.grammar.cluster_heads import CLUSTERS, Head, is_kind
from ingest.items import Items
from ingest.phrases import Org
from ingest.words import lexicon
from ontology.schemes import provinces

_CHUNK = 12
"""Items of a member's name."""
_ENDS = (
    "comma", "semicolon", "colon", "and", "close", "open", "dot", "dots", "have", "year", "date", "will", "by", "with",
    "is",
)  # fmt: skip


class Member(NamedTuple):
    """A member's name, its item, and the item of the office of the cluster told right behind it, if there is one."""

    name: str
    at: int
    office: int | None = None


def members_of(items: Items, head: Head) -> tuple[tuple[Member, ...], int]:
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
            one = Member(like(items, found[-1], one.name) + one.name, one.at)
        found += [Member(name, one.at, office) for name in apart(items, one, at)]
        stop = at
        if items.is_a(at, "dash") and items.is_a(at - 1, "province") and items.is_a(at + 1, "province", "unit"):
            at += 1
            continue
        if not items.is_a(at, "comma", "semicolon", "and"):
            return tuple(found), stop
        at = items.past(at, "comma", "semicolon", "and")


def _member(items: Items, at: int, head: Head, kinds: tuple[str, ...]) -> tuple[Member | None, int, tuple[str, ...]]:
    """The member named at an item, the item behind it, and the kinds that hold from here on."""
    first = at
    while items.is_a(at, "many", "led", "quote") or (
        items.is_a(at, "num") and items.is_a(at + 1, "unit", "group", "locality")
    ):
        at += 1
    if at > first and is_kind(items, at) and items.is_a(at + 1, "colon"):  # `thành phố A và các tỉnh: B, C`
        kinds, at = (key_at(items, at),), at + 2
    unit = ""
    if items.is_a(at, *CLUSTERS):
        return None, at, kinds
    if items.is_a(at, "unit") and items.is_a(at + 1, "province", "cap", "caps", "person", "dot", "country"):
        unit = items.wording(at, at + 1)
        kinds = (key_at(items, at),) if at > first else kinds
        at += 1 + items.is_a(at + 1, "dot")
    if items.is_a(at, "province"):
        place = str(items.items[at].value)
        if not head.shared or (unit and head.shared.startswith("Tỉnh ")):  # `Tỉnh hội A, B và thành phố C`
            return Member(place, at), at + 1, kinds
        unit = unit or ("tỉnh" if "tỉnh" in kinds and place not in cities() else "")
        return Member(" ".join(w for w in (head.shared, unit, place) if w), at), at + 1, kinds
    if items.is_a(at, "locality"):
        name = items.wording(at, at + 1)
        kinds = (key_at(items, at).split()[0],) if at > first else kinds  # `5 huyện A, B, C`
        return Member(f"{head.shared} {name}".strip(), at), at + 1, kinds
    stop = _chunk(items, at)
    name = items.wording(at, stop)
    if not name or not (name[0].isupper() or items.is_a(at, "org") or (items.is_a(at, "body") and head.sure)):
        return None, at, kinds
    if items.is_a(at, "org") and items.is_a(at - 1, "unit") and name[0].islower():
        return Member(items.wording(at - 1, stop), at), stop, kinds
    if items.is_a(at, "org", "whole", "caps") or (items.is_a(at, "body") and head.sure):
        inside = head.shared and kinds in (("đơn vị",), ("cơ quan",)) and not name.startswith(head.shared)
        return Member(f"{head.shared} {name}" if inside else name, at), stop, kinds
    local = bool(unit or kinds or head.shared)
    if not local and not head.sure:
        return None, at, kinds
    if len(kinds) == 1 and not unit and kinds[0] in ("huyện", "xã", "phường", "quận", "thị xã", "thị trấn"):
        unit = kinds[0]
    return Member(" ".join(w for w in (head.shared, unit, name) if w), at), stop, kinds


def like(items: Items, before: Member, name: str) -> str:
    """What the member before a bare province shares with it: `HLG tỉnh` of `HLG tỉnh Hà Nam, Nam Định`."""
    value = items.items[before.at].value
    place = value.place if isinstance(value, Org) else str(value) if items.is_a(before.at, "province") else None
    if place is None or not before.name.endswith(f" {place}"):
        return ""
    shared = before.name[: -len(place)]
    bare = re.sub(r"(?:tỉnh|thành phố|TP\.?) ?$", "", shared, flags=re.IGNORECASE)
    return bare if bare == shared or name in cities() else f"{bare}tỉnh "


def apart(items: Items, one: Member, stop: int) -> list[str]:
    """A member's name, or the two that were read as one: `Hội Luật gia Hải Phòng và Chi hội Luật gia Bộ Xây dựng`."""
    sentence, value = items.sentence, items.items[one.at].value
    for at in range(items.items[one.at].start + 1, items.items[stop - 1].end - 1):
        if sentence.keys[at] != "và" or not sentence.words[at + 1][0].isupper() or one.name.startswith("Văn phòng"):
            continue
        match = lexicon().match(sentence, at + 1)
        before, found, behind = one.name.partition(f" {sentence.words[at]} {sentence.words[at + 1]}")
        if not found or match is None or "body" not in match.classes:
            continue
        complete = isinstance(value, Org) and value.place is not None and before.endswith(value.place)
        alike = sentence.keys[at + 1] == one.name.split()[0].lower()
        if complete or alike or "inside" not in match.classes:
            return [before, f"{sentence.words[at + 1]}{behind}"]
    return [one.name]


def _chunk(items: Items, at: int) -> int:
    """Where the name that begins at an item stops; the item itself where that is no name of a member."""
    stop = at
    while stop < min(at + _CHUNK, len(items)):
        if items.is_a(stop, *_ENDS) and not _joins(items, stop):
            break
        if items.is_a(stop, "post", "date", "lead", "deputy", "quote", *CLUSTERS):
            return at
        if items.is_a(stop, "person") and len(items.wording(stop, stop + 1).split()) > 3:
            return at
        if items.is_a(stop, "dash") and items.is_a(stop + 1 + items.is_a(stop + 1, "group"), "lead", "deputy"):
            break
        if items.is_a(stop, "organise", "confer", "receive", "attend", "speak", "covenant", "many") and stop > at:
            return at if items.is_a(stop, "many") else stop
        stop += 1
    listed = items.is_a(stop, "comma", "semicolon", "close", "and")
    while stop > at + 1 and items.is_a(stop - 1, "low", "dash") and not listed:
        stop -= 1
    return stop


def _joins(items: Items, at: int) -> bool:
    """Whether `và` stands inside a name: `Cục Trang bị và kho vận`."""
    return (
        items.is_a(at, "and")
        and items.is_a(at + 1, "low", "inside", "inner")
        and items.wording(at + 1, at + 2).islower()
    )


def composed(items: Items, shared: str, name: str, at: int) -> str:
    if not shared or not items.is_a(at, "province"):
        return name
    return f"{shared} {name}" if name in cities() else f"{shared} tỉnh {name}"


@cache
def cities() -> frozenset[str]:
    return frozenset(unit.name for unit in provinces() if unit.type == "city")
