"""Members and leads of clusters in ways of telling that are no plain lists, in invented sentences."""

from __future__ import annotations

import pytest
from told import rows

FIVE = "Cụm thi đua số 5"
LAWYERS = "Hội Luật gia tỉnh"


@pytest.mark.parametrize(
    ("told", "members"),
    [
        # some of them
        ((f"Các tỉnh trong {FIVE} như Sơn La, Lai Châu đều có mô hình hay.",), {"Sơn La", "Lai Châu"}),
        # the best of them
        ((f"Các đơn vị dẫn đầu {FIVE} là Sơn La, Lai Châu.",), {"Sơn La", "Lai Châu"}),
        # in brackets behind their number
        ((f"{FIVE} có 7 đơn vị thành viên (Hội Luật gia, Hội Nhà báo).",), {"Hội Luật gia", "Hội Nhà báo"}),
        # who hands the lead over, and who takes it
        (
            (f"Công an tỉnh Sơn La bàn giao nhiệm vụ Cụm trưởng {FIVE} cho Công an tỉnh Lai Châu.",),
            {"Công an tỉnh Sơn La", "Công an tỉnh Lai Châu"},
        ),
        # bodies of provinces, and not the provinces too
        (
            (
                f"Sáng 5/7 diễn ra hội nghị của {FIVE}.",
                "Dự hội nghị có đại diện Hội Luật gia 5 tỉnh: Sơn La, Lai Châu, Điện Biên, Yên Bái, Lào Cai.",
            ),
            {f"{LAWYERS} {place}" for place in ("Sơn La", "Lai Châu", "Điện Biên", "Yên Bái", "Lào Cai")},
        ),
        # people who speak for bodies of the kind that the fullest name of the cluster tells
        (
            (
                f"Sáng 5/7, {FIVE} Hội Luật gia Việt Nam họp.",
                "Dự họp có bà Lò Thị Hoa - Chủ tịch Hội Luật gia tỉnh Sơn La; ông Lò Văn Bảy - Chủ tịch Hội Luật gia"
                " tỉnh Lai Châu.",
                f"{FIVE} đạt nhiều kết quả.",
            ),
            {f"{LAWYERS} Sơn La", f"{LAWYERS} Lai Châu"},
        ),
    ],
)
def test_members(told: tuple[str, ...], members: set[str]) -> None:
    assert {row[1] for row in rows("cluster", *told)} == members


@pytest.mark.parametrize(
    ("cluster", "members"),
    [
        # provinces are present as members where the cluster is one of provinces
        ("Cụm thi đua các tỉnh Đông Nam Bộ", {"Bình Dương", "Tây Ninh", "Đồng Nai"}),
        ("Cụm thi đua các trường đại học Đông Nam Bộ", set()),
    ],
)
def test_provinces_that_are_present(cluster: str, members: set[str]) -> None:
    told = (f"{cluster} tổng kết năm 2018.", "Tham dự có đại diện các tỉnh Bình Dương, Tây Ninh, Đồng Nai.")
    assert {str(row[1]) for row in rows("cluster", *told)} == members


def test_a_lead_and_a_deputy_behind_dashes() -> None:
    text = f"Cụm trưởng {FIVE} - {LAWYERS} Sơn La và Cụm phó - {LAWYERS} Lai Châu chủ trì hội nghị."
    assert rows("cluster_post", text) == {
        (FIVE, f"{LAWYERS} Sơn La", "lead", None),
        (FIVE, f"{LAWYERS} Lai Châu", "deputy", None),
    }
