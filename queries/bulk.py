"""Graphs of articles as N-Quads → a store, many in one go, each of them wholly in or wholly out at any moment.

A large go is written to files beside the store's own, which one entry in the store's log then makes part of it; a small
one is a transaction. So a process that is killed leaves all of a go or nothing. Goes grow with the run: what a kill can
undo is never more than was written before.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

import pyoxigraph as ox

from ontology.console import unbroken
from ontology.machine import cores
from queries.store import Store

MOST = 50_000
"""Triples of a full go, some 12 MB of text: smaller ones cost more a triple, larger ones as much."""
FEW = 2_000
"""Up to so many triples a transaction takes less time than files do."""


class Loader:
    """Writes graphs into a store, by as many threads as the machine runs.

    Use it in a `with` statement, inside that of the store: all is written when it ends, unless an error ends it.
    """

    def __init__(self, store: Store) -> None:
        self.changed = 0
        """How many graphs were new or changed, of those that were given."""
        self._store = store
        self._next: dict[str, bytes] = {}
        self._triples = self._written = 0
        self._before = store.bytes
        self._threads = cores()
        self._pool = ThreadPoolExecutor(self._threads)
        self._under_way: deque[tuple[frozenset[str], Future[None]]] = deque()

    def add(self, graph_iri: str, quads: bytes) -> None:
        """Make the graph hold these quads and no others: N-Quads as Oxigraph writes them, without blank nodes.

        They are in the store when `flush` has returned or the `with` statement has ended, or before. `UserError` where
        it cannot be written to.
        """
        if graph_iri in self._next or any(graph_iri in graphs for graphs, _ in self._under_way):
            self.flush()
        if self._store.inner.contains_named_graph(ox.NamedNode(graph_iri)):
            self._replace(graph_iri, quads)
            return
        self.changed += 1
        self._next[graph_iri] = quads
        self._triples += quads.count(b"\n")
        if self._triples >= min(MOST, self._written):
            self._go()

    def flush(self) -> None:
        """Write what is not written yet, and wait until it is."""
        self._go()
        while self._under_way:
            self._settle()

    def _replace(self, graph_iri: str, quads: bytes) -> None:
        new = set(ox.parse(quads, ox.RdfFormat.N_QUADS))
        if new != set(self._store.quads(graph_iri)):
            self.flush()  # what leaves the merge depends on what the other graphs say
            self.changed += self._store.replace_graph(graph_iri, new)

    def _go(self) -> None:
        if not self._next:
            return
        while len(self._under_way) >= self._threads:
            self._settle()
        self._store.outdate()
        parts = [part for graph, quads in self._next.items() for part in (quads, _merged(graph, quads))]
        work = self._pool.submit(self._store.take_in, b"".join(parts), bulk=self._triples > FEW)
        self._under_way.append((frozenset(self._next), work))
        self._written += self._triples
        self._next, self._triples = {}, 0

    def _settle(self) -> None:
        _, work = self._under_way.popleft()
        work.result()

    def __enter__(self) -> Loader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None or kind is KeyboardInterrupt:  # after Ctrl-C what was given is kept
                with unbroken():
                    self.flush()
            if kind is None:
                self._store.tidy(self._before)
        finally:
            self._pool.shutdown()


def _merged(graph_iri: str, quads: bytes) -> bytes:
    """The same triples in the default graph. Only what stands behind the object of a quad ends its line so: inside a
    literal, the end of a line is escaped."""
    return quads.replace(f" <{graph_iri}> .\n".encode(), b" .\n")
