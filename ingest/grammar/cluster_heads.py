"""A sentence that names an emulation cluster → where a list of its members begins, and what they share by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.cluster_names import NOUNS, key_at
from ingest.items import Items
from ingest.phrases import Office, Org
from ingest.words import lexicon
from ontology.spelling import CAPITALS

_REACH = 18
"""Items between a cluster's name and the word that opens its list (`thành lập theo Quyết định …, gồm`)."""
_DEEDS = (
    "organise", "speak", "attend", "confer", "receive", "chair", "take_place", "covenant", "person", "take_office",
    "appoint", "propose", "task", "leave_office", "celebrate",
)  # fmt: skip
PLACED = ("org", "province", "locality")
_COMPOSITION = frozenset({"thành phần", "danh sách", "thành viên"})
CLUSTERS = ("cluster_name", "cluster_short", "cluster")


class Head(NamedTuple):
    """What stands before a list: the name that its members share, their kinds, and whether a colon or a number tells
    that names follow."""

    shared: str
    kinds: tuple[str, ...]
    at: int
    sure: bool


def mentions(items: Items) -> list[int]:
    """Items that name a cluster, or mean one: `cụm` in `các tỉnh trong cụm`."""
    found = [i for i in range(len(items)) if _means(items, i)]
    return sorted({*items.where("cluster_name", "cluster_short"), *found})


def _means(items: Items, at: int) -> bool:
    """Whether a word means a cluster named before: `trong cụm`, `các đơn vị thành viên:`."""
    key, before = key_at(items, at), key_at(items, at - 1)
    if key == "thành viên":
        return items.is_a(at + 1, "colon", "is") and items.is_a(at - 1, "group", "num")
    if key not in ("cụm", "khối") or " ".join(items.sentence.keys[items.items[at].end :][:2]) in NOUNS:
        return False  # `(thuộc khối tổng hợp)` is another
    return (
        items.is_a(at - 1, "in", "of")
        or items.is_a(at + 1 + items.is_a(at + 1, "will"), "have")
        or before in ("thuộc", "thành viên", "đầu", "dẫn đầu")
        or (before == "tham gia" and items.wording(at, at + 1)[0].isupper())
    )


def opening(items: Items, mention: int) -> int | None:
    """The item at which the list begins: behind `gồm`, `có 8 thành viên:`, `(`, `:`."""
    at = mention + 1
    if items.is_a(at, "open"):
        close = next((i for i in range(at, min(at + 6, len(items))) if items.is_a(i, "close")), None)
        alias = items.is_a(at + 1, "cluster_short", "cluster_name", "lead", "deputy", "group")
        alias = alias or (close == at + 3 and items.is_a(at + 1, "num"))  # `(6 đơn vị): A, B`
        if close is None or not (alias or close == at + 2):
            return at + 1 + items.is_a(at + 1, "have")
        at = close + 1
    such = key_at(items, at) == "như"
    at += such
    if items.is_a(at, "colon"):
        return at
    if such and items.is_a(mention - 1, "in", "of") and items.is_a(at, *PLACED, "unit", "body"):
        return at  # `các tỉnh trong Cụm như A, B`
    if (
        items.is_a(at, "dash")
        and (head := head_of(items, at + 1)).shared
        and head.kinds
        and items.is_a(head.at, "province")
    ):
        return at + 1  # `Cụm thi đua số 4 - Hội Luật gia các tỉnh A, B`
    if items.is_a(at, "is"):  # `3 hội trong Cụm thi đua số 1 là …`
        tied = items.is_a(mention - 1, "in", "of") or key_at(items, mention - 1) == "thuộc"
        if tied or key_at(items, mention) == "thành viên" or key_at(items, mention - 1).endswith("đầu"):
            return at
    if joined := _joining(items, at) or _composed(items, mention):
        return joined
    inside = items.is_a(mention - 1, "in", "of")  # `các hội trong Cụm đạt danh hiệu … gồm: …`
    for i in range(at, min(at + _REACH, len(items))):
        if inside and items.is_a(i, "receive"):
            continue
        if items.is_a(i, "have"):
            counted = items.is_a(i + 1, "num") and any(
                items.is_a(j, "colon", "have", "is", "open") for j in range(i + 2, _sign(items, i + 2))
            )
            counted = counted or items.is_a(i + 1, "colon")
            plain = key_at(items, i) in ("có", "trong đó có", "gồm cả")
            if not key_at(items, i).startswith("trong") and (not plain or counted or _has_members(items, mention, i)):
                return i + 1
            if not plain:
                return None
        if items.is_a(i, "dot", "semicolon", "lead", "deputy", "colon", "cluster_name", *_DEEDS):
            return None
    return None


