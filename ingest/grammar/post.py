"""People and offices side by side in a sentence → who holds, held or takes up which post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, Line, office_key
from ingest.facts import Passage, Post
from ingest.grammar import carried
from ingest.grammar.carried import Home
from ingest.grammar.post_rules import (
    FORMER,
    IN_ROLE,
    IS_LATER,
    LISTS,
    NAMED_BELOW,
    PERSON_BESIDE_POST,
    PERSON_POST,
    POST_PERSON,
    REPLACED,
    RULES,
    SHARED_POST,
    TAKES_FIRST,
    TAKES_OFFICE,
)
from ingest.grammar.post_time import YEAR, dismissed, long_ago, over
from ingest.grammar.same_post import key, same
from ingest.items import Items
from ingest.phrases import Office
from ingest.words import lexicon
from ontology.schemes import role_iri
from ontology.spelling import fold


@dataclass(slots=True)
class _Held:
    """A post as found: the office, the status that its sentence gives it, and where."""

    person: str
    wording: str
    office: Office
    status: str
    passage: Passage
    rule: str
    at: int = 0
    """Its place in the order of the article."""


def posts(document: Document) -> Iterator[Post]:
    """Each post of each person once: the fullest wording, and the status that the article tells last of it."""
    held: list[_Held] = []
    told: list[str] = []
    latest = max((int(year) for year in YEAR.findall(document.article.text)), default=0)
    for line in document.lines:
        held += in_line(line, latest, told)
        told += carried.bodies(line.base) if line.base.has("org", "post") else ()
    home = Home(document)
    for at, one in enumerate(held):
        one.at = at
        one.wording = home.completed(one.wording, one.office, one.rule in LISTS or _station(one))
    for one in _distinct(held):
        yield Post(
            person=one.person,
            post=one.wording,
            status=one.status,
            organization=_organization(one),
            role=role_iri(one.office.title),
            proper=one.office.proper or one.wording != one.office.wording,
            passage=one.passage,
            rule=one.rule,
        )


def _station(held: _Held) -> bool:
    """Whether a post is one that somebody took and has left again."""
    return held.rule == TAKES_OFFICE.name and held.status == "former"


def _organization(held: _Held) -> str | None:
    """The body of a post, with what was taken over from around it."""
    office = held.office
    if held.wording.startswith(office.wording):
        return f"{office.org or ''}{held.wording.removeprefix(office.wording)}".strip() or None
    return held.wording.removeprefix(office.title).strip() or None


def holders(held: list[Post]) -> dict[str, str]:
    """Who holds an office by its `office_key`; an office of two people is nobody's."""
    found: dict[str, set[str]] = {}
    for one in held:
        found.setdefault(office_key(one.post), set()).add(one.person)
    return {office: people.pop() for office, people in found.items() if len(people) == 1}


