"""The lexicon's files → one trie that finds the longest known wording at each token, with all its classes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from ingest.tokens import TOKEN, Sentence, key_of
from ontology.errors import UserError
from ontology.schemes import honours, own_roles, provinces
from ontology.spelling import syllable

PROPER = frozenset({"surname", "common_surname", "country", "province", "media", "also_person"})
"""Classes of proper names: matched only where every word begins with a capital letter."""
_COMPOUND, _SURNAMES = frozenset({"word"}), frozenset({"surname", "common_surname"})
_NONE: frozenset[str] = frozenset()
_NO_EXACT: dict[str, set[str]] = {}
_IMPLIED = {
    "complete": ("office",),
    "aide": ("office",),
    "common_surname": ("surname",),
    "whole": ("body",),
    "mission": ("body",),
    "sole": ("body",),
    "give_back": ("revoke",),
    "ask": ("propose",),
    "elect": ("propose",),
    "bestow": ("confer",),
    "win": ("receive",),
    "talk": ("speak",),
    "needs_body": ("office",),
    "place_office": ("office",),
    "event_person": ("event",),
    "deed": ("event",),
    "games": ("event",),
    "edition": ("low",),
    "reported": ("low",),
    "term": ("acts", "low"),
    "toward": ("low",),
    "acts": ("low",),
    "quality": ("low",),
    "gift": ("low",),
    "candidate": ("low", "unheld"),
    "unheld": ("low",),
    "then": ("low",),
    "in_role": ("low",),
    "back_then": ("low",),
    "tenure": ("low",),
    "welcome": ("low",),
    "judge": ("low",),
    "such_as": ("low",),
    "mourn": ("low",),
    "service": ("inside",),
    "firm": ("inside",),
    "visit": ("deed", "event"),
    "meets": ("deed", "event"),
}
"""Classes that hold of every wording of another class."""
_FILES = (
    "people", "offices", "bodies", "places", "verbs", "events", "recipients", "honours", "campaigns", "compounds",
    "function", "given",
)  # fmt: skip


class Node:
    """One step of the trie; `classes` where a wording ends, `exact` for classes bound to one way of writing.

    `always` are the classes without those of proper names, `capitalised` those with them; both are set at the end, when
    all wordings are entered. `matches` are the matches made of it so far, by their classes; `sure` is the one that it
    has however it is written, `alone` the two that a single word has in small letters and otherwise. Thousands of nodes
    are made at every start: hence no dataclass.
    """

    __slots__ = ("alone", "always", "capitalised", "classes", "ends", "exact", "iri", "matches", "name", "next", "sure")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.classes: frozenset[str] = _NONE
        self.exact: dict[str, set[str]] = _NO_EXACT
        self.always: frozenset[str] = _NONE
        self.capitalised: frozenset[str] = _NONE
        self.iri: str | None = None
        self.name: str | None = None
        self.ends = False
        self.matches: dict[frozenset[str], Match] | None = None
        self.sure: Match | None = None
        self.alone: tuple[Match | None, Match | None] | None = None


class Match(NamedTuple):
    """A known wording of `size` tokens and its classes; `value` is a province's or campaign's name, an honour's IRI."""

    size: int
    classes: frozenset[str]
    value: str | None
    meaningless: bool
    """Nothing but a word of two syllables, or a surname without a name: read as if it were not known."""


class Lexicon:
    """All known wordings. Built once a process; never changed afterwards."""

    def __init__(self) -> None:
        self.root = Node()
        self.class_sets: set[frozenset[str]] = set()
        self.foreign_bodies = set[str]()
        """Words with which foreign names end that are no people's; in lists of words they mean nothing of their own."""
        self.given = set[str]()
        """Given names of other peoples."""
        for name in _FILES:
            self._load(name)
        for unit in provinces():
            for label in unit.labels:
                mixed = any(word[0].islower() for word in label.split())  # `Thành phố HCM`, as it is written
                self.add(f"={label}" if mixed else label, "province").name = unit.name
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
        return not giver or self.is_name_of(giver, "whole")

    def _settle(self) -> None:
        """Fix the classes of every wording; `class_sets` are all that a match can have."""
        nodes = [self.root]
        while nodes:
            node = nodes.pop()
            nodes.extend(node.next.values())
            if node.classes or node.exact:
                node.ends = True
                node.capitalised = node.always = node.classes
                if not node.classes.isdisjoint(PROPER):
                    node.always = node.classes - PROPER
                self.class_sets.update(_possible(node) if node.exact else (node.capitalised, node.always))
        self.class_sets.discard(_NONE)

    def _load(self, name: str) -> None:
        section = ""
        source = Path(__file__).parent / "lexicon" / f"{name}.txt"
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            entry = line.strip()
            if not entry or entry.startswith("#"):
                continue
            if entry.startswith("["):
                section = entry.strip("[]")
            elif section == "foreign_body":
                self.foreign_bodies.add(entry)
            elif section == "given":
                self.given.add(entry)
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
        classes = (*_IMPLIED.get(name, ()), name)
        if exact:
            node.exact = {**node.exact, **{one: node.exact.get(one, set()) | {wording} for one in classes}}
        else:
            node.classes = node.classes.union(classes)
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
        keys, best = sentence.keys, None
        node = self.root.next.get(keys[start])
        end = start
        while node is not None:
            end += 1
            if node.ends:
                best = node.sure or written(node, sentence.words[start:end]) or best
            node = node.next.get(keys[end]) if end < len(keys) else None
        return best


def written(node: Node, words: list[str]) -> Match | None:
    """What a wording means as it is written here: names of provinces only in capitals, some words only in one way."""
    classes = node.capitalised if node.always is node.capitalised or _capital(words) else node.always
    if node.exact:
        written = " ".join(words)
        classes = classes.union(c for c, ways in node.exact.items() if written in ways)
    if not classes:
        return None
    if node.matches is None:
        node.matches = {}
    match = node.matches.get(classes)
    if match is None:
        name = node.name if classes & {"province", "campaign"} else None
        meaningless = classes == _COMPOUND or classes <= _SURNAMES
        match = node.matches[classes] = Match(len(words), classes, name or node.iri, meaningless)
    if not node.exact and node.always is node.capitalised:
        node.sure = match
    return match


def single(node: Node, word: str, small: bool) -> Match | None:
    """What a single word means as it is written here; `small` says whether it is a word in small letters."""
    if node.exact:
        return written(node, [word])
    if node.alone is None:
        node.alone = written(node, ["A"]), written(node, ["a"])
    return node.alone[small]


def _capital(words: list[str]) -> bool:
    if len(words) == 1:
        return words[0][0].isupper() or not words[0][0].isalpha()
    return not any(word[0].isalpha() and not word[0].isupper() for word in words)


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
