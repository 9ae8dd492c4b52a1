"""The page of a network of thousands of things, in a real browser and without a network, as a user goes about it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import QUIET, View, opened, serious
from conftest import sigma
from invented import article, told
from playwright.sync_api import Browser, Locator, expect

from graphs.content import Content, content
from graphs.crowd import LARGE
from graphs.evidence import evidence
from graphs.network import network_of
from graphs.spread import spread
from graphs.views import page
from ingest import facts as F

pytestmark = [pytest.mark.browser, sigma]

ARTICLES = 74
HONOUR = "Huân chương Lao động hạng Ba"
DRIVER = "GPU stall due to ReadPixels"
"""What Chromium says of its own accord where it paints WebGL without a graphics card."""


@pytest.fixture(scope="module")
def facts() -> Content:
    return content(network_of(evidence(told(ARTICLES))))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "page.html"
    path.write_text(page(told(ARTICLES)), "utf-8")
    return path


def settled(view: View) -> None:
    view.js("thidua.scene.still()")


def quiet(view: View) -> None:
    """Nothing complained of, nothing asked for."""
    assert [said for said in view.complaints if DRIVER not in said] == []
    assert view.requests == []


@pytest.fixture
def view(browser: Browser, large: Path) -> Iterator[View]:
    with opened(browser, large) as found:
        settled(found)
        yield found
        quiet(found)


def where(view: View, key: str) -> tuple[float, float]:
    """Where a thing is in the window."""
    at = view.js("(id) => thidua.at(id)", key)
    frame = view.page.locator("#picture").bounding_box()
    assert frame is not None
    return frame["x"] + at["x"], frame["y"] + at["y"]


def first_person() -> tuple[str, str]:
    """Someone of the first article and the passage that tells of the office."""
    reading = article(0)
    post = next(fact for fact in reading.facts if isinstance(fact, F.Post))
    return post.person, reading.article.text[post.passage.start : post.passage.end]


def quoted(view: View, passage: str) -> Locator:
    """The marked words of the panel that are these."""
    return view.page.locator("#panel mark", has_text=re.compile(f"^{re.escape(passage)}$"))


def painted(view: View, x: float, y: float) -> list[int]:
    """The colour of the window at a place, without what stands above the dots and lines."""
    view.js("document.querySelector('.sheet > canvas').style.visibility = 'hidden'")
    shot = view.page.screenshot(clip={"x": round(x), "y": round(y), "width": 1, "height": 1})
    view.js("document.querySelector('.sheet > canvas').style.visibility = ''")
    found: list[int] = view.js(
        """async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const ctx = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
          ctx.drawImage(image, 0, 0);
          return [...ctx.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }""",
        f"data:image/png;base64,{base64.b64encode(shot).decode()}",
    )
    return found


def colour(view: View, kind: str) -> list[int]:
    shown: str = view.js("(kind) => thidua.colour(kind)", kind)
    return [int(shown[i : i + 2], 16) for i in (1, 3, 5)]


def test_the_page_tells_all_that_the_articles_tell(view: View, facts: Content) -> None:
    assert len(facts.things) > 2_000 > LARGE
    told_of = view.js("[...thidua.nodes.values()].map((n) => [n.id, n.kind, n.name, n.facts])")
    assert told_of == [[t["id"], t["kind"], t["name"], t["facts"]] for t in facts.things]
    said = view.js("thidua.facts.map((f) => [f.type, f.status, f.year, f.rule, f.roles, f.values, f.passages])")
    assert said == [
        [
            f["type"],
            f["status"],
            f["year"],
            f["rule"],
            [*map(list, f["roles"])],
            [*map(list, f["values"])],
            f["passages"],
        ]
        for f in facts.facts
    ]
    for number in (0, 999, 1000, len(facts.passages) - 1):
        words = view.js("(n) => new Promise((done) => thidua.words(n, done))", number)
        place = view.js("(n) => thidua.passages[n]", number)
        assert {**words, **place} == facts.passages[number]


def test_a_name_without_accents_is_found_and_leads_to_its_sentence(view: View) -> None:
    name, passage = first_person()
    view.page.fill("#q", view.js("(name) => thidua.fold(name)", name))
    expect(view.page.locator("#found li").first).to_have_text(name)
    view.page.keyboard.press("Enter")
    expect(view.page.locator("#panel h2")).to_have_text(name)
    expect(quoted(view, passage)).to_have_count(1)
    assert "node=" in view.page.url
    x, y = where(view, view.key(name))
    frame = view.page.locator("#picture").bounding_box()
    assert frame
    assert frame["x"] < x < frame["x"] + frame["width"]
    assert frame["y"] < y < frame["y"] + frame["height"]
    view.page.go_back()
    expect(view.page.locator("#panel h2")).to_have_count(0)


def test_the_address_leads_to_the_same_thing_and_its_sentence(browser: Browser, large: Path, view: View) -> None:
    name, passage = first_person()
    address = f"#node={view.key(name)}"
    with opened(browser, large, address=address, width=390, height=844) as again:
        expect(again.page.locator("#panel h2")).to_have_text(name)
        expect(quoted(again, passage)).to_have_count(1)
        assert serious(again) == []
        quiet(again)


def test_dots_lie_where_a_click_finds_them_also_when_the_picture_was_moved(view: View) -> None:
    key = view.key(HONOUR)

    def found() -> None:
        settled(view)
        x, y = where(view, key)
        assert painted(view, x, y) == colour(view, "honour")
        view.page.mouse.click(x, y)
        expect(view.page.locator("#panel h2")).to_have_text(HONOUR)
        view.page.keyboard.press("Escape")
        expect(view.page.locator("#panel h2")).to_have_count(0)

    view.page.locator("#picture").focus()
    found()
    frame = view.page.locator("#picture").bounding_box()
    assert frame
    before = where(view, key)
    middle = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    view.page.mouse.move(*middle)
    view.page.mouse.down()
    view.page.mouse.move(middle[0] + 40, middle[1] - 30, steps=8)
    view.page.mouse.up()
    x, y = where(view, key)
    assert (round(x - before[0]), round(y - before[1])) == (40, -30)
    found()
    view.page.mouse.move(*where(view, key))
    view.page.mouse.wheel(0, -400)
    found()


def test_double_click_shows_the_neighbours_and_keys_go_from_thing_to_thing(view: View) -> None:
    event = article(0).article.title
    key = view.key(str(event))
    view.js("(id) => thidua.near(id)", key)
    settled(view)
    view.page.mouse.dblclick(*where(view, key))
    settled(view)
    frame = view.page.locator("#picture").bounding_box()
    assert frame
    for other in view.js("(id) => thidua.neighbours(id)", key):
        x, y = where(view, other)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]
    view.page.locator("#picture").focus()
    view.page.keyboard.press("ArrowRight")
    expect(view.page.locator("#panel h2")).not_to_have_text(str(event))
    assert view.js("thidua.at(thidua.state.node).x") > view.js("(id) => thidua.at(id).x", key)


def test_a_line_tells_its_facts(view: View) -> None:
    event = str(article(0).article.title)
    view.js("(id) => thidua.near(id)", view.key(event))
    settled(view)
    name, _ = first_person()
    (x0, y0), (x1, y1) = where(view, view.key(event)), where(view, view.key(name))
    view.page.mouse.click(x0 + 0.55 * (x1 - x0), y0 + 0.55 * (y1 - y0))
    expect(view.page.locator("#panel .kind").first).to_contain_text("Relation")
    expect(view.page.locator("#panel mark").first).to_contain_text(name)


def test_what_the_legend_or_the_filter_leaves_out_is_gone(view: View) -> None:
    key = view.key(HONOUR)
    x, y = where(view, key)
    view.page.click("[data-kind=honour]")
    settled(view)
    view.page.wait_for_timeout(100)
    assert painted(view, x, y) != colour(view, "honour")
    view.page.fill("#q", "huan chuong lao dong")
    expect(view.page.locator("#found")).not_to_contain_text(HONOUR)
    view.page.click("#reset")
    settled(view)
    view.page.wait_for_timeout(100)
    assert painted(view, *where(view, key)) == colour(view, "honour")
    view.page.click("#filter summary")
    view.page.select_option("#filter-from", "2024")
    settled(view)
    first = view.key(str(article(0).article.title))
    assert view.js("(id) => thidua.nodeShown(id)", first) is False


def test_the_table_holds_the_quotes_and_axe_finds_nothing_serious(view: View) -> None:
    assert serious(view) == []
    name, passage = first_person()
    view.page.fill("#q", name)
    view.page.keyboard.press("Escape")
    view.page.click("#view-table")
    view.js("(q) => thidua.set({ q })", name)
    expect(view.page.locator("#table q", has_text=re.compile(f"^{re.escape(passage)}$"))).to_have_count(1)
    view.page.click("#theme")
    assert serious(view) == []
    view.page.click("#reset")
    view.page.click("#view-picture")
    view.page.wait_for_timeout(100)
    settled(view)
    assert painted(view, *where(view, view.key(HONOUR))) == colour(view, "honour")


def test_the_picture_is_saved_and_printed(view: View, tmp_path: Path) -> None:
    with view.page.expect_download() as saved:
        view.page.click("#save-svg")
    saved.value.save_as(tmp_path / "a.svg")
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert svg.count("M") > len(view.js("[...thidua.edges.keys()]"))
    assert view.js("thidua.nodes.get(thidua.heaviest(thidua.nodes.keys())[0]).name") in svg
    with view.page.expect_download() as saved:
        view.page.click("#save-png")
    saved.value.save_as(tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / "a.png").stat().st_size > 50_000
    view.page.pdf(path=tmp_path / "a.pdf")
    assert view.js("document.getElementById('printed').src.length") > 100_000


def test_without_webgl_a_plain_canvas_shows_the_same(browser: Browser, chromium: str, large: Path) -> None:
    plain = browser.browser_type.launch(executable_path=chromium, args=[*QUIET, "--disable-3d-apis"])
    with opened(plain, large) as view:
        settled(view)
        assert view.js("document.createElement('canvas').getContext('webgl2')") is None
        x, y = where(view, view.key(HONOUR))
        assert painted(view, x, y) == colour(view, "honour")
        quiet(view)
    plain.close()


def test_small_and_large_networks_have_their_own_renderer(large: Path) -> None:
    assert "sigmajs" in large.read_text("utf-8")
    small = page(told(3))
    assert "sigmajs" not in small
    assert "vis.Network" in small


def test_the_same_articles_give_the_same_large_page(large: Path) -> None:
    assert page(reversed([*told(ARTICLES)])) == large.read_text("utf-8")


def test_no_two_things_share_a_place_and_what_belongs_together_lies_together() -> None:
    groups, each = 60, 20
    inside = [(g * each + (i - 1) * k, g * each + i) for g in range(groups) for i in range(1, each) for k in (0, 1)]
    inside = [line for line in dict.fromkeys(inside) if line[0] != line[1]]
    between = [(g * each + 1, (g + 1) % groups * each + 2) for g in range(groups)]
    hub = [(groups * each, g * each + 3) for g in range(groups)]
    lone = 30
    count = groups * each + 1 + lone
    spots = spread(count, inside + between + hub, 1.4)
    places = spots.places
    assert len(set(places)) == count
    assert spots.shelf is not None
    assert all((y > spots.shelf) == (i > groups * each) for i, (_, y) in enumerate(places))

    def far(pairs: list[tuple[int, int]]) -> float:
        return sum(abs(complex(*places[a]) - complex(*places[b])) for a, b in pairs) / len(pairs)

    strangers = [(g * each + 4, (g + groups // 2) % groups * each + 4) for g in range(groups)]
    assert 4 * far(inside) < far(between) < far(strangers)


def test_nothing_of_the_large_page_comes_from_elsewhere(large: Path) -> None:
    text = large.read_text("utf-8")
    assert re.search(r"<(?:link|iframe|img[^>]+src=.http|script[^>]+src)", text) is None
