"""The vocabulary answers the questions that it was made for; docs/competency.md lists them all, and nothing else."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from competency_answers import ANSWERS, NORTH, Among
from competency_graph import A21, CLUSTER, ORDER, TEXTS, store_folder, turtle_file
from conftest import ROOT
from small_graph import rows

from queries.catalogue import named_queries
from queries.sources import FileSource, Source, StoreSource
from queries.store import open_store

DOC = ROOT / "docs" / "competency.md"


@pytest.fixture(scope="module", params=["turtle", "store"])
def years(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The invented articles in a plain Turtle file without the schemes, and in a store of named graphs with them."""
    folder = tmp_path_factory.mktemp("years")
    if request.param == "turtle":
        return FileSource(turtle_file(folder))
    return StoreSource(open_store(store_folder(folder), read_only=True))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return StoreSource(open_store(store_folder(tmp_path_factory.mktemp("years")), read_only=True))


def ask(question: str, source: Source) -> list[tuple[str, ...]]:
    """Ask as on the command line: `cluster-leads year=2017`."""
    name, *pairs = shlex.split(question)
    return rows(name, source, **dict(pair.split("=", 1) for pair in pairs))


@pytest.mark.parametrize("question", ANSWERS)
def test_a_question_has_its_answer_in_a_file_and_in_a_store(years: Source, question: str) -> None:
    expected = ANSWERS[question]
    found = ask(question, years)
    if isinstance(expected, Among):
        assert set(expected.these) <= set(found)
        assert not set(expected.not_these) & set(found)
        assert found == ask(question, years)
    else:
        assert found == expected
