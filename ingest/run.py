"""Names of files and folders → readings, one at a time; what cannot be read is told of, skipped and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest.facts import Reading
from ingest.read import read_article
from ingest.reader import read
from ingest.sources import sources
from ontology.errors import UserError


class Run:
    """One run over articles. `complain` is given a sentence for each that is skipped, and one in the end."""

    def __init__(self, names: Sequence[str], complain: Callable[[str], None]) -> None:
        self._names = names
        self._complain = complain
        self.read = self.skipped = 0

    def readings(self) -> Iterator[Reading]:
        """What each article says, in the order of `ingest.sources.sources`."""
        for source in sources(self._names):
            try:
                if isinstance(source, UserError):
                    raise source
                reading = read(read_article(source))
            except UserError as error:
                self.skip(str(error))
                continue
            self.read += 1
            yield reading

    def reject(self, why: str) -> None:
        """Take back the last reading: it cannot be used after all."""
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
