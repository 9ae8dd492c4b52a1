"""Articles as JSON lines → facts drawn by lot from them, each with the text around it, to be judged by a reader.

    python bench/sample.py ARTICLES.jsonl.gz [--kinds post,award] [--facts N] [--articles N] [--seed N] [--without DIR]

The same seed draws the same facts as long as the code finds the same. `--without` names a folder of texts, articles
that are not drawn from. What was judged, and how much of it was right, is told in docs/quality.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from pathlib import Path

from ingest.facts import Fact
from ingest.read import read_article
from ingest.reader import read
from ingest.sources import Source

AROUND = 160
"""Characters of text shown on each side of a quote, at most: up to the end of its line."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kinds", default="post,award,event,participation")
    parser.add_argument("--facts", type=int, default=50, help="how many of each kind (default: %(default)s)")
    parser.add_argument("--articles", type=int, default=600, help="from how many articles (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", type=Path)
    asked = parser.parse_args()
    left_out = {path.stem for path in asked.without.glob("*.txt")} if asked.without else set()
    lot = random.Random(asked.seed)
    with gzip.open(asked.corpus, "rt", encoding="utf-8") as lines:
        articles = [one for one in map(json.loads, lines) if one["id"] not in left_out]
    found: dict[str, list[tuple[str, str, Fact]]] = {kind: [] for kind in asked.kinds.split(",")}
    for one in lot.sample(articles, min(asked.articles, len(articles))):
        for fact in read(read_article(Source(id=one["id"], text=one["text"]))).facts:
            if fact.FIELDS and fact.KIND in found:
                found[fact.KIND].append((one["id"], one["text"], fact))
    for kind, facts in found.items():
        print(f"== {kind}: {min(asked.facts, len(facts))} of {len(facts)}")
        for name, text, fact in lot.sample(facts, min(asked.facts, len(facts))):
            values = [f"{field}={getattr(fact, field)}" for field in fact.FIELDS if getattr(fact, field) is not None]
            print(f"- {' | '.join(values)}   ({name}, {fact.rule})\n    {_quoted(text, fact)}")
    return 0


def _quoted(text: str, fact: Fact) -> str:
    """The quote between marks, with what stands around it in its line."""
    start, end = fact.passage.start, fact.passage.end
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    line_end = text.find("\n", end)
    last = min(line_end if line_end >= 0 else len(text), end + AROUND)
    return " ".join(f"{text[first:start]}«{text[start:end]}»{text[end:last]}".split())


if __name__ == "__main__":
    sys.exit(main())