def _sign(items: Items, at: int) -> int:
    """The item behind which no list opens any more that is counted before: a comma, or some words further."""
    return next((i for i in range(at, at + 6) if items.is_a(i, "comma") and items.is_a(i + 1, "acts", "will")), at + 6)


def _has_members(items: Items, mention: int, have: int) -> bool:
    """Whether `có` opens a list of members: `Cụm chỉ có tỉnh A và tỉnh B`, `Khối còn có Bộ A, Bộ B`."""
    if any(items.is_a(i, "attend", "chair", "organise", "in", "with", "held") for i in range(mention)):
        return False
    head = head_of(items, have + 1)
    first = have + 1
    named = items.is_a(first, "unit") and items.is_a(first + 1, "province")
    meant = key_at(items, mention) in ("cụm", "khối") and have - mention < 3 and items.is_a(first, "org")
    return named or meant or (bool(head.kinds) and (bool(head.shared) or items.is_a(head.at - 1, "colon")))


def _joining(items: Items, at: int) -> int | None:
    """Where the list of those begins with whose part a meeting was held: `với sự tham gia của 9 tổ chức: …`."""
    for i in range(at, min(at + 2 * _REACH, len(items))):
        if items.is_a(i, "dot", "semicolon", *CLUSTERS):
            return None
        if not items.is_a(i, "num"):
            continue
        before = " ".join(items.sentence.keys[: items.items[i].start][-4:])
        counted = is_kind(items, i + 1) and items.is_a(kinds_at(items, i + 1)[1], "colon")
        if counted and "tham" in before and before.endswith("của"):
            return i
        if before.endswith("trên cơ sở") and any(items.is_a(j, "colon") for j in range(i + 2, i + 6)):
            return i
    return None


def _composed(items: Items, mention: int) -> int | None:
    """The colon of the list that `Thành phần của Cụm thi đua số 8 được công bố: …` or `Các đơn vị trong Cụm, theo thứ
    tự, như sau:` opens."""
    if not items.is_a(mention - 1, "in", "of"):
        return None
    told = key_at(items, mention - 2) in _COMPOSITION
    lined = items.is_a(len(items) - 1, "colon") and items.is_a(mention - 2, "group") and items.is_a(mention - 3, "many")
    reach = range(mention + 1, min(mention + _REACH, len(items))) if told or lined else ()
    for i in reach:
        if items.is_a(i, "colon"):
            return i if told or i == len(items) - 1 else None
        if items.is_a(i, "dot", "semicolon", *CLUSTERS, "person", *PLACED):
            return None
    return None


