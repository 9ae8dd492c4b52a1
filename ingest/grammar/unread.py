"""A line → the honours and offices in it of which no fact was made, each with the reason why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.document import Document, Line
from ingest.facts import Award, Fact, Passage, Post
from ingest.grammar import award, post
from ingest.grammar.award_clause import clause_of, status_of
from ingest.grammar.award_told import Told
from ingest.items import Items
from ingest.phrases import Office


@dataclass(frozen=True, slots=True)
class Unread:
    """An honour or an office that the reader saw and left; `what` is honour or office."""

    what: str
    passage: Passage
    why: str


CONTEST = "a prize of a contest or of sport, which is no honour"
WORN = "a title worn before a name, which tells of no award"
GENERAL = "names no particular honour"
NOT_GOVERNED = "no word of giving, receiving, proposing, refusing or withdrawing governs it"
NOT_SO = "the sentence says that it did not happen, or only that it might"
NO_RECIPIENT = "nobody stands where its recipient would be told"
AMBIGUOUS = "several could be its recipient"
TOLD = "told already elsewhere in the article"
NOBODY = "the sentence names nobody who holds it"
APART = "nobody stands beside it in a way that tells who holds it"
STANDS_FOR = "stands for the person who holds it"


def unread(document: Document, line: Line, facts: Iterable[Fact]) -> Iterator[Unread]:
    """The honours and offices of a line that lie in no passage of an award or a post, in reading order."""
    held = list(facts)
    awards = [p for f in held if isinstance(f, Award) for p in (f.passage, *f.more)]
    posts = [p for f in held if isinstance(f, Post) for p in (f.passage, *f.more)]
    found = [*_honours(line, awards), *_offices(document, line, posts, awards)]
    return iter(sorted(found, key=lambda one: one.passage))


def _honours(line: Line, told: list[Passage]) -> Iterator[Unread]:
    items = line.items
    seen = [one.passage for one in award.in_line(line, Told())]
    for at in items.where("award_name", "honour", "honour_head", "contest"):
        passage = items.passage(at, at + 1)
        if not _inside(passage, told):
            yield Unread("honour", passage, TOLD if _inside(passage, seen) else _why_no_award(line, at))


def _why_no_award(line: Line, at: int) -> str:
    items = line.items
    if not items.is_a(at, "award_name"):
        worn = any(items.is_a(i, "person") for i in (at + 1, at + 2)) and items.is_a(at, "title")
        return CONTEST if items.is_a(at, "contest") else WORN if worn else GENERAL
    clause = clause_of(line, at)
    if clause is None:
        return NOT_GOVERNED
    if status_of(clause) is None:
        return NOT_SO
    people = {str(items.items[i].value) for i in items.where("person")}
    return AMBIGUOUS if len(people) > 1 and clause.kind in ("receive", "confer") else NO_RECIPIENT


def _offices(document: Document, line: Line, told: list[Passage], awards: list[Passage]) -> Iterator[Unread]:
    items = line.base
    seen = [one.passage for one in post.in_line(line)]
    for at in items.where("post"):
        passage = items.passage(at, at + 1)
        if _inside(passage, told) or _inside(passage, awards) or not isinstance(items.items[at].value, Office):
            continue
        yield Unread("office", passage, _why_no_post(document, items, at, seen))


def _why_no_post(document: Document, items: Items, at: int, seen: list[Passage]) -> str:
    if _inside(items.passage(at, at + 1), seen):
        return TOLD
    if document.holder(items, at) is not None:
        return STANDS_FOR
    return APART if items.where("person") else NOBODY


def _inside(passage: Passage, told: list[Passage]) -> bool:
    return any(p.start <= passage.start and passage.end <= p.end for p in told)
