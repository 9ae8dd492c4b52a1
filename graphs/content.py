"""A network of things and facts → what every page tells of it: things, facts, passages and articles, by number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from graphs.evidence import Quote
from graphs.network import node, sources
from ontology import terms as T

if TYPE_CHECKING:
    from graphs.network import Graph


class Item(TypedDict):
    """A thing as the page reads it; `facts` are numbers into the page's facts. A body has its `province` if its name
    tells it, one that several articles tell of the `reasons` why it is taken for one, a thing of a community its
    `group`."""

    id: str
    kind: str
    name: str
    other: list[str]
    facts: list[int]
    province: NotRequired[str]
    reasons: NotRequired[list[str]]
    group: NotRequired[str]


class Passage(TypedDict):
    """A quote as the page reads it: article and offsets, the words before, the quote, the words behind."""

    article: int
    start: int
    end: int
    before: str
    exact: str
    after: str


class Statement(TypedDict):
    """A fact as the page reads it; `passages` are numbers into the page's passages, `award` tells steps that belong
    together."""

    type: str
    status: str
    year: str
    rule: str
    roles: list[tuple[str, str]]
    values: list[tuple[str, str]]
    passages: list[int]
    award: str


class Article(TypedDict):
    """An article as the page reads it; `url` only where it leads to the web."""

    id: str
    title: str
    date: str
    url: str
    agency: str
    author: str


@dataclass(frozen=True, slots=True)
class Content:
    """All that the panels of a page say, and the number of each fact and passage in it. `aside` are things that facts
    name and that the page does not show."""

    things: list[Item]
    aside: list[Item]
    facts: list[Statement]
    passages: list[Passage]
    articles: list[Article]
    number: dict[str, int]
    place: dict[Quote, int]


def key(iri: str) -> str:
    """How a thing is named in the page's address: its IRI without the base that all share."""
    return iri.removeprefix(T.BASE)


def content(graph: Graph) -> Content:
    """What a network tells: facts and passages of all its nodes, each once, in the order of the texts."""
    articles = {source.iri: i for i, source in enumerate(sources(graph))}
    kept = {fact.iri: fact for iri in graph for fact in node(graph, iri)["facts"]}
    ordered = sorted(kept.values(), key=lambda f: ([q.order for q in f.quotes[:1]], f.type, f.iri))
    quotes = sorted({quote for fact in ordered for quote in fact.quotes}, key=lambda q: q.order)
    place = {quote: i for i, quote in enumerate(quotes)}
    number = {fact.iri: i for i, fact in enumerate(ordered)}
    return Content(
        things=[_item(iri, node(graph, iri), number) for iri in graph],
        aside=[_item(iri, data, {}) for iri, data in graph.graph.get("aside", {}).items()],
        facts=[
            {
                "type": f.type,
                "status": f.status,
                "year": f.year,
                "rule": f.rule,
                "roles": [(role, key(iri)) for role, iri in f.roles],
                "values": list(f.values),
                "passages": [place[q] for q in f.quotes],
                "award": key(f.award),
            }
            for f in ordered
        ],
        passages=[
            {
                "article": articles[q.source.iri],
                "start": q.start,
                "end": q.end,
                "before": q.before,
                "exact": q.exact,
                "after": q.after,
            }
            for q in quotes
        ],
        articles=[
            {
                "id": s.id,
                "title": s.title,
                "date": s.date,
                "url": s.url if s.url.startswith(("https://", "http://")) else "",
                "agency": s.agency,
                "author": s.author,
            }
            for s in sources(graph)
        ],
        number=number,
        place=place,
    )


def _item(iri: str, data: dict[str, Any], number: dict[str, int]) -> Item:
    item: Item = {
        "id": key(iri),
        "kind": data["kind"],
        "name": data["label"],
        "other": list(data["other_labels"]),
        "facts": [number[f.iri] for f in data["facts"] if f.iri in number],
    }
    if data["province"]:
        item["province"] = key(data["province"])
    if data["reasons"]:
        item["reasons"] = list(data["reasons"])
    if "group" in data:
        item["group"] = data["group"]
    return item
