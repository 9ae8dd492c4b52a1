"""Events and who took part in them → who appears with whom, how often, and who meets most among themselves."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from graphs.evidence import Evidence, Fact

if TYPE_CHECKING:
    import networkx as nx

    from graphs.network import Graph

CROWD = 40
"""Of an event with more people than this, only those pairs count that meet elsewhere too: being in one crowd says
little, and a crowd of 200 would be 19,900 lines."""
COMMUNITIES = 8
"""So many communities have a colour of their own, the largest first; the others share one."""


class Meeting(NamedTuple):
    """Two that took part in the same events: the events, and the facts that say so, of both."""

    events: tuple[str, ...]
    facts: tuple[Fact, ...]


def together(found: Evidence) -> dict[tuple[str, str], Meeting]:
    """Who took part in events with whom, in order; the IRIs of a pair are in order too."""
    parts: dict[str, dict[str, list[Fact]]] = {}
    for fact in found.facts:
        if fact.type == "Participation":
            for event in fact.role("event"):
                for agent in fact.role("agent"):
                    parts.setdefault(event, {}).setdefault(agent, []).append(fact)
    common: dict[tuple[str, str], list[str]] = {}
    for event in sorted(parts):
        if len(parts[event]) <= CROWD:
            for pair in combinations(sorted(parts[event]), 2):
                common.setdefault(pair, []).append(event)
    for event in sorted(parts):
        if len(parts[event]) > CROWD:
            for pair in combinations(sorted(parts[event]), 2):
                if pair in common:
                    common[pair].append(event)
    return {
        pair: Meeting(tuple(events), tuple(f for event in events for agent in pair for f in parts[event][agent]))
        for pair, events in sorted(common.items())
    }


def company(found: Evidence) -> Graph:
    """The network of those who took part in the same events: as `network_of` gives it, with lines between people,
    bodies and provinces, the events of each as its `weight`, and the `group` of each thing that belongs to a
    community. The events themselves are in the graph's `aside`."""
    import networkx as nx

    from graphs.network import network_of

    met = together(found)
    plain: nx.Graph[str] = nx.Graph()
    for (one, other), meeting in met.items():
        plain.add_edge(one, other, weight=len(meeting.events))
    group = communities(plain)
    graph = network_of(found.only(lambda fact: any(iri in group for _, iri in fact.roles)))
    aside = {iri: dict(data) for iri, data in graph.nodes(data=True) if iri not in group}
    graph.graph["aside"] = aside
    graph.remove_nodes_from(aside)
    graph.remove_edges_from(list(graph.edges))
    for iri in graph:
        graph.nodes[iri]["group"] = f"group{group[iri]}"
    for (one, other), meeting in met.items():
        for fact in dict.fromkeys(meeting.facts):
            key = f"together {fact.iri}"
            graph.add_edge(one, other, key=key, relation="together", fact=fact, weight=len(meeting.events))
    return graph


def communities(graph: nx.Graph[str]) -> dict[str, int]:
    """The number of the community of each node, 1 for the largest, 0 for the small ones.

    By Louvain's method on the edges' `weight`, with a fixed seed, so that the same graph has the same communities.
    """
    import networkx as nx

    groups = nx.community.louvain_communities(graph, weight="weight", seed=1)
    groups = sorted((g for g in groups if len(g) > 2), key=lambda g: (-len(g), min(g)))[:COMMUNITIES]
    number = dict.fromkeys(graph, 0)
    for i, group in enumerate(groups, 1):
        number |= dict.fromkeys(group, i)
    return number
