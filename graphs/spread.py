"""A large graph as pairs of numbers → a position for each thing, the same on every run: quick, for many thousands.

`graphs.layout` seeks the clearest place of every label and takes minutes where there are thousands of them. Here what
hangs together closely becomes an island (label propagation; lines of the busy weigh little, else everything would
hang on the commonest honour), around its busiest thing in rings. Islands lie near those to which most leads: a few
pivots give the beginning (Brandes and Pich, "Eigensolver Methods for Progressive Multidimensional Scaling", GD 2006),
stress the rest, as in `graphs.layout`; then each gets room of its own. Plain Python: the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count as counting
from operator import mul
from random import Random

UNIT = 24
"""How far apart neighbours in a ring stand, in the picture's units."""
MOST = 400
"""Things of one island, at most."""
BUSY = 30
"""A thing with more lines than this joins nothing closely: each of them weighs the less, the more there are."""
PIVOTS, ROUNDS = 12, 30
STRONGEST = 3
"""So many of an island's ways to others decide where it lies."""
CROWDED = 0.55
"""The share of the picture that islands may fill."""

Ways = list[list[int]]
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spread:
    """Positions by number, and the upper edge of what stands below the rest if anything does."""

    places: list[tuple[int, int]]
    shelf: int | None


def spread(count: int, lines: Sequence[tuple[int, int]], aspect: float) -> Spread:
    """Positions of things 0…count-1 joined by lines; what hangs together most is `aspect` times as wide as high.

    Below it stand, in rows, the parts that nothing joins to it, and what has no line.
    """
    ways: Ways = [[] for _ in range(count)]
    for a, b in lines:
        ways[a].append(b)
        ways[b].append(a)
    islands = [_rings(island, ways) for island in _islands(ways)]
    spots, shelf = _sea(islands, ways, aspect)
    places = [(0, 0)] * count
    for island, (x, y) in zip(islands, spots, strict=True):
        for i, (dx, dy) in zip(island, _seats(len(island)), strict=True):
            places[i] = (round(UNIT * (x + dx)), round(UNIT * (y + dy)))
    return Spread(places, None if shelf is None else round(UNIT * shelf))


def _islands(ways: Ways) -> list[list[int]]:
    """Things that hang together, the largest islands first; a thing joins where most of its lines lead."""
    weight = [min(1.0, BUSY / max(1, len(ends))) for ends in ways]
    of = list(range(len(ways)))
    size = [1] * len(ways)
    order = sorted(range(len(ways)), key=lambda i: (len(ways[i]), i))
    for _ in range(8):
        moved = 0
        for i in order:
            drawn: dict[int, float] = {}
            for j in ways[i]:
                drawn[of[j]] = drawn.get(of[j], 0.0) + weight[j]
            own = best = of[i]
            most = (drawn.get(own, 0.0), size[own] if own in drawn else 0, 0)
            for island, pull in drawn.items():
                if (pull, size[island], -island) > most and size[island] < MOST and island != own:
                    best, most = island, (pull, size[island], -island)
            if best != own:
                of[i] = best
                size[own] -= 1
                size[best] += 1
                moved += 1
        if moved < len(ways) // 200:
            break
    islands: dict[int, list[int]] = {}
    for i, island in enumerate(of):
        islands.setdefault(island, []).append(i)
    return sorted(islands.values(), key=lambda island: (-len(island), island[0]))


def _rings(island: list[int], ways: Ways) -> list[int]:
    """An island's things from its middle outwards: the busiest, those joined to it, those joined to these."""
    inside = set(island)
    out: dict[int, None] = {}
    for start in sorted(island, key=lambda i: (-sum(j in inside for j in ways[i]), i)):
        if start in out:
            continue
        out[start] = None
        reached = [start]
        for i in reached:
            for j in ways[i]:
                if j in inside and j not in out:
                    out[j] = None
                    reached.append(j)
    return list(out)


def _seats(count: int) -> list[Spot]:
    """The middle and rings of 6, 12, 18 … seats around it, at least one apart; an outermost ring is filled evenly."""
    seats: list[Spot] = [(0.0, 0.0)]
    for ring in counting(1):
        left = min(6 * ring, count - len(seats))
        if left <= 0:
            return seats
        seats += [
            (ring * math.cos(a), ring * math.sin(a)) for a in (math.tau * (n + ring / 2) / left for n in range(left))
        ]
    raise AssertionError


def _radius(count: int) -> float:
    """How far the seats of so many things reach, with the half unit that each takes."""
    return math.ceil((math.sqrt(12 * count - 3) - 3) / 6) + 0.5 if count > 1 else 0.5


