"""A network of things and facts → a pyvis network with positions, for a page to draw."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.content import Content, key
from graphs.labels import LINE, Box, width, wrap
from graphs.layout import FULL, layout
from graphs.legend import Legend, Relation, legend
from graphs.lines import Line, broken, lines
from graphs.network import node

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

    from graphs.network import Graph

WIDE, TALL = 1.7, 0.72
"""Width by height of the two drawings: for a desktop's window and for a phone's."""
LABELLED = 90
"""Up to this many things, lines that say what the reader most asks for carry a label."""
CARDS = frozenset({"event", "cluster"})
"""Kinds drawn as a card with their name inside; the others as a symbol with their name below."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws (`picture`); the upper edge of the rows of lone things in its two shapes."""

    picture: Network
    shelves: dict[str, int | None]


def draw(graph: Graph, told: Content) -> Drawing:
    """The drawing of a network that tells this content: the same for the same network."""
    from pyvis.network import Network

    words = legend()
    joined = lines(graph, words)
    plain = _plain(graph, joined, words)
    looks = {iri: _look(graph, iri, plain.degree[iri]) for iri in graph}
    boxes = {iri: look.box for iri, look in looks.items()}
    groups = _clusters(graph)
    labels = {frozenset((n.source, n.target)): width(_label(n, words, len(graph)), 12) for n in joined}
    wide = layout(plain, boxes, labels, WIDE, groups)
    tall = layout(plain, boxes, labels, TALL, groups) if len(graph) <= FULL else wide
    picture = Network(directed=True, cdn_resources="in_line")
    picture.options = OPTIONS
    colours = {kind["id"]: kind["light"] for kind in words["kinds"]}
    for iri, item in zip(graph, told.things, strict=True):
        look, (x, y) = looks[iri], wide.positions[iri]
        picture.add_node(
            item["id"],
            label=look.text,
            shape=look.shape,
            size=look.size,
            color=colours[item["kind"]],
            x=x,
            y=y,
            tall=tall.positions[iri],
            above=[iri in wide.above, iri in tall.above],
            **{name: value for name, value in item.items() if name != "id"},
        )
    for line in joined:
        best = words["relations"][line.relations[0]]
        picture.add_edge(
            key(line.source),
            key(line.target),
            id=f"{key(line.source)} {key(line.target)}",
            hue=best["hue"],
            relations=list(line.relations),
            facts=[told.number[f.iri] for f in line.facts],
            dashes=broken(line, words),
            label=_label(line, words, len(graph)),
            weight=line.weight,
        )
    return Drawing(picture, {"wide": wide.shelf, "tall": tall.shelf})


OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 3600000,
        "keyboard": False,
        "hideEdgesOnDrag": False,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 15, "strokeWidth": 4}},
    "edges": {
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.06},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "font": {"size": 12, "strokeWidth": 4, "align": "horizontal"},
        "width": 1.4,
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
    },
}
"""What pyvis hands to vis-network. No physics: positions are computed beforehand, nothing moves by itself."""


@dataclass(frozen=True, slots=True)
class _Look:
    text: str
    shape: str
    size: float
    box: Box


def _look(graph: Graph, iri: str, degree: int) -> _Look:
    d = node(graph, iri)
    shape = next(kind["shape"] for kind in legend()["kinds"] if kind["id"] == d["kind"])
    size = round(9 + 2.2 * math.sqrt(degree), 1)
    if d["kind"] in CARDS:
        lines = wrap(d["label"], 25, 5)
        half_wide = max(width(line, 16) for line in lines) / 2 + 14
        half_high = len(lines) * LINE / 2 + 9
        return _Look("\n".join(lines), "box", size, Box(-half_wide, -half_high, half_wide, half_high))
    lines = wrap(d["label"], 20, 4)
    half = max(size, max(width(line, 15) for line in lines) / 2 + 2)
    return _Look("\n".join(lines), shape, size, Box(-half, -size, half, size + 6 + len(lines) * LINE))


def _plain(graph: Graph, lines: list[Line], words: Legend) -> nx.Graph[str]:
    """The undirected graph of the drawing, its edges as long as their relation asks."""
    import networkx as nx

    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    relations = words["relations"]
    for line in lines:
        length = relations[line.relations[0]]["length"]
        crowd = max(graph.degree(line.source), graph.degree(line.target))
        plain.add_edge(line.source, line.target, length=length * (1 + min(crowd, 400) / 60) / math.sqrt(line.weight))
    return plain


def _clusters(graph: Graph) -> list[frozenset[str]]:
    """Each emulation cluster with its members: they stand on one ground."""
    groups = []
    for iri in graph:
        if node(graph, iri)["kind"] == "cluster":
            members = [s for s, _, r in graph.in_edges(iri, data="relation") if r in ("member", "lead", "deputy")]
            groups.append(frozenset((iri, *members)))
    return groups


def _label(line: Line, words: Legend, things: int) -> str:
    best: Relation = words["relations"][line.relations[0]]
    if things > LABELLED or not best.get("show"):
        return ""
    if line.relations[0] == "award":
        told = [words["statuses"][f.status] for f in line.telling if f.status in words["statuses"]]
        parts = [s["vi"] for s in told]
    else:
        parts = [f"{best['vi']} {f.year}".strip() for f in line.telling]
    return ", ".join(dict.fromkeys(parts))
