"""Which day is that of an occasion, and which only stands beside it, in invented sentences."""

from __future__ import annotations

import pytest
from told import rows


@pytest.mark.parametrize(
    ("told", "date"),
    [
        # a day kept each year, and a place that bears a day's name
        ("Sáng 19-11, Trường THPT Na Hin tổ chức lễ tuyên dương nhân Ngày Nhà giáo Việt Nam 20/11.", "--11-19"),
        ("Trường THPT Na Hin tổ chức lễ tuyên dương nhân Ngày Nhà giáo Việt Nam 20/11 tại Sơn La.", None),
        ("Tỉnh Sơn La tổ chức lễ hội hoa tại công viên 23/9.", None),
        ("Hội Nông dân Sơn La tổ chức hội thi cấy lúa ngày 23/9.", "--09-23"),
        # the day of a paper
        ("Theo Quyết định số 839/QĐ-UBND ngày 16-4-2019, hội nghị du lịch được tổ chức tại Sơn La.", None),
        # one to come has not the day on which it is spoken of
        ("Hôm 24/8, ông Lò Văn Pao nói về cuộc họp tháng tới của Hiệp hội Na Hin ở Lào.", None),
        ("Sáng 15-2, Trường THPT Na Hin tổ chức lễ kỷ niệm 60 năm thành lập (1957 - 2017).", "2017-02-15"),
        # what was done in ten years is looked back upon later
        ("Sáng 26-3, Sở Y tế Sơn La tổ chức hội nghị tổng kết 10 năm phong trào hiến máu (2008 - 2018).", "--03-26"),
    ],
)
def test_the_day_of_an_occasion(told: str, date: str | None) -> None:
    assert [row[1] for row in rows("event", told)] == [date]


def test_bowing_to_somebody_is_no_ceremony() -> None:
    assert rows("event", "Phật tử hành lễ với thiền sư Thích Na Hin sáng 28/5 tại Sơn La.") == set()
    assert [row[0] for row in rows("event", "Sở Y tế Sơn La tiến hành lễ ký kết hợp tác sáng 28/5.")]
