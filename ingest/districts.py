"""The name of a district, town or city → the province in which it lies, by the list in `lexicon/districts.txt`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ontology.spelling import fold

_UNIT = re.compile(r"\b(?:quận|huyện(?: đảo)?|thị xã|thành phố|tp|tx|q)[ .]+")
_LONGEST = 5
"""Words of a district's name, at most."""
_NUMBERED = re.compile(r"(?:quận|q)[ .]+\d{1,2}\b")
"""Only Hồ Chí Minh City has districts with numbers."""


@cache
def districts() -> dict[str, str]:
    """Provinces by the names of their districts."""
    found: dict[str, str] = {}
    source = Path(__file__).parent / "lexicon" / "districts.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        province, told, names = line.partition(" = ")
        for name in names.split("|") if told else ():
            found[name.strip()] = province
    return found


@cache
def _provinces() -> dict[str, str]:
    """Provinces by the folded names of their districts."""
    return {fold(name): province for name, province in districts().items()}


def province_of(wording: str) -> str | None:
    """The province of the district that a wording of a place names, if one alone has such a district.

    >>> province_of("hội trường thành phố Phủ Lý")
    'Hà Nam'
    >>> province_of("Nha Trang")
    'Khánh Hòa'
    >>> province_of("huyện Châu Thành") is None
    True
    """
    key = " ".join(wording.lower().split())
    if _NUMBERED.search(key):
        return "Hồ Chí Minh"
    folded, known = fold(wording), _provinces()
    for unit in _UNIT.finditer(folded):
        words = folded[unit.end() :].split(" ", _LONGEST)[:_LONGEST]
        for size in range(len(words), 0, -1):
            if province := known.get(" ".join(words[:size])):
                return province
    return known.get(folded)
