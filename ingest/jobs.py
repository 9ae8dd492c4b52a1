"""Raw articles → what is made of each, by several processes, in the order of the articles.

The processes are started afresh (no fork: whatever else runs in this one stays out of them) and are sent articles in
batches. Only so many batches are under way that memory stays the same however long the input is. A process that dies
is replaced, and the articles that it had are read again, one at a time: one of which two processes died is told of.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Generic

from ingest.raw import Source
from ingest.work import Made, Work, attempt
from ontology.errors import UserError

_ARTICLES, _LETTERS = 16, 200_000
"""The most articles of a batch, and the letters after which it is full."""
_AHEAD, _LETTERS_AHEAD = 4, 40_000_000
"""The most batches a process that are not given out yet, and the most letters in all of them."""
_TRIES = 2
"""How many processes may die of an article, when they read nothing else, before it is given up."""
_STARTS = 5
"""How many processes may die in a row before they begin to read."""
_PATIENCE = 2.0
"""Seconds that a process has to end by itself."""


def in_order(
    items: Iterable[Source | UserError],
    work: Work[Made],
    jobs: int,
    *,
    vocabulary: Path | None,
    note: Callable[[str], None],
) -> Iterator[Made | UserError]:
    """What `work` makes of each source, and each error where it stood.

    `vocabulary` is the user's own file of honours, `note` is told when a process died.
    """
    pool = _Pool(work, jobs, vocabulary, note)
    try:
        yield from pool.run(iter(items))
    finally:
        pool.close()


class _Batch(Generic[Made]):
    """Articles that were read together, and what was made of them; None is still to come."""

    def __init__(self, items: list[Source | UserError]) -> None:
        self.items = items
        self.made: list[Made | UserError | None] = [i if isinstance(i, UserError) else None for i in items]
        self.letters = sum(_letters(item) for item in items)
        self.open = self.made.count(None)

    def part(self) -> _Part[Made]:
        return _Part(self, [place for place, made in enumerate(self.made) if made is None])


class _Part(Generic[Made]):
    """Those articles of a batch, by their places, that a process is sent together."""

    def __init__(self, batch: _Batch[Made], places: list[int], deaths: int = 0) -> None:
        self.batch, self.places, self.deaths = batch, places, deaths

    def sources(self) -> list[Source | UserError]:
        return [self.batch.items[place] for place in self.places]

    def done(self, made: Iterable[Made | UserError]) -> None:
        for place, one in zip(self.places, made, strict=True):
            self.batch.made[place] = one
            self.batch.open -= 1

    def after_death(self, how: str) -> list[_Part[Made]]:
        """What is to be read again, each article alone; one that was alone already has tries, and then is given up."""
        if len(self.places) > 1:
            return [_Part(self.batch, [place]) for place in self.places]
        if self.deaths + 1 < _TRIES:
            return [_Part(self.batch, self.places, self.deaths + 1)]
        source = self.batch.items[self.places[0]]
        origin = source.origin if isinstance(source, Source) else ""
        self.done([UserError(f"{origin}: the process that read it ended ({how}), twice; split or shorten it")])
        return []


class _Pool(Generic[Made]):
    """The processes, the batches in the order of the input, and the parts that wait for a process."""

    def __init__(self, work: Work[Made], jobs: int, vocabulary: Path | None, note: Callable[[str], None]) -> None:
        self._start = (work, vocabulary)
        self._note = note
        self._jobs = jobs
        self._processes: dict[Connection, SpawnProcess] = {}
        self._busy: dict[Connection, _Part[Made] | None] = {}
        """What each process has; None until it says that it is there."""
        self._idle: list[Connection] = []
        self._failed = 0
        """How many processes died in a row before they said that they are there."""
        self._waiting: deque[_Part[Made]] = deque()
        self._batches: deque[_Batch[Made]] = deque()

    def run(self, items: Iterator[Source | UserError]) -> Iterator[Made | UserError]:
        for _ in range(self._jobs):
            self._start_process()
        more = True
        while more or self._batches:
            while more and self._room() and not (self._batches and not self._batches[0].open):
                taken = _taken(items)
                more = bool(taken)
                if taken:
                    batch = _Batch[Made](taken)
                    self._batches.append(batch)
                    if batch.open:
                        self._waiting.append(batch.part())
                self._serve(0)
            while self._batches and not self._batches[0].open:
                for made in self._batches.popleft().made:
                    assert made is not None
                    yield made
            if self._batches and not (more and self._room()):
                self._serve(None)

    def close(self) -> None:
        """End the processes: those that wait for work at once, the others after a moment."""
        for connection in self._processes:
            connection.close()
        for process in self._processes.values():
            if self._batches:
                process.terminate()
        for process in self._processes.values():
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        self._processes.clear()

    def _room(self) -> bool:
        many = len(self._batches) >= _AHEAD * self._jobs
        return not many and sum(batch.letters for batch in self._batches) < _LETTERS_AHEAD

    def _start_process(self) -> None:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, *self._start), daemon=True)
        with _without_interrupt():
            process.start()
        theirs.close()
        self._processes[ours] = process
        self._busy[ours] = None

    def _serve(self, timeout: float | None) -> None:
        """Take what processes have done, and give them more; wait for the first of them if there is no time-out."""
        self._give()
        for connection in wait(list(self._busy), timeout) if self._busy else ():
            assert isinstance(connection, Connection)
            part = self._busy[connection]
            try:
                made = connection.recv()
            except (EOFError, OSError):
                self._died(connection)
                continue
            if part is None:
                self._failed = 0
            else:
                part.done(made)
            del self._busy[connection]
            self._idle.append(connection)
        self._give()

    def _give(self) -> None:
        while self._idle and self._waiting:
            connection, part = self._idle.pop(), self._waiting.popleft()
            self._busy[connection] = part
            try:
                connection.send(part.sources())
            except OSError:
                self._died(connection)

    def _died(self, connection: Connection) -> None:
        process, part = self._processes.pop(connection), self._busy.pop(connection)
        connection.close()
        process.join(_PATIENCE)
        how = _how(process.exitcode)
        if part is None:
            self._failed += 1
            if self._failed >= _STARTS:
                raise UserError(f"processes for reading end before they begin ({how}); try --jobs 1")
        else:
            self._note(f"a process that read articles ended ({how}); another one reads on")
            self._waiting.extendleft(reversed(part.after_death(how)))
        self._start_process()


def _serve(connection: Connection, work: Work[Made], vocabulary: Path | None) -> None:
    """What a process does: say that it is there, then read what it is sent until nobody sends any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    if vocabulary is not None:
        from ontology.schemes import use

        use(vocabulary)
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send([attempt(work, source) for source in connection.recv()])


def _taken(items: Iterator[Source | UserError]) -> list[Source | UserError]:
    """The next batch."""
    taken: list[Source | UserError] = []
    letters = 0
    for item in items:
        taken.append(item)
        letters += _letters(item)
        if len(taken) >= _ARTICLES or letters >= _LETTERS:
            break
    return taken


def _letters(item: Source | UserError) -> int:
    return len(item.text) + len(item.page or "") if isinstance(item, Source) else 0


def _how(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit status {code}"
    with suppress(ValueError):
        return f"by {signal.Signals(-code).name}"
    return f"by signal {-code}"


class _without_interrupt:
    """While a process is started it must not be interrupted by the Ctrl-C that is meant for this one."""

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)
