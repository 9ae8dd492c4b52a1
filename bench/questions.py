"""A store, or rdflib's memory store → how long each named query takes there, asked as a whole and about one thing.

Each question is asked in a process of its own, which is ended when it takes too long. What it is asked about is chosen
from what the store tells of: neither the most frequent nor the rarest, so that the answer has rows.
"""

from __future__ import annotations

import os
import pickle
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology import terms as T
from queries.catalogue import NamedQuery, named_queries
from queries.run import filled
from queries.sources import Results, Source, StoreSource
from queries.store import open_store

if TYPE_CHECKING:
    from rdflib import Graph

LIMIT, LIMIT_OF_ONE = 0.1, 0.01
"""Seconds for a question, and for one about a person or a province."""
RUNS = 5
_RANK = 10
"""Of the things that are told of, the one told of this many places below the most."""

_NAMED = "SELECT ?name (COUNT(*) AS ?n) WHERE {{ {} }} GROUP BY ?name ORDER BY DESC(?n) ?name LIMIT {}"
_PEOPLE = "?t a td:Tenure ; org:member/rdfs:label ?name"
_PATTERNS = {
    "person": _PEOPLE,
    "about": _PEOPLE,
    "recipient": "?a a td:Award ; td:recipient ?r . ?r a td:Province ; rdfs:label ?name",
    "member": "?m a td:ClusterMembership ; org:member/rdfs:label ?name",
    "place": "?e a schema:Event ; schema:location ?p . ?p a td:Province ; rdfs:label ?name",
    "speaker": "?s td:speaker/rdfs:label ?name",
    "province": "?m td:mentions ?p . ?p a td:Province ; rdfs:label ?name",
    "signatory": "?c a td:Covenant ; td:signatory/rdfs:label ?name",
    "organisation": "?t a td:Tenure ; org:organization/rdfs:label ?name",
    "office": "?t a td:Tenure ; td:post/rdfs:label ?name",
    "honour": "?a a td:Award ; td:honour/rdfs:label ?name",
    "grantor": "?s a td:AwardStep ; td:grantor/rdfs:label ?name",
    "cluster": "?m a td:ClusterMembership ; org:organization/rdfs:label ?name",
    "event": "?e a schema:Event ; rdfs:label ?name",
    "campaign": "?c a td:Campaign ; rdfs:label ?name",
    "article": "?a a schema:NewsArticle . BIND(STR(?a) AS ?name)",
    "rule": "?f td:rule ?name",
    "field": "?s td:field/rdfs:label ?name",
    "region": "?p td:region ?r . ?r skos:prefLabel ?name FILTER(LANG(?name) = 'vi')",
    "date": "?a schema:datePublished ?d . BIND(SUBSTR(STR(?d), 1, 10) AS ?name)",
}
"""What the names are chosen from, by parameter."""
_LIKE = {
    "unit": "province", "agent": "person", "organiser": "organisation", "body": "organisation",
}  # fmt: skip
_FIXED = {
    "year": "2016", "not_in": "2018", "role": "Chủ tịch", "kind": "Huân chương",
    "order": "Huân chương Lao động", "authority": "td:primeMinister",
}  # fmt: skip
_OF_ONE = ("person", "about", "speaker", "agent", "province", "unit", "recipient", "place")
"""The parameters that are given a person or a province."""


@dataclass(frozen=True, slots=True)
class Question:
    """A named query with at most one parameter."""

    query: NamedQuery
    parameter: str = ""
    value: str = ""

    @property
    def limit(self) -> float:
        """Seconds that it may take."""
        coded = any(p.choices for p in self.query.parameters if p.name == self.parameter)
        return LIMIT_OF_ONE if self.parameter in _OF_ONE and not coded else LIMIT

    @property
    def params(self) -> dict[str, str]:
        return {self.parameter: self.value} if self.parameter else {}

    def __str__(self) -> str:
        return f"{self.query.name} {self.parameter}" if self.parameter else self.query.name


@dataclass(frozen=True, slots=True)
class Taken:
    """How long it took: the median of the runs in seconds of a core, which is what the clock shows where nothing else
    runs. None where it took longer than there was time."""

    seconds: float | None
    rows: int = 0


