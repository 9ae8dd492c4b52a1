"""A store or an RDF file → what its articles say, for what needs it whole: all, or what concerns something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from queries.articles import graphs_of
from queries.identity.statements import IDENTITY_GRAPH
from queries.names import called, near, whole
from queries.sources import FileSource, MemorySource, Source, StoreSource
from queries.store import open_store


class Named(NamedTuple):
    """A name that was asked for: what bears it, with all that is one with these in other articles; and names that look
    like it where nothing bears it."""

    name: str
    iris: tuple[str, ...]
    like: tuple[str, ...]


class Said(NamedTuple):
    """Quads of articles and what the names mean that were asked for."""

    quads: list[ox.Quad]
    named: tuple[Named, ...]


def said(
    *,
    store: Path | None = None,
    file: Path | None = None,
    quads: Iterable[ox.Quad] | None = None,
    articles: Iterable[str] = (),
    about: Iterable[str] = (),
) -> Said:
    """All that a store's articles, or some of them, or a file or quads say; with names, only the articles of a store
    that tell of these. Who and what is one in several of its articles is told with them.

    Names are understood in any spelling; an IRI will do too. `UserError` where the store or file is not there, or the
    store has no such article.
    """
    asked = list(articles)
    if store is None:
        read = FileSource(file) if file else MemorySource(quads or ())
        return Said(_triples(read), tuple(_named(name, read) for name in about))
    with open_store(store, read_only=True) as opened:
        source = StoreSource(opened)
        named = tuple(_named(name, source) for name in about)
        graphs = graphs_of(opened, asked) if asked else opened.data_graphs()
        if named:
            telling = {g for n in named for iri in n.iris for g in _graphs(opened.inner, ox.NamedNode(iri))}
            graphs = tuple(g for g in graphs if g in telling)
        told = sorted({*graphs, IDENTITY_GRAPH} & set(opened.graphs()))
        return Said([quad for name in told for quad in opened.quads(name)], named)


def quads_of_store(path: Path) -> list[ox.Quad]:
    """All that the articles of a store say, without the vocabulary."""
    return said(store=path).quads


def _named(name: str, source: Source) -> Named:
    found = called(name, source)
    found = whole(found, source) if found else ()
    return Named(name, tuple(n.value for n in found), () if found else near(name, source))


def _graphs(store: ox.Store, thing: ox.NamedNode) -> Iterator[str]:
    """The graphs in which something is said of a thing."""
    for pattern in ((thing, None, None, None), (None, None, thing, None)):
        for quad in store.quads_for_pattern(*pattern):
            if isinstance(quad.graph_name, ox.NamedNode):
                yield quad.graph_name.value


def _triples(source: FileSource) -> list[ox.Quad]:
    """All that an RDF file says, whatever its graphs are called."""
    triples = source.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(triples, ox.QueryTriples)
    return [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
