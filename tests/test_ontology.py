"""The vocabulary defines every term that the project uses, in both languages, and no term that nothing uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_up import SOUND
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import ontology
from ontology import terms as T

ROOT = Path(ontology.__file__).parent.parent
TURTLE = sorted((ROOT / "ontology").glob("*.ttl"))
IRI = "https://w3id.org/thidua/ontology"


def described(path: Path) -> dict[str, dict[str, list[NamedNode | Literal]]]:
    out: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for q in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal):
            out.setdefault(q.subject.value, {}).setdefault(q.predicate.value, []).append(q.object)
    return out


SAID = described(ROOT / "ontology" / "thidua.ttl")
TYPES = {iri: {x.value for x in of.get(T.RDF + "type", [])} for iri, of in SAID.items()}
OWN = sorted(iri for iri in SAID if iri.startswith(T.TD))
CODED = [iri for iri in OWN if T.SKOS + "Concept" in TYPES[iri]]
SCHEMES = [iri for iri in OWN if T.SKOS + "ConceptScheme" in TYPES[iri]]
TERMS = [iri for iri in OWN if iri not in CODED and iri not in SCHEMES]


def languages(iri: str, predicate: str) -> list[str]:
    return sorted(str(x.language) for x in SAID[iri].get(predicate, []) if isinstance(x, Literal) and x.value.strip())


def used(*, own_file: bool) -> set[str]:
    """The names of the namespace td: that stand in data, queries, code and the page on modelling."""
    texts = [p for p in TURTLE if own_file or p.name != "thidua.ttl"]
    texts += [*(ROOT / "queries").rglob("*.rq"), ROOT / "docs" / "modelling.md"]
    names = set()
    for path in texts:
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                names |= set(re.findall(r"(?<![\w-])td:([A-Za-z]\w*)", line))
    for room in ("ontology", "ingest", "queries", "graphs"):
        for path in (ROOT / room).rglob("*.py"):
            names |= set(re.findall(r'\bTD \+ "([A-Za-z]\w*)"', path.read_text("utf-8")))
    return names


def test_every_term_that_is_used_is_defined() -> None:
    assert used(own_file=True) - {iri.removeprefix(T.TD) for iri in OWN} == set()


def test_every_class_and_property_that_is_defined_is_used() -> None:
    in_data = {q.predicate.value for path in TURTLE for q in parse(path.read_bytes(), format=RdfFormat.TURTLE)}
    names = used(own_file=False)
    assert [iri for iri in TERMS if iri.removeprefix(T.TD) not in names and iri not in in_data] == []


@pytest.mark.parametrize("iri", TERMS)
def test_a_class_or_property_is_labelled_defined_and_shown(iri: str) -> None:
    assert len(TYPES[iri] & {T.OWL + "Class", T.OWL + "ObjectProperty", T.OWL + "DatatypeProperty"}) == 1
    assert languages(iri, T.RDFS + "label") == ["en", "vi"]
    assert languages(iri, T.SKOS + "definition") == ["en", "vi"]
    assert SAID[iri][T.SKOS + "example"]
    assert [x.value for x in SAID[iri][T.RDFS + "isDefinedBy"]] == [IRI]
    assert iri[len(T.TD)].isupper() == (T.OWL + "Class" in TYPES[iri])


@pytest.mark.parametrize("iri", CODED)
def test_a_coded_value_is_labelled_defined_and_in_a_scheme_of_the_vocabulary(iri: str) -> None:
    assert languages(iri, T.SKOS + "prefLabel") == ["en", "vi"]
    assert languages(iri, T.SKOS + "definition") == ["en", "vi"]
    (scheme,) = SAID[iri][T.SKOS + "inScheme"]
    assert scheme.value in SCHEMES


@pytest.mark.parametrize("iri", SCHEMES)
def test_the_values_of_a_scheme_are_ordered_and_told_apart(iri: str) -> None:
    assert languages(iri, T.RDFS + "label") == ["en", "vi"]
    members = [v for v in CODED if SAID[v][T.SKOS + "inScheme"][0].value == iri]
    assert sorted(int(SAID[v][T.TD + "order"][0].value) for v in members) == list(range(1, len(members) + 1))
    labels = [(x.value, x.language) for v in members for x in SAID[v][T.SKOS + "prefLabel"] if isinstance(x, Literal)]
    assert len(set(labels)) == len(labels)


def test_every_term_of_an_article_graph_is_labelled_in_the_vocabulary() -> None:
    types = {q.object.value for q in SOUND if q.predicate.value == T.RDF + "type" and isinstance(q.object, NamedNode)}
    plumbing = {T.RDF + "type", T.RDFS + "label", T.SKOS + "altLabel"}
    for iri in types | {q.predicate.value for q in SOUND} - plumbing:
        assert languages(iri, T.RDFS + "label") == ["en", "vi"], iri


@pytest.mark.parametrize("predicate", [T.RDFS + "subClassOf", T.RDFS + "subPropertyOf"])
def test_nothing_is_its_own_ancestor(predicate: str) -> None:
    for start in OWN:
        seen, queue = set(), [start]
        while queue:
            for above in SAID.get(queue.pop(), {}).get(predicate, []):
                assert above.value != start
                if above.value not in seen:
                    seen.add(above.value)
                    queue.append(above.value)


def test_the_ontology_says_what_it_is_whose_version_and_under_which_licence() -> None:
    assert languages(IRI, T.DCT + "title") == ["en", "vi"]
    assert SAID[IRI][T.OWL + "versionInfo"][0].value
    assert SAID[IRI][T.DCT + "license"][0].value == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_the_prefixes_of_a_file_are_those_of_the_project(path: Path) -> None:
    for prefix, iri in re.findall(r"(?m)^@prefix ([\w-]*): <([^>]*)>", path.read_text("utf-8")):
        assert T.PREFIXES.get(prefix, iri) == iri
