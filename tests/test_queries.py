"""The named queries answer rightly whatever holds the graph; free questions do too, or say what is wrong."""

from __future__ import annotations

import shlex
import unicodedata
from pathlib import Path

import pyoxigraph as ox
import pytest
from small_graph import CLUSTER, HOA, MEETING, SMALL_GRAPH, TEXT, VAN, quads_file, rows, small_quads, turtle_file

import thidua as api
from ontology import terms as T
from ontology.errors import UserError
from ontology.official import official_slug
from ontology.serialize import to_bytes
from ontology.spelling import keyed_slug
from queries.catalogue import bare, fill, named_queries, parse_query
from queries.explained import explained
from queries.parameters import as_terms, parse_pairs, settle
from queries.run import find_query, run
from queries.sources import FileSource, Source, StoreSource, open_source
from queries.store import open_store

A = T.BASE + "article/small"
SEEN_AT = "tổ chức Hội nghị tổng kết"
SIGNING = f"{CLUSTER} ký giao ước thi đua"
SAID = "Cần khen thưởng trong lĩnh vực an ninh trật tự"

EXPECTED: dict[str, tuple[str, list[tuple[str, ...]]]] = {
    "people": (
        "person label articles posts",
        [
            (f"{A}#hoang-thi-hoa", HOA, "1", "Bí thư Huyện ủy Sa Pa (former); Giám đốc Sở Nội vụ"),
            (f"{A}#le-ca-van", VAN, "1", ""),
        ],
    ),
    "posts": (
        "person post organisation status",
        [(HOA, "Bí thư Huyện ủy Sa Pa", "", "former"), (HOA, "Giám đốc Sở Nội vụ", "Sở Nội vụ", "current")],
    ),
    "cluster-members": ("cluster member", [(CLUSTER, "Lào Cai"), (CLUSTER, "Thái Nguyên")]),
    "cluster-leads": (
        "cluster year member post",
        [(CLUSTER, "", "Thái Nguyên", "deputy"), (CLUSTER, "2019", "Lào Cai", "lead")],
    ),
    "awards": (
        "honour recipient status grantor count quote",
        [
            (
                "Bằng khen",
                "12 tập thể",
                "conferred",
                "UBND tỉnh Lào Cai",
                "12",
                "UBND tỉnh Lào Cai tặng Bằng khen cho 12 tập thể",
            ),
            (
                "Cờ thi đua của Chính phủ",
                "Lào Cai",
                "proposed",
                "Chính phủ",
                "",
                "Khối đề nghị tặng Cờ thi đua của Chính phủ cho Lào Cai",
            ),
            (
                "Huân chương Lao động",
                "Thái Nguyên",
                "conferred",
                "Chính phủ",
                "",
                "Chính phủ đã tặng Huân chương Lao động cho Thái Nguyên",
            ),
            ("Huân chương Lao động", "Thái Nguyên", "revoked", "", "", "nay thu hồi"),
        ],
    ),
    "proposed-honours": ("province honour", [("Lào Cai", "Cờ thi đua của Chính phủ")]),
    "provinces": ("province code mentions", [("Lào Cai", "10", "3"), ("Thái Nguyên", "19", "1")]),
    "events": ("event date place", [(MEETING, "2018-06-05", "Lào Cai")]),
    "participants": (
        "event agent part",
        [(MEETING, HOA, "attended"), (MEETING, CLUSTER, "organised"), (SIGNING, CLUSTER, "signed")],
    ),
    "campaigns": (
        "campaign label",
        [(T.BASE + "campaign/" + keyed_slug("Cả nước chung sức"), "Cả nước chung sức")],
    ),
    "campaign-wordings": (
        "campaign wording",
        [("Cả nước chung sức", "Cả nước chung sức"), ("Cả nước chung sức", "chung sức vì cả nước")],
    ),
    "statements": (
        "speaker statement quote",
        [
            (HOA, SAID, f"Bà Hòa nói: {SAID}"),
            (CLUSTER, "nhân điển hình tiên tiến", "Khối sẽ nhân điển hình tiên tiến"),
        ],
    ),
    "fields": ("field speaker statement", [("an ninh trật tự", HOA, SAID)]),
    "bodies": (
        "body label mentions",
        [
            (T.BASE + "body/" + official_slug("Chính phủ"), "Chính phủ", "1"),
            (f"{A}#body-so-noi-vu", "Sở Nội vụ", "1"),
            (T.BASE + "body/" + official_slug("UBND tỉnh Lào Cai"), "UBND tỉnh Lào Cai", "1"),
        ],
    ),
    "sources": (
        "article title published agency authors facts",
        [(A, "Khối thi đua số 3 tổng kết năm 2018", "2018-06-05T10:00:00+07:00", "Báo Núi", "Đỗ Bút", "25")],
    ),
    "covenants": ("signatory event quote", [(CLUSTER, MEETING, "Khối ký giao ước thi đua")]),
    "happened": (
        "event what who detail quote",
        [
            (MEETING, "organised", CLUSTER, "", SEEN_AT),
            (MEETING, "attended", HOA, "", "Dự hội nghị có bà Hoàng Thị Hòa"),
            (MEETING, "said", HOA, SAID, f"Bà Hòa nói: {SAID}"),
            (MEETING, "signed", CLUSTER, SIGNING, "Khối ký giao ước thi đua"),
        ],
    ),
    "kinds": (
        "kind rule facts",
        [
            ("AwardStep", "by.hand", "4"),
            ("ClusterLeadership", "by.hand", "2"),
            ("ClusterMembership", "by.hand", "2"),
            ("CovenantSigning", "by.hand", "1"),
            ("Event", "by.hand", "1"),
            ("Mention", "by.hand", "8"),
            ("Participation", "by.hand", "3"),
            ("Statement", "by.hand", "2"),
            ("Tenure", "by.hand", "2"),
        ],
    ),
}


