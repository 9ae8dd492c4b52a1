"""The vocabulary passes its own check; each thing that the check looks for is found where it is wrong."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT, Thidua
from made_up import SOUND
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ingest import facts as F
from ingest.rdf import quads
from ontology import terms as T
from ontology.check_ontology import (
    check_consistency,
    check_second_parser,
    check_terms,
    check_uses,
    check_wanted,
)
from ontology.check_schemes import SHIPPED, VOCABULARY

IRI = "https://w3id.org/thidua/ontology"
TURTLE = sorted((ROOT / "ontology").glob("*.ttl"))
TEXT = VOCABULARY.read_text("utf-8")


def described(path: Path) -> dict[str, dict[str, list[NamedNode | Literal]]]:
    out: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for q in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal):
            out.setdefault(q.subject.value, {}).setdefault(q.predicate.value, []).append(q.object)
    return out


SAID = described(VOCABULARY)


def languages(iri: str, predicate: str) -> list[str]:
    return sorted(str(x.language) for x in SAID[iri].get(predicate, []) if isinstance(x, Literal) and x.value.strip())


@pytest.mark.slow
def test_the_vocabulary_passes_its_check(thidua: Thidua) -> None:
    done = thidua("check", "ontology")
    assert (done.status, done.out, done.err) == (0, "", "ontology: nothing wrong\n")


def line_of(start: str) -> int:
    return TEXT[: TEXT.index(f"\n{start}")].count("\n") + 2


BROKEN = [
    ("td:Award", '    rdfs:label "Khen thưởng"@vi , ', "    rdfs:label ", "must have one rdfs:label in Vietnamese"),
    ("td:Fact", ' , "Fact"@en', "", "must have one rdfs:label in English"),
    ("td:size", 'skos:definition "Số người', 'skos:note "Số người', "must have one skos:definition in Vietnamese"),
    ("td:rule", '    skos:example "award.confer"@vi ;\n', "", "has no skos:example"),
    ("td:revoked", ' , "revoked"@en', "", "must have one skos:prefLabel in English"),
    ("td:year", "td:year a owl:DatatypeProperty", "td:year a rdf:Property", "must be one of class, object property"),
    ("td:said", "skos:inScheme td:statementKinds", "skos:inScheme td:kinds", "must be in one scheme (skos:inScheme)"),
    (
        "td:Field",
        "td:Field a owl:Class ;",
        "td:Field a owl:Class ; rdfs:subClassOf td:Work ;",
        "refers to <https://w3id",
    ),
    (
        "td:Fact",
        "rdfs:subClassOf prov:Entity",
        "rdfs:subClassOf td:Mention",
        "stands below itself (a cycle of rdfs:subC",
    ),
    (
        "td:part",
        "td:part a owl:ObjectProperty ;",
        "td:part a owl:ObjectProperty ; rdfs:isDefinedBy td: ;",
        "must be rdfs:isD",
    ),
]
"""A term, what to change in the vocabulary, to what, and how the sentence on it goes on."""


@pytest.mark.parametrize(("name", "old", "new", "problem"), BROKEN, ids=[f"{b[0]} {b[3][:20]}" for b in BROKEN])
def test_a_term_that_is_not_as_it_must_be_is_named_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    assert old in TEXT
    at = TEXT.index(old, max(TEXT.index(f"\n{name} a ") - len(old), 0))
    path = tmp_path / "broken.ttl"
    path.write_text(TEXT[:at] + new + TEXT[at + len(old) :], "utf-8")
    wrong = check_terms(path)
    assert any(w.startswith(f"{path} line {line_of(f'{name} a ')}: {name} {problem}") for w in wrong), wrong


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a shape, a query, some code and a test."""
    for name, text in {
        "ontology/shapes.ttl": "# td:comment\ntds:X sh:targetClass td:Award .\n",
        "queries/people/one.rq": "# answers: td:nothing?\nSELECT * {\n  ?s td:honour ?o\n}\n",
        "ingest/deep/code.py": 'x = T.TD + "recipient"\n',
        "tests/test_ontology.py": "td:rank, td:missing\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_term_that_is_used_but_not_defined_is_named_with_its_place(project: Path) -> None:
    assert check_uses(project) == []
    (project / "ingest" / "deep" / "code.py").write_text('x = 1\ny = T.TD + "reciver"\n')
    with (project / "queries" / "people" / "one.rq").open("a") as query:
        query.write("  ?s td:hounour ?o\n")
    assert check_uses(project) == [
        "ingest/deep/code.py line 2: td:reciver is not in the vocabulary",
        "queries/people/one.rq line 5: td:hounour is not in the vocabulary",
    ]


def test_a_class_or_property_that_no_shape_query_or_test_asks_for_is_named(project: Path) -> None:
    unused = {re.sub(r".*: (td:\w+) is used by no shape, query or test$", r"\1", w) for w in check_wanted(project)}
    assert not {"td:Award", "td:honour", "td:rank"} & unused
    assert {"td:recipient", "td:AwardStep", "td:status"} <= unused
    assert "td:proposed" not in unused


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up article's graph in a file."""
    path = tmp_path_factory.mktemp("sound") / "sound.ttl"
    path.write_bytes(ox.serialize([q.triple for q in SOUND], format=RdfFormat.TURTLE) or b"")
    return path


@pytest.mark.slow
def test_vocabulary_schemes_and_a_graph_are_consistent_together(sound: Path) -> None:
    assert check_consistency([VOCABULARY, *SHIPPED, sound]) == []


@pytest.mark.parametrize(
    "statement",
    [
        "<http://x/a> a schema:Person , schema:Event .",
        "<http://x/a> td:stepOf <http://x/b> . <http://x/b> td:post <http://x/c> .",
        "<http://x/a> a td:Award ; td:honour tdp:bac-kan . tdp:bac-kan a td:Province .",
        "<http://x/a> td:stepOf <http://x/b> , <http://x/c> . <http://x/b> owl:differentFrom <http://x/c> .",
        "td:awardStatuses a skos:Concept .",
    ],
    ids=["disjoint", "domain", "range", "functional", "skos"],
)
def test_a_contradiction_is_found_by_the_reasoner(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "contradiction.ttl"
    prefixes = "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in T.PREFIXES.items())
    path.write_text(prefixes + statement)
    assert any(w.startswith("contradictory: ") for w in check_consistency([VOCABULARY, path]))


def test_a_second_owl_implementation_reads_every_class_and_property() -> None:
    pytest.importorskip("pyhornedowl")
    assert check_second_parser(VOCABULARY) == []


def test_every_term_of_an_article_graph_is_labelled_in_the_vocabulary() -> None:
    types = {q.object.value for q in SOUND if q.predicate.value == T.RDF + "type" and isinstance(q.object, NamedNode)}
    plumbing = {T.RDF + "type", T.RDFS + "label", T.SKOS + "altLabel"}
    for iri in types | {q.predicate.value for q in SOUND} - plumbing:
        assert languages(iri, T.RDFS + "label") == ["en", "vi"], iri


def test_the_values_of_each_scheme_are_ordered_and_told_apart() -> None:
    schemes = [iri for iri, of in SAID.items() if NamedNode(T.SKOS + "ConceptScheme") in of.get(T.RDF + "type", [])]
    assert len(schemes) >= 10
    for iri in schemes:
        assert languages(iri, T.RDFS + "label") == ["en", "vi"]
        members = [of for of in SAID.values() if of.get(T.SKOS + "inScheme", []) == [NamedNode(iri)]]
        assert sorted(int(of[T.TD + "order"][0].value) for of in members) == list(range(1, len(members) + 1))
        labels = [(x.value, x.language) for of in members for x in of[T.SKOS + "prefLabel"] if isinstance(x, Literal)]
        assert len(set(labels)) == len(labels)


def test_the_ontology_says_what_it_is_whose_version_and_under_which_licence() -> None:
    assert languages(IRI, T.DCT + "title") == ["en", "vi"]
    assert SAID[IRI][T.OWL + "versionInfo"][0].value
    assert SAID[IRI][T.DCT + "license"][0].value == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_the_prefixes_of_a_file_are_those_of_the_project(path: Path) -> None:
    for prefix, iri in re.findall(r"(?m)^@prefix ([\w-]*): <([^>]*)>", path.read_text("utf-8")):
        assert T.PREFIXES.get(prefix, iri) == iri


def test_the_chairs_of_the_people_s_committees_of_a_region_are_one_query() -> None:
    """The query that docs/modelling.md shows: kind and place of a body, role of a post, region of a province."""
    text = "Ông A Lềnh, Chủ tịch UBND tỉnh Sơn La; bà B Sáo, Phó Chủ tịch UBND tỉnh Sơn La; ông C Páo, \
Chủ tịch UBND huyện Ba Bể, tỉnh Bắc Kạn; ông D Tủa, Chủ tịch UBND tỉnh Nghệ An; bà E Mỷ, Chủ tịch HĐND tỉnh Sơn La."

    def tenure(person: str, role: str, body: str) -> list[F.Fact]:
        passage = F.Passage(text.index(person), text.index(person) + len(person))
        return [
            F.Person(person=person, passage=passage, rule="test"),
            F.Body(body=body, proper=True, passage=passage, rule="test"),
            F.Post(
                person=person,
                post=f"{role} {body}",
                status="current",
                organization=body,
                role=T.TDR + {"Chủ tịch": "chu-tich", "Phó Chủ tịch": "pho-chu-tich"}[role],
                passage=passage,
                rule="test",
            ),
        ]

    facts = [
        *tenure("A Lềnh", "Chủ tịch", "UBND tỉnh Sơn La"),
        *tenure("B Sáo", "Phó Chủ tịch", "UBND tỉnh Sơn La"),
        *tenure("C Páo", "Chủ tịch", "UBND huyện Ba Bể, tỉnh Bắc Kạn"),
        *tenure("D Tủa", "Chủ tịch", "UBND tỉnh Nghệ An"),
        *tenure("E Mỷ", "Chủ tịch", "HĐND tỉnh Sơn La"),
    ]
    store = ox.Store()
    found = quads(F.Reading(F.Article(id="chairs", text=text), tuple(facts)))
    store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in found)
    for path in (VOCABULARY, *SHIPPED):
        store.load(path=str(path), format=RdfFormat.TURTLE)
    (query,) = re.findall(r"```sparql\n(.*?)```", (ROOT / "docs" / "modelling.md").read_text("utf-8"), re.S)
    rows = store.query(query, prefixes=T.PREFIXES)
    assert isinstance(rows, ox.QuerySolutions)
    assert sorted(str(row["person"].value) for row in rows) == ["A Lềnh", "C Páo"]


@pytest.mark.slow
def test_a_wheel_without_tests_says_what_it_cannot_check(tmp_path: Path) -> None:
    for room in ("ontology", "queries", "ingest", "graphs"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "thidua.py", tmp_path)
    done = subprocess.run(
        [sys.executable, "thidua.py", "check", "ontology"], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "not checked: whether every class and property is used: the tests are not installed\n" in done.stderr
