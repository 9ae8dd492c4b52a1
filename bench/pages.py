"""Pages of small and large networks, and plain pyvis pages of the same → how soon and how smoothly Chromium shows them.

    python bench/pages.py [--articles 64,1590] [--limit SECONDS] [--plain-limit SECONDS] [--keep DIR]

For the seed and for so many invented articles (64 tell of some 2,000 things and 6,000 lines, 1,590 of 50,000 and
150,000) it puts them into a store, has `thidua view` make the page (seconds, CPU seconds, peak memory), and opens it
in Chromium without a network: seconds until it is interactive (all is loaded and drawn, and two more frames have been
painted), frames a second while it is dragged (frames in which the pointer had moved), seconds for an answer of the
search (from the letters to the frame that shows what was found). Beside each, in the same run, the page that pyvis
writes by itself of the same things and lines, with its physics on; interactive is there when its bar has gone.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as Late
from pyoxigraph import RdfFormat, serialize

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from invented import article
from processes import ROOT, once, with_memory

from ingest.rdf import quads
from queries.bulk import Loader
from queries.quads import quads_of_store
from queries.store import open_store

CHROMIUM = "/usr/bin/chromium"
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking".split()
WORDS = ("bac kan", "lo thi", "huan chuong", "so noi vu", "zzz", "a")
DRAG = 4.0
"""Seconds for which the picture is dragged."""
OURS_READY = "document.documentElement && document.documentElement.dataset.ready"
PLAIN_READY = (
    "typeof network !== 'undefined' && network && network.body.nodeIndices.length && "
    "(!document.getElementById('loadingBar') || document.getElementById('loadingBar').style.opacity === '0')"
)
WATCH = """(() => {
  const look = () => {
    let ready = false;
    try { ready = READY; } catch { ready = false; }
    const say = () => console.debug(`soon ${performance.now()}`);
    if (ready) requestAnimationFrame(() => requestAnimationFrame(say));
    else setTimeout(look, 10);
  };
  look();
})();"""
FRAMES = """() => {
  window.frames_ = { moved: 0, all: 0 };
  let flag = false;
  addEventListener("pointermove", () => { flag = true; }, true);
  const tick = () => {
    window.frames_.all++;
    if (flag) window.frames_.moved++;
    flag = false;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""
SEARCH = """(word) => new Promise((done) => {
  const input = document.getElementById("q"), from = performance.now();
  input.focus();
  input.value = word;
  input.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
})"""


@dataclass
class Figures:
    """What was measured of one page; seconds, megabytes, frames a second. None where it took longer than the limit."""

    name: str
    made: float | None = None
    cpu: float | None = None
    memory: float | None = None
    size: float = 0.0
    soon: float | None = None
    fps: float | None = None
    search: list[float] = field(default_factory=list)


def shown(browser: Browser, path: Path, ready: str, limit: float, into: Figures, *, ours: bool) -> None:
    """Open a page and measure it."""
    into.size = path.stat().st_size / 1e6
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.set_default_timeout(limit * 1000)
    page.add_init_script(WATCH.replace("READY", ready))
    try:
        with page.expect_console_message(lambda said: said.text.startswith("soon "), timeout=limit * 1000) as told:
            page.goto(path.as_uri(), wait_until="commit")
        into.soon = float(told.value.text.split()[1]) / 1000
        into.fps = dragged(page, "#picture" if ours else "#mynetwork")
        if ours:
            page.wait_for_timeout(3000)  # until the picture, let go, has been drawn anew
            into.search = [page.evaluate(SEARCH, word) / 1000 for word in WORDS]
    except Late:
        pass
    context.close()


def dragged(page: Page, target: str) -> float:
    """Frames a second in which the picture followed the pointer."""
    box = page.locator(target).bounding_box()
    assert box is not None
    # An empty spot near the corner: dragging a thing would move that alone.
    x, y = box["x"] + 0.03 * box["width"], box["y"] + 0.75 * box["height"]
    page.evaluate(FRAMES)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("window.frames_.moved = window.frames_.all = 0")
    start = time.perf_counter()
    for turn in itertools.count():
        page.mouse.move(x + 100 * (1 - turn % 2), y - 60 * (turn % 2), steps=40)
        if time.perf_counter() - start > DRAG:
            break
    moved: int = page.evaluate("window.frames_.moved")
    took = time.perf_counter() - start
    page.mouse.up()
    return moved / took


def plain(store: Path, path: Path) -> tuple[int, int]:
    """The page that pyvis writes of the network of a store: how many things and lines."""
    from pyvis.network import Network

    from graphs.legend import legend
    from graphs.lines import lines
    from graphs.network import network

    graph = network(quads_of_store(store))
    picture = Network(height="750px", width="100%", directed=True, cdn_resources="in_line")
    colours = {kind["id"]: kind["light"] for kind in legend()["kinds"]}
    joined = lines(graph, legend())
    # Its add_node and add_edge look through all that was added before: hours for 150,000 lines.
    picture.nodes = [
        {"id": iri, "label": data["label"], "color": colours[data["kind"]], "shape": "dot"}
        for iri, data in graph.nodes(data=True)
    ]
    picture.edges = [
        {"from": line.source, "to": line.target, "title": line.relations[0], "arrows": "to"} for line in joined
    ]
    path.write_text(picture.generate_html(), "utf-8")
    return len(graph), len(joined)


def fill(store: Path, articles: int) -> None:
    """Put so many invented articles into a store."""
    with open_store(store, create=True) as opened, Loader(opened) as loader:
        opened.load_vocabulary()
        for number in range(articles):
            told = quads(article(number))
            loader.add(told[0].graph_name.value, serialize(told, format=RdfFormat.N_QUADS))  # type: ignore[union-attr]


def case(browser: Browser, name: str, folder: Path, store: Path, asked: argparse.Namespace, limits: Figures) -> None:
    """Measure ours and the plain page of a store, and print both."""
    ours, other = Figures("thidua"), Figures("pyvis")
    page = folder / f"{name}.html"
    ours.made, ours.cpu, ours.memory = with_memory(["view", "--store", str(store), "-o", str(page)], folder)
    things, joined = plain(store, folder / f"{name}-plain.html")
    shown(browser, page, OURS_READY, asked.limit, ours, ours=True)
    shown(browser, folder / f"{name}-plain.html", PLAIN_READY, asked.plain_limit, other, ours=False)
    print(f"\n{name}: {things:,} things, {joined:,} lines")
    print(" " * 10 + "   made s    CPU s  peak MB  page MB   open s  drag fps  search s")
    for one in (ours, other, limits):
        search = max(one.search) if one.search else None
        row = (one.made, one.cpu, one.memory, one.size or None, one.soon, one.fps, search)
        print(
            f"{one.name:10} "
            + " ".join(f"{cell(value):>{width}}" for value, width in zip(row, (8, 8, 8, 8, 8, 9, 9), strict=True))
        )
    if ours.soon:
        least = other.soon or asked.plain_limit
        print(
            f"interactive {'' if other.soon else 'more than '}{least / ours.soon:.1f} times as soon as pyvis's",
            flush=True,
        )
    if ours.search:
        told = ", ".join(f"“{word}” {took:.3f}" for word, took in zip(WORDS, ours.search, strict=True))
        print(f"search: {told}; median {statistics.median(ours.search):.3f}", flush=True)


def cell(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", default="64,1590", help="how many in each case (default: %(default)s)")
    parser.add_argument("--limit", type=float, default=60, help="seconds to wait for a page (default: %(default)s)")
    parser.add_argument("--plain-limit", type=float, default=180, help="the same for pyvis's (default: %(default)s)")
    parser.add_argument("--keep", type=Path, help="a folder for stores and pages, used again if they are there")
    asked = parser.parse_args()
    gc.disable()  # millions of quads are read for pyvis's page
    wanted = {
        0: Figures("asked", size=1.2, soon=1.0),
        64: Figures("asked", soon=2.0, fps=30.0),
        1590: Figures("asked", made=60, memory=2000, soon=10.0, search=[0.3]),
    }
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        cores, load = os.cpu_count(), os.getloadavg()[0]
        print(f"Chromium {browser.version}, no GPU, {cores} cores, load {load:.1f}; last line: what is asked for")
        seed = folder / "seed.db"
        if not seed.exists():
            article_file = str(files("ingest") / "sample" / "seed.txt")
            once([sys.executable, str(ROOT / "thidua.py"), "build", article_file, "--store", str(seed)], folder)
        case(browser, "seed", folder, seed, asked, wanted[0])
        for count in map(int, re.findall(r"\d+", asked.articles)):
            store = folder / f"{count}.db"
            if not store.exists():
                fill(store, count)
            case(browser, f"{count} articles", folder, store, asked, wanted.get(count, Figures("asked")))
        browser.close()


if __name__ == "__main__":
    main()
