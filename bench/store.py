"""Stores of growing size → how fast they are filled, asked and exported, beside the limits, as tables and a plot.

    python bench/store.py [ARTICLES…] [--sizes 10000,100000] [--rdflib 10000] [--write]

The articles (without any a few made-up ones) are repeated with other names, places and years. One store grows from size
to size. Seconds are those of a core, where the clock is not named: so they are the same whatever else the machine does.
`--write` puts the tables into docs/speed.md and the plot into docs/speed.svg.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import copies
import questions
from plot import svg
from processes import ROOT, once, with_memory
from questions import Question, Taken

from queries.bulk import Loader
from queries.identity.refresh import refresh
from queries.store import Store, open_store

DOC, PICTURE = ROOT / "docs" / "speed.md", ROOT / "docs" / "speed.svg"
MORE = 20
"""So many articles are added one by one to the store of each size."""


@dataclass(slots=True)
class Size:
    """What was measured in a store of a size."""

    triples: int
    told: dict[str, float] = field(default_factory=dict)
    """Figures by what they are of (`FIGURES`)."""
    taken: list[Taken] = field(default_factory=list)


FIGURES = {
    "load": ("loaded, triples a second by the clock", "{:,.0f}"),
    "load_core": ("loaded, triples a second of a core", "{:,.0f}"),
    "tidy": ("of which to bring the files in order, seconds", "{:.1f}"),
    "refresh": ("who is one across articles, seconds", "{:.2f}"),
    "one": ("one article more, milliseconds", "{:.1f}"),
    "again": ("an article that is there already, milliseconds", "{:.1f}"),
    "disk": ("the store on disk, MB", "{:,.0f}"),
    "process": ("`thidua query people --param person=…` as a process, seconds (limit 0.3)", "{:.2f}"),
    "export": ("`thidua export -o x.nt`, seconds (limit 10 for a million)", "{:.1f}"),
    "memory": ("its most memory, MB", "{:.0f}"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--sizes", default="10000,100000", help="triples (default: %(default)s)")
    parser.add_argument("--rdflib", type=int, default=10000, help="the size at which rdflib is asked (0: none)")
    parser.add_argument("--patience", type=float, default=4, help="seconds for a question (default: %(default)s)")
    parser.add_argument("--only", default="", help="these named queries alone, with commas between")
    parser.add_argument("--store", type=Path, help="where the store is made, and stays (default: a temporary folder)")
    parser.add_argument("--write", action="store_true", help="write docs/speed.md and docs/speed.svg")
    asked = parser.parse_args()
    names = [name for name in asked.only.split(",") if name]
    sizes = sorted(int(float(size)) for size in asked.sizes.split(","))
    with tempfile.TemporaryDirectory() as folder:
        store = asked.store or Path(folder) / "db"
        models = copies.models(asked.articles)
        found, ours, rdflib = list[Size](), list[Taken](), list[Taken]()
        grown = copies.graphs(models, 10 * sizes[-1])
        about: list[Question] = []
        for size in sizes:
            found.append(measured := _filled(store, grown, size, sum(one.triples for one in found[-1:])))
            about = about or questions.questions(store, names)
            measured.taken = list(questions.times(store, about, asked.patience))
            _as_process(store, about, measured)
            if size == asked.rdflib:
                ours = list(questions.evaluations(store, about, asked.patience))
                graph = questions.rdflib_graph(store)
                rdflib = list(questions.rdflib_times(graph, questions.texts(store, about), asked.patience))
                del graph
            print(f"{size:,} triples done", file=sys.stderr)
    told = "\n".join([_figures(found), "", *_table(found, about, list(zip(ours, rdflib, strict=True)))])
    print(told)
    if asked.write:
        _write(told, found, about)


def _filled(store: Path, grown: Iterator[tuple[bytes, int]], size: int, before: int) -> Size:
    """Let the store grow to a size: first what is to be loaded is made and put aside, then it is loaded."""
    measured = Size(before)
    with tempfile.TemporaryFile() as aside:
        lengths = list[int]()
        for quads, number in grown:
            aside.write(quads)
            lengths.append(len(quads))
            measured.triples += number
            if measured.triples >= size:
                break
        aside.seek(0)
        with open_store(store, create=True) as opened:
            opened.load_vocabulary()
            wall, core = time.perf_counter(), time.process_time()
            with Loader(opened) as loader:
                for quads in _read(aside, lengths):
                    loader.add(_name(quads), quads)
                loader.flush()
                loaded = time.process_time()
            new = measured.triples - before
            measured.told["load"] = new / (time.perf_counter() - wall)
            measured.told["load_core"] = new / (time.process_time() - core)
            measured.told["tidy"] = time.process_time() - loaded
            measured.told["refresh"] = _seconds(lambda: refresh(opened))
            more = [quads for quads, _ in (next(grown) for _ in range(MORE))]
            measured.told["one"] = 1000 / MORE * _seconds(lambda: _add(opened, more))
            measured.told["again"] = 1000 / MORE * _seconds(lambda: _add(opened, more))
            refresh(opened)
    measured.told["disk"] = sum(file.stat().st_size for file in store.iterdir()) / 1e6
    return measured


def _read(aside: BinaryIO, lengths: list[int]) -> Iterator[bytes]:
    for length in lengths:
        yield aside.read(length)


def _name(quads: bytes) -> str:
    return quads[quads.rindex(b"<") + 1 : -len(b"> .\n")].decode()


def _add(store: Store, graphs: list[bytes]) -> None:
    for quads in graphs:
        with Loader(store) as loader:
            loader.add(_name(quads), quads)


def _seconds(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


def _as_process(store: Path, about: list[Question], measured: Size) -> None:
    """The two that are measured as whole processes."""
    program = [sys.executable, str(ROOT / "thidua.py")]
    person = next((one.value for one in about if str(one) == "people person"), None)
    with tempfile.TemporaryDirectory() as folder:
        if person:
            command = [*program, "query", "people", "--param", f"person={person}", "--store", str(store)]
            measured.told["process"] = statistics.median(once(command, folder)[1] for _ in range(5))
        _, measured.told["export"], measured.told["memory"] = with_memory(
            ["export", "-o", "x.nt", "--store", str(store)], folder
        )


def _figures(found: list[Size]) -> str:
    rows = [["", *(f"{size.triples:,} triples" for size in found)]]
    for key, (what, form) in FIGURES.items():
        rows.append([what, *(form.format(size.told[key]) if key in size.told else "" for size in found)])
    return _markdown(rows)


def _table(found: list[Size], about: list[Question], both: list[tuple[Taken, Taken]]) -> Iterator[str]:
    """Milliseconds of each question by size, those over the limit in bold; and, where both were asked, how many times
    as long rdflib takes for the same SPARQL."""
    slow = sum(_over(one, taken) for one, taken in zip(about, found[-1].taken, strict=True))
    whole = sum(not one.parameter for one in about)
    yield (
        f"{whole} questions as a whole, {len(about) - whole} about one thing: milliseconds, names looked up and all"
        f" rows fetched. {len(about) - slow} of {len(about)} are within their limit at {found[-1].triples:,} triples."
    )
    yield ""
    rows = [["question", "limit", *(f"{one.triples:,}" for one in found), "rows", *(["rdflib"] if both else [])]]
    ratios = list[float]()
    for number, one in enumerate(about):
        row = [f"`{one}`", f"{1000 * one.limit:.0f}"]
        row += [_shown(one, size.taken[number]) for size in found]
        row.append(f"{found[-1].taken[number].rows:,}")
        if both:
            ours, theirs = (taken.seconds for taken in both[number])
            if ours and theirs:
                ratios.append(theirs / ours)
            row.append("too long" if theirs is None else f"× {theirs / ours:.0f}" if ours else "")
        rows.append(row)
    yield _markdown(rows)
    if ratios:
        late = sum(theirs.seconds is None for _, theirs in both)
        yield ""
        yield (
            f"rdflib's memory store takes {statistics.median(ratios):.0f} times as long in the median of the"
            f" {len(ratios)} questions that both answer in time; {late} it does not."
        )


def _shown(one: Question, taken: Taken) -> str:
    if taken.seconds is None:
        return "**too long**"
    said = f"{1000 * taken.seconds:.1f}"
    return f"**{said}**" if _over(one, taken) else said


def _over(one: Question, taken: Taken) -> bool:
    return taken.seconds is None or taken.seconds > one.limit


def _markdown(rows: list[list[str]]) -> str:
    rule = [" --- ", *(" ---: " for _ in rows[0][1:])]
    lines = [f"| {' | '.join(rows[0])} |", f"|{'|'.join(rule)}|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows[1:])])


def _write(told: str, found: list[Size], about: list[Question]) -> None:
    text = DOC.read_text("utf-8")
    DOC.write_text(re.sub(r"(<!-- figures -->\n).*", lambda m: m[1] + told + "\n", text, flags=re.S), "utf-8")

    def median(size: Size, *, whole: bool) -> float:
        times = [t.seconds for one, t in zip(about, size.taken, strict=True) if whole != bool(one.parameter)]
        return statistics.median(60 if seconds is None else seconds for seconds in times)

    lines = {
        "loading it all": [(one.triples, one.triples / one.told["load_core"]) for one in found],
        "export": [(one.triples, one.told["export"]) for one in found],
        "a question, whole": [(one.triples, median(one, whole=True)) for one in found],
        "about one thing": [(one.triples, median(one, whole=False)) for one in found],
        "one article more": [(one.triples, one.told["one"] / 1000) for one in found],
    }
    PICTURE.write_text(svg("Time by size of the store", "triples in the store", "seconds", lines), "utf-8")


if __name__ == "__main__":
    main()
