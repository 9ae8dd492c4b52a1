"""Items → phrases: bodies, posts, clusters; each becomes one item with a value.

The order is fixed: a post holds a body, an honour may hold a body as its giver; an occasion may hold all.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ingest import dates, relative
from ingest.bodies import open_names
from ingest.cluster_names import find_clusters
from ingest.items import Items, Rule
from ontology.spelling import CAPITALS, fold

# What may go on inside the name of a body. A capitalised word may be followed by lower-case syllables of the same word
# (`Nghiên cứu`, `Đa phương thức`) where another capitalised word comes after them.
_NAME_WORD = "<inside|cap|caps|province|country|region>"
_ENDS = "<comma|close|open|person|dash|dot|semicolon|speak|will|confer|attend|chair|organise|is>|$"
_INNER = rf"""(?:
    (?<=<body>)<cap>(?:<low|inner|inside>){{1,5}}(?:<and><low|inside>{{1,3}})?(?={_ENDS})
  | (?<=<inside>)(?!<back_then|tenure>)<low>{{1,2}}(?=<comma|close|open|dash|person>)
  | <cap><low>{{1,2}}(?={_NAME_WORD}|<body|whole>)
  | (?<=<dash>)<cap><low>{{1,2}}(?=<comma|close|dash|org|whole>)
  | (?<=<unit>)<num>(?!<low|title>)
  | <new>(?=<cap>)
  | <unit>(?:<dot>(?=<cap|caps|province>))?
  | {_NAME_WORD}
  | (?:(?!<speak><person|title>)<inner>)++(?={_NAME_WORD}|<unit|body|comma|close|dash|person|dot>|$)
  | <numero>?<num>(?!<low|title>|(?!<organise>)<group>)
  | <open><caps|cap|inside|body><num>?<close>(?=<unit|province|body|org>)
  | (?<=<country|province>)<dash>(?=<country|province>)
  | <and>(?!<title|province|country|unit|num>)(?=<inside|cap>|<inner>++{_NAME_WORD})
  | <dash>(?!<title>)(?=<inside|cap>)
  | (?<=<inside>)<dash>(?=<body>)
  | <body|whole>
)"""
STATE = Rule("state", r"(?<!<body>)<whole>(?!<inside|body>)<country>?")
ORG = Rule(
    "org",
    rf"<mission><country><at>(?:<country>|<unit>?<province>)|<body>{_INNER}+|<body>(?=<organise|confer|celebrate>)|<sole>",
)

SHARED = Rule("shared", r"(?P<bare><body>)(?=(?:<comma|and><body>)*<comma|and><org>)")
"""A body without its place in a list whose last body has one: `Thành ủy, HĐND, UBND TP. HCM`."""

_MODIFIERS = "<modifier>*"
POST = Rule(
    "post",
    rf"""(?P<mark><former|acting|new|concurrent>*)
    (?P<office><aide>{_MODIFIERS}(?:<org>|{_INNER})*<of><complete><country>?+(?!<title|address|dot>*<person>)
    |<office>{_MODIFIERS}(?:<org>|{_INNER}|(?<=<country>)<modifier>)*(?:<at>(?:<country>|<locality>)|(?<=<country>)<at><org>)?(?:<dash><org>)?(?:<of>(?:<org>|<body>|<cap|caps|firm>{{1,3}}<country>?))?)""",
)

LOCALITY = Rule("locality", r"<unit><cap>{1,3}")
"""A district, commune or village by its name, where it is no part of a body's."""


class Org(NamedTuple):
    """A body's name as worded; `proper` where the name alone tells which body it is, `full` behind an abbreviation."""

    name: str
    proper: bool
    head: str
    full: str | None = None
    place: str | None = None
    """The province in its name."""


class Office(NamedTuple):
    """A post as worded, without marks of time; `place` is the last proper part of it (a body's place or name)."""

    wording: str
    status: str
    org: str | None
    title: str
    """The words of the office alone, without its body."""
    proper: bool
    place: str | None
    complete: bool
    """Known without a body: `Thủ tướng`, `Chủ tịch nước`."""
    bare: bool
    """Nothing but the office: a body's name may stand elsewhere."""
    needs_body: bool = False
    """A word that tells of an office only together with a body (`thành viên`), and none stands behind it."""


def compose_bodies(items: Items, own: date | None = None) -> None:
    """Dates, clusters, bodies, posts: in this order, since a post holds a body. `own` is the article's day."""
    dates.find(items)
    if own is not None:
        relative.find(items, own)
    find_clusters(items)
    open_names(items)
    items.compose(STATE, "org state", lambda m: _org(items, m))
    items.compose(ORG, "org", lambda m: _org(items, m))
    items.compose(SHARED, "org", lambda m: _shared(items, m))
    items.compose(POST, "post", lambda m: _post(items, m))
    items.compose(LOCALITY, "locality", lambda m: items.wording(*m.span()))


