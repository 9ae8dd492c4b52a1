"""RDF quads of articles → plain records: things by kind, facts and what they join, passages with their sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology import terms as T

if TYPE_CHECKING:
    from pyoxigraph import Quad

KINDS = {
    T.TD + "Province": "province",
    T.TD + "EmulationCluster": "cluster",
    T.TD + "CovenantSigning": "event",
    T.TD + "Campaign": "campaign",
    T.TD + "Field": "field",
    T.TD + "Group": "group",
    T.TD + "Honour": "honour",
    T.SCHEMA + "Event": "event",
    T.SCHEMA + "Person": "person",
    T.ORG + "Post": "post",
    T.ORG + "Organization": "body",
    T.SCHEMA + "Place": "place",
}
"""The kind of a thing by its class; where a thing has several classes, the first of this table wins."""

FACTS = (
    "Tenure",
    "AwardStep",
    "ClusterMembership",
    "ClusterLeadership",
    "CovenantSigning",
    "Event",
    "Participation",
    "Statement",
    "Mention",
)
"""The classes of facts, in the order in which a panel lists them."""

LABELS = frozenset({T.RDFS + "label", T.SKOS + "prefLabel", T.SKOS + "altLabel"})
"""Read in Vietnamese, or without a language: what is shown is what the articles write."""

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
LONG = 120
"""Values of so many characters are texts, which seldom come twice."""
CONTEXT = 240
"""Most characters of the sentence shown on either side of a quote."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article: its IRI and what a reader needs to find it. `date` is ISO 8601, empty where unknown."""

    date: str
    iri: str
    id: str
    title: str
    url: str
    agency: str
    author: str


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A passage: `exact` stands at `start`…`end` of the source's text; `before` and `after` complete its sentence."""

    source: Source
    start: int
    end: int
    exact: str
    before: str
    after: str

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """What tells its place among all quotes, quicker to compare than the whole."""
        return (self.source.date, self.source.iri, self.start, self.end, self.exact)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `roles` are (role, IRI of a thing) and `values` (role, text), both in reading order.

    `award` is the IRI of the award that it is a step of, or empty.
    """

    iri: str
    type: str
    label: str
    status: str
    year: str
    rule: str
    roles: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]
    award: str = ""

    def role(self, name: str) -> list[str]:
        """The things in one role."""
        return [iri for role, iri in self.roles if role == name]


@dataclass(frozen=True, slots=True)
class Thing:
    """What facts are about. `province` is the IRI of the one that a body's name tells, or empty; `reasons` are those
    for which several of articles are taken for this one (names of concepts)."""

    iri: str
    kind: str
    label: str
    other_labels: tuple[str, ...]
    province: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that some articles say: things by IRI, facts in the order of the text, sources by date, texts by source.

    People and awards of several articles that are one (`td:identity`) are one thing here; `one` leads from each of
    them to it.
    """

    things: dict[str, Thing]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    texts: dict[str, str]
    one: dict[str, str]

    def only(self, keep: Callable[[Fact], bool]) -> Evidence:
        """The same with only some of the facts, and the things that these are about."""
        facts = tuple(fact for fact in self.facts if keep(fact))
        iris = {iri for fact in facts for _, iri in fact.roles}
        things = {iri: thing for iri, thing in self.things.items() if iri in iris}
        told = {quote.source.iri for fact in facts for quote in fact.quotes}
        return Evidence(things, facts, tuple(s for s in self.sources if s.iri in told), self.texts, self.one)


