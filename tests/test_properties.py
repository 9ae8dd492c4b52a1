"""What holds of every text: exact offsets, the same result each time, nothing that breaks or stalls the reader."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from told import article

import thidua
from ingest.facts import Person, Reading
from ingest.rdf import quads

PEOPLE = (
    "Lò Văn Páo", "Vàng Thị Seo", "Trần Quốc Bảy", "Hoàng Đình Lâm", "Nguyễn Thị Mơ", "Giàng A Sử", "Ksor Phước Lành",
    "Đinh Thị Sáng", "Y Bhin Niê", "Chamaléa Thị Thủy",
)  # fmt: skip
PROVINCES = ("Lai Châu", "Hòa Bình", "Cà Mau", "Thừa Thiên Huế", "Bà Rịa - Vũng Tàu", "Đắk Lắk", "TP Hồ Chí Minh")
HONOURS = (
    "Huân chương Lao động hạng Ba", "Bằng khen", "Cờ thi đua của Chính phủ", "danh hiệu Nghệ nhân Ưu tú",
    "Kỷ niệm chương", "Giải thưởng Hồ Chí Minh",
)  # fmt: skip

people, provinces, honours = st.sampled_from(PEOPLE), st.sampled_from(PROVINCES), st.sampled_from(HONOURS)
numbers = st.integers()
sentence = st.one_of(
    st.builds("Ông {}, Chủ tịch UBND tỉnh {}, báo cáo.".format, people, provinces),
    st.builds("Nguyên Bí thư Tỉnh ủy {1} {0} dự lễ.".format, people, provinces),
    st.builds("UBND tỉnh {} tặng {} cho bà {}.".format, provinces, honours, people),
    st.builds("Sở Nội vụ đề nghị tặng {} cho {} cá nhân.".format, honours, st.integers(0, 10**9)),
    st.builds("Ngày {}/{}, tại {}, Bộ Y tế tổ chức Hội nghị biểu dương.".format, numbers, numbers, provinces),
    st.builds("Cụm thi đua các tỉnh Tây Bắc gồm {}, {} ký giao ước thi đua.".format, provinces, provinces),
    st.builds("Bà {} nhấn mạnh: Cần làm tốt hơn nữa trong các lĩnh vực an ninh, y tế.".format, people),
    st.builds("Tỉnh {} làm cụm trưởng năm {}.".format, provinces, st.integers(0, 3000)),
)  # fmt: skip
WORDS = (
    "Chủ tịch", "UBND tỉnh", "nguyên", "được tặng", "bị tước", "đề nghị", "cho", "gồm", "Cụm thi đua", "Hội nghị",
    "tại", "ngày 17/3", "năm 2017", "nói:", "Ảnh: ", "\n", "\r\n", "\n\n", ". ", ", ", "; ", "(", ")", "“", "”",
    '"', "…", "/", "-",
)  # fmt: skip
STRANGE = ("\u200b", "\u202e", "\u0301", "\x07", "😀", "\ufeff", "\u00a0", "ﬁ", "İ", "ß")
pieces = st.sampled_from([*PEOPLE, *PROVINCES, *HONOURS, *WORDS, *STRANGE])
heap = st.lists(st.one_of(pieces, st.text(max_size=12)), max_size=30).map(" ".join)
story = st.lists(sentence, min_size=1, max_size=6).map(lambda found: article(" ".join(found)))
unpaired = re.compile("[\ud800-\udfff]")
anything = st.one_of(story, heap, st.text(max_size=80)).filter(lambda t: bool(t.strip()) and not unpaired.search(t))

thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def values(reading: Reading) -> list[tuple[object, ...]]:
    """The fact table without quotes and offsets."""
    return [tuple(v for k, v in row.items() if k not in ("quote", "start", "end")) for row in reading.rows()]


@thorough
@given(anything)
@example("(" * 50)
@example("Ông")
@example("Ảnh: ")
@example("\ufeffÔng Lò Văn Páo")
def test_every_passage_lies_in_the_text_and_every_row_quotes_it(text: str) -> None:
    reading = thidua.read(text)
    assert reading.article.text == text
    for fact in reading.facts:
        for passage in (fact.passage, *fact.more):
            assert 0 <= passage.start < passage.end <= len(text)
            quote = text[passage.start : passage.end]
            assert quote == quote.strip()
    for row in reading.rows():
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["quote"] == text[start:end]


@thorough
@given(anything, story)
def test_reading_depends_on_the_text_alone(text: str, another: str) -> None:
    first = thidua.read(text)
    graph = quads(first)
    quads(thidua.read(another))
    again = thidua.read(text)
    assert again == first
    assert [f.more for f in again.facts] == [f.more for f in first.facts]
    assert quads(again) == graph


@thorough
@given(story)
def test_composed_and_decomposed_letters_give_the_same_facts(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert values(thidua.read(decomposed)) == values(thidua.read(composed))


def test_the_sample_in_decomposed_letters_gives_the_same_facts(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    assert values(thidua.read(unicodedata.normalize("NFD", text))) == values(thidua.read(text))


@thorough
@given(
    st.lists(sentence, min_size=2, max_size=6).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
)
def test_the_order_of_sentences_does_not_change_who_is_named(told: tuple[list[str], list[str]]) -> None:
    def named(sentences: list[str]) -> set[str]:
        return {f.person for f in thidua.read(article(" ".join(sentences))).facts if isinstance(f, Person)}

    assert named(told[0]) == named(told[1])


IRI = re.compile(
    r"https://w3id\.org/[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+|https?://(?:www\.w3\.org|purl\.org|schema\.org)/\S+"
)


@thorough
@given(anything, st.text(min_size=1, max_size=20).filter(lambda t: bool(t.strip()) and not unpaired.search(t)))
def test_every_iri_is_one_whatever_the_article_and_its_id(text: str, name: str) -> None:
    for quad in quads(thidua.read(text, id=name)):
        for node in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if hasattr(node, "value") and not hasattr(node, "language"):
                assert IRI.fullmatch(node.value), node


# -- texts made to break or stall the reader ---------------------------------------------------------------------------

UNITS = {
    "one letter": "a", "one capital": "A", "digits": "1", "slashes": "1/", "combining marks": "a\u0301",
    "brackets": "(", "closing brackets": ")", "quotation marks": '"', "opening quotes": "“",
    "stops": ". ", "commas": ", ", "dashes": "- ", "blanks": "   ", "line ends": "\n", "empty lines": "Dòng\n\n",
    "control characters": "\x01\x02", "right-to-left marks": "\u202e", "emoji": "😀", "joiners": "A\u200b",
    "addresses": "Ông ", "offices": "Chủ tịch ", "offices with commas": "Chủ tịch, ", "bodies": "Hội đồng ",
    "names": "ông Nguyễn Văn A, ", "names in brackets": "ông A (", "honours": "Huân chương Lao động hạng Nhất, ",
    "giving": "tặng Bằng khen cho 3 cá nhân, ", "proposing": "đề nghị ", "lists": "và ", "provinces": "tỉnh Sơn La, ",
    "clusters": "Cụm thi đua ", "occasions": "hội nghị tại ", "days": "17/3, ", "credits": "Ảnh: ",
    "date lines": "17/03/2017\n", "bylines": "Mạnh Hà/TTXVN\n", "forms": "Ý kiến bình luận\n", "former": "nguyên ",
}  # fmt: skip


def hostile(unit: str, size: int) -> str:
    return "Tin\n\nx" + (unit * (size // len(unit) + 1))[:size] + "x"


def numbered(sentence: str, size: int) -> str:
    """So many sentences that each name another place of three syllables."""
    syllables = "An Bình Cường Dũng Giang Hải Khánh Lâm Minh Nam Oanh Phúc Quân Sơn Tâm Uyên Vinh Xuân Yến".split()
    n = len(syllables)
    told = (
        sentence.format(f"{syllables[i % n]} {syllables[i // n % n]} {syllables[i // n // n % n]}")
        for i in range(size // 60)
    )
    return "Tin\n\n" + " ".join(told)


LONG: dict[str, Callable[[int], str]] = {
    "blanks behind a credit": lambda size: "Tin\n\nx\n\nĐông đủ. Ảnh: a" + " " * size + "b)",
    "blanks before a credit": lambda size: "Tin\n\nx\n\nĐông đủ" + " " * size + "Ảnh",
    "people": lambda size: numbered("Ông Nguyễn {} dự lễ.", size),
    "posts": lambda size: numbered("Ông Lê Văn Sáu, Chủ tịch UBND huyện {}, nói.", size),
    "awards": lambda size: numbered("Bộ Y tế tặng Bằng khen cho ông Nguyễn {}.", size),
    "events": lambda size: numbered("Ngày 3/4/2017, tại Hà Nội diễn ra Hội nghị {}.", size),
    "clusters": lambda size: numbered("Cụm thi đua {} gồm Hà Nội, Lai Châu.", size),
    "leads": lambda size: numbered("Cụm thi đua {}: tỉnh Lai Châu làm cụm trưởng.", size),
}
"""Texts of about so many characters with ever new names, or with one endless gap."""


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_no_run_of_anything_breaks_the_reader(unit: str) -> None:
    quads(thidua.read(hostile(unit, 2_000)))


def work(text: str) -> float:
    """Seconds of the processor's time that reading takes, whatever else the machine does."""
    before = time.process_time()
    thidua.read(text)
    return time.process_time() - before


def assert_linear(text: Callable[[int], str]) -> None:
    """Four times the text takes about four times the work; growing with the square it would take sixteen times."""
    work("Tin")  # words and rules are loaded once
    assert min(work(text(24_000)) / max(work(text(6_000)), 0.004) for _ in range(2)) < 12


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_work_grows_no_faster_than_a_run_of_anything(unit: str) -> None:
    assert_linear(lambda size: hostile(unit, size))


@pytest.mark.slow
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_work_grows_no_faster_than_the_names_in_a_text(text: Callable[[int], str]) -> None:
    assert_linear(text)
