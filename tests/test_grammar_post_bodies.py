"""How far the body's name goes in a post, what a post takes over from around it, and posts that nobody holds."""

from __future__ import annotations

import pytest
from told import names, rows


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        (
            "Ông Lò Văn Sáng, Giám đốc Trung tâm bảo tồn làn điệu cổ tỉnh Sơn La, cho biết.",
            "Giám đốc Trung tâm bảo tồn làn điệu cổ tỉnh Sơn La",
        ),
        (
            "Ông Lò Văn Sáng (Vụ trưởng Vụ Giáo dục chuyên nghiệp, Bộ Giáo dục và Đào tạo) trả lời.",
            "Vụ trưởng Vụ Giáo dục chuyên nghiệp, Bộ Giáo dục và Đào tạo",
        ),
        (
            "Đại tá Lò Văn Sáng - Trưởng phòng Cảnh sát hình sự (PC02) Công an tỉnh Phú Yên - xác nhận.",
            "Trưởng phòng Cảnh sát hình sự (PC02) Công an tỉnh Phú Yên",
        ),
        ("Ông Lò Văn Sáng, trưởng phòng quay phim, lý giải.", "trưởng phòng quay phim"),
        (
            "Ông Lò Văn Sáng, Phó Chủ tịch Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp, ký tên.",
            "Phó Chủ tịch Ủy ban Quản lý vốn Nhà nước tại doanh nghiệp",
        ),
        ("Ban lễ tang gồm 9 thành viên do ông Lò Văn Sáng làm trưởng ban.", "trưởng ban lễ tang"),
        (
            "Ông Lò Văn Sáng, trưởng phòng kinh tế, hạ tầng huyện Mai Sơn, ký tên.",
            "trưởng phòng kinh tế, hạ tầng huyện Mai Sơn",
        ),
        (
            "Ông Lò Văn Sáng, Chủ nhiệm Ủy ban Pháp luật của Quốc hội, trình bày.",
            "Chủ nhiệm Ủy ban Pháp luật của Quốc hội",
        ),
        (
            "Ông Lò Văn Sáng, Tổng thư ký Hội hữu nghị Việt Nam - Ba Lan, ra sân bay.",
            "Tổng thư ký Hội hữu nghị Việt Nam - Ba Lan",
        ),
        (
            "Ông Lò Văn Sáng, giám đốc Trạm nuôi ong thuộc Sở Nông nghiệp Gia Lai, kể lại.",
            "giám đốc Trạm nuôi ong thuộc Sở Nông nghiệp Gia Lai",
        ),
        ("Bác sĩ Lò Văn Sáng, Trưởng khoa Nhiễm - Thần kinh, khuyên.", "Trưởng khoa Nhiễm - Thần kinh"),
        (
            "Ông Lò Văn Sáng, Trưởng đoàn ĐBQH tỉnh Sơn La dự lễ.",
            "Trưởng đoàn ĐBQH tỉnh Sơn La",
        ),
        (
            "Trung đoàn trưởng Trung đoàn 917 là ông Lò Văn Sáng.",
            "Trung đoàn trưởng Trung đoàn 917",
        ),
        (
            "Ông Lò Văn Sáng, Phó Chủ tịch UBND huyện Yên Châu đánh giá cao việc này.",
            "Phó Chủ tịch UBND huyện Yên Châu",
        ),
        ("Ông Lò Văn Sáng, tỉnh ủy viên, cùng dự.", "tỉnh ủy viên"),
    ],
)
def test_the_name_of_a_body_goes_on_to_the_next_sign_or_verb(sentence: str, post: str) -> None:
    assert {row[:2] for row in rows("post", sentence)} == {("Lò Văn Sáng", post)}


