"""The reference of the vocabulary is built whole, loads nothing from anywhere, and its examples are what is built."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ROOT

from docs import model, picture, snippets
from ontology import terms as T
from ontology.check_schemes import SHIPPED, read_file
from ontology.schemes import honours, provinces

PAGES = ("index", "honours", "provinces", "roles")


class Reader(HTMLParser):
    """What a page holds: anchors, links, whatever it loads, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("src", "href", "srcset", "data", "action", "poster", "xlink:href"):
                self.loaded.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, built as `make docs` builds them, but elsewhere."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    code = "import sys, pathlib\nfrom docs.build import build\nbuild(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, folder], cwd=ROOT, check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Reader]:
    assert {p.name for p in site.iterdir()} == {f"{name}.html" for name in PAGES}
    return {name: Reader((site / f"{name}.html").read_text("utf-8")) for name in PAGES}


def test_every_term_has_its_place(pages: dict[str, Reader]) -> None:
    defined = {
        iri.replace(T.TD, "td:") for iri in read_file(model.ONTOLOGY / "thidua.ttl").concepts if iri.startswith(T.TD)
    }
    assert len(defined) > 100
    assert defined <= set(pages["index"].ids)


def test_every_honour_province_role_and_kind_has_its_place(pages: dict[str, Reader]) -> None:
    assert {h.iri.rpartition("/")[2] for h in honours()} <= set(pages["honours"].ids)
    assert {u.iri.rpartition("/")[2] for u in provinces()} <= set(pages["provinces"].ids)
    of = {
        path.stem: [c.iri.rpartition("/")[2] for c in read_file(path).concepts.values() if c.kind] for path in SHIPPED
    }
    assert sorted(pages["roles"].ids) == sorted(of["roles"] + of["bodies"])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_every_link_inside_leads_somewhere(
    site: Path, pages: dict[str, Reader], name: str
) -> None:
    text = (site / f"{name}.html").read_text("utf-8")
    assert pages[name].loaded == []
    assert re.findall(r"@import|url\(\s*['\"]?(?!#)|\bfetch\(|XMLHttpRequest|\bimport\(", text) == []
    assert len(pages[name].ids) == len(set(pages[name].ids))
    for link in pages[name].links:
        if not link.startswith("https://"):
            page, _, anchor = link.partition("#")
            other = pages[page.removesuffix(".html") or name]
            assert not anchor or anchor in other.ids, link


def test_an_honour_stands_in_the_tree_with_law_grantor_and_recipients(site: Path) -> None:
    text = (site / "honours.html").read_text("utf-8")
    leaf = text[text.index('<li id="huan-chuong-lao-dong-hang-nhat"') :]
    leaf = leaf[: leaf.index("</li>")]
    for what in ("Labour Order, first class", "Chủ tịch nước", "tập thể", "Luật 06/2022/QH15, Điều 42"):
        assert what in leaf
    outer = text.index('<li id="huan-chuong-lao-dong"')
    assert text.index('<li id="huan-chuong"') < outer < text.index('<li id="huan-chuong-lao-dong-hang-nhat"')


def test_the_picture_shows_every_class_of_ours_with_its_properties() -> None:
    drawn = picture.picture()
    for term in model.terms("class"):
        assert f'class="name">{term.name}</text>' in drawn, term.name
        for row in term.rows:
            assert f'class="row">{row.path}</text>' in drawn, row.path


def test_what_the_shapes_ask_is_told(pages: dict[str, Reader]) -> None:
    rows = {row.path: row for row in model.term("td:AwardStep").rows}
    assert (rows["td:status"].range, rows["td:status"].count) == ("td:awardStatuses", "1")
    assert (rows["td:grantor"].range, rows["td:grantor"].count) == ("agent", "0..1")
    assert rows["td:status"].message in pages["index"].text


def test_text_that_looks_like_a_tag_stays_text(site: Path) -> None:
    assert "People&#39;s Artist" in (site / "honours.html").read_text("utf-8")


@pytest.mark.browser
def test_the_search_of_a_page_leaves_what_is_meant_and_what_stands_above_it(site: Path, chromium: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        errors: list[str] = []
        asked: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "honours.html").as_uri())
        page.fill("input", "Huân chương Sao vàng")
        shown = page.locator("li > .leaf:visible b").all_inner_texts()
        page.fill("input", "")
        everything = page.locator("li > .leaf:visible").count()
        browser.close()
    assert shown == ["Huân chương", "Huân chương Sao vàng"]
    assert everything == len(honours())
    assert errors == []
    assert asked == [(site / "honours.html").as_uri()]


# -- docs/modelling.md ----------------------------------------------------------------------------------------------


def test_the_examples_are_what_is_built() -> None:
    text = (ROOT / "docs" / "modelling.md").read_text("utf-8")
    assert snippets.filled(text) == text, "make docs writes them anew"
    assert text.count(" -->\n```turtle\n") >= 6


def test_the_sentences_above_the_examples_stand_in_the_sample() -> None:
    page = (ROOT / "docs" / "modelling.md").read_text("utf-8")
    sample = (ROOT / "ingest" / "sample" / "seed.txt").read_text("utf-8")
    quotes = re.findall(r"(?m)^> (.*)$", page)
    assert len(quotes) >= 5
    for quote in quotes:
        assert quote.removesuffix(" …") in sample


def test_an_example_that_is_out_of_date_is_filled_anew() -> None:
    block = "<!-- a:photo-1 a:photo-1/passage -->\n```turtle\n{}```\n"
    filled = snippets.filled("x\n\n" + block.format("old\n") + "\ny\n")
    assert "a:photo-1 a schema:ImageObject ;" in filled
    assert filled.count("oa:exact") == 1
    assert "old" not in filled
    assert filled.startswith("x\n\n<!-- a:photo-1")
    assert snippets.filled(filled) == filled
    with pytest.raises(KeyError):
        snippets.filled(block.format("").replace("photo-1", "photo-99"))
