"""A graph of articles → the sentences that say what is wrong with it: SHACL, every quote, every text's hash."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ontology import terms as T
from ontology.errors import UserError
from ontology.foreign import refuse_bombs, why

if TYPE_CHECKING:
    import rdflib

HERE = Path(__file__).parent
SHAPES = HERE / "shapes.ttl"
VOCABULARY = HERE / "thidua.ttl"
SCHEMES = tuple(HERE / f"{name}.ttl" for name in ("provinces", "honours", "roles", "bodies"))

FORMATS: dict[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
"""The files that can be checked, by suffix."""

_SCHEME_IRIS = frozenset(namespace + "scheme" for namespace in (T.TDP, T.TDH, T.TDR, T.TDK))
_OF_CONCEPTS = frozenset(
    (T.RDF + "type", T.SKOS + "inScheme", T.SKOS + "topConceptOf", T.SKOS + "prefLabel", T.SKOS + "broader")
)
_QUOTED = 60
"""How many characters of a quote a sentence shows."""

Term = NamedNode | BlankNode | Literal | Triple
Statement = tuple[Term, NamedNode, Term]


def check_file(path: Path) -> list[str]:
    """What is wrong with the graph in a file, a sentence each; nothing if all is well.

    Raises UserError if the file cannot be read, is of no known suffix, or is malformed (with the line).
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UserError(f"{path} cannot be checked: its name must end in one of {', '.join(FORMATS)}.")
    try:
        data = path.read_bytes()
    except OSError as e:
        raise UserError(f"{path} cannot be read: {e.strerror or e}.") from e
    if form == RdfFormat.RDF_XML:
        refuse_bombs([data], str(path))
    try:
        quads = list(parse(data, format=form))
    except (SyntaxError, ValueError) as e:
        reason = str(getattr(e, "msg", None) or e).removeprefix("Parser error at ").rstrip(".")
        raise UserError(f"{path} is not well formed: {why(reason)}.") from e
    return check_quads(quads)


def check_quads(quads: Iterable[Quad]) -> list[str]:
    """What is wrong with a graph of articles, a sentence each, sorted; named graphs are taken together."""
    triples: list[Statement] = list(dict.fromkeys((q.subject, q.predicate, q.object) for q in quads))
    if not any(p.value == T.RDF + "type" and o == NamedNode(T.SCHEMA + "NewsArticle") for _, p, o in triples):
        return ["There is no article (schema:NewsArticle) in it."]
    return sorted({*_against_shapes(triples), *_against_text(triples)})


def compact(iri: str) -> str:
    """An IRI as people may read it: `td:Award`, `article/seed#t1-5` below the default base, else in angle brackets."""
    for prefix, start in T.PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri[len(start) :]}"
    return iri.removeprefix(T.BASE) if iri.startswith(T.BASE) else f"<{iri}>"


# -- Quotes and hashes ----------------------------------------------------------------------------------------------