@pytest.fixture(params=["turtle", "quads", "store", "store of two"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    """The same graph in a file without named graphs, in one with them, and in a store on disk. The last store holds
    the graph twice, as when another article says the same of the same things."""
    match request.param:
        case "turtle":
            return FileSource(turtle_file(tmp_path))
        case "quads":
            return FileSource(quads_file(tmp_path))
        case _:
            with open_store(tmp_path / "db", create=True) as store:
                store.replace_graph(SMALL_GRAPH, small_quads())
                if request.param == "store of two":
                    store.replace_graph(SMALL_GRAPH + "-again", small_quads())
                store.load_vocabulary()
            return StoreSource(open_store(tmp_path / "db", read_only=True))


@pytest.fixture
def small(tmp_path: Path) -> Source:
    return FileSource(turtle_file(tmp_path))


# -- what the questions answer ----------------------------------------------------------------------------------------


def test_every_question_answers_rightly_from_every_kind_of_source(source: Source) -> None:
    for name, (columns, expected) in EXPECTED.items():
        assert find_query(name).columns == tuple(columns.split()), name
        assert rows(name, source) == expected, name


def test_evidence_gives_each_passage_of_each_fact_at_its_offsets(source: Source) -> None:
    found = rows("evidence", source)
    assert find_query("evidence").columns == ("fact", "quote", "start", "end")
    assert len(found) == 25 + 2 + 1 + 1  # each fact once, and once more for each further passage of three of them
    assert all(TEXT[int(start) : int(end)] == quote for _, quote, start, end in found)


@pytest.mark.parametrize(
    "about", ["Thái Nguyên", "thái  nguyên", "thai nguyen", "tdp:thai-nguyen", "<province/thai-nguyen>"]
)
def test_evidence_about_one_thing_by_iri_or_by_name_in_any_spelling(source: Source, about: str) -> None:
    quotes = [quote for _, quote, _, _ in rows("evidence", source, about=about)]
    assert quotes == [
        "gồm Lào Cai và Thái Nguyên",
        "Thái Nguyên",
        "Lào Cai làm khối trưởng năm 2019, Thái Nguyên làm khối phó",
        "Chính phủ đã tặng Huân chương Lao động cho Thái Nguyên",
        "Huân chương Lao động cho Thái Nguyên, nay thu hồi",
        "nay thu hồi",
    ]


def test_a_spelling_that_differs_in_tone_marks_only_is_the_same_name(small: Source) -> None:
    assert len(rows("posts", small, person="Hoàng Thị Hoà")) == 2
    assert len(rows("posts", small, person=unicodedata.normalize("NFD", HOA))) == 2
    assert rows("posts", small, person="Hoàng Thị Hoa") == []  # another name, not a spelling of this one


def test_shortcuts_hold_what_is_held_received_and_not_undone(source: Source) -> None:
    results = run("shortcuts", {}, source).results
    assert isinstance(results, ox.QueryTriples)
    said = {tuple(term.value.rsplit("/")[-1].rsplit("#")[-1] for term in triple) for triple in results}
    assert {(s, p) for s, p, _ in said} == {
        ("hoang-thi-hoa", "holdsPost"),
        ("group-12-tap-the-bang-khen", "received"),
        ("lao-cai", "memberOf"),
        ("thai-nguyen", "memberOf"),
    }
    assert len(said) == 4  # the former post and the revoked order are not among them


def test_officials_of_a_role_a_kind_or_a_region_are_those_alone(tmp_path: Path) -> None:
    text = """Sơn La: Hội nghị

Dự có bà Lò Thị Mẩy, Chủ tịch UBND tỉnh Sơn La; ông Vì Văn Đón, phát ngôn viên Bộ Ngoại giao Mỹ.
"""
    path = tmp_path / "officials.ttl"
    path.write_bytes(to_bytes(api.build(api.read(text, id="officials")), "ttl"))
    source = FileSource(path)
    everybody = {row[0] for row in rows("officials", source)}
    assert everybody == {"Lò Thị Mẩy", "Vì Văn Đón"}
    for asked in (
        {"role": "Chủ tịch"},
        {"kind": "Ủy ban nhân dân"},
        {"region": "Trung du và miền núi phía Bắc"},
        {"province": "Sơn La"},
    ):
        assert {row[0] for row in rows("officials", source, **asked)} == {"Lò Thị Mẩy"}, asked
    # A word that an article uses for a post is no role of the scheme.
    assert rows("officials", source, role="phát ngôn viên Bộ Ngoại giao Mỹ") == []


# -- the catalogue ----------------------------------------------------------------------------------------------------


def test_every_query_is_explained_and_its_parameters_too() -> None:
    assert {*EXPECTED, "evidence", "shortcuts"} <= {q.name for q in named_queries()}
    for query in named_queries():
        assert query.title
        assert query.answers.endswith((".", "?"))
        assert all(p.text for p in query.parameters)
        assert query.columns or "CONSTRUCT" in query.text


def test_every_query_is_plain_sparql_that_another_tool_reads_as_it_stands() -> None:
    from rdflib.plugins.sparql import prepareQuery

    for query in named_queries():
        prepareQuery(query.text)


def test_another_engine_gives_the_same_rows(tmp_path: Path) -> None:
    import rdflib

    graph = rdflib.Graph().parse(turtle_file(tmp_path))
    for name in ("people", "posts", "awards", "cluster-leads", "participants", "happened", "events", "statements"):
        # rdflib gives the text “None” for the minimum of nothing, where the standard has no value.
        results = graph.query(find_query(name).text)
        found = [tuple("" if term is None or str(term) == "None" else str(term) for term in row) for row in results]
        assert found == EXPECTED[name][1], name


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("# param: who\n", "written “# param: NAME TYPE"),
        ("# param: who nothing — him\n", "“nothing” is no type"),
        ("# param: Who thing — him\n", "no name for a parameter"),
        ("# param: who thing — him\n# param: who thing — her\n", "line 2: the parameter “who” is declared twice"),
        ("# param: other thing — him\n# param: who thing — him\n", "does not say “VALUES ?p_other { UNDEF }”"),
        ("", "?p_who has no line"),
        ("# needs: wings\n# param: who thing — him\n", "“wings” is no scheme"),
    ],
)
def test_a_wrong_header_is_told_in_one_sentence(header: str, says: str) -> None:
    with pytest.raises(UserError) as error:
        parse_query(header + "SELECT * { VALUES ?p_who { UNDEF } ?p_who ?p ?o }", "mine")
    assert says in str(error.value)
    assert str(error.value).startswith("mine")


