"""How clusters, their members, leads and deputies are told, in invented sentences."""

from __future__ import annotations

import pytest
from told import Row, rows

COAST = "Cụm thi đua các tỉnh ven biển"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Khối thi đua các sở, ngành tỉnh Bạc Liêu do Sở Y tế làm Khối trưởng.",
            "Khối thi đua các sở, ngành tỉnh Bạc Liêu",
        ),
        ("Cụm thi đua các tỉnh ven biển tổng kết công tác năm 2018, Sở Y tế làm Cụm trưởng.", COAST),
        (
            "Cụm thi đua 5 thành phố trực thuộc Trung ương do Sở Y tế làm Trưởng cụm.",
            "Cụm thi đua 5 thành phố trực thuộc Trung ương",
        ),
        # by number: in figures, in Roman ones, with the body or place whose clusters are numbered
        ("Cụm thi đua 4 họp do Sở Y tế làm Cụm trưởng.", "Cụm thi đua 4"),
        ("Khối thi đua VII họp, Sở Y tế làm Khối trưởng.", "Khối thi đua VII"),
        ("Cụm thi đua số 2 Công đoàn Y tế tỉnh họp, Sở Y tế làm Cụm trưởng.", "Cụm thi đua số 2 Công đoàn Y tế tỉnh"),
        ("Cụm thi đua số 2, Bộ Xây dựng tổ chức hội nghị, Sở Y tế làm Cụm trưởng.", "Cụm thi đua số 2"),
        ("Hội Luật gia Cụm thi đua 4 khu vực ven biển họp, Sở Y tế làm Cụm trưởng.", "Cụm thi đua 4"),
        # by what the members share
        ("Khối thi đua Văn hóa - Xã hội tổng kết, Sở Y tế làm Trưởng khối.", "Khối thi đua Văn hóa - Xã hội"),
        (
            "Khối thi đua các cơ quan tham mưu tổng hợp đã họp, Sở Y tế làm Trưởng khối.",
            "Khối thi đua các cơ quan tham mưu tổng hợp",
        ),
        (
            "Cụm thi đua Sở Y tế, Bệnh viện các tỉnh ven biển tổ chức hội thao, Sở Y tế làm Cụm trưởng.",
            "Cụm thi đua Sở Y tế, Bệnh viện các tỉnh ven biển",
        ),
        (
            "Cụm thi đua Liên đoàn Lao động (LĐLĐ) các tỉnh ven biển đã họp do Sở Y tế làm Cụm trưởng.",
            "Cụm thi đua Liên đoàn Lao động (LĐLĐ) các tỉnh ven biển",
        ),
        (
            "Sở Y tế là đơn vị Trưởng cụm thi đua các báo khu vực trung du, miền núi phía Bắc.",
            "cụm thi đua các báo khu vực trung du, miền núi phía Bắc",
        ),
        # by a field, in small letters to the end of the name
        (
            "Hội nghị tổng kết cụm thi đua lĩnh vực văn hóa và thể thao đã diễn ra. Sở Y tế là Cụm trưởng.",
            "cụm thi đua lĩnh vực văn hóa và thể thao",
        ),
        # without `thi đua`, where the words stand near
        (
            "Phong trào thi đua của Cụm 7 tỉnh ven biển phía Bắc do Sở Y tế làm Cụm trưởng.",
            "Cụm 7 tỉnh ven biển phía Bắc",
        ),
        # before a verb; with a compound behind a dash; with the branch of a numbered one
        ("Khối thi đua các báo Đảng bắt đầu họp muộn, Sở Y tế làm Khối trưởng.", "Khối thi đua các báo Đảng"),
        (
            "Cụm thi đua số 3 các Đài Phát thanh - Truyền hình khu vực Tây Nguyên họp, Sở Y tế làm Cụm trưởng.",
            "Cụm thi đua số 3 các Đài Phát thanh - Truyền hình khu vực Tây Nguyên",
        ),
        (
            "Khối thi đua Mặt trận và các đoàn thể không chấm điểm, Sở Y tế làm Khối trưởng.",
            "Khối thi đua Mặt trận và các đoàn thể",
        ),
        ("Cụm thi đua số 6 ngành Kiểm lâm họp, Sở Y tế làm Cụm trưởng.", "Cụm thi đua số 6 ngành Kiểm lâm"),
        (
            "Cụm thi đua số 6 - Hội Nhà văn Việt Nam họp, Sở Y tế làm Cụm trưởng.",
            "Cụm thi đua số 6 - Hội Nhà văn Việt Nam",
        ),
        (
            "Khối thi đua các trường đại học Y, Dược và Răng Hàm Mặt họp, Sở Y tế làm Khối trưởng.",
            "Khối thi đua các trường đại học Y, Dược và Răng Hàm Mặt",
        ),
        (
            "Khối thi đua số 2 các Chi hội Luật gia trực thuộc Trung ương họp, Sở Y tế làm Khối trưởng.",
            "Khối thi đua số 2 các Chi hội Luật gia trực thuộc Trung ương",
        ),
        (
            "Khối thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy Lai Châu họp, Sở Y tế làm Khối trưởng.",
            "Khối thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy Lai Châu",
        ),
        ("Khối thi đua bệnh viện tuyến tỉnh (do Sở Y tế làm Khối trưởng) họp.", "Khối thi đua bệnh viện tuyến tỉnh"),
        ("Cụm thi đua ngành Kiểm lâm trao đổi nghiệp vụ do Sở Y tế làm Cụm trưởng.", "Cụm thi đua ngành Kiểm lâm"),
    ],
)
def test_where_the_name_of_a_cluster_ends(text: str, expected: str) -> None:
    assert rows("cluster", text) == {(expected, "Sở Y tế")}


