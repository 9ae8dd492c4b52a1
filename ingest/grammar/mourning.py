"""Rites at a funeral: incense, words in the book of condolence → who came there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.agents import Agent, agent
from ingest.document import Line
from ingest.facts import Participation
from ingest.grammar.event import Found
from ingest.grammar.taking_part import SUBJECT, WHO, made, of_another, subjects
from ingest.items import Rule

MOURNED = Rule(
    "participation.mourned",
    rf"{SUBJECT}(?:<will|low|and|on|as|take_office|office|post>){{0,5}}?(?:<mourn>|(?P<visit><occasion|visit>))",
)
"""`Thủ tướng A và bà B vào viếng`, `Ông A, Bí thư B, viết trong sổ tang`"""
WROTE = Rule("participation.wrote-condolence", rf"^<in|on>?<mourn>(?:<~comma|dot|person>){{0,4}}<comma>{WHO}")
"""`Trong sổ tang, Thủ tướng A viết`"""
_FUNERAL = re.compile(r"\b(?:tang|truy điệu|an táng|viếng)\b")


def funerals(found: list[Found]) -> list[Found]:
    """The funerals among an article's occasions."""
    return [event for event in found if _FUNERAL.search(event.name.lower())]


def mourners(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who is told to have done what mourners do, once the article has told of a funeral; `found` are its funerals."""
    event = next((f for f in found if f.lines[0] <= number), None)
    if event is None or not line.scene.has("mourn", "occasion", "visit"):
        return
    for rule in (MOURNED, WROTE):
        for match in line.scene.find(rule):
            if rule is MOURNED and match["visit"] and not _visit(line, match.start("visit")):
                continue
            if of_another(line.scene, match.start("who")):
                continue
            for who in (*subjects(line.scene, match.start("who")), *_led(line, match.start("who"))):
                passage = line.scene.passage(min(who.at, match.start()), match.end())
                yield made(who, "attended", event, passage, rule)


def _led(line: Line, at: int) -> list[Agent]:
    """The body whose delegation the person at an item leads: `đoàn Bộ A do Đại tướng B dẫn đầu`."""
    items, by = line.scene, at - 1
    while items.is_a(by, "title", "address", "dot", "post"):
        by -= 1
    body = agent(items, by - 1) if items.is_a(by, "by") and items.is_a(by - 1, "org") else None
    if body is None:
        return []
    return [replace(body, name=body.name[5:])] if body.name.lower().startswith("đoàn ") else [body]


def _visit(line: Line, at: int) -> bool:
    return line.scene.keys(at).startswith(("viếng", "dâng hương", "dâng hoa", "thăm viếng"))
