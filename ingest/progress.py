"""How far a run over many articles is → a bar on the terminal, with rate and time left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from ingest.sources import Sources

if TYPE_CHECKING:
    from typing import Never

    from tqdm import tqdm

_DELAY = 1.0
"""Seconds that a run must last before it has a bar."""


class Progress:
    """The bar of a run; nothing at all where standard error is no terminal, or the run is short."""

    def __init__(self, sources: Sources, wanted: bool) -> None:
        self._sources = sources
        self._wanted = wanted and sys.stderr.isatty()
        self._begin = time.monotonic()
        self._bar: tqdm[Never] | None = None
        self._articles = 0

    def step(self) -> None:
        """One article more is done."""
        self._articles += 1
        if not self._wanted or self._articles < 2 or time.monotonic() - self._begin < _DELAY:
            return
        if self._bar is None:
            self._bar = self._opened()
        rate = self._articles / (time.monotonic() - self._begin)
        self._bar.set_description_str(f"{self._articles:,} articles, {rate:,.0f}/s", refresh=False)
        self._bar.update(min(self._sources.position(), self._bar.total or sys.maxsize) - self._bar.n)

    def around(self, say: Callable[[str], None]) -> Callable[[str], None]:
        """The same function for telling something, with the bar out of the way meanwhile."""

        def telling(sentence: str) -> None:
            with self._aside():
                say(sentence)

        return telling

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _aside(self) -> AbstractContextManager[None]:
        if self._bar is None:
            return nullcontext()
        return self._bar.external_write_mode(file=sys.stderr)

    def _opened(self) -> tqdm[Never]:
        from tqdm import tqdm

        size = self._sources.size()
        form = "{percentage:3.0f}%|{bar:30}| {desc}, {elapsed}<{remaining}" if size else "{desc}, {elapsed}"
        return tqdm(total=size, bar_format=form, leave=False, file=sys.stderr, dynamic_ncols=True)