class _Index:
    """Subjects, their properties and values as strings, sorted so that the order of the input cannot matter.

    A property that has one value, as most have, holds it bare; each IRI is kept once. So a million quads need 250 MB.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.of: dict[str, dict[str, str | set[str]]] = {}
        self.by_type: dict[str, set[str]] = {}
        self.wordings: dict[str, list[str]] = {}
        known: dict[str, str] = {}
        type_, same = T.RDF + "type", known.setdefault
        for q in quads:
            s, p, o = q.subject.value, q.predicate.value, getattr(q.object, "value", None)  # type: ignore[union-attr]
            if o is None or (p in LABELS and getattr(q.object, "language", None) not in (None, "vi")):
                continue
            s, p = same(s, s), same(p, p)
            if len(o) < LONG:
                o = same(o, o)
            of = self.of.setdefault(s, {})
            before = of.setdefault(p, o)
            if isinstance(before, set):
                before.add(o)
            elif before != o:
                of[p] = {before, o}
            if p == type_:
                self.by_type.setdefault(o, set()).add(s)
        self.one = {s: self.one_of(s) for s, said in self.of.items() if T.TD + "identity" in said}
        self.members: dict[str, list[str]] = {}
        for s, one in sorted(self.one.items()):
            self.members.setdefault(one, []).append(s)
        self.reasons: dict[str, set[str]] = {}
        for joining in self.subjects(T.TD + "Joining"):
            for s in self.all(joining, T.TD + "joins"):
                said = {local_name(reason) for reason in self.all(joining, T.TD + "reason")}
                self.reasons.setdefault(self.one.get(s, s), set()).update(said)

    def one_of(self, s: str) -> str:
        """The one that stands for a person or an award in all articles, or itself."""
        return self.value(s, T.TD + "identity") or s

    def all(self, s: str, p: str) -> list[str]:
        found = self.of.get(s, {}).get(p, ())
        return [found] if isinstance(found, str) else sorted(found)

    def value(self, s: str, p: str) -> str:
        """The least value, or the empty string."""
        found = self.of.get(s, {}).get(p, "")
        return found if isinstance(found, str) else min(found)

    def label(self, s: str) -> str:
        return self.value(s, T.SKOS + "prefLabel") or self.value(s, T.RDFS + "label")

    def subjects(self, type_: str) -> list[str]:
        return sorted(self.by_type.get(type_, ()))


def local_name(iri: str) -> str:
    """What stands behind the last `#` or `/`: `proposed` for `td:proposed`."""
    return re.split(r"[#/]", iri)[-1]


def evidence(quads: Iterable[Quad]) -> Evidence:
    """What the quads of one article or many say; a `pyoxigraph.Store` or `Dataset` will do, its graphs read as one."""
    index = _Index(quads)
    sources = {s.iri: s for s in (_source(index, iri) for iri in index.subjects(T.SCHEMA + "NewsArticle"))}
    quotes = {q: _quote(index, q, sources) for q in index.subjects(T.OA + "SpecificResource")}
    facts = []
    for type_ in FACTS:
        name = (T.SCHEMA if type_ == "Event" else T.TD) + type_
        facts += [_fact(index, iri, type_, quotes) for iri in index.subjects(name)]
    facts.sort(key=lambda f: (FACTS.index(f.type), [q.order for q in f.quotes[:1]], f.iri))
    things: dict[str, Thing] = {}
    for fact in facts:
        for _, iri in fact.roles:
            if iri not in things:
                things[iri] = _thing(index, iri)
    texts = {iri: index.value(iri, T.SCHEMA + "text") for iri in sources}
    return Evidence(dict(sorted(things.items())), tuple(facts), tuple(sorted(sources.values())), texts, index.one)


def _source(index: _Index, iri: str) -> Source:
    def labels(p: str) -> str:
        return ", ".join(index.label(x) for x in index.all(iri, p))

    return Source(
        date=index.value(iri, T.SCHEMA + "datePublished"),
        iri=iri,
        id=index.value(iri, T.DCT + "identifier") or local_name(iri),
        title=index.value(iri, T.SCHEMA + "headline") or index.label(iri) or local_name(iri),
        url=index.value(iri, T.SCHEMA + "url"),
        agency=labels(T.SCHEMA + "sourceOrganization"),
        author=labels(T.SCHEMA + "author"),
    )


def _quote(index: _Index, iri: str, sources: dict[str, Source]) -> Quote | None:
    article, selector = index.value(iri, T.OA + "hasSource"), index.value(iri, T.OA + "hasSelector")
    try:
        start, end = int(index.value(selector, T.OA + "start")), int(index.value(selector, T.OA + "end"))
    except ValueError:
        return None
    exact = index.value(selector, T.OA + "exact")
    if article not in sources:
        return None
    before, after = _sentence(index.value(article, T.SCHEMA + "text"), start, end, exact)
    return Quote(sources[article], start, end, exact, before, after)


def _sentence(text: str, start: int, end: int, exact: str) -> tuple[str, str]:
    """What stands before and behind a quote in its sentence; nothing where the text does not hold the quote there."""
    if text[start:end] != exact:
        return "", ""
    before, after = text[max(0, start - 2 * CONTEXT) : start], text[end : end + 2 * CONTEXT]
    breaks = list(_SENTENCE.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    stop = _SENTENCE.search(after) if not exact.endswith((".", "!", "?", "…")) else _SENTENCE.match(after)
    after = after[: stop.start()] if stop else after
    if len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + "…"
    return before.lstrip(), after.rstrip()


def _thing(index: _Index, iri: str) -> Thing:
    types = index.all(iri, T.RDF + "type")
    kind = next((kind for type_, kind in KINDS.items() if type_ in types), "group")
    label = index.label(iri) or _wording(index, iri) or local_name(iri)
    names = {*index.all(iri, T.SKOS + "altLabel"), *(index.label(one) for one in index.members.get(iri, ()))}
    reasons = tuple(sorted(index.reasons.get(iri, ())))
    return Thing(iri, kind, label, tuple(sorted(names - {label, ""})), index.value(iri, T.TD + "inProvince"), reasons)


def _wording(index: _Index, honour: str) -> str:
    """How an article words an honour of the scheme: its label stands in the scheme, not in the article's graph."""
    if not index.wordings:
        for award in index.subjects(T.TD + "Award"):
            for of in index.all(award, T.TD + "honour"):
                index.wordings.setdefault(of, []).append(index.value(award, T.TD + "wording"))
    return min(index.wordings.get(honour, ()), default="")


