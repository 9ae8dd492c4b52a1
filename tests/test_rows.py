"""Answers as rows of text, and as a DataFrame with numbers where all of a column are numbers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import thidua
from ontology.errors import UserError

TURTLE = """
@prefix x: <http://x/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
x:a x:name "Bà A"@vi ; x:size 24 ; x:part 0.5 ; x:done true ; x:day "2017-03"^^xsd:gYearMonth ; x:mixed 1 .
x:b x:name "Ông B"@vi ; x:part 1.5 ; x:done false ; x:mixed "một" .
"""
SELECT = """PREFIX x: <http://x/>
SELECT ?one ?name ?size ?part ?done ?day ?mixed WHERE {
  ?one x:name ?name ; x:part ?part ; x:done ?done ; x:mixed ?mixed
  OPTIONAL { ?one x:size ?size ; x:day ?day }
} ORDER BY ?name"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return path


def test_rows_are_text_by_column(file: Path) -> None:
    rows = thidua.ask(SELECT, file)
    assert rows[0] == {
        "one": "http://x/a", "name": "Bà A", "size": "24", "part": "0.5", "done": "true", "day": "2017-03",
        "mixed": "1",
    }  # fmt: skip
    assert (rows[1]["size"], rows[1]["mixed"]) == (None, "một")


def test_a_dataframe(file: Path) -> None:
    pytest.importorskip("pandas")
    frame = thidua.ask(SELECT, file).dataframe()
    assert [str(kind) for kind in frame.dtypes] == [
        "string", "string", "Int64", "Float64", "boolean", "string", "string",
    ]  # fmt: skip
    assert frame["size"].sum() == 24
    assert frame["size"].isna().tolist() == [False, True]
    assert frame["part"].mean() == 1.0
    assert frame["done"].tolist() == [True, False]
    assert frame["day"].tolist()[0] == "2017-03"
    assert frame.set_index("name").loc["Ông B", "mixed"] == "một"


def test_an_answer_without_rows_is_a_dataframe_with_its_columns(file: Path) -> None:
    pytest.importorskip("pandas")
    frame = thidua.ask("SELECT ?one ?other { ?one <http://x/none> ?other }", file).dataframe()
    assert (list(frame.columns), len(frame)) == (["one", "other"], 0)


def test_without_pandas_one_sentence_says_how_to_get_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UserError, match=r"needs pandas; install it with: pip install 'thidua\[pandas\]'"):
        thidua.ask(SELECT, file).dataframe()
