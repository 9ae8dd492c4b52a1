"""Where the name of an occasion begins and ends, and which names are of one occasion, in invented sentences."""

from __future__ import annotations

import pytest
from told import names, rows


def test_two_occasions_joined_by_and_are_two() -> None:
    text = "Ngày 7/7/2017, tại Bình Phước diễn ra Hội nghị biểu dương và Lễ hội Cồng chiêng."
    assert rows("event", text) == {
        ("Hội nghị biểu dương", "2017-07-07", "Bình Phước"),
        ("Lễ hội Cồng chiêng", "2017-07-07", "Bình Phước"),
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ngày 5/3/2018, Tỉnh đoàn Long An tổ chức Lễ tuyên dương.", "Lễ tuyên dương"),
        ("Ngày 5/3/2018, Đại hội diễn ra tại Quảng Trị.", "Đại hội"),
        ("Ngày 5/3/2018, Tỉnh đoàn Long An tổ chức gặp mặt cán bộ trẻ.", "gặp mặt cán bộ trẻ"),
        ("Ngày 5/3/2018, Tỉnh ủy Long An họp về dự án cầu Bến Lức.", "họp về dự án cầu Bến Lức"),
        ("Cuộc họp ngày 5/3/2018 tại Long An về dự án cầu Bến Lức.", "Cuộc họp về dự án cầu Bến Lức"),
        ("Hội thi Chim hót thu hút 130 đội, khai mạc ngày 5/3/2018 tại Long An.", "Hội thi Chim hót"),
        (
            "Ngày 5/3/2018, Trường THPT Bến Lức tổ chức lễ kỷ niệm 50 năm thành lập và đón nhận Cờ thi đua.",
            "lễ kỷ niệm 50 năm thành lập và đón nhận Cờ thi đua",
        ),
        (
            "Lễ công bố quyết định bổ nhiệm Giám đốc Sở Y tế diễn ra ngày 5/3/2018 tại Long An.",
            "Lễ công bố quyết định bổ nhiệm Giám đốc Sở Y tế",
        ),
        (
            "Hội nghị triển khai nhiệm vụ, giải pháp trồng rừng diễn ra ngày 5/3/2018.",
            "Hội nghị triển khai nhiệm vụ, giải pháp trồng rừng",
        ),
        (
            "Hội nghị tổng kết năm 2017, triển khai nhiệm vụ năm 2018 diễn ra ngày 5/3/2018.",
            "Hội nghị tổng kết năm 2017, triển khai nhiệm vụ năm 2018",
        ),
        ("Bộ A đề nghị cuộc thi Hoa ban 2018 thu hồi giải của thí sinh.", "cuộc thi Hoa ban 2018"),
        ('Chương trình "Mùa quả ngọt" diễn ra tối 5/3/2018 tại Long An.', 'Chương trình "Mùa quả ngọt"'),
        ("Lễ tuyên dương diễn ra ngày 5/3/2018 tại Trung tâm Hội nghị quốc gia, Hà Nội.", "Lễ tuyên dương"),
        ("Sáng 5/3/2018, ông Tòng Văn Lả chủ trì Hội nghị trực tuyến về cải cách.", "Hội nghị trực tuyến về cải cách"),
    ],
)
def test_where_the_name_of_an_occasion_begins_and_ends(text: str, name: str) -> None:
    assert {row[0] for row in rows("event", text)} == {name}