@pytest.mark.parametrize(
    "text",
    [
        # names of other clusters, and clusters in general
        "Cụm công nghiệp số 4 gồm các doanh nghiệp: Công ty An Phú, Công ty An Bình.",
        "Khối 5 có khối trưởng là cô Lê Thị Hoa, Trường Tiểu học An Phú.",
        "Sở Nội vụ lập 12 cụm, khối thi đua; các Cụm trưởng, Khối trưởng gửi báo cáo về Sở Nội vụ.",
        "Cụm trưởng, cụm phó các cụm thi đua sẽ được bầu hằng năm, chịu trách nhiệm trước Giám đốc Sở Y tế.",
        # a cluster that is never named
        "Cụm thi đua họp. Sở Y tế làm Cụm trưởng.",
        # what a cluster does for others
        "Cụm thi đua số 4 tặng quà cho Trường Tiểu học An Phú, Trường Tiểu học An Bình.",
    ],
)
def test_what_tells_of_no_member_and_no_office(text: str) -> None:
    assert rows("cluster", text) == rows("cluster_post", text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Cụm thi đua số 4 họp. Tại hội nghị, Cụm 4 có Sở Y tế làm Cụm trưởng.",
        "Cụm thi đua số 04 họp. Cụm thi đua số 4 do Sở Y tế làm Cụm trưởng. Cụm thi đua số 04 đã kết thúc.",
        "Cụm thi đua số 4 họp. CỤM THI ĐUA SỐ 4 do Sở Y tế làm Cụm trưởng. Cụm thi đua số 4 nghỉ.",
        "Cụm thi đua các tỉnh ven biển (Cụm số 4) họp. Năm nay, Cụm số 4 do Sở Y tế làm Cụm trưởng.",
    ],
)
def test_short_names_mean_the_cluster_named_before(text: str) -> None:
    assert {member for _, member in rows("cluster", text)} == {"Sở Y tế"}
    assert len({cluster for cluster, _ in rows("cluster", text)}) == 1


