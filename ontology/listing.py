"""The schemes of honours and provinces → rows for people and programs, found by any spelling, with accents or none."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from ontology import terms as T
from ontology.check_schemes import HONOUR, VOCABULARY, Concept, read_file
from ontology.errors import UserError
from ontology.schemes import HONOURS, PROVINCES, own_file
from ontology.spelling import abbreviations, fold, unaccented, words

Row = dict[str, str | int | list[str] | None]
PREF = T.SKOS + "prefLabel"
_SPELLINGS = (PREF, T.SKOS + "altLabel", T.SKOS + "hiddenLabel")

SHOWN = {
    "honours": ("honour", "grade", "decided_by", "may_go_to", "law", "from", "to"),
    "provinces": ("province", "code", "iso", "type", "region", "from", "to", "successors"),
}
"""The columns of the tables; the other formats have all of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Some concepts of a scheme: a row each, and the files that describe them."""

    name: str
    rows: list[Row]
    files: tuple[Path, ...]

    def cells(self) -> tuple[list[str], list[list[str]]]:
        """Headings and cells of a table for people."""
        columns = SHOWN[self.name]
        return [c.replace("_", " ") for c in columns], [[_cell(row[c]) for c in columns] for row in self.rows]

    def to_bytes(self, form: str) -> bytes:
        """All columns as `csv` (values of one cell parted by semicolons) or `json`; all statements as `ttl`."""
        match form:
            case "csv":
                out = io.StringIO(newline="")
                writer = csv.writer(out)
                writer.writerow(self.rows[0])
                writer.writerows([_cell(value) for value in row.values()] for row in self.rows)
                return out.getvalue().encode()
            case "json":
                return (json.dumps(self.rows, ensure_ascii=False, indent=1) + "\n").encode()
            case _:
                from ontology.serialize import to_bytes

                iris = {NamedNode(str(row["iri"])) for row in self.rows}
                quads = [q for path in self.files for q in parse(path.read_bytes(), format=RdfFormat.TURTLE)]
                return to_bytes((q for q in quads if q.subject in iris), form)


def list_honours(text: str = "") -> Listing:
    """The honours of the scheme and of the user's own file, or those that a text may mean, in the scheme's order."""
    files = (HONOURS, *([own] if (own := own_file()) else []))
    concepts = {c.iri: c for path in files for c in read_file(path).concepts.values() if c.kind == HONOUR}
    vocabulary = read_file(VOCABULARY).concepts
    oldest = _oldest_narrower(concepts)
    found = _search(concepts.values(), text, lambda c: [c.iri.rpartition("/")[2]])
    return Listing("honours", [_honour(c, concepts, oldest, vocabulary) for c in found], files)


def list_provinces(text: str = "", on: date | None = None) -> Listing:
    """The provinces through time, or those of a day, or those that a text may mean: a name, a code or a region."""
    concepts = read_file(PROVINCES).concepts
    units = [c for c in concepts.values() if c.kind == T.TD + "Province" and (on is None or _stood(c, on))]
    names = _names() | {iri: _label(c) for iri, c in concepts.items()}

    def codes(unit: Concept) -> list[str]:
        regions = [concepts[r] for r in unit.values(T.TD + "region")]
        regions += [concepts[up] for r in regions for up in r.values(T.SKOS + "broader")]
        return [
            *(unit.iri.rpartition("/")[2], *unit.values(T.TD + "code"), *unit.values(T.TD + "iso")),
            *(label for region in regions for label in _labels(region)),
        ]

    return Listing("provinces", [_province(unit, names) for unit in _search(units, text, codes)], (PROVINCES,))


def day(text: str) -> date:
    """A day as the user writes it. Raises `UserError`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"--on {text}: write a day that there is, as 2025-07-01") from None


# -- rows -----------------------------------------------------------------------------------------------------------


def _honour(
    concept: Concept, concepts: dict[str, Concept], oldest: dict[str, str], vocabulary: dict[str, Concept]
) -> Row:
    above = [concepts[iri] for iri in concept.values(T.SKOS + "broader") if iri in concepts]
    grade = concept.values(T.TD + "grade")
    described = [concept, *above] if grade else [concept]  # a grade is provided for where its honour is

    def first(name: str) -> list[str]:
        return next((found for c in described if (found := c.values(T.TD + name))), [])

    def named(name: str) -> list[str]:
        return [_label(vocabulary[iri]) for iri in first(name)]

    start, end = _in_force([vocabulary[iri] for iri in first("underLaw")])
    if start and concept.iri in oldest:
        start = min(start, oldest[concept.iri])  # a kind of honours is as old as the oldest of them
    return {
        "iri": concept.iri,
        "honour": _label(concept),
        "english": _label(concept, "en") or None,
        "other_spellings": _labels(concept)[1:],
        "broader": [_label(c) for c in above],
        "grade": int(grade[0]) if grade else None,
        "decided_by": named("decidedBy"),
        "may_go_to": named("mayGoTo"),
        "law": first("lawArticle"),
        "under_laws": named("underLaw"),
        "from": next(iter(first("validFrom")), start),
        "to": next(iter(first("validTo")), end),
    }


