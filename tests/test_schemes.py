"""The schemes as records: any spelling finds its honour or province, and what is none finds nothing."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology import terms as T
from ontology.schemes import (
    BODY_KINDS,
    HONOURS,
    ROLES,
    Honour,
    body_kind_iri,
    honour_iri,
    honours,
    province_iri,
    provinces,
    role_iri,
)
from ontology.spelling import fold, slug

BY_IRI = {h.iri: h for h in honours()}


def described(path: Path) -> dict[str, dict[str, list[NamedNode | Literal]]]:
    """All that a scheme's file says of each IRI."""
    out: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for q in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        assert isinstance(q.subject, NamedNode)
        assert isinstance(q.object, NamedNode | Literal)
        out.setdefault(q.subject.value, {}).setdefault(q.predicate.value, []).append(q.object)
    return out


def ancestors(honour: Honour) -> list[Honour]:
    """The honour and all that is broader, nearest first; fails on a cycle."""
    path = [honour]
    while path[-1].broader:
        (up,) = path[-1].broader
        path.append(BY_IRI[up])
        assert path.count(path[-1]) == 1, f"{honour.iri} is in a cycle"
    return path


def test_every_honour_has_one_preferred_label_in_both_languages_and_the_slug_of_the_vietnamese_one() -> None:
    for iri, of in described(HONOURS).items():
        if iri == T.TDH + "scheme":
            continue
        labels = {x.language: x.value for x in of[T.SKOS + "prefLabel"] if isinstance(x, Literal)}
        assert set(labels) == {"vi", "en"}, iri
        assert len(of[T.SKOS + "prefLabel"]) == 2, iri
        assert iri == T.TDH + slug(labels["vi"])
        assert [x.value for x in of[T.SKOS + "inScheme"]] == [T.TDH + "scheme"], iri


def test_no_spelling_stands_for_two_honours() -> None:
    count = Counter(key for h in honours() for key in {fold(label) for label in h.labels})
    assert [key for key, n in count.items() if n > 1] == []


def test_honours_form_a_tree_under_the_scheme() -> None:
    tops = {iri for iri, of in described(HONOURS).items() if T.SKOS + "topConceptOf" in of}
    for honour in honours():
        assert ancestors(honour)[-1].iri in tops
        assert (honour.iri in tops) == (honour.broader == ())


def test_grades_stand_directly_below_their_honour_and_are_named_for_it() -> None:
    names = {1: "hạng Nhất", 2: "hạng Nhì", 3: "hạng Ba"}
    graded = [h for h in honours() if h.grade is not None]
    assert graded
    for honour in graded:
        assert honour.grade is not None
        above = ancestors(honour)[1]
        assert honour.label == f"{above.label} {names[honour.grade]}"
        assert above.grade is None


@pytest.mark.parametrize(
    "name",
    [
        "Huân chương Độc lập",
        "Huân chương Quân công",
        "Huân chương Lao động",
        "Huân chương Bảo vệ Tổ quốc",
        "Huân chương Chiến công",
        "Huy chương Chiến sĩ vẻ vang",
    ],
)
def test_the_graded_orders_and_medals_of_the_law_have_three_grades(name: str) -> None:
    """Luật 06/2022/QH15, Điều 33 and Điều 54."""
    assert sorted(h.grade or 0 for h in honours() if h.broader == (T.TDH + slug(name),)) == [1, 2, 3]


LAWS = {"06/2022/QH15": T.TD + "law2022", "15/2003/QH11": T.TD + "law2003"}


def test_an_article_is_one_of_a_law_that_provides_for_the_honour() -> None:
    for honour in honours():
        laws = [LAWS[article.removeprefix("Luật ").partition(",")[0]] for article in honour.law_articles]
        assert len(set(laws)) == len(laws)
        assert set(laws) <= set(honour.under_laws), honour.label


@pytest.mark.parametrize(("law", "last"), [("06/2022/QH15", 70), ("15/2003/QH11", 68)])
def test_no_article_of_a_law_on_orders_medals_titles_and_prizes_is_left_out(law: str, last: int) -> None:
    named: set[int] = set()
    for article in (a for honour in honours() for a in honour.law_articles if a.startswith(f"Luật {law}, ")):
        for first, final in re.findall(r"(\d+)(?:–(\d+))?", article.partition("Điều ")[2]):
            named.update(range(int(first), int(final or first) + 1))
    assert set(range(33, last + 1)) <= named


