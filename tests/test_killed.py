"""A build that is killed at any moment leaves each article wholly in the store or wholly out, and can be run again."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT, Thidua

from ontology.errors import UserError
from queries.store import open_store

ARTICLES = 200
KILLS, MOST = 10, 60
"""So many builds are killed, and more until one was killed when a part of the articles was in."""
TEXT = (
    "Tin số {n}\nChiều 3/5/2016, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa, Giám đốc Sở Y tế tỉnh Lai Châu, "
    "và {n} tập thể.\nÔng Hồ Văn Sáu, Chủ tịch UBND tỉnh Sơn La, dự hội nghị tổng kết năm {year}.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    texts = (TEXT.format(n=n + 2, year=2000 + n % 20) for n in range(ARTICLES))
    path.write_text("".join(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    return path


def graphs(store: Path) -> tuple[dict[str, set[str]], set[str]]:
    """The quads of each article, and the triples of the merge."""
    with open_store(store, read_only=True) as opened:
        held = {name: {str(q.triple) for q in opened.quads(name)} for name in opened.graphs()}
        merge = {str(q.triple) for q in opened.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    return held, merge


def test_a_killed_build(tmp_path: Path, articles: Path, thidua: Thidua) -> None:
    def build(store: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "thidua", "build", str(articles), "--store", str(store), "--jobs", "1"]
        return subprocess.Popen(command, cwd=ROOT, env=os.environ, stderr=subprocess.DEVNULL)

    start = time.monotonic()
    assert build(tmp_path / "whole").wait() == 0
    takes = time.monotonic() - start
    whole, merge = graphs(tmp_path / "whole")
    lot, seen = random.Random(1), set[int]()
    store, early, late = tmp_path / "db", 0.0, takes  # after so many seconds nothing is in yet, or all
    for number in range(MOST):
        if number >= KILLS and any(0 < count < ARTICLES for count in seen):
            break
        if late - early < takes / 100:  # the machine is quicker or slower than it was
            early, late = 0.0, 1.5 * takes
        moment = lot.uniform(early, late)
        process = build(store)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not (store / "thidua.json").exists():
            early = moment
            continue
        try:
            held, merged = graphs(store)
        except UserError as error:  # killed before anything was in it
            if "begun and never filled" in str(error):
                early = moment
                continue
            raise
        assert {name: held[name] == whole[name] for name in held} == dict.fromkeys(held, True)
        assert merged == set().union(*held.values())
        seen.add(count := sum("/graph/" in name for name in held))
        if count == 0:
            early = moment
        elif count == ARTICLES:
            store, late = tmp_path / f"db{number}", moment
    assert any(0 < count < ARTICLES for count in seen), f"no kill came in the middle: {sorted(seen)}"
    done = thidua("build", articles, "--store", store)
    assert (done.status, f"{ARTICLES} articles" in done.err) == (0, True)
    assert graphs(store) == (whole, merge)


@pytest.mark.skipif(os.name != "posix", reason="needs limits on the size of files")
def test_a_full_disk(tmp_path: Path, articles: Path, thidua: Thidua) -> None:
    import resource

    store = tmp_path / "db"
    assert thidua("build", "-", "--store", store, stdin="Bà Lò Thị Hoa thăm tỉnh Lai Châu.".encode()).status == 0
    before = graphs(store)
    command = [sys.executable, "-m", "thidua", "build", str(articles), "--store", str(store), "--jobs", "1"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )  # fmt: skip
    assert (done.returncode, f"cannot write to the store {store}: " in done.stderr) == (2, True), done.stderr
    assert done.stderr.count("\n") == 1
    held, merge = graphs(store)
    assert held.items() >= before[0].items()
    assert merge == set().union(*held.values())
    assert thidua("build", articles, "--store", store).status == 0
    assert sum("/graph/" in name for name in graphs(store)[0]) == 1 + ARTICLES


def test_a_second_writer_is_told_and_readers_too(tmp_path: Path, articles: Path, thidua: Thidua) -> None:
    store = tmp_path / "db"
    assert thidua("build", articles, "--store", store).status == 0
    with open_store(store):
        for asked in (("build", articles), ("query", "people"), ("export", "-o", "x.nt")):
            done = thidua(*asked, "--store", store)
            assert (done.status, done.sentence) == (
                2, f"the store {store} is in use by another process; try again when that has finished",
            )  # fmt: skip
    assert thidua("query", "people", "--store", store).status == 0
