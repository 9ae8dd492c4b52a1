"""Rows of street names that could be people's → nobody's names: `các tuyến đường Lê Lợi, Trần Phú và Phạm Hùng`."""

from __future__ import annotations

from ingest.items import Items, item

_WORDS = frozenset("đường phố tuyến hẻm ngõ cầu lộ ga trạm bến hầm giao xoay".split())
_CROSSINGS = frozenset("ba tư năm sáu bảy".split())
"""Last words of that with which streets, bridges and stops are told, whose names follow in rows; behind `ngã`."""
_TOLD = _WORDS | {"ngã"}
_LISTS = frozenset({"như", "gồm"})
_SIGNS = ("comma", "and", "dash")
_WORDS_BETWEEN = 4
"""Words that may stand between `đường` and a list of streets, the last one `như`: `tuyến đường trung tâm như`."""
_ALWAYS = 3
"""Names in a row, from which on no other subject is expected behind the last comma."""


def streets(items: Items) -> None:
    """Make the people among the names of streets in a row what they are: words with a capital letter."""
    keys = items.sentence.keys
    if _TOLD.isdisjoint(keys) or not (people := items.where("person")):
        return
    for at, one in enumerate(items.items[: people[-1]]):
        if (keys[one.end - 1] in _WORDS or keys[one.end - 1] in _CROSSINGS) and _street(items, at):
            _row(items, at)


def _street(items: Items, at: int) -> bool:
    if not items.is_a(at, "low", "not_province", "unit", "num") or items.keys(at) == "thành phố":
        return False
    last = items.items[at].end - 1
    word = items.sentence.keys[last]
    return word in _WORDS or (word in _CROSSINGS and items.sentence.keys[last - 1] == "ngã")


def _row(items: Items, street: int) -> None:
    """Go along a row that begins behind a word for a street."""
    at = street + 1
    named = next((i for i in range(at, min(at + _WORDS_BETWEEN, len(items))) if items.keys(i) in _LISTS), -1)
    if named > 0 and not items.has("comma"):
        return
    at = named + 1 if named > 0 else at
    several = named > 0 or any(items.is_a(i, "many", "num") or items.keys(i) == "hai" for i in (street - 1, street - 2))
    names, joined = list[tuple[int, int]](), False
    while (stop := _name(items, at)) > at:
        names.append((at, stop))
        at = stop
        if not items.is_a(at, *_SIGNS):
            break
        joined = joined or items.is_a(at, "dash", "and")
        at += 1
        while _street(items, at):
            at += 1
    acts = items.is_a(at, "open", "passive", "suffer", "speak", "talk") and not joined and not several
    sure = several or joined or len(names) - acts >= _ALWAYS - 1
    for first, stop in names[: len(names) - acts] if sure else names[:1]:
        for i in range(first, stop):
            if items.is_a(i, "person"):
                items.put(i, item("cap", items.items[i].start, items.items[i].end))


def _name(items: Items, at: int) -> int:
    """The end of one name of a row: a person's by its looks, or words with capital letters."""
    if items.is_a(at, "person"):
        return at + 1
    stop = at
    while items.is_a(stop, "cap", "caps", "inside", "surname") and stop < at + 6:
        if not items.wording(stop, stop + 1)[0].isupper():
            break
        stop += 1
    return stop
