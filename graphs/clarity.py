"""A drawing of a small graph → how hard it is to read, and small moves that make it easier."""

from __future__ import annotations

import math
from collections.abc import Sequence

from graphs.labels import Box

Point = tuple[float, float]

CROSSING, UNDER, STRANGER, LABEL, LENGTH, SIZE = 1.0, 3.0, 3.0, 3.0, 0.35, 4.5
"""What each crossing, line under a label, stranger in a group, hidden line label, unit of length and of size costs."""

_MOVES = tuple(
    (round(reach * math.cos(k * math.pi / 4), 4), round(reach * math.sin(k * math.pi / 4), 4))
    for reach in (1.2, 0.6, 0.3)
    for k in range(8)
)


class Clarity:
    """A drawing: points, lines (two numbers of points and the width of the line's label, 0 without), rooms, groups."""

    def __init__(
        self,
        points: list[Point],
        lines: Sequence[tuple[int, int, float]],
        room: list[Box],
        groups: list[list[int]],
        aspect: float,
        unit: float,
    ) -> None:
        self.points, self.lines, self.room, self.groups = points, lines, room, groups
        self.aspect, self.unit = aspect, unit
        self.boxes = [b.at(*p) for b, p in zip(room, points, strict=True)]
        self.of: list[list[int]] = [[] for _ in points]
        for k, (a, b, _) in enumerate(lines):
            self.of[a].append(k)
            self.of[b].append(k)

    def cost(self) -> float:
        """How hard the drawing is to read; 0 is perfect."""
        boxes = self.boxes
        crossings = sum(self._crosses(k, m) for k in range(len(self.lines)) for m in range(k))
        under = sum(self._line_under(k, boxes, range(len(boxes))) for k in range(len(self.lines)))
        length = sum(math.dist(self.points[a], self.points[b]) for a, b, _ in self.lines) / self.unit
        hidden = sum(self._labels_meet(k, range(k)) for k in range(len(self.lines)))
        return CROSSING * crossings + under + LENGTH * length + LABEL * hidden + self._whole(boxes)

    def improve(self, gap: float, moves: int) -> None:
        """Try up to so many moves of single points, keeping those that make the drawing easier to read."""
        tried = 0
        better = True
        while better and tried < moves:
            better = False
            for i in sorted(range(len(self.points)), key=lambda i: (len(self.of[i]), i)):
                here = self._local(i)
                start = self.points[i]
                for dx, dy in _MOVES:
                    tried += 1
                    self._move(i, (start[0] + dx * self.unit, start[1] + dy * self.unit))
                    if self._overlaps(i, gap) or (there := self._local(i)) >= here - 0.01:
                        continue
                    here, start, better = there, self.points[i], True
                self._move(i, start)
                if tried >= moves:
                    return

    def _move(self, i: int, to: Point) -> None:
        self.points[i] = to
        self.boxes[i] = self.room[i].at(*to)

    def _overlaps(self, i: int, gap: float) -> bool:
        left, top, right, bottom = self.room[i].at(*self.points[i], gap)
        return any(
            left < b.right and b.left < right and top < b.bottom and b.top < bottom and j != i
            for j, b in enumerate(self.boxes)
        )

    def _local(self, i: int) -> float:
        """The part of the cost that changes when a point moves."""
        boxes, points, lines = self.boxes, self.points, self.lines
        cost = self._whole(boxes)
        everything = range(len(boxes))
        for k in self.of[i]:
            a, b, _ = lines[k]
            p, q = points[a], points[b]
            cost += LENGTH * math.dist(p, q) / self.unit
            cost += self._line_under(k, boxes, everything)
            cost += LABEL * self._labels_meet(k, range(len(lines)))
            for c, d, _ in lines:
                if a != c and a != d and b != c and b != d and cross(p, q, points[c], points[d]):
                    cost += CROSSING
        for k, (a, b, _) in enumerate(lines):
            if a != i and b != i:
                cost += self._line_under(k, boxes, (i,))
        return cost

    def flip(self, gap: float) -> list[bool]:
        """Move names above their symbols where fewer of the symbol's own lines run through them; says which."""
        flipped = [False] * len(self.points)
        for i, below in enumerate(self.room):
            if -below.top == below.bottom:
                continue
            above = Box(below.left, -below.bottom, below.right, -below.top)
            x, y = self.points[i]
            names = (
                Box(below.left, -below.top, below.right, below.bottom).at(x, y),
                Box(above.left, above.top, above.right, below.top).at(x, y),
            )
            ways = [(self.points[a], self.points[b]) for a, b in (self.lines[k][:2] for k in self.of[i])]
            under, over = (sum(meets(p, q, name) for p, q in ways) for name in names)
            before = self._local(i)
            self.room[i] = above
            self._move(i, (x, y))
            flipped[i] = over < under and not self._overlaps(i, gap) and self._local(i) <= before
            if not flipped[i]:
                self.room[i] = below
                self._move(i, (x, y))
        return flipped

    def _labels_meet(self, k: int, which: Sequence[int]) -> int:
        """How many of the lines' labels overlap the label of a line."""
        own = self._label(k)
        if own is None:
            return 0
        return sum(m != k and (other := self._label(m)) is not None and own.meets(other) for m in which)

    def _label(self, k: int) -> Box | None:
        a, b, wide = self.lines[k]
        if not wide:
            return None
        x, y = (self.points[a][0] + self.points[b][0]) / 2, (self.points[a][1] + self.points[b][1]) / 2
        return Box(x - wide / 2, y - 8, x + wide / 2, y + 8)

    def _crosses(self, k: int, m: int) -> bool:
        a, b, _ = self.lines[k]
        c, d, _ = self.lines[m]
        if a in (c, d) or b in (c, d):
            return False
        return cross(self.points[a], self.points[b], self.points[c], self.points[d])

    def _line_under(self, k: int, boxes: list[Box], which: Sequence[int]) -> float:
        """What it costs that a line runs under labels, and that labels stand on the line's own label."""
        a, b, _ = self.lines[k]
        p, q = self.points[a], self.points[b]
        left, right = (p[0], q[0]) if p[0] < q[0] else (q[0], p[0])
        top, bottom = (p[1], q[1]) if p[1] < q[1] else (q[1], p[1])
        cost = 0.0
        for n in which:
            box = boxes[n]
            near = box.left < right and left < box.right and box.top < bottom and top < box.bottom
            if near and n != a and n != b and through(p, q, box):
                cost += UNDER
        own = self._label(k)
        if own is not None:
            cost += LABEL * sum(own.meets(boxes[n]) for n in which)
        return cost

    def _whole(self, boxes: list[Box]) -> float:
        wide = max(b.right for b in boxes) - min(b.left for b in boxes)
        high = max(b.bottom for b in boxes) - min(b.top for b in boxes)
        strangers = sum(_strangers(group, boxes) for group in self.groups)
        return SIZE * max(wide / self.aspect, high) / self.unit + STRANGER * strangers