@pytest.mark.parametrize("name", ["Sao vàng", "Hồ Chí Minh", "Đại đoàn kết dân tộc", "Dũng cảm", "Hữu nghị"])
def test_the_other_orders_of_the_law_have_no_grades(name: str) -> None:
    """Luật 06/2022/QH15, Điều 33."""
    found = honour_iri("Huân chương " + name)
    assert found is not None
    assert found[1]
    assert [h for h in honours() if found[0] in h.broader] == []


@pytest.mark.parametrize(
    ("wording", "key"),
    [
        ("Cờ thi đua của Chính phủ", "co-thi-dua-cua-chinh-phu"),
        ("Bằng khen của Thủ tướng Chính phủ", "bang-khen-cua-thu-tuong-chinh-phu"),
        ("bằng khen", "bang-khen"),
        ("NSND", "nghe-si-nhan-dan"),
        ("NSƯT", "nghe-si-uu-tu"),
        ("danh hiệu Nghệ sĩ Nhân dân", "nghe-si-nhan-dan"),
        ("CSTĐ cơ sở", "chien-si-thi-dua-co-so"),
        ("chiến sỹ thi đua cơ sở", "chien-si-thi-dua-co-so"),
        ("Anh hùng LLVT nhân dân", "anh-hung-luc-luong-vu-trang-nhan-dan"),
        ("Mẹ Việt Nam anh hùng", "ba-me-viet-nam-anh-hung"),
        ("Huân chương Lao động hạng III", "huan-chuong-lao-dong-hang-ba"),
        ("HCLĐ hạng Nhì", "huan-chuong-lao-dong-hang-nhi"),
        ("huy hiệu ' Tuổi trẻ dũng cảm '", "huy-hieu-tuoi-tre-dung-cam"),
        ("Giải thưởng Nhà nước về văn học nghệ thuật", "giai-thuong-nha-nuoc-ve-van-hoc-nghe-thuat"),
        ("Huy hiệu 70 năm tuổi Đảng", "huy-hieu-70-nam-tuoi-dang"),
        ("Bắc Đẩu bội tinh", "huan-chuong-bac-dau-boi-tinh"),
    ],
)
def test_a_wording_finds_its_honour(wording: str, key: str) -> None:
    assert honour_iri(wording) == (T.TDH + key, True)


@pytest.mark.parametrize(
    ("wording", "key"),
    [
        ("Anh hùng Lao động lần thứ hai", "anh-hung-lao-dong"),
        ("Chiến sĩ thi đua tỉnh Hậu Giang", "chien-si-thi-dua-cap-tinh"),
        ("bằng khen của Bộ trưởng Bộ Xây dựng", "bang-khen-cua-bo-ban-nganh-doan-the-trung-uong"),
        ("bằng khen của UBND tỉnh Bắc Kạn", "bang-khen-cua-chu-tich-uy-ban-nhan-dan-tinh"),
        ("Huân chương Hữu nghị hạng Sê - na", "huan-chuong-huu-nghi"),
        ("Kỷ niệm chương “Vì sự nghiệp chè Thái Nguyên”", "ky-niem-chuong-vi-su-nghiep"),
    ],
)
def test_an_unknown_wording_finds_the_nearest_broader_honour(wording: str, key: str) -> None:
    assert honour_iri(wording) == (T.TDH + key, False)


@pytest.mark.parametrize(
    "wording", ["Huy chương vàng", "Huy chương bạc SEA Games 30", "giải Nhất", "học bổng", "", "…", "24 cá nhân"]
)
def test_medals_of_contests_and_other_things_are_no_honours(wording: str) -> None:
    assert honour_iri(wording) is None


def test_a_medal_of_the_state_with_gold_in_its_name_is_one() -> None:
    assert honour_iri("Huy chương Vàng quốc gia Lào") == (T.TDH + "huy-chuong-vang-quoc-gia-lao", True)


