"""A page on disk → the page as a user without a network sees it, with all that it complained of or asked for."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
AXE = "4.10.3"


@dataclass
class View:
    """An open page. `complaints` are console messages and errors, `requests` what it asked for besides itself."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def js(self, expression: str, argument: object = None) -> Any:
        """The value of a JavaScript expression, or of a function of the argument, in the page."""
        return self.page.evaluate(expression, argument)

    def key(self, name: str) -> str:
        """The key of the thing of this name."""
        found: str = self.js("(name) => [...thidua.nodes.values()].find((n) => n.name === name).id", name)
        return found

    def click_thing(self, name: str) -> None:
        """Click a thing on the canvas."""
        self._click("(id) => thidua.network.getPosition(id)", self.key(name))

    def click_line(self, one: str, other: str) -> None:
        """Click the middle of the line between two things (its curve lies a little off the straight way)."""
        self._click(
            "(id) => thidua.network.body.edges[id].edgeType.getPoint(0.5)",
            self.js(
                "(two) => [...thidua.edges.values()].find((e) => two.includes(e.from) && two.includes(e.to)).id",
                [self.key(one), self.key(other)],
            ),
        )

    def _click(self, where: str, what: object) -> None:
        at = self.js(f"(id) => thidua.network.canvasToDOM(({where})(id))", what)
        self.page.locator("#picture").click(position={"x": at["x"], "y": at["y"]})

    def shown(self, name: str) -> bool:
        """Whether a thing is drawn."""
        return not self.js("(id) => thidua.network.body.nodes[id].options.hidden", self.key(name))

    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()


@contextmanager
def chromium_browser(executable: str) -> Iterator[Browser]:
    """Debian's Chromium, which asks the network for nothing on its own account."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, path: Path, *, width: int = 1280, height: int = 800, scheme: str = "light", address: str = ""
) -> Iterator[View]:
    """A page opened from its file, without a network."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        offline=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    view = View(page)
    url = path.as_uri()
    page.on("console", lambda message: view.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: view.complaints.append(str(error)))
    page.on("request", lambda request: view.requests.append(request.url) if request.url.split("#")[0] != url else None)
    page.goto(url + address)
    page.wait_for_selector("html[data-ready]")
    yield view
    context.close()


def axe() -> str:
    """The script of axe-core, fetched once from npm into `.cache`; the test is skipped where npm cannot."""
    folder = ROOT / ".cache" / f"axe-core-{AXE}"
    script = folder / "axe.min.js"
    if not script.exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            subprocess.run(
                ["npm", "pack", "--silent", f"axe-core@{AXE}"], cwd=folder, check=True, capture_output=True, timeout=60
            )
        except (OSError, subprocess.SubprocessError):
            pytest.skip(f"axe-core {AXE} is not in .cache and npm could not fetch it")
        with tarfile.open(folder / f"axe-core-{AXE}.tgz") as packed:
            found = packed.extractfile("package/axe.min.js")
            assert found is not None
            script.write_bytes(found.read())
    return script.read_text("utf-8")
