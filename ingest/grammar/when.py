"""Words of time around an occasion, and all years that an article tells → its date."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from ingest.dates import Date
from ingest.document import Document, Line
from ingest.items import Items
from ingest.tokens import Sentence
from ontology.spelling import words

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FULL = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_JUBILEE = re.compile(
    r"(\d{2,4}) năm (?:ngày|thành lập|giải phóng|truyền thống)?[^.\n]{0,80}?\(?\d{1,2}[/-]\d{1,2}[/-]((?:19|20)\d\d)"
)
_SPAN = re.compile(r"\(?(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d\s*[-–]\s*\1[/.-]\2[/.-]((?:19|20)\d\d)")
"""An anniversary with both ends: `11-6-1948 - 11-6-2018`."""
_WHOLE = re.compile(
    r"(\d{2,3}) năm (?:ngày|thành lập|tái lập|giải phóng|truyền thống|chiến thắng|xây dựng)\b[^.\n]{0,80}?"
    r"\(?((?:1[89]|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b"
)
"""A jubilee with its first and its last year, which must be as far apart: `60 năm thành lập (1957 - 2017)`."""
_TERM = re.compile(r"(?:nhiệm kỳ|nhiệm kì)(?: \w+,?)? ?\(?((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)", re.IGNORECASE)
_TERM_BEGINS = 3
"""Years told so long after a term began show that a congress spoken of is not that at its beginning."""
_CYCLE = 60
"""Years after which a year by the lunar calendar bears the same name."""
_STEMS = "canh tân nhâm quý giáp ất bính đinh mậu kỷ".split()
_BRANCHES = "thân dậu tuất hợi tý sửu dần mão thìn tỵ ngọ mùi".split()
_LUNAR = re.compile(rf"(?:tết|xuân|năm) ({'|'.join(_STEMS)}) ({'|'.join(_BRANCHES)})\b", re.IGNORECASE)
_RECALLED = re.compile(r"(?:kỷ|kỉ) niệm (\d{2,3}) năm\b.*\bnăm ((?:19|20)\d\d)$")
"""An anniversary of what happened in the year told last: `kỷ niệm 50 năm … mùa xuân năm 1968`."""
_TO_COME = re.compile(r"(?:đến|tới|đầu|cuối|giai đoạn|nhiệm kỳ)[^.,\n]{0,16}(?:19|20)\d\d(?: ?[-–] ?20\d\d)?")
"""Years to which something is to last, which tell nothing of when an article was written."""
_AHEAD = 200
"""Days behind the article's own date from which a day is told as one of the year before (`25/12`, read in January)."""
_SCHOOL_YEAR = re.compile(r"năm học (?:mới )?((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)", re.IGNORECASE)
_SCHOOL_BEGINS, _SCHOOL_ENDS = 8, 12
"""The month in which a school year begins, and that until which the one before is still looked back upon."""
_LOOKS_BACK = re.compile(r"biểu dương|tuyên dương|tổng kết|vinh danh|khen|xuất sắc|tiêu biểu", re.IGNORECASE)
"""Words of an occasion for those who did well in a school year, which is over."""
_COUNTED = re.compile(r"(?:kỷ|kỉ|tưởng) niệm (\d{2,3}) năm")
_LIVING = 2000
"""Years from here on are those in which articles are written, not those that a jubilee recalls."""
_PERIOD = re.compile(r"(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d")
"""Several years that are summed up: `tổng kết phong trào giai đoạn 2010 - 2015`."""
_EVERY = ("hàng năm", "hằng năm")
_CELEBRATED = frozenset({"truyền thống", "ngày sinh", "kỉ niệm", "chọn ngày"})
_SAME_DAY = "cùng ngày"
_PREPARES = ("trước", "chuẩn bị")
"""Words before an occasion that is still to come on the day told before them (`sáng 3/10 … trước kỳ họp thứ 6`)."""


def date_told(document: Document, line: Line, at: int, earlier: Date | None, reach: int) -> Date | None:
    """The day told for the occasion at item `at`: nearest in its sentence, `cùng ngày` for the day told before it.

    `earlier` is the day told last before the sentence, `reach` the number of items beyond which no day is its own.
    """
    items = line.scene
    dated = [
        i for i in items.where("date", "year") if isinstance(items.items[i].value, Date) and not _festive(items, i)
    ]
    if (at and items.keys(at - 1).startswith(_PREPARES)) or _is_coming(items, at):
        dated = [i for i in dated if i > at]
    days = [i for i in dated if (d := _value(items, i)).day and (d.year or 2000) > 1980]
    months = [i for i in dated if (d := _value(items, i)).month and not d.day and (d.year or _vague(items, i))]
    if months and days and min(_far(items, i, at) for i in months) + 6 < min(_far(items, i, at) for i in days):
        days = months
    years = [i for i in dated if _value(items, i).month is None and 0 < at - i <= 3]
    days = [i for i in days if abs(i - at) <= reach]
    best = min(days, key=lambda i: _far(items, i, at), default=None)
    if best is not None and not (years and _far(items, best, at) > _far(items, years[-1], at)):
        return _value(items, best)
    text = " ".join(items.sentence.keys)
    if _SAME_DAY in text and earlier:
        return earlier
    for i in sorted(dated, key=lambda i: _far(items, i, at)):
        value = _value(items, i)
        since = items.sentence.keys[items.items[i].start - 1] == "từ" if i else False
        if not since and (value.month or i < at or i - at <= 2):
            return value
    return None


