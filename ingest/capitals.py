"""A run of capitalised words → how far it may be a person's name, and whether it rather names a firm or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.tokens import DASHES, Sentence
from ontology.spelling import unaccented

_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
_CLOSED = r"(?:uye|ie|oa|oe|oo|ua|uo|ue|uy|ye|[aeiouy])"
"""Vowels, without their marks, that a consonant may follow."""
_CODA = r"(?:ch|ng|nh|c|m|n|p|t)"
_OPEN = (
    "(?:ieu|yeu|oai|oay|oeo|uai|uay|uoi|uou|uya|uye|uyu"
    "|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ya|ye|[aeiouy])"
)
_SYLLABLE = re.compile(f"{_ONSET}(?:{_CLOSED}{_CODA}|{_OPEN})")
BRAND = re.compile(r"(?!Mc|Mac|De|Di|Le|La|Van|O['’])[A-Z][a-z]+[A-Z]|[A-Z]{2,}[a-z]{2,}")
"""A word with capitals inside (`OceanBank`, `TPBank`), which no given name or surname has."""
_VOICELESS = re.compile("(?i)[bcdđfghjklmnpqrstvwxz]{2,}")
"""Letters that no one can say, an initial of two letters (`Th. V. A.`)."""
_PARTICLES = frozenset("de der du da dos van von bin ibn al el di della".split())
"""Small words inside foreign names (`Jean de Brunhoff`)."""


@lru_cache(maxsize=16384)
def vietnamese(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable (`Nguyễn` can, `Castro` cannot)."""
    return bool(_SYLLABLE.fullmatch(unaccented(word)))


def as_written(sentence: Sentence, at: int, end: int) -> str:
    """A name as the article writes it, the blanks around its signs included."""
    out = sentence.words[at]
    for i in range(at + 1, end):
        out += (" " if sentence.starts[i] > sentence.ends[i - 1] else "") + sentence.words[i]
    return out


def run(sentence: Sentence, at: int) -> int:
    """The end of the run of capitalised words from a token on.

    Inside are a dash between two parts of a foreign name, a full stop after an initial, and `thị` however written.
    """
    end, words, keys = at, sentence.words, sentence.keys
    while end < len(words) and end - at < 9:
        word = words[end]
        if word[0].isupper() and word[0].isalpha():
            end += 1
        elif (keys[end] == "-" and _joins(sentence, end, at)) or (
            word in _PARTICLES
            and words[end + 1 : end + 2]
            and words[end + 1][0].isupper()
            and end > at
            and not vietnamese(words[end - 1])
        ):
            end += 2
        elif word in _PARTICLES and keys[end + 1 : end + 2] == ["-"] and end > at and _joins(sentence, end + 1, at):
            end += 3  # `Bashar al - Assad`
        elif (
            word in "'’"
            and end > at
            and len(words[end - 1]) == 1
            and words[end + 1 : end + 2]
            and words[end + 1][0].isupper()
        ):
            end += 2  # `Ksor H' Nhuên`
        elif (
            word == "."
            and end > at + 1
            and len(words[end - 1]) == 1
            and end + 1 < len(words)
            and words[end + 1][0].isupper()
        ) or (word == "thị" and end == at + 1 and end + 1 < len(words) and words[end + 1][0].isupper()):
            end += 1
        else:
            break
    return end


def _joins(sentence: Sentence, dash: int, at: int) -> bool:
    """Whether a dash joins two parts of one foreign name (`Diaz - Canel`, `Park Hang - seo`)."""
    if dash == at or dash + 1 >= len(sentence):
        return False
    before, after = sentence.words[dash - 1], sentence.words[dash + 1]
    if after == sentence.words[at]:
        return False  # `Jesse Webb - Jesse Cười`
    if not (after.isalpha() and after.isascii() and before.isascii()):
        return False
    if after[0].isupper():
        return not vietnamese(before)
    if dash == at + 2 and sentence.keys[at] in _KOREAN and after not in _NO_SYLLABLE:
        return True  # `Kim Yong - nam`
    if after in _SMALL:
        return False  # `Jay Sekulow - hai luật sư`
    return not (vietnamese(after) and all(vietnamese(w) for w in sentence.words[at:dash]))


_KOREAN = frozenset("kim park pak lee ri moon choe choi jang jung jong kang cho yoon hwang ro han so kwon".split())
"""Korean family names, whose given names have two syllables and often a dash between."""
_NO_SYLLABLE = frozenset("con em anh nay cha hai ba ai khi".split())
"""Words of Vietnamese that look like such a syllable."""
_SMALL = frozenset(
    "hai ba cho trong và của là một các những người ông bà đã đang sẽ từ tới tại trên theo về vào với để đến mà này đó"
    " như vì nên con em anh khi có được bị cùng sau nay".split()
)
"""Words with which a sentence goes on behind a dash."""


