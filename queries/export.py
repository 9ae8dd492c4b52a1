"""A part of a store or of an RDF file → a file for other tools: RDF as it streams, a table a kind, or what is in it."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

import pyoxigraph as ox

from ontology import terms as T
from ontology.errors import UserError
from ontology.serialize import to_bytes
from queries.part import Part
from queries.run import run

RDF = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "rdf": ox.RdfFormat.RDF_XML,
}
"""The formats that are written as they are read, by suffix; of these TriG and N-Quads keep the named graphs."""
TABLES = (
    "people", "posts", "provinces", "bodies", "awards", "cluster-members", "cluster-leads", "events", "participants",
    "campaigns", "statements", "covenants", "sources", "evidence",
)  # fmt: skip
"""The named queries whose answers are the tables of an export, one a kind."""
FORMATS = (*RDF, "jsonld", "zip")

NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""
_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day that all files in an archive bear, so that the same tables are the same bytes."""


def export(part: Part, form: str, out: BinaryIO) -> int:
    """Write a part in one of the `FORMATS`; the number of statements, or of rows of all tables."""
    if form in RDF:
        return _rdf(part, form, out)
    if form == "jsonld":
        quads = list(part.quads())
        out.write(to_bytes(quads, "jsonld"))
        return len(quads)
    if form == "zip":
        return _tables(part, out)
    raise UserError(f"no export is called “{form}”; there are {', '.join(FORMATS)}")


def _rdf(part: Part, form: str, out: BinaryIO) -> int:
    counted = _Counted(part.quads() if RDF[form].supports_datasets else _for(form, part.triples()))
    ox.serialize(counted, out, RDF[form], prefixes=T.PREFIXES)  # type: ignore[arg-type]  # it takes either kind
    return counted.seen


def _for(form: str, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Triples as a format can hold them: XML has no control characters, U+FFFD stands for them."""
    for triple in triples:
        said = triple.object
        if form == "rdf" and isinstance(said, ox.Literal) and NO_XML.search(said.value):
            kind = {"language": said.language} if said.language else {"datatype": said.datatype}
            said = ox.Literal(NO_XML.sub("\ufffd", said.value), **kind)
            triple = ox.Triple(triple.subject, triple.predicate, said)
        yield triple


class _Counted:
    """Statements as they go by, counted."""

    def __init__(self, statements: Iterable[ox.Quad] | Iterable[ox.Triple]) -> None:
        self.statements, self.seen = statements, 0

    def __iter__(self) -> Iterator[ox.Quad | ox.Triple]:
        for statement in self.statements:
            self.seen += 1
            yield statement


def _tables(part: Part, out: BinaryIO) -> int:
    source, rows = part.asked(), 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            results = run(name, {}, source).results
            assert isinstance(results, ox.QuerySolutions)
            table = results.serialize(format=ox.QueryResultsFormat.CSV) or b""
            rows += table.count(b"\r\n") - 1
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", _EPOCH), table)
    return rows


def describe(part: Part, title: str, licence: str | None, today: date) -> bytes:
    """A description of a part as a data set in VoID and DCAT, in Turtle: counts, days, vocabularies and licence."""
    subjects, classes, predicates, total = set[object](), Counter[str](), Counter[str](), 0
    days = set[str]()
    for triple in part.triples():
        total += 1
        subjects.add(triple.subject)
        predicates[triple.predicate.value] += 1
        if triple.predicate.value == T.RDF + "type" and isinstance(triple.object, ox.NamedNode):
            classes[triple.object.value] += 1
        if triple.predicate.value == T.SCHEMA + "datePublished" and isinstance(triple.object, ox.Literal):
            days.add(triple.object.value[:10])
    store = _Description(f"{T.BASE}dataset")
    store.say(T.RDF + "type", ox.NamedNode(_VOID + "Dataset"), ox.NamedNode(_DCAT + "Dataset"))
    store.say(T.DCT + "title", ox.Literal(title))
    store.say(T.DCT + "modified", ox.Literal(today.isoformat(), datatype=ox.NamedNode(T.XSD + "date")))
    if licence:
        store.say(T.DCT + "license", ox.NamedNode(licence))
    store.say(T.DCT + "rights", ox.Literal("Quoted passages and texts belong to their publishers.", language="en"))
    for name, value in (("triples", total), ("distinctSubjects", len(subjects)), ("documents", len(part.graphs))):
        store.say(_VOID + name, ox.Literal(value))
    for namespace in sorted({_namespace(p) for p in predicates}):
        store.say(_VOID + "vocabulary", ox.NamedNode(namespace))
    for kind, found, of in (("class", classes, "entities"), ("property", predicates, "triples")):
        for iri, count in sorted(found.items()):
            store.partition(kind, iri, of, count)
    if days:
        store.period(min(days), max(days))
    return store.turtle()


class _Description:
    """The statements about one data set, with nodes of its own for its parts."""

    def __init__(self, iri: str) -> None:
        self.subject = ox.NamedNode(iri)
        self.said: list[ox.Triple] = []

    def say(self, predicate: str, *values: ox.NamedNode | ox.Literal | ox.BlankNode) -> None:
        self.said += [ox.Triple(self.subject, ox.NamedNode(predicate), value) for value in values]

    def partition(self, kind: str, iri: str, of: str, count: int) -> None:
        part = ox.NamedNode(f"{self.subject.value}#{kind}-{len(self.said)}")
        self.say(f"{_VOID}{kind}Partition", part)
        self.said.append(ox.Triple(part, ox.NamedNode(_VOID + kind), ox.NamedNode(iri)))
        self.said.append(ox.Triple(part, ox.NamedNode(_VOID + of), ox.Literal(count)))

    def period(self, first: str, last: str) -> None:
        period = ox.NamedNode(f"{self.subject.value}#period")
        self.say(T.DCT + "temporal", period)
        for name, day in (("startDate", first), ("endDate", last)):
            value = ox.Literal(day, datatype=ox.NamedNode(T.XSD + "date"))
            self.said.append(ox.Triple(period, ox.NamedNode(_DCAT + name), value))

    def turtle(self) -> bytes:
        prefixes = {**T.PREFIXES, "void": _VOID, "dcat": _DCAT}
        used = {p: n for p, n in prefixes.items() if any(n in str(triple) for triple in self.said)}
        self.said.sort(key=lambda triple: str(triple.subject))
        return ox.serialize(self.said, format=ox.RdfFormat.TURTLE, prefixes=used) or b""


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
