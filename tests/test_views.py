"""Every view in a real browser and without a network, of the seed and of articles of several years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from browser import View, opened, serious
from conftest import Thidua
from playwright.sync_api import Browser, expect
from small_corpus import CLUSTER, DON, LABOUR, MAY, corpus

import thidua as api
from graphs.evidence import evidence
from graphs.index import Link, index

pytestmark = pytest.mark.browser

Made = Callable[..., Path]
SEED = {
    "network": "", "article": "", "clusters": "", "honours": "", "together": "", "map": "",
    "person": "dang thi ngoc thinh", "province": "bac kan",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The page of a view of the invented articles, each made once."""
    folder = tmp_path_factory.mktemp("views")

    def make(name: str, about: str = "", article: str = "") -> Path:
        path = folder / f"{name}-{about}-{article}.html"
        if not path.exists():
            api.view(corpus(), name, about=about, articles=[article] if article else []).save(path)
        return path

    return make


@pytest.fixture
def show(browser: Browser, made: Made) -> Iterator[Callable[..., View]]:
    """Opens a view; afterwards none may have complained of anything or asked for anything."""
    open_ones = []

    def show(name: str, about: str = "", article: str = "", **how: object) -> View:
        manager = opened(browser, made(name, about, article), **how)  # type: ignore[arg-type]
        view = manager.__enter__()
        open_ones.append((manager, view))
        return view

    yield show
    for manager, view in open_ones:
        assert view.complaints == []
        assert view.requests == []
        manager.__exit__(None, None, None)


def panel_quotes(view: View) -> str:
    return " | ".join(view.page.locator("#panel mark").all_inner_texts())


@pytest.mark.parametrize(("width", "height", "scheme"), [(1280, 800, "light"), (390, 844, "dark")])
@pytest.mark.parametrize("name", SEED)
def test_every_view_of_the_seed_opens_and_can_be_read_by_everybody(
    browser: Browser, seed_ttl: Path, tmp_path: Path, name: str, width: int, height: int, scheme: str
) -> None:
    path = api.view(seed_ttl, name, about=SEED[name]).save(tmp_path / "page.html")
    assert path.stat().st_size < 1_200_000
    with opened(browser, path, width=width, height=height, scheme=scheme) as view:
        assert view.page.locator("h1").inner_text()
        assert view.js("document.documentElement.dataset.theme") == scheme
        assert view.js("document.documentElement.scrollWidth") <= width
        assert serious(view) == []
        view.page.locator("#view-table").click()
        expect(view.page.locator("#table tbody tr")).to_have_count(view.js("thidua.facts.length"))
        assert view.complaints == []
        assert view.requests == []


def test_words_of_the_article_and_its_graph_light_each_other(show: Callable[..., View]) -> None:
    view = show("article", article="cum-2018")
    text = view.page.locator("#text")
    expect(text).to_contain_text("tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2018.")
    view.click_thing(DON)
    assert DON in " ".join(text.locator(".lit").all_inner_texts())
    text.locator(".said", has_text="làm cụm phó năm 2019").first.click()
    expect(view.page.locator("#panel .kind")).to_contain_text("Passage")
    assert "làm cụm phó năm 2019" in panel_quotes(view)
    lit = view.js("[...thidua.scene.lit().nodes].map((id) => thidua.nodes.get(id).name)")
    assert "Điện Biên" in lit
    assert DON not in lit
    view.page.go_back()
    expect(view.page.locator("#panel h2")).to_have_text(DON)


def test_pointing_at_words_lights_the_graph_and_the_other_way_round(show: Callable[..., View]) -> None:
    view = show("article", article="cum-2018")
    lit = "thidua.scene.lit() && [...thidua.scene.lit().nodes].map((id) => thidua.nodes.get(id).name)"
    text = view.page.locator("#text")
    text.locator(".said", has_text="làm cụm phó năm 2019").first.hover()
    assert "Điện Biên" in view.js(lit)
    view.page.mouse.move(5, 5)
    assert view.js(lit) is None
    at = view.js("(id) => thidua.network.canvasToDOM(thidua.network.getPosition(id))", view.key(DON))
    view.page.locator("#picture").hover(position=at)
    assert DON in " ".join(text.locator(".lit").all_inner_texts())
    view.page.mouse.move(5, 5)
    expect(text.locator(".lit")).to_have_count(0)


