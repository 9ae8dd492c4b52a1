"""The competency questions as they are asked of the invented articles → the answers, written down by hand from the
sentences and the laws."""

from __future__ import annotations

from dataclasses import dataclass

from competency_graph import (
    A16,
    A17,
    A18,
    A20,
    A21,
    A25,
    BADGE,
    BAY,
    CERTIFICATE,
    CHAIR,
    CHAIR_TN,
    CHIN,
    CLUSTER,
    COMPANY,
    COUNCIL,
    DEPUTY,
    DIRECTOR,
    E16,
    E17,
    E20,
    FLAG,
    GOVERNMENT,
    HAI,
    HIGH_ORDER,
    LETTER,
    MUOI,
    ORDER,
    PARTY,
    POOR,
    PRESIDENT,
    RURAL,
    SECRETARY,
    SO,
    TAM,
    UBND,
    UBND_TN,
    one,
)

from ontology import terms as T
from ontology.official import official_slug
from ontology.spelling import keyed_slug

Row = tuple[str, ...]

BK, TN, TQ, HN = "Bắc Kạn", "Thái Nguyên", "Tuyên Quang", "Hà Nội"
NORTH = "Trung du và miền núi phía Bắc"
D16, D17, D18, D20, D21, D25 = "2016-12-20", "2017-12-22", "2018-06-15", "2020-12-18", "2021-04-10", "2025-08-20"
ONE_MUOI, ONE_TAM = one(A18, MUOI), one(A18, TAM)
LAW_2003 = "Luật Thi đua, khen thưởng năm 2003"
LAW_2022 = "Luật Thi đua, khen thưởng năm 2022"
PM = "Thủ tướng Chính phủ"


@dataclass(frozen=True)
class Among:
    """Rows that must be in an answer, and rows that must not, where the whole is as long as a scheme."""

    these: tuple[Row, ...]
    not_these: tuple[Row, ...] = ()


PEOPLE: dict[str, list[Row] | Among] = {
    # Each article shares an office with the one before: one person.
    f'people person="{MUOI}"': [
        (ONE_MUOI, MUOI, "4", f"{SECRETARY}; {SECRETARY} (former); {CHAIR}; {CHAIR} (former)"),
    ],
    f'posts person="{CHIN}"': [
        (CHIN, CHAIR, UBND, "current"),
        (CHIN, DIRECTOR, SO, "current"),
        (CHIN, DEPUTY, COUNCIL, "current"),
    ],
    "posts status=acting": [(BAY, DIRECTOR, SO, "acting")],
    f'career person="{MUOI}"': [
        (MUOI, D16, CHAIR, UBND, "current", A16, ONE_MUOI),
        (MUOI, D17, CHAIR, UBND, "current", A17, ONE_MUOI),
        (MUOI, D18, SECRETARY, PARTY, "current", A18, ONE_MUOI),
        (MUOI, D18, CHAIR, UBND, "former", A18, ONE_MUOI),
        (MUOI, D21, SECRETARY, PARTY, "former", A21, ONE_MUOI),
    ],
    # The article of June 2018 calls him a former chair: nothing after the day confirms that he still was.
    f'holders-on office="{CHAIR}" date=2018-01-10': [(CHAIR, MUOI, "current", D17, "", A17)],
    f'holders-on office="{CHAIR}" date=2019-03-01': [(CHAIR, CHIN, "current", D18, D20, A18)],
    f'holders-on office="{SECRETARY}" date=2022-01-01': [],
    f'holders office="{CHAIR}"': [(CHAIR, MUOI, D16, D17, D18), (CHAIR, CHIN, D18, D20, "")],
    f'officials role="Chủ tịch" kind="Ủy ban nhân dân" region="{NORTH}" status=current': [
        (TAM, CHAIR_TN, UBND_TN, TN, "current"),
        (CHIN, CHAIR, UBND, BK, "current"),
        (HAI, CHAIR_TN, UBND_TN, TN, "current"),
        (MUOI, CHAIR, UBND, BK, "current"),
    ],
    'officials role="Cấp phó" province="Bắc Kạn"': [(CHIN, DEPUTY, COUNCIL, BK, "current")],
    f'several-posts person="{CHIN}"': [(CHIN, f"{DIRECTOR}; {DEPUTY}", A16)],
    f'namesakes person="{TAM}"': [
        # The chair of the committee: three articles by his office, one since he is told of beside Lò Thị Chín.
        (TAM, ONE_TAM, "4", D17, CHAIR_TN),
        (TAM, f"{A25}#hoang-van-tam", "1", D25, f"Chủ tịch {COMPANY}"),
    ],
    'bodies body="Ủy ban nhân dân tỉnh Bắc Kạn"': [(T.BASE + "body/" + official_slug(UBND), UBND, "4")],
}

