"""Where the name of an honour begins and ends, in invented sentences."""

from __future__ import annotations

import pytest
from told import award, rows

WHO = "Lê Văn Mạnh"


@pytest.mark.parametrize(
    ("text", "honour"),
    [
        # a word of two syllables, of which only the first has a capital
        (f"Ông {WHO} được tặng Huân chương Tình bạn.", "Huân chương Tình bạn"),
        (f"Ông {WHO} nhận giải thưởng Ngôi sao xanh lần thứ 5.", "giải thưởng Ngôi sao xanh"),
        (f"Em {WHO} được tặng huy hiệu Thiếu niên dũng cảm.", "huy hiệu Thiếu niên dũng cảm"),
        # fields in a list
        (f"Ông {WHO} được trao giải Nobel về Y học, Vật lý và Hóa học.", "giải Nobel về Y học, Vật lý và Hóa học"),
        # written small
        (f"Ông {WHO} được tặng huân chương can đảm vì cứu người.", "huân chương can đảm"),
        # praised, which is no part of it
        (f"Ông {WHO} được tặng Huân chương Hữu nghị cao quý.", "Huân chương Hữu nghị"),
        # a saint's, a city's, a movement's
        (f"Ông {WHO} được tặng huân chương St. Andrew hạng nhất.", "huân chương St. Andrew hạng nhất"),
        (f"Ông {WHO} được tặng Huy hiệu TP.HCM.", "Huy hiệu TP.HCM"),
        (
            f'Ông {WHO} được tặng Cờ "Dẫn đầu phong trào Vì an ninh Tổ quốc".',
            'Cờ "Dẫn đầu phong trào Vì an ninh Tổ quốc"',
        ),
    ],
)
def test_where_an_honour_s_name_ends(text: str, honour: str) -> None:
    assert rows("award", text) == {award(honour, WHO)}


@pytest.mark.parametrize(
    "text",
    [
        f"Nhà vua đã trao huân chương tuần trước vì nỗ lực của ông {WHO}.",
        f"Ông {WHO} được trao huy chương sáng bóng.",
        f"Ông {WHO} được tặng một lá cờ.",
        f"Vì sức khỏe yếu nên ông {WHO} nhận làm việc vặt.",
    ],
)
def test_words_that_only_stand_behind_an_honour_s_name_none(text: str) -> None:
    assert rows("award", text) == set()