def test_marked_words_can_be_gone_through_with_the_keyboard(show: Callable[..., View]) -> None:
    view = show("article", article="thu-hoi")
    view.page.locator("#text [tabindex='0']").focus()
    view.page.keyboard.press("End")
    view.page.keyboard.press("Enter")
    assert "12 tập thể" in panel_quotes(view)
    view.page.keyboard.press("Escape")
    expect(view.page.locator("#panel")).to_contain_text("Overview")


def test_clusters_tell_who_led_in_which_year(show: Callable[..., View]) -> None:
    view = show("clusters")
    section = view.page.locator("section", has=view.page.get_by_role("heading", name=CLUSTER))
    assert section.locator("thead th").all_inner_texts()[2:] == ["2019", "2020"]
    row = section.locator("tbody tr", has_text="Điện Biên")
    row.get_by_role("button", name=re.compile("lead 2020")).click()
    assert "Điện Biên làm cụm trưởng" in panel_quotes(view)
    assert row.get_by_role("button", name=re.compile("deputy 2019")).count() == 1
    view.page.locator("#filter").click()
    view.page.locator("#filter-to").select_option("2019")
    expect(section.locator("thead th", has_text="2020")).to_have_count(0)
    assert "to=2019" in view.page.url


def test_an_award_of_two_articles_has_one_life(show: Callable[..., View]) -> None:
    view = show("honours")
    rows = view.page.locator(".matrix tbody tr", has_text=LABOUR)
    expect(rows).to_have_count(1)
    rows.get_by_role("button", name=re.compile("^revoked 2021")).click()
    assert "thu hồi" in panel_quotes(view)
    expect(view.page.locator("#panel figcaption")).to_contain_text("Thu hồi Huân chương")


def test_ribbons_bars_and_statuses_of_honours(show: Callable[..., View]) -> None:
    view = show("honours")
    ribbon = view.page.get_by_role("button", name=re.compile(f"^Chủ tịch nước → {LABOUR}: revoked, 1"))
    ribbon.focus()
    view.page.keyboard.press("Enter")
    expect(view.page.locator("#panel .status")).to_contain_text("revoked")
    view.page.locator('.chip[data-kind="proposed"]').click()
    expect(
        view.page.get_by_role("button", name=re.compile("proposed"), disabled=False).locator("visible=true")
    ).to_have_count(1)
    assert view.page.get_by_role("button", name=re.compile("^2021: conferred")).count() == 1
    view.page.locator("#q").fill("bang khen 20 ca nhan")
    view.page.locator("#q").fill("xyzzy")
    expect(view.page.locator("#figure")).to_contain_text("Nothing passes")


def test_a_dossier_gathers_a_person_of_several_articles(show: Callable[..., View]) -> None:
    view = show("person", about="lo thi may")
    expect(view.page.locator("h1")).to_have_text(MAY)
    told = view.page.locator("#figure").inner_text()
    for words in ("Giám đốc Sở Nội vụ tỉnh Sơn La", "former", LABOUR, DON, "2 events", "Thu hồi Huân chương"):
        assert words in told
    assert view.page.locator(".timeline").count() == 1
    view.page.locator("#figure .names .go", has_text=DON).click()
    expect(view.page.locator("#panel h2")).to_have_text(DON)
    expect(view.page.locator("#panel")).to_contain_text("Taken for one in 2 articles: same office")


def test_a_province_knows_what_became_of_it(show: Callable[..., View]) -> None:
    view = show("province", about="thai nguyen")
    told = view.page.locator("#figure").inner_text()
    assert "until 30 Jun 2025, then part of Thái Nguyên" in told
    assert "made of Bắc Kạn, Thái Nguyên" in told
    assert "UBND tỉnh Thái Nguyên" in told


