"""Names of places that could be somebody's, in invented sentences."""

from __future__ import annotations

import pytest
from told import names


@pytest.mark.parametrize(
    "sentence",
    [
        # rows of streets, told by one word for all of them
        "Các tuyến đường Lò Văn Bảy, Quàng Thị Ngọc, Cầm Văn Đoan bị ngập.",
        "Nhiều con đường trung tâm như Lò Văn Bảy, Quàng Thị Ngọc bị ngập.",
        "Xe đi theo đường Lò Văn Bảy - Quàng Thị Ngọc - Cầm Văn Đoan.",
        "Vỉa hè ở phố Lò Văn Bảy và Quàng Thị Ngọc được lát lại.",
        "Tại ngã ba Lò Văn Bảy - Quàng Thị Ngọc có tai nạn.",
        # islands and districts
        "Tàu thuyền ở quần đảo Hoàng Sa và Trường Sa tránh bão.",
        "Hai bên gặp nhau ở Bàn Môn Điếm.",
        "Ngư dân Nghi Lộc được mùa cá.",
    ],
)
def test_places_are_nobody(sentence: str) -> None:
    assert names("person", sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        # whoever does something behind one street
        ("Khi tới đường Lò Văn Bảy, Quàng Văn Ngọc bị ngã.", {"Quàng Văn Ngọc"}),
        ("Trên đường về, ông Lò Văn Bảy và bà Quàng Thị Ngọc gặp mưa.", {"Lò Văn Bảy", "Quàng Thị Ngọc"}),
        # a city is no street
        ("Chủ tịch UBND thành phố Lò Văn Bảy dự họp.", {"Lò Văn Bảy"}),
        # somebody who is called as a district is
        ("Diễn viên Bình Minh dự lễ.", {"Bình Minh"}),
        ("Dự lễ có ca sĩ Lò Thị Hoa, Thanh Sơn, Cầm Văn Đoan.", {"Lò Thị Hoa", "Thanh Sơn", "Cầm Văn Đoan"}),
    ],
)
def test_people_beside_places(sentence: str, people: set[str]) -> None:
    assert names("person", sentence) == people