@pytest.mark.parametrize(
    ("sentence", "person", "post"),
    [
        ("Phó Tổng Biên tập Báo Sơn La Quàng Văn Hịa nhận giải.", "Quàng Văn Hịa", "Phó Tổng Biên tập Báo Sơn La"),
        (
            "Chánh văn phòng Sở Lao động Thương binh và Xã hội Hà Thị Cớn nói.",
            "Hà Thị Cớn",
            "Chánh văn phòng Sở Lao động Thương binh và Xã hội",
        ),
        (
            "Bộ trưởng Khoa học và Công nghệ Chu Ngọc Ánh trả lời.",
            "Chu Ngọc Ánh",
            "Bộ trưởng Khoa học và Công nghệ",
        ),
        (
            "Thống đốc Ngân hàng Nhà nước Lê Minh Hoán ký văn bản.",
            "Lê Minh Hoán",
            "Thống đốc Ngân hàng Nhà nước",
        ),
        ("Thủ tướng Hun Sen tới Hà Nội.", "Hun Sen", "Thủ tướng"),
        ("CEO Công ty Zapgo Trần Ngân nhận giải.", "Trần Ngân", "CEO Công ty Zapgo"),
        ("Chủ tịch UBND xã Mường Lạn Nguyễn Ngọc Ánh kể.", "Nguyễn Ngọc Ánh", "Chủ tịch UBND xã Mường Lạn"),
        ("Bí thư Tỉnh đoàn Sơn La, Lò Văn Sáng, phát biểu.", "Lò Văn Sáng", "Bí thư Tỉnh đoàn Sơn La"),
        ("Thị trưởng New York Jack Brannigan từ chối.", "Jack Brannigan", "Thị trưởng New York"),
    ],
)
def test_a_name_may_follow_a_body_without_a_sign(sentence: str, person: str, post: str) -> None:
    assert rows("post", sentence) == {(person, post, "current")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Đỗ Văn Ngự, Chánh văn phòng kiêm người phát ngôn UBND TP Đà Lạt, nói.",
            {"Chánh văn phòng UBND TP Đà Lạt", "người phát ngôn UBND TP Đà Lạt"},
        ),
        (
            "Chủ tịch kiêm Tổng Giám đốc Tập đoàn Sông Lam Đỗ Văn Ngự nói.",
            {"Chủ tịch Tập đoàn Sông Lam", "Tổng Giám đốc Tập đoàn Sông Lam"},
        ),
        (
            "Ông Đỗ Văn Ngự, Bí thư kiêm Chủ tịch UBND xã Tà Mung, nói.",
            {"Bí thư xã Tà Mung", "Chủ tịch UBND xã Tà Mung"},
        ),
        (
            "Ông Đỗ Văn Ngự - Phó Bí thư, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Lai Châu - phát biểu.",
            {"Phó Bí thư Tỉnh ủy Lai Châu", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Lai Châu"},
        ),
        (
            "Ông Đỗ Văn Ngự, bí thư Đảng ủy, chính ủy Bộ đội Biên phòng tỉnh Nghệ An, trao quà.",
            {"bí thư Đảng ủy Bộ đội Biên phòng tỉnh Nghệ An", "chính ủy Bộ đội Biên phòng tỉnh Nghệ An"},
        ),
        (
            "UBND TP Đà Nẵng họp. Văn phòng UBND TP Đà Nẵng chuyển thư của Chủ tịch UBND TP Đỗ Văn Ngự.",
            {"Chủ tịch UBND TP Đà Nẵng"},
        ),
        (
            "Công ty Cổ phần Hồng Lĩnh nhận cờ. Ông Đỗ Văn Ngự, Chủ tịch Hội đồng quản trị công ty, lên nhận.",
            {"Chủ tịch Hội đồng quản trị Công ty Cổ phần Hồng Lĩnh"},
        ),
        (
            "Ông Đỗ Văn Ngự, kế toán xã, ra đường gặp Chủ tịch UBND xã Tà Mung.",
            {"kế toán xã Tà Mung"},
        ),
    ],
)
def test_a_post_takes_over_what_is_told_beside_or_before_it(text: str, expected: set[str]) -> None:
    assert {row[1] for row in rows("post", text) if row[0] == "Đỗ Văn Ngự"} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ông Tòng Văn Lả được bầu làm Bí thư Huyện ủy Sốp Cộp thay ông Cà Văn Ún.",
            {
                ("Tòng Văn Lả", "Bí thư Huyện ủy Sốp Cộp", "current"),
                ("Cà Văn Ún", "Bí thư Huyện ủy Sốp Cộp", "former"),
            },
        ),
        (
            "Trong thời gian làm Giám đốc Sở Tài chính tỉnh Gia Lai (2004 - 2009), ông Cà Văn Ún ký nhiều văn bản.",
            {("Cà Văn Ún", "Giám đốc Sở Tài chính tỉnh Gia Lai", "former")},
        ),
        (
            "Từ năm 2001 đến năm 2005, ông Cà Văn Ún là Chủ tịch UBND huyện Sốp Cộp.",
            {("Cà Văn Ún", "Chủ tịch UBND huyện Sốp Cộp", "former")},
        ),
        (
            "Ông Cà Văn Ún, nguyên Bí thư Huyện ủy Sốp Cộp, Trưởng ban Dân vận Tỉnh ủy Sơn La, kể.",
            {
                ("Cà Văn Ún", "Bí thư Huyện ủy Sốp Cộp", "former"),
                ("Cà Văn Ún", "Trưởng ban Dân vận Tỉnh ủy Sơn La", "former"),
            },
        ),
        (
            "Ông Cà Văn Ún, nguyên Phó Chủ tịch UBND tỉnh Sơn La, Chủ tịch Hội Khuyến học tỉnh Sơn La, kể.",
            {
                ("Cà Văn Ún", "Phó Chủ tịch UBND tỉnh Sơn La", "former"),
                ("Cà Văn Ún", "Chủ tịch Hội Khuyến học tỉnh Sơn La", "current"),
            },
        ),
        (
            "Ông Cà Văn Ún, trưởng Công an huyện Sốp Cộp, bị cách chức.",
            {("Cà Văn Ún", "trưởng Công an huyện Sốp Cộp", "former")},
        ),
        (
            "Ông Cà Văn Ún, người Thái, nguyên Đồn trưởng Đồn Biên phòng Mường Lèo, kể.",
            {("Cà Văn Ún", "Đồn trưởng Đồn Biên phòng Mường Lèo", "former")},
        ),
        (
            "Ông Cà Văn Ún (chồng bà Vì Thị Đôi) được bầu làm Trưởng ban Dân vận Tỉnh ủy Sơn La.",
            {("Cà Văn Ún", "Trưởng ban Dân vận Tỉnh ủy Sơn La", "current")},
        ),
        (
            "Các Phó Trưởng ban Tổ chức Tỉnh ủy Sơn La gồm: ông Cà Văn Ún, ông Tòng Văn Lả và bà Vì Thị Đôi.",
            {
                ("Cà Văn Ún", "Phó Trưởng ban Tổ chức Tỉnh ủy Sơn La", "current"),
                ("Tòng Văn Lả", "Phó Trưởng ban Tổ chức Tỉnh ủy Sơn La", "current"),
                ("Vì Thị Đôi", "Phó Trưởng ban Tổ chức Tỉnh ủy Sơn La", "current"),
            },
        ),
    ],
)
def test_who_held_an_office_who_was_replaced_and_who_holds_the_same(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert rows("post", sentence) == expected


def test_a_comrade_told_of_before_holds_the_posts_of_the_next_sentences() -> None:
    text = (
        "Đồng chí Kha Văn Mẩy vừa từ trần. Tháng 8/1951, đồng chí làm Bí thư Tỉnh ủy Sơn La. "
        "Lễ viếng diễn ra tháng 6/2014. Các đồng chí ở cơ quan tới viếng."
    )
    assert rows("post", text) == {("Kha Văn Mẩy", "Bí thư Tỉnh ủy Sơn La", "former")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ứng cử viên tổng thống Mỹ John Harker thua cuộc.",
        "Người ta dự kiến ông Cà Văn Ún làm Giám đốc Sở Tài chính tỉnh Gia Lai.",
        "Thừa ủy nhiệm của Chủ tịch nước, bà Vì Thị Đôi trao Huân chương.",
        "Chia buồn với gia đình ông Cà Văn Ún, Thủ tướng Chính phủ đã gửi thư.",
        "Bà Vì Thị Đôi là phu nhân Tổng thống.",
    ],
)
def test_an_office_that_somebody_else_holds_or_nobody_yet(sentence: str) -> None:
    assert rows("post", sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chị N. và anh T. nhận quà của Bác Hồ.", set()),
        ("Nhóm khảo sát đến OceanBank và Văn Phú - Invest.", set()),
        ("Tàu vượt Thái Bình Dương trong mười ngày.", set()),
        ("Ông Lê Tư Duy, 64 tuổi, cựu giám đốc điều hành Brixton Oil, ra tòa.", {"Lê Tư Duy"}),
        ("Tổng thống Pháp Jean de Brissac tới Hà Nội.", {"Jean de Brissac"}),
    ],
)
def test_initials_firms_and_seas_are_no_people(sentence: str, expected: set[str]) -> None:
    assert names("person", sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thầy Lò Văn Sáng, Hiệu trưởng Trường THPT Chu Văn An (Hà Nội), nói.", {"Lò Văn Sáng"}),
        ("Hiệu trưởng Trường THCS Lê Văn Tám cho biết.", set()),
        ("Hiệu trưởng Trường Tiểu học Lê Văn Tám Lò Thị Hoa cho biết.", {"Lò Thị Hoa"}),
    ],
)
def test_a_school_s_name_behind_an_office_is_no_person(text: str, expected: set[str]) -> None:
    assert names("person", text) == expected


