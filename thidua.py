"""The front door: a command line, and the few functions that other programs call.

import thidua
from pathlib import Path

reading = thidua.read(Path("article.txt"))                          # the facts, each with its passage
quads = thidua.build(Path("article.txt"), Path("another.txt"))      # the same as RDF
rows = thidua.ask("awards", Path("seed.ttl"), status="proposed")    # an answer to a question
frame = rows.dataframe()                                            # the same as a pandas DataFrame
network = thidua.graph(quads)                                       # as a NetworkX graph
thidua.view(quads, "honours")                                       # a page, inline in a notebook
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.console import (
    complain,
    drop_output,
    set_up,
    shown,
    tell,
    width,
    write,
)
from ontology.errors import UserError
from ontology.terms import BASE, checked_base
from ontology.usage import STORE, parser
from queries.commands import forget, honours, provinces, pull, push, queries, query, same, serve, source_of

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pyoxigraph import Quad

    from graphs.inline import Inline
    from ingest.facts import Reading
    from ingest.run import Run
    from queries.rows import Rows

__version__ = "0.1.0"
__all__ = ["UserError", "ask", "build", "graph", "main", "read", "view"]


def read(article: Path | str, *, id: str = "article") -> Reading:
    """What an article says: of a file (text or web page), if a path is given, else of a text, whose `id` can be chosen.

    >>> text = "Chiều 3/5, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa."
    >>> [row["province"] for row in read(text).rows() if row["kind"] == "province"]
    ['Lai Châu']

    Raises `UserError` where a file is missing, is no text in UTF-8, or is a page without an article.
    """
    from ingest.raw import Source
    from ingest.read import read_article
    from ingest.reader import read as read_facts
    from ingest.sources import read_source

    source = read_source(str(article)) if isinstance(article, Path) else Source(id=id, text=article)
    return read_facts(read_article(source))


def build(*articles: Path | str | Reading, base: str = BASE) -> list[Quad]:
    """The RDF of articles, each in a named graph of its own: paths, texts (see `read`), or what `read` gave.

    >>> quads = build(read("Bà Lò Thị Hoa thăm tỉnh Lai Châu.", id="visit"))
    >>> {quad.graph_name.value for quad in quads}
    {'https://w3id.org/thidua/graph/visit'}
    """
    from ingest.facts import Reading
    from ingest.rdf import quads

    readings = (a if isinstance(a, Reading) else read(a) for a in articles)
    return [quad for reading in readings for quad in quads(reading, checked_base(base))]


def ask(query: str, source: Path | str, **parameters: str) -> Rows:
    """The rows of an answer, by column: to a named query, a `.rq` file, or SPARQL text (SELECT).

    `source` is an RDF file or a store, if a path, else the address of a SPARQL endpoint. The rows are a list of
    dictionaries, which `.dataframe()` makes a pandas DataFrame of. Raises `UserError` where query, parameters or source
    are wrong.
    """
    from pyoxigraph import QuerySolutions

    from queries.rows import Rows
    from queries.run import run

    if isinstance(source, str):
        where = source_of(None, source, None)
    else:
        where = source_of(source, None, None) if source.is_dir() else source_of(None, None, source)
    try:
        results = run(query, parameters, where).results
        if not isinstance(results, QuerySolutions):
            raise UserError("this query gives no table: ask one that begins with SELECT")
        return Rows(results)
    finally:
        where.close()


def graph(quads: Iterable[Quad]) -> MultiDiGraph[str]:
    """The network in RDF quads as a NetworkX graph: things are nodes, facts are edges with their passages."""
    from graphs.network import network

    return network(quads)


def view(
    source: Path | Iterable[Quad],
    name: str = "network",
    *,
    about: str | Sequence[str] = "",
    articles: Sequence[str] = (),
) -> Inline:
    """A page of what a store, an RDF file or quads say: its `html`, to `save` or for Jupyter to show.

    >>> page = view(build(read("UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa.", id="award")), "honours")
    >>> "Lò Thị Hoa" in page.html
    True

    `name` is one of the views of `thidua view`, `about` a name in any spelling, or several. Raises `UserError` where
    there is no such view or nothing that it could show.
    """
    from graphs.inline import inline

    return inline(source, name, about, articles)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; returns its exit status: 0 done, 1 found wanting, 2 bad usage or input."""
    set_up()
    try:
        args = parser(__version__, _RUNS).parse_args(argv)
        if getattr(args, "vocabulary", None) and args.run is not _check:
            from ontology.schemes import use

            use(args.vocabulary)
        status = int(args.run(args))
        sys.stdout.flush()
        return status
    except SystemExit as done:  # --help, --version
        return int(done.code or 0)
    except UserError as error:
        complain(str(error))
        return 2
    except BrokenPipeError:  # whoever read the output has had enough
        drop_output()
        return 141
    except OSError as error:  # most of all a full disk behind standard output
        drop_output()
        complain(f"cannot go on: {error.strerror or error}")
        return 2
    except KeyboardInterrupt:
        drop_output()
        return 130


# -- reading articles --------------------------------------------------------------------------------------------------


