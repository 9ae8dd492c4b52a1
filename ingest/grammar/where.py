"""Words of place around an occasion → the province in which it is held, or the place as the article words it."""

from __future__ import annotations

import re
from collections import Counter

from ingest.capitals import vietnamese
from ingest.districts import province_of
from ingest.document import Document, Line
from ingest.items import Items, alphabet
from ingest.occasions import Occasion

_ENDS = tuple(
    "semicolon dot dots colon organise attend confer receive person speak by with take_place date year will have"
    " occasion title address post passive in on chair award_name close is as quote about purpose celebrate propose not"
    " because slash".split()
)
"""Classes with which the words of a place have ended."""
_ADDRESS_ENDS = ("semicolon", "dot", "organise", "attend", "confer", "person", "speak", "occasion", "post", "org")
_AREAS = ("unit", "locality", "province", "country")
_LONGEST = 12
_NO_PART = frozenset(
    "sáng chiều tối trưa ngày và nhân đã lúc hôm mới vừa trong từ cho nhằm trước sau nay qua theo dưới cùng".split()
)
"""Words that belong to what follows a place."""
_STREETS = frozenset("đường phố lộ sông cầu báo".split())
"""Words behind which a province's name is that of a street, a river, a newspaper."""
_OF_TIME = frozenset({"giờ", "sáng", "chiều", "tối", "trưa", "hôm"})
"""Words of time behind a place: a province behind them is no part of its address (`sáng 3/4 giờ Hà Nội`)."""
_CITY = frozenset({"phố", "tp", ".", "tỉnh"})
_MATTER = frozenset({"về", "dự", "với", "vụ"})
_NOWHERE = frozenset("đây đó buổi hội lễ cuộc kì phiên đại chương mức tuổi vị văn việc trận".split())
"""First words of what is no place unless they begin a name: a reference back, or an occasion."""
_PAPERS = frozenset("điều nghị luật khoản điểm mục thế quyết".split())
"""First words of what a law or a decision is quoted by."""


def place_told(line: Line, at: int) -> str | None:
    """Where the occasion at item `at` is held, by the words of place nearest to it in its sentence."""
    items = line.scene
    best: tuple[int, str] | None = None
    for i in items.where("at"):
        found = _place_at(line, i + 1)
        if found is None:
            continue
        first, last = sorted((i, at))
        far = abs(i - at) + 12 * sum(items.is_a(j, "occasion", "semicolon", "relative") for j in range(first + 1, last))
        if i > at and any(items.is_a(j, "speak", "person", "receive") for j in range(at + 1, i)):
            far += 12
        if far < 40 and (best is None or far < best[0]):
            best = far, found
    return best[1] if best else None


def right_behind(line: Line, at: int) -> str | None:
    """Where games are held that are named in passing, by words right behind their name: `World Cup 2018 ở Nga`."""
    held = at + 1
    held = line.scene.past(held, "passive", "organise", "take_place")
    return _place_at(line, held + 1) if line.scene.is_a(held, "at") else None


def place_of(line: Line, first: int, stop: int) -> str | None:
    """The province that items `first` to `stop` of a scene name, also as a district or inside the name of a body."""
    return _within(line, line.scene.items[first].start, line.scene.items[stop - 1].end)


def place_in_name(line: Line, at: int) -> str | None:
    """The province in an occasion's own name, before the words that tell its matter (`về các dự án chống ngập`)."""
    items = line.scene
    begin, end = items.items[at].start, items.items[at].end
    matter = next((i for i in range(begin, end) if items.sentence.keys[i] in _MATTER), end)
    return _within(line, begin, matter) if matter > begin else None


_GAMES = re.compile(
    r"(?:Thế vận hội|Olympic|Paralympic|A[Ss][Ii][Aa][Dd])(?: Olympic)?(?: và Paralympic)?"
    r"(?: [Mm]ùa (?:[Hh]è|[Đđ]ông))? (?!Olympic|Games)([A-Z][a-z]+(?: (?:de )?[A-Z][a-z]+){0,2})"
    r"(?P<told>,? (?:năm |lần |\(|[12]\d{3}))?(?:$| và )?"
)
"""Games that are called by the city in which they are held."""


def games(name: str) -> str | None:
    """The city by which games are called, but neither a science (`Olympic Toán`) nor whoever won there.

    >>> games("Olympic và Paralympic Tokyo 2020")
    'Tokyo'
    >>> games("Olympic Mark Stone")
    """
    found = _GAMES.match(name)
    if found is None or vietnamese(found[1].split()[0]):
        return None
    alone = " " not in found[1] and (found.end() == len(name) or name[found.end() - 1] == " ")
    return found[1] if found["told"] or alone else None


