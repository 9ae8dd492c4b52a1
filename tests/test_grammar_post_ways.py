"""Offices set apart by signs, held at another time, held in a role, in invented sentences."""

from __future__ import annotations

import pytest
from told import rows


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        (
            "Thiếu tá Lò Văn Sáng, đội phó đội vận động quần chúng đồn biên phòng Nậm Lạnh, kể.",
            "đội phó đội vận động quần chúng đồn biên phòng Nậm Lạnh",
        ),
        (
            "Ông Lò Văn Sáng - trưởng văn phòng đại diện báo Sơn La tại miền Bắc - dự.",
            "trưởng văn phòng đại diện báo Sơn La tại miền Bắc",
        ),
        (
            "Ông Lò Văn Sáng, Trưởng phòng đầu tư Sở Tài chính tỉnh Sơn La, giải thích.",
            "Trưởng phòng đầu tư Sở Tài chính tỉnh Sơn La",
        ),
        (
            "TS Lò Văn Sáng - giám đốc Trung tâm Khảo thí và đánh giá chất lượng Đại học Tây Bắc - nói.",
            "giám đốc Trung tâm Khảo thí và đánh giá chất lượng Đại học Tây Bắc",
        ),
        ("Ông Lò Văn Sáng (tổ phó tổ vật lý) chấm bài.", "tổ phó tổ vật lý"),
        ("Đại đức Lò Văn Sáng, trụ trì chùa Phước Lộc, tụng kinh.", "trụ trì chùa Phước Lộc"),
        (
            "Ông Lò Văn Sáng, trưởng phòng tổ chức của Bệnh viện đa khoa Mai Sơn, vắng mặt.",
            "trưởng phòng tổ chức của Bệnh viện đa khoa Mai Sơn",
        ),
        (
            "Ông Lò Văn Sáng là giám đốc của công ty vận tải đường thủy Sông Mã.",
            "giám đốc của công ty vận tải đường thủy Sông Mã",
        ),
        # a place that only says where something is done, a verb, and other people tell nothing of the office
        ("Ông Lò Văn Sáng, Chủ tịch UBND huyện Mai Sơn tại hội nghị, xin lỗi.", "Chủ tịch UBND huyện Mai Sơn"),
        ("Ông Lò Văn Sáng, Chủ tịch UBND huyện Mai Sơn và đại diện các ban, cùng đi.", "Chủ tịch UBND huyện Mai Sơn"),
        ("Ông Lò Văn Sáng, tổng biên tập báo Sơn La phát động phong trào, vỗ tay.", "tổng biên tập báo Sơn La"),
    ],
)
def test_what_signs_set_apart_behind_a_name_is_the_office_whole(sentence: str, post: str) -> None:
    assert {row[:2] for row in rows("post", sentence)} == {("Lò Văn Sáng", post)}


def test_who_belongs_to_something_that_is_no_body_holds_no_office() -> None:
    assert rows("post", "Ông Lò Văn Sáng, cựu thành viên băng cướp Bình Nghi, ra tòa.") == set()


