"""Quads of articles → a store on disk, each article in its named graph, that changes as a whole or not at all.

The default graph is kept as the merge of all named graphs: what several articles say stands in it once. So questions
need not name graphs, in any tool, and never count a triple twice.

The store is an Oxigraph database, which any Oxigraph tool can read, with two files beside it: `thidua.json` says which
version of the layout it has, and `thidua.lock` is held by whoever uses it (many readers, or one writer), because a
database that is being written to must not be opened read-only.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

import pyoxigraph as ox

from ontology.errors import UserError
from ontology.files import atomic_write, reason
from queries.vocabulary import OWN_GRAPH, VOCABULARIES, VOCABULARY_GRAPH, own_vocabulary, vocabulary, vocabulary_digest

FORMAT = 1
"""The version of the layout that this program reads and writes."""

IDENTITY = "identity"
"""The note of what the graph of identities was made by; there is none while articles have changed since."""

_MARKER = "thidua.json"
_LOCK = "thidua.lock"
_LITTLE = 4_000_000
"""Bytes of new data for which it is not worth while to bring the files in order."""
_PATIENCE = 2.0
"""Seconds to wait for another process to let go of the store."""


class Store:
    """An open store. Use it in a `with` statement; only one process can write to it at a time."""

    def __init__(self, path: Path, inner: ox.Store, lock: IO[bytes] | None) -> None:
        self.path = path
        self._changed = False
        self._inner: ox.Store | None = inner
        self._lock = lock

    @property
    def inner(self) -> ox.Store:
        """The Oxigraph database itself, for queries."""
        if self._inner is None:
            raise ValueError(f"the store {self.path} is closed")
        return self._inner

    def replace_graph(self, graph_iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Make the graph hold these quads and no others, in one transaction; False if it did already.

        The merge of all graphs follows: a triple leaves it with the last graph that has it. The quads' own graph
        names are not looked at. Blank nodes have no identity between two readings and are a `ValueError`.
        """
        graph = ox.NamedNode(graph_iri)
        new = {ox.Quad(q.subject, q.predicate, q.object, graph) for q in quads}
        if any(isinstance(term, ox.BlankNode) for q in new for term in (q.subject, q.object)):
            raise ValueError(f"the graph {graph_iri} has blank nodes")
        old = set(self.inner.quads_for_pattern(None, None, None, graph))
        if new == old:
            return False
        self._changed = True
        if "/graph/" in graph_iri:
            self.outdate()
        try:
            if old <= new:
                added = new - old
                self.inner.extend([*added, *merged(added)])
            else:
                gone = old - new
                self.inner.update(_update(graph, gone, {q for q in gone if not self._elsewhere(q)}, new - old, not new))
        except (OSError, RuntimeError) as error:
            raise UserError(f"cannot write to the store {self.path}: {error}") from None
        return True

    def outdate(self) -> None:
        """Take away the note that the graph of identities goes with the articles, before they change."""
        if self.noted(IDENTITY) is not None:
            self.note(IDENTITY, None)

    def take_in(self, quads: bytes, *, bulk: bool) -> None:
        """Add quads (N-Quads, of whole graphs that are not there yet, and of the merge) at once: all of them or none.

        `bulk` makes files of them, which is faster for thousands. Threads may do so side by side, after `outdate`.
        """
        self._changed = True
        try:
            (self.inner.bulk_load if bulk else self.inner.load)(quads, ox.RdfFormat.N_QUADS, lenient=True)
        except (OSError, RuntimeError) as error:
            raise UserError(f"cannot write to the store {self.path}: {error}") from None

    def tidy(self, before: int) -> None:
        """Bring the files of the database in order, if it has grown by a tenth and more since its data took so many
        `bytes`: a question looks into each of the files that may hold what it is after."""
        if self.bytes > 1.1 * before + _LITTLE:
            try:
                self.inner.optimize()
            except (OSError, RuntimeError) as error:
                raise UserError(f"cannot write to the store {self.path}: {error}") from None

    @property
    def bytes(self) -> int:
        """The size of the database's files of data."""
        found = 0
        for file in self.path.glob("*.sst"):
            with suppress(FileNotFoundError):  # the database may have merged it since
                found += file.stat().st_size
        return found

    def _elsewhere(self, quad: ox.Quad) -> bool:
        """Whether another named graph says the same."""
        same = self.inner.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(q.graph_name not in (quad.graph_name, ox.DefaultGraph()) for q in same)

    def remove_graph(self, graph_iri: str) -> bool:
        """Take a graph out as a whole; False if it was not there."""
        return self.replace_graph(graph_iri, ())

    def load_vocabulary(self) -> bool:
        """Bring the vocabulary's graph up to what this version of the program ships; False if it was already.

        The marker keeps the digest of the files that were loaded, so that nothing is parsed when nothing changed.
        A user's own file, where one was given, is loaded beside it.
        """
        own = own_vocabulary()
        changed = bool(own) and self.replace_graph(OWN_GRAPH, own)
        shipped = vocabulary_digest()
        if self.noted("vocabulary") == shipped:
            return changed
        changed |= self.replace_graph(VOCABULARY_GRAPH, vocabulary())
        self.note("vocabulary", shipped)
        return changed

    def noted(self, key: str) -> object:
        """What was noted about the store in its marker; None for nothing."""
        return _marker(self.path).get(key)

    def note(self, key: str, value: object) -> None:
        """Note something about the store; None takes the note away."""
        kept = {k: v for k, v in _marker(self.path).items() if k != key}
        _mark(self.path, kept if value is None else {**kept, key: value})

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of all named graphs, sorted."""
        return tuple(sorted(g.value for g in self.inner.named_graphs() if isinstance(g, ox.NamedNode)))

    def data_graphs(self) -> tuple[str, ...]:
        """The same without those of the vocabulary."""
        return tuple(name for name in self.graphs() if name not in VOCABULARIES)

    def quads(self, graph_iri: str | None = None) -> Iterator[ox.Quad]:
        """The quads of all named graphs, or of one, in no order of note."""
        for iri in (graph_iri,) if graph_iri else self.graphs():
            yield from self.inner.quads_for_pattern(None, None, None, ox.NamedNode(iri))

    def close(self) -> None:
        """Let go of the database and of its lock. An iterator over the store must not be used after it."""
        try:
            if self._inner is not None and self._changed:
                self._inner.flush()  # else each reader would go through the write-ahead log again
        except (OSError, RuntimeError) as error:
            raise UserError(f"cannot write to the store {self.path}: {error}") from None
        finally:
            self._release()

    def _release(self) -> None:
        self._inner = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The same triples in the default graph."""
    return (ox.Quad(q.subject, q.predicate, q.object) for q in quads)


