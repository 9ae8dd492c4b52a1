"""Agents and verbs of taking part around an occasion → who organised, chaired, attended, spoke or presented."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import AGENTS, agent
from ingest.document import Document, Line
from ingest.facts import Participation
from ingest.grammar.event import Found
from ingest.grammar.guests import bullets, opens_list
from ingest.grammar.mourning import funerals, mourners
from ingest.grammar.organiser import holders
from ingest.grammar.pictured import PICTURED_DOING
from ingest.grammar.presence import present
from ingest.grammar.speech import heard, said, spoken
from ingest.grammar.taking_part import SUBJECT, last, made, officials, subjects
from ingest.grammar.trial import courts
from ingest.grammar.visit import MET
from ingest.honours import HonourName
from ingest.items import Rule
from ontology.spelling import fold

ORGANISED = Rule("participation.organised", "<organise>")
PRESENTED = Rule(
    "participation.presented",
    rf"{SUBJECT}(?:<will|low|date|and|attend|comma|behalf|led|of|org|country|state|post|in|at|occasion|speak>){{0,10}}?<confer>",
)
REPRESENTED = Rule("participation.represented", r"<behalf|led><~dot|semicolon|person|occasion|date>{1,14}?<confer>")
"""`đại diện Tỉnh đoàn và lãnh đạo tỉnh Sơn La trao Bằng khen`: the bodies themselves, where no person is named."""

_ONLY_SEEN = (PICTURED_DOING.name, MET.name)
"""Rules that tell who was there only by the way; of whoever is told to have spoken there nothing more is told."""
_REPRESENTING = frozenset({"đại diện", "lãnh đạo"})
_HANDING = ("trao", "tặng", "gắn", "đeo")
"""Verbs of handing over; `truy tặng`, `khen thưởng` tell what is decided, unless it is done for others."""


def participations(document: Document, found: list[Found]) -> Iterator[Participation]:
    """Each agent and part once. `found` are the occasions of the article."""
    seen: set[tuple[str, str]] = set()
    only_seen: list[Participation] = []
    for one in _all(document, found):
        if one.rule in _ONLY_SEEN and one.part == "attended":
            only_seen.append(one)
            continue
        key = (fold(one.agent), one.part)
        if key not in seen:
            seen.add(key)
            yield one
    for one in only_seen:
        who = fold(one.agent)
        if not {(who, part) for part in ("attended", "chaired", "spoke")} & seen:
            seen.add((who, "attended"))
            yield one


def _all(document: Document, found: list[Found]) -> Iterator[Participation]:
    begins = _body_begins(document)
    for event in found:
        in_body = [told for told in event.organisers if told[1].start >= begins]
        for a, passage in in_body or event.organisers:
            yield made(a, "organised", event, passage, ORGANISED)
    yield from courts(document, found)
    known, mourning = officials(document), funerals(found)
    listing = False
    for number, line in enumerate(document.lines):
        if listing:
            yield from bullets(line, found, number)
        listing = opens_list(line, listing)
        if not line.scene.has(*AGENTS, "state", "occasion"):
            continue
        yield from spoken(line, found, number)
        yield from heard(line, found, number)
        yield from present(line, found, number, document.lines[number - 1] if number else None)
        if mourning:
            yield from mourners(line, mourning, number)
        yield from _presented(line, found, number, known)
    yield from said(document, found, known)


def _body_begins(document: Document) -> int:
    """The offset behind the title, which shortens names or gives them more than the body does."""
    return next((line.scene.start(0) for line in document.lines if line.part != "title"), 0)


def _presented(line: Line, found: list[Found], number: int, known: frozenset[str]) -> Iterator[Participation]:
    """Who hands over an honour or a gift: officials, whoever acts for others, whoever is shown doing so."""
    items = line.scene
    if not items.has("award_name", "gift", "contest"):
        return
    event = last(found, number)
    for match in items.find(PRESENTED):
        first = match.start("who")
        who = agent(items, first)
        if who is None or not _hands_over(line, first, match.end() - 1):
            continue
        if any(items.is_a(i, "for") for i in range(max(0, first - 3), first)):
            continue  # who stands behind `cho` receives
        acts = any(items.is_a(i, "behalf") for i in range(match.end()))
        if not acts and _another(line, match.end() - 1):
            continue
        hands = items.keys(match.end() - 1).startswith(_HANDING)
        if acts or (hands and (fold(who.name) in known or line.part == "caption")):
            for one in subjects(items, first):
                yield made(one, "presented", event, items.passage(min(one.at, match.start()), match.end()), PRESENTED)
    for match in items.find(REPRESENTED):
        verb = match.end() - 1
        if not _hands_over(line, match.start(), verb):
            continue
        direct = items.keys(match.start()) in _REPRESENTING
        comma = next((i for i in range(match.start(), verb) if items.is_a(i, "comma")), verb)
        for a in holders(items, verb):
            if a.at > (match.start() if direct else comma):
                yield made(a, "presented", event, items.passage(match.start(), match.end()), REPRESENTED)


def _another(line: Line, verb: int) -> bool:
    """Whether a body or a country stands as the subject right before the verb: `ông A cảm ơn nước B đã trao tặng`."""
    before = line.scene.before(verb, "will")
    return line.scene.is_a(before, "country", "org") and not line.scene.is_a(before - 1, "comma", "dash", "and", "led")


def _hands_over(line: Line, first: int, verb: int) -> bool:
    """Whether an honour or a gift stands behind an active verb; what is decided is not yet handed over."""
    between = " ".join(line.scene.keys(i) for i in range(first, verb + 1))
    decided = "quyết định" in between or "đề nghị" in between
    return _honour_follows(line, verb + 1) and not line.scene.is_a(verb - 1, "passive") and not decided


def _honour_follows(line: Line, at: int) -> bool:
    items = line.scene
    gift = any(items.is_a(i, "gift", "contest") for i in range(at, at + 4))
    return gift or any(isinstance(items.items[i].value, HonourName) for i in range(at, min(at + 8, len(items))))
