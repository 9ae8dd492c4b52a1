"""A store or an RDF file → the quads of its articles, for what needs them all."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, QueryTriples

from queries.sources import open_source
from queries.store import open_store
from queries.vocabulary import VOCABULARIES


def quads_of_file(path: Path) -> list[Quad]:
    """All that an RDF file says, whatever its graphs are called."""
    source = open_source(graph=path)
    try:
        triples = source.query("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(triples, QueryTriples)
        return [Quad(t.subject, t.predicate, t.object) for t in triples]
    finally:
        source.close()


def quads_of_store(path: Path) -> list[Quad]:
    """All that the articles of a store say, without the vocabulary."""
    with open_store(path, read_only=True) as store:
        return [quad for name in store.graphs() if name not in VOCABULARIES for quad in store.quads(name)]
