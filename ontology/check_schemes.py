"""Files of honours, roles, kinds of bodies and provinces → the sentences that say what is wrong, with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology import terms as T
from ontology.errors import UserError
from ontology.files import reason
from ontology.lines import Lines, lines_of
from ontology.spelling import fold

HERE = Path(__file__).parent
VOCABULARY = HERE / "thidua.ttl"
SHIPPED = tuple(HERE / name for name in ("honours.ttl", "roles.ttl", "bodies.ttl", "provinces.ttl"))

HONOUR, ROLE, CONCEPT = T.TD + "Honour", T.ORG + "Role", T.SKOS + "Concept"
_SPELLINGS = tuple(T.SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel"))
_THROUGH_TIME = frozenset((T.TD + "Province", T.TD + "Region"))
"""Classes of which two may have one name: a province keeps its name when it takes in another."""
_CODED = {"decidedBy": "authorities", "mayGoTo": "recipientKinds", "underLaw": "laws", "level": "levels"}
"""Properties whose values are those of one scheme of the vocabulary."""
_GRADES = frozenset("123")
"""hạng Nhất, hạng Nhì, hạng Ba."""

Term = NamedNode | Literal


@dataclass(slots=True)
class Concept:
    """What a file says of one subject."""

    iri: str
    said: dict[str, list[Term]] = field(default_factory=dict)

    def values(self, predicate: str) -> list[str]:
        return [x.value for x in self.said.get(predicate, ())]

    def texts(self, predicate: str, language: str) -> list[str]:
        found = self.said.get(predicate, ())
        return [x.value for x in found if isinstance(x, Literal) and x.language == language and x.value.strip()]

    @property
    def kind(self) -> str:
        """The class that decides which others it may share no label with; empty for what is no concept."""
        types = self.values(T.RDF + "type")
        kinds = (HONOUR, ROLE, *_THROUGH_TIME, CONCEPT)
        return next((kind for kind in kinds if kind in types), "")


@dataclass
class File:
    """A scheme's file, read: its subjects, and where they stand."""

    path: Path
    text: str
    concepts: dict[str, Concept]

    @cached_property
    def lines(self) -> Lines:
        return lines_of(self.text)

    def wrong(self, concept: Concept, why: str, text: str | None = None) -> str:
        return f"{self.path} line {self.lines.of(concept.iri, text)}: {_shown(concept)} {why}"


def read_file(path: Path) -> File:
    """A Turtle file. Raises `UserError` where it is missing, or malformed (with the line)."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path}: the vocabulary cannot be read: {reason(error)}") from None
    concepts: dict[str, Concept] = {}
    try:
        for quad in parse(data, format=RdfFormat.TURTLE):
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
                continue
            concept = concepts.setdefault(quad.subject.value, Concept(quad.subject.value))
            concept.said.setdefault(quad.predicate.value, []).append(quad.object)
        return File(path, data.decode(), concepts)
    except (SyntaxError, ValueError) as error:
        why = str(getattr(error, "msg", None) or error).removeprefix("Parser error at ").rstrip(".")
        raise UserError(f"{path} is no well-formed Turtle: {why}") from None


def check_shipped(paths: Iterable[Path] = SHIPPED) -> list[str]:
    """What is wrong with the schemes that come with the program, or with the files given instead, a sentence each."""
    files = [read_file(path) for path in paths]
    out = _all_files(files)
    for file in files:
        for concept in file.concepts.values():
            if concept.kind:
                out += [file.wrong(concept, why) for why in _unpublished(concept)]
    return out


def check_own(path: Path) -> list[str]:
    """What is wrong with a user's file of further honours and roles, by itself or beside those of the program.

    English labels and definitions are not asked for. Raises `UserError` where the file cannot be read.
    """
    own, shipped = read_file(path), [read_file(p) for p in SHIPPED]
    out = []
    if not any(c.kind in (HONOUR, ROLE) for c in own.concepts.values()):
        out.append(f"{path} holds no honour (a td:Honour) and no role (a org:Role)")
    ours = (T.TD, T.TDH, T.TDP, T.TDR, T.TDK)
    out += [
        own.wrong(concept, "has an IRI of the program's own; give it one of yours")
        for concept in own.concepts.values()
        if concept.iri.startswith(ours)
    ]
    return out + _all_files([own], shipped)


# -- one rule each --------------------------------------------------------------------------------------------------


def _all_files(files: list[File], beside: Iterable[File] = ()) -> list[str]:
    """What is wrong in some files, which may refer to concepts of others, and share no label with them."""
    known = {iri: c.kind for file in (*beside, *files) for iri, c in file.concepts.items() if c.kind}
    labels: dict[tuple[str, str], Concept] = {}
    for file in beside:
        for concept in file.concepts.values():
            for label in _labels(concept):
                labels.setdefault((concept.kind, fold(label)), concept)
    out = []
    for file in files:
        for concept in file.concepts.values():
            out += [file.wrong(concept, why) for why in _undefined(concept)]
            if not concept.kind:
                continue
            out += [file.wrong(concept, why) for why in _ill_described(concept, known)]
            out += _doubled(file, concept, labels)
        out += _cycles(file)
    return out


def _undefined(concept: Concept) -> Iterator[str]:
    """Terms of the vocabulary's namespace that it does not define, and values of another scheme than is asked for."""
    schemes = defined()
    for predicate, values in concept.said.items():
        if predicate.startswith(T.TD) and predicate not in schemes:
            yield f"uses {_td(predicate)}, which is not in the vocabulary"
        for value in values:
            if not isinstance(value, NamedNode) or not value.value.startswith(T.TD):
                continue
            wanted = _CODED.get(predicate.removeprefix(T.TD))
            if value.value not in schemes:
                yield f"uses {_td(value.value)}, which is not in the vocabulary"
            elif wanted and schemes[value.value] != T.TD + wanted:
                yield f"has {_td(value.value)} as {_td(predicate)}, which is none of td:{wanted}"


