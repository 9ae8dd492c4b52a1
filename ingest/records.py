"""Lines of JSON → raw articles, and for each line that holds none why not."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator

from ingest.encoding import foreign_form, legacy_encoding
from ingest.packed import Bytes, Damaged
from ingest.raw import LETTERS, LIMIT, MEGABYTES, Source, encodable, in_line
from ontology.errors import UserError

_MORE = ("title", "date", "author", "publisher", "url")
"""Fields that a record may have beside `id` and `text` or `html`."""


def records(stream: Bytes, origin: str) -> Iterator[Source | UserError]:
    """The articles of JSON lines; a line that is none is reported, and reading goes on behind it."""
    number = 0
    empty = True
    try:
        while line := stream.readline(LIMIT + 1):
            number += 1
            where = origin + in_line(number)
            if len(line) > LIMIT and not line.endswith(b"\n"):
                empty = False
                while (rest := stream.readline(LIMIT)) and not rest.endswith(b"\n"):
                    pass
                yield UserError(f"{where}: longer than {MEGABYTES} MB, which no article is; split or shorten it")
            elif line.strip():
                empty = False
                try:
                    yield _record(line, number, where)
                except UserError as error:
                    yield UserError(f"{where}: {error}")
    except Damaged as error:
        yield UserError(f"{origin}: {error} behind line {number}; get a whole copy")
        return
    if empty:
        yield UserError(f"{origin}: the file is empty; give one with a JSON record a line")


def is_record(line: bytes) -> bool:
    """Whether a line begins JSON lines: it is a record, or one gone wrong that is to be told of as such."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.startswith(b'{"')


def _record(line: bytes, number: int, where: str) -> Source:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        form = foreign_form(line)
        seen = f"this is {form}" if form else f"it looks like {legacy_encoding(line)}"
        raise UserError(f"not UTF-8 at byte {error.start} of the line: {seen}; convert it to UTF-8") from None
    except json.JSONDecodeError as error:
        raise UserError(f"no JSON at column {error.colno} ({error.msg}); give one record a line") from None
    except (RecursionError, ValueError):
        raise UserError("no JSON that can be read (nested too deep, or a number too long); correct the line") from None
    if not isinstance(record, dict):
        raise UserError('not a JSON object; a record looks like {"id": "a1", "text": "…"}')
    given = record.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    if not isinstance(given, str) or not given.strip():
        raise UserError("the record has no 'id'; give it one")
    encodable(given, "the record's 'id'")
    more: dict[str, str | None] = {}
    for field in _MORE:
        value = record.get(field)
        if value is not None and not isinstance(value, str):
            raise UserError(f"the record's {field!r} is not a string; correct it")
        more[field] = value.strip() or None if value else None
        encodable(value or "", f"the record's {field!r}")
    form = "text" if record.get("text") is not None or record.get("html") is None else "html"
    content = record.get(form)
    if not isinstance(content, str) or not content.strip():
        raise UserError("the record has no 'text' (nor 'html'); give it the article's")
    encodable(content, f"the record's {form!r}")
    if "\0" in content:
        raise UserError(f"the record's {form!r} holds a NUL character; take it out")
    if form == "text" and len(content) > LETTERS:
        raise UserError(f"the record's 'text' has more than {LETTERS:,} letters, which no article has; split it")
    return Source(
        id=unicodedata.normalize("NFC", given.strip()),
        text=content if form == "text" else "",
        page=content if form == "html" else None,
        title=more["title"],
        date=more["date"],
        author=more["author"],
        publisher=more["publisher"],
        url=more["url"],
        origin=where,
        line=number,
    )
