"""The award facts of an article → for each, the year of the award whose step it is: given once, it is one award."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.facts import Award
from ontology.spelling import fold

_TAKEN = ("revoked", "revocation_proposed")


def award_years(facts: Iterable[Award]) -> dict[Award, int | None]:
    """The year that tells one honour of one recipient from the next year's; None where one is all there is.

    What was given in two years is two awards. What is taken away is the last one given until then; a step without a
    year belongs to the only award that there is, if there is but one.
    """
    alike: dict[tuple[str, str], list[Award]] = {}
    for fact in facts:
        alike.setdefault((fold(fact.honour), fold(fact.recipient)), []).append(fact)
    return {fact: _year(fact, together) for together in alike.values() for fact in together}


def _year(fact: Award, together: list[Award]) -> int | None:
    given = [other for other in together if other.status not in _TAKEN]
    years = sorted({other.year for other in given if other.year is not None})
    if fact.status in _TAKEN and given:
        before = [year for year in years if fact.year is None or year <= fact.year]
        if len(before) == 1 or (before and fact.year is not None):
            return before[-1]
        return None
    if fact.year is None and len(years) == 1:
        return years[0]
    return fact.year
