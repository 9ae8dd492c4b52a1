"""The items read so far in a sentence → what they say of the next word: after an office, inside a name, in a list.

The states form an automaton: a state and the symbol of the next item give the next state, worked out when it is first
asked for and then remembered. There are only as many states as symbols and marks can make, whatever is read.
"""

from __future__ import annotations

from functools import cache

from ingest.capitals import vietnamese
from ingest.items import alphabet

_GOES_ON = frozenset("low cap caps inside inner unit office num body surname province title new".split())
"""Classes with which a name of something else (`công ty …`) may go on."""
_ENDS_OFFICE = frozenset("confer comma semicolon colon person open close dot low speak attend".split())
_SHORT = frozenset({"caps", "media"})
_SINCE = frozenset({"low", "have", "colon", "is", "num"})
_SMALL = frozenset(
    {
        "modal",
        "purpose",
        "take_office",
        "new",
        "on",
        "in",
        "for",
        "have",
        "passive",
        "by",
        "because",
        "speak",
        "confer",
        "receive",
        "kin",
        "will",
    }
)
"""Small words that, with a capital letter inside a name, are syllables of it (`Huyện ủy Lý Nhân`, `Thăng Long`)."""


class State:
    """What stands before the next token. Never changed once made, but for the states remembered in `next`."""

    __slots__ = (
        "address", "aliased", "aside", "classes", "listed", "minister", "named", "next", "office", "people", "place",
        "titled",
    )  # fmt: skip

    def __init__(
        self,
        classes: frozenset[str],
        office: bool,
        minister: bool,
        titled: bool,
        address: bool,
        named: bool,
        place: bool,
        aliased: bool,
        listed: bool,
        people: bool,
        aside: bool,
    ) -> None:
        self.classes = classes
        """Of the item directly before."""
        self.office = office
        """An office was named and since then nothing but its body."""
        self.minister = minister
        """That office needs no body to be known (`Bộ trưởng`): its body is no company that may bear any name."""
        self.titled = titled
        """A title or form of address stands directly before, or before a country (`lãnh tụ Cuba`)."""
        self.address = address
        self.named = named
        """Inside a name of something else: `công ty …`, `đường …`, `lăng …`."""
        self.place = place
        """Inside the name of a place, after `phường`, `xã` and the like."""
        self.aliased = aliased
        """A person is told directly before an opening bracket: a name alone in it is another name of hers."""
        self.listed = listed
        """A person and then a comma or `và`, or people and then `gồm`, `như`: a list of names may go on, or begin."""
        self.people = people
        """People were told of by what they are, and since then only small words (`bốn học sinh đạt giải gồm`)."""
        self.aside = aside
        """Inside brackets behind an office and its body, where nothing but an abbreviation stands (`… Mỹ (CIA) A`)."""
        self.next: dict[str, State] = {}

    def after(self, symbol: str) -> State:
        """The state after an item of this symbol; callers look into `next` before they ask here."""
        classes, before = alphabet().classes(symbol), self.classes
        office, minister, titled = self.office, self.minister, self.titled
        address, named = self.address, self.named
        if not classes & {"country", "service"} or "title" in classes:
            titled = bool(classes & {"title", "address"})
            address = "address" in classes
        if "not_province" in classes:
            named = True
        elif not classes & _GOES_ON:
            named = False
        if "office" in classes:
            office, minister = not named, "complete" in classes
        elif classes & _ENDS_OFFICE:
            office = False
        if self.aside and "close" in classes:
            office = True
        aside = (self.office and "open" in classes) or (self.aside and not classes.isdisjoint(_SHORT))
        following = self.next[symbol] = _state(
            classes,
            office,
            minister and office,
            titled,
            address,
            named,
            "unit" in classes or (self.place and classes <= {"cap", "dot"}),
            classes == {"person"} or (self.aliased and "open" in classes),
            (bool(classes & {"comma", "and"}) and "person" in before)
            or (self.people and bool(classes & {"have", "colon", "such_as"})),
            "title" in classes or (self.people and bool(classes & _SINCE)),
            aside,
        )
        return following

    def inside_place(self, word: str, classes: frozenset[str], following: str | None) -> bool:
        """Whether a capitalised word of these classes is part of a place's name (`phường Cầu Ông Lãnh`).

        A country of one syllable is, where the name does not begin or end with it (`xã Tân Mỹ`, `huyện Mỹ Đức`);
        `following` is the word behind a word of one syllable, or "", and None behind longer ones.
        """
        syllable = classes <= {"not_province", "surname"} or (bool(classes & _SMALL) and not word.isupper())
        named = syllable and bool(self.classes & {"caps", "cap", "inside", "body"})
        if "address" in classes and "not_province" in self.classes and (following or "")[:1].isupper():
            return True  # `chợ Bà Chiểu`, `cầu Ông Lãnh`
        others = {"province", "country", "region", "unit", "dash", "cluster", "lead", "deputy"}
        if self.place and "country" in classes and following is not None:
            return "cap" in self.classes or (following[:1].isupper() and vietnamese(following))
        return named or (self.place and not classes & others)


_state = cache(State)
"""The one state of these marks."""


def beginning() -> State:
    """The state before the first token of a sentence."""
    return _state(frozenset({"begin"}), False, False, False, False, False, False, False, False, False, False)
