"""An answer in each format is the same answer, read back by other parsers and by people."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from small_graph import MEETING, VAN, rows, text, turtle_file

from ontology import terms as T
from ontology.errors import UserError
from queries.catalogue import NamedQuery
from queries.formats import FORMATS
from queries.run import find_query, run
from queries.sources import FileSource, Source
from queries.table import display_width, render

AWARD_COLUMNS = "honour recipient status grantor count quote".split()
AWARDS = [
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
]


@pytest.fixture
def small(tmp_path: Path) -> Source:
    return FileSource(turtle_file(tmp_path))


# -- formats ----------------------------------------------------------------------------------------------------------


def test_json_is_read_by_another_parser_as_the_same_rows(small: Source) -> None:
    import rdflib.query

    result = rdflib.query.Result.parse(io.BytesIO(text("awards", small, "json").encode()), format="json")
    assert [str(v) for v in result.vars or []] == AWARD_COLUMNS
    found = [tuple("" if term is None else str(term) for term in row) for row in result]
    assert found == AWARDS
    assert json.loads(text("ASK { ?s a td:Award }", small, "json"))["boolean"] is True


def test_xml_and_csv_are_read_by_other_parsers_as_the_same_rows(small: Source) -> None:
    import rdflib.query

    xml = rdflib.query.Result.parse(io.BytesIO(text("events", small, "xml").encode()), format="xml")
    assert [tuple(map(str, row)) for row in xml] == [(MEETING, "2018-06-05", "Lào Cai")]
    table = list(csv.reader(io.StringIO(text("awards", small, "csv"), newline="")))
    assert table == [AWARD_COLUMNS, *map(list, AWARDS)]
    assert text("events", small, "tsv").splitlines()[0] == "?event\t?date\t?place"


def test_turtle_of_a_construct_is_the_same_graph_and_the_same_bytes_each_time(small: Source) -> None:
    import rdflib

    first = text("shortcuts", small, "ttl")
    assert first == text("shortcuts", small, "ttl")
    graph = rdflib.Graph().parse(data=first, format="turtle")
    assert len(graph) == 4
    assert (rdflib.URIRef(T.TDP + "lao-cai"), rdflib.URIRef(T.TD + "memberOf"), None) in graph


@pytest.mark.parametrize(
    ("query", "format_", "says"),
    [
        ("shortcuts", "csv", "choose --format ttl"),
        ("awards", "ttl", "another --format than ttl"),
        ("awards", "yaml", "choose one of table, csv"),
    ],
)
def test_a_format_that_does_not_suit_is_told(small: Source, query: str, format_: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        text(query, small, format_)


def test_every_format_gives_the_same_bytes_on_every_run(small: Source) -> None:
    for format_ in FORMATS:
        query = "shortcuts" if format_ == "ttl" else "evidence"
        assert text(query, small, format_) == text(query, small, format_) != ""


# -- the table --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_a_table_keeps_to_the_width_and_loses_no_word(small: Source, width: int) -> None:
    shown = text("awards", small, "table", width)
    assert max(map(display_width, shown.splitlines())) <= width
    for row in AWARDS:
        for word in " ".join(row).split():
            assert word in shown


def test_columns_stand_under_each_other_whatever_the_letters() -> None:
    name = "Đặng Thị Ngọc"
    table = render(["a", "b"], [[unicodedata.normalize("NFD", name), "x"], [name, "x"], ["北京", "x"]], 80)
    assert {display_width(line[: line.index("x")]) for line in table.splitlines()[2:]} == {len(name) + 2}


def test_an_empty_answer_says_so(small: Source) -> None:
    assert text("events", small, "table", date="1999-01-01") == "no rows (event, date, place)\n"


def test_text_from_an_article_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in render(["a"], [["\x1b[31mred\x07\u202e"]], 80)


def test_many_columns_on_a_narrow_screen_become_blocks() -> None:
    table = render([f"column{i}" for i in range(9)], [["a long enough value"] * 9], 60)
    assert table.splitlines()[0].split(maxsplit=1) == ["column0", "a long enough value"]


def test_iris_are_shown_short_and_understood_as_shown(small: Source) -> None:
    shown = text("people", small, "table", person=VAN)
    iri = next(word for word in shown.split() if word.startswith("<"))
    assert iri == "<article/small#le-ca-van>"
    assert [r[1] for r in rows("people", small, person=iri)] == [VAN]


def test_a_query_can_be_given_as_such(small: Source) -> None:
    query: NamedQuery = find_query("people")
    assert run(query, {}, small).query is query