def test_two_names_of_one_ceremony_make_one_row_and_two_numbers_two() -> None:
    one = "Ngày 5/3/2018, tại Sơn La diễn ra lễ trao Giải thưởng Sao Vàng. Lễ trao tặng Giải thưởng Sao Vàng kết thúc."
    assert len(rows("event", one)) == 1
    two = "Kỳ họp thứ 23 của HĐND tỉnh Sơn La diễn ra ngày 5/3. Kỳ họp thứ 24 của HĐND tỉnh Sơn La diễn ra ngày 9/4."
    assert {row[1] for row in rows("event", two)} == {"--03-05", "--04-09"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Phiên tòa xét xử ông Lò Văn Dọn và đồng phạm diễn ra ngày 8/1/2018.",
            "Phiên tòa xét xử ông Lò Văn Dọn và đồng phạm",
        ),
        ('Chương trình "Bài ca thống nhất" diễn ra ngày 8/1/2018.', 'Chương trình "Bài ca thống nhất"'),
        (
            "Đại hội Đoàn tỉnh Phú Yên lần thứ X, nhiệm kỳ 2017 - 2022 khai mạc ngày 8/1/2018.",
            "Đại hội Đoàn tỉnh Phú Yên lần thứ X, nhiệm kỳ 2017 - 2022",
        ),
        (
            "Đại hội Đoàn tỉnh Phú Yên lần thứ X (nhiệm kỳ 2017 - 2022) khai mạc ngày 8/1/2018.",
            "Đại hội Đoàn tỉnh Phú Yên lần thứ X (nhiệm kỳ 2017 - 2022)",
        ),
        (
            "Lễ dâng hoa, dâng hương tưởng niệm ông Lò Văn Dọn diễn ra ngày 8/1/2018.",
            "Lễ dâng hoa, dâng hương tưởng niệm ông Lò Văn Dọn",
        ),
    ],
)
def test_people_quotations_and_terms_in_a_name(text: str, name: str) -> None:
    assert names("event", text) == {name}


def test_a_team_is_no_occasion_and_its_games_are_one() -> None:
    assert rows("event", "Đoàn Olympic Việt Nam lên đường sáng 12/7/2021.") == set()
    assert names("event", "Olympic Tokyo 2020 khai mạc ngày 23/7/2021.") == {"Olympic Tokyo 2020"}


@pytest.mark.parametrize(
    "text",
    [
        "Lễ kỷ niệm 60 năm thành lập trường là dịp gặp lại nhau, diễn ra ngày 12/11/2020.",
        "Lễ kỷ niệm 60 năm thành lập trường như mọi năm, diễn ra ngày 12/11/2020.",
        "Lễ kỷ niệm 60 năm thành lập trường cùng ngày 12/11/2020.",
    ],
)
def test_the_verb_of_the_sentence_ends_a_name(text: str) -> None:
    assert names("event", text) == {"Lễ kỷ niệm 60 năm thành lập trường"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 3/4/2018, Bộ Y tế tổ chức Hội nghị đánh giá tình hình, kết quả công tác năm 2017 ở Huế.",
            "Hội nghị đánh giá tình hình, kết quả công tác năm 2017",
        ),
        (
            "Hội nghị thúc đẩy sản xuất, tiêu thụ lúa gạo diễn ra ngày 3/4/2018.",
            "Hội nghị thúc đẩy sản xuất, tiêu thụ lúa gạo",
        ),
        (
            "Lễ tưởng niệm, tri ân các liệt sĩ diễn ra ngày 3/4/2018.",
            "Lễ tưởng niệm, tri ân các liệt sĩ",
        ),
        # behind `tại hội nghị` the sentence goes on
        (
            "Bộ Y tế tổ chức Hội nghị xanh ngày 3/4/2018. Tại hội nghị, đánh giá về tình hình, ông Vũ Hai nói.",
            "Hội nghị xanh",
        ),
    ],
)
def test_names_that_go_on_behind_a_comma(text: str, name: str) -> None:
    assert names("event", text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Học viện Âm nhạc tổ chức đêm nhạc Trăm mùa thu vào ngày 3/4/2018 ở Huế.", "đêm nhạc Trăm mùa thu"),
        ("Giải đua ngựa Bắc Hà năm 2018 diễn ra ở Lào Cai.", "Giải đua ngựa Bắc Hà năm 2018"),
        ("Anh từng dự Thế vận hội mùa đông 2018.", "Thế vận hội mùa đông 2018"),
    ],
)
def test_concerts_and_games(text: str, name: str) -> None:
    assert names("event", text) == {name}
