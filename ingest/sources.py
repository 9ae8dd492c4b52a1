"""Names of files, folders and `-` → the raw articles in them, one at a time, and for each that cannot be read why not.

What counts as an article: a text file, a web page (`.html`, `.htm`), each record of a JSON-lines file (`.jsonl`,
`.ndjson`), all of them also packed (`.gz`, `.zst`); in or below a folder every file that ends so or in `.txt`. Standard
input is JSON lines if its first line is such a record, a web page if it begins like one, else one text.

The text is given as it stands in the file, line ends and all: offsets count its code points. Only a byte order mark
at the very start is left out and not counted, since it is a mark of the encoding and no part of the text.
"""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.encoding import foreign_form, is_page, legacy_encoding
from ingest.packed import Bytes, Damaged, split_name, unpacked
from ingest.raw import LETTERS, LIMIT, MEGABYTES, Source, encodable, in_line
from ingest.records import is_record, records
from ontology.errors import UserError
from ontology.files import reason

_RECORDS = (".jsonl", ".ndjson")
_PAGES = (".html", ".htm", ".xhtml")
_WALKED = (".txt", *_PAGES, *_RECORDS)
_EMPTY = "the file is empty; give one with the article's text"
_TOO_MANY = f"more than {LETTERS:,} letters, which no article has; split it into its articles"
_TOO_LONG = f"longer than {MEGABYTES} MB, which no article is; split it into its articles"


class Sources:
    """The articles of files, folders and `-`, in the order given, folders sorted by path; how much of it is read."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._seen = _Seen()
        self._before = 0
        self._raw: BinaryIO | None = None

    def __iter__(self) -> Iterator[Source | UserError]:
        """What cannot be read comes as a `UserError` in its place, so that a run over many can go on.

        An id that came before is such a case too: two articles of one id would be one article. A file that is named
        twice, or lies in a folder that is named too, is read once.
        """
        for name in self._names:
            for source in self._named(name):
                if isinstance(source, Source):
                    first = self._seen.first(source)
                    if first == source.origin:
                        continue
                    if first:
                        yield UserError(
                            f"{source.origin}: its id '{source.id}' is that of {first}; rename one of the two"
                        )
                        continue
                yield source

    def position(self) -> int:
        """Bytes of files that are read so far, packed ones as they are packed."""
        return self._before + (self._raw.tell() if self._raw and not self._raw.closed else 0)

    def size(self) -> int | None:
        """Bytes of all files; None where that cannot be known beforehand (standard input, a pipe)."""
        total = 0
        for name in self._names:
            path = Path(name)
            if path.is_dir():
                total += sum(file.stat().st_size for file in _walk(path, []) if file.exists())
            elif path.is_file():
                total += path.stat().st_size
            elif name == "-" or path.exists():
                return None
        return total

    def _named(self, name: str) -> Iterator[Source | UserError]:
        if name == "-":
            yield from _standard_input()
            return
        path = Path(name)
        try:
            if path.is_dir():
                yield from self._folder(path)
            else:
                yield from self._file(path)
        except Damaged as error:
            yield UserError(f"{_shown(path)}: {error}; get a whole copy, or name it without the ending")
        except FileNotFoundError:
            yield UserError(f"{_shown(path)}: no such file or folder; check the name")
        except OSError as error:
            yield UserError(f"{_shown(path)}: cannot be read ({reason(error)})")

    def _folder(self, folder: Path) -> Iterator[Source | UserError]:
        problems: list[OSError] = []
        empty = True
        for file in _walk(folder, problems):
            empty = False
            yield from self._named(str(file))
        for problem in problems:
            empty = False
            yield UserError(f"{_shown(Path(problem.filename))}: cannot be read ({reason(problem)})")
        if empty:
            yield UserError(f"{_shown(folder)}: no articles (*.txt, *.html, *.jsonl) in this folder or below it")

    def _file(self, path: Path) -> Iterator[Source | UserError]:
        inner, ending = split_name(path.name)
        origin = _shown(path)
        with path.open("rb") as raw:
            self._raw = raw
            with unpacked(raw, ending) as stream:
                if inner.endswith(_RECORDS):
                    yield from records(stream, origin)
                elif inner.endswith(".json"):
                    yield UserError(f"{origin}: this is JSON; give one record a line in a file that ends in .jsonl")
                else:
                    stem = path.name[: len(path.name) - len(ending)]
                    yield _whole(stream, Path(stem).stem, origin, page=inner.endswith(_PAGES))
            self._before += raw.tell() if raw.seekable() else 0
            self._raw = None


class _Seen:
    """The ids that came, and where; kept small, since there can be millions of them."""

    def __init__(self) -> None:
        self._files: list[str] = []
        self._places: dict[int, int] = {}

    def first(self, source: Source) -> str | None:
        """Where the article's id came first, if it did; else this place is noted."""
        file = source.origin.removesuffix(in_line(source.line))
        if not self._files or self._files[-1] != file:
            self._files.append(file)
        place = self._places.get(hash(source.id))
        if place is None:
            self._places[hash(source.id)] = (len(self._files) - 1) << 32 | source.line
            return None
        return self._files[place >> 32] + in_line(place & 0xFFFFFFFF)


