"""The network behind the page: what is joined with what, by which facts; where it is drawn; the page's bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import combinations
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
from small_graph import CLUSTER, HOA, MEETING, TEXT, VAN, small_quads

from graphs.content import content
from graphs.drawing import draw
from graphs.evidence import Fact
from graphs.labels import Box, width, wrap
from graphs.layout import layout
from graphs.network import network
from graphs.page import script_json
from graphs.views import page


@pytest.fixture(scope="module")
def small() -> Any:
    return network(small_quads())


def name(graph: Any, iri: str) -> str:
    return str(graph.nodes[iri]["label"])


def lines(graph: Any) -> set[tuple[str, str, str]]:
    return {(name(graph, s), relation, name(graph, t)) for s, t, relation in graph.edges(data="relation")}


def facts(graph: Any, source: str, relation: str, target: str) -> list[Fact]:
    return [
        d["fact"]
        for s, t, d in graph.edges(data=True)
        if (name(graph, s), d["relation"], name(graph, t)) == (source, relation, target)
    ]


def test_every_kind_of_fact_joins_its_things(small: Any) -> None:
    covenant = "Khối thi đua số 3 ký giao ước thi đua"
    assert lines(small) == {
        (HOA, "tenure", "Giám đốc Sở Nội vụ"),
        (HOA, "tenure", "Bí thư Huyện ủy Sa Pa"),
        ("Giám đốc Sở Nội vụ", "postIn", "Sở Nội vụ"),
        (HOA, "attended", MEETING),
        (HOA, "said", MEETING),
        (HOA, "field", "an ninh trật tự"),
        ("Lào Cai", "member", CLUSTER),
        ("Thái Nguyên", "member", CLUSTER),
        ("Lào Cai", "lead", CLUSTER),
        ("Thái Nguyên", "deputy", CLUSTER),
        (CLUSTER, "organised", MEETING),
        (CLUSTER, "signed", covenant),
        (covenant, "partOf", MEETING),
        (MEETING, "place", "Lào Cai"),
        ("Chính phủ", "grantor", "Cờ thi đua của Chính phủ"),
        ("Cờ thi đua của Chính phủ", "award", "Lào Cai"),
        ("Chính phủ", "grantor", "Huân chương Lao động"),
        ("Huân chương Lao động", "award", "Thái Nguyên"),
        ("UBND tỉnh Lào Cai", "grantor", "Bằng khen"),
        ("Bằng khen", "award", "12 tập thể"),
    }


def test_a_thing_with_several_parts_is_one_node(small: Any) -> None:
    assert [d["kind"] for _, d in small.nodes(data=True) if d["label"] == "Lào Cai"] == ["province"]


def test_bylines_and_agencies_are_not_in_the_story(small: Any) -> None:
    labels = {d["label"] for _, d in small.nodes(data=True)}
    assert not labels & {"Đỗ Bút", "Báo Núi"}
    assert VAN in labels


def test_facts_keep_status_year_rule_and_passages(small: Any) -> None:
    steps = facts(small, "Huân chương Lao động", "award", "Thái Nguyên")
    assert sorted(f.status for f in steps) == ["conferred", "revoked"]
    (lead,) = facts(small, "Lào Cai", "lead", CLUSTER)
    assert (lead.year, lead.rule) == ("2019", "by.hand")
    for fact in {d["fact"] for _, _, d in small.edges(data=True)}:
        assert fact.quotes
        for quote in fact.quotes:
            assert TEXT[quote.start : quote.end] == quote.exact
            assert quote.before + quote.exact + quote.after in TEXT
            assert quote.source.title == "Khối thi đua số 3 tổng kết năm 2018"
            assert quote.source.date.startswith("2018-06-05")


def test_a_quote_comes_with_the_rest_of_its_sentence(small: Any) -> None:
    (lead,) = facts(small, "Thái Nguyên", "deputy", CLUSTER)
    (quote,) = lead.quotes
    assert (quote.before, quote.after) == ("", ".")
    (said,) = facts(small, HOA, "attended", MEETING)
    assert said.quotes[0].after.startswith(", Giám đốc Sở Nội vụ")
    assert said.quotes[0].after.endswith("Văn.")


def test_a_campaign_named_in_a_statement_is_joined_with_its_speaker() -> None:
    from datetime import datetime

    from ingest import facts as F
    from ingest.rdf import quads

    said = "Bà Hòa nói: Cần chung sức xây dựng nông thôn mới."
    text = f"Quỹ đền ơn đáp nghĩa lớn lên. {said} Phong trào vì người nghèo lan rộng."

    def at(words: str) -> F.Passage:
        return F.Passage(text.index(words), text.index(words) + len(words))

    found = network(
        quads(
            F.Reading(
                F.Article(id="a", text=text, title="t", published=datetime(2018, 1, 1)),
                (
                    F.Person(person="Hòa", passage=at("Hòa"), rule="r"),
                    F.Campaign(campaign="xây dựng nông thôn mới", passage=at("xây dựng nông thôn mới"), rule="r"),
                    F.Campaign(campaign="vì người nghèo", passage=at("vì người nghèo"), rule="r"),
                    F.Campaign(campaign="đền ơn đáp nghĩa", passage=at("đền ơn đáp nghĩa"), rule="r"),
                    F.Statement(speaker="Hòa", sort="said", text="…", passage=at(said), rule="r"),
                ),
            )
        )
    )
    assert lines(found) == {("Hòa", "names", "xây dựng nông thôn mới")}


def test_a_plain_graph_and_a_store_give_the_same(small: Any) -> None:
    store = ox.Store()
    store.extend(small_quads())
    triples = [quad.triple for quad in small_quads()]
    assert lines(network(store)) == lines(small)
    assert lines(network(triples)) == lines(small)


def test_several_articles_share_what_is_the_same() -> None:
    both = network([*small_quads("one"), *small_quads("two")])
    labels = [d["label"] for _, d in both.nodes(data=True)]
    assert labels.count("Lào Cai") == labels.count(CLUSTER) == 1
    assert labels.count(HOA) == 2  # people of two articles are not joined by their name alone
    assert [s.id for s in both.graph["sources"]] == ["one", "two"]


def with_many_labels() -> list[ox.Quad]:
    """The small graph with a person who has six labels: which one is shown must not be left to chance."""
    quads = small_quads()
    label = next(q for q in quads if isinstance(q.object, ox.Literal) and q.object.value == HOA)
    others = [ox.Literal(f"{HOA} {i}", language="vi") for i in range(5)]
    return quads + [ox.Quad(label.subject, label.predicate, other, label.graph_name) for other in others]


def test_the_page_is_the_same_whatever_the_order() -> None:
    quads = with_many_labels()
    pages = set()
    for seed in range(3):
        random.Random(seed).shuffle(quads)
        pages.add(page(quads))
    assert len(pages) == 1


def test_the_page_is_the_same_in_every_process() -> None:
    code = (
        "import hashlib; from graphs.views import page; from test_network import with_many_labels;"
        "print(hashlib.sha256(page(with_many_labels()).encode()).hexdigest())"
    )
    here = os.path.dirname(__file__)  # noqa: PTH120
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((here, os.path.dirname(here)))}  # noqa: PTH120
    made = {
        subprocess.run(
            [sys.executable, "-c", code], env={**env, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_the_page_names_no_address_to_load_from() -> None:
    text = page(small_quads())
    before_data, _, rest = text.partition('<script type="application/json" id="data">')
    assert "://" not in before_data
    assert "src=" not in before_data
    assert "<link" not in text
    assert "default-src 'none'" in before_data
    assert "unsafe" not in before_data
    assert rest.count("<script>") >= 5


@pytest.mark.parametrize("aspect", [1.7, 0.7])
def test_no_two_names_overlap(small: Any, aspect: float) -> None:
    drawing = draw(small, content(small))
    wide = {n["id"]: (n["x"], n["y"]) for n in drawing.picture.nodes}
    tall = {n["id"]: tuple(n["tall"]) for n in drawing.picture.nodes}
    which, at = (0, wide) if aspect > 1 else (1, tall)
    rooms = []
    for n in drawing.picture.nodes:
        lines_of_name = n["label"].split("\n")
        half = max(width(line, 15) for line in lines_of_name) / 2
        below = len(lines_of_name) * 18.5
        box = Box(-half, -below / 2, half, below / 2) if n["shape"] == "box" else Box(-half, 0, half, n["size"] + below)
        if n["above"][which]:
            box = Box(box.left, -box.bottom, box.right, -box.top)
        rooms.append(box.at(*at[n["id"]]))
    assert not [1 for a, b in combinations(rooms, 2) if a.meets(b)]


def test_a_large_graph_is_laid_out_without_piling_up() -> None:
    graph = nx.gnm_random_graph(400, 700, seed=1)
    graph = nx.relabel_nodes(graph, str)
    nx.set_edge_attributes(graph, 1.0, "length")
    box = Box(-40, -10, 40, 30)
    found = layout(graph, dict.fromkeys(graph, box), {}, 1.7)
    assert set(found.positions) == set(graph)
    rooms = [box.at(x, y) for x, y in found.positions.values()]
    meeting = sum(a.meets(b) for a, b in combinations(rooms, 2))
    assert meeting < len(rooms) / 10
    assert layout(graph, dict.fromkeys(graph, box), {}, 1.7) == found


def test_names_are_wrapped_and_cut_with_a_mark() -> None:
    lines_of_name = wrap("Hội nghị tổng kết công tác thi đua, khen thưởng năm 2016 và triển khai nhiệm vụ", 20, 3)
    assert len(lines_of_name) == 3
    assert lines_of_name[-1].endswith("…")
    assert all(len(line) <= 21 for line in lines_of_name)
    assert wrap("x" * 500, 20, 3) == ["x" * 19 + "…"]
    assert wrap("", 20, 3) == [""]


def test_data_cannot_leave_its_script() -> None:
    text = script_json(["</script>", "<!--", "&amp;", "\u2028\u2029", "\ud800", "Bắc Kạn"])
    assert not set("<>&\u2028\u2029\ud800") & set(text)
    assert "Bắc Kạn" in text
    text.encode()
