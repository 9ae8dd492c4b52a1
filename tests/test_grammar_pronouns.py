"""Whom a form of address without a name means, seen from the awards, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, award, rows


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # nobody gives to herself
        (
            (
                "Cô Cầm Thị Ó nhặt được ví.",
                "Bà Lò Thị Hoa - Giám đốc Sở Y tế Na Hin - đã trao giấy khen cho cô.",
            ),
            {award("giấy khen", "Cầm Thị Ó")},
        ),
        # the teacher is a man: `bà` is the singer of whom the article tells
        (
            (
                "Bà Lò Thị Hoa học hát từ nhỏ.",
                "Thầy dạy là ông Quách Văn Ngà.",
                "Năm 1993, bà được Nhà nước tặng Huân chương Lao động hạng Ba.",
            ),
            {award("Huân chương Lao động hạng Ba", "Lò Thị Hoa", grantor="Nhà nước", year=1993)},
        ),
    ],
)
def test_whom_a_pronoun_means(told: tuple[str, ...], expected: set[Row]) -> None:
    assert rows("award", *told) == expected
