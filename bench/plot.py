"""Lines of numbers over numbers → an SVG on which both axes go by powers of ten."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 20, 45
"""Pixels around the drawing; the names of the lines stand to the right."""
COLOURS = ("#0b5394", "#b45f06", "#38761d", "#741b47", "#444444")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

Line = Sequence[tuple[float, float]]


def svg(title: str, across: str, up: str, lines: Mapping[str, Line]) -> str:
    """The picture: `lines` by name, each of points whose numbers are above zero."""
    points = [point for line in lines.values() for point in line]
    low_x, high_x = _ends([x for x, _ in points])
    low_y, high_y = _ends([y for _, y in points])

    def at(x: float, y: float) -> tuple[float, float]:
        right = (math.log10(x) - low_x) / (high_x - low_x)
        above = (math.log10(y) - low_y) / (high_y - low_y)
        return LEFT + right * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - above * (HEIGHT - TOP - BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif"'
        f' font-size="12"><title>{escape(title)}</title><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    ]
    for power in range(low_x, high_x + 1):
        x, bottom = at(10**power, 10**low_y)
        out.append(_rule(x, TOP, x, bottom))
        out.append(_text(x, bottom + 18, f"10{str(power).translate(_RAISED)}", "middle"))
    for power in range(low_y, high_y + 1):
        left, y = at(10**low_x, 10**power)
        out.append(_rule(left, y, WIDTH - RIGHT, y))
        said = f"{10**power}" if power >= 0 else f"{10.0**power:.{-power}f}"
        out.append(_text(left - 8, y + 4, said, "end"))
    out.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, across, "middle"))
    out.append(f'<text transform="translate(16 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{escape(up)}</text>')
    taken: list[float] = []
    for (name, line), colour in zip(lines.items(), COLOURS, strict=False):
        drawn = [at(*point) for point in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in drawn)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in drawn]
        x, y = drawn[-1]
        while any(abs(y - other) < 14 for other in taken):
            y += 2
        taken.append(y)
        out.append(_text(x + 10, y + 4, name, "start", colour))
    return "\n".join([*out, "</svg>\n"])


def _ends(values: list[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _text(x: float, y: float, said: str, anchor: str, colour: str = "#222") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(said)}</text>'
