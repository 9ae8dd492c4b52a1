"""Tokens → the names of people among the other items, by the words around them and the names told before."""

from __future__ import annotations

import re

from ingest.capitals import BRAND, abbreviated, as_written, called_so, firm, no_name, run, vietnamese
from ingest.context import State, beginning
from ingest.items import Item, alphabet, basic_symbol, singles
from ingest.named import Names, known_places, name_keys
from ingest.tokens import CAPITAL, LOWER, Sentence
from ingest.words import Lexicon, Match, single

_LONGEST = 5
_SURNAMES = frozenset({"surname", "common_surname"})
_LOW, _CAP, _PERSON = frozenset({"low"}), frozenset({"cap"}), frozenset({"person"})
_STOP = frozenset(
    {"province", "country", "whole", "office", "title", "body", "honour", "event", "media", "lead", "deputy", "cluster"}
)


def scan(sentence: Sentence, known: Lexicon, names: Names) -> tuple[list[Item], str]:
    """The items of a sentence and their symbols: names of people where the words around them say so, else known words.

    Only a word with a capital letter can begin a name; alone, it is one only after an office or a form of address, or
    as the short form of a name told before. Everything else is looked up in the lexicon.
    """
    letters = alphabet()
    low, cap, person = letters.symbol(_LOW), letters.symbol(_CAP), letters.symbol(_PERSON)
    symbols_of, plain = letters.by_classes, singles(low)
    words, looks, keys = sentence.words, sentence.looks, [*sentence.keys, ""]
    begun = list(map(known.root.next.get, keys))
    items, symbols = list[Item](), list[str]()
    state, steps, told_last = beginning(), 0, ""
    at, size = 0, len(words)
    while at < size:
        look, node = looks[at], begun[at]
        if node is None:
            match = None
        elif keys[at + 1] in node.next:
            match = known.match(sentence, at)
        else:
            match = node.sure or (single(node, words[at], look == LOWER) if node.ends else None)
        if look == LOWER:
            if match is None:
                items.append(plain[at])
                symbols.append(low)
                at += 1
                continue
            if not match.meaningless:
                symbol = symbols_of[match.classes]
                length = match.size
                if length == 1 and match.value is None:
                    items.append(singles(symbol)[at])
                else:
                    items.append(Item(symbol, at, at + length, match.value))
                symbols.append(symbol)
                at += length
                continue
        if look == CAPITAL or words[at] == ".":
            for symbol in symbols[steps:]:
                state = state.next.get(symbol) or state.after(symbol)
            steps = len(symbols)
        if (
            look == CAPITAL
            and (
                state.office
                or state.titled
                or (at + 1 < size and (looks[at + 1] == CAPITAL or words[at + 1] == "thị" or keys[at + 1] == "-"))
                or (keys[at],) in names.short
            )
            and (end := _person_at(sentence, at, match, known, names, state))
        ):
            if state.aliased and end < size and words[end] == ")":
                items.append(Item(cap, at, end))
                symbols.append(cap)
                names.alias(tuple(keys[at:end]), told_last)
                steps += 1
            else:
                told = name_keys(keys[at:end])
                told_last = names.resolve(told) or names.add(told, as_written(sentence, at, end))
                items.append(Item(person, at, end, told_last))
                symbols.append(person)
            at = end
            continue
        if match is None:
            symbol = basic_symbol(words[at])
            items.append(singles(symbol)[at])
            at += 1
        elif match.meaningless or (
            look == CAPITAL
            and state.inside_place(
                words[at], match.classes, keys[at + 1] and words[at + 1] if match.size == 1 else None
            )
        ):
            symbol = cap if look == CAPITAL else low
            items.append(Item(symbol, at, at + match.size))
            at += match.size
        else:
            symbol = symbols_of[match.classes]
            items.append(Item(symbol, at, at + match.size, match.value))
            at += match.size
        symbols.append(symbol)
        if state.titled and words[at - 1] == ".":
            steps += 1  # a full stop after a title (`TS. X`) is as if it were not there
    return items, "".join(symbols)