def _fact(index: _Index, iri: str, type_: str, quotes: dict[str, Quote | None]) -> Fact:
    found = [quotes.get(p) for p in index.all(iri, T.PROV + "wasDerivedFrom")]
    roles = dict.fromkeys((role, index.one_of(of)) for role, of in _roles(index, iri, type_))
    values = _values(index, iri, type_)
    return Fact(
        iri=iri,
        type=type_,
        label=index.label(iri),
        status=local_name(index.value(iri, T.TD + "status")),
        year=index.value(iri, T.TD + "year"),
        rule=index.value(iri, T.TD + "rule"),
        roles=tuple(roles),
        values=tuple(values),
        quotes=tuple(sorted((q for q in found if q is not None), key=lambda q: q.order)),
        award=index.one_of(index.value(iri, T.TD + "stepOf")),
    )


_ROLES: dict[str, tuple[tuple[str, str], ...]] = {
    "Tenure": (("person", T.ORG + "member"), ("post", T.TD + "post"), ("body", T.ORG + "organization")),
    "ClusterMembership": (("member", T.ORG + "member"), ("cluster", T.ORG + "organization")),
    "ClusterLeadership": (("member", T.ORG + "member"), ("cluster", T.ORG + "organization")),
    "Participation": (("agent", T.TD + "agent"), ("event", T.TD + "occasion")),
    "Statement": (("speaker", T.TD + "speaker"), ("event", T.TD + "occasion"), ("field", T.TD + "field")),
    "Event": (("place", T.SCHEMA + "location"), ("partOf", T.SCHEMA + "superEvent")),
    "CovenantSigning": (("place", T.SCHEMA + "location"), ("partOf", T.SCHEMA + "superEvent")),
    "Mention": (("thing", T.TD + "mentions"),),
}
_VALUES: dict[str, tuple[tuple[str, str], ...]] = {
    "ClusterLeadership": (("leads", T.ORG + "role"),),
    "Participation": (("part", T.TD + "part"),),
    "Statement": (("said", T.TD + "statementKind"), ("text", T.SCHEMA + "text")),
    "Event": (("date", T.SCHEMA + "startDate"),),
    "CovenantSigning": (("date", T.SCHEMA + "startDate"),),
}
_CODED = frozenset({"leads", "part", "said"})


def _roles(index: _Index, iri: str, type_: str) -> Iterator[tuple[str, str]]:
    if type_ in ("Event", "CovenantSigning"):
        yield "event", iri
    if type_ == "AwardStep":
        for award in index.all(iri, T.TD + "stepOf"):
            yield from (("honour", x) for x in index.all(award, T.TD + "honour"))
            yield from (("recipient", x) for x in index.all(award, T.TD + "recipient"))
        yield from (("grantor", x) for x in index.all(iri, T.TD + "grantor"))
    for role, p in _ROLES.get(type_, ()):
        yield from ((role, x) for x in index.all(iri, p))
    if type_ == "Tenure" and not index.all(iri, T.ORG + "organization"):
        for post in index.all(iri, T.TD + "post"):
            yield from (("body", x) for x in index.all(post, T.ORG + "postIn"))


def _values(index: _Index, iri: str, type_: str) -> Iterator[tuple[str, str]]:
    for role, p in _VALUES.get(type_, ()):
        for value in index.all(iri, p):
            yield role, local_name(value) if role in _CODED else value
    for award in index.all(iri, T.TD + "stepOf"):
        for recipient in index.all(award, T.TD + "recipient"):
            yield from (("number", x) for x in index.all(recipient, T.TD + "size"))
