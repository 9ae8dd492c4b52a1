"""A curator's file → who is one person and who is not, kept in the store and heeded whenever people are compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from ontology import terms as T
from ontology.errors import UserError
from ontology.files import reason
from queries.identity.groups import Groups
from queries.identity.joining import Decided
from queries.identity.rows import rows
from queries.store import Store

DECISIONS_GRAPH = T.BASE + "decisions"
"""The named graph of a curator's decisions, as they were written."""

_SAME, _DIFFERENT = ox.NamedNode(T.OWL + "sameAs"), ox.NamedNode(T.OWL + "differentFrom")


def take(store: Store, path: Path) -> int:
    """Put the decisions of a Turtle file into the store, in the place of earlier ones; gives their number.

    The file says `<A> owl:sameAs <B>` and `<A> owl:differentFrom <B>` of people of articles, and nothing else.
    `UserError` for any other statement, for somebody whom the store does not know, and for decisions that contradict
    one another; nothing is changed then.
    """
    triples = _read(path)
    known = {iri for (iri,) in rows(store.inner, "SELECT DISTINCT ?p { ?m td:mentions ?p . ?p a schema:Person }")}
    for triple in triples:
        if triple.predicate not in (_SAME, _DIFFERENT):
            raise UserError(f"{path}: only owl:sameAs and owl:differentFrom are decisions; it says {triple.predicate}")
        for term in (triple.subject, triple.object):
            if not isinstance(term, ox.NamedNode) or term.value not in known:
                raise UserError(f"{path}: {term} is no person of an article in the store {store.path}")
    decided = _decided(triples)
    groups = Groups(known)
    for pair in decided.same:
        groups.unite(*pair)
    for one, other in sorted(decided.different):
        if groups.of(one) == groups.of(other):
            raise UserError(f"{path}: <{one}> and <{other}> are said to be different, and by other lines to be one")
    graph = ox.NamedNode(DECISIONS_GRAPH)
    store.replace_graph(DECISIONS_GRAPH, [ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples])
    return len(triples)


def decisions(store: ox.Store) -> Decided:
    """The decisions in the merge of a store's graphs."""
    default = ox.DefaultGraph()
    return _decided(q.triple for p in (_SAME, _DIFFERENT) for q in store.quads_for_pattern(None, p, None, default))


def _decided(triples: Iterable[ox.Triple]) -> Decided:
    pairs: dict[ox.NamedNode, set[tuple[str, str]]] = {_SAME: set(), _DIFFERENT: set()}
    for t in triples:
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode) and t.predicate in pairs:
            one, other = sorted((t.subject.value, t.object.value))
            pairs[t.predicate].add((one, other))
    return Decided(frozenset(pairs[_SAME]), frozenset(pairs[_DIFFERENT]))


def _read(path: Path) -> list[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)]
    except OSError as error:
        raise UserError(f"cannot read {path}: {reason(error)}") from None
    except (SyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise UserError(f"{path}{line}: this is no Turtle") from None
