"""Who is one across articles: joined by office, body, place or company, else kept apart; a curator has the word."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Thidua

import thidua as api
from ontology import terms as T
from ontology.check import check_quads
from queries.identity.refresh import refresh
from queries.identity.statements import identity_of
from queries.store import open_store

ARTICLES = {
    "mot": "Sáng 3/5/2018, bà Lò Thị Mẩy, Giám đốc Sở GD-ĐT tỉnh Sơn La, trao thưởng cho học sinh.",
    "hai": "Ngày 9/6/2019, bà Lò Thị Mẩy - Giám đốc Sở Giáo dục và Đào tạo Sơn La - thăm Trường THPT Mường La.",
    "ba": "Theo bà Lò Thị Mẩy, Chủ tịch Hội Nông dân xã Pa Vệ Sủ, vụ lúa năm nay được mùa.",
    "bon": "Phó Giám đốc Sở Y tế Lào Cai Nguyễn Văn Hùng chủ trì cuộc họp.",
    "nam": "Ông Nguyễn Văn Hùng, Trưởng phòng Nội vụ huyện Sa Pa, tỉnh Lào Cai, cho biết như vậy.",
    "sau": "Tổng thống Mỹ John Carpenter phát biểu tại Washington. Tổng thống John Carpenter sẽ sang thăm châu Âu.",
    "bay": "Hôm qua, Tổng thống Carpenter ký sắc lệnh mới. Ông Carpenter nói rằng mọi việc đã xong.",
    "tam": "Tổng thống Mỹ John F. Reynolds đã gặp gỡ báo giới.",
    "chin": "Tổng thống Mỹ John K. Reynolds đã gặp gỡ báo giới.",
}


def built(*ids: str) -> list[ox.Quad]:
    return api.build(*(api.read(f"Tin trong ngày\n\n{ARTICLES[i]}\n", id=i) for i in ids))


def groups(quads: list[ox.Quad]) -> set[frozenset[str]]:
    """The people of articles who are one, by the articles' ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for q in quads:
        if q.predicate.value == T.TD + "identity":
            found[q.object.value].add(q.subject.value.removeprefix(T.BASE + "article/").partition("#")[0])
    return {frozenset(ids) for ids in found.values()}


def reasons(quads: list[ox.Quad]) -> list[str]:
    return sorted(q.object.value.removeprefix(T.TD) for q in quads if q.predicate.value == T.TD + "reason")


def test_one_office_in_two_wordings_makes_one_person() -> None:
    found = identity_of(built("mot", "hai", "ba"))
    assert groups(found) == {frozenset({"mot", "hai"})}
    assert reasons(found) == ["sameOffice"]


def test_a_common_name_in_one_province_is_not_enough() -> None:
    assert not identity_of(built("bon", "nam"))


def test_a_rare_name_with_posts_in_one_province_is() -> None:
    one = "Ông Giàng Seo Phử, Giám đốc Sở Y tế Lào Cai, dự lễ."
    two = "Ông Giàng Seo Phử, Bí thư Tỉnh ủy Lào Cai, dự lễ."
    found = identity_of(api.build(api.read(one, id="x"), api.read(two, id="y")))
    assert (groups(found), reasons(found)) == ({frozenset({"x", "y"})}, ["sameProvince"])


def test_a_short_name_goes_with_the_only_holder_of_the_office() -> None:
    found = identity_of(built("sau", "bay"))
    assert (groups(found), reasons(found)) == ({frozenset({"sau", "bay"})}, ["shortName"])


def test_other_initials_are_another_person() -> None:
    assert not identity_of(built("tam", "chin"))


def test_people_named_beside_the_same_others_are_one() -> None:
    one = "Anh Sùng A Chớ và chị Vàng Thị Dở được cứu sau trận lũ."
    two = "Chị Vàng Thị Dở kể lại. Anh Sùng A Chớ thì vẫn nằm viện."
    three = "Anh Sùng A Chớ mở quán cà phê ở Hà Nội."
    found = identity_of(api.build(*(api.read(t, id=i) for i, t in (("x", one), ("y", two), ("z", three)))))
    assert groups(found) == {frozenset({"x", "y"})}
    assert reasons(found) == ["sameCompany", "sameCompany"]