def _is_coming(items: Items, at: int) -> bool:
    """Whether an occasion is said to come after the day told before it: `nói hôm 24/8 … trong cuộc họp tháng tới`."""
    first, end = items.items[at].start, items.items[at].end
    return any(pair in _COMING for pair in pairwise(items.sentence.keys[first : end + 2]))


_COMING = {(unit, when) for unit in ("tuần", "tháng", "năm") for when in ("tới", "sau")}


def _vague(items: Items, at: int) -> bool:
    """Whether a month tells when something was, not what it was for: `hồi cuối tháng 1`, not `tổng kết tháng 11`."""
    return at > 0 and items.keys(at - 1) in ("hồi", "cuối", "đầu", "giữa", "vào", "trong")


def last_day(items: Items) -> Date | None:
    """The day told last in a sentence."""
    found = [d for i in items.where("date") if isinstance(d := items.items[i].value, Date) and d.day]
    return found[-1] if found else None


def _value(items: Items, at: int) -> Date:
    value = items.items[at].value
    assert isinstance(value, Date)
    return value


def _far(items: Items, day: int, at: int) -> int:
    """How far a date is from an occasion: other occasions and verbs of speaking between them count as many words."""
    first, last = sorted((day, at))
    between = range(first + 1, last)
    far = last - first + 8 * sum(items.is_a(i, "occasion", "relative", "because") for i in between)
    far += 4 * sum(items.is_a(i, "semicolon", "speak", "open", "quote") for i in between)
    return far


def _festive(items: Items, at: int) -> bool:
    """Whether a date names a day that returns each year, or the day that an anniversary recalls."""
    if any(items.is_a(at + step, "dash") and items.is_a(at + 2 * step, "date") for step in (-1, 1)):
        return True
    sentence = items.sentence
    start, end = items.items[at].start, items.items[at].end
    behind = " ".join(sentence.keys[end : end + 2])
    before = " ".join(sentence.keys[max(0, start - 3) : start])
    recalled = any(before.startswith(w) for w in _CELEBRATED) or "ngày truyền thống" in before
    return behind in _EVERY or recalled or _named_by(sentence, start) or _of_paper(sentence, start)


def _named_by(sentence: Sentence, start: int) -> bool:
    """Whether a date at a token is the name of a place, or ends that of a day kept each year.

    `công viên 23/9`, `Ngày Nhà giáo Việt Nam 20/11`.
    """
    keys = sentence.keys
    if not keys[start][0].isdigit():
        return False
    if " ".join(keys[max(0, start - 2) : start]).endswith(_BEARS_A_DAY):
        return True
    day = next((i for i in range(start - 2, max(-1, start - _DAY_NAME), -1) if keys[i] == "ngày"), None)
    return day is not None and all(w[0].isupper() or w in _IN_DAY_NAMES for w in sentence.words[day + 1 : start])


_BEARS_A_DAY = ("công viên", "quảng trường", "bệnh viện", "nhà máy", "đường", "phố", "cầu")
"""Words for what may bear a day of history as its name."""
_DAY_NAME = 9
"""Words that the name of a day kept each year may have."""
_IN_DAY_NAMES = frozenset({"-", "giáo", "thuốc", "và", "chí", "binh", "sĩ", "sỹ", "thao", "nữ", "gia", "mạng"})
"""Parts of such names that may be written small: `Ngày Nhà giáo`, `Ngày Thương binh - Liệt sĩ`."""


def _of_paper(sentence: Sentence, start: int) -> bool:
    """Whether a date at a token is that of a paper with a number: `Quyết định số 12/QĐ-UBND ngày 16-4-2019`."""
    number = start - 1
    while number > 0 and (not sentence.words[number].islower() or sentence.keys[number] == "ngày"):
        number -= 1
    return number > 0 and sentence.keys[number] == "số" and sentence.keys[number - 1] in _PAPERS


_PAPERS = frozenset({"định", "tư", "văn", "trình", "thị", "lệnh", "báo", "hoạch"})
"""Last words of the names of papers with numbers (`Quyết định`, `Thông tư`, `Kế hoạch`) that no session adopts."""


