"""`thidua facts --explain`: the rule and the words behind each fact, and why an honour or an office gave none."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from told import article

from ingest.explain import as_rows, as_text
from ingest.facts import Article
from ingest.read import read_article
from ingest.sources import Source

GIVEN = "Chủ tịch UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa."


def _read(text: str) -> Article:
    return read_article(Source(id="made-up", text=text))


def _left(*paragraphs: str) -> dict[str, str]:
    """Why each honour and office was left, by its words."""
    return {str(r["quote"]): str(r["why"]) for r in as_rows(_read(article(*paragraphs))) if r["kind"] == "unread"}


def test_a_fact_comes_with_its_rule_and_the_words_that_made_it() -> None:
    found = next(r for r in as_rows(_read(article(GIVEN))) if r["kind"] == "award")
    assert found["rule"] == "award.for"
    spans = found["spans"]
    assert isinstance(spans, list)
    seen = {span["quote"]: span["as"] for span in spans}
    assert "confer" in seen["tặng"]
    assert seen["Bằng khen"] == ["award_name"]
    assert seen["Lò Thị Hoa"] == ["person"]


def test_every_fact_of_the_table_is_explained() -> None:
    text = article(GIVEN, "Ngày 3/5/2018, tại Lai Châu, bà Lò Thị Hoa dự Hội nghị biểu dương gương điển hình.")
    told = [r for r in as_rows(_read(text)) if r["kind"] != "unread"]
    from ingest.reader import read

    assert sorted((str(r["kind"]), str(r["quote"])) for r in told) == sorted(
        (str(r["kind"]), str(r["quote"])) for r in read(_read(text)).rows()
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_those_of_the_text_as_read(form: str) -> None:
    text = unicodedata.normalize(form, article(GIVEN, "Chủ tịch xã nói về Huân chương Lao động."))
    rows = list(as_rows(_read(text)))
    assert len(rows) > 3
    for row in rows:
        spans = row.get("spans", [])
        assert isinstance(spans, list)
        for place in (row, *spans):
            assert text[place["start"] : place["end"]] == place["quote"]


@pytest.mark.parametrize(
    ("sentence", "words", "why"),
    [
        ("Huân chương Lao động treo trên tường nhà bà Lò Thị Hoa.", "Huân chương Lao động", "no word of giving"),
        ("Bà Lò Thị Hoa chưa được tặng Huân chương Lao động.", "Huân chương Lao động", "did not happen"),
        ("Em Lò Thị Hoa đoạt huy chương vàng môn điền kinh.", "huy chương vàng", "a contest or of sport"),
        ("Nghe tin, Chủ tịch UBND tỉnh Lai Châu đã về xã.", "Chủ tịch UBND tỉnh Lai Châu", "names nobody"),
    ],
)
def test_why_nothing_was_read(sentence: str, words: str, why: str) -> None:
    assert why in _left(sentence)[words]


def test_what_was_told_before_is_said_to_be() -> None:
    left = _left(GIVEN, "Được biết, Chủ tịch UBND tỉnh Lai Châu đã tặng Bằng khen cho bà Lò Thị Hoa.")
    assert left["Bằng khen"].startswith("told already")


def test_a_sentence_without_honours_and_offices_is_left_out() -> None:
    text = as_text(_read(article("Trời mưa to suốt đêm qua.", GIVEN)))
    assert "Trời mưa" not in text
    assert "by award.for, from" in text


def test_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(article(GIVEN), encoding="utf-8")

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "thidua", "facts", "--explain", *more, str(file)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert "award: Bằng khen | Lò Thị Hoa | conferred" in run().stdout
    rows = [json.loads(line) for line in run("--format", "jsonl").stdout.splitlines()]
    assert {"rule", "spans", "start", "end", "quote", "article"} <= rows[0].keys()
    refused = run("--format", "csv")
    assert refused.returncode == 2
    assert "--explain" in refused.stderr
