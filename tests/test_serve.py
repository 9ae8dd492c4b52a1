"""`thidua serve` answers as the store does, refuses updates, calls nobody, outlives bad clients and ends cleanly."""

from __future__ import annotations

import http.client
import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from browser import chromium_browser
from conftest import ROOT, Thidua
from small_graph import rows, store_folder

from ontology.errors import UserError
from queries.sealed import can_seal
from queries.serve import EXAMPLES, examples, served
from queries.sources import StoreSource, open_source
from queries.store import open_store

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(?c > ?f) }"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_folder(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with served(store, 0, 2) as (_, address):
        yield address


def post(address: str, path: str, body: bytes, kind: str) -> tuple[int, str]:
    request = urllib.request.Request(f"{address}{path}", body, {"Content-Type": kind})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except http.client.IncompleteRead as error:
        return 200, error.partial.decode()


def ask(address: str, query: str) -> tuple[int, str]:
    return post(address, "/query", query.encode(), "application/sparql-query")


def test_it_answers_as_the_store_does(store: Path, address: str) -> None:
    here = StoreSource(open_store(store, read_only=True))
    try:
        for name in ("people", "awards", "cluster-leads"):
            assert rows(name, open_source(endpoint=f"{address}/query")) == rows(name, here) != []
    finally:
        here.close()


def test_updates_are_refused(address: str) -> None:
    before = ask(address, COUNT)
    assert post(address, "/update", b"DROP ALL", "application/sparql-update")[0] == 403
    request = urllib.request.Request(f"{address}/store?default", method="DELETE")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=5)
    assert refused.value.code in (403, 405)
    assert ask(address, COUNT) == before


@pytest.mark.skipif(not can_seal(), reason="no filter of system calls here")
def test_a_question_cannot_make_it_call_another_host(address: str) -> None:
    called: list[str] = []

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            called.append(self.path)

        def log_message(self, format: str, *args: object) -> None: ...

    with http.server.HTTPServer(("127.0.0.1", 0), Answers) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        _, said = ask(address, f"SELECT * {{ SERVICE <http://127.0.0.1:{other.server_port}/> {{ ?s ?p ?o }} }}")
        other.shutdown()
    assert called == []
    assert "denied" in said
    assert ask(address, COUNT)[0] == 200


def test_bad_and_slow_clients_do_not_stop_it(address: str) -> None:
    place = urlsplit(address)
    assert place.hostname
    assert place.port
    slow = [socket.create_connection((place.hostname, place.port)) for _ in range(20)]
    for one in slow:
        one.sendall(b"POST /query HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nSEL")
    for nonsense in (b"\0" * 300, b"GET / HTTP/9.9\r\n\r\n", b"POST /query HTTP/1.1\r\nContent-Length: -1\r\n\r\n"):
        with socket.create_connection((place.hostname, place.port)) as one:
            one.sendall(nonsense)
    assert ask(address, "SELECT * { ?s ?p")[0] == 400
    assert ask(address, "\0")[0] == 400
    begun = time.monotonic()
    status, said = ask(address, LONG)
    assert time.monotonic() - begun < 15
    assert status != 200 or '"value"' not in said
    for _ in range(300):
        assert ask(address, "ASK { ?s ?p ?o }")[0] == 200
    for one in slow:
        one.close()


def test_nobody_can_write_meanwhile_and_a_taken_port_is_told(store: Path, address: str, thidua: Thidua) -> None:
    done = thidua("forget", "small", "--store", store)
    assert (done.status, "in use by another process" in done.err) == (2, True)
    with pytest.raises(UserError, match="is in use; name another"), served(store, urlsplit(address).port or 0, 2):
        pass
    done = thidua("serve", "--store", store.parent / "nowhere")
    assert (done.status, "there is no store" in done.err) == (2, True)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_server_ends_with_the_command(store: Path, sign: signal.Signals) -> None:
    if sign == signal.SIGKILL and not can_seal():
        pytest.skip("a child ends with its parent on Linux only")
    command = [sys.executable, "-m", "thidua", "serve", "--store", str(store), "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=os.environ, text=True)
    assert process.stdout
    address = process.stdout.readline().split("/query")[0]
    assert ask(address, COUNT)[0] == 200
    process.send_signal(sign)
    assert process.wait(10) == (0 if sign != signal.SIGKILL else -signal.SIGKILL)
    process.stdout.close()
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except OSError:
            return
        time.sleep(0.05)
    pytest.fail("the server goes on")


def test_the_page_opens_with_the_question_and_answers_it(address: str, chromium: str) -> None:
    with chromium_browser(chromium) as browser:
        page = browser.new_page()
        page.goto(dict(examples(address))["who was given what"])
        page.wait_for_selector(".CodeMirror-code")
        assert "td:Award" in page.inner_text(".CodeMirror-code")
        page.locator(".yasqe_queryButton").first.click()
        page.wait_for_selector(".yasr_results td")
        assert "Huân chương Lao động" in page.inner_text(".yasr_results")


def test_the_examples_are_questions_with_answers(address: str) -> None:
    told = dict(examples(address))
    assert list(told) == list(EXAMPLES)
    for link in told.values():
        assert quote(" ") in link
        status, said = ask(address, parse_qs(urlsplit(link).fragment)["query"][0])
        assert (status, '"value"' in said) == (200, True), said


def test_articles_are_forgotten_by_id_file_or_iri(tmp_path: Path, thidua: Thidua) -> None:
    for name in ("one", "two", "bài số 3", "four"):
        (tmp_path / f"{name}.txt").write_text(f"Bà Lò Thị Hoa thăm tỉnh Lai Châu, bài {name}.\n")
    store = tmp_path / "db"
    assert thidua("build", tmp_path, "--store", store).status == 0
    done = thidua("forget", "one", "tow", "--store", store)
    assert (done.status, "has no article “tow”; it has two" in done.err) == (2, True)
    assert "4 articles" in thidua("build", tmp_path, "--store", store).err
    graph = "https://w3id.org/thidua/graph/two"
    done = thidua("forget", tmp_path / "one.txt", graph, "bài số 3.txt", "one", "--store", store)
    assert (done.status, "3 articles forgotten, 1 left" in done.err) == (0, True)
    left = thidua("query", "sources", "--store", store, "--format", "csv").out
    assert ("article/four" in left, "article/one" in left) == (True, False)
    with open_store(store, read_only=True) as opened:
        assert not any("graph/one" in name for name in opened.graphs())
        merged = {q.subject.value for q in opened.inner.quads_for_pattern(None, None, None, None)}  # type: ignore[union-attr]
    assert not any("article/two" in subject for subject in merged)
