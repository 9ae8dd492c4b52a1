"""The scheme of provinces is what its sources say, and fits together through time."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology import build_provinces
from ontology import terms as T
from ontology.schemes import PROVINCES, Unit, provinces
from ontology.spelling import fold

OLD, NEW = date(2016, 12, 31), date(2025, 7, 1)
BY_IRI = {u.iri: u for u in provinces()}


def on(day: date) -> list[Unit]:
    return [u for u in provinces() if u.valid(day)]


def test_the_file_is_what_the_script_makes_of_its_sources() -> None:
    assert PROVINCES.read_text("utf-8") == build_provinces.turtle()


@pytest.mark.parametrize(
    ("day", "units", "cities"),
    [
        (date(2008, 8, 1), 63, 5),
        (OLD, 63, 5),
        (date(2024, 12, 31), 63, 5),
        (date(2025, 1, 1), 63, 6),
        (date(2025, 6, 30), 63, 6),
        (NEW, 34, 6),
    ],
)
def test_there_were_63_units_until_june_2025_and_are_34_since(day: date, units: int, cities: int) -> None:
    """Nghị quyết 202/2025/QH15; Nghị quyết 175/2024/QH15 made Huế a centrally run city on 1 January 2025."""
    assert len(on(day)) == units
    assert sum(u.type == "city" for u in on(day)) == cities


@pytest.mark.parametrize("day", [OLD, date(2025, 6, 30), NEW])
def test_on_any_day_codes_and_spellings_belong_to_one_unit(day: date) -> None:
    for values in (
        [u.code for u in on(day)],
        [u.iso for u in on(day)],
        [key for u in on(day) for key in {fold(label) for label in u.labels}],
    ):
        assert [v for v, n in Counter(values).items() if n > 1] == []


def test_every_unit_has_its_codes() -> None:
    for unit in provinces():
        assert len(unit.code) == 2
        assert unit.code.isdigit()
        assert unit.iso.startswith("VN-")


def test_every_unit_of_2016_leads_to_one_of_today_and_every_one_of_today_is_reached() -> None:
    today = {u.iri for u in on(NEW)}
    reached = Counter()
    for unit in on(OLD):
        while unit.iri not in today:
            (after,) = unit.successors
            assert unit.valid_to is not None
            assert BY_IRI[after].valid_from is not None
            assert (BY_IRI[after].valid_from - unit.valid_to).days == 1
            unit = BY_IRI[after]
        reached[unit.iri] += 1
    assert set(reached) == today
    assert sum(n > 1 for n in reached.values()) == 23, "Nghị quyết 202/2025/QH15 merged 52 units into 23"
    assert sum(n for n in reached.values() if n > 1) == 52


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Phú Thọ", {"Hòa Bình", "Vĩnh Phúc", "Phú Thọ"}),
        ("Hồ Chí Minh", {"Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"}),
        ("Thái Nguyên", {"Bắc Kạn", "Thái Nguyên"}),
        ("Bắc Ninh", {"Bắc Giang", "Bắc Ninh"}),
        ("Lâm Đồng", {"Đắk Nông", "Bình Thuận", "Lâm Đồng"}),
    ],
)
def test_what_units_of_2025_were_made_of(name: str, parts: set[str]) -> None:
    (unit,) = (u for u in on(NEW) if u.name == name)
    assert {u.name for u in provinces() if unit.iri in u.successors} == parts


@pytest.mark.parametrize(
    ("name", "code", "iso"), [("Bắc Kạn", "06", "VN-53"), ("Hà Nội", "01", "VN-HN"), ("Cà Mau", "96", "VN-59")]
)
def test_codes_of_well_known_units(name: str, code: str, iso: str) -> None:
    (unit,) = (u for u in on(OLD) if u.name == name)
    assert (unit.code, unit.iso) == (code, iso)


def test_units_and_regions_are_labelled_in_both_languages_and_lie_in_viet_nam() -> None:
    said: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for q in parse(PROVINCES.read_bytes(), format=RdfFormat.TURTLE):
        assert isinstance(q.subject, NamedNode)
        assert isinstance(q.object, NamedNode | Literal)
        said.setdefault(q.subject.value, {}).setdefault(q.predicate.value, []).append(q.object)
    regions = {iri for iri, of in said.items() if T.TD + "Region" in [x.value for x in of[T.RDF + "type"]]}
    assert {u.region for u in provinces()} <= regions
    for iri in (*BY_IRI, *regions):
        labels = [x.language for x in said[iri][T.SKOS + "prefLabel"] if isinstance(x, Literal)]
        assert sorted(map(str, labels)) == ["en", "vi"], iri
    for iri in BY_IRI:
        assert 8.5 < float(said[iri][T.GEO + "lat"][0].value) < 23.4
        assert 102.1 < float(said[iri][T.GEO + "long"][0].value) < 109.5


def test_what_replaces_and_what_is_replaced_agree() -> None:
    pairs = set()
    for q in parse(PROVINCES.read_bytes(), format=RdfFormat.TURTLE):
        if q.predicate.value == T.DCT + "replaces":
            assert isinstance(q.subject, NamedNode)
            assert isinstance(q.object, NamedNode)
            pairs.add((q.object.value, q.subject.value))
    assert pairs == {(u.iri, after) for u in provinces() for after in u.successors}
