"""Files of SPARQL with a header of comments → named queries with a title, an explanation and typed parameters.

A query file opens with comment lines; a line that starts with `#` and more than one space goes on with the one above:

    # title: Posts
    # answers: Who holds, held or acts in which post, in which organisation?
    # param: status current|former|acting — only the tenures of this status
    # param: year year 2017 — only this year; 2017 if none is given
    # param: event thing required — the event that is asked about
    # needs: provinces

A parameter is a name, a type, perhaps a default or `required`, and what it is. Its type is one of `TYPES`, or the names
of the vocabulary's coded values that may be chosen from. In the query the parameter `status` is the variable
`?p_status`, and where its values go the query says `VALUES ?p_status { UNDEF }`: so the file is complete SPARQL as it
stands, in which no parameter is given, and can be pasted into any other tool.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from ontology.errors import UserError

TYPES = ("string", "iri", "integer", "year", "date", "province", "thing", "concept")
"""The types of parameters. A `thing` is anything of the graph, by IRI or by name in any spelling; a `concept` is one
of a scheme of the vocabulary, and nothing else that bears its name."""

SCHEMES = ("provinces", "honours", "roles", "bodies", "thidua")
"""The schemes that a query can say it needs: files of the vocabulary that stand beside the graph."""

_CHOICE = re.compile(r"[A-Za-z]\w*(\|[A-Za-z]\w*)+")
_HEADER = re.compile(r"#\s?([a-z]+):\s*(.*)")
_PARAMETER = re.compile(r"(?P<name>\S+)\s+(?P<type>\S+)(?:\s+(?P<default>.*?))??\s+—\s+(?P<text>.+)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TOKEN = re.compile(
    r"""
      \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}           # long strings
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'                     # strings
    | <[^<>"{}|^`\\\s]*>                                            # IRIs
    | \#[^\n]*                                                      # comments
    | (?P<slot>\bVALUES\s+[?$]p_(?P<name>\w+)\s*\{\s*)UNDEF(?P<end>\s*\})
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; `default` is None where leaving it out leaves the question open."""

    name: str
    type: str
    text: str
    default: str | None = None
    required: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The coded values to choose from; empty for the other types."""
        return tuple(self.type.split("|")) if "|" in self.type else ()


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question: SPARQL text with what its header says. `path` is where it stands, empty for text typed in."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str
    path: str = ""
    needs: tuple[str, ...] = ()
    """The schemes of the vocabulary (`SCHEMES`) without which it cannot be answered, such as the codes of provinces."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of its result, in order; none for ASK and CONSTRUCT."""
        from pyoxigraph import QuerySolutions, Store

        results = Store().query(self.text)
        return tuple(v.value for v in results.variables) if isinstance(results, QuerySolutions) else ()


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """All queries that ship with the project, by name. They may stand in folders; a name stands once in all of them.

    >>> [q.title for q in named_queries() if q.name == "people"]
    ['People']
    """
    found: dict[str, NamedQuery] = {}
    for file in _query_files(files(__package__ or "queries")):
        query = parse_query(file.read_text(encoding="utf-8"), file.name.removesuffix(".rq"), str(file))
        for field in ("title", "answers"):
            if not getattr(query, field):
                raise UserError(f"{query.path}: the header has no “# {field}:” line")
        if query.name in found:
            raise UserError(f"two query files have one name: {found[query.name].path} and {query.path}")
        found[query.name] = query
    return tuple(found[name] for name in sorted(found))


def parse_query(text: str, name: str, path: str = "") -> NamedQuery:
    """A query from its text. It needs no header, but what it says must be right: `UserError` names file and line."""
    title = answers = ""
    parameters: dict[str, Parameter] = {}
    needs: tuple[str, ...] = ()
    for number, key, value in _header(text):
        where = f"{path or name}, line {number}"
        match key:
            case "title":
                title = value
            case "answers":
                answers = value
            case "param":
                parameter = _parameter(value, where)
                if parameter.name in parameters:
                    raise UserError(f"{where}: the parameter “{parameter.name}” is declared twice")
                parameters[parameter.name] = parameter
            case "needs":
                needs = tuple(value.replace(",", " ").split())
                if unknown := set(needs) - set(SCHEMES):
                    raise UserError(f"{where}: “{min(unknown)}” is no scheme; a query can need {', '.join(SCHEMES)}")
            case _:
                pass
    slots = {m["name"] for m in _TOKEN.finditer(text) if m["name"]}
    for missing in parameters.keys() - slots:
        raise UserError(f"{path or name}: the query does not say “VALUES ?p_{missing} {{ UNDEF }}” for its parameter")
    for extra in sorted(slots - parameters.keys()):
        raise UserError(f"{path or name}: ?p_{extra} has no line “# param: {extra} TYPE — what it is” in the header")
    return NamedQuery(name, title, answers, tuple(parameters.values()), text, path, needs)


def fill(text: str, values: dict[str, str]) -> str:
    """The query with data for its parameters: `values` holds, by parameter, serialised RDF terms with spaces between.

    Only the slots change; strings, IRIs and comments that look like one do not. Each line stays on its line.
    """

    def replaced(m: re.Match[str]) -> str:
        given = values.get(m["name"]) if m["name"] else None
        return m[0] if given is None else f"{m['slot']}{given}{m['end']}"

    return _TOKEN.sub(replaced, text)


def bare(text: str) -> str:
    """The keywords, names and signs of a query, without its comments, strings and IRIs.

    >>> bare("SELECT * { ?s rdfs:label 'GRAPH' } # FROM").split()
    ['SELECT', '*', '{', '?s', 'rdfs:label', '}']
    """
    return _TOKEN.sub(lambda m: m[0] if m["name"] else " ", text)


def _query_files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _query_files(entry)
        elif entry.name.endswith(".rq"):
            found.append(entry)
    return found


def _header(text: str) -> list[tuple[int, str, str]]:
    """The header's fields as line number, key and value; comments that are no fields are left out."""
    fields: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            if line.strip():
                break
        elif m := _HEADER.fullmatch(line.rstrip()):
            fields.append((number, m[1], m[2]))
        elif fields and line.startswith("#  "):
            at, key, value = fields[-1]
            fields[-1] = (at, key, f"{value} {line[1:].strip()}")
    return fields


def _parameter(value: str, where: str) -> Parameter:
    m = _PARAMETER.fullmatch(value)
    if m is None:
        raise UserError(f"{where}: a parameter is written “# param: NAME TYPE [DEFAULT] — what it is”")
    if not _NAME.fullmatch(m["name"]):
        raise UserError(f"{where}: “{m['name']}” is no name for a parameter; use small letters, digits and _")
    if m["type"] not in TYPES and not _CHOICE.fullmatch(m["type"]):
        raise UserError(f"{where}: “{m['type']}” is no type; use one of {', '.join(TYPES)}, or this|that")
    default = m["default"] or None
    required = default == "required"
    return Parameter(m["name"], m["type"], m["text"], None if required else default, required)
