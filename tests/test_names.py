"""A name is found by `td:plainName` alone, without a look at each label, and so is all that such a look finds."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from competency_graph import store_folder

from ontology import terms as T
from ontology.spelling import plain_name
from queries import names
from queries.names import find
from queries.sources import StoreSource
from queries.store import open_store

LABELS = {T.RDFS + "label", T.TD + "wording", *(f"{T.SKOS}{kind}Label" for kind in ("pref", "alt", "hidden"))}


def test_names_of_articles_and_of_the_vocabulary(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder: Path = store_folder(tmp_path_factory.mktemp("years"))
    with open_store(folder) as store:
        store.load_vocabulary()
        things = {q.object for q in store.quads() if q.predicate.value == T.TD + "plainName"}
        labels = {q.object.value for q in store.quads() if q.predicate.value in LABELS and _goes_by(q, store.inner)}
    assert len(things) > 1000
    source = StoreSource(open_store(folder, read_only=True))
    asked = [name for name in sorted(labels) if len(name) < 80][::9]
    asked += [name.replace("ủy", "uỷ").upper() for name in asked[::3]]
    try:
        looked = {name: find(name, source) for name in asked}
        with monkeypatch.context() as patched:
            patched.setattr(names, "_named", lambda *_: [])
            few = asked[:: len(asked) // 12]
            assert {name: find(name, source) for name in few} == {name: looked[name] for name in few}
        monkeypatch.setattr(names, "_labelled", lambda *_: [])
        assert {name: find(name, source) for name in asked} == looked
        assert all(looked.values())
    finally:
        source.close()


def _goes_by(quad: ox.Quad, store: ox.Store) -> bool:
    """Whether a label is a name: what facts, passages and joinings are called only tells them apart for readers."""
    plain = ox.Literal(plain_name(quad.object.value))  # type: ignore[union-attr]
    return any(store.quads_for_pattern(quad.subject, ox.NamedNode(T.TD + "plainName"), plain, None))
