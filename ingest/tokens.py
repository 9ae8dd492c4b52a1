"""A stretch of text → sentences of tokens, each with its offsets and its comparison key."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, compress

from ontology.spelling import CAPITALS, syllable

TOKEN = re.compile(
    r"\d+(?:[.,/-]\d+)+|(?:[^\W_]|[\u0300-\u036f])+(?:['’\u200b-\u200f\u00ad\u2060\ufeff]+(?:[^\W_]|[\u0300-\u036f])+)*|\.{2,}|[^\w\s]|_+"
)
"""No token holds a blank or a line end: a text can be cut at them before it is searched for tokens."""
_INVISIBLE_SIGNS = frozenset("\u200b\u200c\u200d\u200e\u200f\u00ad\u2060\ufeff")
_INVISIBLE = re.compile("[\u200b-\u200f\u00ad\u2060\ufeff]")
LONGEST_SENTENCE = 400
"""Tokens after which a sentence is cut, so that no input makes a rule slow."""
_MOST_CHUNKS, _LONGEST_CHUNK = 30_000, 40
"""How many chunks are remembered, so that memory stays bounded, and up to how many letters each."""

DASHES = frozenset("-–—‑−")
QUOTES = frozenset("\"“”„‟«»'‘’")
_STOPS = frozenset(".!?…") | {"..", "...", "…."}
_NO_STOP = frozenset(
    "tp tt tx q p h gs pgs ts ths th bs ks kts cn ck ncs nsnd nsưt ngnd ngưt ttnd ttưt mr mrs ms dr st no".split()
)
"""Abbreviations after which a full stop ends no sentence."""

LOWER, CAPITAL, DIGIT, SIGN = "a", "A", "0", ","
_STOP, _QUOTE, _NOTHING = ".", '"', " "
_STOP_AT = re.compile(r"\.")
_SEAM_AT = re.compile(f"(?<=[{CAPITALS.lower()}])[{CAPITALS}]")
"""A capital letter with which a second word may begin that was run together with the first (`Đỗ MườiNguyên`)."""


@dataclass(slots=True)
class Sentence:
    """Parallel lists, one entry a token: `words` as written, `keys` for comparison, `starts` and `ends` in the text.

    `looks` tells by one letter a token what it looks like: `LOWER`, `CAPITAL` (its first letter), `DIGIT`, or a sign.
    """

    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    looks: str
    part: str
    """The role of the article's part in which it stands: title, lead, body, caption."""

    def __len__(self) -> int:
        return len(self.words)


@dataclass(slots=True)
class _Tokens:
    """All tokens of a stretch as a `Sentence` has them; `lines`: the first of each line, and the empty lines before."""

    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    looks: str
    lines: dict[int, int]


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


def _look_of(word: str) -> str:
    first = word[0]
    if first.isupper():
        return CAPITAL
    if first.isdigit():
        return DIGIT
    if first.isalpha():
        return LOWER
    return _STOP if word in _STOPS else _QUOTE if word in QUOTES else SIGN


_Chunk = tuple[tuple[str, ...], tuple[str, ...], str, tuple[int, ...]]


class _Chunks(dict[str, _Chunk]):
    """What stands between two blanks → its tokens, their keys and looks, and lengths: of token, gap, token, gap, …

    The last gap includes the blank behind the chunk. Where a chunk does not begin with a token an empty one stands for
    its beginning. An article writes the same few hundred chunks again and again: most are looked up, not made.
    """

    def __missing__(self, written: str) -> _Chunk:
        words: list[str] = []
        lengths: list[int] = []
        end = 0
        for start, word in _words(written):
            if words or start:
                if not words:
                    words, lengths = [""], [0]
                lengths.append(start - end)
            words.append(word)
            end = start + len(word)
            lengths.append(len(word))
        if not words:
            words, lengths = [""], [0]
        lengths.append(len(written) + 1 - end)
        keys, looks = tuple(key_of(w) for w in words), "".join(_look_of(w) if w else _NOTHING for w in words)
        chunk = tuple(words), keys, looks, tuple(lengths)
        if len(written) <= _LONGEST_CHUNK:
            if len(self) >= _MOST_CHUNKS:
                self.clear()
            self[written] = chunk
        return chunk


