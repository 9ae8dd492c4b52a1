"""A sound graph passes the check; whatever is broken in it is named, in words, with the node that has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import ARTICLE, SOUND, TEXT
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from ingest import facts as F
from ingest.rdf import quads
from ontology import terms as T
from ontology.check import SHAPES, check_file, check_quads, compact
from ontology.errors import UserError


def iri(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(T.PREFIXES[prefix] + name)


def a(class_: str, graph: list[Quad] | None = None) -> NamedNode:
    """The first node of a class."""
    node = next(q.subject for q in graph or SOUND if q.predicate == iri("rdf:type") and q.object == iri(class_))
    assert isinstance(node, NamedNode)
    return node


def changed(class_: str, predicate: str, *values: NamedNode | Literal) -> tuple[NamedNode, list[Quad]]:
    """The graph with other values of a predicate on one node of a class that has it (or on the first one)."""
    nodes = [q.subject for q in SOUND if q.predicate == iri("rdf:type") and q.object == iri(class_)]
    having = [q.subject for q in SOUND if q.predicate == iri(predicate) and q.subject in nodes]
    node = (having or nodes)[0]
    assert isinstance(node, NamedNode)
    graph = SOUND[0].graph_name
    rest = [q for q in SOUND if not (q.subject == node and q.predicate == iri(predicate))]
    return node, rest + [Quad(node, iri(predicate), value, graph) for value in values]


def vi(text: str) -> Literal:
    return Literal(text, language="vi")


def typed(text: str, type_: str) -> Literal:
    return Literal(text, datatype=iri("xsd:" + type_))


PLAIN, NUMBER = Literal("không có ngôn ngữ"), Literal(1)
PERSON, PROVINCE, STATUS = a("schema:Person"), iri("tdp:son-la"), iri("td:conferred")

BROKEN: list[tuple[str, str, tuple[NamedNode | Literal, ...], str]] = [
    ("schema:Person", "rdfs:label", (Literal("Mai", language="en"),), "has no label in Vietnamese"),
    ("td:Tenure", "prov:wasDerivedFrom", (), "must lead to at least one passage by prov:wasDerivedFrom"),
    ("schema:Event", "td:rule", (), "must name the grammar rule that read it by td:rule"),
    ("td:AwardStep", "td:year", (typed("2017", "integer"),), "may have one td:year, written as xsd:gYear"),
    ("td:Statement", "td:occasion", (PERSON,), "may have one td:occasion, which must be an event"),
    ("schema:NewsArticle", "schema:text", (Literal(TEXT),), "must have its text once, in schema:text with a language"),
    ("schema:NewsArticle", "dct:identifier", (), "must have one dct:identifier"),
    ("schema:NewsArticle", "schema:sha256", (Literal("abc"),), "must have the SHA-256 of its text once"),
    ("schema:NewsArticle", "schema:inLanguage", (), "must name its language once, in schema:inLanguage"),
    ("schema:NewsArticle", "schema:headline", (vi("a"), vi("b")), "may have one schema:headline, with a language"),
    ("schema:NewsArticle", "schema:abstract", (PLAIN,), "may have one schema:abstract, with a language"),
    ("schema:NewsArticle", "schema:datePublished", (typed("5/3/2017", "dateTime"),), "may have one schema:datePublish"),
    ("schema:NewsArticle", "schema:url", (PLAIN,), "may have one schema:url, written as xsd:anyURI"),
    ("schema:NewsArticle", "schema:author", (PROVINCE,), "may have only people as schema:author"),
    ("schema:NewsArticle", "schema:sourceOrganization", (PERSON,), "may have only an organisation as schema:sourceOrg"),
    ("schema:NewsArticle", "schema:image", (PERSON,), "may have only images as schema:image"),
    ("schema:ImageObject", "schema:caption", (), "must have one schema:caption, with a language"),
    ("schema:ImageObject", "schema:creditText", (vi("a"), vi("b")), "may have one schema:creditText, with a language"),
    ("oa:SpecificResource", "oa:hasSource", (), "must have one oa:hasSource, which must be an article"),
    ("oa:SpecificResource", "oa:hasSelector", (PERSON,), "must have one oa:hasSelector, which gives both the position"),
    ("oa:TextQuoteSelector", "oa:start", (Literal(-1),), "must have one oa:start, a whole number from 0"),
    ("oa:TextQuoteSelector", "oa:start", (Literal(4000),), "must start before it ends"),
    ("oa:TextQuoteSelector", "oa:end", (typed("mười", "integer"),), "must have one oa:end, a whole number"),
    ("oa:TextQuoteSelector", "oa:exact", (PLAIN,), "must quote the passage once in oa:exact, with a language"),
    ("td:Mention", "td:mentions", (STATUS,), "must mention one person, province, body, cluster or campaign"),
    ("td:Tenure", "org:member", (PROVINCE,), "must have one org:member, who must be a person"),
    ("td:Tenure", "td:post", (), "must have one td:post, which must be an org:Post"),
    ("td:Tenure", "org:organization", (STATUS,), "may have one org:organization"),
    ("td:Tenure", "td:status", (iri("td:conferred"),), "must have one td:status out of td:current, td:acting and td:"),
    ("td:Award", "td:honour", (), "must have one td:honour, which must be a td:Honour"),
    ("td:Award", "td:recipient", (vi("12 cá nhân"),), "must have one td:recipient"),
    ("td:Award", "td:wording", (), "must keep the wording of the honour in td:wording, with a language"),
    ("td:AwardStep", "td:stepOf", (PERSON,), "must be the step of one award, by td:stepOf"),
    ("td:AwardStep", "td:status", (iri("td:current"),), "must have one td:status out of td:proposed, td:conferred"),
    ("td:AwardStep", "td:grantor", (PERSON, PROVINCE), "may have one td:grantor"),
    ("td:ClusterMembership", "org:member", (), "must have one org:member: a person, body, province"),
    ("td:ClusterMembership", "org:organization", (PROVINCE,), "must have one org:organization, which must be an emul"),
    ("td:ClusterLeadership", "org:role", (iri("td:chaired"),), "must have one org:role, td:lead or td:deputy"),
    ("td:Participation", "td:agent", (), "must have one td:agent"),
    ("td:Participation", "td:part", (iri("td:lead"),), "must have one td:part out of td:organised, td:chaired"),
    ("td:Statement", "td:speaker", (a("schema:Event"),), "must have one td:speaker"),
    ("td:Statement", "td:statementKind", (), "must have one td:statementKind, td:said or td:task"),
    ("td:Statement", "schema:text", (), "must have its words once, in schema:text with a language"),
    ("td:Statement", "td:field", (PERSON,), "may have only fields of work as td:field"),
    ("schema:Event", "schema:startDate", (typed("2017-13-45", "date"),), "may have one schema:startDate, well formed"),
    ("schema:Event", "schema:location", (PERSON,), "may have only a province or a place as schema:location"),
    ("td:CovenantSigning", "schema:superEvent", (PERSON,), "may be part only of another event, by schema:superEvent"),
    ("schema:Person", "schema:name", (), "must have a schema:name, with a language"),
    (
        "schema:Person",
        "td:plainName",
        (Literal("Lo Thi Mai"),),
        "may have only small letters without a language in td:pl",
    ),
    ("td:Honour", "skos:broader", (PROVINCE,), "may have only another honour as skos:broader"),
    ("org:Post", "org:postIn", (STATUS,), "may be a post only in a body, by org:postIn"),
    ("td:Group", "td:size", (Literal(0),), "may have one td:size, a whole number from 1"),
    (
        "schema:Event",
        "schema:endDate",
        (typed("2017-03-04", "date"),),
        "must not end (schema:endDate) before it begins",
    ),
    ("org:Post", "org:role", (iri("tdr:nobody"),), "has a role, by org:role, that is not in the scheme of roles"),
    ("org:Organization", "td:bodyKind", (iri("tdk:club"),), "may have one td:bodyKind, out of the scheme of kinds"),
    ("org:Organization", "td:inProvince", (PERSON,), "may be only in a province, by td:inProvince"),
    ("org:Organization", "td:level", (STATUS,), "may have one td:level, out of the levels of government"),
    ("td:Honour", "td:grade", (Literal(4),), "may have one td:grade: 1, 2 or 3"),
    ("td:Honour", "td:rank", (Literal(0),), "may have one td:rank, a whole number from 1"),
    ("td:Honour", "td:decidedBy", (iri("td:individual"),), "may be decided on only by an authority of the scheme"),
    ("td:Honour", "td:mayGoTo", (iri("td:president"),), "may go only to a kind of recipient of the scheme"),
    ("td:Honour", "td:underLaw", (STATUS,), "may be only under a law of the scheme, by td:underLaw"),
    (
        "td:Honour",
        "td:lawArticle",
        (vi("Luật 06/2022/QH15"),),
        "must name the article (Điều) of its law in td:lawArticle",
    ),
    ("td:Honour", "td:excludes", (PLAIN,), "must have a language on td:excludes"),
    ("td:Honour", "td:leadWords", (PLAIN,), "must have a language on td:leadWords"),
    ("td:Honour", "td:validFrom", (typed("1950-05", "date"),), "may have one td:validFrom, a well-formed xsd:date"),
    ("td:Honour", "td:validTo", (Literal("1950-05-01"),), "may have one td:validTo, a well-formed xsd:date"),
    ("td:Province", "td:code", (Literal("6"),), "may have one td:code, of two digits"),
    ("td:Province", "td:iso", (Literal("LA-XA"),), "may have one td:iso, such as VN-53"),
    ("td:Province", "td:unitType", (STATUS,), "may have one td:unitType, td:provincialUnit or td:centralCity"),
    ("td:Province", "td:region", (iri("tdp:lai-chau"),), "may have one td:region, which must be a td:Region"),
    ("td:Province", "td:seat", (PLAIN,), "may have one td:seat, with a language"),
]
"""Class, predicate, its values instead of the sound ones, and how the sentence goes on after the node."""

ELSEWHERE = {
    "must have at least one td:AwardStep, by td:stepOf",
    "is not in the scheme of provinces",
    "ends at {?end}, but the text of its article has {?length} characters",
    "was denied and never conferred, so that nothing could be revoked",
    "was both conferred and denied by one authority in one year",
    "was revoked in a year before the one in which it was conferred",
    "must not end (td:validTo) before it begins (td:validFrom)",
}
"""Messages of shapes that have a test of their own below."""


def test_a_sound_graph_has_no_problem() -> None:
    assert check_quads(SOUND) == []


@pytest.mark.parametrize(("class_", "predicate", "values", "problem"), BROKEN, ids=[f"{b[0]} {b[1]}" for b in BROKEN])
def test_a_broken_node_is_named_with_what_is_wrong(
    class_: str, predicate: str, values: tuple[NamedNode | Literal, ...], problem: str
) -> None:
    node, graph = changed(class_, predicate, *values)
    found = check_quads(graph)
    assert any(p.startswith(f"{compact(node.value)} {problem}") for p in found), found


ONE = "https://w3id.org/thidua/person/mai"
JOINED = f"""
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/> PREFIX td: <https://w3id.org/thidua/ontology#> BASE <{ONE}>
<> a schema:Person ; rdfs:label "Mai"@vi ; schema:name "Mai"@vi .
<#1> a schema:Person ; rdfs:label "Mai"@vi ; schema:name "Mai"@vi ; td:identity <> .
<#2> a schema:Person ; rdfs:label "Mai"@vi ; schema:name "Mai"@vi ; td:identity <> .
<#joined> a td:Joining ; rdfs:label "Mai, Mai"@vi ; td:joins <#1> , <#2> ; td:reason td:sameOffice .
"""
"""Two people who are one."""
JOINING = {
    "must join two people or two awards, by td:joins",
    "must have one td:reason out of td:joiningReasons",
    "may rest only on facts, by prov:wasDerivedFrom",
    "may be one individual only, with a label, by td:identity",
}
"""What the shapes say of a joining."""


@pytest.mark.parametrize(
    ("sound", "broken", "problem"),
    [
        ("td:joins <#1> , <#2>", "td:joins <#1>", "must join two people or two awards, by td:joins"),
        ("td:sameOffice", "td:conferred", "must have one td:reason out of td:joiningReasons"),
        ("td:reason", "prov:wasDerivedFrom <#1> ; td:reason", "may rest only on facts, by prov:wasDerivedFrom"),
        ("<#2> a", "<#1> td:identity <#2> . <#2> a", "may be one individual only, with a label, by td:identity"),
    ],
)
def test_a_joining_of_other_than_two_with_a_reason_is_found(sound: str, broken: str, problem: str) -> None:
    def found(text: str) -> list[str]:
        joined = parse(f"PREFIX prov: <{T.PREFIXES['prov']}>\n{text}".encode(), RdfFormat.TURTLE)
        return check_quads([*SOUND, *joined])

    assert found(JOINED) == []
    assert problem in JOINING
    assert any(problem in p for p in found(JOINED.replace(sound, broken))), found(JOINED.replace(sound, broken))


def test_every_message_of_the_shapes_has_a_broken_example() -> None:
    messages = {
        q.object.value for q in parse(SHAPES.read_bytes(), format=RdfFormat.TURTLE) if q.predicate == iri("sh:message")
    }  # type: ignore[union-attr]
    assert {m for m in messages if not any(m.startswith(b[3]) for b in BROKEN)} == ELSEWHERE | JOINING


def test_an_award_without_a_step_is_found() -> None:
    award = a("td:Award")
    graph = [q for q in SOUND if not (q.predicate == iri("td:stepOf") and q.object == award)]
    assert any(p.startswith(f"{compact(award.value)} must have at least one td:AwardStep") for p in check_quads(graph))


def test_a_province_outside_the_scheme_is_found_even_if_the_graph_says_that_it_is_in_it() -> None:
    atlantis = iri("tdp:atlantis")
    graph = [
        Quad(
            atlantis if q.subject == PROVINCE else q.subject,
            q.predicate,
            atlantis if q.object == PROVINCE else q.object,
            q.graph_name,
        )
        for q in SOUND
    ]
    graph.append(Quad(atlantis, iri("skos:inScheme"), iri("tdp:scheme"), SOUND[0].graph_name))
    assert check_quads(graph) == ["tdp:atlantis is not in the scheme of provinces."]


def test_a_doctored_quote_is_found_with_both_readings() -> None:
    exact = next(q for q in SOUND if q.predicate == iri("oa:exact") and "12 cá nhân" in str(q.object))
    doctored = Quad(exact.subject, exact.predicate, vi("tặng Bằng khen cho 21 cá nhân"), exact.graph_name)
    assert isinstance(exact.subject, NamedNode)
    passage = compact(exact.subject.value).removesuffix("-selector")
    (problem,) = check_quads([doctored if q == exact else q for q in SOUND])
    assert problem.startswith(
        f"{passage} quotes “tặng Bằng khen cho 21 cá nhân”, but the article has “tặng Bằng khen cho 12"
    )


def test_offsets_beyond_the_text_are_found() -> None:
    node, graph = changed("oa:TextQuoteSelector", "oa:end", Literal(10**6))
    passage = compact(node.value).removesuffix("-selector")
    assert check_quads(graph) == [f"{passage} ends at 1000000, but the text of its article has {len(TEXT)} characters."]


def history(*steps: str) -> list[str]:
    """What is wrong with an award of these steps, each a status with a year and an authority, where it names them."""
    award, graph = a("td:Award"), SOUND[0].graph_name
    step = next(q.subject for q in SOUND if q.predicate == iri("td:stepOf") and q.object == award)
    told = {"td:status", "td:year", "td:grantor"}
    rest = [q for q in SOUND if not (q.subject == step and q.predicate in {iri(p) for p in told})]
    template = [q for q in rest if q.subject == step]
    rest = [q for q in rest if q.subject != step]
    authorities = {"body": next(q.object for q in SOUND if q.predicate == iri("td:grantor")), "province": PROVINCE}
    for number, said in enumerate(steps):
        status, *more = said.split()
        node = NamedNode(f"{ARTICLE}#step-{number}")
        rest += [Quad(node, q.predicate, q.object, graph) for q in template]
        rest.append(Quad(node, iri("td:status"), iri(f"td:{status}"), graph))
        rest += [Quad(node, iri("td:year"), typed(x, "gYear"), graph) for x in more if x.isdigit()]
        rest += [Quad(node, iri("td:grantor"), authorities[x], graph) for x in more if x in authorities]
    return [p.removeprefix(f"{compact(award.value)} ").rstrip(".") for p in check_quads(rest)]


@pytest.mark.parametrize(
    "steps",
    [
        ["proposed", "conferred"],
        ["revoked"],
        ["revocationProposed"],
        ["conferred 2015", "revocationProposed 2018", "revoked 2019"],
        ["conferred", "revoked 2019"],
        ["conferred 2015", "conferred 2020", "revoked 2018"],
        ["proposed", "denied"],
        ["denied", "conferred"],
        ["denied 2016", "conferred 2017"],
        ["denied 2016 body", "conferred 2016 province"],
        ["denied 2016 body", "conferred 2016"],
        ["denied 2016", "conferred 2017", "revoked 2018"],
    ],
    ids=", ".join,
)
def test_a_possible_history_of_an_award_is_left_alone(steps: list[str]) -> None:
    assert history(*steps) == []


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        (["denied", "revoked"], "was denied and never conferred, so that nothing could be revoked"),
        (["denied", "revocationProposed"], "was denied and never conferred, so that nothing could be revoked"),
        (["denied 2016 body", "conferred 2016 body"], "was both conferred and denied by one authority in one year"),
        (["denied 2016", "conferred 2016"], "was both conferred and denied by one authority in one year"),
        (["conferred 2019", "revoked 2015"], "was revoked in a year before the one in which it was conferred"),
    ],
    ids=[1, 2, 3, 4, 5],
)
def test_an_impossible_history_of_an_award_is_found(steps: list[str], problem: str) -> None:
    assert history(*steps) == [problem]


@pytest.mark.parametrize(("last", "wrong"), [("2025-06-30", False), ("1997-01-01", False), ("1996-12-31", True)])
def test_what_ends_before_it_begins_is_found(last: str, wrong: bool) -> None:
    province, graph = a("td:Province"), SOUND[0].graph_name
    days = {"td:validFrom": "1997-01-01", "td:validTo": last}
    said = [Quad(province, iri(p), typed(day, "date"), graph) for p, day in days.items()]
    problems = check_quads([*SOUND, *said])
    expected = f"{compact(province.value)} must not end (td:validTo) before it begins (td:validFrom)"
    assert [p.split(" (found")[0].rstrip(".") for p in problems] == [expected] * wrong


@pytest.mark.parametrize(
    ("class_", "predicate", "value"),
    [
        ("schema:Event", "schema:endDate", typed("2017-03-06", "date")),
        ("org:Post", "org:role", NamedNode("https://example.org/role/trum-phuong")),
        ("td:Honour", "td:grade", Literal(1)),
        ("td:Honour", "td:decidedBy", iri("td:massOrganisation")),
        ("td:Province", "td:code", Literal("14")),
        ("td:Province", "td:unitType", iri("td:provincialUnit")),
        ("org:Organization", "td:bodyKind", iri("tdk:uy-ban-nhan-dan-tinh")),
        ("org:Organization", "td:inProvince", iri("tdp:son-la")),
    ],
)
def test_what_the_shapes_allow_is_left_alone(class_: str, predicate: str, value: NamedNode | Literal) -> None:
    _, graph = changed(class_, predicate, value)
    assert check_quads(graph) == []


def test_a_changed_text_is_found() -> None:
    _, graph = changed("schema:NewsArticle", "schema:text", vi(TEXT.replace("tặng", "trao")))
    assert "article/made-up has another text than the one of its schema:sha256." in check_quads(graph)


def test_a_graph_without_an_article_is_no_sound_graph() -> None:
    assert check_quads([]) == ["There is no article (schema:NewsArticle) in it."]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
def test_any_quote_other_than_the_text_at_its_offsets_is_found(start: int, length: int) -> None:
    """Only the comparison with the text is run: the article and one passage, without the shapes."""
    from ontology.check import _against_text

    end = min(start + length, len(TEXT))
    g = SOUND[0].graph_name
    article, passage, selector = (NamedNode(ARTICLE + x) for x in ("", "#p", "#s"))

    def said(exact: str) -> list[str]:
        graph = [
            Quad(article, iri("schema:text"), vi(TEXT), g),
            Quad(passage, iri("oa:hasSource"), article, g),
            Quad(passage, iri("oa:hasSelector"), selector, g),
            Quad(selector, iri("oa:start"), Literal(start), g),
            Quad(selector, iri("oa:end"), Literal(end), g),
            Quad(selector, iri("oa:exact"), vi(exact), g),
        ]
        return list(_against_text([(q.subject, q.predicate, q.object) for q in graph]))

    assert said(TEXT[start:end]) == []
    assert len(said(TEXT[start:end] + "x")) == 1
    assert len(said(TEXT[start : end - 1])) == 1


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        (".ttl", RdfFormat.TURTLE),
        (".trig", RdfFormat.TRIG),
        (".nt", RdfFormat.N_TRIPLES),
        (".nq", RdfFormat.N_QUADS),
        (".jsonld", RdfFormat.JSON_LD),
        (".rdf", RdfFormat.RDF_XML),
    ],
)
def test_a_file_of_any_known_suffix_can_be_checked(tmp_path: Path, suffix: str, form: RdfFormat) -> None:
    path = tmp_path / ("graph" + suffix)
    data = SOUND if form.supports_datasets else [q.triple for q in SOUND]
    written = serialize(data, format=form)
    assert written is not None
    path.write_bytes(written)
    assert check_file(path) == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("broken.ttl", b"@prefix a: <http://a/> .\na:b a:c ;;, a:d .\n", "broken.ttl is not well formed: line 2"),
        ("latin.nt", b'<http://a> <http://b> "\xff" .\n', "latin.nt is not well formed: line 1"),
        (
            "remote.jsonld",
            b'{"@context": "http://127.0.0.1:9/x", "@id": "a"}',
            "context elsewhere, which is not fetched",
        ),
        (
            "bomb.rdf",
            b'<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a/>',
            "bomb.rdf: its entities stand for more than namespaces",
        ),
        ("page.html", b"<html>", "page.html cannot be checked: its name must end in one of .ttl,"),
    ],
)
def test_a_file_that_is_no_graph_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError) as refused:
        check_file(tmp_path / name)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.ttl cannot be read: No such file"):
        check_file(tmp_path / "none.ttl")


def test_below_another_base_nodes_are_named_by_their_whole_iri() -> None:
    graph = quads(F.Reading(F.Article(id="x", text="Một dòng."), ()), "http://example.org/kho/")
    assert check_quads(graph) == []
    unnamed = [q for q in graph if q.predicate != iri("rdfs:label")]
    assert check_quads(unnamed) == ["<http://example.org/kho/article/x> has no label in Vietnamese."]
