"""Two people that are named, or all of one name → whether they are one, and the passages that say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ontology import terms as T
from ontology.console import shown
from ontology.errors import UserError
from ontology.spelling import unaccented
from queries.identity.bearers import Bearer, bearers, name_key
from queries.identity.decided import decisions
from queries.identity.joining import Joining, reasons
from queries.identity.rows import pairs, rows
from queries.identity.statements import REASONS
from queries.parameters import as_iri

COLUMNS = ("person", "name", "article", "said", "posts", "joined_by")
_MOST = 12
"""People that a message lists."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a graph, and what is stated of who is one."""

    store: ox.Store
    by_iri: dict[str, Bearer]
    identity: dict[str, str]
    """The one person that somebody is, where several articles name that person."""
    joinings: list[Joining]

    def one(self, b: Bearer) -> str:
        return self.identity.get(b.iri, b.iri)


def people(store: ox.Store) -> People:
    """Everybody in the merge of a store's graphs."""
    short = {T.TD + concept: reason for reason, concept in REASONS.items()}
    held: dict[str, tuple[set[str], str, set[str]]] = {}
    for joining, joined, why, fact in rows(
        store,
        "SELECT ?j ?p ?r ?f { ?j td:joins ?p ; td:reason ?r . ?p a schema:Person"
        " OPTIONAL { ?j prov:wasDerivedFrom ?f } }",
    ):
        pair, _, facts = held.setdefault(joining, (set(), short.get(why, why), set()))
        pair.add(joined)
        facts |= {fact} - {""}
    joinings = [Joining(min(p), max(p), why, tuple(sorted(facts))) for p, why, facts in held.values()]
    identity = pairs(store, "SELECT ?p ?one { ?p td:identity ?one }")
    return People(store, {b.iri: b for b in bearers(store)}, identity, sorted(joinings))


def called(everybody: People, name: str) -> list[Bearer]:
    """The people that somebody means by a name or an IRI, by IRI; `UserError` where there are none."""
    iri = as_iri(name)
    if iri is not None:
        found = [b for b in everybody.by_iri.values() if iri.value in (b.iri, everybody.one(b))]
        if not found:
            raise UserError(f"no person has the IRI {iri.value}")
        return found
    key = name_key(name)[0]
    found = [b for b in everybody.by_iri.values() if b.key == key]
    found = found or [b for b in everybody.by_iri.values() if unaccented(b.key) == unaccented(key)]
    if not found:
        raise UserError(f"nobody is called “{name}”; see the names with: thidua query people")
    return found


def listed(everybody: People, found: Iterable[Bearer]) -> list[list[str]]:
    """Rows of a table (`COLUMNS`): those who are one stand together, whoever most articles name first."""
    of: dict[str, list[Bearer]] = defaultdict(list)
    for b in found:
        of[everybody.one(b)].append(b)
    why: dict[str, set[str]] = defaultdict(set)
    for j in everybody.joinings:
        for iri in (j.one, j.other):
            why[iri].add(j.reason)
    labels = _labels(everybody.store, (h.tenure for bs in of.values() for b in bs for h in b.held))
    return [
        [
            _short(one),
            b.name,
            _short(b.article),
            b.day.isoformat() if b.day else "",
            _posts(b, labels),
            ", ".join(sorted(why[b.iri])),
        ]
        for one, bs in sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))
        for b in sorted(bs, key=lambda b: b.order)
    ]


def explained(everybody: People, one: str, other: str) -> tuple[bool, list[str]]:
    """Whether two are one, and the lines that say why. `UserError` where a name may mean several."""
    a, b = (_single(everybody, name) for name in (one, other))
    if everybody.one(a[0]) == everybody.one(b[0]):
        return True, [f"{a[0].name} is one person: {everybody.one(a[0])}", *_chain(everybody, a, b)]
    return False, [*_apart(everybody, a[0], b[0])]


def _single(everybody: People, name: str) -> list[Bearer]:
    found = called(everybody, name)
    ones = sorted({everybody.one(b) for b in found})
    if len(ones) > 1:
        told = ", ".join(ones[:_MOST]) + (" …" if len(ones) > _MOST else "")
        raise UserError(f"“{name}” may be any of {len(ones)} people; say which by IRI: {told}")
    return sorted(found, key=lambda b: b.order)