def test_clusters_with_like_numbers_are_two() -> None:
    text = "Sở Y tế làm Cụm trưởng Cụm thi đua số 1. Sở Xây dựng làm Cụm trưởng Cụm thi đua số 10."
    assert rows("cluster", text) == {("Cụm thi đua số 1", "Sở Y tế"), ("Cụm thi đua số 10", "Sở Xây dựng")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the holder behind the office
        (
            "Cụm trưởng năm 2019 là tỉnh Phú Yên, Cụm phó là tỉnh Khánh Hòa.",
            {("Phú Yên", "lead", 2019), ("Khánh Hòa", "deputy", 2019)},
        ),
        # who hands it over is lead no more
        ("Tỉnh Phú Yên bàn giao nhiệm vụ Cụm trưởng năm 2020 cho tỉnh Bình Định.", {("Bình Định", "lead", 2020)}),
        (
            "Chủ tịch Hội Luật gia Việt Nam quyết định công nhận Cụm trưởng cho đồng chí Trần Minh Hòa.",
            {("Trần Minh Hòa", "lead", None)},
        ),
        # in apposition
        ("Tỉnh Phú Yên, đơn vị Cụm trưởng, chủ trì hội nghị.", {("Phú Yên", "lead", None)}),
        (
            "Với vai trò là Cụm trưởng, Hội Luật gia tỉnh Phú Yên mời họp.",
            {("Hội Luật gia tỉnh Phú Yên", "lead", None)},
        ),
        # an office joined to the name of its cluster
        (
            "Năm 2019, Công an tỉnh Phú Yên được bầu làm đơn vị Trưởng Cụm thi đua các tỉnh ven biển.",
            {("Công an tỉnh Phú Yên", "lead", 2019)},
        ),
        # in brackets, also behind somebody's post
        (
            "Công an tỉnh Phú Yên (Cụm trưởng) và Công an tỉnh Khánh Hòa (đơn vị Cụm phó) chủ trì.",
            {("Công an tỉnh Phú Yên", "lead", None), ("Công an tỉnh Khánh Hòa", "deputy", None)},
        ),
        (
            "Chủ trì có ông Hồ Văn Sáu, Giám đốc Công an tỉnh Phú Yên (đơn vị Cụm trưởng).",
            {("Công an tỉnh Phú Yên", "lead", None)},
        ),
        (
            "Các đơn vị bầu Cụm trưởng và Cụm phó năm 2020 là Công an tỉnh Phú Yên (Cụm trưởng) "
            "và Công an tỉnh Khánh Hòa (Cụm phó).",
            {("Công an tỉnh Phú Yên", "lead", 2020), ("Công an tỉnh Khánh Hòa", "deputy", 2020)},
        ),
        # a person holds it, whichever side the post stands on
        (
            "Ông Hồ Văn Sáu, Giám đốc Công an tỉnh Phú Yên, Cụm trưởng Cụm thi đua, khai mạc.",
            {("Hồ Văn Sáu", "lead", None)},
        ),
        (
            "Chủ tịch Hội Nông dân tỉnh Phú Yên Hồ Văn Sáu, Cụm trưởng, khai mạc.",
            {("Hồ Văn Sáu", "lead", None)},
        ),
        # chosen, told to be, taking the flag
        ("Hội nghị bầu xã An Phú làm Cụm trưởng năm 2021.", {("xã An Phú", "lead", 2021)}),
        (
            "Sở Y tế được chỉ định là Cụm trưởng, Sở Xây dựng giữ vai trò Cụm phó năm 2021.",
            {("Sở Y tế", "lead", 2021), ("Sở Xây dựng", "deputy", 2021)},
        ),
        ("Năm 2021, Sở Y tế là Cụm trưởng.", {("Sở Y tế", "lead", 2021)}),
        ("Sở Y tế trao cờ luân lưu Cụm trưởng năm 2021 cho lãnh đạo Sở Xây dựng.", {("Sở Xây dựng", "lead", 2021)}),
        ("Sở Xây dựng nhận cờ luân lưu Cụm trưởng.", {("Sở Xây dựng", "lead", None)}),
        (
            "Sở Y tế, Sở Xây dựng và Sở Tư pháp họp; Sở Y tế và Sở Xây dựng là Cụm phó.",
            {("Sở Y tế", "deputy", None), ("Sở Xây dựng", "deputy", None)},
        ),
        (
            "Sở Y tế làm Cụm trưởng; Sở Xây dựng, Sở Tư pháp làm Cụm phó.",
            {("Sở Y tế", "lead", None), ("Sở Xây dựng", "deputy", None), ("Sở Tư pháp", "deputy", None)},
        ),
        # the year that a meeting looks back on is that of who leads now, not of who is chosen
        ("Sở Y tế (Cụm trưởng) tổng kết công tác thi đua năm 2020.", {("Sở Y tế", "lead", 2020)}),
        ("Hội nghị tổng kết năm 2020 bầu Sở Y tế làm Cụm trưởng.", {("Sở Y tế", "lead", None)}),
        # both offices at once; behind a comma or in brackets
        (
            "Trưởng cụm và Phó Trưởng cụm năm 2021 lần lượt là Sở Y tế và Sở Xây dựng.",
            {("Sở Y tế", "lead", 2021), ("Sở Xây dựng", "deputy", 2021)},
        ),
        ("Sở Y tế, đơn vị đang giữ vai trò Cụm phó, đề xuất giải pháp.", {("Sở Y tế", "deputy", None)}),
        (
            "Hỗ trợ là Sở Y tế và Sở Xây dựng (cùng là Cụm phó năm 2021).",
            {("Sở Y tế", "deputy", 2021), ("Sở Xây dựng", "deputy", 2021)},
        ),
        # given, moved, taken on
        ("Vai trò Cụm trưởng năm 2022 được tín nhiệm giao cho Sở Y tế.", {("Sở Y tế", "lead", 2022)}),
        ("Nhiệm vụ Cụm trưởng chuyển từ Sở Y tế sang Sở Xây dựng.", {("Sở Xây dựng", "lead", None)}),
        ("Chức Cụm phó do Sở Y tế đảm đương.", {("Sở Y tế", "deputy", None)}),
        ("Chức Cụm phó sẽ do Sở Y tế chỉ định.", set()),
        ("Sở Y tế hoàn thành vai trò Cụm trưởng năm 2022.", {("Sở Y tế", "lead", 2022)}),
        ("Sở Y tế - đơn vị được Sở Nội vụ giao làm Cụm trưởng - chủ trì.", {("Sở Y tế", "lead", None)}),
        (
            "Hai Cụm phó năm 2023 gồm Sở Y tế và Sở Nội vụ.",
            {("Sở Y tế", "deputy", 2023), ("Sở Nội vụ", "deputy", 2023)},
        ),
        ("Được các sở giao trọng trách Cụm trưởng, ông Hồ Văn Sáu cảm ơn.", {("Hồ Văn Sáu", "lead", None)}),
        ("Ông Hồ Văn Sáu - người được Sở Y tế chỉ định làm Cụm trưởng - cảm ơn.", {("Hồ Văn Sáu", "lead", None)}),
        ("Ông Hồ Văn Sáu, trên cương vị Cụm phó, đặt câu hỏi.", {("Hồ Văn Sáu", "deputy", None)}),
        ("Luật sư Hồ Văn Sáu của Sở Y tế, Cụm phó, phát biểu.", {("Hồ Văn Sáu", "deputy", None)}),
        ("Ghế Cụm trưởng thuộc về Sở Y tế.", {("Sở Y tế", "lead", None)}),
        ("Sở Y tế đã thực hiện tốt trách nhiệm Cụm trưởng.", {("Sở Y tế", "lead", None)}),
        (
            "Hội nghị biểu dương tỉnh Phú Yên, Cụm trưởng và tỉnh Khánh Hòa, Cụm phó năm 2025.",
            {("Phú Yên", "lead", 2025), ("Khánh Hòa", "deputy", 2025)},
        ),
        # of another thing by the word behind it, or by its own
        ("Bà Hồ Thị Sáu, Trưởng khối Khách hàng cá nhân, đến dự.", set()),
        ("Khối phó Hồ Văn Sáu của tổ dân phố đến dự.", set()),
        # no cluster of emulation
        ("Ông Hồ Văn Sáu, trưởng cụm dân cư số 3, đến dự.", set()),
        # the words for the cluster itself are no holder
        ("Thay mặt Cụm thi đua, ông Hồ Văn Sáu - Cụm trưởng, báo cáo.", {("Hồ Văn Sáu", "lead", None)}),
    ],
)
def test_who_holds_an_office_of_a_cluster(text: str, expected: set[Row]) -> None:
    assert rows("cluster_post", f"{COAST} họp. {text}") == {(COAST, *row) for row in expected}


