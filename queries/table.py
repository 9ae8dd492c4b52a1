"""Columns and rows of text → lines for a terminal, aligned by the width of what is shown."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

_GAP = "  "
_LEAST = 10
"""No column is made narrower than this, nor narrower than its longest cell if that is shorter."""
_MOST_LINES = 12
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes: none for a combining mark, two for a wide letter.

    >>> display_width("Bắc Kạn"), display_width(unicodedata.normalize("NFD", "Bắc Kạn")), display_width("北")
    (7, 7, 2)
    """
    return len(text) if text.isascii() else sum(map(_letter_width, text))


def render(columns: list[str], rows: list[list[str]], width: int) -> str:
    """A table no wider than `width`; long cells go over several lines. Where the columns are too many for the width,
    each row is written as a block of `column  value` lines instead. No rows give one sentence."""
    if not rows:
        return f"no rows ({', '.join(columns)})\n"
    cells = [[_printable(c) for c in row] for row in rows]
    natural = [max(map(_longest, [name, *(row[i] for row in cells)])) for i, name in enumerate(columns)]
    least = [min(n, _LEAST) for n in natural]
    if sum(least) + len(_GAP) * (len(columns) - 1) > width:
        return _blocks(columns, cells, width)
    widths = _fit(natural, width - len(_GAP) * (len(columns) - 1))
    numeric = [all(re.fullmatch(r"[+-]?[\d.,]*", row[i]) for row in cells) for i in range(len(columns))]
    lines = [_line(columns, widths, numeric), _GAP.join("─" * w for w in widths)]
    wrapped = [[_wrap(c, w) for c, w in zip(row, widths, strict=True)] for row in cells]
    tall = any(len(c) > 1 for row in wrapped for c in row)
    for number, row in enumerate(wrapped):
        if tall and number:
            lines.append("")
        lines += [_line(list(parts), widths, numeric) for parts in zip_longest(*row, fillvalue="")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _blocks(columns: list[str], rows: list[list[str]], width: int) -> str:
    left = max(map(display_width, columns))
    lines: list[str] = []
    for row in rows:
        for name, value in zip(columns, row, strict=True):
            for i, part in enumerate(_wrap(value, max(width - left - len(_GAP), _LEAST))):
                lines.append((_pad("" if i else name, left) + _GAP + part).rstrip())
        lines.append("")
    return "\n".join(lines)


def _fit(natural: list[int], room: int) -> list[int]:
    """Column widths that share the room: the widest give way first, down to a common limit."""
    if sum(natural) <= room:
        return natural
    low, high = _LEAST, max(natural)
    while low < high:
        limit = (low + high + 1) // 2
        low, high = (limit, high) if sum(min(n, limit) for n in natural) <= room else (low, limit - 1)
    widths = [min(n, low) for n in natural]
    spare = room - sum(widths)
    for i, n in enumerate(natural):
        if spare > 0 and widths[i] < n:
            widths[i], spare = widths[i] + 1, spare - 1
    return widths


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most this width, broken between words where that can be; too many are cut with an ellipsis."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if display_width(joined) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            *full, line = _pieces(word, width)
            lines += full
        lines.append(line)
        if len(lines) > _MOST_LINES:
            last = _pieces(lines[_MOST_LINES - 1], width - 1)[0]
            return [*lines[: _MOST_LINES - 1], last.rstrip() + "…"]
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for c in word:
        w = _letter_width(c)
        if piece and used + w > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + c, used + w
    return [*pieces, piece]


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    return _GAP.join(_pad(c, w, r) for c, w, r in zip(cells, widths, right, strict=True))


def _pad(text: str, width: int, right: bool = False) -> str:
    space = " " * (width - display_width(text))
    return space + text if right else text + space


def _longest(text: str) -> int:
    return max(map(display_width, text.split("\n")))


def _letter_width(c: str) -> int:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1


def _printable(text: str) -> str:
    """Text from an article without what would steer the terminal: control and direction characters become �."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\t", " ").replace("\xa0", " "))
