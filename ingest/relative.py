"""Words of time that count from the article's own day → dates: `hôm qua`, `sáng mai`, `tháng trước`, `năm ngoái`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ingest.dates import Date
from ingest.items import Item, Items, item

_DAYS = {
    f"{part} {word}": days
    for part in ("hôm", "sáng", "chiều", "tối", "trưa", "đêm")
    for word, days in (("nay", 0), ("qua", -1), ("mai", 1))
    if (part, word) != ("hôm", "mai")
} | {"hôm kia": -2, "ngày mai": 1, "ngày kia": 2}
_MONTHS = {"tháng này": 0, "tháng trước": -1, "tháng sau": 1}
_YEARS = {"năm nay": 0, "năm ngoái": -1, "năm kia": -2, "sang năm": 1}
_LAST = frozenset(words.rpartition(" ")[2] for words in (*_DAYS, *_MONTHS, *_YEARS))
_PRESENT = frozenset("của như hệ sống trẻ đời từ đến".split())
"""Words behind which `hôm nay` is the present time and no day: `thế hệ hôm nay`, `từ trước đến nay`."""


def find(items: Items, own: date) -> None:
    """Make one item of each such pair of words, counted from the article's `own` day.

    A day or month without a year takes that of `năm ngoái` behind it.
    """
    if _LAST.isdisjoint(items.sentence.keys):
        return
    out: list[Item] = []
    at, size = 0, len(items)
    while at < size:
        words, stop = _two(items, at)
        told = _counted(words, own, items.keys(at - 1) if at else "")
        before = out[-1].value if out else None
        if told is None:
            out.append(items.items[at])
            at += 1
            continue
        start = items.items[at].start
        if words in _YEARS and isinstance(before, Date) and before.month and before.year is None:
            told, start = replace(before, year=told.year), out.pop().start
        kind = "date" if told.month else "year"
        out.append(item(kind, start, items.items[stop - 1].end, told))
        at = stop
    items.become(out)


def _counted(words: str, own: date, before: str) -> Date | None:
    """The date that two words tell; a month and a year no more than that."""
    if words in _DAYS and not (words == "hôm nay" and before in _PRESENT):
        day = own + timedelta(days=_DAYS[words])
        return Date(day.year, day.month, day.day)
    if words in _MONTHS:
        month = own.year * 12 + own.month - 1 + _MONTHS[words]
        return Date(month // 12, month % 12 + 1)
    return Date(own.year + _YEARS[words]) if words in _YEARS else None


def _two(items: Items, at: int) -> tuple[str, int]:
    """The two words from an item on, and the item behind them: its own if it has two, else with those of the next."""
    words = items.keys(at)
    if " " in words or at + 1 >= len(items):
        return words, at + 1
    return f"{words} {items.keys(at + 1)}", at + 2
