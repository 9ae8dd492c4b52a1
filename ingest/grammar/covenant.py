"""Clusters and bodies before `ký giao ước thi đua` → the signings of emulation covenants."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import behind
from ingest.document import Document
from ingest.facts import Covenant
from ingest.grammar.event import Found
from ontology.spelling import fold


def covenants(document: Document, found: list[Found]) -> Iterator[Covenant]:
    """Each signatory once, at the only occasion of the article if there is just one."""
    seen: set[str] = set()
    event = found[0].name if len(found) == 1 else None
    for items, at in document.each("covenant"):
        for one in behind(items, at, reach=4):
            if fold(one.name) not in seen:
                seen.add(fold(one.name))
                yield Covenant(
                    signatory=one.name, event=event, passage=items.passage(one.at, at + 1), rule="covenant.signed"
                )
