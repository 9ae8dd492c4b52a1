"""The pattern of a rule → the classes without which it matches nothing.

Of `<will>?<is>(?P<who><person>|<org>)` these are `is`, and `person` or `org`. What is optional is left out, and so is
what only looks ahead or back: what is found is needed in any case, though there may be more that is.
"""

from __future__ import annotations

import re

_PIECE = re.compile(r"(?P<look>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>)?)|<(?P<classes>~?[a-z_|]+)>|\\?.")
_COUNT = re.compile(r"(?P<optional>[*?]|\{(?:0|,)[^}]*\})?(?:[+]|\{[^}]*\})?[+?]?")

Needs = list[tuple[str, ...]]
"""Of each tuple one class must be there."""


def needed(pattern: str) -> Needs:
    """What a pattern without blanks needs, in the order in which it is matched."""
    found, end = _alternatives(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"unbalanced brackets in {pattern}")
    return found


def _alternatives(pattern: str, at: int) -> tuple[Needs, int]:
    """The needs of `a|b|c` up to the closing bracket or the end, and where that is.

    Of alternatives that each need something, one need of each must be there: the first of them is taken.
    """
    ways: list[Needs] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            ways.append([])
            at += 1
            continue
        needs, at = _element(pattern, at)
        ways[-1] += needs
    if len(ways) == 1:
        return ways[0], at
    return ([tuple(sorted({name for way in ways for name in way[0]}))] if all(ways) else []), at


def _element(pattern: str, at: int) -> tuple[Needs, int]:
    """The needs of one class or group with its count, and where the next begins."""
    piece = _PIECE.match(pattern, at)
    assert piece is not None
    at, needs = piece.end(), list[tuple[str, ...]]()
    if piece["look"] or piece["group"]:
        needs, at = _alternatives(pattern, at)
        at += 1
    elif piece["classes"] and not piece["classes"].startswith("~"):
        needs = [tuple(piece["classes"].split("|"))]
    count = _COUNT.match(pattern, at)
    assert count is not None
    return ([] if piece["look"] or count["optional"] else needs), count.end()
