"""A sentence's tokens → items: known words, names, punctuation, each one symbol wide, so that rules read like patterns.

A *symbol* stands for a set of classes. A rule is a regular expression over class names in angle brackets,
`<office>(<comma><office>)*<person>`, that `Rule` turns into one over symbols; a composed item (a person, a post, a
body) is again one symbol, so each grammar builds on what the ones before it found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.facts import Passage
from ingest.needs import needed
from ingest.tokens import DASHES, LONGEST_SENTENCE, QUOTES, Sentence
from ingest.words import Lexicon, lexicon

PUNCTUATION = {
    ",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "/": "slash", "&": "and",
    ".": "dot", "…": "dots", "..": "dots", "...": "dots", "?": "dot", "!": "dot",
}  # fmt: skip
_SYMBOLS = tuple(chr(c) for c in (*range(1, 256), *range(0x4E00, 0x5E00)) if chr(c) not in "[]\\^-&|~")
"""Characters without a meaning inside a set. `re` compiles sets of the first 255 many times as fast as others."""


@dataclass(slots=True)
class Item:
    """Tokens `start` to `end` of a sentence as one unit; `value` is a name, a text or what a grammar attached."""

    symbol: str
    start: int
    end: int
    value: object = None


class Alphabet:
    """One symbol for each set of classes that can occur, and the sets of symbols that a class name means in a rule."""

    def __init__(self, known: Lexicon) -> None:
        self.by_classes: dict[frozenset[str], str] = {}
        """All that a match of the lexicon can have, and those of phrases."""
        self.by_symbol: dict[str, frozenset[str]] = {}
        self.bits: dict[str, int] = {}
        """One bit for each symbol: a sentence has the sum of its symbols' bits, so one `&` tells what it lacks."""
        self._by_name: dict[str, set[str]] = {}
        for classes in sorted(known.class_sets, key=sorted):
            self.symbol(classes)
        for name in (*BASIC, "org state"):
            self.symbol(frozenset(name.split()))

    def symbol(self, classes: frozenset[str]) -> str:
        symbol = self.by_classes.get(classes)
        if symbol is None:
            symbol = _SYMBOLS[len(self.by_classes)]
            self.by_classes[classes] = symbol
            self.by_symbol[symbol] = classes
            self.bits[symbol] = 1 << len(self.bits)
            for name in classes:
                self._by_name.setdefault(name, set()).add(symbol)
        return symbol

    def classes(self, symbol: str) -> frozenset[str]:
        return self.by_symbol[symbol]

    def meaning(self, names: Iterable[str]) -> str:
        """The symbols whose classes hold one of these names, as a character class of a regular expression."""
        return f"[{''.join(sorted(self.symbols(names)))}]"

    def bits_of(self, names: Iterable[str]) -> int:
        """The bits of all symbols whose classes hold one of these names."""
        return sum(self.bits[symbol] for symbol in self.symbols(names))

    def symbols(self, names: Iterable[str]) -> set[str]:
        """The symbols whose classes hold one of these names."""
        wanted = list(names)
        found = set[str]().union(*(self._by_name.get(name, ()) for name in wanted))
        if not found:
            raise ValueError(f"no item can be of a class in {sorted(wanted)}")
        return found


BASIC = tuple(
    "low cap caps num comma semicolon colon open close slash dot dots dash quote sign person post org award_name"
    " count_group occasion cluster_name cluster_short date year locality and work province country contest".split()
)
"""Classes that no lexicon file gives: of tokens by their looks, and of phrases."""


@cache
def alphabet() -> Alphabet:
    return Alphabet(lexicon())


@cache
def _symbol_of(name: str) -> str:
    return alphabet().symbol(frozenset(name.split()))


@cache
def _any_of(names: tuple[str, ...]) -> tuple[int, re.Pattern[str]]:
    return alphabet().bits_of(names), re.compile(alphabet().meaning(names))


@cache
def _classes() -> dict[str, frozenset[str]]:
    return alphabet().by_symbol


class Rule:
    """A named pattern over classes; compiled when first used, since the lexicon decides the symbols.

    `<a|b>` is an item of class a or b, `<~a|b>` any item of neither; blanks and line ends mean nothing.
    """

    __slots__ = ("_compiled", "name", "needs", "pattern")

    def __init__(self, name: str, pattern: str) -> None:
        self.name, self.pattern = name, pattern
        self._compiled: re.Pattern[str] | None = None
        self.needs: tuple[int, ...] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(_CLASSES.sub(_replace, _BLANKS.sub("", self.pattern)))
        return self._compiled

    def settle(self) -> tuple[int, ...]:
        """Fix `needs`: bits of symbols of which a sentence must have one each, or the rule matches nothing there."""
        found = needed(_BLANKS.sub("", self.pattern))
        self.needs = tuple(alphabet().bits_of(names) for names in reversed(found))
        return self.needs


_BLANKS = re.compile(r"\s+")
_CLASSES = re.compile(r"(?<!\?P)<(~?)([a-z_|]+)>")


def _replace(match: re.Match[str]) -> str:
    found = alphabet().meaning(match[2].split("|"))
    return f"[^{found[1:]}" if match[1] else found


