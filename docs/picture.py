"""The classes and what the shapes say of them → a picture (SVG): a box a class, its properties in it, lines between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from docs import model

LAYOUT = Path(__file__).parent / "picture.txt"
WIDTH, LINE, GAP, COLUMN, TOP = 296, 17, 22, 372, 44
"""Of a box, of a line in it, between boxes, from column to column, and above the first box; all in pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """A class at its place."""

    term: model.Term
    x: int
    y: int

    @property
    def height(self) -> int:
        return (len(self.term.rows) + 2) * LINE + 10

    def line(self, number: int) -> int:
        """The middle of a line, counted from the first property."""
        return self.y + 2 * LINE + 5 + number * LINE + LINE // 2


def picture() -> str:
    """The picture, as one `svg` element."""
    headings, boxes = _boxes()
    by_name = {box.term.name: box for box in boxes}
    width = COLUMN * (len(headings) - 1) + WIDTH + 40
    height = max(box.y + box.height for box in boxes) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" class="picture">',
        "<title>The classes of the vocabulary</title>",
        '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" class="head"/></marker></defs>',
    ]
    parts += [f'<text x="{20 + n * COLUMN}" y="24" class="column">{escape(h)}</text>' for n, h in enumerate(headings)]
    parts += [line for box in boxes for line in _lines(box, by_name)]
    parts += [piece for box in boxes for piece in _box(box, by_name)]
    return "\n".join([*parts, "</svg>"])


def _boxes() -> tuple[list[str], list[Box]]:
    headings: list[str] = []
    boxes: list[Box] = []
    text = "\n".join(x for x in LAYOUT.read_text("utf-8").splitlines() if not x.startswith("#"))
    for number, block in enumerate(text.strip().split("\n\n")):
        heading, *names = block.splitlines()
        headings.append(heading)
        y = TOP
        for name in names:
            box = Box(model.term(name), 20 + number * COLUMN, y)
            boxes.append(box)
            y += box.height + GAP
    return headings, boxes


def _lines(box: Box, boxes: dict[str, Box]) -> Iterator[str]:
    """A line from each property to the class of its values, and a dashed one to each broader class in the picture."""
    for number, row in enumerate(box.term.rows):
        for name in row.range.replace(" or ", " and ").split(" and "):
            if name in boxes and boxes[name] is not box:
                yield _curve(box, box.line(number), boxes[name], "line")
    for relation, name in box.term.aligned:
        if relation == "rdfs:subClassOf" and name in boxes:
            yield _curve(box, box.y + LINE, boxes[name], "line below")


def _curve(start: Box, y: int, end: Box, class_: str) -> str:
    x, to, target = start.x, end.x, end.y + LINE
    if to > x:
        x, bend = x + WIDTH, (to - x - WIDTH) // 2
        path = f"M{x} {y}C{x + bend} {y} {to - bend} {target} {to} {target}"
    elif to < x:
        to, bend = to + WIDTH, (x - to - WIDTH) // 2
        path = f"M{x} {y}C{x - bend} {y} {to + bend} {target} {to} {target}"
    else:
        path = f"M{x} {y}C{x - 26} {y} {x - 26} {target} {x} {target}"
    return f'<path d="{path}" class="{class_}" marker-end="url(#to)"/>'


def _box(box: Box, boxes: dict[str, Box]) -> Iterator[str]:
    term, x = box.term, box.x
    own = " own" if term.name.startswith("td:") else ""
    yield f'<g class="box{own}"><rect x="{x}" y="{box.y}" width="{WIDTH}" height="{box.height}" rx="5"/>'
    name = escape(term.name)
    yield f'<a href="#{name}"><text x="{x + 10}" y="{box.y + 19}" class="name">{name}</text></a>'
    label = _cut(f"{term.label_vi} · {term.label_en}", 52)
    yield f'<text x="{x + 10}" y="{box.y + 35}" class="label">{escape(label)}</text>'
    for number, row in enumerate(term.rows):
        y = box.line(number) + 5
        yield f'<text x="{x + 10}" y="{y}" class="row">{escape(row.path)}</text>'
        said = _cut(row.range.replace(" or ", " | "), max(38 - len(row.path) - len(row.count), 8))
        yield f'<text x="{x + WIDTH - 10}" y="{y}" class="row range">{escape(said)} {escape(row.count)}</text>'
    yield "</g>"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
