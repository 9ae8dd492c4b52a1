"""The wording of an office or a body → one key for all its wordings, under which articles meet.

`fold` makes one of all spellings; here the customs of officialdom are added: `Sở GD-ĐT tỉnh Sơn La` and `Sở Giáo dục và
Đào tạo Sơn La` are one body, `Bộ trưởng bộ GTVT` and `Bộ trưởng Giao thông Vận tải` one office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from ontology.schemes import provinces
from ontology.spelling import fold, slug, words

_LINKS = frozenset(words("và của thuộc"))
"""Words that join the parts of a name and are left out as often as not."""
_CITY, _PROVINCE = fold("thành phố"), fold("tỉnh")


@lru_cache(maxsize=65536)
def official_key(text: str) -> str:
    """The key of an office's or a body's wording.

    >>> official_key("Giám đốc Sở GD-ĐT tỉnh Sơn La") == official_key("giám đốc Sở Giáo dục và Đào tạo Sơn La")
    True
    >>> official_key("UBND tỉnh Bắc Ninh") == official_key("UBND thành phố Bắc Ninh")
    False
    """
    key = " ".join(w for w in fold(text).split() if w not in _LINKS)
    pattern, full = _forms()
    key = pattern.sub(lambda m: full[m[0]], key)
    return _units().sub("", key) or fold(text)


def official_slug(text: str) -> str:
    """What stands for an office or a body in an IRI: a slug, and six hexadecimal digits of the SHA-256 of its key."""
    key = official_key(text)
    return f"{slug(key, 64)}-{sha256(key.encode()).hexdigest()[:6]}".lstrip("-")


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """The forms that stand for another, as one pattern (the longest first) and by their key."""
    source = Path(__file__).with_name("official.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in source.splitlines() if line and not line.startswith("#"))
    full = {" ".join(words(short)): " ".join(words(long)) for short, long in rows}
    ordered = sorted(full, key=lambda short: (-len(short), short))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b"), full


@cache
def _units() -> re.Pattern[str]:
    """`tỉnh` before the name of a province, and `thành phố` before that of a city that is one: both may be left out.

    A city inside the province of its name (`thành phố Bắc Ninh`) keeps its word.
    """
    cities = _either(fold(unit.name) for unit in provinces() if unit.type == "city")
    all_units = _either(fold(unit.name) for unit in provinces())
    return re.compile(rf"\b(?:{_CITY} )*(?:{_CITY} (?={cities}\b)|{_PROVINCE} (?={all_units}\b))")


def _either(keys: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(set(keys), key=lambda key: (-len(key), key)))})"
