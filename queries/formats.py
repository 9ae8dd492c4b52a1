"""An answer → bytes: a table for people, or one of the W3C's formats for programs."""

from __future__ import annotations

from typing import BinaryIO

import pyoxigraph as ox

from ontology import terms as T
from ontology.errors import UserError
from queries.run import Answer
from queries.table import render

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
"""The names of the formats; `table` is for people, `ttl` (Turtle) for what a CONSTRUCT query makes."""

_W3C = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


def write(answer: Answer, format_: str, out: BinaryIO, width: int = 100) -> int | None:
    """Write an answer; `width` is that of the screen in columns, for a table.

    Gives the number of rows, or of triples, where it was counted. A format that does not suit the query's form is a
    `UserError`.
    """
    results = answer.results
    if format_ not in FORMATS:
        raise UserError(f"“{format_}” is no format of answers; choose one of {', '.join(FORMATS)}")
    try:
        if isinstance(results, ox.QueryTriples):
            if format_ not in ("table", "ttl"):
                raise UserError(f"the query {answer.query.name} makes triples, not rows; choose --format ttl")
            triples = sorted(set(results), key=_turtle_order)
            out.write(turtle(triples))
            return len(triples)
        if format_ == "ttl":
            raise UserError(f"the query {answer.query.name} makes no triples; choose another --format than ttl")
        if format_ != "table":
            results.serialize(out, _W3C[format_])
            if format_ in ("json", "xml"):
                out.write(b"\n")
            return None
        if isinstance(results, ox.QueryBoolean):
            out.write(b"yes\n" if results else b"no\n")
            return None
        columns = [v.value for v in results.variables]
        rows = [[cell(term) for term in row] for row in results]
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UserError(f"the answer to the query {answer.query.name} breaks off: {error}") from None
    out.write(render(columns, rows, width).encode())
    return len(rows)


def cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """A term for people: a literal's text, an IRI with its prefix where there is one, nothing for nothing."""
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return term.value
    return short(term.value) if isinstance(term, ox.NamedNode) else str(term)


def short(iri: str) -> str:
    """An IRI with the shared prefix that begins it, else in angle brackets, without the project's base if it has that.

    What it gives is understood as the value of a parameter too.

    >>> short("https://w3id.org/thidua/province/bac-kan"), short("https://w3id.org/thidua/article/a#x")
    ('tdp:bac-kan', '<article/a#x>')
    """
    for prefix, start in T.PREFIXES.items():
        rest = iri[len(start) :]
        if iri.startswith(start) and rest and "/" not in rest and "#" not in rest:
            return f"{prefix}:{rest}"
    return f"<{iri.removeprefix(T.BASE)}>"


def turtle(triples: list[ox.Triple]) -> bytes:
    """Turtle with the shared prefixes that are used; the same bytes for the same triples in the same order."""
    text = [term.value for t in triples for term in t if isinstance(term, ox.NamedNode)]
    text += [term.datatype.value for t in triples if isinstance(term := t.object, ox.Literal)]
    used = {p: iri for p, iri in T.PREFIXES.items() if any(x.startswith(iri) for x in text)}
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=used)
    assert data is not None
    return data


def _turtle_order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first, then by predicate and object."""
    predicate = triple.predicate.value
    return str(triple.subject), predicate != T.RDF + "type", predicate, str(triple.object)
