"""The names of the commands and what runs each → the parser of the command line, with all options and their help."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from ontology.console import Parser
from ontology.terms import BASE

STORE = Path("thidua.db")
VIEWS = {
    "network": "who and what hangs together, and how",
    "article": "the text with every fact marked in it, and its graph beside it (--article)",
    "clusters": "emulation clusters, their members, and who led them, year by year",
    "honours": "from authority through honour to recipient, by status and year",
    "person": "all about a person (--about)",
    "province": "all about a province (--about)",
    "together": "who appears at events with whom",
    "map": "the provinces before and since July 2025, by a count",
    "index": "a folder with all of these, and an index",
}
"""The pages that there are, and what each shows."""
EXPORTS = ("ttl", "trig", "nt", "nq", "rdf", "jsonld", "zip", "graphml", "gexf")
_DEFAULT = "default: %(default)s"
_VOCABULARY = "a Turtle file of further honours and offices of your own"
_JOBS = "processes that read at the same time (default: all that the machine can run, where there are many articles)"
_ARTICLES = "a text (.txt), a web page (.html), JSON lines (.jsonl), each also as .gz or .zst; a folder of them; or -"


def parser(version: str, runs: Mapping[str, Callable[[argparse.Namespace], int]]) -> argparse.ArgumentParser:
    """What can be typed. `run` of what was parsed is the function of the command, taken from `runs` by its name."""
    whole = Parser(
        prog="thidua",
        description="News on emulation and commendation (thi đua – khen thưởng), as facts, RDF, answers and pictures.",
        epilog="'thidua COMMAND --help' explains one. Exit status: 0 done, 1 found wanting, 2 bad usage or input.",
    )
    whole.add_argument("--version", action="version", version=f"thidua {version}", help="print the version")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)

    def command(name: str, text: str, *, helps: bool = True) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", add_help=helps)
        added.set_defaults(run=runs[name])
        return added

    c = command("build", "read articles into the store, or to a file")
    _add_articles(c)
    to = c.add_mutually_exclusive_group()
    to.add_argument("--store", type=Path, metavar="DIR", default=STORE, help="the store (default: %(default)s)")
    to.add_argument("-o", "--output", metavar="FILE", help="a file instead: .ttl, .trig, .nt, .nq, .jsonld, or -")
    c.add_argument("--format", choices=("ttl", "trig", "nt", "nq", "jsonld"), help="its format, if not by the suffix")
    c.add_argument("--base", default=BASE, metavar="IRI", help="where IRIs of data begin (default: %(default)s)")

    c = command("forget", "take articles out of the store")
    c.add_argument("articles", nargs="+", metavar="ARTICLE", help="its id, its file's name or its IRI")
    c.add_argument("--store", type=Path, metavar="DIR", default=STORE, help="the store (default: %(default)s)")

    c = command("facts", "print the fact table of articles")
    _add_articles(c)
    c.add_argument("--format", choices=("jsonl", "csv", "table"), help="default: jsonl")
    instead = c.add_mutually_exclusive_group()
    instead.add_argument("--text", action="store_true", help="print the articles as read, a JSON record a line")
    instead.add_argument(
        "--explain",
        action="store_true",
        help="tell, sentence by sentence, which rule read each fact from which words, and what was left and why",
    )

    c = command("query", "ask a question", helps=False)
    c.add_argument(
        "query", nargs="?", metavar="NAME|FILE|SPARQL", help="a named query, a .rq file, SPARQL text, or - to read it"
    )
    c.add_argument("-h", "--help", action="store_true", dest="explain", help="this, or what a named query answers")
    c.set_defaults(usage=c.format_help)
    c.add_argument("--param", action="append", default=[], metavar="K=V", help="a parameter of it; can be repeated")
    c.add_argument(
        "--format", choices=("table", "csv", "tsv", "json", "xml", "ttl"), default="table", help="default: %(default)s"
    )
    _add_sources(c).add_argument("--endpoint", metavar="URL", help="ask a SPARQL endpoint")

    command("queries", "list the named queries, what each answers, and its parameters")

    c = command("same", "tell who is one person in several articles, and why")
    c.add_argument(
        "people", nargs="*", metavar="PERSON", help="one name: all who bear it; two names or IRIs: are they one?"
    )
    _add_sources(c)
    c.add_argument("--decide", type=Path, metavar="FILE", help="take a curator's decisions (Turtle) into the store")

    c = command("export", "write what the store holds to a file for other tools")
    c.add_argument(
        "-o", "--output", required=True, metavar="FILE",
        help="by its suffix: .ttl .trig .nt .nq .rdf .jsonld, .zip (a CSV table a kind), .graphml .gexf; or -",
    )  # fmt: skip
    c.add_argument("--format", choices=EXPORTS, help="its format, if not by the suffix")
    _add_sources(c)
    c.add_argument("--article", action="append", default=[], metavar="A", help="of this article only; can be repeated")
    c.add_argument("--about", metavar="X", help="only the facts about this person, body, province, honour …")
    c.add_argument("--describe", action="store_true", help="a description instead (VoID and DCAT, in Turtle)")
    c.add_argument("--licence", metavar="IRI", help="with --describe: the licence that it names")

    c = command("push", "bring the articles' graphs to a SPARQL server")
    to = c.add_mutually_exclusive_group(required=True)
    to.add_argument("--endpoint", metavar="URL", help="its Graph Store, such as http://HOST/store")
    to.add_argument("--update", metavar="URL", help="its address for updates instead, such as http://HOST/update")
    c.add_argument("--store", type=Path, metavar="DIR", default=STORE, help="the store (default: %(default)s)")

    c = command("pull", "bring the articles' graphs of a SPARQL server into the store")
    c.add_argument(
        "--endpoint", required=True, metavar="URL", help="its address for queries, such as http://HOST/query"
    )
    c.add_argument("--store", type=Path, metavar="DIR", default=STORE, help="the store (default: %(default)s)")

    c = command("serve", "answer SPARQL on this machine, with a page to ask on")
    c.add_argument("--store", type=Path, metavar="DIR", default=STORE, help="the store (default: %(default)s)")
    c.add_argument("--port", type=_port, default=7878, metavar="N", help="default: %(default)s; 0 for any that is free")
    c.add_argument("--timeout", type=_seconds, default=30, metavar="S", help="seconds for a question (%(default)s)")

    c = command("view", "make an interactive page")
    c.formatter_class = argparse.RawDescriptionHelpFormatter
    c.epilog = "pages:\n" + "\n".join(f"  {name:20}  {shows}" for name, shows in VIEWS.items())
    c.add_argument("name", nargs="?", metavar="NAME", default="network", help="which, see below (default: %(default)s)")
    c.add_argument("-o", "--output", metavar="FILE", help="where to (default: NAME.html), or -; for index a folder")
    c.add_argument(
        "--about", action="append", default=[], metavar="X", help="the person, province, body … that it is about"
    )
    c.add_argument("--article", action="append", default=[], metavar="A", help="of this article only; can be repeated")
    c.add_argument("--open", action="store_true", help="show it in the browser")
    _add_sources(c)

    c = command("honours", "print the honours of the scheme")
    _add_search(c, "only those that it may mean, with accents or none")
    c.add_argument("--vocabulary", type=Path, metavar="FILE", help=_VOCABULARY)

    c = command("provinces", "print the provinces through time")
    _add_search(c, "only those of this name, code or region, with accents or none")
    c.add_argument("--on", metavar="DATE", help="only those of a day, such as 2017-03-17")

    c = command("check", "check a graph (its shapes, and every quote against its article), or the vocabulary itself")
    which = c.add_mutually_exclusive_group()
    which.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an RDF file, or the word: ontology")
    which.add_argument("--store", type=Path, metavar="DIR", help="a store (default, without FILE: thidua.db)")
    c.add_argument("--vocabulary", type=Path, metavar="FILE", help="with ontology: a file of your own, checked too")

    c = command("demo", "all of it, on the article that comes with the program")
    c.add_argument("-o", "--output", type=Path, metavar="DIR", default=Path("thidua-demo"), help=_DEFAULT)
    return whole


def _add_articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help=_ARTICLES)
    parser.add_argument("--vocabulary", type=Path, metavar="FILE", help=_VOCABULARY)
    parser.add_argument("--jobs", type=_jobs, metavar="N", help=_JOBS)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes from 1 to 256")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def _seconds(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 86400:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 1 to 86400")
    return int(text)


def _add_search(parser: argparse.ArgumentParser, which: str) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help=which)
    parser.add_argument("--format", choices=("table", "csv", "json", "ttl"), default="table", help=_DEFAULT)


def _add_sources(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--store", type=Path, metavar="DIR", help=f"ask a store (default: {STORE})")
    group.add_argument("--graph", type=Path, metavar="FILE", help="ask an RDF file")
    return group
