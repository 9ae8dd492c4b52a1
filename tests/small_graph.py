"""A small article and its facts, written by hand → the quads, files, stores and servers that the tests ask."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pyoxigraph as ox

from ingest import facts as F
from ingest.rdf import graph_iri, quads
from queries.formats import write
from queries.run import run
from queries.sources import Source
from queries.store import open_store

TEXT = """Khối thi đua số 3 tổng kết năm 2018
Ngày 5/6/2018, tại Lào Cai, Khối thi đua số 3 gồm Lào Cai và Thái Nguyên tổ chức Hội nghị tổng kết.
Dự hội nghị có bà Hoàng Thị Hòa, Giám đốc Sở Nội vụ, nguyên Bí thư Huyện ủy Sa Pa; ông Lê "Cả" Văn.
Bà Hòa nói: Cần khen thưởng trong lĩnh vực an ninh trật tự. Khối sẽ nhân điển hình tiên tiến.
Lào Cai làm khối trưởng năm 2019, Thái Nguyên làm khối phó. Khối ký giao ước thi đua.
Khối đề nghị tặng Cờ thi đua của Chính phủ cho Lào Cai.
Chính phủ đã tặng Huân chương Lao động cho Thái Nguyên, nay thu hồi.
UBND tỉnh Lào Cai tặng Bằng khen cho 12 tập thể. Phong trào "Cả nước chung sức" lan rộng, chung sức vì cả nước.
Đỗ Bút
"""

CLUSTER, MEETING = "Khối thi đua số 3", "Hội nghị tổng kết"
HOA, VAN = "Hoàng Thị Hòa", 'Lê "Cả" Văn'


def at(words: str, after: int = 0) -> F.Passage:
    start = TEXT.index(words, after)
    return F.Passage(start, start + len(words))


def reading(article_id: str = "small") -> F.Reading:
    """The article's facts. Lào Cai is mentioned in three passages, the byline is no person of the story."""
    r = {"rule": "by.hand"}
    second = at("Lào Cai", TEXT.index("Lào Cai") + 1)
    people = at("có bà Hoàng Thị Hòa, Giám đốc Sở Nội vụ, nguyên Bí thư Huyện ủy Sa Pa")
    conferred = at("Chính phủ đã tặng Huân chương Lao động cho Thái Nguyên")
    lead = at("Lào Cai làm khối trưởng năm 2019, Thái Nguyên làm khối phó")
    facts: tuple[F.Fact, ...] = (
        F.Person(person=HOA, passage=at(HOA), **r),
        F.Person(person=VAN, passage=at(VAN), **r),
        F.Province(
            province="Lào Cai", passage=at("Lào Cai"), more=(second, at("Lào Cai", second.end + 100)), rule="by.hand"
        ),
        F.Province(province="Thái Nguyên", passage=at("Thái Nguyên"), **r),
        F.Body(body="Sở Nội vụ", passage=at("Sở Nội vụ"), **r),
        F.Body(body="Chính phủ", passage=at("Chính phủ"), proper=True, **r),
        F.Body(body="UBND tỉnh Lào Cai", passage=at("UBND tỉnh Lào Cai"), proper=True, **r),
        F.Campaign(
            campaign="Cả nước chung sức",
            wordings=("chung sức vì cả nước",),
            passage=at("Cả nước chung sức"),
            more=(at("chung sức vì cả nước"),),
            rule="by.hand",
        ),
        F.Post(person=HOA, post="Giám đốc Sở Nội vụ", status="current", organization="Sở Nội vụ", passage=people, **r),
        F.Post(person=HOA, post="Bí thư Huyện ủy Sa Pa", status="former", passage=people, **r),
        F.ClusterMember(cluster=CLUSTER, member="Lào Cai", passage=at("gồm Lào Cai và Thái Nguyên"), **r),
        F.ClusterMember(cluster=CLUSTER, member="Thái Nguyên", passage=at("gồm Lào Cai và Thái Nguyên"), **r),
        F.ClusterPost(cluster=CLUSTER, member="Lào Cai", post="lead", year=2019, passage=lead, **r),
        F.ClusterPost(cluster=CLUSTER, member="Thái Nguyên", post="deputy", passage=lead, **r),
        F.Event(event=MEETING, date="2018-06-05", place="Lào Cai", passage=at("tổ chức Hội nghị tổng kết"), **r),
        F.Participation(agent=HOA, part="attended", event=MEETING, passage=at("Dự hội nghị có bà Hoàng Thị Hòa"), **r),
        F.Participation(agent=CLUSTER, part="organised", event=MEETING, passage=at("tổ chức Hội nghị tổng kết"), **r),
        F.Award(
            honour="Cờ thi đua của Chính phủ",
            recipient="Lào Cai",
            status="proposed",
            grantor="Chính phủ",
            passage=at("Khối đề nghị tặng Cờ thi đua của Chính phủ cho Lào Cai"),
            **r,
        ),
        F.Award(
            honour="Huân chương Lao động",
            recipient="Thái Nguyên",
            status="conferred",
            grantor="Chính phủ",
            passage=conferred,
            more=(at("Huân chương Lao động cho Thái Nguyên, nay thu hồi"),),
            rule="by.hand",
        ),
        F.Award(
            honour="Huân chương Lao động", recipient="Thái Nguyên", status="revoked", passage=at("nay thu hồi"), **r
        ),
        F.Award(
            honour="Bằng khen",
            recipient="12 tập thể",
            status="conferred",
            grantor="UBND tỉnh Lào Cai",
            count=12,
            passage=at("UBND tỉnh Lào Cai tặng Bằng khen cho 12 tập thể"),
            **r,
        ),
        F.Statement(
            speaker=HOA,
            sort="said",
            text="Cần khen thưởng trong lĩnh vực an ninh trật tự",
            event=MEETING,
            fields=("an ninh trật tự",),
            passage=at("Bà Hòa nói: Cần khen thưởng trong lĩnh vực an ninh trật tự"),
            **r,
        ),
        F.Statement(
            speaker=CLUSTER,
            sort="task",
            text="nhân điển hình tiên tiến",
            passage=at("Khối sẽ nhân điển hình tiên tiến"),
            **r,
        ),
        F.Covenant(signatory=CLUSTER, event=MEETING, passage=at("Khối ký giao ước thi đua"), **r),
    )
    article = F.Article(
        id=article_id,
        text=TEXT,
        title="Khối thi đua số 3 tổng kết năm 2018",
        published=datetime.fromisoformat("2018-06-05T10:00:00+07:00"),
        authors=("Đỗ Bút",),
        agency="Báo Núi",
    )
    return F.Reading(article, facts)


