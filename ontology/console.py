"""Words for the person at the terminal, and results → standard output or a file."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from ontology.errors import UserError


class Parser(argparse.ArgumentParser):
    """A command line whose mistakes are a `UserError`, as all others are."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message}; see {self.prog} --help")


def set_up() -> None:
    """UTF-8 on standard output and error, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def tell(text: str) -> None:
    """A line on standard error that is no part of the result."""
    print(shown(text), file=sys.stderr)


def complain(text: str) -> None:
    """One sentence on what went wrong."""
    tell(f"thidua: {text.removesuffix('.')}")


def shown(text: str) -> str:
    """A text on one line, without anything that a terminal would obey.

    >>> shown("a\\x1b[2J")
    'a�[2J'
    """
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def standard_input() -> str:
    """The text on standard input. Raises `UserError` where it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UserError(f"standard input: the query is not UTF-8 at byte {error.start}") from None


def write(name: str, data: bytes) -> None:
    """Write a result to the file of this name, whole or not at all, or to standard output if the name is `-`."""
    from ontology.files import atomic_write

    if name == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        atomic_write(Path(name), data)


def width() -> int:
    """Columns of the terminal; where the output is no terminal, wide enough for most tables."""
    import shutil

    return shutil.get_terminal_size((160, 24)).columns if sys.stdout.isatty() else 160


def drop_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not stumble over it as it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def unbroken() -> Iterator[None]:
    """Put Ctrl-C off to the end of a block, which is to write something whole; a second one breaks off all the same."""
    asked = False

    def later(number: int, frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    if threading.current_thread() is not threading.main_thread():  # only there can Ctrl-C arrive, or be put off
        yield
        return
    before = signal.signal(signal.SIGINT, later)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


def own_name() -> str:
    """How to call this program from here: by its name if that is found, else by its path."""
    import shutil

    called = Path(sys.argv[0])
    return "thidua" if shutil.which("thidua") or called.name != "thidua" else os.path.relpath(called)