class Years:
    """What an article's text tells of years, looked for once for all of its occasions."""

    def __init__(self, document: Document) -> None:
        self.published = document.article.published
        self.text = document.article.text
        self.title = document.article.title or ""

    def known(self, name: str, date: Date, named: list[str]) -> int | None:
        """A year for a day and month, if the article fixes it. `named` are the names of all its occasions.

        The date line does; so does the same day told in full elsewhere, a year in the name of an occasion, the term for
        which a congress elects, an anniversary (`70 năm ngày … 11/6/1948`), a year by the lunar calendar.
        """
        if self.published:
            ahead = ((date.month or 1) - self.published.month) * 30 + (date.day or 1) - self.published.day
            return self.published.year - (ahead > _AHEAD)
        same_day = {year for day, month, year in self._full if (day, month) == (date.day, date.month)}
        if len(same_day) == 1:
            return _of_jubilee(name, same_day.pop())
        terms, latest = self._terms, self._latest
        if " ".join(words(name)).startswith("đại hội") and terms and latest < max(terms) + _TERM_BEGINS:
            return max(terms)
        years = _years(name)
        if (school := _SCHOOL_YEAR.search(name)) and date.month:
            over = date.month < _SCHOOL_ENDS and _LOOKS_BACK.search(name)
            return int(school[1 if date.month >= _SCHOOL_BEGINS and not over else 2])
        recalled = _RECALLED.search(name)
        if recalled:
            return int(recalled[1]) + int(recalled[2])
        closing = " ".join(words(name))
        looks_back = "đánh giá" in closing and len(years) == 2 and max(years) == min(years) + 1
        if years and ("tổng kết" in closing or looks_back):
            if _PERIOD.search(name):
                return None
            month = date.month or 12
            return min(years) if month >= 5 else min(years) + 1 if month <= 4 and len(years) > 1 else None
        if len(years) == 1 and (max(years) >= _LIVING or max(years) == latest):
            return years.pop()
        if len(self._jubilees) == 1:
            return min(self._jubilees)
        begun = set().union(*(_anniversary(n, self.text) for n in named))
        if len(begun) == 1:
            return begun.pop()
        if len(self._lunar) == 1:
            return min(self._lunar)
        others = set().union(*(_years(n) for n in (*named, self.title) if "tổng kết" not in n.lower()))
        return latest if others == {latest} and latest >= _LIVING else None

    @cached_property
    def _full(self) -> list[tuple[int, int, int]]:
        return [(int(day), int(month), int(year)) for day, month, year in _FULL.findall(self.text)]

    @cached_property
    def _terms(self) -> set[int]:
        return {int(begins) for begins, _ in _TERM.findall(self.text)}

    @cached_property
    def _latest(self) -> int:
        return max(_years(_TO_COME.sub("", self.text)), default=0)

    @cached_property
    def _jubilees(self) -> set[int]:
        spans = {int(year) for _, _, year in _SPAN.findall(self.text)}
        told = {int(n) + int(y) for n, y in _JUBILEE.findall(self.text) if int(y) < _LIVING}
        whole = {int(end) for n, begun, end in _WHOLE.findall(self.text) if int(end) - int(begun) == int(n)}
        return spans or told or whole

    @cached_property
    def _lunar(self) -> set[int]:
        found = {_lunar(stem, branch) for stem, branch in _LUNAR.findall(self.text)}
        return {year for year in found if str(year - _CYCLE) not in self.text}  # `Tết Mậu Thân 1968`


def _of_jubilee(name: str, year: int) -> int:
    """The year of an occasion on a day that was told in full: that of the jubilee, where the day is what it recalls."""
    count = _COUNTED.search(name)
    return year + int(count[1]) if count and year < _LIVING else year


def _years(text: str) -> set[int]:
    return {int(y) for y in _YEAR.findall(text)}


def _anniversary(name: str, text: str) -> set[int]:
    """The year of `lễ kỷ niệm 990 năm …` where brackets tell when that began: `năm Thiên Thành thứ 2 (1029)`."""
    count = re.search(r"(?:kỷ|kỉ) niệm (\d{2,4}) năm", name)
    begun = {int(y) for y in re.findall(r"\((\d{3,4})\)", text)}
    return {int(count[1]) + y for y in begun if 1990 <= int(count[1]) + y <= 2030} if count else set[int]()


def _lunar(stem: str, branch: str) -> int:
    """The year between 1984 and 2043 that bears a name of the cycle of sixty years.

    >>> _lunar("mậu", "tuất")
    2018
    """
    s, b = _STEMS.index(stem.lower()), _BRANCHES.index(branch.lower())
    return next(y for y in range(1984, 2044) if y % 10 == s and y % 12 == b)
