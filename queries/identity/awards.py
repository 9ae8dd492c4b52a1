"""Awards of articles → which of them are one award that several articles tell of.

One honour goes to one recipient once in a year; an order or a State title, which is given once in a life, once at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

import pyoxigraph as ox

from ontology import terms as T
from ontology.schemes import HONOURS, broader
from queries.identity.groups import Groups
from queries.identity.joining import Joining
from queries.identity.rows import days, rows

_ONCE = frozenset(
    T.TDH + key
    for key in ("huan-chuong", "huy-chuong", "danh-hieu-vinh-du-nha-nuoc", "ky-niem-chuong", "huy-hieu", "bang-danh-du")
)
"""Kinds of honours that are given once; those of emulation, prizes and certificates can come every year."""
_NEAR = 120
"""Days between two articles that tell of one award, where a year is not told."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An award as one article tells it."""

    iri: str
    article: str
    day: date | None
    years: frozenset[str]
    """The years that its steps name."""
    steps: tuple[str, ...]


def awards(store: ox.Store, individual: Mapping[str, str]) -> list[Joining]:
    """The joinings of awards; `individual` gives the one person that a person of an article is."""
    published = dict(days(store))
    years: dict[str, set[str]] = defaultdict(set)
    steps: dict[str, set[str]] = defaultdict(set)
    for step, award, year in rows(store, "SELECT ?s ?a ?y { ?s td:stepOf ?a OPTIONAL { ?s td:year ?y } }"):
        steps[award].add(step)
        if year:
            years[award].add(year)
    told: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for award, honour, recipient in rows(store, "SELECT ?a ?h ?r { ?a td:honour ?h ; td:recipient ?r }"):
        one = individual.get(recipient, recipient)
        if "#" not in one:  # what only one article knows cannot be told of by another
            article = award.partition("#")[0]
            day = published.get(article)
            told[honour, one].append(Telling(award, article, day, frozenset(years[award]), tuple(sorted(steps[award]))))
    candidates = {
        Joining(min(a.iri, b.iri), max(a.iri, b.iri), "award", tuple(sorted((a.steps[0], b.steps[0]))))
        for (honour, _), tellings in told.items()
        for a, b in _one(tellings, once=is_once(honour))
        if a.article != b.article
    }
    groups = Groups(t.iri for tellings in told.values() for t in tellings)
    return sorted(j for j in sorted(candidates) if groups.unite(j.one, j.other))


def _one(tellings: list[Telling], *, once: bool) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of tellings of one award, each with the next."""
    by_year: dict[str, list[Telling]] = defaultdict(list)
    for t in sorted(tellings, key=lambda t: t.iri):
        for year in t.years:
            by_year[year].append(t)
    for of in by_year.values():
        yield from pairwise(of)
    known = {year for t in tellings for year in t.years}
    for a, b in pairwise(sorted(tellings, key=lambda t: (t.day or date.max, t.iri))):
        open_year = not a.years or not b.years
        if open_year and ((once and len(known) < 2) or _near(a, b)):
            yield a, b


def _near(a: Telling, b: Telling) -> bool:
    return bool(a.day and b.day and abs((a.day - b.day).days) <= _NEAR)


@cache
def is_once(honour: str) -> bool:
    """Whether an honour of the scheme is given to one recipient but once.

    >>> is_once(T.TDH + "nghe-si-nhan-dan"), is_once(T.TDH + "bang-khen")
    (True, False)
    """
    return not _ONCE.isdisjoint(broader(honour, HONOURS))
