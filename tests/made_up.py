"""An invented article with a fact of every kind → the graph that the mapping makes of it."""

from __future__ import annotations

from datetime import datetime

from pyoxigraph import Quad

from ingest import facts as F
from ingest.rdf import quads
from ontology.schemes import honour_iri

TEXT = """Hội nghị tổng kết thi đua
Ngày 5/3/2017, tại tỉnh Sơn La, Cụm thi đua các tỉnh Tây Bắc gồm Sơn La, Lai Châu tổ chức hội nghị. Bà Lò Thị Mai, \
Phó Chủ tịch UBND tỉnh Sơn La, dự và nói: Cần khen thưởng người bảo vệ rừng. Lai Châu làm cụm trưởng năm 2017. \
UBND tỉnh Sơn La tặng Bằng khen cho 12 cá nhân trong phong trào Trồng cây. Cụm thi đua các tỉnh Tây Bắc ký giao ước \
thi đua tại Nhà văn hóa.
Ảnh: Cụm ký giao ước. Thu Hà
"""
"""An invented article that has a fact of every kind."""

EVENT = "Hội nghị tổng kết thi đua"
CLUSTER = "Cụm thi đua các tỉnh Tây Bắc"
BODY = "UBND tỉnh Sơn La"
ARTICLE = "https://w3id.org/thidua/article/made-up"


def at(quote: str) -> F.Passage:
    start = TEXT.index(quote)
    return F.Passage(start, start + len(quote))


def sound_graph() -> list[Quad]:
    """What the mapping makes of the facts of the article."""
    rule = "test.rule"
    honour = honour_iri("Bằng khen")
    assert honour is not None
    facts: list[F.Fact] = [
        F.Person(person="Lò Thị Mai", passage=at("Lò Thị Mai"), rule=rule),
        F.Province(province="Sơn La", passage=at("tỉnh Sơn La"), rule=rule),
        F.Province(province="Lai Châu", passage=at("Lai Châu"), rule=rule),
        F.Body(body=BODY, proper=True, passage=at(BODY), rule=rule),
        F.Campaign(campaign="Trồng cây", wordings=("phong trào Trồng cây",), passage=at("Trồng cây"), rule=rule),
        F.Event(event=EVENT, date="2017-03-05", place="Nhà văn hóa", passage=at(EVENT), rule=rule),
        F.Post(
            person="Lò Thị Mai",
            post="Phó Chủ tịch UBND tỉnh Sơn La",
            status="current",
            organization=BODY,
            passage=at("Lò Thị Mai, Phó Chủ tịch"),
            rule=rule,
        ),
        F.Award(
            honour="Bằng khen",
            recipient="12 cá nhân",
            status="conferred",
            grantor=BODY,
            count=12,
            concept=honour[0],
            passage=at("tặng Bằng khen cho 12 cá nhân"),
            rule=rule,
        ),
        F.Award(
            honour="Bằng khen của Hội Làm vườn",
            recipient="Lai Châu",
            status="proposed",
            year=2017,
            concept=honour[0],
            exact=False,
            passage=at("Bằng khen"),
            rule=rule,
        ),
        F.ClusterMember(cluster=CLUSTER, member="Lai Châu", passage=at("gồm Sơn La, Lai Châu"), rule=rule),
        F.ClusterPost(
            cluster=CLUSTER, member="Lai Châu", post="lead", year=2017, passage=at("Lai Châu làm cụm trưởng"), rule=rule
        ),
        F.Participation(agent="Lò Thị Mai", part="attended", event=EVENT, passage=at("dự"), rule=rule),
        F.Statement(
            speaker="Lò Thị Mai",
            sort="said",
            text="Cần khen thưởng người bảo vệ rừng",
            event=EVENT,
            year=2017,
            fields=("bảo vệ rừng",),
            passage=at("Cần khen thưởng người bảo vệ rừng"),
            rule=rule,
        ),
        F.Covenant(signatory=CLUSTER, event=EVENT, passage=at("ký giao ước"), rule=rule),
    ]
    article = F.Article(
        id="made-up",
        text=TEXT,
        title=EVENT,
        published=datetime.fromisoformat("2017-03-05T10:00:00+07:00"),
        lead=at("Ngày 5/3/2017"),
        authors=("Thu Hà",),
        agency="TTXVN",
        photos=(F.Photo(at("Cụm ký giao ước"), "Thu Hà"),),
        url="https://example.org/1",
    )
    return quads(F.Reading(article, tuple(facts)))


SOUND = sound_graph()
