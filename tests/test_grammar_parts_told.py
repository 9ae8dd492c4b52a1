"""Parts in an occasion told by what is done there: hearing, opening, mourning, judging, visiting."""

from __future__ import annotations

import pytest
from told import FEAST, MEETING, Row, part, parts

FUNERAL = "Sáng 12/3/2019, lễ tang ông Cầm Văn Mường diễn ra tại Sơn La."
A, B, C = "Lò Văn Sáng", "Tòng Thị Ơn", "Quàng Văn Én"


@pytest.mark.parametrize(
    "text",
    [
        f"Tại hội nghị, ông {A}, Chủ tịch UBND tỉnh Sơn La, đánh giá cao kết quả của các đơn vị.",
        f"Tại hội nghị, ông {A} đã giải đáp nhiều câu hỏi của đại biểu.",
        f"Các đại biểu được nghe Thượng tá {A} thông tin thời sự.",
        f"Hội nghị đã nghe ông {A}, Giám đốc Sở Nội vụ, báo cáo kết quả công tác.",
        f"Đó là thông tin được ông {A}, Giám đốc Sở Nội vụ, đưa ra tại hội nghị.",
        f"Ông {A} có bài phát biểu quan trọng.",
        f"Phát biểu tại đây, ông {A} mong các đơn vị cố gắng.",
        f"Đây là chia sẻ của ông {A} tại hội nghị.",
    ],
)
def test_who_is_told_to_have_spoken(text: str) -> None:
    assert parts(f"{MEETING} {text}") == part("spoke", A)


@pytest.mark.parametrize(
    "text",
    [
        f"Nhiều năm sau, ông {A} từng có dịp nghe bà kể chuyện.",
        f"Tin này được gia đình {A} thông báo.",
        f"Phát biểu tại Quốc hội hôm qua, ông {A} mong mọi người cố gắng.",
    ],
)
def test_what_is_said_elsewhere_or_by_others_is_not_said_there(text: str) -> None:
    assert parts(f"{MEETING} {text}") == set()


def test_a_body_that_is_represented_speaks() -> None:
    text = "Tại buổi lễ, lãnh đạo Sở Nội vụ tỉnh Sơn La cho biết sẽ xét thêm."
    assert parts(f"{FEAST} {text}") == part("spoke", "Sở Nội vụ tỉnh Sơn La")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (f"Ông {A} hôm nay cùng 70 cán bộ dự lễ kỷ niệm.", {A}),
        (f"Ông {A}, Chủ tịch UBND tỉnh, và bà {B} cắt băng khánh thành nhà thi đấu.", {A, B}),
        (f"Là một trong ba nhân vật tham gia giao lưu tại lễ kỷ niệm, em {A} kể chuyện học.", {A}),
        (f"Đại tá {A} đã có buổi giao lưu với 100 thủ khoa.", {A}),
        (
            f"Các đồng chí: {A}, Bí thư Tỉnh ủy; {C}, Chủ tịch UBND tỉnh; {B}, Phó Chủ tịch HĐND tỉnh dự lễ.",
            {A, B, C},
        ),
        (f"Đại diện Bộ Giáo dục và Đào tạo có bà {B}, Thứ trưởng.", {B}),
        (f"Tham dự buổi lễ, về phía Đại sứ quán Lào có ông {A}; bà {B}.", {A, B}),
        (f"Tới dự có các lãnh đạo Đảng và Nhà nước: Thủ tướng {A}; nguyên Tổng Bí thư {C}.", {A, C}),
        (f"Buổi lễ còn có đồng chí {A}, Bí thư Tỉnh ủy.", {A}),
        (f"Buổi lễ vinh dự được đón tiếp bà {B}.", {B}),
        # an aide's office names another who is not there; others may be the subject
        (f"Tham dự lễ có ông {A}, Cố vấn Thủ tướng Lào {C}, bà {B}.", {A, B}),
        (f"Người lập trường là ông {A}, đến nay những người già tham dự lễ kỷ niệm vẫn nhắc tên.", set()),
    ],
)
def test_who_is_told_to_have_come(text: str, people: set[str]) -> None:
    assert parts(f"{FEAST} {text}") == part("attended", *people)