CLUSTERS: dict[str, list[Row] | Among] = {
    f'cluster-members cluster="{CLUSTER}"': [(CLUSTER, BK), (CLUSTER, HN), (CLUSTER, TN), (CLUSTER, TQ)],
    'cluster-members member="Hà Nội"': [(CLUSTER, HN)],
    f'cluster-leads cluster="{CLUSTER}" year=2017': [(CLUSTER, "2017", TN, "lead")],
    "cluster-leads post=deputy": [(CLUSTER, "2016", TN, "deputy")],
    f'cluster-gaps cluster="{CLUSTER}"': [(CLUSTER, "2017", TN, "2020", TQ, "2")],
    f'cluster-turns cluster="{CLUSTER}"': [
        (CLUSTER, HN, "0", ""),
        (CLUSTER, BK, "1", "2016"),
        (CLUSTER, TN, "1", "2017"),
        (CLUSTER, TQ, "1", "2020"),
    ],
    f'cluster-history cluster="{CLUSTER}"': [
        (CLUSTER, BK, D16, D20, "3"),
        (CLUSTER, HN, D16, D16, "1"),
        (CLUSTER, TN, D16, D20, "3"),
        (CLUSTER, TQ, D16, D20, "3"),
    ],
    f'cluster-today cluster="{CLUSTER}"': [(CLUSTER, HN, HN), (CLUSTER, TN, BK), (CLUSTER, TN, TN), (CLUSTER, TQ, TQ)],
    f'covenants signatory="{CLUSTER}"': [
        (CLUSTER, E17, "Cụm ký giao ước thi đua và sẽ nhân điển hình tiên tiến năm 2018.")
    ],
}

_PROPOSED_FLAGS = f"Cụm đề nghị tặng {FLAG} năm 2017 cho Tuyên Quang và Thái Nguyên."

