"""A newspaper's web page → its article: text, title, day, byline and captions, without what stands around them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import Thidua
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua as api
from ingest.facts import Article
from ingest.raw import Source
from ingest.read import read_article

TITLE = "Sơn La trao Huân chương Lao động cho ba tập thể"
LEAD = "Sáng 23/11, UBND tỉnh Sơn La tổ chức Lễ trao tặng Huân chương Lao động hạng Ba cho ba tập thể."
BODY = (
    "Dự buổi lễ có ông Lò Văn Dọn, Chủ tịch UBND tỉnh Sơn La và bà Vì Thị Hặc, Phó Bí thư Thường trực Tỉnh ủy.",
    "Phát biểu tại buổi lễ, ông Lò Văn Dọn đề nghị các tập thể tiếp tục phát huy thành tích, đóng góp cho tỉnh nhà.",
    "Trước đó, UBND tỉnh Sơn La đã tặng Bằng khen cho 24 cá nhân có thành tích trong phong trào thi đua năm nay.",
)
CAPTION = "Ông Lò Văn Dọn trao Huân chương cho các tập thể."
MOMENT = datetime(2024, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=7)))
NOISE = ("Trang Chủ", "Nguyễn Bình Luận", "Trần Liên Quan", "Phạm Đọc Nhiều", "Ngô Chân Trang", "Lê Mã Nguồn")

AROUND = """
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title} - Báo Vùng Cao</title>{head}
<script>document.write("<p>Ông Lê Mã Nguồn, Chủ tịch nước</p>")</script><style>p {{ color: red }}</style></head><body>
<nav><ul class="menu"><li><a href="/">Ông Trang Chủ</a></li><li><a href="/2">Văn bản của Chính phủ</a></li></ul></nav>
{article}
<div class="box-comment"><h3>Bình luận (2)</h3><p>Nguyễn Bình Luận: Đề nghị tặng ông Huân chương Sao vàng!</p></div>
<div class="tin-lien-quan"><h3>Tin liên quan</h3><ul><li><a href="/3">
Thủ tướng tặng Bằng khen cho ông Trần Liên Quan</a></li></ul></div><aside class="sidebar"><h3>Đọc nhiều</h3>
<a href="/4">Ông Phạm Đọc Nhiều làm Bộ trưởng Bộ Nội vụ</a></aside>
<footer><p>Tổng biên tập: Ngô Chân Trang</p></footer></body></html>"""

METAS = (
    f'<meta property="og:title" content="{TITLE}"><meta property="og:description" content="{LEAD}">'
    '<meta property="og:site_name" content="Báo Vùng Cao">'
    '<meta property="article:published_time" content="2024-11-23T08:30:00+07:00">'
    '<link rel="canonical" href="https://vungcao.example/a.html">'
)
LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, '
    f'{{"@type": ["NewsArticle"], "headline": "{TITLE}", "datePublished": "2024-11-23T01:30:00Z", '
    '"author": {"@type": "Person", "name": "Vân Anh"}, "publisher": {"name": "Báo Vùng Cao"}}]}</script>'
    f'<meta name="description" content="{LEAD}">'
)
P1, P2, P3 = (f"<p>{text}</p>" for text in BODY)
PAGES = {
    "article, figure and a lead outside the body": (
        METAS,
        f'<div class="main"><h1 class="title-detail">{TITLE}</h1><p class="description"><span>Sơn La</span>{LEAD}</p>'
        f'<article class="detail">{P1}<figure><img src="a.jpg"><figcaption><p>{CAPTION} Ảnh: <em>Hà Thu</em></p>'
        f'</figcaption></figure>{P2}<p><b>&gt;&gt; <a href="/x">Trao Huân chương cho ông Trần Liên Quan</a></b></p>'
        f'{P3}<p style="text-align:right"><strong>Vân Anh</strong></p></article></div>',
    ),
    "JSON-LD, and captions in divs": (
        LINKED,
        f'<main><h1>{TITLE}</h1><h2 class="sapo">{LEAD}</h2><div class="content">{P1}<div class="VCSortable"><div>'
        f'<img src="a.jpg"></div><div class="PhotoCMS_Caption"><p>{CAPTION} (Ảnh: Hà Thu)</p></div></div>{P2}{P3}'
        "<p>Vân Anh</p></div></main>",
    ),
    "tables around everything": (
        "",
        f'<table><tr><td class="left"><a href="/5">Ông Trang Chủ</a><br><a href="/6">Liên hệ</a></td><td>'
        f'<div class="title">{TITLE}</div><div class="date">Ngày đăng: 23/11/2024 08:30</div><div><p><b>{LEAD}</b></p>'
        f'{P1}<table class="image"><tr><td><img src="a.jpg"></td></tr><tr><td>{CAPTION} Ảnh: Hà Thu</td></tr></table>'
        f'<p>{BODY[1]}<br>{BODY[2]}</p><p align="right">Vân Anh</p></div></td></tr></table>',
    ),
    "a caption in slanted letters below its picture": (
        METAS,
        f'<section><h1>{TITLE}</h1><p><strong>{LEAD}</strong></p>{P1}<p><img src="a.jpg"></p><p><em>{CAPTION} '
        f'Ảnh: Hà Thu</em></p>{P2}{P3}<p class="author">Vân Anh</p></section>',
    ),
}


def page(head: str, article: str) -> str:
    return AROUND.format(title=TITLE, head=head, article=article)


def read(markup: str | bytes) -> Article:
    return read_article(Source(id="x", page=markup))


def told(article: Article, *roles: str) -> list[str]:
    return [article.text[p.start : p.end] for p in article.parts if p.role in roles]


@pytest.mark.parametrize(("head", "article"), PAGES.values(), ids=list(PAGES))
def test_the_article_of_a_page_in_its_parts(head: str, article: str) -> None:
    found = read(page(head, article))
    assert found.title == TITLE
    assert told(found, "title") == [TITLE]
    assert [t.removeprefix("Sơn La ") for t in told(found, "lead")] == [LEAD]
    assert told(found, "body") == list(BODY)
    assert [t.rstrip(".") for t in told(found, "caption")] == [CAPTION.rstrip(".")]
    assert [photo.credit for photo in found.photos] == ["Hà Thu"]
    assert found.published == MOMENT
    assert found.authors == ("Vân Anh",)
    assert not [name for name in NOISE if name in found.text]
    if head:
        assert found.agency == "Báo Vùng Cao"


@pytest.mark.parametrize(("head", "article"), PAGES.values(), ids=list(PAGES))
def test_a_page_says_the_facts_of_its_article_and_no_others(
    thidua: Thidua, tmp_path: Path, head: str, article: str
) -> None:
    (tmp_path / "a.html").write_text(page(head, article))
    (tmp_path / "a.txt").write_text(
        "\n\n".join((TITLE, "23/11/2024 08:30\n" + LEAD, "\n".join(BODY), f"{CAPTION} Ảnh: X"))
    )
    columns = ("kind", "person", "province", "post", "honour", "recipient", "status", "event", "date", "agent", "part")

    def facts(name: str) -> set[tuple[object, ...]]:
        done = thidua("facts", name)
        assert (done.status, done.err) == (0, "")
        return {tuple(row.get(c) for c in columns) for row in map(json.loads, done.out.splitlines())}

    assert facts("a.html") == facts("a.txt")


def test_the_text_in_which_offsets_count_can_be_had(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(*PAGES["JSON-LD, and captions in divs"]))
    done = thidua("facts", "a.html", "--text")
    (record,) = (json.loads(line) for line in done.out.splitlines())
    assert (record["id"], record["title"], record["date"]) == (
        "a",
        TITLE,
        MOMENT.isoformat().replace("08:30", "01:30").replace("+07:00", "+00:00"),
    )
    rows = [json.loads(line) for line in thidua("facts", "a.html").out.splitlines()]
    assert rows
    assert all(record["text"][row["start"] : row["end"]] == row["quote"] for row in rows)
    (tmp_path / "again.jsonl").write_text(done.out)
    assert thidua("facts", "again.jsonl").out == thidua("facts", "a.html").out


def test_pages_come_from_files_folders_records_and_standard_input(thidua: Thidua, tmp_path: Path) -> None:
    markup = page(*PAGES["JSON-LD, and captions in divs"])
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "one.HTM").write_text(markup)
    (tmp_path / "f" / "two.jsonl").write_text(json.dumps({"id": "rec", "html": markup, "title": "Tên khác"}) + "\n")
    (tmp_path / "f" / "unnamed.txt").write_text(markup)
    done = thidua("facts", "f", "-", "--text", stdin=markup.encode())
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [(r["id"], r["title"]) for r in records] == [
        ("one", TITLE),
        ("rec", "Tên khác"),
        ("unnamed", TITLE),
        ("stdin", TITLE),
    ]


def test_markup_without_a_page_around_it_is_all_article() -> None:
    found = read(f"<p>{LEAD}</p><p>{BODY[0]}<br/>{BODY[1]}</p>")
    assert found.text.split("\n") == [LEAD, "", *BODY[:2], ""]


# -- encodings ---------------------------------------------------------------------------------------------------------

SIMPLE = f"<html><head>{{}}<title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{LEAD}</p>{P1}{P2}{P3}</body></html>"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="windows-1252">'),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1258", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'),
        ("ascii", ""),
    ],
)
def test_a_page_in_its_encoding_whatever_it_says_of_itself(encoding: str, head: str) -> None:
    from test_bad_input import windows_1258

    markup = SIMPLE.format(head)
    data = windows_1258(markup) if encoding == "cp1258" else markup.encode(encoding, "xmlcharrefreplace")
    found = read(data)
    assert (found.title, told(found, "body")) == (TITLE, list(BODY))


def test_control_characters_in_a_page_hide_nothing() -> None:
    odd = SIMPLE.format("").replace(" dự ", "\x1b dự&#2; ").replace("Phát biểu", "Phát\x0cbi&#x1f;ểu\x9f")
    assert told(read(odd), "body") == list(BODY)


def test_quotes_and_dashes_by_their_numbers_in_windows_1252() -> None:
    assert (
        "“Thi đua” – khen thưởng"
        in read(SIMPLE.format("").replace("Trước đó", "&#147;Thi đua&#148; &#150; khen thưởng")).text
    )


def test_letters_in_pieces_and_invisible_marks_are_mended() -> None:
    import unicodedata

    markup = SIMPLE.format("").replace("Lò Văn", "Lò\u200b&nbsp; V\u00adăn\u200f")
    assert told(read(unicodedata.normalize("NFD", markup)), "body") == list(BODY)


# -- pages that are none -----------------------------------------------------------------------------------------------

FILL = "<p>Ông Lò Văn Dọn dự lễ trao Huân chương Lao động hạng Ba tại tỉnh Sơn La cùng các đại biểu.</p>"
BAD = {
    "nothing in it": ("<html><body></body></html>", "no article is found"),
    "a menu alone": ("<html><body><nav><a href='/'>Trang chủ</a></nav></body></html>", "no article is found"),
    "only a script": ("<html><script>var a = '<p>x</p>'", "no article is found"),
    "deep": ("<html><body>" + "<div>" * 100_000 + FILL, "nested more than 256 deep"),
    "deep in letters": ("<html><body>" + "<b>" * 100_000 + FILL, "nested more than 256 deep"),
    "deep in tables": ("<html><body>" + "<table><tr><td>" * 40_000 + FILL, "nested more than 256 deep"),
    "many elements": ("<html><body>" + "<p>x" * 200_000, "more than 50,000 elements"),
    "long": ("<html><body>" + FILL * 60_000, "more than 5 MB"),
    "damaged": (
        b"<html><body><p>" + "Ông Lò Văn Dọn dự lễ tại Sơn La. ".encode() * 20 + b"\xff</p></body></html>",
        "damaged letters",
    ),
    "another encoding": (
        b"<html><body><p>" + "Cộng hòa".encode("cp1258", "ignore") * 20 + b"\xf0</p></body></html>",
        "not UTF-8",
    ),
    "NUL": (b"<html><body><p>Ha\0 Noi</p></body></html>", "binary"),
}


@pytest.mark.parametrize(("markup", "said"), BAD.values(), ids=list(BAD))
def test_a_page_without_an_article_is_told_of_in_one_sentence(
    thidua: Thidua, tmp_path: Path, markup: str | bytes, said: str
) -> None:
    (tmp_path / "bad.html").write_bytes(markup.encode() if isinstance(markup, str) else markup)
    done = thidua("facts", "bad.html")
    assert (done.status, done.out) == (2, "")
    assert done.sentence.startswith("bad.html: ")
    assert said in done.sentence


HOSTILE: dict[str, tuple[str, str | None]] = {
    "many attributes": ("<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">", None),
    "a picture in a tag": (f'<img src="data:image/png;base64,{"A" * 3_000_000}">', None),
    "scripts that do not end": ("<script>" * 100_000 + "</script>", None),
    "comments that do not end": ("<!--" * 100_000 + "-->", None),
    "angles": ("<" * 1_000_000, None),
    "ampersands": ("&" * 1_000_000, None),
    "one letter": ("a" * 1_000_000, None),
    "links": ("<a href=x>a</a> " * 20_000, None),
    "captions": ("<figure><figcaption>x</figcaption></figure>" * 15_000, None),
    "captions in captions": ("<figure class=caption>" * 100_000, "nested more than 256 deep"),
}


@pytest.mark.parametrize(("filling", "refused"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_page_made_to_take_time_is_read_or_refused(filling: str, refused: str | None) -> None:
    markup = f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p>{P1}{P2}{filling}{P3}</body></html>"
    if refused:
        with pytest.raises(api.UserError, match=refused):
            read(markup)
    else:
        assert "Vì Thị Hặc" in read(markup).text


TAGS = (
    "html body div p h1 h2 b a table tr td figure figcaption img br ul li nav article section title meta head".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{t}>" for t in TAGS] + [f"</{t}>" for t in TAGS]),
            st.sampled_from(
                [BODY[0], LEAD, CAPTION, TITLE, ' class="caption">', "<!--", "-->", "&nbsp;", "&#x110000;"]
            ),
            st.text(max_size=8),
        ),
        max_size=40,
    )
)
def test_whatever_markup_there_is_gives_an_article_with_its_parts_in_order_or_a_sentence(pieces: list[str]) -> None:
    try:
        found = read("<html><body>" + "".join(pieces))
    except api.UserError:
        return
    edges = [edge for part in found.parts for edge in (part.start, part.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= len(found.text)
    assert all(line == line.strip() for line in found.text.split("\n"))


def test_a_hostile_name_stays_text() -> None:
    found = read(
        f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p>{P1}{P2}<p>&lt;script&gt;alert(1)&lt;/script&gt;</p></body></html>"
    )
    assert "<script>alert(1)</script>" in found.text
