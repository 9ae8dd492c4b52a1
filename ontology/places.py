"""A body's name → the province that it says it is in: `Sở Nội vụ tỉnh Bắc Kạn`, `Thành ủy Đà Nẵng`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ontology import terms as T
from ontology.schemes import BODY_KINDS, body_kind_iri, broader, province_iri, provinces
from ontology.spelling import fold

_WORD = re.compile(r"\w+")
_LEADS = tuple(f"{fold(lead)} " for lead in ("tỉnh", "thành phố", "TP", "T.P"))
"""What stands before a province's name, or before that of a city in the province of the same name."""
_PLAIN = tuple(
    T.TDK + key
    for key in (
        *("co-quan-cua-dang", "doan-dai-bieu-quoc-hoi", "hoi-dong-nhan-dan", "uy-ban-nhan-dan"),
        *("hoi-dong-thi-dua-khen-thuong", "ban-thi-dua-khen-thuong", "mat-tran-to-quoc", "to-chuc-chinh-tri-xa-hoi"),
        *("quan-doi-nhan-dan", "cong-an-nhan-dan", "toa-an-nhan-dan", "vien-kiem-sat-nhan-dan"),
    )
)
"""Kinds of bodies of the state, the Party and the mass organisations: where the name of such a body ends in that of a
province, it is the province's (`Công an Đà Nẵng`). Companies and schools bear such names for other reasons."""
_PEOPLE = frozenset((fold("Hồ Chí Minh"),))
"""Names of provinces that are a person's, which other bodies bear too: only `TP Hồ Chí Minh` is the place."""


@lru_cache(maxsize=4096)
def province_of_body(name: str, on: date | None = None) -> str | None:
    """The plain name of the province that a body's name says it is in, as the units stood on a day; else None.

    A name that holds two provinces is that of no province's body.

    >>> province_of_body("UBND huyện Ba Bể, tỉnh Bắc Kạn"), province_of_body("Tỉnh ủy Hà Nam")
    ('Bắc Kạn', 'Hà Nam')
    >>> province_of_body("Đoàn TNCS Hồ Chí Minh"), province_of_body("Công ty Hòa Bình")
    (None, None)
    """
    words = [(m.start(), m.end()) for m in _WORD.finditer(name)]
    keys = [fold(name[start:end]) for start, end in words]
    units, longest = _names()
    plain = _of_kind(name)
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        end = next((e for e in range(min(len(words), at + longest), at, -1) if " ".join(keys[at:e]) in units), at)
        if end > at and _is_named(name, words[at:end]):
            key = " ".join(keys[at:end])
            unit = units[key]
            follows = end < len(words) and name[words[end - 1][1] : words[end][0]].isspace()
            whole = not (follows and name[words[end][0]].isupper())
            led = f"{' '.join(keys[:at])} ".endswith(_LEADS) or f"{key} ".startswith(_LEADS)
            if whole and (led or (plain and end == len(words) and key not in _PEOPLE)):
                found[unit] = None
            at = end
        else:
            at += 1
    if len(found) != 1:
        return None
    (unit,) = found
    return unit if province_iri(unit, on) else None


def _is_named(name: str, words: list[tuple[int, int]]) -> bool:
    """Whether the words are written as a proper name: `Hòa Bình` is a province, `hòa bình` is peace."""
    return all(name[start].isupper() for start, _ in words)


def _of_kind(name: str) -> bool:
    kind = body_kind_iri(name)
    return kind is not None and any(above in _PLAIN for above in broader(kind, BODY_KINDS))


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], int]:
    """The plain name of each province by the key of each of its spellings, and the most words of a spelling."""
    units = {" ".join(fold(w) for w in _WORD.findall(label)): u.name for u in provinces() for label in u.labels}
    return units, max(key.count(" ") + 1 for key in units)
