"""Where a question is asked (a store on disk, an RDF file, a SPARQL endpoint) → one way to ask it.

In all three the default graph of a question is the merge of all graphs, so that one text works for a plain Turtle file
and for a store with a named graph an article. Oxigraph's own union of graphs is not used: it gives a triple once for
each graph that has it, and a name that a thousand articles repeat would then make a thousand rows out of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

import pyoxigraph as ox

from ontology import terms as T
from ontology.errors import UserError
from ontology.files import reason
from ontology.foreign import pieces, refuse_bombs, why
from queries.catalogue import bare
from queries.store import Store, merged, open_store
from queries.vocabulary import vocabulary

Results: TypeAlias = "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples"

SUFFIXES = ("ttl", "trig", "nt", "nq", "rdf", "jsonld")
"""How the names of RDF files end that can be asked."""

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_PROLOGUE = re.compile(r"\A(\s*(PREFIX\s+\S*:|BASE\b))*\s*", re.IGNORECASE)
_UPDATE = re.compile(r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)
_REMARK = re.compile(r"(?:expected one of |, )([A-Z][a-z][^\[\]\",]* [^\[\]\",]*)")


class Source(Protocol):
    """Something that answers SPARQL. Close it when done."""

    def query(self, text: str, *, needs: Sequence[str] = ()) -> Results:
        """The answer to SPARQL text, in which the shared prefixes need no declaration.

        `needs` names schemes of the vocabulary without which the query has no answer; a file, which does not hold
        them, gets them added. Raises `UserError` for a syntax error, with line and column, and for a source that does
        not answer.
        """
        ...

    def close(self) -> None: ...


def open_source(*, store: Path | None = None, graph: Path | None = None, endpoint: str | None = None) -> Source:
    """The source that is named; exactly one must be."""
    if [store, graph, endpoint].count(None) != 2:
        raise UserError("choose one source for the question: a store (--store), a file (--graph) or an --endpoint")
    if graph is not None:
        return FileSource(graph)
    if endpoint is not None:
        from queries.endpoint import EndpointSource

        return EndpointSource(endpoint)
    assert store is not None
    return StoreSource(open_store(store, read_only=True))


class StoreSource:
    """A store on disk, its vocabulary in a graph of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def query(self, text: str, *, needs: Sequence[str] = ()) -> Results:
        return evaluate(self._store.inner, text)

    def close(self) -> None:
        self._store.close()


class FileSource:
    """An RDF file, read into memory; a scheme of the vocabulary is added when a query needs it."""

    def __init__(self, path: Path) -> None:
        self.inner = _read(path)
        self._schemes: set[str] = set()

    def query(self, text: str, *, needs: Sequence[str] = ()) -> Results:
        if missing := set(needs) - self._schemes:
            self.inner.extend(merged(vocabulary(*missing)))
            self._schemes |= missing
        return evaluate(self.inner, text)

    def close(self) -> None:
        """Nothing to close: the file was read and shut when it was opened."""


class MemorySource(FileSource):
    """Quads in memory, asked as a file is."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.inner = ox.Store()
        self.inner.extend(merged(quads))
        self._schemes = set()


def evaluate(store: ox.Store, text: str) -> Results:
    """The answer of an Oxigraph store from its default graph; a syntax error is a `UserError`."""
    try:
        return store.query(text, prefixes=T.PREFIXES)
    except SyntaxError as error:
        raise UserError(_syntax(text, str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise UserError(f"the query cannot be answered: {error}") from None


def _syntax(text: str, message: str) -> str:
    """One sentence with line and column from Oxigraph's message, which may go on to list every possible token."""
    m = _POSITION.match(message)
    if m is None:
        return f"the query is no SPARQL query: {message}"
    if _UPDATE.match(_PROLOGUE.sub("", bare(text))):
        return "this is an update, not a question; a question begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    line, column, expected = int(m[1]), int(m[2]), m[3]
    lines = text.splitlines()
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    near = f"near “{rest[:30]}{'…' if len(rest) > 30 else ''}”" if rest else "at its end" if line >= len(lines) else ""
    where = f"the query has a syntax error at line {line}, column {column}"
    if remark := _REMARK.search(expected):
        said = remark[1].strip()
        return f"{where}: {said[0].lower() + said[1:] if not said[1].isupper() else said}"
    short = expected.strip()
    if "one of" not in short and len(short) <= 60:
        return f"{where} {near}: {short}".replace("  ", " ")
    return f"{where}{f', {near}' if near else ''}"


def _read(path: Path) -> ox.Store:
    format_ = ox.RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if format_ is None or path.suffix.lower() == ".txt":
        raise UserError(f"{path} is no RDF file that can be asked; its name must end in {', '.join(SUFFIXES)}")
    if path.is_dir():
        raise UserError(f"{path} is a folder, no RDF file; a store is asked with --store")
    store = ox.Store()
    try:
        with path.open("rb") as file:
            if format_ == ox.RdfFormat.RDF_XML:
                refuse_bombs(pieces(file), str(path))
            store.bulk_load(file, format_)
        store.bulk_extend(
            merged(q for graph in store.named_graphs() for q in store.quads_for_pattern(None, None, None, graph))
        )
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise UserError(f"{path}{line}: this is no {format_.name} that can be read: {why(str(error.msg))}") from None
    except OSError as error:
        raise UserError(f"cannot read {path}: {reason(error)}") from None
    except (ValueError, RuntimeError) as error:
        raise UserError(f"cannot read {path}: {error}") from None
    return store
