"""Any Vietnamese wording → one comparison key, one slug, or its letters without accents.

Spelling varies where meaning does not: `uỷ/ủy`, `hoà/hòa`, `Thi đua Khen thưởng / thi đua, khen thưởng`,
`UBND / Ủy ban nhân dân`. `fold` gives one key for all of them; matching and identity both use it, and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""The capital letters of Vietnamese, for inside a character class; a range from À to Ỹ has small ones too."""
_WORD = re.compile(r"\w+")
_OLD_STYLE = {
    new: old
    for pairs in ("oà òa oá óa oã õa oả ỏa oạ ọa", "oè òe oé óe oẽ õe oẻ ỏe oẹ ọe", "uỳ ùy uý úy uỹ ũy uỷ ủy uỵ ụy")
    for new, old in zip(pairs.split()[::2], pairs.split()[1::2], strict=True)
}
"""Ends of syllables whose tone mark newer spelling sets on the last letter, and older on the one before."""
_FINAL_Y = re.compile(r"^(h|k|l|m|s|t|v|qu)([yỳýỹỷỵ])$")
_AS_I = str.maketrans("yỳýỹỷỵ", "iìíĩỉị")


@lru_cache(maxsize=65536)
def syllable(word: str) -> str:
    """One spelling of one lower-case syllable in NFC: `oà` as `òa`, and a lone final `y` as `i` (`mỹ` as `mĩ`).

    >>> syllable("hoà"), syllable("uỷ"), syllable("mỹ"), syllable("quý")
    ('hòa', 'ủy', 'mĩ', 'quí')
    """
    old = _OLD_STYLE.get(word[-2:])
    if old is not None and word[-3:-2] != "q":
        word = word[:-2] + old
    return _FINAL_Y.sub(lambda m: m[1] + m[2].translate(_AS_I), word)


def words(text: str) -> list[str]:
    """The words of a text as comparison keys, punctuation left out.

    >>> words("Thi đua - Khen thưởng") == words("thi đua, khen thưởng")
    True
    """
    return [syllable(w) for w in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations that mean one thing everywhere in the field, as keys, from `abbreviations.tsv`."""
    return {" ".join(words(short)): " ".join(words(full)) for short, full in _rows() if not short.startswith("=")}


@cache
def _capitals() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Abbreviations that are such only in capitals: the short form, its pattern, and the full form."""
    found = ((short[1:], full) for short, full in _rows() if short.startswith("="))
    return tuple((short, re.compile(rf"\b{short}\b"), full) for short, full in found)


def _rows() -> list[tuple[str, str]]:
    source = Path(__file__).with_name("abbreviations.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in source.splitlines() if line and not line.startswith("#"))
    return [(short, full) for short, _, full in rows]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The comparison key of a wording: its words, one spelling each, abbreviations in full, one space between.

    >>> fold("UBND tỉnh Hoà Bình") == fold("Ủy ban nhân dân tỉnh Hòa Bình")
    True
    >>> fold("Ban Tổ chức TƯ"), fold("Sở Kế hoạch và Đầu tư")
    ('ban tổ chức trung ương', 'sở kế hoạch và đầu tư')
    """
    known = abbreviations()
    text = unicodedata.normalize("NFC", text)
    for short, pattern, full in _capitals():
        if short in text and not text.isupper():  # in a line of capitals it may be either
            text = pattern.sub(full, text)
    return " ".join(known.get(w, w) for w in words(text))


def unaccented(text: str) -> str:
    """The letters of a text without tone marks or diacritics, in lower case, for search: `bac kan` for `Bắc Kạn`."""
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c))


def plain_name(text: str) -> str:
    """The comparison key of a name without accents, by which it is found however it is written.

    >>> plain_name("UBND tỉnh Hoà Bình")
    'uy ban nhan dan tinh hoa binh'
    """
    return unaccented(fold(text))


def slug(text: str, limit: int = 80) -> str:
    """ASCII letters, digits and hyphens for an IRI: `bac-kan`. Not injective: see `keyed_slug`.

    A text without any such letter gives the empty string.
    """
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text)).strip("-")[:limit].rstrip("-")


def keyed_slug(text: str) -> str:
    """A slug that is different for every comparison key: the slug and six hexadecimal digits of the key's SHA-256."""
    from hashlib import sha256

    check = sha256(fold(text).encode()).hexdigest()[:6]
    return f"{slug(fold(text), 64)}-{check}".lstrip("-")
