"""A clause about an honour → the authority that confers it, never whoever only hands it over."""

from __future__ import annotations

from functools import cache

from ingest.bodies import rank
from ingest.grammar.award_clause import Clause
from ingest.grammar.award_subject import only_where
from ingest.honours import HonourName
from ingest.items import Items
from ingest.phrases import Office, Org
from ontology.schemes import honours
from ontology.spelling import fold

_STATE_HEAD = (
    *("chủ tịch nước", "nhà nước", "đảng", "chính phủ", "quốc hội", "tổng thống", "hoàng gia", "vua", "quốc vương"),
    *("nữ hoàng", "nhà vua", "quân đội", "hải quân"),
)
"""With what the names of those begin who can be said to confer what only the head of state decides on."""


_SOVEREIGN = ("tổng thống", "quốc vương", "nữ hoàng", "nhà vua", "thiên hoàng", "giáo hoàng")
"""Heads of other states, who confer in their own name."""


def grantor_of(clause: Clause, taken: set[int]) -> tuple[str | None, tuple[int, ...]]:
    """The authority and its item: subject of an active verb, agent of a passive one; never who only hands it over."""
    for name, span in (
        _named_after(clause, taken),
        _named_before(clause, taken),
        _signed(clause),
        _whose(clause, taken),
    ):
        if name and _can(clause, name):
            return name, span
    return None, ()


def _can(clause: Clause, name: str) -> bool:
    """Whether somebody can have conferred it: what only the President decides on, nobody else does."""
    honour = clause.items.items[clause.honour].value
    key = fold(name)
    if not isinstance(honour, HonourName) or honour.concept not in presidential():
        return True
    if key.startswith(("đảng bộ", "đảng ủy")):
        return False
    return (
        key.startswith(_STATE_HEAD) or "chủ tịch nước" in key or clause.items.is_a(_place_of(clause, name), "country")
    )


def _place_of(clause: Clause, name: str) -> int:
    """The item at which a name stands in the clause, -1 where none does."""
    items = clause.items
    return next((i for i in range(len(items)) if items.wording(i, i + 1) == name), -1)


@cache
def presidential() -> frozenset[str]:
    """The honours on which the President alone decides."""
    return frozenset(h.iri for h in honours() if h.decided_by and all(d.endswith("president") for d in h.decided_by))


_GIVES = (
    "kí",
    "cấp",
    "bình chọn",
    "tổ chức",
    "xét chọn",
    "công nhận",
    "bầu chọn",
    "đề xướng",
    "khởi xướng",
    "sáng lập",
)
"""What the giver of an honour does, behind `do`: `giải thưởng X do Bộ A tổ chức và bình chọn`."""


def _named_after(clause: Clause, taken: set[int]) -> tuple[str | None, tuple[int, ...]]:
    """Behind the honour: `H do X tặng`, `nhận H từ X`, `H mà X trao cho ông Y`."""
    items = clause.items
    for i in range(clause.honour + 1, min(clause.honour + 40, len(items))):
        if items.is_a(i, "by") or items.keys(i) in ("từ", "mà"):
            for j in (i + 1, i + 2):
                if j not in taken and (name := _authority(items, j)):
                    done = items.keys(i) == "từ" or any(
                        items.is_a(k, "confer") or items.keys(k).startswith(_GIVES)
                        for k in range(j + 1, min(j + 5, len(items)))
                    )
                    return (name, (j,)) if done else (None, ())
        if (
            items.is_a(i, "of")
            and items.keys(i - 1).split()[-1] in ("quí", "nhất", "thưởng")
            and _authority(items, i + 1)
        ):
            return _joint(items, i + 1), (i + 1,)  # `H, phần thưởng cao quý của Nhà nước`
        if items.is_a(i, "dot", "semicolon", "for", "talk", "confer"):
            break
    return None, ()


def _whose(clause: Clause, taken: set[int]) -> tuple[str | None, tuple[int, ...]]:
    """Whose honour it is, right behind its name: `nhận Giải thưởng Tôn Đức Thắng của Liên đoàn A`."""
    items, of = clause.items, clause.honour + 1
    given = clause.kind in ("confer", "receive") and not items.is_a(clause.verb, "event")
    name = _authority(items, of + 1) if given and items.is_a(of, "of") and of + 1 not in taken else None
    return name, (of + 1,) if name else ()


def _signed(clause: Clause) -> tuple[str | None, tuple[int, ...]]:
    """Whose decision it is: `quyết định tặng H cho ông X do Y ký`, `theo Quyết định số 5 của Y, ông X được tặng H`."""
    items = clause.items
    things = items.where("thing")
    if not things:
        return None, ()
    for i in range(things[0], len(items)):
        if items.keys(i) == "kí":
            for j in range(i - 1, max(-1, i - 6), -1):
                by = any(items.is_a(k, "by", "passive") for k in (j - 1, j - 2, j - 3))
                if by and (name := _authority(items, j)):
                    return name, ()
        if (
            items.is_a(i, "of")
            and things[0] < clause.verb - 1
            and i < min(things[0] + 14, clause.verb)
            and (name := _authority(items, i + 1))
        ):
            return name, ()
    return None, ()


