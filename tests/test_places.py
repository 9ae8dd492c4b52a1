"""The province of a body is read off its name where the name tells it, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.places import province_of_body
from ontology.schemes import provinces

OLD = [u.name for u in provinces() if u.valid(date(2020, 1, 1))]


@pytest.mark.parametrize(
    ("name", "province"),
    [
        ("UBND tỉnh Bắc Kạn", "Bắc Kạn"),
        ("Ủy ban nhân dân tỉnh Bắc Cạn", "Bắc Kạn"),
        ("Sở Nội vụ tỉnh Hoà Bình", "Hòa Bình"),
        ("Sở Giáo dục và Đào tạo Hà Nam", "Hà Nam"),
        ("Tỉnh ủy Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Thành ủy Đà Nẵng", "Đà Nẵng"),
        ("Công an TP Đà Nẵng", "Đà Nẵng"),
        ("UBND TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("Thành đoàn TP.HCM", "Hồ Chí Minh"),
        ("UBND thành phố Thái Nguyên", "Thái Nguyên"),
        ("UBND huyện Lạc Thủy (tỉnh Hòa Bình)", "Hòa Bình"),
        ("UBND huyện Ba Bể, tỉnh Bắc Kạn", "Bắc Kạn"),
        ("Hội Luật gia tỉnh Lai Châu", "Lai Châu"),
        ("Bộ Chỉ huy Quân sự tỉnh Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Công ty Xổ số kiến thiết tỉnh Tiền Giang", "Tiền Giang"),
    ],
)
def test_a_name_that_tells_the_province_has_it(name: str, province: str) -> None:
    assert province_of_body(name) == province


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Nội vụ",
        "UBND tỉnh",
        "Đoàn TNCS Hồ Chí Minh",
        "Học viện Chính trị quốc gia Hồ Chí Minh",
        "Công ty Hòa Bình",
        "Ủy ban Bảo vệ hòa bình",
        "UBND tỉnh Hà Nam Ninh",
        "Đại học Thái Nguyên",
        "Ban chỉ đạo tỉnh Lào Cai và tỉnh Yên Bái",
        "Báo Hà Nội Mới",
        "",
        "tỉnh",
    ],
)
def test_a_name_that_does_not_tell_it_has_none(name: str) -> None:
    assert province_of_body(name) is None


def test_a_province_that_was_not_there_on_the_day_is_none() -> None:
    assert province_of_body("UBND thành phố Huế", date(2017, 3, 17)) is None
    assert province_of_body("UBND thành phố Huế", date(2025, 3, 17)) == "Huế"


@given(
    st.sampled_from(OLD), st.sampled_from(["UBND tỉnh {}", "Sở Y tế tỉnh {}", "Hội Nông dân tỉnh {}", "MTTQ tỉnh {}"])
)
def test_every_province_is_found_in_the_names_of_its_bodies(province: str, name: str) -> None:
    assert province_of_body(name.format(province)) == province


@given(st.text(max_size=40))
def test_any_name_can_be_asked_for(name: str) -> None:
    assert province_of_body(name) in {None, *(u.name for u in provinces())}