def head_of(items: Items, opened: int) -> Head:
    """What the members of a list share: `Công an các tỉnh`, `6 VKSND các huyện:`, `5 đơn vị:`, `các xã`."""
    at = opened
    at = items.past(at, "colon", "have", "is")
    if (of_kind := _bodies_of_kind(items, at)) is not None:
        return of_kind
    counted = items.is_a(at, "num") and not items.is_a(at + 1, "comma")
    counted = counted or (items.is_a(at, "many") and items.is_a(at + 1, "body") and items.is_a(at + 2, "colon"))
    at += counted
    first = at
    while items.is_a(at, "body", "whole", "org", "caps", "cap", "inside", "contest") and not is_kind(items, at):
        at += 1
    shared = items.wording(first, at)
    if shared and items.is_a(at, "open") and items.is_a(at + 2, "close"):
        at += 3  # `hội Luật gia (HLG) các tỉnh`
    if items.is_a(first, "unit") and items.is_a(first + 1, "org") and (rest := _without_place(items, first + 1)):
        return Head(f"{items.wording(first, first + 1)} {rest}", (), first + 1, sure=True)  # `8 Tỉnh hội A, B`
    many = counted or items.is_a(at, "many", "num") or (is_kind(items, at) and at == first)
    numbered = re.fullmatch(r"(.+?) \d+ ?(tỉnh|thành phố|)", shared)  # `Công an 5 thành phố:`
    if numbered and (numbered[2] or is_kind(items, at)):
        shared, many = numbered[1], True
    kinds, stop = kinds_at(items, at + items.is_a(at, "many", "num")) if many or is_kind(items, at) else ((), at)
    if numbered and numbered[2]:
        kinds, stop = (numbered[2],), at
    if many and not kinds and items.is_a(at + 1, "locality"):
        kinds, stop = (key_at(items, at + 1).split()[0],), at + 1  # `các huyện Đức Linh, Tánh Linh`
    if shared and not (kinds and many) and not (counted and items.is_a(at, "colon", "is")):
        rest = _without_place(items, first) if counted or items.is_a(first - 1, "many") else None
        if rest:
            return Head(rest, (), at - 1, sure=True)
        return Head("", (), first, sure=counted or items.is_a(opened, "colon") or items.is_a(opened - 1, "colon"))
    sure = counted or items.is_a(opened, "colon")
    while (
        stop < len(items) and stop < at + 10 and items.is_a(stop, "low", "region", "whole", "inside", "contest", "of")
    ):
        stop += 1
    if items.is_a(stop, "and") and items.is_a(stop + 1, "num"):  # `Hội Luật gia 3 tỉnh và 4 chi hội trực thuộc: …`
        colon = next((i for i in range(stop + 2, min(stop + 8, len(items))) if items.is_a(i, "colon")), None)
        if colon is not None and items.is_a(colon + 1, "org"):
            return Head("", (), colon + 1, sure=True)
    signs = stop
    while items.is_a(stop, "colon", "have", "is", "comma", "open") and stop < signs + 3:
        stop += 1
    if stop > signs and items.is_a(stop, "body", "caps") and items.is_a(stop + 1, "many", "num"):
        return head_of(items, stop)  # `14 đơn vị, trong đó có Hội Luật gia các tỉnh …`
    if stop == signs and not items.is_a(stop, "province", "locality", "cap", "caps", "org", "person"):
        stop = at
    return Head(shared, kinds, stop, sure=sure or stop > signs)


def _bodies_of_kind(items: Items, at: int) -> Head | None:
    """`12 Chi hội Luật gia trực thuộc Hội X: Bộ A, Bộ B`: bodies of one kind, told by those to which they belong."""
    body = at + 1
    if not items.is_a(at, "many", "num") or not items.is_a(body, "org", "body") or is_kind(items, body + 1):
        return None
    if items.is_a(body, "org") and _without_place(items, body) is not None:
        return None
    stop = body + 1
    while items.is_a(stop, "inside", "caps") or (items.is_a(body, "body") and items.is_a(stop, "cap")):
        stop += 1
    colon = stop
    while colon < stop + 6 and items.is_a(colon, "low", "org", "whole", "inside", "of"):
        colon += 1
    if not items.is_a(colon, "colon") or not items.is_a(colon + 1, *PLACED):
        return None
    shared = items.wording(body, stop)
    if items.wording(colon + 1, colon + 2).lower().startswith(shared.lower().split()[0]):
        return Head("", (), colon + 1, sure=True)  # each is named in full
    return Head(shared, ("đơn vị",), colon + 1, sure=True)


def is_kind(items: Items, at: int) -> bool:
    shortened = key_at(items, at) == "thành" and items.is_a(at - 1, "comma", "and")  # `tỉnh, thành`
    return items.is_a(at, "unit", "group") or shortened


def kinds_at(items: Items, at: int) -> tuple[tuple[str, ...], int]:
    """The kinds of members that are named from an item on (`tỉnh, thành phố`), and the item behind them."""
    found, stop = [], at
    while is_kind(items, at):
        found += [kind.strip() for kind in key_at(items, at).split(",")]
        at += 1
        stop = at
        if key_at(items, at) == "thành viên":
            at = stop = at + 1
        while items.is_a(at, "comma", "and", "slash") and is_kind(items, at + 1):
            at += 1
    return tuple(found), stop


def _without_place(items: Items, at: int) -> str | None:
    """`Tỉnh hội` of `8 Tỉnh hội Ninh Bình, Hà Nam`: what the first name shares with those behind it."""
    place = getattr(items.items[at].value, "place", None) if items.is_a(at, "org") else None
    wording = items.wording(at, at + 1)
    return wording[: -len(place)].strip() if place and wording.endswith(place) else None


def outer(items: Items, mention: int) -> str:
    """What members share by the words before: `Công an` of `Công an 8 tỉnh trong Cụm thi đua gồm: …`."""
    at = mention - 1
    while items.is_a(at, "in", "of") or key_at(items, at) in ("thuộc", "nằm", "trực thuộc"):
        at -= 1
    if at == mention - 1:
        return ""
    named = items.items[at].value if at > 0 else None
    if isinstance(named, Org) and not named.place and items.is_a(at - 1, "many", "num"):
        return re.sub(r" (?:tỉnh|thành phố)$", "", named.name)  # `các Hội Luật gia tỉnh trong cụm: …`
    return shared_before(items, at)[0]