def test_a_header_can_go_over_lines_and_a_default_can_have_spaces() -> None:
    query = parse_query(
        "# title: T\n# answers: One\n#   two.\n# param: who thing Hoàng Thị Hòa — the person\n"
        "SELECT * { VALUES ?p_who { UNDEF } ?p_who ?p ?o }",
        "mine",
    )
    assert (query.answers, query.parameters[0].default) == ("One two.", HOA)


def test_only_the_slot_is_filled_not_what_looks_like_one() -> None:
    slot = "VALUES ?p_x { UNDEF }"
    query = f'SELECT * {{ {slot} ?s ?p "{slot}" }} # {slot}'
    assert fill(query, {"x": "<a:b>"}) == query.replace(slot, "VALUES ?p_x { <a:b> }", 1)
    assert "UNDEF" not in bare(f'# {slot}\n"{slot}"')


# -- free questions ---------------------------------------------------------------------------------------------------


def test_a_question_can_be_a_file_text_or_come_from_standard_input(small: Source, tmp_path: Path) -> None:
    sparql = "SELECT ?n { ?p a schema:Person ; schema:name ?n } ORDER BY ?n"
    (tmp_path / "mine.rq").write_text("# a note\n" + sparql, encoding="utf-8")
    people = sorted([HOA, VAN, "Đỗ Bút"])
    assert [r[0] for r in rows(sparql, small)] == people
    assert [r[0] for r in rows(str(tmp_path / "mine.rq"), small)] == people
    results = run(find_query("-", lambda: sparql), {}, small).results
    assert isinstance(results, ox.QuerySolutions)
    assert len(list(results)) == 3


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * {\n  ?s ?p ?o .\n  FILTER(?o >\n}", "line 4, column 2, at its end"),
        ("SELECT * { ?s nope:x ?o }", "line 1, column 21: prefix not found"),
        ("DELETE WHERE { ?s ?p ?o }", "this is an update, not a question"),
        ("# c\nPREFIX x: <http://x/>\nINSERT DATA { x:a x:b x:c }", "this is an update, not a question"),
        ("awrads", "did you mean awards?"),
        ("zzz", "thidua queries"),
        ("missing.rq", "cannot read missing.rq: no such file or directory"),
        ("", "there is no query named “”"),
    ],
)
def test_what_is_no_question_is_told_in_one_sentence(small: Source, query: str, says: str) -> None:
    with pytest.raises(UserError) as error:
        run(query, {}, small)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_question_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = turtle_file(tmp_path)
    before = path.read_bytes()
    source = FileSource(path)
    rows("provinces", source)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["small.ttl"]


