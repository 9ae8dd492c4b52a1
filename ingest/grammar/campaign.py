"""Wordings of emulation movements → the campaigns of an article, each once with every wording that it uses."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Document
from ingest.facts import Campaign, Passage


def campaigns(document: Document) -> Iterator[Campaign]:
    """Each campaign under its usual name, with the passages of all its wordings."""
    found: dict[str, list[tuple[str, Passage]]] = {}
    for items, at in document.each("campaign"):
        item = items.items[at]
        if isinstance(item.value, str):
            wording = items.wording(at, at + 1)
            found.setdefault(item.value, []).append((wording, items.passage(at, at + 1)))
    for name, told in found.items():
        wordings = dict.fromkeys(w for w, _ in told if w != name)
        yield Campaign(
            campaign=name,
            wordings=tuple(wordings),
            passage=told[0][1],
            more=tuple(p for _, p in told[1:]),
            rule="campaign.wording",
        )
