"""`thidua view` on the command line: which page, about what, of which articles; one sentence where there is none."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest
from conftest import Thidua, sigma
from invented import told
from small_corpus import ARTICLES, DON, MAY, corpus

import thidua as api
from graphs import views
from graphs.evidence import evidence
from graphs.index import write_pages
from graphs.network import network
from graphs.tiles import tiles
from graphs.together import communities, together
from graphs.views import VIEWS
from ingest import facts as F
from ingest.rdf import quads
from ontology.errors import UserError
from ontology.serialize import to_bytes

NAMESAKES = {
    "lao-cai": "Phó Giám đốc Sở Y tế Lào Cai Nguyễn Văn Hùng chủ trì cuộc họp.",
    "sa-pa": "Ông Nguyễn Văn Hùng, Trưởng phòng Nội vụ huyện Sa Pa, tỉnh Lào Cai, cho biết như vậy.",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "corpus.ttl"
    named = api.build(*(api.read(text, id=name) for name, text in NAMESAKES.items()))
    path.write_bytes(to_bytes([*corpus(), *named], "ttl"))
    return path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("cluster",), "there is no view “cluster”; did you mean clusters?; there are network, article"),
        (("person",), "say which person: thidua view person --about NAME"),
        (("map", "--about", "Sơn La"), "--about does not go with map"),
        (("person", "--about", "Lò Thị Mây Mẩy"), f"nothing is called “Lò Thị Mây Mẩy”; there is “{MAY}”"),
        (("person", "--about", "son la"), "“son la” is no person but: province; try thidua view network"),
        (("article",), "there are 7 articles; name one with --article, such as"),
        (("network", "--article", "cum-2081"), "there is no article “cum-2081”; there is cum-201"),
        (("clusters", "-o", "no/such/folder/page.html"), "cannot write no/such/folder/page.html"),
        (("index", "-o", "-"), "an index is a folder of pages"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said_in_a_sentence(
    thidua: Thidua, graph: Path, arguments: tuple[str, ...], says: str
) -> None:
    result = thidua("view", *arguments, "--graph", graph)
    assert result.status == 2
    assert says in result.sentence


def test_several_of_one_name_are_listed_and_each_can_be_chosen(thidua: Thidua, graph: Path, tmp_path: Path) -> None:
    result = thidua("view", "person", "--about", "nguyen van hung", "--graph", graph)
    assert result.status == 2
    assert "is the name of 2" in result.sentence
    assert "Phó Giám đốc Sở Y tế Lào Cai" in result.sentence
    assert "Trưởng phòng Nội vụ" in result.sentence
    iris = re.findall(r"<([^>]+)>", result.sentence)
    assert len(iris) == 2
    for iri in iris:
        assert thidua("view", "person", "--about", f"https://w3id.org/thidua/{iri}", "--graph", graph).status == 0
    assert "Nguyễn Văn Hùng" in (tmp_path / "person.html").read_text("utf-8")


def test_one_person_of_two_articles_is_one_node_with_the_facts_of_both() -> None:
    held = network(corpus())
    found = [(iri, data) for iri, data in held.nodes(data=True) if data["label"] == MAY]
    assert len(found) == 1
    ((iri, data),) = found
    assert iri.startswith("https://w3id.org/thidua/person/")
    assert {quote.source.id for fact in data["facts"] for quote in fact.quotes} == {"cum-2018", "cum-2019", "thu-hoi"}


def test_a_store_is_shown_whole_or_in_part_and_an_empty_one_says_so(thidua: Thidua, tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert thidua("build", *(f"{name}.txt" for name in ARTICLES)).status == 0
    assert thidua("view", "person", "--about", "vi van don", "-o", "-").out.count(DON) > 2
    assert thidua("view", "article", "--article", "bac-kan.txt").status == 0
    assert MAY not in (tmp_path / "article.html").read_text("utf-8")
    assert thidua("export", "-o", "all.gexf").status == 0
    people = [d["label"] for _, d in nx.read_gexf(tmp_path / "all.gexf").nodes(data=True) if d["kind"] == "person"]
    assert sorted(people) == [MAY, DON]
    assert thidua("forget", *ARTICLES).status == 0
    assert "holds no article; put some in" in thidua("view").sentence


def test_a_network_too_large_for_its_page_says_how_large_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(views, "MOST_THINGS", 5)  # as it is, making one would take minutes
    found = evidence(corpus())
    with pytest.raises(UserError, match=r"has \d+ things and \d+ lines.*thidua view network --about NAME"):
        views.make("network", found)
    write_pages(found, tmp_path)
    assert "and a page holds 5 and" in (tmp_path / "index.html").read_text("utf-8")


def test_a_large_page_without_its_script_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphs.page.SIGMA", "sigma/none.js")
    with pytest.raises(UserError, match="install Node with npm"):
        views.page(told(40))


@sigma
def test_an_article_of_thousands_of_things_has_its_page_and_its_text(thidua: Thidua, tmp_path: Path) -> None:
    names = [f"Lò Thị {chr(65 + i // 676)}{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}" for i in range(2600)]
    text = ", ".join(names)
    at = [F.Passage(text.index(name), text.index(name) + len(name)) for name in names]
    facts = tuple(F.Person(person=name, passage=p, rule="by.hand") for name, p in zip(names, at, strict=True))
    article = F.Article(id="many", text=text, title="Nhiều người")
    (tmp_path / "many.ttl").write_bytes(to_bytes(quads(F.Reading(article, facts)), "ttl"))
    assert thidua("view", "article", "--graph", "many.ttl", "-o", "many.html").status == 0
    page = (tmp_path / "many.html").read_text("utf-8")
    assert "sigmajs" in page
    assert names[-1] in page  # the text of the article


def test_tiles_keep_to_the_compass_and_to_themselves() -> None:
    places = [(21.0, 105.8), (21.0, 105.9), (16.0, 108.2), (10.8, 106.7), (9.2, 105.1)]
    found = tiles(places)
    assert len(set(found)) == len(places)
    north, _, middle, south, cape = (row for _, row in found)
    assert north < middle < south < cape
    assert found[2][0] > found[4][0]
    assert min(x for x, _ in found) == min(y for _, y in found) == 0
    assert tiles([]) == []


def test_a_crowd_joins_only_those_who_meet_elsewhere_too() -> None:
    names = [f"Lò Thị {chr(65 + i // 26)}{chr(97 + i % 26)}" for i in range(45)]
    large, small = "Đại hội thi đua", "Hội nghị sơ kết"
    text = f"{large}. {small}. {', '.join(names)}"
    of = {words: F.Passage(text.index(words), text.index(words) + len(words)) for words in (*names, large, small)}
    facts: list[F.Fact] = [F.Event(event=event, passage=of[event], rule="r") for event in (large, small)]
    facts += [F.Person(person=name, passage=of[name], rule="r") for name in names]
    for event, came in ((large, names), (small, names[:2])):
        facts += [F.Participation(agent=n, part="attended", event=event, passage=of[n], rule="r") for n in came]
    met = together(evidence(quads(F.Reading(F.Article(id="crowd", text=text), tuple(facts)))))
    assert [len(meeting.events) for meeting in met.values()] == [2]


def test_communities_are_those_who_meet_among_themselves() -> None:
    graph = nx.Graph()
    for group in ("abcd", "wxyz"):
        graph.add_edges_from(((one, other) for one in group for other in group if one < other), weight=2)
    graph.add_edge("a", "z", weight=1)
    found = communities(graph)
    assert len({found[name] for name in "abcd"}) == len({found[name] for name in "wxyz"}) == 1
    assert found["a"] != found["w"]
    assert {found["a"], found["w"]} == {1, 2}


def test_the_help_tells_of_every_view(thidua: Thidua) -> None:
    told = thidua("view", "--help").out
    assert all(f"\n  {name} " in told for name in (*VIEWS, "index"))
