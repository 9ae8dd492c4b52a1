"""A user's own file of honours and offices is checked, and then read by; what is wrong in it is said with its line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT, Thidua
from hypothesis import given
from hypothesis import strategies as st

from ontology.check_schemes import SHIPPED, check_own, check_shipped
from ontology.errors import UserError
from ontology.lines import lines_of
from ontology.schemes import honours, use

PREFIXES = """\
@prefix td: <https://w3id.org/thidua/ontology#> .
@prefix tdh: <https://w3id.org/thidua/honour/> .
@prefix tdr: <https://w3id.org/thidua/role/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix my: <https://example.org/thi-dua/> .

"""
OWN = """\
my:la-che-vang a td:Honour , skos:Concept ;
    skos:prefLabel "Lá chè vàng"@vi ;
    skos:altLabel "LCV"@vi ;
    skos:broader tdh:huy-hieu ;
    td:decidedBy td:provincialChair .

my:trum-phuong a org:Role , skos:Concept ;
    skos:prefLabel "Trùm phường"@vi ;
    skos:broader tdr:nguoi-dung-dau .
"""
ARTICLE = "Chiều 3/5/2016, UBND tỉnh Lai Châu tặng Lá chè vàng cho bà Lò Thị Hoa, Trùm phường Hội Chè tỉnh Lai Châu.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    path = tmp_path / "own.ttl"
    path.write_text(PREFIXES + OWN, "utf-8")
    return path


def test_honours_and_offices_of_the_file_are_read(thidua: Thidua, own: Path) -> None:
    def rows(*options: str) -> list[dict[str, object]]:
        done = thidua("facts", "a.txt", *options)
        assert (done.status, done.err) == (0, "")
        return [json.loads(line) for line in done.out.splitlines()]

    def found(rows: list[dict[str, object]]) -> tuple[list[object], list[object]]:
        return [r["honour"] for r in rows if r["kind"] == "award"], [r["post"] for r in rows if r["kind"] == "post"]

    assert found(rows()) == ([], [])
    assert found(rows("--vocabulary", "own.ttl")) == (["Lá chè vàng"], ["Trùm phường Hội Chè tỉnh Lai Châu"])


def test_the_graph_names_them_by_the_user_s_iris_and_passes_the_check(
    thidua: Thidua, own: Path, tmp_path: Path
) -> None:
    assert thidua("build", "a.txt", "--vocabulary", "own.ttl", "-o", "a.ttl").status == 0
    graph = (tmp_path / "a.ttl").read_text("utf-8")
    assert "td:honour <https://example.org/thi-dua/la-che-vang>" in graph
    assert "org:role <https://example.org/thi-dua/trum-phuong>" in graph
    done = thidua("check", "a.ttl")
    assert (done.status, done.out) == (0, "")


def test_they_are_listed_beside_the_others(thidua: Thidua, own: Path) -> None:
    done = thidua("honours", "la che", "--vocabulary", "own.ttl", "--format", "json")
    (row,) = json.loads(done.out)
    assert row["iri"] == "https://example.org/thi-dua/la-che-vang"
    assert row["decided_by"] == ["Chủ tịch Ủy ban nhân dân cấp tỉnh"]
    assert row["broader"] == ["Huy hiệu"]
    assert thidua("honours", "la che").status == 1


def test_a_file_with_mistakes_stops_the_run_with_the_first_of_them(thidua: Thidua, own: Path) -> None:
    own.write_text(PREFIXES + OWN.replace('"Lá chè vàng"@vi', '"Bằng  Khen"@vi').replace("tdh:huy", "tdh:huj"), "utf-8")
    for command in ("facts", "build"):
        done = thidua(command, "a.txt", "--vocabulary", "own.ttl")
        assert (done.status, done.out) == (2, "")
        assert done.sentence == (
            "own.ttl line 8: <https://example.org/thi-dua/la-che-vang> stands below "
            "<https://w3id.org/thidua/honour/huj-hieu>, which no scheme holds "
            "(1 more: thidua check ontology --vocabulary own.ttl)"
        )


@pytest.mark.slow
def test_the_check_names_all_of_them(thidua: Thidua, own: Path) -> None:
    own.write_text(PREFIXES + OWN.replace('"Lá chè vàng"@vi', '"Bằng khen"@vi').replace('"LCV"', '"…"'), "utf-8")
    done = thidua("check", "ontology", "--vocabulary", "own.ttl")
    assert done.status == 1
    lines = [line for line in done.out.splitlines() if line.startswith("own.ttl line ")]
    assert [line.split(" has ")[0] for line in lines] == [
        "own.ttl line 9: <https://example.org/thi-dua/la-che-vang>",
        "own.ttl line 10: <https://example.org/thi-dua/la-che-vang>",
    ]


WRONG = [
    ('"Lá chè vàng"@vi', '"Bằng khen"@vi', 9, "has the label “Bằng khen”, which is that of tdh:bang-khen already"),
    ('"LCV"', '"UBND tặng bằng khen"', None, ""),
    ('"LCV"', '"bằng, KHEN"', 10, "has the label “bằng, KHEN”, which is that of tdh:bang-khen already"),
    ('"LCV"', '"…"', 10, "has the label “…”, in which there is no word"),
    ('"Trùm phường"@vi', '"Trùm phường"', 14, "has no preferred label in Vietnamese"),
    ('"Trùm phường"@vi', '"Chủ tịch"@vi', 15, "has the label “Chủ tịch”, which is that of tdr:chu-tich already"),
    ('"Trùm phường"@vi', '"Trùm phường"@vi , "Trùm"@vi', 14, "has 2 preferred labels in Vietnamese"),
    ("tdh:huy-hieu", "my:trum-phuong", 8, "stands below <https://example.org/thi-dua/trum-phuong>, which is of anoth"),
    ("tdh:huy-hieu", "my:la-che-vang", 8, "stands below itself (a cycle of skos:broader)"),
    ("td:decidedBy td:provincialChair", "td:grade 5", 8, "has the unknown grade “5”; write 1 for hạng Nhất"),
    ("td:provincialChair", "td:individual", 8, "has td:individual as td:decidedBy, which is none of td:authorities"),
    ("td:provincialChair", "td:nobody", 8, "uses td:nobody, which is not in the vocabulary"),
    ("td:decidedBy", "td:decided", 8, "uses td:decided, which is not in the vocabulary"),
    ("td:decidedBy td:provincialChair", 'td:validFrom "1/5/1950"', 8, "has “1/5/1950” as td:validFrom; write a day as"),
    (
        "td:decidedBy td:provincialChair",
        'td:validFrom "2020-01-01" ; td:validTo "2019-12-31"',
        8,
        "ends (2019-12-31) before it begins (2020-01-01)",
    ),
    ("my:la-che-vang a", "tdh:la-che-vang a", 8, "has an IRI of the program's own; give it one of yours"),
]
"""What to change in the file, to what, the line that is named, and how the sentence goes on after the concept."""


@pytest.mark.parametrize(("old", "new", "line", "problem"), WRONG, ids=[w[3][:40] for w in WRONG])
def test_a_mistake_is_named_with_file_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int | None, problem: str
) -> None:
    path = tmp_path / "own.ttl"
    assert old in OWN
    path.write_text(PREFIXES + OWN.replace(old, new), "utf-8")
    found = [w.split(": ", 1) for w in check_own(path)]
    if line is None:
        assert found == []
        return
    assert [(place, why.partition("> ")[2] or why.partition(" ")[2]) for place, why in found if problem in why]
    assert {place for place, why in found if problem in why} == {f"{path} line {line}"}


def test_the_file_that_the_documents_show_is_as_it_must_be(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "modelling.md").read_text("utf-8")
    (shown,) = re.findall(r"```turtle\n(@prefix.*?)```", page, re.S)
    path = tmp_path / "own.ttl"
    path.write_text(shown, "utf-8")
    assert check_own(path) == []


def test_two_concepts_that_stand_below_each_other_are_one_cycle(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    block = 'my:{0} a td:Honour ; skos:prefLabel "Huy hiệu chè {0}"@vi ; skos:broader my:{1} .\n'
    path.write_text(PREFIXES + block.format("a", "b") + block.format("b", "c") + block.format("c", "a"), "utf-8")
    assert check_own(path) == [
        f"{path} line 8: <https://example.org/thi-dua/a> stands below itself (a cycle of skos:broader)"
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "holds no honour (a td:Honour) and no role (a org:Role)"),
        (PREFIXES.encode(), "holds no honour (a td:Honour) and no role (a org:Role)"),
    ],
)
def test_a_file_without_honours_or_roles_is_of_no_use(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "own.ttl"
    path.write_bytes(content)
    assert check_own(path) == [f"{path} {problem}"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (PREFIXES.encode() + b"my:a a td:Honour ;; .\n my:b .\n", "is no well-formed Turtle: line 9"),
        (b'<http://a> <http://b> "\xff" .', "is no well-formed Turtle: line 1"),
        (b"\x89PNG\r\n\x1a\n", "is no well-formed Turtle: line 1"),
        (None, "the vocabulary cannot be read: no such file or directory"),
    ],
    ids=["turtle", "latin", "picture", "missing"],
)
def test_a_file_that_is_no_turtle_is_refused_in_one_sentence(
    thidua: Thidua, tmp_path: Path, content: bytes | None, problem: str
) -> None:
    path = tmp_path / "own.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        check_own(path)
    assert problem in str(refused.value)
    done = thidua("facts", "-", "--vocabulary", "own.ttl", stdin=ARTICLE.encode())
    assert done.status == 2
    assert problem in done.sentence


def test_a_vocabulary_beside_a_graph_to_be_checked_is_bad_usage(thidua: Thidua, own: Path) -> None:
    done = thidua("check", "a.ttl", "--vocabulary", "own.ttl")
    assert (done.status, done.sentence) == (2, "--vocabulary goes with: thidua check ontology")


def test_a_vocabulary_that_comes_too_late_is_refused(own: Path) -> None:
    """What was read without it would not fit what is read with it."""
    assert honours()
    with pytest.raises(UserError, match="too late for another vocabulary"):
        use(own)


# -- the schemes that come with the program -------------------------------------------------------------------------


def test_the_schemes_of_the_program_are_as_they_must_be() -> None:
    assert check_shipped() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "honours",
            'skos:altLabel "NSND"@vi',
            'skos:altLabel "NSƯT"@vi',
            "tdh:nghe-si-uu-tu has the label “Nghệ sĩ ưu tú”, which is that of tdh:nghe-si-nhan-dan",
        ),
        ("honours", ' , "People\'s Artist"@en', "", "tdh:nghe-si-nhan-dan has no preferred label in English"),
        (
            "roles",
            'skos:definition "Người đứng đầu một bộ."@vi ,',
            "skos:definition ",
            "tdr:bo-truong must have one defin",
        ),
        (
            "bodies",
            "td:level td:central",
            "td:level td:president",
            "has td:president as td:level, which is none of td:l",
        ),
        (
            "provinces",
            '"1997-01-01"^^xsd:date',
            '"2037-01-01"^^xsd:date',
            "ends (2025-06-30) before it begins (2037-01-0",
        ),
    ],
)
def test_a_mistake_in_a_scheme_is_named_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    paths = []
    for path in SHIPPED:
        text = path.read_text("utf-8")
        copy = tmp_path / path.name
        copy.write_text(text.replace(old, new, 1) if path.stem == name else text, "utf-8")
        paths.append(copy)
    wrong = check_shipped(paths)
    assert wrong
    assert all(w.startswith(f"{tmp_path / name}.ttl line ") for w in wrong)
    assert any(problem in w for w in wrong), wrong


# -- lines ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12), max_size=6))
def test_any_text_is_found_on_its_line(texts: list[str]) -> None:
    lines = ["@prefix a: <http://a/> . # not a:x", "PREFIX b: <http://b/>", "a:s a b:C ;"]
    for number, text in enumerate(texts):
        quoted = json.dumps(text, ensure_ascii=number % 2 == 0 and max(text, default="") < "\uffff")
        for c in "\x85\u2028\u2029":
            quoted = quoted.replace(c, f"\\u{ord(c):04x}")
        lines.append(f"  a:p ( [ a:q {quoted}@vi ] ) ; a:p {quoted}@vi ;")
    lines.append("  a:n 1.5 , -2 . b:last a:p '''x\ny''' .")
    found = lines_of("\n".join(lines))
    assert found.subjects == {"http://a/s": 3, "http://b/last": len(texts) + 4}
    for number, text in enumerate(texts):
        assert found.of("http://a/s", text) == 4 + texts.index(text)
        assert number >= texts.index(text)


def test_a_store_knows_the_labels_of_the_file(thidua: Thidua, own: Path) -> None:
    assert thidua("build", "a.txt", "--vocabulary", "own.ttl", "--store", "db").status == 0
    asked = "SELECT ?label WHERE { ?award td:honour/skos:prefLabel ?label }"
    assert "Lá chè vàng" in thidua("query", asked, "--store", "db", "--format", "csv").out
    assert thidua("build", "a.txt", "--store", "db").status == 0  # without the file, what was given before stays
    graphs = "SELECT DISTINCT ?l WHERE { GRAPH <https://w3id.org/thidua/ontology/own> { ?c skos:prefLabel ?l } }"
    assert "Trùm phường" in thidua("query", graphs, "--store", "db", "--format", "csv").out
