"""What articles say (RDF) → a NetworkX multigraph: things as nodes, facts as edges, each with its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from graphs.evidence import Evidence, Fact, Quote, Source, evidence

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Quad

    Graph: TypeAlias = nx.MultiDiGraph[str]


def network(quads: Iterable[Quad]) -> Graph:
    """The network of one article or many, from a `pyoxigraph.Store`, a `Dataset` or any iterable of quads.

    Nodes are IRIs with `kind`, `label`, `other_labels`, `province` (of a body), `reasons` (of one found in several
    articles) and `facts` (in which the thing has a role). Edges are keyed by relation and fact, with `relation` and
    `fact`. `graph.graph["sources"]` holds the articles by date.
    Nodes and edges come in one fixed order, whatever the order of the quads.
    """
    return network_of(evidence(quads))


def network_of(found: Evidence) -> Graph:
    """The same of what was read from quads before."""
    import networkx as nx

    graph: Graph = nx.MultiDiGraph(sources=found.sources)
    about: dict[str, dict[Fact, None]] = {}
    for fact in found.facts:
        for _, iri in fact.roles:
            about.setdefault(iri, {})[fact] = None
    edges = [(s, t, relation, fact) for fact in found.facts for s, t, relation in _edges(fact)]
    for s, t, relation, fact in _named_in_statements(found):
        edges.append((s, t, relation, fact))
        about[t][fact] = None
    for iri, thing in found.things.items():
        facts = tuple(about.get(iri, {}))
        graph.add_node(
            iri,
            kind=thing.kind,
            label=thing.label,
            other_labels=thing.other_labels,
            province=thing.province,
            reasons=thing.reasons,
            facts=facts,
        )
    for s, t, relation, fact in edges:
        graph.add_edge(s, t, key=f"{relation} {fact.iri}", relation=relation, fact=fact)
    return graph


def sources(graph: Graph) -> tuple[Source, ...]:
    """The articles of a network, by date."""
    found: tuple[Source, ...] = graph.graph["sources"]
    return found


def node(graph: Graph, iri: str) -> dict[str, Any]:
    """The attributes of a node."""
    found: dict[str, Any] = graph.nodes[iri]
    return found


def _edges(fact: Fact) -> Iterator[tuple[str, str, str]]:
    """The lines of one fact: source, target, relation (a key of the legend)."""
    match fact.type:
        case "Tenure":
            yield from _pairs(fact, "person", "post", "tenure")
            yield from _pairs(fact, "post", "body", "postIn")
        case "AwardStep":
            yield from _pairs(fact, "honour", "recipient", "award")
            yield from _pairs(fact, "grantor", "honour", "grantor")
        case "ClusterMembership":
            yield from _pairs(fact, "member", "cluster", "member")
        case "ClusterLeadership":
            yield from _pairs(fact, "member", "cluster", _value(fact, "leads", "lead"))
        case "Participation":
            yield from _pairs(fact, "agent", "event", _value(fact, "part", "attended"))
        case "Statement":
            yield from _pairs(fact, "speaker", "event", _value(fact, "said", "said"))
            yield from _pairs(fact, "speaker", "field", "field")
        case "Event" | "CovenantSigning":
            yield from _pairs(fact, "event", "place", "place")
            yield from _pairs(fact, "event", "partOf", "partOf")
        case _:
            pass


def _pairs(fact: Fact, a: str, b: str, relation: str) -> Iterator[tuple[str, str, str]]:
    for source in fact.role(a):
        for target in fact.role(b):
            if source != target:
                yield source, target, relation


def _value(fact: Fact, role: str, default: str) -> str:
    return next((value for name, value in fact.values if name == role), default)


def _named_in_statements(found: Evidence) -> Iterator[tuple[str, str, str, Fact]]:
    """A campaign or body whose mention stands inside a statement's passage: the speaker speaks of it there."""
    mentions: dict[str, list[tuple[Quote, str]]] = {}
    for fact in found.facts:
        if fact.type == "Mention":
            for iri in fact.role("thing"):
                if found.things[iri].kind in ("campaign", "body", "field"):
                    for quote in fact.quotes:
                        mentions.setdefault(quote.source.iri, []).append((quote, iri))
    for fact in found.facts:
        if fact.type != "Statement":
            continue
        inside = {
            iri
            for q in fact.quotes
            for quote, iri in mentions.get(q.source.iri, ())
            if q.start <= quote.start and quote.end <= q.end
        }
        for speaker in fact.role("speaker"):
            for iri in sorted(inside - {speaker} - set(fact.role("field"))):
                yield speaker, iri, "names", fact
