"""Parameters narrow an answer, are checked by type, and are data: never SPARQL."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from small_graph import HOA, MEETING, VAN, rows, turtle_file

from ontology import terms as T
from ontology.errors import UserError
from queries.parameters import parse_pairs
from queries.run import run
from queries.sources import FileSource, Source


@pytest.fixture
def small(tmp_path: Path) -> Source:
    return FileSource(turtle_file(tmp_path))


def test_parameters_narrow_the_answer(small: Source) -> None:
    assert [r[1] for r in rows("awards", small, status="revoked")] == ["Thái Nguyên"]
    assert [r[0] for r in rows("awards", small, honour="huân chương lao động")] == ["Huân chương Lao động"] * 2
    assert [
        r[0] for r in rows("awards", small, grantor="Uỷ ban nhân dân tỉnh Lào Cai".replace("Uỷ ban nhân dân", "UBND"))
    ] == ["Bằng khen"]
    assert [r[2] for r in rows("cluster-leads", small, year="2019")] == ["Lào Cai"]
    assert [r[0] for r in rows("provinces", small, province="Lao Cai")] == ["Lào Cai"]
    assert [r[2] for r in rows("participants", small, part="SIGNED")] == ["signed"]
    assert rows("events", small, date="2018-06-06") == []
    assert [r[0] for r in rows("events", small, date="2018-06-05", place="Lào Cai")] == [MEETING]
    assert [r[0] for r in rows("statements", small, field="An ninh, trật tự")] == [HOA]
    assert [r[1] for r in rows("posts", small, organisation="sở nội vụ")] == ["Giám đốc Sở Nội vụ"]


def test_a_name_that_nothing_bears_gives_no_rows_and_a_note_with_near_names(small: Source) -> None:
    answer = run("posts", {"person": "Hoàng Hòa"}, small)
    assert isinstance(answer.results, ox.QuerySolutions)
    assert list(answer.results) == []
    assert HOA in answer.notes[0]


# -- parameters are data ----------------------------------------------------------------------------------------------

HOSTILE = [
    '" } UNION { ?s ?p ?o } #',
    "' } UNION { ?s ?p ?o } #",
    "<x> } UNION { ?s ?p ?o } #",
    '\\" } . ?a ?b ?c . {',
    "UNDEF } ?s ?p ?o . VALUES ?z { UNDEF",
    ".*",
    "(a+)+$",
    "Lào Cai|Thái Nguyên",
    "[",
    "\n}\n",
    "\x00",
    "_" * 5000,
    "á" * 3000,
    "từ " * 2000,
    "",
    "   ",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_name_is_only_a_name_that_nothing_bears(small: Source, value: str) -> None:
    if value.startswith("<"):  # looks like an IRI and is none
        with pytest.raises(UserError, match="must be an IRI or a name"):
            run("evidence", {"about": value}, small)
    else:
        assert rows("evidence", small, about=value) == []


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_string_comes_back_as_it_went_in(small: Source, value: str) -> None:
    query = "# param: s string — any\nSELECT ?p_s { VALUES ?p_s { UNDEF } }"
    assert rows(query, small, s=value) == [(value,)]


def test_a_name_with_quotes_in_it_is_found(small: Source) -> None:
    assert [r[1] for r in rows("people", small, person=VAN)] == [VAN]


@pytest.mark.parametrize(
    ("query", "params", "says"),
    [
        ("cluster-leads", {"year": "17"}, "a year of four digits"),
        ("cluster-leads", {"year": "2019 } #"}, "a year of four digits"),
        ("cluster-leads", {"post": "boss"}, "choose one of lead, deputy"),
        ("events", {"date": "2018-02-30"}, "a day as YYYY-MM-DD"),
        ("provinces", {"province": "Atlantis"}, "province or centrally run city"),
        ("evidence", {"about": "<http://x/ y>"}, "an IRI or a name"),
        ("evidence", {"about": "https://x/> } #"}, "an IRI or a name"),
        ("events", {"plaec": "x"}, "did you mean “place”?"),
        ("kinds", {"x": "1"}, "takes no parameters"),
    ],
)
def test_a_wrong_parameter_is_told_in_one_sentence(
    small: Source, query: str, params: dict[str, str], says: str
) -> None:
    with pytest.raises(UserError) as error:
        run(query, params, small)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_typed_parameters_become_terms_of_their_type(small: Source) -> None:
    head = "# param: n integer — n\n# param: i iri — i\n# param: d date 2018-06-05 — d\n# param: y year — y\n"
    slots = " ".join(f"VALUES ?p_{x} {{ UNDEF }}" for x in "nidy")
    results = run(
        f"{head}SELECT ?p_n ?p_i ?p_d ?p_y {{ {slots} }}", {"n": "-7", "i": "td:Award", "y": "2018"}, small
    ).results
    assert isinstance(results, ox.QuerySolutions)
    assert [str(term) for term in next(results)] == [
        f'"-7"^^<{T.XSD}integer>',
        f"<{T.TD}Award>",
        f'"2018-06-05"^^<{T.XSD}date>',
        f'"2018"^^<{T.XSD}gYear>',
    ]
    with pytest.raises(UserError, match="whole number"):
        run(f"{head}SELECT ?p_n ?p_i ?p_d ?p_y {{ {slots} }}", {"n": "1e3"}, small)


def test_a_required_parameter_is_asked_for(small: Source) -> None:
    query = "# param: who thing required — the person\nSELECT * { VALUES ?p_who { UNDEF } ?p_who ?p ?o }"
    with pytest.raises(UserError, match=r"needs the parameter “who” \(the person\)"):
        run(query, {}, small)


@pytest.mark.parametrize(
    ("pair", "says"), [("about", "write NAME=VALUE"), ("=x", "write NAME=VALUE"), ("a=1", "twice")]
)
def test_pairs_of_the_command_line_are_checked(pair: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        parse_pairs(["a=0", pair])
