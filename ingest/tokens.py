"""A stretch of text → sentences of tokens, each with its offsets and its comparison key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.spelling import syllable

TOKEN = re.compile(
    r"\d+(?:[.,/-]\d+)+|(?:[^\W_]|[\u0300-\u036f])+(?:['’\u200b-\u200f\u00ad\u2060\ufeff]+(?:[^\W_]|[\u0300-\u036f])+)*|\.{2,}|[^\w\s]|_+"
)
_INVISIBLE_SIGNS = frozenset("\u200b\u200c\u200d\u200e\u200f\u00ad\u2060\ufeff")
_INVISIBLE = re.compile("[\u200b-\u200f\u00ad\u2060\ufeff]")
_LONGEST_SENTENCE = 400
"""Tokens after which a sentence is cut, so that no input makes a rule slow."""

DASHES = frozenset("-–—‑−")
QUOTES = frozenset("\"“”„‟«»'‘’")
_STOPS = frozenset(".!?…") | {"..", "...", "…."}
_NO_STOP = frozenset(
    "tp tt tx q p h gs pgs ts ths th bs ks kts cn ck ncs nsnd nsưt ngnd ngưt ttnd ttưt mr mrs ms dr st no".split()
)
"""Abbreviations after which a full stop ends no sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Parallel lists, one entry a token: `words` as written, `keys` for comparison, `starts` and `ends` in the text."""

    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    part: str
    """The role of the article's part in which it stands: title, lead, body, caption."""

    def __len__(self) -> int:
        return len(self.words)


def key_of(word: str) -> str:
    """The comparison key of one token: words as `ontology.spelling` folds them, one sign for all dashes and quotes."""
    if word in DASHES:
        return "-"
    if word in QUOTES:
        return '"'
    if word.isascii():
        return syllable(word.lower())
    if not word.isprintable():
        word = _INVISIBLE.sub("", word)
    return syllable(unicodedata.normalize("NFC", word).lower())


def sentences(text: str, start: int, end: int, part: str) -> Iterator[Sentence]:
    """The sentences of `text[start:end]`.

    A sentence ends at `.`, `!`, `?` or `…` before a capital letter, a quotation mark or the end of a line, unless an
    abbreviation (`TP.`, `GS.`) or an initial stands before the stop; a line that ends so goes on in the next line.
    """
    current = Sentence([], [], [], [], part)
    line_end = start
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        if word in _INVISIBLE_SIGNS:
            continue
        if current.words and _breaks(text, current, line_end, match.start(), word):
            yield current
            current = Sentence([], [], [], [], part)
        current.words.append(word)
        current.keys.append(key_of(word))
        current.starts.append(match.start())
        line_end = match.end()
        current.ends.append(line_end)
    if current.words:
        yield current


def _breaks(text: str, current: Sentence, last_end: int, start: int, word: str) -> bool:
    last = current.words[-1]
    gap = text[last_end:start]
    if len(current.words) >= _LONGEST_SENTENCE:
        return True
    before = current.keys[-2] if len(current.words) > 1 else ""
    abbreviated = last == "." and (before in _NO_STOP or (len(before) == 1 and current.words[-2].isupper()))
    if "\n" in gap:
        return "\n" in gap.replace("\n", "", 1).replace("\r", "") or not abbreviated
    if last in _STOPS and gap and not abbreviated:
        return word[0].isupper() or word[0].isdigit() or word in QUOTES
    closes = last in QUOTES and len(current.words) > 1 and current.words[-2] in _STOPS
    return bool(closes and gap and word[0].isupper())
