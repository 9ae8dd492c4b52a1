"""The vocabulary's Turtle files → the records that the pages and the picture are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import terms as T

ONTOLOGY = Path(__file__).parent.parent / "ontology"
IRI = URIRef(T.TD.rstrip("#"))
_ALIGNED = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch)
_FIXED = (SH.hasValue, SH.node / SH.property / SH.hasValue)
"""Where a shape names the one value, or the one scheme of its values."""
_KINDS = ((OWL.Class, "class"), (OWL.ObjectProperty, "property"), (OWL.DatatypeProperty, "property"))


@dataclass(frozen=True, slots=True)
class Row:
    """What a shape says of one property of a class."""

    path: str
    range: str
    """A class, datatype or scheme as a compact IRI, `agent`, or the empty string."""
    count: str
    """How many values there may be: `1`, `0..1`, `1..*`, `*`."""
    message: str


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, coded value or scheme."""

    iri: str
    name: str
    """The compact IRI."""
    kind: str
    label_vi: str
    label_en: str
    definition_vi: str
    definition_en: str
    example: str
    domain: str
    range: str
    aligned: tuple[tuple[str, str], ...]
    """Relation and term, compact."""
    rows: tuple[Row, ...]
    members: tuple[Term, ...]
    """The coded values of a scheme, in their order."""


@lru_cache(maxsize=1)
def graph() -> Graph:
    """The vocabulary and its shapes."""
    out = Graph()
    for name in ("thidua", "shapes"):
        out.parse(ONTOLOGY / f"{name}.ttl", format="turtle")
    return out


def compact(node: Node | None) -> str:
    """An IRI with its prefix; the empty string for none."""
    text = str(node or "")
    found = next(((p, ns) for p, ns in T.PREFIXES.items() if text.startswith(ns)), None)
    return f"{found[0]}:{text.removeprefix(found[1])}" if found else text


def terms(kind: str) -> list[Term]:
    """The terms of our namespace of one kind (`class`, `property` or `scheme`), in the order of the file."""
    return [_term(node) for node in _order() if _kind(node) == kind]


def others() -> list[Term]:
    """The terms of other vocabularies that the graph uses."""
    found = {n for k, _ in _KINDS for n in graph().subjects(RDF.type, k) if isinstance(n, URIRef)}
    return [_term(n) for n in sorted(found, key=compact) if not n.startswith(T.TD)]


def term(name: str) -> Term:
    """The term of a compact IRI."""
    prefix, _, local = name.partition(":")
    return _term(URIRef(T.PREFIXES[prefix] + local))


def about(predicate: str, language: str | None = None) -> str:
    """What the vocabulary says of itself."""
    prefix, _, local = predicate.partition(":")
    return _text(IRI, URIRef(T.PREFIXES[prefix] + local), language)


def _order() -> list[URIRef]:
    """Our terms as they stand in the file."""
    from ontology.lines import lines_of

    found = lines_of((ONTOLOGY / "thidua.ttl").read_text("utf-8")).subjects
    return [URIRef(iri) for iri in found if iri.startswith(T.TD)]


def _kind(node: Node) -> str:
    types = set(graph().objects(node, RDF.type))
    if SKOS.ConceptScheme in types:
        return "scheme"
    return next((kind for type_, kind in _KINDS if type_ in types), "value")


def _text(node: Node, predicate: URIRef, language: str | None) -> str:
    found = (o for o in graph().objects(node, predicate) if isinstance(o, rdflib.Literal))
    return next((str(o) for o in found if language is None or o.language == language), "")


def _term(node: URIRef) -> Term:
    g = graph()
    kind = _kind(node)
    label = SKOS.prefLabel if kind == "value" else RDFS.label
    members: list[Term] = []
    if kind == "scheme":
        order = URIRef(T.TD + "order")
        inside = sorted(g.subjects(SKOS.inScheme, node), key=lambda n: int(str(g.value(n, order))))
        members = [_term(n) for n in inside if isinstance(n, URIRef)]
    return Term(
        iri=str(node),
        name=compact(node),
        kind=kind,
        label_vi=_text(node, label, "vi"),
        label_en=_text(node, label, "en"),
        definition_vi=_text(node, SKOS.definition, "vi"),
        definition_en=_text(node, SKOS.definition, "en"),
        example=_text(node, SKOS.example, None),
        domain=compact(g.value(node, RDFS.domain)),
        range=compact(g.value(node, RDFS.range)),
        aligned=tuple((compact(p), compact(o)) for p in _ALIGNED for o in sorted(g.objects(node, p), key=str)),
        rows=rows(node) if kind == "class" else (),
        members=tuple(members),
    )


# -- shapes ---------------------------------------------------------------------------------------------------------


def rows(class_: URIRef) -> tuple[Row, ...]:
    """What the shapes of a class say of its properties, one row a property."""
    g = graph()
    found: dict[str, Row] = {}
    for shape in sorted(g.subjects(SH.targetClass, class_), key=str):
        for prop in g.objects(shape, SH.property):
            path = g.value(prop, SH.path)
            if isinstance(path, URIRef):
                row = _row(path, prop)
                old = found.get(row.path)
                found[row.path] = row if old is None else _merged(old, row)
    return tuple(sorted(found.values(), key=lambda r: (not r.count.startswith("1"), r.path)))


def _merged(a: Row, b: Row) -> Row:
    """Two rules for one property: what either says, and both messages."""
    count = a.count if a.count != "*" else b.count
    return Row(a.path, a.range or b.range, count, "; ".join(sorted({a.message, b.message})))


def _row(path: URIRef, prop: Node) -> Row:
    g = graph()
    low, high = g.value(prop, SH.minCount), g.value(prop, SH.maxCount)
    count = {(True, True): "1", (True, False): "1..*", (False, True): "0..1"}.get((bool(low), bool(high)), "*")
    return Row(compact(path), _range(prop), count, _text(prop, SH.message, None))


def _range(prop: Node) -> str:
    g = graph()
    values = g.value(prop, SH["in"])
    if values is not None:
        schemes = {g.value(v, SKOS.inScheme) for v in Collection(g, values) if isinstance(v, URIRef)}
        return compact(next(iter(schemes))) if schemes else "one of " + ", ".join(map(str, Collection(g, values)))
    fixed = next((o for way in _FIXED for o in g.objects(prop, way)), None)
    if fixed is not None:
        return compact(fixed)
    if compact(g.value(prop, SH.node)).endswith("shape/Agent"):
        return "agent"
    classes = sorted(g.objects(prop, SH["class"]), key=str)
    if classes:
        return " and ".join(map(compact, classes))
    either = g.value(prop, SH["or"])
    if either is not None:
        kinds = [_range(x) for x in Collection(g, either)]
        return " or ".join(k for k in kinds if k)
    return compact(g.value(prop, SH.datatype))