BOMB = b"""<!DOCTYPE r [<!ENTITY a "aa"> <!ENTITY b "&a;&a;">]>
<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="http://a"><r:value>&b;</r:value>
</r:Description></r:RDF>"""
"""RDF/XML whose entities stand for one another: with a few more of them it would fill all memory."""


def test_entities_that_stand_for_namespaces_are_read(tmp_path: Path) -> None:
    path = tmp_path / "protege.rdf"
    path.write_bytes(BOMB.replace(b'"aa"', b'"http://a/"').replace(b"&a;&a;", b"http://b#").replace(b"&b;", b"&b;x"))
    found = open_source(graph=path).query("SELECT ?o { ?s ?p ?o }")
    assert [row[0].value for row in found] == ["http://b#x"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("no.ttl", None, "no such file"),
        ("broken.ttl", "<http://a> <http://b> \n oops", "broken.ttl, line 2"),
        ("text.docx", "x", "must end in ttl"),
        ("relative.ttl", "<a> <b> <c> .", "relative.ttl, line 1"),
        ("remote.jsonld", '{"@context": "http://127.0.0.1:9/c", "@id": "http://a"}', "which is not fetched"),
        ("bad.ttl", b"\xff\xfe", "bad.ttl"),
        ("bomb.rdf", BOMB, "its entities stand for more than namespaces"),
        ("square.rdf", BOMB.replace(b"&a;", b"a" * 5000), "square.rdf: its entities"),
        ("hidden.rdf", b"<!--" + b" " * (2 << 20) + b"-->" + BOMB, "hidden.rdf: its entities"),
        ("local.rdf", BOMB.replace(b'b "&a;&a;"', b'b SYSTEM "file:///etc/passwd"'), "local.rdf: its entities"),
    ],
)
def test_a_file_that_cannot_be_asked_is_told_in_one_sentence(
    tmp_path: Path, name: str, content: str | bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UserError) as error:
        open_source(graph=tmp_path / name)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_one_source_must_be_named(tmp_path: Path) -> None:
    for wrong in ({}, {"graph": tmp_path, "store": tmp_path}):
        with pytest.raises(UserError, match="choose one source"):
            open_source(**wrong)


def test_every_query_explains_itself_with_an_example_that_can_be_typed() -> None:
    for query in named_queries():
        text = explained(query, 100)
        assert max(len(line) for line in text.splitlines() if query.path not in line) <= 100
        (example,) = (line for line in text.splitlines() if line.startswith("  thidua query "))
        words = shlex.split(example)
        assert words[2] == query.name
        given = parse_pairs(words[4::2])
        assert {p.name for p in query.parameters if p.required} <= given.keys()
        for parameter, value in settle(query, given).items():
            assert parameter.type in ("thing", "concept") or as_terms(parameter, value)
        assert all(parameter.name in text for parameter in query.parameters)
