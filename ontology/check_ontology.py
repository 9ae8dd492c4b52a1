"""The vocabulary, its schemes and all that uses them → the sentences that say what is wrong, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

from ontology import terms as T
from ontology.check import violations
from ontology.check_schemes import SHIPPED, VOCABULARY, Concept, File, check_own, check_shipped, defined, read_file

ROOT = Path(__file__).parent.parent
IRI = T.TD.rstrip("#")
_KINDS = {T.OWL + "Class": "class", T.OWL + "ObjectProperty": "property", T.OWL + "DatatypeProperty": "property"}
_HIERARCHIES = (T.RDFS + "subClassOf", T.RDFS + "subPropertyOf")
_LANGUAGES = (("vi", "Vietnamese"), ("en", "English"))
_TERM = re.compile(r"(?<![\w-])td:([A-Za-z]\w*)|\bTD \+ \"([A-Za-z]\w*)\"")
_USERS = (
    *(
        f"{room}/{glob}"
        for room in ("ontology", "ingest", "queries", "graphs")
        for glob in ("*.ttl", "**/*.py", "**/*.rq")
    ),
    *("graphs/assets/*.js*", "docs/*.md", "README.md", "thidua.py"),
)
"""Where terms are used, as patterns below the root; tests use undefined ones on purpose."""
_READERS = ("ontology/shapes.ttl", "queries/**/*.rq", "tests/*.py")
"""By one of these every class and property must be wanted."""
_ERROR = "http://www.daml.org/2002/03/agents/agent-ont#error"
"""The property by which owlrl says that something cannot be."""


def check_ontology(own: Path | None = None) -> tuple[list[str], list[str]]:
    """What is wrong with the vocabulary, the schemes and a user's own file, and what could not be checked here."""
    wrong = [*check_terms(VOCABULARY), *check_uses(ROOT), *check_shipped(), *(check_own(own) if own else [])]
    unchecked = []
    if (ROOT / "tests" / "test_ontology.py").exists():
        wrong += check_wanted(ROOT)
    else:
        unchecked.append("whether every class and property is used: the tests are not installed")
    files = [VOCABULARY, *SHIPPED, *([own] if own else [])]
    wrong += check_consistency(files)
    if find_spec("pyhornedowl"):
        wrong += check_second_parser(VOCABULARY)
    else:
        unchecked.append("whether a second OWL implementation reads it: py-horned-owl is not installed")
    return wrong, unchecked


# -- terms ----------------------------------------------------------------------------------------------------------


def check_terms(path: Path) -> list[str]:
    """Labels, definitions, examples, kinds and hierarchies of the terms that a file of the vocabulary defines."""
    file = read_file(path)
    out = []
    for term in file.concepts.values():
        if term.iri.startswith(T.TD):
            out += [file.wrong(term, why) for why in _ill_defined(term, file)]
    return out + list(_cycles(file))


def _ill_defined(term: Concept, file: File) -> Iterator[str]:
    types = term.values(T.RDF + "type")
    kinds = [_KINDS[t] for t in types if t in _KINDS]
    concept, scheme = T.SKOS + "Concept" in types, T.SKOS + "ConceptScheme" in types
    if len(kinds) + concept + scheme != 1:
        yield "must be one of class, object property, datatype property, concept and scheme"
    label = "skos:prefLabel" if concept else "rdfs:label"
    wanted = [label] if scheme else [label, "skos:definition"]
    for name in wanted:
        prefix, _, local = name.partition(":")
        for language, spoken in _LANGUAGES:
            if len(term.texts(T.PREFIXES[prefix] + local, language)) != 1:
                yield f"must have one {name} in {spoken}"
    if kinds and not term.values(T.SKOS + "example"):
        yield "has no skos:example"
    if term.values(T.RDFS + "isDefinedBy") != [IRI]:
        yield f"must be rdfs:isDefinedBy <{IRI}>"
    if concept:
        schemes = term.values(T.SKOS + "inScheme")
        types_of = [file.concepts[s].values(T.RDF + "type") for s in schemes if s in file.concepts]
        if len(schemes) != 1 or types_of != [[T.SKOS + "ConceptScheme"]]:
            yield "must be in one scheme (skos:inScheme) of the vocabulary"
    for predicate in (*_HIERARCHIES, T.RDFS + "domain", T.RDFS + "range"):
        for other in term.values(predicate):
            if not other.startswith((T.XSD, T.RDF)) and other not in file.concepts:
                yield f"refers to <{other}>, which the file does not describe"


