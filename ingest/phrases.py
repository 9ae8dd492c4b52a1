"""Items → phrases: bodies, posts, honours, counted groups, clusters, occasions; each becomes one item with a value.

The order is fixed: a post holds a body, an honour may hold a body as its giver, an occasion may hold all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest import dates
from ingest.bodies import open_names
from ingest.items import Items, Rule, item
from ontology.schemes import honour_iri
from ontology.spelling import fold

# What may go on inside the name of a body. A capitalised word may be followed by lower-case syllables of the same word
# (`Nghiên cứu`, `Đa phương thức`) where another capitalised word comes after them.
_NAME_WORD = "<inside|cap|caps|province|country|region>"
_ENDS = "<comma|close|open|person|dash|dot|semicolon|speak|will|confer|attend|chair|organise|is>|$"
_INNER = rf"""(?:
    (?<=<body>)<cap>(?:<low|inner|inside>){{1,5}}(?={_ENDS})
  | (?<=<inside>)<low>{{1,2}}(?=<comma|close|open|dash|person>)
  | <cap><low>{{1,2}}(?={_NAME_WORD}|<body|whole>)
  | <new>(?=<cap>)
  | <unit>(?:<dot>(?=<cap|caps|province>))?
  | {_NAME_WORD}
  | <inner>++(?={_NAME_WORD}|<unit|body|comma|close|dash|person|dot>|$)
  | <numero>?<num>(?!<low|group|title>)
  | <open><caps|cap|inside><num>?<close>(?=<unit|province|body|org>)
  | (?<=<country|province>)<dash>(?=<country|province>)
  | <and>(?!<title|province|country>)(?=<inside|cap>|<inner>++{_NAME_WORD})
  | <dash>(?!<title>)(?=<inside|cap>)
  | <body|whole>
)"""
STATE = Rule("state", r"(?<!<body>)<whole>(?!<inside|body>)<country>?")
ORG = Rule("org", rf"<body>{_INNER}+|<body>(?=<organise|confer>)")

SHARED = Rule("shared", r"(?P<bare><body>)(?=(?:<comma|and><body>)*<comma|and><org>)")
"""A body without its place in a list whose last body has one: `Thành ủy, HĐND, UBND TP. HCM`."""

_MODIFIERS = "<modifier>*"
POST = Rule(
    "post",
    rf"""(?P<mark><former|acting|new|concurrent>*)
    (?P<office><office>{_MODIFIERS}(?:<org>|{_INNER}|(?<=<country>)<modifier>)*(?:<at>(?:<country>|<locality>))?(?:<dash><org>)?(?:<of>(?:<org>|<body>|<cap|caps>{{1,3}}<country>?))?)""",
)

LOCALITY = Rule("locality", r"<unit><cap>{1,3}(?!<low>)")
"""A district, commune or village by its name, where it is no part of a body's."""

_CLUSTER_STOP = (
    "comma|semicolon|colon|dot|dots|open|close|quote|slash|dash|take_place|organise|attend|speak|chair|date|year|by|will|confer"
    "|receive|purpose|have|is|as|at|in|on|with|person|take_office|appoint|lead|deputy|covenant|task|propose|title|address"
    "|passive|suffer|not|modal|behalf|relative|for|office|because|leave_office|instead"
)
CLUSTER = Rule(
    "cluster",
    rf"<cluster>(?:<numero>?<num>(?=<~unit|group>|$)<body>?<inside>*<country>?|(?:<~{_CLUSTER_STOP}>){{0,16}})",
)
"""By number (`Cụm thi đua số 6 Hội Luật gia Việt Nam`), or by all that its members have in common."""
_KINDS = frozenset("bộ ban ngành sở tỉnh thành huyện quận xã phường thị đoàn cơ đơn hội trường".split())
"""First words of what a cluster's name lists (`Khối thi đua các sở, ban, ngành`)."""
_NO_NAME = frozenset({"tổng kết", "sơ kết", "kí kết", "phát động", "triển khai", "hoàn thành", "thống nhất"})
_NO_NAME_WORDS = frozenset({"họp", "đã", "đang", "sẽ", "kí"})
"""Words with which a cluster's name has ended."""

_STATE_GIVER = "<of><many>?<led>?(?:<state>|<post><person>?|<country>)"
_GIVER = "<of><many>?<led>?(?:<org>|<post><person>?|<country>|<whole|office>|<unit>?<province>)"
_QUOTED = "<quote>(?:<~quote|dot|semicolon>){1,14}<quote>"
_ABOUT = "<about>(?:<inside|cap|caps>|<and|comma|dash>(?=<inside|cap>)|<cap><low>(?=<cap|inside>))+"
HONOUR = Rule(
    "honour",
    rf"""(?P<word><title_word>*)(?P<name>
        <honour_head>?<quote>?<cause>(?:<low|inside|inner|cap>|<and>(?=<low|inside|cap>)){{1,6}}<quote>?(?:{_GIVER})?
      | <honour_head>(?:{_QUOTED}|(?:<cap|caps|inside|country|region|surname>|<honour>|<and|low>(?=<cap>))*)<grade>?
          (?:{_ABOUT})?(?:{_GIVER})?
      | <quote>?<honour><quote>?<grade>?(?:{_ABOUT}|<unit>?<province>)?(?:{_STATE_GIVER})?
      | <title_word>{_QUOTED}(?:{_GIVER})?
    )(?P<grade><grade>)?(?P<worn>(?=<title|address|dot>*<person>))?""",
)

