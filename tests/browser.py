"""A page on disk → the page as a user without a network sees it, with all that it complained of or asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from pyoxigraph import Quad

from graphs.views import page

ROOT = Path(__file__).resolve().parents[1]
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


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


def write_page(quads: Iterable[Quad], path: Path, name: str = "network") -> None:
    """Write a page of quads to a file."""
    path.write_text(page(quads, name), "utf-8")


@contextmanager
def chromium_browser(executable: str) -> Iterator[Browser]:
    """Debian's Chromium, which asks the network for nothing on its own account."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser,
    path: Path,
    *,
    width: int = 1280,
    height: int = 800,
    scheme: str = "light",
    address: str = "",
    inside: Path | None = None,
) -> Iterator[View]:
    """A page opened from its file, without a network. Pages of the folder `inside` may be gone to from it."""
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
    own = (f"{inside.as_uri()}/" if inside else url, "blob:", "data:")
    page.on("request", lambda request: None if request.url.startswith(own) else view.requests.append(request.url))
    page.goto(url + address)
    page.wait_for_selector("html[data-ready]")
    yield view
    context.close()


def axe() -> str:
    """The script of axe-core, as a package of the development tools brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def serious(view: View) -> list[str]:
    """What axe finds in an open page that is serious or critical, by the rules of WCAG 2.2 AA and its own."""
    view.js(axe())
    found = view.js("axe.run(document).then((r) => r.violations)")
    return [
        f"{v['id']}: {v['help']} {[n['html'][:200] for n in v['nodes'][:3]]}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
