"""A raw article: a text or a web page, with what is known about it beside and where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import UserError

LIMIT = 20_000_000
"""The most bytes that one article, or one line of JSON, may have. The longest newspaper article has some 100,000."""
MEGABYTES = LIMIT // 1_000_000
LETTERS = 2_000_000
"""The most letters of an article's text, so that no single one takes more memory than a run may."""


@dataclass(frozen=True, slots=True)
class Source:
    """A raw article: its id (file stem or the record's `id`), its text or its page, and what is known about it."""

    id: str
    text: str = ""
    page: bytes | str | None = None
    """Its HTML, of which the text is still to be made; bytes where the encoding is still to be found out."""
    title: str | None = None
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    origin: str = ""
    """File name, and line where the file has many articles: `corpus.jsonl, line 7`."""
    line: int = 0
    """That line, from 1; 0 where the file is one article."""


def in_line(number: int) -> str:
    """How a line is told of behind the name of its file; nothing for 0."""
    return f", line {number}" if number else ""


def encodable(text: str, what: str) -> None:
    """Raise `UserError` where a text holds half a character, as JSON and file names can."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UserError(f"{what} holds half a character (a lone surrogate); correct it") from None