def test_an_office_belongs_to_the_only_cluster_of_its_sentence() -> None:
    text = (
        "Tỉnh Phú Yên làm Cụm trưởng, tỉnh Khánh Hòa làm Cụm phó Cụm thi đua số 3 năm 2019. "
        "Cụm thi đua số 4 họp vào tháng 12."
    )
    assert rows("cluster_post", text) == {
        ("Cụm thi đua số 3", "Phú Yên", "lead", 2019),
        ("Cụm thi đua số 3", "Khánh Hòa", "deputy", 2019),
    }


@pytest.mark.parametrize(
    ("person", "body"),
    [
        ("Ông Hồ Văn Sáu, Giám đốc Sở Y tế, Cụm trưởng,", {"Sở Y tế"}),
        ("Ông Hồ Văn Sáu, Cụm trưởng, Giám đốc Sở Y tế,", {"Sở Y tế"}),
        ("Giám đốc Sở Y tế Hồ Văn Sáu, Cụm trưởng,", {"Sở Y tế"}),
        ("Ông Hồ Văn Sáu, Ủy viên Ban Thường vụ Tỉnh ủy, Cụm trưởng,", set()),
    ],
)
def test_the_body_of_a_person_who_leads_is_a_member(person: str, body: set[str]) -> None:
    text = f"{COAST} họp. {person} khai mạc."
    assert rows("cluster", text) == {(COAST, member) for member in body}
    assert {row[1] for row in rows("cluster_post", text)} == {"Hồ Văn Sáu"}


