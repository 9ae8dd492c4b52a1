"""A network of things and facts → its lines: all relations between two things drawn as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.evidence import Fact
from graphs.legend import Legend

if TYPE_CHECKING:
    from graphs.network import Graph


@dataclass(frozen=True, slots=True)
class Line:
    """All relations between two things, drawn as one line in the direction of the one that tells most; `weight` tells
    how often they met, where that is what the line stands for."""

    source: str
    target: str
    relations: tuple[str, ...]
    facts: tuple[Fact, ...]
    telling: tuple[Fact, ...]
    weight: int


def lines(graph: Graph, words: Legend) -> list[Line]:
    """One line for every two joined things, in order of the first relation between them."""
    between: dict[frozenset[str], list[tuple[int, str, str, str, Fact]]] = {}
    for s, t, d in graph.edges(data=True):
        rank = words["relations"][d["relation"]]["rank"]
        between.setdefault(frozenset((s, t)), []).append((rank, s, t, d["relation"], d["fact"]))
    drawn = []
    for group in between.values():
        group.sort(key=lambda e: (e[0], e[1], e[2], e[4].iri))
        _, source, target, best, _ = group[0]
        drawn.append(
            Line(
                source,
                target,
                tuple(dict.fromkeys(relation for *_, relation, _ in group)),
                tuple(dict.fromkeys(fact for *_, fact in group)),
                tuple(fact for *_, relation, fact in group if relation == best),
                max((d.get("weight", 1) for d in (graph.get_edge_data(source, target) or {}).values()), default=1),
            )
        )
    return drawn


def broken(line: Line, words: Legend) -> bool:
    """Whether a line tells only of what is not, or no longer, or not yet so."""
    found = [words["statuses"].get(f.status) for f in line.telling]
    return all(s is not None and s["dash"] for s in found)
