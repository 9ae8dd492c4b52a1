"""Occasions with their dates, places and organisers in a sentence → the events of an article, once each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.agents import Agent, ahead, behind
from ingest.capitals import vietnamese
from ingest.dates import Date
from ingest.document import Document, Line
from ingest.facts import Event, Passage
from ingest.grammar import when, where
from ingest.grammar.organiser import holders, organisers, own_session
from ingest.occasions import Occasion
from ingest.words import lexicon
from ontology.schemes import province_iri
from ontology.spelling import words

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NATIONAL = re.compile(
    r"trung ương|toàn quốc|quốc tế|quốc gia|quốc hội|olympic|chuyến thăm|thăm chính thức|chung kết|thi |chính phủ"
    r"|họp báo|\bcup\b|\bgames\b|asiad",
    re.IGNORECASE,
)
"""Words in the names of occasions that are held anywhere in the country or the world."""
_NUMBER = re.compile(r"\d+|[ivx]+")

_OWN = frozenset("cuộc buổi phiên kì đêm họp tang".split())
"""First words of kinds that make an occasion of their own without a name (`buổi họp báo`), where a day is told."""
_SEVERAL = frozenset("các những nhiều mỗi mọi từng hai ba bốn năm vài loạt".split())
"""Words before an occasion that tell of several, or of any."""
_VAGUE = frozenset({"sự kiện", "chương trình"})
_CALLED_OFF = re.compile(
    r"\b(?:dừng|hủy|hủy bỏ|hoãn|từ chối|(?:không|chưa) (?:thể )?(?:tổ chức|diễn ra|có|dự|tham dự)|có quyền|hàng trăm)\b"
    r"|\b(?:chào mừng|hướng tới|tiến tới|chuẩn bị|nghị quyết|phục vụ|trên|công tác) (?:\S+ )?$"
)
"""Words before an occasion that does not take place, or for whose sake something else is done."""
_FAMILIES = {
    start: family
    for family, starts in {
        "lễ": "lễ|buổi lễ|mít tinh|tang lễ",
        "họp": "họp|cuộc họp|buổi họp|kì họp|phiên họp",
        "họp báo": "họp báo|buổi họp báo|cuộc họp báo",
        "tòa": "phiên tòa|phiên xét xử",
        "thăm": "thăm|chuyến thăm",
        "thi": "cuộc thi|kì thi|hội thi",
        "trận": "trận chung",
        "đêm": "đêm chung",
        "gặp": "cuộc gặp|buổi gặp|gặp mặt",
        "làm việc": "buổi làm|cuộc làm|làm việc",
        "tọa đàm": "tọa đàm|buổi tọa",
    }.items()
    for start in starts.split("|")
}
"""What kinds of occasions are called by several words, by their first words."""


_SMALL = frozenset("của và cho trao tặng thứ lần năm".split())
"""Words that make no two names alike."""


_MOST = 64
"""Occasions of one article; more are told in no newspaper, and each costs a look at every later one."""
_OF_DAYS = frozenset({"thi", "olympic", "games", "liên", "liên hoan"})
"""Kinds that last for days: a day told far from their name is that of something else."""
_LEAD = 4
"""The last line of the title and the lead, whose occasions are those of the article's own time."""
_CLOSE, _ANYWHERE = 5, 400
_HELD = "held"
"""The kind of what is told only by what a body holds: it may be called a conference or a ceremony afterwards."""