def open_store(path: Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the store in this folder, to write unless `read_only`; `create` makes it where there is none.

    `UserError` in one sentence: there is none, the folder is something else, the store was written by a newer version,
    is damaged, or is in use.
    """
    if not _is_store(path):
        if not create or read_only:
            raise UserError(f"there is no store at {path}; make one with: thidua build --store {path} ARTICLE")
        _make(path)
    lock = _hold(path, shared=read_only)
    begun = bool(_marker(path).get("begun"))
    try:
        if begun and read_only:
            raise UserError(f"the store {path} was begun and never filled; run thidua build again")
        if begun:  # whoever made it was stopped, perhaps inside the database's own beginning: nothing is in it yet
            for file in path.iterdir():
                if file.name not in (_MARKER, _LOCK):
                    file.unlink()
        if not read_only:
            # RocksDB leaves a log behind each time that it is opened, and Oxigraph the files of a load that was killed.
            for left in (*path.glob("LOG.old.*"), *path.glob("bulk-*.sst")):
                left.unlink(missing_ok=True)
        inner = ox.Store.read_only(str(path)) if read_only else ox.Store(path)
        if begun:
            _mark(path, {"format": FORMAT})
    except UserError:
        if lock is not None:
            lock.close()
        raise
    except (OSError, RuntimeError) as error:
        if lock is not None:
            lock.close()
        told = str(error).strip().removeprefix("IO error: ").removeprefix("Corruption: ").splitlines()[0]
        if "lock" in told.lower():
            raise _in_use(path) from None
        raise UserError(f"the store {path} cannot be opened, it may be damaged or unfinished: {told}") from None
    return Store(path, inner, lock)


def _is_store(path: Path) -> bool:
    """Whether a store of a version that we know is there; `UserError` if something else is."""
    try:
        version = _marker(path)["format"]
    except FileNotFoundError:
        if not path.exists() or (path.is_dir() and not any(path.iterdir())):
            return False
        raise UserError(f"{path} is not a thidua store: it has no {_MARKER}; name another folder") from None
    except NotADirectoryError:
        raise UserError(f"{path} is a file, not a store; name a folder") from None
    except OSError as error:
        raise UserError(f"cannot read the store {path}: {reason(error)}") from None
    except (ValueError, TypeError, KeyError):
        raise UserError(f"the store {path} is damaged: {_MARKER} in it cannot be read") from None
    if not isinstance(version, int) or version > FORMAT:
        raise UserError(f"the store {path} was written by a newer version of thidua (layout {version}); update thidua")
    return True


def _make(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / _LOCK).touch()
    except OSError as error:
        raise UserError(f"cannot make the store {path}: {reason(error)}") from None
    _mark(path, {"format": FORMAT, "begun": True})


def _marker(path: Path) -> dict[str, object]:
    found = json.loads((path / _MARKER).read_bytes())
    if not isinstance(found, dict):
        raise TypeError(type(found).__name__)
    return found


def _mark(path: Path, content: dict[str, object]) -> None:
    atomic_write(path / _MARKER, json.dumps(content).encode() + b"\n")


def _hold(path: Path, *, shared: bool) -> IO[bytes] | None:
    """Hold the lock file, with others or alone; where the system has no such locks the database's own must do."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        file = (path / _LOCK).open("rb" if shared else "ab")
    except OSError as error:
        raise UserError(f"cannot open the store {path}: {reason(error)}") from None
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            return file
        except BlockingIOError:
            if time.monotonic() > until:
                file.close()
                raise _in_use(path) from None
            time.sleep(0.02)
        except OSError:  # a file system without locks
            return file


def _in_use(path: Path) -> UserError:
    return UserError(f"the store {path} is in use by another process; try again when that has finished")


def _update(graph: ox.NamedNode, gone: set[ox.Quad], nowhere: set[ox.Quad], come: set[ox.Quad], drop: bool) -> str:
    """One SPARQL update, which Oxigraph runs as one transaction: quads leave the graph, those that are `nowhere` else
    leave the merge too, others come to both. Terms are written by Oxigraph, never by us."""

    def block(quads: set[ox.Quad]) -> str:
        return "".join(f"{q.triple} .\n" for q in quads)

    steps = [f"DELETE DATA {{\n{block(nowhere)}GRAPH {graph} {{\n{block(gone)}}} }}"]
    if come:
        steps.append(f"INSERT DATA {{\n{block(come)}GRAPH {graph} {{\n{block(come)}}} }}")
    if drop:
        steps.append(f"DROP GRAPH {graph}")
    return " ;\n".join(steps)
