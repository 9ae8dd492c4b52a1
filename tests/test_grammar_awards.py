"""Who was given, proposed for, refused or stripped of which honour, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, award, rows

ORDER = "Huân chương Lao động hạng Ba"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Chủ tịch nước tặng {ORDER} cho ông Lê Văn Mạnh.", award(ORDER, "Lê Văn Mạnh", grantor="Chủ tịch nước")),
        (f"Ông Lê Văn Mạnh được Chủ tịch nước tặng {ORDER}.", award(ORDER, "Lê Văn Mạnh", grantor="Chủ tịch nước")),
        (f"{ORDER} được trao cho bà Phạm Thị Lụa.", award(ORDER, "Phạm Thị Lụa")),
        (
            "Bộ Giáo dục và Đào tạo tặng Bằng khen cho Trường Tiểu học Nà Pó.",
            award("Bằng khen", "Trường Tiểu học Nà Pó", grantor="Bộ Giáo dục và Đào tạo"),
        ),
        (
            "Công an tỉnh Lạng Sơn nhận Cờ thi đua của Bộ Công an.",
            award("Cờ thi đua của Bộ Công an", "Công an tỉnh Lạng Sơn", grantor="Bộ Công an"),
        ),
        ("Bà Vi Thị Nương đón nhận danh hiệu Nghệ nhân Ưu tú.", award("Nghệ nhân Ưu tú", "Vi Thị Nương")),
        (
            "Chủ tịch nước phong tặng danh hiệu Nhà giáo Nhân dân cho PGS Tạ Văn Lễ.",
            award("Nhà giáo Nhân dân", "Tạ Văn Lễ", grantor="Chủ tịch nước"),
        ),
        (
            "Chủ tịch nước truy tặng Huân chương Dũng cảm cho anh Hoàng Văn Sơn.",
            award("Huân chương Dũng cảm", "Hoàng Văn Sơn", grantor="Chủ tịch nước"),
        ),
        (
            "Việc trao tặng Huân chương Hữu nghị cho ông John Smith diễn ra sáng nay.",
            award("Huân chương Hữu nghị", "John Smith"),
        ),
        (
            "Bằng khen của Thủ tướng Chính phủ được trao cho Sở Y tế tỉnh Phú Yên.",
            award("Bằng khen của Thủ tướng Chính phủ", "Sở Y tế tỉnh Phú Yên", grantor="Thủ tướng Chính phủ"),
        ),
        (
            "Nhạc sĩ Văn Thế được trao Giải thưởng Hồ Chí Minh.",
            award("Giải thưởng Hồ Chí Minh", "Văn Thế"),
        ),
        (
            "Năm 2015, Hợp tác xã Đồng Tâm được Thủ tướng Chính phủ tặng Bằng khen.",
            award("Bằng khen", "Hợp tác xã Đồng Tâm", grantor="Thủ tướng Chính phủ", year=2015),
        ),
        (
            "Danh hiệu Anh hùng Lao động được phong tặng cho bà Lê Thị Tý.",
            award("Anh hùng Lao động", "Lê Thị Tý"),
        ),
        # on behalf of the President: whoever hands it over does not confer it
        (
            "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy Điện Biên Mùa A Chống trao Huân chương Lao động hạng Nhì "
            "cho Bệnh viện Đa khoa tỉnh Điện Biên.",
            award("Huân chương Lao động hạng Nhì", "Bệnh viện Đa khoa tỉnh Điện Biên", grantor="Chủ tịch nước"),
        ),
        # decided, even if not yet handed over
        (
            "Bộ trưởng Bộ Công an đã ký quyết định tặng Bằng khen cho Công an huyện Tủa Chùa.",
            award("Bằng khen", "Công an huyện Tủa Chùa", grantor="Bộ trưởng Bộ Công an"),
        ),
        (
            "Nhà nước Lào tặng Huân chương Ít-xa-la hạng Nhất cho ông Phan Văn Kỷ.",
            award("Huân chương Ít-xa-la hạng Nhất", "Phan Văn Kỷ", grantor="Nhà nước Lào"),
        ),
        (
            "Anh Phan Văn Kỷ được Trung ương Đoàn vinh danh “Người thợ trẻ giỏi” năm 2018.",
            award("Người thợ trẻ giỏi", "Phan Văn Kỷ", grantor="Trung ương Đoàn", year=2018),
        ),
        (
            "Thầy Phan Văn Kỷ được công nhận danh hiệu “Chiến sĩ thi đua cấp huyện”.",
            award("Chiến sĩ thi đua cấp huyện", "Phan Văn Kỷ"),
        ),
        (
            "Giám đốc Công an tỉnh đã tặng Giấy khen và tiền thưởng cho 2 quần chúng.",
            award("Giấy khen", "2 quần chúng", grantor="Giám đốc Công an tỉnh", count=2),
        ),
    ],
)
def test_an_honour_given_in_the_active_the_passive_or_as_a_noun(sentence: str, expected: Row) -> None:
    assert rows("award", sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "UBND tỉnh Sơn La tặng Bằng khen cho 15 tập thể và 32 cá nhân.",
            {
                award("Bằng khen", "15 tập thể", grantor="UBND tỉnh Sơn La", count=15),
                award("Bằng khen", "32 cá nhân", grantor="UBND tỉnh Sơn La", count=32),
            },
        ),
        (
            "UBND tỉnh Hậu Giang tặng Cờ thi đua cho 3 đơn vị, tặng Bằng khen cho 7 tập thể.",
            {
                award("Cờ thi đua", "3 đơn vị", grantor="UBND tỉnh Hậu Giang", count=3),
                award("Bằng khen", "7 tập thể", grantor="UBND tỉnh Hậu Giang", count=7),
            },
        ),
        (
            "Có 1.250 tập thể được tặng Bằng khen của UBND tỉnh Bến Tre.",
            {award("Bằng khen của UBND tỉnh Bến Tre", "1.250 tập thể", grantor="UBND tỉnh Bến Tre", count=1250)},
        ),
        (
            "Chủ tịch UBND tỉnh Bình Thuận tặng Bằng khen cho bà Trương Thị Cúc, ông Mang Văn Lập và Công ty Hải Yến.",
            {
                award("Bằng khen", name, grantor="Chủ tịch UBND tỉnh Bình Thuận")
                for name in ("Trương Thị Cúc", "Mang Văn Lập", "Công ty Hải Yến")
            },
        ),
        (
            "Ông Lường Văn Ún và bà Cà Thị Xoan được tặng Kỷ niệm chương Vì sự nghiệp dân tộc.",
            {award("Kỷ niệm chương Vì sự nghiệp dân tộc", name) for name in ("Lường Văn Ún", "Cà Thị Xoan")},
        ),
        (
            f"Hai ông Lê Văn Sắn và Lò Văn Khoai nhận {ORDER}.",
            {award(ORDER, "Lê Văn Sắn"), award(ORDER, "Lò Văn Khoai")},
        ),
        (
            "Ông Đỗ Văn Khanh được trao tặng Huân chương Độc lập hạng Nhất và danh hiệu Anh hùng Lao động.",
            {award("Huân chương Độc lập hạng Nhất", "Đỗ Văn Khanh"), award("Anh hùng Lao động", "Đỗ Văn Khanh")},
        ),
    ],
)
def test_lists_of_recipients_and_of_honours_and_counted_groups(sentence: str, expected: set[Row]) -> None:
    assert rows("award", sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Hội đồng thống nhất đề nghị Chủ tịch nước tặng Huân chương Độc lập hạng Ba cho tỉnh Cao Bằng.",
            award("Huân chương Độc lập hạng Ba", "Cao Bằng", "proposed", "Chủ tịch nước"),
        ),
        (
            "UBND tỉnh đề nghị Thủ tướng Chính phủ tặng Bằng khen cho ông Nông Văn Tài.",
            award("Bằng khen", "Nông Văn Tài", "proposed", "Thủ tướng Chính phủ"),
        ),
        (
            "Các tỉnh đề xuất tỉnh Lào Cai nhận Cờ thi đua của Chính phủ.",
            award("Cờ thi đua của Chính phủ", "Lào Cai", "proposed", "Chính phủ"),
        ),
        (f"Bà Lò Thị Ban được đề nghị tặng {ORDER}.", award(ORDER, "Lò Thị Ban", "proposed")),
        (
            "Hội đồng đề nghị xét tặng danh hiệu Nghệ sĩ Ưu tú cho 9 nghệ sĩ.",
            award("Nghệ sĩ Ưu tú", "9 nghệ sĩ", "proposed", count=9),
        ),
        (
            "Bộ Nội vụ từ chối xét tặng danh hiệu Nhà giáo Ưu tú cho ông Hứa Văn Cử.",
            award("Nhà giáo Ưu tú", "Hứa Văn Cử", "denied"),
        ),
        (
            "Chủ tịch nước quyết định hủy bỏ danh hiệu Anh hùng Lao động đối với ông Trần Văn Khai.",
            award("Anh hùng Lao động", "Trần Văn Khai", "revoked", "Chủ tịch nước"),
        ),
        (
            "Ông Trần Văn Khai bị tước danh hiệu Anh hùng Lao động.",
            award("Anh hùng Lao động", "Trần Văn Khai", "revoked"),
        ),
    ],
)
def test_what_is_proposed_refused_or_taken_back_is_not_conferred(sentence: str, expected: Row) -> None:
    assert rows("award", sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "honour", "recipient"),
    [
        (
            "UBND tỉnh Kiên Giang đề nghị thu hồi danh hiệu Nghệ sĩ Ưu tú của bà Lâm Thị Đào.",
            "Nghệ sĩ Ưu tú",
            "Lâm Thị Đào",
        ),
        (
            "Sở Nội vụ đề nghị Chủ tịch nước hủy bỏ quyết định tặng Huân chương Kháng chiến hạng Nhất đối với "
            "ông Lê Văn Khống.",
            "Huân chương Kháng chiến hạng Nhất",
            "Lê Văn Khống",
        ),
    ],
)
def test_a_proposal_to_revoke_is_no_revocation(sentence: str, honour: str, recipient: str) -> None:
    (found,) = rows("award", sentence)
    assert found[:3] == (honour, recipient, "revocation_proposed")


def test_an_award_told_twice_is_one_and_given_then_taken_back_is_two() -> None:
    given = f"Ông Lê Văn Mạnh được tặng {ORDER}."
    assert rows("award", given, f"Hôm qua, ông Mạnh đã nhận {ORDER}.") == {award(ORDER, "Lê Văn Mạnh")}
    assert rows("award", given, f"Sau đó ông Lê Văn Mạnh bị tước {ORDER}.") == {
        award(ORDER, "Lê Văn Mạnh"),
        award(ORDER, "Lê Văn Mạnh", "revoked"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        # won in contests
        "Vận động viên Lê Thị Nhanh giành Huy chương Vàng môn chạy 100 m.",
        "Đội tuyển đoạt 3 HCV và 2 HCB tại giải vô địch quốc gia.",
        "Học sinh Trần Bảo An đạt giải Nhất kỳ thi học sinh giỏi quốc gia.",
        "Thí sinh Vũ Thị Đào đoạt Cúp vàng và Huy chương Bạc.",
        "Cô Lê Thị Hoa được giải ba Hội thi giáo viên giỏi.",
        # what a law provides for
        "Luật quy định Huân chương Sao vàng được tặng cho cá nhân có công lao to lớn.",
        "Nghị định quy định việc xét tặng danh hiệu Nghệ nhân Nhân dân.",
        # nobody in particular, or no honour in particular
        "Nhiều tập thể, cá nhân được khen thưởng.",
        "Nhiều tập thể được tặng Bằng khen.",
        "Ông Mạc Văn Thìn nhận tiền thưởng 5 triệu đồng.",
        "Nhóm này làm giả Bằng khen của Thủ tướng tặng cho Công ty Hải Yến.",
        # a title worn before a name
        "NSND Trần Văn Kịch biểu diễn vai mới.",
        "Anh hùng Lao động Phùng Thị Chăm kể chuyện.",
        # not given
        "Ông Vũ Văn Dần không được tặng Huân chương Lao động.",
    ],
)
def test_what_is_no_award(sentence: str) -> None:
    assert rows("award", sentence) == set()
