"""Who attends, chairs, speaks and presents at an occasion, in the many ways in which newspapers tell it."""

from __future__ import annotations

import pytest
from told import Row, rows

MEETING = "Sáng 5/7, tại Sơn La, UBND tỉnh Sơn La tổ chức Hội nghị tổng kết phong trào thi đua năm 2018."
HELD = ("UBND tỉnh Sơn La", "organised")
BA, HOA = "Vũ Văn Ba", "Lò Thị Hoa"


def parts(text: str) -> set[Row]:
    return rows("participation", f"{MEETING} {text}") - {HELD}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Đồng chí {BA}, Bí thư Tỉnh ủy đến dự và phát biểu chỉ đạo.", {(BA, "attended"), (BA, "spoke")}),
        (
            f"Hội nghị diễn ra với sự có mặt của nhiều đại biểu. Trong đó, có ông {BA}; bà {HOA}.",
            {(BA, "attended"), (HOA, "attended")},
        ),
        (
            f"Ông {BA} - Bí thư Tỉnh ủy, bà {HOA} - Chủ tịch UBND tỉnh dự hội nghị.",
            {(BA, "attended"), (HOA, "attended")},
        ),
        # bodies, also in a list, and told by what they share
        (
            "Tham dự có đại diện Sở Tư pháp, Công an tỉnh Lào Cai.",
            {("Sở Tư pháp", "attended"), ("Công an tỉnh Lào Cai", "attended")},
        ),
        (
            "Dự hội nghị có đại diện Hội Luật gia các tỉnh: Lào Cai, Yên Bái.",
            {("Hội Luật gia tỉnh Lào Cai", "attended"), ("Hội Luật gia tỉnh Yên Bái", "attended")},
        ),
        ("Hội nghị có sự tham dự của Sở Y tế, Sở Nội vụ.", {("Sở Y tế", "attended"), ("Sở Nội vụ", "attended")}),
        ("Sở Y tế và Sở Nội vụ tham dự hội nghị.", {("Sở Y tế", "attended"), ("Sở Nội vụ", "attended")}),
        # whose people came in general, and what is only a kind of body, is not named as present
        ("Hội nghị có sự tham dự của nhiều thầy cô Trường THPT Sao Mai.", set()),
        ("Dự hội nghị có đại diện các sở, ban, ngành và các chi hội trực thuộc.", set()),
    ],
)
def test_who_attended(text: str, expected: set[Row]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"Chủ trì hội nghị: đồng chí {BA} và đồng chí {HOA}.",
        f"Hội nghị đặt dưới sự chủ trì của ông {BA}, Bí thư Tỉnh ủy và bà {HOA}, Chủ tịch UBND tỉnh.",
        f"Ông {BA} và bà {HOA} đồng chủ trì hội nghị.",
    ],
)
def test_who_chaired(text: str) -> None:
    assert parts(text) == {(BA, "chaired"), (HOA, "chaired")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Tại hội nghị, ông {BA} (Sở Y tế), bà {HOA} (Hội Phụ nữ) đã có ý kiến tham luận.", {BA, HOA}),
        ("Hội nghị đã nghe tham luận của Sở Y tế, Sở Nội vụ.", {"Sở Y tế", "Sở Nội vụ"}),
        (f"Ông {BA} thay mặt Ban Thi đua trình bày báo cáo tổng kết.", {BA}),
        (f"Bà {HOA} đọc tham luận.", {HOA}),
    ],
)
def test_who_spoke(text: str, expected: set[str]) -> None:
    assert parts(text) == {(who, "spoke") for who in expected}


def test_who_goes_to_a_rite_attends_it() -> None:
    told = f"Sáng 26/7, ông {BA} đã đến dâng hương tại Nghĩa trang liệt sĩ Vị Xuyên, tri ân liệt sĩ Lò Văn Bốn."
    assert rows("participation", told) == {(BA, "attended")}


@pytest.mark.parametrize("text", [
    "Ngày 3/4/2018, bà Lò Thị Ba không muốn ông Vũ Hai dự lễ kỷ niệm Ngày hội xanh.",
    "Ngày 3/4/2018, bà Lò Thị Ba mời ông Vũ Hai dự lễ kỷ niệm Ngày hội xanh.",
    "“Ngày 3/4/2018 bà đến thăm Hàn Quốc”, đặc phái viên Vũ Hai nói.",
])  # fmt: skip
def test_who_is_only_wished_for_or_tells_of_it_took_no_part(text: str) -> None:
    assert "Vũ Hai" not in {row[0] for row in rows("participation", text) if row[1] == "attended"}


def test_bodies_hold_an_occasion_together_with_others() -> None:
    text = "Hội thảo xanh do Sở Y tế Sơn La phối hợp với Hội Năng lượng nguyên tử Việt Nam và một doanh nghiệp tổ chức."
    held = {row[0] for row in rows("participation", text) if row[1] == "organised"}
    assert held == {"Sở Y tế Sơn La", "Hội Năng lượng nguyên tử Việt Nam"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tham gia chủ trì Hội nghị còn có ông Vũ Hai, Giám đốc Sở Y tế; bà Lò Thị Ba, Giám đốc Sở Nội vụ.",
            {("Vũ Hai", "chaired"), ("Lò Thị Ba", "chaired")},
        ),
        (
            "Dự hội nghị còn có Giám đốc Sở Y tế Vũ Hai, lãnh đạo tỉnh Sơn La.",
            {("Vũ Hai", "attended"), ("Sơn La", "attended")},
        ),
    ],
)
def test_those_who_were_there_too(text: str, expected: set[tuple[str, str]]) -> None:
    told = rows("participation", f"Ngày 3/4/2018, Bộ Y tế tổ chức Hội nghị xanh. {text}")
    assert told == {("Bộ Y tế", "organised"), *expected}


@pytest.mark.parametrize(
    "text",
    [
        "Mở đầu hội nghị xanh, ông Vũ Hai cho biết trời đẹp.",
        "Kết thúc hội nghị, ông Vũ Hai nhấn mạnh trời đẹp.",
        "Ông Vũ Hai ngày 4/4 nói tại một hội nghị ở Hà Nội.",
        "Phát biểu trong một hội nghị ở Hà Nội, ông Vũ Hai cho rằng trời đẹp.",
        "Khi thuyết trình tại hội nghị, ông Vũ Hai nói trời đẹp.",
    ],
)
def test_who_spoke_there_told_in_other_ways(text: str) -> None:
    assert ("Vũ Hai", "spoke") in rows("participation", f"Ngày 3/4/2018, Bộ Y tế tổ chức Hội nghị xanh. {text}")
