"""Words of time around an occasion → the date that the fact table gives it: no more and no less than the text fixes."""

from __future__ import annotations

import pytest
from told import rows

PLAIN = "Tỉnh đoàn Bến Tre tổ chức Hội nghị biểu dương"


def date_of(sentence: str, dateline: str | None = None) -> object:
    ((_, date, _),) = rows("event", sentence, date=dateline)
    return date


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("Ngày 5/3/2018", "2018-03-05"),
        ("Ngày 05/03/2018", "2018-03-05"),
        ("Ngày 15.3.2016", "2016-03-15"),
        ("Ngày 15-3-2016", "2016-03-15"),
        ("Ngày 29/2/2016", "2016-02-29"),
        ("Ngày 8 tháng 3 năm 2018", "2018-03-08"),
        ("Từ ngày 5-7/3/2018", "2018-03-05"),
        ("Sáng 5/3", "--03-05"),
        ("Sáng 15-3", "--03-15"),
        ("Sáng 15.3", "--03-15"),
        ("Chiều ngày 8 tháng 3", "--03-08"),
    ],
)
def test_a_day_in_all_its_spellings(when: str, expected: str) -> None:
    assert date_of(f"{when}, {PLAIN}.") == expected


@pytest.mark.parametrize(
    "when", ["Ngày 45/13/2016", "Ngày 12/15/2016", "Ngày 31/2/2016", "Ngày 29/2/2015", "Tỉ lệ 3/4 số phiếu"]
)
def test_numbers_that_are_no_day_give_no_date(when: str) -> None:
    assert date_of(f"{when}, {PLAIN}.") is None


def test_two_numbers_with_a_dash_that_count_something_are_no_day() -> None:
    assert date_of(f"Ngày 5/3/2018, {PLAIN} cho 15-3 gương điển hình.") == "2018-03-05"


@pytest.mark.parametrize(
    ("when", "expected"),
    [("Sáng 5/3", "2018-03-05"), ("Sáng nay", "2018-03-05"), ("Hôm nay", "2018-03-05"), ("Ngày 4/3", "2018-03-04")],
)
def test_the_article_s_own_date_line_gives_the_year_and_tells_what_today_is(when: str, expected: str) -> None:
    assert date_of(f"{when}, {PLAIN}.", "Thứ hai, 05/03/2018 08:15") == expected


def test_a_year_that_the_text_tells_goes_before_that_of_the_date_line() -> None:
    assert date_of(f"Ngày 20/12/2017, {PLAIN}.", "Thứ hai, 05/03/2018 08:15") == "2017-12-20"


def test_summing_up_a_year_in_its_november_fixes_the_year() -> None:
    assert date_of("Ngày 20/11, Tỉnh đoàn Bến Tre tổ chức Hội nghị tổng kết công tác năm 2018.") == "2018-11-20"


def test_summing_up_a_year_in_january_leaves_the_year_open() -> None:
    assert date_of("Ngày 20/1, Tỉnh đoàn Bến Tre tổ chức Hội nghị tổng kết công tác năm 2018.") == "--01-20"


@pytest.mark.parametrize(
    ("when", "expected"), [("Tháng 5/2016", "2016-05"), ("Tháng 5 năm 2016", "2016-05"), ("Năm 2016", "2016")]
)
def test_a_month_or_a_year_alone_is_no_more_than_that(when: str, expected: str) -> None:
    assert date_of(f"{when}, {PLAIN}.") == expected


def test_without_any_word_of_time_there_is_no_date() -> None:
    assert date_of(f"{PLAIN}.") is None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("Hôm qua", "2018-02-28"),
        ("Chiều qua", "2018-02-28"),
        ("Sáng hôm qua", "2018-02-28"),
        ("Hôm kia", "2018-02-27"),
        ("Sáng mai", "2018-03-02"),
        ("Ngày mai", "2018-03-02"),
        ("Tối nay", "2018-03-01"),
        ("Tháng này", "2018-03"),
        ("Tháng trước", "2018-02"),
        ("Năm ngoái", "2017"),
        ("Ngày 20/12 năm ngoái", "2017-12-20"),
        ("Ngày 5 tháng 2 năm nay", "2018-02-05"),
        ("Tháng 12 năm ngoái", "2017-12"),
    ],
)
def test_words_that_count_from_the_article_s_day(when: str, expected: str) -> None:
    assert date_of(f"{when}, {PLAIN}.", "Thứ năm, 01/03/2018 08:15") == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [("Hôm qua", None), ("Sáng nay", None), ("Năm ngoái", None), ("Ngày 20/12 năm ngoái", "--12-20")],
)
def test_without_a_day_of_the_article_they_are_left_open(when: str, expected: str | None) -> None:
    assert date_of(f"{when}, {PLAIN}.") == expected


def test_the_day_of_a_record_counts_as_the_date_line_does() -> None:
    from ingest.raw import Source
    from ingest.work import reading

    for day in ("2018-03-01T08:15:00+07:00", "2018-03-01", "01/03/2018 08:15", "2018-03-01T01:15:00Z"):
        source = Source(id="x", text=f"Tin trong ngày\n\nSáng nay, {PLAIN}.\n", date=day)
        assert [row["date"] for row in reading(source).rows() if row["kind"] == "event"] == ["2018-03-01"], day


def test_today_as_the_present_time_is_no_day() -> None:
    told = f"Ngày 20/2, {PLAIN} cho thế hệ trẻ hôm nay."
    assert date_of(told, "Thứ năm, 01/03/2018 08:15") == "2018-02-20"


def test_a_day_told_long_after_the_date_line_is_of_the_year_before() -> None:
    assert date_of(f"Ngày 25/12, {PLAIN}.", "Thứ hai, 08/01/2018 08:15") == "2017-12-25"


def test_yesterday_is_the_day_before_the_date_line() -> None:
    assert date_of(f"Chiều qua, {PLAIN}.", "Thứ hai, 05/03/2018 08:15") == "2018-03-04"


def test_the_same_day_is_the_day_told_before() -> None:
    text = "Ngày 5/3/2018, mưa lớn ở Bến Tre. Cùng ngày, Tỉnh đoàn Bến Tre tổ chức Hội nghị biểu dương."
    assert date_of(text) == "2018-03-05"


def test_a_number_behind_the_word_for_order_is_no_day() -> None:
    ((_, date, _),) = rows("event", "Kỳ họp thứ 13 tháng 7/2014 của HĐND tỉnh Bến Tre đã bầu bổ sung.")
    assert date == "2014-07"


def test_a_term_that_began_long_before_fixes_no_year() -> None:
    text = "Ngày 5/3, Đại hội Tỉnh đoàn Bến Tre diễn ra. Nhiệm kỳ 2011 - 2016 có nhiều việc hay. Năm 2016 mưa lớn."
    assert date_of(text) == "--03-05"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sáng 11/3, tại Lai Châu diễn ra lễ kỷ niệm 70 năm ngày khởi nghĩa (11/3/1945).", "2015-03-11"),
        ("Ngày 17/5, tại Lai Châu diễn ra lễ tuyên dương học sinh xuất sắc năm học 2017-2018.", "2018-05-17"),
        ("Ngày 5/9, tại Lai Châu diễn ra lễ khai giảng năm học 2017-2018.", "2017-09-05"),
        ("Ngày 11/7, tại Lai Châu diễn ra lễ tổng kết chương trình năm 2018.", "2018-07-11"),
    ],
)
def test_what_fixes_the_year_of_an_occasion(text: str, date: str) -> None:
    assert {row[1] for row in rows("event", text)} == {date}