def test_people_of_one_article_stay_as_it_tells_them() -> None:
    assert not identity_of(built("mot"))


def test_one_honour_told_twice_is_one_award() -> None:
    one = "Ông Quàng Văn Phớ, Giám đốc Sở Y tế Lai Châu, được tặng danh hiệu Thầy thuốc Nhân dân năm 2017."
    two = "Danh hiệu Thầy thuốc Nhân dân được trao cho ông Quàng Văn Phớ, Giám đốc Sở Y tế tỉnh Lai Châu."
    other = "Ông Quàng Văn Phớ, Giám đốc Sở Y tế Lai Châu, được tặng Bằng khen của Thủ tướng Chính phủ năm 2015."
    again = "Ông Quàng Văn Phớ, Giám đốc Sở Y tế Lai Châu, được tặng Bằng khen của Thủ tướng Chính phủ năm 2018."
    quads = api.build(*(api.read(t, id=i) for i, t in zip("abcd", (one, two, other, again), strict=True)))
    awards = [s for s in reasons(identity_of(quads)) if s == "sameAward"]
    assert awards == ["sameAward"]


def test_the_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    ids = ("mot", "hai", "ba", "sau", "bay")
    seen = set()
    for number, order in enumerate(list(permutations(ids))[::11]):
        with open_store(tmp_path / str(number), create=True) as store:
            for i in order:
                quads = built(i)
                store.replace_graph(quads[0].graph_name.value, quads)
                if number % 2:
                    refresh(store)
            refresh(store)
            seen.add(frozenset(store.quads(T.BASE + "identity")))
    assert len(seen) == 1
    assert groups(list(seen.pop())) == {frozenset({"mot", "hai"}), frozenset({"sau", "bay"})}


def test_what_is_stated_has_the_shape_it_should_have() -> None:
    quads = built(*ARTICLES)
    assert check_quads([*quads, *identity_of(quads)]) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for i, text in ARTICLES.items():
        (path / f"{i}.txt").write_text(f"Tin trong ngày\n\n{text}\n", encoding="utf-8")
    return path


def identities(store: Path) -> set[frozenset[str]]:
    with open_store(store, read_only=True) as opened:
        return groups(list(opened.quads()))