def test_an_office_held_when_something_happened_is_a_former_one() -> None:
    text = "Ông Lò Văn Sáng, khi đó là Giám đốc Công an tỉnh Sơn La, đã ký."
    assert rows("post", text) == {("Lò Văn Sáng", "Giám đốc Công an tỉnh Sơn La", "former")}


@pytest.mark.parametrize(
    "body",
    [
        "Bệnh viện Đa khoa khu vực Long Khánh",
        "Chi cục Hải quan cửa khẩu Móng Cái",
        "Cục Hàng không dân dụng Việt Nam",
        "Đại sứ quán Việt Nam tại Lào",
        "Đội Cảnh sát phòng cháy chữa cháy quận 1",
        "Hội Kiến trúc sư Việt Nam",
        "Lữ đoàn Tàu ngầm 189",
        "Ngân hàng Chính sách xã hội",
        "Sư đoàn 308",
        "Tòa án nhân dân cấp cao tại Hà Nội",
        "Trung tâm Kiểm soát bệnh tật tỉnh Phú Thọ",
        "Ủy ban Chứng khoán Nhà nước",
        "Viện Hàn lâm Khoa học xã hội Việt Nam",
        "Viện Sốt rét - Ký sinh trùng - Côn trùng Trung ương",
    ],
)
def test_a_body_s_whole_name(body: str) -> None:
    text = f"Sáng 7/7/2018, {body} tổ chức hội nghị tổng kết."
    assert rows("participation", text) == {(body, "organised")}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        # of two posts side by side the place of the one is that of the other, however Tỉnh đoàn is spelt
        (
            "Anh Vũ Xuân Ba, phó bí thư tỉnh đoàn, chủ tịch Hội LHTN Việt Nam tỉnh Quảng Nam, đến thăm.",
            {"phó bí thư tỉnh đoàn Quảng Nam", "chủ tịch Hội LHTN Việt Nam tỉnh Quảng Nam"},
        ),
        ("Ông Vũ Ba, Bí thư Tỉnh ủy, dự. UBND tỉnh Hà Nam họp.", {"Bí thư Tỉnh ủy Hà Nam"}),
        ("Ông Vũ Ba, Bí thư Tỉnh ủy, dự. UBND tỉnh Hà Nam họp. UBND tỉnh Sơn La họp.", {"Bí thư Tỉnh ủy"}),
        # a name that ends like a kind of place, or a school that holds the word for a department
        (
            "Ông Vũ Ba, hiệu trưởng Trường THPT Long Thành, dự. UBND tỉnh Hà Nam họp.",
            {"hiệu trưởng Trường THPT Long Thành"},
        ),
        ("Ông Vũ Ba, hiệu trưởng Trường THCS Vân Đồn, dự. UBND tỉnh Hà Nam họp.", {"hiệu trưởng Trường THCS Vân Đồn"}),
    ],
)
def test_the_place_of_a_post_told_without_it(text: str, posts: set[str]) -> None:
    assert {row[1] for row in rows("post", text)} == posts
