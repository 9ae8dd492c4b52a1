"""A label → the lines it is drawn in and the room they take, without a browser to measure them."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

LINE = 18.5
"""Height of a line of a name, whose font is 15 high: room for two marks on a Vietnamese letter."""

_NARROW = frozenset("fijlrtI.,:;'|()[] -–")
_WIDE = frozenset("mwMWGOQ@%…—")


class Box(NamedTuple):
    """The room of a drawn thing around its position, in the picture's units (pixels at scale 1)."""

    left: float
    top: float
    right: float
    bottom: float

    def at(self, x: float, y: float, pad: float = 0.0) -> Box:
        """The same room around another position, grown by `pad` on all sides."""
        return Box(self.left + x - pad, self.top + y - pad, self.right + x + pad, self.bottom + y + pad)

    def meets(self, other: Box) -> bool:
        """Whether two rooms share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def width(text: str, size: float) -> float:
    """The width of a line of text at a font size: an estimate for the usual sans serif, a little too wide.

    Combining marks take no room; East Asian wide letters take a whole em.
    """
    ems = 0.0
    for c in unicodedata.normalize("NFD", text):
        if unicodedata.combining(c):
            continue
        if unicodedata.east_asian_width(c) in "WF":
            ems += 1.0
        elif c in _NARROW:
            ems += 0.34
        elif c in _WIDE:
            ems += 0.88
        else:
            ems += 0.68 if c.isupper() else 0.57
    return ems * size


def wrap(text: str, measure: int, most: int) -> list[str]:
    """Lines of about `measure` characters, as even as words allow; what is more than `most` lines ends in `…`.

    >>> wrap("Bằng khen của Thủ tướng Chính phủ", 20, 4)
    ['Bằng khen của Thủ', 'tướng Chính phủ']
    """
    words = [w[: measure - 1] + "…" if len(w) > 2 * measure else w for w in text.split()]
    whole = " ".join(words)
    if len(whole) <= measure:
        return [whole]
    count = -(-len(whole) // measure)
    for even in range(-(-len(whole) // count), measure + 1):
        lines = _fill(words, even)
        if len(lines) <= count:
            break
    else:
        lines = _fill(words, measure)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;.–-") + "…"]
    return lines


def _fill(words: list[str], measure: int) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) > measure:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
