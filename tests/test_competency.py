"""The vocabulary answers the questions that it was made for, and docs/competency.md lists just those."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from competency_answers import ANSWERS, Among
from competency_graph import A21, CLUSTER, MUOI, ORDER, TEXTS, store_folder, turtle_file
from conftest import ROOT
from small_graph import rows

from queries.catalogue import named_queries
from queries.names import find
from queries.run import find_query
from queries.sources import FileSource, Source, StoreSource
from queries.store import open_store

LISTED = re.findall(
    r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| `([^`|]+)` \|$", (ROOT / "docs" / "competency.md").read_text("utf-8"), re.M
)
"""Number, question in Vietnamese and in English, and how it is asked, of each line of the list."""


@pytest.fixture(scope="module", params=["turtle", "store"])
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    """The invented articles in a plain Turtle file without the schemes, and in a store of named graphs with them."""
    folder = tmp_path_factory.mktemp("years")
    if request.param == "turtle":
        yield FileSource(turtle_file(folder))
    else:
        source = StoreSource(open_store(store_folder(folder), read_only=True))
        yield source
        source.close()


def ask(question: str, source: Source) -> list[tuple[str, ...]]:
    """Ask as on the command line: `cluster-leads year=2017`."""
    name, *pairs = shlex.split(question)
    return rows(name, source, **dict(pair.split("=", 1) for pair in pairs))


# -- questions with a query of their own ------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ANSWERS)
def test_a_question_has_its_answer_in_a_file_and_in_a_store(years: Source, question: str) -> None:
    expected = ANSWERS[question]
    found = ask(question, years)
    if isinstance(expected, Among):
        assert set(expected.these) <= set(found)
        assert not set(expected.not_these) & set(found)
    else:
        assert found == expected


def test_a_row_stands_once_and_in_the_same_place_wherever_it_is_asked(tmp_path: Path) -> None:
    file = FileSource(turtle_file(tmp_path))
    store = StoreSource(open_store(store_folder(tmp_path), read_only=True))
    for query in named_queries():
        if query.columns:
            found = rows(query.name, file)
            assert found == rows(query.name, store), query.name
            assert query.name == "evidence" or len(set(found)) == len(found), query.name
    store.close()


def test_another_engine_gives_the_same_rows(tmp_path: Path) -> None:
    import rdflib

    path = turtle_file(tmp_path)
    graph, file = rdflib.Graph().parse(path), FileSource(path)
    for name in (
        "career",
        "cluster-gaps",
        "cluster-turns",
        "never-conferred",
        "co-recipients",
        "together",
        "conflicts",
    ):
        # rdflib gives the text “None” for the minimum of nothing, where the standard has no value.
        results = graph.query(find_query(name).text)
        found = [tuple("" if term is None or str(term) == "None" else str(term) for term in row) for row in results]
        assert found == rows(name, file), name


# -- questions that are asked here only -------------------------------------------------------------------------------


def test_the_regions_that_a_cluster_reaches_over(tmp_path: Path) -> None:
    store = StoreSource(open_store(store_folder(tmp_path), read_only=True))
    found = rows(
        f"""SELECT ?name (COUNT(DISTINCT ?member) AS ?members) {{
          ?membership a td:ClusterMembership ; org:organization ?cluster ; org:member ?member .
          ?cluster rdfs:label "{CLUSTER}"@vi .
          ?member td:region/skos:prefLabel ?name . FILTER(LANG(?name) = "vi")
        }} GROUP BY ?name ORDER BY DESC(?members)""",
        store,
    )
    assert found == [("Trung du và miền núi phía Bắc", "3"), ("Đồng bằng sông Hồng", "1")]
    store.close()


def test_how_many_units_there_were_on_a_day(years: Source) -> None:
    for day, number, cities in (("2010-01-01", 63, 5), ("2025-06-30", 63, 6), ("2025-07-01", 34, 6)):
        units = rows("units-on", years, date=day)
        assert len({code for code, *_ in units}) == len(units) == number
        assert sum(type_ == "thành phố trực thuộc trung ương" for _, _, type_, *_ in units) == cities


def test_the_words_that_say_one_fact_stand_at_their_offsets(years: Source) -> None:
    fact = f"{A21}#award-huan-chuong-lao-dong-hang-ba-nong-van-muoi-revoked-chu-tich-nuoc"
    ((label, quote, start, end),) = rows("evidence", years, about=fact)
    assert label == f"{ORDER}: {MUOI} (revoked)"
    assert quote == f"Chủ tịch nước thu hồi {ORDER} của ông {MUOI}, nguyên Bí thư Tỉnh ủy Bắc Kạn."
    assert TEXTS[A21][int(start) : int(end)] == quote


def test_every_fact_leads_back_to_the_words_that_say_it(years: Source) -> None:
    for iri, text in TEXTS.items():
        found = rows("evidence", years, about=iri)
        assert found
        assert all(text[int(start) : int(end)] == quote for _, quote, start, end in found)
    without = years.query("ASK { ?fact td:rule ?rule . FILTER NOT EXISTS { ?fact prov:wasDerivedFrom/oa:exact ?w } }")
    unproven = years.query(
        "ASK { ?fact td:rule ?rule . FILTER NOT EXISTS { ?fact prov:wasDerivedFrom/oa:hasSelector/oa:exact ?words } }"
    )
    assert isinstance(without, ox.QueryBoolean)
    assert isinstance(unproven, ox.QueryBoolean)
    assert bool(without)  # the question can fail: no passage has words without a selector
    assert not bool(unproven)


@pytest.mark.parametrize("name", ["TP HCM", "TPHCM", "TP. Hồ Chí Minh", "thành phố Hồ Chí Minh", "Thành phố HCM"])
def test_a_name_is_found_however_it_is_shortened(tmp_path: Path, name: str) -> None:
    path = tmp_path / "city.ttl"
    for number, label in enumerate(("UBND TP HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh", "UBND TPHCM")):
        path.write_text(f'<http://a/{number}> <http://www.w3.org/2000/01/rdf-schema#label> "{label}"@vi .', "utf-8")
        for kind in ("UBND", "Uỷ ban nhân dân"):
            assert [iri.value for iri in find(f"{kind} {name}", FileSource(path))] == [f"http://a/{number}"]


# -- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_names_each_question_that_is_tested_and_no_other() -> None:
    numbers, vietnamese, english, asked = zip(*LISTED, strict=True)
    assert [int(n) for n in numbers] == list(range(1, len(LISTED) + 1))
    assert len(LISTED) >= 40
    for column in (vietnamese, english, asked):
        assert len(set(column)) == len(column)
    tests = {how for how in asked if how.startswith("test_")}
    assert tests <= globals().keys()
    assert set(asked) - tests == set(ANSWERS)


def test_each_named_query_of_the_project_answers_a_listed_question() -> None:
    listed = {shlex.split(how)[0] for *_, how in LISTED}
    # Tests of their own ask evidence (above), and the counts of facts and the short-cuts (tests/test_queries.py).
    assert {q.name for q in named_queries()} - listed == {"evidence", "kinds", "shortcuts"}
