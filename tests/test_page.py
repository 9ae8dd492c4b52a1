"""The network page in a real browser, from a file and without a network, as a user goes about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
from browser import View, opened, serious, write_page
from playwright.sync_api import Browser, expect
from small_graph import CLUSTER, HOA, MEETING, TEXT, small_quads

from ingest import facts as F
from ingest.rdf import quads

pytestmark = pytest.mark.browser

BOX = '</script><img src=x onerror="alert(1)">'
HOSTILE = (BOX, '"quoted" & <b>bold</b>', "line\u2028and\u2029paragraph", "\u202emirrored\u202c عربى", "--> {{ x }}")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    write_page(small_quads(), path)
    return path


@pytest.fixture
def view(browser: Browser, small: Path) -> Iterator[View]:
    with opened(browser, small) as found:
        yield found
        assert found.complaints == []
        assert found.requests == []


@pytest.fixture(scope="module")
def seed_page(seed_ttl: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "page.html"
    write_page(ox.parse(path=seed_ttl), path)
    return path


def hostile_page(folder: Path) -> Path:
    """A page all of whose names and quotes try to become markup."""
    text = "\n".join(HOSTILE)
    facts: list[F.Fact] = []
    for name in HOSTILE:
        p = F.Passage(text.index(name), text.index(name) + len(name))
        facts.append(F.Person(person=name, passage=p, rule="<i>rule</i>"))
        facts.append(F.Post(person=name, post=f"post of {name}", status="current", passage=p, rule="r"))
    article = F.Article(
        id="hostile",
        text=text,
        title=BOX,
        published=datetime(2017, 3, 17),
        authors=HOSTILE[:2],
        url="javascript:alert(1)",
    )
    path = folder / "hostile.html"
    write_page(quads(F.Reading(article, tuple(facts))), path)
    return path


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_seed_page_opens_without_a_network(
    browser: Browser, seed_page: Path, width: int, height: int, scheme: str
) -> None:
    with opened(browser, seed_page, width=width, height=height, scheme=scheme) as view:
        assert view.page.title().startswith("Phó Chủ tịch nước Đặng Thị Ngọc Thịnh")
        expect(view.page.locator("#picture canvas")).to_be_visible()
        assert view.js("document.documentElement.dataset.theme") == scheme
        view.click_thing("Đặng Thị Ngọc Thịnh")
        expect(view.page.locator("#panel h2")).to_have_text("Đặng Thị Ngọc Thịnh")
        assert view.complaints == []
        assert view.requests == []
    assert seed_page.stat().st_size < 1_200_000


def test_search_needs_no_accents(view: View) -> None:
    search = view.page.locator("#q")
    search.fill("lao cai")
    options = view.page.locator("#found [role=option]")
    assert "Lào Cai" in options.all_inner_texts()
    search.fill("hoang hoa")
    search.press("Enter")
    expect(view.page.locator("#panel h2")).to_have_text(HOA)
    expect(view.page.locator("#found")).to_be_hidden()
    assert "node=" in view.page.url


def test_a_search_without_a_find_says_so(view: View) -> None:
    view.page.locator("#q").fill("xyzzy")
    expect(view.page.locator("#found")).to_contain_text("Nothing of that name")


def test_a_chosen_thing_shows_its_facts_with_their_sentence(view: View) -> None:
    view.click_thing(HOA)
    panel = view.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(HOA)
    assert "Giám đốc Sở Nội vụ" in view.panel()
    assert "former" in view.panel()
    assert "nguyên" in view.panel()
    quote = "có bà Hoàng Thị Hòa, Giám đốc Sở Nội vụ, nguyên Bí thư Huyện ủy Sa Pa"
    expect(panel.locator("mark").get_by_text(quote, exact=True).first).to_be_visible()
    start = TEXT.index(quote)
    assert f"characters {start}–{start + len(quote)}" in view.panel()
    assert "5 Jun 2018" in view.panel()
    sentence = panel.locator("blockquote").filter(has_text=quote).first.inner_text()
    assert sentence.startswith("Dự hội nghị")


def test_pointing_shows_and_leaving_returns(view: View) -> None:
    at = view.js("(id) => thidua.network.canvasToDOM(thidua.network.getPosition(id))", view.key(HOA))
    view.page.locator("#picture").hover(position=at)
    expect(view.page.locator("#panel h2")).to_have_text(HOA)
    view.page.mouse.move(5, 5)
    expect(view.page.locator("#panel")).to_contain_text("Overview")


def test_a_chosen_line_shows_the_award_and_its_sentence(view: View) -> None:
    view.click_line("Cờ thi đua của Chính phủ", "Lào Cai")
    panel = view.page.locator("#panel")
    expect(panel.locator("mark")).to_have_text("Khối đề nghị tặng Cờ thi đua của Chính phủ cho Lào Cai")
    expect(panel.locator(".status")).to_contain_text("proposed")
    expect(panel.locator(".status")).to_contain_text("đề nghị")
    assert "Chính phủ" in view.panel()


def test_the_life_of_an_award_is_told_whole(view: View) -> None:
    view.click_line("Huân chương Lao động", "Thái Nguyên")
    told = view.page.locator("#panel .status").all_inner_texts()
    assert sorted(s.split()[0] for s in told) == ["conferred", "revoked"]


def test_the_legend_is_a_filter(view: View) -> None:
    assert view.shown(MEETING)
    chip = view.page.locator('.chip[data-kind="event"]')
    chip.click()
    assert not view.shown(MEETING)
    assert view.shown(HOA)
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert "hide=event" in view.page.url
    view.page.locator("#q").fill("tong ket")
    assert MEETING not in view.page.locator("#found").inner_text()
    view.page.locator("#reset").click()
    assert view.shown(MEETING)


def test_an_address_shows_the_same_again_and_back_goes_back(browser: Browser, small: Path, view: View) -> None:
    view.click_thing(HOA)
    view.page.locator("#panel .go", has_text="Giám đốc Sở Nội vụ").first.click()
    expect(view.page.locator("#panel h2")).to_have_text("Giám đốc Sở Nội vụ")
    view.page.locator('.chip[data-kind="campaign"]').click()
    address = view.page.url.partition("#")[2]
    with opened(browser, small, address=f"#{address}") as again:
        expect(again.page.locator("#panel h2")).to_have_text("Giám đốc Sở Nội vụ")
        assert not again.shown("Cả nước chung sức")
    view.page.go_back()
    expect(view.page.locator("#panel h2")).to_have_text(HOA)
    view.page.go_forward()
    expect(view.page.locator("#panel h2")).to_have_text("Giám đốc Sở Nội vụ")


def test_a_mistyped_address_is_no_error(browser: Browser, small: Path) -> None:
    with opened(browser, small, address="#node=nobody&edge=%E0%A4%A&__proto__=1&hide=x") as view:
        expect(view.page.locator("#panel")).to_contain_text("Overview")
        assert view.complaints == []


def test_the_table_holds_every_fact(view: View) -> None:
    view.page.locator("#view-table").click()
    rows = view.page.locator("#table tbody tr")
    expect(rows).to_have_count(view.js("thidua.facts.length"))
    revoked = rows.filter(has_text="thu hồi").filter(has_text="Huân chương Lao động")
    assert "nay thu hồi" in " ".join(revoked.all_inner_texts())
    view.page.locator("#q").fill("ban 12")
    expect(rows).to_have_count(0)
    view.page.locator("#q").fill("bang khen")
    assert 0 < rows.count() < view.js("thidua.facts.length")


def test_everything_can_be_reached_with_the_keyboard(view: View) -> None:
    reached: set[str] = set()
    for _ in range(60):
        view.page.keyboard.press("Tab")
        reached.add(view.js("document.activeElement.id || document.activeElement.dataset.kind || ''"))
    chips = set(view.js("[...document.querySelectorAll('.chip')].map((c) => c.dataset.kind)"))
    assert {"q", "picture", "view-table", "theme", "save-png", "save-svg", "fit", "reset", "skip"} | chips <= reached
    view.page.locator("#picture").focus()
    view.page.keyboard.press("ArrowRight")
    first = view.page.locator("#panel h2").inner_text()
    moved = set()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        view.page.keyboard.press(key)
        moved.add(view.page.locator("#panel h2").inner_text())
    assert moved - {first}
    view.page.keyboard.press("Escape")
    expect(view.page.locator("#panel")).to_contain_text("Overview")


def test_light_and_dark_can_be_switched(view: View) -> None:
    def ground() -> object:
        return view.js("getComputedStyle(document.body).backgroundColor")

    light = ground()
    view.page.locator("#theme").click()
    assert ground() != light
    assert "theme=dark" in view.page.url
    view.page.locator("#theme").click()
    assert ground() == light


def test_the_picture_can_be_saved(view: View, tmp_path: Path) -> None:
    with view.page.expect_download() as waiting:
        view.page.locator("#save-png").click()
    saved = tmp_path / "saved.png"
    waiting.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert saved.stat().st_size > 10_000


def test_on_paper_stand_the_picture_and_every_fact(browser: Browser, small: Path, tmp_path: Path) -> None:
    with opened(browser, small, scheme="dark") as view:
        view.page.pdf(path=tmp_path / "page.pdf")
        view.js("dispatchEvent(new Event('beforeprint'))")
        view.page.emulate_media(media="print")
        picture = view.page.locator("#printed")
        expect(picture).to_be_visible()
        expect(view.page.locator("#table tbody tr")).to_have_count(view.js("thidua.facts.length"))
        expect(view.page.locator("#panel")).to_be_hidden()
        assert view.js("document.documentElement.dataset.theme") == "light"
        view.page.wait_for_function("document.getElementById('printed').naturalWidth > 100")
        view.js("dispatchEvent(new Event('afterprint'))")
        assert view.js("document.documentElement.dataset.theme") == "dark"
        assert view.complaints == []


def test_a_phone_never_scrolls_sideways(browser: Browser, small: Path) -> None:
    with opened(browser, small, width=390, height=844) as view:
        for act in (
            lambda: None,
            lambda: view.click_thing(CLUSTER),
            lambda: view.page.locator("#view-table").click(),
        ):
            act()
            assert view.js("document.documentElement.scrollWidth") <= 390
        assert view.complaints == []


def test_hostile_names_and_quotes_stay_text(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, hostile_page(tmp_path)) as view:
        view.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        assert view.page.locator("h1").text_content() == BOX
        assert set(HOSTILE) <= set(view.js("[...thidua.nodes.values()].map((n) => n.name)"))
        for name in HOSTILE:
            view.click_thing(name)
            assert view.page.locator("#panel h2").text_content() == name
            assert view.page.locator("#panel mark").first.text_content() == name
        view.page.locator("#view-table").click()
        view.page.locator("#q").fill("script")
        assert view.page.locator("img:not(#printed), #panel b, #panel i, #table b, a[href^=javascript]").count() == 0
        assert view.complaints == []
        assert view.requests == []


def test_nothing_to_draw_says_so_and_what_to_try(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    write_page([], path)
    with opened(browser, path) as view:
        expect(view.page.locator("#empty")).to_contain_text("no article")
        expect(view.page.locator("#empty")).to_contain_text("thidua view")
        assert view.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["network", "chosen", "table"])
def test_axe_finds_nothing_serious(browser: Browser, small: Path, scheme: str, state: str) -> None:
    with opened(browser, small, scheme=scheme) as view:
        if state == "chosen":
            view.click_thing(HOA)
        if state == "table":
            view.page.locator("#view-table").click()
        assert serious(view) == []
