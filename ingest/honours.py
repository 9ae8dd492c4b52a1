"""Items → honours as worded, counted groups, works honoured by their name; each becomes one item with a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ingest.items import Item, Items, Rule, item
from ontology.schemes import honour_iri
from ontology.spelling import fold

_STATE_GIVER = "<of><many>?<led>?(?:<state>|<post><person>?|<country>)"
_GIVER = "<of><many>?<led>?(?:<org>|<post><person>?|<country>|<whole|office>|<unit>?<province>)"
_QUOTED = "<quote>(?:<~quote|semicolon>){1,16}<quote>"
_ENDS = (
    "<for|grade|comma|dot|close|open|quote|year|date|because|of|at|and|with|by|passive|confer|will|num|dash|semicolon|on|edition|speak|is>"
    "|$"
)
_NAMED = (
    f"<cap><low>{{1,2}}(?={_ENDS})|<cap><low>(?=<cap>)"
    "|<cap|caps|inside|country|region|surname>|<dot>(?<=<cap><dot>)(?=<cap>)|<honour>|<and|low>(?=<cap>)|<group|title><low>{1,2}(?=<grade>)"
)
_ABOUT = rf"""<about>(?:<cap><low>(?=<cap|inside>|{_ENDS})|<inside|cap|caps>|<and|comma|dash>(?=<inside|cap>)
    |<and><low>{{1,2}}(?={_ENDS}))+"""
_PHRASE = "(?!<edition>)<low|inner|inside|cap|caps|numero|country|region|province|body|title|group|org|quality|purpose>"
"""Words of a prize's name that is a phrase of its own: `giải thưởng Doanh nghiệp vì người lao động`."""
PRIZE = Rule(
    "honour.prize",
    rf"(?:<prize>|<title_word>(?!<title|honour>))(?P<name><body|inside|media|title|group|office|made|org|cap>(?:{_PHRASE}){{1,12}})"
    rf"(?={_ENDS})",
)
HONOUR = Rule(
    "honour",
    rf"""(?P<word><title_word>*)(?P<name>
        <honour_head>?(?=<quote><cause>){_QUOTED}(?:{_GIVER})?
      | <honour_head>?<quote>?<cause>(?:<low|inside|inner|cap>|<and>(?=<low|inside|cap)){{0,6}}
        <org>?<quote>?(?:{_GIVER})?
      | <prize><org>(?=<year>)
      | <badge><province>
      | <honour_head>(?:{_QUOTED}|(?:{_NAMED})*)
          <grade>?(?:{_ABOUT})?(?:{_GIVER}|<post>(?!<person|title|address|confer>))?
      | <quote>?<honour><quote>?<grade>?<era>?(?:{_ABOUT}|<unit>?<province>)?(?:{_STATE_GIVER})?
      | (?:<title_word|flag>|(?<=<celebrate>)){_QUOTED}(?:{_GIVER})?
      | (?<=<title_word>)<bare_title>(?={_ENDS})
    )(?P<grade><grade>)?(?P<worn>(?=<title|address|dot|dash>*<person>))?""",
)
REFERRED = Rule("honour.referred", r"<award_name|honour_head|title_word><low>")
"""An honour told before: `danh hiệu này`."""

GROUP = Rule(
    "group",
    r"(?P<count><num|low|cap>)(?P<noun><group|title|address>(?:<and|comma>?<group|title>){0,2}(?:(?:<comma|and>)?<quality>){0,3}<country>?|<post>|<former><group>)",
)
MADE = Rule(
    "made",
    r"<made>(?:<quote>(?:<~quote|semicolon>){1,40}<quote>"
    r"|(?:<cap|caps|inside>|<low>(?=<cap|low|appoint>)|<low|appoint>(?=<open|comma|dot|close>|$)){1,6})",
)


PEOPLE = Rule(
    "people",
    r"(?:<group|body|inside|cap|low>(?:<comma><low|inside|body|group>{1,2}){0,2}<and>)?<low|inside|cap>{1,2}(?:<locality>|<unit>?<province>)",
)
_PEOPLE = re.compile(
    r"(?:(?:đảng bộ|cán bộ|quân|chính quyền|quân đội|đồng bào)\b.* (?:và|,) ?)"
    r"(?:nhân dân|dân|đồng bào)(?: các dân tộc)? \w"
    r"|(?:nhân dân|đồng bào) và (?:cán bộ|chiến sĩ|các lực lượng vũ trang) \w"
)
"""All people of a place, who can be given an honour: `Đảng bộ, chính quyền và nhân dân huyện A`."""