def _sea(islands: list[list[int]], ways: Ways, aspect: float) -> tuple[list[Spot], float | None]:
    """Where the islands lie: near those to which they are joined most, none upon another; and where the rows begin."""
    at = {i: n for n, island in enumerate(islands) for i in island}
    between: list[dict[int, float]] = [{} for _ in islands]
    for n, island in enumerate(islands):
        for i in island:
            for j in ways[i]:
                if at[j] != n:
                    between[n][at[j]] = between[n].get(at[j], 0.0) + min(1.0, BUSY / max(len(ways[i]), len(ways[j])))
    near: list[set[int]] = [set() for _ in islands]
    known = [math.sqrt(sum(others.values())) for others in between]
    for n, others in enumerate(between):
        for other in sorted(others, key=lambda o: (-others[o] / known[o], o))[:STRONGEST]:
            near[n].add(other)
            near[other].add(n)
    ends = [sorted(others) for others in near]
    radii = [_radius(len(island)) + 0.7 for island in islands]
    parts = _parts(ends)
    main = max(parts, key=lambda p: (sum(len(islands[n]) for n in p), -p[0]), default=[])
    area = math.pi * sum(radii[n] ** 2 for n in main) / CROWDED
    wide, high = math.sqrt(area * aspect), math.sqrt(area / aspect)
    spots = dict(zip(main, _apart(_drawn(main, ends, wide, high), [radii[n] for n in main]), strict=True))
    aside = [n for n in range(len(islands)) if n not in spots]
    if not aside:
        return [spots[n] for n in range(len(islands))], None
    left, right = (choose((x for x, _ in spots.values()), default=0.0) for choose in (min, max))
    top = max((spots[n][1] + radii[n] for n in main), default=0.0) + 4
    room = [_radius(len(islands[n])) for n in aside]
    broad = max(right - left, math.sqrt(aspect * sum(4 * r * r for r in room)))
    for n, (x, y) in zip(aside, _rows(room, broad, top + 2), strict=True):
        spots[n] = ((left + right - broad) / 2 + x, y)
    return [spots[n] for n in range(len(islands))], top


def _parts(ways: Ways) -> Ways:
    """The connected parts, each in rising order."""
    seen = bytearray(len(ways))
    parts = []
    for start in range(len(ways)):
        if seen[start]:
            continue
        seen[start] = 1
        part = [start]
        for i in part:
            for j in ways[i]:
                if not seen[j]:
                    seen[j] = 1
                    part.append(j)
        parts.append(sorted(part))
    return parts


def _drawn(part: list[int], ways: Ways, wide: float, high: float) -> list[Spot]:
    """The part by stress, its longest direction lying flat, each axis half by rank, between 0 and the given lengths."""
    if len(part) < 4:
        return [(wide * (n + 0.5) / len(part), high / 2) for n in range(len(part))]
    number = {i: n for n, i in enumerate(part)}
    near = [[number[j] for j in ways[i]] for i in part]
    far = _pivots(near)
    x, y = _begin(far)
    _descend(near, far, x, y)
    x, y = _flat(x, y)
    return list(zip(_even(x, wide), _even(y, high), strict=True))


def _pivots(near: Ways) -> list[tuple[int, list[int]]]:
    """Pivots with the number of lines from each to everything: the busiest, then what lies farthest from those."""
    pivot = max(range(len(near)), key=lambda i: (len(near[i]), -i))
    least = [len(near)] * len(near)
    found = []
    for _ in range(min(PIVOTS, len(near))):
        away = [-1] * len(near)
        away[pivot] = 0
        reached = [pivot]
        for i in reached:
            for j in near[i]:
                if away[j] < 0:
                    away[j] = away[i] + 1
                    reached.append(j)
        found.append((pivot, away))
        least = list(map(min, least, away))
        pivot = max(range(len(near)), key=lambda i: (least[i], len(near[i]), -i))
    return found


def _begin(far: list[tuple[int, list[int]]]) -> tuple[list[float], list[float]]:
    """Pivot scaling: the two directions in which the squared distances to the pivots differ most."""
    columns = []
    for _, away in far:
        mean = sum(d * d for d in away) / len(away)
        columns.append([mean - d * d for d in away])
    rows = [sum(values) / len(far) for values in zip(*columns, strict=True)]
    columns = [[value - row for value, row in zip(column, rows, strict=True)] for column in columns]
    inner = [[sum(map(mul, a, b)) for b in columns] for a in columns]
    axes: list[list[float]] = []
    for turn in range(2):
        axis = [1.0 + (turn + 1) * i % 5 for i in range(len(columns))]
        for _ in range(100):
            for other in axes:
                share = sum(map(mul, axis, other))
                axis = [v - share * o for v, o in zip(axis, other, strict=True)]
            axis = [sum(map(mul, row, axis)) for row in inner]
            size = math.sqrt(sum(map(mul, axis, axis))) or 1.0
            axis = [v / size for v in axis]
        axes.append(axis)
    x, y = ([sum(map(mul, values, axis)) for values in zip(*columns, strict=True)] for axis in axes)
    scale = 2.0 * max(max(away) for _, away in far) / ((max(x) - min(x)) or 1.0)
    lot = Random(len(x))  # noqa: S311 -- a drawing, no secret
    return [scale * v + lot.uniform(-1, 1) for v in x], [scale * v + lot.uniform(-1, 1) for v in y]


