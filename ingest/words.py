"""The lexicon's files → one trie that finds the longest known wording at each token, with all its classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ingest.tokens import TOKEN, Sentence, key_of
from ontology.errors import UserError
from ontology.schemes import honours, own_roles, provinces
from ontology.spelling import syllable

PROPER = frozenset({"surname", "common_surname", "country", "province", "media", "also_person"})
"""Classes of proper names: matched only where every word begins with a capital letter."""
_NONE: frozenset[str] = frozenset()
_NO_EXACT: dict[str, set[str]] = {}
_IMPLIED = {
    "complete": ("office",),
    "common_surname": ("surname",),
    "whole": ("body",),
    "give_back": ("revoke",),
    "ask": ("propose",),
    "elect": ("propose",),
    "bestow": ("confer",),
    "win": ("receive",),
    "talk": ("speak",),
    "needs_body": ("office",),
    "event_person": ("event",),
    "deed": ("event",),
}
"""Classes that hold of every wording of another class."""
_FILES = ("people", "offices", "bodies", "places", "verbs", "events", "recipients", "honours", "campaigns", "function")


class Node:
    """One step of the trie; `classes` where a wording ends, `exact` for classes bound to one way of writing.

    `always` are the classes without those of proper names, `capitalised` those with them; both are set at the end, when
    all wordings are entered. Thousands are made at every start: hence no dataclass.
    """

    __slots__ = ("always", "capitalised", "classes", "exact", "iri", "name", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.classes: frozenset[str] = _NONE
        self.exact: dict[str, set[str]] = _NO_EXACT
        self.always: frozenset[str] = _NONE
        self.capitalised: frozenset[str] = _NONE
        self.iri: str | None = None
        self.name: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A known wording up to token `end`, and its classes; `name` is a province's or campaign's, `iri` an honour's."""

    end: int
    classes: frozenset[str]
    name: str | None
    iri: str | None


class Lexicon:
    """All known wordings. Built once a process; never changed afterwards."""

    def __init__(self) -> None:
        self.root = Node()
        self.class_sets: set[frozenset[str]] = set()
        for name in _FILES:
            self._load(name)
        for unit in provinces():
            for label in unit.labels:
                self.add(label, "province").name = unit.name
        for honour in honours():
            for label in honour.labels:
                if self._whole(label):
                    self.add(label, "honour").iri = honour.iri
        for role in own_roles():
            for label in role.labels:
                self.add(label, "office")
        self._settle()

    def _whole(self, label: str) -> bool:
        """Whether an honour's label can be matched as it stands: `Bằng khen của bộ` is only the beginning of a name."""
        giver = label.partition(" của ")[2]
        return not giver or self.is_name_of(giver, "whole") or self.is_name_of(giver, "complete")

    def _settle(self) -> None:
        """Fix the classes of every wording; `class_sets` are all that a match can have."""
        nodes = [self.root]
        while nodes:
            node = nodes.pop()
            nodes.extend(node.next.values())
            if node.classes or node.exact:
                node.capitalised, node.always = node.classes, node.classes - PROPER
                self.class_sets.update(_possible(node) if node.exact else (node.capitalised, node.always))
        self.class_sets.discard(_NONE)

    def _load(self, name: str) -> None:
        section = ""
        source = files("ingest") / "lexicon" / f"{name}.txt"
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            entry = line.strip()
            if not entry or entry.startswith("#"):
                continue
            if entry.startswith("["):
                section = entry.strip("[]")
            elif not section:
                raise UserError(f"ingest/lexicon/{name}.txt line {number}: {entry!r} stands before any [section].")
            elif "=" in entry[1:]:
                main, _, others = entry.partition("=")
                for wording in (main, *others.split("|")):
                    if wording.strip():
                        self.add(wording.strip(), section).name = main.strip()
            else:
                self.add(entry, section)

    def add(self, wording: str, name: str) -> Node:
        """Enter a wording under a class; `=` before it binds it to this way of writing."""
        exact = wording.startswith("=")
        wording = wording.lstrip("=")
        node = self.root
        for key in keys_of(wording):
            following = node.next.get(key)
            if following is None:
                following = node.next[key] = Node()
            node = following
        if exact:
            node.exact = {**node.exact, name: node.exact.get(name, set()) | {wording}}
        else:
            node.classes = node.classes.union(_IMPLIED.get(name, ()), (name,))
        return node

    def is_a(self, key: str, name: str) -> bool:
        """Whether a single word is of a class, however longer wordings begin with it."""
        node = self.root.next.get(key)
        return node is not None and name in node.classes

    def is_name_of(self, wording: str, name: str) -> bool:
        """Whether a whole wording is of a class."""
        node: Node | None = self.root
        for key in keys_of(wording):
            node = node.next.get(key) if node else None
        return node is not None and name in node.classes

    def match(self, sentence: Sentence, start: int) -> Match | None:
        """The longest known wording that begins at token `start`."""
        node = self.root.next.get(sentence.keys[start])
        if node is None:
            return None
        best: Node | None = None
        end, stop, keys, words = start + 1, start, sentence.keys, sentence.words
        found: frozenset[str] = frozenset()
        while True:
            if node.capitalised or node.exact:
                classes = node.always
                if classes is not node.capitalised and classes != node.capitalised and _capital(words[start:end]):
                    classes = node.capitalised
                if node.exact:
                    written = " ".join(words[start:end])
                    classes = classes.union(c for c, ways in node.exact.items() if written in ways)
                if classes:
                    best, stop, found = node, end, classes
            following = node.next.get(keys[end]) if end < len(keys) else None
            if following is None:
                break
            node, end = following, end + 1
        if best is None:
            return None
        return Match(stop, found, best.name if found & {"province", "campaign"} else None, best.iri)


def _capital(words: list[str]) -> bool:
    return all(w[0].isupper() or not w[0].isalpha() for w in words)


def _possible(node: Node) -> Iterator[frozenset[str]]:
    """The sets of classes that a match of this wording can have, by how it is written."""
    written = {w for ways in node.exact.values() for w in ways}
    exacts = [frozenset[str]()] + [frozenset(c for c, ways in node.exact.items() if w in ways) for w in written]
    for base in (node.capitalised, node.always):
        for exact in exacts:
            if base or exact:
                yield base | exact


@lru_cache(maxsize=4096)
def keys_of(wording: str) -> tuple[str, ...]:
    """The token keys of a wording: the keys by which the trie is walked."""
    if wording.replace(" ", "").isalpha():  # as nearly all are: no need to look for signs
        return tuple(map(syllable, wording.lower().split()))
    return tuple(key_of(word) for word in TOKEN.findall(wording))


@cache
def lexicon() -> Lexicon:
    return Lexicon()
