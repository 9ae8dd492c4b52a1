"""The words around an office → whether the article says that it is over."""

from __future__ import annotations

import re

from ingest.items import Items

_SPAN = re.compile(
    r"(?:từ|giai đoạn|trong|năm|tháng)\s(?:tháng |năm )*[\d/-]*(?:19|20)\d\d"
    r"\s?(?:-|–|đến|tới)\s?(?:tháng |năm )*[\d/-]*(?:19|20)\d\d",
    re.IGNORECASE,
)
"""A stretch of years that is over: `Từ 2000 đến 2003 ông là …`."""


YEAR = re.compile(r"(?<!\d)(?:19[3-9]|20[0-3])\d(?!\d)")
_LONG = 6
"""Years after which an office that somebody took is taken to be given up, where the article tells of later years."""


def long_ago(items: Items, office: int, latest: int) -> bool:
    """Whether the sentence tells the year in which the office was taken, and it lies far behind the latest told."""
    told = items.wording(max(office - 16, 0), office)
    years = [] if "đến nay" in told else [int(year) for year in YEAR.findall(told)]
    return bool(years) and max(years) <= latest - _LONG


_TERM = re.compile(r"nhiệm kỳ.{0,3}(?:19|20)\d\d", re.IGNORECASE)


def over(items: Items, match: re.Match[str]) -> bool:
    """Whether the sentence says from when to when the office was held, in years; a term of office may still run."""
    if items.is_a(match.start("posts") - 1, "comma", "dash", "open"):
        return False
    if items.is_a(match.start(), "in_role", "with"):
        return bool(_SPAN.search(between := items.wording(match.end("posts"), match.end()))) or bool(
            _TERM.search(between)
        )
    if items.is_a(match.start("posts") - 1, "is") and items.keys(0).startswith("trước"):
        return True
    before = items.wording(max(match.start("person") - 8, 0), match.start("posts"))
    behind = items.wording(match.end("posts"), min(match.end("posts") + 9, len(items)))
    found = _SPAN.search(before)
    return bool(found and "nhiệm kỳ" not in before[: found.start()]) or bool(
        _SPAN.match(behind.lstrip("( ").removeprefix("suốt "))
    )


def dismissed(items: Items, at: int) -> bool:
    """Whether the verb behind says that the office was taken away: `ông A, Chủ tịch UBND xã B, bị cách chức`."""
    at = items.past(at, "comma", "dash", "close", "will", "suffer", "passive")
    return items.is_a(at - 1, "suffer", "passive") and items.keys(at) in _DISMISSALS and not items.is_a(at + 1, "post")


_DISMISSALS = frozenset({"cách chức", "miễn nhiệm", "bãi nhiệm"})
