"""Lists of those who came to an occasion → who attended it, and who chaired it where the list says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.agents import BODY_NOUNS, Agent, ahead
from ingest.document import Line
from ingest.facts import Participation
from ingest.grammar.cluster_heads import Head, shared_heads
from ingest.grammar.cluster_lists import lists as cluster_lists
from ingest.grammar.cluster_members import members_of
from ingest.grammar.event import Found
from ingest.grammar.taking_part import event_at, last, made
from ingest.items import Items, Rule
from ingest.phrases import Org

_SIDE = "<comma>?<about><low>(?:<~have|semicolon|dot|person>){1,8}?"
"""`, về phía Đại sứ quán A`"""
GUESTS = Rule(
    "participation.guests",
    rf"<attend>(?P<spoke>(?:<and|speak|low|will|chair>|<at|in>(?=<occasion>)){{0,7}})(?P<event><occasion>)?(?:{_SIDE}|(?:<low|will|as|comma|date|at|province|cap>){{0,6}})"
    r"<have|colon>(?:<low|many>)*",
)
CHAIRS = Rule(
    "participation.chairs",
    r"^<attend>?<chair><low>?(?P<event><occasion>)?<will>?<have|colon|is>(?:<low|many|comma>){0,3}",
)
"""`Chủ trì hội nghị có các đồng chí: A, Bí thư …; B, Chủ tịch …`"""
PRESENT_OF = Rule("participation.present-of", r"(?:<have|with|purpose><low>?)<attend><of>(?:<low|many>)*")
"""`với sự tham dự của A, B`, `có sự tham gia của A`."""
TOO = Rule("participation.too", r"^(?:<in><low><comma>?)?<have>(?:<low|many|group|attend>)*")
"""`Trong đó có ông A`, behind a sentence about those who came."""
FROM_SIDE = Rule(
    "participation.side",
    r"(?:^|<comma|semicolon>)(?:<about><low>|<behalf>)(?:<~have|semicolon|dot|person>){1,8}<have>(?:<low|many|comma>){0,3}",
)
WELCOMED = Rule(
    "participation.welcomed",
    r"(?P<event><occasion>)(?:(?:<will|low|date>){0,3}(?P<have><have>)|(?:<will|low|passive>){0,5}<welcome>)<many>?"
    r"(?=(?:<title|address|post|comma|slash|colon>)*<person>)",
)
"""`Hội nghị còn có bà A`, `Hội nghị vinh dự được đón tiếp đồng chí A`"""
BULLET = Rule(
    "participation.bullet", r"^(?:<dash|sign|dot>|<num><dot|close>?)(?:<title|address|post|dot|comma>)*<person>"
)
"""One line of a list of guests."""


def guests(line: Line, found: list[Found], number: int, before: Line | None) -> Iterator[Participation]:
    """Who came, as one sentence lists it; `before` is the sentence in front of it."""
    after = before is not None and before.scene.has("attend")
    for rule in (GUESTS, PRESENT_OF, FROM_SIDE, CHAIRS, WELCOMED, *((TOO,) if after else ())):
        for match in line.scene.find(rule):
            named = rule in (GUESTS, CHAIRS, WELCOMED) and match["event"]
            event = event_at(line, match.start("event"), found, number) if named else last(found, number)
            if event is None and not named and not line.scene.is_a(match.start() - 1, "occasion"):
                continue  # but `Lễ tuyên dương có sự tham dự của bà A`
            if rule is WELCOMED and (
                (match["have"] and line.scene.keys(match.start("have")) != "có")  # `lễ tuyên dương năm bạn gồm A, B`
                or line.scene.is_a(match.start() - 1, "chair", "attend", "organise")
            ):
                continue
            if rule is GUESTS and line.scene.is_a(match.start() + 1, "chair"):
                continue  # told by `CHAIRS`
            spoke = rule is GUESTS and _speaks(line, *match.span("spoke"))
            part = "chaired" if rule is CHAIRS else "attended"
            begins = rule is PRESENT_OF and match.start() == 0  # `Với sự có mặt của ông A, ông B nói`
            for a in _listed(line, match.end(), near=begins, bodies=rule in (GUESTS, PRESENT_OF, TOO)):
                passage = line.scene.passage(match.start(), a.at + 1)
                yield made(a, part, event, passage, rule)
                if spoke and a.is_person:
                    yield made(a, "spoke", event, passage, rule)


def bullets(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who came, as one line of a list of guests tells it."""
    match, event = line.scene.first(BULLET), last(found, number)
    for a in people_ahead(line.scene, 1) if match and event else ():
        yield made(a, "attended", event, line.scene.passage(0, a.at + 1), BULLET)


