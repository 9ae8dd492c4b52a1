"""Occasions with date, place and those who took part, and clusters with their offices, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 5/3/2018, tại tỉnh Sơn La, UBND tỉnh Sơn La tổ chức Hội nghị tổng kết phong trào thi đua.",
            ("Hội nghị tổng kết phong trào thi đua", "2018-03-05", "Sơn La"),
        ),
        ("Lễ trao giải viết thư diễn ra tháng 9/2020 tại Sơn La.", ("Lễ trao giải viết thư", "2020-09", "Sơn La")),
        (
            "Đại hội thi đua yêu nước tỉnh Hà Tĩnh diễn ra ngày 12 tháng 8 năm 2020.",
            ("Đại hội thi đua yêu nước tỉnh Hà Tĩnh", "2020-08-12", "Hà Tĩnh"),
        ),
        (
            "Hội thảo khoa học về rừng ngập mặn do Trường Đại học Cửu Long tổ chức ngày 4/4/2016.",
            ("Hội thảo khoa học về rừng ngập mặn", "2016-04-04", None),
        ),
        (
            "Ngày 2/2/2018, tại Hải Dương diễn ra Lễ kỷ niệm 50 năm thành lập Nhà máy.",
            ("Lễ kỷ niệm 50 năm thành lập Nhà máy", "2018-02-02", "Hải Dương"),
        ),
        # of several days the first
        ("Từ ngày 15 đến 17/11/2019, Liên hoan Hát then diễn ra tại Tuyên Quang.",
         ("Liên hoan Hát then", "2019-11-15", "Tuyên Quang")),
    ],
)  # fmt: skip
def test_an_occasion_with_its_date_and_place(text: str, expected: Row) -> None:
    assert rows("event", text) == {expected}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # whoever holds it, where it is held is not said
        ("Ngày 5/3/2018, UBND tỉnh Sơn La tổ chức Hội nghị biểu dương.", "Sơn La"),
        ("Ngày 5/3/2018, tại thành phố Phủ Lý, Hội Nông dân tổ chức Hội nghị biểu dương.", "Hà Nam"),
        ("Ngày 5/3/2018, tại trụ sở UBND tỉnh Cà Mau, Bộ Y tế tổ chức Hội nghị biểu dương.", "Cà Mau"),
        ("Hội nghị biểu dương diễn ra ngày 5/3/2018 tại xã Đồng Tâm, huyện Mỹ Đức (Hà Nội).", "Hà Nội"),
        ("Ngày 5/3/2018, tại Hội trường Ba Đình, Bộ Y tế tổ chức Hội nghị biểu dương.", "Hội trường Ba Đình"),
        # the province is its matter
        ("Ngày 5/3/2018, Bộ Y tế tổ chức Hội nghị về dự án sông Đà tỉnh Sơn La.", None),
    ],
)
def test_a_place_is_a_province_where_it_can_be_told(text: str, place: str | None) -> None:
    assert {row[2] for row in rows("event", text)} == {place}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hội nghị biểu dương diễn ra ngày 5/3. Hình ảnh hội nghị ngày 5/3/2018.", "2018-03-05"),
        ("Ngày 5/3, Đại hội Hội Nông dân tỉnh Sơn La diễn ra. Đại hội bầu ban nhiệm kỳ 2018 - 2023.", "2018-03-05"),
        ("Lễ kỷ niệm 70 năm ngày truyền thống (5/3/1948 - 5/3/2018) diễn ra sáng 4/3.", "2018-03-04"),
        ("Hội nghị tổng kết phong trào thi đua năm 2018 diễn ra ngày 3/12.", "2018-12-03"),
        ("Lễ khai hội Đền Thượng diễn ra ngày 21/2 (mùng 6 tết Mậu Tuất).", "2018-02-21"),
        ("Hội nghị biểu dương diễn ra ngày 5/3.", "--03-05"),
        # a day that returns each year is not the day of an occasion
        ("Năm 2011, hội nghị của Tỉnh đoàn Sơn La chọn ngày 15/10 hàng năm làm ngày hội.", "2011"),
    ],
)
def test_the_article_s_own_words_fix_the_year(text: str, date: str) -> None:
    assert {row[1] for row in rows("event", text)} == {date}


def test_two_occasions_keep_their_own_dates_and_places() -> None:
    text = (
        "Ngày 7/7/2017, tại Bình Phước diễn ra Hội nghị biểu dương. "
        "Ngày 9/9/2017, tại Cà Mau diễn ra Lễ hội Nghinh Ông."
    )
    assert rows("event", text) == {
        ("Hội nghị biểu dương", "2017-07-07", "Bình Phước"),
        ("Lễ hội Nghinh Ông", "2017-09-09", "Cà Mau"),
    }


def test_an_occasion_without_date_place_or_organiser_is_none() -> None:
    assert rows("event", "Buổi lễ có nhiều người dự.") == set()


CONFERENCE = "Ngày 7/7/2017, Hội Chữ thập đỏ tỉnh Bình Phước tổ chức Hội nghị biểu dương."
HELD = ("Hội Chữ thập đỏ tỉnh Bình Phước", "organised")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dự hội nghị có ông Điểu Văn Kré, Chủ tịch UBND tỉnh Bình Phước; bà Thị Ngọc Lam, Phó Chủ tịch HĐND tỉnh.",
            {("Điểu Văn Kré", "attended"), ("Thị Ngọc Lam", "attended")},
        ),
        (
            "Tham dự hội nghị có đại diện Sở Y tế tỉnh Bình Phước.",
            {("Sở Y tế tỉnh Bình Phước", "attended")},
        ),
        ("Ông Phan Đình Tú chủ trì hội nghị.", {("Phan Đình Tú", "chaired")}),
        (
            "Phát biểu tại hội nghị, bà Lý Thị Hòe nhấn mạnh vai trò của thi đua.",
            {("Lý Thị Hòe", "spoke")},
        ),
        (
            "Ông Đinh Văn Lành dự hội nghị. Tại hội nghị, ông Lành phát biểu chỉ đạo.",
            {("Đinh Văn Lành", "attended"), ("Đinh Văn Lành", "spoke")},
        ),
        (
            "Phát biểu khai mạc, bà Lý Thị Hòe nêu mục đích. Bà Lò Thị Ón, Giám đốc Sở Y tế (trái), xúc động nói.",
            {("Lý Thị Hòe", "spoke"), ("Lò Thị Ón", "spoke")},
        ),
        (
            "Đến dự và phát biểu ý kiến chỉ đạo có ông Điểu Văn Kré.",
            {("Điểu Văn Kré", "attended"), ("Điểu Văn Kré", "spoke")},
        ),
        ("Hội nghị diễn ra dưới sự chủ trì của Bí thư Tỉnh ủy Phan Đình Tú.", {("Phan Đình Tú", "chaired")}),
        ("Ông Phan Đình Tú có bài phát biểu tại hội nghị.", {("Phan Đình Tú", "spoke")}),
        (
            "Đại diện Sở Y tế tỉnh Bình Phước trao Bằng khen cho 10 em.",
            {("Sở Y tế tỉnh Bình Phước", "presented")},
        ),
        # decided, not handed over
        ("Bí thư Tỉnh ủy Phan Đình Tú đã quyết định tặng Bằng khen cho 10 em.", set()),
        ("Về phía tỉnh Tây Ninh có ông Cao Văn Đước.", {("Cao Văn Đước", "attended")}),
        (
            "Đó là ý kiến của ông Phan Đình Tú, Giám đốc Sở Y tế, tại hội nghị.",
            {("Phan Đình Tú", "spoke")},
        ),
        ("Ông Phan Đình Tú và bà Lý Thị Hòe trao Giấy khen cho 10 em.", set()),
        ("Ông Phan Đình Tú không thể dự hội nghị.", set()),
        (
            "Dự hội nghị, bà Lý Thị Hòe nhấn mạnh vai trò của thi đua.",
            {("Lý Thị Hòe", "attended"), ("Lý Thị Hòe", "spoke")},
        ),
        ("Tại hội nghị, Sở Y tế tỉnh Bình Phước cho biết đã có kế hoạch.", {("Sở Y tế tỉnh Bình Phước", "spoke")}),
        # to the press, not there
        ("Trao đổi với phóng viên, ông Phan Đình Tú cho biết tỉnh đã có kế hoạch.", set()),
        # who only receives an honour has not attended
        ("Ông Cao Văn Đước nhận Bằng khen.", set()),
    ],
)
def test_who_took_which_part(text: str, expected: set[Row]) -> None:
    assert rows("participation", f"{CONFERENCE} {text}") == {HELD, *expected}


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/3/2018, UBND tỉnh Sơn La và Tỉnh đoàn Sơn La phối hợp tổ chức Hội nghị biểu dương.",
        "Ngày 5/3/2018, UBND tỉnh Sơn La phối hợp với Tỉnh đoàn Sơn La tổ chức Hội nghị biểu dương.",
        "Hội nghị biểu dương do UBND tỉnh Sơn La phối hợp với Tỉnh đoàn Sơn La tổ chức ngày 5/3/2018.",
        "Ngày 5/3/2018, tại Hà Nội, UBND tỉnh Sơn La (đăng cai) và Tỉnh đoàn Sơn La tổ chức tổng kết công tác.",
    ],
)
def test_two_bodies_that_hold_it_together_both_organised(text: str) -> None:
    assert rows("participation", text) == {("UBND tỉnh Sơn La", "organised"), ("Tỉnh đoàn Sơn La", "organised")}


def test_a_body_whose_name_goes_on_in_plain_words_is_named_in_full() -> None:
    text = (
        "Ngày 5/3/2018, Tỉnh đoàn Sơn La, Hội Cựu thanh niên xung phong Việt Nam tổ chức lễ kỷ niệm 60 năm thành lập."
    )
    assert rows("participation", text) == {
        ("Tỉnh đoàn Sơn La", "organised"),
        ("Hội Cựu thanh niên xung phong Việt Nam", "organised"),
    }


def test_what_is_told_in_somebody_s_words_is_no_occasion_of_the_article() -> None:
    assert rows("event", 'Ông Phan Đình Tú nói: "Cuộc gặp gỡ đầu tiên của tôi ở Long An rất vui".') == set()


def test_a_session_is_held_by_the_body_whose_it_is() -> None:
    text = "Ngày 5/3/2018, kỳ họp thứ 4 HĐND tỉnh Sơn La khoá XIV khai mạc."
    assert rows("participation", text) == {("HĐND tỉnh Sơn La", "organised")}


def test_whoever_visits_takes_part_in_the_visit_and_is_named_apart_from_it() -> None:
    text = "Sáng 5/3/2018, ông Tòng Văn Lả đã đến thăm, động viên gia đình bà Lò Thị Ón ở huyện Mường La."
    assert rows("event", text) == {("thăm, động viên gia đình bà Lò Thị Ón", "2018-03-05", "Sơn La")}
    assert rows("participation", text) == {("Tòng Văn Lả", "attended")}


def test_what_is_called_off_is_no_occasion() -> None:
    assert rows("event", "Tỉnh Sơn La đề nghị các huyện dừng tổ chức lễ hội Hoa ban ngày 5/3/2018.") == set()


def test_whoever_hands_over_an_honour_presented_it() -> None:
    text = (
        "Ngày 1/6/2018, Tỉnh đoàn Long An tổ chức Lễ tuyên dương học sinh giỏi. "
        "Thay mặt lãnh đạo tỉnh, bà Võ Thị Út trao Bằng khen cho 10 em."
    )
    assert rows("participation", text) == {("Tỉnh đoàn Long An", "organised"), ("Võ Thị Út", "presented")}
    assert {row[3] for row in rows("award", text)} == {None}, "who hands it over is not who confers it"


@pytest.mark.parametrize("gift", ["giải nhất", "phần quà", "giấy chứng nhận"])
def test_whoever_hands_over_a_gift_presented_it(gift: str) -> None:
    text = f"Ông Tòng Văn Lả, Chủ tịch UBND huyện Mường La, trao {gift} cho em Lò Thị Ón."
    assert ("Tòng Văn Lả", "presented") in rows("participation", text)
    thanks = f"Ông Tòng Văn Lả, Chủ tịch UBND huyện Mường La, cảm ơn nước Lào đã trao {gift} cho em Lò Thị Ón."
    assert ("Tòng Văn Lả", "presented") not in rows("participation", thanks)


MEETING = "Ngày 5/3/2018, Tỉnh đoàn Long An tổ chức hội nghị tổng kết. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chủ trì hội nghị có các đồng chí: Tòng Văn Lả, Bí thư Tỉnh ủy; Võ Thị Út, Phó Bí thư Tỉnh ủy.",
            {("Tòng Văn Lả", "chaired"), ("Võ Thị Út", "chaired")},
        ),
        (
            "Ông Tòng Văn Lả, Chủ tịch UBND tỉnh, dự và phát biểu chỉ đạo hội nghị.",
            {("Tòng Văn Lả", "attended"), ("Tòng Văn Lả", "spoke")},
        ),
        ("Bà Võ Thị Út đọc diễn văn khai mạc hội nghị.", {("Võ Thị Út", "spoke")}),
        ("Bà Võ Thị Út trình bày báo cáo tổng kết.", {("Võ Thị Út", "spoke")}),
        ("Tới dự hội nghị ngày 5/3 tại Long An có ông Tòng Văn Lả.", {("Tòng Văn Lả", "attended")}),
        (
            "Hội nghị có sự tham gia của đại diện các bộ, ngành; bà Võ Thị Út, Thứ trưởng Bộ Nội vụ.",
            {("Võ Thị Út", "attended")},
        ),
        (
            "Ông Tòng Văn Lả đã dự Lễ kỷ niệm 50 năm thành lập huyện và trao Cờ thi đua cho Đảng bộ huyện.",
            {("Tòng Văn Lả", "attended")},
        ),
    ],
)
def test_who_chaired_spoke_and_came(text: str, expected: set[Row]) -> None:
    assert rows("participation", MEETING + text) - {("Tỉnh đoàn Long An", "organised")} == expected


def test_guests_of_an_occasion_without_a_day() -> None:
    text = "Lễ tuyên dương có sự tham dự của bà Võ Thị Út - Phó Chủ tịch UBND tỉnh Long An; ông Tòng Văn Lả."
    assert rows("participation", text) == {("Võ Thị Út", "attended"), ("Tòng Văn Lả", "attended")}


@pytest.mark.parametrize(
    "text",
    [
        "Tại hội nghị ngày 5/3/2018, ông Lò Văn Dọn không nhắc đến việc đó.",
        "Bà Lò Thị Hoa mời các nhà thầu tham dự lễ khởi công cầu An Phú ngày 5/3/2018.",
        "Bà Lò Thị Hoa nhận được lời mời tham dự lễ khởi công cầu An Phú ngày 5/3/2018.",
    ],
)
def test_what_somebody_has_not_done(text: str) -> None:
    assert rows("participation", text) == set()


def test_whoever_talks_to_the_press_goes_on_talking_to_it() -> None:
    meeting = "Sáng 5/3/2018, Sở Y tế tổ chức hội nghị về dinh dưỡng. Hội nghị kéo dài hai ngày."
    press = "Ông Lò Văn Dọn trả lời phóng viên về việc này."
    said = "Ông Lò Văn Dọn cho biết việc đã xong."
    spoke = ("Lò Văn Dọn", "spoke")
    assert spoke in rows("participation", meeting, said)
    assert spoke not in rows("participation", meeting, press, said)


def test_a_province_behind_a_school_only_tells_where_it_is() -> None:
    text = "Sáng 17/11/2018, Trường THPT An Phú, TP. HCM tổ chức lễ kỷ niệm 50 năm thành lập."
    assert rows("participation", text) == {("Trường THPT An Phú", "organised")}


def test_a_visit_is_where_it_goes_to() -> None:
    text = "Truyền hình ở Hàn Quốc đưa tin về chuyến thăm Trung Quốc của ông Lò Văn Dọn ngày 8/1/2019."
    assert {row[2] for row in rows("event", text)} == {"Trung Quốc"}


def test_whoever_came_for_somebody_else_is_not_that_person() -> None:
    assert rows("participation", "Người thân của ông Lò Văn Dọn dự lễ khánh thành cầu An Phú sáng 12/11/2020.") == set()


def test_what_is_still_to_come_has_not_the_day_told_before_it() -> None:
    text = "Sáng 3/10/2018, ông Lò Văn Dọn tiếp xúc cử tri quận Ba Đình trước kỳ họp thứ 6."
    assert ("kỳ họp thứ 6", "2018-10-03", None) not in rows("event", text)


def test_a_hall_only_says_where_a_body_held_something() -> None:
    text = "Tại Nhà hát Lớn Hà Nội, Bộ Quốc phòng tổ chức lễ kỷ niệm 60 năm thành lập Tổng cục Hậu cần ngày 5/9/2020."
    assert rows("participation", text) == {("Bộ Quốc phòng", "organised")}


def test_a_day_of_years_summed_up_has_no_year_of_its_own() -> None:
    text = "Ngày 5/3, tại Long An diễn ra hội nghị tổng kết phong trào thi đua giai đoạn 2010 - 2015."
    assert {row[1] for row in rows("event", text)} == {"--03-05"}


# -- clusters ---------------------------------------------------------------------------------------------------------

NORTH_WEST = "Cụm thi đua các tỉnh Tây Bắc"


@pytest.mark.parametrize(
    ("sentence", "cluster", "members"),
    [
        (
            "Cụm thi đua các tỉnh Tây Nguyên gồm Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng họp tổng kết.",
            "Cụm thi đua các tỉnh Tây Nguyên",
            {"Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"},
        ),
        (
            "Khối thi đua số 2 gồm Sở Y tế, Sở Nội vụ, Sở Tài chính tỉnh Bạc Liêu ký giao ước thi đua.",
            "Khối thi đua số 2",
            {"Sở Y tế", "Sở Nội vụ", "Sở Tài chính tỉnh Bạc Liêu"},
        ),
        (
            "Cụm thi đua số 5 gồm các tỉnh: An Giang, Kiên Giang và Cà Mau.",
            "Cụm thi đua số 5",
            {"An Giang", "Kiên Giang", "Cà Mau"},
        ),
    ],
)
def test_a_cluster_s_members_are_listed_behind_its_name(sentence: str, cluster: str, members: set[str]) -> None:
    assert rows("cluster", sentence) == {(cluster, member) for member in members}


def test_a_list_behind_something_else_makes_no_cluster() -> None:
    assert rows("cluster", "Đoàn gồm Sơn La, Lai Châu và Điện Biên ra quân.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỉnh Lai Châu được bầu làm cụm trưởng năm 2019, tỉnh Sơn La làm cụm phó.",
            {("Lai Châu", "lead", 2019), ("Sơn La", "deputy", 2019)},
        ),
        # one year behind both
        (
            "Tỉnh Lai Châu làm cụm trưởng, tỉnh Sơn La làm cụm phó năm 2019.",
            {("Lai Châu", "lead", 2019), ("Sơn La", "deputy", 2019)},
        ),
        (f"Ông Lò Văn Dọn, cụm trưởng {NORTH_WEST}, chủ trì.", {("Lò Văn Dọn", "lead", None)}),
        ("Năm 2018, tỉnh Lai Châu làm cụm trưởng.", {("Lai Châu", "lead", 2018)}),
        (
            "Tỉnh Lai Châu là cụm trưởng, tỉnh Sơn La và tỉnh Điện Biên là cụm phó.",
            {("Lai Châu", "lead", None), ("Sơn La", "deputy", None), ("Điện Biên", "deputy", None)},
        ),
        ("Ông Lò Văn Dọn làm cụm trưởng.", {("Lò Văn Dọn", "lead", None)}),
        ("Cụm trưởng Lò Văn Dọn chủ trì.", {("Lò Văn Dọn", "lead", None)}),
    ],
)
def test_lead_and_deputies_of_a_cluster(text: str, expected: set[Row]) -> None:
    assert rows("cluster_post", f"{NORTH_WEST} họp. {text}") == {(NORTH_WEST, *row) for row in expected}


def test_the_lead_of_a_bloc_of_companies() -> None:
    text = "Khối thi đua các Tập đoàn Nhà nước họp. Tập đoàn Dầu khí Việt Nam được bầu làm khối trưởng năm 2020."
    bloc = "Khối thi đua các Tập đoàn Nhà nước"
    assert rows("cluster_post", text) == {(bloc, "Tập đoàn Dầu khí Việt Nam", "lead", 2020)}


def test_a_person_who_leads_a_cluster_holds_no_post_in_the_table_and_is_no_member() -> None:
    text = f"{NORTH_WEST} họp. Ông Lò Văn Dọn làm cụm trưởng."
    assert rows("post", text) == set()
    assert rows("cluster", text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place abroad is not the only province that the article names
        (
            "Sáng 3/4, lễ đón đoàn Hà Nội diễn ra tại Cung Cách mạng ở thủ đô La Habana (giờ Hà Nội).",
            {("lễ đón đoàn Hà Nội", "--04-03", "Cung Cách mạng ở thủ đô La Habana")},
        ),
        (
            "Đoàn từ Hà Nội dự Hội nghị Tương lai xanh tại Singapore ngày 3/4/2018.",
            {("Hội nghị Tương lai xanh", "2018-04-03", "Singapore")},
        ),
        # a name ends before what the sentence tells of the occasion
        ("Lễ khai mạc Ngày hội xanh sắp diễn ra ngày 3/4/2018.", {("Lễ khai mạc Ngày hội xanh", "2018-04-03", None)}),
        # some of several, those to come, a team
        ("Ông dẫn một số chương trình truyền hình ở Hà Nội.", set()),
        ("Ông nỗ lực trong cuộc thi tiếp theo ở Hà Nội.", set()),
        ("Ông khen đội tuyển Olympic và khen ngợi cả ban huấn luyện ở Hà Nội.", set()),
        ("Lễ động quan ông Lò Văn Dọn diễn ra ngày 3/4/2018.", {("Lễ động quan ông Lò Văn Dọn", "2018-04-03", None)}),
        # a party, a forum of the net
        ("Ngày 3/4/2018, đảng Đại hội Dân tộc Phi bỏ phiếu.", set()),
        ("Ngày 3/4/2018, nhiều thành viên diễn đàn xe máy chụp ảnh.", set()),
    ],
)
def test_occasions_abroad_and_what_is_none(text: str, expected: set[Row]) -> None:
    assert rows("event", text) == expected
