"""A store changes as a whole or not at all, has one writer, and says in one sentence what is wrong with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from small_graph import SMALL_GRAPH, small_quads

from ontology import terms as T
from ontology.errors import UserError
from queries import store as store_module
from queries.store import open_store
from queries.vocabulary import VOCABULARY_GRAPH

OTHER = T.BASE + "graph/other"


def quad(s: str, o: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(f"http://x/{s}"), ox.NamedNode("http://x/p"), ox.Literal(o))


def default_graph(store: store_module.Store) -> set[ox.Triple]:
    return {q.triple for q in store.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())}


def test_what_is_written_is_there_when_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        assert store.replace_graph(SMALL_GRAPH, small_quads())
    with open_store(tmp_path / "db", read_only=True) as store:
        assert store.graphs() == (SMALL_GRAPH,)
        assert set(store.quads()) == set(small_quads())
        assert set(store.quads(SMALL_GRAPH)) == set(small_quads())


def test_reading_an_article_again_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        assert store.replace_graph(SMALL_GRAPH, small_quads())
        assert not store.replace_graph(SMALL_GRAPH, reversed(small_quads()))
        assert set(store.quads()) == set(small_quads())


def test_a_changed_article_replaces_its_graph_and_no_other(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        store.replace_graph(SMALL_GRAPH, small_quads())
        store.replace_graph(
            OTHER, [quad("a", "old"), quad("b", "both"), quad('c" } ; DROP ALL #'[0], 'x" } ; DROP ALL #\n')]
        )
        assert store.replace_graph(OTHER, [quad("a", "new"), quad("b", "both")])
        assert {str(q.object.value) for q in store.quads(OTHER) if isinstance(q.object, ox.Literal)} == {"new", "both"}
        assert set(store.quads(SMALL_GRAPH)) == set(small_quads())


def test_the_default_graph_is_the_merge_of_all_graphs_and_stays_so(tmp_path: Path) -> None:
    shared, mine, theirs = quad("s", "shared"), quad("s", "mine"), quad("s", "theirs")
    with open_store(tmp_path / "db", create=True) as store:
        store.replace_graph(SMALL_GRAPH, [shared, mine])
        store.replace_graph(OTHER, [shared, theirs])
        assert default_graph(store) == {shared.triple, mine.triple, theirs.triple}
        store.replace_graph(SMALL_GRAPH, [mine])
        assert default_graph(store) == {shared.triple, mine.triple, theirs.triple}
        assert store.remove_graph(OTHER)
        assert default_graph(store) == {mine.triple}
        assert store.graphs() == (SMALL_GRAPH,)
        assert not store.remove_graph(OTHER)


def test_blank_nodes_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        with pytest.raises(ValueError, match="blank nodes"):
            store.replace_graph(
                OTHER, [quad("a", "x"), ox.Quad(ox.BlankNode(), ox.NamedNode("http://p"), ox.Literal(1))]
            )
        assert store.graphs() == ()


def test_the_vocabulary_is_loaded_once_and_again_when_it_has_changed(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        assert store.load_vocabulary()
        assert not store.load_vocabulary()
        before = set(store.quads(VOCABULARY_GRAPH))
        assert ox.NamedNode(T.TDP + "bac-kan") in {q.subject for q in before}
        # A store of a program that shipped another vocabulary.
        marker = tmp_path / "db" / "thidua.json"
        marker.write_text(json.dumps({"format": 1, "vocabulary": "0" * 64}))
        store.replace_graph(VOCABULARY_GRAPH, [quad("a", "old")])
        assert store.load_vocabulary()
        assert set(store.quads(VOCABULARY_GRAPH)) == before


WRITER = """
import sys, time
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from small_graph import small_quads
from queries.store import open_store
with open_store(Path(sys.argv[1]), create=True) as store:
    print("open", flush=True)
    sys.stdin.readline()
    n = 0
    while True:
        name = f"article-{n}"
        n += 1
        store.replace_graph(f"https://w3id.org/thidua/graph/{name}", small_quads(name))
"""


def writer(path: Path) -> subprocess.Popen[str]:
    here = Path(__file__).parent
    command = [sys.executable, "-c", WRITER, str(path), str(here), str(here.parent)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def test_a_store_that_is_written_to_is_closed_to_others_with_a_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.1)
    process = writer(tmp_path / "db")
    try:
        for read_only in (False, True):
            with pytest.raises(UserError, match="is in use by another process; try again"):
                open_store(tmp_path / "db", read_only=read_only)
    finally:
        process.kill()
        process.communicate()
    open_store(tmp_path / "db").close()


def test_readers_do_not_shut_each_other_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.1)
    open_store(tmp_path / "db", create=True).close()
    first, second = (open_store(tmp_path / "db", read_only=True) for _ in range(2))
    with first, second, pytest.raises(UserError, match="is in use"):
        open_store(tmp_path / "db")


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("wait", [0.0, 0.02, 0.11, 0.3])
def test_a_writer_killed_at_any_moment_leaves_each_article_wholly_in_or_out(tmp_path: Path, wait: float) -> None:
    process = writer(tmp_path / "db")
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_store(tmp_path / "db") as store:
        whole: set[ox.Triple] = set()
        for graph in store.graphs():
            quads = small_quads(graph.rsplit("/", 1)[-1])
            assert set(store.quads(graph)) == set(quads)
            whole |= {q.triple for q in quads}
        assert default_graph(store) == whole
        assert store.replace_graph(SMALL_GRAPH, small_quads())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "there is no store at"),
        ({}, "there is no store at"),
        ({"letter.txt": "dear"}, "is not a thidua store: it has no thidua.json"),
        ({"thidua.json": "{"}, "is damaged: thidua.json in it cannot be read"),
        ({"thidua.json": "[]"}, "is damaged: thidua.json in it cannot be read"),
        ({"thidua.json": '{"format": 2}'}, "was written by a newer version of thidua"),
        ({"thidua.json": '{"format": 1}', "thidua.lock": ""}, "may be damaged or unfinished"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(
    tmp_path: Path, content: dict[str, str] | None, says: str
) -> None:
    path = tmp_path / "db"
    if content is not None:
        path.mkdir()
        for name, text in content.items():
            (path / name).write_text(text)
    before = sorted(path.iterdir()) if path.exists() else None
    with pytest.raises(UserError) as error:
        open_store(path, read_only=True)
    assert says in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert (sorted(path.iterdir()) if path.exists() else None) == before


def test_a_folder_with_something_else_in_it_is_not_made_a_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(UserError, match="is not a thidua store"):
        open_store(tmp_path, create=True)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(UserError, match="is a file, not a store"):
        open_store(tmp_path / "letter.txt", create=True)
    with pytest.raises(UserError, match="cannot make the store"):
        open_store(Path("/proc/none/db"), create=True)


def test_a_damaged_store_is_told_in_one_sentence(tmp_path: Path) -> None:
    with open_store(tmp_path / "db", create=True) as store:
        store.replace_graph(SMALL_GRAPH, small_quads())
    for file in (tmp_path / "db").glob("MANIFEST-*"):
        file.write_bytes(b"garbage")
    for read_only in (True, False):
        with pytest.raises(UserError) as error:
            open_store(tmp_path / "db", read_only=read_only)
        assert "may be damaged" in str(error.value)
        assert "\n" not in str(error.value)


def test_a_store_that_was_made_but_never_filled_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "thidua.json").write_text('{"format": 1}\n')
    (tmp_path / "db" / "thidua.lock").touch()
    with open_store(tmp_path / "db") as store:
        assert store.replace_graph(SMALL_GRAPH, small_quads())
