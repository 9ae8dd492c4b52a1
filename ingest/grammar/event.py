"""Occasions with their dates, places and organisers in a sentence → the events of an article, once each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.agents import Agent, ahead, behind
from ingest.dates import Date, today
from ingest.document import Document, Line
from ingest.facts import Event, Passage
from ingest.items import Items
from ingest.phrases import Occasion, Org
from ontology.spelling import words

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_JUBILEE = re.compile(r"(\d{1,3}) năm (?:ngày|thành lập|giải phóng)[^.\n]{0,80}?\d{1,2}[/-]\d{1,2}[/-]((?:19|20)\d\d)")


_OWN = frozenset("cuộc buổi phiên kì đêm họp tang".split())
"""First words of kinds that make an occasion of their own without a name (`buổi họp báo`), where a day is told."""


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


def find(document: Document) -> list[Found]:
    """The occasions of an article, in order; several wordings of one are one."""
    found: list[Found] = []
    for number, line in enumerate(document.lines):
        for at in line.scene.where("occasion"):
            value = line.scene.items[at].value
            if not isinstance(value, Occasion):
                continue
            date, place, organisers = _date(document, line, at), _place(line, at), _organisers(line, at)
            same = _same(found, value, number)
            if same is None:
                if (value.bare and not (value.kind.split()[0] in _OWN and date and line.part != "title")) or not (
                    date or place or organisers or _chaired(line, at)
                ):
                    continue
                if value.deed and not (date and value.wording):
                    continue
                same = Found(value.wording, value.kind, line.scene.passage(at, at + 1), chaired=_chaired(line, at))
                found.append(same)
            elif len(words(value.wording)) > len(words(same.name)) and not value.bare and line.part != "title":
                same.name, same.passage = value.wording, line.scene.passage(at, at + 1)
            same.date = _fuller(same.date, date)
            same.place = same.place or place
            same.organisers += organisers or _own_session(line, at, value)
            same.lines.append(number)
    return found


def events(document: Document, found: list[Found]) -> Iterator[Event]:
    for one in found:
        if one.date or one.place or one.organisers or one.chaired:
            yield Event(
                event=one.name,
                date=one.date.iso(_year(document, one, found)) if one.date else _name_year(one),
                place=one.place,
                passage=one.passage,
                rule="event.named",
            )


def _same(found: list[Found], value: Occasion, number: int) -> Found | None:
    """The occasion told before that this wording points back to: of the same kind, its words among the other's."""
    mine = set(words(value.wording))
    for one in reversed(found):
        theirs = set(words(one.name))
        kind = value.kind.split()[-1] if value.bare else value.kind
        if value.bare and (kind in words(one.name)[:3] or one.kind == value.kind):
            return one
        if one.kind == value.kind and (
            mine <= theirs or theirs <= mine or len(mine & theirs) > 0.6 * min(len(mine), len(theirs))
        ):
            return one
    return None


def _fuller(old: Date | None, new: Date | None) -> Date | None:
    if old is None or new is None:
        return old or new
    if old.day is None and new.day is not None:
        return new
    if old.year is None and new.year and (old.month, old.day) == (new.month, new.day):
        return new
    return old


def _date(document: Document, line: Line, at: int) -> Date | None:
    """The nearest day told in the sentence: before the occasion first, then behind it."""
    items = line.scene
    dated = items.where("date", "year")
    days = [i for i in dated if isinstance(d := items.items[i].value, Date) and d.day and (d.year or 2000) > 1980]
    best = min(days, key=lambda i: abs(i - at), default=None)
    if best is not None:
        value = items.items[best].value
        assert isinstance(value, Date)
        return value
    if today(items) is not None and document.article.published:
        p = document.article.published
        return Date(p.year, p.month, p.day)
    for i in dated:
        value = items.items[i].value
        if isinstance(value, Date) and (value.month or i < at):
            return value
    return None


