"""Places in a sentence → the list of agents that begins or ends there: people, bodies, provinces, counted groups."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import agent_name
from ingest.honours import Group
from ingest.items import Items

AGENTS = ("person", "org", "province", "count_group", "cluster_name", "work", "locality")
_BEFORE = (
    "title",
    "address",
    "unit",
    "group",
    "low",
    "led",
    "post",
    "many",
    "dot",
    "quote",
    "dash",
    "new",
    "former",
    "kin",
    "colon",
)
"""What may stand before an agent in a list: titles, `tỉnh`, `tập thể`, `đại diện`, an office, `cố`."""
_REACH = 6
"""Items that may stand before an agent of a list."""
BODY_NOUNS = frozenset(
    "tập thể|đơn vị|tổ chức|cơ quan|doanh nghiệp|trường|địa phương|tỉnh|huyện|xã|công ti|nhóm|câu lạc bộ".split("|")
)
"""Nouns behind which the bodies meant are named; behind others a body tells whose people are meant."""


@dataclass(frozen=True, slots=True)
class Agent:
    """One agent of a list: its name, the number of a counted group, and its item."""

    name: str
    count: int | None
    at: int
    is_person: bool


def agent(items: Items, at: int) -> Agent | None:
    """The agent that an item stands for; a place that only says where is none."""
    name = agent_name(items, at)
    if name is None or (items.is_a(at, "locality") and not _acts(items, at)):
        return None
    value = items.items[at].value
    return Agent(name, value.count if isinstance(value, Group) else None, at, items.is_a(at, "person"))


def ahead(items: Items, at: int, reach: int = _REACH) -> tuple[list[Agent], int]:
    """The list of agents that begins at or soon after item `at`, and the item after it."""
    found: list[Agent] = []
    stop = at
    while True:
        step = 0
        while step < reach and items.is_a(at, *_BEFORE) and not items.is_a(at, *AGENTS):
            if items.is_a(at, "former") and not any(items.is_a(i, "person") for i in range(at + 1, at + 4)):
                break  # `cựu học sinh Trường A`
            listed = items.is_a(at, "post") and items.is_a(at + 1, "comma") and items.is_a(at + 2, "post", "title")
            listed = listed or any(
                items.is_a(at, kind) and items.is_a(at + 1, "comma") and items.is_a(at + 2, kind)
                for kind in ("group", "title", "address")
            )
            kin = items.is_a(at, "kin") and items.is_a(at + 1, "of")
            at, step = at + (2 if listed or kin else 1 + _field(items, at)), step + 1
        if not items.is_a(at, *AGENTS):
            return found, stop
        one = agent(items, at)
        if one is None:
            return found, stop
        found.append(one)
        stop = at = _apposition(items, at + 1)
        if one.count is not None and _named_next(items, at):
            reach = _REACH
            continue
        if items.is_a(at, "comma", "semicolon", "and"):
            at += 1
            if items.is_a(at, "and"):
                at += 1
        else:
            return found, stop
        reach = _REACH


def _field(items: Items, title: int) -> int:
    """How many items tell the field of a title before a name: `giáo sư sử học A`, `nhà nghiên cứu di sản B`."""
    if items.is_a(title, "title"):
        for size in (1, 2):
            if not items.is_a(title + size, "low", "inside") or items.is_a(title + size, *AGENTS):
                return 0
            if items.is_a(title + size + 1, "person"):
                return size
    return 0


def _apposition(items: Items, at: int) -> int:
    """Past what only describes the agent before: `(…)`, `, Chủ tịch …`, `- Chủ tịch …`."""
    while True:
        if items.is_a(at, "open"):
            close = next((i for i in range(at, min(at + 16, len(items))) if items.is_a(i, "close")), None)
            if close is None:
                return at
            at = close + 1
        elif items.is_a(at, "comma", "dash") and items.is_a(at + 1, "post") and not _named_next(items, at + 2):
            at += 2
        else:
            return at


def _named_next(items: Items, at: int) -> bool:
    at = items.past(at, "title", "address", "dot")
    return items.is_a(at, "person")


def behind(items: Items, at: int, reach: int = 12) -> list[Agent]:
    """The list of agents that ends at or soon before item `at` (exclusive), in reading order."""
    step = 0
    at -= 1
    while at >= 0 and step < reach and not items.is_a(at, *AGENTS):
        held = items.is_a(at, "held") and not items.is_a(at - 1, "organise")
        if held or items.is_a(at, "semicolon", "dot", "colon", "for", "award_name", "talk"):
            return []
        if items.is_a(at, "close"):
            at = next((i for i in range(at, -1, -1) if items.is_a(i, "open")), at)
        at, step = at - 1, step + 1
    if at < 0 or not items.is_a(at, *AGENTS) or agent(items, at) is None:
        return []
    found: list[Agent] = []
    while True:
        one = agent(items, at)
        if one is None:
            break
        found.append(one)
        before = at - 1
        while items.is_a(before, "title", "address", "unit", "post", "group", "many") and not items.is_a(
            before, *AGENTS
        ):
            before -= 1
        if not items.is_a(before, "comma", "and"):
            break
        if _tells_of(items, before, at):
            found.pop()  # `cô giáo A, giáo viên Trường B, được …`
        place = items.is_a(before - 1, "province", "country") and bool(found) and found[-1].is_person
        if place or _located(items, before - 1):
            break
        before -= 1
        while items.is_a(before, "comma", "and"):
            before -= 1
        if items.is_a(before, "close"):  # `A (trái) và B`
            opened = next((i for i in range(before, max(-1, before - 12), -1) if items.is_a(i, "open")), before)
            before = opened - 1 if items.is_a(opened - 1, "person") else before
        while (
            items.is_a(before, "post") and items.is_a(before - 1, "comma", "dash") and items.is_a(before - 2, "person")
        ):
            before -= 2
        office = (
            items.is_a(before, "post") and bool(found) and not found[-1].is_person
        )  # `Quốc hội, Chủ tịch nước, Chính phủ tổ chức`
        if not items.is_a(before, *AGENTS) and not office:
            break
        at = before
    return found[::-1]


def _tells_of(items: Items, sign: int, body: int) -> bool:
    """Whether a body only tells of the person before a comma: at which she works or learns, behind her profession."""
    profession = any(items.is_a(i, "title", "group") for i in range(sign + 1, body))
    who = sign - 1
    if items.is_a(who, "close"):  # `bà A (56 tuổi), hội viên Hội B, được …`
        who = next((i for i in range(who, max(-1, who - 12), -1) if items.is_a(i, "open")), who) - 1
    return profession and items.is_a(body, "org") and items.is_a(sign, "comma") and items.is_a(who, "person")


def _acts(items: Items, at: int) -> bool:
    """Whether a place stands where a doer or a recipient does: first, or after `cho`, `do`, `và`; not in an address."""
    given = items.is_a(at + 1, "passive", "receive") and not items.is_a(at - 1, "at", "in", "of", "unit")
    return given or at == 0 or items.is_a(at - 1, "for", "by", "and", "have", "led", "many", "propose")


def _located(items: Items, at: int) -> bool:
    """Whether a place only says where: `tại Hà Nội, Bộ Quốc phòng tổ chức`, `tại Nhà hát Lớn Hà Nội, Bộ A`."""
    first = at - 1
    while items.is_a(first, "cap", "caps", "inside", "inner", "body", "dash", "not_province") and at - first < 10:
        first -= 1
    if items.is_a(at, "province") and items.is_a(first, "at"):
        return True
    return items.is_a(at - 1, "at") or (items.is_a(at - 1, "unit", "led") and items.is_a(at - 2, "at"))
