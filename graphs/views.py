"""The name of a view and what articles say → the page that shows it.

Every view is a choice of facts and a way to show them; search, filters, evidence, table and saving are those of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from graphs import choice
from graphs.content import Content, content, key
from graphs.evidence import Evidence, evidence
from graphs.network import network_of
from graphs.page import Page, render
from graphs.tiles import tiles
from graphs.together import company
from ontology.errors import UserError
from ontology.schemes import predecessors, provinces

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graphs.crowd import Crowd
    from graphs.drawing import Drawing
    from graphs.network import Graph

Extra = dict[str, object]
MOST_THINGS, MOST_LINES = 200_000, 600_000
"""What the page of a network can hold and still be opened: it takes some ten seconds, and 2 GB to make."""


class TooLarge(UserError):
    """The network is larger than its page can hold."""


class View(NamedTuple):
    """A way of looking: the part of the facts that it shows (of all, or about some things) and what else its script is
    given. `joins` makes the network of it, `draws` tells whether the page draws it. `needs` is the kind of thing that
    it must be about, if it must; `about` tells whether it can be at all."""

    choose: Callable[[Evidence, Sequence[str]], Evidence]
    gives: Callable[[Evidence, Graph, Content, Sequence[str]], Extra] = lambda *_: {}
    joins: Callable[[Evidence], Graph] = network_of
    draws: bool = False
    about: bool = True
    needs: str = ""


def make(name: str, found: Evidence, about: Sequence[str] = (), home: str = "") -> str:
    """The page of a view as HTML, about things by their IRIs: the same text for the same facts. `home` is the address
    of the index that it belongs to, if it does.

    `UserError` where the view cannot be made of what was found.
    """
    view = VIEWS[name]
    graph = view.joins(view.choose(found, about))
    if view.draws:
        _check_size(name, graph)
    told = content(graph)
    drawing = _drawing(graph, told) if view.draws else None
    named = ", ".join(dict.fromkeys(found.things[iri].label for iri in about))
    return render(Page(name, named or _title(told), told, drawing, view.gives(found, graph, told, about), home, named))


def _drawing(graph: Graph, told: Content) -> Drawing | Crowd:
    """What the page draws, by the size of the network."""
    from graphs.crowd import LARGE, crowd
    from graphs.drawing import draw

    return crowd(graph, told) if len(graph) > LARGE else draw(graph, told)


def _check_size(name: str, graph: Graph) -> None:
    """A `UserError` for a network that a browser could not move about."""
    things, lines = len(graph), len({frozenset((s, t)) for s, t in graph.edges()})
    if things > MOST_THINGS or lines > MOST_LINES:
        raise TooLarge(
            f"this network has {things:,} things and {lines:,} lines, and a page holds {MOST_THINGS:,} and "
            f"{MOST_LINES:,}; show a part of it: thidua view {name if VIEWS[name].about else 'network'} --about NAME, "
            "or --article ARTICLE"
        )


def page(quads: Iterable[Quad], name: str = "network") -> str:
    """A page of the quads of one article or many as HTML: the same text for the same quads, in whatever order."""
    return make(name, evidence(quads))


def _title(told: Content) -> str:
    """The title of the one article; nothing where the page is called by its view."""
    return told.articles[0]["title"] if len(told.articles) == 1 else ""


# -- what each view shows ----------------------------------------------------------------------------------------------


def _network(found: Evidence, about: Sequence[str]) -> Evidence:
    return choice.around(found, about) if about else found


def _article(found: Evidence, about: Sequence[str]) -> Evidence:
    if len(found.sources) > 1:
        some = ", ".join(source.id for source in found.sources[-3:])
        raise UserError(f"there are {len(found.sources)} articles; name one with --article, such as {some}")
    return found


def _text(found: Evidence, graph: Graph, told: Content, about: Sequence[str]) -> Extra:
    """The text of the article in pieces, each with the numbers of the passages that it is a part of."""
    if not found.sources:
        return {"text": []}
    (source,) = found.sources
    text = found.texts[source.iri]
    quotes = [q for q in told.place if text[q.start : q.end] == q.exact]
    edges = sorted({0, len(text), *(edge for q in quotes for edge in (q.start, q.end))})
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for q in quotes:
        begins.setdefault(q.start, []).append(told.place[q])
        ends.setdefault(q.end, []).append(told.place[q])
    inside: set[int] = set()
    pieces: list[tuple[str, list[int]]] = []
    for start, end in pairwise(edges):
        inside -= set(ends.get(start, ()))
        inside |= set(begins.get(start, ()))
        pieces.append((text[start:end], sorted(inside)))
    return {"text": pieces}


def _person(found: Evidence, graph: Graph, told: Content, about: Sequence[str]) -> Extra:
    return {"about": [key(iri) for iri in about]}


def _province(found: Evidence, graph: Graph, told: Content, about: Sequence[str]) -> Extra:
    """The units that it is about, as they stood through time."""
    units = provinces()
    name = {unit.iri: unit.name for unit in units}
    told_of = [
        {
            "name": unit.name,
            "from": unit.valid_from.isoformat() if unit.valid_from else "",
            "to": unit.valid_to.isoformat() if unit.valid_to else "",
            "next": [name[iri] for iri in unit.successors],
            "before": [other.name for other in units if unit.iri in other.successors],
        }
        for unit in units
        if unit.iri in about
    ]
    return {"about": [key(iri) for iri in about], "units": told_of}


def _map(found: Evidence, graph: Graph, told: Content, about: Sequence[str]) -> Extra:
    """The units before and since July 2025, each with its tile and, since then, those that it was made of."""
    return {"before": _tiled(date(2025, 6, 30)), "since": _tiled(date(2025, 7, 1))}


def _tiled(day: date) -> list[dict[str, object]]:
    """The units of a day with their tiles and the older units that went into them."""
    units = [unit for unit in provinces() if unit.valid(day)]
    places = tiles([(unit.lat, unit.long) for unit in units])
    return [
        {"id": key(unit.iri), "name": unit.name, "at": place, "of": [key(iri) for iri in predecessors(unit.iri)]}
        for unit, place in zip(units, places, strict=True)
    ]


VIEWS = {
    "network": View(_network, draws=True),
    "article": View(_article, _text, draws=True, about=False),
    "clusters": View(choice.clusters),
    "honours": View(choice.awards),
    "person": View(choice.dossier, _person, needs="person"),
    "together": View(choice.occasions, joins=company, draws=True),
    "map": View(choice.provinces, _map, about=False),
    "province": View(choice.dossier, _province, needs="province"),
}
"""The views by name."""