def _against_text(triples: Sequence[Statement]) -> Iterable[str]:
    """Every quote that is not what the text has at its offsets, and every text that is not that of its hash."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    wanted = {T.SCHEMA + "text", T.SCHEMA + "sha256", *(T.OA + n for n in ("hasSource", "hasSelector", "start", "end"))}
    wanted.add(T.OA + "exact")
    for s, p, o in triples:
        if p.value in wanted and not isinstance(s, Triple) and not isinstance(o, Triple):
            said[str(s)][p.value].append(o.value if isinstance(o, Literal) else str(o))
    for node, of in said.items():
        texts = of.get(T.SCHEMA + "text", [])
        for known in of.get(T.SCHEMA + "sha256", []):
            if len(texts) == 1 and sha256(texts[0].encode()).hexdigest() != known:
                yield f"{_shown(node)} has another text than the one of its schema:sha256."
        for source in of.get(T.OA + "hasSource", []):
            for selector in of.get(T.OA + "hasSelector", []):
                problem = _misquote(said.get(source, {}), said.get(selector, {}))
                if problem:
                    yield f"{_shown(node)} {problem}."


def _misquote(article: dict[str, list[str]], selector: dict[str, list[str]]) -> str | None:
    """What is wrong with one quote; None also where a value is missing, double or no place in the text, which is for
    the shapes to say."""
    texts = article.get(T.SCHEMA + "text", [])
    values = [selector.get(T.OA + name, []) for name in ("start", "end", "exact")]
    if len(texts) != 1 or any(len(v) != 1 for v in values):
        return None
    (text,), ((first,), (last,), (exact,)) = texts, values
    try:
        start, end = int(first), int(last)
    except ValueError:
        return None
    if not 0 <= start <= end <= len(text):
        return None
    there = text[start:end]
    if there == exact:
        return None
    at = next((i for i, (a, b) in enumerate(zip(exact, there, strict=False)) if a != b), min(len(exact), len(there)))
    return f"quotes {_cut(exact, at)}, but the article has {_cut(there, at)} at {start} to {end}"


def _cut(text: str, around: int) -> str:
    """A stretch of a quote around the place where it differs, on one line."""
    start = max(0, around - _QUOTED // 2)
    shown = " ".join(text[start : start + _QUOTED].split())
    return f"“{'…' if start else ''}{shown}{'…' if start + _QUOTED < len(text) else ''}”"


def _shown(node: str) -> str:
    return compact(node[1:-1]) if node.startswith("<") else node


# -- SHACL ----------------------------------------------------------------------------------------------------------


def _against_shapes(triples: Sequence[Statement]) -> Iterable[str]:
    """Every violation of shapes.ttl in a graph of articles; the schemes are there to be looked up."""
    return violations(_rdflib(_with_schemes(triples)))


def violations(data: rdflib.Graph) -> Iterable[str]:
    """What shapes.ttl says against a graph, a sentence for each node and rule."""
    import rdflib
    from pyshacl import validate

    sh = rdflib.Namespace(T.SH)
    shapes = _rdflib((q.subject, q.predicate, q.object) for q in _file(SHAPES))
    conforms, report, _ = validate(data, shacl_graph=shapes, inference="none", advanced=False, inplace=True)
    if conforms:
        return
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        node = report.value(result, sh.focusNode)
        value = report.value(result, sh.value)
        message = report.value(result, sh.resultMessage)
        if report.value(result, sh.sourceConstraintComponent) == sh.SPARQLConstraintComponent:
            node, value = value, None  # our queries are asked of a class, and give the nodes
        named = compact(str(node)) if isinstance(node, rdflib.URIRef) else f"_:{node}"
        found = "" if value is None or value == node else f" (found {_value(value)})"
        yield f"{named} {message}{found}."


def _value(value: rdflib.term.Node) -> str:
    import rdflib

    return compact(str(value)) if isinstance(value, rdflib.URIRef) else _cut(str(value), 0)


def _with_schemes(triples: Sequence[Statement]) -> Iterable[Statement]:
    """The graph, the subclasses of the vocabulary, and what the schemes say of the concepts that the graph names.

    What the graph itself says of the membership of a scheme is left out: only the scheme decides that.
    """
    named = {term.value for s, _, o in triples for term in (s, o) if isinstance(term, NamedNode)}
    concepts: dict[str, list[Statement]] = defaultdict(list)
    for path in SCHEMES:
        for q in _file(path):
            if q.predicate.value in _OF_CONCEPTS and isinstance(q.subject, NamedNode):
                concepts[q.subject.value].append((q.subject, q.predicate, q.object))
    membership = T.SKOS + "inScheme"
    for s, p, o in triples:
        if not (p.value == membership and isinstance(o, NamedNode) and o.value in _SCHEME_IRIS):
            yield s, p, o
    queue = [iri for iri in sorted(named) if iri in concepts]
    for iri in queue:
        yield from concepts[iri]
        for _, p, o in concepts[iri]:
            broader = p.value == T.SKOS + "broader" and isinstance(o, NamedNode) and o.value
            if broader and broader in concepts and broader not in named:
                named.add(broader)
                queue.append(broader)
    for q in _file(VOCABULARY):
        if q.predicate.value == T.RDFS + "subClassOf":
            yield q.subject, q.predicate, q.object


def _file(path: Path) -> Iterable[Quad]:
    return parse(path.read_bytes(), format=RdfFormat.TURTLE)


def _rdflib(triples: Iterable[Statement]) -> rdflib.Graph:
    import rdflib

    def convert(term: Term) -> rdflib.term.Identifier:
        if isinstance(term, NamedNode):
            return rdflib.URIRef(term.value)
        if isinstance(term, BlankNode):
            return rdflib.BNode(term.value)
        if isinstance(term, Literal):
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
        raise UserError("The graph holds RDF 1.2 triple terms, which SHACL cannot check; write it without them.")

    graph = rdflib.Graph(bind_namespaces="none")
    log = logging.getLogger("rdflib.term")  # it reports ill-formed dates with a traceback; the shapes say it in words
    silent, log.disabled = log.disabled, True
    try:
        for s, p, o in triples:
            graph.add((convert(s), convert(p), convert(o)))
    finally:
        log.disabled = silent
    return graph
