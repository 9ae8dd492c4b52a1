"""RDF quads → the bytes of a Turtle, TriG, N-Triples, N-Quads or JSON-LD file, the same for the same quads.

Turtle, TriG and JSON-LD are laid out for people (see `ontology.arrange`) and carry only the prefixes that they use.
The formats without named graphs (Turtle, N-Triples) hold what all the graphs say together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from ontology.arrange import Statement, prefixes, sections
from ontology.errors import UserError

FORMATS = ("ttl", "trig", "nt", "nq", "jsonld")
"""The formats by the usual suffix of their files."""

_NOT_NAMES = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>')
_PREFIX = re.compile(r"(?:^|[\s,;(^])([A-Za-z][\w-]*):")


def format_of(name: str) -> str:
    """The format that a file's name asks for by its suffix.

    >>> format_of("out/seed.ttl")
    'ttl'
    """
    suffix = PurePath(name).suffix.lower().lstrip(".")
    if suffix not in FORMATS:
        known = ", ".join(f".{f}" for f in FORMATS)
        raise UserError(f"{name}: no format goes with this file name; end it in one of {known}, or give --format")
    return suffix


def to_bytes(quads: Iterable[Quad], form: str) -> bytes:
    """A whole file in one of the `FORMATS`, in UTF-8.

    >>> from pyoxigraph import NamedNode, Quad
    >>> s, p, o = NamedNode("http://x/s"), NamedNode("http://x/p"), NamedNode("http://x/o")
    >>> to_bytes([Quad(s, p, o), Quad(s, p, o)], "nt")
    b'<http://x/s> <http://x/p> <http://x/o> .\\n'
    """
    match form:
        case "ttl":
            return _turtle(quads)
        case "trig":
            return _trig(quads)
        case "nt":
            return _lines((q.triple for q in quads), RdfFormat.N_TRIPLES)
        case "nq":
            return _lines(quads, RdfFormat.N_QUADS)
        case "jsonld":
            from ontology.jsonld import to_jsonld

            return to_jsonld(by_graph(quads)).encode()
        case _:
            raise UserError(f"no format is called '{form}'; there are {', '.join(FORMATS)}")


def by_graph(quads: Iterable[Quad]) -> dict[str, list[Statement]]:
    """The statements of each graph, by the graph's IRI in order; those of the default graph under the empty string."""
    graphs: dict[str, list[Statement]] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
        graphs.setdefault(name, []).append((quad.subject, quad.predicate, quad.object))
    return dict(sorted(graphs.items()))


def _lines(items: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> bytes:
    lines = set(serialize(items, format=form).split(b"\n"))  # type: ignore[union-attr]
    return b"\n".join([*sorted(lines - {b""}), b""])


def _turtle(quads: Iterable[Quad]) -> bytes:
    statements = [(q.subject, q.predicate, q.object) for q in quads]
    known = prefixes(statements)
    body = _body(statements, known)
    return (_header(body, known) + body).encode()


def _trig(quads: Iterable[Quad]) -> bytes:
    """Each graph in its own block; `a:` is declared anew before each, for the article that the graph is of."""
    blocks: list[str] = []
    header: dict[str, str] = {}
    bound: dict[str, str] = {}
    for graph, statements in by_graph(quads).items():
        known = prefixes(statements)
        body = _body(statements, known)
        used = {p: known[p] for p in _used(body) if p in known}
        own = {p: n for p, n in used.items() if p == "a" or bound.get(p, n) != n}
        header = {p: n for p, n in used.items() if p not in own} | header
        bound |= used
        if graph:
            inner = "".join(f"    {line}\n" if line else "\n" for line in body.split("\n")[1:-1])
            body = f"<{graph}> {{\n{inner}}}\n"
        blocks.append(_header(body, own) + ("\n" if not graph else "") + body)
    declared = "".join(f"@prefix {p}: <{n}> .\n" for p, n in sorted(header.items()))
    return "\n".join([declared, *blocks] if declared else blocks).encode()


def _header(body: str, known: dict[str, str]) -> str:
    used = _used(body)
    return "".join(f"@prefix {p}: <{n}> .\n" for p, n in sorted(known.items()) if p in used)


def _used(body: str) -> set[str]:
    """The prefixes that stand in a Turtle text, outside its literals and full IRIs."""
    return set(_PREFIX.findall(_NOT_NAMES.sub(" ", body)))


def _body(statements: Iterable[Statement], known: dict[str, str]) -> str:
    """The Turtle of one graph, without prefixes: sections under a comment, a blank line before each subject.

    pyoxigraph writes the terms. It begins a line for each subject, at the margin, and one for each predicate, behind a
    tab, and never breaks a line inside a literal.
    """
    out: list[str] = []
    for section in sections(statements):
        out.append(f"\n# {section.heading}\n")
        triples = [Triple(*statement) for group in section.subjects for statement in group]
        out += (f"    {line[1:]}\n" if line.startswith("\t") else f"\n{line}\n" for line in _terms(triples, known))
    return "".join(out)


def _terms(triples: list[Triple], known: dict[str, str]) -> list[str]:
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=known)
    return [line for line in (text or b"").decode().split("\n") if line and not line.startswith("@prefix ")]