def visited(line: Line, at: int) -> str | None:
    """The country or province that a visit goes to, in its name or right behind it: `chuyến thăm chính thức Cuba`."""
    items = line.scene
    begin, end = items.items[at].start, items.items[at].end
    to = next((i for i in range(begin, end) if items.sentence.keys[i] in ("tới", "đến") and i > begin), begin)
    inside = [
        str(i.value or line.base.text[line.base.sentence.starts[i.start] : line.base.sentence.ends[i.end - 1]])
        for n, i in enumerate(line.plain.items)
        if to <= i.start and i.end <= end and "country" in alphabet().classes(i.symbol)
        and items.sentence.keys[i.start - 1] in ("thăm", "thức", "tới", "đến", "nước")
    ]  # fmt: skip
    if inside:
        return inside[0]
    behind = at + 1
    while items.is_a(behind, "low", "will") and items.keys(behind).split()[-1] in _OF_VISITS:
        behind += 1
    if items.is_a(behind, "country") and items.keys(behind) != "việt nam":
        return items.wording(behind, behind + 1)
    value = items.items[at].value
    goal = value.wording.rpartition("thăm ")[2] if isinstance(value, Occasion) else ""
    return _within(line, begin, end) or province_of(goal) or _address(items, at + 1)


_OF_VISITS = frozenset("chính thức cấp nhà nước hữu nghị làm việc tới đến và đầu tiên".split())
"""Words of which what is told of a visit is made before its goal: `chuyến thăm cấp Nhà nước tới Cuba`."""


def _within(line: Line, begin: int, end: int) -> str | None:
    """The province that tokens `begin` to `end` of a sentence name last, or that of a district which they name."""
    named = [
        str(i.value)
        for n, i in enumerate(line.plain.items)
        if begin <= i.start and i.end <= end and _is_province(line, n)
    ]
    sentence = line.scene.sentence
    return named[-1] if named else province_of(line.scene.text[sentence.starts[begin] : sentence.ends[end - 1]])


def only_province(document: Document, lines: list[int]) -> str | None:
    """The one province that an article names, where it does so beside the occasion or at the article's beginning."""
    named: dict[str, int] = {}
    for number, line in enumerate(document.lines):
        for n in line.plain.where("province"):
            if _is_province(line, n):
                named.setdefault(str(line.plain.items[n].value), number)
    if len(named) != 1:
        return None
    name, first = named.popitem()
    return name if first < 4 or any(abs(first - number) < 2 for number in lines) else None


def main_province(document: Document) -> str | None:
    """The province that an article names far more often than any other."""
    told = [
        str(line.plain.items[n].value)
        for line in document.lines
        for n in line.plain.where("province")
        if _is_province(line, n)
    ]
    most = Counter(told).most_common(2)
    if not most or most[0][1] < 3 or (len(most) > 1 and most[0][1] < 3 * most[1][1]):
        return None
    return most[0][0]


def _is_province(line: Line, number: int) -> bool:
    """Whether an item of the plain layer is a province's name, and not that of a person, a street or a river."""
    item = line.plain.items[number]
    classes = alphabet().classes(item.symbol)
    if "province" not in classes or not item.value:
        return False
    before = line.scene.sentence.keys[item.start - 1] if item.start else ""
    alone = "also_person" in classes and before not in _CITY and line.scene.sentence.keys[item.start] == "hồ"
    return before not in _STREETS and not alone


def _place_at(line: Line, first: int) -> str | None:
    """The place whose words begin at an item: its province, else a country or a name as worded."""
    items = line.scene
    begun = items.keys(first).split()[0] if first < len(items) else ""
    if not begun or begun in _PAPERS or (begun in _NOWHERE and not _is_name(items, first)):
        return None
    stop = first
    while stop < min(first + _LONGEST, len(items)) and not items.is_a(stop, *_ENDS):
        if items.is_a(stop, "comma") and not (
            items.is_a(stop + 1, *_AREAS) and not items.is_a(stop + 2, "organise", "confer", "comma")
        ):
            break
        if items.is_a(stop, "open") and not items.is_a(stop + 1, *_AREAS, "cap"):
            break
        if stop > first and items.keys(stop).split()[0] in _NO_PART:
            break
        stop += 1
    if items.is_a(stop, "close") and items.is_a(stop - 2, "open"):
        stop += 1
    if items.is_a(stop, "post") and items.keys(stop - 1) == "phủ":
        stop += 1  # `Phủ Chủ tịch`
    if stop == first:
        return None
    found = place_of(line, first, stop) or _address(items, stop)
    if found:
        return found
    while stop > first + 1 and (
        items.is_a(stop - 1, "and", "comma", "open", "dash")
        or (items.is_a(stop - 1, "low") and _all_named(items, first, stop - 1))
    ):
        stop -= 1
    return items.wording(first, stop) if any(_is_name(items, i) for i in range(first, stop)) else None


def _address(items: Items, at: int) -> str | None:
    """The province with which an address ends, whose parts stand between commas."""
    for i in range(at, min(at + 16, len(items))):
        if items.is_a(i, "province") and items.items[i].value:
            return str(items.items[i].value)
        if items.is_a(i, *_ADDRESS_ENDS) or items.keys(i) in _OF_TIME:
            return None
    return None


def _is_name(items: Items, at: int) -> bool:
    return (
        items.is_a(at, "cap", "caps", "country", "org", "locality", "region")
        and not items.wording(at, at + 1).islower()
    )


def _all_named(items: Items, first: int, stop: int) -> bool:
    """Whether a name has been told before small words: they go on with the sentence."""
    return any(_is_name(items, i) for i in range(first, stop))