def questions(store: Path, names: list[str]) -> list[Question]:
    """Each named query (or those of these names) as a whole, and about one value of each of its parameters."""
    with open_store(store, read_only=True) as opened:
        chosen: dict[str, str | None] = {}

        def value(parameter: str) -> str | None:
            if parameter not in chosen:
                pattern = _PATTERNS.get(_LIKE.get(parameter, parameter))
                chosen[parameter] = _chosen(opened.inner, pattern) if pattern else _FIXED.get(parameter)
            return chosen[parameter]

        found = []
        for query in named_queries():
            if names and query.name not in names:
                continue
            found.append(Question(query))
            for p in query.parameters:
                said = p.choices[0] if p.choices else value(p.name)
                if query.name == "officials" and p.name == "kind":
                    said = "Ủy ban nhân dân"
                if said is not None:
                    found.append(Question(query, p.name, said))
        return found


def _chosen(store: ox.Store, pattern: str) -> str | None:
    results = store.query(_NAMED.format(pattern, _RANK), prefixes=T.PREFIXES)
    assert isinstance(results, ox.QuerySolutions)
    names = [row["name"].value for row in results if row["name"] is not None]
    return names[-1] if names else None


def times(store: Path, asked: list[Question], patience: float) -> Iterator[Taken]:
    """How long each takes in a store on disk, names looked up and all rows fetched."""

    def begin(question: Question) -> Callable[[], int]:
        source = StoreSource(open_store(store, read_only=True))
        return lambda: _rows(source, question)

    for question in asked:
        yield _apart(lambda question=question: begin(question), patience)  # type: ignore[misc]


def evaluations(store: Path, asked: list[Question], patience: float) -> Iterator[Taken]:
    """The same without the names, which are looked up before: the query alone, as other stores are given it."""

    def begin(question: Question) -> Callable[[], int]:
        source = StoreSource(open_store(store, read_only=True))
        text, _ = filled(question.query, question.params, source)
        return lambda: _count(source.query(text, needs=question.query.needs))

    for question in asked:
        yield _apart(lambda question=question: begin(question), patience)  # type: ignore[misc]


def texts(store: Path, asked: list[Question]) -> list[str]:
    """The SPARQL of each, with the terms of its parameters."""
    source = StoreSource(open_store(store, read_only=True))
    try:
        return [filled(question.query, question.params, source)[0] for question in asked]
    finally:
        source.close()


def rdflib_graph(store: Path) -> Graph:
    """The merge of a store in rdflib's memory store."""
    from rdflib import Graph

    graph = Graph()
    with open_store(store, read_only=True) as opened:
        lines = opened.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    graph.parse(data=lines, format="nt")
    return graph


def rdflib_times(graph: Graph, sparql: list[str], patience: float) -> Iterator[Taken]:
    """How long rdflib takes for each."""

    def ask(text: str) -> int:
        return len(list(graph.query(text, initNs=T.PREFIXES)))

    for text in sparql:
        yield _apart(lambda text=text: lambda: ask(text), patience)  # type: ignore[misc]


def _rows(source: Source, question: Question) -> int:
    text, _ = filled(question.query, question.params, source)
    return _count(source.query(text, needs=question.query.needs))


def _count(results: Results) -> int:
    return 1 if isinstance(results, ox.QueryBoolean) else sum(1 for _ in results)


def _apart(begin: Callable[[], Callable[[], int]], patience: float) -> Taken:
    """The median of some runs in a process of its own, which has `patience` seconds of a core for each."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            most = int(3 * patience) + 2
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))  # the kernel ends it then
            with os.fdopen(writing, "wb") as out:
                pickle.dump(_measured(begin, patience), out)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        said = answer.read()
    os.waitpid(child, 0)
    taken: Taken = pickle.loads(said) if said else Taken(None)
    return taken


def _measured(begin: Callable[[], Callable[[], int]], patience: float) -> Taken:
    ask = begin()
    seconds: list[float] = []
    rows = 0
    while len(seconds) < RUNS and sum(seconds) < patience:
        start = time.process_time()
        rows = ask()
        seconds.append(time.process_time() - start)
    return Taken(statistics.median(seconds), rows)
