"""A clause about an honour → the lists of recipients in it: members of a counted group, those elected."""

from __future__ import annotations

from ingest.agents import Agent, agent, ahead, behind
from ingest.grammar.award_clause import Clause
from ingest.items import Items

_LIST_WORDS = ("have", "is", "colon", "low", "many", "title", "honour", "group", "and", "post", "address", "work")

_TOLD = ("low", "comma", "attend", "in", "suffer", "deny", "will", "propose", "on", "date", "year")
"""What may be told of a group before its members: `3 trường hợp bị trượt trong đợt xét tặng này là …`."""


def of_group(items: Items, group: Agent, stop: int) -> list[Agent]:
    """Those whom the text names of a counted group: all (`gồm`, a colon), or some (`trong đó có`)."""
    while items.is_a(stop, *_TOLD) and not _opens(items, stop) and group.at + 14 > stop:
        stop += 1
    if group.count is None or not _opens(items, stop):
        return []
    named = members(items, stop)
    some = items.keys(stop).startswith("trong đó")
    return named if len(named) <= group.count and (some or len(named) >= group.count * 0.7) else []


def more_groups(items: Items, stop: int) -> list[Agent]:
    """Counted groups behind a semicolon, after what is told of those before: `cho 5 cá nhân có …; 3 cá nhân có …`."""
    found: list[Agent] = []
    for i in range(stop, min(stop + 24, len(items))):
        if items.is_a(i, "dot", "award_name", "confer", "receive", "talk"):
            break
        if items.is_a(i, "semicolon") and items.is_a(i + 1, "count_group") and (one := agent(items, i + 1)):
            found.append(one)
    return found


def among(items: Items, at: int) -> list[Agent]:
    """Those whom the text names of people and bodies told in general: `cho các tập thể có thành tích … như A, B`."""
    general = items.is_a(at, "many") and any(items.is_a(i, "group") for i in range(at + 1, at + 3))
    for i in range(at + 2, min(at + _GENERAL, len(items)) if general else 0):
        if items.is_a(i, "dot", "semicolon", "award_name", "confer", "receive", "passive", "person"):
            break
        if items.keys(i) == "như" or (items.is_a(i, "have", "colon") and items.keys(i) != "có"):
            return members(items, i)
    return []


_GENERAL = 30
"""Items that may be told of recipients in general before some of them are named."""


def _opens(items: Items, at: int) -> bool:
    return items.is_a(at, "have", "is", "colon") or (at < len(items) and items.keys(at).endswith(" là"))


def without_next(items: Items, found: list[Agent], stop: int) -> list[Agent]:
    """A list without its last agent where that one begins the next clause: `cho 5 người và 8 người được tặng K`."""
    speaks = (
        items.is_a(stop, "speak", "talk") and bool(found) and found[-1].is_person
    )  # `Trao H cho A, ông B nhấn mạnh`
    goes_on = speaks or items.is_a(stop, "passive", "receive", "confer", "decide")
    return found[:-1] if len(found) > 1 and goes_on else found


def without_own_body(items: Items, found: list[Agent]) -> list[Agent]:
    """A list without the body to which its last person belongs: `cho Trung úy A, Đồn Biên phòng B`."""
    if len(found) < 2 or not found[-2].is_person or found[-1].is_person or found[-1].count is not None:
        return found
    apposed = (
        items.is_a(found[-2].at + 1, "comma") and items.is_a(found[-1].at, "org") and found[-1].at == found[-2].at + 2
    )
    return found[:-1] if apposed else found


