"""A question gets the same answer from a SPARQL endpoint as at home, and a bad endpoint is told in one sentence."""

from __future__ import annotations

import http.server
import io
import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest
from small_graph import SMALL_GRAPH, oxigraph_server, small_quads, store_folder

from ontology.errors import UserError
from queries import endpoint as endpoint_module
from queries.catalogue import named_queries
from queries.endpoint import EndpointSource
from queries.formats import write
from queries.run import run
from queries.sources import Source, StoreSource, open_source
from queries.store import open_store


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert "http_proxy" not in os.environ


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_folder(tmp_path_factory.mktemp("stores"))


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[str]:
    with oxigraph_server(store) as address:
        yield address


def as_text(source: Source, query: str, params: dict[str, str], format_: str) -> str:
    out = io.BytesIO()
    write(run(query, params, source), format_, out)
    return out.getvalue().decode()


def test_every_named_query_answers_as_the_store_does(store: Path, server: str) -> None:
    here, there = StoreSource(open_store(store, read_only=True)), open_source(endpoint=server)
    for query in named_queries():
        format_ = "csv" if query.columns else "ttl"
        assert as_text(there, query.name, {}, format_) == as_text(here, query.name, {}, format_), query.name


@pytest.mark.parametrize(
    "about", ["Thái Nguyên", "thai nguyen", "tdp:thai-nguyen", 'Lê "Cả" Văn', '" } UNION { ?s ?p ?o']
)
def test_parameters_mean_the_same_there_as_here(store: Path, server: str, about: str) -> None:
    here, there = StoreSource(open_store(store, read_only=True)), EndpointSource(server)
    answer = as_text(there, "evidence", {"about": about}, "csv")
    assert answer == as_text(here, "evidence", {"about": about}, "csv")
    assert (answer.count("\n") > 1) == ("UNION" not in about)


def test_an_endpoint_with_named_graphs_only_answers_the_same(tmp_path: Path) -> None:
    """Another's store, in which the default graph is empty: the graphs of the articles are named with the query."""
    ox.Store(tmp_path / "db").extend(small_quads())
    with oxigraph_server(tmp_path / "db") as address:
        source = EndpointSource(address)
        assert as_text(source, "proposed-honours", {}, "csv").splitlines()[1:] == ["Lào Cai,Cờ thi đua của Chính phủ"]
        assert as_text(source, "people", {"person": "hoàng thị hoà"}, "csv").count("\n") == 2
        assert (
            as_text(source, "SELECT ?g { GRAPH ?g { ?a a schema:NewsArticle } }", {}, "csv").split()[1] == SMALL_GRAPH
        )


def test_free_questions_of_each_form(server: str) -> None:
    source = EndpointSource(server)
    assert json.loads(as_text(source, "ASK { ?s a td:Award }", {}, "json"))["boolean"] is True
    assert "td:Award" in as_text(source, "CONSTRUCT WHERE { ?s a td:Award }", {}, "ttl")
    assert "td:Award" in as_text(source, "DESCRIBE ?a { ?a a td:Award }", {}, "ttl")
    long = "SELECT ?s { ?s a td:Award } # " + "từ " * 30000
    assert as_text(source, long, {}, "csv").count("\n") == 4


def test_another_client_reads_the_same_store(server: str) -> None:
    from SPARQLWrapper import JSON, SPARQLWrapper

    client = SPARQLWrapper(server)
    client.setQuery("PREFIX td: <https://w3id.org/thidua/ontology#> SELECT (COUNT(*) AS ?n) { ?s a td:Award }")
    client.setReturnFormat(JSON)
    answer = client.queryAndConvert()
    assert isinstance(answer, dict)
    assert answer["results"]["bindings"][0]["n"]["value"] == "3"


def test_a_syntax_error_is_told_with_its_place_and_nothing_is_sent() -> None:
    with pytest.raises(UserError, match="line 2, column"):
        run("SELECT * {\n ?s ?p }", {}, EndpointSource("http://127.0.0.1:1/"))
    with pytest.raises(UserError, match="this is an update"):
        run("INSERT DATA { <http://a> a <http://b> }", {}, EndpointSource("http://127.0.0.1:1/"))


# -- endpoints that are none ------------------------------------------------------------------------------------------


