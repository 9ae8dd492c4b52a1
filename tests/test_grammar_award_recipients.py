"""Whom an honour is for, and how prizes are named, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, article, award, rows

import thidua

LABOUR = "Huân chương Lao động hạng Ba"


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Vũ Gia An (bìa trái) và Lò Văn Sang (giữa) nhận bằng khen.", {"Vũ Gia An", "Lò Văn Sang"}),
        ("Và Vũ Thị Hai (lớp 12, Trường THPT Sao Mai) nhận Bằng khen.", {"Vũ Thị Hai"}),
        ("Thành đoàn Huế trao bằng khen cho nhà thơ, dịch giả Vũ Tường.", {"Vũ Tường"}),
        # several people who were not named are not the one named before
        ("Ông Lò Văn Ba gửi thư. Các cô cũng được Bộ trưởng Bộ Y tế tặng bằng khen.", set()),
        # a body that only tells whose people are meant is none; those told behind a noun for bodies are
        ("Bộ Y tế tặng bằng khen cho các thầy cô Trường Sông Hai.", set()),
        (
            "Bộ Y tế tặng bằng khen cho các đơn vị Trường Sông Hai, Trường Sông Ba.",
            {"Trường Sông Hai", "Trường Sông Ba"},
        ),
        # by a noun that stands for the body told before
        ("Ngân hàng TMCP Sao Mai họp. Năm nay, nhà băng vừa vinh dự nhận được bằng khen.", {"Ngân hàng TMCP Sao Mai"}),
        ("Tập đoàn Sao Mai họp. Doanh nghiệp đã được tặng bằng khen.", {"Tập đoàn Sao Mai"}),
        ("Tập đoàn Sao Mai họp. Nhiều doanh nghiệp đã được tặng bằng khen.", set()),
        # where she works tells of her, and is no recipient
        ("Cô giáo Lò Thị Hoa, giáo viên Trường Tiểu học Nà Sản, được Bộ Y tế tặng bằng khen.", {"Lò Thị Hoa"}),
        ("Em Vũ Ba Bốn bơi giỏi. Tỉnh đoàn Sơn La tặng bằng khen cho em.", {"Vũ Ba Bốn"}),
        ("Em Vũ Ba Bốn bơi giỏi. Tỉnh đoàn Sơn La tặng bằng khen cho em gái.", set()),
        ("Với những kết quả đó, tập thể Phòng Giao dịch số 5 được Bộ Y tế tặng bằng khen.", {"Phòng Giao dịch số 5"}),
        # by a name that no word announces, where the article uses it again
        ("Sao Mai Mobile mở cửa. Năm 2010, Sao Mai Mobile được tặng bằng khen.", {"Sao Mai Mobile"}),
        ("Từng được tặng bằng khen, chị vẫn làm nông.", set()),
    ],
)
def test_whom_a_certificate_is_for(text: str, recipients: set[str]) -> None:
    assert {row[1] for row in rows("award", text)} == recipients


@pytest.mark.parametrize(
    ("group", "count"),
    [("Ba thực tập sinh Việt Nam", 3), ("30 cựu thanh niên xung phong", 30), ("năm cựu chiến binh Mỹ", 5)],
)
def test_counted_groups_with_where_they_are_from(group: str, count: int) -> None:
    assert rows("award", f"Bộ Y tế tặng bằng khen cho {group}.") == {
        award("bằng khen", group, grantor="Bộ Y tế", count=count)
    }


@pytest.mark.parametrize(
    ("text", "honours"),
    [
        (
            "Ông Vũ Hai được nhận giải thưởng Nikkei châu Á (Nikkei Asia Prize) lần thứ 23.",
            {"giải thưởng Nikkei châu Á"},
        ),
        (
            "Ông Vũ Hai nhận giải thưởng Ngân hàng phát triển nhanh nhất tại Việt Nam.",
            {"giải thưởng Ngân hàng phát triển nhanh nhất"},
        ),
        ("Ông Vũ Hai nhận danh hiệu Gương mặt triển vọng.", {"Gương mặt triển vọng"}),
        ("Ông Vũ Hai được trao tặng danh hiệu NSND bằng hình thức bỏ phiếu.", {"NSND"}),
        ("Ông Vũ Hai nhận giải thưởng có giá trị cao.", set()),
    ],
)
def test_prizes_whose_names_are_phrases(text: str, honours: set[str]) -> None:
    assert {row[0] for row in rows("award", text)} == honours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one year for all honours of a list, but not beside years of their own
        (
            f"Bà Vũ Hai được tặng {LABOUR} và danh hiệu Anh hùng Lao động vào tháng 12/2017.",
            {award(LABOUR, "Vũ Hai", year=2017), award("Anh hùng Lao động", "Vũ Hai", year=2017)},
        ),
        # the subject of the first verb confers all that follows
        (
            "Bộ Y tế trao bằng khen cho 2 tập thể: Trung tâm Sao Mai, Viện Dược; trao giấy khen cho ông Lò Ba.",
            {
                award("bằng khen", "Trung tâm Sao Mai", grantor="Bộ Y tế"),
                award("bằng khen", "Viện Dược", grantor="Bộ Y tế"),
                award("giấy khen", "Lò Ba", grantor="Bộ Y tế"),
            },
        ),
    ],
)
def test_what_several_honours_share(text: str, expected: set[Row]) -> None:
    assert rows("award", text) == expected


@pytest.mark.parametrize(
    ("text", "status", "grantor"),
    [
        ("UBND tỉnh Sơn La đề nghị Thủ tướng xem xét, tặng bằng khen cho ông Vũ Hai.", "proposed", "Thủ tướng"),
        ("Tổng thống Pháp Emmanuel Macron trao bằng khen cho ông Vũ Hai.", "conferred", "Tổng thống Pháp"),
        ("Phó Chủ tịch UBND tỉnh Lò Ba trao bằng khen cho ông Vũ Hai.", "conferred", None),
        (
            "Ông Lò Ba bắt tay với Tổng thống Pháp Emmanuel Macron sau khi trao bằng khen cho ông Vũ Hai.",
            "conferred",
            None,
        ),
    ],
)
def test_who_confers_and_who_is_only_asked(text: str, status: str, grantor: str | None) -> None:
    assert rows("award", text) == {award("bằng khen", "Vũ Hai", status, grantor)}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "Nhà nước phong tặng Đảng bộ, chính quyền và nhân dân huyện Ba Tơ danh hiệu Anh hùng Lao động.",
            {"Đảng bộ, chính quyền và nhân dân huyện Ba Tơ"},
        ),
        ("Quân và dân tỉnh Sơn La được tặng Huân chương Độc lập hạng Ba.", {"Quân và dân tỉnh Sơn La"}),
        ("Lò Văn Tịnh được Trung ương Đoàn trao giải thưởng Lý Tự Trọng cùng 71 cán bộ.", {"Lò Văn Tịnh", "71 cán bộ"}),
    ],
)
def test_people_of_a_place_and_those_beside_somebody(text: str, recipients: set[str]) -> None:
    assert {row[1] for row in rows("award", text)} == recipients


@pytest.mark.parametrize(
    ("text", "status", "recipients"),
    [
        ("Sở đã đưa bà Lò Thị Ba vào danh sách đề nghị tặng Huân chương Lao động.", "proposed", {"Lò Thị Ba"}),
        ("Bà Lò Thị Ba có tên trong danh sách xét tặng Huân chương Lao động.", "proposed", {"Lò Thị Ba"}),
        ("Bà Lò Thị Ba có tên trong danh sách được tặng Huân chương Lao động.", "conferred", {"Lò Thị Ba"}),
        ("Hội đồng không đưa bà Lò Thị Ba vào danh sách đề nghị tặng Huân chương Lao động.", "denied", {"Lò Thị Ba"}),
        ("Hội đồng rút bà Lò Thị Ba khỏi danh sách đề nghị tặng Huân chương Lao động.", "denied", {"Lò Thị Ba"}),
        ("Bà Lò Thị Ba không có tên trong danh sách được tặng Huân chương Lao động.", "denied", {"Lò Thị Ba"}),
        ("Có 12 hồ sơ đủ tiêu chuẩn xét tặng Huân chương Lao động.", "proposed", {"12 hồ sơ"}),
    ],
)
def test_lists_of_those_to_be_honoured(text: str, status: str, recipients: set[str]) -> None:
    assert {(row[2], row[1]) for row in rows("award", text)} == {(status, one) for one in recipients}


def test_a_refusal_is_shown_with_its_words() -> None:
    told = thidua.read(article("Hội đồng không đưa bà Lò Thị Ba vào danh sách đề nghị tặng Huân chương Lao động."))
    assert [row["quote"] for row in told.rows() if row["kind"] == "award"] == [
        "không đưa bà Lò Thị Ba vào danh sách đề nghị tặng Huân chương Lao động"
    ]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Bộ Y tế tặng Huân chương Lao động, vinh dự lớn đối với ngành y, cho bà Lò Thị Ba.", {"Lò Thị Ba"}),
        (
            "Bộ Y tế tặng Bằng khen cho các tập thể và cá nhân có nhiều đóng góp như Bệnh viện An Phú và bà Lò Thị Ba.",
            {"Bệnh viện An Phú", "Lò Thị Ba"},
        ),
        ("Bộ Y tế tặng Bằng khen cho các tập thể và cá nhân có nhiều đóng góp như hiến máu.", set()),
        ("Đoàn tuyên dương 9 gương mặt trẻ tiêu biểu (nhận Bằng khen của Bộ Y tế).", {"9 gương mặt trẻ tiêu biểu"}),
        ("Hội đề nghị khen thưởng bà Lò Thị Ba là chiến sĩ thi đua toàn quốc.", {"Lò Thị Ba"}),
        ("Nhà nước truy tặng danh hiệu Anh hùng cho anh Vũ Hai.", {"Vũ Hai"}),
        ("Thủ tướng truy tặng danh hiệu liệt sĩ cho anh Vũ Hai.", {"Vũ Hai"}),
        ("Thủ tướng truy tặng Bằng khen giáo sư Vũ Văn Hai.", {"Vũ Văn Hai"}),
        ("Nhà nước truy tặng Huân chương Lao động với cố Giám đốc Bệnh viện An Phú Vũ Văn Hai.", {"Vũ Văn Hai"}),
        (
            "Chủ tịch nước tặng Huân chương Độc lập cho nhân dân và cán bộ tỉnh Sơn La.",
            {"nhân dân và cán bộ tỉnh Sơn La"},
        ),
    ],
)
def test_recipients_told_in_other_ways(text: str, recipients: set[str]) -> None:
    assert {row[1] for row in rows("award", text)} == recipients


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bà Lò Thị Ba được tặng bằng khen của Bộ Y tế, Sở Y tế Sơn La và UBND tỉnh Sơn La.",
            {("Lò Thị Ba", "Bộ Y tế"), ("Lò Thị Ba", "Sở Y tế Sơn La"), ("Lò Thị Ba", "UBND tỉnh Sơn La")},
        ),
        # what the second body does is a clause of its own
        (
            "Bà Lò Thị Ba được tặng bằng khen của Bộ Y tế và UBND tỉnh Sơn La trao quà.",
            {("Lò Thị Ba", "Bộ Y tế")},
        ),
    ],
)
def test_an_honour_by_several_givers_is_several(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(row[1], row[3]) for row in rows("award", text)} == expected


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "Từng được tặng Huân chương Dũng cảm vì đã chiến đấu ở biên giới phía Bắc, bà Lò Thị Ba về quê.",
            {"Lò Thị Ba"},
        ),
        ("Đã nhận Bằng khen nhưng hai năm qua cán bộ huyện Phong Sơn, TP Huế vẫn chờ.", set()),
        ("Giáo sư Lò Thị Ba dạy ở Huế. Giáo sư được tặng Huân chương Lao động.", {"Lò Thị Ba"}),
        ("Nghệ sĩ Lò Thị Ba dạy ở Huế. Nghệ sĩ được phong tặng NSND phải có cống hiến.", set()),
        ("Đại diện Công ty Sao Mai - ông Vũ Hai, Phó Giám đốc, đã nhận Bằng khen.", {"Công ty Sao Mai"}),
    ],
)
def test_who_receives_where_nobody_stands_right_before_the_verb(text: str, recipients: set[str]) -> None:
    assert {row[1] for row in rows("award", text)} == recipients


@pytest.mark.parametrize(
    ("text", "status", "recipients"),
    [
        ("Các nghệ sĩ Minh Vương, Thanh Tuấn trượt xét duyệt NSND.", "denied", {"Minh Vương", "Thanh Tuấn"}),
        ("NSƯT Minh Vương và nhiều nghệ sĩ cải lương trượt NSND.", "denied", {"Minh Vương"}),
        ("Vua ra lệnh thu hồi huân chương hoàng gia, vì ông Vũ Hai bị kết án.", "revoked", {"Vũ Hai"}),
    ],
)
def test_who_failed_or_lost_an_honour(text: str, status: str, recipients: set[str]) -> None:
    assert {(row[2], row[1]) for row in rows("award", text)} == {(status, one) for one in recipients}


def test_a_list_of_lines_below_a_heading_with_what_each_is() -> None:
    told = rows(
        "award",
        "Danh sách đề cử xét tặng danh hiệu nghệ sĩ nhân dân, nghệ sĩ ưu tú của thành phố năm 2018 vừa được công bố.",
        "Các nghệ sĩ được đề cử xét phong tặng danh hiệu nghệ sĩ nhân dân là:\n"
        "- Diễn viên kịch nói Lò Thị Ba (Nhà hát Sao Mai)\n- Diễn viên, đạo diễn Vũ Văn Hai\n- Đạo diễn Lý Thị Hòe.",
    )
    listed = {
        ("nghệ sĩ nhân dân", name, "proposed", None, None, 2018) for name in ("Lò Thị Ba", "Vũ Văn Hai", "Lý Thị Hòe")
    }
    assert told == listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Vũ Hai đã tặng Bằng khen cho 2 tập thể đã phá án nhanh; 3 cá nhân có thành tích.",
            {("2 tập thể", None), ("3 cá nhân", None)},
        ),
        (
            "Bệnh viện An Phú được trao tặng giải thưởng “Sao vàng” do Bộ Y tế tổ chức và bình chọn.",
            {("Bệnh viện An Phú", "Bộ Y tế")},
        ),
        (
            "Sao Mai bán vải. Ngoài ra Sao Mai cũng từng được trao tặng Huân chương Lao động hạng Ba.",
            {("Sao Mai", None)},
        ),
    ],
)
def test_groups_brands_and_givers(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert {(row[1], row[3]) for row in rows("award", text)} == expected
