"""Who holds which post, who is a person and what is a province, in invented sentences."""

from __future__ import annotations

import pytest
from told import names, rows


@pytest.mark.parametrize(
    ("sentence", "person", "post"),
    [
        ("Chủ tịch UBND tỉnh Lai Châu Lò Văn Páo kiểm tra công trường.", "Lò Văn Páo", "Chủ tịch UBND tỉnh Lai Châu"),
        ("Thứ trưởng Bộ Nội vụ Đoàn Thị Hạnh nói chuyện.", "Đoàn Thị Hạnh", "Thứ trưởng Bộ Nội vụ"),
        (
            "Ông Hoàng Đình Lâm - Giám đốc Sở Nội vụ tỉnh Quảng Ngãi cho biết.",
            "Hoàng Đình Lâm",
            "Giám đốc Sở Nội vụ tỉnh Quảng Ngãi",
        ),
        ("Ông Tô Văn Hiến (Chủ tịch UBND xã Pa Nậm) nói.", "Tô Văn Hiến", "Chủ tịch UBND xã Pa Nậm"),
        (
            "Thiếu tướng Vũ Hữu Tình, Giám đốc Công an tỉnh Nghệ An, báo cáo.",
            "Vũ Hữu Tình",
            "Giám đốc Công an tỉnh Nghệ An",
        ),
        (
            "GS.TS Đào Văn Minh, Hiệu trưởng Trường Đại học Tây Bắc, trao đổi.",
            "Đào Văn Minh",
            "Hiệu trưởng Trường Đại học Tây Bắc",
        ),
        (
            "Thượng úy Hà Văn Sự, Phó Trưởng phòng Cảnh sát hình sự Công an tỉnh Hòa Bình, báo cáo nhanh.",
            "Hà Văn Sự",
            "Phó Trưởng phòng Cảnh sát hình sự Công an tỉnh Hòa Bình",
        ),
        ("Bà Nguyễn Thị Mơ là Phó Chủ tịch UBND tỉnh Bến Tre.", "Nguyễn Thị Mơ", "Phó Chủ tịch UBND tỉnh Bến Tre"),
        (
            "Hòa thượng Thích Minh Ngộ, Phó Chủ tịch Hội đồng Trị sự Giáo hội Phật giáo Việt Nam, tụng kinh.",
            "Thích Minh Ngộ",
            "Phó Chủ tịch Hội đồng Trị sự Giáo hội Phật giáo Việt Nam",
        ),
        (
            "Ông Bùi Văn Thật được bổ nhiệm giữ chức Giám đốc Sở Tài chính tỉnh Sóc Trăng.",
            "Bùi Văn Thật",
            "Giám đốc Sở Tài chính tỉnh Sóc Trăng",
        ),
        (
            "Bà Đinh Thị Sáng được bầu làm Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Kon Tum.",
            "Đinh Thị Sáng",
            "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Kon Tum",
        ),
        # where the organisation stands elsewhere in the sentence, the post carries it
        (
            "Về phía tỉnh Ninh Thuận có bà Chamaléa Thị Thủy, Phó Chủ tịch UBND tỉnh.",
            "Chamaléa Thị Thủy",
            "Phó Chủ tịch UBND tỉnh Ninh Thuận",
        ),
        (
            "Bà Đinh Thị Sáng được bầu làm Chủ tịch UBND tỉnh Kon Tum.",
            "Đinh Thị Sáng",
            "Chủ tịch UBND tỉnh Kon Tum",
        ),
        (
            "Ông Trương Văn Bốn được điều động, bổ nhiệm làm Phó Giám đốc Sở Y tế tỉnh Bạc Liêu.",
            "Trương Văn Bốn",
            "Phó Giám đốc Sở Y tế tỉnh Bạc Liêu",
        ),
    ],
)
def test_a_post_before_the_name_behind_it_or_newly_given_is_held(sentence: str, person: str, post: str) -> None:
    assert rows("post", sentence) == {(person, post, "current")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ông Đàm Văn Thuật, Ủy viên Bộ Chính trị, Phó Thủ tướng Chính phủ, chủ trì cuộc họp.",
            {"Ủy viên Bộ Chính trị", "Phó Thủ tướng Chính phủ"},
        ),
        ("Chủ tịch Trung Quốc, Tổng thống Lavrin gặp nhau.", {"Tổng thống"}),
        ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Thị Ánh báo cáo.", {"Chủ nhiệm Văn phòng Chính phủ"}),
        ("Bà Lê Thị Ánh, người phát ngôn Bộ Ngoại giao hôm nay nói.", {"người phát ngôn Bộ Ngoại giao"}),
        (
            "Phó Chủ tịch nước Lê Thị Ánh, Chủ tịch Quỹ Bảo trợ trẻ em Việt Nam, tặng quà.",
            {"Phó Chủ tịch nước", "Chủ tịch Quỹ Bảo trợ trẻ em Việt Nam"},
        ),
        (
            "Đồng chí Trần Quốc Bảy, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy Cà Mau, dự buổi lễ.",
            {"Ủy viên Ban Thường vụ Tỉnh ủy Cà Mau", "Trưởng Ban Tổ chức Tỉnh ủy Cà Mau"},
        ),
        (
            "Ông Đỗ Mạnh Khoa, Chủ tịch Hội đồng quản trị kiêm Tổng Giám đốc Công ty Cổ phần Sao Mai, có mặt.",
            {"Chủ tịch Hội đồng quản trị Công ty Cổ phần Sao Mai", "Tổng Giám đốc Công ty Cổ phần Sao Mai"},
        ),
        # the party committee is that of the province whose council stands beside it
        (
            "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Hà Giang Vàng Thị Seo tiếp đoàn.",
            {"Phó Bí thư Thường trực Tỉnh ủy Hà Giang", "Chủ tịch HĐND tỉnh Hà Giang"},
        ),
    ],
)
def test_two_offices_of_one_person_are_two_posts(sentence: str, expected: set[str]) -> None:
    assert {row[1] for row in rows("post", sentence)} == expected
    assert len({row[0] for row in rows("post", sentence)}) == 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Chủ tịch nước Nguyễn Văn Tưởng và Thủ tướng Chính phủ Trần Văn Tượng gửi điện mừng.",
            {
                ("Nguyễn Văn Tưởng", "Chủ tịch nước", "current"),
                ("Trần Văn Tượng", "Thủ tướng Chính phủ", "current"),
            },
        ),
        (
            "Tham dự có ông Trịnh Văn Lợi - Phó Chủ tịch UBND tỉnh Thanh Hóa và bà Mai Thị Hồng, "
            "Giám đốc Sở Giáo dục và Đào tạo tỉnh Thanh Hóa.",
            {
                ("Trịnh Văn Lợi", "Phó Chủ tịch UBND tỉnh Thanh Hóa", "current"),
                ("Mai Thị Hồng", "Giám đốc Sở Giáo dục và Đào tạo tỉnh Thanh Hóa", "current"),
            },
        ),
        (
            "Ông Kha Văn Ót, nguyên Giám đốc Sở Công Thương tỉnh Đồng Tháp, và bà Trà Thị Mây, "
            "Phó Giám đốc Sở Công Thương tỉnh Đồng Tháp, cùng dự.",
            {
                ("Kha Văn Ót", "Giám đốc Sở Công Thương tỉnh Đồng Tháp", "former"),
                ("Trà Thị Mây", "Phó Giám đốc Sở Công Thương tỉnh Đồng Tháp", "current"),
            },
        ),
    ],
)
def test_each_of_two_people_keeps_their_own_post(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert rows("post", sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Bà Nguyễn Thị Mơ, nguyên Phó Chủ tịch UBND tỉnh Bến Tre, kể lại chuyện cũ.",
            ("Nguyễn Thị Mơ", "Phó Chủ tịch UBND tỉnh Bến Tre", "former"),
        ),
        ("Cựu Bộ trưởng Bộ Thủy sản Lê Văn Tạm thăm trường.", ("Lê Văn Tạm", "Bộ trưởng Bộ Thủy sản", "former")),
        ("Ông Lê Văn Tạm nguyên là Bộ trưởng Bộ Thủy sản.", ("Lê Văn Tạm", "Bộ trưởng Bộ Thủy sản", "former")),
        (
            "Nguyên Bí thư Tỉnh ủy Gia Lai Ksor Phước Lành dự lễ.",
            ("Ksor Phước Lành", "Bí thư Tỉnh ủy Gia Lai", "former"),
        ),
        (
            "Ông Lý Văn Chài từng là Trưởng Công an huyện Bát Xát.",
            ("Lý Văn Chài", "Trưởng Công an huyện Bát Xát", "former"),
        ),
        (
            "Ông Cao Văn Rốt bị cách chức Chủ tịch UBND huyện Mường Lay.",
            ("Cao Văn Rốt", "Chủ tịch UBND huyện Mường Lay", "former"),
        ),
        (
            "Ông Trương Văn Bốn bị bãi nhiệm chức Phó Chủ tịch HĐND huyện Chợ Lách.",
            ("Trương Văn Bốn", "Phó Chủ tịch HĐND huyện Chợ Lách", "former"),
        ),
        (
            "Thủ tướng quyết định cách chức Phó Chủ tịch UBND tỉnh Hà Giang đối với ông Sùng Văn Pao.",
            ("Sùng Văn Pao", "Phó Chủ tịch UBND tỉnh Hà Giang", "former"),
        ),
        (
            "Ông Ngô Văn Bến thôi giữ chức Hiệu trưởng Trường THPT Nà Tấu.",
            ("Ngô Văn Bến", "Hiệu trưởng Trường THPT Nà Tấu", "former"),
        ),
        (
            "Ông Ngô Văn Bến thôi giữ chức Hiệu trưởng Trường THPT Sông Xanh.",
            ("Ngô Văn Bến", "Hiệu trưởng Trường THPT Sông Xanh", "former"),
        ),
        (
            "Khi còn là Bí thư Tỉnh ủy Đắk Nông, ông Y Bhin Niê thường xuống buôn làng.",
            ("Y Bhin Niê", "Bí thư Tỉnh ủy Đắk Nông", "former"),
        ),
        (
            "Ông Phạm Văn Đủ, quyền Giám đốc Sở Y tế tỉnh Trà Vinh, báo cáo.",
            ("Phạm Văn Đủ", "Giám đốc Sở Y tế tỉnh Trà Vinh", "acting"),
        ),
        (
            "Quyền Chủ tịch UBND tỉnh Yên Bái Giàng A Sử trả lời báo chí.",
            ("Giàng A Sử", "Chủ tịch UBND tỉnh Yên Bái", "acting"),
        ),
    ],
)
def test_the_status_of_a_post_stands_beside_it_and_not_in_its_name(sentence: str, expected: tuple[str, ...]) -> None:
    assert rows("post", sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Luật sư Phan Văn Chính bảo vệ thân chủ trước tòa.", "Phan Văn Chính"),
        ("Ca sĩ Hồ Thị Lan biểu diễn tại Cần Thơ.", "Hồ Thị Lan"),
        ("Đại tá Đặng Văn Ngọ kể lại trận đánh.", "Đặng Văn Ngọ"),
        ("Anh hùng Lao động Phùng Thị Chăm kể chuyện.", "Phùng Thị Chăm"),
    ],
)
def test_ranks_professions_and_titles_of_honour_are_no_posts(sentence: str, person: str) -> None:
    assert names("person", sentence) == {person}
    assert rows("post", sentence) == set()


