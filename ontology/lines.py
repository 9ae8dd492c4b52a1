"""A Turtle file's text → the line on which each subject and each of its texts stands, for sentences about mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_WORD = re.compile(
    r"""(?P<space>\s+|\#[^\n]*)
      | (?P<string>\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3}|"(?:[^"\\\n]|\\.)*"
                 |'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}|'(?:[^'\\\n]|\\.)*')
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
      | (?P<at>@[A-Za-z-]+)
      | (?P<name>[\w.-]*:(?:[\w:%-]|\\.|\.(?=[\w:%-]))*|_:[\w.-]*\w|[A-Za-z]+)
      | (?P<mark>\^\^|[][();,.]|.)""",
    re.X | re.S,
)
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(slots=True)
class Lines:
    """Where things stand in a file, from line 1: subjects by IRI, and texts by subject and value."""

    subjects: dict[str, int] = field(default_factory=dict)
    texts: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, subject: str, text: str | None = None) -> int:
        """The line of a text of a subject, else that of the subject, else 1."""
        return self.texts.get((subject, text or ""), self.subjects.get(subject, 1))


def lines_of(text: str) -> Lines:
    """The lines of a well-formed Turtle text.

    >>> found = lines_of('@prefix a: <http://a/> .\\n\\na:b a:c "x"@vi ,\\n  "y" .')
    >>> found.of("http://a/b"), found.of("http://a/b", "y")
    (3, 4)
    """
    found = Lines()
    prefixes: dict[str, str] = {}
    base = ""
    statement: list[tuple[str, str]] = []
    depth = 0
    subject = ""
    for kind, word, line in _words(text):
        if word in ("[", "("):
            depth += 1
        elif word in ("]", ")"):
            depth -= 1
        elif depth == 0 and _ends(word, statement):
            directive = statement[0][1].lower().lstrip("@") if statement else ""
            values = [*statement[1:], (kind, word)] if word != "." else statement[1:]
            if directive == "prefix" and len(values) > 1:
                prefixes[values[0][1]] = values[1][1][1:-1]
            elif directive == "base" and values:
                base = values[0][1][1:-1]
            statement, subject = [], ""
            continue
        if depth == 0:
            if not statement and (kind == "iri" or ":" in word):
                subject = _resolve(kind, word, prefixes, base)
                found.subjects.setdefault(subject, line)
            statement.append((kind, word))
        if kind == "string" and subject:
            found.texts.setdefault((subject, _unescaped(word)), line)
    return found


def _ends(word: str, statement: list[tuple[str, str]]) -> bool:
    """Whether a word is the last of its statement; SPARQL's `PREFIX a: <…>` and `BASE <…>` have no full stop."""
    first = statement[0][1] if statement else ""
    words = {"prefix": 2, "base": 1}.get(first.lower())
    return word == "." or (words is not None and len(statement) == words)


def _words(text: str) -> Iterator[tuple[str, str, int]]:
    line = 1
    for match in _WORD.finditer(text):
        kind = match.lastgroup or ""
        if kind != "space":
            yield kind, match[0], line
        line += match[0].count("\n")


def _resolve(kind: str, word: str, prefixes: dict[str, str], base: str) -> str:
    if kind == "iri":
        return word[1:-1] if ":" in word else base + word[1:-1]
    prefix, colon, name = word.partition(":")
    return prefixes.get(prefix + colon, "") + name.replace("\\", "")


def _unescaped(word: str) -> str:
    quotes = 3 if word[:3] in ('"""', "'''") else 1
    return re.sub(
        r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))",
        lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _ESCAPES.get(m[3], m[3]),
        word[quotes:-quotes],
    )
