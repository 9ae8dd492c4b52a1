"""Agents and verbs of taking part around an occasion → who organised, chaired, attended, spoke or presented."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import Agent, agent, ahead, behind
from ingest.document import Document, Line
from ingest.facts import Participation, Passage
from ingest.grammar.event import Found
from ingest.items import Rule
from ingest.occasions import Occasion
from ingest.phrases import HonourName
from ontology.spelling import fold

_WHO = r"(?:<title|address|post|dot|comma|dash|new|low|attend|behalf|led|org|state>){0,9}?(?P<who><person>)"
_ASIDE = r"(?:<open><~close>{1,8}<close>)?"
_SUBJECT = (
    rf"(?P<who><person>){_ASIDE}(?:<comma|dash><post>(?:<comma|dash|and><post>)*{_ASIDE}<comma|dash>?"
    r"|<comma|dash><~person|speak|attend|chair|dot|semicolon|comma|dash|occasion|confer|quote>{1,9}<comma|dash>)?"
)
_ADVERBS = "(?:<will|low|attend|and|comma>){0,4}?"
_CAME_ALONG = "(?:<will|low|and|comma|in|by|led|group|kin>|<award_name>){0,12}?"

SPOKE_FIRST = Rule(
    "participation.speaking",
    rf"(?P<verb><speak>)<low>?(?:<at|in>)?(?P<event><occasion>)(?:<date|year|low|open|close>){{0,4}}<comma>{_WHO}",
)
OPENED = Rule("participation.opening", rf"^<low>?(?P<verb><speak>)(?:<low|speak|and>){{0,3}}<comma>{_WHO}")
AT_SPOKE = Rule(
    "participation.there-said",
    rf"<at|in>(?P<event><occasion>)(?:<date|year|low|province|open|close|at>){{0,4}}<comma>{_WHO}(?:<~semicolon|dot|person>){{0,14}}?<speak>",
)
SPOKE_AT = Rule(
    "participation.spoke-at", rf"{_SUBJECT}{_ADVERBS}<speak>(?:<low|speak>){{0,3}}<at|in>(?P<event><occasion>)"
)
CHAIRED = Rule("participation.chaired", rf"{_SUBJECT}{_ADVERBS}<chair>(?!<comma>)(?P<event><occasion>)?")
ATTENDED = Rule("participation.attended", rf"{_SUBJECT}{_CAME_ALONG}<attend>(?:<low|and>){{0,3}}(?P<event><occasion>)")
PICTURED = Rule(
    "participation.pictured",
    r"(?P<who><person>)(?:<open><~close>{1,3}<close>)?(?:<and>(?:<title|address|post|honour>)*(?P<other><person>))?<at|in>(?P<event><occasion>)",
)
GUESTS = Rule(
    "participation.guests",
    r"<attend>(?:<and|speak|low|will|chair>){0,3}(?P<event><occasion>)?(?:<low|as|comma>){0,3}<have|colon>(?:<low|many>)*",
)
PRESENT_OF = Rule("participation.present-of", r"(?:<have|with><low>|<purpose>)<attend><of>(?:<low|many>)*")
"""`với sự tham dự của A, B`, `có sự tham gia của A`."""
FROM_SIDE = Rule(
    "participation.side", r"^<about><low>(?:<~have|semicolon|dot|person>){1,8}<have>(?:<low|many|comma>){0,3}"
)
CAME = Rule("participation.came", r"<will|low>*<attend>(?:<dot>|(?P<event><occasion>)|$)")
PRESENTED = Rule(
    "participation.presented",
    rf"{_SUBJECT}(?:<will|low|and|attend|comma|behalf|led|org|country|state|post|in|at|occasion|speak>){{0,10}}?<confer>",
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
        in_body = [told for told in event.organisers if told[1].start >= _body_begins(document)]
        for a, passage in in_body or event.organisers:
            yield Participation(
                agent=a.name, part="organised", event=event.name, passage=passage, rule="participation.organised"
            )
    officials = _officials(document)
    for number, line in enumerate(document.lines):
        yield from _spoken(line, found, number)
        yield from _guests(line, found, number)
        yield from _presented(line, found, number, officials)
        yield from _pictured(line, found, number)
    yield from _said(document, found, officials)


def _body_begins(document: Document) -> int:
    """The offset behind the title, which shortens names or gives them more than the body does."""
    return next((line.scene.start(0) for line in document.lines if line.part != "title"), 0)


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


def _presented(line: Line, found: list[Found], number: int, officials: frozenset[str]) -> Iterator[Participation]:
    if not any(isinstance(i.value, HonourName) for i in line.scene.items):
        return
    event = _last(found, number)
    for rule in (PRESENTED, PRESENTED_FOR):
        for match in rule.finditer(line.scene.symbols):
            if not _honour_follows(line, match.end()) or line.scene.is_a(match.end() - 2, "passive"):
                continue
            if "quyết định" in _text(line, match.start("who"), match.end()):
                continue  # decided is not yet handed over
            who = agent(line.scene, match.start("who"))
            before = range(max(0, match.start("who") - 3), match.start("who"))
            if who is None or any(line.scene.is_a(i, "for") for i in before):
                continue
            if not who.is_person or fold(who.name) in officials or line.scene.is_a(match.start("who") + 1, "behalf"):
                yield _made(who, "presented", event, line.scene.passage(match.start(), match.end()), rule)


def _text(line: Line, first: int, stop: int) -> str:
    """The keys of items as one text."""
    return " ".join(line.scene.keys(i) for i in range(first, stop))


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
    "hội nghị|họp|làm việc|buổi tiếp|buổi giám|họp báo|tọa đàm|hội thảo|đại hội|diễn đàn|phiên chất|phiên giải"
    "|phiên thảo|buổi thảo|buổi đối|cuộc đối|phiên làm|held".split("|")
)
_CEREMONIES = frozenset("lễ|chương trình|buổi gặp|gặp|buổi khen|buổi trao|buổi giao".split("|"))
_ELSEWHERE = ("trao đổi với", "chia sẻ với", "nói với", "bên lề", "phóng viên", "phỏng vấn", "trước đó", "trả lời báo")
"""Words in a sentence that tells what somebody said apart from the occasion."""
_DONE = frozenset({"phát động", "chúc mừng", "kêu gọi", "cảm ơn", "cám ơn", "gửi lời", "cam kết", "thay mặt", "đọc"})
"""Verbs of speaking for what may be done anywhere."""
SAYS = Rule("participation.said", rf"{_SUBJECT}(?:<will|low>){{0,3}}?(?P<verb><talk|speak>)")


def _main(found: list[Found]) -> Found | None:
    """The occasion that an article is about: told of near its beginning, and more often than any other."""
    told = [f for f in found if f.kind in _MEETINGS | _CEREMONIES and (f.date or f.place or f.organisers)]
    best = max(told, key=lambda f: len(f.lines), default=None)
    if (
        best is None
        or best.lines[0] > 5
        or len(best.lines) < 2
        or sum(len(f.lines) >= len(best.lines) for f in told) > 1
    ):
        return None
    return best


def _said(document: Document, found: list[Found], officials: frozenset[str]) -> Iterator[Participation]:
    """In an article about one meeting whoever is quoted in the body spoke there; at a ceremony whoever holds office."""
    event = _main(found)
    if event is None:
        return
    for number, line in enumerate(document.lines):
        text = " ".join(line.scene.sentence.keys)
        if number < event.lines[0] or line.part in ("title", "caption") or any(w in text for w in _ELSEWHERE):
            continue
        for match in SAYS.finditer(line.scene.symbols):
            who = agent(line.scene, match.start("who"))
            talks = line.scene.is_a(match.start("verb"), "talk")
            elsewhere = line.scene.is_a(match.end(), "with")  # `nói với AFP`, `chia sẻ với phóng viên`
            if who is None or elsewhere or line.scene.keys(match.start("verb")) in _DONE:
                continue
            official = fold(who.name) in officials
            if (talks or official) if event.kind in _MEETINGS else (talks and official):
                yield _made(who, "spoke", event, line.scene.passage(match.start(), match.end()), SAYS)


_HOLDS = Rule(
    "holds", r"<post>(?:<title|address|dot|comma>)*(?P<after><person>)|(?P<before><person>)(?:<comma|dash|open>)<post>"
)


def _officials(document: Document) -> frozenset[str]:
    """The keys of the names beside which an office is told."""
    found = set()
    for line in document.lines:
        for match in _HOLDS.finditer(line.base.symbols):
            at = match.start("after") if match["after"] else match.start("before")
            found.add(fold(str(line.base.items[at].value)))
    return frozenset(found)
