"""A named query → what it answers, its parameters and columns, and how it is asked, as text for a terminal."""

from __future__ import annotations

import textwrap

from queries.catalogue import NamedQuery, Parameter
from queries.table import render

_TYPES = {
    "thing": "a name in any spelling, or an IRI",
    "concept": "a name out of the vocabulary in any spelling, or an IRI",
    "province": "a province by name or code, before or since July 2025",
    "year": "four digits",
    "date": "a day, as 2017-03-17",
    "integer": "a whole number",
    "string": "words as they are",
    "iri": "an IRI, written out or with a prefix",
}
_VALUES = {"province": "Bắc Kạn", "year": "2017", "date": "2017-03-17", "integer": "1", "iri": "tdp:bac-kan"}
"""A value of each type for the example; of the others the name of the parameter stands for one."""


def explained(query: NamedQuery, width: int) -> str:
    """What `thidua query NAME --help` prints, no wider than `width` columns."""
    parts = [f"{query.name}: {query.title}", textwrap.fill(query.answers, width)]
    if query.parameters:
        rows = [[p.name, _type(p), _told(p)] for p in query.parameters]
        parts.append(render(["parameter", "type", "what it is"], rows, width).rstrip())
    columns = ", ".join(query.columns)
    parts.append(textwrap.fill(f"Columns: {columns}", width) if columns else "It makes triples: --format ttl.")
    parts.append(f"For example\n  thidua query {query.name}{_example(query)}")
    parts.append("With --store DIR, --graph FILE or --endpoint URL; --format table, csv, tsv, json, xml or ttl.")
    parts.append(f"The SPARQL: {query.path}" if query.path else query.text)
    return "\n\n".join(parts) + "\n"


def _type(parameter: Parameter) -> str:
    return ", ".join(parameter.choices) or _TYPES[parameter.type]


def _told(parameter: Parameter) -> str:
    if parameter.required:
        return f"{parameter.text} (required)"
    return f"{parameter.text} ({parameter.default} unless given)" if parameter.default else parameter.text


def _example(query: NamedQuery) -> str:
    """The parameters that must be given, or the first, with a value each."""
    asked = [p for p in query.parameters if p.required] or list(query.parameters[:1])
    values = ((p, p.choices[0] if p.choices else _VALUES.get(p.type, p.name.upper())) for p in asked)
    return "".join(f" --param {p.name}={_quoted(value)}" for p, value in values)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
