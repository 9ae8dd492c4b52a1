"""A sentence that names an emulation cluster → the lists of its members: behind the name, in brackets, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.agents import behind
from ingest.cluster_names import key_at
from ingest.grammar.cluster_heads import (
    CLUSTERS,
    PLACED,
    Head,
    head_of,
    kinds_at,
    mentions,
    opening,
    outer,
    shared_before,
    shared_heads,
)
from ingest.grammar.cluster_members import Member, composed, like, members_of
from ingest.items import Items
from ingest.phrases import Office
from ontology.spelling import fold

_PRESENCE = ("tham gia", "tham dự", "về dự", "tham luận", "có mặt")
_ALL = 5
"""So many places, counted and then listed as present, are all members of the only cluster told of."""
_KIND = re.compile(r"\bcác (huyện|xã|phường|quận)\b(?!,)", re.IGNORECASE)
PROVINCES = ("tỉnh", "tỉnh, thành phố", "tỉnh, thành")
"""With what provinces are listed; as the shared part of members it means the provinces themselves."""
_CHOOSING = frozenset({"suy tôn", "bình chọn", "bình bầu", "bầu chọn", "bình xét"})
"""Verbs with which a cluster names the best of its members."""


_TIMES = frozenset("lần thứ hai ba tư bốn năm sáu liên tiếp liên tục tiếp đã vươn lên".split())
"""Words between a body and `dẫn đầu`."""


class Listed(NamedTuple):
    """The members of one list, the item that names or means their cluster, and the items of the whole statement."""

    mention: int
    members: tuple[Member, ...]
    first: int
    stop: int


def lists(items: Items) -> Iterator[Listed]:
    """The lists of members in a sentence, each once."""
    for mention in mentions(items):
        before = _before(items, mention)
        if before:
            yield Listed(mention, before, before[0].at, mention + 1)
        opened = opening(items, mention)
        if opened is not None and (one := list_from(items, mention, opened)):
            yield one
        if people := _people(items, mention):
            yield Listed(mention, people, mention, people[-1].at + 1)
        yield from _judged(items, mention)
        if giver := _handing(items, mention):
            yield Listed(mention, (giver,), giver.at, mention + 1)


def _handing(items: Items, mention: int) -> Member | None:
    """Who hands the lead of a cluster over: `A bàn giao nhiệm vụ Cụm trưởng Cụm thi đua cho B`."""
    lead = items.before(mention, "low", "of", "year", "num")
    if not items.is_a(lead, "lead", "deputy"):
        return None
    hands = next((i for i in range(lead - 1, max(-1, lead - 6), -1) if key_at(items, i) in _HANDS), -1)
    giver = items.before(hands, "will", "low")
    return Member(items.wording(giver, giver + 1), giver) if hands > 0 and items.is_a(giver, "org") else None


_HANDS = frozenset({"bàn giao", "chuyển giao", "giao lại", "giao"})
"""Verbs with which an office goes from one body to the next."""


def _people(items: Items, mention: int) -> tuple[Member, ...]:
    """`đại diện Hội X các tỉnh trong Cụm: ông A - Chủ tịch Hội X tỉnh B; bà C - Chủ tịch Hội X tỉnh D`: B, D."""
    first = mention + 2
    first = items.past(first, "title", "address", "many")
    if not items.is_a(mention + 1, "colon") or not items.is_a(first, "person"):
        return ()
    shared = outer(items, mention)
    told: dict[str, Member] = {}
    for at in items.where("post"):
        office = items.items[at].value
        if at > first and isinstance(office, Office) and office.org and fold(office.org).startswith(fold(shared)):
            told.setdefault(office.org, Member(office.org, at))
    return tuple(told.values()) if shared and len(told) > 1 else ()


def list_from(items: Items, mention: int, opened: int) -> Listed | None:
    """The list that begins at an item, of the cluster that another one means; of one member there is none."""
    head = head_of(items, opened)
    if not head.shared and (shared := outer(items, mention)):
        head = Head(shared, head.kinds or ("tỉnh",), head.at, head.sure)
    if not head.shared and (kind := _KIND.search(items.wording(mention, mention + 1))):
        head = Head("", (kind[1].lower(),), head.at, head.sure)  # `Cụm thi đua các huyện miền núi: A, B, C`
    members, stop = members_of(items, head)
    return Listed(mention, members, mention, stop) if len(members) > 1 else None


def _judged(items: Items, mention: int) -> Iterator[Listed]:
    """`Cụm suy tôn A, B`, `các đơn vị trong Cụm đề nghị tặng cờ cho A`: a cluster judges its own members only."""
    keys = items.sentence.keys
    for at in range(mention + 1, len(items)):
        if items.is_a(at, *CLUSTERS):
            return
        begun = " ".join(keys[items.items[at].start :][:2])
        if begun in _CHOOSING:
            first = at + 1 + (key_at(items, at) != begun)
        elif items.is_a(at, "for") and _proposed(keys[: items.items[at].start]):
            first = at + 1
        else:
            continue
        head = head_of(items, first)
        if head.at < first + 8 and (head.shared or items.is_a(head.at, *PLACED, "unit")):
            members, stop = members_of(items, head)
            if members:
                yield Listed(mention, members, mention, stop)


def _proposed(keys: list[str]) -> bool:
    """Whether the words before `cho` tell that an honour is asked for: `đề nghị UBND tỉnh tặng Cờ thi đua cho …`."""
    before = " ".join(keys[-24:])
    asked = max(before.rfind(word) for word in ("đề nghị", "đề xuất", "bình xét"))
    return asked >= 0 and any(word in before[asked:] for word in ("tặng", "cờ", "khen", "danh hiệu"))


def present(items: Items) -> Iterator[tuple[str, bool, Listed]]:
    """Bodies of one kind told to be present: what their names share, and whether the sentence says `các tỉnh`."""
    keys = " ".join(items.sentence.keys)
    signing = items.has("covenant")
    if not signing and not items.has("attend", "speak", "talk") and not any(word in keys for word in _PRESENCE):
        return
    for head in shared_heads(items):
        members, stop = members_of(items, head)
        if len(members) > 1:
            yield head.shared, True, Listed(head.at, members, head.at, stop)
    for at in items.where("many") if signing else ():
        told, stop = kinds_at(items, at + 1)
        if told and items.is_a(stop, "colon"):  # `các đơn vị: A, B, C đã ký giao ước`
            members, after = members_of(items, Head("", (), stop + 1, sure=True))
            if len(members) > 1:
                yield "", True, Listed(at, members, at, after)
    for at in items.where("many"):
        if key_at(items, at + 1) in PROVINCES and not items.is_a(at - 1, "org", "body"):
            members, stop = members_of(items, Head("", ("tỉnh",), at + 1, sure=False))
            if len(members) > 2 and all(items.is_a(one.at, "province") for one in members):
                yield PROVINCES[0], False, Listed(at, members, at, stop)
    for at in items.where("num"):
        if items.is_a(at - 1, "org", "body", "inside"):  # `Hội Luật gia 5 tỉnh: A, B`: not the provinces themselves
            continue
        told, stop = kinds_at(items, at + 1)
        if items.is_a(stop, "is", "have", "colon"):  # `đại diện 7 tỉnh là A, B, …`: all of them
            members, after = members_of(items, Head("", told, stop + 1, sure=True))
            if len(members) >= _ALL and key_at(items, at) == str(len(members)):
                yield "", True, Listed(at, members, at, after)
    for at in items.where("org"):
        if not items.is_a(at - 1, "comma", "and", "semicolon"):
            members, stop = members_of(items, Head("", (), at, sure=False))
            kinds = {" ".join(member.name.split()[:2]) for member in members}
            if len(members) > 1 and len(kinds) == 1:
                yield kinds.pop(), False, Listed(at, members, at, stop)


def opens_list(items: Items) -> int | None:
    """The item that means the cluster whose members follow in the lines below (`Các đơn vị trong Cụm gồm:`)."""
    for mention in mentions(items):
        opened = opening(items, mention)
        if opened is not None and not any(items.is_a(i, *PLACED, "cap") for i in range(opened, len(items))):
            return mention
    return None


def is_marker(items: Items) -> bool:
    """Whether a line is the number before a member (`3.`)."""
    return len(items) == 2 and items.is_a(0, "num") and items.is_a(1, "dot")


def listed_in_line(items: Items) -> Listed | None:
    """The member in a line of a list: behind a dash or a number, or alone."""
    marked = items.is_a(0, "dash", "sign", "num")
    first = 1 + items.is_a(1, "dot", "close") if marked else 0
    if not items.is_a(first, "org", "province", "locality", "unit"):
        return None
    members, stop = members_of(items, Head("", (), first, sure=True))
    counted = items.is_a(stop, "colon") and items.is_a(stop + 1, "num")  # `Hội X tỉnh A: 474 điểm`
    whole = counted or all(items.is_a(i, "comma", "semicolon", "dot") for i in range(stop, len(items)))
    return Listed(0, members, 0, stop) if members and (marked or whole) else None


def _before(items: Items, mention: int) -> tuple[Member, ...]:
    """`A là thành viên Cụm thi đua số 1`, `các tỉnh A, B thuộc Cụm thi đua số 1`, `A là đơn vị dẫn đầu Cụm`."""
    tie = mention - 1
    while items.is_a(tie, "of", "unit", "many", "in") or key_at(items, tie) in ("các", "của", "trong", "khác"):
        tie -= 1
    key = key_at(items, tie).removeprefix("một ")
    inside = tie < mention - 1 and items.is_a(tie, "province", "org")  # `các tỉnh A, B trong Cụm`
    enclosed = items.is_a(mention - 1, "open") and items.is_a(mention + 1, "close")
    first = _leading(items, mention)
    if inside:
        tie += 1
    elif enclosed:
        tie = mention - 1
    elif first is not None:
        tie = first
    elif items.is_a(tie, "covenant"):  # `các tỉnh A, B ký giao ước Cụm thi đua`
        while items.is_a(tie - 1, "will", "low"):
            tie -= 1
    elif key == "thành viên" or key in ("thuộc", "trực thuộc", "nằm", "tham gia"):
        tie -= items.is_a(tie - 1, "open") or (key == "thành viên" and items.is_a(tie - 1, "comma"))
        while (
            items.is_a(tie - 1, "is", "group", "as", "many")
            or (key == "thành viên" and items.is_a(tie - 1, "num"))
            or key_at(items, tie - 1) in ("đều", "cùng", "lần đầu", "mới", "cũng")
        ):
            tie -= 1
        tie -= key == "thành viên" and items.is_a(tie, "is") and items.is_a(tie - 1, "comma")
    else:
        return ()
    if not items.is_a(tie - 1, "org", "province") and not (first is not None and items.is_a(tie - 1, "locality")):
        return ()
    agents = [a for a in behind(items, tie) if not a.is_person and not items.is_a(a.at, *CLUSTERS)]
    listed = len(agents) > 1 and items.is_a(agents[0].at, "org")
    agents = [a for a in agents if items.is_a(a.at, *PLACED) and (listed or not items.is_a(a.at - 1, "many", "num"))]
    if listed and items.is_a(agents[0].at - 1, "many"):  # `các Hội X tỉnh A, B trong Cụm`
        whole = Member(agents[0].name, agents[0].at)
        bare = [items.is_a(a.at, "province") for a in agents]
        shared_by = [like(items, whole, a.name) if one else "" for a, one in zip(agents, bare, strict=True)]
        return tuple(Member(shared + a.name, a.at) for shared, a in zip(shared_by, agents, strict=True))
    shared, kinds = shared_before(items, agents[0].at - 1) if agents else ("", False)
    stated = first is not None or key in ("thuộc", "thành viên")
    if (inside or enclosed or items.is_a(tie, "covenant", "will", "low")) and not kinds and not stated:
        return ()
    return tuple(Member(composed(items, shared, a.name, a.at), a.at) for a in agents)


def _leading(items: Items, mention: int) -> int | None:
    """The item behind the body that is told to be the first of its cluster: `A được suy tôn là đơn vị dẫn đầu Cụm`."""
    tie = items.before(mention, "in", "of")
    while key_at(items, tie) in ("thi", "đua", "phong trào", "phong trào thi đua", "công tác"):
        tie -= 1
    if not key_at(items, tie).endswith("đầu"):
        return None
    at = tie
    while key_at(items, tie) == "dẫn đầu" and _TIMES.issuperset(key_at(items, at - 1).split()):
        at -= 1
    if at > 0 and key_at(items, tie) == "dẫn đầu" and items.is_a(at - 1, "org", "locality"):
        return at  # `A lần thứ ba liên tiếp dẫn đầu Khối`
    at = tie
    while at > max(0, tie - 8) and not items.is_a(at - 1, "org", "province", "comma", "semicolon", "post", "person"):
        at -= 1
    tied = any(items.is_a(i, "is", "passive", "as") for i in range(at, tie))
    return at if items.is_a(at - 1, "org", "province") and tied else None