class _Quiet(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def _listening(handler: type[_Quiet]) -> Iterator[str]:
    """A web server on loopback, by its address for queries."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/sparql"
        httpd.shutdown()


@contextmanager
def answering(status: int, media: str, body: bytes, length: int | None = None) -> Iterator[str]:
    """A web server on loopback that gives this one answer to everything."""

    class Handler(_Quiet):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            self.wfile.write(body)

    with _listening(Handler) as address:
        yield address


SPARQL_JSON = "application/sparql-results+json"


@pytest.mark.parametrize(
    ("status", "media", "body", "length", "says"),
    [
        (200, "text/html; charset=utf-8", b"<html>hello</html>", None, "answers with a web page, no SPARQL results"),
        (200, SPARQL_JSON, b'{"head": oops', None, "answers with damaged application/sparql-results+json"),
        (200, SPARQL_JSON, b'{"head": {}}', 9999, "its answer breaks off"),
        (400, "text/plain", "không rõ <b>biến</b>\n".encode(), None, "refuses the query: không rõ biến"),
        (401, "text/plain", b"", None, "401 Unauthorized"),
        (404, "text/html", b"", None, "404 Not Found; check its address"),
        (403, "text/plain", b"", None, "answers 403 Forbidden"),
        (429, "text/plain", b"slow down", None, "answers 429 Too Many Requests; try again later"),
        (500, "text/plain", b"", None, "it gives no reason"),
        (503, "text/plain", b"", None, "answers 503 Service Unavailable; try again later"),
    ],
)
def test_what_is_no_answer_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, status: int, media: str, body: bytes, length: int | None, says: str
) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with answering(status, media, body, length) as address, pytest.raises(UserError) as error:
        run("people", {}, EndpointSource(address))
    assert says in str(error.value)
    assert address in str(error.value)
    assert "\n" not in str(error.value)


def test_an_answer_that_would_grow_without_end_is_not_read() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a/>'
    with (
        answering(200, "application/rdf+xml", bomb) as address,
        pytest.raises(UserError, match="its entities stand for more than namespaces"),
    ):
        run("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", {}, EndpointSource(address))


def test_an_endpoint_that_is_not_there_or_never_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/query"
        with pytest.raises(UserError, match="nothing came for 1 seconds"):
            run("people", {}, EndpointSource(address, timeout=1))
    with pytest.raises(UserError, match="connection refused"):
        run("people", {}, EndpointSource(address))


def test_an_answer_without_end_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_module, "MOST", 1 << 20)
    with answering(200, SPARQL_JSON, b" " * (3 << 20)) as address, pytest.raises(UserError, match="more than 1 MB"):
        run("people", {}, EndpointSource(address))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://h/x", "localhost:7878/query", "http://", "http://[x/", ""]
)
def test_only_web_addresses_are_endpoints(url: str) -> None:
    with pytest.raises(UserError, match="is no address of an endpoint"):
        open_source(endpoint=url)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UserError, match="leave them out") as error:
        open_source(endpoint="http://me:sesame@127.0.0.1/query")
    assert "sesame" not in str(error.value)


# -- busy servers and passwords ---------------------------------------------------------------------------------------


@contextmanager
def recording(*answers: tuple[int, dict[str, str]]) -> Iterator[tuple[str, list[str | None]]]:
    """A server that gives these answers one after the other, then `true`; and the credentials that it was sent."""
    left, sent = list(answers), list[str | None]()

    class Handler(_Quiet):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def do_GET(self) -> None:
            sent.append(self.headers["Authorization"])
            status, headers = left.pop(0) if left else (200, {"Content-Type": SPARQL_JSON})
            body = b'{"head": {}, "boolean": true}' if status == 200 else b""
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    with _listening(Handler) as address:
        yield address, sent


def test_a_busy_server_is_asked_again_after_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    with recording((503, {}), (429, {"Retry-After": "7"}), (503, {"Retry-After": "soon"})) as (address, sent):
        assert as_text(EndpointSource(address), "ASK { ?s ?p ?o }", {}, "table") == "yes\n"
    assert len(sent) > 3
    assert (waited[0] < 1, waited[1], 2 <= waited[2] <= 3) == (True, 7, True)
    waited.clear()
    with recording((503, {"Retry-After": "3600"})) as (address, _), pytest.raises(UserError, match="503"):
        run("ASK { ?s ?p ?o }", {}, EndpointSource(address))
    assert waited == []


@pytest.mark.parametrize(
    ("given", "header"),
    [
        ({"THIDUA_ENDPOINT_TOKEN": "abc"}, "Bearer abc"),
        ({"THIDUA_ENDPOINT_USER": "Hòa", "THIDUA_ENDPOINT_PASSWORD": "mè:đen"}, "Basic SMOyYTptw6g6xJFlbg=="),
        ({}, None),
    ],
)
def test_credentials_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], header: str | None
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with recording() as (address, sent):
        assert as_text(EndpointSource(address), "ASK { ?s ?p ?o }", {}, "table") == "yes\n"
    assert set(sent) == {header}
    if given:
        with pytest.raises(UserError, match="without https"):
            EndpointSource("http://example.org/query")


def test_credentials_do_not_go_along_to_another_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_ENDPOINT_TOKEN", "abc")
    with recording() as (other, there), recording(*[(303, {"Location": other})] * 9) as (address, here):
        as_text(EndpointSource(address), "ASK { ?s ?p ?o }", {}, "table")
    assert set(here) == {"Bearer abc"}
    assert set(there) == {None}


def test_a_secret_is_in_no_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_ENDPOINT_TOKEN", "sesame")
    for status in (401, 403, 500):
        with answering(status, "text/plain", b"") as address, pytest.raises(UserError) as error:
            run("people", {}, EndpointSource(address))
        assert "sesame" not in str(error.value)
