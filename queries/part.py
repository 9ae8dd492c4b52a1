"""A store or an RDF file → its graphs one by one: all, those of some articles, or what they say of something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from ontology import terms as T
from ontology.errors import UserError
from queries.articles import graphs_of
from queries.names import called, near, unknown
from queries.sources import FileSource, MemorySource, Source, StoreSource
from queries.store import open_store
from queries.vocabulary import VOCABULARIES

_ARTICLE, _TYPE = ox.NamedNode(T.SCHEMA + "NewsArticle"), ox.NamedNode(T.RDF + "type")
_WHOLE = ("text", "abstract")
"""Properties of an article that hold its text, or the beginning of it."""


class Part:
    """Graphs by name in order, each as quads in order; the vocabulary is not among them. Close it when done."""

    def __init__(self, source: Source, inner: ox.Store, graphs: Iterable[str], about: frozenset[ox.NamedNode]) -> None:
        self.source, self.inner, self.graphs, self.about = source, inner, tuple(sorted(graphs)), about

    def quads(self) -> Iterator[ox.Quad]:
        """All quads, graph by graph, in an order that depends on nothing but them."""
        for name in self.graphs:
            graph = ox.NamedNode(name) if name else ox.DefaultGraph()
            found = self.inner.quads_for_pattern(None, None, None, graph)
            yield from sorted(self._of(found) if self.about else found, key=str)

    def triples(self) -> Iterator[ox.Triple]:
        """What the graphs say together, each statement once: with the first graph that makes it."""
        place = {name: number for number, name in enumerate(self.graphs)}
        own = {name: name.replace("/graph/", "/article/", 1) for name in self.graphs}
        for quad in self.quads():
            name = _name(quad)
            subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
            local = subject.partition("#")[0] == own[name]
            if place[name] and not local and self._said_before(quad, place):
                continue  # what an article says of its own nodes, no other says
            yield quad.triple

    def _said_before(self, quad: ox.Quad, place: dict[str, int]) -> bool:
        mine = place[_name(quad)]
        same = self.inner.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(place.get(_name(other), mine) < mine for other in same)

    def asked(self) -> Source:
        """A source of just this part, for queries."""
        everything = {n.value for n in self.inner.named_graphs() if isinstance(n, ox.NamedNode)} - {*VOCABULARIES}
        return self.source if not self.about and everything <= {*self.graphs} else MemorySource(self.quads())

    def close(self) -> None:
        self.source.close()

    def _of(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """The facts of a graph in which something has a role, and all that they point to: things, passages, articles
        without their text."""
        held = list(quads)
        of: dict[ox.NamedNode | ox.BlankNode | ox.Triple, list[ox.Quad]] = {}
        for quad in held:
            of.setdefault(quad.subject, []).append(quad)
        articles = {q.subject for q in held if q.predicate == _TYPE and q.object == _ARTICLE}
        wanted = {q.subject for q in held if q.object in self.about and q.subject not in articles}
        wanted |= self.about & of.keys()
        steps = {q.subject for q in held if q.predicate.value == T.TD + "stepOf" and q.object in wanted}
        todo, seen = [*wanted, *steps], set[object]()
        while todo:
            subject = todo.pop()
            if subject in seen:
                continue
            seen.add(subject)
            for quad in of.get(subject, ()):
                if subject not in articles:
                    yield quad
                    if isinstance(quad.object, ox.NamedNode | ox.BlankNode):
                        todo.append(quad.object)
                elif quad.predicate == _TYPE or (
                    isinstance(quad.object, ox.Literal) and quad.predicate.value.rpartition("/")[2] not in _WHOLE
                ):
                    yield quad


def part_of(
    *, store: Path | None = None, file: Path | None = None, articles: Iterable[str] = (), about: str | None = None
) -> Part:
    """The part of a store or an RDF file that is asked for; `UserError` where it is not there.

    `articles` are called by id, file or IRI (a store only), `about` is a name in any spelling or an IRI.
    """
    asked = list(articles)
    if store is not None:
        opened = open_store(store, read_only=True)
        source: Source = StoreSource(opened)
        try:
            graphs = graphs_of(opened, asked) if asked else opened.data_graphs()
            return Part(source, opened.inner, graphs, _things(about, source))
        except BaseException:
            source.close()
            raise
    assert file is not None
    if asked:
        raise UserError("the articles of a file cannot be told apart; --article goes with a store")
    read = FileSource(file)
    names = {n.value for n in read.inner.named_graphs() if isinstance(n, ox.NamedNode)}
    return Part(read, read.inner, names or {""}, _things(about, read))


def _things(about: str | None, source: Source) -> frozenset[ox.NamedNode]:
    if about is None:
        return frozenset()
    found = called(about, source)
    if not found:
        raise UserError(unknown(about, near(about, source)))
    return frozenset(found)


def _name(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
