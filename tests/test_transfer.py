"""`thidua push` and `pull` against two servers of different makes, cut off in the middle, and against bad ones."""

from __future__ import annotations

import http.server
import os
import socket
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Thidua, run

from ontology.errors import UserError
from queries.store import open_store
from queries.transfer import pull, push
from queries.vocabulary import VOCABULARIES

ONE = "Tin một\nChiều 3/5/2016, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa.\n"
TWO = 'Tin hai\nÔng Hồ Văn "Sáu", Giám đốc Sở Y tế tỉnh Lai Châu, dự hội nghị \\ ngày 4/5/2016.\n'
RDFLIB = """
import sys, rdflib, uvicorn
from rdflib_endpoint import SparqlEndpoint
store = rdflib.Dataset(default_union=True)
uvicorn.run(SparqlEndpoint(graph=store, path="/", enable_update=True), host="127.0.0.1", port=int(sys.argv[1]))
"""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("here")
    for name, text in (("one", ONE), ("two", TWO)):
        (folder / f"{name}.txt").write_text(text)
    assert run("build", "one.txt", "two.txt", "--store", "db", cwd=folder).status == 0
    return folder / "db"


def held(store: Path) -> dict[str, set[str]]:
    with open_store(store, read_only=True) as opened:
        return {g: {str(q.triple) for q in opened.quads(g)} for g in opened.graphs() if g not in VOCABULARIES}


@contextmanager
def started(command: list[str], port: int) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(400):
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            except OSError:
                assert process.poll() is None
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """A real `oxigraph serve`, which can be written to."""
    port, program = free_port(), Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve", "--location", str(tmp_path / "there"), "--bind", f"127.0.0.1:{port}"]
    with started(command, port) as address:
        yield address


@pytest.fixture
def rdflib_endpoint() -> Iterator[str]:
    port = free_port()
    with started([sys.executable, "-c", textwrap.dedent(RDFLIB), str(port)], port) as address:
        yield address


def test_there_and_back_by_the_graph_store_protocol(store: Path, oxigraph: str, tmp_path: Path, thidua: Thidua) -> None:
    done = thidua("push", "--endpoint", f"{oxigraph}/store", "--store", store)
    assert (done.status, done.err) == (0, "2 articles, 2 of them new or changed there\n")
    assert "2 articles, 0 of them" in thidua("push", "--endpoint", f"{oxigraph}/store", "--store", store).err
    done = thidua("pull", "--endpoint", f"{oxigraph}/query", "--store", tmp_path / "back")
    assert (done.status, done.err) == (0, "2 articles, 2 of them new or changed here\n")
    assert held(tmp_path / "back") == held(store)
    assert (
        "2 articles, 0 of them" in thidua("pull", "--endpoint", f"{oxigraph}/query", "--store", tmp_path / "back").err
    )
    there = thidua("query", "people", "--endpoint", f"{oxigraph}/query", "--format", "csv").out
    assert there == thidua("query", "people", "--store", store, "--format", "csv").out
    assert "Lò Thị Hoa" in there


def test_there_and_back_by_updates_with_a_server_of_another_make(
    store: Path, rdflib_endpoint: str, tmp_path: Path, thidua: Thidua
) -> None:
    for _ in range(2):  # the second time each graph replaces itself
        done = thidua("push", "--update", f"{rdflib_endpoint}/", "--store", store)
        assert (done.status, "2 articles" in done.err) == (0, True), done.err
    done = thidua("pull", "--endpoint", f"{rdflib_endpoint}/", "--store", tmp_path / "back")
    assert done.status == 0, done.err
    assert held(tmp_path / "back") == held(store)


def test_what_was_cut_off_is_gone_on_with(store: Path, oxigraph: str) -> None:
    with open_store(store, read_only=True) as opened:
        begun = push(opened, f"{oxigraph}/store")
        assert next(begun)[1] is True
        begun.close()
        assert [new for _, new in push(opened, f"{oxigraph}/store")] == [False, True]


def test_a_changed_graph_replaces_the_old_one(store: Path, oxigraph: str) -> None:
    with open_store(store, read_only=True) as opened:
        list(push(opened, f"{oxigraph}/store"))
        name = next(g for g in opened.graphs() if g.endswith("/one"))
        extra = b"<http://a> <http://b> <http://c> .\n"
        request = urllib.request.Request(
            f"{oxigraph}/store?graph={name}", extra, {"Content-Type": "application/n-triples"}, method="POST"
        )
        urllib.request.urlopen(request).close()
        assert dict(push(opened, f"{oxigraph}/store"))[name] is True
        assert not any(new for _, new in push(opened, f"{oxigraph}/store"))


def test_blank_nodes_elsewhere_are_told(oxigraph: str, tmp_path: Path) -> None:
    turtle = b"<http://x/a> a <https://schema.org/NewsArticle> ; <http://x/b> [ ] ."
    request = urllib.request.Request(
        f"{oxigraph}/store?graph=http://x/g", turtle, {"Content-Type": "text/turtle"}, method="PUT"
    )
    urllib.request.urlopen(request).close()
    with open_store(tmp_path / "db", create=True) as opened:
        with pytest.raises(UserError, match="has blank nodes, which cannot be kept in step"):
            list(pull(opened, f"{oxigraph}/query"))
        assert opened.graphs() == ()


class Says(http.server.BaseHTTPRequestHandler):
    status, body = 200, b""

    def do_GET(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    do_POST = do_PUT

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (200, b"<html>hello</html>", "is no graph; is it the address of a Graph Store?"),
        (405, b"only GET", "answers 405 Method Not Allowed: only GET; check its address"),
        (401, b"", "answers 401 Unauthorized"),
        (500, "đầy đĩa\n".encode(), "answers 500 Internal Server Error: đầy đĩa"),
    ],
)
def test_a_bad_server_is_told_in_one_sentence(store: Path, thidua: Thidua, status: int, body: bytes, told: str) -> None:
    answers = type("Answers", (Says,), {"status": status, "body": body})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        done = thidua("push", "--endpoint", f"http://127.0.0.1:{server.server_port}/store", "--store", store)
        server.shutdown()
    assert (done.status, told in done.err) == (2, True), done.err
    assert "Traceback" not in done.err


def test_no_server_and_no_address(store: Path, thidua: Thidua) -> None:
    done = thidua("push", "--endpoint", f"http://127.0.0.1:{free_port()}/store", "--store", store)
    assert (done.status, "does not answer: Connection refused" in done.err) == (2, True), done.err
    done = thidua("push", "--endpoint", "file:///etc/passwd", "--store", store)
    assert (done.status, "is no address of an endpoint" in done.err) == (2, True)


def test_terms_are_written_by_the_serializer(store: Path, oxigraph: str) -> None:
    """A literal that looks like the end of an update stays a literal."""
    hostile = '" } } ; DROP ALL ; INSERT DATA { GRAPH <http://x> { <http://x> <http://x> "'
    graph = ox.NamedNode("http://x/g")
    quad = ox.Quad(ox.NamedNode("http://x/a"), ox.NamedNode("http://x/b"), ox.Literal(hostile), graph)
    with open_store(store.parent / "hostile", create=True) as opened:
        opened.replace_graph(graph.value, [quad])
        list(push(opened, f"{oxigraph}/update", update=True))
        assert [new for _, new in push(opened, f"{oxigraph}/store")] == [False]
