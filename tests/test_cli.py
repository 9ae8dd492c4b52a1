"""The commands as a user types them, on the sample article: what they print, write and return."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
import rdflib.compare
from conftest import ROOT, Thidua

import thidua as api
from ingest.rows import COLUMNS, KINDS

ARTICLE = "Chiều 3/5/2016, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa.\n"
COMMANDS = ("build", "forget", "facts", "query", "queries", "export", "push", "pull", "serve", "view", "check", "demo")


def test_help_names_every_command(thidua: Thidua) -> None:
    done = thidua("--help")
    assert done.status == 0
    assert [c for c in COMMANDS if f"\n    {c} " not in done.out] == []
    for command in COMMANDS:
        assert thidua(command, "--help").out.startswith(f"usage: thidua {command}")


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, thidua\ntry: thidua.main(['--help'])\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"rdflib", "networkx", "pyvis", "pyoxigraph", "pyshacl", "SPARQLWrapper", "json", "importlib.metadata"}
    assert heavy.isdisjoint(done.stderr.split())


def test_facts_are_json_lines_whose_quotes_stand_at_their_offsets(thidua: Thidua, seed: Path) -> None:
    done = thidua("facts", seed)
    assert (done.status, done.err) == (0, "")
    rows = [json.loads(line) for line in done.out.splitlines()]
    text = seed.read_bytes().decode()
    assert rows
    for row in rows:
        assert row["article"] == "seed"
        assert text[row["start"] : row["end"]] == row["quote"]
        assert set(row) == {"kind", *KINDS[row["kind"]], "article", "quote", "start", "end"}
    assert {"kind": "person", "person": "Đặng Thị Ngọc Thịnh"}.items() <= next(iter(rows)).items()


def test_facts_as_csv_are_the_same_facts_in_one_table(thidua: Thidua, seed: Path) -> None:
    rows = [json.loads(line) for line in thidua("facts", seed).out.splitlines()]
    table = list(csv.DictReader(io.StringIO(thidua("facts", seed, "--format", "csv").raw.decode(), newline="")))
    assert tuple(table[0]) == COLUMNS
    plain = [{c: "" if row.get(c) is None else str(row[c]) for c in COLUMNS} for row in rows]
    assert table == plain


def test_facts_as_tables_have_a_heading_a_kind(thidua: Thidua, seed: Path) -> None:
    out = thidua("facts", seed, "--format", "table").out
    lines = out.splitlines()
    at = lines.index("province (7)")
    assert lines[at + 1].split() == ["province", "quote"]
    assert [line.split("  ")[0] for line in lines[at + 3 : at + 10]] == [
        "Bắc Kạn",
        "Thái Nguyên",
        "Phú Thọ",
        "Bắc Giang",
        "Tuyên Quang",
        "Yên Bái",
        "Hòa Bình",
    ]


def test_line_ends_and_a_byte_order_mark_do_not_shift_offsets(thidua: Thidua, tmp_path: Path) -> None:
    text = "Tiêu đề\r\n\r\n" + ARTICLE.replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    rows = [json.loads(line) for line in thidua("facts", "a.txt").out.splitlines()]
    assert "Lai Châu" in {row.get("province") for row in rows}
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_articles_come_from_files_folders_records_and_standard_input(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.txt").write_text(ARTICLE)
    (tmp_path / "deep" / "a.TXT").write_text(ARTICLE)
    (tmp_path / "many.jsonl").write_text(json.dumps({"id": "c", "text": ARTICLE}) + "\n")

    def ids(*names: str, stdin: bytes = b"") -> list[str]:
        done = thidua("facts", *names, stdin=stdin)
        assert (done.status, done.err) == (0, "")
        return list(dict.fromkeys(json.loads(line)["article"] for line in done.out.splitlines()))

    assert ids("many.jsonl", "deep") == ["c", "a", "b"]
    assert ids("-", stdin=ARTICLE.encode()) == ["stdin"]
    records = "".join(json.dumps({"id": i, "text": ARTICLE}, ensure_ascii=False) + "\n" for i in ("x", "y"))
    assert ids("-", "deep/a.TXT", stdin=records.encode()) == ["x", "y", "a"]


FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def test_build_writes_one_graph_in_every_format(thidua: Thidua, tmp_path: Path, seed: Path) -> None:
    triples = {}
    for suffix, form in FORMATS.items():
        done = thidua("build", seed, "-o", f"out.{suffix}")
        assert done.status == 0
        quads = list(ox.parse(path=str(tmp_path / f"out.{suffix}"), format=form))
        triples[suffix] = {q.triple for q in quads}
        if suffix in ("trig", "nq", "jsonld"):
            assert {str(q.graph_name) for q in quads} == {"<https://w3id.org/thidua/graph/seed>"}
    assert len({frozenset(t) for t in triples.values()}) == 1
    turtle = rdflib.Graph().parse(tmp_path / "out.ttl")
    assert rdflib.compare.isomorphic(turtle, rdflib.Graph().parse(tmp_path / "out.nt"))


def test_build_to_standard_output_gives_the_bytes_of_the_file(thidua: Thidua, tmp_path: Path, seed: Path) -> None:
    thidua("build", seed, "-o", "out.ttl", env={"PYTHONHASHSEED": "5"})
    again = thidua("build", seed, "-o", "-", env={"PYTHONHASHSEED": "6"})
    assert again.raw == (tmp_path / "out.ttl").read_bytes()
    assert thidua("build", "-", "-o", "-", "--format", "nq", stdin=ARTICLE.encode()).out.endswith("/graph/stdin> .\n")


def test_the_order_of_articles_does_not_matter(thidua: Thidua, tmp_path: Path, seed: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert thidua("build", "a.txt", seed, "-o", "-").raw == thidua("build", seed, "a.txt", "-o", "-").raw


def test_base_changes_the_iris_of_the_data_only(thidua: Thidua, seed: Path) -> None:
    out = thidua("build", seed, "-o", "-", "--format", "nt", "--base", "https://my.org/kg/").out
    assert "<https://my.org/kg/article/seed> " in out
    assert "<https://w3id.org/thidua/article/" not in out
    assert "<https://w3id.org/thidua/ontology#Award>" in out


def test_store_is_built_asked_viewed_and_checked(thidua: Thidua, tmp_path: Path, seed: Path) -> None:
    assert "1 of them new or changed" in thidua("build", seed).err
    assert "0 of them new or changed" in thidua("build", seed).err
    (tmp_path / "other.txt").write_text(ARTICLE)
    assert "1 of them new or changed" in thidua("build", seed, "other.txt").err
    asked = thidua("query", "people", "--format", "csv")
    assert asked.status == 0
    assert "Lò Thị Hoa" in asked.out
    assert "Đặng Thị Ngọc Thịnh" in asked.out
    assert thidua("view", "-o", "page.html").status == 0
    assert "Lò Thị Hoa" in (tmp_path / "page.html").read_text()


def test_query_by_name_file_text_and_standard_input(thidua: Thidua, tmp_path: Path, seed_ttl: Path) -> None:
    table = thidua("query", "cluster-leads", "--graph", seed_ttl)
    assert table.status == 0
    assert [line.split()[-3:] for line in table.out.splitlines()[2:]] == [
        ["Tuyên", "Quang", "lead"],
        ["Hòa", "Bình", "deputy"],
    ]
    text = "SELECT ?label WHERE { ?x a td:EmulationCluster ; rdfs:label ?label }"
    (tmp_path / "mine.rq").write_text(text)
    answers = [
        thidua("query", "mine.rq", "--graph", seed_ttl, "--format", "json"),
        thidua("query", text, "--graph", seed_ttl, "--format", "json"),
        thidua("query", "-", "--graph", seed_ttl, "--format", "json", stdin=text.encode()),
    ]
    assert {a.status for a in answers} == {0}
    assert len({a.out for a in answers}) == 1
    (binding,) = json.loads(answers[0].out)["results"]["bindings"]
    assert binding["label"]["value"] == "Cụm thi đua 7 tỉnh trung du miền núi phía Bắc"


def test_a_parameter_narrows_the_answer(thidua: Thidua, seed_ttl: Path) -> None:
    out = thidua("query", "awards", "--param", "recipient=bac giang", "--graph", seed_ttl, "--format", "csv").out
    assert [row["recipient"] for row in csv.DictReader(io.StringIO(out))] == ["Bắc Giang"]


def test_queries_are_listed_with_what_they_answer(thidua: Thidua) -> None:
    names = {line.split()[0] for line in thidua("queries").out.splitlines()[2:] if line and not line.startswith(" ")}
    assert {"people", "posts", "cluster-members", "cluster-leads", "awards", "proposed-honours", "provinces"} <= names
    assert {"events", "participants", "evidence", "campaigns", "statements"} <= names


def test_check_passes_what_build_wrote_and_finds_a_doctored_quote(
    thidua: Thidua, tmp_path: Path, seed_ttl: Path
) -> None:
    good = thidua("check", seed_ttl)
    assert (good.status, good.out) == (0, "")
    text = seed_ttl.read_text()
    quote = 'oa:exact "Bắc Giang"@vi'
    assert quote in text
    (tmp_path / "bad.ttl").write_text(text.replace(quote, 'oa:exact "Bắc Ninh"@vi'))
    bad = thidua("check", "bad.ttl")
    assert bad.status == 1
    assert "Bắc Ninh" in bad.out
    assert "Traceback" not in bad.err


def test_demo_shows_and_writes_everything(thidua: Thidua, tmp_path: Path) -> None:
    done = thidua("demo", "-o", "out")
    assert done.status == 0
    assert len(done.err.splitlines()) == 1
    for part in ("Cờ thi đua của Chính phủ", "Tuyên Quang", "out/seed.ttl", "out/seed.html", "Next"):
        assert part in done.out
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["seed.html", "seed.ttl", "seed.txt"]
    commands = [line.strip() for line in done.out.split("Next\n")[1].splitlines() if line.strip()]
    assert len(commands) >= 3
    for command in commands:
        for part in command.removesuffix(" --open").split(" && "):
            words = part.split()
            assert words[0] == "thidua"
            assert thidua(*words[1:]).status == 0, part


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": i, "text": ARTICLE}) + "\n" for i in range(2000))
    (tmp_path / "many.jsonl").write_text(lines)
    command = [sys.executable, ROOT / "thidua.py", "facts", "many.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""


def test_ctrl_c_ends_quietly_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    import signal

    with subprocess.Popen(
        [sys.executable, ROOT / "thidua.py", "build", "-", "-o", "out.ttl"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"id": "a", "text": ARTICLE}).encode() + b"\n" + b'{"id": "", "text": ""}\n')
        process.stdin.flush()
        assert b"line 2" in process.stderr.readline()  # it is at work now
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b"thidua: stopped after 1 article; out.ttl is not written\n"
    assert not list(tmp_path.iterdir())


def test_output_is_utf_8_whatever_the_locale(thidua: Thidua, seed: Path) -> None:
    plain = thidua("facts", seed).raw
    assert thidua("facts", seed, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}).raw == plain


def test_the_same_from_python(seed: Path, seed_ttl: Path, tmp_path: Path) -> None:
    reading = api.read(seed)
    assert reading.article.id == "seed"
    quads = api.build(reading)
    assert quads == api.build(seed)
    rows = api.ask("awards", seed_ttl, status="proposed")
    assert {row["status"] for row in rows} == {"proposed"}
    assert "Bắc Giang" in {row["recipient"] for row in rows}
    network = api.graph(quads)
    assert "Đặng Thị Ngọc Thịnh" in {data["label"] for _, data in network.nodes(data=True)}
    with pytest.raises(api.UserError, match="no such file"):
        api.read(tmp_path / "none.txt")
