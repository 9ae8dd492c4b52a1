"""Verbs of saying and plans of clusters → statements: who said what, and which tasks a cluster takes on for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates import Date
from ingest.document import Document, Line
from ingest.facts import Passage, Statement
from ingest.grammar.event import Found
from ingest.items import Rule

SAYS = Rule(
    "statement.said",
    r"(?P<who><person>)(?:<comma|dash><post>(?:<comma|dash>(?=<~post>))?)*(?:<will|low|chair>){0,3}?(?P<verb><speak>)",
)
PLAN = Rule(
    "statement.task",
    r"^(?:<date|year>|<in><date|year>)<comma>(?P<who><cluster_name>)(?:<will|low>){0,2}?(?P<verb><task>)",
)
_NEW_SUBJECT = Rule("new", r"^(?:<at|in><occasion>|<date|year><comma>|<~speak>{0,3}<date|year>|<again>)")
_FIELD_END = re.compile(r"[;.:!?…]")
_SHORTEST = 12
"""Letters below which what follows a verb of saying is no statement (`bà Yến nói.`)."""


@dataclass(slots=True)
class _Open:
    """A statement whose sense goes on in the next sentence of its paragraph."""

    who: str
    sort: str
    year: int | None
    paragraph: int
    rule: str


def statements(document: Document, found: list[Found]) -> Iterator[Statement]:
    """What people said at the article's occasions and elsewhere, and the tasks of clusters."""
    text = document.article.text
    event = found[0].name if len(found) == 1 else None
    running: _Open | None = None
    for line in document.lines:
        if line.part == "title":
            continue
        paragraph = text.rfind("\n", 0, line.scene.start(0)) + 1
        plan = line.scene.first(PLAN)
        said = None if plan else line.scene.first(SAYS)
        if plan:
            running = _Open(str(line.scene.items[plan.start("who")].value), "task", _year(line), paragraph, PLAN.name)
            yield from _tasks(line, running, event, line.scene.start(plan.start("verb")))
        elif said:
            who = str(line.scene.items[said.start("who")].value)
            begins = _content(line, said.end("verb"), said.start("verb"))
            running = _Open(who, "said", None, paragraph, SAYS.name) if _colon(line, said.end("verb")) else None
            if (one := _said(line, who, begins, event, SAYS.name)) is not None:
                yield one
        elif running and running.paragraph == paragraph and not _changes(line):
            if running.sort == "task":
                yield from _tasks(line, running, event, line.scene.start(0))
            elif (one := _said(line, running.who, line.scene.start(0), event, "statement.goes-on")) is not None:
                yield one
        else:
            running = None


def _changes(line: Line) -> bool:
    """Whether a sentence turns to something else: an occasion, a date or a person of its own at its beginning."""
    return bool(line.scene.first(_NEW_SUBJECT)) or any(
        line.scene.is_a(i, "person") for i in range(min(6, len(line.scene)))
    )


def _colon(line: Line, at: int) -> bool:
    return line.scene.is_a(at, "colon") or line.scene.is_a(at + 1, "colon")


def _content(line: Line, after: int, verb: int) -> int:
    """Where what is said begins: behind the colon, else at the verb itself (`biểu dương, chúc mừng những kết quả`)."""
    for i in (after, after + 1):
        if line.scene.is_a(i, "colon") and i + 1 < len(line.scene):
            return line.scene.start(i + 1)
    return line.scene.start(verb)


def _said(line: Line, who: str, begins: int, event: str | None, rule: str) -> Statement | None:
    text, end = line.scene.text, line.scene.end(len(line.scene) - 1)
    said = text[begins:end].strip(' "“”.')
    if len(said) < _SHORTEST:
        return None
    whole = Passage(line.scene.start(0), end)
    return Statement(
        speaker=who, sort="said", text=said, event=event, fields=tuple(_fields(line)), passage=whole, rule=rule
    )


def _tasks(line: Line, running: _Open, event: str | None, begins: int) -> Iterator[Statement]:
    """One task for each part of the sentence between semicolons."""
    text, end = line.scene.text, line.scene.end(len(line.scene) - 1)
    at = begins
    for piece in re.split(r"(;)", text[begins:end]):
        start, at = at, at + len(piece)
        task = piece.strip(" .…")
        if len(task) < _SHORTEST:
            continue
        first = start + piece.index(task)
        yield Statement(
            speaker=running.who, sort="task", text=task, event=event, year=running.year,
            passage=Passage(first, first + len(task)), rule=running.rule,
        )  # fmt: skip


def _fields(line: Line) -> Iterator[str]:
    """The fields named after `trong các lĩnh vực` where honouring is spoken of before."""
    items, text = line.scene, line.scene.text
    for at in items.where("fields"):
        if not any(items.is_a(i, "confer", "honour_head") for i in range(at)):
            continue
        rest = text[items.end(at) : items.end(len(items) - 1)]
        listed = _FIELD_END.split(rest, maxsplit=1)[0]
        for name in re.split(r"\s*,\s*|\s+và\s+", listed):
            if 1 < len(name.split()) <= 8:
                yield " ".join(name.split())


def _year(line: Line) -> int | None:
    for item in line.scene.items:
        if isinstance(item.value, Date) and item.value.year:
            return item.value.year
    return None
