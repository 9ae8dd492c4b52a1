"""README.md → its commands, run in order in an empty folder, and what they print beside what it shows.

`python tests/readme.py` puts what they print in its place (`make readme`); `--measure` also takes the times anew.
A block is known by the words behind its fence:

    console         lines that begin with `$ ` are commands, the others are their output on a terminal of 100 columns
    console copy    the same in a copy of the project, for commands that change its files
    python          a doctest
    text PROGRAM    what that program of the project printed once: times, never compared
    sh              not run: what needs a network or another machine

A line `...` stands for any lines of output. All blocks share one folder each for the project's user and its copy.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import platform
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches, unified_diff
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PROJECT = ("ontology", "ingest", "queries", "graphs", "thidua.py")
COLUMNS = 100
PATIENCE = 120.0
"""Seconds after which a command is given up."""

_BLOCK = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_ELIDED = "..."


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the words behind its fence, what stands in it, and where."""

    info: tuple[str, ...]
    body: str
    start: int
    """Offset of the body in the file."""
    line: int
    """Number of the body's first line."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command or an example, the output that the file shows for it, and the output that it has."""

    source: str
    """The command as it stands in the file, with its prompts; an example can have several lines."""
    shown: tuple[str, ...]
    line: int
    got: tuple[str, ...] = ()

    def difference(self) -> str:
        """What is shown wrongly, as a diff; empty if nothing."""
        if agrees(self.shown, self.got):
            return ""
        where = f"README.md line {self.line}: {self.source}\n"
        return where + "\n".join(unified_diff(self.shown, self.got, "shown", "printed", lineterm=""))


def blocks(text: str) -> Iterator[Block]:
    for m in _BLOCK.finditer(text):
        yield Block(tuple(m["info"].split()), m["body"], m.start("body"), text.count("\n", 0, m.start("body")) + 1)


def steps(block: Block) -> list[Step]:
    """The commands of a console block with what is shown for each."""
    found: list[Step] = []
    for number, line in enumerate(block.body.splitlines(), block.line):
        if line.startswith("$ "):
            found.append(Step(line, (), number))
        elif not found:
            raise ValueError(f"README.md line {number}: output before any command")
        else:
            found[-1] = replace(found[-1], shown=(*found[-1].shown, line))
    return found


# -- running -----------------------------------------------------------------------------------------------------------


def run_all(text: str) -> dict[Block, list[Step]]:
    """Run every block that is to be run, in order; the steps come back with what they printed.

    Raises RuntimeError where a command fails: the file says `|| …` behind one that is meant to.
    """
    done: dict[Block, list[Step]] = {}
    with tempfile.TemporaryDirectory() as room:
        places = {place: Path(room, place) for place in ("user", "copy")}
        for place in places.values():
            (place / "bin").mkdir(parents=True)
        for name in PROJECT:
            source, target = ROOT / name, places["copy"] / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)
        _program(places["user"] / "bin", ROOT)
        _program(places["copy"] / "bin", places["copy"])
        for block in blocks(text):
            match block.info:
                case ("console", *rest):
                    place = places["copy" if rest == ["copy"] else "user"]
                    done[block] = [replace(s, got=_run(s, place)) for s in steps(block)]
                case ("python",):
                    done[block] = _doctest(block, places["user"])
                case _:
                    pass
    return done


def _program(bin_: Path, project: Path) -> None:
    """`thidua` as it is when installed, with the Python and the project that are meant."""
    script = bin_ / "thidua"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{project / "thidua.py"}" "$@"\n')
    script.chmod(0o755)