class HonourName(NamedTuple):
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


class Work(NamedTuple):
    """A work or a group that is given an honour by its name (`vở Rặng trâm bầu`)."""

    wording: str


def compose_honours(items: Items) -> None:
    """Honours, which may hold a body or a post as their giver, and counted groups."""
    items.compose(PRIZE, "award_name", lambda m: _prize(items, m))
    items.compose(HONOUR, "award_name", lambda m: _honour(items, m))
    _other_grades(items)
    items.compose(GROUP, "count_group", lambda m: _group(items, m))
    items.compose(PEOPLE, "work", lambda m: _people(items, m))
    items.compose(MADE, "work", lambda m: _made(items, m))


def told_before(items: Items, last: dict[str, HonourName]) -> None:
    """Let `danh hiệu này`, `bằng khen đó` stand for the honour of that kind in `last`; enter there those told now."""
    items.compose(REFERRED, "award_name", lambda m: _referred(items, m, last))
    for at in items.where("award_name"):
        value = items.items[at].value
        assert isinstance(value, HonourName)
        last[_head(value.wording)] = value


def _referred(items: Items, match: re.Match[str], last: dict[str, HonourName]) -> HonourName | None:
    first, stop = match.span()
    if items.keys(stop - 1) not in ("này", "đó", "ấy", "trên"):
        return None
    told = [v for i in items.where("award_name") if i < first and isinstance(v := items.items[i].value, HonourName)]
    head = _head(items.keys(first))
    return next((v for v in reversed(told) if _head(v.wording) == head), None) or last.get(head)


def is_title(wording: str) -> bool:
    """Whether an honour is a title (`Nghệ sĩ ưu tú`), neither an order nor a medal, a prize or a paper."""
    return _head(wording) == "danh hiệu"


def _head(wording: str) -> str:
    """The kind of an honour: the first words of its name, or `danh hiệu` for titles."""
    start = " ".join(fold(wording).split()[:2])
    return start if start in _HEADS else "danh hiệu"


_HEADS = frozenset(
    "huân chương|huy chương|bằng khen|giấy khen|giải thưởng|huy hiệu|thư khen|cờ thi|kỉ niệm|bằng tổ|bằng lao".split(
        "|"
    )
)
_GENERIC = frozenset(
    "danh hiệu|giải thưởng|bằng|cờ|cúp|chứng nhận|danh hiệu vinh dự nhà nước|danh hiệu thi đua|học sinh|sinh viên|top"
    "|huân huy chương|bằng chứng nhận|danh hiệu vinh dự".split("|")
)
"""Words for honours that name none."""
_PRAISE = re.compile(r"(?: cao qu[yý])+(?= của |$)", re.IGNORECASE)
"""What is said of an honour and belongs to none."""
_KINDS = frozenset({"huân chương", "huy chương"})
"""Kinds of honours: `nhiều huân chương cao quý` names none."""
_NOT_NAME = frozenset(
    "này đó ấy lại hồi từ khi mà lần đợt mới vừa nhằm nào như các loại kèm đột trên trong sau cao nhất quí".split()
) | {"lần thứ"}
"""Words behind an honour that are no part of its name."""


