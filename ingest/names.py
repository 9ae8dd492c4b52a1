"""Tokens → the names of people among the other items, and short forms → the full names that they stand for."""

from __future__ import annotations

from ingest.capitals import BRAND, abbreviated, firm, no_name, run, vietnamese, written
from ingest.items import Item, alphabet, basic, item
from ingest.tokens import Sentence
from ingest.words import Lexicon, Match

_LONGEST = 5
_COMPOUND = frozenset({"word"})
_LOW = frozenset({"low"})
_GOES_ON = frozenset("low cap caps inside inner unit office num body surname province title new".split())
"""Classes with which a name of something else (`công ty …`) may go on."""
_ENDS_OFFICE = frozenset("comma semicolon colon person open close dot low speak attend".split())
_SMALL = frozenset({"purpose", "take_office", "new", "on", "in", "for", "have", "passive", "by", "because", "speak"})
"""Small words that, with a capital letter inside a name, are syllables of it (`Huyện ủy Lý Nhân`, `Thăng Long`)."""
_SURNAMES = frozenset({"surname", "common_surname"})
_STOP = frozenset({"province", "country", "whole", "office", "title", "body", "honour", "event", "media"})


class Names:
    """The people that an article has named so far: full names by their last syllables."""

    def __init__(self) -> None:
        self.full: dict[tuple[str, ...], str] = {}
        self.short: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, keys: tuple[str, ...], name: str) -> str:
        """Enter a name; returns the full form under which the person is known."""
        if len(keys) > 1:
            first = self.full.setdefault(keys, name)
            for size in range(1, len(keys)):
                self.short[keys[-size:]] = keys
                if not vietnamese(name.split()[0]):
                    for start in range(len(keys) - size):
                        self.short.setdefault(keys[start : start + size], keys)
            return first
        return self.full.setdefault(keys, name)

    def alias(self, keys: tuple[str, ...], name: str) -> None:
        """Another name of a person already named (a pen name, a stage name)."""
        full = next((k for k, n in self.full.items() if n == name), None)
        if full is not None:
            self.short.setdefault(keys, full)

    def resolve(self, keys: tuple[str, ...]) -> str | None:
        """The full name for a name or a short form of it, the one told last where several end alike."""
        if keys in self.short:
            return self.full[self.short[keys]]
        if len(keys) == 1:  # `ông Tập`
            begun = [name for full, name in self.full.items() if full[0] == keys[0] and len(full) > 1]
            if len(begun) == 1:
                return begun[0]
        return self.full.get(keys)


def scan(sentence: Sentence, known: Lexicon, names: Names) -> list[Item]:
    """The items of a sentence: names of people first where the words around them say so, known words else."""
    letters = alphabet()
    items: list[Item] = []
    state = _State()
    at, size = 0, len(sentence)
    words, keys, starts = sentence.words, sentence.keys, known.root.next
    while at < size:
        word = words[at]
        match = known.match(sentence, at) if keys[at] in starts else None
        end = _person_at(sentence, at, match, known, names, state) if word[0].isupper() else 0
        if end and state.alias and end < size and sentence.words[end] == ")":
            items.append(item("cap", at, end))
            names.alias(tuple(sentence.keys[at:end]), state.alias)
            at = end
        elif end:
            told = tuple(k for k in keys[at:end] if k not in "-.")
            full = names.resolve(told) or names.add(told, written(sentence, at, end))
            items.append(item("person", at, end, full))
            state.after("person", frozenset({"person"}))
            state.alias = full
            at = end
        elif match is not None:
            value = match.name or match.iri
            if match.classes == _COMPOUND or match.classes <= _SURNAMES or state.inside_place(word, match):
                plain = "cap" if word[0].isupper() else "low"
                items.append(item(plain, at, match.end))
                state.after(word, frozenset({plain}))
            else:
                items.append(Item(letters.symbol(match.classes), at, match.end, value))
                state.after(word, match.classes)
            at = match.end
        else:
            name = basic(word)
            items.append(item(name, at, at + 1))
            if name == "low":
                state.plain()
            else:
                state.after(word, frozenset({name}))
            at += 1
    return items


