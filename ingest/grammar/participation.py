"""Agents and verbs of taking part around an occasion → who organised, chaired, attended, spoke or presented."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import Agent, agent, ahead, behind
from ingest.document import Document, Line
from ingest.facts import Participation, Passage
from ingest.grammar.event import Found
from ingest.honours import HonourName
from ingest.items import Rule
from ingest.phrases import Occasion
from ontology.spelling import fold

_WHO = r"(?:<title|address|post|dot|comma|dash|new>)*(?P<who><person>)"
_SUBJECT = (
    r"(?P<who><person>)(?:<comma|dash><post>(?:<comma|dash|and><post>)*<comma|dash>?)?(?:<open><~close>{1,8}<close>)?"
)
_ADVERBS = "(?:<will|low|attend|and|comma>){0,4}?"

SPOKE_FIRST = Rule("participation.speaking", rf"(?P<verb><speak>)<low>?(?:<at|in>)?(?P<event><occasion>)<comma>{_WHO}")
AT_SPOKE = Rule(
    "participation.there-said",
    rf"<at|in>(?P<event><occasion>)(?:<date|year|low>)?<comma>{_WHO}(?:<~semicolon|dot|person>){{0,14}}?<speak>",
)
SPOKE_AT = Rule(
    "participation.spoke-at", rf"{_SUBJECT}{_ADVERBS}<speak>(?:<low|speak>){{0,3}}<at|in>(?P<event><occasion>)"
)
CHAIRED = Rule("participation.chaired", rf"{_SUBJECT}{_ADVERBS}<chair>(?P<event><occasion>)?")
ATTENDED = Rule("participation.attended", rf"{_SUBJECT}{_ADVERBS}<attend>(?:<low|and>){{0,3}}(?P<event><occasion>)")
PICTURED = Rule(
    "participation.pictured",
    r"(?P<who><person>)(?:<and>(?:<title|address|post|honour>)*(?P<other><person>))?<at|in>(?P<event><occasion>)",
)
GUESTS = Rule(
    "participation.guests",
    r"<attend>(?:<and|speak|low|will>){0,3}(?P<event><occasion>)?(?:<low|as|comma>){0,3}<have|colon>(?:<low|many>)*",
)
FROM_SIDE = Rule(
    "participation.side", r"^<about><low>(?:<~have|semicolon|dot|person>){1,8}<have>(?:<low|many|comma>){0,3}"
)
CAME = Rule("participation.came", r"<will|low>*<attend>(?:<dot>|(?P<event><occasion>)|$)")
PRESENTED = Rule(
    "participation.presented", rf"{_SUBJECT}(?:<will|low|and|attend|comma|behalf|led|org|country>){{0,8}}?<confer>"
)
PRESENTED_FOR = Rule(
    "participation.presented-for",
    r"<behalf>(?:<led>)?(?P<who><org>)(?:<open><~close>{1,6}<close>)?(?:<at><~comma>){0,2}(?:<will|low|and>){0,4}<confer>",
)


def participations(document: Document, found: list[Found]) -> Iterator[Participation]:
    """Each agent and part once. `found` are the occasions of the article."""
    seen: set[tuple[str, str]] = set()
    for one in _all(document, found):
        key = (fold(one.agent), one.part)
        if key not in seen:
            seen.add(key)
            yield one


def _all(document: Document, found: list[Found]) -> Iterator[Participation]:
    for event in found:
        for a, passage in event.organisers:
            yield Participation(
                agent=a.name, part="organised", event=event.name, passage=passage, rule="participation.organised"
            )
    for number, line in enumerate(document.lines):
        yield from _spoken(line, found, number)
        yield from _guests(line, found, number)
        yield from _presented(line, found, number)
        yield from _pictured(line, found, number)
    yield from _said(document, found)


def _spoken(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    for rule, part in (
        (SPOKE_FIRST, "spoke"), (AT_SPOKE, "spoke"), (SPOKE_AT, "spoke"), (CHAIRED, "chaired"), (ATTENDED, "attended"),
    ):  # fmt: skip
        for match in rule.finditer(line.scene.symbols):
            event = _event(line, match.start("event"), found, number) if match["event"] else _last(found, number)
            if event is None:
                continue
            who = agent(line.scene, match.start("who"))
            if who is not None:
                yield _made(who, part, event, line.scene.passage(match.start(), match.end()), rule)


def _guests(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    for match in GUESTS.finditer(line.scene.symbols):
        event = _event(line, match.start("event"), found, number) if match["event"] else _last(found, number)
        if event is None:
            continue
        agents, _ = _guest_list(line, match.end())
        for a in agents:
            if a.count is None:
                yield _made(a, "attended", event, line.scene.passage(match.start(), a.at + 1), GUESTS)
    for match in FROM_SIDE.finditer(line.scene.symbols):
        event = _last(found, number)
        for a in _guest_list(line, match.end())[0] if event else ():
            if a.is_person:
                yield _made(a, "attended", event, line.scene.passage(match.start(), a.at + 1), FROM_SIDE)
    for match in CAME.finditer(line.scene.symbols):
        event = _event(line, match.start("event"), found, number) if match["event"] else _last(found, number)
        if event is None or (not match["event"] and "tham gia" in line.scene.keys(match.end() - 2)):
            continue
        for a in behind(line.scene, match.start(), reach=8):
            if a.is_person:
                yield _made(a, "attended", event, line.scene.passage(a.at, match.end()), CAME)


def _pictured(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who is shown at an occasion in a photo's caption was there."""
    if line.part != "caption":
        return
    for match in PICTURED.finditer(line.scene.symbols):
        event = _event(line, match.start("event"), found, number)
        for group in ("who", "other"):
            if event and match[group] and (who := agent(line.scene, match.start(group))):
                yield _made(who, "attended", event, line.scene.passage(match.start(), match.end()), PICTURED)


