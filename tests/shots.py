"""The sample article and invented ones → the pictures of the pages in the README: `python tests/shots.py [FOLDER]`.

Writes `docs/page.png` and `docs/view-*.png`. With a folder it also writes there what a look at every view needs: window
and phone, light and dark.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from browser import ROOT, View, chromium_browser, opened
from small_corpus import LABOUR, MAY, corpus

import thidua as api

SIZES = ((1280, 800), (390, 844))
SEED = ROOT / "ingest" / "sample" / "seed.txt"


class Shot(NamedTuple):
    """A picture of the README: its file, the view and what it is about, of the sample or of invented articles, its
    size, and what is done on the page before."""

    file: str
    view: str
    about: str
    sample: bool
    size: tuple[int, int]
    act: Callable[[View], object]


def _nothing(view: View) -> None:
    pass


SHOTS = (
    Shot("page", "network", "", True, (1280, 800), lambda view: view.click_thing("Tuyên Quang")),
    Shot("view-article", "article", "", True, (1280, 720), lambda view: view.click_thing("Thái Nguyên")),
    Shot("view-honours", "honours", "", False, (1100, 720), lambda view: view.page.get_by_role(
        "button", name=f"Chủ tịch nước → {LABOUR}: revoked, 1").dispatch_event("click")),
    Shot("view-clusters", "clusters", "", True, (1100, 480), lambda view: view.page.locator(".cell").first.click()),
    Shot("view-person", "person", MAY, False, (1100, 720), _nothing),
    Shot("view-map", "map", "", False, (1100, 720), lambda view: view.page.get_by_role(
        "button", name="34 units").click()),
    Shot("view-together", "together", "", False, (1100, 560), lambda view: view.click_thing(MAY)),
)  # fmt: skip


def main(folder: Path | None) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium: apt-get install chromium")
    seed = api.build(SEED)
    with tempfile.TemporaryDirectory() as room, chromium_browser(chromium) as browser:
        for shot in SHOTS:
            quads = seed if shot.sample else corpus()
            page = api.view(quads, shot.view, about=shot.about).save(Path(room) / "page.html")
            width, height = shot.size
            with opened(browser, page, width=width, height=height) as view:
                shot.act(view)
                view.page.mouse.move(2, 2)
                picture = ROOT / "docs" / f"{shot.file}.png"
                view.page.screenshot(path=picture)
                shrink(picture)
            for width, height in SIZES if folder else ():
                for scheme in ("light", "dark"):
                    with opened(browser, page, width=width, height=height, scheme=scheme) as view:
                        view.page.screenshot(path=folder / f"{shot.view}-{width}-{scheme}.png")


def shrink(picture: Path) -> None:
    """Make a PNG smaller where a program for it is installed; what it shows stays the same to the eye."""
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "--speed", "1", "128", str(picture)], check=False)
    elif shutil.which("optipng"):
        subprocess.run(["optipng", "-quiet", "-o5", str(picture)], check=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
