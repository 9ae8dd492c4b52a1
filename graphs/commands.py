"""What was typed behind `thidua view` → a page in a file, or one sentence on why there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from graphs import choice
from graphs.content import key
from graphs.evidence import Evidence, evidence
from graphs.legend import legend
from graphs.views import VIEWS, make
from ontology.console import tell, write
from ontology.errors import UserError
from ontology.usage import STORE
from queries.names import unknown
from queries.quads import Named, said

if TYPE_CHECKING:
    import argparse

    from pyoxigraph import Quad

MOST = 5
"""So many of several things of one name are listed."""
INDEX = "index"
FOLDER = "thidua-pages"


def view(args: argparse.Namespace) -> int:
    """Make a page, or all of them; the command's exit status."""
    # Millions of records that refer to each other in no circle: looking for circles takes a third of the time.
    gc.disable()
    try:
        return _made(args)
    finally:
        gc.enable()


def _made(args: argparse.Namespace) -> int:
    check(args.name, args.about)
    store = None if args.graph else args.store or STORE
    found, about = chosen(args.name, store=store, file=args.graph, articles=args.article, about=args.about)
    if args.name == INDEX:
        from graphs.index import write_pages

        if args.output == "-":
            raise UserError("an index is a folder of pages; name one with -o")
        opening = write_pages(found, Path(args.output or FOLDER))
        tell(str(opening))
    else:
        opening = Path(args.output or f"{args.name}.html")
        write(str(opening), make(args.name, found, about).encode())
        if args.output == "-":
            return 0
        tell(str(opening))
    if args.open:
        import webbrowser

        webbrowser.open(opening.resolve().as_uri())
    return 0


def check(name: str, about: Sequence[str]) -> None:
    """A `UserError` for what can be told before anything is read: no such view, or nothing that it could be about."""
    names = (*VIEWS, INDEX)
    if name not in names:
        like = get_close_matches(name, names, 1)
        meant = f"; did you mean {like[0]}?" if like else ""
        raise UserError(f"there is no view “{name}”{meant}; there are {', '.join(names)}")
    needs = VIEWS[name].needs if name in VIEWS else ""
    if about and (name == INDEX or not VIEWS[name].about):
        able = ", ".join(name for name, view in VIEWS.items() if view.about)
        raise UserError(f"--about does not go with {name}, but with {able}")
    if needs and not about:
        raise UserError(f"say which {needs}: thidua view {name} --about NAME")


def chosen(
    name: str,
    *,
    store: Path | None = None,
    file: Path | None = None,
    quads: Iterable[Quad] | None = None,
    articles: Sequence[str] = (),
    about: Sequence[str] = (),
) -> tuple[Evidence, list[str]]:
    """What articles of a store, a file or quads say, and the IRIs of what the view is to be about."""
    told, named = said(store=store, file=file, quads=quads, articles=articles, about=about)
    found = evidence(_let_go(told))
    if not store and articles:
        found = _of_articles(found, articles)
    if not found.sources and not named:
        where = store or file or "this graph"
        raise UserError(f"{where} holds no article; put some in with: thidua build ARTICLE")
    return found, [iri for n in named for iri in _meant(name, n, found)]


def _let_go(quads: list[Quad]) -> Iterator[Quad]:
    """The quads, each freed when it has been read: there may be millions."""
    while quads:
        yield quads.pop()


def _of_articles(found: Evidence, called: Sequence[str]) -> Evidence:
    """The facts of some articles of a file, called by id or IRI."""
    known = {name: source.iri for source in found.sources for name in (source.id, source.iri)}
    for name in called:
        if name not in known:
            some = ", ".join(get_close_matches(name, known, 3) or [s.id for s in found.sources[:3]])
            raise UserError(f"there is no article “{name}”" + (f"; there is {some}" if some else ""))
    return choice.of_articles(found, {known[name] for name in called})


def _meant(name: str, asked: Named, found: Evidence) -> list[str]:
    """The things that a name means: one, or the units of one province through time."""
    needs = VIEWS[name].needs
    if not asked.iris:
        raise UserError(unknown(asked.name, asked.like))
    told = [iri for iri in dict.fromkeys(found.one.get(iri, iri) for iri in asked.iris) if iri in found.things]
    if not told:
        raise UserError(f"no article here tells of “{asked.name}”")
    fitting = [iri for iri in told if not needs or found.things[iri].kind == needs]
    if not fitting:
        kind = _kind(found.things[told[0]].kind)
        raise UserError(f"“{asked.name}” is no {needs} but: {kind}; try thidua view network --about “{asked.name}”")
    if len(fitting) > 1 and any(found.things[iri].kind != "province" for iri in fitting):
        listed = "; ".join(f"<{key(iri)}> ({_told_apart(iri, found)})" for iri in fitting[:MOST])
        more = f"; and {len(fitting) - MOST} more" if len(fitting) > MOST else ""
        raise UserError(
            f"“{asked.name}” is the name of {len(fitting)}: {listed}{more}; give --about one of these, or several"
        )
    return fitting


def _told_apart(iri: str, found: Evidence) -> str:
    """What is told of a thing beside its name: its kind, a post, the article."""
    facts = [fact for fact in found.facts if any(iri == of for _, of in fact.roles)]
    posts = [found.things[post].label for fact in facts if fact.type == "Tenure" for post in fact.role("post")]
    titles = [f"“{quote.source.title}”" for fact in facts for quote in fact.quotes]
    return ", ".join([_kind(found.things[iri].kind), *posts[:1], *titles[:1]])


def _kind(kind: str) -> str:
    return next(k["one"].lower() for k in legend()["kinds"] if k["id"] == kind)