def _descend(near: Ways, far: list[tuple[int, list[int]]], x: list[float], y: list[float]) -> None:
    """Bring joined islands near each other, and the ways to pivots near their length."""
    lines = [(i, j) for i, ends in enumerate(near) for j in ends if i < j]
    Random(len(lines)).shuffle(lines)  # noqa: S311
    for turn in range(ROUNDS):
        step = 1.0 - turn / ROUNDS
        for pivot, away in far:
            px, py = x[pivot], y[pivot]
            for i, wished in enumerate(away):
                if wished:
                    dx, dy = x[i] - px, y[i] - py
                    apart = math.sqrt(dx * dx + dy * dy) or 1e-6
                    move = step * (wished - apart) / (apart * wished)
                    x[i] += move * dx
                    y[i] += move * dy
        for i, j in lines:
            dx, dy = x[i] - x[j], y[i] - y[j]
            apart = math.sqrt(dx * dx + dy * dy) or 1e-6
            move = 0.4 * (apart - 1.0) / apart
            x[i] -= dx * move
            y[i] -= dy * move
            x[j] += dx * move
            y[j] += dy * move


def _flat(x: list[float], y: list[float]) -> tuple[list[float], list[float]]:
    """Turned around the middle so that the longest direction lies flat."""
    mx, my = sum(x) / len(x), sum(y) / len(y)
    x, y = [v - mx for v in x], [v - my for v in y]
    angle = 0.5 * math.atan2(2 * sum(map(mul, x, y)), sum(map(mul, x, x)) - sum(map(mul, y, y)))
    c, s = math.cos(angle), math.sin(angle)
    return [a * c + b * s for a, b in zip(x, y, strict=True)], [b * c - a * s for a, b in zip(x, y, strict=True)]


def _even(values: list[float], length: float) -> list[float]:
    """Values between 0 and a length, each halfway to where its rank alone would put it."""
    low, high = min(values), max(values)
    scale = length / ((high - low) or 1.0)
    out = [0.0] * len(values)
    for rank, i in enumerate(sorted(range(len(values)), key=lambda i: (values[i], i))):
        out[i] = ((values[i] - low) * scale + rank * length / len(values)) / 2
    return out


def _apart(wished: list[Spot], radii: list[float]) -> list[Spot]:
    """Each island at the free spot nearest to the wished one; the largest choose first. Room is counted in cells."""
    taken: set[tuple[int, int]] = set()
    discs = {radius: _disc(radius) for radius in set(radii)}
    spots: list[Spot] = [(0.0, 0.0)] * len(wished)
    full: dict[tuple[int, int], float] = {}  # how far around a place nothing is free, for the sizes tried so far
    for n in sorted(range(len(wished)), key=lambda n: (-radii[n], n)):
        (x, y), disc = wished[n], discs[radii[n]]
        here = (int(x // 20), int(y // 20))
        angle, step, out = 0.0, 0.8 * radii[n], max(0.0, full.get(here, 0.0) - 20)
        while True:  # along a spiral whose turns lie a step apart
            cx, cy = round(x + out * math.cos(angle)), round(y + out * math.sin(angle))
            if not any((cx + dx, cy + dy) in taken for dx, dy in disc):
                break
            out += step * step / (math.tau * max(out, step))
            angle += step / max(out, step)
        full[here] = max(out, full.get(here, 0.0))
        taken.update((cx + dx, cy + dy) for dx, dy in disc)
        spots[n] = (cx, cy)
    return spots


def _disc(radius: float) -> list[tuple[int, int]]:
    """The cells around one that an island covers."""
    side = range(-math.ceil(radius), math.ceil(radius) + 1)
    cells = [(dx, dy) for dx in side for dy in side if math.hypot(dx, dy) < radius]
    return sorted(cells, key=lambda cell: (cell[0] * 7 + cell[1] * 3) % 11)  # far from each other, to meet others soon


def _rows(radii: list[float], wide: float, top: float) -> list[Spot]:
    """Islands side by side in rows as wide as the rest, below it."""
    spots: list[Spot] = []
    x, y, high = 0.0, top, 0.0
    for radius in radii:
        if x and x + 2 * radius > wide:
            x, y, high = 0.0, y + high, 0.0
        spots.append((x + radius, y + radius))
        x += 2 * radius
        high = max(high, 2 * radius)
    return spots
