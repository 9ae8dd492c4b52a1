"""Pairs that are one → groups."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """IRIs in groups, which grow as pairs are united."""

    def __init__(self, iris: Iterable[str]) -> None:
        self._members = {iri: [iri] for iri in iris}
        self._of = {iri: iri for iri in self._members}

    def of(self, iri: str) -> str:
        """What stands for the group of an IRI, until the next is united."""
        return self._of[iri]

    def unite(self, one: str, other: str) -> bool:
        """Unite the groups of two; False if they are one already."""
        a, b = self._of[one], self._of[other]
        if a == b:
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        for iri in self._members[b]:
            self._of[iri] = a
        self._members[a] += self._members.pop(b)
        return True

    def members(self, group: str) -> list[str]:
        """The IRIs of a group, by what `of` gives."""
        return self._members[group]

    def several(self) -> list[list[str]]:
        """The groups of two and more, sorted."""
        return sorted(sorted(members) for members in self._members.values() if len(members) > 1)
