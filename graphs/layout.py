"""A graph, the lengths of its lines and the room of its labels → positions, the same on every run.

Each connected part is drawn by stress: things lie as far apart as the shortest way between them is long (NetworkX
finds the ways), which stochastic gradient descent brings about (Zheng, Pawar and Goodman, "Graph Drawing by
Stochastic Gradient Descent", IEEE TVCG 25, 2019; past `FULL` things with pivots as in its section 4). Then overlapping
labels are pushed apart, the parts are packed around the largest, and what has no line at all stands in rows below.
Small graphs are drawn several times and the clearest drawing is kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from graphs.clarity import Clarity, Point
from graphs.labels import Box

if TYPE_CHECKING:
    import networkx as nx

UNIT = 105.0
"""The length of a line of relative length 1, in the picture's units."""
FULL = 250
"""Up to this many things every pair counts; beyond, only lines and the ways to pivots."""
PIVOTS = 24
GAP = 12.0
"""Least room between two labels."""
TRIES = 7
"""Drawings made of a small part, of which the clearest is kept."""
TIGHTNESS = (0.85, 0.65)
"""How much closer each of them is tried before overlapping labels are pushed apart."""
FINALISTS = 1
"""How many of the clearest are polished."""
POLISH = 45_000
"""Moves tried on each of them, times the number of things and lines."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions by node, the nodes whose name stands above them, the upper edge of the rows of lone things if any."""

    positions: dict[str, tuple[int, int]]
    above: frozenset[str]
    shelf: int | None


def layout(
    graph: nx.Graph[str],
    boxes: dict[str, Box],
    labels: dict[frozenset[str], float],
    aspect: float,
    groups: Sequence[frozenset[str]] = (),
) -> Layout:
    """Positions for an undirected graph whose edges carry `length`; `aspect` is width by height of the wished picture.

    `boxes` is the room of each node, `labels` the width of an edge's label in the middle of the edge; nothing else
    should stand among the nodes of one of the `groups`.
    """
    import networkx as nx

    parts = [graph.subgraph(sorted(p)) for p in nx.connected_components(graph) if len(p) > 1]
    parts.sort(key=lambda p: (-len(p), min(p)))
    placed: dict[str, Point] = {}
    above: set[str] = set()
    taken: list[Box] = []
    for part in parts:
        drawn, names_above = _draw(part, boxes, labels, aspect, groups)
        above |= names_above
        boxes = boxes | {n: Box(b.left, -b.bottom, b.right, -b.top) for n, b in boxes.items() if n in names_above}
        dx, dy = _free_spot([boxes[n].at(*p, GAP) for n, p in drawn.items()], taken, aspect) if taken else (0.0, 0.0)
        for n, (x, y) in drawn.items():
            placed[n] = (x + dx, y + dy)
            taken.append(boxes[n].at(x + dx, y + dy, GAP))
    lone = [n for n in sorted(graph) if graph.degree[n] == 0]
    shelf = _shelve(lone, boxes, placed, taken, aspect) if lone else None
    return Layout({n: (round(x), round(y)) for n, (x, y) in placed.items()}, frozenset(above), shelf)


