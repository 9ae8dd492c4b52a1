"""Arguments of the command line → questions, answers, stores brought in step and served: what each command does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.console import complain, standard_input, tell, width
from ontology.errors import UserError
from ontology.usage import STORE

if TYPE_CHECKING:
    from queries.sources import Source


def source_of(store: Path | None, endpoint: str | None, file: Path | None) -> Source:
    from queries.sources import open_source

    if not (store or endpoint or file):
        store = STORE
    return open_source(store=store, graph=file, endpoint=endpoint)


def query(args: argparse.Namespace) -> int:
    from queries.formats import write as write_answer
    from queries.parameters import parse_pairs
    from queries.run import find_query, run

    if args.explain and args.query:
        from queries.explained import explained

        sys.stdout.write(explained(find_query(args.query, standard_input), min(width(), 100)))
        return 0
    if args.explain:
        sys.stdout.write(args.usage())
        return 0
    if not args.query:
        raise UserError("name a query, a .rq file or SPARQL text; see the names with: thidua queries")
    query = find_query(args.query, standard_input)
    source = source_of(args.store, args.endpoint, args.graph)
    try:
        answer = run(query, parse_pairs(args.param), source)
        for note in answer.notes:
            complain(note)
        write_answer(answer, args.format, sys.stdout.buffer, width())
    finally:
        source.close()
    return 0


def queries(args: argparse.Namespace) -> int:
    from queries.catalogue import named_queries
    from queries.table import render

    cells = [[q.name, q.answers, ", ".join(p.name for p in q.parameters)] for q in named_queries()]
    sys.stdout.write(render(["query", "answers", "parameters"], cells, width()))
    return 0


def honours(args: argparse.Namespace) -> int:
    from queries.schemes import print_honours

    return print_honours(" ".join(args.text), args.format)


def provinces(args: argparse.Namespace) -> int:
    from queries.schemes import print_provinces

    return print_provinces(" ".join(args.text), args.on, args.format)


def forget(args: argparse.Namespace) -> int:
    from queries.articles import articles, graphs_of
    from queries.identity.refresh import refresh
    from queries.store import open_store

    with open_store(args.store) as store:
        gone = graphs_of(store, args.articles)
        for graph in gone:
            store.remove_graph(graph)
        refresh(store)
        tell(f"{args.store}: {len(gone)} article{'s' if len(gone) > 1 else ''} forgotten, {len(articles(store))} left")
    return 0


def same(args: argparse.Namespace) -> int:
    """What is known of who is one, or a curator's decisions taken in; 1 where two are not taken for one."""
    from queries.identity.same import COLUMNS, called, explained, listed, people
    from queries.part import part_of
    from queries.table import render

    if args.decide:
        return _decide(args)
    if not args.people:
        raise UserError("name one person, or two; or give a curator's file with --decide")
    part = part_of(store=None if args.graph else args.store or STORE, file=args.graph)
    try:
        everybody = people(part.inner)
        if len(args.people) == 1:
            print(render([*COLUMNS], listed(everybody, called(everybody, args.people[0])), width()), end="")
            return 0
        one, lines = explained(everybody, *args.people)
        print("\n".join(lines))
        return 0 if one else 1
    finally:
        part.close()


def _decide(args: argparse.Namespace) -> int:
    from queries.identity.decided import take
    from queries.identity.refresh import refresh
    from queries.store import open_store

    if args.people or args.graph:
        raise UserError("--decide is for a store, and goes without names")
    with open_store(args.store or STORE) as store:
        number = take(store, args.decide)
        refresh(store, anew=True)
    tell(f"{args.store or STORE}: {number} decision{'' if number == 1 else 's'}")
    return 0


def push(args: argparse.Namespace) -> int:
    from queries.store import open_store
    from queries.transfer import push

    with open_store(args.store, read_only=True) as store:
        return _transferred(push(store, args.endpoint or args.update, update=bool(args.update)), "there")


def pull(args: argparse.Namespace) -> int:
    from queries.identity.refresh import refresh
    from queries.store import open_store
    from queries.transfer import pull

    with open_store(args.store, create=True) as store:
        store.load_vocabulary()
        status = _transferred(pull(store, args.endpoint), "here")
        refresh(store)
        return status


def _transferred(graphs: Iterable[tuple[str, bool]], where: str) -> int:
    """Go through a transfer and tell how far it came."""
    done = changed = 0
    try:
        for _, new in graphs:
            done, changed = done + 1, changed + new
    finally:
        tell(f"{done} articles, {changed} of them new or changed {where}")
    return 0


def serve(args: argparse.Namespace) -> int:
    from queries.serve import serve

    try:
        serve(args.store, args.port, args.timeout)
    except KeyboardInterrupt:
        tell("ended")
    return 0
