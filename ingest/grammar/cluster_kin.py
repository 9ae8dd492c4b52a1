"""An article's only cluster and its members told so far → the other bodies of their kind that the article names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.document import Line
from ingest.grammar.cluster_heads import shared_heads
from ingest.grammar.cluster_members import members_of
from ingest.items import Items
from ingest.phrases import Office, Org
from ingest.words import lexicon
from ontology.spelling import fold

_PLACED = re.compile(r"(.+) (tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn) \S.*")
_SHARED = re.compile(r"(?:cụm|khối)(?: giao ước)? thi đua (?:số \w+ )?(các )?(.+)")
_BRACKETS = re.compile(r" \([^)]*\)")
_PROVINCIAL = frozenset({"tỉnh", "thành phố", "tp", "tp."})
_LOCAL = (
    "ubnd",
    "ủy ban nhân dân",
    "hđnd",
    "hội đồng nhân dân",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "văn phòng",
    "đảng",
)
"""Bodies that every place has and that come to a meeting for their place."""
_OUTSIDE = re.compile(
    r"khách mời|được mời|ngoài (?:cụm|khối)|không (?:thuộc|cùng|phải)|(?:cụm|khối) (?:bạn|khác)|tỉnh bạn"
    r"|học tập kinh nghiệm"
)
"""Words of sentences that tell of guests and of others."""


def kin(line: Line, cluster: str, members: Iterable[str]) -> Iterator[tuple[Items, int, str]]:
    """Each body of a sentence that is called as the members are (`Công an tỉnh A` beside `Công an tỉnh B`), or as the
    cluster's name tells them (`Trường Đại học A` in `Khối thi đua các trường đại học`): the sentence, the item and the
    body's name.

    Bodies that the article tells of as guests, or as of no cluster, are not among them.
    """
    kinds = {kind for name in members if (kind := kind_of(name))}
    named, whole = ("", False) if kinds else _named_kind(cluster)
    items = line.base
    if _OUTSIDE.search(" ".join(items.sentence.keys)):
        return
    for at in items.where("org", "post"):
        for name, place in _bodies(items, at):
            kind = kind_of(name) or (_before(name, place), True)
            called = bool(named) and fold(name).startswith(f"{named} ") and _proper(name, named)
            if kind in kinds or (called and (place or (whole and " " in named))):
                yield items, at, name
    for head in shared_heads(items):  # `Bưu điện các tỉnh A, B`
        if (fold(head.shared), True) in kinds:
            for member in members_of(items, head)[0]:
                yield items, member.at, member.name


def _bodies(items: Items, at: int) -> Iterator[tuple[str, str | None]]:
    """The body of an item, with its province; of a post the one that the office is in."""
    value = items.items[at].value
    if isinstance(value, Org):
        yield placed(value.full or value.name, value.place), value.place
    elif isinstance(value, Office) and value.org:
        yield placed(value.org, value.place), value.place


def placed(name: str, place: str | None) -> str:
    """A body's name to its place: `LĐLĐ tỉnh Lâm Đồng` of `LĐLĐ tỉnh Lâm Đồng nhận lời`."""
    before, found, behind = name.partition(place or "\0")
    return before + found if behind == behind.lower() else name


def kind_of(member: str) -> tuple[str, bool] | None:
    """`công an` of `Công an tỉnh Nam Định`, and whether it is a province's; None for places and for committees."""
    found = _PLACED.fullmatch(fold(_BRACKETS.sub("", member)))
    return (found[1], found[2] in _PROVINCIAL) if found and not found[1].startswith(_LOCAL) else None


def _before(name: str, place: str | None) -> str:
    """`công an` of `Công an Nam Định`."""
    return fold(name).removesuffix(fold(place)).strip() if place else ""


def _named_kind(cluster: str) -> tuple[str, bool]:
    """The longest words for a body with which a cluster's name tells its members (`trường đại học`), and whether they
    are named as such (`các trường đại học`), not each by its place."""
    found = _SHARED.fullmatch(fold(cluster))
    told = found[2].split() if found else []
    for size in range(len(told), 0, -1):
        kind = " ".join(told[:size])
        if lexicon().is_name_of(kind, "body") and not kind.startswith(_LOCAL):
            return kind, bool(found and found[1])
    return "", False


def _proper(name: str, kind: str) -> bool:
    """Whether a body is called by more than its kind: by a word with a capital letter behind it."""
    return any(word[0].isupper() for word in name.split()[len(kind.split()) :])
