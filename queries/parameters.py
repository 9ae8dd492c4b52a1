"""Parameters as the user types them → RDF terms of the right type, ready to be bound in a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from ontology import terms as T
from ontology.errors import UserError
from ontology.schemes import province_iri
from queries.catalogue import NamedQuery, Parameter

Bound: TypeAlias = "NamedNode | Literal"

_YEAR = re.compile(r"\d{4}")
_INTEGER = re.compile(r"[+-]?\d{1,18}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PREFIXED = re.compile(r"([a-z]+):([A-Za-z0-9_][A-Za-z0-9_.-]*)")


def parse_pairs(pairs: Iterable[str]) -> dict[str, str]:
    """`k=v` strings of a command line as a dictionary.

    >>> parse_pairs(["about=Bắc Kạn", "note=a=b"])
    {'about': 'Bắc Kạn', 'note': 'a=b'}
    """
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise UserError(f'“{pair}” is no parameter; write NAME=VALUE, for example about="Bắc Kạn"')
        if name.strip() in found:
            raise UserError(f"the parameter “{name.strip()}” is given twice; give it once")
        found[name.strip()] = value
    return found


def settle(query: NamedQuery, given: Mapping[str, str]) -> dict[Parameter, str]:
    """The query's parameters with the values that hold, given or by default; the others stay open."""
    known = {p.name: p for p in query.parameters}
    for name in given:
        if name not in known:
            if not known:
                raise UserError(f"the query {query.name} takes no parameters, so “{name}” cannot be given")
            near = get_close_matches(name, known, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"it has {', '.join(known)}"
            raise UserError(f"the query {query.name} has no parameter “{name}”; {hint}")
    settled: dict[Parameter, str] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            settled[parameter] = value
        elif parameter.required:
            raise UserError(
                f"the query {query.name} needs the parameter “{parameter.name}” ({parameter.text});"
                f" add --param {parameter.name}=…"
            )
    return settled


def as_terms(parameter: Parameter, value: str) -> tuple[Bound, ...]:
    """The terms that a value stands for; several where a name has several bearers (a province before and after 2025).

    For a `thing` or a `concept` only an IRI is read here; the empty tuple says that it is a name to be looked up.
    """
    if parameter.choices:
        return (_choice(parameter, value),)
    match parameter.type:
        case "string":
            return (Literal(value),)
        case "integer":
            if _INTEGER.fullmatch(value.strip()):
                return (Literal(int(value)),)
        case "year":
            if _YEAR.fullmatch(value.strip()):
                return (Literal(value.strip(), datatype=NamedNode(T.XSD + "gYear")),)
        case "date":
            if _is_date(value.strip()):
                return (Literal(value.strip(), datatype=NamedNode(T.XSD + "date")),)
        case "iri":
            if iri := as_iri(value):
                return (iri,)
        case "province":
            return _provinces(parameter, value)
        case "thing" | "concept":
            iri = as_iri(value)
            if iri is None and value.strip().startswith(("<", "http://", "https://")):
                raise _wrong(parameter, value)
            return (iri,) if iri else ()
    raise _wrong(parameter, value)


def as_iri(value: str) -> NamedNode | None:
    """An IRI written out, with one of the shared prefixes, or in angle brackets; None for anything else.

    In angle brackets it may be relative to the project's base, as tables show it.

    >>> as_iri("tdp:bac-kan") == as_iri("<province/bac-kan>") == as_iri("https://w3id.org/thidua/province/bac-kan")
    True
    """
    text = value.strip()
    if m := _PREFIXED.fullmatch(text):
        if m[1] in T.PREFIXES:
            return NamedNode(T.PREFIXES[m[1]] + m[2])
        if m[1] not in ("urn", "tag"):
            return None
    bracketed = text.startswith("<") and text.endswith(">")
    bare = text[1:-1] if bracketed else text
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:" if bracketed else r"(https?://|urn:|tag:)", bare):
        if not bracketed:
            return None
        bare = T.BASE + bare
    try:
        return NamedNode(bare)
    except ValueError:
        return None


def _choice(parameter: Parameter, value: str) -> NamedNode:
    plain = {c.lower(): c for c in parameter.choices}
    chosen = plain.get(value.strip().replace("_", "").lower())
    if chosen is None:
        raise UserError(f"“{value}” is no {parameter.name}; choose one of {', '.join(parameter.choices)}")
    return NamedNode(T.TD + chosen)


def _provinces(parameter: Parameter, value: str) -> tuple[NamedNode, ...]:
    if iri := as_iri(value):
        return (iri,)
    units = (province_iri(value), province_iri(value, date(2025, 7, 1)))
    found = tuple(NamedNode(unit) for unit in dict.fromkeys(units) if unit)
    if not found:
        raise _wrong(parameter, value)
    return found


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


_EXPECTED = {
    "integer": "a whole number, for example 24",
    "year": "a year of four digits, for example 2017",
    "date": "a day as YYYY-MM-DD, for example 2017-03-17",
    "iri": "an IRI, for example https://w3id.org/thidua/province/bac-kan or tdp:bac-kan",
    "province": "a province or centrally run city of Viet Nam, for example “Bắc Kạn”",
    "thing": "an IRI or a name, for example “Bắc Kạn”",
    "concept": "an IRI or a name of the vocabulary, for example “Huân chương”",
}


def _wrong(parameter: Parameter, value: str) -> UserError:
    return UserError(f"the parameter “{parameter.name}” must be {_EXPECTED[parameter.type]}; “{value}” is not")