def members(items: Items, at: int) -> list[Agent]:
    """Those whom a list behind `gồm`, `là` or a colon names, whatever is told of each of them."""
    colon = next((i for i in range(at, min(at + 14, len(items))) if items.is_a(i, "colon")), -1)
    begin = colon + 1 if colon >= 0 and not any(items.is_a(i, "person") for i in range(at, colon)) else at + 1
    found, stop = ahead(items, begin, 3)
    found = without_next(items, found, stop)
    if not found:
        while items.is_a(begin, "open", *_LIST_WORDS) and not items.is_a(begin, "person") and begin < at + 10:
            closing = next((i for i in range(begin, min(begin + 4, len(items))) if items.is_a(i, "close")), begin)
            begin = (closing if items.is_a(begin, "open") else begin) + 1
        found, stop = ahead(items, begin, 3)
        found = without_next(items, found, stop)
    if found and items.is_a(at, "is") and colon < 0 and not found[0].is_person and found[0].at > at + 2:
        return []  # `là những trường hợp mà Ban X đề nghị`
    if not found or not found[-1].is_person:
        return found
    for i in range(stop, len(items)):
        if items.is_a(i, "passive", "confer", "receive", "talk", "award_name", "for", "at"):
            break
        if not items.is_a(i, "comma", "semicolon", "and", "colon"):
            continue
        name = i + 1
        while items.is_a(name, "title", "address", "dot", "honour", "group") and not items.is_a(name, "person"):
            name += 1
        if items.is_a(name, "person") and (one := agent(items, name)) and one.name not in [a.name for a in found]:
            found.append(one)
    return found


def elected(clause: Clause) -> list[Agent]:
    """Those whom somebody chooses and asks to honour: `suy tôn tỉnh A và tỉnh B, đề nghị X tặng H`."""
    items, asked = clause.items, clause.verbs.get("propose", -1)
    for i in range(asked - 1, max(-1, asked - 24), -1):
        if items.is_a(i, "semicolon", "dot", "award_name"):
            break
        if items.is_a(i, "elect"):
            found, stop = ahead(items, i + 1, 3)
            between = range(stop, asked)
            if found and all(
                items.is_a(k, "low", "is", "group", "comma", "many", "in", "as", "inside", "purpose") for k in between
            ):
                return found
    return []


_PUT, _TAKEN_OFF = ("đưa", "bổ sung", "đề cử"), ("rút", "loại", "gạch", "gạt", "xóa", "đưa", "bỏ")


def on_roll(clause: Clause) -> tuple[list[Agent], bool, int] | None:
    """Who is put on a list of those to be honoured or has a name there, whether it is so, and the item that says it.

    `đưa A vào danh sách đề nghị tặng H`, `A không có tên trong danh sách xét tặng H`, `rút A khỏi danh sách …`,
    `A nằm trong danh sách …`, `A bị gạt khỏi danh sách …`.
    """
    items = clause.items
    roll = next((i for i in range(clause.honour - 1, max(0, clause.honour - 12), -1) if _is_roll(items, i)), 0)
    if not roll or any(items.is_a(i, "comma", "semicolon") for i in range(roll, clause.verb)):
        return None
    where = items.keys(roll - 1)
    if where == "trong":
        stands = roll - 3 if items.keys(roll - 2) == "tên" else roll - 2
        if not (items.is_a(stands, "have") or (items.keys(stands) == "nằm" and stands == roll - 2)):
            return None
        lacks = items.is_a(stands - 1, "not")
        return behind(items, stands, 4), not lacks, stands - lacks
    verbs = {"vào": _PUT, "khỏi": _TAKEN_OFF, "ra": _TAKEN_OFF}.get(where, ())
    for i in range(roll - 2, max(-1, roll - 18), -1):
        if items.keys(i) in verbs:
            if items.is_a(i - 1, "suffer", "passive"):
                return behind(items, i - 1, 4), where == "vào", i
            found, _ = ahead(items, i + 1, 3)
            lacks = items.is_a(i - 1, "not")
            return found, where == "vào" and not lacks, i - lacks
        if items.is_a(i, "dot", "semicolon", "award_name"):
            break
    return None


def _is_roll(items: Items, at: int) -> bool:
    """Whether a list of those to be honoured begins at an item: `danh sách …`, `khỏi đề cử …`."""
    if items.keys(at) == "đề cử":
        return items.keys(at - 1) == "khỏi"
    return items.keys(at) == "danh" and at + 1 < len(items) and items.keys(at + 1) == "sách"