def test_guests_are_listed_line_by_line() -> None:
    told = parts(f"{FEAST}\nTham dự buổi lễ có:\n- Ông {A}, Bí thư Tỉnh ủy\n- Bà {B}, Giám đốc Sở Y tế\n{C} vắng mặt.")
    assert told == part("attended", A, B)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Thủ tướng {A} và Phó thủ tướng {C} vào viếng sau đoàn gia quyến.", part("attended", A, C)),
        (f"Ông {A}, Trưởng Ban Tuyên giáo Trung ương, viết trong sổ tang: “Xin vĩnh biệt”.", part("attended", A)),
        (f"Trong sổ tang, Thủ tướng {A} viết: “Vô cùng thương tiếc”.", part("attended", A)),
        (f"Thủ tướng {A} thắp hương tưởng niệm.", part("attended", A)),
        (
            f"Đoàn Quốc hội do bà {B} làm trưởng đoàn đến viếng.",
            part("attended", B, "Quốc hội"),
        ),
        (f"Ông {A}, Trưởng ban tổ chức lễ tang, đọc điếu văn.", part("spoke", A)),
    ],
)
def test_who_came_to_a_funeral(text: str, expected: set[Row]) -> None:
    assert parts(f"{FUNERAL} {text}") == expected


def test_incense_elsewhere_is_no_funeral() -> None:
    assert parts(f"{MEETING} Ông {A} thắp hương ở nhà.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Chiều 5/3/2019, Thủ tướng {A} hội đàm với Thủ tướng Lào {C} tại Hà Nội.",
            part("attended", A, C),
        ),
        (
            f"Chiều 5/3/2019, Chủ tịch nước {A} đã tiếp Đại sứ Nhật Bản {C} tại Hà Nội.",
            part("attended", A, C),
        ),
        (
            f"Trong chuyến thăm Lào từ ngày 5/3/2019, Thủ tướng {A} trồng cây.",
            part("attended", A),
        ),
    ],
)
def test_who_visits_or_is_received(text: str, expected: set[Row]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Hội thi Bông hoa vàng do Trung ương Đoàn phối hợp với Bộ Giáo dục và Đào tạo, báo Sao Mai và một"
            " doanh nghiệp tổ chức ngày 3/4/2019.",
            {"Trung ương Đoàn", "Bộ Giáo dục và Đào tạo", "báo Sao Mai"},
        ),
        ("Ngày 3/4/2019, hội thao được Sở Văn hóa Sơn La tổ chức tại sân vận động.", {"Sở Văn hóa Sơn La"}),
        (
            f"Ngày 3/4/2019, Cục Chính trị Quân khu 2 và họa sĩ {A} khai mạc triển lãm “Đất mẹ” tại Sơn La.",
            {"Cục Chính trị Quân khu 2"},
        ),
        (
            "Ngày 3/4/2019, báo Sao Mai phối hợp với các sở ngành tỉnh Sơn La phát động chương trình “Chuyến xe xanh”.",
            {"báo Sao Mai"},
        ),
        (
            "Triển lãm do Hội Nhiếp ảnh Sơn La phối hợp thực hiện, mở cửa ngày 3/4/2019.",
            {"Hội Nhiếp ảnh Sơn La"},
        ),
    ],
)
def test_who_holds_an_occasion(text: str, bodies: set[str]) -> None:
    assert parts(text) == part("organised", *bodies)


def test_the_court_holds_the_trial() -> None:
    trial = "Ngày 3/4/2019, phiên tòa xét xử vụ án diễn ra tại Sơn La."
    told = parts(f"{trial} {A} bị TAND tỉnh Sơn La đưa ra xét xử về tội trộm cắp.")
    assert told == part("organised", "TAND tỉnh Sơn La")


def test_two_courts_leave_open_whose_trial_it_is() -> None:
    trial = "Ngày 3/4/2019, phiên tòa phúc thẩm diễn ra tại Sơn La."
    told = parts(f"{trial} TAND tỉnh Sơn La tuyên phạt {A} 3 năm tù. TAND cấp cao tại Hà Nội tuyên y án.")
    assert told == set()