# -- people -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Nguyễn Văn Hải nhận quà. Ông Hải nói lời cảm ơn. Anh Hải ra về.", {"Nguyễn Văn Hải"}),
        (
            "Đồng chí Lê Thị Thu Hà và đồng chí Trần Văn Bình đến dự. Đồng chí Bình phát biểu.",
            {"Lê Thị Thu Hà", "Trần Văn Bình"},
        ),
        ("Bà Triệu Mùi Pham và con gái về bản. Bà Pham kể chuyện. Bà rất vui.", {"Triệu Mùi Pham"}),
    ],
)
def test_short_forms_and_pronouns_belong_to_the_full_name(text: str, expected: set[str]) -> None:
    assert names("person", text) == expected


def test_a_list_of_bare_names_names_each() -> None:
    sentence = "Nguyễn Văn Tám, Lê Thị Chín và Trần Thị Mười là ba người bạn."
    assert names("person", sentence) == {"Nguyễn Văn Tám", "Lê Thị Chín", "Trần Thị Mười"}


def test_ho_chi_minh_the_man() -> None:
    sentence = "Chủ tịch Hồ Chí Minh về thăm Cao Bằng năm 1961."
    assert names("person", sentence) == {"Hồ Chí Minh"}
    assert names("province", sentence) == {"Cao Bằng"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Thành phố Hồ Chí Minh tổ chức lễ kỷ niệm.",
        "TP HCM và Sài Gòn là một.",
        "Đoàn đến TP.HCM hôm qua.",
    ],
)
def test_ho_chi_minh_the_city(sentence: str) -> None:
    assert names("person", sentence) == set()
    assert names("province", sentence) == {"Hồ Chí Minh"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Đơn vị đẩy mạnh học tập và làm theo tấm gương đạo đức Hồ Chí Minh.",
        "Đoàn TNCS Hồ Chí Minh ra quân.",
        "Hội đồng xét tặng Giải thưởng Hồ Chí Minh họp.",
        "Đường Hồ Chí Minh chạy qua huyện Đăk Glei.",
    ],
)
def test_ho_chi_minh_in_the_name_of_something_else_is_neither(sentence: str) -> None:
    assert names("person", sentence) == set()
    assert names("province", sentence) == set()