@dataclass(slots=True)
class Found:
    """An occasion with all that its sentences tell of it."""

    name: str
    kind: str
    passage: Passage
    date: Date | None = None
    place: str | None = None
    organisers: list[tuple[Agent, Passage]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    chaired: bool = False
    near: str | None = None
    """The province of whoever holds it, or of whom its name tells: where it is held unless a place is told."""


def find(document: Document) -> list[Found]:
    """The occasions of an article, in order; several wordings of one are one."""
    found: list[Found] = []
    earlier: Date | None = None
    for number, line in enumerate(document.lines):
        for at in line.scene.where("occasion"):
            value = line.scene.items[at].value
            if not isinstance(value, Occasion):
                continue
            games = _family(value) == "games"
            date = (
                None
                if games
                else when.date_told(document, line, at, earlier, _CLOSE if _family(value) in _OF_DAYS else _ANYWHERE)
            )
            place, held = _place(line, at, value), organisers(line, at) or _deed_holders(line, at, value)
            same = _same(found, value, date)
            if same is None:
                if len(found) == _MOST or not _is_new(line, at, value, date, place, held):
                    continue
                name = value.wording + _matter(line, at, value)
                same = Found(name, _family(value), line.scene.passage(at, at + 1), chaired=_chaired(line, at))
                found.append(same)
            elif len(words(value.wording)) > len(words(same.name)) and not value.bare and line.part != "title":
                same.name, same.passage = value.wording, line.scene.passage(at, at + 1)
            same.date = _fuller(same.date, date)
            same.place = same.place or place
            same.organisers += held or own_session(line, at, value)
            same.near = same.near or _near(line, at, held)
            same.lines.append(number)
        earlier = when.last_day(line.scene) or earlier
    return found


def events(document: Document, found: list[Found]) -> Iterator[Event]:
    names = [one.name for one in found if one.lines[0] <= _LEAD]
    years = when.Years(document)
    for one in found:
        place = one.place or one.near
        if (place is None or province_iri(place) is None) and not _anywhere(one) and not _abroad(place or ""):
            place = where.only_province(document, one.lines) or (place and where.main_province(document)) or place
        date = _date(years, one, names)
        if date or one.place or one.organisers or one.chaired:
            yield Event(event=one.name, date=date, place=place, passage=one.passage, rule="event.named")


def _abroad(place: str) -> bool:
    """Whether a place is a country, or bears a foreign name (`Cung Cách mạng ở thủ đô La Habana`)."""
    return lexicon().is_name_of(place, "country") or any(
        w[0].isupper() and not w.isupper() and w.isalpha() and not vietnamese(w) for w in place.split()
    )


def _anywhere(one: Found) -> bool:
    """Whether its name, or whoever holds it, tells that an occasion may be held anywhere in the country."""
    held = " ".join(agent.name for agent, _ in one.organisers)
    return bool(
        _NATIONAL.search(one.name) or re.search(r"(?:^| )(?:Bộ|Quốc hội|Chính phủ|Trung ương|Việt Nam)\b", held)
    )


def _is_new(
    line: Line, at: int, value: Occasion, date: Date | None, place: str | None, held: list[tuple[Agent, Passage]]
) -> bool:
    """Whether an occasion not told before is one that took place or will, with a day, a place or an organiser."""
    dated = bool(date and date.day)
    first = line.scene.items[at].start
    before = line.scene.sentence.keys[max(0, first - 6) : first]
    if before[-2:] == ["nghi", "thức"]:
        return False
    if _CALLED_OFF.search(" ".join(before) + " ") or (before and _several(before) and not (held and dated)):
        return False
    if not held and not dated and sum(line.scene.is_a(i, "quote") for i in range(at)) % 2:
        return False  # told in somebody's words
    if value.bare:
        aside = line.scene.is_a(at - 1, "at", "in") and line.scene.is_a(at + 1, "comma")
        there = dated and place and not aside and value.kind not in _VAGUE  # `Lễ trao giải diễn ra tối 24/1 tại Sơn La`
        return line.part != "title" and bool(held or there or (date and value.kind.split()[0] in _OWN))
    if value.held and held:
        return True
    if value.deed:
        acted = (value.kind.startswith("họp") and held) or (_named(value) and doers(line, at))
        return bool(dated and value.wording and (acted or not value.acted))
    told = date or place or held or _chaired(line, at)
    return bool(told) or (bool(_name_year_of(value.wording)) and line.part != "title" and len(words(value.wording)) > 3)


def _several(before: list[str]) -> bool:
    return before[-1] in _SEVERAL or before[-2:] == ["một", "số"]


def _deed_holders(line: Line, at: int, value: Occasion) -> list[tuple[Agent, Passage]]:
    """The bodies that open, found or meet, where the occasion is told by that verb."""
    if not value.deed or (value.acted and not value.kind.startswith("họp")) or line.scene.is_a(at - 1, "attend"):
        return []
    bodies = [a for a in holders(line.scene, at) if not line.scene.is_a(a.at, "province", "locality")]
    return [(a, line.scene.passage(a.at, at + 1)) for a in bodies]


def doers(line: Line, at: int) -> list[Agent]:
    """Those before a verb that tells of an occasion: who visits, who meets."""
    found = behind(line.scene, at, reach=10)
    comma = next((i for i in range(at + 1, min(at + 7, len(line.scene))) if line.scene.is_a(i, "comma")), None)
    said = line.scene.sentence.keys[line.scene.items[at].end - 1] == '"'  # `“… thăm X”, ông A nói`
    if not found and comma is not None and not said:  # `Làm việc với lãnh đạo tỉnh sáng 5/2, ông X cho biết`
        found = [a for a in ahead(line.scene, comma + 1)[0] if a.is_person]
    return [
        a for a in found
        if a.count is None and not line.scene.is_a(a.at, "province")
        and not any(line.scene.is_a(i, "relative", "at", "for") for i in range(a.at + 1, at))
    ]  # fmt: skip


def _named(value: Occasion) -> bool:
    """Whether a visit tells who or what is visited, by a name or in several words."""
    behind_verb = value.wording[len(value.kind) :]
    return len(behind_verb.split()) > 2 or any(c.isupper() or c.isdigit() for c in behind_verb)


def _same(found: list[Found], value: Occasion, date: Date | None) -> Found | None:
    """The occasion told before that this wording points back to: of the same kind, its words among the other's."""
    family = _family(value)
    for one in reversed(found):
        if value.bare:
            if one.kind in (family, _HELD) or value.kind.split()[-1] in words(one.name)[:3]:
                return one
        elif _kin(one.kind, family) and not _apart(one, value, date) and _alike(one, value, family):
            return one
    return None


def _kin(kind: str, family: str) -> bool:
    return _HELD in (kind, family) or kind == family


def _apart(one: Found, value: Occasion, date: Date | None) -> bool:
    """Whether two visits have days of their own, or two names numbers and none in common (`kỳ họp 23`, `kỳ họp 24`)."""
    if value.deed and date and one.date and (date.month, date.day) != (one.date.month, one.date.day):
        return True
    mine, theirs = ({w for w in words(name) if _NUMBER.fullmatch(w)} for name in (value.wording, one.name))
    return bool(mine and theirs and not mine & theirs)


def _alike(one: Found, value: Occasion, family: str) -> bool:
    """Whether most words of one name are in the other; where the kinds are called by other words, all of its matter."""
    mine, theirs = set(words(value.wording)), set(words(one.name))
    if _HELD in (one.kind, family):
        return len(mine & theirs) > max(2, 0.6 * min(len(mine), len(theirs)))
    if words(one.name)[: len(value.kind.split())] != value.kind.split():
        mine, theirs = (side - {*words(one.name)[:2], *value.kind.split(), *_SMALL} for side in (mine, theirs))
        return len(mine & theirs) > 1 and (mine <= theirs or theirs <= mine)
    return mine <= theirs or theirs <= mine or len(mine & theirs) > 0.6 * min(len(mine), len(theirs))


def _family(value: Occasion) -> str:
    """One name for kinds of occasions that are called by several words."""
    if value.held:
        return _HELD
    if lexicon().is_name_of(value.kind, "games"):
        return "games"
    first = value.kind.split()
    two = " ".join(first[:2])
    own = first[0] if first[0] in ("lễ", "triển", "liên") else two
    return _FAMILIES.get(value.kind) or _FAMILIES.get(two) or _FAMILIES.get(first[0]) or own


def _matter(line: Line, at: int, value: Occasion) -> str:
    """What a bare occasion is about, where that stands behind its date or place: `cuộc họp ngày 21-9 … về vụ …`."""
    items = line.scene
    ends = ("comma", "dot", "semicolon", "speak", "will", "open", "quote", "occasion", "confer")
    stop = next((i for i in range(at + 1, len(items)) if items.is_a(i, *ends)), len(items))
    about = next((i for i in range(at + 1, min(at + 14, stop)) if items.is_a(i, "about")), None)
    if not value.bare or about is None or about + 1 >= stop:
        return ""
    return f" {items.wording(about, stop)}"


def _fuller(old: Date | None, new: Date | None) -> Date | None:
    if old is None or new is None:
        return old or new
    if old.day is None and new.day is not None:
        return new
    if old.year is None and new.year and (old.month, old.day) == (new.month, new.day):
        return new
    return old


def _place(line: Line, at: int, value: Occasion) -> str | None:
    """Where an occasion is held by its sentence; a visit is where it goes to."""
    if _family(value) == "games":
        return where.right_behind(line, at)
    visit = value.kind.startswith("chuyến thăm")
    return (where.visited(line, at) if visit else where.games(value.wording)) or where.place_told(line, at)


def _near(line: Line, at: int, held: list[tuple[Agent, Passage]]) -> str | None:
    """The province in an occasion's own name, or in the names of the bodies that hold it."""
    value = line.scene.items[at].value
    visit = isinstance(value, Occasion) and "thăm" in value.kind
    found = where.visited(line, at) if visit else where.place_in_name(line, at)
    return found or next(filter(None, (where.place_of(line, one.at, one.at + 1) for one, _ in held)), None)


def _chaired(line: Line, at: int) -> bool:
    return line.scene.is_a(at - 1, "chair") and line.scene.items[at].end - line.scene.items[at].start > 2


def _date(years: when.Years, one: Found, names: list[str]) -> str | None:
    """The day of an occasion; the year in its name where no day is told, or where it lasts for days."""
    own = _name_year_of(one.name)
    day = one.date if one.date and one.date.month else None
    if day is None or (own and one.kind in _OF_DAYS and not day.year):
        return own or (one.date.iso() if one.date else None)
    return day.iso(years.known(one.name, day, names))


def _name_year_of(name: str) -> str | None:
    years = _YEAR.findall(name)
    return years[0] if len(years) == 1 else None