def test_a_store_keeps_step_with_its_articles(thidua: Thidua, tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "db"
    assert thidua("build", "--store", store, folder).status == 0
    both = {frozenset({"mot", "hai"}), frozenset({"sau", "bay"})}
    assert identities(store) == both
    assert thidua("forget", "--store", store, "hai").status == 0
    assert identities(store) == {frozenset({"sau", "bay"})}
    with open_store(store) as opened:  # an article that came in before the run was stopped
        quads = built("hai")
        opened.replace_graph(quads[0].graph_name.value, quads)
    assert thidua("build", "--store", store, folder / "mot.txt").status == 0
    assert identities(store) == both


def test_files_hold_it_too(thidua: Thidua, tmp_path: Path, folder: Path) -> None:
    one, other = tmp_path / "a.nq", tmp_path / "b.nq"
    assert thidua("build", "-o", one, folder / "mot.txt", folder / "hai.txt").status == 0
    assert thidua("build", "-o", other, folder / "hai.txt", folder / "mot.txt").status == 0
    assert one.read_bytes() == other.read_bytes()
    assert groups(list(ox.parse(one.read_bytes(), ox.RdfFormat.N_QUADS))) == {frozenset({"mot", "hai"})}


MAY = T.BASE + "article/{}#lo-thi-may"


def test_same_explains_by_the_passages(thidua: Thidua, tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "db"
    thidua("build", "--store", store, folder)
    one = thidua("same", "--store", store, MAY.format("mot"), MAY.format("hai"))
    assert one.status == 0
    assert "same office" in one.out
    assert "Giám đốc Sở GD-ĐT tỉnh Sơn La" in one.out
    assert "Giám đốc Sở Giáo dục và Đào tạo Sơn La" in one.out
    two = thidua("same", "--store", store, MAY.format("mot"), MAY.format("ba"))
    assert two.status == 1
    assert "not taken for one person" in two.out
    assert "Chủ tịch Hội Nông dân xã Pa Vệ Sủ" in two.out
    many = thidua("same", "--store", store, "lo thi may", "John Carpenter")
    assert many.status == 2
    assert "2 people" in many.sentence
    assert MAY.format("ba") in many.err
    table = thidua("same", "--store", store, "Lò Thị Mẩy")
    assert table.status == 0
    assert [line.split()[0].startswith("person/lo-thi-may-") for line in table.out.splitlines()[2:4]] == [True, True]
    assert thidua("same", "--store", store, "Không Có Ai").sentence.startswith("nobody is called “Không Có Ai”")


def test_a_curator_has_the_word(thidua: Thidua, tmp_path: Path, folder: Path) -> None:
    store, file = tmp_path / "db", tmp_path / "decided.ttl"
    thidua("build", "--store", store, folder)
    start = "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    different = f"<{MAY.format('mot')}> owl:differentFrom <{MAY.format('hai')}> .\n"
    same = f"<{MAY.format('mot')}> owl:sameAs <{MAY.format('ba')}> .\n"
    file.write_text(start + different + same)
    assert thidua("same", "--store", store, "--decide", file).status == 0
    assert identities(store) == {frozenset({"mot", "ba"}), frozenset({"sau", "bay"})}
    told = thidua("same", "--store", store, MAY.format("mot"), MAY.format("hai"))
    assert (told.status, "curator" in told.out) == (1, True)
    assert thidua("build", "--store", store, folder).status == 0  # it lasts
    assert frozenset({"mot", "ba"}) in identities(store)
    assert thidua("check", "--store", store).status == 0
    file.write_text(start)
    assert thidua("same", "--store", store, "--decide", file).status == 0
    assert frozenset({"mot", "hai"}) in identities(store)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<{mot}> owl:sameAs <{hai}> . <{hai}> owl:sameAs <{ba}> . <{mot}> owl:differentFrom <{ba}> .", "to be one"),
        ("<{mot}> owl:sameAs <http://example.org/nobody> .", "no person of an article"),
        ("<{mot}> owl:equivalentClass <{hai}> .", "only owl:sameAs and owl:differentFrom"),
        ("<{mot}> owl:sameAs", "no Turtle"),
    ],
)
def test_a_file_that_decides_nothing_sound_changes_nothing(
    thidua: Thidua, tmp_path: Path, folder: Path, text: str, says: str
) -> None:
    store, file = tmp_path / "db", tmp_path / "decided.ttl"
    thidua("build", "--store", store, folder)
    named = {i: MAY.format(i) for i in ("mot", "hai", "ba")}
    file.write_text("@prefix owl: <http://www.w3.org/2002/07/owl#> .\n" + text.format(**named))
    result = thidua("same", "--store", store, "--decide", file)
    assert (result.status, says in result.sentence) == (2, True), result.sentence
    assert identities(store) == {frozenset({"mot", "hai"}), frozenset({"sau", "bay"})}


def test_asking_about_one_node_is_asking_about_the_person(thidua: Thidua, tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "db"
    thidua("build", "--store", store, folder)
    asked = [MAY.format("mot"), MAY.format("hai")]
    asked += sorted(
        {q.object.value for q in identity_of(built("mot", "hai")) if q.predicate.value == T.TD + "identity"}
    )
    answers = {
        thidua("query", "career", "--store", store, "--param", f"person={iri}", "--format", "csv").out for iri in asked
    }
    assert len(answers) == 1
    assert "article/mot" in (told := answers.pop())
    assert "article/hai" in told
    assert "article/ba" not in told


def test_the_short_way_to_the_one_is_owl_same_as(thidua: Thidua, tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "db"
    thidua("build", "--store", store, folder)
    told = thidua("query", "shortcuts", "--store", store, "--format", "ttl").out
    same = [t for t in ox.parse(told.encode(), ox.RdfFormat.TURTLE) if t.predicate.value.endswith("owl#sameAs")]
    ones = {t.subject.value: t.object.value for t in same}
    assert ones[MAY.format("mot")] == ones[MAY.format("hai")]
    assert MAY.format("ba") not in ones
