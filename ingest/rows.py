"""Rows of the fact table → JSON lines, one CSV table for all kinds, or columns and cells for each kind."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import NamedTuple

from ingest import facts as F

FORMATS = ("jsonl", "csv", "table")

KINDS: dict[str, tuple[str, ...]] = {
    c.KIND: c.FIELDS
    for c in (F.Person, F.Province, F.Post, F.Award, F.ClusterMember, F.ClusterPost, F.Event, F.Participation)
}
"""The columns of each kind of fact."""

EVIDENCE = ("article", "quote", "start", "end")
"""The columns that every kind has: where it is said."""

COLUMNS = ("kind", *dict.fromkeys(field for fields in KINDS.values() for field in fields), *EVIDENCE)
"""The columns of all kinds in one table."""

Row = Mapping[str, object]


class Table(NamedTuple):
    """The facts of one kind, for a person to read."""

    kind: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def as_jsonl(rows: Iterable[Row]) -> str:
    """One JSON object a line.

    >>> as_jsonl([{"kind": "person", "person": "Lò Văn Muôn"}])
    '{"kind": "person", "person": "Lò Văn Muôn"}\\n'
    """
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_record(article: F.Article) -> str:
    """An article as a line of JSON that can be read again: `text` is what the offsets of its facts count in."""
    record = {
        "id": article.id,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        "author": ", ".join(article.authors) or None,
        "publisher": article.agency,
        "url": article.url,
        "text": article.text,
    }
    return json.dumps({name: value for name, value in record.items() if value is not None}, ensure_ascii=False) + "\n"


def as_csv(rows: Iterable[Row], *, header: bool) -> str:
    """CSV (RFC 4180) with the columns of all kinds; a cell that a row does not have is empty."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    if header:
        writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def tables(rows: Iterable[Row]) -> Iterator[Table]:
    """A table for each kind that there is: its own columns and the quote; the article where there are several."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row["kind"]), []).append(row)
    several = len({row["article"] for held in found.values() for row in held}) > 1
    for kind, names in KINDS.items():
        if kind in found:
            columns = (*(("article",) if several else ()), *names, "quote")
            cells = (tuple("" if row.get(c) is None else str(row[c]) for c in columns) for row in found[kind])
            yield Table(kind, columns, tuple(cells))


def summary(facts: Iterable[F.Fact], most: int) -> list[list[str]]:
    """A line for each kind of fact, those of the graph alone too: its name, how many, the first in `most` letters."""
    found: dict[str, list[F.Fact]] = {}
    for fact in facts:
        found.setdefault(fact.KIND, []).append(fact)
    return [[kind, str(len(held)), shorten(_gist(held[0]), most)] for kind, held in found.items()]


def shorten(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words.

    >>> shorten("Cờ thi đua của Chính phủ", 18)
    'Cờ thi đua của…'
    """
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + "…"


def _gist(fact: F.Fact) -> str:
    """A fact in a few words: its first three texts."""
    common = {field.name for field in fields(F.Fact)}
    values = (getattr(fact, field.name) for field in fields(fact) if field.name not in common)
    return " · ".join([value for value in values if isinstance(value, str)][:3])