HONOURS: dict[str, list[Row] | Among] = {
    'awards recipient="Tuyên Quang"': [
        (FLAG, TQ, "proposed", "", "", _PROPOSED_FLAGS),
        (ORDER, TQ, "conferred", PRESIDENT, "", f"Chủ tịch nước tặng {ORDER} cho Tuyên Quang."),
        (ORDER, TQ, "proposed", "", "", f"Cụm đề nghị tặng {ORDER} cho Tuyên Quang."),
    ],
    "awards status=denied": [(FLAG, BK, "denied", "", "", f"{FLAG} năm 2020 không được tặng cho Bắc Kạn.")],
    'proposed-honours province="Tuyên Quang"': [(TQ, FLAG), (TQ, ORDER)],
    f'honours-of recipient="{MUOI}"': [
        (MUOI, D16, "", ORDER, "conferred", PRESIDENT, A16, ONE_MUOI),
        (MUOI, D21, "", ORDER, "revoked", PRESIDENT, A21, ONE_MUOI),
    ],
    'honours-of recipient="Bắc Kạn" status=conferred': [
        (BK, D16, "2016", FLAG, "conferred", GOVERNMENT, A16, f"{T.BASE}province/bac-kan"),
        (BK, D21, "2020", FLAG, "conferred", GOVERNMENT, A21, f"{T.BASE}province/bac-kan"),
    ],
    f'revocations recipient="{MUOI}"': [(MUOI, ORDER, D16, PRESIDENT, D21, PRESIDENT, A21)],
    "revocations status=revocationProposed": [(TAM, LETTER, "", "", D21, "", A21)],
    # Thái Nguyên got the flag of 2017 as the article of 2018 tells, Tuyên Quang its order in 2020.
    "never-conferred": [(TQ, FLAG, "2017", D17, "")],
    f'grantors honour="{ORDER}"': [(ORDER, PRESIDENT, "3", D16, D20)],
    f'co-recipients recipient="{CHIN}"': [(CHIN, MUOI, ORDER, "1")],
    f'co-recipients honour="{FLAG}"': [(BK, HN, FLAG, "1"), (BK, TN, FLAG, "1"), (HN, TN, FLAG, "1")],
    'honours-by-kind kind="Huân chương" status=conferred': [
        (ORDER, CHIN, "conferred", "", D16),
        (ORDER, MUOI, "conferred", "", D16),
        (ORDER, TQ, "conferred", "", D20),
        (HIGH_ORDER, TN, "conferred", "", D25),
    ],
    'honours-by-kind kind="Cờ thi đua" year=2017': [
        (FLAG, TN, "conferred", "2017", D18),
        (FLAG, TN, "proposed", "2017", D17),
        (FLAG, TQ, "proposed", "2017", D17),
    ],
    'group-totals honour="Bằng khen"': [(CERTIFICATE, UBND, "2", "42")],
    # Law 06/2022/QH15, articles 79 to 81: the President orders and state titles, the Government its flag, the Prime
    # Minister his certificate of merit and the national emulation soldier.
    f'may-confer authority="{PM}"': Among(
        ((PM, LETTER), (PM, "Chiến sĩ thi đua toàn quốc")), ((PM, ORDER), (PM, "Giấy khen"))
    ),
    'may-confer honour="Huân chương Sao vàng"': [(PRESIDENT, "Huân chương Sao vàng")],
    'may-confer honour="Cờ thi đua của Chính phủ"': [(GOVERNMENT, FLAG)],
    "honours-for recipient=household": Among(
        (("hộ gia đình", "Gia đình văn hóa", "Chủ tịch Ủy ban nhân dân cấp xã"),),
        (("hộ gia đình", "Huân chương Sao vàng", PRESIDENT), ("hộ gia đình", "Lao động tiên tiến", "")),
    ),
    # Articles 53 and 58 of Law 06/2022/QH15: the Friendship Order and Medal are for foreigners.
    "honours-for recipient=foreigner": Among(
        (
            ("người, tập thể nước ngoài", "Huân chương Hữu nghị", PRESIDENT),
            ("người, tập thể nước ngoài", "Huy chương Hữu nghị", PRESIDENT),
        ),
        (("người, tập thể nước ngoài", "Gia đình văn hóa", "Chủ tịch Ủy ban nhân dân cấp xã"),),
    ),
    "honours-in-force year=2010 not_in=2024": Among(
        (("Danh hiệu cũ", LAW_2003), ("Huy hiệu", LAW_2003)),
        (("Huân chương Sao vàng", LAW_2003), ("Tỉnh Anh hùng", LAW_2003)),
    ),
    # Articles 29 and 96 of Law 06/2022/QH15 brought these in; the heroic province and city came by Law 47/2005/QH11.
    "honours-in-force year=2024 not_in=2010": Among(
        (("Xã, phường, thị trấn tiêu biểu", LAW_2022), ("Huy chương Thanh niên xung phong vẻ vang", LAW_2022)),
        (("Tỉnh Anh hùng", LAW_2022), ("Thành phố Anh hùng", LAW_2022), ("Danh hiệu cũ", LAW_2003)),
    ),
    "orders": Among(
        (
            ("1", "Huân chương Sao vàng", "", "Huân chương Sao vàng"),
            ("2", "Huân chương Hồ Chí Minh", "", "Huân chương Hồ Chí Minh"),
            ("3", "Huân chương Độc lập", "1", "Huân chương Độc lập hạng Nhất"),
            ("3", "Huân chương Độc lập", "2", "Huân chương Độc lập hạng Nhì"),
            ("3", "Huân chương Độc lập", "3", "Huân chương Độc lập hạng Ba"),
            ("4", "Huân chương Quân công", "1", "Huân chương Quân công hạng Nhất"),
            ("5", "Huân chương Lao động", "3", ORDER),
        )
    ),
    'orders order="Huân chương Lao động"': [
        ("5", "Huân chương Lao động", "1", "Huân chương Lao động hạng Nhất"),
        ("5", "Huân chương Lao động", "2", "Huân chương Lao động hạng Nhì"),
        ("5", "Huân chương Lao động", "3", ORDER),
    ],
    'honour-law honour="Huân chương Dũng cảm"': [
        ("Huân chương Dũng cảm", article, law, PRESIDENT, "cá nhân")
        for article, law in (("Luật 06/2022/QH15, Điều 52", LAW_2022), ("Luật 15/2003/QH11, Điều 50", LAW_2003))
    ],
    "honour-names honour=HCLĐ": Among(
        (
            ("Huân chương Lao động", "Huân chương Lao động", "preferred"),
            ("Huân chương Lao động", "HCLĐ", "alternative"),
        ),
        ((ORDER, ORDER, "preferred"),),
    ),
    "unlisted-honours": [(BADGE, "Huy hiệu", "1")],
}

