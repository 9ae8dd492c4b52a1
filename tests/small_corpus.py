"""Invented articles of several years → what `thidua` reads in them, for the pages of many articles."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Quad

import thidua as api
from queries.identity.statements import identity_of

CLUSTER = "Cụm thi đua số 9"
MAY, DON = "Lò Thị Mẩy", "Vì Văn Đón"
MEETING = "Hội nghị tổng kết công tác thi đua, khen thưởng"
LABOUR = "Huân chương Lao động hạng Ba"

ARTICLES = {
    "cum-2018": f"""Cụm thi đua số 9 tổng kết năm 2018

Thứ ba, 18/12/2018 09:00
Ngày 18/12/2018, tại tỉnh Sơn La, {CLUSTER} gồm các tỉnh Sơn La, Lai Châu, Điện Biên tổ chức {MEETING} năm 2018.
Dự hội nghị có bà {MAY}, Giám đốc Sở Nội vụ tỉnh Sơn La; ông {DON}, Phó Chủ tịch UBND tỉnh Lai Châu.
Hội nghị đã bầu tỉnh Lai Châu làm cụm trưởng, tỉnh Điện Biên làm cụm phó năm 2019.
Cụm đề nghị tặng Cờ thi đua của Chính phủ cho tỉnh Sơn La.
""",
    "cum-2019": f"""Cụm thi đua số 9 tổng kết năm 2019

Thứ sáu, 20/12/2019 10:00
Ngày 20/12/2019, tại tỉnh Lai Châu, {CLUSTER} tổ chức {MEETING} năm 2019.
Dự hội nghị có bà {MAY}, Giám đốc Sở Nội vụ tỉnh Sơn La; ông {DON}, Phó Chủ tịch UBND tỉnh Lai Châu.
Hội nghị đã bầu tỉnh Điện Biên làm cụm trưởng, tỉnh Sơn La làm cụm phó năm 2020.
Chủ tịch nước đã tặng {LABOUR} cho bà {MAY}.
""",
    "thu-hoi": f"""Thu hồi Huân chương

Thứ hai, 05/04/2021 08:00
Ngày 5/4/2021, Chủ tịch nước quyết định thu hồi {LABOUR} đã tặng bà {MAY}, nguyên Giám đốc Sở Nội vụ tỉnh Sơn La.
UBND tỉnh Lai Châu tặng Bằng khen cho 12 tập thể.
""",
    "sap-nhap": """Tỉnh mới tổng kết phong trào

Thứ tư, 10/12/2025 08:00
Ngày 10/12/2025, tại tỉnh Thái Nguyên, UBND tỉnh Thái Nguyên tổ chức Hội nghị tổng kết phong trào thi đua năm 2025.
UBND tỉnh Thái Nguyên tặng Bằng khen cho 20 cá nhân.
""",
    "bac-kan": """Bắc Kạn khen thưởng

Thứ năm, 14/11/2019 08:00
Ngày 14/11/2019, UBND tỉnh Bắc Kạn tặng Bằng khen cho 8 tập thể.
Bộ Nội vụ đề nghị tặng Cờ thi đua của Chính phủ cho tỉnh Thái Nguyên.
""",
}  # fmt: skip


@lru_cache(maxsize=1)
def corpus() -> tuple[Quad, ...]:
    """All that the articles say, and who is one in several of them."""
    quads = api.build(*(api.read(text, id=name) for name, text in ARTICLES.items()))
    return (*quads, *identity_of(quads))
