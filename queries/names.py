"""A name in any spelling → the IRIs of what the graph calls by that name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode, QuerySolutions

from ontology.spelling import abbreviations, fold, plain_name, unaccented, words
from queries.parameters import as_iri
from queries.sources import Source

_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_MOST_THINGS = 1000
_MOST_WORDS = 10
_MOST_LETTERS = 20
"""So many words of a name, and letters of a word, are enough to find the few labels that are then compared in full."""


def find(name: str, source: Source, needs: Sequence[str] = ()) -> tuple[NamedNode, ...]:
    """Everything that bears this name, sorted by IRI: as it is spelled, or else as it reads without accents.

    The source is asked for the names that differ in accents, case and punctuation only, so that the answer stays
    small however large the graph is and any endpoint can give it: by `td:plainName`, at once, or else, in a graph that
    has none, by their letters. `needs` names schemes of the vocabulary that the name may come from, as in
    `Source.query`.
    """
    if not words(name):
        return ()
    labels = _named(source, name, needs) or _labelled(source, _pattern(name), needs)
    for key in (fold, plain_name):
        found = {iri for iri, label in labels if key(label) == key(name)}
        if found:
            return tuple(NamedNode(iri) for iri in sorted(found))
        if not name.isascii():
            break
    return ()


def called(name: str, source: Source) -> tuple[NamedNode, ...]:
    """What somebody means by an IRI or by a name in any spelling."""
    iri = as_iri(name)
    return (iri,) if iri else find(name, source)


def unknown(name: str, like: Sequence[str]) -> str:
    """The sentence on a name that nothing bears, with names that look like it (`near`)."""
    told = ", ".join(f"“{n}”" for n in like)
    return f"nothing is called “{name}”" + (f"; there is {told}" if told else "")


def whole(things: Sequence[NamedNode], source: Source) -> tuple[NamedNode, ...]:
    """These things and all that are one with them in other articles, or that they are the one of."""
    values = " ".join(map(str, things[:_MOST_THINGS]))
    results = source.query(
        f"""
        SELECT DISTINCT ?one WHERE {{
          VALUES ?thing {{ {values} }}
          {{ ?one td:identity ?thing }} UNION {{ ?thing td:identity/^td:identity ?one }}
        }}"""
    )
    assert isinstance(results, QuerySolutions)
    found = {row[0] for row in results if isinstance(row[0], NamedNode)} - {*things}
    return (*things, *sorted(found, key=str))


def concepts(things: Sequence[NamedNode], source: Source, needs: Sequence[str] = ()) -> tuple[NamedNode, ...]:
    """Those of some things that are in a scheme of the vocabulary."""
    values = " ".join(map(str, things[:_MOST_THINGS]))
    results = source.query(
        f"SELECT DISTINCT ?thing {{ VALUES ?thing {{ {values} }} ?thing skos:inScheme ?s }}", needs=needs
    )
    assert isinstance(results, QuerySolutions)
    found = {row[0] for row in results}
    return tuple(thing for thing in things if thing in found)


def near(name: str, source: Source, most: int = 3, needs: Sequence[str] = ()) -> tuple[str, ...]:
    """Names of the graph that look like this one, best first, for a message."""
    longest = max(words(name), key=len, default="")
    if not longest:
        return ()
    labels = {label: None for _, label in _labelled(source, rf"(^|\W){_letters(longest)}(\W|$)", needs)}
    plain: dict[str, str] = {}
    for label in sorted(labels):
        plain.setdefault(plain_name(label), label)
    return tuple(plain[key] for key in get_close_matches(plain_name(name), plain, most))


def _named(source: Source, name: str, needs: Sequence[str]) -> list[tuple[str, str]]:
    """IRIs with labels, among which are those that read like this name, by `td:plainName`. An honour goes by the
    wordings of its awards too."""
    plain = Literal(plain_name(name))
    return _rows(
        source,
        f"""
        SELECT DISTINCT ?thing ?label WHERE {{
          {{ ?thing td:plainName {plain} ; rdfs:label|skos:prefLabel|skos:altLabel|skos:hiddenLabel ?label . }}
          UNION
          {{ ?award td:plainName {plain} ; td:wording ?label ; td:honour ?thing . }}
          FILTER(ISIRI(?thing))
        }}""",
        needs,
    )


def _labelled(source: Source, pattern: str, needs: Sequence[str]) -> list[tuple[str, str]]:
    """IRIs with labels that match a regular expression."""
    return _rows(
        source,
        f"""
        SELECT DISTINCT ?thing ?label WHERE {{
          {{ ?thing rdfs:label|skos:prefLabel|skos:altLabel|skos:hiddenLabel ?label . }}
          UNION
          {{ ?award td:wording ?label ; td:honour ?thing . }}
          FILTER(ISIRI(?thing) && REGEX(STR(?label), {Literal(pattern)}, "i"))
        }} LIMIT 10000""",
        needs,
    )


def _rows(source: Source, text: str, needs: Sequence[str]) -> list[tuple[str, str]]:
    results = source.query(text, needs=needs)
    assert isinstance(results, QuerySolutions)
    return [
        (thing.value, label.value)
        for thing, label in results
        if isinstance(thing, NamedNode) and isinstance(label, Literal)
    ]


def _pattern(name: str) -> str:
    parts = _parts(fold(name).split(" "))
    end = r"\W*$" if len(parts) <= _MOST_WORDS else r"\W"
    return r"^\W*" + r"\W+".join(parts[:_MOST_WORDS]) + end


def _parts(keys: list[str], but: str = "") -> list[str]:
    """A regular expression for each word; one for all words of `Ủy ban nhân dân`, which may also be `UBND`.

    Part of them may be shortened alone (`TP Hồ Chí Minh`), so the same is done inside, `but` for the whole.
    """
    parts: list[str] = []
    while keys:
        start = " ".join(keys) + " "
        full = max((f for f in _shortened() if f != but and start.startswith(f + " ")), key=len, default="")
        if full:
            number = full.count(" ") + 1
            written = [r"\W+".join(_parts(keys[:number], full)), *map(_letters, _shortened()[full])]
            parts.append(f"({'|'.join(written)})")
        else:
            number = 1
            parts.append(_letters(keys[0]))
        keys = keys[number:]
    return parts


@cache
def _shortened() -> dict[str, list[str]]:
    """The abbreviations of the field by what they stand for, both as keys."""
    found: dict[str, list[str]] = {}
    for short, full in abbreviations().items():
        found.setdefault(full, []).append(short)
    return found


def _letters(word: str) -> str:
    """A regular expression for a word with any accents. A word has letters, digits and _ only: nothing to escape."""
    letters = "".join(_variants(c) for c in unaccented(word)[:_MOST_LETTERS])
    return letters if len(word) <= _MOST_LETTERS else letters + r"\w*"


def _variants(letter: str) -> str:
    if letter in "iy":
        return f"[iy{_accented()['i']}{_accented()['y']}]"
    accented = _accented().get(letter)
    return f"[{letter}{accented}]" if accented else letter


@cache
def _accented() -> dict[str, str]:
    """The small Latin letters with accents, by the letter without."""
    found: dict[str, str] = {}
    for c in map(chr, _LATIN):
        plain = unaccented(c) if c.islower() else ""
        if len(plain) == 1 and plain.isascii():
            found[plain] = found.get(plain, "") + c
    return found