_RECORD = [
    (D16, "conferred", f"{FLAG} 2016", BK, A16),
    (D16, "conferred", f"{FLAG} 2016", TN, A16),
    (D16, "deputy", f"{CLUSTER} 2016", TN, A16),
    (D16, "event", E16, BK, A16),
    (D16, "lead", f"{CLUSTER} 2016", BK, A16),
    (D17, "event", E17, TN, A17),
    (D17, "lead", f"{CLUSTER} 2017", TN, A17),
    (D17, "proposed", f"{FLAG} 2017", TN, A17),
    (D18, "conferred", f"{FLAG} 2017", TN, A18),
    (D20, "denied", f"{FLAG} 2020", BK, A20),
    (D21, "conferred", f"{FLAG} 2020", BK, A21),
    (D25, "conferred", HIGH_ORDER, TN, A25),
    (D25, "event", "Lễ đón nhận Huân chương Độc lập", TN, A25),
]

PROVINCES: dict[str, list[Row] | Among] = {
    'provinces province="Hà Nội"': [(HN, "01", "1")],
    'honours-today honour="Cờ thi đua" year=2016': [
        (HN, FLAG, "2016", HN),
        (TN, FLAG, "2016", BK),
        (TN, FLAG, "2016", TN),
    ],
    'honours-today honour="Cờ thi đua" year=2016 unit="Bắc Kạn"': [],
    'province-record province="Thái Nguyên"': [(TN, *row) for row in _RECORD],
    'province-record province="Bắc Kạn"': [(BK, *row) for row in _RECORD if row[3] == BK],
    'successors province="Bắc Kạn"': [(BK, "2025-06-30", TN, "2025-07-01")],
    'successors province="Thái Nguyên"': [
        (BK, "2025-06-30", TN, "2025-07-01"),
        (TN, "2025-06-30", TN, "2025-07-01"),
    ],
    'units-on date=2024-06-01 region="Tây Nguyên"': [
        ("62", "Kon Tum", "tỉnh", "Tây Nguyên", "Kon Tum", ""),
        ("64", "Gia Lai", "tỉnh", "Tây Nguyên", "Pleiku", ""),
        ("66", "Đắk Lắk", "tỉnh", "Tây Nguyên", "Buôn Ma Thuột", "2004-01-01"),
        ("67", "Đắk Nông", "tỉnh", "Tây Nguyên", "Gia Nghĩa", "2004-01-01"),
        ("68", "Lâm Đồng", "tỉnh", "Tây Nguyên", "Đà Lạt", ""),
    ],
    f'region-honours region="{NORTH}"': [(NORTH, FLAG, "4"), (NORTH, ORDER, "1"), (NORTH, HIGH_ORDER, "1")],
}

