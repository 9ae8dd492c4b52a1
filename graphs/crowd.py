"""A network of thousands of things → columns of numbers and words, for a page that draws it by WebGL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.content import Content, Item
from graphs.legend import legend
from graphs.lines import broken, lines
from graphs.spread import spread

if TYPE_CHECKING:
    from graphs.network import Graph

LARGE = 1_000
"""Past this many things a network is drawn as a crowd: below, every name finds its place and vis-network keeps up."""
ASPECT = 1.35
"""Width by height of the picture."""
CHUNK = 1_000
"""So many passages are unpacked together when one of them is read."""

Columns = dict[str, object]


@dataclass(frozen=True, slots=True)
class Crowd:
    """What a large page is given: `columns` at once, the words of the passages in `quotes`, `CHUNK` by `CHUNK`."""

    columns: Columns
    quotes: list[list[tuple[str, str, str]]]


class _Table:
    """Values that come again and again, by number."""

    def __init__(self) -> None:
        self.numbers: dict[object, int] = {}

    def __call__(self, value: object) -> int:
        return self.numbers.setdefault(value, len(self.numbers))

    @property
    def values(self) -> list[object]:
        return list(self.numbers)


def crowd(graph: Graph, told: Content) -> Crowd:
    """The columns of a network that tells this content: the same for the same network."""
    words = legend()
    number = {iri: n for n, iri in enumerate(graph)}
    joined = lines(graph, words)
    ends = [(number[line.source], number[line.target]) for line in joined]
    spots = spread(len(graph), ends, ASPECT)
    relations = _Table()
    drawn: Columns = {
        "from": [a for a, _ in ends],
        "to": [b for _, b in ends],
        "relations": [relations(line.relations) for line in joined],
        "facts": _ragged([told.number[f.iri] for f in line.facts] for line in joined),
        "broken": [int(broken(line, words)) for line in joined],
        "weight": [line.weight for line in joined],
    }
    at = {item["id"]: n for n, item in enumerate([*told.things, *told.aside])}
    columns: Columns = {
        "things": _things(told.things) | {"x": [x for x, _ in spots.places], "y": [y for _, y in spots.places]},
        "aside": _things(told.aside),
        "lines": drawn | {"table": relations.values},
        "facts": _facts(told, at),
        "passages": {name: [p[name] for p in told.passages] for name in ("article", "start", "end")},
        "articles": told.articles,
        "shelf": spots.shelf,
        "chunk": CHUNK,
    }
    texts = [(p["before"], p["exact"], p["after"]) for p in told.passages]
    return Crowd(columns, [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)])


def _things(items: list[Item]) -> Columns:
    kinds = _Table()
    rare = {
        n: {name: value for name, value in item.items() if name in ("other", "province", "group", "reasons") and value}
        for n, item in enumerate(items)
    }
    return {
        "id": [item["id"] for item in items],
        "name": [item["name"] for item in items],
        "kind": [kinds(item["kind"]) for item in items],
        "kinds": kinds.values,
        "facts": _ragged(item["facts"] for item in items),
        "rare": {n: values for n, values in rare.items() if values},
    }


def _facts(told: Content, at: dict[str, int]) -> Columns:
    signs, values = _Table(), _Table()
    facts = told.facts
    return {
        "sign": [signs((f["type"], f["status"], f["year"], f["rule"], tuple(r for r, _ in f["roles"]))) for f in facts],
        "signs": signs.values,
        "things": _ragged([at[iri] for _, iri in f["roles"]] for f in facts),
        "values": [values(tuple(map(tuple, f["values"]))) for f in facts],
        "table": values.values,
        "passages": _ragged(f["passages"] for f in facts),
    }


def _ragged(rows: Iterable[list[int]]) -> list[list[int]]:
    """Rows of different length as two columns: how long each is, and the steps from number to number."""
    lengths, steps, last = [], [], 0
    for row in rows:
        lengths.append(len(row))
        for value in row:
            steps.append(value - last)
            last = value
    return [lengths, steps]
