"""Names of files, folders and `-` → the raw articles in them, one at a time, and for each that cannot be read why not.

What counts as an article: a text file, each `*.txt` in or below a folder, each record of a JSON-lines file
(`.jsonl`, `.ndjson`, both also as `.gz`). Standard input is JSON lines if its first line is such a record, else one
text.

The text is given as it stands in the file, line ends and all: offsets count its code points. Only a byte order mark
at the very start is left out and not counted, since it is a mark of the encoding and no part of the text.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.encoding import foreign_form, legacy_encoding
from ontology.errors import UserError
from ontology.files import reason

LIMIT = 20_000_000
"""The most bytes that one article, or one line of JSON, may have. The longest newspaper article has some 100,000."""

_RECORDS = (".jsonl", ".ndjson")
_HINTS = {
    ".html": "HTML, which cannot be read yet; save the article as text (.txt)",
    ".htm": "HTML, which cannot be read yet; save the article as text (.txt)",
    ".json": "JSON; give one record a line in a file that ends in .jsonl",
    ".gz": "packed; unpack it first (only .jsonl.gz is read as it is)",
}
_TEXT_FIELDS = ("title", "date", "author", "publisher", "url")


class Bytes(Protocol):
    """What the reading here asks of an open file."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Source:
    """A raw article: its id (file stem or the record's `id`), its text, what is known about it, and where it stood."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    origin: str = ""
    """File name, and line where the file has many articles: `corpus.jsonl, line 7`."""


def sources(names: Iterable[str]) -> Iterator[Source | UserError]:
    """The articles of all files, folders and `-` (standard input), in the order given; folders sorted by path.

    What cannot be read comes as a `UserError` in its place, so that a run over many can go on. An id that came
    before is such a case too: two articles of one id would be one article.
    """
    seen: dict[str, str] = {}
    for name in names:
        for source in _from_name(name):
            if isinstance(source, Source):
                first = seen.get(source.id)
                if first == source.origin:
                    continue  # a file that was named twice, or lies in a folder that was named too
                if first:
                    yield UserError(f"{source.origin}: its id '{source.id}' is that of {first}; rename one of the two")
                    continue
                seen[source.id] = source.origin
            yield source


def read_source(name: str) -> Source:
    """The one article of a file, or of `-`; a `UserError` if it cannot be read or holds more than one."""
    found = list(sources([name]))
    if len(found) != 1:
        raise UserError(f"{name}: holds {len(found)} articles; name one file of text")
    if isinstance(found[0], UserError):
        raise found[0]
    return found[0]


def _from_name(name: str) -> Iterator[Source | UserError]:
    if name == "-":
        yield from _standard_input()
        return
    path = Path(name)
    try:
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)
    except FileNotFoundError:
        yield UserError(f"{_shown(path)}: no such file or folder; check the name")
    except OSError as error:
        yield UserError(f"{_shown(path)}: cannot be read ({reason(error)})")


def _shown(path: Path) -> str:
    """A path for a message, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


def _folder(folder: Path) -> Iterator[Source | UserError]:
    problems: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(".txt") and not file.startswith("."):
                empty = False
                yield from _from_name(str(Path(place, file)))
    for problem in problems:
        empty = False
        yield UserError(f"{_shown(Path(problem.filename))}: cannot be read ({reason(problem)})")
    if empty:
        yield UserError(f"{_shown(folder)}: no articles (*.txt) in this folder or below it")


def _file(path: Path) -> Iterator[Source | UserError]:
    lower = path.name.lower()
    packed = lower.endswith(".gz")
    if lower.removesuffix(".gz").endswith(_RECORDS):
        with path.open("rb") as raw:
            if packed:
                with gzip.open(raw) as file:
                    yield from _records(file, _shown(path))
            else:
                yield from _records(raw, _shown(path))
        return
    with path.open("rb") as raw:
        hint = _HINTS.get(path.suffix.lower())
        if hint:
            yield UserError(f"{_shown(path)}: this is {hint}")
            return
        yield _whole(raw, path.stem, _shown(path))


def _standard_input() -> Iterator[Source | UserError]:
    stream = sys.stdin.buffer
    first = stream.readline(LIMIT + 1)
    start = first.lstrip()
    if start.startswith(b"{") and _is_record(start):
        yield from _records(_Chain(first, stream), "standard input")
    else:
        yield _whole(_Chain(first, stream), "stdin", "standard input")


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.startswith(b'{"')  # a record gone wrong, to be told of as such


