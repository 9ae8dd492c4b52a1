"""Graphs that come in one after the other are in the store as they were given, in goes of any size."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology import terms as T
from ontology.errors import UserError
from queries import bulk
from queries import store as store_module
from queries.bulk import Loader
from queries.store import IDENTITY, Store, open_store


def graph(name: str, *said: str) -> tuple[str, bytes]:
    """A graph of some triples, as `Loader.add` takes it."""
    iri = f"{T.BASE}graph/{name}"
    subject, predicate = ox.NamedNode("http://x/s"), ox.NamedNode("http://x/p")
    quads = [ox.Quad(subject, predicate, ox.Literal(word), ox.NamedNode(iri)) for word in said]
    return iri, ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def held(store: Store) -> tuple[dict[str, set[str]], set[str]]:
    graphs = {name: {q.object.value for q in store.quads(name)} for name in store.graphs()}  # type: ignore[union-attr]
    merge = store.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return graphs, {q.object.value for q in merge}  # type: ignore[union-attr]


@pytest.mark.parametrize("few", [0, 2_000], ids=["files", "transactions"])
def test_graphs_and_their_merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(bulk, "FEW", few)
    hostile = 'x> <https://w3id.org/thidua/graph/b> .\n" . \\ \t\r'
    given = [graph("a", "shared", "first"), graph("b", "shared", hostile), *(graph(f"n{n}", str(n)) for n in range(40))]
    with open_store(tmp_path / "db", create=True) as store:
        with Loader(store) as loader:
            for one in given:
                loader.add(*one)
        assert loader.changed == 42
        graphs, merge = held(store)
    assert graphs[given[0][0]] == {"shared", "first"}
    assert graphs[given[1][0]] == {"shared", hostile}
    assert len(graphs) == 42
    assert merge == {"shared", "first", hostile, *map(str, range(40))}


def test_a_graph_that_is_there_is_left_or_replaced(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        with Loader(store) as loader:
            loader.add(*graph("a", "old", "kept"))
            loader.add(*graph("b", "old"))
        store.note(IDENTITY, 1)
        with Loader(store) as loader:
            loader.add(*graph("a", "kept", "old"))
        assert (loader.changed, store.noted(IDENTITY)) == (0, 1)
        with Loader(store) as loader:
            loader.add(*graph("c", "other"))
            loader.add(*graph("c", "new"))
            loader.add(*graph("a", "kept", "new"))
        assert store.noted(IDENTITY) is None
        graphs, merge = held(store)
    assert [*graphs.values()] == [{"kept", "new"}, {"old"}, {"new"}]
    assert merge == {"kept", "new", "old"}


def test_a_store_that_has_grown_much_has_few_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "FEW", 0)
    files = dict[int, int]()
    for little in (0, 4_000_000):
        monkeypatch.setattr(store_module, "_LITTLE", little)
        path = tmp_path / str(little)
        with open_store(path, create=True) as store:
            with Loader(store) as loader:
                for number in range(40):
                    loader.add(*graph(f"n{number}", str(number)))
            files[little] = len([*path.glob("*.sst")])
            assert len(held(store)[0]) == 40
    assert files[0] < files[4_000_000]


def stopped(store: Store, error: BaseException, *graphs: tuple[str, bytes]) -> None:
    with Loader(store) as loader:
        for one in graphs:
            loader.add(*one)
        raise error


def test_an_error_leaves_out_what_was_not_written_and_a_stop_does_not(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        with pytest.raises(UserError):
            stopped(store, UserError("no"), graph("a", "first"), graph("b", *map(str, range(10))), graph("c", "last"))
        assert f"{T.BASE}graph/c" not in held(store)[0]
        with pytest.raises(KeyboardInterrupt):
            stopped(store, KeyboardInterrupt(), graph("d", *map(str, range(10))), graph("e", "asked to stop"))
        assert {f"{T.BASE}graph/d", f"{T.BASE}graph/e"} <= held(store)[0].keys()
