"""What several tests need: the program as a user runs it, the sample article and its graph, a browser."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sigma = pytest.mark.skipif(
    not (ROOT / "graphs/assets/sigma/sigma.min.js").exists(), reason="large pages need sigma.js; with npm: make sigma"
)
"""For tests that make the page of a large network."""


# Whoever starts the tests in the background starts them deaf to Ctrl-C, and all that they start with them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Result:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str
    raw: bytes

    @property
    def sentence(self) -> str:
        """The one line on standard error; a failed test where there are more, or a traceback."""
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("thidua: ")
        return lines[0].removeprefix("thidua: ")


Thidua = Callable[..., Result]


def run(*arguments: object, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Result:
    """Run the program in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "thidua.py"), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=120,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode(), done.stdout)


@pytest.fixture
def thidua(tmp_path: Path) -> Thidua:
    """The command line, run in an empty folder: `thidua("facts", path)`."""

    def call(*arguments: object, stdin: bytes = b"", env: dict[str, str] | None = None) -> Result:
        return run(*arguments, cwd=tmp_path, stdin=stdin, env=env)

    return call


@pytest.fixture(scope="session")
def seed() -> Path:
    """The article that ships with the program."""
    return ROOT / "ingest" / "sample" / "seed.txt"


@pytest.fixture(scope="session")
def seed_ttl(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its graph, as `thidua build` writes it."""
    folder = tmp_path_factory.mktemp("seed")
    assert run("build", seed, "-o", "seed.ttl", cwd=folder).status == 0
    return folder / "seed.ttl"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path. Without one the test is skipped, except in CI, where it must not be missing."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: CI must have one (apt-get install chromium)")
        pytest.skip("no Chromium: apt-get install chromium")
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """The browser, open for the tests of one file."""
    from browser import chromium_browser

    with chromium_browser(chromium) as found:
        yield found
