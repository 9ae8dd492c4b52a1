"""A raw article → what a command wants of it, by functions that any process can run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ingest.facts import Reading
from ingest.raw import Source
from ingest.read import read_article
from ingest.reader import read
from ontology.errors import UserError

Made = TypeVar("Made")
Work = Callable[[Source], Made]
"""What is done with an article: a function of a module or a `functools.partial` of one, to be sent to processes."""


def reading(source: Source) -> Reading:
    """All that an article says."""
    return read(read_article(source))


def as_record(source: Source) -> str:
    """The article as it is read, as a line of JSON."""
    from ingest.rows import as_record as written

    return written(read_article(source))


def jsonl(source: Source) -> str:
    """Its rows of the fact table as lines of JSON."""
    from ingest.rows import as_jsonl

    return as_jsonl(reading(source).rows())


def csv(source: Source) -> str:
    """Its rows of the fact table as lines of CSV, without the line of column names."""
    from ingest.rows import as_csv

    return as_csv(reading(source).rows(), header=False)


def explained(source: Source) -> str:
    """What was read in each sentence and by which rule, for reading."""
    from ingest.explain import as_text

    return as_text(read_article(source))


def explained_jsonl(source: Source) -> str:
    """The same as lines of JSON."""
    from ingest.explain import as_rows
    from ingest.rows import as_jsonl

    return as_jsonl(as_rows(read_article(source)))


def of_facts(form: str | None, *, explain: bool, text: bool) -> Work[str]:
    """What `thidua facts` does with an article: `form` is jsonl or csv, None where the user does not say."""
    if text:
        return as_record
    if explain:
        return explained_jsonl if form else explained
    return csv if form == "csv" else jsonl


def rows(source: Source) -> list[dict[str, object]]:
    """Its rows of the fact table."""
    return reading(source).rows()


def graph(source: Source, base: str) -> bytes:
    """Its graph as N-Quads: they pass between processes thirty times as fast as quads do."""
    from pyoxigraph import RdfFormat, serialize

    from ingest.rdf import quads

    return serialize(quads(reading(source), base), format=RdfFormat.N_QUADS) or b""


def attempt(work: Work[Made], source: Source) -> Made | UserError:
    """Do it; whatever goes wrong with this article is told of and does not end the run."""
    try:
        return work(source)
    except UserError as error:
        return error
    except MemoryError:
        return UserError(f"{source.origin}: takes more memory than there is; split it, or run fewer jobs")
    except Exception as error:
        fault = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return UserError(f"{source.origin}: cannot be read through a fault of thidua ({fault}); please report it")
