"""A wished number of articles → invented ones with the facts that they tell: the same for the same number.

Each article tells of a conference with a dozen people, who hold offices and are given honours. Names and texts are put
together by lot, and mean nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from random import Random

from pyoxigraph import Quad

from ingest import facts as F
from ingest.rdf import quads
from ontology.schemes import honour_iri, provinces

FAMILIES = (
    "Lò Vì Hà Lường Quàng Cà Tòng Sùng Giàng Vàng Thào Mùa Hạng Lầu Chu Hoàng Triệu Bàn Nông Lục Đinh Bùi".split()
)
MIDDLES = "Thị Văn Minh Ngọc Thu Xuân Đức Quang Hồng Thanh Kim Bảo Gia Khánh Mai Nhật Phương Sơn Tuấn Yến".split()
GIVEN = "An Ánh Bình Chi Cúc Dung Đào Giang Hạnh Hòa Hương Khoa Lan Linh Mận Nga Nhàn Oanh Quyên Sen Tâm Vân".split()
OFFICES = ("Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc", "Trưởng ban", "Chánh Văn phòng")
BODIES = ("UBND tỉnh", "Sở Nội vụ tỉnh", "Hội Nông dân tỉnh", "Công đoàn tỉnh", "Hội Phụ nữ tỉnh", "Tỉnh Đoàn")
HONOURS = (
    "Bằng khen",
    "Giấy khen",
    "Huân chương Lao động hạng Ba",
    "Chiến sĩ thi đua cơ sở",
    "Cờ thi đua của Chính phủ",
)
STATUSES = ("conferred", "conferred", "conferred", "proposed", "revoked")
PEOPLE = 12
"""How many people an article tells of."""


def article(number: int) -> F.Reading:
    """One invented article of about 24 sentences."""
    lot = Random(number)
    places = [unit.name for unit in provinces()][:63]
    place = lot.choice(places)
    event = f"Hội nghị thi đua lần thứ {number + 1} tỉnh {place}"
    day = datetime(2005 + number % 20, 1 + number % 12, 1 + number % 28)
    text = f"{event}\nNgày {day.day}/{day.month}/{day.year}, {event} được tổ chức."
    facts: list[F.Fact] = []

    def said(sentence: str, *parts: str) -> list[F.Passage]:
        nonlocal text
        start = len(text) + 1
        text += f" {sentence}"
        return [F.Passage(at := start + sentence.index(part), at + len(part)) for part in (sentence, *parts)]

    rally = f"Lễ phát động thi đua lần thứ {number + 1} tỉnh {place}"
    for occasion in (event, rally):
        (where, *_) = (F.Passage(0, len(event)),) if occasion == event else said(f"Trước đó có {rally}.")
        facts.append(F.Event(event=occasion, date=day.date().isoformat(), place=place, passage=where, rule="b"))
    facts.append(
        F.Province(province=place, passage=F.Passage(text.index(place), text.index(place) + len(place)), rule="b")
    )
    for one in range(PEOPLE):
        name = f"{lot.choice(FAMILIES)} {lot.choice(MIDDLES)} {lot.choice(MIDDLES)} {lot.choice(GIVEN)}"
        body = f"{lot.choice(BODIES)} {lot.choice(places) if lot.random() < 0.3 else place}"
        office, honour, status = f"{lot.choice(OFFICES)} {body}", lot.choice(HONOURS), lot.choice(STATUSES)
        given = {"conferred": "đã được tặng", "proposed": "được đề nghị tặng", "revoked": "bị thu hồi"}[status]
        whole, who, held = said(f"Ông {name}, {office}, dự và phát biểu tại hội nghị.", name, f"{name}, {office}")
        facts.append(F.Person(person=name, passage=who, rule="b"))
        facts.append(F.Post(person=name, post=office, status="current", organization=body, passage=held, rule="b"))
        parts = ("attended", "spoke") if one % 4 == 0 else ("attended",)
        facts += [F.Participation(agent=name, part=part, event=event, passage=whole, rule="b") for part in parts]
        (whole,) = said(f"Ông {name} cũng dự {rally}.")
        facts.append(F.Participation(agent=name, part="attended", event=rally, passage=whole, rule="b"))
        for what in sorted({honour, *lot.choices(HONOURS, k=one % 4)}):
            (whole,) = said(f"Năm {day.year}, ông {name} {given} {what} theo quyết định của {body}.")
            concept = honour_iri(what)
            facts.append(
                F.Award(
                    honour=what,
                    recipient=name,
                    status=status,
                    grantor=body,
                    year=day.year,
                    concept=concept[0] if concept else None,
                    passage=whole,
                    rule="b",
                )
            )
    told = F.Article(id=f"{number:06}", text=text, title=event, published=day, url=f"https://example.org/{number}")
    return F.Reading(told, tuple(facts))


def told(articles: int) -> Iterator[Quad]:
    """What so many articles say, as quads; an article tells of some 34 things and 94 lines between two of them."""
    return chain.from_iterable(quads(article(number)) for number in range(articles))
