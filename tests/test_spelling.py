"""Wordings that mean the same have one key; slugs are fit for IRIs and never join what differs."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.spelling import fold, keyed_slug, slug, unaccented


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("uỷ ban", "ủy ban"),
        ("Hoà Bình", "Hòa Bình"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("thuỷ sản", "thủy sản"),
        ("kỷ niệm chương", "kỉ niệm chương"),
        ("bác sỹ", "bác sĩ"),
        ("Thi đua - Khen thưởng", "thi đua, khen thưởng"),
        ("Thi đua Khen thưởng", "Thi đua – Khen thưởng"),
        ("UBND tỉnh Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu"),
        ("HĐND", "Hội đồng nhân dân"),
        ("BẰNG KHEN", "Bằng khen"),
        ("  Bằng   khen ", "bằng\nkhen"),
        ("Bằng khen", unicodedata.normalize("NFD", "Bằng khen")),
    ],
)
def test_spellings_of_one_wording_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert keyed_slug(one).rpartition("-")[2] == keyed_slug(other).rpartition("-")[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoa", "Hòa"),
        ("Hà Nam", "Hà Nàm"),
        ("quý", "quy"),
        ("Thanh Hóa", "Thanh Hoa"),
        ("Lan", "Lân"),
        ("Đan", "Dan"),
        ("hạng Nhất", "hạng Nhì"),
    ],
)
def test_what_differs_in_a_tone_or_letter_has_another_key(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert keyed_slug(one) != keyed_slug(other)


@given(st.text(max_size=60))
def test_the_key_of_a_key_is_itself_and_spelling_does_not_matter_to_it(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
    assert key == key.strip()


@given(st.text(max_size=200))
def test_slugs_are_plain_ascii(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", keyed_slug(text))
    assert len(keyed_slug(text)) <= 72


def test_letters_without_accents() -> None:
    assert unaccented("Đặng Thị Ngọc Thịnh") == "dang thi ngoc thinh"
    assert slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