def _person_at(sentence: Sentence, at: int, match: Match | None, known: Lexicon, names: Names, state: State) -> int:
    """The end of a person's name that begins at this token, or 0."""
    words, keys = sentence.words, sentence.keys
    classes = match.classes if match else frozenset()
    if "num" in state.classes or BRAND.match(words[at]) or no_name(sentence, at):
        return 0
    if keys[at] == "và" and _begins_clause(sentence, at, known):
        return 0  # `Và Lê Văn An nhận …`
    if words[at - 1] == "," and at > 1 and words[at - 2].isdigit() and _ADDRESS.match(" ".join(keys[at + 2 : at + 6])):
        return 0  # `số 32, Huỳnh Văn An, quận 3`
    end = run(sentence, at)
    surname, first = known.is_a(keys[at], "surname"), words[at]
    told = (keys[at],) in names.short
    alone = end == at + 1 and (match is None or match.size == 1)
    if told and state.office and alone and ("office" in state.classes or not vietnamese(first)):
        return end
    if told and alone and "country" in classes and state.listed:
        return end  # `2 học sinh Mạnh và Đức`
    if "place_office" in state.classes and end - at == 2:
        return 0
    if state.named and not state.titled:
        behind = state.office and _behind_body(sentence, at, end, known, state)
        return end if behind and not _place_first(sentence, at, end, known) else 0
    for size in range(end - at, 1, -1) if keys[at] in names.begins else ():
        longer = at + size < end and not vietnamese(words[at]) and not vietnamese(words[at + size])  # `Raul Castro Ruz`
        if (
            name_keys(keys[at : at + size]) in names.full
            and not longer
            and not (state.classes & {"unit", "not_province"} or (size == 2 and state.classes & {"body", "inside"}))
        ):
            return at + size
    if (len(first) > 1 and first.isupper() and not words[at : at + 2][-1].isupper()) or "media" in classes:
        return 0
    if "firm" in classes and not state.titled:
        return 0
    if classes & {"province", "country"} and match is not None:
        if "also_person" in classes:
            return at + match.size if "office" in state.classes and not state.named else 0
        abroad = "country" in classes and match.size > 1  # `người đồng cấp Hàn Quốc Moon Jae-in`
        if abroad or at + match.size >= end or not state.titled or not vietnamese(words[at + match.size]):
            return 0
    stop = _cut(sentence, at, end, known)
    if stop == at + 1 and surname and state.address and end == at + 3 and keys[at + 1 : end] == ["trung", "quốc"]:
        stop = end  # `ông Dương Trung Quốc`
    size = stop - at
    foreign = size >= 2 and not any(vietnamese(w) for w in words[at:stop] if w[0].isupper() and len(w) > 1)
    stop = end if foreign else min(stop, at + _LONGEST + keys[at:stop].count("-"))
    size = stop - at
    if abbreviated(words[at:stop], state.office) or not known.foreign_bodies.isdisjoint(keys[at:stop]):
        return 0
    dwellers = at > 0 and keys[at - 1] == "dân"
    if dwellers or not state.titled:
        called = [tuple(keys[first:stop]) for first in (at, at - 1)]
        if not state.titled and any(name in names.places for name in called):
            return 0  # `Chủ tịch Hoàng Liệt`, where the article tells of `phường Hoàng Liệt`
        if (dwellers or not state.listed) and any(name in known_places() for name in called):
            return 0  # `ở Hoàng Sa`, `ngư dân Nghi Lộc`
    common = known.is_a(keys[at], "common_surname")
    given = state.titled and not state.address and keys[at] == "anh" and size == 2
    if (
        not (surname or given)
        and match is not None
        and classes & {"title", "address", "office", "body", "whole", "honour", "event", "unit"}
    ):
        return 0
    if match is not None and match.size > 1 and classes & {"office", "body", "whole", "lead", "deputy"}:
        return 0
    if match is not None and at + match.size >= end > at + 1 and "inside" in classes:
        return 0
    if (
        match is not None
        and at + match.size > stop
        and classes & {"office", "body", "whole", "honour", "event", "word", "inside"}
    ):
        return 0
    if state.titled and _place_first(sentence, at, stop, known) and not vietnamese(first):
        return 0
    if size == 1 and len(first) == 1:
        return 0
    if state.titled:
        if (
            size == 1
            and match is None
            and not vietnamese(first)
            and not first.isupper()
            and _talks(sentence, stop, known)
        ):
            return stop  # `Tiến sĩ Felber cho biết`
        if size >= 2 or (keys[at],) in names.short:
            return stop
        return stop if state.address and not called_so(sentence, at) else 0
    if state.office:
        inside = bool(
            state.classes & {"unit", "body", "inside", "inner", "place_office"} and "whole" not in state.classes
        )
        middle = size >= 3 and keys[at + 1] in _MIDDLE
        native = all(vietnamese(w) for w in words[at:stop]) and (state.minister or middle or not classes - _SURNAMES)
        long = 3 <= size <= 4 and (("inside" in state.classes and native) or (middle and keys[at - 1] in _COMMITTEES))
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
        field = state.minister and "inside" in state.classes  # `Bộ trưởng Điện lực Igor Gavidia`
        inside = bool(state.classes & {"unit", "body"}) and "whole" not in state.classes and not field
        return stop if foreign and not inside and not firm(sentence, at, names.short) else 0
    opened = at == 1 and foreign and vietnamese(words[0]) and not known.is_a(keys[0], "surname")
    if state.classes & {"unit", "not_province", "body", "cap", "caps"} and not (opened and "cap" in state.classes):
        return 0
    if (
        foreign
        and size <= 4
        and not classes
        and (
            (state.classes.isdisjoint(_NAMED_AFTER) and _given(sentence, at, stop, known))
            or _office_or_talk(sentence, stop, known)
        )
    ):
        return stop
    if common and size == 2:
        return 0 if "body" in classes else stop
    if state.listed and (size == 2 or (foreign and 2 < size <= 4)):
        goes_on = _verb_follows(sentence, stop, known)
        last = classes <= _SURNAMES and (goes_on or (foreign and "and" in state.classes))
        if last or _ends_name(sentence, stop):
            return stop
    if (
        size == 1
        and (keys[at],) in names.short
        and not classes
        and ("begin" not in state.classes or not vietnamese(first))
    ):
        return stop
    return stop if surname and 3 <= size <= 4 and not _prize(sentence, at) else 0


