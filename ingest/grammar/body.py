"""Bodies among the phrases → the councils, committees and other organisations that an article names, once each."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Document
from ingest.facts import Body, Passage
from ingest.honours import HonourName
from ingest.phrases import Office, Org
from ontology.schemes import role_iri
from ontology.spelling import fold


def bodies(document: Document) -> Iterator[Body]:
    """Each body with the passage of every mention, also inside a post or as the giver of an honour."""
    found: dict[str, tuple[str, bool, list[Passage], dict[str, None]]] = {}
    for line in document.lines:
        for at in line.items.where("org", "post", "award_name"):
            item = line.items.items[at]
            match item.value:
                case Org():
                    name, proper, full = item.value.name, item.value.proper, item.value.full or item.value.name
                case Office() if item.value.org:
                    name, proper, full = item.value.org, item.value.proper, item.value.org
                case HonourName() if item.value.grantor:
                    name, proper, full = item.value.grantor, True, item.value.grantor
                    if role_iri(name):
                        continue
                case _:
                    continue
            start, end = line.items.sentence.starts[item.start], line.items.sentence.ends[item.end - 1]
            begin = line.items.text.find(name, start, end)
            passage = Passage(begin, begin + len(name)) if begin >= 0 else Passage(start, end)
            known = found.setdefault(fold(full), (full, proper, [], {}))
            known[2].append(passage)
            if name != known[0]:
                known[3][name] = None
    for name, proper, passages, wordings in found.values():
        yield Body(
            body=name,
            proper=proper,
            wordings=tuple(wordings),
            passage=passages[0],
            more=tuple(passages[1:]),
            rule="body.name",
        )
