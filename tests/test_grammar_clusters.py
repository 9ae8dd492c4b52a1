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
    ],
)
def test_where_the_name_of_a_cluster_ends(text: str, expected: str) -> None:
    assert rows("cluster", text) == {(expected, "Sở Y tế")}


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
        # one name for the bodies of several provinces
        (
            "Cụm thi đua các tỉnh ven biển gồm Hội Luật gia các tỉnh: Phú Yên, Khánh Hòa, Bình Định.",
            {"Hội Luật gia tỉnh Phú Yên", "Hội Luật gia tỉnh Khánh Hòa", "Hội Luật gia tỉnh Bình Định"},
        ),
        (
            "Phát biểu tại hội nghị Cụm thi đua các tỉnh ven biển, các đơn vị thành viên: Sở Y tế, Sở Nội vụ trao đổi.",
            {"Sở Y tế", "Sở Nội vụ"},
        ),
        # bodies told by their kind only are no members
        ("Các chi hội Luật gia thuộc Cụm thi đua các tỉnh ven biển ký giao ước.", set()),
    ],
)
def test_how_members_are_told(text: str, members: set[str]) -> None:
    assert rows("cluster", text) == {(COAST, member) for member in members}
