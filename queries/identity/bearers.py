"""A store of articles → whoever bears a name in each article, with the posts held and the company kept there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import pyoxigraph as ox

from ontology import terms as T
from ontology.official import official_key
from ontology.schemes import BODY_KINDS, ROLES, broader, level
from ontology.spelling import fold
from queries.identity.rows import days as days_of
from queries.identity.rows import rows

WANTED = frozenset(
    ox.NamedNode(iri)
    for iri in (
        *(T.TD + name for name in ("mentions", "post", "status", "bodyKind", "inProvince", "year", "grantor")),
        *(T.TD + name for name in ("stepOf", "honour", "recipient", "wording")),
        *(T.ORG + name for name in ("member", "organization", "role")),
        *(T.RDF + "type", T.RDFS + "label", T.SCHEMA + "name", T.SCHEMA + "datePublished", T.PROV + "wasDerivedFrom"),
    )
)
"""The predicates that identity is told from; whoever has many quads in memory need keep no others."""


class Held(NamedTuple):
    """A post that an article gives somebody."""

    tenure: str
    """IRI of the tenure."""
    post: str
    """The key of its wording (`official_key`)."""
    role: str | None
    """IRI of its role in the scheme."""
    body: str | None
    """The key of the body's wording."""
    qualified: bool
    """Whether its wording has more than the role: `phó tổng thống Mỹ`, not `giám đốc`."""
    named: bool
    """Whether post and body are told by a full name, which means the same in every article."""
    province: str | None
    """IRI of the province that the body is in."""
    level: str | None
    """The level of government of the body's kind: `central`, `provincial` …"""
    head: bool
    """Whether the role is that of whoever heads the body."""
    national: bool
    """Whether the role alone tells the office: `Thủ tướng`."""
    current: bool
    """Whether the article says that it is held now."""


@dataclass(slots=True)
class Bearer:
    """A person of one article."""

    iri: str
    name: str
    key: str
    """The comparison key of the name, without lone letters inside it (`Donald J. Trump`)."""
    article: str
    day: date | None
    """The article's day."""
    mention: str
    """IRI of the mention."""
    initials: str = ""
    """The lone letters inside the name, which tell two of one key apart: `George W. Bush`, `George H. W. Bush`."""
    held: list[Held] = field(default_factory=list)

    @property
    def order(self) -> tuple[str, str]:
        """What people sort by: the article's day (those without one last), the IRI."""
        return (self.day.isoformat() if self.day else "~", self.iri)


def bearers(store: ox.Store) -> list[Bearer]:
    """All people that articles speak of, by IRI; authors and photographers are not among them."""
    days = dict(days_of(store))
    found: dict[str, Bearer] = {}
    for mention, person, name in sorted(rows(store, "SELECT ?m ?p ?n { ?m td:mentions ?p . ?p schema:name ?n }")):
        article = person.partition("#")[0]
        if person not in found:
            key, initials = name_key(name)
            found[person] = Bearer(person, name, key, article, days.get(article), mention, initials)
    tenures: dict[str, dict[str, Held]] = defaultdict(dict)
    for tenure, person, post, label, role, status, body, body_label, kind, province in sorted(rows(store, _TENURES)):
        named = "#" not in post and "#" not in (body or "")
        tenures[person].setdefault(
            tenure,
            Held(
                tenure,
                official_key(label),
                role or None,
                official_key(body_label) if body_label else None,
                len(official_key(label).split()) > _length(role),
                named,
                province or None,
                level(kind, BODY_KINDS) if kind else None,
                bool(role) and T.TDR + "nguoi-dung-dau" in broader(role, ROLES),
                bool(role) and level(role, ROLES) == "central",
                status != T.TD + "former",
            ),
        )
    for person, of in tenures.items():
        if person in found:
            found[person].held = [of[tenure] for tenure in sorted(of)]
    return [found[iri] for iri in sorted(found)]


def name_key(name: str) -> tuple[str, str]:
    """The key by which names are compared, and the lone letters inside the name, which it leaves out.

    >>> name_key("Donald J. Trump"), name_key("Thái Hoà") == name_key("THÁI HÒA")
    (('donald trump', 'j'), True)
    """
    words = fold(name).split()
    inner = words[1:-1]
    kept = [*words[:1], *(w for w in inner if len(w) > 1), *words[1:][-1:]]
    return " ".join(kept), "".join(w for w in inner if len(w) == 1)


def _length(role: str) -> int:
    """The words of a role's label; two for a post of no role."""
    return role.rpartition("/")[2].count("-") + 1 if role else 2


_TENURES = """
SELECT ?t ?person ?post ?label ?role ?status ?body ?bodyLabel ?kind ?province {
  ?t td:post ?post ; org:member ?person ; td:status ?status .
  ?post rdfs:label ?label .
  OPTIONAL { ?post org:role ?role }
  OPTIONAL {
    ?t org:organization ?body . ?body rdfs:label ?bodyLabel .
    OPTIONAL { ?body td:bodyKind ?kind }
    OPTIONAL { ?body td:inProvince ?province }
  }
}"""


def store_of(quads: Iterable[ox.Quad]) -> ox.Store:
    """Quads in memory as such a store: the merge of their graphs, of the wanted predicates only."""
    store = ox.Store()
    store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads if q.predicate in WANTED)
    return store
