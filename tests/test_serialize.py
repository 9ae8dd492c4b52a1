"""What is written must read back as the same graph, in the same bytes every time, and be laid out for people."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
import rdflib.compare
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import facts as F
from ingest.rdf import quads as to_quads
from ontology import terms as T
from ontology.errors import UserError
from ontology.serialize import FORMATS, format_of, to_bytes

TEXT = 'Bà Lò Thị "Hoa" \\ được tặng Bằng khen.\r\nÔng Đinh A\t"""Páo""" dự Hội nghị ngày 3/5 tại Lai Châu.\n'
HOSTILE = 'a"b\n\r\t\\ """ \'\'\' \x01\x7f\u0085\u2028 @prefix x: <y> . # } \\u0041 🏅'
OX = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB = {"ttl": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld"}
NAMED = ("trig", "nq", "jsonld")


def passage(quote: str) -> F.Passage:
    start = TEXT.index(quote)
    return F.Passage(start, start + len(quote))


def article(name: str = "b1", base: str = T.BASE) -> list[ox.Quad]:
    """The graph of a small article with one fact of several kinds, made by the program's own mapping."""
    line = passage('Bà Lò Thị "Hoa" \\ được tặng Bằng khen.')
    facts = (
        F.Person(person='Lò Thị "Hoa"', passage=line, rule="r"),
        F.Person(person="Đinh A Páo", passage=passage('Đinh A\t"""Páo"""'), rule="r"),
        F.Province(province="Lai Châu", passage=passage("Lai Châu"), rule="r"),
        F.Body(body="UBND tỉnh Lai Châu", proper=True, passage=line, rule="r"),
        F.Award(honour="Bằng khen", recipient='Lò Thị "Hoa"', status="conferred", year=2016, passage=line, rule="r"),
        F.Event(event="Hội nghị", date="--05-03", place="Lai Châu", passage=passage("Hội nghị"), rule="r"),
        F.Participation(
            agent="Đinh A Páo", part="attended", event="Hội nghị", passage=passage("dự Hội nghị"), rule="r"
        ),
    )
    return to_quads(F.Reading(F.Article(id=name, text=TEXT, title="Bằng khen"), facts), base)


def quad(value: ox.Literal | ox.NamedNode, predicate: str = "http://x/p", graph: str | None = "http://x/g") -> ox.Quad:
    name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    return ox.Quad(ox.NamedNode("http://x/s"), ox.NamedNode(predicate), value, name)


ODD = [
    quad(ox.Literal(HOSTILE)),
    quad(ox.Literal(HOSTILE, language="vi")),
    quad(ox.Literal("2017", datatype=ox.NamedNode(T.XSD + "gYear"))),
    quad(ox.Literal(7)),
    quad(ox.Literal("true", datatype=ox.NamedNode(T.XSD + "boolean"))),
    quad(ox.Literal("1.50", datatype=ox.NamedNode(T.XSD + "decimal"))),
    quad(ox.Literal("<b>&amp;</b>", datatype=ox.NamedNode("http://x/markup"))),
    quad(ox.NamedNode("geo:21.03,105.85")),
    quad(ox.NamedNode("urn:isbn:0451450523"), T.RDFS + "seeAlso"),
    quad(ox.NamedNode("http://x/b?c=d,e;f#(g)'h%20"), "http://other/p"),
    quad(ox.Literal("plain"), "http://x/label"),
    quad(ox.Literal("nhãn", language="vi"), T.RDFS + "label"),
    quad(ox.NamedNode("http://x/Kind"), T.RDF + "type", None),
    quad(ox.NamedNode("td:not-the-prefix"), T.TD + "agent", None),
    quad(ox.Literal("in default"), "http://x/p", None),
]


def expected(quads: list[ox.Quad], form: str) -> set[ox.Quad]:
    """What a reader must find: in a format without named graphs, all statements in the default graph."""
    return set(quads) if form in NAMED else {ox.Quad(q.subject, q.predicate, q.object) for q in quads}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("quads", [article(), article() + article("b2"), ODD], ids=["one", "two", "odd"])
def test_oxigraph_reads_back_what_was_written(quads: list[ox.Quad], form: str) -> None:
    assert set(ox.parse(to_bytes(quads, form), format=OX[form])) == expected(quads, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("quads", [article(), article() + article("b2"), ODD], ids=["one", "two", "odd"])
def test_rdflib_reads_back_an_isomorphic_graph(quads: list[ox.Quad], form: str) -> None:
    read = rdflib.Dataset(default_union=False)
    read.parse(data=to_bytes(quads, form), format=RDFLIB[form])
    graphs = {q.graph_name for q in expected(quads, form)}
    named = {str(g.identifier) for g in read.graphs() if len(g)} - {str(read.default_graph.identifier)}
    assert named == {g.value for g in graphs if isinstance(g, ox.NamedNode)}
    for graph in graphs:
        wanted = rdflib.Graph()
        lines = ox.serialize([q.triple for q in expected(quads, form) if q.graph_name == graph], format=OX["nt"])
        wanted.parse(data=lines, format="nt")
        found = read.graph(graph.value) if isinstance(graph, ox.NamedNode) else read.default_graph
        assert rdflib.compare.isomorphic(found, wanted)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(FORMATS), st.sampled_from([None, "vi"]))
def test_any_text_survives(text: str, form: str, language: str | None) -> None:
    quads = [quad(ox.Literal(text, language=language), T.SCHEMA + "text"), quad(ox.Literal(1), T.OA + "start")]
    assert set(ox.parse(to_bytes(quads, form), format=OX[form])) == expected(quads, form)


@pytest.mark.parametrize("form", FORMATS)
def test_bytes_depend_on_the_graph_alone(form: str) -> None:
    quads = article() + article("b2") + ODD
    shuffled = [*quads, *quads[:9]]
    random.Random(3).shuffle(shuffled)
    assert to_bytes(shuffled, form) == to_bytes(quads, form)


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    file = tmp_path / "in.nq"
    file.write_bytes(to_bytes(article() + article("b2") + ODD, "nq"))
    code = (
        "import sys, pyoxigraph as ox; from ontology.serialize import FORMATS, to_bytes\n"
        "quads = list(ox.parse(path=sys.argv[1], format=ox.RdfFormat.N_QUADS))\n"
        "for f in FORMATS: sys.stdout.buffer.write(to_bytes(quads, f))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(file)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_turtle_is_laid_out_for_people() -> None:
    lines = to_bytes(article(), "ttl").decode().split("\n")
    declared = [line.split()[1] for line in lines if line.startswith("@prefix")]
    assert declared == sorted(declared)
    body = "\n".join(line for line in lines if not line.startswith("@prefix"))
    assert all(f"{prefix}" in body for prefix in declared), "a prefix that is not used"
    assert "owl:" not in declared
    headings = [line for line in lines if line.startswith("# ")]
    order = ["# The article", "# People", "# Provinces", "# Bodies", "# Events", "# Passages: the evidence"]
    assert [h for h in headings if h in order] == order
    people = [line for line in lines if line.endswith(" a schema:Person ;")]
    assert people == ["a:dinh-a-pao a schema:Person ;", "a:lo-thi-hoa a schema:Person ;"]
    assert lines[lines.index(people[0]) + 1] == '    rdfs:label "Đinh A Páo"@vi ;'
    starts = [int(line.split()[1]) for line in lines if line.startswith("    oa:start")]
    assert starts == sorted(starts), "passages stand in the order of the text"


def test_own_iris_are_short_in_every_graph_of_trig() -> None:
    text = to_bytes(article() + article("b2", "http://my.org/"), "trig").decode()
    assert "@prefix a: <https://w3id.org/thidua/article/b1#> ." in text
    assert "@prefix a: <http://my.org/article/b2#> ." in text
    assert text.count("a:lo-thi-hoa a schema:Person") == 2


def test_jsonld_reads_like_json() -> None:
    document = json.loads(to_bytes(article(), "jsonld"))
    (graph,) = document["@graph"]
    nodes = {node["@id"]: node for node in graph["@graph"]}
    assert nodes["a:lo-thi-hoa"]["label"] == 'Lò Thị "Hoa"'
    award = next(node for node in graph["@graph"] if node["@type"] == "td:Award")
    assert award["recipient"] == "a:lo-thi-hoa"
    selector = next(node for node in graph["@graph"] if node.get("exact") == "Lai Châu")
    assert TEXT[selector["start"] : selector["end"]] == "Lai Châu"


def test_an_unknown_suffix_is_told_of() -> None:
    with pytest.raises(UserError, match=r"seed\.doc.*\.ttl"):
        format_of("seed.doc")