def test_offices_told_cluster_by_cluster() -> None:
    text = (
        "Phân công cụm thi đua: Cụm 1 do huyện An Phú làm cụm trưởng, huyện An Bình làm cụm phó; "
        "Cụm 2: Phú Yên (cụm trưởng), Khánh Hòa (cụm phó); Khối 1 do Sở Y tế làm khối trưởng."
    )
    assert rows("cluster_post", text) == {
        ("Cụm 1", "huyện An Phú", "lead", None),
        ("Cụm 1", "huyện An Bình", "deputy", None),
        ("Cụm 2", "Phú Yên", "lead", None),
        ("Cụm 2", "Khánh Hòa", "deputy", None),
        ("Khối 1", "Sở Y tế", "lead", None),
    }


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Hội Cựu chiến binh tỉnh Phú Yên là thành viên Cụm thi đua các tỉnh ven biển.",
            {"Hội Cựu chiến binh tỉnh Phú Yên"},
        ),
        ("Các tỉnh Phú Yên, Khánh Hòa thuộc Cụm thi đua các tỉnh ven biển ký giao ước.", {"Phú Yên", "Khánh Hòa"}),
        (
            "Cụm thi đua các tỉnh ven biển có 2 thành viên: Công an tỉnh Phú Yên, Công an tỉnh Khánh Hòa.",
            {"Công an tỉnh Phú Yên", "Công an tỉnh Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển họp. Dự có lãnh đạo 2 tỉnh trong Cụm: Phú Yên, Khánh Hòa.",
            {"Phú Yên", "Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển họp. Dự có các Hội Luật gia tỉnh trong cụm: Phú Yên, Bình Định.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Bình Định"},
        ),
        # one name for the bodies of several provinces
        (
            "Cụm thi đua các tỉnh ven biển gồm Hội Luật gia các tỉnh: Phú Yên, Khánh Hòa, Bình Định.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Khánh Hòa", "Hội Luật gia tỉnh Bình Định"},
        ),
        (
            "Phát biểu tại hội nghị Cụm thi đua các tỉnh ven biển, các đơn vị thành viên: Sở Y tế, Sở Nội vụ trao đổi.",
            {"Sở Y tế", "Sở Nội vụ"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển gồm Hội Luật gia các tỉnh, thành phố: Phú Yên (Cụm trưởng), Hải Phòng.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia Hải Phòng"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển (gồm Công an 2 tỉnh: Phú Yên, Khánh Hòa) họp.",
            {"Công an tỉnh Phú Yên", "Công an tỉnh Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển, Bộ Công an gồm Công an 02 tỉnh khu vực phía Nam, là Phú Yên, Khánh Hòa.",
            {"Công an tỉnh Phú Yên", "Công an tỉnh Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển gồm 2 Tỉnh hội Phú Yên, Khánh Hòa.",
            {"Tỉnh hội Phú Yên", "Tỉnh hội Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển gồm Hội Luật gia tỉnh Phú Yên, Khánh Hòa.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Khánh Hòa"},
        ),
        ("Cụm thi đua các tỉnh ven biển (Phú Yên, Khánh Hòa) họp.", {"Phú Yên", "Khánh Hòa"}),
        ("Cụm thi đua các tỉnh ven biển, gồm các xã: An Phú và An Bình, họp.", {"xã An Phú", "xã An Bình"}),
        (
            "Cụm thi đua các tỉnh ven biển gồm 3 đơn vị: Sở Y tế; Hội Đông y; TAND khu vực 15.",
            {"Sở Y tế", "Hội Đông y", "TAND khu vực 15"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển tổng kết với sự tham gia của 2 đơn vị: Sở Y tế, Sở Nội vụ.",
            {"Sở Y tế", "Sở Nội vụ"},
        ),
        # the list before the name, or before `cụm`
        (
            "Cụm thi đua các tỉnh ven biển họp. Dự có lãnh đạo HLG các tỉnh Phú Yên, Khánh Hòa trong cụm.",
            {"HLG tỉnh Phú Yên", "HLG tỉnh Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển họp. Dự có Chủ tịch Hội Luật gia các tỉnh trong Cụm: Phú Yên, Khánh Hòa.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Khánh Hòa"},
        ),
        (
            "Thanh tra 2 tỉnh: Phú Yên, Khánh Hòa thuộc Cụm thi đua các tỉnh ven biển họp.",
            {"Thanh tra tỉnh Phú Yên", "Thanh tra tỉnh Khánh Hòa"},
        ),
        # who is present at the meeting of a cluster of such bodies
        (
            "Cụm thi đua các tỉnh ven biển họp. Dự có đại diện Hội Luật gia các tỉnh: Phú Yên, Khánh Hòa.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Khánh Hòa"},
        ),
        ("Cụm thi đua các tỉnh ven biển họp. Dự có lãnh đạo Văn phòng UBND các tỉnh: Phú Yên, Khánh Hòa.", set()),
        # words inside a list
        (
            "Cụm thi đua các tỉnh ven biển gồm Hội Luật gia TP. Hải Phòng và các tỉnh: Phú Yên, Khánh Hòa.",
            {"Hội Luật gia TP. Hải Phòng", "Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Khánh Hòa"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển gồm 3 hội Luật gia (HLG) các tỉnh, thành: Phú Yên, Khánh Hòa và Hải Phòng.",
            {"hội Luật gia tỉnh Phú Yên", "hội Luật gia tỉnh Khánh Hòa", "hội Luật gia Hải Phòng"},
        ),
        (
            "Cụm thi đua các tỉnh ven biển gồm: Sở Y tế, Hội Luật gia Hải Phòng và Chi hội Luật gia Bộ Xây dựng.",
            {"Sở Y tế", "Hội Luật gia Hải Phòng", "Chi hội Luật gia Bộ Xây dựng"},
        ),
        # line by line
        (
            "Các đơn vị trong Cụm thi đua các tỉnh ven biển gồm:\n- Sở Y tế;\n- Sở Nội vụ.\nHội nghị có Sở Tư pháp dự.",
            {"Sở Y tế", "Sở Nội vụ"},
        ),
        # whom the cluster judges
        (
            "Cụm thi đua các tỉnh ven biển đề nghị Bộ Y tế tặng Cờ thi đua cho Sở Y tế tỉnh Phú Yên.",
            {"Sở Y tế tỉnh Phú Yên"},
        ),
        ("Sở Y tế được suy tôn là đơn vị dẫn đầu Cụm thi đua các tỉnh ven biển.", {"Sở Y tế"}),
        # a cluster told again without its name, and the region of its members
        (
            f"{COAST} họp. Cụm gồm 3 tỉnh Bắc Trung Bộ: Thanh Hóa, Nghệ An, Hà Tĩnh.",
            {"Thanh Hóa", "Nghệ An", "Hà Tĩnh"},
        ),
        # all of them are present
        (
            f"{COAST} họp. Đại diện 5 tỉnh là Nghệ An, Hà Tĩnh, Phú Yên, Quảng Trị, Khánh Hòa dự.",
            {"Nghệ An", "Hà Tĩnh", "Phú Yên", "Quảng Trị", "Khánh Hòa"},
        ),
        # one of those counted is not named: perhaps others are present
        (f"{COAST} họp. Đại diện 6 tỉnh là Nghệ An, Hà Tĩnh, Phú Yên, Quảng Trị, Khánh Hòa dự.", set()),
        (
            f"Hội nghị {COAST} họp với sự tham gia của 3 tỉnh, thành: Hải Phòng, Nghệ An, Phú Yên.",
            {"Hải Phòng", "Nghệ An", "Phú Yên"},
        ),
        # two kinds counted before the list
        (
            f"{COAST} gồm Hội Luật gia 2 tỉnh và 1 chi hội trực thuộc: Hội Luật gia tỉnh Phú Yên, "
            "Hội Luật gia tỉnh Nghệ An, Chi hội Luật gia Bộ Xây dựng.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Nghệ An", "Chi hội Luật gia Bộ Xây dựng"},
        ),
        # told by those to which they belong
        (
            f"{COAST} gồm 2 Chi hội Luật gia trực thuộc Trung ương Hội Luật gia Việt Nam: Bộ Công an, Bộ Tư pháp.",
            {"Chi hội Luật gia Bộ Công an", "Chi hội Luật gia Bộ Tư pháp"},
        ),
        # by the people who speak for them
        (
            f"{COAST} họp. Dự họp có đại diện Hội Luật gia các tỉnh trong Cụm: ông Lò Văn Dọn - Chủ tịch "
            "Hội Luật gia tỉnh Phú Yên; bà Lò Thị Hoa - Chủ tịch Hội Luật gia tỉnh Nghệ An.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Nghệ An"},
        ),
        (
            f"Các Hội Luật gia tỉnh Phú Yên, Nghệ An trong {COAST} đã họp.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Nghệ An"},
        ),
        # opened by what the cluster is made of
        (f"{COAST} được thành lập trên cơ sở 3 tỉnh: Nghệ An, Hà Tĩnh và Phú Yên.", {"Nghệ An", "Hà Tĩnh", "Phú Yên"}),
        (
            f"Thành phần của {COAST} được công bố tại buổi lễ: các tỉnh Nghệ An, Hà Tĩnh và thành phố Hải Phòng.",
            {"Nghệ An", "Hà Tĩnh", "Hải Phòng"},
        ),
        (f"Tham gia {COAST} có:\nSở Y tế\nSở Nội vụ\nHội nghị đã họp.", {"Sở Y tế", "Sở Nội vụ"}),
        (
            f"{COAST} họp. Các đơn vị trong Cụm, theo số điểm, như sau:\n1. Sở Y tế: 98 điểm\n2. Sở Nội vụ: 96 điểm",
            {"Sở Y tế", "Sở Nội vụ"},
        ),
        (f"{COAST} (2 đơn vị): Sở Y tế, Sở Nội vụ.", {"Sở Y tế", "Sở Nội vụ"}),
        # in passing
        (f"{COAST} họp. Sở Y tế, một thành viên khác của Cụm, đăng cai hội thao.", {"Sở Y tế"}),
        (f"Sở Y tế lần thứ hai liên tiếp dẫn đầu {COAST}.", {"Sở Y tế"}),
        (f"{COAST} họp. Sở Y tế và Sở Nội vụ đều là thành viên của Cụm.", {"Sở Y tế", "Sở Nội vụ"}),
        # of another bloc
        (f"{COAST} họp. Sở Y tế và Sở Nội vụ (thuộc khối tổng hợp) cũng dự.", set()),
        # in short, where one is named in full
        (
            f"{COAST} gồm các đài: Nghệ An, Hà Tĩnh. Giám đốc Đài PT-TH Nghệ An Lò Văn Dọn phát biểu.",
            {"Đài PT-TH Nghệ An", "Đài PT-TH Hà Tĩnh"},
        ),
        # behind other words; another number before
        (f"{COAST} là những đơn vị ven sông, gồm tỉnh Nghệ An, tỉnh Hà Tĩnh.", {"Nghệ An", "Hà Tĩnh"}),
        (f"{COAST} trước đây có 13 thành viên, nay gồm 2 tỉnh là Nghệ An, Hà Tĩnh.", {"Nghệ An", "Hà Tĩnh"}),
        (f"{COAST} chỉ có tỉnh Nghệ An và tỉnh Hà Tĩnh.", {"Nghệ An", "Hà Tĩnh"}),
        (f"{COAST} họp. Bên cạnh đó, Cụm còn có Sở Y tế, Sở Nội vụ.", {"Sở Y tế", "Sở Nội vụ"}),
        (f"Dự hội nghị {COAST} có Sở Y tế, Sở Nội vụ.", set()),
        # provinces, by the committees that come for them
        (f"{COAST} họp. Dự có UBND các tỉnh: Nghệ An, Hà Tĩnh, là thành viên của Cụm.", {"Nghệ An", "Hà Tĩnh"}),
        # bodies told by their kind only are no members
        ("Các chi hội Luật gia thuộc Cụm thi đua các tỉnh ven biển ký giao ước.", set()),
    ],
)
def test_how_members_are_told(text: str, members: set[str]) -> None:
    assert rows("cluster", text) == {(COAST, member) for member in members}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Cụm thi đua số 2 (thị xã An Bình và 3 huyện An Phú, Tân Phú, Long Phú) đã họp.",
            {"thị xã An Bình", "huyện An Phú", "huyện Tân Phú", "huyện Long Phú"},
        ),
        (
            "Cụm thi đua số 2 họp. LĐLĐ các huyện An Phú, Tân Phú và Long Phú ký giao ước thi đua.",
            {"LĐLĐ huyện An Phú", "LĐLĐ huyện Tân Phú", "LĐLĐ huyện Long Phú"},
        ),
    ],
)
def test_districts_by_their_kind(text: str, members: set[str]) -> None:
    assert rows("cluster", text) == {("Cụm thi đua số 2", member) for member in members}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        # called as a member is
        (
            f"Hội nghị {COAST} do Công an tỉnh Phú Yên làm Cụm trưởng. Giám đốc Công an tỉnh Nghệ An khen Cụm.",
            {"Công an tỉnh Phú Yên", "Công an tỉnh Nghệ An"},
        ),
        # guests, bodies above and below, and of an article that tells of the cluster in passing
        (
            f"Hội nghị {COAST} do Công an tỉnh Phú Yên làm Cụm trưởng. Khách mời của Cụm là Công an tỉnh Nghệ An.",
            {"Công an tỉnh Phú Yên"},
        ),
        (
            f"Hội nghị {COAST} do Công an huyện An Phú làm Cụm trưởng. Công an tỉnh Nghệ An khen Cụm.",
            {"Công an huyện An Phú"},
        ),
        (
            f"{COAST} do Công an tỉnh Phú Yên làm Cụm trưởng. Công an tỉnh Nghệ An đã bắt trộm.",
            {"Công an tỉnh Phú Yên"},
        ),
    ],
)
def test_bodies_called_as_the_members_are(text: str, members: set[str]) -> None:
    assert rows("cluster", text) == {(COAST, member) for member in members}