def opens_list(line: Line, before: bool) -> bool:
    """Whether lines that each name a guest follow: behind `Tham dự có:`, or (`before`) behind another such line."""
    if before and line.scene.first(BULLET):
        return True
    return line.scene.is_a(len(line.scene) - 1, "colon") and line.scene.first(GUESTS) is not None


_NAMES = ("title", "address", "dot", "post", "office", "inside", "former", "acting", "new")
"""Classes of what may stand between a sign and a name."""
_ENTRY = ("comma", "semicolon", "colon", "and", "dash", "have", "many", "group", "led", "close", "dots")
"""Classes of what stands before one entry of a list."""
_OVER = (
    "speak", "talk", "confer", "receive", "organise", "take_place", "celebrate", "suffer", "propose", "decide",
    "revoke", "because", "modal", "not", "quote", "is", "passive",
)  # fmt: skip
"""Classes with which a sentence goes on behind a list."""


def people_ahead(items: Items, at: int) -> Iterator[Agent]:
    """The people of a list that begins at an item, with whatever is told of their offices and of others between."""
    i = at
    while i < len(items) and not items.is_a(i, *_OVER) and not (items.is_a(i, "acts") and not _told_aside(items, i)):
        if items.is_a(i, "open"):
            i = next((k for k in range(i, min(i + 16, len(items))) if items.is_a(k, "close")), i)
        elif items.is_a(i, "person"):
            before = i - 1
            while before >= at and items.is_a(before, *_NAMES):
                before -= 1
            if (before < at or items.is_a(before, *_ENTRY)) and not _aide(items, before + 1, i):
                yield Agent(str(items.items[i].value), None, i, True)
        i += 1


def _aide(items: Items, first: int, person: int) -> bool:
    """Whether only the person's aide is meant: `Cố vấn Thủ tướng A`."""
    offices = " ".join(items.keys(i) for i in range(first, person))
    return _AIDES.match(offices) is not None


_AIDES = re.compile(
    r"(?:cố vấn|trợ lí|thư kí|phu nhân|phu quân|đặc phái viên)(?: của)?"
    r" (?:\S+ )*?(?:tướng|tịch|trưởng|thống|thư|đốc|vua|vương|hoàng)\b"
)
"""Offices whose holder helps the holder of the office that follows."""


def _told_aside(items: Items, at: int) -> bool:
    """Whether a word only tells of those before it, with a sign behind it: `lãnh đạo các thời kỳ: …`."""
    return items.is_a(at, "term") or items.is_a(at + 1, "colon", "comma", "semicolon", "close")


def _listed(line: Line, at: int, *, near: bool, bodies: bool) -> Iterator[Agent]:
    """The people of a list of guests, and its `bodies`, if they are told to be present themselves.

    Of the people `near`, those only who follow each other without anything but their offices between.
    """
    yield from (a for a in _guest_list(line, at) if a.is_person) if near else people_ahead(line.scene, at)
    if bodies:
        yield from _bodies(line, at)
        yield from _alike(line, at)


def _bodies(line: Line, at: int) -> Iterator[Agent]:
    before: Agent | None = None
    for a in _guest_list(line, at):
        joined = before is not None and line.scene.is_a(a.at - 1, "comma", "and") and before.at == a.at - 2
        if a.count is None and not a.is_person and (joined or _represented(line, a)):
            yield a
            before = a
        else:
            before = None


def _represented(line: Line, a: Agent) -> bool:
    """Whether a body in a list of guests is told to be present itself, not as the office of the guest before it."""
    items, before = line.scene, a.at - 1
    value = items.items[a.at].value
    if isinstance(value, Org) and not value.proper and value.name[0].islower():
        return False
    if items.is_a(a.at, "state") and items.is_a(a.at + 1, "colon"):
        return False  # `các lãnh đạo Đảng và Nhà nước: …`
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
