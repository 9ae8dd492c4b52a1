"""Real articles → how rightly marked ones are read, what is found in others, and what changed, in docs/quality.md.

    python bench/quality.py [--articles DIR --gold DIR --score PROGRAM] [--corpus FILE] [--since COMMIT] [--write]

`--articles` is a folder of texts, `--gold` one of JSON lines with their facts, `--score` the program that compares.
Of `--corpus`, articles without marks as JSON lines, a fixed tenth is read. The facts are compared with those that the
code of another commit finds, by default the one that wrote the figures last: every fact gained or lost is listed, so
that a change can be read before it is believed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
PAGE = HERE / "docs" / "quality.md"
SHARED = HERE.parent / "shared"
PARTS = {"all": "", "read while writing": "[124578]$", "unread": "[0369]$"}
KINDS = ("person", "province", "post", "award", "cluster", "cluster_post", "event", "participation")
SHARE = 10
"""One in so many articles of the corpus is read: those whose number by CRC-32 of the id divides by it."""
Figures = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Facts:
    """What one version of the code prints: for marked articles as printed, for all as rows."""

    marked: bytes
    rows: Counter[tuple[str, ...]]
    seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=SHARED / "articles" / "dev")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "dev")
    parser.add_argument("--score", type=Path, default=SHARED / "tools" / "score")
    parser.add_argument("--corpus", type=Path, default=SHARED / "articles" / "corpus.jsonl.gz")
    parser.add_argument("--since", help="the commit to compare with")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    asked = parser.parse_args()
    for path in (asked.articles, asked.gold, asked.score):
        if not path.exists():
            print(f"quality: {path} does not exist; name the folders of articles and of marked facts", file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.jsonl"
        told = _sample(asked, sample) if asked.corpus.exists() else 0
        now = _facts(HERE, asked.articles, sample)
        figures = {name: _score(asked, now.marked, only) for name, only in PARTS.items()}
        tables = [_marked(figures, len(list(asked.articles.glob("*.txt"))), now.seconds)]
        if told:
            tables.append(_found(now.rows, told))
        print("\n\n".join(tables))
        since = asked.since or _last_measured()
        if since:
            before = _facts(_checked_out(since, Path(folder)), asked.articles, sample)
            print("\n".join(_changes(before.rows, now.rows, since)))
    if asked.write:
        page = PAGE.read_text(encoding="utf-8")
        begin, end = "<!-- figures -->\n", "<!-- end -->"
        new = re.sub(f"(?s){begin}.*?{end}", lambda _: begin + "\n\n".join(tables) + "\n" + end, page)
        PAGE.write_text(new, encoding="utf-8")
    return 0


def _sample(asked: argparse.Namespace, to: Path) -> int:
    """Write the fixed part of the corpus that is read, marked articles left out; how many articles it has."""
    marked, told = {path.stem for path in asked.articles.glob("*.txt")}, 0
    with gzip.open(asked.corpus, "rt", encoding="utf-8") as lines, to.open("w", encoding="utf-8") as out:
        for line in lines:
            name = str(json.loads(line)["id"])
            if name not in marked and zlib.crc32(name.encode()) % SHARE == 0:
                out.write(line)
                told += 1
    return told


def _facts(code: Path, articles: Path, sample: Path) -> Facts:
    """What the code in a folder prints for the marked articles and for the sample."""
    started = time.perf_counter()
    marked = _printed(code, articles)
    seconds = time.perf_counter() - started
    others = _printed(code, sample) if sample.exists() else b""
    return Facts(marked, Counter(_keys((marked + others).splitlines())), seconds)


def _printed(code: Path, articles: Path) -> bytes:
    command = [sys.executable, "-m", "thidua", "facts", str(articles)]
    return subprocess.run(command, cwd=code, capture_output=True, check=True, env=os.environ).stdout


def _keys(lines: Iterable[bytes]) -> Iterator[tuple[str, ...]]:
    """Each row as text: its article, its kind, its fields."""
    for line in lines:
        row = json.loads(line)
        fields = [str(v) for name, v in row.items() if name not in ("kind", "article", "quote", "start", "end")]
        yield (row["article"], row["kind"], *fields)


def _last_measured() -> str:
    """The commit that wrote the figures last; none where the folder is no repository."""
    command = ["git", "log", "-1", "--format=%h", "--", str(PAGE)]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False).stdout.strip()


def _checked_out(commit: str, folder: Path) -> Path:
    """The code of a commit, in a folder of its own."""
    packed = subprocess.run(["git", "archive", commit], cwd=HERE, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder / "before", filter="data")
    return folder / "before"


def _score(asked: argparse.Namespace, facts: bytes, only: str) -> Figures:
    command = [str(asked.score), str(asked.gold), "--texts", str(asked.articles), "--json", "--only", only]
    return dict(json.loads(subprocess.run(command, input=facts, capture_output=True, check=True).stdout))


def _marked(figures: dict[str, Figures], articles: int, seconds: float) -> str:
    """Precision, recall and F1 a kind, for all articles, those read while the rules were written, and the unread."""
    lines = [
        f"{articles} marked articles, {date.today():%Y-%m-%d}, {seconds:.1f} s.",
        "",
        "| kind | marked | " + " | ".join(f"{name}: P / R / F1" for name in figures) + " |",
        "| --- | ---: | " + " | ".join("---" for _ in figures) + " |",
    ]
    for kind in (*KINDS, "all"):
        cells = [
            f"{f[kind]['precision']:.2f} / {f[kind]['recall']:.2f} / {f[kind]['f1']:.3f}" for f in figures.values()
        ]
        lines.append(f"| `{kind}` | {figures['all'][kind]['gold']:.0f} | " + " | ".join(cells) + " |")
    names = list(figures)
    lines += [
        "",
        "| attribute of the right rows | " + " | ".join(f"{name}: right / of" for name in names) + " |",
        "| --- | " + " | ".join("---" for _ in names) + " |",
    ]
    for attribute in figures["all"]["attributes"]:
        counts = [f["attributes"].get(attribute, {"right": 0, "of": 0}) for f in figures.values()]
        lines.append(f"| `{attribute}` | " + " | ".join(f"{c['right']} / {c['of']}" for c in counts) + " |")  # type: ignore[index]
    quotes = [f["evidence"] for f in figures.values()]
    lines.append("| quote at its offsets | " + " | ".join(f"{q['exact']:.0f} / {q['of']:.0f}" for q in quotes) + " |")
    return "\n".join(lines)


def _found(rows: Counter[tuple[str, ...]], articles: int) -> str:
    """How many facts of each kind are found in all articles, marked or not."""
    counts = Counter(row[1] for row in rows.elements())
    lines = [
        f"Facts found in the marked articles and in {articles} others, a fixed tenth of a corpus:",
        "",
        "| " + " | ".join(f"`{kind}`" for kind in KINDS) + " |",
        "| " + " | ".join("---:" for _ in KINDS) + " |",
        "| " + " | ".join(str(counts[kind]) for kind in KINDS) + " |",
    ]
    return "\n".join(lines)


def _changes(before: Counter[tuple[str, ...]], now: Counter[tuple[str, ...]], since: str) -> Iterator[str]:
    """Every fact gained and lost, a line each."""
    gained, lost = now - before, before - now
    yield f"\nSince {since}: {gained.total()} facts gained, {lost.total()} lost"
    changed = [("+", row) for row in gained.elements()] + [("-", row) for row in lost.elements()]
    for sign, row in sorted(changed, key=lambda one: (one[1], one[0])):
        yield f"{sign} {' | '.join(row)}"


if __name__ == "__main__":
    sys.exit(main())