def test_the_man_the_city_and_the_prize_in_one_sentence_stay_apart() -> None:
    sentence = "Chủ tịch Hồ Chí Minh và đại tướng Lê Văn Tạ về TP Hồ Chí Minh, dự trao Giải thưởng Hồ Chí Minh."
    assert names("person", sentence) == {"Hồ Chí Minh", "Lê Văn Tạ"}
    assert names("province", sentence) == {"Hồ Chí Minh"}


# -- provinces --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Công an Đà Nẵng bắt giữ nghi phạm.", {"Đà Nẵng"}),
        (
            "UBND tỉnh Bắc Kạn, Tỉnh ủy Hà Nam và Hội Luật gia tỉnh Lai Châu ký kết.",
            {"Bắc Kạn", "Hà Nam", "Lai Châu"},
        ),
        (
            "Hoà Bình, Bà Rịa-Vũng Tàu, Thừa Thiên-Huế và Đắc Lắc cùng dự.",
            {"Hòa Bình", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "Đắk Lắk"},
        ),
        ("Tỉnh Bắc Kạn họp. Bắc Kạn lại họp. UBND tỉnh Bắc Kạn cũng họp.", {"Bắc Kạn"}),
    ],
)
def test_a_province_is_mentioned_by_its_name_in_any_spelling_and_by_its_own_authorities(
    sentence: str, expected: set[str]
) -> None:
    assert names("province", sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sinh viên Đại học Thái Nguyên về nước.",
        "Thuyền trôi trên sông Đồng Nai.",
        "Phóng viên báo Hà Nội Mới có mặt.",
        "Thành phố Cao Bằng vừa được công nhận.",
        "Người dân TP Hòa Bình mong muốn hòa bình.",
    ],
)
def test_a_province_s_name_inside_another_name_or_as_that_of_a_town_is_no_mention(sentence: str) -> None:
    assert names("province", sentence) == set()


