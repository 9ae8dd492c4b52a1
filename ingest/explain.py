"""An article → what was read in each sentence, by which rule and from which words, and what was left, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.composed import Composed, composed, facts_as_read
from ingest.document import Line
from ingest.facts import Article, Event, Fact, Participation, Passage, Person, Post, Province
from ingest.grammar.unread import Unread, unread
from ingest.items import Items
from ingest.reader import examine
from ontology.console import shown

_BASE = (Person, Province, Post)
_SCENE = (Event, Participation)
"""Facts by the layer of a sentence's items in which their rules look; the others look in the layer of honours."""
_PLAIN = frozenset({"low", "cap", "caps", "comma", "dot"})
"""Classes that a reader of the text sees without being told."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words that the rules saw as one unit, with the classes by which rules ask for it."""

    passage: Passage
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A fact with the units of its passage."""

    fact: Fact
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence: where it stands, the facts whose passage begins in it, what was left in it."""

    passage: Passage
    read: tuple[Read, ...]
    left: tuple[Unread, ...]


def explain(article: Article) -> Iterator[Explained]:
    """Each sentence with a fact, or with an honour or an office of which no fact was made, in reading order.

    All offsets are those of `article.text`. The facts are the ones that `ingest.reader.read` gives, in its order
    within a sentence.
    """
    way = composed(article.text)
    inside = article if way is None else replace(article, text=way.text, parts=tuple(map(way.forth, article.parts)))
    document, facts = examine(inside)
    told = [f for f in facts if f.FIELDS]
    for line in document.lines:
        whole = Passage(line.base.start(0), line.base.end(len(line.base) - 1))
        here = [f for f in told if whole.start <= f.passage.start < whole.end]
        read = tuple(Read(f, _spans(_layer(line, f), f.passage)) for f in here)
        left = tuple(unread(document, line, told))
        if read or left:
            found = Explained(whole, read, left)
            yield found if way is None else _as_read(found, way)


def as_rows(article: Article) -> Iterator[dict[str, object]]:
    """The rows of the fact table with `rule` and `spans` added, and rows of the kind `unread` with `what` and `why`."""
    for one in explain(article):
        for read in one.read:
            fact, spans = read.fact, [_place(article, s.passage) | {"as": list(s.classes)} for s in read.spans]
            row = {name: getattr(fact, name) for name in fact.FIELDS}
            yield {
                "kind": fact.KIND,
                **row,
                "article": article.id,
                **_place(article, fact.passage),
                "rule": fact.rule,
                "spans": spans,
            }
        for left in one.left:
            place = _place(article, left.passage)
            yield {"kind": "unread", "what": left.what, "why": left.why, "article": article.id, **place}


def as_text(article: Article) -> str:
    """The same for a person to read: a paragraph a sentence, then how many facts there are and how much was left."""
    out, facts, unread_ones = [f"{article.id}\n"], 0, 0
    for one in explain(article):
        out.append(f"\n{_stretch(one.passage)} {_words(article, one.passage)}\n")
        for (rule, spans), alike in groupby(one.read, key=lambda read: (read.fact.rule, read.spans)):
            out += [f"  {read.fact.KIND}: {_gist(read.fact)}\n" for read in alike]
            out.append(f"    by {rule}, from {_units(article, spans)}\n")
        for left in one.left:
            out.append(f"  left: {left.what} {_stretch(left.passage)} {_words(article, left.passage)}: {left.why}\n")
        facts += len(one.read)
        unread_ones += len(one.left)
    out.append(f"\n{facts} facts; {unread_ones} honours and offices left\n")
    return "".join(out)


def _gist(fact: Fact) -> str:
    values = (getattr(fact, name) for name in fact.FIELDS)
    return shown(" | ".join("-" if value is None else str(value) for value in values))


def _layer(line: Line, fact: Fact) -> Items:
    return line.base if isinstance(fact, _BASE) else line.scene if isinstance(fact, _SCENE) else line.items


def _spans(items: Items, passage: Passage) -> tuple[Span, ...]:
    """The units of a passage, in reading order."""
    held = [i for i in range(len(items)) if items.start(i) < passage.end and items.end(i) > passage.start]
    return tuple(Span(items.passage(i, i + 1), tuple(sorted(items.classes(i)))) for i in held)


def _as_read(one: Explained, way: Composed) -> Explained:
    """A sentence with all its offsets in the text as read."""

    def span(s: Span) -> Span:
        return Span(way.passage(s.passage), s.classes)

    facts = facts_as_read((r.fact for r in one.read), way)
    return Explained(
        way.passage(one.passage),
        tuple(Read(fact, tuple(map(span, r.spans))) for fact, r in zip(facts, one.read, strict=True)),
        tuple(replace(left, passage=way.passage(left.passage)) for left in one.left),
    )


def _place(article: Article, passage: Passage) -> dict[str, object]:
    return {"quote": article.text[passage.start : passage.end], "start": passage.start, "end": passage.end}


def _stretch(passage: Passage) -> str:
    return f"[{passage.start}-{passage.end}]"


def _words(article: Article, passage: Passage) -> str:
    return shown(" ".join(article.text[passage.start : passage.end].split()))


def _units(article: Article, spans: tuple[Span, ...]) -> str:
    """The units with their classes; plain words without."""
    parts = []
    for span in spans:
        classes = [name for name in span.classes if name not in _PLAIN]
        parts.append(_words(article, span.passage) + (f" ({'/'.join(classes)})" if classes else ""))
    return " · ".join(parts)
