"""The statements of named graphs → one JSON-LD 1.1 document with a context of short names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology import terms as T
from ontology.arrange import Statement, Term, prefixes, sections
from ontology.errors import UserError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_INTEGER = re.compile(r"0|-?[1-9]\d{0,14}")
_TERM = re.compile(r"[A-Za-z]\w*", re.ASCII)


def to_jsonld(graphs: Mapping[str, Iterable[Statement]]) -> str:
    """A document that reads back as the same graphs: each named graph an object with `@id` and `@graph`.

    The context gives each property its local name where that is unmistakable, and says of it what all of its values
    have in common (an IRI, Vietnamese, a datatype), so that the values can be plain strings.
    """
    held = {name: list(statements) for name, statements in graphs.items()}
    everything = [statement for statements in held.values() for statement in statements]
    writer = _Context(everything)
    top: list[object] = []
    for name, statements in held.items():
        nodes = writer.nodes(statements)
        top += nodes if not name else [{"@id": writer.iri(name), "@graph": nodes}]
    return json.dumps({"@context": writer.context(), "@graph": top}, ensure_ascii=False, indent=2) + "\n"


class _Context:
    """The short names for the IRIs of a document, and the values in the form that goes with them."""

    def __init__(self, statements: list[Statement]) -> None:
        iris = {term.value for statement in statements for term in statement if isinstance(term, NamedNode)}
        schemes = {match[0] for iri in iris if (match := _SCHEME.match(iri))}
        # A prefix that is also the scheme of some IRI (`geo:21.0,105.8`) would swallow that IRI.
        self.known = {p: n for p, n in prefixes(statements).items() if p not in schemes}
        self.by_length = sorted(self.known.items(), key=lambda item: -len(item[1]))
        self.used: dict[str, str] = {}
        kinds: dict[str, set[tuple[str, str]]] = {}
        for _, predicate, value in statements:
            kinds.setdefault(predicate.value, set()).add(_kind(value))
        self.coerced = {p: dict(k) for p, k in kinds.items() if len(k) == 1}
        self.names: dict[str, str] = {}
        taken = schemes | set(self.known)
        for iri in sorted(kinds):
            name = re.split(r"[/#]", iri)[-1]
            if iri != T.RDF + "type" and _TERM.fullmatch(name) and name not in taken:
                taken.add(name)
                self.names[name] = iri
        self.name_of = {predicate: name for name, predicate in self.names.items()}

    def context(self) -> dict[str, object]:
        """The prefixes that the document uses, then its properties, each in order."""
        terms: dict[str, object] = {}
        for name, predicate in sorted(self.names.items()):
            how = {key: self.iri(value) if key == "@type" else value for key, value in self._how(predicate).items()}
            terms[name] = {"@id": self.iri(predicate), **how} if how else self.iri(predicate)
        return {**dict(sorted(self.used.items())), **terms}

    def _how(self, predicate: str) -> dict[str, str]:
        how = self.coerced.get(predicate, {})
        return {k: v for k, v in how.items() if k in ("@type", "@language")} if predicate in self.name_of else {}

    def nodes(self, statements: list[Statement]) -> list[object]:
        return [self._node(group) for section in sections(statements) for group in section.subjects]

    def _node(self, group: tuple[Statement, ...]) -> dict[str, object]:
        subject = group[0][0]
        if isinstance(subject, Triple):
            raise UserError("JSON-LD cannot hold a statement about a statement; write Turtle or N-Quads")
        node: dict[str, object] = {"@id": self._reference(subject)}
        values: dict[str, list[object]] = {}
        for _, predicate, value in group:
            if predicate.value == T.RDF + "type" and isinstance(value, NamedNode):
                values.setdefault("@type", []).append(self.iri(value.value))
            else:
                key = self.name_of.get(predicate.value) or self.iri(predicate.value)
                values.setdefault(key, []).append(self._value(value, self._how(predicate.value)))
        return node | {key: held[0] if len(held) == 1 else held for key, held in values.items()}

    def _value(self, value: Term, how: dict[str, str]) -> object:
        """A value in its shortest form; `how` is what the context says of all values of its property."""
        if isinstance(value, Triple):
            raise UserError("JSON-LD cannot hold a statement about a statement; write Turtle or N-Quads")
        if not isinstance(value, Literal):
            reference = self._reference(value)
            return reference if how == {"@type": "@id"} else {"@id": reference}
        form, detail = _kind(value)
        if how and how == {form: detail}:
            return value.value
        if form == "@native":
            return json.loads(value.value)
        if form == "@string":
            return value.value
        return {"@value": value.value, form: self.iri(detail) if form == "@type" else detail}

    def _reference(self, node: NamedNode | BlankNode) -> str:
        return str(node) if isinstance(node, BlankNode) else self.iri(node.value)

    def iri(self, iri: str) -> str:
        """An IRI, shortened by a prefix where it can be; a keyword as it is."""
        for prefix, namespace in self.by_length:
            rest = iri[len(namespace) :]
            if iri.startswith(namespace) and rest and not rest.startswith("//"):
                self.used[prefix] = namespace
                return f"{prefix}:{rest}"
        return iri


def _kind(value: Term) -> tuple[str, str]:
    """What the context has to say of a value: a key of a term definition, and what goes with it."""
    if not isinstance(value, Literal):
        return "@type", "@id"
    if value.language:
        return "@language", value.language
    datatype = value.datatype.value
    if datatype == T.XSD + "string":
        return "@string", ""
    if datatype == T.XSD + "integer" and _INTEGER.fullmatch(value.value):
        return "@native", ""
    if datatype == T.XSD + "boolean" and value.value in ("true", "false"):
        return "@native", ""
    return "@type", datatype