def in_line(line: Line, latest: int = 0, told: Sequence[str] = ()) -> Iterator[_Held]:
    items, taken, newly = line.base, set[int](), set[int]()
    if not items.has("post") or not items.has("person"):
        return
    for rule in RULES:
        for match in items.find(rule):
            indices = [i for i in range(*match.span("posts")) if isinstance(items.items[i].value, Office)]
            if not taken.isdisjoint(indices) or (rule is PERSON_POST and _next_subject(items, match)):
                continue
            indices = _singular(items, indices)
            if rule is IS_LATER and len({items.items[i].value for i in items.where("person")}) > 1:
                continue
            if rule is PERSON_BESIDE_POST and not _with_body(items, indices[0]):
                continue
            if _in_brackets(items, match.end("person"), match.start("posts")):
                continue
            if rule is TAKES_FIRST and any(items.keys(i) == "tôi" for i in range(match.start(), indices[0])):
                continue  # `Khi tôi nhậm chức Chủ tịch A, ông B …`
            if _of_kin(items, match.end("person"), indices[0]):
                taken.update(indices)
                continue
            if rule is TAKES_OFFICE and _not_yet(items, match, indices[0]):
                taken.update(indices)
                continue
            if rule is POST_PERSON and match["dash"] and _apposed(items, match):
                continue
            if rule is POST_PERSON and len(indices) > 1 and _on_behalf(items, indices[0] - 1):
                indices = indices[1:]  # `thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy X`
            if rule is POST_PERSON and len(indices) > 1 and _two_states(items, indices):
                indices = indices[1:]  # `chủ tịch Trung Quốc, Tổng thống Putin`
            indices = [at for at in indices if not _of_cabinet(items, at)]
            taken.update(indices)
            if rule is TAKES_OFFICE:
                newly.update(indices)
            passage = items.passage(match.start(), match.end())
            listed = rule is TAKES_OFFICE and any(items.is_a(i, "many") for i in range(match.start(), indices[0]))
            gone = rule in FORMER or listed or dismissed(items, match.end())
            gone = gone or (rule is PERSON_POST and _back_then(items, match))
            gone = gone or (rule in (TAKES_OFFICE, TAKES_FIRST) and long_ago(items, indices[0], latest))
            past = (
                "former"
                if gone or (rule in (TAKES_OFFICE, PERSON_POST, IN_ROLE, IS_LATER) and over(items, match))
                else ""
            )
            yield from _made(line, match.start("person"), indices, past, passage, rule.name, told)
    for match in items.find(REPLACED):
        if match.start("posts") in newly:
            passage = items.passage(match.start(), match.end())
            yield from _made(
                line, match.start("person"), [match.start("posts")], "former", passage, REPLACED.name, told
            )
    for match in items.find(NAMED_BELOW):
        office = match.start("posts")
        counted = match["count"] and items.is_a(match.start("count"), "low", "cap")
        if office in taken or (counted and items.keys(match.start("count")) not in _COUNTS):
            continue
        taken.add(office)
        for at in range(*match.span("list")):
            if items.is_a(at, "person"):
                yield from _made(line, at, [office], "", items.passage(office, at + 1), NAMED_BELOW.name, told)
    for match in items.find(SHARED_POST):
        office = match.start("posts")
        for at in range(*match.span("list")):
            if items.is_a(at, "person") and items.keys(match.start()) in _ALL:
                yield from _made(line, at, [office], "", items.passage(office, at + 1), SHARED_POST.name, told)
    yield from _career(line, taken, told)


_ALL = ("các", "hai", "ba", "bốn", "các ông", "các đồng chí")
_COUNTS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def _apposed(items: Items, match: re.Match[str]) -> bool:
    """Whether posts with a dash between them and a name are those of the name before (`ông A - Chủ tịch B - ông C`)."""
    first = match.start("posts")
    return items.is_a(first - 1, "comma", "dash", "open", "is") and items.is_a(first - 2, "person", "will")


_OF_STATE = frozenset({"tổng thống", "chủ tịch", "thủ tướng", "chủ tịch nước"})


def _two_states(items: Items, indices: list[int]) -> bool:
    """Whether two heads of state or government stand side by side, the first with its country, the second with none."""
    first, second = items.items[indices[0]].value, items.items[indices[1]].value
    if not isinstance(first, Office) or not isinstance(second, Office) or not items.is_a(indices[0] + 1, "comma"):
        return False
    titles = {fold(first.title), fold(second.title)}
    named = first.wording != first.title and not first.org
    return titles <= _OF_STATE and len(titles) > 1 and named and second.bare


def _of_cabinet(items: Items, at: int) -> bool:
    """Whether `Bộ trưởng` is only the rank of who heads an office beside it: `Bộ trưởng, Chủ nhiệm Văn phòng A`."""
    alone = items.keys(at) == "bộ trưởng" and items.is_a(at + 1, "comma", "dash")
    return alone and items.is_a(at + 2, "post") and items.keys(at + 2).startswith("chủ nhiệm")


def _with_body(items: Items, at: int) -> bool:
    office = items.items[at].value
    return isinstance(office, Office) and office.org is not None


