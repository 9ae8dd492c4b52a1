"""Whatever is given to the program, it answers with one sentence and the right exit status; nothing is half-written."""

from __future__ import annotations

import gzip
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Thidua

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

VIETNAMESE = "Quyết định của Thủ tướng: một người được tặng Bằng khen tại tỉnh Lai Châu. "
ARTICLE = "Chiều 3/5, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa.\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Vietnamese in code page 1258, which writes tones as marks of their own."""

    def letter(c: str) -> str:
        marks = unicodedata.normalize("NFD", c)
        tone = "".join(m for m in marks if m in TONES)
        return unicodedata.normalize("NFC", "".join(m for m in marks if m not in TONES)) + tone

    return "".join(map(letter, text)).encode("cp1258")


TCVN3 = bytes.fromhex("51 75 79 d5 74 20 ae de 6e 68 20 63 f1 61 20 54 68 f1 20 74 ad ed 6e 67")
"""“Quyết định của Thủ tướng” in TCVN3, as `iconv -t TCVN-5712` writes it."""
VISCII = bytes.fromhex("51 75 79 aa 74 20 f0 b8 6e 68 20 63 fc 61 20 54 68 fc 20 74 df be 6e 67")
"""The same in VISCII, as `iconv -t VISCII` writes it."""

FILES = {
    "empty": (b"", "empty"),
    "only spaces": (b" \n\t\n", "empty"),
    "UTF-16 with a mark": (VIETNAMESE.encode("utf-16"), "UTF-16"),
    "UTF-16 little-endian": (VIETNAMESE.encode("utf-16-le"), "UTF-16 (little-endian)"),
    "UTF-16 big-endian": (VIETNAMESE.encode("utf-16-be"), "UTF-16 (big-endian)"),
    "UTF-32": (VIETNAMESE.encode("utf-32"), "UTF-32"),
    "TCVN3": (TCVN3, "TCVN3"),
    "VISCII": (VISCII, "VISCII"),
    "Windows-1258": (windows_1258(VIETNAMESE), "Windows-1258"),
    "Windows-1252": ("Café à la carte déjà réservé".encode("cp1252"), "Windows-1252"),
    "damaged UTF-8": (ARTICLE.encode() * 3 + b"\xff\n", "line 4): it looks like damaged UTF-8"),
    "binary": (bytes(range(256)) * 20, "binary"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
    "a Word file": (b"PK\x03\x04\x14\x00", "ZIP"),
    "a web page": (b"\n<!DOCTYPE html><p></p>", "no article is found in this page"),
}


@pytest.mark.parametrize(("data", "said"), FILES.values(), ids=list(FILES))
def test_a_file_that_is_no_article_is_named_with_what_it_is(
    thidua: Thidua, tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    done = thidua("build", "bad.txt", "-o", "out.ttl")
    assert done.status == 2
    assert done.sentence.startswith("bad.txt: ")
    assert said in done.sentence
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt"]


def test_a_name_without_a_file(thidua: Thidua) -> None:
    done = thidua("facts", "nowhere/a.txt")
    assert (done.status, done.out) == (2, "")
    assert done.sentence == "nowhere/a.txt: no such file or folder; check the name"


def test_a_folder_without_articles(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    (tmp_path / "empty" / "deep" / "note.md").write_text("x")
    done = thidua("build", "empty")
    assert done.status == 2
    assert "no articles (*.txt, *.html, *.jsonl)" in done.sentence
    assert not (tmp_path / "thidua.db").exists()


def test_a_line_of_200_megabytes(thidua: Thidua, tmp_path: Path) -> None:
    with (tmp_path / "long.txt").open("wb") as file:
        for _ in range(200):
            file.write(b"a" * 1_000_000)
    done = thidua("facts", "long.txt")
    assert done.status == 2
    assert "long.txt: longer than 20 MB" in done.sentence


def test_a_text_of_three_million_letters(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("một hai " * 400_000)
    (tmp_path / "long.jsonl").write_text(json.dumps({"id": "a", "text": "một hai " * 400_000}))
    for name in ("long.txt", "long.jsonl"):
        done = thidua("facts", name)
        assert done.status == 2
        assert "more than 2,000,000 letters" in done.sentence


def test_one_letter_a_million_times_says_nothing(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 1_000_000)
    (tmp_path / "b.txt").write_text("Ảnh " * 250_000)
    (tmp_path / "c.txt").write_text("\n" * 1_000_000 + "x")
    done = thidua("facts", "a.txt", "b.txt", "c.txt")
    assert (done.status, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text[:40] + unicodedata.normalize("NFD", text[40:]),
        lambda text: text.replace("Thị", "Thị\u200f").replace("tỉnh", "\u202btỉ\u00adnh\u202c"),
        lambda text: "\u200e" + text.replace(" ", "\u200b "),
    ],
    ids=["decomposed", "mixed", "marks of direction", "invisible spaces"],
)
def test_letters_in_pieces_and_invisible_marks_change_no_fact(
    thidua: Thidua, tmp_path: Path, change: Callable[[str], str]
) -> None:
    (tmp_path / "plain.txt").write_text(ARTICLE)
    odd = change(ARTICLE)
    (tmp_path / "odd.txt").write_text(odd)
    placed = ("article", "quote", "start", "end")

    def facts(name: str) -> list[dict[str, object]]:
        done = thidua("facts", name)
        assert (done.status, done.err) == (0, "")
        return [json.loads(line) for line in done.out.splitlines()]

    found = facts("odd.txt")
    assert all(odd[int(str(r["start"])) : int(str(r["end"]))] == r["quote"] for r in found)
    assert [{k: v for k, v in r.items() if k not in placed} for r in found] == [
        {k: v for k, v in r.items() if k not in placed} for r in facts("plain.txt")
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_an_endless_file_ends(thidua: Thidua) -> None:
    done = thidua("facts", "/dev/zero")
    assert done.status == 2
    assert "longer than 20 MB" in done.sentence


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE)
    (tmp_path / "secret.txt").chmod(0)
    done = thidua("facts", "secret.txt")
    assert done.status == 2
    assert "permission denied" in done.sentence


def test_of_many_articles_the_bad_are_told_of_and_the_rest_is_read(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "bad.txt").write_bytes(b"")
    lines = [
        json.dumps({"id": "a1", "text": ARTICLE}),
        "{not json",
        json.dumps(["a list"]),
        json.dumps({"id": "a2"}),
        json.dumps({"text": ARTICLE}),
        json.dumps({"id": "a1", "text": ARTICLE}),
        json.dumps({"id": "a3", "text": "\ud800"}),
        json.dumps({"id": "a4", "text": "\0" + ARTICLE}),
        json.dumps({"id": "a5", "text": ARTICLE, "title": 7}),
        "[" * 100_000,
        "",
        json.dumps({"id": 6, "text": ARTICLE}),
    ]
    (tmp_path / "many.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"id": "x", "text": "\xff"}\n')
    done = thidua("facts", "good.txt", "bad.txt", "many.jsonl", "nowhere.txt")
    assert done.status == 1
    assert {json.loads(line)["article"] for line in done.out.splitlines()} == {"good", "a1", "6"}
    told = done.err.splitlines()
    starts = ["bad.txt: ", *(f"many.jsonl, line {n}: " for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13)), "nowhere.txt: "]
    assert [line.startswith(f"thidua: {start}") for line, start in zip(told, starts, strict=False)] == [True] * 12
    assert told[12:] == ["thidua: 12 of 15 articles could not be read and were skipped"]
    assert "Traceback" not in done.err


def test_where_nothing_can_be_read_the_status_is_2(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    done = thidua("facts", "a.txt", "b.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1] == "thidua: nothing could be read"


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_packed_articles_are_read_as_they_are_and_told_of_where_they_are_cut_off(
    thidua: Thidua, tmp_path: Path, ending: str
) -> None:
    lines = "".join(json.dumps({"id": f"a{n}", "text": f"{ARTICLE}{os.urandom(8000).hex()}"}) + "\n" for n in range(50))
    whole = gzip.compress(lines.encode()) if ending == "gz" else zstd.compress(lines.encode())
    (tmp_path / f"whole.jsonl.{ending}").write_bytes(whole)
    (tmp_path / f"cut.jsonl.{ending}").write_bytes(whole[: len(whole) // 2])
    (tmp_path / f"one.txt.{ending}").write_bytes(gzip.compress(ARTICLE.encode()))
    done = thidua("facts", f"whole.jsonl.{ending}")
    assert (done.status, done.err) == (0, "")
    assert len({json.loads(line)["article"] for line in done.out.splitlines()}) == 50
    cut = thidua("facts", f"cut.jsonl.{ending}")
    assert cut.status == (1 if cut.out else 2)
    assert f"cut.jsonl.{ending}: the {'gzip' if ending == 'gz' else 'Zstandard'} file is damaged or cut off" in cut.err
    one = thidua("facts", f"one.txt.{ending}")
    if ending == "gz":
        assert '"article": "one"' in one.out
    else:
        assert "one.txt.zst: not a Zstandard file" in one.sentence


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (gzip.compress(json.dumps({"id": "a", "text": ARTICLE}).encode() * 1)[:-9], "damaged or cut off"),
        (b'{"id": "a", "text": "b"}', "not a gzip file"),
        (gzip.compress(b""), "empty"),
    ],
    ids=["cut off", "not packed", "empty"],
)
def test_a_gzip_file_gone_wrong(thidua: Thidua, tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "many.jsonl.gz").write_bytes(data)
    done = thidua("facts", "many.jsonl.gz")
    assert done.status == 2
    assert said in done.sentence


def test_two_articles_of_one_id_are_not_mixed(thidua: Thidua, tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(ARTICLE)
    done = thidua("build", "north", "south", "-o", "out.ttl")
    assert done.status == 1
    assert "south/a.txt: its id 'a' is that of north/a.txt" in done.err
    twice = thidua("facts", "north", "north/a.txt")
    assert (twice.status, twice.err) == (0, "")


@pytest.mark.parametrize("output", ["nowhere/out.ttl", ".", "good.txt/out.ttl"])
def test_an_unwritable_output(thidua: Thidua, tmp_path: Path, output: str) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE)
    done = thidua("build", "good.txt", "-o", output, "--format", "ttl")
    assert done.status == 2
    assert f"cannot write {output}" in done.sentence
    assert [p.name for p in tmp_path.iterdir()] == ["good.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_standard_output(tmp_path: Path, seed: Path) -> None:
    import subprocess
    import sys

    from conftest import ROOT

    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, ROOT / "thidua.py", "facts", seed]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, timeout=60)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["thidua: cannot go on: No space left on device"]


def test_the_old_output_stays_when_the_input_is_bad(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "out.ttl").write_text("# old\n")
    assert thidua("build", "nowhere.txt", "-o", "out.ttl").status == 2
    assert (tmp_path / "out.ttl").read_text() == "# old\n"


USAGE = {
    "no command": ((), "COMMAND"),
    "unknown command": (("biuld",), "biuld"),
    "unknown option": (("facts", "x.txt", "--fast"), "--fast"),
    "unknown format": (("facts", "x.txt", "--format", "xls"), "xls"),
    "unknown suffix": (("build", "x.txt", "-o", "out.doc"), "out.doc"),
    "two places": (("build", "x.txt", "-o", "a.ttl", "--store", "b"), "--store"),
    "a format without a file": (("build", "x.txt", "--format", "nq"), "--format"),
    "a base that is no IRI": (("build", "x.txt", "--base", "my articles/"), "--base"),
    "a base without its end": (("build", "x.txt", "--base", "http://x.org"), "--base"),
    "a malformed query": (("query", "SELECT ?x WHERE {", "--graph", "GRAPH"), "line 1"),
    "an unknown query": (("query", "award", "--graph", "GRAPH"), "awards"),
    "a query file that is missing": (("query", "mine.rq", "--graph", "GRAPH"), "mine.rq"),
    "an unknown parameter": (("query", "awards", "--param", "colour=red", "--graph", "GRAPH"), "colour"),
    "a parameter without a value": (("query", "awards", "--param", "status", "--graph", "GRAPH"), "status"),
    "a graph that is missing": (("query", "awards", "--graph", "none.ttl"), "none.ttl"),
    "a store that is missing": (("query", "awards", "--store", "none.db"), "none.db"),
    "no store yet": (("view",), "thidua.db"),
}


@pytest.mark.parametrize(("arguments", "named"), USAGE.values(), ids=list(USAGE))
def test_bad_usage_is_told_in_one_sentence(
    thidua: Thidua, tmp_path: Path, seed_ttl: Path, arguments: tuple[str, ...], named: str
) -> None:
    done = thidua(*(str(seed_ttl) if a == "GRAPH" else a for a in arguments))
    assert (done.status, done.out) == (2, "")
    assert named in done.sentence
    assert not list(tmp_path.iterdir())


def test_a_message_cannot_steer_the_terminal(thidua: Thidua) -> None:
    done = thidua("facts", "a\x1b[2J.txt")
    assert done.status == 2
    assert "\x1b" not in done.err