def _strangers(group: list[int], boxes: list[Box]) -> int:
    """How many others stand in the ellipse around a group."""
    own = [boxes[n] for n in group]
    left, right = min(b.left for b in own), max(b.right for b in own)
    top, bottom = min(b.top for b in own), max(b.bottom for b in own)
    mx, my = (left + right) / 2, (top + bottom) / 2
    count = 0
    for n, b in enumerate(boxes):
        x = max(b.left, min(b.right, mx)) - mx
        y = max(b.top, min(b.bottom, my)) - my
        if n not in group and (2 * x / (right - left)) ** 2 + (2 * y / (bottom - top)) ** 2 < 1:
            count += 1
    return count


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the line from a to b crosses the line from c to d."""
    abx, aby, cdx, cdy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    if (abx * (c[1] - a[1]) > aby * (c[0] - a[0])) == (abx * (d[1] - a[1]) > aby * (d[0] - a[0])):
        return False
    return (cdx * (a[1] - c[1]) > cdy * (a[0] - c[0])) != (cdx * (b[1] - c[1]) > cdy * (b[0] - c[0]))


def meets(p: Point, q: Point, box: Box) -> bool:
    """Whether a line passes through a box."""
    if max(p[0], q[0]) <= box.left or min(p[0], q[0]) >= box.right:
        return False
    if max(p[1], q[1]) <= box.top or min(p[1], q[1]) >= box.bottom:
        return False
    return through(p, q, box)


def through(p: Point, q: Point, box: Box) -> bool:
    """Whether a line, whose own rectangle meets a box, passes through the box (Liang and Barsky's clipping)."""
    low, high = 0.0, 1.0
    for start, delta, least, most in (
        (p[0], q[0] - p[0], box.left, box.right),
        (p[1], q[1] - p[1], box.top, box.bottom),
    ):
        if delta == 0:
            continue
        t, u = (least - start) / delta, (most - start) / delta
        low, high = max(low, min(t, u)), min(high, max(t, u))
        if low >= high:
            return False
    return True