@given(
    st.sampled_from([(label, h.iri) for h in honours() for label in h.labels]),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["“{}”", " {} ", "'{}'", "{},"]),
)
def test_case_and_quotation_marks_do_not_matter(label: tuple[str, str], case: object, frame: str) -> None:
    assert callable(case)
    assert honour_iri(frame.format(case(label[0]))) == (label[1], True)


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for(text: str) -> None:
    found = honour_iri(text)
    assert found is None or found[0] in BY_IRI
    assert province_iri(text) in {None, *(u.iri for u in provinces())}


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("Bắc Kạn", None, "bac-kan"),
        ("Bắc Cạn", date(2017, 3, 17), "bac-kan"),
        ("TP.HCM", date(2017, 3, 17), "ho-chi-minh"),
        ("Sài Gòn", date(2017, 3, 17), "ho-chi-minh"),
        ("Tp Hồ Chí Minh", date(2025, 7, 1), "ho-chi-minh-2025"),
        ("Đắc Lắc", None, "dak-lak"),
        ("Thừa Thiên - Huế", None, "thua-thien-hue"),
        ("Bà Rịa Vũng Tàu", None, "ba-ria-vung-tau"),
        ("Hoà Bình", None, "hoa-binh"),
        ("Thái Nguyên", date(2025, 6, 30), "thai-nguyen"),
        ("Thái Nguyên", date(2025, 7, 1), "thai-nguyen-2025"),
        ("Hà Nội", date(2025, 7, 1), "ha-noi"),
        ("Huế", date(2025, 1, 1), "hue"),
        ("Bắc Kạn", date(2025, 9, 2), "bac-kan"),
        ("Lai Châu", date(1999, 1, 1), "lai-chau"),
    ],
)
def test_a_province_is_found_by_any_spelling_as_it_stood_on_a_day(name: str, on: date | None, key: str) -> None:
    assert province_iri(name, on) == T.TDP + key


@pytest.mark.parametrize(("name", "on"), [("Huế", date(2016, 1, 1)), ("Huế", None), ("Nha Trang", None), ("", None)])
def test_a_city_that_is_no_unit_of_its_own_is_no_province(name: str, on: date | None) -> None:
    assert province_iri(name, on) is None


@pytest.mark.parametrize("path", [ROLES, BODY_KINDS], ids=lambda p: p.stem)
def test_roles_and_kinds_of_bodies_are_labelled_trees_without_double_labels(path: Path) -> None:
    concepts = {
        i: of for i, of in described(path).items() if T.SKOS + "Concept" in {x.value for x in of[T.RDF + "type"]}
    }
    keys: Counter[str] = Counter()
    for iri, of in concepts.items():
        labels = {x.language: x.value for x in of[T.SKOS + "prefLabel"] if isinstance(x, Literal)}
        assert set(labels) == {"vi", "en"}, iri
        assert iri.endswith("/" + slug(labels["vi"]))
        keys.update(
            {fold(x.value) for p in ("prefLabel", "altLabel") for x in of.get(T.SKOS + p, []) if x.language != "en"}
        )
        above, steps = iri, 0
        while T.SKOS + "topConceptOf" not in concepts[above]:
            above, steps = concepts[above][T.SKOS + "broader"][0].value, steps + 1
            assert steps < 10, f"{iri} is in a cycle"
    assert [key for key, n in keys.items() if n > 1] == []


@pytest.mark.parametrize(
    ("wording", "key"),
    [
        ("Phó Chủ tịch nước", "pho-chu-tich-nuoc"),
        ("Chủ tịch UBND tỉnh Bắc Kạn", "chu-tich"),
        ("Phó Chủ tịch thứ nhất Hội đồng Thi đua Khen thưởng Trung ương", "pho-chu-tich-thu-nhat"),
        ("Uỷ viên Bộ Chính trị", "uy-vien-bo-chinh-tri"),
        ("Bí thư Tỉnh ủy", "bi-thu"),
        ("nguyên Phó Chủ tịch UBND tỉnh", "pho-chu-tich"),
        ("nhà báo", None),
    ],
)
def test_a_post_has_the_role_with_which_its_wording_begins(wording: str, key: str | None) -> None:
    assert role_iri(wording) == (key and T.TDR + key)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("UBND tỉnh Bắc Kạn", "uy-ban-nhan-dan-tinh"),
        ("Ủy ban nhân dân TP Thái Nguyên", "uy-ban-nhan-dan"),
        ("Hội đồng Thi đua Khen thưởng Trung ương", "hoi-dong-thi-dua-khen-thuong-trung-uong"),
        ("Sở Nội vụ", "so"),
        ("Bộ Nội vụ", "bo"),
        ("Bộ Chỉ huy Quân sự tỉnh", "bo-chi-huy-quan-su"),
        ("Trường THPT Chu Văn An", "truong-pho-thong"),
        ("24 cá nhân", None),
    ],
)
def test_a_body_is_of_the_kind_with_which_its_name_begins(name: str, key: str | None) -> None:
    assert body_kind_iri(name) == (key and T.TDK + key)
