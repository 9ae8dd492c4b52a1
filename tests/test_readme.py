"""The README and the documents that it leads to: what they show is what the program does, and where they point is."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from readme import README, Block, Step, agrees, blocks, refreshed, rewritten, run_all, steps

TEXT = README.read_text("utf-8")
RUN = {"console", "python"}
NOT_RUN = {"sh", "text"}
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture(scope="module")
def done() -> dict[Block, list[Step]]:
    return run_all(TEXT)


@pytest.mark.slow
def test_every_command_prints_what_the_readme_shows(done: dict[Block, list[Step]]) -> None:
    wrong = [difference for found in done.values() for step in found if (difference := step.difference())]
    assert not wrong, "\n\n".join([*wrong, "`make readme` puts what is printed in its place"])


def test_a_readme_that_is_right_is_not_rewritten() -> None:
    right = {b: [replace(s, got=s.shown) for s in steps(b)] for b in blocks(TEXT) if b.info[0] == "console"}
    assert rewritten(TEXT, right) == TEXT


def test_every_block_is_run_or_says_that_it_is_not() -> None:
    found = list(blocks(TEXT))
    assert TEXT.count("\n```") == 2 * len(found)
    assert {block.info[0] for block in found} == RUN | NOT_RUN
    named = {step.source.split()[2] for block in found if block.info[0] == "console" for step in commands(block)}
    assert {"demo", "facts", "build", "query", "view", "check"} <= named


def commands(block: Block) -> Iterator[Step]:
    yield from (step for step in steps(block) if step.source.startswith("$ thidua "))


def test_what_is_not_run_is_a_target_of_make_or_needs_a_network() -> None:
    for block in blocks(TEXT):
        for line in block.body.splitlines() if block.info == ("sh",) else ():
            words = line.split()
            if words[0] == "make":
                assert f"\n{words[1]}:" in (ROOT / "Makefile").read_text()
            else:
                assert words[:2] in (
                    ["git", "clone"],
                    ["pip", "install"],
                    ["thidua", "serve"],
                    ["thidua", "push"],
                    ["thidua", "pull"],
                )  # it goes on until it is ended


def test_the_times_shown_are_of_the_commands_that_the_benchmark_runs() -> None:
    """Only the names are compared: how long they take is another machine's business."""
    (block,) = (b for b in blocks(TEXT) if b.info[:1] == ("text",) and len(b.info) == 2)
    printed = subprocess.run(
        [sys.executable, ROOT / block.info[1], "-n", "1"], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    rows = [re.split(r" {2,}", line)[0] for line in printed.splitlines()[1:]]
    shown = [re.split(r" {2,}", line)[0] for line in block.body.splitlines()[2:]]
    assert shown == rows
    assert re.match(r"20\d\d-\d\d-\d\d, .+, Python 3\.\d+", block.body)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?://", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), f"{page.name}: {target}"
        assert file.is_relative_to(ROOT), f"{page.name}: {target} leads out of the project"
        if anchor:
            assert anchor in anchors(file), f"{page.name}: {target}"


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub makes of the headings of a page."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


# -- the convention itself ---------------------------------------------------------------------------------------------


def test_an_elision_stands_for_lines_that_are_there() -> None:
    got = ("one", "two", "three", "four")
    assert agrees(("one", "...", "four"), got)
    assert agrees(("...", "three", "..."), got)
    assert not agrees(("one", "two", "...", "three", "four"), got)
    assert not agrees(("one", "..."), ("two", "three"))
    assert not agrees(("one", "two"), got)


def test_a_stale_output_is_replaced_and_its_elisions_are_kept() -> None:
    text = "Text.\n\n```console\n$ a\nold\n$ b\nx 1\n...\nz 1\n```\n\nMore.\n"
    (block,) = blocks(text)
    a, b = steps(block)
    found = [Step(a.source, a.shown, a.line, ("new", "line")), Step(b.source, b.shown, b.line, ("x 2", "y", "z 2"))]
    assert [bool(step.difference()) for step in found] == [True, True]
    fresh = rewritten(text, {block: found})
    assert fresh == "Text.\n\n```console\n$ a\nnew\nline\n$ b\nx 2\n...\nz 2\n```\n\nMore.\n"


def test_a_shown_part_that_is_gone_is_told() -> None:
    with pytest.raises(ValueError, match="no line like “middle part”"):
        refreshed(("first", "...", "middle part", "...", "last"), ("first", "12345", "6789", "last"))
