"""Words of time → partial dates: `17/3`, `ngày 8 tháng 3 năm 2018`, `tháng 9/2019`, `năm 2017`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from ingest.items import Item, Items, item
from ingest.tokens import DIGIT

_FULL = re.compile(r"(\d{1,2})(?:-\d{1,2})?[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-]((?:19|20)\d\d)")
_DAY_MONTH = re.compile(r"(?:(\d{1,2})-)?(\d{1,2})[/.-](\d{1,2})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_WORDS = frozenset("ngày sáng chiều tối trưa đêm hôm nay qua từ đến khuya mùng mồng và".split())
_SHARES = frozenset("lệ tỉ chiếm khoảng hơn gần số phần phiếu tổng dân quân người chi đơn địa chỉ nhà ngõ lô".split())
"""Words beside a fraction or a number of a house, which are no dates (`tỉ lệ 3/4`, `37/43 chi hội`)."""
_BEGINS = frozenset({"năm", "tháng"})
"""Words other than figures with which a date can begin."""
_BEFORE_DAYS = ("ngày", "từ", "mùng", "mồng", "(")
_THROUGH = ("-", "đến", "tới", "và")
_COUNTED = ("thứ", "lần", "khóa", "số")
"""Words behind which a number counts something: `kỳ họp thứ 13 tháng 7/2014`."""


@dataclass(frozen=True, slots=True)
class Date:
    """What is known of a date; `day` and `month` are 1-based, None where the text does not say."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self, year: int | None = None) -> str | None:
        """The date as FACTS.md writes it, with a year from elsewhere if the text gives none."""
        known = self.year or year
        if self.month is None:
            return f"{known:04d}" if known else None
        if self.day is None:
            return f"{known:04d}-{self.month:02d}" if known else None
        return f"{known:04d}-{self.month:02d}-{self.day:02d}" if known else f"--{self.month:02d}-{self.day:02d}"


def _valid(day: int | None, month: int, year: int = 2000) -> bool:
    """Whether there is such a day; without a year that of a leap year will do."""
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year, month)[1])


def find(items: Items) -> None:
    """Make one item of each date, of class `date`, or `year` where it is only that, with a `Date` for its value."""
    sentence = items.sentence
    if DIGIT not in sentence.looks:  # there is no date without a figure
        return
    out: list[Item] = []
    last = 0
    for at, one in enumerate(items.items):
        if at < last or (sentence.looks[one.start] != DIGIT and sentence.keys[one.start] not in _BEGINS):
            continue
        found = _date_at(items, at)
        if found is not None:
            date, stop = found
            kind = "year" if date.month is None else "date"
            out += items.items[last:at]
            out.append(item(kind, one.start, items.items[stop - 1].end, date))
            last = stop
    if last:
        items.become(out + items.items[last:])


def _date_at(items: Items, at: int) -> tuple[Date, int] | None:
    word = items.keys(at)
    previous = items.keys(at - 1) if at else ""
    if word == "năm" and (year := _year(items, at + 1)):
        return Date(year), at + 2
    if word == "tháng" and at + 1 < len(items):
        return _month(items, at)
    if not word or not word[0].isdigit():
        return None
    if m := _FULL.fullmatch(word):
        day, month, year_ = int(m[1]), int(m[2]), int(m[3])
        return (Date(year_, month, day), at + 1) if _valid(day, month, year_) else None
    if m := _MONTH_YEAR.fullmatch(word):
        return (Date(int(m[2]), int(m[1])), at + 1) if _valid(None, int(m[1])) else None
    if m := _DAY_MONTH.fullmatch(word):
        day, month = int(m[1] or m[2]), int(m[3])
        following = items.keys(at + 1) if at + 1 < len(items) else ""
        bracketed = previous == "(" and at > 1 and items.keys(at - 2).split()[-1] in _DAY_WORDS
        told = (
            previous in _DAY_WORDS
            or bracketed
            or (
                "/" in word and previous not in _SHARES and following not in _SHARES and not items.is_a(at + 1, "group")
            )
        )
        return (Date(None, month, day), at + 1) if told and _valid(day, month) else None
    if (
        word.isdigit()
        and at + 2 < len(items)
        and items.keys(at + 1) == "tháng"
        and previous not in _COUNTED
        and 1 <= int(word) <= 31
    ):
        found = _month(items, at + 1)
        if found is not None:
            return Date(found[0].year, found[0].month, int(word)), found[1]
    if word.isdigit() and previous in _BEFORE_DAYS:
        return _range(items, at)
    return None


def _range(items: Items, at: int) -> tuple[Date, int] | None:
    """`15 - 17/11`, `8 đến 10/11`, `7 và mùng 8/8`: the first day of a stretch that names its month once."""
    if at + 2 >= len(items) or items.keys(at + 1) not in _THROUGH:
        return None
    last = _date_at(items, at + 3 if items.keys(at + 2) in _BEFORE_DAYS else at + 2)
    if last is None or last[0].month is None or last[0].day is None or not _valid(int(items.keys(at)), last[0].month):
        return None
    return Date(last[0].year, last[0].month, int(items.keys(at))), last[1]


def _month(items: Items, at: int) -> tuple[Date, int] | None:
    word = items.keys(at + 1)
    if m := _MONTH_YEAR.fullmatch(word):
        return (Date(int(m[2]), int(m[1])), at + 2) if _valid(None, int(m[1])) else None
    if not word.isdigit() or not _valid(None, int(word)):
        return None
    stop = at + 2
    if stop < len(items) and items.keys(stop) in ("năm", "/", "-"):
        year = _year(items, stop + 1)
        if year:
            return Date(year, int(word)), stop + 2
    return Date(None, int(word)), stop


def _year(items: Items, at: int) -> int | None:
    word = items.keys(at) if at < len(items) else ""
    return int(word) if _YEAR.fullmatch(word) else None