def test_the_map_counts_in_the_units_of_either_time(show: Callable[..., View]) -> None:
    view = show("map")
    count = view.page.locator("#count")
    count.select_option("proposed")
    view.page.get_by_role("button", name="63 units").click()
    expect(view.page.locator(".tile")).to_have_count(63)
    expect(view.page.get_by_role("button", name="Thái Nguyên: 1", exact=True)).to_be_visible()
    assert view.page.get_by_role("button", name="Bắc Kạn: 0", exact=True).count() == 1
    count.select_option("articles")
    assert view.page.get_by_role("button", name="Bắc Kạn: 1", exact=True).count() == 1
    view.page.get_by_role("button", name="34 units").click()
    expect(view.page.locator(".tile")).to_have_count(34)
    tile = view.page.get_by_role("button", name="Thái Nguyên: 2", exact=True)  # with what was Bắc Kạn
    tile.focus()
    view.page.keyboard.press("Enter")
    expect(view.page.locator("#panel h2")).to_have_text("Thái Nguyên")
    assert "UBND tỉnh Bắc Kạn tặng Bằng khen" in panel_quotes(view)
    again = show("map", address=f"#{view.page.url.partition('#')[2]}")
    expect(again.page.locator(".tile[aria-pressed=true]")).to_have_count(1)
    expect(again.page.locator(".tile[aria-pressed=true]")).to_contain_text("Thái")
    expect(again.page.locator("#count")).to_have_value("articles")


def test_who_met_twice_has_the_thicker_line(show: Callable[..., View]) -> None:
    view = show("together")
    weight = """([one, other]) => [...thidua.edges.values()].find((e) =>
        [e.from, e.to].every((id) => [one, other].includes(id))).weight"""
    assert view.js(weight, [view.key(MAY), view.key(DON)]) == 2
    assert view.js(weight, [view.key(MAY), view.key("Sơn La")]) == 1
    view.click_line(MAY, DON)
    assert "took part in the same events" in view.panel()
    assert "năm 2018" in view.panel()
    assert "năm 2019" in view.panel()


def test_double_click_brings_a_thing_and_its_neighbours_near(show: Callable[..., View]) -> None:
    view = show("network")
    before = view.js("thidua.network.getScale()")
    at = view.js("(id) => thidua.network.canvasToDOM(thidua.network.getPosition(id))", view.key("Bằng khen"))
    view.page.locator("#picture").dblclick(position=at)
    view.page.wait_for_function("(s) => thidua.network.getScale() > s", arg=before)
    view.page.locator("#fit").click()
    view.page.wait_for_function("(s) => Math.abs(thidua.network.getScale() - s) < 0.01", arg=before)


def test_filters_leave_what_fits_on_the_canvas(show: Callable[..., View]) -> None:
    view = show("network")
    view.page.locator("#filter").click()
    view.page.locator("#filter-source").select_option("sap-nhap")
    assert view.shown("20 cá nhân")
    assert not view.shown(CLUSTER)
    view.page.locator("#unfilter").click()
    view.page.locator("#filter-status-revoked").uncheck()
    view.click_thing(LABOUR)
    expect(view.page.locator("#panel")).to_contain_text("hidden by the filter")


