"""Articles → as many more as are wanted, with other names, places and years, as the graphs that thidua reads in them.

The same articles give the same copies. People keep their given names and get other surnames and middle names, provinces
change places with one another, numbered clusters and named occasions get other numbers, years go back by up to eight:
so that a name, a body or an office stands in many articles, as in news, and no two articles tell the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from ingest.raw import Source
from ingest.rdf import quads
from ingest.read import read_article
from ingest.reader import read
from ingest.sources import Sources
from ontology import terms as T
from ontology.errors import UserError

ROOT = Path(__file__).resolve().parents[1]
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lò Vàng Nông Hà Tô Cao".split()
MIDDLES = "Văn Đức Hữu Minh Quang Xuân Ngọc Thanh Thị Hồng Kim Bích Thu Đình Công Quốc Mạnh Hải Trọng Bá".split()
PROVINCES = (
    "Lai Châu|Sơn La|Hòa Bình|Bắc Kạn|Thái Nguyên|Tuyên Quang|Lào Cai|Yên Bái|Phú Thọ|Bắc Giang|Lạng Sơn|Cao Bằng|"
    "Hà Giang|Quảng Ninh|Hải Dương|Hưng Yên|Thái Bình|Hà Nam|Nam Định|Ninh Bình|Thanh Hóa|Nghệ An|Hà Tĩnh|Quảng Bình|"
    "Quảng Trị|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|"
    "Đắk Nông|Lâm Đồng|Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|"
    "An Giang|Kiên Giang|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau"
).split("|")
_NAMES = re.compile("|".join(sorted(PROVINCES, key=len, reverse=True)))
_YEAR = re.compile(r"\b20(?:1\d|2[0-4])\b")
_YEARS = 9
"""In so many rounds the years go back, one by one; then other numbers are given to clusters and occasions."""


@dataclass(frozen=True, slots=True)
class Model:
    """An article to be copied, with the people and the occasions that are named in it."""

    source: Source
    people: tuple[str, ...]
    occasions: tuple[str, ...]


def models(names: Sequence[str]) -> list[Model]:
    """The articles of files and folders; without any the sample article and the made-up ones of the tests.

    Those that do not tell their day are given one.
    """
    found = (one for one in (Sources(names) if names else _made_up()) if not isinstance(one, UserError))
    return [_model(one, number) for number, one in enumerate(found)]


def graphs(models: Sequence[Model], triples: int) -> Iterator[tuple[bytes, int]]:
    """Graphs of copies as N-Quads with the number of their triples, until there are so many in all."""
    made = number = 0
    while made < triples:
        told = list(quads(read(read_article(copy(models[number % len(models)], number // len(models))))))
        yield serialize(told, format=RdfFormat.N_QUADS) or b"", len(told)
        made, number = made + len(told), number + 1


def copy(model: Model, turn: int) -> Source:
    """The copy of an article in a round; the same words are always replaced by the same."""
    one = model.source
    back, number = turn % _YEARS, turn // _YEARS

    def changed(text: str) -> str:
        for at, name in enumerate(model.people):
            text = text.replace(name, _person(name, turn + 7 * at))
        for name in model.occasions:
            text = text.replace(name, f"{name} lần thứ {number + 1}")
        text = re.sub(r"\bsố \d+", lambda m: f"số {int(m[0][3:]) + number}", text)
        text = _NAMES.sub(lambda m: PROVINCES[(PROVINCES.index(m[0]) + turn) % len(PROVINCES)], text)
        return _YEAR.sub(lambda m: str(int(m[0]) - back), text)

    return replace(
        one, id=f"{one.id}-{turn}", text=changed(one.text), title=changed(one.title) if one.title else None,
        date=_YEAR.sub(lambda m: str(int(m[0]) - back), one.date) if one.date else None,
    )  # fmt: skip


def _person(name: str, turn: int) -> str:
    given = name.rpartition(" ")[2]
    turn += sum(map(ord, name))  # so that those of one given name do not all change alike
    return f"{SURNAMES[turn % len(SURNAMES)]} {MIDDLES[turn // len(SURNAMES) % len(MIDDLES)]} {given}"


def _model(one: Source, number: int) -> Model:
    text = read_article(one)
    rows = read(text).rows()
    people = {str(row["person"]) for row in rows if row["kind"] == "person"}
    occasions = {str(row["event"]) for row in rows if row["kind"] == "event"}
    day = text.published or date(2012, 1, 1) + timedelta(days=37 * number % 4000)
    plain = Source(id=one.id, text=text.text, title=text.title, date=day.isoformat())
    return Model(
        plain,
        tuple(sorted((p for p in people if p.count(" ") > 1), key=lambda p: (-len(p), p))),
        tuple(sorted(occasions)),
    )


def _made_up() -> Iterator[Source]:
    sys.path.append(str(ROOT / "tests"))
    from competency_graph import READINGS
    from made_up import SOUND, TEXT
    from small_graph import reading

    yield Source(id="seed", text=(ROOT / "ingest" / "sample" / "seed.txt").read_text("utf-8"))
    (name,) = {q.subject.value.rpartition("/")[2] for q in SOUND if q.predicate.value == T.SCHEMA + "headline"}
    yield Source(id=name, text=TEXT)
    for told in (*READINGS, reading()):
        a = told.article
        assert a.published is not None
        yield Source(id=a.id, text=a.text, title=a.title, date=a.published.isoformat())
