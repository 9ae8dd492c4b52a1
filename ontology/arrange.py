"""The triples of a graph → its subjects in the order and the sections in which a person would read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology import terms as T
from ontology.spelling import unaccented

Subject = NamedNode | BlankNode | Triple
Term = NamedNode | BlankNode | Literal | Triple
Statement = tuple[Subject, NamedNode, Term]
"""A triple, taken apart."""

_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The article", (T.SCHEMA + "NewsArticle",)),
    ("Photos", (T.SCHEMA + "ImageObject",)),
    ("People", (T.SCHEMA + "Person",)),
    ("Posts held", (T.TD + "Tenure",)),
    ("Posts", (T.ORG + "Post",)),
    ("Provinces", (T.TD + "Province",)),
    ("Emulation clusters", (T.TD + "EmulationCluster",)),
    ("Bodies", (T.ORG + "Organization",)),
    ("Groups of people", (T.TD + "Group",)),
    ("Members of the clusters", (T.TD + "ClusterMembership",)),
    ("Leads and deputies of the clusters", (T.TD + "ClusterLeadership",)),
    ("Honours", (T.TD + "Honour",)),
    ("Awards and what happened to them", (T.TD + "Award", T.TD + "AwardStep")),
    ("Events", (T.SCHEMA + "Event", T.TD + "CovenantSigning")),
    ("Places", (T.SCHEMA + "Place",)),
    ("Who took part", (T.TD + "Participation",)),
    ("Campaigns and fields of work", (T.TD + "Campaign", T.TD + "Field")),
    ("Statements", (T.TD + "Statement",)),
    ("Who and what is one", (T.TD + "Joining",)),
    ("Mentions", (T.TD + "Mention",)),
    ("Passages: the evidence", (T.OA + "SpecificResource", T.OA + "TextPositionSelector", T.OA + "TextQuoteSelector")),
)
_OTHER = "Everything else"
_PLACE_OF_TYPE = {type_: number for number, (_, types) in enumerate(_SECTIONS) for type_ in types}
_BY_POSITION = ("Statements", "Mentions", "Passages: the evidence")
_FIRST = (T.RDF + "type", T.RDFS + "label", T.SCHEMA + "name", T.SKOS + "prefLabel", T.SKOS + "altLabel")
_LAST = (T.PROV + "wasDerivedFrom", T.TD + "rule", T.SCHEMA + "text")
ROOMS = ("body", "cluster", "post", "campaign", "field", "person", "joining")
"""The folders of data IRIs under the base that get a prefix of their own."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the statements below it: grouped by subject, each group in the order to be written."""

    heading: str
    subjects: tuple[tuple[Statement, ...], ...]


def sections(triples: Iterable[Statement]) -> Iterator[Section]:
    """The sections of one graph that have something in them, in an order that depends on the triples alone."""
    groups: dict[Subject, list[Statement]] = {}
    for triple in set(triples):
        groups.setdefault(triple[0], []).append(triple)
    positions = _positions(groups)
    found: dict[int, list[Subject]] = {}
    for subject, group in groups.items():
        places = (_PLACE_OF_TYPE.get(o.value) for _, p, o in group if _is_type(p) and isinstance(o, NamedNode))
        number = min((place for place in places if place is not None), default=len(_SECTIONS))
        found.setdefault(number, []).append(subject)
    for number in sorted(found):
        heading = _SECTIONS[number][0] if number < len(_SECTIONS) else _OTHER
        by_position = heading in _BY_POSITION
        keys = {s: (positions.get(s, (0, 0)) if by_position else (0, 0), *_name(s, groups[s])) for s in found[number]}
        ordered = sorted(found[number], key=lambda s, keys=keys: keys[s])  # type: ignore[misc]
        yield Section(heading, tuple(tuple(sorted(groups[s], key=_statement_key)) for s in ordered))


def prefixes(triples: Iterable[Statement]) -> dict[str, str]:
    """The prefixes for writing these triples: the shared ones; where they are one article's, `a:` for its own IRIs.

    Bodies, clusters, posts, campaigns and fields get one each, under the base of the articles.
    """
    articles = {s.value for s, p, o in triples if _is_type(p) and o == _ARTICLE and isinstance(s, NamedNode)}
    own = {"a": f"{min(articles)}#"} if len(articles) == 1 else {}
    bases = {article.rpartition("article/")[0] for article in articles}
    if len(bases) == 1:
        base = bases.pop()
        own |= {room: f"{base}{room}/" for room in ROOMS}
    return {**T.PREFIXES, **own}


_ARTICLE = NamedNode(T.SCHEMA + "NewsArticle")


def _is_type(predicate: NamedNode) -> bool:
    return predicate.value == T.RDF + "type"


def _name(subject: Subject, group: list[Statement]) -> tuple[str, str, str]:
    """What a subject sorts by: its label without accents, its label, its IRI."""
    labels = (o.value for _, p, o in group if p.value == T.RDFS + "label" and isinstance(o, Literal))
    label = min(labels, default="")
    return unaccented(label), label, str(subject) if isinstance(subject, Triple) else subject.value


def _statement_key(statement: Statement) -> tuple[int, str, str]:
    predicate = statement[1].value
    if predicate in _FIRST:
        rank = _FIRST.index(predicate)
    elif predicate in _LAST:
        rank = len(_FIRST) + 1 + _LAST.index(predicate)
    else:
        rank = len(_FIRST)
    return rank, predicate, str(statement[2])


def _positions(groups: dict[Subject, list[Statement]]) -> dict[Subject, tuple[int, int]]:
    """Where in the text each selector, passage and fact begins and ends; of several passages the first."""
    positions: dict[Subject, tuple[int, int]] = {}
    for subject, group in groups.items():
        ends = {
            p.value: int(o.value) for _, p, o in group if isinstance(o, Literal) and p.value in _ENDS and _is_int(o)
        }
        if len(ends) == len(_ENDS):
            positions[subject] = (ends[_ENDS[0]], ends[_ENDS[1]])
    for link in (T.OA + "hasSelector", T.PROV + "wasDerivedFrom"):
        for subject, group in groups.items():
            held = [
                positions[o] for _, p, o in group if p.value == link and o in positions and not isinstance(o, Literal)
            ]
            if held:
                positions[subject] = min(held)
    return positions


_ENDS = (T.OA + "start", T.OA + "end")


def _is_int(literal: Literal) -> bool:
    return literal.value.isascii() and literal.value.isdigit() and len(literal.value) < 19
