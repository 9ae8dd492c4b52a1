"""`thidua honours` and `thidua provinces`: any spelling finds what it means, in every format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest
from conftest import ROOT, Thidua
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology.listing import list_honours, list_provinces
from ontology.schemes import honours, provinces
from ontology.spelling import unaccented


def names(rows: list[dict[str, object]], column: str) -> list[object]:
    return [row[column] for row in rows]


@pytest.mark.parametrize(
    ("text", "first", "number"),
    [
        ("Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhất", 1),
        ("huan chuong lao dong hang nhat", "Huân chương Lao động hạng Nhất", 1),
        ("anh hung lao dong", "Anh hùng Lao động", 2),
        ("nsnd", "Nghệ sĩ nhân dân", 1),
        ("NSƯT", "Nghệ sĩ ưu tú", 1),
        ("nghệ sỹ ưu tú", "Nghệ sĩ ưu tú", 1),
        ("bang khen cua thu tuong", "Bằng khen của Thủ tướng Chính phủ", 1),
        ("CSTD toan quoc", "Chiến sĩ thi đua toàn quốc", 1),
        ("huan-chuong-sao-vang", "Huân chương Sao vàng", 1),
    ],
)
def test_an_honour_is_found_by_any_spelling(text: str, first: str, number: int) -> None:
    rows = list_honours(text).rows
    assert names(rows, "honour")[0] == first
    assert len(rows) == number


def test_an_abbreviation_finds_the_honour_and_its_grades() -> None:
    found = [str(x) for x in names(list_honours("hcld").rows, "honour")]
    grades = [f"Huân chương Lao động{grade}" for grade in ("", " hạng Nhất", " hạng Nhì", " hạng Ba")]
    assert found[:4] == grades


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([h.label for h in honours()]))
def test_every_honour_is_found_by_its_label_without_accents(label: str) -> None:
    assert label in names(list_honours(unaccented(label)).rows, "honour")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bac kan", ["Bắc Kạn"]),
        ("Bắc Cạn", ["Bắc Kạn"]),
        ("06", ["Bắc Kạn"]),
        ("vn-53", ["Bắc Kạn"]),
        ("tphcm", ["Hồ Chí Minh", "Hồ Chí Minh"]),
        ("Hoà Bình", ["Hòa Bình"]),
        ("tay nguyen", ["Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"]),
        ("kan bac", []),
        ("?", []),
    ],
)
def test_a_province_is_found_by_name_code_or_region(text: str, found: list[str]) -> None:
    assert names(list_provinces(text).rows, "province") == found


def test_accents_that_are_written_are_minded() -> None:
    assert "Hòa Bình" not in names(list_provinces("Hóa").rows, "province")
    assert set(names(list_provinces("hoa").rows, "province")) == {"Hòa Bình", "Thanh Hóa", "Khánh Hòa"}


@pytest.mark.parametrize(("on", "number"), [("2017-03-17", 63), ("2025-06-30", 63), ("2025-07-01", 34)])
def test_the_provinces_of_a_day(on: str, number: int) -> None:
    assert len(list_provinces(on=date.fromisoformat(on)).rows) == number


def test_a_province_is_told_with_what_it_came_from_and_became() -> None:
    old, new = list_provinces("thai nguyen").rows
    assert (old["to"], old["successors"], old["code"], old["iso"]) == ("2025-06-30", ["Thái Nguyên"], "19", "VN-69")
    assert (new["from"], new["predecessors"]) == ("2025-07-01", ["Bắc Kạn", "Thái Nguyên"])
    assert (old["type"], old["region"]) == ("tỉnh", "Trung du và miền núi phía Bắc")


def test_a_grade_stands_with_its_own_article_and_what_holds_of_its_honour() -> None:
    (row,) = list_honours("Huân chương Chiến công hạng Nhì").rows
    assert row["law"] == ["Luật 06/2022/QH15, Điều 49", "Luật 15/2003/QH11, Điều 48"]
    assert (row["grade"], row["decided_by"]) == (2, ["Chủ tịch nước"])
    assert row["broader"] == ["Huân chương Chiến công"]


@pytest.mark.parametrize(
    ("honour", "start", "end"),
    [
        ("Huân chương Sao vàng", "1947-06-06", None),  # its own day
        ("Huân chương Dũng cảm", "2004-07-01", None),  # both laws
        ("Xã, phường, thị trấn tiêu biểu", "2024-01-01", None),  # the law of 2022 alone
        ("Huy hiệu", "2004-07-01", "2023-12-31"),  # the law of 2003 alone
        ("Tỉnh Anh hùng", "2005-06-27", None),  # brought into a law in force by one that amends it
        ("Huy chương Chiến sĩ vẻ vang hạng Ba", "2004-07-01", None),  # a grade that came after its medal
        ("Huân chương Lao động hạng Ba", "1950-05-01", None),
        ("Huân chương", "1947-05-15", None),  # as old as the oldest order
        ("Huân chương Lênin", None, None),
    ],
)
def test_an_honour_is_told_with_its_time_or_that_of_its_laws(honour: str, start: str | None, end: str | None) -> None:
    (row,) = [row for row in list_honours().rows if row["honour"] == honour]
    assert (row["from"], row["to"]) == (start, end)


def test_the_table_has_a_line_for_each(thidua: Thidua) -> None:
    done = thidua("provinces", "--on", "2025-07-01")
    assert (done.status, done.err) == (0, "")
    head, _, *lines = done.out.splitlines()
    assert head.split() == ["province", "code", "iso", "type", "region", "from", "to", "successors"]
    assert len(lines) == 34
    assert thidua("honours").out.count("\n") > len(honours())


def test_several_words_need_no_quotes(thidua: Thidua) -> None:
    assert (
        thidua("honours", "anh", "hung", "--format", "csv").out == thidua("honours", "anh hung", "--format", "csv").out
    )


def test_csv_json_and_turtle_say_the_same(thidua: Thidua) -> None:
    def run(form: str) -> str:
        done = thidua("provinces", "dak", "--format", form)
        assert (done.status, done.err) == (0, "")
        return done.out

    records = json.loads(run("json"))
    table = list(csv.DictReader(io.StringIO(run("csv"), newline="")))
    assert [row["iri"] for row in table] == [row["iri"] for row in records]
    assert [row["predecessors"] for row in table] == ["; ".join(row["predecessors"]) for row in records]
    subjects = {q.subject for q in parse(run("ttl").encode(), format=RdfFormat.TURTLE)}
    assert subjects == {NamedNode(row["iri"]) for row in records}
    assert {u.iri for u in provinces() if u.name in ("Đắk Lắk", "Đắk Nông")} == {row["iri"] for row in records}


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("honours", "zzz"), 1, "no honours go with 'zzz'"),
        (("provinces", "bac kan", "--on", "2025-07-01"), 1, "no provinces go with 'bac kan' on 2025-07-01"),
        (("provinces", "--on", "2025-13-01"), 2, "--on 2025-13-01: write a day that there is, as 2025-07-01"),
        (("provinces", "--on", "hôm qua"), 2, "--on hôm qua: write a day that there is, as 2025-07-01"),
    ],
)
def test_what_cannot_be_found_is_said_in_one_sentence(
    thidua: Thidua, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    done = thidua(*arguments)
    assert (done.status, done.out, done.sentence) == (status, "", sentence)


def test_nothing_heavy_is_imported_for_a_listing() -> None:
    code = "import sys, thidua\nthidua.main(['honours', 'nsnd'])\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"rdflib", "networkx", "pyvis", "pyshacl", "ingest"}.isdisjoint(done.stderr.split())
