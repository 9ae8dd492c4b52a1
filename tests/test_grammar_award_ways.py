"""Awards told in ways of newspapers: a given name alone, an office, praise of the honour, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, award, rows

ORDER = "Huân chương Lao động hạng Ba"
BOARD = "UBND tỉnh Sơn La"
STATE = "Chủ tịch nước"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # somebody told before by the given name alone, at the beginning of a sentence
        (
            ("Em Lường Văn Pao nhặt được ví.", f"Pao đã được {BOARD} tặng giấy khen."),
            {award("giấy khen", "Lường Văn Pao", grantor=BOARD)},
        ),
        # which of the two is not told
        (("Em Lường Văn Pao và em Lò Thị Pao nhặt được ví.", f"Pao đã được {BOARD} tặng giấy khen."), set()),
        # an office stands for its holder
        (
            (
                "Ông Quách Văn Ngà, Tổng biên tập Báo Na Hin, đến dự.",
                f"{STATE} trao {ORDER} cho Tổng biên tập Báo Na Hin.",
            ),
            {award(ORDER, "Quách Văn Ngà", grantor=STATE)},
        ),
        (
            ("Tổng thống Colombia Juan Ramos phát biểu.", f"Tổng thống Colombia được trao {ORDER}."),
            {award(ORDER, "Juan Ramos")},
        ),
        # a kind of body begins the clause behind words of time
        (
            ("Hội Luật gia Na Hin họp.", "Đây là năm thứ ba liên tiếp Hội được Bộ Tư pháp tặng bằng khen."),
            {award("bằng khen", "Hội Luật gia Na Hin", grantor="Bộ Tư pháp")},
        ),
        # who is visited, with what is told of him in brackets
        (
            ("Tỉnh đoàn Sơn La đến gia đình Lường Văn Pao (22 tuổi, xã Na Hin, TP Sơn La) trao giấy khen.",),
            {award("giấy khen", "Lường Văn Pao", grantor="Tỉnh đoàn Sơn La")},
        ),
    ],
)
def test_who_is_meant_in_other_words(told: tuple[str, ...], expected: set[Row]) -> None:
    assert rows("award", *told) == expected


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        # what is said of the honour before its recipient
        (f"{STATE} trao {ORDER} - phần thưởng cao quý của Nhà nước - cho bà Lò Thị Hoa.", {"Lò Thị Hoa"}),
        # the dead
        (f"{STATE} truy tặng {ORDER} cho cố nhạc sĩ Quách Văn Ngà.", {"Quách Văn Ngà"}),
        # the school of a former pupil is not honoured
        (f"{STATE} trao {ORDER} cho em Lường Văn Pao, cựu học sinh Trường THPT Na Hin.", {"Lường Văn Pao"}),
        # groups of one number are two; one body beside one person is counted
        ("Bộ Y tế tặng bằng khen cho 10 tập thể và 10 cá nhân.", {"10 tập thể", "10 cá nhân"}),
        ("Một tập thể và hai cá nhân được Bộ Y tế tặng bằng khen.", {"Một tập thể", "hai cá nhân"}),
        ("Một cá nhân của phường xin nhận bằng khen.", set()),
        # a counted group, not the body whose people they are
        (f"Hai cựu sinh viên của Trường THPT Na Hin được trao {ORDER}.", {"Hai cựu sinh viên"}),
        # what somebody gives back beside it is no honour
        (
            "Tài xế taxi Quách Văn Ngà - người trả lại ví cho khách, được Bộ Y tế tặng bằng khen.",
            {"Quách Văn Ngà"},
        ),
        # a letter that somebody has for somebody; a title of a year
        ("Bộ trưởng Bộ Y tế có thư khen gửi Bệnh viện Na Hin.", {"Bệnh viện Na Hin"}),
        ("Chị Lò Thị Hoa là Chiến sĩ thi đua toàn quốc năm 2016.", {"Lò Thị Hoa"}),
    ],
)
def test_recipients_told_as_newspapers_do(sentence: str, recipients: set[str]) -> None:
    found = rows("award", sentence)
    assert {row[1] for row in found} == recipients
    assert {row[2] for row in found} <= {"conferred"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a prize by its name in quotation marks
        ('Công ty Mường Xanh được bình chọn và trao giải "Thương hiệu bền vững".', 'giải "Thương hiệu bền vững"'),
        ('Công ty Mường Xanh được vinh danh "Thương hiệu bền vững".', "Thương hiệu bền vững"),
        # how high an honour stands is no second one
        (
            f"{STATE} tặng Công ty Mường Xanh danh hiệu Anh hùng Lao động, huân chương cao quý nhất của nước nhà.",
            "Anh hùng Lao động",
        ),
    ],
)
def test_which_honour_is_told(sentence: str, expected: str) -> None:
    assert {(row[0], row[1], row[2]) for row in rows("award", sentence)} == {
        (expected, "Công ty Mường Xanh", "conferred")
    }


def test_a_prize_told_by_two_words_is_one_award() -> None:
    found = rows(
        "award", "Bà Lò Thị Hoa nhận giải thưởng Nobel Hòa bình năm 2001.", "Bà Hoa từng giành giải Nobel Hòa bình."
    )
    assert found == {award("giải thưởng Nobel Hòa bình", "Lò Thị Hoa", year=2001)}


@pytest.mark.parametrize(
    ("sentence", "grantor"),
    [
        ("Tỉnh Sơn La đã tặng bằng khen cho chị Cầm Thị Ó.", "Tỉnh Sơn La"),
        ("Chị Cầm Thị Ó được TP Hải Phòng tặng bằng khen.", "TP Hải Phòng"),
        ("Theo báo chí, chính phủ Pháp đã trao bằng khen cho chị Cầm Thị Ó.", "chính phủ Pháp"),
        # where it was
        ("Sáng 3/4, tại Hải Phòng, trao bằng khen cho chị Cầm Thị Ó.", None),
        ("Bộ Y tế đã về tỉnh Sơn La tặng bằng khen cho chị Cầm Thị Ó.", "Bộ Y tế"),
    ],
)
def test_provinces_and_governments_confer(sentence: str, grantor: str | None) -> None:
    assert rows("award", sentence) == {award("bằng khen", "Cầm Thị Ó", grantor=grantor)}


def test_a_list_of_honours_before_whose_they_are() -> None:
    text = (
        "Từng nhận Giải thưởng Tôn Đức Thắng của Liên đoàn Lao động Sơn La, bằng khen của Thủ tướng,"
        " anh Lường Văn Pao vẫn ở lại bản."
    )
    assert rows("award", text) == {
        award("Giải thưởng Tôn Đức Thắng", "Lường Văn Pao", grantor="Liên đoàn Lao động Sơn La"),
        award("bằng khen của Thủ tướng", "Lường Văn Pao", grantor="Thủ tướng"),
    }


def test_a_title_of_the_year_told_before_its_bearer() -> None:
    text = "Năm 2018, anh Lường Văn Pao là Chiến sĩ thi đua toàn quân."
    assert rows("award", text) == {award("Chiến sĩ thi đua toàn quân", "Lường Văn Pao", year=2018)}


@pytest.mark.parametrize("came", ["dự", "tham dự", "đã đến dự"])
def test_who_attends_a_ceremony_of_receiving_receives_nothing(came: str) -> None:
    ceremony = f"lễ đón nhận {ORDER} và kỷ niệm 50 năm thành lập của Trường Cao đẳng Na Hin"
    assert not rows("award", f"Chiều 23/10, Phó Chủ tịch nước Lò Thị Mẩy {came} {ceremony}.")
    assert rows("award", f"Bà Lò Thị Mẩy {came} lễ và nhận {ORDER}.") == {award(ORDER, "Lò Thị Mẩy")}