def _named_before(clause: Clause, taken: set[int]) -> tuple[str | None, tuple[int, ...]]:
    items = clause.items
    if clause.passive is not None:
        inside = range(clause.passive + 1, clause.verb)
        on_behalf = next((b for b in inside if items.is_a(b, "behalf")), -1)
        acting = [i for i in inside if i not in taken and i > on_behalf and _authority(items, i)]
        if acting and on_behalf < 0 and _hands_over(clause, acting[0]):
            return None, ()
        return (_joint(items, acting[0]), (acting[0],)) if acting else (None, ())
    if clause.kind in ("receive", "deny", "celebrate") and clause.verb < clause.honour:
        return None, ()
    asking = [i for i in items.where("ask") if i < clause.verb] or [
        i for i in items.where("propose") if i < clause.verb
    ]
    furthest = asking[-1] if asking else -1  # who asks for it does not confer it: the authority stands behind
    if clause.kind == "propose" and not asking:
        return None, ()
    if asking and (sent_to := _sent_to(items, asking[-1], clause.verb)) is not None:
        return _joint(items, sent_to), (sent_to,)
    start = clause.verbs.get("decide", clause.verb)
    if start > clause.verb or start < furthest:
        start = clause.verb
    start = _joined_to(items, start)
    behalf = [i for i in items.where("behalf") if furthest < i < start]
    if behalf:
        for j in range(behalf[-1] + 1, min(behalf[-1] + 6, start)):
            if _authority(items, j):
                return _joint(items, j), (j,)
    passed = start
    for i in range(start - 1, max(furthest, start - 30), -1):
        if items.is_a(i, "semicolon", "dot", "colon", "talk") and i != start - 1:
            return None, ()
        ends_a_name = items.is_a(i, "country") and items.is_a(i + 1, "and") and i > 0  # `Quốc ca Việt Nam và tặng H`
        if i >= passed or i in taken or only_where(items, i) or ends_a_name:
            continue
        if (towards := _given(items, i)) is not None:
            passed = towards  # whoever it was given to in the clause before
            continue
        if items.is_a(i, "person"):
            titled = items.is_a(i - 1, "post") and not items.is_a(i - 2, "with") and not _hands_over(clause, i - 1)
            return (_conferring(items, i - 1), (i - 1,)) if titled else (None, ())
        if _authority(items, i):
            return (None, ()) if _hands_over(clause, i) else (_above(items, i) or _conferring(items, i), (i,))
    return None, ()


def _sent_to(items: Items, asking: int, verb: int) -> int | None:
    """The authority to which a proposal is sent, where none is asked behind it: `gửi Bộ A đề nghị tặng H`."""
    to = asking - 1
    asked = any(_authority(items, i) for i in range(asking + 1, verb))
    if asked or items.is_a(to, "person", "cluster_name") or not _authority(items, to):
        return None
    sent = any(items.keys(i).startswith("gửi") for i in range(max(0, to - 7), to))
    return to if sent else None


def _joined_to(items: Items, verb: int) -> int:
    """The first of several verbs of conferring with one subject: `X tặng H cho A, B; trao K cho C`."""
    while True:
        sign = items.before(verb, "will")
        earlier = [i for i in items.where("confer") if i < sign]
        apart = not earlier or any(items.is_a(i, "dot", "talk") for i in range(earlier[-1], sign))
        if not items.is_a(sign, "comma", "semicolon", "and") or apart:
            return verb
        verb = earlier[-1]


def _given(items: Items, at: int) -> int | None:
    """The `cho` of the list in which an agent stands, if it is one of those to whom something is given."""
    if not items.is_a(at, "person", "org", "province", "count_group", "post", "country"):
        return None
    i = at - 1
    while items.is_a(
        i, "comma", "and", "org", "province", "person", "count_group", "unit", "title", "address", "group", "post"
    ):
        i -= 1
    return i if items.is_a(i, "for") else None


def _hands_over(clause: Clause, at: int) -> bool:
    """Whether an office at an item only hands it over: a deputy's, or one with the holder's name beside it."""
    items, value = clause.items, clause.items.items[at].value
    if not isinstance(value, Office) or "decide" in clause.verbs:
        return False
    honour = items.items[clause.honour].value
    if isinstance(honour, HonourName) and honour.concept in presidential() and fold(value.wording) == "chủ tịch nước":
        return False
    if fold(value.wording).startswith("phó "):
        return True
    if fold(value.wording).startswith(_SOVEREIGN):
        return False
    named = items.is_a(at + 1, "person", "title", "address") or (
        items.is_a(at - 1, "comma", "dash", "open") and items.is_a(at - 2, "person")
    )
    return named and clause.passive is None and not items.is_a(clause.verb, "bestow")


