"""A store → a read-only SPARQL 1.1 endpoint on this machine with a query page, until it is stopped."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote

from ontology import terms as T
from ontology.errors import UserError
from queries.sealed import can_seal, seal
from queries.store import open_store

HOST = "127.0.0.1"
_BEGUN = f"PREFIX td: <{T.TD}>\nPREFIX rdfs: <{T.RDFS}>\nPREFIX org: <{T.ORG}>\n"
EXAMPLES = {
    "who was given what": "SELECT ?honour ?name { ?award a td:Award ; td:wording ?honour ; td:recipient ?r . "
    "?r rdfs:label ?name } ORDER BY ?name LIMIT 50",
    "who holds which post": "SELECT ?name ?post { ?t a td:Tenure ; org:member/rdfs:label ?name ; "
    "td:post/rdfs:label ?post } ORDER BY ?name LIMIT 50",
    "how often each honour": "SELECT ?honour (COUNT(?award) AS ?awards) { ?award a td:Award ; td:wording ?honour } "
    "GROUP BY ?honour ORDER BY DESC(?awards) LIMIT 50",
}
"""Questions that the page can be opened with, short enough for a link."""
_BEGIN = 20.0
"""Seconds in which the server must answer for the first time."""


@contextmanager
def served(store: Path, port: int, timeout: int) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server of a store and its address; ends with the block. Port 0 is any that is free; `timeout` is in seconds.

    Nobody can write to the store meanwhile, and on Linux no question can make the server call another. `UserError`
    where there is no store, the port is taken, or the server does not begin.
    """
    with open_store(store, read_only=True):
        port = _free(port)
        command = [_program(), "serve-read-only", "--location", str(store), "--bind", f"{HOST}:{port}"]
        process = subprocess.Popen(
            [*command, "--timeout-s", str(timeout)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            preexec_fn=seal if can_seal() else None,  # one thread, and it calls the kernel only
        )  # fmt: skip
        address = f"http://{HOST}:{port}"
        try:
            _wait(process, address)
            yield process, address
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stderr:
                process.stderr.close()


def serve(store: Path, port: int, timeout: int) -> None:
    """Serve until Ctrl-C or SIGTERM; prints the address and links to the page with questions to begin with."""
    signal.signal(signal.SIGTERM, _stop)
    with served(store, port, timeout) as (process, address):
        print(f"{address}/query answers SPARQL about {store}; the page to ask it on is {address}/\n")
        for asked, link in examples(address):
            print(f"{asked}\n  {link}")
        if not can_seal():
            print("\nOn this system a question with SERVICE can make the server call other hosts: see the README.")
        print("\nCtrl-C ends it.", flush=True)
        assert process.stderr is not None
        for line in process.stderr:
            if not line.startswith(b"Listening "):
                sys.stderr.write(line.decode(errors="replace"))
        if process.wait() not in (0, -signal.SIGTERM, -signal.SIGINT):
            raise UserError(f"the server of {store} has ended by itself (status {process.returncode})")


def examples(address: str) -> Iterator[tuple[str, str]]:
    """What is asked, with a link to the page that holds the question ready."""
    for asked, query in EXAMPLES.items():
        used = [line for line in _BEGUN.splitlines() if f"{line.split()[1]}" in query]
        text = quote("\n".join([*used, query]), safe="/:(){}")
        yield asked, f"{address}/#query={text}&endpoint={quote(f'{address}/query', safe='')}"


def _stop(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _program() -> str:
    beside = Path(sys.executable).with_name("oxigraph")
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    if found is None:
        raise UserError("the program oxigraph is missing; install it with: pip install oxigraph")
    return found


def _free(port: int) -> int:
    """The port itself where nobody listens on it, else a sentence."""
    with socket.socket() as found:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, port))
        except PermissionError:
            raise UserError(f"port {port} may not be used here; name one above 1023 with --port") from None
        except OSError:
            raise UserError(f"port {port} is in use; name another with --port, or 0 for any that is free") from None
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + _BEGIN
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while process.poll() is None:
        try:
            opener.open(address, timeout=1).close()
            return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > until:
                raise UserError(f"the server at {address} does not begin") from None
            time.sleep(0.05)
    told = process.stderr.read().decode(errors="replace").strip() if process.stderr else ""
    raise UserError(f"the server cannot begin: {' '.join(told.split())[-200:] or process.returncode}")