EVENTS: dict[str, list[Row] | Among] = {
    'events place="Tuyên Quang"': [(E20, D20, TQ)],
    f'participants event="{E17}"': [
        (E17, TAM, "attended"),
        (E17, CHIN, "attended"),
        (E17, MUOI, "attended"),
        (E17, CLUSTER, "organised"),
    ],
    f'happened event="{E16}"': [
        (E16, "organised", CLUSTER, "", f"Ngày 20/12/2016, tại Bắc Kạn, {CLUSTER} tổ chức {E16}."),
        (E16, "attended", CHIN, "", f"Dự hội nghị có ông {MUOI}, {CHAIR}; bà {CHIN}, {DIRECTOR}, {DEPUTY}."),
        (E16, "attended", MUOI, "", f"Dự hội nghị có ông {MUOI}, {CHAIR}; bà {CHIN}, {DIRECTOR}, {DEPUTY}."),
        (
            *(E16, "said", MUOI, "Cần khen thưởng người trực tiếp sản xuất"),
            "Ông Mười nói: Cần khen thưởng người trực tiếp sản xuất.",
        ),
    ],
    f'together person="{CHIN}"': [(CHIN, TAM, "2", D17, D20), (CHIN, MUOI, "2", D16, D17)],
    f'statements speaker="{CHIN}" field="giữ rừng"': [
        (
            *(CHIN, "Cần khen thưởng người giữ rừng và người sản xuất"),
            "Bà Chín nói: Cần khen thưởng người giữ rừng và người sản xuất.",
        ),
    ],
    'fields field="sản xuất"': [
        ("sản xuất", CHIN, "Cần khen thưởng người giữ rừng và người sản xuất"),
        ("sản xuất", MUOI, "Cần khen thưởng người trực tiếp sản xuất"),
    ],
    "tasks year=2018": [(CLUSTER, "2018", "nhân điển hình tiên tiến", E17, A17)],
    f'hosts organiser="{CLUSTER}"': [
        (CLUSTER, BK, "1", D16, D16),
        (CLUSTER, TN, "1", D17, D17),
        (CLUSTER, TQ, "1", D20, D20),
    ],
    "campaign-years": [
        (RURAL, "2016", A16, "1"),
        (RURAL, "2017", A17, "1"),
        (POOR, "2017", A17, "1"),
        (POOR, "2025", A25, "1"),
    ],
    'campaigns campaign="vì  người nghèo"': [(T.BASE + "campaign/" + keyed_slug(POOR), POOR)],
    'campaign-wordings campaign="Vì người nghèo"': [(POOR, POOR)],
}

QUALITY: dict[str, list[Row] | Among] = {
    "conflicts": [
        ("day of an event", E20, D20, A20, "2020-12-19", A21),
        ("status of a post", f"{TAM}, {CHAIR_TN}", "current", A20, "former", A18),
        ("status of an award", f"{BK}, {FLAG}", "conferred", A21, "denied", A20),
    ],
    f'identities about="{TAM}"': [(ONE_TAM, TAM, "4", TAM, "sameCompany; sameOffice")],
    "single-source kind=ClusterMembership": [("ClusterMembership", HN, CLUSTER, A16)],
    "single-source kind=Tenure article=<article/nhan-su-2018>": [
        ("Tenure", TAM, f"{CHAIR_TN} (former)", A18),
        ("Tenure", BAY, f"{DIRECTOR} (acting)", A18),
        ("Tenure", MUOI, f"{SECRETARY} (current)", A18),
        ("Tenure", MUOI, f"{CHAIR} (former)", A18),
    ],
    "rules article=<article/thu-hoi-2021> rule=award.by-hand": [(A21, "award.by-hand", "4")],
    "months year=2018": [("2018-06", "1", "16")],
    'sources article="Tin thu-hoi-2021"': [(A21, "Tin thu-hoi-2021", "2021-04-10T17:00:00+07:00", "Báo Núi", "", "13")],
}

ANSWERS = {**PEOPLE, **CLUSTERS, **HONOURS, **PROVINCES, **EVENTS, **QUALITY}
"""By question, as it would be asked on the command line: the query's name and its parameters."""