def _ill_described(concept: Concept, known: dict[str, str]) -> Iterator[str]:
    """Labels, grade, broader concepts and times of one concept."""
    for language, name in (("vi", "Vietnamese"), ("en", "English")):
        found = len(concept.texts(T.SKOS + "prefLabel", language))
        if found > 1 or (not found and language == "vi"):
            yield f"has {found or 'no'} preferred labels in {name}" if found else f"has no preferred label in {name}"
    for grade in concept.values(T.TD + "grade"):
        if grade not in _GRADES:
            yield f"has the unknown grade “{grade}”; write 1 for hạng Nhất, 2 for hạng Nhì, 3 for hạng Ba"
        elif not concept.values(T.SKOS + "broader"):
            yield "has a grade, but no honour above it (skos:broader)"
    for above in concept.values(T.SKOS + "broader"):
        if above not in known:
            yield f"stands below <{above}>, which no scheme holds"
        elif known[above] != concept.kind and concept.kind in (HONOUR, ROLE):
            yield f"stands below <{above}>, which is of another kind"
    days = {}
    for name in ("validFrom", "validTo"):
        for value in concept.values(T.TD + name):
            try:
                days[name] = date.fromisoformat(value)
            except ValueError:
                yield f"has “{value}” as td:{name}; write a day as 2024-01-31"
    if len(days) == 2 and days["validFrom"] > days["validTo"]:
        yield f"ends ({days['validTo']}) before it begins ({days['validFrom']})"


def _doubled(file: File, concept: Concept, labels: dict[tuple[str, str], Concept]) -> Iterator[str]:
    """Labels that no reader can match, or that are another concept's already."""
    for label in _labels(concept):
        key = fold(label)
        if not key:
            yield file.wrong(concept, f"has the label “{label}”, in which there is no word", label)
        elif concept.kind not in _THROUGH_TIME:
            other = labels.setdefault((concept.kind, key), concept)
            if other is not concept:
                yield file.wrong(concept, f"has the label “{label}”, which is that of {_shown(other)} already", label)


def _cycles(file: File) -> Iterator[str]:
    """Concepts that are broader than themselves; the first one of each cycle in the order of the file."""
    told: set[str] = set()
    for concept in file.concepts.values():
        seen: set[str] = set()
        queue = concept.values(T.SKOS + "broader")
        while queue:
            above = queue.pop()
            if above == concept.iri and not told & seen:
                told |= {*seen, above}
                yield file.wrong(concept, "stands below itself (a cycle of skos:broader)")
            if above not in seen and above in file.concepts:
                seen.add(above)
                queue += file.concepts[above].values(T.SKOS + "broader")


def _unpublished(concept: Concept) -> Iterator[str]:
    """What a published scheme must say besides."""
    if not concept.texts(T.SKOS + "prefLabel", "en"):
        yield "has no preferred label in English"
    for language, name in (("vi", "Vietnamese"), ("en", "English")):
        if len(concept.texts(T.SKOS + "definition", language)) != 1:
            yield f"must have one definition in {name}"


# -- small things ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def defined() -> dict[str, str]:
    """Every term of the vocabulary by IRI, with the scheme that it is a coded value of, or the empty string."""
    out: dict[str, str] = {}
    for quad in parse(VOCABULARY.read_bytes(), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(T.TD):
            out.setdefault(quad.subject.value, "")
            if quad.predicate.value == T.SKOS + "inScheme" and isinstance(quad.object, NamedNode):
                out[quad.subject.value] = quad.object.value
    return out


def _labels(concept: Concept) -> list[str]:
    """The Vietnamese spellings of a concept, one for each key."""
    found = [text for predicate in _SPELLINGS for text in concept.texts(predicate, "vi")]
    return list({fold(text): text for text in reversed(found)}.values())[::-1]


def _shown(concept: Concept) -> str:
    for prefix in ("tdh", "tdr", "tdk", "tdp", "td"):
        if concept.iri.startswith(T.PREFIXES[prefix]):
            return f"{prefix}:{concept.iri.removeprefix(T.PREFIXES[prefix])}"
    return f"<{concept.iri}>"


def _td(iri: str) -> str:
    return f"td:{iri.removeprefix(T.TD)}"