def _guest_list(line: Line, at: int) -> tuple[list[Agent], int]:
    """The people of a long list of guests: `A, chức vụ; B, chức vụ; cùng đại diện …`."""
    agents, stop = ahead(line.scene, at)
    while line.scene.is_a(stop, "semicolon", "comma", "and"):
        more, after = ahead(line.scene, stop + 1)
        if not more or after <= stop:
            break
        agents, stop = agents + more, after
    return agents, stop


def _presented(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    if not line.scene.has("award_name"):
        return
    event = _last(found, number)
    for rule in (PRESENTED, PRESENTED_FOR):
        for match in rule.finditer(line.scene.symbols):
            if not _honour_follows(line, match.end()) or line.scene.is_a(match.end() - 2, "passive"):
                continue
            who = agent(line.scene, match.start("who"))
            if who is not None and not line.scene.is_a(match.start("who") - 1, "for"):
                yield _made(who, "presented", event, line.scene.passage(match.start(), match.end()), rule)


def _honour_follows(line: Line, at: int) -> bool:
    items = line.scene
    return any(isinstance(items.items[i].value, HonourName) for i in range(at, min(at + 8, len(items))))


def _made(who: Agent, part: str, event: Found | None, passage: Passage, rule: Rule) -> Participation:
    return Participation(
        agent=who.name, part=part, event=event.name if event else None, passage=passage, rule=rule.name
    )


def _event(line: Line, at: int, found: list[Found], number: int) -> Found | None:
    """The occasion that an item names or points back to."""
    value = line.scene.items[at].value
    if not isinstance(value, Occasion):
        return None
    for one in found:
        if fold(one.name) == fold(value.wording):
            return one
    here = [f for f in found if number in f.lines]
    return here[0] if here else _last(found, number)


def _last(found: list[Found], number: int) -> Found | None:
    """The occasion told last before or in a sentence."""
    before = [f for f in found if f.lines and f.lines[0] <= number]
    return before[-1] if before else None


_MEETINGS = frozenset(
    "hội nghị|cuộc họp|buổi họp|kì họp|phiên họp|buổi làm việc|cuộc làm việc|buổi tiếp xúc|buổi giám sát|họp báo"
    "|buổi họp báo|cuộc họp báo|tọa đàm|buổi tọa đàm|hội thảo|đại hội|diễn đàn|phiên chất vấn".split("|")
)
SAYS = Rule("participation.said", rf"{_SUBJECT}(?:<will|low>){{0,3}}?<talk>")


def _meeting(found: list[Found]) -> Found | None:
    """The one meeting that an article is about, if it tells of just one occasion and that is a meeting."""
    told = [f for f in found if (f.date or f.place or f.organisers) and f.kind in _MEETINGS]
    return told[0] if len(told) == 1 else None


def _said(document: Document, found: list[Found]) -> Iterator[Participation]:
    """In an article about one meeting, whoever is quoted in the body spoke there."""
    event = _meeting(found)
    if event is None:
        return
    for number, line in enumerate(document.lines):
        if number < event.lines[0] or line.part in ("title", "caption"):
            continue
        for match in SAYS.finditer(line.scene.symbols):
            who = agent(line.scene, match.start("who"))
            elsewhere = line.scene.is_a(match.end(), "with")  # `nói với AFP`, `chia sẻ với phóng viên`
            if who is not None and not elsewhere:
                yield _made(who, "spoke", event, line.scene.passage(match.start(), match.end()), SAYS)