def _place(line: Line, at: int) -> str | None:
    """The province after `tại` or `ở` in the sentence; where none is told the place as worded."""
    items = line.scene
    where = sorted((i for i in items.where("at") if i + 1 < len(items)), key=lambda i: (abs(i - at), i))
    for i in where:
        for j in range(i + 1, min(i + 9, len(items))):
            if items.is_a(j, "semicolon", "dot", "organise", "attend", "confer", "person", "speak"):
                break
            if items.is_a(j, "province") and items.items[j].value:
                return str(items.items[j].value)
    return _worded_place(items, where[0] + 1) if where else None


def _worded_place(items: Items, at: int) -> str | None:
    """A place that is no province: a country, a body's seat, or a capitalised name with the words before it."""
    if items.is_a(at, "country", "org", "locality"):
        return items.wording(at, at + 1)
    stop = at
    while stop < min(at + 8, len(items)) and items.is_a(
        stop, "low", "cap", "caps", "not_province", "inside", "unit", "country"
    ):
        stop += 1
    named = any(items.is_a(i, "cap", "caps") for i in range(at, stop))
    return items.wording(at, stop) if named and not items.is_a(at, "occasion") else None


_SESSIONS = ("kì họp", "phiên họp")  # as keys, which write `kỳ` so


def _own_session(line: Line, at: int, value: Occasion) -> list[tuple[Agent, Passage]]:
    """A session is held by the body whose it is: `kỳ họp thứ 6 Quốc hội khoá XIV`, `kỳ họp HĐND tỉnh Sơn La`."""
    if value.kind not in _SESSIONS:
        return []
    named = line.scene.items[at]
    for number, item in enumerate(line.items.items):
        if named.start <= item.start < named.end and isinstance(item.value, Org):
            return [(Agent(item.value.name, None, number, False), line.scene.passage(at, at + 1))]
    return []


def _chaired(line: Line, at: int) -> bool:
    return line.scene.is_a(at - 1, "chair") and line.scene.items[at].end - line.scene.items[at].start > 2


def _organisers(line: Line, at: int) -> list[tuple[Agent, Passage]]:
    """Who holds it: the agents before `tổ chức`, or after `do` where `tổ chức` follows."""
    items = line.scene
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if items.is_a(i, "organise")), None)
    if verb is not None and not items.is_a(verb - 1, "passive"):
        agents = [a for a in behind(line.scene, verb, reach=5) if not a.is_person]
        if agents:
            first = min(a.at for a in agents)
            return [(a, line.scene.passage(first, at + 1)) for a in agents]
    by = next((i for i in range(at + 1, min(at + 4, len(items))) if items.is_a(i, "by")), None)
    if by is not None:
        agents, stop = ahead(line.scene, by + 1)
        if agents and items.is_a(stop, "organise", "chair"):
            return [(a, line.scene.passage(at, stop + 1)) for a in agents if not a.is_person]
    return []


def _year(document: Document, one: Found, found: list[Found]) -> int | None:
    """A year for a day and month, if the article fixes it.

    The date line does; so does a year in the name of an occasion, and an anniversary (`70 năm ngày … 11/6/1948`).
    """
    if document.article.published:
        return document.article.published.year
    summed_up = "tổng kết" in " ".join(words(one.name)) and one.date is not None and (one.date.month or 12) < 6
    for names in ([one.name], [f.name for f in found]):
        years = {int(y) for name in names for y in _YEAR.findall(name)}
        if len(years) == 1:
            return None if summed_up else years.pop()
        if "tổng kết" in " ".join(words(one.name)) and years and one.date and (one.date.month or 0) >= 6:
            return min(years)
    jubilees = {int(n) + int(y) for n, y in _JUBILEE.findall(document.article.text)}
    return jubilees.pop() if len(jubilees) == 1 else None


def _name_year(one: Found) -> str | None:
    years = _YEAR.findall(one.name)
    return years[0] if len(years) == 1 and not one.date else None
