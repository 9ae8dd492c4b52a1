"""The legend on disk (kinds, relations, statuses: labels, shapes, colours) → plain records for layout and pages."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TypedDict


class Kind(TypedDict):
    """A kind of thing: plural labels, the English singular, a vis-network shape, a colour for each theme."""

    id: str
    en: str
    vi: str
    one: str
    shape: str
    light: str
    dark: str


class Relation(TypedDict, total=False):
    """A relation between two things; `length` is in units of the layout, `hue` the kind whose
    colour its line has, the lowest `rank` names a line of several."""

    en: str
    vi: str
    length: float
    hue: str
    rank: int
    show: bool


class Status(TypedDict):
    """A coded status; `dash` draws its line broken: not (or no longer) so; `mark` is its sign in tables."""

    en: str
    vi: str
    dash: bool
    mark: str
    light: str
    dark: str


class Words(TypedDict):
    """One term in both languages."""

    en: str
    vi: str


class Legend(TypedDict):
    """All of `assets/legend.json`."""

    kinds: list[Kind]
    groups: list[dict[str, str]]
    relations: dict[str, Relation]
    statuses: dict[str, Status]
    facts: dict[str, Words]
    roles: dict[str, Words]
    values: dict[str, Words]
    reasons: dict[str, Words]
    views: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def legend() -> Legend:
    """The legend, read once. Callers must not change it."""
    loaded: Legend = json.loads((files("graphs") / "assets" / "legend.json").read_text("utf-8"))
    return loaded