def test_what_stands_behind_former_and_a_colon_was_held() -> None:
    text = "Đồng chí Vi Văn Sủng sinh năm 1930; nguyên: Bí thư Tỉnh ủy Sơn La; Bộ trưởng Bộ Lâm nghiệp."
    assert rows("post", text) == {
        ("Vi Văn Sủng", "Bí thư Tỉnh ủy Sơn La", "former"),
        ("Vi Văn Sủng", "Bộ trưởng Bộ Lâm nghiệp", "former"),
    }


def test_a_firm_s_name_behind_the_office_that_somebody_takes_is_no_person() -> None:
    text = "Năm 2019 ông Nguyễn Văn Bình giữ chức tổng giám đốc Zapgo, một hãng mới."
    assert names("person", text) == {"Nguyễn Văn Bình"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lò Văn Dọn thay ông Lý Văn Hòe làm Bí thư Thành ủy Hà Nội.",
            {("Lò Văn Dọn", "Bí thư Thành ủy Hà Nội", "current")},
        ),
        (
            "Đại hội bầu ông Lò Văn Dọn tái cử Bí thư Tỉnh ủy Sơn La.",
            {("Lò Văn Dọn", "Bí thư Tỉnh ủy Sơn La", "current")},
        ),
        # another's office, of which only his own office speaks
        (
            "Tổ trưởng Tổ công tác của Thủ tướng, Chủ nhiệm Văn phòng Chính phủ Lò Văn Dọn dự.",
            {("Lò Văn Dọn", "Chủ nhiệm Văn phòng Chính phủ", "current")},
        ),
        (
            "Ông Lò Văn Dọn, Chủ tịch Hội Nông dân Việt Nam, kiêm nhiệm Hiệu trưởng Trường Đại học An Phú.",
            {
                ("Lò Văn Dọn", "Chủ tịch Hội Nông dân Việt Nam", "current"),
                ("Lò Văn Dọn", "Hiệu trưởng Trường Đại học An Phú", "current"),
            },
        ),
        ("HLV trưởng đội tuyển Việt Nam Park Sung Min dự.", set()),
        (
            "Ông Lò Văn Dọn, Ủy viên Ban Thường vụ, Phó Chủ tịch UBND tỉnh Sơn La, dự.",
            {
                ("Lò Văn Dọn", "Ủy viên Ban Thường vụ", "current"),
                ("Lò Văn Dọn", "Phó Chủ tịch UBND tỉnh Sơn La", "current"),
            },
        ),
    ],
)
def test_whose_office_it_is(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert rows("post", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind an abbreviation in brackets, behind where the body sits
        ("Ông Vũ Hai và Giám đốc Cục Tình báo Trung ương Mỹ (CIA) Simon Webb vắng mặt.", {"Simon Webb"}),
        ("Ông tiếp Giám đốc quốc gia Ngân hàng Thế giới (WB) tại Việt Nam Simon Webb.", {"Simon Webb"}),
        # a name behind a comma
        ("Bí thư Tỉnh ủy Sơn La, Lò Văn Ba đã có lời biểu dương.", {"Lò Văn Ba"}),
        ("Tại cuộc họp về đô thị, Bí thư Thành ủy Vinh, ông Lò Văn Ba, khẳng định sẽ làm.", {"Lò Văn Ba"}),
        ("Nguồn tin cho rằng Tư lệnh Quân khu 2, Đại tướng Lò Văn Ba cũng đến.", {"Lò Văn Ba"}),
        ("Theo Thủ tướng, ông Lò Văn Ba sẽ làm việc này.", set()),
        ("Là Viện trưởng Viện Toán học giai đoạn 1980-1990, GS Lò Văn Ba dẫn dắt Viện.", {"Lò Văn Ba"}),
        ("TS Lò Văn Ba, bạn học ở Nga, nay là Giám đốc Viện Toán học chia sẻ.", {"Lò Văn Ba"}),
        # those who hold the same office
        (
            "Đại biểu bầu 2 phó chủ tịch UBND tỉnh Sơn La, gồm các ông: Lò Văn Ba, Vũ Văn Hai.",
            {"Lò Văn Ba", "Vũ Văn Hai"},
        ),
    ],
)
def test_who_holds_an_office_told_in_other_ways(text: str, expected: set[str]) -> None:
    assert {row[0] for row in rows("post", text)} == expected


def test_an_office_behind_a_profession_has_all_the_bodies_above_it() -> None:
    text = "Ông Vũ Hai năm nay 43 tuổi là phi công cấp 1, Phó trung đoàn trưởng Trung đoàn 923, Sư đoàn Không quân 371."
    post = "Phó trung đoàn trưởng Trung đoàn 923, Sư đoàn Không quân 371"
    assert rows("post", text) == {("Vũ Hai", post, "current")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ông Vũ Hai, Phó Giám đốc phụ trách Sở Y tế Sơn La, có mặt.", "acting"),
        ("Ông Vũ Hai, Phó Giám đốc phụ trách Kỹ thuật, có mặt.", "current"),
        ("Từ tháng 9/2015 đến nay, ông Vũ Hai giữ chức Giám đốc Sở Y tế Sơn La. Năm 2023 ông nghỉ phép.", "current"),
    ],
)
def test_who_is_in_charge_and_since_when(text: str, status: str) -> None:
    assert {row[2] for row in rows("post", text)} == {status}
