"""Bytes → a file on disk, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ontology.errors import UserError


def atomic_write(path: Path, data: bytes) -> None:
    """Write a file of these bytes as `atomic_file` does."""
    with atomic_file(path) as file:
        file.write(data)


@contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, aside in the same folder, renamed into place when the block has ended without an exception.

    A reader sees the old file or the new one. Something at `path` that is no ordinary file (`/dev/stdout`, a named
    pipe) is written to as it is. An existing file keeps its permissions. What goes wrong (no such folder, no
    permission, a full disk) is a `UserError`.
    """
    try:
        if path.exists() and not path.is_file():
            if path.is_dir():
                raise UserError(f"cannot write {path}: it is a folder; name a file in it")
            with path.open("wb") as file:
                yield file
            return
        with _beside(path.resolve()) as file:
            yield file
    except OSError as error:
        raise UserError(f"cannot write {path}: {reason(error)}") from None


def reason(error: OSError) -> str:
    """What the operating system says went wrong, as the end of a sentence.

    >>> reason(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    text = error.strerror or str(error) or type(error).__name__
    return text[:1].lower() + text[1:]


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    import tempfile

    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "permission denied")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's mask of permissions. It can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