@pytest.mark.parametrize(
    ("name", "about", "words"),
    [
        ("network", "", CLUSTER),
        ("together", "", MAY),
        ("clusters", "", "Lai Châu"),
        ("honours", "", LABOUR),
        ("map", "", "Nguyên"),
        ("person", MAY, LABOUR),
    ],
)
def test_every_picture_can_be_saved(
    show: Callable[..., View], tmp_path: Path, name: str, about: str, words: str
) -> None:
    view = show(name, about=about)
    files = {}
    for form in ("png", "svg"):
        with view.page.expect_download() as waiting:
            view.page.locator(f"#save-{form}").click()
        files[form] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(files[form])
    assert files["png"].read_bytes().startswith(b"\x89PNG")
    assert files["png"].stat().st_size > 10_000
    drawing = ElementTree.parse(files["svg"])
    texts = " ".join("".join(t.itertext()) for t in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert all(word in texts for word in words.split())
    assert "thidua" in texts


def test_names_that_are_markup_stay_text_in_every_view(browser: Browser, tmp_path: Path) -> None:
    bad = 'x"><img src=x onerror="alert(1)"></script><script>alert(2)</script>'
    renamed = [
        ox.Quad(q.subject, q.predicate, ox.Literal(q.object.value + bad, language=q.object.language), q.graph_name)
        if isinstance(q.object, ox.Literal) and q.object.language
        else q
        for q in corpus()
    ]
    abouts = {"clusters": "", "honours": "", "map": "", "together": "", "person": MAY + bad}
    pages = {name: api.view(renamed, name, about=about).html for name, about in abouts.items()}
    pages["index"] = index(evidence(renamed), [Link("x.html", "article", bad, 1, [])], [{"view": "map", "why": bad}])
    for name, html in pages.items():
        path = tmp_path / f"{name}.html"
        path.write_text(html, "utf-8")
        with opened(browser, path) as view:
            view.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
            assert bad in view.page.locator("#figure" if name == "index" else "#panel").inner_text()
            if name != "index":
                view.page.locator("#view-table").click()
            assert view.page.locator("img:not(#printed)").count() == 0
            assert view.complaints == []
            assert view.requests == []


def test_a_view_of_nothing_says_so(browser: Browser, tmp_path: Path) -> None:
    quads = api.build(api.read("Bà Lò Thị Hoa thăm hỏi bà con.", id="empty"))
    for name in ("clusters", "honours", "map", "together"):
        with opened(browser, api.view(quads, name).save(tmp_path / f"{name}.html")) as view:
            expect(view.page.locator("#empty")).to_contain_text("No ")
            expect(view.page.locator("#empty")).to_contain_text("thidua build")
            assert view.complaints == []


def test_a_view_of_nothing_about_something_says_what_to_try(show: Callable[..., View]) -> None:
    view = show("clusters", about="bac kan")
    expect(view.page.locator("#empty")).to_contain_text("with a part for Bắc Kạn")
    expect(view.page.locator("#empty")).to_contain_text("thidua view clusters")


def test_what_is_about_a_province_is_about_its_bodies_too(show: Callable[..., View]) -> None:
    view = show("honours", about="bac kan")
    expect(view.page.locator(".matrix tbody tr")).to_have_count(1)
    expect(view.page.locator(".matrix tbody tr")).to_contain_text("8 tập thể")


def test_a_notebook_shows_a_page_in_a_frame_of_its_own(browser: Browser, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!DOCTYPE html><body>{api.view(corpus(), 'clusters')._repr_html_()}</body>", "utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(notebook.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#figure .go", has_text="Điện Biên").first.click()
    expect(inside.locator("#panel h2")).to_have_text("Điện Biên")
    assert "allow-same-origin" not in (page.locator("iframe").get_attribute("sandbox") or "")
    assert said == []
    page.close()


def test_an_index_leads_to_every_page_of_its_folder(
    browser: Browser, seed_ttl: Path, thidua: Thidua, tmp_path: Path
) -> None:
    assert thidua("view", "index", "--graph", seed_ttl, "-o", "pages").status == 0
    folder = tmp_path / "pages"
    with opened(browser, folder / "index.html", inside=folder) as view:
        links = view.page.locator("#figure a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
        assert {folder / link for link in links} == {*folder.iterdir()} - {folder / "index.html"}
        assert {"network.html", "clusters.html", "honours.html", "map.html", "province-bac-kan.html"} <= {*links}
        numbers = view.page.locator(".strip").inner_text()
        assert re.search(r"7\s+provinces", numbers)
        assert re.search(r"1\s+articles", numbers)
        assert serious(view) == []
        view.page.locator("#q").fill("bac kan")
        view.page.locator("#q").press("Enter")
        view.page.locator("#panel a", has_text="network").click()
        expect(view.page.locator("#panel h2")).to_have_text("Bắc Kạn")
        view.page.locator(".home a").click()
        expect(view.page.locator("h1")).to_contain_text("in the news")
        assert view.complaints == []
        assert view.requests == []


@pytest.mark.parametrize("name", ["honours", "article"])
def test_on_paper_a_page_is_light_and_whole(show: Callable[..., View], name: str) -> None:
    view = show(name, article="thu-hoi", scheme="dark")
    view.js("dispatchEvent(new Event('beforeprint'))")
    view.page.emulate_media(media="print")
    assert view.js("document.documentElement.dataset.theme") == "light"
    expect(view.page.locator("#table tbody tr")).to_have_count(view.js("thidua.facts.length"))
    expect(view.page.locator("#figure .matrix" if name == "honours" else "#text")).to_be_visible()
    expect(view.page.locator(".tools")).to_be_hidden()