class _Chain:
    """A line that was read already, and then the stream that it came from."""

    def __init__(self, first: bytes, rest: Bytes) -> None:
        self.first, self.rest = io.BytesIO(first), rest

    def readline(self, size: int, /) -> bytes:
        return self.first.readline(size) or self.rest.readline(size)

    def read(self, size: int, /) -> bytes:
        return self.first.read(size) or self.rest.read(size)


def _whole(stream: Bytes, stem: str, origin: str) -> Source | UserError:
    """All of a stream as one article."""
    data = _read_up_to(stream, LIMIT + 1)
    if len(data) > LIMIT:
        return UserError(
            f"{origin}: longer than {LIMIT // 1_000_000} MB, which no article is; split it into its articles"
        )
    try:
        text = _decoded(data)
        name = unicodedata.normalize("NFC", stem)
        _encodable(name, "the file's name")
    except UserError as error:
        return UserError(f"{origin}: {error}")
    return Source(id=name, text=text, origin=origin)


def _read_up_to(stream: Bytes, size: int) -> bytes:
    """As many bytes as there are, at most `size`: a pipe gives them in pieces."""
    parts = []
    while size > 0 and (part := stream.read(min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _decoded(data: bytes) -> str:
    """The text of an article's bytes; a `UserError` that says what they are if they are no text in UTF-8."""
    if not data or data.isspace():
        raise UserError("the file is empty; give one with the article's text")
    form = foreign_form(data)
    if form:
        advice = "convert it to UTF-8" if form.startswith("text") else "give the article as text in UTF-8"
        raise UserError(f"this is {form}, not text in UTF-8; {advice}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"not UTF-8 at byte {error.start} (line {line}): it looks like {legacy_encoding(data)}; convert it to UTF-8"
        ) from None
    if not text.strip():
        raise UserError("the file is empty; give one with the article's text")
    start = text[:200].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")):
        raise UserError(f"this is {_HINTS['.html']}")
    return text


def _encodable(text: str, what: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UserError(f"{what} holds half a character (a lone surrogate); correct it") from None


def _records(stream: Bytes, origin: str) -> Iterator[Source | UserError]:
    """The articles of JSON lines; a line that is none is reported, and reading goes on behind it."""
    number = 0
    empty = True
    try:
        while line := stream.readline(LIMIT + 1):
            number += 1
            where = f"{origin}, line {number}"
            if len(line) > LIMIT and not line.endswith(b"\n"):
                empty = False
                while (rest := stream.readline(LIMIT)) and not rest.endswith(b"\n"):
                    pass
                yield UserError(
                    f"{where}: longer than {LIMIT // 1_000_000} MB, which no article is; split or shorten it"
                )
            elif line.strip():
                empty = False
                try:
                    yield _record(line, number, where)
                except UserError as error:
                    yield UserError(f"{where}: {error}")
    except (EOFError, zlib.error):
        yield UserError(f"{origin}: the gzip file is damaged or cut off behind line {number}; get a whole copy")
        return
    except gzip.BadGzipFile:
        yield UserError(f"{origin}: not a gzip file; name it .jsonl if it is not packed")
        return
    if empty:
        yield UserError(f"{origin}: the file is empty; give one with a JSON record a line")


def _record(line: bytes, number: int, where: str) -> Source:
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
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
    given, text = record.get("id"), record.get("text")
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    if not isinstance(given, str) or not given.strip():
        raise UserError("the record has no 'id'; give it one")
    if not isinstance(text, str) or not text.strip():
        raise UserError("the record has no 'text'; give it the article's")
    more: dict[str, str | None] = {}
    for field in _TEXT_FIELDS:
        value = record.get(field)
        if value is not None and not isinstance(value, str):
            raise UserError(f"the record's {field!r} is not a string; correct it")
        more[field] = value.strip() or None if value else None
        _encodable(value or "", f"the record's {field!r}")
    _encodable(given, "the record's 'id'")
    _encodable(text, "the record's 'text'")
    if "\0" in text:
        raise UserError("the record's 'text' holds a NUL character; take it out")
    if len(text) > LIMIT:
        raise UserError(f"the record's 'text' is longer than {LIMIT // 1_000_000} MB, which no article is; split it")
    return Source(
        id=unicodedata.normalize("NFC", given.strip()),
        text=text,
        title=more["title"],
        date=more["date"],
        author=more["author"],
        publisher=more["publisher"],
        url=more["url"],
        origin=where,
    )
