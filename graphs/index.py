"""What articles say → a folder of pages that belong together: the views, dossiers, articles, and an index of them."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphs import choice
from graphs.content import Content, key
from graphs.evidence import Evidence, Source
from graphs.page import Page, render
from graphs.views import VIEWS, TooLarge, make
from ontology.console import write
from ontology.errors import UserError
from ontology.files import reason
from ontology.spelling import slug

if TYPE_CHECKING:
    from graphs.content import Item

WHOLE = ("network", "clusters", "honours", "together", "map")
"""The views of all articles together, in the order of the index."""
DOSSIERS, ARTICLES = 12, 12
"""So many people, provinces and articles have a page of their own: those of which most is told."""
LEAST = 2
"""A dossier holds at least so many facts besides mentions."""
HOME = "index.html"


class Link(NamedTuple):
    """A page of the folder as the index names it: `number` facts on it, `things` that it is about, by key."""

    file: str
    view: str
    title: str
    number: int
    things: list[str]
    date: str = ""


def write_pages(found: Evidence, folder: Path) -> Path:
    """Write all pages into a folder, which is made if need be; the path of the index."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"cannot make the folder {folder}: {reason(error)}; name another with -o") from None
    links, left = list[Link](), list[dict[str, str]]()
    for view in WHOLE:
        about = _about(found, view)
        if not about:
            left.append({"view": view, "why": ""})
            continue
        try:
            text = make(view, found, home=HOME)
        except TooLarge as error:
            left.append({"view": view, "why": str(error)})
            continue
        links.append(_written(folder, Link(f"{view}.html", view, "", about, []), text))
    for view, title, iris, number in _dossiers(found):
        link = Link(_file(view, title, links), view, title, number, [key(iri) for iri in iris])
        links.append(_written(folder, link, make(view, found, iris, home=HOME)))
    for source, number in _articles(found):
        one = choice.of_articles(found, {source.iri})
        link = Link(_file("article", source.title, links), "article", source.title, number, [], source.date[:10])
        with suppress(TooLarge):
            links.append(_written(folder, link, make("article", one, home=HOME)))
    write(str(folder / HOME), index(found, links, left).encode())
    return folder / HOME


def index(found: Evidence, links: list[Link], left: list[dict[str, str]]) -> str:
    """The index of pages as HTML, with the numbers of all that was found."""
    told = Counter(iri for fact in found.facts for iri in {iri for _, iri in fact.roles})
    things: list[Item] = [
        {"id": key(iri), "kind": found.things[iri].kind, "name": found.things[iri].label,
         "other": list(found.things[iri].other_labels), "facts": []}
        for iri, _ in sorted(told.items(), key=lambda entry: (-entry[1], entry[0]))
    ]  # fmt: skip
    days = sorted(source.date[:10] for source in found.sources if source.date)
    numbers = {
        "articles": len(found.sources),
        "facts": len(found.facts),
        "days": [days[0], days[-1]] if days else [],
        "years": sorted(Counter(day[:4] for day in days).items()),
        "types": Counter(fact.type for fact in found.facts),
        "statuses": Counter(fact.status for fact in found.facts if fact.type == "AwardStep" and fact.status),
        "told": [told[iri] for iri in sorted(told, key=lambda iri: (-told[iri], iri))],
    }
    extra: dict[str, object] = {"numbers": numbers, "links": [link._asdict() for link in links], "left": left}
    return render(Page("index", "", Content(things, [], [], [], [], {}, {}), None, extra))


def _written(folder: Path, link: Link, text: str) -> Link:
    write(str(folder / link.file), text.encode())
    return link


def _file(view: str, title: str, links: list[Link]) -> str:
    """A name for a page that no other page of the folder has."""
    stem = f"{view}-{slug(title, 60)}".rstrip("-")
    taken = {link.file for link in links}
    names = (f"{stem}{f'-{n}' if n > 1 else ''}.html" for n in range(1, len(links) + 2))
    return next(name for name in names if name not in taken)


def _about(found: Evidence, view: str) -> int:
    """How many facts a view of all articles has to show; of who meets whom, what is told of no part is not one."""
    shown = choice.of_types(found, ("Participation",)) if view == "together" else VIEWS[view].choose(found, ())
    return len(shown.facts)


def _dossiers(found: Evidence) -> list[tuple[str, str, list[str], int]]:
    """View, name, things and number of facts of the people and provinces of which most is told."""
    told = Counter(iri for f in found.facts if f.type != "Mention" for iri in {iri for _, iri in f.roles})
    out = []
    for kind in ("person", "province"):
        of: dict[str, list[str]] = {}
        for iri, thing in found.things.items():
            if thing.kind == kind:
                of.setdefault(thing.label if kind == "province" else iri, []).append(iri)
        counted = [(-sum(told[iri] for iri in iris), found.things[iris[0]].label, iris) for iris in of.values()]
        out += [(kind, name, iris, -n) for n, name, iris in sorted(counted)[:DOSSIERS] if -n >= LEAST]
    return out


def _articles(found: Evidence) -> list[tuple[Source, int]]:
    """The articles that tell most, with the number of their facts, by date."""
    told = Counter(source for fact in found.facts for source in {quote.source for quote in fact.quotes})
    most = sorted(told.items(), key=lambda entry: (-entry[1], entry[0]))[:ARTICLES]
    return sorted(most, key=lambda entry: entry[0], reverse=True)