def _draw(
    part: nx.Graph[str],
    boxes: dict[str, Box],
    labels: dict[frozenset[str], float],
    aspect: float,
    groups: Sequence[frozenset[str]],
) -> tuple[dict[str, Point], set[str]]:
    nodes = sorted(part)
    number = {n: i for i, n in enumerate(nodes)}
    lines = sorted(
        (min(number[u], number[v]), max(number[u], number[v]), labels.get(frozenset((u, v)), 0.0))
        for u, v in part.edges
    )
    room = [boxes[n] for n in nodes]
    together = [[number[n] for n in sorted(g)] for g in groups if g <= set(nodes)]
    terms = _terms(part, nodes)
    tries = max(1, min(TRIES, 8000 // len(terms)))
    found: list[tuple[float, Clarity]] = []
    for seed in range(tries):
        loose = _stretch(_turn(_descend(len(nodes), terms, Random(seed))), aspect)  # noqa: S311 -- a drawing, no secret
        if len(nodes) > FULL:
            loose = _even(loose)
        for tightness in TIGHTNESS if tries > 1 else (max(TIGHTNESS[0], _needed(loose, room)),):
            points = [(x * tightness, y * tightness) for x, y in loose]
            _push_apart(points, room)
            drawing = Clarity(points, lines, list(room), together, aspect, UNIT)
            found.append((drawing.cost() if tries > 1 else 0.0, drawing))
    if tries == 1:
        return dict(zip(nodes, found[0][1].points, strict=True)), set()
    found.sort(key=lambda f: f[0])
    best = [drawing for _, drawing in found[:FINALISTS]]
    for drawing in best:
        drawing.improve(GAP, POLISH // (len(nodes) + len(lines)))
    clearest = min(best, key=Clarity.cost)
    above = {n for n, up in zip(nodes, clearest.flip(GAP), strict=True) if up}
    return dict(zip(nodes, clearest.points, strict=True)), above


def _terms(part: nx.Graph[str], nodes: list[str]) -> list[tuple[int, int, float, float]]:
    """Pairs of node numbers with wished distance and weight."""
    import networkx as nx

    number = {n: i for i, n in enumerate(nodes)}
    busiest = sorted(nodes, key=lambda n: (-part.degree[n], n))
    starts = nodes if len(nodes) <= FULL else busiest[:PIVOTS]
    terms: dict[tuple[int, int], float] = {}
    for start in starts:
        for end, length in nx.single_source_dijkstra_path_length(part, start, weight="length").items():
            i, j = sorted((number[start], number[end]))
            if i != j:
                terms[i, j] = length
    for u, v, length in part.edges(data="length"):
        i, j = sorted((number[u], number[v]))
        terms.setdefault((i, j), length)
    return [(i, j, d * UNIT, 1 / (d * d)) for (i, j), d in sorted(terms.items())]


def _descend(count: int, terms: list[tuple[int, int, float, float]], random: Random) -> list[Point]:
    reach = UNIT * math.sqrt(count)
    x = [random.uniform(-reach, reach) for _ in range(count)]
    y = [random.uniform(-reach, reach) for _ in range(count)]
    weights = [w for *_, w in terms]
    first, last = 1 / min(weights), 0.05 / max(weights)
    rounds = 30 if count <= FULL else 20
    shrink = (last / first) ** (1 / (rounds - 1))
    step, order = first, list(terms)
    for _ in range(rounds):
        random.shuffle(order)
        for i, j, wished, weight in order:
            dx, dy = x[i] - x[j], y[i] - y[j]
            apart = math.hypot(dx, dy) or 1e-6
            move = min(1.0, weight * step) * (apart - wished) / (2 * apart)
            x[i] -= move * dx
            y[i] -= move * dy
            x[j] += move * dx
            y[j] += move * dy
        step *= shrink
    return list(zip(x, y, strict=True))


def _turn(points: list[Point]) -> list[Point]:
    """The points around their middle, their longest direction lying flat."""
    n = len(points)
    mx, my = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    xx = sum((x - mx) ** 2 for x, _ in points)
    yy = sum((y - my) ** 2 for _, y in points)
    xy = sum((x - mx) * (y - my) for x, y in points)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    c, s = math.cos(angle), math.sin(angle)
    return [((x - mx) * c + (y - my) * s, (y - my) * c - (x - mx) * s) for x, y in points]


def _stretch(points: list[Point], aspect: float) -> list[Point]:
    """The points with the wished ratio of width to height (at most twice as stretched); labels are broad, so is x."""
    if aspect < 1:
        points = [(y, -x) for x, y in points]
    wide = max(x for x, _ in points) - min(x for x, _ in points) or 1.0
    high = max(y for _, y in points) - min(y for _, y in points) or 1.0
    ratio = min(2.0, max(0.5, aspect * high / wide))
    return [(x * math.sqrt(ratio) * 1.1, y * (1.1 / math.sqrt(ratio))) for x, y in points]


def _even(points: list[Point]) -> list[Point]:
    """A crowded drawing spread out: each coordinate halfway to where its rank alone would put it."""

    def spread(values: list[float]) -> list[float]:
        low, high = min(values), max(values)
        ranks = {i: rank for rank, i in enumerate(sorted(range(len(values)), key=lambda i: (values[i], i)))}
        step = (high - low) / (len(values) - 1)
        return [(value + low + step * ranks[i]) / 2 for i, value in enumerate(values)]

    return list(zip(spread([x for x, _ in points]), spread([y for _, y in points]), strict=True))


def _needed(points: list[Point], room: list[Box]) -> float:
    """How much larger a crowded drawing must be for its labels to find room."""
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    area = sum((b.right - b.left + GAP) * (b.bottom - b.top + GAP) for b in room)
    return math.sqrt(2.5 * area / max(1.0, wide * high))


def _push_apart(points: list[Point], room: list[Box]) -> None:
    """Move overlapping labels away from each other, along the axis where less is needed, until none overlap.

    Past `FULL` things a few rounds must do: there nobody reads all labels at once.
    """
    count = len(points)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(80 if count <= FULL else 25):
        order = sorted(range(count), key=lambda i: (xs[i] + room[i].left, i))
        moved = False
        for at, i in enumerate(order):
            a = room[i]
            for after in range(at + 1, count):
                j = order[after]
                b = room[j]
                right = xs[i] + a.right - xs[j] - b.left + GAP
                if right <= -GAP:
                    break
                below, above = ys[i] + a.bottom - ys[j] - b.top + GAP, ys[j] + b.bottom - ys[i] - a.top + GAP
                if below <= 0 or above <= 0 or right <= 0:
                    continue
                left = xs[j] + b.right - xs[i] - a.left + GAP
                if left <= 0:
                    continue
                moved = True
                push, way = (right, -1) if right <= left else (left, 1)
                lift, turn = (below, -1) if below <= above else (above, 1)
                if push < lift:
                    xs[i], xs[j] = xs[i] + way * (push / 2 + 0.5), xs[j] - way * (push / 2 + 0.5)
                else:
                    ys[i], ys[j] = ys[i] + turn * (lift / 2 + 0.5), ys[j] - turn * (lift / 2 + 0.5)
        if not moved:
            break
    points[:] = zip(xs, ys, strict=True)


def _free_spot(part: list[Box], taken: list[Box], aspect: float) -> Point:
    """How far to move a part so that it meets nothing taken and the whole stays small and well proportioned."""
    grid = UNIT / 3
    left, top = min(b.left for b in part), min(b.top for b in part)
    wide, high = max(b.right for b in part) - left, max(b.bottom for b in part) - top
    x0, y0 = min(b.left for b in taken), min(b.top for b in taken)
    x1, y1 = max(b.right for b in taken), max(b.bottom for b in taken)
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    cells: dict[tuple[int, int], list[Box]] = {}
    for b in taken:
        for cell in _cells(b):
            cells.setdefault(cell, []).append(b)
    spots = []
    for ix in range(int((x1 - x0 + wide) / grid) + 2):
        for iy in range(int((y1 - y0 + high) / grid) + 2):
            x, y = x0 - wide + ix * grid, y0 - high + iy * grid
            whole_wide = max(x1, x + wide) - min(x0, x)
            whole_high = max(y1, y + high) - min(y0, y)
            off = abs(x + wide / 2 - mx) / aspect + abs(y + high / 2 - my)
            spots.append((max(whole_wide / aspect, whole_high) + 0.25 * off, y, x))
    for _, y, x in sorted(spots):
        moved = [b.at(x - left, y - top) for b in part]
        if not any(b.meets(o) for b in moved for cell in _cells(b) for o in cells.get(cell, ())):
            return x - left, y - top
    return x0 - left, y1 + GAP - top


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    size = UNIT
    for cx in range(int(box.left // size), int(box.right // size) + 1):
        for cy in range(int(box.top // size), int(box.bottom // size) + 1):
            yield cx, cy


def _shelve(lone: list[str], boxes: dict[str, Box], placed: dict[str, Point], taken: list[Box], aspect: float) -> int:
    """Put lone things into rows below the picture (as wide as it); returns the upper edge of the rows."""
    area = sum((b.right - b.left + 2 * GAP) * (b.bottom - b.top + 2 * GAP) for b in (boxes[n] for n in lone))
    left = min((b.left for b in taken), default=0.0)
    wide = max(max((b.right for b in taken), default=0.0) - left, math.sqrt(area * aspect))
    top = max((b.bottom for b in taken), default=-4 * GAP) + 4 * GAP
    rows: list[list[str]] = [[]]
    filled = 0.0
    for n in lone:
        need = boxes[n].right - boxes[n].left + 2 * GAP
        if rows[-1] and filled + need > wide:
            rows.append([])
            filled = 0.0
        rows[-1].append(n)
        filled += need
    y = top + 2 * GAP
    for row in rows:
        above = max(-boxes[n].top for n in row)
        x = left + (wide - sum(boxes[n].right - boxes[n].left + 2 * GAP for n in row)) / 2
        for n in row:
            placed[n] = (x + GAP - boxes[n].left, y + above)
            x += boxes[n].right - boxes[n].left + 2 * GAP
        y += above + max(boxes[n].bottom for n in row) + 1.5 * GAP
    return round(top)
