"""People of articles → which of them are one, each joining with its reason and the facts that it rests on.

The outcome is a function of the set of people, whatever the order in which they came: candidates are found by what
people of one name share, sorted by the strength of the reason, and taken one by one unless something forbids it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from ontology.spelling import fold
from queries.identity.bearers import Bearer, Held
from queries.identity.groups import Groups

REASONS = ("decided", "office", "body", "short", "province", "company")
"""Why two are taken for one, the strongest reason first."""

_YEAR = 366
"""Days between two articles within which the same company is a reason."""
_MOST = 24
"""High officials of an article whose pairs are looked at."""


class Joining(NamedTuple):
    """Two people of two articles (IRIs, the smaller first) that are one."""

    one: str
    other: str
    reason: str
    facts: tuple[str, ...]
    """IRIs of the tenures or mentions that it rests on, sorted."""


class Decided(NamedTuple):
    """What a curator decided: pairs of IRIs, the smaller first."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()


UNDECIDED = Decided()


def join(people: Iterable[Bearer], decided: Decided = UNDECIDED) -> list[Joining]:
    """The joinings that make one person of several: as many as are needed and no more, sorted."""
    everybody = {b.iri: b for b in people}
    candidates = {Joining(*pair, "decided", ()) for pair in decided.same if {*pair} <= everybody.keys()}
    by_name: dict[str, list[Bearer]] = defaultdict(list)
    for iri in sorted(everybody):
        by_name[everybody[iri].key].append(everybody[iri])
    company = _company(everybody.values())
    for key, block in by_name.items():
        if " " in key and len(block) > 1:
            candidates.update(_candidates(block, company))
    candidates.update(_short(everybody.values()))
    groups = _People(everybody, decided.different)
    ordered = sorted(candidates, key=lambda j: (REASONS.index(j.reason), j))
    return sorted(j for j in ordered if groups.unite(j))


def reasons(a: Bearer, b: Bearer, people: Iterable[Bearer]) -> list[Joining]:
    """All that speaks for two people being one, whether or not it was needed; the strongest first."""
    company = _company(people)
    found = {*_candidates([a, b], company)} if a.key == b.key else set()
    pair = tuple(sorted((a.iri, b.iri)))
    found |= {j for j in _short(people) if (j.one, j.other) == pair}
    return sorted(found, key=lambda j: (REASONS.index(j.reason), j))


def _candidates(block: list[Bearer], company: Mapping[str, _Company]) -> Iterator[Joining]:
    """What people of one name share: in each group that shares something, each and the next in time."""
    common = is_common(block[0].key)
    shared: dict[tuple[str, ...], list[tuple[Bearer, str]]] = defaultdict(list)
    begun = {} if common else _begun({h.post for b in block for h in b.held if h.qualified})
    for b in block:
        for h in b.held:
            for key in _keys(h, common=common):
                shared[key].append((b, h.tenure))
            if h.post in begun:
                shared["office", begun[h.post]].append((b, h.tenure))
        for key in _together(b, company[b.article], common=common):
            shared[key].append((b, b.mention))
    for key, bearing in shared.items():
        once: dict[str, tuple[Bearer, str]] = {}
        for b, fact in bearing:
            once.setdefault(b.iri, (b, fact))
        for (a, f), (b, g) in pairwise(sorted(once.values(), key=lambda x: x[0].order)):
            if a.article == b.article or (key[0] == "company" and not _near(a, b)):
                continue
            others = key[1:] if key[0] == "company" else ()
            yield _joining(a, b, key[0], f, g, *(company[x.article].mentions[o] for x in (a, b) for o in others))


def _keys(held: Held, *, common: bool) -> Iterator[tuple[str, ...]]:
    if held.national and held.role:
        yield "office", held.role
    if held.named or (held.qualified and not common):
        yield "office", held.post
    if held.named:
        if held.body and not (common and held.level == "central"):
            yield "body", held.body
        if held.province and not common:
            yield "province", held.province


def _begun(posts: set[str]) -> dict[str, str]:
    """The wordings of offices that go on where a shorter one ends (`bộ trưởng quốc phòng Nga`), with the shorter one.

    One that goes on in several ways (`giám đốc sở y tế` of two provinces) does not tell which.
    """
    found: dict[str, list[str]] = {}
    for short in posts:
        longer = sorted((p for p in posts if p.startswith(short + " ")), key=len)
        if longer and all(longer[-1].startswith(p + " ") for p in longer[:-1]):
            found[short] = longer
    return {post: short for short, longer in sorted(found.items(), key=lambda item: -len(item[0])) for post in longer}


class _Company(NamedTuple):
    """Who else an article speaks of, by key: high officials, whom many articles name, and others."""

    high: frozenset[str]
    others: frozenset[str]
    mentions: Mapping[str, str]
    """The IRI of the mention of each."""