def _run(step: Step, place: Path) -> tuple[str, ...]:
    """The lines that a command prints on a terminal, standard error among them."""
    folder = place if (place / "thidua.py").exists() else place / "work"
    folder.mkdir(exist_ok=True)
    path = f"{place / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_"))}
    environment |= {
        "PATH": path,
        "COLUMNS": str(COLUMNS),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONPYCACHEPREFIX": "",
    }
    command = step.source.removeprefix("$ ")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        ["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        printed, late = b"", time.monotonic() + PATIENCE
        while select.select([ours], [], [], max(0.0, late - time.monotonic()))[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not piece:
                break
            printed += piece
        else:
            process.kill()
        os.close(ours)
    out = printed.decode().replace("\r\n", "\n")
    if process.returncode:
        raise RuntimeError(f"README.md line {step.line}: {step.source}\nexit status {process.returncode}\n{out}")
    return tuple(line.rstrip() for line in out.splitlines())


class _Recorder(doctest.DocTestRunner):
    """Runs examples and keeps what they print."""

    def __init__(self) -> None:
        super().__init__(verbose=False)
        self.got: dict[int, str] = {}

    def report_success(self, out: object, test: object, example: doctest.Example, got: str) -> None:
        self.got[example.lineno] = got

    report_failure = report_success

    def report_unexpected_exception(
        self, out: object, test: object, example: doctest.Example, exc_info: object
    ) -> None:
        raise RuntimeError(f"README.md: {example.source.strip()} raises {exc_info!r}")


def _doctest(block: Block, place: Path) -> list[Step]:
    test = doctest.DocTestParser().get_doctest(block.body, {}, "README.md", "README.md", 0)
    recorder = _Recorder()
    with contextlib.chdir(place / "work"):
        recorder.run(test, out=io.StringIO().write)
    lines = block.body.splitlines()
    return [
        Step(
            "\n".join(lines[e.lineno : e.lineno + e.source.count("\n")]),
            tuple(e.want.splitlines()),
            block.line + e.lineno,
            tuple(recorder.got[e.lineno].splitlines()),
        )
        for e in test.examples
    ]


# -- comparing ---------------------------------------------------------------------------------------------------------


def agrees(shown: tuple[str, ...], got: tuple[str, ...]) -> bool:
    """Whether these lines are the output, where `...` stands for one line or more.

    >>> agrees(("a", "...", "d"), ("a", "b", "c", "d")), agrees(("a", "...", "b"), ("a", "b"))
    (True, False)
    """
    pattern = "".join(r"(?:[^\n]*\n)+?" if line == _ELIDED else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in got)) is not None


def refreshed(shown: tuple[str, ...], got: tuple[str, ...]) -> tuple[str, ...]:
    """The lines to show instead: as many at the top, at the end and from each start in between as were shown.

    >>> refreshed(("a", "...", "y 1", "..."), ("a", "b", "y 2", "z"))
    ('a', '...', 'y 2', '...')
    """
    if agrees(shown, got) or _ELIDED not in shown:
        return shown if agrees(shown, got) else got
    parts: list[list[str]] = [[]]
    for line in shown:
        if line == _ELIDED:
            parts.append([])
        else:
            parts[-1].append(line)
    first, *middle, last = parts
    out, at = [*got[: len(first)]], len(first)
    for part in middle:
        rest = got[at:]
        close = get_close_matches(part[0], rest, 1, 0.6) if part else [""]
        if not close:
            raise ValueError(f"README.md: no line like “{part[0]}” is printed any more; change what is shown by hand")
        at += rest.index(close[0]) if part else 0
        out += [_ELIDED, *got[at : at + len(part)]]
        at += len(part)
    return (*out, _ELIDED, *got[len(got) - len(last) :])


def rewritten(text: str, done: dict[Block, list[Step]]) -> str:
    """The file with the outputs that its commands have."""
    for block, found in sorted(done.items(), key=lambda pair: -pair[0].start):
        lines = [line for s in found for line in (*s.source.split("\n"), *refreshed(s.shown, s.got))]
        body = "".join(f"{line}\n" for line in lines)
        text = text[: block.start] + body + text[block.start + len(block.body) :]
    return text


# -- times -------------------------------------------------------------------------------------------------------------


def measured(text: str) -> str:
    """The file with times taken now, and on what machine."""
    for block in sorted(blocks(text), key=lambda b: -b.start):
        if block.info[:1] == ("text",) and len(block.info) == 2:
            program = [sys.executable, str(ROOT / block.info[1])]
            times = subprocess.run(program, check=True, capture_output=True, text=True, cwd=ROOT).stdout
            body = f"{_machine()}\n{times}"
            text = text[: block.start] + body + text[block.start + len(block.body) :]
    return text


def _machine() -> str:
    cpu = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
        cpu = found[1].strip() if found else cpu
    return (
        f"{time.strftime('%Y-%m-%d')}, {platform.system()} {platform.machine()}, {cpu}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}"
    )


def main() -> None:
    old = text = README.read_text("utf-8")
    if "--measure" in sys.argv[1:]:
        text = measured(text)
    text = rewritten(text, run_all(text))
    if text != old:
        README.write_text(text, "utf-8")
    print(f"README.md: {'brought up to date' if text != old else 'up to date already'}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