def _words(written: str) -> Iterator[tuple[int, str]]:
    """The tokens of a chunk and where they begin; two that were run together (`Đỗ MườiNguyên`) are two."""
    for found in TOKEN.finditer(written):
        word, start = found.group(), found.start()
        if word in _INVISIBLE_SIGNS:
            continue
        at = 0 if word.isascii() or word.islower() or word.isupper() else _seam(word)
        if at:
            yield start, word[:at]
            start, word = start + at, word[at:]
        yield start, word


def _seam(word: str) -> int:
    """Where a capital letter begins a second word behind a first one of Vietnamese letters, or 0."""
    for at in range(2, len(word) - 1):
        if word[at].isupper() and word[at - 1].islower() and word[at + 1].islower():
            return 0 if word[:at].isascii() and word[at:].isascii() else at
    return 0


@cache
def _chunks() -> _Chunks:
    return _Chunks()


def sentences(text: str, start: int, end: int, part: str) -> Iterator[Sentence]:
    """The sentences of `text[start:end]`.

    A sentence ends at `.`, `!`, `?` or `…` before a capital letter, a quotation mark or the end of a line, unless an
    abbreviation (`TP.`, `GS.`) or an initial stands before the stop; a line that ends so goes on in the next line.
    """
    found = _tokens(text, start, end)
    ends = set(found.lines)
    for stop in _STOP_AT.finditer(found.looks):
        after = stop.end()
        ends.add(after)
        if found.looks[after : after + 1] == _QUOTE:
            ends.add(after + 1)
    for seam in _SEAM_AT.finditer(text, start, end):
        at = bisect_left(found.starts, seam.start())
        if at < len(found.starts) and found.starts[at] == seam.start():
            ends.add(at)
    size, first = len(found.words), 0
    for at in (*sorted(at for at in ends if 0 < at < size), size):
        while at - first > LONGEST_SENTENCE:
            yield _part(found, first, first + LONGEST_SENTENCE, part)
            first += LONGEST_SENTENCE
        if at > first and (at == size or at - first == LONGEST_SENTENCE or _breaks(found, first, at)):
            yield _part(found, first, at, part)
            first = at


def _part(found: _Tokens, first: int, stop: int, part: str) -> Sentence:
    return Sentence(
        found.words[first:stop],
        found.keys[first:stop],
        found.starts[first:stop],
        found.ends[first:stop],
        found.looks[first:stop],
        part,
    )


def _tokens(text: str, start: int, end: int) -> _Tokens:
    found, looks, at, chunks = _Tokens([], [], [], [], "", {}), list[str](), start, _chunks()
    empty = 0
    for line in text[start:end].split("\n"):
        words, keys, looked, lengths = zip(*map(chunks.__getitem__, line.split(" ")), strict=True)
        look = "".join(looked)
        bounds = list(accumulate(chain.from_iterable(lengths), initial=at))
        first = len(found.words)
        if _NOTHING not in look:
            found.words += chain.from_iterable(words)
            found.keys += chain.from_iterable(keys)
            found.starts += bounds[:-1:2]
            found.ends += bounds[1::2]
            looks.append(look)
        elif look.strip(_NOTHING):
            there = [sign != _NOTHING for sign in look]
            found.words += compress(chain.from_iterable(words), there)
            found.keys += compress(chain.from_iterable(keys), there)
            found.starts += compress(bounds[::2], there)
            found.ends += compress(bounds[1::2], there)
            looks.append(look.replace(_NOTHING, ""))
        at += len(line) + 1
        if len(found.words) > first:
            found.lines[first], empty = empty, 0
        else:
            empty += 1
    found.looks = "".join(looks)
    return found


def _breaks(found: _Tokens, first: int, at: int) -> bool:
    """Whether the sentence that begins at token `first` ends before token `at`."""
    words, last = found.words, found.words[at - 1]
    before = found.keys[at - 2] if at - first > 1 else ""
    abbreviated = last == "." and (before in _NO_STOP or (len(before) == 1 and words[at - 2].isupper()))
    if at in found.lines:
        return not abbreviated or found.lines[at] > 0
    if found.starts[at] == found.ends[at - 1]:
        seam = last[-1].islower() and found.looks[at] == CAPITAL  # two lines that were run together
        looks = found.looks
        inside = looks[at - 1] == CAPITAL != looks[at - 2 : at - 1] and looks[at + 1 : at + 2] != LOWER  # `NguyễnVăn A`
        return seam and not inside
    if last in _STOPS and not abbreviated:
        return found.looks[at] in (CAPITAL, DIGIT, _QUOTE)
    return last in QUOTES and at - first > 1 and words[at - 2] in _STOPS and found.looks[at] == CAPITAL
