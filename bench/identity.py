"""Articles → how many of their people are one in several, by which reasons; with --draw, some to be judged by hand.

One joining of each person is drawn, so that those whom a thousand articles name do not fill the list; with --apart,
pairs of one name that were not joined. Each comes with its posts and with the words around its name.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial

from pyoxigraph import Quad, RdfFormat, parse

from ingest.run import Run
from ingest.work import graph
from ontology import terms as T
from queries.identity.bearers import Bearer, bearers, store_of
from queries.identity.groups import Groups
from queries.identity.joining import Joining, join
from queries.identity.statements import identity


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", help="files, folders or JSON lines of articles")
    parser.add_argument("--draw", type=int, default=0, metavar="N", help="draw N joinings, one of each person at most")
    parser.add_argument("--apart", type=int, default=0, metavar="N", help="draw N pairs of one name that stay apart")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what the lot depends on (default: 1)")
    asked = parser.parse_args()
    quads: list[Quad] = []
    texts: dict[str, str] = {}
    run = Run(asked.articles, print)
    for written in run.results(partial(graph, base=T.BASE)):
        for quad in parse(written, format=RdfFormat.N_QUADS):
            if quad.predicate.value == T.SCHEMA + "text":
                texts[quad.subject.value] = quad.object.value
            quads.append(quad)
    store = store_of(quads)
    people = bearers(store)
    joined = join(people)
    groups = Groups(b.iri for b in people)
    for j in joined:
        groups.unite(j.one, j.other)
    several = groups.several()
    by_name: dict[str, list[Bearer]] = defaultdict(list)
    for b in people:
        by_name[b.key].append(b)
    shared = [bs for bs in by_name.values() if len(bs) > 1]
    print(f"articles                          {run.read}")
    print(f"people of articles                {len(people)}")
    print(f"  of names that several bear      {sum(map(len, shared))} ({len(shared)} names)")
    print(f"  found to be one with others     {sum(map(len, several))}, {len(several)} people")
    print(f"joinings                          {len(joined)}")
    for reason, number in Counter(j.reason for j in joined).most_common():
        print(f"  {reason:32}{number}")
    awards = sum(q.object.value == T.TD + "sameAward" for q in identity(store))
    print(f"awards told by several            {awards} joinings")
    lot = random.Random(asked.seed)
    known = {b.iri: b for b in people}
    _show(_drawn(joined, groups, lot, asked.draw), known, texts)
    _show(_apart(shared, groups, lot, asked.apart), known, texts)


def _drawn(joined: list[Joining], groups: Groups, lot: random.Random, number: int) -> list[tuple[str, str, str]]:
    of: dict[str, list[Joining]] = defaultdict(list)
    for j in joined:
        of[groups.of(j.one)].append(j)
    each = [lot.choice(of[group]) for group in sorted(of)]
    return [(j.reason, j.one, j.other) for j in lot.sample(each, min(number, len(each)))]


def _apart(
    shared: Iterable[list[Bearer]], groups: Groups, lot: random.Random, number: int
) -> list[tuple[str, str, str]]:
    pairs = []
    for bs in shared:
        ones = {groups.of(b.iri): b.iri for b in bs}
        if len(ones) > 1:
            pairs.append(("apart", *lot.sample(sorted(ones.values()), 2)))
    return lot.sample(pairs, min(number, len(pairs)))


def _show(pairs: Iterable[tuple[str, str, str]], known: dict[str, Bearer], texts: dict[str, str]) -> None:
    for number, (reason, *iris) in enumerate(pairs, 1):
        print(f"\n{number}. {reason}")
        for b in map(known.__getitem__, iris):
            posts = "; ".join(dict.fromkeys(h.post for h in b.held))
            print(f"   {b.name} ({b.article.rpartition('/')[2]}): {posts or 'no post'}")
            print(f"      {_sentence(texts.get(b.article, ''), b.name)}")


def _sentence(text: str, name: str) -> str:
    """A line's worth of the text around the name, best where a sentence says something of it."""
    places = [m.start() for m in re.finditer(re.escape(name), text)] or [0]
    at = places[len(places) // 2] if len(places) > 2 else places[0]
    return " ".join(text[max(0, at - 110) : at + 150].split())


if __name__ == "__main__":
    main()