def _facts(args: argparse.Namespace) -> int:
    from ingest import rows
    from ingest.work import of_facts
    from ingest.work import rows as rows_of
    from queries.table import render

    if args.explain and args.format in ("csv", "table"):
        raise UserError("--explain prints text for reading, or JSON lines with --format jsonl")
    run = _run(args, bar=not sys.stdout.isatty())
    as_table = args.format == "table" and not args.text
    try:
        if as_table:
            for table in rows.tables(row for found in run.results(rows_of) for row in found):
                cells = [list(row) for row in table.cells]
                print(f"{table.kind} ({len(cells)})\n{render(list(table.columns), cells, width())}")
            return run.finish()
        heading = rows.as_csv([], header=True) if args.format == "csv" and not args.text else ""
        for lines in run.results(of_facts(args.format, explain=args.explain, text=args.text)):
            with run.keeping():
                sys.stdout.write(heading + lines)
            heading = ""
    except KeyboardInterrupt:
        if as_table:
            return run.stopped(run.read, "nothing is written")
        return run.stopped(run.kept, "what they say is written")
    return run.finish()


def _build(args: argparse.Namespace) -> int:
    base = checked_base(args.base)
    if args.format and not args.output:
        raise UserError("--format is for a file; name one with -o, or - for standard output")
    return _build_file(args, base) if args.output else _build_store(args, base)


def _build_file(args: argparse.Namespace, base: str) -> int:
    from pyoxigraph import RdfFormat, parse

    from ontology.serialize import format_of, to_bytes

    form = args.format or (format_of(args.output) if args.output != "-" else "ttl")
    run = _run(args, bar=True)
    try:
        held = [quad for _, graph in _graphs(run, base) for quad in parse(graph, format=RdfFormat.N_QUADS)]
    except KeyboardInterrupt:
        return run.stopped(run.read, f"{args.output} is not written")
    if run.read:
        if run.read > 1:
            from queries.identity.statements import identity_of

            held += identity_of(held)
        write(args.output, to_bytes(held, form))
        output = args.output if args.output != "-" else "standard output"
        tell(f"{output}: {_articles(run.read)}, {len(held)} statements")
    return run.finish()


def _build_store(args: argparse.Namespace, base: str) -> int:
    run = _run(args, bar=True)
    graphs = _graphs(run, base)
    try:
        first = next(graphs, None)
        if first is not None:
            from queries.bulk import Loader
            from queries.identity.refresh import refresh
            from queries.store import open_store

            with open_store(args.store, create=True) as store:
                store.load_vocabulary()
                with Loader(store) as loader:
                    for name, quads in chain([first], graphs):
                        with run.keeping():
                            loader.add(name, quads)
                refresh(store)
            tell(f"{args.store}: {_articles(run.read)}, {loader.changed} of them new or changed")
    except KeyboardInterrupt:
        return run.stopped(run.kept, f"they are in {args.store}")
    return run.finish()


def _graphs(run: Run, base: str) -> Iterator[tuple[str, bytes]]:
    """The graphs of the articles by name, as N-Quads."""
    from functools import partial

    from ingest import work

    seen = set[int]()
    for quads in run.results(partial(work.graph, base=base)):
        name = quads[quads.rindex(b"<") + 1 : -len(b"> .\n")].decode()
        if hash(name) in seen:
            run.reject(f"two articles have the graph {name}; rename one of the two")
        else:
            seen.add(hash(name))
            yield name, quads


def _articles(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"


def _run(args: argparse.Namespace, *, bar: bool) -> Run:
    from ingest.run import Run

    return Run(args.articles, complain, jobs=args.jobs, bar=bar)


# -- asking and looking ------------------------------------------------------------------------------------------------


def _export(args: argparse.Namespace) -> int:
    from graphs.export import to_file
    from queries.part import part_of

    if args.licence and not args.describe:
        raise UserError("--licence goes with --describe")
    store = None if args.graph else args.store or STORE
    part = part_of(store=store, file=args.graph, articles=args.article, about=args.about)
    try:
        form = args.format or ("ttl" if args.describe and args.output == "-" else None)
        written, what = to_file(part, args.output, form, describing=args.describe, licence=args.licence)
    finally:
        part.close()
    tell(f"{args.output if args.output != '-' else 'standard output'}: {written} {what}")
    return 0


def _view(args: argparse.Namespace) -> int:
    from graphs.commands import view

    return view(args)


def _check(args: argparse.Namespace) -> int:
    from ontology.check import check_file, check_quads

    unchecked: list[str] = []
    if str(args.file) == "ontology":
        from ontology.check_ontology import check_ontology

        wrong, unchecked = check_ontology(args.vocabulary)
    elif args.vocabulary:
        raise UserError("--vocabulary goes with: thidua check ontology")
    elif args.file:
        wrong = check_file(args.file)
    else:
        from queries.quads import quads_of_store

        wrong = check_quads(quads_of_store(args.store or STORE))
    for sentence in wrong:
        print(shown(sentence))
    for sentence in unchecked:
        tell(f"not checked: {sentence}")
    if not wrong:
        tell(f"{args.file or args.store or STORE}: nothing wrong")
    return 1 if wrong else 0


def _demo(args: argparse.Namespace) -> int:
    """Everything once, on the article that ships with the program."""
    from importlib.resources import files

    from graphs.demo import answers, begin
    from ingest.rows import summary

    article = begin(args.output, (files("ingest") / "sample" / "seed.txt").read_bytes())
    reading = read(article)
    answers(
        args.output, reading.article.title or "", summary(reading.facts, most=min(width(), 100) - 26), build(reading)
    )
    return 0


_RUNS = {
    **{run.__name__[1:]: run for run in (_build, _facts, _view, _export, _check, _demo)},
    **{run.__name__: run for run in (query, queries, same, forget, push, pull, serve, honours, provinces)},
}
"""What runs each command, by its name."""


if __name__ == "__main__":
    sys.exit(main())
