"""Verbs of coming and of leading → who attended and who chaired an occasion, with guests and visitors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.agents import Agent, ahead, behind
from ingest.document import Line
from ingest.facts import Participation
from ingest.grammar.event import Found
from ingest.grammar.guests import guests
from ingest.grammar.organiser import holders
from ingest.grammar.pictured import PICTURE, pictured
from ingest.grammar.taking_part import SUBJECT, WHO, event_at, last, made, of_another, subjects
from ingest.grammar.visit import visitors
from ingest.items import Rule

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
    rf"(?<!<modal>){SUBJECT}(?!<and><attend>)(?:<will|low|and|comma|in|by|with|led|group|kin|many|date|count_group|occasion>){{0,12}}?<attend>(?:<low|and|chair|speak|at>|<occasion>(?=<at|in><occasion>)){{0,4}}"
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
    "buổi giao lưu",
    "cuộc giao lưu",
    "chuyến thăm",
)
COMING = Rule(
    "participation.coming",
    rf"^(?:<is>(?:<~comma|dot|person>){{0,6}}?|(?:<cap|low|num|date|year|at|province|comma>{{1,6}}<comma>)?<will|low>*)<attend>"
    r"(?:(?P<event><occasion>)(?!<at|in><occasion>)|<low|occasion|held|aim|and|speak|confer>{0,3}<at|in>(?P<there><occasion>))?"
    rf"(?:<~comma|dot|person|have|colon>){{0,12}}<comma>{WHO}",
)
"""`Đến dự và trao giải thưởng, Thủ tướng A đánh giá`"""
CAME = Rule(
    "participation.came", r"<will|low>*<attend>(?:<dot>|(?=<and><low>?<speak|chair|confer>)|(?P<event><occasion>)|$)"
)


def present(line: Line, found: list[Found], number: int, before: Line | None) -> Iterator[Participation]:
    """All who attended or chaired, as one sentence tells; `before` is the sentence in front of it."""
    yield from _subjects(line, found, number)
    yield from guests(line, found, number, before)
    yield from _came(line, found, number)
    yield from visitors(line, found, number)
    if line.part == "caption" or line.scene.first(PICTURE):
        yield from pictured(line, found, number)


def _subjects(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    for rule, part in (
        (CHAIRED, "chaired"),
        (LED_BY, "chaired"),
        (ATTENDED, "attended"),
        (HAD, "attended"),
        (COMING, "attended"),
    ):
        for match in line.scene.find(rule):
            if rule is COMING and line.scene.is_a(0, "is") and not (match["event"] or match["there"]):
                continue
            named = "there" if rule is COMING and match["there"] else "event"
            told = rule is not LED_BY and match[named]
            if _NOT.search(" ".join(line.scene.keys(i) for i in range(match.start(), match.end()))):
                continue
            if rule is HAD and not line.scene.keys(match.start("event")).startswith(_TALKS):
                continue
            if rule is ATTENDED and (of_another(line.scene, match.start("who")) or _wished(line, match.start("who"))):
                continue
            if rule is ATTENDED and _others_came(line, match.end("who"), match.start("event")):
                continue
            event = event_at(line, match.start(named), found, number) if told else last(found, number)
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


def _others_came(line: Line, first: int, stop: int) -> bool:
    """Whether others stand as the subject between a name and the verb: `ông A, đến nay nhiều người dự lễ vẫn nhắc`."""
    items = line.scene
    several = next((i for i in range(first, stop) if items.is_a(i, "many", "count_group")), stop)
    return several < stop and not any(items.is_a(i, "and", "with", "led") for i in range(first, several))


def _wished(line: Line, at: int) -> bool:
    """Whether somebody only wants a person to come: `không muốn ông A dự`."""
    while line.scene.is_a(at - 1, "title", "address", "dot", "post"):
        at -= 1
    return line.scene.is_a(at - 1, "modal") or line.scene.keys(at - 1) in ("mong", "mong muốn", "đề nghị", "mời")


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
            others = others or _others_came(line, a.at + 1, match.end() - 1)
            body = bool(match["event"]) and _comes(line, a, match.start())
            if (a.is_person or body) and not (others or of_another(line.scene, a.at) or _wished(line, a.at)):
                yield made(a, "attended", event, line.scene.passage(a.at, match.end()), CAME)


def _comes(line: Line, a: Agent, verb: int) -> bool:
    """Whether a body stands as the subject in a list right before the verb: `Sở A, Công an tỉnh và Sở B tham dự`."""
    items = line.scene
    attend = next(i for i in range(verb, len(items)) if items.is_a(i, "attend"))
    near = all(items.is_a(i, "will", "comma", "and", "org", "led") for i in range(a.at + 1, attend))
    apart = items.is_a(a.at, "state") or items.is_a(a.at - 1, "at", "of", "in", "group")
    named = a.name[0].isupper() and items.is_a(a.at, "org") and not apart
    return near and named and "gia" not in items.keys(attend).split()