def shared_before(items: Items, at: int) -> tuple[str, bool]:
    """The body whose `các tỉnh` or `8 tỉnh` end at an item, "" if there is none, and whether such words end there."""
    at -= items.is_a(at, "colon")
    kind = at
    while is_kind(items, at) or (items.is_a(at, "comma", "and") and is_kind(items, at - 1)):
        at -= 1
    if at == kind or not items.is_a(at, "many", "num"):
        return "", False
    if items.is_a(at - 1, "close") and items.is_a(at - 3, "open"):
        at -= 3
    before = items.items[at - 1].value if at > 0 else None
    if isinstance(before, Office):
        return before.org or _body_of(items, at - 1), True
    if not items.is_a(at - 1, "body", "org", "caps", "inside"):
        return "", True
    first = at - 1
    while items.is_a(first - 1, "body", "caps", "inside", "cap") and items.is_a(first, "inside", "caps", "cap"):
        first -= 1
    shared = re.sub(rf"^.* và (?=[^{CAPITALS}])", "", items.wording(first, at))
    return "" if shared.startswith(("phòng", "ban", "văn")) else shared, True


def shared_heads(items: Items) -> Iterator[Head]:
    """Each `Hội Luật gia các tỉnh` or `Công an 6 tỉnh miền núi gồm:` in a sentence that names places behind it."""
    for at in items.where("body", "org", "post"):
        if (shared := _shared_by(items, at)) and (head := _places_of(items, at + 1, shared)):
            yield head
    for at in items.where("many", "num"):
        kinds, _ = kinds_at(items, at + 1)
        if not kinds and (head := _bodies_of_kind(items, at)) and head.shared:
            yield head


def _shared_by(items: Items, at: int) -> str:
    """The name at an item, without a place of its own, that bodies of several places share."""
    value = items.items[at].value
    if isinstance(value, Office):
        return "" if value.place else value.org or _body_of(items, at)
    if isinstance(value, Org):
        return "" if value.place else re.sub(r" (?:tỉnh|thành phố)$", "", value.name)
    first = at
    while items.is_a(first - 1, "body", "caps", "inside", "cap") and items.is_a(first, "inside", "caps", "cap"):
        first -= 1
    shared = items.wording(first, at + 1)
    return "" if items.is_a(at + 1, "inside", "caps", "cap") or not shared[0].isupper() else shared


def _places_of(items: Items, at: int, shared: str) -> Head | None:
    """Where the places begin of which a body is told: behind `các tỉnh`, or a colon with words before it."""
    if items.is_a(at, "open") and items.is_a(at + 2, "close"):
        at += 3  # `Hội Luật gia (HLG) các tỉnh`
    kinds, stop = kinds_at(items, at + items.is_a(at, "many", "num"))
    if items.is_a(at, "count_group") and key_at(items, at).split()[-1] in _PLACES:
        kinds, stop = (key_at(items, at).split()[-1],), at + 1
    if items.is_a(at, "many") and items.is_a(at + 1, "locality"):  # `LĐLĐ các huyện A, B, C`
        return Head(shared, (key_at(items, at + 1).split()[0],), at + 1, sure=True)
    stop = max(stop, at)
    begun = stop
    while stop < begun + _FILLERS and items.is_a(stop, "low", "region", "whole", "inside", "in", "of", *CLUSTERS):
        stop += 1
    opened = items.is_a(stop, "colon", "have", "open")
    stop = items.past(stop, "colon", "have", "open")
    direct = bool(kinds) and stop == begun
    places = stop + items.is_a(stop, "unit")
    if not (opened or direct) or not items.is_a(places, "province"):
        return None
    return Head(shared, kinds, stop, sure=True)


_PLACES = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "phố"})
_FILLERS = 8
"""Words between `các tỉnh` and a colon: `các tỉnh, thành phố trong khu vực:`."""


def _body_of(items: Items, at: int) -> str:
    """The body in a post that names no place: `Hội Luật gia` of `Chủ tịch Hội Luật gia các tỉnh trong Cụm`."""
    sentence, first, end = items.sentence, items.items[at].start, items.items[at].end
    match = lexicon().match(sentence, first)
    return " ".join(sentence.words[first + match.size : end]) if match is not None else ""
