"""Invented sentences → the rows of the fact table that the reader finds in an article made of them."""

from __future__ import annotations

import thidua

Row = tuple[object, ...]

_NOT_COMPARED = ("kind", "article", "quote", "start", "end")


def article(*paragraphs: str, date: str | None = None) -> str:
    """An article with a headline that says nothing, a date line if given, and the paragraphs as its body."""
    return "\n\n".join(["Tin trong ngày", *([date] if date else []), *paragraphs]) + "\n"


def rows(kind: str, *paragraphs: str, date: str | None = None) -> set[Row]:
    """The fields of all facts of a kind, in the order of the fact table; each fact must be told once."""
    found = [
        tuple(value for name, value in row.items() if name not in _NOT_COMPARED)
        for row in thidua.read(article(*paragraphs, date=date)).rows()
        if row["kind"] == kind
    ]
    assert len(found) == len(set(found)), found
    return set(found)


def names(kind: str, *paragraphs: str) -> set[str]:
    """The first field of all facts of a kind: people, provinces, clusters, events."""
    return {str(row[0]) for row in rows(kind, *paragraphs)}


def award(
    honour: str,
    recipient: str,
    status: str = "conferred",
    grantor: str | None = None,
    count: int | None = None,
    year: int | None = None,
) -> Row:
    """A row of kind `award`."""
    return (honour, recipient, status, grantor, count, year)


MEETING = "Sáng 12/3/2019, tại Sơn La diễn ra Hội nghị tổng kết phong trào thi đua năm 2018."
FEAST = "Sáng 12/3/2019, tại Sơn La diễn ra Lễ kỷ niệm 50 năm thành lập Trường Cao đẳng Sơn La."
"""Occasions that the sentences behind them may tell of."""


def part(name: str, *people: str) -> set[Row]:
    """What `parts` gives of people who took one part."""
    return {(one, name) for one in people}


def parts(*paragraphs: str) -> set[Row]:
    """The rows of kind `participation`."""
    return rows("participation", *paragraphs)