@pytest.mark.parametrize(
    ("sentence", "post", "status"),
    [
        (
            "Ông Lò Văn Sáng giữ vai trò Chủ tịch Hội Luật gia tỉnh Sơn La.",
            "Chủ tịch Hội Luật gia tỉnh Sơn La",
            "current",
        ),
        (
            "Ông Lò Văn Sáng, với vai trò là Chủ tịch Hội đồng quản trị Công ty Sao Mai, ký tên.",
            "Chủ tịch Hội đồng quản trị Công ty Sao Mai",
            "current",
        ),
        (
            "Giám đốc Sở Lao động tỉnh Sơn La lúc bấy giờ là ông Lò Văn Sáng.",
            "Giám đốc Sở Lao động tỉnh Sơn La",
            "former",
        ),
        ("Bộ trưởng Bộ Nội vụ khi đó ông Lò Văn Sáng gật đầu.", "Bộ trưởng Bộ Nội vụ", "former"),
        ("Ông Lò Văn Sáng, vụ trưởng Vụ Pháp chế, Bộ Nội vụ khi đó, ký.", "vụ trưởng Vụ Pháp chế, Bộ Nội vụ", "former"),
        ("Bộ trưởng Bộ Nội vụ sắp mãn nhiệm Lò Văn Sáng ra về.", "Bộ trưởng Bộ Nội vụ", "current"),
        ("Bộ trưởng Bộ Nội vụ vừa nhậm chức Lò Văn Sáng ra về.", "Bộ trưởng Bộ Nội vụ", "current"),
        ("Ông Lò Văn Sáng rời vị trí Giám đốc Sở Y tế tỉnh Sơn La.", "Giám đốc Sở Y tế tỉnh Sơn La", "former"),
        (
            "Trung ương xóa tư cách nguyên Bộ trưởng Bộ Nội vụ nhiệm kỳ 2011-2016 đối với ông Lò Văn Sáng.",
            "Bộ trưởng Bộ Nội vụ",
            "former",
        ),
        ("Thị trưởng Paris, ông Lò Văn Sáng thông báo giờ mở cửa.", "Thị trưởng Paris", "current"),
        (
            "Ông Lò Văn Sáng - cựu trung tướng, cựu tổng cục trưởng Tổng cục Hậu cần - ra tòa.",
            "tổng cục trưởng Tổng cục Hậu cần",
            "former",
        ),
    ],
)
def test_an_office_told_by_a_role_or_a_time(sentence: str, post: str, status: str) -> None:
    assert rows("post", sentence) == {("Lò Văn Sáng", post, status)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Lò Văn Sáng không thể giữ vai trò Chủ tịch UBND xã Mường Lạn.",
        "Ông Tòng Văn Ơn (con trai ông Lò Văn Sáng) làm Chủ tịch UBND xã Mường Lạn.",
        "Ông Lò Văn Sáng đã bổ nhiệm con trai làm giám đốc Công ty Sao Mai và giữ chức phó chủ tịch HĐQT.",
        "Khi tôi nhậm chức Chủ tịch UBND xã Mường Lạn, ông Lò Văn Sáng đã nghỉ.",
    ],
)
def test_an_office_that_a_name_before_it_does_not_hold(sentence: str) -> None:
    assert "Lò Văn Sáng" not in {row[0] for row in rows("post", sentence)}


def test_several_who_hold_one_office_are_told_behind_a_form_of_address() -> None:
    text = "Bộ hiện có 3 thứ trưởng gồm các ông, bà: Lò Văn Sáng; Tòng Thị Ơn; Quàng Văn Én."
    assert {row[:2] for row in rows("post", text)} == {
        ("Lò Văn Sáng", "thứ trưởng"),
        ("Tòng Thị Ơn", "thứ trưởng"),
        ("Quàng Văn Én", "thứ trưởng"),
    }


def test_a_rank_at_the_head_of_a_sentence_stands_for_whoever_was_told_with_it() -> None:
    text = (
        "Thượng tướng Lò Văn Sáng qua đời. Thượng tướng nguyên là Tư lệnh Quân khu 9; nguyên Thứ trưởng Bộ Quốc phòng."
    )
    assert rows("post", text) == {
        ("Lò Văn Sáng", "Tư lệnh Quân khu 9", "former"),
        ("Lò Văn Sáng", "Thứ trưởng Bộ Quốc phòng", "former"),
    }


@pytest.mark.parametrize(
    ("sentence", "posts"),
    [
        (
            "Hai phó chủ tịch HĐND tỉnh Sơn La tái cử là ông Lò Văn Sáng và bà Tòng Thị Ơn.",
            {
                ("Lò Văn Sáng", "phó chủ tịch HĐND tỉnh Sơn La"),
                ("Tòng Thị Ơn", "phó chủ tịch HĐND tỉnh Sơn La"),
            },
        ),
        (
            "Anh Lò Văn Sáng là người sáng lập và là chủ nhiệm Câu lạc bộ điền kinh Mường La.",
            {("Lò Văn Sáng", "chủ nhiệm Câu lạc bộ điền kinh Mường La")},
        ),
        (
            "Ông Lò Văn Sáng, thành viên thường trực Ban Bí thư, Chủ nhiệm Ủy ban Kiểm tra Trung ương, đi họp.",
            {
                ("Lò Văn Sáng", "thành viên thường trực Ban Bí thư"),
                ("Lò Văn Sáng", "Chủ nhiệm Ủy ban Kiểm tra Trung ương"),
            },
        ),
        (
            "Ông Lò Văn Sáng - Chủ tịch Hiệp hội Doanh nghiệp vừa và nhỏ tỉnh Sơn La - dự.",
            {("Lò Văn Sáng", "Chủ tịch Hiệp hội Doanh nghiệp vừa và nhỏ tỉnh Sơn La")},
        ),
        # where a commune, a village or a ward lies
        (
            "Ông Lò Văn Sáng, Chủ tịch UBND xã Mường Lạn, huyện Sốp Cộp, tỉnh Sơn La cho biết.",
            {("Lò Văn Sáng", "Chủ tịch UBND xã Mường Lạn, huyện Sốp Cộp, tỉnh Sơn La")},
        ),
        (
            "Ông Lò Văn Sáng, Tổ trưởng Tổ dân phố số 2, phường Chiềng Lề, nói.",
            {("Lò Văn Sáng", "Tổ trưởng Tổ dân phố số 2, phường Chiềng Lề")},
        ),
        # at which firm, without a sign before the office
        (
            "Chị Tòng Thị Ơn hiện là giám đốc thương hiệu tại Công ty Sao Mai.",
            {("Tòng Thị Ơn", "giám đốc thương hiệu tại Công ty Sao Mai")},
        ),
        ("Chị Tòng Thị Ơn hiện là giám đốc thương hiệu tại hội nghị.", {("Tòng Thị Ơn", "giám đốc thương hiệu")}),
        # behind the name stands what somebody did, or who else helps whom
        (
            "Năm 2007, ông Lò Văn Sáng được bổ nhiệm làm Chủ nhiệm Tổng cục Hậu cần và hai năm sau nghỉ hưu.",
            {("Lò Văn Sáng", "Chủ nhiệm Tổng cục Hậu cần")},
        ),
        (
            "Cố vấn An ninh Quốc gia của Tổng thống Hàn Quốc, ông Chung Eui-yong, đến Hà Nội.",
            {("Chung Eui-yong", "Cố vấn An ninh Quốc gia của Tổng thống Hàn Quốc")},
        ),
        (
            "Ông Lò Văn Sáng, trợ lý của Tổng thống Lào Quàng Văn Én, ra về.",
            {("Quàng Văn Én", "Tổng thống Lào")},
        ),
        ("Trong sổ tang tưởng nhớ Giáo sư Lò Văn Sáng, Chủ tịch nước viết lời chia buồn.", set()),
    ],
)
def test_whose_office_and_how_much_of_it(sentence: str, posts: set[tuple[str, str]]) -> None:
    assert {row[:2] for row in rows("post", sentence)} == posts


