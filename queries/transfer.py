"""A store here and a SPARQL server elsewhere → the same graphs in both, one graph after the other.

Each graph goes whole (SPARQL 1.1 Graph Store Protocol, or one update), so a transfer that was cut off is gone on with
by doing it again: what is the same already is passed over.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from urllib.parse import quote

import pyoxigraph as ox

from ontology import terms as T
from ontology.errors import UserError
from queries.endpoint import MOST, TIMEOUT, EndpointSource
from queries.http import authorized, checked, patiently
from queries.store import Store

_LISTED = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?article a <{T.SCHEMA}NewsArticle> }} }}"


def push(store: Store, url: str, *, update: bool = False) -> Iterator[tuple[str, bool]]:
    """Bring the graphs of the articles to a server; gives each graph and whether it was new or changed there.

    `url` is the address of a Graph Store, or with `update` that of SPARQL updates (then every graph is sent, since
    such an address tells nothing of what is there).
    """
    checked(url)
    for name in store.data_graphs():
        triples = sorted({q.triple for q in store.quads(name)}, key=str)
        if update:
            _update(url, name, triples)
        elif set(_graph(url, name)) == set(triples):
            yield name, False
            continue
        else:
            body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
            _ask(_request(_address(url, name), "PUT", body, "application/n-triples"))
        yield name, True


def pull(store: Store, url: str) -> Iterator[tuple[str, bool]]:
    """Bring the graphs with articles of an endpoint into a store; gives each graph and whether it was new or changed.

    `url` is the address of SPARQL queries. `UserError` for a graph with blank nodes, which have no identity between
    two readings; the graphs before it are in the store then.
    """
    source = EndpointSource(url)
    listed = source.query(_LISTED)
    assert isinstance(listed, ox.QuerySolutions)
    for name in sorted(row[0].value for row in listed if isinstance(row[0], ox.NamedNode)):
        found = source.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {ox.NamedNode(name)} {{ ?s ?p ?o }} }}")
        assert isinstance(found, ox.QueryTriples)
        graph = ox.NamedNode(name)
        try:
            changed = store.replace_graph(name, [ox.Quad(t.subject, t.predicate, t.object, graph) for t in found])
        except ValueError as error:
            raise UserError(f"{url}: {error}, which cannot be kept in step; it is left out") from None
        yield name, changed


def _graph(url: str, name: str) -> list[ox.Triple]:
    """A graph as the server has it; empty where it has none."""
    try:
        body = _ask(_request(_address(url, name), "GET"))
    except FileNotFoundError:
        return []
    try:
        return [q.triple for q in ox.parse(body, ox.RdfFormat.N_TRIPLES)]
    except SyntaxError:
        raise UserError(f"{url} answers with something that is no graph; is it the address of a Graph Store?") from None


def _update(url: str, name: str, triples: list[ox.Triple]) -> None:
    graph = ox.NamedNode(name)
    data = "".join(f"{triple} .\n" for triple in triples)  # terms are written by Oxigraph, never by us
    text = f"DROP SILENT GRAPH {graph} ;\nINSERT DATA {{ GRAPH {graph} {{\n{data}}} }}"
    _ask(_request(url, "POST", text.encode(), "application/sparql-update"))


def _address(url: str, name: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}graph={quote(name, safe='')}"


def _request(url: str, method: str, body: bytes | None = None, kind: str = "") -> urllib.request.Request:
    headers = {"User-Agent": "thidua", "Accept": "application/n-triples"} | ({"Content-Type": kind} if kind else {})
    return authorized(urllib.request.Request(url, body, headers, method=method))  # noqa: S310  # see http.checked


def _ask(request: urllib.request.Request) -> bytes:
    """The body of the answer; `FileNotFoundError` where a graph that was asked for is not there."""
    where = request.full_url.partition("?")[0]
    try:
        with patiently(lambda: urllib.request.urlopen(request, timeout=TIMEOUT)) as answer:  # noqa: S310
            body: bytes = answer.read(MOST + 1)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == 404 and request.method == "GET":
                raise FileNotFoundError from None
            told = " ".join(error.read(2000).decode(errors="replace").split())[:200]
        hint = "; check its address" if error.code in (404, 405) else ""
        raise UserError(f"{where} answers {error.code} {error.reason}{f': {told}' if told else ''}{hint}") from None
    except (TimeoutError, urllib.error.URLError, HTTPException, OSError) as error:
        cause = getattr(error, "reason", error)
        raise UserError(f"{where} does not answer: {getattr(cause, 'strerror', None) or cause}") from None
    if len(body) > MOST:
        raise UserError(f"{where} answers with more than {MOST >> 20} MB for one graph")
    return body
