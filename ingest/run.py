"""Names of files and folders → what is made of each article; what cannot be read is told of, skipped and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice

from ingest.facts import Reading
from ingest.progress import Progress
from ingest.raw import Source
from ingest.sources import Sources
from ingest.work import Made, Work, attempt, reading
from ontology.console import unbroken
from ontology.errors import UserError

_FEW = 64
"""So many articles are read before further processes are started, where nobody says how many there should be."""


class Run:
    """One run over articles.

    `complain` is given a sentence for each that is skipped, and one in the end. `jobs` is the number of processes; None
    is one for few articles, and as many as the machine runs at once for more. `bar` says whether there may be one.
    """

    def __init__(
        self, names: Sequence[str], complain: Callable[[str], None], *, jobs: int | None = None, bar: bool = False
    ) -> None:
        self._sources = Sources(names)
        self._progress = Progress(self._sources, bar)
        self._complain = self._progress.around(complain)
        self._jobs = jobs
        self.read = self.skipped = self.kept = 0

    def readings(self) -> Iterator[Reading]:
        """What each article says, in the order of `ingest.sources.Sources`."""
        yield from self.results(reading)

    def results(self, work: Work[Made]) -> Iterator[Made]:
        """What `work` makes of each article, in the same order whatever the number of processes."""
        try:
            for made in self._each(work):
                if isinstance(made, UserError):
                    self.skip(str(made))
                else:
                    self.read += 1
                    yield made
                self._progress.step()
        finally:
            self._progress.close()

    def _each(self, work: Work[Made]) -> Iterator[Made | UserError]:
        items = iter(self._sources)
        jobs = self._jobs
        if jobs is None:
            for item in islice(items, _FEW):
                yield self._here(item, work)
            following = next(items, None)
            if following is None:
                return
            items = chain([following], items)
            from ontology.machine import cores

            jobs = cores()
        if jobs == 1:
            for item in items:
                yield self._here(item, work)
            return
        from ingest.jobs import in_order
        from ontology.schemes import own_file

        yield from in_order(items, work, jobs, vocabulary=own_file(), note=self._complain)

    def _here(self, item: Source | UserError, work: Work[Made]) -> Made | UserError:
        return item if isinstance(item, UserError) else attempt(work, item)

    def reject(self, why: str) -> None:
        """Take back the last article: it cannot be used after all."""
        self.read -= 1
        self.skip(why)

    def skip(self, why: str) -> None:
        self.skipped += 1
        self._complain(why)

    def finish(self) -> int:
        """Sum up; the exit status: 0, or 1 where articles were skipped, or 2 where none could be read."""
        if self.read and self.skipped:
            self._complain(f"{self.skipped} of {self.read + self.skipped} articles could not be read and were skipped")
        elif self.skipped > 1:
            self._complain("nothing could be read")
        return (1 if self.read else 2) if self.skipped else 0

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Put away what was made of an article: Ctrl-C waits for the end of it, and then it counts as kept."""
        with unbroken():
            yield
            self.kept += 1

    def stopped(self, count: int, what: str) -> int:
        """Say after how many articles Ctrl-C came, and what is kept of them; the exit status."""
        self._complain(f"stopped after {count} article{'' if count == 1 else 's'}; {what}")
        return 130