def _chain(everybody: People, a: list[Bearer], b: list[Bearer]) -> Iterator[str]:
    """The fewest joinings that lead from one to the other, each with its passages."""
    ends = {x.iri for x in b}
    starts = [x.iri for x in a if x.iri not in ends] or [a[0].iri]
    beside: dict[str, list[tuple[str, Joining]]] = defaultdict(list)
    for j in everybody.joinings:
        beside[j.one].append((j.other, j))
        beside[j.other].append((j.one, j))
    came: dict[str, tuple[str, Joining] | None] = dict.fromkeys(starts)
    queue = [*starts]
    goals = ends - {*starts} or {x.iri for x in a[1:]}
    for iri in queue:
        if iri in goals:
            steps: list[Joining] = []
            at = came[iri]
            while at is not None:
                steps.append(at[1])
                at = came[at[0]]
            for number, j in enumerate(reversed(steps), 1):
                yield f"{number}. {_reason(j.reason)}"
                yield from _passages(everybody.store, j.facts)
            return
        for further, j in beside[iri]:
            if further not in came:
                came[further] = (iri, j)
                queue.append(further)


def _apart(everybody: People, a: Bearer, b: Bearer) -> Iterator[str]:
    labels = _labels(everybody.store, (h.tenure for x in (a, b) for h in x.held))
    yield f"{a.name} ({_short(a.article)}) and {b.name} ({_short(b.article)}) are not taken for one person."
    pair = (min(a.iri, b.iri), max(a.iri, b.iri))
    speaking = reasons(a, b, everybody.by_iri.values())
    if pair in decisions(everybody.store).different:
        yield "A curator decided that they are two."
    elif a.article == b.article:
        yield "One article names both."
    elif a.key != b.key and not speaking:
        yield "Their names differ."
    elif speaking:
        yield "This speaks for it, but another initial, another province headed in one month, or a curator forbids it:"
        for j in speaking:
            yield f"- {_reason(j.reason)}"
            yield from _passages(everybody.store, j.facts)
    else:
        yield "They share no office, no body, no province and no company."
    for x in (a, b):
        yield f"  {_short(x.article)}: {_posts(x, labels) or 'no post is told'}"


def _reason(reason: str) -> str:
    return {
        "decided": "a curator decided it (người quản lý quyết định)",
        "office": "same office (cùng chức vụ)",
        "body": "same body (cùng tổ chức)",
        "short": "a short name of the office's holder (tên gọi tắt)",
        "province": "posts in one province (cùng địa phương)",
        "company": "named beside the same people (cùng được nhắc với những người khác)",
    }.get(reason, reason)


def _posts(b: Bearer, labels: dict[str, str]) -> str:
    return "; ".join(dict.fromkeys(labels.get(h.tenure, h.post) for h in b.held))


def _labels(store: ox.Store, tenures: Iterable[str]) -> dict[str, str]:
    """The posts of tenures as worded."""
    values = " ".join(str(ox.NamedNode(t)) for t in tenures)
    return pairs(store, f"SELECT ?t ?l {{ VALUES ?t {{ {values} }} ?t td:post/rdfs:label ?l }}")


def _passages(store: ox.Store, facts: Iterable[str]) -> Iterator[str]:
    """A line for each fact: its article and the first passage that says it."""
    values = " ".join(str(ox.NamedNode(f)) for f in facts)
    if not values:
        return
    first: dict[str, tuple[int, str, str]] = {}
    for fact, article, start, exact in rows(
        store,
        f"SELECT ?f ?a ?start ?exact {{ VALUES ?f {{ {values} }} ?f prov:wasDerivedFrom ?p . ?p oa:hasSource ?a ;"
        " oa:hasSelector ?s . ?s oa:start ?start ; oa:exact ?exact }",
    ):
        told = (int(start), article, exact)
        first[fact] = min(first.get(fact, told), told)
    for _, article, exact in sorted(first.values(), key=lambda told: told[1:]):
        yield f"   {_short(article)}: “{shown(exact)}”"


def _short(iri: str) -> str:
    """An IRI as a table shows it: without the project's base."""
    return iri.removeprefix(T.BASE)
