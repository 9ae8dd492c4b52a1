"""Awards whose recipient or giver does not stand beside the honour, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, award, rows

ORDER = "Huân chương Lao động hạng Ba"
ARTIST = "Nghệ sĩ Ưu tú"
BOARD = "UBND tỉnh Sơn La"
STATE = "Chủ tịch nước"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # a kind of body stands for the one of that kind told before
        (
            ("Trường THPT Na Hin tròn 50 tuổi.", f"Nhân dịp này, Chủ tịch nước tặng thưởng {ORDER} cho nhà trường."),
            {award(ORDER, "Trường THPT Na Hin", grantor=STATE)},
        ),
        # whose deed is honoured
        (
            (f"Huyện đoàn Na Hin đề nghị {BOARD} tặng bằng khen cho hành động dũng cảm của anh Lường Văn Pao.",),
            {award("bằng khen", "Lường Văn Pao", "proposed", BOARD)},
        ),
        # who is named first as the one to be honoured
        (
            (f"Ghi nhận hành động dũng cảm của anh Lường Văn Pao, {BOARD} đã tặng bằng khen.",),
            {award("bằng khen", "Lường Văn Pao", grantor=BOARD)},
        ),
        # who does something after being honoured
        ((f"Ông Quách Văn Ngà phát biểu sau khi nhận {ORDER}.",), {award(ORDER, "Quách Văn Ngà")}),
        # a second predicate of the same subject, with a giver of its own
        (
            ("Ông Quách Văn Ngà được Hội Nhà báo bình chọn là gương mặt của năm và được Bộ Y tế tặng bằng khen.",),
            {award("bằng khen", "Quách Văn Ngà", grantor="Bộ Y tế")},
        ),
        (
            ("Năm qua, Bệnh viện Na Hin đã nỗ lực vượt khó, và được Bộ Y tế tặng bằng khen.",),
            {award("bằng khen", "Bệnh viện Na Hin", grantor="Bộ Y tế")},
        ),
        # the body of which somebody is a member does not receive
        (
            (f"Bà Lò Thị Hoa (56 tuổi), hội viên Hội Nông dân Na Hin, được {BOARD} tặng bằng khen.",),
            {award("bằng khen", "Lò Thị Hoa", grantor=BOARD)},
        ),
        # an office held before stands for its holder
        (
            ("Nguyên Chủ tịch nước Quách Văn Ngà thăm trường.", "Nguyên Chủ tịch nước từng được tặng Cờ thi đua."),
            {award("Cờ thi đua", "Quách Văn Ngà")},
        ),
        # who confers it is told between the honour and its recipient
        (
            (f"Đại biểu gắn {ORDER} do Chủ tịch nước trao tặng lên lá cờ truyền thống Trường THPT Na Hin.",),
            {award(ORDER, "Trường THPT Na Hin", grantor=STATE)},
        ),
        # who is visited and honoured
        (
            ("Tỉnh đoàn Sơn La đến gia đình Lường Văn Pao trao giấy khen vì hành động dũng cảm.",),
            {award("giấy khen", "Lường Văn Pao", grantor="Tỉnh đoàn Sơn La")},
        ),
        (
            ("Đại sứ quán tổ chức lễ truy tặng bằng khen vinh danh giáo sư Quách Văn Ngà.",),
            {award("bằng khen", "Quách Văn Ngà", grantor="Đại sứ quán")},
        ),
        # who follows where nobody was told before
        (
            (f"Hơn 60 năm đi hát, được Nhà nước phong tặng danh hiệu {ARTIST} nhưng bà Lò Thị Hoa vẫn nghèo.",),
            {award(ARTIST, "Lò Thị Hoa", grantor="Nhà nước")},
        ),
        # a family, unless one of it is honoured
        (
            (f"{BOARD} trao bằng khen cho gia đình ông Quách Văn Ngà.",),
            {award("bằng khen", "gia đình ông Quách Văn Ngà", grantor=BOARD)},
        ),
        (
            (
                f"{BOARD} truy tặng bằng khen cho anh Lường Văn Pao.",
                f"{BOARD} trao bằng khen cho gia đình anh Lường Văn Pao.",
            ),
            {award("bằng khen", "Lường Văn Pao", grantor=BOARD)},
        ),
        # a namesake, those who were saved and the owner of what is honoured receive nothing
        (
            (f"Nikifor Stone, người trùng họ với một kẻ thù là Rudolph Stein, đã được trao {ORDER}.",),
            {award(ORDER, "Nikifor Stone")},
        ),
        (("Hai tàu cá cứu 22 ngư dân gặp nạn nhận bằng khen.",), set()),
        (("Ngoài ra, 2 sân gôn thuộc Tập đoàn Mường Xanh cũng được trao tặng Cờ thi đua.",), set()),
        # the field of a title
        (
            (f"Chủ tịch nước tặng {ORDER} cho nhà nghiên cứu di sản Quách Văn Ngà.",),
            {award(ORDER, "Quách Văn Ngà", grantor=STATE)},
        ),
        # whoever speaks next is not honoured
        (
            (f"{BOARD} trao bằng khen cho ông Quách Văn Ngà, bà Lò Thị Hoa nhấn mạnh đây là tấm gương sáng.",),
            {award("bằng khen", "Quách Văn Ngà", grantor=BOARD)},
        ),
    ],
)
def test_who_is_meant(told: tuple[str, ...], expected: set[Row]) -> None:
    assert rows("award", *told) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # two honours are the subject of one verb
        (
            f"Huân chương Lao động hạng Nhì và {ORDER} được trao tặng ông Quách Văn Ngà.",
            {award("Huân chương Lao động hạng Nhì", "Quách Văn Ngà"), award(ORDER, "Quách Văn Ngà")},
        ),
        # a list goes on after what is told of one of its honours
        (
            "Ông Quách Văn Ngà được tặng Giải thưởng Nhà nước dành cho nhà khoa học; Cờ thi đua năm 2001;"
            " danh hiệu Công dân ưu tú (2011).",
            {
                award("Giải thưởng Nhà nước", "Quách Văn Ngà"),
                award("Cờ thi đua", "Quách Văn Ngà", year=2001),
                award("Công dân ưu tú", "Quách Văn Ngà", year=2011),
            },
        ),
        # on a list of those to be honoured, taken off it, fit for it
        (
            f"Ông Quách Văn Ngà nằm trong danh sách đề nghị tặng danh hiệu {ARTIST}.",
            {award(ARTIST, "Quách Văn Ngà", "proposed")},
        ),
        (
            f"Công ty Mường Xanh bị gạt khỏi danh sách đề nghị tặng {ORDER}.",
            {award(ORDER, "Công ty Mường Xanh", "denied")},
        ),
        (
            f"Ông Quách Văn Ngà đủ điều kiện xét tặng danh hiệu {ARTIST}.",
            {award(ARTIST, "Quách Văn Ngà", "proposed")},
        ),
        # whoever is asked to consider it has not yet conferred it
        (
            "Hội đồng đề nghị các cấp xét, tặng thưởng danh hiệu Công dân ưu tú cho 10 cá nhân.",
            {award("Công dân ưu tú", "10 cá nhân", "proposed", count=10)},
        ),
        # to whom the proposal is sent is asked
        (
            f"Sở Nội vụ Na Hin đã gửi {BOARD} đề nghị tặng bằng khen cho anh Lường Văn Pao.",
            {award("bằng khen", "Lường Văn Pao", "proposed", BOARD)},
        ),
        # brackets behind a name say nothing of what happened
        (
            "Giám đốc Sở Y tế Na Hin Quách Văn Ngà (thứ ba từ trái qua) trao giấy khen cho chị Cầm Thị Ó.",
            {award("giấy khen", "Cầm Thị Ó")},
        ),
        # the year behind the place of the ceremony; not one since which somebody works
        (
            f"{BOARD} đã tặng Bằng khen cho ông Quách Văn Ngà tại Văn phòng Chính phủ ngày 5-3-2008.",
            {award("Bằng khen", "Quách Văn Ngà", grantor=BOARD, year=2008)},
        ),
        (
            f"Ông Quách Văn Ngà công tác tại Sở Y tế từ năm 2007 và được tặng {ORDER}.",
            {award(ORDER, "Quách Văn Ngà")},
        ),
        # what somebody strives for is not yet given; what he always gets is
        (f"Ông Quách Văn Ngà phấn đấu nhận {ORDER}.", set()),
        ("Ông Quách Văn Ngà quyết tâm giành danh hiệu Chiến sĩ thi đua cơ sở.", set()),
        ("Ông Quách Văn Ngà luôn nhận được giấy khen.", {award("giấy khen", "Quách Văn Ngà")}),
    ],
)
def test_what_happened(sentence: str, expected: set[Row]) -> None:
    assert rows("award", sentence) == expected
