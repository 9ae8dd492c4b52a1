"""All that some articles say → the part that a page asks for: of some articles, about something, of some kinds.

What is about a province is also what is about its own bodies.
"""

from __future__ import annotations

from collections.abc import Collection

from graphs.evidence import Evidence, Fact

LIVES = ("AwardStep",)
CLUSTERS = ("ClusterMembership", "ClusterLeadership", "CovenantSigning")
OCCASIONS = ("Event", "CovenantSigning", "Participation")


def of_articles(found: Evidence, iris: Collection[str]) -> Evidence:
    """What is said in some of the articles."""
    return found.only(lambda fact: any(quote.source.iri in iris for quote in fact.quotes))


def of_types(found: Evidence, types: Collection[str]) -> Evidence:
    """The facts of some types."""
    return found.only(lambda fact: fact.type in types)


def around(found: Evidence, about: Collection[str]) -> Evidence:
    """The facts about some things, and those that join two of the things named in them."""
    about = _with_bodies(found, about)
    near = _near(found, about)
    return found.only(lambda fact: _names(fact, about) or len({iri for _, iri in fact.roles} & near) > 1)


def clusters(found: Evidence, about: Collection[str]) -> Evidence:
    """Members, leads and covenants of all clusters, or of those that some things are or belong to."""
    held = of_types(found, (*CLUSTERS, "Participation"))
    of = {iri for fact in held.facts for iri in fact.role("cluster")}
    held = held.only(lambda fact: fact.type in CLUSTERS or _value(fact, "part") == "signed")
    if about:
        about = _with_bodies(found, about)
        of = {iri for fact in held.facts if _names(fact, about) for iri in fact.role("cluster")}
        held = held.only(lambda fact: _names(fact, of))
    return held


def awards(found: Evidence, about: Collection[str]) -> Evidence:
    """All steps of all awards, or of those in which some things have a role."""
    held = of_types(found, LIVES)
    if about:
        about = _with_bodies(found, about)
        lives = {fact.award for fact in held.facts if _names(fact, about)}
        held = held.only(lambda fact: fact.award in lives)
    return held


def occasions(found: Evidence, about: Collection[str]) -> Evidence:
    """All events and who took part in them, or those in which some things took part."""
    held = of_types(found, OCCASIONS)
    if about:
        events = _events(held, _with_bodies(found, about))
        held = held.only(lambda fact: bool(events.intersection(fact.role("event"))))
    return held


def provinces(found: Evidence, about: Collection[str]) -> Evidence:
    """The facts in which a province or one of its bodies has a role."""
    of = {iri for iri, thing in found.things.items() if thing.kind == "province" or thing.province}
    return found.only(lambda fact: _names(fact, of))


def dossier(found: Evidence, about: Collection[str]) -> Evidence:
    """Everything about a person or a province: the facts, the company at their events, and a province's own bodies."""
    events = _events(found, about)
    bodies = _with_bodies(found, about) - {*about}

    def wanted(fact: Fact) -> bool:
        company = fact.type in OCCASIONS and bool(events.intersection(fact.role("event")))
        own = fact.type in ("Tenure", "AwardStep") and _names(fact, bodies)
        return company or own or _names(fact, about)

    return found.only(wanted)


def _with_bodies(found: Evidence, about: Collection[str]) -> set[str]:
    """Some things, and the bodies of those that are provinces."""
    return {*about, *(iri for iri, thing in found.things.items() if thing.province in about)}


def _events(found: Evidence, about: Collection[str]) -> set[str]:
    """The events in which things took part or which they held."""
    return {iri for fact in found.facts if _names(fact, about) for iri in fact.role("event")}


def _near(found: Evidence, about: Collection[str]) -> set[str]:
    return {iri for fact in found.facts if _names(fact, about) for _, iri in fact.roles}


def _names(fact: Fact, things: Collection[str]) -> bool:
    return any(iri in things for _, iri in fact.roles)


def _value(fact: Fact, role: str) -> str:
    return next((value for name, value in fact.values if name == role), "")
