"""A raw article → its parts: headline, date line, lead, captions with credits, byline, and the page around it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from told import names

import thidua
from ingest.facts import Article
from ingest.raw import Source
from ingest.read import read_article

VIETNAM = timezone(timedelta(hours=7))
LEAD = "UBND tỉnh Sơn La tặng Bằng khen cho 3 tập thể."


def page(*, date: str = "Thứ sáu, 17/03/2017 17:57", between: str = "", end: str = "Vân Anh", eol: str = "\n") -> str:
    blocks = [
        "Tỉnh Sơn La khen thưởng",
        f"{date}\n{LEAD}",
        "Ông Lò Văn Dọn nhận quà.",
        *([between] if between else []),
        end,
    ]
    return "\n\n".join(blocks).replace("\n", eol)


def read(text: str) -> Article:
    return read_article(Source(id="x", text=text))


def parts(article: Article, role: str) -> list[str]:
    return [article.text[p.start : p.end].strip() for p in article.parts if p.role == role]


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Thứ sáu, 17/03/2017 17:57", (2017, 3, 17, 17, 57)),
        ("17/03/2017 17:57", (2017, 3, 17, 17, 57)),
        ("Chủ nhật, ngày 5/4/2020, 08:05 (GMT+7)", (2020, 4, 5, 8, 5)),
        ("Thứ 2, 5-4-2020 | 8h05", (2020, 4, 5, 8, 5)),
        ("Thứ hai, 03/03/2014 - 11:20", (2014, 3, 3, 11, 20)),
        ("Ngày 5.4.2020", (2020, 4, 5, 0, 0)),
    ],
)
def test_the_date_line_in_the_spellings_of_vietnamese_papers(date: str, moment: tuple[int, int, int, int, int]) -> None:
    article = read(page(date=date))
    year, month, day, hour, minute = moment
    assert article.published == datetime(year, month, day, hour, minute, tzinfo=VIETNAM)
    assert parts(article, "dateline") == [date]


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_headline_and_lead_whatever_the_line_ends(eol: str) -> None:
    article = read(page(eol=eol))
    assert article.title == "Tỉnh Sơn La khen thưởng"
    assert article.lead is not None
    assert article.text[article.lead.start : article.lead.end] == LEAD


@pytest.mark.parametrize(
    ("byline", "authors", "agency"),
    [
        ("Vân Anh", ("Vân Anh",), None),
        ("Vân Anh/TTXVN", ("Vân Anh",), "TTXVN"),
        ("Hà Linh - Mai Chi", ("Hà Linh", "Mai Chi"), None),
        ("Tin, ảnh: Lê Tâm", ("Lê Tâm",), None),
        ("Mai Chi (Tổng hợp)", ("Mai Chi",), None),
    ],
)
def test_the_byline_gives_authors_and_agency(byline: str, authors: tuple[str, ...], agency: str | None) -> None:
    article = read(page(end=byline))
    assert (article.authors, article.agency) == (authors, agency)
    assert parts(article, "byline") == [byline]


def test_the_byline_names_nobody_in_the_fact_table() -> None:
    people = {row["person"] for row in thidua.read(page(end="Nguyễn Vân Anh/TTXVN")).rows() if row["kind"] == "person"}
    assert people == {"Lò Văn Dọn"}


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Đại biểu dự lễ. Ảnh: Lê Tâm", "Lê Tâm"),
        ("Đại biểu dự lễ (Ảnh: Lê Tâm)", "Lê Tâm"),
        ("Đại biểu dự lễ - Ảnh: TTXVN", "TTXVN"),
        ("Đại biểu dự lễ. (Ảnh: Lê Tâm/TTXVN)", "Lê Tâm/TTXVN"),
    ],
)
def test_a_caption_and_its_credit(line: str, credit: str) -> None:
    article = read(page(between=line))
    (photo,) = article.photos
    assert article.text[photo.caption.start : photo.caption.end].rstrip(".") == "Đại biểu dự lễ"
    assert photo.credit == credit


def test_a_caption_counts_as_much_as_the_body_and_its_credit_names_nobody() -> None:
    text = page(between="Bà Vì Thị Hặc, Phó Chủ tịch UBND tỉnh Sơn La. Ảnh: Nguyễn Văn Chụp")
    rows = thidua.read(text).rows()
    assert {row["person"] for row in rows if row["kind"] == "person"} == {"Lò Văn Dọn", "Vì Thị Hặc"}
    assert {row["post"] for row in rows if row["kind"] == "post"} == {"Phó Chủ tịch UBND tỉnh Sơn La"}


@pytest.mark.parametrize(
    "form",
    [
        "Ý kiến bình luận\nHọ và tên\nEmail\nLời bình\n\n/\n\nXác thực",
        "Bình luận của bạn\nHọ và tên\nGửi",
        "Chia sẻ bài viết này\nIn bài viết\nVề trang chủ",
    ],
)
def test_the_page_around_the_article_is_no_part_of_it(form: str) -> None:
    bare, framed = page(end="Vân Anh/TTXVN"), page(end=f"Vân Anh/TTXVN\n{form}\n")
    assert thidua.read(framed).rows() == thidua.read(bare).rows()
    assert read(framed).authors == ("Vân Anh",)
    assert parts(read(framed), "furniture")[0].startswith(form.splitlines()[0])


def test_a_sentence_that_begins_like_a_form_is_still_read() -> None:
    text = page(between="Bình luận của ông Trần Văn Thật là đúng.")
    assert "Trần Văn Thật" in {row["person"] for row in thidua.read(text).rows() if row["kind"] == "person"}


def test_a_text_of_one_line_is_read_as_a_headline() -> None:
    article = read("Ông Lò Văn Dọn nhận quà")
    assert (article.title, article.lead) == ("Ông Lò Văn Dọn nhận quà", None)
    assert [row["person"] for row in thidua.read(article.text).rows()] == ["Lò Văn Dọn"]


def test_what_a_record_tells_of_its_article_is_taken() -> None:
    source = Source(
        id="r1", text=f"{LEAD}\n", title="Khen thưởng", date="2017-03-17T17:57:00", author="Vân Anh", publisher="Báo X"
    )
    article = read_article(source)
    assert (article.title, article.authors, article.agency) == ("Khen thưởng", ("Vân Anh",), "Báo X")
    assert article.published == datetime(2017, 3, 17, 17, 57, tzinfo=VIETNAM)
    assert article.lead is not None, "with a title of its own, the text begins with the lead"


def test_parts_lie_in_order_and_inside_the_text() -> None:
    article = read(page(between="Đại biểu dự lễ. Ảnh: Lê Tâm", end="Vân Anh/TTXVN\nBình luận\nEmail"))
    ends = [0]
    for part in article.parts:
        assert ends[-1] <= part.start < part.end <= len(article.text)
        ends.append(part.end)


def test_a_date_line_with_an_impossible_day_gives_no_moment_and_is_not_the_lead() -> None:
    article = read(page(date="Thứ tư, 31/02/2020 08:05"))
    assert article.published is None
    assert article.lead is not None
    assert article.text[article.lead.start : article.lead.end] == LEAD


def test_a_byline_right_above_the_comment_form_is_still_one() -> None:
    assert read(page(end="Vân Anh\nBình luận\nHọ và tên\nEmail\nGửi")).authors == ("Vân Anh",)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Đoàn đến viếng ông Lò Văn MườiNguyên Tổng giám đốc gửi hoa.", {"Lò Văn Mười"}),
        ("Cuộc thi ở MỹNhưng ông Lò Văn Mười vắng mặt.", {"Lò Văn Mười"}),
        ("Hôm nay ông LòVăn Mười vắng mặt.", {"LòVăn Mười"}),
        ("Ông Lò Văn Mười làm ở PetroVietnam.", {"Lò Văn Mười"}),
    ],
)
def test_two_lines_that_were_run_together_are_two(text: str, people: set[str]) -> None:
    assert names("person", text) == people
