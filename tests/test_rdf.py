"""A reading → RDF: which names share an IRI and which do not, in one article, in two, and under another base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import SOUND
from pyoxigraph import Literal, NamedNode, Quad

from ingest import facts as F
from ingest.rdf import article_iri, article_key, graph_iri, quads
from ontology import terms as T

TEXT = "Bà Hoa, bà Hòa và ông Hóa ở UBND tỉnh, Bộ Y tế và Cụm thi đua các tỉnh Tây Bắc."
PASSAGE = F.Passage(0, 6)


def made(*facts: F.Fact, id: str = "a1", base: str = T.BASE) -> list[Quad]:
    return quads(F.Reading(F.Article(id=id, text=TEXT), facts), base)


def person(name: str) -> F.Person:
    return F.Person(person=name, passage=PASSAGE, rule="test.rule")


def body(name: str, *, proper: bool, wordings: tuple[str, ...] = ()) -> F.Body:
    return F.Body(body=name, proper=proper, wordings=wordings, passage=PASSAGE, rule="test.rule")


def award(honour: str, recipient: str, status: str = "conferred", **more: object) -> F.Award:
    return F.Award(honour=honour, recipient=recipient, status=status, passage=PASSAGE, rule="test.rule", **more)  # type: ignore[arg-type]


def labelled(found: list[Quad], label: str) -> set[str]:
    """The IRIs that bear a label."""
    name = Literal(label, language="vi")
    return {
        q.subject.value
        for q in found
        if q.predicate.value == T.RDFS + "label" and q.object == name and isinstance(q.subject, NamedNode)
    }


def objects(found: list[Quad], subject: str, predicate: str) -> set[str]:
    return {
        q.object.value
        for q in found
        if q.subject == NamedNode(subject) and q.predicate.value == predicate and hasattr(q.object, "value")
    }


def of_type(found: list[Quad], name: str) -> set[str]:
    type_ = NamedNode(T.TD + name)
    return {
        q.subject.value
        for q in found
        if q.predicate.value == T.RDF + "type" and q.object == type_ and isinstance(q.subject, NamedNode)
    }


def iris(found: list[Quad]) -> set[str]:
    nodes = (node for q in found for node in (q.subject, q.predicate, q.object, q.graph_name))
    return {node.value for node in nodes if isinstance(node, NamedNode)}


# -- names in one article ---------------------------------------------------------------------------------------------


def test_two_people_whose_names_differ_in_a_tone_only_stay_apart() -> None:
    found = made(person("Lê Thị Hoa"), person("Lê Thị Hòa"), person("Lê Thị Hóa"))
    nodes = [labelled(found, f"Lê Thị {name}") for name in ("Hoa", "Hòa", "Hóa")]
    assert [len(n) for n in nodes] == [1, 1, 1]
    assert len(set.union(*nodes)) == 3


def test_two_spellings_of_one_name_are_one_person() -> None:
    found = made(person("Lê Thị Hòa"), award("Bằng khen", "Lê Thị Hoà"))
    (node,) = labelled(found, "Lê Thị Hòa")
    (given,) = of_type(found, "Award")
    assert objects(found, given, T.TD + "recipient") == {node}


def test_the_place_of_an_event_is_the_province_though_a_person_bears_its_name() -> None:
    held = F.Event(event="Hội nghị biểu dương", place="Hồ Chí Minh", passage=PASSAGE, rule="test.rule")
    found = made(person("Hồ Chí Minh"), held)
    (event,) = labelled(found, "Hội nghị biểu dương")
    (place,) = objects(found, event, T.SCHEMA + "location")
    assert T.TD + "Province" in objects(found, place, T.RDF + "type")


def test_unnamed_recipients_are_a_group_with_its_size() -> None:
    found = made(award("Bằng khen", "24 cá nhân", count=24))
    (group,) = of_type(found, "Group")
    assert objects(found, group, T.TD + "size") == {"24"}
    (given,) = of_type(found, "Award")
    assert objects(found, given, T.TD + "recipient") == {group}


def test_an_award_proposed_and_then_conferred_is_one_award_with_two_steps() -> None:
    found = made(person("Lê Thị Hoa"), award("Bằng khen", "Lê Thị Hoa", "proposed"), award("Bằng khen", "Lê Thị Hoa"))
    (one,) = of_type(found, "Award")
    steps = of_type(found, "AwardStep")
    assert len(steps) == 2
    assert {status for s in steps for status in objects(found, s, T.TD + "status")} == {
        T.TD + "proposed",
        T.TD + "conferred",
    }
    assert {a for s in steps for a in objects(found, s, T.TD + "stepOf")} == {one}


@pytest.mark.parametrize(
    ("steps", "lives"),
    [
        ([("conferred", 2015), ("revoked", 2019)], [{"conferred 2015", "revoked 2019"}]),
        ([("conferred", 2015), ("revoked", None)], [{"conferred 2015", "revoked"}]),
        ([("conferred", None), ("revoked", 2019)], [{"conferred", "revoked 2019"}]),
        ([("conferred", 2015), ("conferred", 2017)], [{"conferred 2015"}, {"conferred 2017"}]),
        # the last that was given until then is taken away
        (
            [("conferred", 2015), ("conferred", 2017), ("revoked", 2018)],
            [{"conferred 2015"}, {"conferred 2017", "revoked 2018"}],
        ),
        # which of two it was, nobody says
        (
            [("conferred", 2015), ("conferred", 2017), ("revoked", None)],
            [{"conferred 2015"}, {"conferred 2017"}, {"revoked"}],
        ),
        ([("proposed", None), ("conferred", 2018)], [{"proposed", "conferred 2018"}]),
        ([("revoked", 2019)], [{"revoked 2019"}]),
    ],
)
def test_what_was_given_once_is_one_award_until_it_is_taken_away(
    steps: list[tuple[str, int | None]], lives: list[set[str]]
) -> None:
    honour = ("Bằng khen", "Lê Thị Hoa")
    found = made(person("Lê Thị Hoa"), *(award(*honour, status, year=year) for status, year in steps))
    told: dict[str, set[str]] = {}
    for step in of_type(found, "AwardStep"):
        (of,), (status,) = objects(found, step, T.TD + "stepOf"), objects(found, step, T.TD + "status")
        words = [status.removeprefix(T.TD), *objects(found, step, T.TD + "year")]
        told.setdefault(of, set()).add(" ".join(words))
    assert sorted(map(sorted, told.values())) == sorted(map(sorted, lives))


def test_the_like_honour_of_two_grantors_are_two_steps_that_keep_their_grantors() -> None:
    grantors = ("Bộ Y tế", "Bộ Ý tế")  # alike in ASCII
    found = made(
        *(body(name, proper=True) for name in grantors),
        *(award("Bằng khen", "10 cá nhân", count=10, grantor=name) for name in grantors),
    )
    told = [objects(found, step, T.TD + "grantor") for step in of_type(found, "AwardStep")]
    assert sorted(map(len, told)) == [1, 1]
    assert set.union(*told) == labelled(found, "Bộ Y tế") | labelled(found, "Bộ Ý tế")


# -- names in two articles --------------------------------------------------------------------------------------------


def test_a_body_with_a_full_name_is_one_in_all_articles_and_a_generic_name_belongs_to_its_article() -> None:
    facts = (body("UBND tỉnh Sơn La", proper=True), body("UBND tỉnh", proper=False))
    first, second = made(*facts, id="a1"), made(*facts, id="a2")
    assert labelled(first, "UBND tỉnh Sơn La") == labelled(second, "UBND tỉnh Sơn La")
    assert len(labelled(first, "UBND tỉnh Sơn La")) == 1
    assert labelled(first, "UBND tỉnh").isdisjoint(labelled(second, "UBND tỉnh"))


def test_a_body_is_the_same_in_short_and_in_full() -> None:
    short, full = "UBND tỉnh Hoà Bình", "Ủy ban nhân dân tỉnh Hòa Bình"
    assert labelled(made(body(short, proper=True)), short) == labelled(made(body(full, proper=True)), full)


def test_people_of_two_articles_are_not_taken_for_one() -> None:
    first, second = made(person("Lê Thị Hoa"), id="a1"), made(person("Lê Thị Hoa"), id="a2")
    assert labelled(first, "Lê Thị Hoa").isdisjoint(labelled(second, "Lê Thị Hoa"))


def test_all_that_an_article_says_stands_in_its_own_graph() -> None:
    found = made(person("Lê Thị Hoa"), award("Bằng khen", "Lê Thị Hoa"), id="a1")
    assert {q.graph_name for q in found} == {NamedNode(graph_iri("a1"))}
    assert len(found) == len(set(found))


# -- the base and the article's key -----------------------------------------------------------------------------------


def test_another_base_moves_the_data_and_leaves_the_vocabulary() -> None:
    facts = (person("Lê Thị Hoa"), body("Bộ Y tế", proper=True), award("Bằng khen của Hội Lúa", "Lê Thị Hoa"))
    base = "https://data.example.vn/td/"
    here, there = iris(made(*facts)), iris(made(*facts, base=base))
    moved = {iri for iri in there if iri.startswith(base)}
    assert {iri.removeprefix(base) for iri in moved} == {iri.removeprefix(T.BASE) for iri in here - there}
    kept = there - moved
    assert kept <= here
    assert {T.TD + "Award", T.TD + "conferred", T.SCHEMA + "Person"} <= kept


@pytest.mark.parametrize("id", ["a1", "train-003546", "2017-03-17.seed", "A_b.c"])
def test_a_plain_id_is_its_own_key(id: str) -> None:
    assert article_key(id) == id


@pytest.mark.parametrize(
    "id",
    ["bài 1", "a/b", "a#b", "a?b", "../x", "a%20b", "<x>", "a\nb", '"', "{}", "Hòa", "-", "😀", "x" * 500, ".", "a|b"],
)
def test_a_strange_id_gives_a_key_that_is_fit_for_an_iri(id: str) -> None:
    key = article_key(id)
    assert key
    assert key.isascii()
    assert key.replace("-", "").replace(".", "").replace("_", "").isalnum()
    assert len(key) <= 120
    assert made(person("Lê Thị Hoa"), id=id)[0].subject == NamedNode(article_iri(id))
    assert article_iri(id) == f"{T.BASE}article/{key}"


def test_ids_that_look_alike_keep_apart() -> None:
    ids = ["bài 1", "bai 1", "bai-1", "Hòa", "Hoa", "hoa"]
    assert len({article_key(id) for id in ids}) == len(ids)


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_any_two_names_of_people_keep_apart_unless_they_differ_in_spelling_only(one: str, other: str) -> None:
    from ontology.spelling import fold

    found = made(person(one), person(other))
    people = {
        q.subject.value
        for q in found
        if q.object == NamedNode(T.SCHEMA + "Person") and isinstance(q.subject, NamedNode)
    }
    assert len(people) == len({fold(one), fold(other)})


def test_a_thing_is_found_by_its_name_without_accents_or_abbreviations() -> None:
    found = {q.object.value for q in SOUND if q.predicate.value == T.TD + "plainName"}
    assert {"lo thi mai", "son la", "uy ban nhan dan tinh son la", "trong cay", "hoi nghi tong ket thi dua"} <= found