def _not_yet(items: Items, match: re.Match[str], office: int) -> bool:
    """Whether the office is only planned, hoped for or proposed."""
    planned = any(items.is_a(i, "unheld") for i in range(max(match.start() - 4, 0), office))
    planned = planned or any(items.is_a(i, "not") for i in range(match.end("person"), office))
    return planned or any(items.is_a(i, "propose") for i in range(match.end("person"), office))


def _of_kin(items: Items, person: int, office: int) -> bool:
    """Whether a person's kin takes the office: `ông A bổ nhiệm con trai làm giám đốc và giữ chức phó chủ tịch`."""
    return any(items.is_a(i, "kin") and items.is_a(i + 1, "take_office", "as") for i in range(person, office))


def _back_then(items: Items, match: re.Match[str]) -> bool:
    """Whether an office is told of the time told of: `ông A, khi đó là Bí thư B`, `ông A, Bí thư B khi ấy`."""
    return any(items.is_a(i, "back_then") for i in (match.end("person") + 1, match.end()))


def _in_brackets(items: Items, person: int, office: int) -> bool:
    """Whether the brackets in which a name stands are closed before the office: `ông A (con ông B) làm giám đốc`."""
    depth = 0
    for i in range(person, office):
        depth += items.is_a(i, "open") - items.is_a(i, "close")
        if depth < 0:
            return True
    return False


def _singular(items: Items, indices: list[int]) -> list[int]:
    """The posts up to one told of several people: `Thứ trưởng Bộ A cùng các thủ trưởng Bộ A`."""
    several = len({items.items[i].value for i in items.where("person")}) > 1
    for n, at in enumerate(indices):
        if n and (
            (several and items.is_a(at - 1, "semicolon"))
            or items.is_a(at - 1, "many")
            or items.keys(at - 1).endswith("các")
        ):
            return indices[:n]
    return indices


def _on_behalf(items: Items, at: int) -> bool:
    """Whether the office behind is another's: `thừa ủy quyền của Chủ tịch nước, Bí thư A`, `Tổ … của Thủ tướng`."""
    others = ("behalf", "receive", "award_name", "post", "org", "body", "office", "inside")
    return items.is_a(at, "behalf") or (items.is_a(at, "of") and items.is_a(at - 1, *others))


def _next_subject(items: Items, match: re.Match[str]) -> bool:
    """Whether the offices behind a name belong to what comes next: the name has its own before it (`Phó Chủ tịch A X`).

    Then either a verb follows an office that needs no body (`…, Chủ tịch nước đã ký`), or another name does.
    """
    first, (begin, stop) = match.start("person"), match.span("posts")
    while items.is_a(first - 1, "title", "address", "dot"):
        first -= 1
    office = items.items[begin].value
    verbs = ("will", "decide", "confer", "speak", "acts")
    acts = isinstance(office, Office) and office.complete and items.is_a(stop, *verbs)
    if acts and stop - begin == 1 and (items.is_a(first - 1, "post") or first > 2):
        return True
    if not items.is_a(first - 1, "post"):
        return False
    stop = items.past(stop, "comma", "title", "dot", "lead", "deputy", "cluster_name", "post", "address")
    return items.is_a(stop, "person")


