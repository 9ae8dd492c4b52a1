"""Real articles with facts marked by hand → how much of them is read rightly, as a table in docs/quality.md.

    python bench/quality.py --articles DIR --gold DIR --score PROGRAM [--write]

`--articles` is a folder of texts, `--gold` one of JSON lines with their facts, `--score` the program that compares.
The articles whose name ends in 0, 3, 6 or 9 were never read while rules were written: their figures say what to expect.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
PAGE = HERE / "docs" / "quality.md"
SHARED = HERE.parent / "shared"
PARTS = {"all": "", "read while writing": "[124578]$", "unread": "[0369]$"}
KINDS = ("person", "province", "post", "award", "cluster", "cluster_post", "event", "participation", "all")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=SHARED / "articles" / "dev")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "dev")
    parser.add_argument("--score", type=Path, default=SHARED / "tools" / "score")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    asked = parser.parse_args()
    for path in (asked.articles, asked.gold, asked.score):
        if not path.exists():
            print(f"quality: {path} does not exist; name the folders of articles and of marked facts", file=sys.stderr)
            return 2
    started = time.perf_counter()
    facts = subprocess.run(
        [sys.executable, "-m", "thidua", "facts", str(asked.articles)], cwd=HERE, capture_output=True, check=True
    ).stdout
    seconds = time.perf_counter() - started
    figures = {name: _score(asked, facts, only) for name, only in PARTS.items()}
    table = _table(figures, len(list(asked.articles.glob("*.txt"))), seconds)
    print(table)
    if asked.write:
        page = PAGE.read_text(encoding="utf-8")
        new = re.sub(r"(?s)(<!-- figures -->\n).*?(\n<!-- end -->)", lambda m: m[1] + table + m[2], page)
        PAGE.write_text(new, encoding="utf-8")
    return 0


def _score(asked: argparse.Namespace, facts: bytes, only: str) -> dict[str, dict[str, float]]:
    command = [str(asked.score), str(asked.gold), "--texts", str(asked.articles), "--json", "--only", only]
    return dict(json.loads(subprocess.run(command, input=facts, capture_output=True, check=True).stdout))


def _table(figures: dict[str, dict[str, dict[str, float]]], articles: int, seconds: float) -> str:
    """Precision, recall and F1 a kind, for all articles, those read while the rules were written, and the unread."""
    lines = [
        f"{articles} articles, {date.today():%Y-%m-%d}, {seconds:.1f} s.",
        "",
        "| kind | marked | " + " | ".join(f"{name}: P / R / F1" for name in figures) + " |",
        "| --- | ---: | " + " | ".join("---" for _ in figures) + " |",
    ]
    for kind in KINDS:
        cells = [
            f"{f[kind]['precision']:.2f} / {f[kind]['recall']:.2f} / {f[kind]['f1']:.3f}" for f in figures.values()
        ]
        lines.append(f"| `{kind}` | {figures['all'][kind]['gold']:.0f} | " + " | ".join(cells) + " |")
    lines += ["", "| attribute of the right rows | right | of |", "| --- | ---: | ---: |"]
    for name, value in figures["all"]["attributes"].items():
        lines.append(f"| `{name}` | {value['right']} | {value['of']} |")  # type: ignore[index]
    evidence = figures["all"]["evidence"]
    lines.append(f"| quote at its offsets | {evidence['exact']:.0f} | {evidence['of']:.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
