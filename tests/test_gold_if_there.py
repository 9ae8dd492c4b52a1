"""Where hand-made tables of facts lie beside the project, the sample is read without a mistake and all quotes hold."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import thidua

SHARED = Path(__file__).resolve().parents[2] / "shared"
KINDS = ("person", "province", "post", "award", "cluster", "cluster_post", "event", "participation")

pytestmark = pytest.mark.skipif(not (SHARED / "tools" / "score").is_file(), reason=f"no {SHARED}")


def test_the_sample_is_read_without_a_mistake(seed: Path) -> None:
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in thidua.read(seed).rows())
    command = [sys.executable, SHARED / "tools" / "score", SHARED / "gold", "--texts", SHARED / "articles"]
    done = subprocess.run(command, input=rows, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for kind in KINDS:
        (line,) = re.findall(rf"^\s*{kind}\b.*$", done.stdout, re.MULTILINE)
        figures = re.findall(r"\b\d\.\d+\b", line)
        assert figures, line
        assert {float(f) for f in figures} == {1.0}, done.stdout
    counts = re.findall(r"(\d+) of (\d+)", done.stdout)
    assert counts
    assert all(right == told for right, told in counts), done.stdout


@pytest.mark.parametrize("path", sorted((SHARED / "articles" / "dev").glob("*.txt")), ids=lambda p: p.stem)
def test_every_quote_stands_at_its_offsets(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    for row in thidua.read(path).rows():
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["quote"] == text[start:end] != ""
        assert row["article"] == path.stem
