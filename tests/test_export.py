"""`thidua export`: each format says what the store says, parts are parts, a file is written whole or not at all."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from conftest import Thidua, run

from ontology import terms as T
from queries.export import TABLES
from queries.store import open_store
from queries.vocabulary import VOCABULARIES

ONE = "Tin một\nChiều 3/5/2016, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa.\n"
TWO = "Tin Lai Châu\nÔng Hồ Văn Sáu, Giám đốc Sở Y tế tỉnh Lai Châu, <b>thăm</b> bà Mai \x0b Thị Lan & ký.\n"
NAMES = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld", "nq": "nquads"}
"""What rdflib calls the formats."""
QUADS, TRIPLES = ("trig", "nq"), ("ttl", "nt", "rdf")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    assert run("build", "one.txt", "two.txt", "--store", "db", cwd=folder).status == 0
    return folder / "db"


def said(store: Path) -> tuple[set[str], set[str]]:
    """All quads and all triples of the articles, in N-Quads and N-Triples."""
    with open_store(store, read_only=True) as opened:
        quads = [q for name in opened.graphs() if name not in VOCABULARIES for q in opened.quads(name)]
    return {str(q) for q in quads}, {str(q.triple) for q in quads}


@pytest.mark.parametrize("form", [*QUADS, *TRIPLES, "jsonld"])
def test_each_format_says_what_the_store_says(store: Path, tmp_path: Path, thidua: Thidua, form: str) -> None:
    done = thidua("export", "--store", store, "-o", tmp_path / f"all.{form}")
    quads, triples = said(store)
    expected = quads if form in (*QUADS, "jsonld") else triples
    assert (done.status, f"{len(expected)} statements" in done.err) == (0, True)
    data = (tmp_path / f"all.{form}").read_bytes()
    if form == "rdf":
        expected = {one.replace("\\u000B", "\ufffd") for one in expected}
    read = list(ox.parse(data, ox.RdfFormat.from_extension(form)))
    assert {str(q) if form in (*QUADS, "jsonld") else str(q.triple) for q in read} == expected
    assert len(read) == len(expected)
    dataset = rdflib.Dataset()
    dataset.parse(
        data=data, format={"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld", "nq": "nquads"}.get(form, form)
    )
    assert len({(s, p, o) for s, p, o, _ in dataset.quads()}) == len(triples)


@pytest.mark.parametrize("form", ["ttl", "trig", "nt", "nq", "rdf", "jsonld", "zip", "graphml"])
def test_the_bytes_do_not_depend_on_the_order_of_reading(
    store: Path, tmp_path: Path, thidua: Thidua, form: str
) -> None:
    for name, text in (("two", TWO), ("one", ONE)):
        (tmp_path / f"{name}.txt").write_text(text)
        assert thidua("build", tmp_path / f"{name}.txt", "--store", tmp_path / "db").status == 0
    for number, which in enumerate((store, tmp_path / "db")):
        assert thidua("export", "--store", which, "-o", tmp_path / f"{number}.{form}").status == 0
    assert (tmp_path / f"0.{form}").read_bytes() == (tmp_path / f"1.{form}").read_bytes()


def test_one_article_alone(store: Path, thidua: Thidua) -> None:
    done = thidua("export", "--store", store, "--article", "one.txt", "-o", "-", "--format", "nq")
    quads, _ = said(store)
    assert {line.removesuffix(" .") for line in done.out.splitlines()} == {q for q in quads if "graph/one>" in q}


def test_what_is_said_about_somebody(store: Path, thidua: Thidua) -> None:
    done = thidua("export", "--store", store, "--about", "ho van sau", "-o", "-", "--format", "nt")
    assert done.status == 0
    assert "Giám đốc Sở Y tế tỉnh Lai Châu" in done.out
    assert '"Hồ Văn Sáu' in done.out
    assert "Mai" not in done.out
    assert "Lò Thị Hoa" not in done.out
    assert f"<{T.SCHEMA}text>" not in done.out
    subjects = {line.split()[0] for line in done.out.splitlines()}
    passages = {line.split()[2] for line in done.out.splitlines() if "wasDerivedFrom>" in line}
    assert passages
    assert passages <= subjects


def test_a_table_a_kind(store: Path, tmp_path: Path, thidua: Thidua) -> None:
    assert thidua("export", "--store", store, "-o", tmp_path / "tables.zip").status == 0
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert archive.namelist() == [f"{name}.csv" for name in TABLES]
        for name in ("people", "awards", "evidence"):
            table = archive.read(f"{name}.csv")
            assert table == thidua("query", name, "--store", store, "--format", "csv").raw
        people = list(csv.DictReader(io.StringIO(archive.read("people.csv").decode(), newline="")))
    assert {row["label"] for row in people} >= {"Lò Thị Hoa", "Hồ Văn Sáu"}


def test_networks_have_labels_kinds_and_years(store: Path, tmp_path: Path, thidua: Thidua) -> None:
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        done = thidua("export", "--store", store, "-o", tmp_path / f"net.{form}")
        graph = read(tmp_path / f"net.{form}")
        labels = {data["label"]: data for _, data in graph.nodes(data=True)}
        assert labels["Lò Thị Hoa"]["kind"] == "person"
        assert labels["Lai Châu"]["kind"] == "province"
        edges = [data for _, _, data in graph.edges(data=True)]
        assert f"{len(edges)} edges" in done.err
        (award,) = (data for data in edges if data["relation"] == "award")
        assert (award["status"], award["quote"]) == (
            "conferred", "UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa",
        )  # fmt: skip


def test_a_description_counts_what_is_there(store: Path, tmp_path: Path, thidua: Thidua) -> None:
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    done = thidua("export", "--store", store, "--describe", "--licence", licence, "-o", tmp_path / "void.ttl")
    assert done.status == 0
    graph = rdflib.Graph().parse(tmp_path / "void.ttl")
    void, (dataset,) = (
        rdflib.Namespace("http://rdfs.org/ns/void#"),
        graph.subjects(rdflib.RDF.type, rdflib.VOID.Dataset),
    )
    _, triples = said(store)
    assert graph.value(dataset, void.triples).toPython() == len(triples)
    assert graph.value(dataset, void.documents).toPython() == 2
    assert str(graph.value(dataset, rdflib.DCTERMS.license)) == licence
    counted = {
        str(graph.value(part, void["class"])): graph.value(part, void.entities).toPython()
        for part in graph.objects(dataset, void.classPartition)
    }
    assert counted[f"{T.SCHEMA}NewsArticle"] == 2
    assert counted[f"{T.SCHEMA}Person"] == len([t for t in triples if t.endswith(f"type> <{T.SCHEMA}Person>")])


def test_a_file_is_exported_as_a_store_is(store: Path, tmp_path: Path, thidua: Thidua) -> None:
    for form in ("trig", "ttl"):
        assert thidua("export", "--store", store, "-o", tmp_path / f"a.{form}").status == 0
        for name in (f"b.{form}", f"{form}.nt"):
            assert thidua("export", "--graph", tmp_path / f"a.{form}", "-o", tmp_path / name).status == 0
    assert (tmp_path / "a.trig").read_bytes() == (tmp_path / "b.trig").read_bytes()
    assert {*(tmp_path / "trig.nt").read_text().splitlines()} == {*(tmp_path / "ttl.nt").read_text().splitlines()}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("-o", "all.docx"), "no format goes with this name"),
        (("-o", "all.ttl", "--article", "three"), "has no article “three”; it has one, two"),
        (("-o", "all.ttl", "--about", "Lò Thị Hao"), "nothing is called “Lò Thị Hao”; there is “Lò Thị Hoa”"),
        (("-o", "all.nt", "--describe"), "a description is Turtle"),
        (("-o", "all.ttl", "--licence", "x"), "--licence goes with --describe"),
        (("-o", "nowhere/all.ttl"), "no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    store: Path, tmp_path: Path, thidua: Thidua, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = thidua("export", "--store", store, *asked)
    assert (done.status, told in done.err, done.err.count("\n")) == (2, True, 1), done.err
    assert list(tmp_path.iterdir()) == []
