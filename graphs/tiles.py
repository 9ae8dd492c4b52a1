"""Places by their coordinates → a map of tiles: one tile each, as near as can be to where it lies."""

from __future__ import annotations

import math
from collections.abc import Sequence

ACROSS, DOWN = 0.95, 1.0
"""Degrees of longitude and latitude that a tile stands for."""
ROOM = 2
"""Tiles around the outermost places that may be taken too."""


def tiles(places: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Column and row of a tile for each place (latitude, longitude), from 0, north above.

    Of all ways to give each place a tile of its own it is the one that moves them least in all (squares of the way),
    found by the Hungarian method (Kuhn 1955).
    """
    if not places:
        return []
    north, west = max(lat for lat, _ in places), min(long for _, long in places)
    at = [((long - west) / ACROSS, (north - lat) / DOWN) for lat, long in places]
    wide, high = math.ceil(max(x for x, _ in at)), math.ceil(max(y for _, y in at))
    cells = [(x, y) for y in range(-ROOM, high + ROOM + 1) for x in range(-ROOM, wide + ROOM + 1)]
    far = [[(px - x) ** 2 + (py - y) ** 2 for x, y in cells] for px, py in at]
    taken = [cells[i] for i in _assign(far)]
    left, top = min(x for x, _ in taken), min(y for _, y in taken)
    return [(x - left, y - top) for x, y in taken]


def _assign(costs: list[list[float]]) -> list[int]:
    """The column given to each row so that the sum of the costs is least; there are as many columns as rows or more."""
    columns = len(costs[0])
    of_row, of_column = [0.0] * (len(costs) + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, len(costs) + 1):
        row_of[0] = row
        column, before = 0, [0] * (columns + 1)
        least = [math.inf] * (columns + 1)
        done = [False] * (columns + 1)
        while row_of[column]:
            done[column] = True
            current, step, following = row_of[column], math.inf, 0
            line, offset = costs[current - 1], of_row[current]
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                cost = line[j - 1] - offset - of_column[j]
                if cost < least[j]:
                    least[j], before[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(columns + 1):
                if done[j]:
                    of_row[row_of[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    given = [0] * len(costs)
    for j in range(1, columns + 1):
        if row_of[j]:
            given[row_of[j] - 1] = j - 1
    return given