def _company(people: Iterable[Bearer]) -> dict[str, _Company]:
    """The company in each article. One-word names say too little."""
    named: dict[str, dict[str, str]] = defaultdict(dict)
    high = set[str]()
    for b in people:
        of = named[b.article]  # every article has an entry
        if " " in b.key:
            of[b.key] = min(b.mention, of.get(b.key, b.mention))
            if any(h.national for h in b.held):
                high.add(b.key)
    return {a: _Company(frozenset(of.keys() & high), frozenset(of.keys() - high), of) for a, of in named.items()}


def _together(b: Bearer, company: _Company, *, common: bool) -> Iterator[tuple[str, ...]]:
    """One other person who is no high official, or two who are; of two common names one more."""
    for other in company.others - {b.key}:
        if not (common and is_common(other)):
            yield "company", other
    if not common:
        for pair in combinations(sorted(company.high - {b.key})[:_MOST], 2):
            yield "company", *pair


def _near(a: Bearer, b: Bearer) -> bool:
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= _YEAR


def _short(people: Iterable[Bearer]) -> Iterator[Joining]:
    """A name of one word (`Tổng thống Trump`) goes with the only full name that ends in it in the same office."""
    full: dict[tuple[str, str], list[tuple[Bearer, str]]] = defaultdict(list)
    short: list[tuple[Bearer, str, tuple[str, str]]] = []
    for b in people:
        last = b.key.rpartition(" ")[2]
        for h in b.held:
            for key in _keys(h, common=True):
                if key[0] != "office":
                    continue
                if " " in b.key:
                    full[key[1], last].append((b, h.tenure))
                else:
                    short.append((b, h.tenure, (key[1], last)))
    for b, tenure, office in short:
        found = sorted(full.get(office, ()), key=lambda x: (x[0].order, x[1]))
        if len({other.key for other, _ in found}) == 1:
            other, fact = next(((o, f) for o, f in found if o.article != b.article), (None, ""))
            if other is not None:
                yield _joining(b, other, "short", tenure, fact)


def _joining(a: Bearer, b: Bearer, reason: str, *facts: str) -> Joining:
    return Joining(min(a.iri, b.iri), max(a.iri, b.iri), reason, tuple(sorted({*facts})))


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of `common.txt` by section, as keys."""
    found: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("common.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            section.add(fold(line))
    return {name: frozenset(words) for name, words in found.items()}


@cache
def is_common(key: str) -> bool:
    """Whether very many people bear a name.

    >>> is_common("nguyễn văn hùng"), is_common("đặng thị ngọc thịnh"), is_common("lò văn muôn")
    (True, False, False)
    """
    words, parts = _words(), key.split()
    if not 2 <= len(parts) <= 3 or parts[0] not in words["family"] or parts[-1] not in words["given"]:
        return False
    return all(middle in words["middle"] for middle in parts[1:-1])


class _People:
    """People in groups that were found to be one, and what forbids to unite two groups."""

    def __init__(self, people: Mapping[str, Bearer], different: frozenset[tuple[str, str]]) -> None:
        self._groups = Groups(people)
        self._seats = {iri: _seats(b) for iri, b in people.items()}
        self._initials = {iri: b.initials for iri, b in people.items()}
        self._not: dict[str, set[str]] = defaultdict(set)
        for a, b in different:
            self._not[a].add(b)
            self._not[b].add(a)

    def unite(self, joining: Joining) -> bool:
        """Unite the groups of two people; False if they are one already, or may not be."""
        a, b = self._groups.of(joining.one), self._groups.of(joining.other)
        initials = {self._initials[a], self._initials[b]} - {""}
        if a == b or self._apart(a, b) or (len(initials) > 1 and joining.reason != "decided"):
            return False
        if joining.reason in ("province", "company") and _clash(self._seats[a], self._seats[b]):
            return False
        self._groups.unite(a, b)
        new = self._groups.of(a)
        self._seats[new] = self._seats[a] | self._seats[b]
        self._initials[new] = max(initials, default="")
        return True

    def _apart(self, a: str, b: str) -> bool:
        """Whether somebody decided that one of this group is not one of that."""
        if not self._not:
            return False
        mine = {*self._groups.members(a)}
        return any(not mine.isdisjoint(self._not.get(iri, ())) for iri in self._groups.members(b))


_Seat = tuple[str, str, str]


def _seats(b: Bearer) -> frozenset[_Seat]:
    """The provincial bodies that somebody heads on a day: month, province, body's key."""
    if b.day is None:
        return frozenset()
    month = b.day.isoformat()[:7]
    return frozenset(
        (month, h.province, h.body)
        for h in b.held
        if h.current and h.head and h.level == "provincial" and h.province and h.body
    )


def _clash(mine: frozenset[_Seat], yours: frozenset[_Seat]) -> bool:
    """Whether two groups head bodies in two provinces in one month."""
    return any(m[0] == y[0] and m[1] != y[1] for m in mine for y in yours)