def _prize(sentence: Sentence, at: int) -> bool:
    """Whether a prize is named so: `Giải Bùi Văn An`."""
    return sentence.words[at - 1] == "Giải" and at > 1


def _begins_clause(sentence: Sentence, at: int, known: Lexicon) -> bool:
    """Whether `Và` stands before a name of its own: it is no surname there."""
    if at + 1 >= len(sentence):
        return False
    match = known.match(sentence, at + 1) if at == 0 else None
    return known.is_a(sentence.keys[at + 1], "common_surname") or (match is not None and "province" in match.classes)


_ADDRESS = re.compile(r"(?:\S+ ){0,2}, (?:quận|phường|huyện|xã|tp|thành phố|thị)\b")
"""What follows the name of a street in an address."""


def _behind_body(sentence: Sentence, at: int, end: int, known: Lexicon, state: State) -> bool:
    """Whether a person's name begins behind a body's with no sign between (`Tổng Biên tập Báo Sơn La Quàng Văn A`)."""
    coined = at > 0 and sentence.words[at - 1].isalpha() and not vietnamese(sentence.words[at - 1])
    coined = coined and state.classes.isdisjoint({"body", "not_province"})
    if coined and end - at == 2 and known.is_a(sentence.keys[at], "common_surname"):
        return True  # `CEO Công ty Wefit Nguyễn Khôi`
    if not known.is_a(sentence.keys[at], "surname") or not 3 <= end - at <= 4:
        return False
    if state.classes & {"not_province", "unit"} or ("body" in state.classes and "whole" not in state.classes):
        return False
    if state.classes & {"province", "cap", "caps", "whole"}:
        return True
    seldom = any(word.lower() in _FIRMS for word in sentence.words[max(0, at - _BODY) : at])
    return seldom and "inside" in state.classes and sentence.keys[at + 1] in _MIDDLE


_MIDDLE = frozenset({"thị", "văn"})
"""Second syllables that people's names have and bodies' have not."""
_COMMITTEES = ("ủy", "đoàn")
"""Last syllables of bodies that bear their place's name and no person's (`Tỉnh ủy`, `Thành đoàn`)."""
_FIRMS = frozenset("báo đài ngân công tập hãng nhà clb câu khách xã phường huyện quận thị".split())
"""First syllables of words for bodies and units that are seldom named after people, as schools and streets are."""
_BODY = 8
"""Words in which such a syllable is looked for."""


