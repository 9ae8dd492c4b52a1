"""The plain data between the stages: an article's parts, its passages, and the facts that the grammar finds in it.

Every fact is frozen, names its rule and its passage, and knows nothing of RDF or of the command line.
All offsets are code points into `Article.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, NamedTuple


class Passage(NamedTuple):
    """A stretch of an article's text: `text[start:end]`."""

    start: int
    end: int


class Part(NamedTuple):
    """A layout part of an article; `role` is title, dateline, lead, body, caption, byline or furniture."""

    role: str
    start: int
    end: int


class Photo(NamedTuple):
    """A photo's caption with the credit that stands behind it."""

    caption: Passage
    credit: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: `text` is never changed, all offsets point into it."""

    id: str
    text: str
    parts: tuple[Part, ...] = ()
    title: str | None = None
    published: datetime | None = None
    lead: Passage | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    photos: tuple[Photo, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts have: the shortest passage that states it, and the name of the grammar rule that read it.

    `FIELDS` are the columns of the fact table (FACTS.md) in order; a class without them is in the graph only.
    """

    KIND: ClassVar[str] = ""
    FIELDS: ClassVar[tuple[str, ...]] = ()
    passage: Passage
    rule: str
    more: tuple[Passage, ...] = field(default=(), compare=False)
    """Further passages that state the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    KIND = "person"
    FIELDS = ("person",)
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Province(Fact):
    KIND = "province"
    FIELDS = ("province",)
    province: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Fact):
    KIND = "post"
    FIELDS = ("person", "post", "status")
    person: str
    post: str
    status: str
    organization: str | None = None
    role: str | None = None
    """IRI of the role in the scheme of roles."""
    proper: bool = False
    """Whether the wording identifies the post by itself (`Phó Chủ tịch nước`, not `Phó Chủ tịch UBND tỉnh`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Fact):
    KIND = "award"
    FIELDS = ("honour", "recipient", "status", "grantor", "count", "year")
    honour: str
    recipient: str
    status: str
    grantor: str | None = None
    count: int | None = None
    year: int | None = None
    concept: str | None = None
    """IRI of the honour in the scheme, the nearest broader one if `exact` is false."""
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterMember(Fact):
    KIND = "cluster"
    FIELDS = ("cluster", "member")
    cluster: str
    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterPost(Fact):
    KIND = "cluster_post"
    FIELDS = ("cluster", "member", "post", "year")
    cluster: str
    member: str
    post: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    KIND = "event"
    FIELDS = ("event", "date", "place")
    event: str
    date: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Fact):
    KIND = "participation"
    FIELDS = ("agent", "part")
    agent: str
    part: str
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Fact):
    """A council, committee, ministry or other organisation that the article names."""

    KIND = "body"
    body: str
    proper: bool = False
    """Whether the name identifies the body by itself (`Bộ Nội vụ`, `UBND tỉnh Bắc Kạn`, not `UBND tỉnh`)."""
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Fact):
    """An emulation cluster or bloc that the article names, once, with its other wordings."""

    KIND = "cluster_name"
    cluster: str
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Fact):
    """An emulation movement, once, with every wording that the article uses."""

    KIND = "campaign"
    campaign: str
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """What a speaker said, or a task that a body takes on (`sort` is said or task), at which event, for which year."""

    KIND = "statement"
    speaker: str
    sort: str
    text: str
    event: str | None = None
    year: int | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Covenant(Fact):
    """The signing of an emulation covenant (ký giao ước thi đua)."""

    KIND = "covenant"
    signatory: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and all that was found in it, in the order in which the text says it."""

    article: Article
    facts: tuple[Fact, ...]

    def rows(self) -> list[dict[str, object]]:
        """The fact table's rows: `kind`, its fields, `article`, `quote`, `start`, `end`."""
        text = self.article.text
        return [
            {
                "kind": f.KIND,
                **{name: getattr(f, name) for name in f.FIELDS},
                "article": self.article.id,
                "quote": text[f.passage.start : f.passage.end],
                "start": f.passage.start,
                "end": f.passage.end,
            }
            for f in self.facts
            if f.FIELDS
        ]
