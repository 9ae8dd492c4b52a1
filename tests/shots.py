"""The sample article → the picture of its page in the README: `python tests/shots.py [FOLDER]`.

Writes `docs/page.png` (a province chosen, light). With a folder it also writes there what a look at the page needs:
both themes, window and phone, a choice, the table.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import ROOT, chromium_browser, opened, write_page

from thidua import build

SIZES = ((1280, 800), (390, 844))
CHOICE = "Đặng Thị Ngọc Thịnh"


def main(folder: Path | None) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium: apt-get install chromium")
    with tempfile.TemporaryDirectory() as room, chromium_browser(chromium) as browser:
        page = Path(room) / "page.html"
        write_page(build(ROOT / "ingest" / "sample" / "seed.txt"), page)
        with opened(browser, page) as view:
            view.click_thing("Tuyên Quang")
            view.page.mouse.move(2, 2)
            picture = ROOT / "docs" / "page.png"
            view.page.screenshot(path=picture)
            shrink(picture)
        if folder is None:
            return
        for width, height in SIZES:
            for scheme in ("light", "dark"):
                with opened(browser, page, width=width, height=height, scheme=scheme) as view:
                    name = f"{width}-{scheme}"
                    view.page.screenshot(path=folder / f"{name}-all.png")
                    view.click_thing(CHOICE)
                    view.page.mouse.move(2, 2)
                    view.page.screenshot(path=folder / f"{name}-chosen.png")
                    view.page.locator("#view-table").click()
                    view.page.screenshot(path=folder / f"{name}-table.png")


def shrink(picture: Path) -> None:
    """Make a PNG smaller where a program for it is installed; what it shows stays the same to the eye."""
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "--speed", "1", str(picture)], check=False)
    elif shutil.which("optipng"):
        subprocess.run(["optipng", "-quiet", "-o5", str(picture)], check=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
