"""The Turtle files of the vocabulary → quads in one named graph, to stand beside the graphs of the articles."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import pyoxigraph as ox

from ontology import terms as T
from ontology.schemes import own_file
from ontology.spelling import plain_name

VOCABULARY_GRAPH = T.TD.rstrip("#")
"""The named graph of the vocabulary: the ontology's own IRI, which no article's graph can have."""
OWN_GRAPH = f"{VOCABULARY_GRAPH}/own"
"""The named graph of a user's own honours and roles (`--vocabulary FILE`), which stays until another file is given."""
_NAMES = {T.RDFS + "label", *(f"{T.SKOS}{kind}Label" for kind in ("pref", "alt", "hidden"))}
_PLAIN = ox.NamedNode(T.TD + "plainName")
VOCABULARIES = (VOCABULARY_GRAPH, OWN_GRAPH)


def vocabulary(*schemes: str) -> list[ox.Quad]:
    """Classes, properties and schemes, or these schemes alone (`provinces`), as quads of the one named graph.

    The shapes, which are for validation, are left out; so is what is said of blank nodes (which classes exclude each
    other), for reasoners alone: it has no identity between two readings, which the store asks for. Each name of a
    thing has its `td:plainName` beside it, as in the graphs of articles.
    """
    return [
        quad
        for file in _turtle_files()
        if not schemes or file.name.removesuffix(".ttl") in schemes
        for quad in _named(file.read_bytes(), VOCABULARY_GRAPH)
    ]


def own_vocabulary() -> list[ox.Quad]:
    """The user's own honours and roles as quads of their graph; nothing where no file was given."""
    path = own_file()
    return _named(path.read_bytes(), OWN_GRAPH) if path else []


def _named(turtle: bytes, graph: str) -> list[ox.Quad]:
    name = ox.NamedNode(graph)
    told = [
        ox.Quad(q.subject, q.predicate, q.object, name)
        for q in ox.parse(turtle, ox.RdfFormat.TURTLE)
        if not isinstance(q.subject, ox.BlankNode) and not isinstance(q.object, ox.BlankNode)
    ]
    names = {(q.subject, plain_name(q.object.value)) for q in told if q.predicate.value in _NAMES}  # type: ignore[union-attr]
    return told + [ox.Quad(thing, _PLAIN, ox.Literal(plain), name) for thing, plain in names if plain]


def vocabulary_digest() -> str:
    """The SHA-256 of the files behind `vocabulary()`, in hexadecimal; another where other things are made of them."""
    digest = sha256(b"with td:plainName")
    for file in _turtle_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _turtle_files() -> list[Traversable]:
    return sorted(
        (f for f in files("ontology").iterdir() if f.name.endswith(".ttl") and not f.name.startswith("shapes")),
        key=lambda f: f.name,
    )