_NAMELESS = frozenset({("bác", "hồ"), ("cụ", "hồ"), ("vua", "hùng"), ("hồ", "chủ")})
"""`Bác Hồ`, `Hồ Chủ tịch`, the kings of legend."""


def called_so(sentence: Sentence, at: int) -> bool:
    """Whether the form of address before a word belongs to a name of something else (`64 Bà Triệu`, `xã Bà Điểm`), or
    was that of somebody told by an initial only, with whom a sentence ended (`chị Q. Riêng …`)."""
    words, before = sentence.words, at - 1
    if words[before] == ".":
        return before > 1 and len(words[before - 1]) == 1 and words[before - 1].isupper()
    proper = words[before][0].isupper() and sentence.keys[before] in _KIN and vietnamese(words[at])
    return before > 0 and proper and (words[before - 1][0].isalnum() or words[before - 1] in DASHES)


_KIN = frozenset({"ông", "bà", "cô", "cậu", "chú", "bác", "cụ", "chị", "anh", "thầy", "bé"})
"""Forms of address with which streets, places and goods are named too."""


def no_name(sentence: Sentence, at: int) -> bool:
    """Whether capital letters are a credit (`ảnh TRẦN AN`), an initial, or stand for one man known without a name."""
    word, key = sentence.words[at], sentence.keys[at]
    before, behind = sentence.keys[at - 1] if at else "", "".join(sentence.keys[at + 1 : at + 2])
    credit = word.isupper() and "ảnh" in (before, *(sentence.keys[at - 2 : at - 1] if before == ":" else ()))
    known = (before, key) in _NAMELESS or (key, behind) in _NAMELESS or bool(_ROMAN.fullmatch(word) and len(word) > 1)
    return credit or known or (behind == "." and bool(_VOICELESS.fullmatch(word)))


def abbreviated(name: list[str], office: bool) -> bool:
    """Whether a run holds an abbreviation (`KCN Quảng Nam`), which no name does but a stage name at its end."""
    letters = [len(w) > 1 and w.isupper() and not _ROMAN.fullmatch(w) for w in name]
    return any(letters) and (len(name) == 1 or (not all(letters) and (office or any(letters[:-1]))))


_ROMAN = re.compile("[IVX]+")


def firm(sentence: Sentence, at: int, short: Mapping[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether a foreign name is that of the firm of somebody just named (`ông A, 64 tuổi, cựu giám đốc Acme Oil`)."""
    comma = at - 1
    alone = sentence.words[at + 1 : at + 2]
    goes_on = bool(alone) and (alone[0][0].isupper() or alone[0] in DASHES)
    head = not goes_on and _HEAD.search(" ".join(sentence.keys[max(0, at - 4) : at]))
    if head and (sentence.keys[at],) not in short:
        return True  # `Chủ tịch Acme nêu quan điểm`
    if any(sentence.keys[i] in (",", "-", "(") for i in range(max(1, at - _APPOSED), at)):
        while (
            comma > 0
            and at - comma < 4
            and sentence.words[comma][0].isupper()
            and not vietnamese(sentence.words[comma])
        ):
            comma -= 1  # `A, chủ tịch của Blue Line Futures`
    if _TAKEN.search(" ".join(sentence.keys[max(0, at - 8) : at])) and sentence.words[at + 1 : at + 2] != ["-"]:
        following = sentence.words[at + 1 : at + 2]
        return not following or not following[0][0].isupper()
    if sentence.keys[comma] == "của" and _BUSINESS.search(" ".join(sentence.keys[max(comma - 5, 0) : comma])):
        return True
    while comma > 0 and at - comma < 9 and (sentence.words[comma][0].islower() or sentence.words[comma] == "CEO"):
        comma -= 1
    if sentence.words[comma] not in (",", "(", ";") and sentence.keys[comma] != "-":
        return False
    if not _BUSINESS.search(" ".join(sentence.keys[comma + 1 : at])):
        return False
    return comma > 0 and (
        sentence.keys[comma - 1] == "tuổi" or sentence.keys[comma - 1].isdigit() or (sentence.keys[comma - 1],) in short
    )


_HEAD = re.compile(r"(?:giám đốc|chủ tịch(?: hđqt)?|thành viên|sáng lập|điều hành|ceo)$")
"""Offices of firms: who holds one is not called by one foreign word, unless the full name is told elsewhere."""
_APPOSED = 10
"""Words before a name in which a sign shows that an office stands behind its holder."""
_TAKEN = re.compile(r"(?:giữ chức|chức vụ|làm|chức danh|vị trí)(?: phó)?(?: tổng)? (?:giám đốc|chủ tịch hđqt)$")
"""An office of a firm that somebody takes: one word behind it is the firm's name (`giữ chức tổng giám đốc Zapgo`)."""
_BUSINESS = re.compile(r"giám đốc|chủ tịch|sáng lập|điều hành|ceo")