GROUP = Rule("group", r"(?P<count><num>)(?P<noun><group|title|address>(?:<and|comma>?<group|title>){0,2})")
MADE = Rule("made", rf"<made>(?:{_QUOTED}|(?:<cap|caps|inside>|<low>(?=<cap|low>)){{1,6}})")

_OCCASION_STOP = (
    "comma|semicolon|colon|dot|dots|open|close|take_place|organise|attend|speak|chair|date|by|will|confer|receive|purpose|slash"
    "|have|person|post|at|in|on|with|quote"
)
_WITH_PERSON = "<with|of|for>(?:<title|address|post|dot>)*<person|post>"
_ORDINARY = f"<~{_OCCASION_STOP}>"
_DOING = "<speak|confer|receive|celebrate|propose|take_office|appoint|attend>(?!<low>?<colon>)"
_WITH_BODY = "<with>(?!<post|person>)(?=<org|country|led|group|low>)"
_BRACKETS = "<open><cap|caps|num|province>{1,3}<close>"
OCCASION = Rule(
    "occasion",
    rf"""<event_person>(?:{_QUOTED}|<title|address|post|person|with|date>|<dot>(?=<province|cap|title|person>)|{_ORDINARY}){{0,40}}
    |<event>(?:{_DOING})?(?:{_WITH_PERSON}|{_QUOTED}|{_WITH_BODY}|{_BRACKETS}|{_ORDINARY}){{0,40}}
    |<again>""",
)
"""A name for people (`lễ viếng ông X`), for a matter (`hội nghị đánh giá …`), or of one told before (`buổi lễ`)."""
_TRIM = frozenset(
    "ngày sáng chiều tối trưa hôm lúc từ vào và đã được sẽ cũng qua nay vừa đang diễn ra tổ chức khi mà thì là với tới"
    " này đó hồi trong thường lệ".split()
)
"""Words at the end of an occasion's name that belong to what follows."""


@dataclass(frozen=True, slots=True)
class Org:
    """A body's name as worded; `proper` where the name alone tells which body it is, `full` behind an abbreviation."""

    name: str
    proper: bool
    head: str
    full: str | None = None
    place: str | None = None
    """The province in its name."""


@dataclass(frozen=True, slots=True)
class Office:
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


@dataclass(frozen=True, slots=True)
class HonourName:
    """An honour as worded with its grade and giver."""

    wording: str
    grantor: str | None
    concept: str | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Counted, unnamed recipients: the words and the number."""

    wording: str
    count: int


@dataclass(frozen=True, slots=True)
class Work:
    """A work or a group that is given an honour by its name (`vở Rặng trâm bầu`)."""

    wording: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion as worded; `bare` where only its kind is named (`hội nghị`): it points back to one told before."""

    wording: str
    bare: bool
    kind: str
    deed: bool
    """Told by a verb (`khánh thành nhà máy`)."""


def compose_bodies(items: Items) -> None:
    """Dates, clusters, bodies, posts: in this order, since a post holds a body."""
    dates.find(items)
    _open_clusters(items)
    open_names(items)
    items.compose(CLUSTER, "cluster_name", lambda m: _cluster(items, m))
    items.compose(STATE, "org state", lambda m: _org(items, m))
    items.compose(ORG, "org", lambda m: _org(items, m))
    items.compose(SHARED, "org", lambda m: _shared(items, m))
    items.compose(POST, "post", lambda m: _post(items, m))
    items.compose(LOCALITY, "locality", lambda m: items.wording(*m.span()))


def compose_honours(items: Items) -> None:
    """Honours, which may hold a body or a post as their giver, and counted groups."""
    items.compose(HONOUR, "award_name", lambda m: _honour(items, m))
    items.compose(GROUP, "count_group", lambda m: _group(items, m))
    items.compose(MADE, "work", lambda m: _made(items, m))


def compose_occasions(items: Items) -> None:
    """Occasions, which may hold all of the others."""
    items.compose(OCCASION, "occasion", lambda m: _occasion(items, m))


