"""An honour in a sentence → the year in which the sentence says that it was given."""

from __future__ import annotations

import re

from ingest.dates import Date
from ingest.items import Items

_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AROUND = ("open", "on", "num", "grade", "quote", "close")
_OPENS = frozenset("đầu cuối giữa từ hồi sáng chiều tối vào ngày trong tháng đến kí".split())
"""Words before a date that tells when something happened."""


def year_of(items: Items, honour: int, verb: int, recipient: int) -> int | None:
    """The year in the honour's name or right behind it, behind its recipient, or at the beginning of the clause."""
    for found in (
        named_year(items, honour),
        year_behind(items, max(honour, recipient)),
        _before(items, min(honour, verb)),
    ):
        if found:
            return found
    return None


def named_year(items: Items, honour: int) -> int | None:
    """The year that belongs to the honour: `Giải thưởng X 2016`, `H (năm 2016)`, `H đợt 1 năm 1996`."""
    found = _IN_NAME.search(items.wording(honour, honour + 1))
    if found:
        return int(found[0])
    at = honour + 1
    if items.is_a(at, "comma") and items.is_a(at + 1, "country") and items.is_a(at + 2, "open"):
        at += 2  # `Giải thưởng X, Nhật Bản (1996)`
    if items.is_a(at, "of"):  # `H của thành phố năm 2018`
        at += 1
        while items.is_a(at, "unit", "org", "province", "locality", "state", "inside") and at < honour + 4:
            at += 1
    while items.is_a(at, "low", *_AROUND) and not items.is_a(at, "date", "year") and at < honour + 5:
        if items.keys(at) in ("vì", "về", "công", "học", "giai"):
            return None
        if items.is_a(at, "num") and _IN_NAME.fullmatch(items.keys(at)):
            return int(items.keys(at))
        at += 1
    return _year(items, at)


def year_behind(items: Items, last: int) -> int | None:
    """Right behind the recipient or the honour, whichever stands last: `cho ông X vào năm 2013`, `H do Y ký ngày …`."""
    at = last + 1
    if items.is_a(at, "open"):
        at = next((i + 1 for i in range(at, min(at + 8, len(items))) if items.is_a(i, "close")), at)
    while items.is_a(at, "on", "at", "province") or (at < len(items) and items.keys(at) in _OPENS):
        at += 1
    if found := _year(items, at) or _past_place(items, at):
        return found
    signed = next((i for i in range(last, len(items)) if items.keys(i) == "kí"), -1)
    return (
        next((y for i in range(signed + 1, min(signed + 4, len(items))) if (y := _year(items, i))), None)
        if signed > 0
        else None
    )


def _past_place(items: Items, at: int) -> int | None:
    """The year behind the place of the ceremony: `cho ông X tại Văn phòng Chính phủ ngày 5-3-2008`."""
    if not items.is_a(at - 1, "at"):
        return None
    for i in range(at, min(at + 8, len(items))):
        if items.is_a(i, "date", "year"):
            return _year(items, i)
        if not items.is_a(
            i, "low", "cap", "caps", "inside", "body", "unit", "org", "locality", "province", "on", "state"
        ):
            break
    return None


def _before(items: Items, verb: int) -> int | None:
    """At the beginning of the clause: `Năm 2016, ông X được tặng H`."""
    for i in range(verb - 1, -1, -1):
        if items.is_a(i, "semicolon"):
            break
        begins = (i < 2 or items.is_a(i - 2, "comma")) and items.is_a(i + 1, "comma")
        if items.is_a(i, "year") and i and items.keys(i - 1) == "từ" and not begins:
            continue  # `công tác tại X từ năm 2007 và được tặng H`
        if (found := _year(items, i)) and (
            i == 0
            or items.is_a(i - 1, "comma", "semicolon", "and", "on", "dot", "person", "date", "will")
            or items.keys(i - 1) in _OPENS
            or items.is_a(i + 1, "passive", "org", "person", "address", "title", "have")
        ):
            return found
    return None


def _year(items: Items, at: int) -> int | None:
    value = items.items[at].value if 0 <= at < len(items) else None
    return value.year if isinstance(value, Date) else None
