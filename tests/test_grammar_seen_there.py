"""Who is shown at an occasion, met there, or speaks there among others, in invented sentences."""

from __future__ import annotations

import pytest
from told import FEAST, MEETING, part, parts

PICTURE = " - Ảnh: Hoa Ban"
A, B, C = "Lò Văn Sáng", "Tòng Thị Ơn", "Quàng Văn Én"


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        (f"Bộ trưởng {A} (trái) và Thứ trưởng {B} (phải) tại hội nghị", {A, B}),
        (f"Đại tá {A} - Phó Giám đốc Công an tỉnh Sơn La (ngồi giữa) tại hội nghị", {A}),
        (f"Bộ trưởng {A} (trái) bắt tay Thứ trưởng {B} tại hội nghị", {A, B}),
        (f"Nhà giáo nghỉ hưu của trường - bà {B} (giữa) trò chuyện với học sinh tại hội nghị", {B}),
        (f"Ông {A} xem tranh bà {B} vẽ trong hội nghị", {A}),
        (f"Người thân của ông {A} xem ảnh tại hội nghị", set()),
        (f"Bà {B} nhận quà do ông {A} gửi tặng tại hội nghị", set()),
    ],
)
def test_who_is_pictured_there_was_there(caption: str, people: set[str]) -> None:
    assert parts(MEETING, caption + PICTURE) == part("attended", *people)


def test_who_is_pictured_exchanging_words_spoke() -> None:
    assert parts(MEETING, f"Ông {A}, Giám đốc Sở Nội vụ, trao đổi tại hội nghị{PICTURE}") == part("spoke", A)
    caption = f"Bà {B} chia sẻ câu chuyện vận động bà con hiến đất làm đường vào bản tại hội nghị{PICTURE}"
    assert parts(MEETING, caption) == part("spoke", B)


def test_who_is_pictured_in_a_contest_competes() -> None:
    contest = "Sáng 12/3/2019, cuộc thi Học sinh giỏi tỉnh diễn ra tại Sơn La."
    assert parts(contest, f"Em {B} với tấm huy chương tại cuộc thi{PICTURE}") == set()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (f"Cuộc gặp thượng đỉnh giữa Tổng thống {A} và Chủ tịch {B} diễn ra tại Sơn La sáng 12/3/2019.", {A, B}),
        (f"Trong hội đàm với Phó Chủ tịch nước {B} chiều 12/3/2019, Công chúa cho hay rất vui.", {B}),
        (f"Sáng 12/3/2019, tại Sơn La có thể có cuộc gặp giữa Bộ trưởng {A} và Thứ trưởng {B}.", set()),
        # whoever only stands behind the meeting, or whose people are met, is not told to be there
        (f"Sau cuộc gặp chiều 12/3/2019, ông {A} đi xa.", set()),
        (f"Cuộc gặp với gia đình ông {A} diễn ra tại Sơn La sáng 12/3/2019.", set()),
    ],
)
def test_those_between_whom_a_meeting_is_took_part(text: str, people: set[str]) -> None:
    assert parts(text) == part("attended", *people)


def test_whoever_spoke_at_a_meeting_is_not_told_to_have_come_by_its_name() -> None:
    text = f"Tại cuộc gặp với ông {A} sáng 12/3/2019 ở Sơn La, các hộ dân hỏi nhiều. Ông {A} phát biểu tại cuộc gặp."
    assert parts(text) == part("spoke", A)


@pytest.mark.parametrize(
    "text",
    [
        f"Bí thư Tỉnh ủy Sơn La, {A}, phát biểu: “Tôi rất vui”.",
        f"Tại hội nghị, sáng 12/3, ở thành phố Sơn La, ông {A} cho biết sẽ xét thêm.",
        f"Ông {A} - Hiệu trưởng Trường THPT Mai Sơn, Sơn La, phát biểu tại hội nghị.",
        f"Tại hội nghị, Giám đốc Sở Nội vụ {A} khuyên mọi người cố gắng.",
    ],
)
def test_who_speaks_behind_commas(text: str) -> None:
    assert parts(f"{MEETING} {text}") == part("spoke", A)


def test_what_follows_a_name_and_a_comma_is_another_s_word() -> None:
    assert parts(f"{MEETING} Hội nghị phê bình ông {A}, đề nghị xử lý.") == set()


def test_two_who_speak_together() -> None:
    text = f"Tại hội nghị, hai học viên là {A} (Trường Cao đẳng Sơn La) và {B} (Trường THPT Mai Sơn) chia sẻ bí quyết."
    assert parts(f"{MEETING} {text}") == part("spoke", A, B)
    told = f"Tại hội nghị, Bộ trưởng {A} và Thứ trưởng {B} nói về việc học."
    assert parts(f"{MEETING} {told}") == part("spoke", A, B)


def test_three_with_an_office_each_came() -> None:
    text = f"Bộ trưởng {A}, Thứ trưởng {B} và Vụ trưởng {C} dự Lễ kỷ niệm 50 năm thành lập Trường Cao đẳng Sơn La."
    assert parts(f"{FEAST} {text}") == part("attended", A, B, C)


def test_who_came_and_spoke_behind_a_date() -> None:
    text = f"Sáng 12/3, tới dự và phát biểu tại buổi lễ, Bộ trưởng {A} khen nhà trường."
    assert parts(f"{FEAST} {text}") == part("attended", A) | part("spoke", A)


def test_an_honour_handed_over_on_a_day() -> None:
    text = f"Chủ tịch UBND tỉnh Sơn La {A} hôm 12/3 trao Bằng khen cho bà {B}."
    assert parts(f"{FEAST} {text}") == part("presented", A)