def test_of_two_clusters_the_members_told_in_the_sentence_of_each() -> None:
    text = (
        "Công an tỉnh Phú Yên làm Cụm trưởng Cụm thi đua số 1. Công an tỉnh Hà Tĩnh làm Cụm trưởng Cụm thi đua số 2. "
        "Tại Cụm thi đua số 2, Công an tỉnh Nghệ An về nhất."
    )
    assert rows("cluster", text) == {
        ("Cụm thi đua số 1", "Công an tỉnh Phú Yên"),
        ("Cụm thi đua số 2", "Công an tỉnh Hà Tĩnh"),
        ("Cụm thi đua số 2", "Công an tỉnh Nghệ An"),
    }


def test_bodies_of_the_kind_that_the_name_of_a_cluster_tells() -> None:
    name = "Khối thi đua các trường đại học"
    text = f"{name} họp. Trường Đại học Vinh đăng cai cho Khối. Trường Trung học An Phú xem."
    assert rows("cluster", text) == {(name, "Trường Đại học Vinh")}


def test_an_abbreviation_that_is_defined_stands_for_the_body() -> None:
    text = f"Viện Nghiên cứu An Phú (VNCAP) dự. {COAST} họp do VNCAP làm Cụm trưởng."
    assert rows("cluster", text) == {(COAST, "Viện Nghiên cứu An Phú")}


def test_districts_by_the_name_of_their_cluster() -> None:
    name = "Cụm thi đua các huyện miền núi"
    assert rows("cluster", f"{name} (2 đơn vị): An Phú, Tân Phú.") == {(name, "huyện An Phú"), (name, "huyện Tân Phú")}


def test_a_body_told_with_and_without_its_kind_of_place_is_one_member() -> None:
    text = (
        f"{COAST} gồm 2 VKSND các huyện, thị xã: An Phú và An Bình. "
        "VKSND huyện An Phú được bầu làm Cụm trưởng, VKSND thị xã An Bình làm Cụm phó."
    )
    assert rows("cluster", text) == {(COAST, "VKSND huyện An Phú"), (COAST, "VKSND thị xã An Bình")}