_UNITS = frozenset("xã phường huyện quận trấn thôn ấp bản khóm làng buôn".split())


def _verb_follows(sentence: Sentence, at: int, known: Lexicon) -> bool:
    """Whether a list of people ends before a word that goes on with them: `A và Minh Vương được mời`."""
    match = known.match(sentence, at) if at < len(sentence) and sentence.words[at].islower() else None
    return sentence.keys[at : at + 1] == ["từng"] or (match is not None and not match.classes.isdisjoint(_GOES_ON))


_GOES_ON = frozenset(
    "will passive suffer speak talk attend have is receive win confer at in chair not as with by because for deny"
    " propose".split()
)
"""Classes of what a sentence goes on with behind its subject."""


def _ends_name(sentence: Sentence, at: int) -> bool:
    return at >= len(sentence) or not sentence.words[at][0].isalnum() or sentence.keys[at] in ("và", "cùng")


_NAMED_AFTER = frozenset({"honour_head", "honour", "order", "event", "contest", "media", "body", "work", "made"})
"""Classes of what is named after people: the name behind them is not told as somebody's."""


def _given(sentence: Sentence, at: int, stop: int, known: Lexicon) -> bool:
    """Whether a foreign name begins with a given name, and is no firm's of two partners (`Ernst & Young`)."""
    return sentence.keys[at] in known.given and "&" not in (
        *sentence.keys[at - 1 : at],
        *sentence.keys[stop : stop + 1],
    )


def _office_or_talk(sentence: Sentence, at: int, known: Lexicon) -> bool:
    """Whether an office, an age or a verb of speaking follows: then an unknown foreign name is a person's."""
    if at < len(sentence) and sentence.keys[at] in (",", "(", "-"):
        behind = sentence.keys[at + 1 : at + 4]
        if behind[1:2] == ["tuổi"] or behind[:1] == ["người"] or behind[:2] in _CALLED or behind[:2] == ["sinh", "năm"]:
            return True
        if sentence.keys[at] == "(" and behind[:1] and _DAY.fullmatch(behind[0]):
            return True  # `Olga Ladyzhenskaya (7-3-1922 - 12-1-2004)`
        match = known.match(sentence, at + 1) if at + 1 < len(sentence) else None
        return match is not None and bool(match.classes & {"office", "former"})
    return _talks(sentence, at, known)


_CALLED = (["gọi", "tắt"], ["biệt", "danh"], ["tên", "thật"], ["nghệ", "danh"], ["bút", "danh"])
_DAY = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")


def _talks(sentence: Sentence, at: int, known: Lexicon) -> bool:
    at += sentence.keys[at : at + 1] in (["cũng"], ["đã"], ["vừa"])
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
        begun = stop == at + 2 and sentence.keys[at + 1] == "thị"  # `Hồ Thị Hà Giang`
        if inner is not None and inner.classes & _STOP and inner.size > 1 and stop + inner.size <= end and not begun:
            return stop
        stop += 1
    if end - at > 2:
        inner = known.match(sentence, end - 1)
        follows = _FOLLOWS if end - at == 3 else _FOLLOWS_LONG
        if inner is not None and inner.size > 1 and not inner.classes.isdisjoint(follows):
            return end - 1  # `ông Nguyễn Văn An Huân chương …`
    return end


_FOLLOWS = frozenset({"honour_head", "honour", "order"})
_FOLLOWS_LONG = _FOLLOWS | {"title", "office"}
"""What a name, and one of three words or more, is followed by without a sign, though it begins with a capital too."""


def _place_first(sentence: Sentence, at: int, stop: int, known: Lexicon) -> bool:
    """Whether a long run after an office is a place and a name with no sign between (`xã Lương Sơn Nguyễn Văn A`)."""
    foreign = not vietnamese(sentence.words[at])
    placed = stop - at == 4 and at > 1 and sentence.keys[at - 2] in _UNITS
    long = stop - at > 4 or foreign or placed
    inside = range(max(at + 1, stop - 4), stop - 1)
    return long and any(known.is_a(sentence.keys[inner], "common_surname") for inner in inside)
