"""Who an award is for, who confers it and when, in the many ways of saying so, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, award, rows

ORDER = "Huân chương Lao động hạng Ba"
STATE = "Chủ tịch nước"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the names of a counted group right behind it take its place
        (
            "UBND huyện Na Hin tặng giấy khen cho hai em Lường Văn Pao và Cầm Thị Ó.",
            {
                award("giấy khen", "Lường Văn Pao", grantor="UBND huyện Na Hin"),
                award("giấy khen", "Cầm Thị Ó", grantor="UBND huyện Na Hin"),
            },
        ),
        # one of a counted group, and the group
        (
            "Thiếu tá Lường Văn Pao là một trong 19 cá nhân nhận Bằng khen của Bộ trưởng Quốc phòng.",
            {
                award("Bằng khen của Bộ trưởng Quốc phòng", "Lường Văn Pao", grantor="Bộ trưởng Quốc phòng"),
                award("Bằng khen của Bộ trưởng Quốc phòng", "19 cá nhân", grantor="Bộ trưởng Quốc phòng", count=19),
            },
        ),
        # further grades, and a further honour without its first word
        (
            "Báo Mường Xanh từng được tặng các huân chương Độc lập hạng Nhất, Nhì; Lao động hạng Nhì (2 lần), Ba.",
            {
                award("huân chương Độc lập hạng Nhất", "Báo Mường Xanh"),
                award("huân chương Độc lập hạng Nhì", "Báo Mường Xanh"),
                award("huân chương Lao động hạng Nhì", "Báo Mường Xanh"),
                award("huân chương Lao động hạng Ba", "Báo Mường Xanh"),
            },
        ),
        # many of a kind name none
        (
            f"Ông Quách Văn Ngà được trao nhiều huân chương cao quý như {ORDER}.",
            {award(ORDER, "Quách Văn Ngà")},
        ),
        # the time for which a title is given
        (
            "Chủ tịch nước phong tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân thời kỳ kháng chiến chống Mỹ, cứu"
            " nước cho Trường THPT chuyên Lê Hồng Phong.",
            {
                award(
                    "Anh hùng Lực lượng vũ trang nhân dân thời kỳ kháng chiến chống Mỹ, cứu nước",
                    "Trường THPT chuyên Lê Hồng Phong",
                    grantor=STATE,
                )
            },
        ),
        # a name and an honour with no sign between
        (
            f"Đảng và Nhà nước đã trao tặng ông Quách Văn Ngà {ORDER}.",
            {award(ORDER, "Quách Văn Ngà", grantor="Đảng và Nhà nước")},
        ),
        # recipients right behind the honour
        (
            "Tỉnh đoàn Sơn La trao bằng khen 2 học sinh.",
            {award("bằng khen", "2 học sinh", grantor="Tỉnh đoàn Sơn La", count=2)},
        ),
        # a body's name in letters of its own, told before in brackets
        (
            f"Ngân hàng TMCP Mường Xanh (MuXaBank) lớn mạnh. Năm 2012 MuXaBank được Chủ tịch nước tặng {ORDER}.",
            {award(ORDER, "MuXaBank", grantor=STATE, year=2012)},
        ),
        # the body that holds the giver
        (
            "Cục Cảnh sát giao thông, Bộ Công an đã trao thư khen cho 9 tập thể.",
            {award("thư khen", "9 tập thể", grantor="Cục Cảnh sát giao thông, Bộ Công an", count=9)},
        ),
        # who is asked to take it back had conferred it
        (
            "Bộ Công Thương kiến nghị Thủ tướng xem xét thu hồi bằng khen của ông Quách Văn Ngà.",
            {award("bằng khen", "Quách Văn Ngà", "revocation_proposed", grantor="Thủ tướng")},
        ),
    ],
)
def test_groups_named_grades_listed_and_givers_asked(sentence: str, expected: set[Row]) -> None:
    assert rows("award", sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a verb in the name of the ceremony
        (
            f"Sáng 3/5, lễ trao tặng {ORDER} cho ông Quách Văn Ngà diễn ra tại Hòa Bình.",
            award(ORDER, "Quách Văn Ngà"),
        ),
        (f"Lễ đón nhận {ORDER} của Trường THPT Nà Bản thu hút nhiều người.", award(ORDER, "Trường THPT Nà Bản")),
        # two verbs of giving side by side
        (
            "Bà Cầm Thị Ó được truy tặng, phong tặng danh hiệu Nghệ nhân Ưu tú.",
            award("Nghệ nhân Ưu tú", "Cầm Thị Ó"),
        ),
        # the honour is the subject
        (
            f"{ORDER} do Chủ tịch nước tặng cho bà Lường Thị Sen.",
            award(ORDER, "Lường Thị Sen", grantor=STATE),
        ),
        # small letters
        (
            "Tổng thống Ba Lan trao huân chương công trạng cho ông Vi Văn Dịch.",
            award("huân chương công trạng", "Vi Văn Dịch", grantor="Tổng thống Ba Lan"),
        ),
        # a gift beside it
        (
            "Huyện đoàn Mường Lát trao giấy khen kèm 2 triệu đồng cho em Thao Thị Dợ.",
            award("giấy khen", "Thao Thị Dợ", grantor="Huyện đoàn Mường Lát"),
        ),
        # where it is given is no recipient
        (
            "Tại Hội trường Bộ Công Thương, Công ty Dệt Mỹ Hà đã vinh dự nhận cờ thi đua.",
            award("cờ thi đua", "Công ty Dệt Mỹ Hà"),
        ),
        # the giver behind the honour
        (
            "Công ty Dệt Mỹ Hà nhận bằng khen vì nộp thuế tốt do UBND tỉnh Nam Định trao tặng.",
            award("bằng khen", "Công ty Dệt Mỹ Hà", grantor="UBND tỉnh Nam Định"),
        ),
        (
            "Anh Đinh Văn Trẻ nhận bằng khen từ Tỉnh đoàn Kon Tum.",
            award("bằng khen", "Đinh Văn Trẻ", grantor="Tỉnh đoàn Kon Tum"),
        ),
        (
            "Bà Tòng Thị Ban được trao Huân chương Hữu nghị, phần thưởng cao quý của Nhà nước Việt Nam.",
            award("Huân chương Hữu nghị", "Tòng Thị Ban", grantor="Nhà nước Việt Nam"),
        ),
        # a letter is sent
        (
            "Bộ trưởng Bộ Công an đã gửi thư khen Công an tỉnh Yên Bái.",
            award("thư khen", "Công an tỉnh Yên Bái", grantor="Bộ trưởng Bộ Công an"),
        ),
        # who follows where no subject stands before
        (
            "Sau khi nhận danh hiệu Nghệ sĩ Ưu tú, bà Lò Thị Hoan mở lớp dạy hát.",
            award("Nghệ sĩ Ưu tú", "Lò Thị Hoan"),
        ),
        # a body described by another
        (
            "Báo Biên Cương - cơ quan ngôn luận của Hội Nhà báo tỉnh Lào Cai được tặng Bằng khen.",
            award("Bằng khen", "Báo Biên Cương"),
        ),
        (
            f"Bà Lò Thị Hoan, 60 tuổi, quê ở xã Mường Bú, từng công tác tại Sở Y tế, được tặng {ORDER}.",
            award(ORDER, "Lò Thị Hoan"),
        ),
    ],
)
def test_the_recipient_and_the_giver_wherever_they_stand(sentence: str, expected: Row) -> None:
    assert rows("award", sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "grantor"),
    [
        (f"Phó Chủ tịch UBND tỉnh Mạc Văn Sơn trao {ORDER} cho bà Sa Thị Hin.", None),
        (f"UBND tỉnh Phú Thọ trao {ORDER} cho bà Sa Thị Hin.", None),
        (f"Thay mặt Đảng, Nhà nước, Thủ tướng Mạc Văn Sơn trao {ORDER} cho bà Sa Thị Hin.", "Đảng, Nhà nước"),
        (f"Bà Sa Thị Hin được Đảng - Nhà nước trao tặng {ORDER}.", "Đảng - Nhà nước"),
        ("Thủ tướng Mạc Văn Sơn tặng Bằng khen cho bà Sa Thị Hin.", "Thủ tướng"),
        ("Ông Mạc Văn Sơn, Chủ tịch UBND huyện Thanh Sơn, trao Giấy khen cho bà Sa Thị Hin.", None),
        ("Phó Chủ tịch UBND tỉnh Phú Thọ ký quyết định tặng Bằng khen cho bà Sa Thị Hin.", "UBND tỉnh Phú Thọ"),
        ("Trung ương Đoàn trao Bằng khen cho bà Sa Thị Hin.", "Trung ương Đoàn"),
        ("Bà Sa Thị Hin được chính phủ Pháp trao Huân chương Bắc đẩu Bội tinh.", "chính phủ Pháp"),
    ],
)
def test_whoever_only_hands_it_over_does_not_confer_it(sentence: str, grantor: str | None) -> None:
    (found,) = rows("award", sentence)
    assert found[1] == "Sa Thị Hin"
    assert found[3] == grantor


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        (f"Năm 2011, bà Sa Thị Hin được tặng {ORDER}.", 2011),
        (f"Bà Sa Thị Hin được tặng {ORDER} vào năm 2011.", 2011),
        (f"Trao {ORDER} cho bà Sa Thị Hin năm 2011.", 2011),
        (f"Bà Sa Thị Hin được tặng {ORDER} (2011).", 2011),
        ("Bà Sa Thị Hin được trao giải thưởng Bông lúa vàng 2011.", 2011),
        (f"Quyết định tặng {ORDER} cho bà Sa Thị Hin do Chủ tịch nước ký ngày 7-10-2011.", 2011),
        (f"Bà Sa Thị Hin được tặng {ORDER} vì thành tích trong phong trào thi đua năm 2011.", None),
        (f"Bà Sa Thị Hin, sinh năm 1950, được tặng {ORDER}.", None),
    ],
)
def test_the_year_is_that_of_the_award(sentence: str, year: int | None) -> None:
    (found,) = rows("award", sentence)
    assert found[5] == year


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # members named of a counted group
        (
            "Bộ Y tế tặng Bằng khen cho 2 bác sĩ gồm: ông Hà Văn Pẩu và bà Lộc Thị Nhung.",
            {award("Bằng khen", name, grantor="Bộ Y tế") for name in ("Hà Văn Pẩu", "Lộc Thị Nhung")},
        ),
        (
            "Trung ương Hội tặng Cờ thi đua cho 10 đơn vị xuất sắc, trong đó có Hội Luật gia tỉnh Cao Bằng.",
            {
                award("Cờ thi đua", "10 đơn vị xuất sắc", grantor="Trung ương Hội", count=10),
                award("Cờ thi đua", "Hội Luật gia tỉnh Cao Bằng", grantor="Trung ương Hội"),
            },
        ),
        # something told of each
        (
            "Anh Hà Văn Pẩu, chủ tàu cá Sao Mai, chị Lộc Thị Nhung, thợ máy tàu này, được Thủ tướng tặng Bằng khen.",
            {award("Bằng khen", name, grantor="Thủ tướng") for name in ("Hà Văn Pẩu", "Lộc Thị Nhung")},
        ),
        # the last of a list begins the next clause
        (
            "Bộ Y tế tặng Bằng khen cho 5 bác sĩ và 8 y sĩ được tặng Giấy khen.",
            {
                award("Bằng khen", "5 bác sĩ", grantor="Bộ Y tế", count=5),
                award("Giấy khen", "8 y sĩ", count=8),
            },
        ),
        # one verb for all
        (
            "Ông Hà Văn Pẩu được trao Bằng khen của Bộ Y tế, trao Kỷ niệm chương Vì sức khỏe nhân dân.",
            {
                award("Bằng khen của Bộ Y tế", "Hà Văn Pẩu", grantor="Bộ Y tế"),
                award("Kỷ niệm chương Vì sức khỏe nhân dân", "Hà Văn Pẩu"),
            },
        ),
        (
            "UBND tỉnh Hà Nam tặng Bằng khen cho Công ty Sao Mai, tặng Giấy khen cho ông Hà Văn Pẩu.",
            {
                award("Bằng khen", "Công ty Sao Mai", grantor="UBND tỉnh Hà Nam"),
                award("Giấy khen", "Hà Văn Pẩu", grantor="UBND tỉnh Hà Nam"),
            },
        ),
        # number words, and those chosen
        ("Bốn chiến sĩ được tặng Bằng khen.", {award("Bằng khen", "Bốn chiến sĩ", count=4)}),
        (
            "Hội đồng chọn 9 công trình trao Giải thưởng Hồ Chí Minh và 7 công trình trao Giải thưởng Nhà nước.",
            {
                award("Giải thưởng Hồ Chí Minh", "9 công trình", count=9),
                award("Giải thưởng Nhà nước", "7 công trình", count=7),
            },
        ),
    ],
)
def test_several_recipients_under_one_verb(sentence: str, expected: set[Row]) -> None:
    assert rows("award", sentence) == expected


def test_recipients_one_a_line_below_what_they_are_given() -> None:
    text = "Các cá nhân được tặng Bằng khen của Bộ Y tế:\n1. Ông Hà Văn Pẩu.\n2. Bà Lộc Thị Nhung.\nBuổi lễ kết thúc."
    assert rows("award", text) == {
        award("Bằng khen của Bộ Y tế", name, grantor="Bộ Y tế") for name in ("Hà Văn Pẩu", "Lộc Thị Nhung")
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Cụm suy tôn Hội Luật gia tỉnh Cao Bằng và Hội Luật gia tỉnh Bắc Kạn đề nghị Trung ương Hội tặng "
            "Cờ thi đua.",
            {
                award("Cờ thi đua", f"Hội Luật gia tỉnh {place}", "proposed", "Trung ương Hội")
                for place in ("Cao Bằng", "Bắc Kạn")
            },
        ),
        (
            "Hội nghị đề nghị Thủ tướng Chính phủ tặng Cờ thi đua của Chính phủ cho tỉnh Cao Bằng; tặng Bằng khen cho "
            "tỉnh Bắc Kạn.",
            {
                award("Cờ thi đua của Chính phủ", "Cao Bằng", "proposed", "Chính phủ"),
                award("Bằng khen", "Bắc Kạn", "proposed", "Thủ tướng Chính phủ"),
            },
        ),
        (
            "Danh sách có 17 nghệ sĩ đủ điều kiện xét tặng danh hiệu Nghệ sĩ Nhân dân và 42 nghệ sĩ cho danh hiệu "
            "Nghệ sĩ Ưu tú.",
            {
                award("Nghệ sĩ Nhân dân", "17 nghệ sĩ", "proposed", count=17),
                award("Nghệ sĩ Ưu tú", "42 nghệ sĩ", "proposed", count=42),
            },
        ),
        (
            "Trường đang làm quy trình để tặng giấy khen cho em Hà Văn Pẩu.",
            {award("giấy khen", "Hà Văn Pẩu", "proposed")},
        ),
        (
            "Bà Lộc Thị Nhung được đề cử danh hiệu Nghệ nhân Ưu tú.",
            {award("Nghệ nhân Ưu tú", "Lộc Thị Nhung", "proposed")},
        ),
        (
            f"UBND tỉnh kiến nghị thu hồi {ORDER} của Công ty Sao Mai và Bằng khen của ông Hà Văn Pẩu.",
            {
                award(ORDER, "Công ty Sao Mai", "revocation_proposed"),
                award("Bằng khen", "Hà Văn Pẩu", "revocation_proposed"),
            },
        ),
        (
            "Thủ tướng thu hồi Bằng khen đã tặng cho Công ty Sao Mai.",
            {award("Bằng khen", "Công ty Sao Mai", status, "Thủ tướng") for status in ("conferred", "revoked")},
        ),
        (
            f"Ông Hà Văn Pẩu được tặng {ORDER} năm 2010 nhưng bị tước năm 2015.",
            {award(ORDER, "Hà Văn Pẩu", year=2010), award(ORDER, "Hà Văn Pẩu", "revoked", year=2015)},
        ),
        (
            "Năm 2014, bà Lộc Thị Nhung được phong tặng danh hiệu Nghệ sĩ Nhân dân; năm 2019 bà bị tước danh hiệu "
            "Nghệ sĩ Nhân dân.",
            {
                award("Nghệ sĩ Nhân dân", "Lộc Thị Nhung", year=2014),
                award("Nghệ sĩ Nhân dân", "Lộc Thị Nhung", "revoked", year=2019),
            },
        ),
    ],
)
def test_the_life_of_an_award(sentence: str, expected: set[Row]) -> None:
    assert rows("award", sentence) == expected


def test_an_honour_told_before_is_meant_by_its_kind() -> None:
    text = "Trung ương Đoàn có huy hiệu Tuổi trẻ dũng cảm. Sáng nay, anh Hà Văn Pẩu được trao huy hiệu này."
    assert rows("award", text) == {award("huy hiệu Tuổi trẻ dũng cảm", "Hà Văn Pẩu")}


def test_a_body_told_before_is_meant_by_its_kind() -> None:
    text = "Công ty Sao Mai khai trương. Năm 2012, Công ty đã được Bộ Y tế tặng Bằng khen."
    assert rows("award", text) == {award("Bằng khen", "Công ty Sao Mai", grantor="Bộ Y tế", year=2012)}


@pytest.mark.parametrize(
    ("told", "again", "expected"),
    [
        (
            "Ông Hà Văn Pẩu được tặng bằng khen của Chủ tịch UBND tỉnh Hà Nam.",
            "Ông Hà Văn Pẩu nhận bằng khen do UBND tỉnh Hà Nam trao tặng.",
            award("bằng khen của Chủ tịch UBND tỉnh Hà Nam", "Hà Văn Pẩu", grantor="Chủ tịch UBND tỉnh Hà Nam"),
        ),
        (
            "Ông Hà Văn Pẩu được tặng Huân chương Lao động.",
            f"Ông Hà Văn Pẩu được tặng {ORDER}.",
            award(ORDER, "Hà Văn Pẩu"),
        ),
        ("9 ngư dân được tặng Bằng khen.", "9 người nhận Bằng khen.", award("Bằng khen", "9 ngư dân", count=9)),
    ],
)
def test_one_paper_called_by_two_names_is_one(told: str, again: str, expected: Row) -> None:
    assert rows("award", told, again) == {expected}


def test_what_is_said_of_a_round_holds_for_its_awards() -> None:
    text = (
        "Giải thưởng Hồ Chí Minh 2016 vừa được công bố. Chủ tịch nước tặng Giải thưởng Hồ Chí Minh cho ông Hà Văn Pẩu.",
        "Bà Lộc Thị Nhung cũng được tặng Giải thưởng Hồ Chí Minh.",
    )
    assert rows("award", *text) == {
        award("Giải thưởng Hồ Chí Minh", name, grantor=STATE, year=2016) for name in ("Hà Văn Pẩu", "Lộc Thị Nhung")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        # wished, supposed, provided for
        "Ông Hà Văn Pẩu xứng đáng được tặng danh hiệu Nghệ nhân Nhân dân.",
        "Nếu được phong danh hiệu Nghệ nhân Ưu tú, ông Hà Văn Pẩu sẽ rất vui.",
        "Tối đa 5 công trình sẽ được nhận bằng khen.",
        # he would not have it
        "Ông Hà Văn Pẩu từ chối danh hiệu Anh hùng Lao động.",
        # nobody in particular
        "Nhiều tập thể, cá nhân Công an tỉnh Hà Nam được trao Bằng khen.",
        "Ông Hà Văn Pẩu cho biết địa phương không có người được phong danh hiệu Anh hùng Lao động.",
        "Bác Hồ từng kể về các mẹ Việt Nam anh hùng.",
        # a title that only people have
        "TP. HCM được xét tặng danh hiệu Nghệ sĩ Nhân dân.",
        # contests and beauty
        "Cô Lộc Thị Nhung đoạt danh hiệu Á hậu 2.",
        "Anh Hà Văn Pẩu giành nhiều huy chương.",
        # titles worn by several
        "Có mặt các NSƯT: Hà Văn Pẩu, Lộc Thị Nhung.",
        # honours of no name
        "Bà Lộc Thị Nhung từng nhận nhiều giải thưởng quốc tế.",
    ],
)
def test_what_only_looks_like_an_award(sentence: str) -> None:
    assert rows("award", sentence) == set()


@pytest.mark.parametrize(
    ("group", "count"),
    [
        ("11 tập thể xuất sắc", 11),
        ("5 doanh nhân ưu tú", 5),
        ("3/8 cán bộ", 3),
        ("7 cá nhân tiêu biểu, xuất sắc", 7),
    ],
)
def test_a_counted_group_is_told_with_what_it_is_praised_for(group: str, count: int) -> None:
    text = f"UBND tỉnh Lai Châu tặng Bằng khen cho {group}."
    assert rows("award", text) == {("Bằng khen", group, "conferred", "UBND tỉnh Lai Châu", count, None)}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Bà Lý Thị Hòe gắn Bằng khen lên lá cờ truyền thống của Bệnh viện An Phú.", {"Bệnh viện An Phú"}),
        ("Anh Lê Văn Mạnh - người cứu 5 học sinh đuối nước, được tặng Bằng khen.", {"Lê Văn Mạnh"}),
        ("Bệnh viện An Phú được vinh danh trong Top 10 doanh nghiệp, nhận Bằng khen.", {"Bệnh viện An Phú"}),
        ("Bộ Y tế tặng Bằng khen cho Trung úy Lê Văn Mạnh, Đồn Biên phòng Cửa khẩu Cha Lo.", {"Lê Văn Mạnh"}),
        ("Bằng khen được trao cho 3 cá nhân, trong đó có bà Lý Thị Hòe.", {"3 cá nhân", "Lý Thị Hòe"}),
        ("Ông Lê Văn Mạnh được Sở Y tế khen thưởng, đề nghị Bộ Y tế tặng Bằng khen.", {"Lê Văn Mạnh"}),
        # verbs that are syllables of a firm's name
        ("Bộ Y tế tặng Bằng khen cho Công ty TNHH Thành Đạt.", {"Công ty TNHH Thành Đạt"}),
    ],
)
def test_for_whom_an_honour_is(text: str, recipients: set[str]) -> None:
    assert {row[1] for row in rows("award", text)} == recipients
