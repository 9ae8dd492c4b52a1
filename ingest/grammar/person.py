"""Names among the phrases → the people of an article, once each, in the fullest form."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Document
from ingest.facts import Passage, Person


def people(document: Document) -> Iterator[Person]:
    """Each person with the passage of every mention."""
    mentions: dict[str, list[Passage]] = {}
    for items, at in document.each("person"):
        mentions.setdefault(str(items.items[at].value), []).append(items.passage(at, at + 1))
    for name, passages in mentions.items():
        yield Person(person=name, passage=passages[0], more=tuple(passages[1:]), rule="person.name")
