"""Where and in which year an occasion is held, by its own name, in invented sentences."""

from __future__ import annotations

import pytest
from told import rows


@pytest.mark.parametrize(
    ("sentence", "name", "date", "place"),
    [
        # games are called by their city
        ("Chị về nhì tại Olympic Rio 2016.", "Olympic Rio 2016", "2016", "Rio"),
        ("Năm 1996, tại Olympic Atlanta, chị về nhì.", "Olympic Atlanta", "1996", "Atlanta"),
        # cups that are named with their year, and the place right behind it
        ("Anh ghi bàn tại World Cup 2018 ở Nga.", "World Cup 2018", "2018", "Nga"),
        # where a visit goes to
        ("Đoàn có chuyến thăm chính thức Cuba từ ngày 15-11.", "chuyến thăm", "--11-15", "Cuba"),
        (
            "Trong chuyến thăm Hạ Long ngày 22-1-1962, ông dừng chân tại đảo.",
            "chuyến thăm Hạ Long",
            "1962-01-22",
            "Quảng Ninh",
        ),
        # a school year that begins, and one that is over
        (
            "Ngày 5-9, trường tổ chức lễ khai giảng năm học mới 2019-2020.",
            "lễ khai giảng năm học mới 2019-2020",
            "2019-09-05",
            None,
        ),
        (
            "Tối 1-9, trường tổ chức lễ biểu dương học sinh, sinh viên tiêu biểu năm học 2017-2018.",
            "lễ biểu dương học sinh, sinh viên tiêu biểu năm học 2017-2018",
            "2018-09-01",
            None,
        ),
        # one year is looked back upon, the next one has begun
        (
            "Ngày 20-4, trường tổ chức Hội nghị đánh giá công tác năm 2018 và triển khai công tác năm 2019.",
            "Hội nghị đánh giá công tác năm 2018 và triển khai công tác năm 2019",
            "2019-04-20",
            None,
        ),
    ],
)
def test_the_name_tells_when_and_where(sentence: str, name: str, date: str | None, place: str | None) -> None:
    assert rows("event", sentence) == {(name, date, place)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anh gặp nhà vô địch Olympic Mark Stone.",
        "Em đoạt huy chương Olympic Toán quốc tế.",
        "Ngày 3/4, tại Hà Nội, đội tuyển nói về vé dự World Cup.",
    ],
)
def test_games_are_not_held_in_a_person_or_a_science(sentence: str) -> None:
    assert {row[2] for row in rows("event", sentence)} <= {None}
