"""What a court does in an article about a trial → the court as the one who holds it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import agent
from ingest.document import Document
from ingest.facts import Participation
from ingest.grammar.event import Found
from ingest.grammar.taking_part import made
from ingest.items import Rule
from ontology.spelling import fold

JUDGES = Rule("participation.court", r"(?P<court><org>)(?:<will|low>){0,2}(?:<title>*<person><acts>?)?<judge>")
"""`TAND tỉnh A đã tuyên phạt B 3 năm tù`, `B bị TAND tỉnh A đưa ra xét xử`"""
_COURTS = ("tòa án", "tand", "tòa quân sự")
_TRIAL = "tòa"
"""The family of an occasion that is a trial."""


def courts(document: Document, found: list[Found]) -> Iterator[Participation]:
    """The court that holds the trial of an article; none where several are told to have judged."""
    trial = next((event for event in found if event.kind == _TRIAL), None)
    if trial is None or trial.organisers:
        return
    told: dict[str, Participation] = {}
    for line in document.lines:
        for match in line.scene.find(JUDGES):
            court = agent(line.scene, match.start("court"))
            if court is not None and fold(court.name).startswith(_COURTS):
                passage = line.scene.passage(match.start(), match.end())
                told.setdefault(fold(court.name), made(court, "organised", trial, passage, JUDGES))
    if len(told) == 1:
        yield from told.values()