@pytest.mark.parametrize(
    ("sentence", "person", "post", "status"),
    [
        (
            "Winston Churchill, khi đó mới là bộ trưởng hải quân Anh, gật đầu.",
            "Winston Churchill",
            "bộ trưởng hải quân Anh",
            "former",
        ),
        (
            "Bị cáo Lò Văn Sáng đã lợi dụng chức vụ Chủ tịch UBND xã Mường Lạn để chiếm đất.",
            "Lò Văn Sáng",
            "Chủ tịch UBND xã Mường Lạn",
            "current",
        ),
        (
            "Trưởng cảnh sát thành phố San Jose, Eddie Garcia, công bố chi tiết.",
            "Eddie Garcia",
            "Trưởng cảnh sát thành phố San Jose",
            "current",
        ),
    ],
)
def test_an_office_held_then_misused_or_named_before(sentence: str, person: str, post: str, status: str) -> None:
    assert rows("post", sentence) == {(person, post, status)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dự họp có các Thứ trưởng Lò Văn Sáng; Tòng Thị Ơn và Quàng Văn Én.",
            {("Lò Văn Sáng", "Thứ trưởng"), ("Tòng Thị Ơn", "Thứ trưởng"), ("Quàng Văn Én", "Thứ trưởng")},
        ),
        # one who has an office of his own does not share the other's
        (
            "Dự họp có các Thứ trưởng Lò Văn Sáng, Tòng Thị Ơn; Vụ trưởng Quàng Văn Én.",
            {("Lò Văn Sáng", "Thứ trưởng"), ("Tòng Thị Ơn", "Thứ trưởng"), ("Quàng Văn Én", "Vụ trưởng")},
        ),
        (
            "Ngay sau đó, Giám đốc Sở Nội vụ tỉnh Sơn La, ông Lò Văn Sáng đã đến tận nơi.",
            {("Lò Văn Sáng", "Giám đốc Sở Nội vụ tỉnh Sơn La")},
        ),
        (
            "Ông Lò Văn Sáng, Bí thư Tỉnh đoàn Sơn La kỳ vọng Hội Sinh viên tỉnh lớn mạnh.",
            {("Lò Văn Sáng", "Bí thư Tỉnh đoàn Sơn La")},
        ),
        (
            "Ông Lò Văn Sáng làm bí thư Huyện ủy Mai Sơn và em trai ông Sáng làm ruộng.",
            {("Lò Văn Sáng", "bí thư Huyện ủy Mai Sơn")},
        ),
        ("Ông Lò Văn Sáng, Giám đốc Lotus Airways cho biết.", {("Lò Văn Sáng", "Giám đốc Lotus Airways")}),
        ("Luật sư Lò Văn Sáng - Văn phòng luật sư Bình Minh Sơn cho biết.", set()),
    ],
)
def test_offices_shared_and_where_they_end(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {(who, post) for who, post, *_ in rows("post", sentence)} == expected