class _State:
    """What stands before the next token."""

    def __init__(self) -> None:
        self.classes: frozenset[str] = frozenset({"begin"})
        self.office = False
        """An office was named and since then nothing but its body."""
        self.minister = False
        """That office needs no body to be known (`Bộ trưởng`): its body is no company that may bear any name."""
        self.titled = False
        """A title or form of address stands directly before, or before a country (`lãnh tụ Cuba`)."""
        self.address = False
        self.named = False
        """Inside a name of something else: `công ty …`, `đường …`, `lăng …`."""
        self.firm = False
        """That name is one of a body that is seldom named after people."""
        self.place = False
        """Inside the name of a place, after `phường`, `xã` and the like."""
        self.alias = ""
        """The person told directly before an opening bracket: a name alone in it is another name of hers."""
        self.listed = False
        """A person and then a comma or `và`: a list of names may go on."""

    def inside_place(self, word: str, match: Match) -> bool:
        """Whether a capitalised word is part of a place's name (`phường Cầu Ông Lãnh`), whatever it means alone."""
        after = bool(self.classes & {"caps", "cap", "inside", "body"})
        named = after and (
            match.classes <= {"not_province", "surname"} or bool(match.classes & _SMALL and not word.isupper())
        )
        inside = self.place and not match.classes & {"province", "country", "unit", "dash"}
        return word[0].isupper() and (inside or named)

    def plain(self) -> None:
        """What `after` does for a lower-case word that the lexicon does not know: the commonest case by far."""
        self.classes, self.alias = _LOW, ""
        self.office = self.titled = self.address = self.place = self.listed = False

    def after(self, word: str, classes: frozenset[str]) -> None:
        if word == "." and self.titled:
            return
        before = self.classes
        if "open" not in classes:
            self.alias = ""
        self.listed = bool(classes & {"comma", "and"}) and "person" in before
        if "country" not in classes or "title" in classes:
            self.titled = bool(classes & {"title", "address"})
            self.address = "address" in classes
        self.place = "unit" in classes or (self.place and classes <= {"cap", "dot"})
        if "not_province" in classes:
            self.named, self.firm = True, word.lower() in _FIRMS
        elif not classes & _GOES_ON:
            self.named = False
        if "office" in classes:
            self.office = not self.named
            self.minister = "complete" in classes
        elif classes & _ENDS_OFFICE:
            self.office = False
        self.classes = classes


def _person_at(sentence: Sentence, at: int, match: Match | None, known: Lexicon, names: Names, state: _State) -> int:
    """The end of a person's name that begins at this token, or 0."""
    words, keys = sentence.words, sentence.keys
    classes = match.classes if match else frozenset()
    if "num" in state.classes or BRAND.match(words[at]) or no_name(sentence, at):
        return 0
    end = run(sentence, at)
    surname, first = known.is_a(keys[at], "surname"), words[at]
    told = (keys[at],) in names.short
    alone = end == at + 1 and (match is None or match.end == end)
    if told and state.office and alone and ("office" in state.classes or not vietnamese(first)):
        return end
    if "place_office" in state.classes and end - at == 2:
        return 0
    if state.named and not state.titled:
        return end if state.office and _behind_body(sentence, at, end, known, state) else 0
    for size in range(end - at, 1, -1):
        if tuple(k for k in keys[at : at + size] if k not in "-.") in names.full and not (
            state.classes & {"unit", "not_province"} or (size == 2 and state.classes & {"body", "inside"})
        ):
            return at + size
    if (len(first) > 1 and first.isupper() and not words[at : at + 2][-1].isupper()) or "media" in classes:
        return 0
    if classes & {"province", "country"} and match is not None:
        if "also_person" in classes:
            return match.end if "office" in state.classes and not state.named else 0
        if match.end >= end or not state.titled or not vietnamese(words[match.end]):
            return 0
    stop = _cut(sentence, at, end, known)
    size = stop - at
    foreign = size >= 2 and not any(vietnamese(w) for w in words[at:stop] if w[0].isupper() and len(w) > 1)
    stop = end if foreign else min(stop, at + _LONGEST)
    size = stop - at
    if abbreviated(words[at:stop], state.office):
        return 0
    common = known.is_a(keys[at], "common_surname")
    given = state.titled and not state.address and keys[at] == "anh" and size == 2
    if (
        not (surname or given)
        and match is not None
        and classes & {"title", "address", "office", "body", "whole", "honour", "event", "unit"}
    ):
        return 0
    if match is not None and match.end > at + 1 and classes & {"office", "body", "whole"}:
        return 0
    if match is not None and match.end >= end > at + 1 and "inside" in classes:
        return 0
    if (
        match is not None
        and match.end > stop
        and classes & {"office", "body", "whole", "honour", "event", "word", "inside"}
    ):
        return 0
    if state.titled and _place_first(sentence, at, stop, known) and not vietnamese(first):
        return 0
    if size == 1 and len(first) == 1:
        return 0
    if state.titled:
        return stop if size >= 2 or state.address or (keys[at],) in names.short else 0
    if state.office:
        inside = bool(
            state.classes & {"unit", "body", "inside", "inner", "place_office"} and "whole" not in state.classes
        )
        middle = size >= 3 and keys[at + 1] in _MIDDLE
        native = all(vietnamese(w) for w in words[at:stop]) and (state.minister or middle or not classes - _SURNAMES)
        long = 3 <= size <= 4 and "inside" in state.classes and native
        if (
            surname
            and size >= 2
            and (long or not (inside and (not common or (size < 3 and "inside" not in state.classes))))
        ):
            return 0 if _place_first(sentence, at, stop, known) else stop
        if "country" in state.classes or "office" in state.classes:
            if (foreign or not vietnamese(first)) and not classes:
                if firm(sentence, at, names.short):
                    return 0
                return 0 if _place_first(sentence, at, stop, known) else stop
            if size == 1 and (keys[at],) in names.short:
                return stop
            if "country" in state.classes and 2 <= size <= 4 and not classes:
                return stop
        if "complete" in state.classes and 2 <= size <= 4 and not classes:
            return stop
        if state.minister and "inside" in state.classes and size == 1 and not vietnamese(first) and not classes:
            return stop
        inside = bool(state.classes & {"unit", "body"}) and "whole" not in state.classes
        return stop if foreign and not inside and not firm(sentence, at, names.short) else 0
    if state.classes & {"unit", "not_province", "body", "cap", "caps"}:
        return 0
    if foreign and size <= 4 and not classes and _office_or_talk(sentence, stop, known):
        return stop
    if common and size == 2:
        return 0 if "body" in classes else stop
    if state.listed and size == 2 and _ends_name(sentence, stop):
        return stop
    if (
        size == 1
        and (keys[at],) in names.short
        and not classes
        and ("begin" not in state.classes or not vietnamese(first))
    ):
        return stop
    return stop if surname and 3 <= size <= 4 else 0