def _honour(items: Items, match: re.Match[str]) -> HonourName | None:
    """An honour's name with its giver; a title worn before a name, and words that name no honour, are none."""
    first, stop = match.span("name")
    if any(items.is_a(i, "contest") for i in range(first, stop)) or _worn(items, match):
        return None
    if items.is_a(first, "group") and items.is_a(first - 1, "num") and not match["word"]:
        return None  # `10 gương mặt trẻ tiêu biểu`
    if first and items.keys(first - 1).startswith(("hội thi", "cuộc thi", "kì thi")):
        return None  # `giải ba hội thi giáo viên giỏi`
    small = items.wording(first, stop)[0].islower() or first == 0
    if items.keys(first).startswith("vì ") and small and not match["word"]:
        return None
    if match["grade"]:
        stop = match.end("grade")
    giving = next((i for i in range(first + 1, stop) if items.is_a(i, "of")), None)
    named = giving is not None and items.is_a(stop - 1, "person")  # `bằng khen của Bộ trưởng Trần Văn A`
    giver = items.wording(giving + 1, stop - 1 if named else stop) if giving is not None else None
    if giving is None and stop > first + 1 and items.is_a(stop - 1, "post"):
        giver = items.wording(stop - 1, stop)  # `bằng khen Thủ tướng Chính phủ`
    while items.is_a(first, "title_word") and not items.is_a(first, "flag") and first + 1 < stop:
        first += 1
    while giving is None and stop > first + 1 and items.keys(stop - 1) in _NOT_NAME:
        stop -= 1
    wording = _PRAISE.sub("", _unquoted(items.wording(first, stop)))
    name = _PRAISE.sub("", _unquoted(items.wording(first, giving))) if giving is not None else wording
    bare = re.sub(r"(?: cao quí| hạng .+)+$", "", fold(name))
    if bare in _GENERIC or bare.startswith("các ") or (bare in _KINDS and items.is_a(first - 1, "many")):
        return None
    era = next((i for i in range(first, stop) if items.is_a(i, "era")), stop)
    found = honour_iri(wording) or honour_iri(name) or honour_iri(_unquoted(items.wording(first, era)))
    if (
        items.is_a(first, "honour_head")
        and _head(name) in ("danh hiệu", "giải thưởng")
        and name[1:].islower()
        and (found is None or not found[1])
    ):
        return None
    return HonourName(wording, giver or (wording.partition(" của ")[2] or None), *(found or (None, False)))


def _prize(items: Items, match: re.Match[str]) -> HonourName | None:
    """A prize whose name is a phrase: a capital begins it, and small letters follow."""
    name = items.wording(*match.span("name"))
    if not name[0].isupper() or all(word[0].isupper() for word in name.split()):
        return None
    if any(items.is_a(i, "contest") for i in range(*match.span())):
        return None
    first = match.start("name") if items.is_a(match.start(), "title_word") else match.start()
    wording = items.wording(first, match.end())
    return HonourName(wording, None, *(honour_iri(wording) or (None, False)))


def _other_grades(items: Items) -> None:
    """One item of each further grade of an honour: `Huân chương A hạng Nhất, Nhì và Ba; B hạng Nhất`."""
    if not items.has("award_name") or _GRADES.isdisjoint(items.sentence.keys):
        return
    out: list[Item] = []
    at, more = 0, False
    last: HonourName | None = None
    while at < len(items):
        found = _further(items, at, last) if last is not None else None
        one, stop = items.items[at], at + 1
        if found is not None:
            honour, stop = found
            one = item("award_name", one.start, items.items[stop - 1].end, honour)
            more = True
        if isinstance(one.value, HonourName):
            last = one.value
        out.append(one)
        at = stop
    if more:
        items.become(out)


def _further(items: Items, at: int, last: HonourName) -> tuple[HonourName, int] | None:
    """The honour that a grade (`Nhì`) or a name without its first word (`Lao động hạng Ba`) adds to the one before."""
    graded = _GRADED.fullmatch(last.wording)
    if graded is None or not items.is_a(at - 1, "comma", "semicolon", "and"):
        return None
    kind = graded[1]
    if items.keys(at) in _GRADES and _over(items, at + 1) and _listed_before(items, at):
        wording, stop = f"{kind} {graded[2]} {items.wording(at, at + 1)}", at + 1
    else:
        stop = next((i for i in range(at + 1, min(at + 4, len(items))) if items.is_a(i, "grade")), at)
        wording = f"{' '.join(kind.split()[:2])} {items.wording(at, stop + 1)}"
        if stop == at or (honour_iri(wording) or (None, False))[1] is False:
            return None
        stop += 1
    return HonourName(wording, None, *(honour_iri(wording) or (None, False))), stop


def _listed_before(items: Items, at: int) -> bool:
    """Whether a grade or an honour stands before the sign in front of a grade, in brackets how often it was given."""
    before = at - 2
    if items.is_a(before, "close"):
        before = next((i for i in range(before, max(-1, before - 6), -1) if items.is_a(i, "open")), 0) - 1
    return items.is_a(before, "award_name", "grade") or (before >= 0 and items.keys(before) in _GRADES)


