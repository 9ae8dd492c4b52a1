"""Verbs of coming and of leading, lists of guests, captions → who attended and who chaired an occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.agents import BODY_NOUNS, Agent, agent, ahead, behind
from ingest.document import Line
from ingest.facts import Participation
from ingest.grammar.cluster_heads import Head, shared_heads
from ingest.grammar.cluster_lists import lists as cluster_lists
from ingest.grammar.cluster_members import members_of
from ingest.grammar.event import Found, doers
from ingest.grammar.organiser import holders
from ingest.grammar.taking_part import SUBJECT, WHO, event_at, last, made, subjects
from ingest.items import Rule
from ingest.occasions import Occasion
from ingest.phrases import Org

_NOT = re.compile(r"\b(?:không|chưa|có quyền|vắng|mời)\b")
CHAIRED = Rule(
    "participation.chaired",
    rf"{SUBJECT}(?:<will|low|attend|and|comma>){{0,4}}?<chair>(?!<comma>)(?:<low>?(?P<event><occasion>))?",
)
LED_BY = Rule("participation.led-by", rf"<chair><of>{WHO}")
"""`dưới sự chủ trì của Tổng Bí thư`"""
HEADED = Rule("participation.headed", r"<chair>(?P<event><occasion>)")
ATTENDED = Rule(
    "participation.attended",
    rf"(?<!<modal>){SUBJECT}(?!<and><attend>)(?:<will|low|and|comma|in|by|with|led|group|kin|many|occasion>){{0,12}}?<attend>(?:<low|and|chair|speak|at>){{0,4}}"
    r"(?P<event><occasion>)",
)
HAD = Rule("participation.had", rf"{SUBJECT}(?:<will|low|date|and>){{0,5}}?<have><low>{{0,2}}(?P<event><occasion>)")
"""`ông A có buổi làm việc với …`"""
_TALKS = (
    "buổi làm việc",
    "cuộc làm việc",
    "buổi gặp",
    "cuộc gặp",
    "hội đàm",
    "cuộc hội đàm",
    "buổi tiếp",
    "chuyến thăm",
)
PICTURED = Rule(
    "participation.pictured",
    r"(?P<who><person>)(?:<open><~close>{1,3}<close>)?(?:<and>(?:<title|address|post|honour>)*(?P<other><person>))?<at|in>"
    r"(?P<event><occasion>)",
)
PICTURE = Rule(
    "participation.picture",
    r"^(?:<title|address|post|dot>)*<person>(?:<open><~close>{1,3}<close>)?<at|in><occasion>(?:<low|date|at|province>){0,5}<dot>?$",
)
"""A sentence that has no verb: `Chủ tịch nước A tại lễ kỷ niệm`."""
GUESTS = Rule(
    "participation.guests",
    r"<attend>(?P<spoke>(?:<and|speak|low|will|chair>){0,7})(?P<event><occasion>)?(?:<low|will|as|comma|date|at|province|cap>){0,6}<have|colon>(?:<low|many>)*",
)
CHAIRS = Rule(
    "participation.chairs", r"^<attend>?<chair><low>?(?P<event><occasion>)?<will>?<have|colon>(?:<low|many|comma>){0,3}"
)
"""`Chủ trì hội nghị có các đồng chí: A, Bí thư …; B, Chủ tịch …`"""
PRESENT_OF = Rule("participation.present-of", r"(?:<have|with|purpose><low>?)<attend><of>(?:<low|many>)*")
"""`với sự tham dự của A, B`, `có sự tham gia của A`."""
TOO = Rule("participation.too", r"^(?:<in><low><comma>?)?<have>(?:<low|many|group|attend>)*")
"""`Trong đó có ông A`, behind a sentence about those who came."""
FROM_SIDE = Rule(
    "participation.side", r"^<about><low>(?:<~have|semicolon|dot|person>){1,8}<have>(?:<low|many|comma>){0,3}"
)
COMING = Rule(
    "participation.coming",
    rf"^<will|low>*<attend>(?P<event><occasion>)?(?:<~comma|dot|person|have|colon>){{0,12}}<comma>{WHO}",
)
"""`Đến dự và trao giải thưởng, Thủ tướng A đánh giá`"""
CAME = Rule(
    "participation.came", r"<will|low>*<attend>(?:<dot>|(?=<and><low>?<speak|chair|confer>)|(?P<event><occasion>)|$)"
)


def present(line: Line, found: list[Found], number: int, before: Line | None) -> Iterator[Participation]:
    """All who attended or chaired, as one sentence tells; `before` is the sentence in front of it."""
    yield from _subjects(line, found, number)
    yield from _guests(line, found, number, after_guests=before is not None and before.scene.has("attend"))
    yield from _came(line, found, number)
    yield from _visitors(line, found, number)
    if line.part == "caption" or line.scene.first(PICTURE):
        yield from _pictured(line, found, number)


def _subjects(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    for rule, part in (
        (CHAIRED, "chaired"),
        (LED_BY, "chaired"),
        (ATTENDED, "attended"),
        (HAD, "attended"),
        (COMING, "attended"),
    ):
        for match in line.scene.find(rule):
            told = rule is not LED_BY and match["event"]
            if _NOT.search(" ".join(line.scene.keys(i) for i in range(match.start(), match.end()))):
                continue
            if rule is HAD and not line.scene.keys(match.start("event")).startswith(_TALKS):
                continue
            if rule is ATTENDED and (_of_another(line, match.start("who")) or _wished(line, match.start("who"))):
                continue
            event = event_at(line, match.start("event"), found, number) if told else last(found, number)
            people = subjects(line.scene, match.start("who"))
            if rule is LED_BY:  # `dưới sự chủ trì của ông A, Bí thư Tỉnh ủy và bà B`
                people = [a for a in ahead(line.scene, match.start() + 2)[0] if a.is_person] or people
            for who in people if event or told else ():
                yield made(who, part, event, line.scene.passage(min(who.at, match.start()), match.end()), rule)
    for match in line.scene.find(HEADED):
        for a in holders(line.scene, match.start()):
            if line.scene.is_a(a.at, "org"):
                event = event_at(line, match.start("event"), found, number)
                yield made(a, "chaired", event, line.scene.passage(a.at, match.end()), HEADED)


def _of_another(line: Line, at: int) -> bool:
    """Whether a name only tells whose people came: `người thân của ông A dự lễ`."""
    before = at - 1
    while line.scene.is_a(before, "title", "address", "dot", "country"):
        before -= 1
    return line.scene.is_a(before, "of")


def _wished(line: Line, at: int) -> bool:
    """Whether somebody only wants a person to come: `không muốn ông A dự`."""
    while line.scene.is_a(at - 1, "title", "address", "dot", "post"):
        at -= 1
    return line.scene.is_a(at - 1, "modal") or line.scene.keys(at - 1) in ("mong", "mong muốn", "đề nghị", "mời")


def _guests(line: Line, found: list[Found], number: int, *, after_guests: bool) -> Iterator[Participation]:
    for rule in (GUESTS, PRESENT_OF, FROM_SIDE, CHAIRS, *((TOO,) if after_guests else ())):
        for match in line.scene.find(rule):
            named = rule in (GUESTS, CHAIRS) and match["event"]
            event = event_at(line, match.start("event"), found, number) if named else last(found, number)
            if event is None and not named and not line.scene.is_a(match.start() - 1, "occasion"):
                continue  # but `Lễ tuyên dương có sự tham dự của bà A`
            if rule is GUESTS and line.scene.is_a(match.start() + 1, "chair"):
                continue  # told by `CHAIRS`
            spoke = rule is GUESTS and _speaks(line, *match.span("spoke"))
            bodies = rule in (GUESTS, PRESENT_OF, TOO)
            for a in (*_present(line, match.end(), bodies), *(_alike(line, match.end()) if bodies else ())):
                passage = line.scene.passage(match.start(), a.at + 1)
                yield made(a, "chaired" if rule is CHAIRS else "attended", event, passage, rule)
                if spoke and a.is_person:
                    yield made(a, "spoke", event, passage, rule)


def _present(line: Line, at: int, bodies: bool) -> Iterator[Agent]:
    """The people of a list of guests, and its `bodies`, if they are told to be present themselves."""
    before: Agent | None = None
    for a in _guest_list(line, at):
        joined = before is not None and line.scene.is_a(a.at - 1, "comma", "and") and before.at == a.at - 2
        if a.count is None and (a.is_person or (bodies and (joined or _represented(line, a)))):
            yield a
            before = None if a.is_person else a
        else:
            before = None


def _represented(line: Line, a: Agent) -> bool:
    """Whether a body in a list of guests is told to be present itself, not as the office of the guest before it."""
    items, before = line.scene, a.at - 1
    value = items.items[a.at].value
    if isinstance(value, Org) and not value.proper and value.name[0].islower():
        return False
    while items.is_a(before, "low", "unit", "many"):
        before -= 1
    if items.is_a(a.at, "province", "locality"):
        return items.is_a(before, "behalf", "led")
    if items.is_a(before, "group") and not items.is_a(before, "behalf"):
        return items.keys(before) in BODY_NOUNS
    return items.is_a(before, "behalf", "led", "have", "colon", "semicolon", "and", "of")


def _alike(line: Line, at: int) -> Iterator[Agent]:
    """Bodies told by what they share in a list of guests: `đại diện Hội Luật gia các tỉnh: A, B`."""
    items = line.scene
    lists = [members_of(items, head)[0] for head in shared_heads(items) if head.at > at]
    lists += [tuple(m for m in one.members if m.at > at) for one in cluster_lists(items)]
    several = [i for i in items.where("org") if i > at and items.is_a(i - 1, "group") and items.is_a(i - 2, "many")]
    lists += [members_of(items, Head("", (), i, sure=False))[0] for i in several]  # `các đoàn Hội Luật gia A, B`
    for members in lists:
        for member in members if len(members) > 1 else ():
            yield Agent(member.name, None, member.at, False)


def _speaks(line: Line, first: int, stop: int) -> bool:
    return any(line.scene.keys(i).startswith("phát biểu") for i in range(first, stop))


def _guest_list(line: Line, at: int) -> list[Agent]:
    """The people of a long list of guests: `A, chức vụ; B, chức vụ; cùng đại diện …`."""
    agents, stop = ahead(line.scene, at)
    if not agents:  # `đại diện các bộ, ngành; bà A, Thứ trưởng …`
        stop = next((i for i in range(at, min(at + 12, len(line.scene))) if line.scene.is_a(i, "semicolon")), at)
    while line.scene.is_a(stop, "semicolon", "comma", "and"):
        more, after = ahead(line.scene, stop + 1)
        if not more or after <= stop:
            break
        agents, stop = agents + more, after
    return agents


def _came(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    for match in line.scene.find(CAME):
        event = event_at(line, match.start("event"), found, number) if match["event"] else last(found, number)
        if event is None or (not match["event"] and "tham gia" in line.scene.keys(match.end() - 2)):
            continue
        if line.scene.is_a(match.start() - 1, "and", "not"):
            continue
        for a in behind(line.scene, match.start(), reach=8):
            between = range(a.at + 1, match.end())  # `bà A mời các nhà thầu dự`
            others = any(line.scene.keys(i) == "mời" and not line.scene.is_a(i - 1, "passive") for i in between)
            body = bool(match["event"]) and _comes(line, a, match.start())
            if (a.is_person or body) and not (others or _of_another(line, a.at) or _wished(line, a.at)):
                yield made(a, "attended", event, line.scene.passage(a.at, match.end()), CAME)


def _comes(line: Line, a: Agent, verb: int) -> bool:
    """Whether a body stands as the subject in a list right before the verb: `Sở A, Công an tỉnh và Sở B tham dự`."""
    items = line.scene
    attend = next(i for i in range(verb, len(items)) if items.is_a(i, "attend"))
    near = all(items.is_a(i, "will", "comma", "and", "org", "led") for i in range(a.at + 1, attend))
    apart = items.is_a(a.at, "state") or items.is_a(a.at - 1, "at", "of", "in", "group")
    named = a.name[0].isupper() and items.is_a(a.at, "org") and not apart
    return near and named and "gia" not in items.keys(attend).split()


VISITED = Rule("participation.visited", r"<occasion>")
_RITES = ("dâng hương", "dâng hoa")
_VISITS = frozenset({"thăm", "làm việc", "viếng", "gặp", "tiếp", "hội đàm", "thị sát", *_RITES})
"""Kinds of occasions that whoever does them attends."""


def _visitors(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who visits somebody takes part in the visit; a body that meets holds the meeting, which is told elsewhere."""
    for at in line.scene.where("occasion"):
        value = line.scene.items[at].value
        came = isinstance(value, Occasion) and (value.acted or value.kind in _RITES) and value.kind[:3] != "họp"
        if not isinstance(value, Occasion) or not came:
            continue
        event = next((f for f in found if number in f.lines and f.kind in _VISITS), None)
        for a in doers(line, at) if event else ():
            if value.kind in _RITES and a.at > at:
                continue
            yield made(a, "attended", event, line.scene.passage(min(a.at, at), max(a.at, at) + 1), VISITED)


def _pictured(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who is shown at an occasion in a photo's caption was there."""
    for match in line.scene.find(PICTURED):
        event = event_at(line, match.start("event"), found, number)
        for group in ("who", "other"):
            if match[group] and (who := agent(line.scene, match.start(group))):
                yield made(who, "attended", event, line.scene.passage(match.start(), match.end()), PICTURED)