def _open_clusters(items: Items) -> None:
    """Before names of clusters: commas between kinds become words of them, `Trưởng Cụm thi đua` becomes two items."""
    if not (found := items.where("cluster", "cluster_led")):
        return
    out = list(items.items)
    for at in found:
        for i in range(at + 2, min(at + 9, len(items) - 1)):
            kinds = (items.keys(i - 1).split(), items.keys(i + 1).split()[:1])
            if items.is_a(i, "comma") and _KINDS.intersection(kinds[0]) and _KINDS.intersection(kinds[1]):
                out[i] = item("low", out[i].start, out[i].end)
    for at in reversed(found):
        if items.is_a(at, "cluster_led"):
            start, end = out[at].start, out[at].end
            office = "deputy" if items.keys(at).startswith("phó") else "lead"
            out[at : at + 1] = [item(office, start, end - 3), item("cluster", end - 3, end)]
    items.items = out
    items.symbols = "".join(i.symbol for i in out)


def _cluster(items: Items, match: re.Match[str]) -> str | None:
    """A cluster's name without the small words at its end; None for the words `cụm thi đua` alone."""
    first, stop = match.span()
    for i in range(first + 1, stop):
        begun = " ".join(items.sentence.keys[items.items[i].start :][:2])
        if begun.split()[0] in _NO_NAME_WORDS or begun in _NO_NAME:
            stop = i
            break
    while stop > first + 1 and items.is_a(stop - 1, "many", "and", "of", "low"):
        stop -= 1
    return items.wording(first, stop) if stop > first else None


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


def _post(items: Items, match: re.Match[str]) -> Office | None:
    first, stop = match.span("office")
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
    wording = items.wording(first, stop)
    if any(items.is_a(i, "modifier") and items.keys(i) == "phụ trách" for i in range(first, stop)):
        status = "acting" if status == "current" else status
    place = _place(items, first, stop)
    if items.is_a(match.start() - 1, "candidate"):
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
        r"((?:tỉnh|thành phố|TP\.?|huyện|quận|xã|phường|thị trấn|thị xã)\s+(?:[A-ZĐÀ-Ỹ][^\s]*\s?)+)$", written
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


_GENERIC = frozenset(
    "danh hiệu|giải thưởng|bằng|cờ|cúp|chứng nhận|huân chương|huy chương|danh hiệu vinh dự nhà nước|danh hiệu thi đua"
    "|huân huy chương|bằng chứng nhận|danh hiệu vinh dự".split("|")
)
"""Words for honours that name none."""


def _honour(items: Items, match: re.Match[str]) -> HonourName | None:
    """An honour's name with its giver; a title worn before a name, and words that name no honour, are none."""
    first, stop = match.span("name")
    if items.is_a(first, "contest") or (match["worn"] is not None and not match["word"] and items.is_a(first, "title")):
        return None
    if match["grade"]:
        stop = match.end("grade")
    giving = next((i for i in range(first + 1, stop) if items.is_a(i, "of")), None)
    giver = items.wording(giving + 1, stop) if giving is not None else None
    while items.is_a(first, "title_word") and first + 1 < stop and not items.is_a(first + 1, "quote"):
        first += 1
    wording = _unquoted(items.wording(first, stop))
    name = _unquoted(items.wording(first, giving)) if giving is not None else wording
    bare = re.sub(r"(?: cao quí| hạng .+)+$", "", fold(name))
    if bare in _GENERIC:
        return None
    found = honour_iri(wording) or honour_iri(name)
    return HonourName(wording, giver or (wording.partition(" của ")[2] or None), *(found or (None, False)))


def _unquoted(wording: str) -> str:
    wording = wording.strip("\"“”' ")
    if wording.count('"') % 2 or wording.count("“") != wording.count("”"):
        wording = re.sub('["“”]', "", wording)
    return wording


def _group(items: Items, match: re.Match[str]) -> Group | None:
    first, stop = match.span()
    number = items.keys(first).replace(".", "")
    if items.wording(first + 1, stop)[:1].isupper() and not items.is_a(first + 1, "group"):
        return None
    if not number.isdigit() or int(number) == 0 or int(number) > 10_000_000:
        return None
    return Group(items.wording(first, stop), int(number))


def _made(items: Items, match: re.Match[str]) -> Work | None:
    """A work or a group known by its name: it must hold a capital letter or a quotation."""
    written = items.wording(*match.span())
    return Work(written) if any(c.isupper() for c in written[1:]) or '"' in written else None


def _occasion(items: Items, match: re.Match[str]) -> Occasion | None:
    first, stop = match.span()
    last = first + 1
    for i in range(first + 1, stop):
        if items.keys(i).split()[0] in ("đã", "được", "sẽ", "chuyển", "trở", "lúc") or (
            items.keys(i) == "từ" and items.is_a(i + 1, "num", "date")
        ):
            break
        last = i + 1
    while last > first + 1 and (
        items.keys(last - 1) in _TRIM or items.is_a(last - 1, "date", "dash", "and", "dot", "many")
    ):
        last -= 1
    wording = items.wording(first, last).rstrip(" -–,")
    if wording.count('"') % 2:
        wording = wording.rstrip('" ')
    bare = last == first + 1 and items.is_a(first, "again")
    return Occasion(wording, bare, items.keys(first), items.is_a(first, "deed"))