def small_quads(article_id: str = "small") -> list[ox.Quad]:
    return quads(reading(article_id))


SMALL_GRAPH = graph_iri("small")


def turtle_file(folder: Path) -> Path:
    """The graph as plain Turtle: all in the default graph."""
    path = folder / "small.ttl"
    path.write_bytes(ox.serialize([q.triple for q in small_quads()], format=ox.RdfFormat.TURTLE) or b"")
    return path


def store_folder(folder: Path) -> Path:
    """The graph in a store with the vocabulary."""
    path = folder / "db"
    with open_store(path, create=True) as store:
        store.replace_graph(SMALL_GRAPH, small_quads())
        store.load_vocabulary()
    return path


def quads_file(folder: Path) -> Path:
    """The graph as N-Quads: all in the article's named graph."""
    path = folder / "small.nq"
    path.write_bytes(ox.serialize(small_quads(), format=ox.RdfFormat.N_QUADS) or b"")
    return path


@contextmanager
def oxigraph_server(store: Path, *options: str) -> Iterator[str]:
    """A real `oxigraph serve-read-only` on loopback; gives the address for queries."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{port}", *options]
    with (store.parent / "server.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "NO_PROXY": "127.0.0.1"})
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                urllib.request.urlopen(address, timeout=1).close()
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                assert server.poll() is None, (store.parent / "server.log").read_text()
                time.sleep(0.05)
        yield f"{address}/query"
    finally:
        server.terminate()
        server.wait(10)


def rows(query: str, source: Source, **params: str) -> list[tuple[str, ...]]:
    results = run(query, params, source).results
    assert isinstance(results, ox.QuerySolutions)
    return [tuple("" if term is None else getattr(term, "value", "?") for term in row) for row in results]


def text(query: str, source: Source, format_: str, width: int = 100, **params: str) -> str:
    out = io.BytesIO()
    write(run(query, params, source), format_, out, width)
    return out.getvalue().decode()
