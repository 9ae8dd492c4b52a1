"""The people that an article has named so far, and its wards and firms → whom a short form of a name means."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ingest.capitals import vietnamese
from ingest.districts import districts
from ingest.tokens import CAPITAL, Sentence, key_of
from ontology.spelling import CAPITALS

_UNIT_NAMED = re.compile(
    rf"\b(?:phường|xã|quận|huyện|thị trấn|thị xã|tập đoàn|siêu thị) ((?:[{CAPITALS}][^\W\d_]* ?){{2,4}})"
)


_BORN = frozenset("hai ba tư năm sáu bảy tám chín mười út".split())
"""Words for who was born as which, by which people of the South are called with their given name."""


class Names:
    """The people that an article has named so far: full names by their last syllables.

    `version` counts the changes and `changed` has, by each word of a name, the last change that concerns the word: so
    it can be told whether a sentence would be read otherwise now than at an earlier version.
    """

    def __init__(self, text: str = "") -> None:
        self.places = {
            tuple(map(key_of, words[:size]))
            for unit in _UNIT_NAMED.findall(text)
            for words in [unit.split()]
            for size in range(2, len(words) + 1)
        }
        """The names of the wards, districts and firms that the article tells of as such."""
        self.full: dict[tuple[str, ...], str] = {}
        self.short: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.begins: dict[str, list[str]] = {}
        """By the first word of all full names, the first two of several words that begin so."""
        self.version = 0
        self.changed: dict[str, int] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def add(self, keys: tuple[str, ...], name: str) -> str:
        """Enter a name; returns the full form under which the person is known."""
        self._change(keys)
        begun = self.begins.setdefault(keys[0], [])
        if len(keys) > 1 and len(begun) < 2 and keys not in self.full:
            begun.append(name)
        first = self.full.setdefault(keys, name)
        self._keys.setdefault(first, keys)
        if len(keys) > 1:
            for size in range(1, len(keys)):
                foreign = not vietnamese(name.split()[0])
                if foreign:
                    self.short.setdefault(keys[-size:], keys)  # `Trump` is Donald, whoever else of the family is told
                else:
                    self.short[keys[-size:]] = keys
                if foreign:
                    for start in range(len(keys) - size):
                        self.short.setdefault(keys[start : start + size], keys)
        return first

    def alias(self, keys: tuple[str, ...], name: str) -> None:
        """Another name of a person already named (a pen name, a stage name)."""
        full = self._keys.get(name)
        if full is not None and keys not in self.short:
            self._change(keys)
            self.short[keys] = full

    def resolve(self, keys: tuple[str, ...]) -> str | None:
        """The full name for a name or a short form of it, the one told last where several end alike."""
        if keys in self.short:
            return self.full[self.short[keys]]
        if len(keys) == 2 and keys[0] in _BORN and keys[1:] in self.short:  # `chú Sáu Khải`
            return self.full[self.short[keys[1:]]]
        if len(keys) == 1 and len(begun := self.begins.get(keys[0], [])) == 1:  # `ông Tập`
            return begun[0]
        return self.full.get(keys)

    def by_given_name(self, word: str) -> str | None:
        """The full name that ends in a word, where the article has one such name only."""
        key = key_of(word)
        found = [keys for keys in self.full if len(keys) > 1 and keys[-1] == key]
        longest = max(found, key=len, default=())
        alike = all(longest[-len(keys) :] == keys for keys in found)
        return self.full[longest] if found and alike and vietnamese(word) else None

    def changed_since(self, version: int, sentence: Sentence) -> bool:
        """Whether a name in a sentence, which begins with a capital, may be read otherwise now than at a version."""
        if version == self.version:
            return False
        changed = self.changed
        for key, look in zip(sentence.keys, sentence.looks, strict=True):
            if look == CAPITAL and changed.get(key, 0) > version:
                return True
        return False

    def _change(self, keys: tuple[str, ...]) -> None:
        self.version += 1
        for key in keys:
            self.changed[key] = self.version


def name_keys(keys: list[str]) -> tuple[str, ...]:
    """The words of a name without its dashes and full stops."""
    return tuple(keys) if "-" not in keys and "." not in keys else tuple(k for k in keys if k not in ("-", "."))


_PEOPLE = frozenset({"ngô quyền", "lê chân", "hai bà trưng", "trần văn thời"})
"""Whose names districts bear: without more, the person may be meant."""


@cache
def known_places() -> frozenset[tuple[str, ...]]:
    """The words of the names of two syllables or more of districts, islands and the like, which could be somebody's."""
    source = Path(__file__).parent / "lexicon" / "landmarks.txt"
    told = [line for line in source.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    found = {tuple(map(key_of, name.split())) for name in (*told, *districts())}
    return frozenset(name for name in found if len(name) > 1 and " ".join(name) not in _PEOPLE)