def _career(line: Line, taken: set[int], told: Sequence[str]) -> Iterator[_Held]:
    """In a sentence about one person that tells of taking or leaving office, all posts behind are that person's."""
    items = line.base
    people = items.where("person")
    if not people or len({items.items[i].value for i in people}) != 1:
        return
    turns = [
        i for i in items.where("take_office", "appoint", "was", "leave_office", "post", "former")
        if i > people[0] and _turns(items, i, people[0])
    ]  # fmt: skip
    left = [
        i for i in range(people[0], len(items))
        if i not in taken and isinstance(items.items[i].value, Office) and any(t <= i for t in turns)
        and not items.is_a(i + 1, "take_office", "will", "speak", "talk", "appoint", "confer", "decide")
        and not items.is_a(i - 1, "of", "for", "with", "by", "behalf", "body", "org", "at")
        and items.keys(i - 1) not in _TOWARDS and (not items.is_a(i - 1, "acts") or items.is_a(i - 1, "then"))
        and not (items.is_a(i - 1, "comma") and items.is_a(i - 2, "cap", "caps"))
    ]  # fmt: skip
    for group in _groups(items, left):
        i = group[0]
        turn = max(t for t in turns if t <= i)
        if any(items.is_a(t, "quote") for t in range(turn, i)) or (items.keys(turn) == "làm" and i - turn > 3):
            continue
        if _of_kin(items, people[0], i):
            continue
        if any(items.is_a(t, "unheld") for t in range(max(turn - 4, 0), i)):
            continue
        past = items.is_a(turn, "was", "leave_office", "post", "former") or len(left) > 1
        passage = items.passage(turn, group[-1] + 1)
        yield from _made(line, people[0], group, "former" if past else "", passage, "post.career", told)


_TOWARDS = frozenset({"lên", "tới", "đến", "gửi", "gặp", "tiếp", "trình"})
"""Words before an office that somebody turns to."""


def _groups(items: Items, posts: list[int]) -> Iterator[list[int]]:
    """Posts that stand side by side, with no more than a sign between them."""
    group: list[int] = []
    for at in posts:
        if group and not (
            at - group[-1] <= 3 and items.is_a(at - 1, "comma", "and", "semicolon", "concurrent", "then")
        ):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _turns(items: Items, at: int, person: int) -> bool:
    """Whether an item begins a station of a life: a verb of taking or leaving office, `nguyên` or `nguyên:`."""
    value = items.items[at].value
    if items.is_a(at, "former"):
        return items.is_a(at + 1, "colon") and person <= 3
    if isinstance(value, Office):
        return value.status == "former" and person <= 3
    return not items.is_a(at, "appoint") or items.is_a(at - 1, "passive") or items.is_a(at - 2, "passive")


def _made(
    line: Line, person: int, indices: list[int], status: str, passage: Passage, rule: str, told: Sequence[str]
) -> Iterator[_Held]:
    name = str(line.base.items[person].value)
    if lexicon().is_name_of(name, "also_person"):
        return
    offices = [(i, o) for i in indices if isinstance(o := line.base.items[i].value, Office)]
    beside, before = [o for _, o in offices], ""
    for at, office in offices:
        wording = carried.wording(office, beside, line.base, at, told)
        if rule == NAMED_BELOW.name and office.bare and not office.complete and wording == office.wording and told:
            wording = f"{wording} {told[-1]}"
        if office.needs_body and wording == office.wording:
            continue
        own = status or office.status
        joined = line.base.is_a(at - 1, "comma", "and", "concurrent", "post", "dash")
        if own == "current" and before == "former" and joined and not _ANEW.match(fold(office.org or "")):
            own = "former"
        before = own
        yield _Held(name, wording, office, own, passage, rule)


_ANEW = re.compile(r"(?:hội(?! đồng)|hiệp hội|liên hiệp|liên đoàn|quỹ|câu lạc bộ|công ty|tập đoàn|trung tâm|viện)\b")
"""Bodies that people serve after they have left a public office: `nguyên Bộ trưởng A, Chủ tịch Hội B`."""


def _distinct(held: list[_Held]) -> Iterator[_Held]:
    """One entry for each person and post; a shorter wording of a post told more fully is left out."""
    by_person: dict[str, list[tuple[int, _Held]]] = {}
    for number, one in enumerate(held):
        kept = by_person.setdefault(one.person, [])
        for place, known in [k for k in kept if same(key(k[1].wording), key(one.wording))]:
            fuller = known if len(key(known.wording)) >= len(key(one.wording)) else one
            fuller.status = one.status if one.status != "current" else known.status
            fuller.at = min(one.at, known.at)
            kept.remove((place, known))
            one = fuller
        kept.append((number, one))
    told = sorted((k for kept in by_person.values() for k in kept), key=lambda k: (k[1].at, k[0]))
    return (one for _, one in told)