class Items:
    """A sentence as items, with their symbols as one string that rules run over."""

    __slots__ = ("bits", "items", "sentence", "symbols", "text")

    def __init__(
        self, text: str, sentence: Sentence, items: list[Item], symbols: str | None = None, bits: int | None = None
    ) -> None:
        self.text, self.sentence, self.items = text, sentence, items
        self.symbols = "".join([i.symbol for i in items]) if symbols is None else symbols
        self.bits = _bits(self.symbols) if bits is None else bits
        """Of all symbols that there are; what was composed away may be among them."""

    def __len__(self) -> int:
        return len(self.items)

    def copy(self) -> Items:
        """The same items, to be composed further: the list is shared, since composing replaces it."""
        return Items(self.text, self.sentence, self.items, self.symbols, self.bits)

    def become(self, items: list[Item]) -> None:
        """Other items for the same sentence."""
        self.items = items
        self.symbols = "".join([i.symbol for i in items])
        self.bits = _bits(self.symbols)

    def put(self, at: int, item: Item) -> None:
        """Another item in the place of one."""
        self.items = [*self.items[:at], item, *self.items[at + 1 :]]
        self.symbols = self.symbols[:at] + item.symbol + self.symbols[at + 1 :]
        self.bits |= alphabet().bits[item.symbol]

    def passage(self, first: int, stop: int) -> Passage:
        """The stretch of text from item `first` to before item `stop`."""
        return Passage(self.start(first), self.end(stop - 1))

    def is_a(self, index: int, *names: str) -> bool:
        """Whether the item exists and is of one of these classes."""
        return 0 <= index < len(self.symbols) and not _classes()[self.symbols[index]].isdisjoint(names)

    def past(self, index: int, *names: str) -> int:
        """The first item from one on that is of none of these classes."""
        while self.is_a(index, *names):
            index += 1
        return index

    def before(self, index: int, *names: str) -> int:
        """The nearest item before one that is of none of these classes; -1 where there is none."""
        index -= 1
        while self.is_a(index, *names):
            index -= 1
        return index

    def classes(self, index: int) -> frozenset[str]:
        return _classes()[self.symbols[index]]

    def start(self, index: int) -> int:
        """Offset in the text at which the item begins."""
        return self.sentence.starts[self.items[index].start]

    def end(self, index: int) -> int:
        """Offset in the text at which the item ends."""
        return self.sentence.ends[self.items[index].end - 1]

    def wording(self, first: int, stop: int) -> str:
        """The text of items `first` to `stop` (exclusive) as written, line ends and doubled blanks made one blank."""
        if first >= stop:
            return ""
        return " ".join(self.text[self.start(first) : self.end(stop - 1)].split())

    def has(self, *names: str) -> bool:
        """Whether there is an item of one of these classes."""
        bits, pattern = _any_of(names)
        return bool(self.bits & bits) and pattern.search(self.symbols) is not None

    def where(self, *names: str) -> list[int]:
        """The indices of all items of one of these classes."""
        bits, pattern = _any_of(names)
        return [m.start() for m in pattern.finditer(self.symbols)] if self.bits & bits else []

    def keys(self, index: int) -> str:
        item = self.items[index]
        return " ".join(self.sentence.keys[item.start : item.end])

    def find(self, rule: Rule) -> Iterable[re.Match[str]]:
        """All matches. Nearly every sentence lacks an item without which the rule cannot match: that is seen first."""
        bits, needs = self.bits, rule.needs
        for need in rule.settle() if needs is None else needs:
            if not bits & need:
                return ()
        return rule.compiled.finditer(self.symbols)

    def first(self, rule: Rule) -> re.Match[str] | None:
        """The first match."""
        return next(iter(self.find(rule)), None)

    def compose(self, rule: Rule, name: str, value: Callable[[re.Match[str]], object]) -> None:
        """Make one item of class `name` (or several, with blanks) of each match; a value of None leaves it as it is."""
        matches = self.find(rule)
        if not matches:
            return
        out: list[Item] = []
        last, symbols = 0, ""
        symbol = _symbol_of(name)
        for match in matches:
            first, stop = match.span()
            if first == stop or (made := value(match)) is None:
                continue
            out += self.items[last:first]
            symbols += self.symbols[last:first] + symbol
            out.append(Item(symbol, self.items[first].start, self.items[stop - 1].end, made))
            last = stop
        if last:
            self.items = out + self.items[last:]
            self.symbols = symbols + self.symbols[last:]
            self.bits |= alphabet().bits[symbol]


def _bits(symbols: str) -> int:
    of, found = alphabet().bits, 0
    for symbol in set(symbols):
        found |= of[symbol]
    return found


def basic(word: str) -> str:
    """The class of a token that the lexicon does not know."""
    if word[0].isdigit():
        return "num"
    if word[0].isalpha():
        if not word[0].isupper():
            return "low"
        return "caps" if len(word) > 1 and word.isupper() else "cap"
    if word in DASHES:
        return "dash"
    if word in QUOTES:
        return "quote"
    return PUNCTUATION.get(word, "sign")


@lru_cache(maxsize=4096)
def basic_symbol(word: str) -> str:
    """The symbol of a token that the lexicon does not know."""
    return _symbol_of(basic(word))


@cache
def singles(symbol: str) -> tuple[Item, ...]:
    """The items of one token each and of one symbol, at every place in a sentence: nothing changes an item."""
    return tuple(Item(symbol, at, at + 1) for at in range(LONGEST_SENTENCE))


def item(name: str, start: int, end: int, value: object = None) -> Item:
    return Item(_symbol_of(name), start, end, value)
