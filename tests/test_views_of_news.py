"""Where real articles lie beside the project: every view of all of them, as a reader goes through them."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import opened, serious
from conftest import sigma
from playwright.sync_api import Browser, expect
from test_gold_if_there import SHARED

import thidua as api
from ontology.serialize import to_bytes
from queries.identity.statements import identity_of

ARTICLES = SHARED / "articles" / "dev"
VIEWS = ("network", "clusters", "honours", "together", "map", "person", "province", "article")
GPU = "GPU stall due to ReadPixels"
"""What Chromium says of its own accord where it paints WebGL without a graphics card."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    sigma,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"no {ARTICLES}"),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.nq"
    said = api.build(*(api.read(file) for file in sorted(ARTICLES.glob("*.txt"))))
    path.write_bytes(to_bytes([*said, *identity_of(said)], "nq"))
    return path


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_real_news_does_what_a_reader_asks_of_it(
    browser: Browser, graph: Path, tmp_path: Path, name: str
) -> None:
    about = {"person": "nguyen xuan phuc", "province": "ha noi"}.get(name, "")
    article = sorted(ARTICLES.glob("*.txt"))[0].stem if name == "article" else None
    path = api.view(graph, name, about=about, articles=[article] if article else []).save(tmp_path / "page.html")
    for width, height, scheme in ((1280, 800, "light"), (390, 844, "dark")):
        with opened(browser, path, width=width, height=height, scheme=scheme) as view:
            page = view.page
            assert serious(view) == []
            assert view.js("document.documentElement.scrollWidth") <= width
            page.locator("#q").fill("zzzz")
            page.locator("#q").fill(view.js("[...thidua.nodes.values()][0].name"))
            page.locator("#q").press("Enter")
            expect(page.locator("#panel h2")).to_be_visible()
            quotes = page.locator("#panel mark")
            expect(quotes.first).to_be_attached()
            assert quotes.first.inner_text() in view.js("[...document.querySelectorAll('#panel')].at(0).innerText")
            address = view.js("location.hash")
            assert len(address) > 1
            page.go_back()
            expect(page.locator("#panel h2")).to_have_count(0)
            page.go_forward()
            expect(page.locator("#panel h2")).to_be_visible()
            follow = page.locator("#panel button.go").first
            if follow.count():
                chosen = page.locator("#panel h2").inner_text()
                follow.click()
                assert view.js("location.hash") != address
                page.go_back()
                expect(page.locator("#panel h2")).to_have_text(chosen)
            with page.expect_download() as saved:
                page.locator("#save-png").click()
            assert saved.value.path().read_bytes().startswith(b"\x89PNG")
            if page.locator("#filter-source").count():
                page.locator("#filter summary").click()
                page.locator("#filter-source").select_option(index=1)
                assert "source=" in view.js("location.hash")
                page.locator("#filter summary").click()
            page.locator("#view-table").click()
            expect(page.locator("#table tbody tr").first).to_be_visible()
            page.locator("#theme").click()
            assert view.js("document.documentElement.dataset.theme") != scheme
            page.keyboard.press("Tab")
            assert view.js("document.activeElement !== document.body")
            assert [c for c in view.complaints if GPU not in c] == []
            assert view.requests == []