def sources(names: Iterable[str]) -> Iterator[Source | UserError]:
    """The articles of all files, folders and `-`: see `Sources`."""
    return iter(Sources(names))


def read_source(name: str) -> Source:
    """The one article of a file, or of `-`; a `UserError` if it cannot be read or holds more than one."""
    found = list(sources([name]))
    if len(found) != 1:
        raise UserError(f"{name}: holds {len(found)} articles; name one file with one")
    if isinstance(found[0], UserError):
        raise found[0]
    return found[0]


def _shown(path: Path) -> str:
    """A path for a message, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(folder: Path, problems: list[OSError]) -> Iterator[Path]:
    """The files in and below a folder that hold articles by their names, sorted; hidden ones are left out."""
    for place, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if split_name(file)[0].endswith(_WALKED) and not file.startswith("."):
                yield Path(place, file)


def _standard_input() -> Iterator[Source | UserError]:
    stream = sys.stdin.buffer
    first = stream.readline(LIMIT + 1)
    start = first.lstrip()
    if start.startswith(b"{") and is_record(start):
        yield from records(_Chain(first, stream), "standard input")
    else:
        yield _whole(_Chain(first, stream), "stdin", "standard input", page=False)


class _Chain:
    """A line that was read already, and then the stream that it came from."""

    def __init__(self, first: bytes, rest: Bytes) -> None:
        self.first, self.rest = io.BytesIO(first), rest

    def readline(self, size: int, /) -> bytes:
        return self.first.readline(size) or self.rest.readline(size)

    def read(self, size: int, /) -> bytes:
        return self.first.read(size) or self.rest.read(size)


def _whole(stream: Bytes, stem: str, origin: str, *, page: bool) -> Source | UserError:
    """All of a stream as one article: a page if its name or its beginning says so, else a text."""
    try:
        data = _read_up_to(stream, LIMIT + 1)
        if len(data) > LIMIT:
            raise UserError(_TOO_LONG)
        name = unicodedata.normalize("NFC", stem)
        encodable(name, "the file's name")
        if not data or data.isspace():
            raise UserError(_EMPTY)
        if page or is_page(data):
            return Source(id=name, page=data, origin=origin)
        return Source(id=name, text=_decoded(data), origin=origin)
    except Damaged as error:
        return UserError(f"{origin}: {error}; get a whole copy")
    except UserError as error:
        return UserError(f"{origin}: {error}")


def _read_up_to(stream: Bytes, size: int) -> bytes:
    """As many bytes as there are, at most `size`: a pipe gives them in pieces."""
    parts = []
    while size > 0 and (part := stream.read(min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _decoded(data: bytes) -> str:
    """The text of an article's bytes; a `UserError` that says what they are if they are no text in UTF-8."""
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
        raise UserError(_EMPTY)
    if len(text) > LETTERS:
        raise UserError(_TOO_MANY)
    return text
