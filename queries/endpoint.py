"""A question → the answer of a SPARQL 1.1 endpoint, over HTTP by SPARQLWrapper, as the same results as at home."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from http.client import HTTPException, HTTPResponse, IncompleteRead
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointNotFound, SPARQLWrapperException, Unauthorized

from ontology import terms as T
from ontology.errors import UserError
from ontology.foreign import refuse_bombs, why
from queries.catalogue import bare
from queries.http import PASSWORD, TOKEN, USER, authorization, authorized, checked, patiently
from queries.sources import Results, evaluate
from queries.vocabulary import VOCABULARIES

TIMEOUT = 60
"""Seconds to wait for an endpoint to go on answering."""

MOST = 512 * 1024 * 1024
"""The longest answer that is read, in bytes."""

_ARTICLE = f"{{ ?article a <{T.SCHEMA}NewsArticle> }}"
_OWN_GRAPHS = re.compile(r"\b(FROM|GRAPH)\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")


class EndpointSource:
    """An endpoint by its address. Queries go by POST; where its default graph is not the union of its graphs, the
    graphs of the articles are named with each query (SPARQL 1.1 Protocol, `default-graph-uri`)."""

    def __init__(self, url: str, timeout: int = TIMEOUT) -> None:
        checked(url)
        authorization(url)
        self._url, self._timeout = url, timeout
        self._graphs: tuple[str, ...] | None = None

    def query(self, text: str, *, needs: Sequence[str] = ()) -> Results:
        words = bare(text)
        # Asked of an empty store first: a syntax error is told with line and column and nothing is sent. A query with
        # SERVICE is not, since the empty store would go and call that service.
        form = None if _SERVICE.search(words) else _form(evaluate(ox.Store(), text))
        own = bool(_OWN_GRAPHS.search(words))
        return self._send(_with_prefixes(text), form, () if own else self._article_graphs())

    def close(self) -> None:
        """Nothing to close: each question is a request of its own."""

    def _article_graphs(self) -> tuple[str, ...]:
        """The graphs to be named with a query; none where the default graph shows the articles already."""
        if self._graphs is None:
            seen = self._send(f"ASK {_ARTICLE}", "ASK", ())
            found = () if seen else self._send(f"SELECT DISTINCT ?g {{ GRAPH ?g {_ARTICLE} }}", "SELECT", ())
            assert not isinstance(found, ox.QueryBoolean | ox.QueryTriples)
            graphs = sorted(row[0].value for row in found if isinstance(row[0], ox.NamedNode))
            self._graphs = (*graphs, *VOCABULARIES) if graphs else ()
        return self._graphs

    def _send(self, text: str, form: str | None, graphs: tuple[str, ...]) -> Results:
        wrapper = _Wrapper(self._url, agent="thidua")
        wrapper.setMethod(POST)
        wrapper.setTimeout(self._timeout)
        wrapper.setOnlyConneg(True)
        wrapper.setQuery(text)
        if form is not None:
            wrapper.queryType = form
        wrapper.setReturnFormat(TURTLE if wrapper.queryType in ("CONSTRUCT", "DESCRIBE") else JSON)
        for graph in graphs:
            wrapper.addParameter("default-graph-uri", graph)
        try:
            response = patiently(wrapper.query).response
            assert isinstance(response, HTTPResponse)
            body, media = response.read(MOST + 1), response.headers.get_content_type()
            whole = response.headers.get("Content-Length", "")
            if len(body) <= MOST and whole.isascii() and whole.isdigit() and len(body) < int(whole):
                raise IncompleteRead(body, int(whole) - len(body))
        except EndPointNotFound:
            raise UserError(f"the endpoint {self._url} answers 404 Not Found; check its address") from None
        except Unauthorized:
            raise UserError(
                f"the endpoint {self._url} answers 401 Unauthorized; it asks for a password:"
                f" set {USER} and {PASSWORD}, or {TOKEN}, in the environment"
            ) from None
        except SPARQLWrapperException as error:
            raise UserError(f"the endpoint {self._url} refuses the query: {_told(error)}") from None
        except HTTPError as error:
            raise UserError(f"the endpoint {self._url} answers {error.code} {error.reason}; try again later") from None
        except (TimeoutError, URLError, HTTPException, OSError) as error:
            raise UserError(
                f"the endpoint {self._url} does not answer: {self._why(error)}; check its address"
            ) from None
        if len(body) > MOST:
            raise UserError(f"the endpoint {self._url} answers with more than {MOST >> 20} MB; ask for less with LIMIT")
        return self._parse(body, media)

    def _parse(self, body: bytes, media: str) -> Results:
        try:
            if (format_ := ox.QueryResultsFormat.from_media_type(media)) is not None:
                return ox.parse_query_results(body, format_)
            if (rdf := ox.RdfFormat.from_media_type(media)) is not None:
                if rdf == ox.RdfFormat.RDF_XML:
                    refuse_bombs([body], f"the answer of {self._url}")
                store = ox.Store()
                store.extend(ox.parse(body, rdf))
                return evaluate(store, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        except (SyntaxError, ValueError) as error:
            raise UserError(f"the endpoint {self._url} answers with damaged {media}: {why(str(error))}") from None
        what = "a web page" if media == "text/html" else media
        raise UserError(
            f"{self._url} answers with {what}, no SPARQL results; check that it is the address for queries,"
            " which often ends in /query or /sparql"
        )

    def _why(self, error: Exception) -> str:
        cause = error.reason if isinstance(error, URLError) else error
        if isinstance(cause, IncompleteRead):
            return "its answer breaks off"
        if isinstance(cause, TimeoutError):
            return f"nothing came for {self._timeout} seconds"
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror.lower()
        return str(cause) or type(cause).__name__


class _Wrapper(SPARQLWrapper):
    """SPARQLWrapper with the credentials of the environment."""

    def _createRequest(self) -> Request:
        return authorized(super()._createRequest())


def _form(results: Results) -> str:
    if isinstance(results, ox.QueryBoolean):
        return "ASK"
    return "SELECT" if isinstance(results, ox.QuerySolutions) else "CONSTRUCT"


def _with_prefixes(text: str) -> str:
    """The text with declarations of the shared prefixes that it uses and does not declare, all on its first line."""
    words = bare(text)
    missing = [
        f"PREFIX {prefix}: <{iri}> "
        for prefix, iri in T.PREFIXES.items()
        if re.search(rf"\b{prefix}:", words) and not re.search(rf"\bPREFIX\s+{prefix}:", words, re.IGNORECASE)
    ]
    return "".join(missing) + text


def _told(error: SPARQLWrapperException) -> str:
    """What the server says in the exception, as one short line without markup."""
    _, _, said = str(error).partition("Response:\n")
    try:
        text = ast.literal_eval(said).decode("utf-8", "replace")  # SPARQLWrapper gives the body as Python's repr of it
    except (ValueError, SyntaxError, AttributeError):
        text = said
    return " ".join(_TAGS.sub(" ", text).split())[:200] or "it gives no reason"