def _org(items: Items, match: re.Match[str]) -> Org | None:
    first, stop = match.span()
    head = items.keys(first)
    proper = any(items.is_a(i, "cap", "caps", "province", "country", "whole", "num") for i in range(first, stop))
    if stop == first + 1 and not items.is_a(first, "whole") and items.wording(first, stop).islower():
        return None if len(head.split()) == 1 else Org(items.wording(first, stop), False, head)
    written = items.wording(first, stop)
    named = any(c.isupper() for c in written)
    if not named or (items.is_a(first, "whole") and written[0].islower()):
        return None
    provinces = [i for i in range(first, stop) if items.is_a(i, "province")]
    place = items.wording(provinces[-1], provinces[-1] + 1) if provinces else None
    return Org(written, proper or _national(head, written), head, place=place)


def _shared(items: Items, match: re.Match[str]) -> Org | None:
    """A body in a list, with the place of the first body behind it that has one."""
    at = match.start()
    written = items.wording(at, at + 1)
    for i in range(at + 1, len(items)):
        value = items.items[i].value
        if isinstance(value, Org):
            named = f"{written} {value.place}" if value.place else written
            return Org(named, bool(value.place), items.keys(at), place=value.place) if written[0].isupper() else None
    return None


def _national(head: str, written: str) -> bool:
    """Whether there is but one such body in the country: a ministry, or one of the centre."""
    return head.split()[0] in ("bộ", "quốc", "chính", "trung") or fold(written).endswith("trung ương")


_TERMS = re.compile(r" (?:\d+|các) (?:khóa|khoá) .*$")
"""In which terms it was held (`đại biểu Quốc hội 3 khóa XII, XIII và XIV`), which is no part of the office."""


_TRAINERS = frozenset({"hlv", "huấn luyện viên"})
"""Words that make a profession of an office's (`HLV trưởng đội tuyển`)."""


def _post(items: Items, match: re.Match[str]) -> Office | None:
    first, stop = match.span("office")
    if items.keys(stop - 1) in ("cụm", "khối"):
        return None  # `là thành viên của Cụm`
    marks = range(*match.span("mark"))
    status = "current"
    for i in marks:
        if items.is_a(i, "former"):
            status = "former"
        elif items.is_a(i, "acting"):
            status = "acting"
    if items.keys(stop - 1) == "phụ trách" and items.is_a(stop, "low", "inner", "inside", "thing"):
        stop -= 1  # `phó giám đốc phụ trách công tác nghiên cứu`
    orgs = [i for i in range(first, stop) if items.is_a(i, "org")]
    body = items.wording(orgs[0], stop) if orgs else None
    title_stop = orgs[0] if orgs else next((i for i in range(first + 1, stop) if not items.is_a(i, "modifier")), stop)
    wording = _TERMS.sub("", items.wording(first, stop))
    charge = next((i for i in range(first, stop) if items.keys(i) == "phụ trách"), stop)
    if status == "current" and charge < stop and (charge + 1 == stop or items.is_a(charge + 1, "org", "body")):
        status = "acting"  # but `Phó giám đốc phụ trách Biểu diễn`
    place = _place(items, first, stop)
    trainer = items.keys(match.start() - 1) in _TRAINERS if match.start() else False
    if trainer or items.is_a(match.start() - 1, "candidate"):
        return None
    lacks = title_stop == stop and items.is_a(first, "needs_body")
    if lacks and not (items.is_a(stop, "and", "comma", "concurrent") and items.is_a(stop + 1, "office", "concurrent")):
        return None
    complete = items.is_a(first, "complete") and title_stop == stop
    proper = (
        complete or place is not None or any(items.is_a(i, "org") and _proper(items, i) for i in range(first, stop))
    )
    bare, title = title_stop == stop, items.wording(first, title_stop)
    return Office(wording, status, body, title, proper, place, complete, bare, lacks)


def _proper(items: Items, at: int) -> bool:
    value = items.items[at].value
    return isinstance(value, Org) and value.proper


def _place(items: Items, first: int, stop: int) -> str | None:
    """The last proper stretch of a post: what a post without its own takes over from its neighbour."""
    written = items.wording(first, stop)
    found = re.search(
        rf"((?:tỉnh|thành phố|TP\.?|huyện|quận|xã|phường|thị trấn|thị xã)\s+(?:[{CAPITALS}][^\s]*\s?)+)$", written
    )
    if found:
        return found[1].strip()
    for i in range(stop - 1, first, -1):
        value = items.items[i].value
        if items.is_a(i, "province"):
            return items.wording(i, i + 1)
        if isinstance(value, Org) and value.place:
            return value.place
    return None