def _oldest_narrower(concepts: dict[str, Concept]) -> dict[str, str]:
    """The first day that is known of what stands directly below a concept, by the concept's IRI."""
    oldest: dict[str, str] = {}
    for concept in concepts.values():
        for start in concept.values(T.TD + "validFrom"):
            for above in concept.values(T.SKOS + "broader"):
                oldest[above] = min(start, oldest.get(above, start))
    return oldest


def _in_force(laws: list[Concept]) -> tuple[str | None, str | None]:
    """The first and the last day on which one of some laws is in force; None is open."""
    starts = [day for law in laws for day in law.values(T.TD + "validFrom")]
    ends = [day for law in laws for day in law.values(T.TD + "validTo")]
    return min(starts, default=None), max(ends) if ends and len(ends) == len(laws) else None


def _province(unit: Concept, names: dict[str, str]) -> Row:
    def one(name: str) -> str | None:
        return next(iter(unit.values(T.TD + name)), None)

    def named(predicate: str) -> list[str]:
        return [names[iri] for iri in unit.values(predicate)]

    return {
        "iri": unit.iri,
        "province": _label(unit),
        "english": _label(unit, "en") or None,
        "other_spellings": _labels(unit)[1:],
        "code": one("code"),
        "iso": one("iso"),
        "type": next(iter(named(T.TD + "unitType")), None),
        "region": next(iter(named(T.TD + "region")), None),
        "seat": one("seat"),
        "latitude": next(iter(unit.values(T.GEO + "lat")), None),
        "longitude": next(iter(unit.values(T.GEO + "long")), None),
        "from": one("validFrom"),
        "to": one("validTo"),
        "predecessors": named(T.DCT + "replaces"),
        "successors": named(T.DCT + "isReplacedBy"),
    }


def _stood(unit: Concept, on: date) -> bool:
    start, end = unit.values(T.TD + "validFrom"), unit.values(T.TD + "validTo")
    return (not start or start[0] <= on.isoformat()) and (not end or on.isoformat() <= end[0])


def _names() -> dict[str, str]:
    """The Vietnamese label of each coded value of the vocabulary."""
    return {c.iri: _label(c) for c in read_file(VOCABULARY).concepts.values() if PREF in c.said}


def _label(concept: Concept, language: str = "vi") -> str:
    return next(iter(concept.texts(PREF, language)), "")


def _labels(concept: Concept) -> list[str]:
    return list(dict.fromkeys(text for predicate in _SPELLINGS for text in concept.texts(predicate, "vi")))


def _cell(value: str | int | list[str] | None) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


# -- search ---------------------------------------------------------------------------------------------------------


def _search(concepts: Iterable[Concept], text: str, codes: Callable[[Concept], list[str]]) -> list[Concept]:
    """The concepts in one of whose spellings the text stands from the beginning of a word on, or whose code it is.

    What matches with its accents goes before what matches without: only where nothing does are they left out.
    """
    concepts = list(concepts)
    if not text.strip():
        return concepts
    key = fold(text)
    if not key:
        return []
    spellings = [(c, [*map(fold, _labels(c)), *(f"={fold(code)}" for code in codes(c))]) for c in concepts]
    if unaccented(key) != " ".join(words(text)):
        found = [c for c, keys in spellings if any(_holds(k, key) for k in keys)]
        if found:
            return found
    plain = unaccented(key)
    short = {unaccented(abbreviation): unaccented(full) for abbreviation, full in abbreviations().items()}
    spoken = " ".join(short.get(word, word) for word in plain.split())
    return [
        c for c, keys in spellings if any(_holds(k, asked) for k in map(unaccented, keys) for asked in {plain, spoken})
    ]


def _holds(spelling: str, asked: str) -> bool:
    """Whether a spelling has the words asked for, the last perhaps cut short; after `=` it must be the whole."""
    return spelling == f"={asked}" if spelling.startswith("=") else f" {asked}" in f" {spelling}"
