"""A question (a name, a file, SPARQL text), its parameters and a source → the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import NamedNode

from ontology.errors import UserError
from ontology.files import reason
from queries.catalogue import NamedQuery, fill, named_queries, parse_query
from queries.names import concepts, find, near, unknown, whole
from queries.parameters import as_terms, settle
from queries.sources import Results, Source


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source says to a query. `results` can be gone through once; `notes` are sentences for the user."""

    query: NamedQuery
    results: Results
    notes: tuple[str, ...] = ()


def run(query: str | NamedQuery, params: Mapping[str, str], source: Source) -> Answer:
    """Ask a query, given as such or as `find_query` takes it, with parameters as the user typed them.

    A name that the graph does not know gives an answer without rows, and a note.
    """
    asked = find_query(query) if isinstance(query, str) else query
    text, notes = filled(asked, params, source)
    return Answer(asked, source.query(text, needs=asked.needs), notes)


def filled(asked: NamedQuery, params: Mapping[str, str], source: Source) -> tuple[str, tuple[str, ...]]:
    """The text of a query with its parameters, whose names are looked up in the source; and sentences for the user.

    Values are checked by type and become RDF terms; the terms are written into the query's `VALUES` blocks by Oxigraph
    (which escapes them), so a value can never change what is asked.
    """
    values: dict[str, str] = {}
    notes: list[str] = []
    for parameter, value in settle(asked, params).items():
        terms = as_terms(parameter, value)
        if not terms and parameter.type in ("thing", "concept"):
            terms = find(value, source, asked.needs)
            if parameter.type == "concept" and terms:
                terms = concepts(terms, source, asked.needs)
            if not terms:
                notes.append(unknown(value, near(value, source, needs=asked.needs)))
        if parameter.type == "thing" and terms:
            terms = whole([term for term in terms if isinstance(term, NamedNode)], source)
        values[parameter.name] = " ".join(map(str, terms))
    return fill(asked.text, values), tuple(notes)


def find_query(what: str, stdin: Callable[[], str] | None = None) -> NamedQuery:
    """A query by its name, the path of a `.rq` file, SPARQL text, or `-` for text that `stdin` gives."""
    if what == "-":
        if stdin is None:
            raise UserError("there is no standard input to read a query from; name one")
        return parse_query(stdin(), "on standard input")
    if what.endswith((".rq", ".sparql")):
        return _from_file(Path(what))
    if any(c in what for c in " \n\t{"):
        return parse_query(what, "given")
    for query in named_queries():
        if query.name == what:
            return query
    names = [q.name for q in named_queries()]
    close = get_close_matches(what, names, 3) or [n for n in names if what and (what in n or n in what)][:3]
    hint = f"did you mean {' or '.join(close)}?" if close else "see the list with: thidua queries"
    raise UserError(f"there is no query named “{what}”; {hint}")


def _from_file(path: Path) -> NamedQuery:
    try:
        return parse_query(path.read_text(encoding="utf-8"), path.stem, str(path))
    except UnicodeDecodeError:
        raise UserError(f"cannot read {path}: it is not UTF-8 text") from None
    except OSError as error:
        raise UserError(f"cannot read {path}: {reason(error)}") from None
