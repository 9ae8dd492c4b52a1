"""Questions to the merge of all graphs → rows of plain text, for what compares articles with one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pyoxigraph as ox

from ontology import terms as T


def rows(store: ox.Store, text: str) -> Iterator[list[str]]:
    """The rows of a SELECT; what is unbound is empty."""
    results = store.query(text, prefixes=T.PREFIXES)
    assert isinstance(results, ox.QuerySolutions)
    for row in results:
        yield [getattr(value, "value", "") for value in row]


def pairs(store: ox.Store, text: str) -> dict[str, str]:
    """The rows of a SELECT of two columns: the second by the first, the smallest where there are several."""
    return {row[0]: row[1] for row in sorted(rows(store, text), reverse=True)}


def days(store: ox.Store) -> Iterator[tuple[str, date]]:
    """The articles that have a day, with it."""
    for article, published in rows(store, "SELECT ?a ?d { ?a schema:datePublished ?d }"):
        try:
            yield article, date.fromisoformat(published[:10])
        except ValueError:
            continue  # another tool's graph
