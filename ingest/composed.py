"""A text in any Unicode form → the same in NFC without invisible marks, with the way back to the offsets as read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ingest.facts import Article, Fact, Part, Passage, Photo

_CLUSTER = re.compile(
    "([\0-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9\u2010-\u2027]+(?![\u0300-\u036f]))|[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+"
)
"""Letters and signs that NFC leaves as they are, or a letter with the marks that follow it: what it makes into one."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, joiners, marks of direction: inside a word they would hide it."""


class Composed(NamedTuple):
    """`text` is in NFC; `back[i]` is the offset in the text as read at which its character `i` begins."""

    text: str
    back: list[int]

    def part(self, part: Part) -> Part:
        """A part of the composed text in offsets of the text as read."""
        return Part(part.role, self.back[part.start], self.back[part.end])

    def passage(self, passage: Passage) -> Passage:
        return Passage(self.back[passage.start], self.back[passage.end])

    def forth(self, part: Part) -> Part:
        """A part of the text as read in offsets of the composed text."""
        return Part(part.role, bisect_left(self.back, part.start), bisect_left(self.back, part.end))


@lru_cache(maxsize=1)
def composed(text: str) -> Composed | None:
    """The text in NFC without invisible marks; None where it is so already, as nearly every text is.

    Finding the parts of an article and reading them both ask for it, one after the other: the last is remembered.
    """
    if unicodedata.is_normalized("NFC", text) and not INVISIBLE.search(text):
        return None
    pieces, back = [], list[int]()
    for cluster in _CLUSTER.finditer(text):
        piece = cluster.group()
        if cluster.lastindex:
            back += range(*cluster.span())
        else:
            piece = unicodedata.normalize("NFC", INVISIBLE.sub("", piece))
            back += [cluster.start()] * len(piece)
        pieces.append(piece)
    return Composed("".join(pieces), [*back, len(text)])


def as_read(article: Article, text: str, way: Composed) -> Article:
    """An article found in the composed text, with all its offsets in the text as read."""
    return replace(
        article,
        text=text,
        parts=tuple(way.part(p) for p in article.parts),
        lead=way.passage(article.lead) if article.lead else None,
        photos=tuple(Photo(way.passage(p.caption), p.credit) for p in article.photos),
    )


def facts_as_read(facts: Iterable[Fact], way: Composed) -> tuple[Fact, ...]:
    """Facts found in the composed text, with all their passages in the text as read."""
    return tuple(replace(f, passage=way.passage(f.passage), more=tuple(way.passage(p) for p in f.more)) for f in facts)
