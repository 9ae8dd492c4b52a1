"""The name of a district, town or city → the province in which it lies, by the list in `lexicon/districts.txt`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ontology.spelling import fold

_UNIT = r"(?:quận|huyện(?: đảo)?|thị xã|thành phố|tp|tx|q)[ .]+"
_NUMBERED = re.compile(r"(?:quận|q)[ .]+\d{1,2}\b")
"""Only Hồ Chí Minh City has districts with numbers."""


@cache
def _provinces() -> dict[str, str]:
    """Provinces by the folded names of their districts."""
    found: dict[str, str] = {}
    for line in (files("ingest") / "lexicon" / "districts.txt").read_text(encoding="utf-8").splitlines():
        province, told, districts = line.partition(" = ")
        for name in districts.split("|") if told else ():
            found[fold(name)] = province
    return found


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _provinces()), key=len, reverse=True))
    return re.compile(rf"(?:(?<=\W)|^){_UNIT}({names})\b")


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
    found = _named().search(fold(wording))
    return _provinces()[found[1]] if found else _provinces().get(fold(wording))
