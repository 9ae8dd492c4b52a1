"""Visits, receptions and talks → who took part in them."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import Agent, ahead
from ingest.document import Line
from ingest.facts import Participation
from ingest.grammar.event import Found, doers
from ingest.grammar.taking_part import SUBJECT, WHO, event_at, made, of_another, subjects
from ingest.items import Rule
from ingest.occasions import Occasion

VISITED = Rule("participation.visited", r"<occasion>")
MET = Rule("participation.met", r"<occasion>")
"""`cuộc gặp giữa ông A và bà B`, `hội đàm với Thủ tướng C`: they took part, whoever tells of it."""
ON_VISIT = Rule(
    "participation.on-visit", rf"^<in|on|low>?(?P<event><occasion>)(?:<~comma|dot|semicolon|person>){{0,8}}<comma>{WHO}"
)
"""`Trong chuyến thăm A ngày 2-1, Chủ tịch nước B …`"""
MAKES_VISIT = Rule(
    "participation.makes-visit",
    rf"{SUBJECT}(?:<will|low|comma|province|country|locality|date>){{0,8}}?(?P<verb><low>)<low>?(?P<event><occasion>)",
)
"""`Tổng thống A đến Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam`"""
_MAKES = ("thực hiện", "bắt đầu", "kết thúc", "tiến hành", "có", "dành")
_JOURNEYS = ("chuyến thăm", "chuyến công tác", "chuyến làm việc")
_RITES = ("dâng hương", "dâng hoa")
_VISITS = frozenset(
    {"thăm", "làm việc", "viếng", "gặp", "tiếp", "hội đàm", "hội kiến", "tiếp xã", "tiếp kiến", "thị sát", *_RITES}
)
"""Kinds of occasions that whoever does them attends."""
_TALKS = ("tiếp", "tiếp xã giao", "tiếp kiến", "gặp mặt", "gặp gỡ", "hội đàm với", "hội kiến", "hội kiến với")
"""Kinds that name the other who took part: `tiếp Đại sứ A`."""
_MEETINGS = ("gặp", "hội đàm", "hội kiến", "làm việc", "thảo luận", "họp", "trao đổi")
"""What meetings of two sides are called, behind `cuộc`, `buổi`."""


def visitors(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who visits somebody takes part in the visit; a body that meets holds the meeting, which is told elsewhere."""
    if not line.scene.has("occasion"):
        return
    for at in line.scene.where("occasion"):
        value = line.scene.items[at].value
        if not isinstance(value, Occasion) or not _acted(value):
            continue
        event = next((f for f in found if number in f.lines and f.kind in _VISITS), None)
        came = doers(line, at) if event else []
        for a in came:
            if value.kind in _RITES and a.at > at:
                continue
            yield made(a, "attended", event, line.scene.passage(min(a.at, at), max(a.at, at) + 1), VISITED)
        if came and value.kind in _TALKS and (other := _other(line, at, value)):
            yield made(other, "attended", event, line.scene.passage(at, at + 1), VISITED)
    yield from _met(line, found, number)
    yield from _travellers(line, found, number)


def _met(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Those between whom, or with whom, a meeting is told to have been."""
    for at in line.scene.where("occasion"):
        value = line.scene.items[at].value
        if not isinstance(value, Occasion) or value.acted:
            continue
        if not value.kind.removeprefix("cuộc ").removeprefix("buổi ").startswith(_MEETINGS):
            continue
        event = event_at(line, at, found, number)
        if event is None or number not in event.lines or _unsure(line, at):
            continue
        sides, stop = _sides(line, at)
        for a in sides:
            yield made(a, "attended", event, line.scene.passage(at, max(stop, at + 1)), MET)


def _unsure(line: Line, at: int) -> bool:
    """Whether a meeting is only thought of: `có thể có cuộc gặp`, `chưa hứa hẹn một cuộc họp`."""
    return any(line.scene.is_a(i, "modal", "not", "unheld", "propose") for i in range(max(0, at - 5), at))


def _sides(line: Line, at: int) -> tuple[list[Agent], int]:
    """The people of `giữa A và B` behind a meeting, or the one of `với A` in its name, and the item after them."""
    items = line.scene
    first = at + 1
    while items.is_a(first, "low", "date", "num") and first < at + 9 and items.keys(first) != "giữa":
        first += 1
    if "giữa" in (items.keys(at).rsplit(" ", 1)[-1], items.keys(first) if first < len(items) else ""):
        agents, stop = ahead(items, first + (first < len(items) and items.keys(first) == "giữa"))
        return ([a for a in agents if a.is_person], stop) if len(agents) > 1 else ([], at)
    value = items.items[at].value
    other = _other(line, at, value) if isinstance(value, Occasion) and _with(line, at) else None
    return ([other] if other else []), at


def _with(line: Line, at: int) -> bool:
    """Whether an occasion's name tells with whom it is: `hội đàm với`, `buổi làm việc riêng với`."""
    one = line.scene.items[at]
    keys = line.scene.sentence.keys[one.start : one.end]
    return "với" in keys[:6]


def _acted(value: Occasion) -> bool:
    told = value.acted or value.kind in _RITES or value.kind in _TALKS
    return told and value.kind[:3] != "họp"


def _other(line: Line, at: int, value: Occasion) -> Agent | None:
    """The person who is received, or talked to, right behind the verb."""
    first = line.scene.items[at].start + len(value.kind.split())
    items = line.items
    here = next((i for i, one in enumerate(items.items) if one.start >= first), len(items))
    here = items.past(here, "with", "low", "title", "address", "dot", "post", "country", "comma")
    return Agent(str(items.items[here].value), None, at, True) if items.is_a(here, "person") else None


def _travellers(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    for rule in (ON_VISIT, MAKES_VISIT):
        for match in line.scene.find(rule):
            value = line.scene.items[match.start("event")].value
            if not isinstance(value, Occasion) or not value.kind.startswith(_JOURNEYS):
                continue
            if rule is MAKES_VISIT and line.scene.keys(match.start("verb")) not in _MAKES:
                continue
            event = event_at(line, match.start("event"), found, number)
            for who in subjects(line.scene, match.start("who")) if event else ():
                if not of_another(line.scene, who.at):
                    passage = line.scene.passage(min(who.at, match.start()), match.end())
                    yield made(who, "attended", event, passage, rule)
