"""A file's name → its bytes as a stream, unpacked where the name says that they are packed (`.gz`, `.zst`)."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import Protocol, cast

from ontology.errors import UserError

_KINDS = {".gz": ("gzip", b"\x1f\x8b"), ".zst": ("Zstandard", b"\x28\xb5\x2f\xfd")}
"""The kinds of packed files by the endings of their names, and how each begins."""


class Bytes(Protocol):
    """What reading asks of an open file."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


class Damaged(UserError):
    """Packed bytes that end too early, or are not what they should be: the end of a sentence."""


def split_name(name: str) -> tuple[str, str]:
    """A file's name in small letters without the ending of a packed file, and that ending.

    >>> split_name("News.JSONL.gz")
    ('news.jsonl', '.gz')
    """
    lower = name.lower()
    ending = next((e for e in _KINDS if lower.endswith(e)), "")
    return lower.removesuffix(ending), ending


def _begins(raw: BufferedReader, ending: str) -> bool:
    head = raw.peek(4)[:4]
    return not head or head.startswith(_KINDS[ending][1][: len(head)])


@contextmanager
def unpacked(raw: BufferedReader, ending: str) -> Iterator[Bytes]:
    """The stream of a file that is open already. Reading it raises `Damaged` where the packing is broken."""
    if ending and not _begins(raw, ending):
        raise Damaged(f"not a {_KINDS[ending][0]} file")
    if ending == ".gz":
        with gzip.open(raw) as stream:
            yield _Guarded(cast(Bytes, stream), ending, (EOFError, zlib.error, gzip.BadGzipFile))
    elif ending == ".zst":
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
        with zstd.open(raw) as stream:
            yield _Guarded(cast(Bytes, stream), ending, (EOFError, zstd.ZstdError))
    else:
        yield raw


class _Guarded:
    """A stream of unpacked bytes whose several errors are one."""

    def __init__(self, stream: Bytes, ending: str, errors: tuple[type[Exception], ...]) -> None:
        self._stream, self._ending, self._errors = stream, ending, errors

    def read(self, size: int, /) -> bytes:
        try:
            return self._stream.read(size)
        except self._errors as error:
            raise self._damaged() from error

    def readline(self, size: int, /) -> bytes:
        try:
            return self._stream.readline(size)
        except self._errors as error:
            raise self._damaged() from error

    def _damaged(self) -> Damaged:
        return Damaged(f"the {_KINDS[self._ending][0]} file is damaged or cut off")
