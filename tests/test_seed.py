"""The article that ships with the program: each fact that a careful reader finds in it, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, QuerySolutions, Store

import thidua
from ingest.facts import Reading
from ingest.rdf import quads
from ontology.spelling import fold
from ontology.terms import PREFIXES

VICE_PRESIDENT = "Đặng Thị Ngọc Thịnh"
MEMBERS = ("Bắc Kạn", "Thái Nguyên", "Phú Thọ", "Bắc Giang", "Tuyên Quang", "Yên Bái", "Hòa Bình")
CLUSTER = "Cụm thi đua 7 tỉnh trung du miền núi phía Bắc"
COUNCIL = "Hội đồng Thi đua Khen thưởng Trung ương"
CONFERENCE = "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2016 và triển khai nhiệm vụ năm 2017"
FLAG, CERTIFICATE = "Cờ thi đua của Chính phủ", "Bằng khen của Thủ tướng Chính phủ"

Row = tuple[object, ...]

EXPECTED: set[Row] = {
    ("person", VICE_PRESIDENT),
    *(("province", name) for name in MEMBERS),
    ("post", VICE_PRESIDENT, "Phó Chủ tịch nước", "current"),
    ("post", VICE_PRESIDENT, f"Phó Chủ tịch thứ nhất {COUNCIL}", "current"),
    # honour, recipient, status, grantor, count, year
    ("award", FLAG, "Bắc Giang", "proposed", "Chính phủ", None, None),
    ("award", CERTIFICATE, "Thái Nguyên", "proposed", "Thủ tướng Chính phủ", None, None),
    ("award", CERTIFICATE, "Tuyên Quang", "proposed", "Thủ tướng Chính phủ", None, None),
    ("award", "Bằng khen", "24 cá nhân", "conferred", "UBND tỉnh Bắc Kạn", 24, None),
    *(("cluster", CLUSTER, name) for name in MEMBERS),
    ("cluster_post", CLUSTER, "Tuyên Quang", "lead", 2017),
    ("cluster_post", CLUSTER, "Hòa Bình", "deputy", 2017),
    ("event", CONFERENCE, "2017-03-17", "Bắc Kạn"),
    *(("participation", name, "organised") for name in MEMBERS),
    ("participation", VICE_PRESIDENT, "attended"),
    ("participation", VICE_PRESIDENT, "spoke"),
}
"""The fact table, read by hand: the kind and its fields in the order of the table."""

ALSO_RIGHT: set[Row] = {
    *(
        ("participation", name, "attended") for name in MEMBERS
    ),  # "lãnh đạo … 7 tỉnh" were there, says the second paragraph
    ("participation", CLUSTER, "organised"),  # as the seven provinces did
}
"""What a reader may find or leave: the article can be read both ways."""


@pytest.fixture(scope="module")
def reading(seed: Path) -> Reading:
    return thidua.read(seed)


@pytest.fixture(scope="module")
def text(reading: Reading) -> str:
    return reading.article.text


@pytest.fixture(scope="module")
def graph(reading: Reading) -> Store:
    store = Store()
    store.extend(Quad(q.subject, q.predicate, q.object) for q in quads(reading))
    return store


def ask(graph: Store, pattern: str) -> Iterator[dict[str, str]]:
    """The solutions of `SELECT * { pattern }`, unbound variables left out."""
    head = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    found = graph.query(f"{head} SELECT DISTINCT * {{ {pattern} }}")
    assert isinstance(found, QuerySolutions)
    names = [v.value for v in found.variables]
    for row in found:
        yield {n: getattr(row[n], "value", "") for n in names if row[n] is not None}


def quotes_of(graph: Store, node: str) -> set[str]:
    """The passages from which a fact was derived; `node` is a pattern that binds ?fact."""
    return {r["quote"] for r in ask(graph, f"{node} ?fact prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote")}


def as_tuple(row: dict[str, object]) -> Row:
    return tuple(v for k, v in row.items() if k not in ("article", "quote", "start", "end"))


# -- the fact table ---------------------------------------------------------------------------------------------------


def test_all_facts_of_the_table_are_found_with_every_attribute_and_nothing_else(reading: Reading) -> None:
    found = {as_tuple(row) for row in reading.rows()}
    assert EXPECTED - found == set(), "not found"
    assert found - EXPECTED - ALSO_RIGHT == set(), "not in the article"


def test_no_fact_is_told_twice(reading: Reading) -> None:
    rows = [as_tuple(row) for row in reading.rows()]
    assert len(rows) == len(set(rows))


def test_each_row_names_its_article_and_quotes_it_at_its_offsets(reading: Reading, text: str) -> None:
    for row in reading.rows():
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["quote"] == text[start:end] != ""
        assert row["article"] == "seed"


def test_each_quote_holds_what_its_row_is_about(reading: Reading) -> None:
    about = {"person": "person", "province": "province", "post": "post", "event": "event"}
    about |= {"award": "recipient", "cluster": "member", "cluster_post": "member", "participation": "agent"}
    for row in reading.rows():
        assert str(row[about[str(row["kind"])]]) in str(row["quote"])


@pytest.mark.parametrize(
    ("recipient", "words"),
    [
        ("Bắc Giang", ("đề xuất", FLAG)),  # without the verb it would say that the province won it
        ("Thái Nguyên", (CERTIFICATE,)),
        ("Tuyên Quang", (CERTIFICATE,)),
        ("24 cá nhân", ("UBND tỉnh Bắc Kạn", "tặng", "Bằng khen")),
    ],
)
def test_the_quote_of_an_award_says_what_happened(reading: Reading, recipient: str, words: tuple[str, ...]) -> None:
    (quote,) = [str(r["quote"]) for r in reading.rows() if r["kind"] == "award" and r["recipient"] == recipient]
    for word in words:
        assert word in quote


def test_the_quotes_of_lead_and_deputy_name_the_office_and_the_lead_s_its_year(reading: Reading) -> None:
    quote = {r["post"]: str(r["quote"]) for r in reading.rows() if r["kind"] == "cluster_post"}
    assert "cụm trưởng" in quote["lead"]
    assert "năm 2017" in quote["lead"]
    assert "cụm phó" in quote["deputy"]


def test_the_comment_form_below_the_article_gives_nothing(reading: Reading, text: str) -> None:
    form = text.index("Ý kiến bình luận")
    for fact in reading.facts:
        for passage in (fact.passage, *fact.more):
            assert passage.end <= form
    names = {as_tuple(row)[1] for row in reading.rows()}
    assert names.isdisjoint({"Họ và tên", "Email", "Lời bình", "Mạnh Hà"})


# -- the article ------------------------------------------------------------------------------------------------------


def test_the_graph_tells_where_the_article_comes_from(graph: Store, text: str) -> None:
    (article,) = ask(
        graph,
        """?article a schema:NewsArticle ; schema:headline ?title ; schema:datePublished ?time ; schema:abstract ?lead ;
           schema:author/schema:name ?author ; schema:sourceOrganization/rdfs:label ?agency ; schema:text ?text .""",
    )
    assert article["title"].endswith("Cần đổi mới hơn nữa công tác thi đua khen thưởng")
    assert article["time"] == "2017-03-17T17:57:00+07:00"
    assert (article["author"], article["agency"]) == ("Mạnh Hà", "TTXVN")
    assert article["lead"].startswith("Ngày 17/3, tại tỉnh Bắc Kạn")
    assert article["lead"].endswith("triển khai nhiệm vụ năm 2017.")
    assert article["text"] == text


def test_the_photo_has_its_caption_and_credit(graph: Store) -> None:
    (photo,) = ask(graph, "?photo a schema:ImageObject ; schema:caption ?caption ; schema:creditText ?credit")
    assert photo["caption"].rstrip(".") == f"{CLUSTER} ký giao ước thi đua"
    assert photo["credit"] == "TTXVN"


# -- what it names ----------------------------------------------------------------------------------------------------


def test_every_mention_of_a_province_and_of_the_vice_president_is_marked(graph: Store, text: str) -> None:
    """Each time the name stands there: in the list, as a recipient, as a lead, inside the name of its authority."""
    count: dict[str, int] = {}
    for row in ask(
        graph, "?m td:mentions/rdfs:label ?name ; prov:wasDerivedFrom ?passage . FILTER(lang(?name) = 'vi')"
    ):
        count[row["name"]] = count.get(row["name"], 0) + 1
    for name in (*MEMBERS, VICE_PRESIDENT):
        assert count[name] == text.count(name), name


def test_each_campaign_is_there_once_with_every_wording(graph: Store) -> None:
    wordings: dict[str, set[str]] = {}
    passages: dict[str, set[str]] = {}
    for row in ask(
        graph,
        """?campaign a td:Campaign ; rdfs:label|skos:altLabel ?name .
           ?m td:mentions ?campaign ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote .""",
    ):
        wordings.setdefault(row["campaign"], set()).add(fold(row["name"]))
        passages.setdefault(row["campaign"], set()).add(fold(row["quote"]))
    told = (
        {"xây dựng nông thôn mới", "chung sức xây dựng nông thôn mới"},
        {"xây dựng đời sống văn hóa khu dân cư", "Toàn dân đoàn kết xây dựng đời sống văn hóa"},
        {"vì người nghèo"},
        {
            "học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
            "học tập và làm theo tư tưởng đạo đức phong cách Hồ Chí Minh",
        },
    )
    expected = [sorted(map(fold, one)) for one in told]
    assert sorted(map(sorted, passages.values())) == sorted(expected)
    assert sorted(map(sorted, wordings.values())) == sorted(expected)


def test_the_bodies_that_the_article_names(graph: Store) -> None:
    names = {r["name"] for r in ask(graph, "?m td:mentions ?body . ?body a org:Organization ; rdfs:label ?name .")}
    assert {COUNCIL, "UBND tỉnh Bắc Kạn", "Chính phủ"} <= names
    assert "nhà nước" not in names, '"quản lý nhà nước" (public administration) names no body'


def test_the_councils_at_all_levels_are_named_too(graph: Store, text: str) -> None:
    at = text.index("Hội đồng Thi đua Khen thưởng các cấp")
    starts = {
        int(r["start"])
        for r in ask(
            graph,
            """?m td:mentions ?body ; prov:wasDerivedFrom/oa:hasSelector/oa:start ?start .
               ?body a org:Organization .""",
        )
    }
    assert at in starts


def test_the_central_council_is_the_same_body_in_every_article(graph: Store) -> None:
    """Its name says which council it is, so its IRI, and that of the post in it, belong to no article."""
    (row,) = ask(graph, f'?post org:postIn ?body . ?body rdfs:label "{COUNCIL}"@vi .')
    assert "/body/" in row["body"]
    assert "/post/" in row["post"]


# -- what was said and signed -----------------------------------------------------------------------------------------


def statements(graph: Store, kind: str) -> list[dict[str, str]]:
    return list(
        ask(
            graph,
            f"""?fact a td:Statement ; td:statementKind td:{kind} ; schema:text ?text ; td:speaker/rdfs:label ?speaker ;
                prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote .
                OPTIONAL {{ ?fact td:occasion/rdfs:label ?occasion }} OPTIONAL {{ ?fact td:year ?year }}""",
        )
    )


def test_what_the_vice_president_told_the_conference(graph: Store) -> None:
    said = statements(graph, "said")
    assert {s["speaker"] for s in said} == {VICE_PRESIDENT}
    assert {s.get("occasion") for s in said} == {CONFERENCE}
    assert all(s["text"].rstrip("…") in s["quote"] for s in said)
    for words in (
        "biểu dương, chúc mừng những kết quả",
        "Công tác thi đua khen thưởng có vai trò quan trọng",
        "các tỉnh trong cụm cần nâng cao hơn nữa",
        "không để thi đua khen thưởng thành bệnh thành tích",
        "tập trung vào khen thưởng những tấm gương tiêu biểu",
        "đa dạng hóa các hình thức khen thưởng",
        "Các địa phương cần gắn phong trào thi đua với các phong trào khác",
    ):
        assert len([s for s in said if words in s["text"]]) == 1, words


def test_the_cluster_s_tasks_for_2017(graph: Store) -> None:
    tasks = statements(graph, "task")
    assert {(s["speaker"], s.get("year"), s.get("occasion")) for s in tasks} == {(CLUSTER, "2017", CONFERENCE)}
    for words in (
        "triển khai các nội dung và đổi mới công tác thi đua, khen thưởng",
        "hướng vào các nhiệm vụ trọng tâm, đột phá về phát triển kinh tế - xã hội",
        "nâng cao vai trò của người đứng đầu",
        "phong trào thi đua chung sức xây dựng nông thôn mới",
        "đẩy mạnh cải cách hành chính",
        "thường xuyên kiểm tra, đánh giá rút kinh nghiệm",
        "thực hiện tốt quy trình bình xét các danh hiệu thi đua",
    ):
        assert len([s for s in tasks if words in s["text"]]) == 1, words
    assert not any("đại diện các tỉnh đã thảo luận" in s["text"] for s in tasks), "told of the conference, no task"


def test_the_fields_in_which_she_asks_for_exemplary_people_to_be_honoured(graph: Store) -> None:
    rows = list(ask(graph, "?fact td:field/rdfs:label ?field ; td:speaker/rdfs:label ?speaker"))
    assert {r["speaker"] for r in rows} == {VICE_PRESIDENT}
    fields = {"bảo vệ chủ quyền", "bảo vệ biên giới", "an ninh trật tự", "phòng chống ma túy"}
    assert {r["field"] for r in rows} == fields
    (quote,) = quotes_of(graph, "?fact td:field ?field .")
    assert all(field in quote for field in fields)


def test_the_cluster_signs_the_covenant_at_the_conference(graph: Store) -> None:
    (row,) = ask(
        graph,
        """?fact a td:CovenantSigning ; schema:superEvent/rdfs:label ?conference .
           ?part td:occasion ?fact ; td:part td:signed ; td:agent ?who .
           ?who a td:EmulationCluster ; rdfs:label ?cluster .""",
    )
    assert (row["cluster"], row["conference"]) == (CLUSTER, CONFERENCE)
    assert quotes_of(graph, "?fact a td:CovenantSigning .") == {f"{CLUSTER} ký giao ước thi đua"}


def test_honours_and_provinces_are_those_of_the_schemes(graph: Store) -> None:
    honours = {r["honour"] for r in ask(graph, "?award td:honour ?honour")}
    assert honours == {
        PREFIXES["tdh"] + key for key in ("co-thi-dua-cua-chinh-phu", "bang-khen-cua-thu-tuong-chinh-phu", "bang-khen")
    }
    (place,) = ask(graph, "?event schema:location ?place")
    assert place["place"] == PREFIXES["tdp"] + "bac-kan"