def _behind_body(sentence: Sentence, at: int, end: int, known: Lexicon, state: _State) -> bool:
    """Whether a person's name begins behind a body's with no sign between (`Tổng Biên tập Báo Sơn La Quàng Văn A`)."""
    if not known.is_a(sentence.keys[at], "surname") or not 3 <= end - at <= 4:
        return False
    if state.classes & {"not_province", "unit"} or ("body" in state.classes and "whole" not in state.classes):
        return False
    if state.classes & {"province", "cap", "caps", "whole"}:
        return True
    return state.firm and "inside" in state.classes and sentence.keys[at + 1] in _MIDDLE


_MIDDLE = frozenset({"thị", "văn"})
"""Second syllables that people's names have and bodies' have not."""
_FIRMS = frozenset("báo đài ngân công tập hãng nhà clb câu khách xã phường huyện quận thị".split())
"""First syllables of words for bodies and units that are seldom named after people, as schools and streets are."""


def _ends_name(sentence: Sentence, at: int) -> bool:
    return at >= len(sentence) or not sentence.words[at][0].isalnum() or sentence.keys[at] == "và"


def _office_or_talk(sentence: Sentence, at: int, known: Lexicon) -> bool:
    """Whether an office in apposition, or a verb of speaking, follows: then an unknown foreign name is a person's."""
    if at < len(sentence) and sentence.keys[at] in (",", "(", "-"):
        match = known.match(sentence, at + 1) if at + 1 < len(sentence) else None
        return match is not None and bool(match.classes & {"office", "former"})
    match = known.match(sentence, at) if at < len(sentence) else None
    return match is not None and "talk" in match.classes


def _cut(sentence: Sentence, at: int, end: int, known: Lexicon) -> int:
    """The run cut where the name of a place, a body or a paper, or a title begins inside it after two words or more."""
    stop = at + 1
    while stop < end:
        inner = known.match(sentence, stop)
        if stop == at + 1 and (inner is None or "country" not in inner.classes):
            stop += 1
            continue
        if inner is not None and inner.classes & _STOP and inner.end > stop + 1 and inner.end <= end:
            return stop
        stop += 1
    return end


def _place_first(sentence: Sentence, at: int, stop: int, known: Lexicon) -> bool:
    """Whether a long run after an office is a place and a name with no sign between (`xã Lương Sơn Nguyễn Văn A`)."""
    foreign = not vietnamese(sentence.words[at])
    return any(
        (stop - at > 4 or foreign) and stop - inner <= 4 and known.is_a(sentence.keys[inner], "common_surname")
        for inner in range(at + 1, stop - 1)
    )