def _conferring(items: Items, at: int) -> str | None:
    """The authority of an item: a deputy who signs does so for the body."""
    value = items.items[at].value
    if isinstance(value, Office) and value.org and fold(value.wording).startswith("phó "):
        return value.org
    return _joint(items, at)


def _above(items: Items, at: int) -> str | None:
    """A body with the one that holds it behind a comma: `Cục A, Bộ B đã trao`."""
    part, whole = items.items[at - 2].value if at > 1 else None, items.items[at].value
    if not isinstance(part, Org) or not isinstance(whole, Org) or not items.is_a(at - 1, "comma"):
        return None
    first = at < 3 or items.is_a(at - 3, "comma", "on", "date", "will")
    held = first and 0 <= rank(items, at - 2) < rank(items, at) and fold(part.name).startswith(_PARTS)
    return items.wording(at - 2, at + 1) if held else None


_PARTS = ("cục ", "vụ ", "phòng ", "ban chỉ huy", "trung tâm ", "viện ", "khoa ")
"""With what the names of bodies begin that another body holds."""


def _joint(items: Items, at: int) -> str | None:
    """The name of an authority, with the one that confers together with it: `Đảng, Nhà nước`."""
    first = last = at
    for step in (-1, 1):
        while True:
            sign, other = (first - 1, first - 2) if step < 0 else (last + 1, last + 2)
            if not (items.is_a(sign, "comma", "and", "dash") and items.is_a(other, "state")):
                break
            if not items.is_a(at, "state"):
                break
            first, last = (other, last) if step < 0 else (first, other)
    return items.wording(first, last + 1) if first != last else _authority(items, at)


def _authority(items: Items, at: int) -> str | None:
    """The name of a body, an office or a country that can confer."""
    if not 0 <= at < len(items) or (at and items.keys(at - 1) == "cấp"):
        return None
    value = items.items[at].value
    if isinstance(value, Org):
        return value.name
    if isinstance(value, Office):
        return value.wording
    if items.is_a(at, "body") and (
        items.keys(at) in _ALONE or items.wording(at, at + 1)[1:].lower() != items.wording(at, at + 1)[1:]
    ):
        return items.wording(at, at + 2 if items.is_a(at + 1, "country") else at + 1)
    if items.is_a(at, "province") and _gives(items, at):
        return items.wording(at - items.is_a(at - 1, "unit"), at + 1)
    if not items.is_a(at, "country"):
        return None
    return items.wording(at - (at > 0 and items.keys(at - 1) in _OF_COUNTRIES), at + 1)


_OF_COUNTRIES = frozenset({"chính phủ", "nhà nước", "hoàng gia", "quốc hội", "chính quyền"})
"""What confers in the name of the country behind it, where it is written small: `chính phủ Pháp`."""


def _gives(items: Items, at: int) -> bool:
    """Whether a province confers: right before the verb, as its subject or behind `được` (`được tỉnh A tặng H`)."""
    verb, first = at + 1, at - items.is_a(at - 1, "unit")
    verb = items.past(verb, "will", "low")
    subject = first == 0 or items.is_a(first - 1, "passive", "comma", "semicolon", "led", "date")
    return subject and items.is_a(verb, "confer", "decide")


_ALONE = frozenset({"nhà nước", "chính phủ", "nhà trường", "trung ương đoàn", "thành đoàn", "tỉnh đoàn"})
"""Kinds of bodies that confer without more of a name."""


def further_givers(items: Items, at: int, honour: HonourName) -> list[HonourName]:
    """The same honour by each of the others whose it is too: `bằng khen của Bộ A, Hội B và UBND tỉnh C`."""
    head, of, first = honour.wording.partition(" của ")
    if not of or honour.grantor != first:
        return []
    found, stop, closed = list[HonourName](), at + 1, False
    while items.is_a(stop, "comma", "and") and items.is_a(stop + 1, "org", "caps") and not closed:
        closed = items.is_a(stop, "and")
        giver = items.wording(stop + 1, stop + 2)
        found.append(HonourName(f"{head} của {giver}", giver, honour.concept, False))
        stop += 2
    goes_on = items.is_a(
        stop, "confer", "will", "organise", "passive", "speak", "talk", "have", "decide", "comma", "gift"
    )
    goes_on = goes_on or items.keys(stop).startswith(("trao", "tặng")) if stop < len(items) else goes_on
    return found if closed and not goes_on else []