def _over(items: Items, at: int) -> bool:
    return at >= len(items) or items.is_a(
        at, "comma", "semicolon", "and", "dot", "dots", "open", "close", "for", "year"
    )


_GRADED = re.compile(r"(.+) (hạng) (?:\w+)", re.IGNORECASE)
_GRADES = frozenset("nhất nhì nhị ba hai i ii iii".split())


def _worn(items: Items, match: re.Match[str]) -> bool:
    """Whether it is a title in front of a name: `Anh hùng Lao động Lê Thị Tý`, `các NSƯT: Trần Văn Kịch`."""
    first, stop = match.span("name")
    if match["word"]:
        return False
    if items.is_a(first, "title") and items.is_a(first - 1, "many", "num"):
        return True
    if items.is_a(first - 1, "open") and items.is_a(stop, "close") and items.is_a(first - 2, "title", "honour"):
        return True
    if match["worn"] is None:
        return False
    return items.is_a(first, "title") or (
        items.is_a(first, "honour")
        and not items.is_a(first, "honour_head")
        and stop == first + 1
        and _head(items.wording(first, stop)) == "danh hiệu"
    )


def _unquoted(wording: str) -> str:
    """Without quotation marks around all of it, and without those that have no fellow."""
    inner = wording[1:-1]
    if wording[:1] in _MARKS and (wording[-1:] not in _MARKS or not any(c in _MARKS for c in inner)):
        wording = wording.strip("".join(_MARKS) + " ")
    if sum(c in _MARKS for c in wording) % 2:
        wording = " ".join("".join(" " if c in _MARKS else c for c in wording).split())
    return wording


_MARKS = frozenset("\"“”'‘’")


_AREAS = frozenset("tỉnh huyện xã quận phường thôn".split()) | {"địa phương"}
_NUMERALS = {w: n for n, w in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), 1)}


def _group(items: Items, match: re.Match[str]) -> Group | None:
    first, stop = match.span()
    number = items.keys(first).replace(".", "").partition("/")[0]  # `5/10 đồng chí`
    if first and items.keys(first - 1).endswith("top"):
        return None  # `Top 10 doanh nghiệp`
    noun = first + 1 + items.is_a(first + 1, "former")  # `hai cựu sinh viên`
    written = items.wording(first + 1, stop)
    if written[:1].isupper() and (items.is_a(noun, "post") or not items.is_a(noun, "group")):
        return None
    if (
        number in _NUMERALS
        and items.is_a(noun, "group")
        and (number != "một" or _beside_another(items, first, stop))
        and items.keys(noun) not in _AREAS
    ):
        return Group(items.wording(first, stop), _NUMERALS[number])
    if not number.isdigit() or int(number) == 0 or int(number) > 10_000_000:
        return None
    if len(number) == 4 and items.is_a(first + 1, "organise"):
        return None  # `Cuộc thi A 2018 tổ chức …`
    return Group(items.wording(first, stop), int(number))


def _beside_another(items: Items, first: int, stop: int) -> bool:
    """Whether one body or person is counted beside others, not told of in general: `một tập thể và hai cá nhân`."""
    if items.keys(first + 1) not in ("tập thể", "cá nhân", "đơn vị"):
        return False
    before, behind = items.is_a(first - 1, "and", "comma"), items.is_a(stop, "and", "comma")
    numbered = items.is_a(stop + 1, "num") or (stop + 1 < len(items) and items.keys(stop + 1) in _NUMERALS)
    counted = items.is_a(first - 2, "group", "quality") and any(
        items.is_a(i, "num") or items.keys(i) in _NUMERALS for i in range(max(0, first - 4), first - 2)
    )
    return (behind and numbered and items.is_a(stop + 2, "group")) or (before and counted)


def _people(items: Items, match: re.Match[str]) -> Work | None:
    wording = items.wording(*match.span())
    return Work(wording) if _PEOPLE.match(wording.lower()) else None


def _made(items: Items, match: re.Match[str]) -> Work | None:
    """A work or a group known by its name: it must hold a capital letter or a quotation."""
    written = items.wording(*match.span())
    return Work(written) if any(c.isupper() for c in written[1:]) or '"' in written else None
