"""Six invented articles of 2016–2025, told sentence by sentence with their facts → the graph that competency questions
are asked of."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from ingest import facts as F
from ingest.rdf import article_iri, graph_iri, quads
from ontology import terms as T
from ontology.schemes import honour_iri, role_iri
from ontology.spelling import slug
from queries.identity.refresh import refresh
from queries.identity.statements import identity_of
from queries.store import open_store

CLUSTER = "Cụm thi đua số 9"
E16, E17, E20 = (f"Hội nghị tổng kết năm {year}" for year in (2016, 2017, 2020))
CEREMONY = "Lễ đón nhận Huân chương Độc lập"
MUOI, CHIN, TAM, BAY, HAI, BA = (
    *("Nông Văn Mười", "Lò Thị Chín", "Hoàng Văn Tám", "Lê Văn Bảy", "Nguyễn Thị Hai", "Trần Văn Ba"),
)
UBND, SO, COUNCIL = (*("UBND tỉnh Bắc Kạn", "Sở Nội vụ tỉnh Bắc Kạn", "Hội đồng Thi đua - Khen thưởng tỉnh Bắc Kạn"),)
UBND_TN, UBND_CT, PARTY = "UBND tỉnh Thái Nguyên", "UBND thành phố Cần Thơ", "Tỉnh ủy Bắc Kạn"
COMPANY = "Công ty Chè Thái Nguyên"
FLAG, ORDER, CERTIFICATE = "Cờ thi đua của Chính phủ", "Huân chương Lao động hạng Ba", "Bằng khen"
LETTER, HIGH_ORDER, BADGE = (
    *("Bằng khen của Thủ tướng Chính phủ", "Huân chương Độc lập hạng Nhì", "Huy hiệu Dòng sông xanh"),
)
PRESIDENT, GOVERNMENT = "Chủ tịch nước", "Chính phủ"
RURAL, POOR = "Cả nước chung sức xây dựng nông thôn mới", "Vì người nghèo"

OLD_HONOUR = "https://example.org/danh-hieu-cu"
"""An honour that only the law of 2003 knew; invented, so that the question has an answer whatever the scheme holds."""
_OWN = f"""
<{OLD_HONOUR}> a <{T.TD}Honour>, <{T.SKOS}Concept> ;
    <{T.SKOS}prefLabel> "Danh hiệu cũ"@vi ; <{T.TD}underLaw> <{T.TD}law2003> ."""


# -- how facts are written down ---------------------------------------------------------------------------------------

_N = F.Passage(0, 0)
"""Where a fact stands is filled in from the sentence that it is told by."""


def person(*names: str) -> list[F.Fact]:
    return [F.Person(person=n, passage=_N, rule="") for n in names]


def province(*names: str) -> list[F.Fact]:
    return [F.Province(province=n, passage=_N, rule="") for n in names]


def body(*names: str) -> list[F.Fact]:
    return [F.Body(body=n, proper=True, passage=_N, rule="") for n in names]


def campaign(*names: str) -> list[F.Fact]:
    return [F.Campaign(campaign=n, passage=_N, rule="") for n in names]


def post(holder: str, office: str, organization: str, status: str = "current") -> list[F.Fact]:
    role = role_iri(office)
    return [
        F.Post(
            person=holder,
            post=office,
            status=status,
            organization=organization,
            role=role,
            proper=True,
            passage=_N,
            rule="",
        )
    ]


def award(
    honour: str,
    *recipients: str,
    status: str = "conferred",
    grantor: str | None = None,
    year: int | None = None,
) -> list[F.Fact]:
    concept, exact = honour_iri(honour) or (None, True)
    return [
        F.Award(
            honour=honour,
            recipient=r,
            status=status,
            grantor=grantor,
            year=year,
            count=int(r.split()[0]) if r[0].isdigit() else None,
            concept=concept,
            exact=exact,
            passage=_N,
            rule="",
        )
        for r in recipients
    ]


def member(*names: str) -> list[F.Fact]:
    return [F.ClusterMember(cluster=CLUSTER, member=n, passage=_N, rule="") for n in names]


def lead(name: str, year: int, office: str = "lead") -> list[F.Fact]:
    return [F.ClusterPost(cluster=CLUSTER, member=name, post=office, year=year, passage=_N, rule="")]


def event(name: str, date: str, place: str | None = None) -> list[F.Fact]:
    return [F.Event(event=name, date=date, place=place, passage=_N, rule="")]


def part(kind: str, occasion: str, *agents: str) -> list[F.Fact]:
    return [F.Participation(agent=a, part=kind, event=occasion, passage=_N, rule="") for a in agents]


def said(speaker: str, text: str, occasion: str, *fields: str) -> list[F.Fact]:
    return [F.Statement(speaker=speaker, sort="said", text=text, event=occasion, fields=fields, passage=_N, rule="")]


def task(speaker: str, text: str, occasion: str, year: int) -> list[F.Fact]:
    return [F.Statement(speaker=speaker, sort="task", text=text, event=occasion, year=year, passage=_N, rule="")]


def covenant(signatory: str, occasion: str) -> list[F.Fact]:
    return [F.Covenant(signatory=signatory, event=occasion, passage=_N, rule="")]


def article(id_: str, day: str, agency: str, *told: tuple[str, list[F.Fact]]) -> F.Reading:
    """An article whose text is its sentences. A fact's passage is its sentence, of a mention the name in it; its rule
    is the kind of fact."""
    text, facts = "", []
    for sentence, stated in told:
        for fact in stated:
            name = next((getattr(fact, k) for k in ("person", "province", "body", "campaign") if k == fact.KIND), "")
            start = len(text) + (sentence.index(name) if name else 0)
            passage = F.Passage(start, start + len(name or sentence))
            facts.append(replace(fact, passage=passage, rule=f"{fact.KIND}.by-hand"))
        text += sentence + "\n"
    published = datetime.fromisoformat(f"{day}T17:00:00+07:00")
    read = F.Article(id=id_, text=text, title=f"Tin {id_}", published=published, agency=agency)
    return F.Reading(read, tuple(facts))


# -- what the articles tell -------------------------------------------------------------------------------------------

CHAIR, CHAIR_TN, CHAIR_CT = f"Chủ tịch {UBND}", f"Chủ tịch {UBND_TN}", f"Chủ tịch {UBND_CT}"
DIRECTOR, DEPUTY, SECRETARY = f"Giám đốc {SO}", f"Phó Chủ tịch {COUNCIL}", f"Bí thư {PARTY}"

READINGS = (
    article(
        "tong-ket-2016",
        "2016-12-20",
        "Báo Núi",
        (
            f"Ngày 20/12/2016, tại Bắc Kạn, {CLUSTER} tổ chức {E16}.",
            [*province("Bắc Kạn"), *event(E16, "2016-12-20", "Bắc Kạn"), *part("organised", E16, CLUSTER)],
        ),
        (
            "Cụm gồm Bắc Kạn, Thái Nguyên, Tuyên Quang và Hà Nội.",
            [
                *province("Thái Nguyên", "Tuyên Quang", "Hà Nội"),
                *member("Bắc Kạn", "Thái Nguyên", "Tuyên Quang", "Hà Nội"),
            ],
        ),
        (
            "Bắc Kạn làm cụm trưởng năm 2016, Thái Nguyên làm cụm phó.",
            [*lead("Bắc Kạn", 2016), *lead("Thái Nguyên", 2016, "deputy")],
        ),
        (
            f"Dự hội nghị có ông {MUOI}, {CHAIR}; bà {CHIN}, {DIRECTOR}, {DEPUTY}.",
            [
                *person(MUOI, CHIN),
                *body(UBND, SO, COUNCIL),
                *post(MUOI, CHAIR, UBND),
                *post(CHIN, DIRECTOR, SO),
                *post(CHIN, DEPUTY, COUNCIL),
                *part("attended", E16, MUOI, CHIN),
            ],
        ),
        (
            f"Chính phủ tặng {FLAG} năm 2016 cho Bắc Kạn, Thái Nguyên và Hà Nội.",
            [*body(GOVERNMENT), *award(FLAG, "Bắc Kạn", "Thái Nguyên", "Hà Nội", grantor=GOVERNMENT, year=2016)],
        ),
        (f"Chủ tịch nước tặng ông Mười và bà Chín {ORDER}.", award(ORDER, MUOI, CHIN, grantor=PRESIDENT)),
        (
            f"{UBND} tặng Bằng khen cho 12 tập thể và 30 cá nhân.",
            award(CERTIFICATE, "12 tập thể", "30 cá nhân", grantor=UBND),
        ),
        (f"Cụm đề nghị tặng {ORDER} cho Tuyên Quang.", award(ORDER, "Tuyên Quang", status="proposed")),
        (
            "Ông Mười nói: Cần khen thưởng người trực tiếp sản xuất.",
            said(MUOI, "Cần khen thưởng người trực tiếp sản xuất", E16, "sản xuất"),
        ),
        (f"Phong trào “{RURAL}” lan rộng.", campaign(RURAL)),
    ),
    article(
        "tong-ket-2017",
        "2017-12-22",
        "Báo Sông",
        (
            f"Ngày 22/12/2017, tại Thái Nguyên, {CLUSTER} tổ chức {E17}.",
            [*province("Thái Nguyên"), *event(E17, "2017-12-22", "Thái Nguyên"), *part("organised", E17, CLUSTER)],
        ),
        (
            "Cụm gồm Bắc Kạn, Thái Nguyên và Tuyên Quang; Thái Nguyên làm cụm trưởng năm 2017.",
            [
                *province("Bắc Kạn", "Tuyên Quang"),
                *member("Bắc Kạn", "Thái Nguyên", "Tuyên Quang"),
                *lead("Thái Nguyên", 2017),
            ],
        ),
        (
            f"Dự hội nghị có ông {MUOI}, {CHAIR}; bà {CHIN}; ông {TAM}, {CHAIR_TN}.",
            [
                *person(MUOI, CHIN, TAM),
                *body(UBND, UBND_TN),
                *post(MUOI, CHAIR, UBND),
                *post(TAM, CHAIR_TN, UBND_TN),
                *part("attended", E17, MUOI, CHIN, TAM),
            ],
        ),
        (
            f"Cụm đề nghị tặng {FLAG} năm 2017 cho Tuyên Quang và Thái Nguyên.",
            award(FLAG, "Tuyên Quang", "Thái Nguyên", status="proposed", year=2017),
        ),
        (
            "Cụm ký giao ước thi đua và sẽ nhân điển hình tiên tiến năm 2018.",
            [*covenant(CLUSTER, E17), *task(CLUSTER, "nhân điển hình tiên tiến", E17, 2018)],
        ),
        (
            "Bà Chín nói: Cần khen thưởng người giữ rừng và người sản xuất.",
            said(CHIN, "Cần khen thưởng người giữ rừng và người sản xuất", E17, "giữ rừng", "sản xuất"),
        ),
        (f"Phong trào “{RURAL}” và “{POOR}” được hưởng ứng.", campaign(RURAL, POOR)),
    ),
    article(
        "nhan-su-2018",
        "2018-06-15",
        "Báo Núi",
        (
            f"Bà {CHIN} làm {CHAIR} thay ông {MUOI}, nay là {SECRETARY}.",
            [
                *person(CHIN, MUOI),
                *body(UBND, PARTY),
                *post(CHIN, CHAIR, UBND),
                *post(MUOI, CHAIR, UBND, "former"),
                *post(MUOI, SECRETARY, PARTY),
            ],
        ),
        (
            f"Dự lễ có ông {TAM}, nguyên {CHAIR_TN}, và ông {BAY}, quyền {DIRECTOR}.",
            [
                *person(TAM, BAY),
                *body(UBND_TN, SO),
                *post(TAM, CHAIR_TN, UBND_TN, "former"),
                *post(BAY, DIRECTOR, SO, "acting"),
            ],
        ),
        (
            f"Chính phủ đã tặng {FLAG} năm 2017 cho Thái Nguyên.",
            [
                *body(GOVERNMENT),
                *province("Thái Nguyên"),
                *award(FLAG, "Thái Nguyên", grantor=GOVERNMENT, year=2017),
            ],
        ),
    ),
    article(
        "tong-ket-2020",
        "2020-12-18",
        "Báo Sông",
        (
            f"Ngày 18/12/2020, tại Tuyên Quang, {CLUSTER} tổ chức {E20}.",
            [*province("Tuyên Quang"), *event(E20, "2020-12-18", "Tuyên Quang"), *part("organised", E20, CLUSTER)],
        ),
        (
            "Cụm gồm Bắc Kạn, Thái Nguyên và Tuyên Quang; Tuyên Quang làm cụm trưởng năm 2020.",
            [
                *province("Bắc Kạn", "Thái Nguyên"),
                *member("Bắc Kạn", "Thái Nguyên", "Tuyên Quang"),
                *lead("Tuyên Quang", 2020),
            ],
        ),
        (
            f"Dự hội nghị có bà {CHIN}, {CHAIR}, và ông {TAM}, {CHAIR_TN}.",
            [
                *person(CHIN, TAM),
                *body(UBND, UBND_TN),
                *post(CHIN, CHAIR, UBND),
                *post(TAM, CHAIR_TN, UBND_TN),
                *part("attended", E20, CHIN, TAM),
            ],
        ),
        (f"Chủ tịch nước tặng {ORDER} cho Tuyên Quang.", award(ORDER, "Tuyên Quang", grantor=PRESIDENT)),
        (
            f"{FLAG} năm 2020 không được tặng cho Bắc Kạn.",
            award(FLAG, "Bắc Kạn", status="denied", year=2020),
        ),
    ),
    article(
        "thu-hoi-2021",
        "2021-04-10",
        "Báo Núi",
        (
            f"Chủ tịch nước thu hồi {ORDER} của ông {MUOI}, nguyên {SECRETARY}.",
            [
                *person(MUOI),
                *body(PARTY),
                *post(MUOI, SECRETARY, PARTY, "former"),
                *award(ORDER, MUOI, status="revoked", grantor=PRESIDENT),
            ],
        ),
        (
            f"Thanh tra đề nghị thu hồi {LETTER} của ông {TAM}.",
            [*person(TAM), *award(LETTER, TAM, status="revocation_proposed")],
        ),
        (
            f"Tại {E20} ngày 19/12/2020, Bắc Kạn đã được Chính phủ tặng {FLAG} năm 2020.",
            [
                *province("Bắc Kạn"),
                *body(GOVERNMENT),
                *event(E20, "2020-12-19"),
                *award(FLAG, "Bắc Kạn", grantor=GOVERNMENT, year=2020),
            ],
        ),
        (f"Báo Núi tặng {BADGE} cho bà {CHIN}.", [*person(CHIN), *body("Báo Núi"), *award(BADGE, CHIN)]),
    ),
    article(
        "don-vi-moi-2025",
        "2025-08-20",
        "Báo Sông",
        (
            f"Dự {CEREMONY} có bà {HAI}, {CHAIR_TN}; ông {BA}, {CHAIR_CT}; ông {TAM}, Chủ tịch {COMPANY}.",
            [
                *event(CEREMONY, "2025-08-20", "Thái Nguyên"),
                *person(HAI, BA, TAM),
                *body(UBND_TN, UBND_CT, COMPANY),
                *post(HAI, CHAIR_TN, UBND_TN),
                *post(BA, CHAIR_CT, UBND_CT),
                *post(TAM, f"Chủ tịch {COMPANY}", COMPANY),
                *part("attended", CEREMONY, HAI, BA, TAM),
            ],
        ),
        (
            f"Chủ tịch nước tặng {HIGH_ORDER} cho Thái Nguyên.",
            [*province("Thái Nguyên"), *award(HIGH_ORDER, "Thái Nguyên", grantor=PRESIDENT)],
        ),
        (f"Phong trào “{POOR}” tiếp tục.", campaign(POOR)),
    ),
)

TEXTS = {article_iri(r.article.id): r.article.text for r in READINGS}
A16, A17, A18, A20, A21, A25 = TEXTS


def one(article: str, name: str) -> str:
    """The IRI of the person of several articles who is called so, the first of them (by IRI) this one."""
    check = sha256(f"{article}#{slug(name)}".encode()).hexdigest()[:10]
    return f"{T.BASE}person/{slug(name)}-{check}"


def own_scheme() -> list[ox.Quad]:
    return list(ox.parse(_OWN, ox.RdfFormat.TURTLE))


def turtle_file(folder: Path) -> Path:
    """All articles and the invented honour in one plain Turtle file, without the schemes and without graphs."""
    path = folder / "years.ttl"
    said = [q for r in READINGS for q in quads(r)]
    triples = {q.triple for q in (*said, *identity_of(said), *own_scheme())}
    path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"")
    return path


def store_folder(folder: Path) -> Path:
    """The same as a store: each article in its named graph, the vocabulary and the invented honour in theirs."""
    with open_store(folder / "years.db", create=True) as store:
        store.load_vocabulary()
        store.replace_graph("https://example.org/own", own_scheme())
        for r in READINGS:
            store.replace_graph(graph_iri(r.article.id), quads(r))
        refresh(store)
    return folder / "years.db"