def _cycles(file: File) -> Iterator[str]:
    for predicate in _HIERARCHIES:
        for term in file.concepts.values():
            seen: set[str] = set()
            queue = term.values(predicate)
            while queue:
                above = queue.pop()
                if above == term.iri:
                    yield file.wrong(term, f"stands below itself (a cycle of {predicate.replace(T.RDFS, 'rdfs:')})")
                    break
                if above not in seen and above in file.concepts:
                    seen.add(above)
                    queue += file.concepts[above].values(predicate)


# -- who uses them --------------------------------------------------------------------------------------------------


def check_uses(root: Path) -> list[str]:
    """Terms of the namespace td: that stand in data, code, queries or documents below a folder, and are not defined."""
    known = {iri.removeprefix(T.TD) for iri in defined()}
    return [
        f"{path} line {number}: td:{name} is not in the vocabulary"
        for path, number, name in _used(root, _USERS)
        if name not in known
    ]


def check_wanted(root: Path) -> list[str]:
    """Classes and properties that no shape, query or test below a folder asks for."""
    wanted = {name for _, _, name in _used(root, _READERS)}
    file = read_file(VOCABULARY)
    return [
        file.wrong(term, "is used by no shape, query or test")
        for term in file.concepts.values()
        if term.iri.startswith(T.TD)
        and any(t in _KINDS for t in term.values(T.RDF + "type"))
        and term.iri.removeprefix(T.TD) not in wanted
    ]


def _used(root: Path, patterns: Iterable[str]) -> Iterator[tuple[Path, int, str]]:
    """Every place where a term stands: file, line, name. What stands in a Turtle or SPARQL comment does not count."""
    paths = {path for pattern in patterns for path in root.glob(pattern)}
    for path in sorted(paths):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not (path.suffix in (".ttl", ".rq") and line.lstrip().startswith("#")):
                for match in _TERM.finditer(line):
                    yield path.relative_to(root), number, match[1] or match[2]


# -- what others make of it -----------------------------------------------------------------------------------------


def check_consistency(paths: Iterable[Path]) -> list[str]:
    """What the shapes say against some files taken together, and what an OWL 2 RL reasoner finds contradictory."""
    import rdflib
    from owlrl import DeductiveClosure, OWLRL_Semantics

    graph = rdflib.Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(path, format="turtle")
    out = sorted(violations(graph))
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return out + sorted(f"contradictory: {error}" for error in graph.objects(None, rdflib.URIRef(_ERROR)))


def check_second_parser(path: Path) -> list[str]:
    """The classes and properties of ours that Horned-OWL does not find in a file of the vocabulary."""
    import pyhornedowl

    written = serialize((q.triple for q in parse(path.read_bytes(), RdfFormat.TURTLE)), format=RdfFormat.RDF_XML)
    try:
        read = pyhornedowl.open_ontology_from_string((written or b"").decode(), "rdf")
    except Exception as error:  # whatever it raises, it could not read the file
        return [f"{path}: Horned-OWL cannot read it: {error}"]
    found = {*read.get_classes(), *read.get_object_properties(), *read.get_data_properties()}
    file = read_file(path)
    return [
        file.wrong(term, "is not seen by Horned-OWL")
        for term in file.concepts.values()
        if term.iri.startswith(T.TD) and any(t in _KINDS for t in term.values(T.RDF + "type")) and term.iri not in found
    ]
