"""Joinings → what is stated of them in a graph of its own: one node for each person or award of several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

import pyoxigraph as ox

from ontology import terms as T
from ontology.spelling import plain_name, slug
from queries.identity.awards import awards
from queries.identity.bearers import Bearer, bearers, store_of
from queries.identity.groups import Groups
from queries.identity.joining import UNDECIDED, Decided, Joining, join
from queries.identity.rows import pairs

IDENTITY_GRAPH = T.BASE + "identity"
"""The named graph of what is found out by comparing articles. It depends on the articles and the curator alone."""

REASONS = {
    "decided": "curated",
    "office": "sameOffice",
    "body": "sameBody",
    "short": "shortName",
    "province": "sameProvince",
    "company": "sameCompany",
    "award": "sameAward",
}
"""The concept of the vocabulary for each reason."""

_GRAPH = ox.NamedNode(IDENTITY_GRAPH)


def identity(store: ox.Store, decided: Decided = UNDECIDED) -> list[ox.Quad]:
    """All that is stated of who and what is one, in the merge of a store's graphs."""
    people = {b.iri: b for b in bearers(store)}
    found = join(people.values(), decided)
    groups = Groups(people)
    for j in found:
        groups.unite(j.one, j.other)
    out: dict[ox.Quad, None] = {}
    individual: dict[str, str] = {}
    for members in groups.several():
        one = _individual(members, "person", _name(people[iri] for iri in members))
        individual |= dict.fromkeys(members, one)
        out |= dict.fromkeys(_person(one, [people[iri] for iri in members]))
    out |= dict.fromkeys(q for j in found for q in _joining(j, people[j.one].name, people[j.other].name))
    out |= dict.fromkeys(_awards(store, individual))
    return list(out)


def identity_of(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The same for quads in memory, of articles alone."""
    return identity(store_of(quads))


def _person(one: str, members: list[Bearer]) -> Iterator[ox.Quad]:
    called = _name(members)
    name = ox.Literal(called, language="vi")
    yield _quad(one, T.RDF + "type", ox.NamedNode(T.SCHEMA + "Person"))
    yield _quad(one, T.TD + "plainName", ox.Literal(plain_name(called)))
    yield _quad(one, T.RDFS + "label", name)
    yield _quad(one, T.SCHEMA + "name", name)
    for b in members:
        yield _quad(b.iri, T.TD + "identity", ox.NamedNode(one))


def _awards(store: ox.Store, individual: Mapping[str, str]) -> Iterator[ox.Quad]:
    found = awards(store, individual)
    labels = pairs(store, "SELECT ?a ?l { ?a a td:Award ; rdfs:label ?l }") if found else {}
    groups = Groups({iri for j in found for iri in (j.one, j.other)})
    for j in found:
        groups.unite(j.one, j.other)
        yield from _joining(j, labels.get(j.one, ""), labels.get(j.other, ""))
    for members in groups.several():
        label = min(labels.get(iri, "") for iri in members)
        one = _individual(members, "award", label)
        yield _quad(one, T.RDFS + "label", ox.Literal(label, language="vi"))
        for iri in members:
            yield _quad(iri, T.TD + "identity", ox.NamedNode(one))


def _joining(j: Joining, one: str, other: str) -> Iterator[ox.Quad]:
    base = j.one.partition("article/")[0]
    node = f"{base}joining/{_digest(j.one, j.other)}"
    yield _quad(node, T.RDF + "type", ox.NamedNode(T.TD + "Joining"))
    label = one if one == other else f"{one} = {other}"
    yield _quad(node, T.RDFS + "label", ox.Literal(label, language="vi"))
    yield _quad(node, T.TD + "joins", ox.NamedNode(j.one))
    yield _quad(node, T.TD + "joins", ox.NamedNode(j.other))
    yield _quad(node, T.TD + "reason", ox.NamedNode(T.TD + REASONS[j.reason]))
    for fact in j.facts:
        yield _quad(node, T.PROV + "wasDerivedFrom", ox.NamedNode(fact))


def _individual(members: list[str], room: str, label: str) -> str:
    """The IRI of the one that stands for several: by its name and the first of them, so that it does not depend on the
    order in which they came."""
    first = min(members)
    return f"{first.partition('article/')[0]}{room}/{slug(label, 64) or 'x'}-{_digest(first)}"


def _name(members: Iterable[Bearer]) -> str:
    """The name that most articles give, of these the longest, then the first."""
    counted = Counter(b.name for b in members)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def _digest(*iris: str) -> str:
    return sha256("\n".join(iris).encode()).hexdigest()[:10]


def _quad(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value, _GRAPH)
