"""A clause about an honour without a recipient beside it → the one meant: told before, by a deed, or first of all."""

from __future__ import annotations

from ingest.agents import Agent, agent, ahead
from ingest.grammar.award_clause import Clause
from ingest.grammar.award_told import Told
from ingest.items import Items

_FIRMS = ("công ti", "tổng công ti", "tập đoàn", "ngân hàng")
_ALONE = "hội|trường|bệnh viện|tập đoàn|tổng công ti|học viện|báo|viện|hợp tác xã".split("|")
SHORT: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in _ALONE}
SHORT |= {"nhà trường": ("trường",), "công ti": _FIRMS, "ngân hàng": ("ngân hàng",), "nhà băng": ("ngân hàng",)}
SHORT |= {"doanh nghiệp": _FIRMS, "hãng": _FIRMS, "nhà máy": ("nhà máy", *_FIRMS)}
"""Nouns that stand for a body told before, and by which words its name may begin."""


def meant(items: Items, at: int, told: Told) -> Agent | None:
    """The body told before for which its kind stands among those who receive: `cho nhà trường`, `tặng Công ty H`."""
    while items.is_a(at, "kin", "led") and at + 1 < len(items):
        at += 1
    if at >= len(items) or items.is_a(at, "org", "person", "many"):
        return None
    if items.is_a(at, "body") and items.wording(at, at + 1)[0].isupper() and len(items.keys(at).split()) > _SHORT_NAME:
        return Agent(items.wording(at, at + 1), None, at, False)  # `cho Bộ đội Biên phòng`
    if items.keys(at) not in SHORT:
        return None
    if at + 1 < len(items) and not items.is_a(at + 1, *_AFTER):
        return None
    name = told.body(SHORT[items.keys(at)])
    return Agent(name, None, at, False) if name else None


_SHORT_NAME = 2
"""Words of a kind of body, of which longer ones are names by themselves where they are written with a capital."""
_AFTER = ("comma", "dot", "semicolon", "and", "many", "num", "award_name", "because", "at", "on", "date", "title_word")
"""What may follow a common noun that stands for a body told before."""


def held_by(items: Items, at: int, told: Told) -> Agent | None:
    """Who holds the office that stands alone where a recipient would: `trao H cho Chủ tịch UBND tỉnh A`."""
    if not items.is_a(at, "post") or items.is_a(at + 1, "and", "comma", "dash", "person", "title", "address", "open"):
        return None
    name = told.holder(items, at)
    return Agent(name, None, at, True) if name else None


def doer(items: Items, at: int) -> Agent | None:
    """The person for whose deed an honour is given: `tặng H cho hành động dũng cảm của anh A`."""
    if at + 1 >= len(items) or not (f"{items.keys(at)} {items.keys(at + 1)}").startswith(_DEEDS):
        return None
    of = next((i for i in range(at + 1, min(at + 9, len(items))) if items.is_a(i, "of", "comma", "dot", "person")), -1)
    found, _ = ahead(items, of + 1) if items.is_a(of, "of") else ([], 0)
    return found[0] if found and found[0].is_person else None


_DEEDS = (
    "hành động",
    "việc làm",
    "nghĩa cử",
    "thành tích",
    "hành vi",
    "tinh thần",
    "tấm gương",
    "lòng",
    "sự",
    "chiến công",
)
"""Words with which a deed begins that an honour is given for."""


def honoured_first(clause: Clause) -> list[Agent]:
    """Who is named first as the one to be honoured: `Ghi nhận thành tích của A, X tặng H`."""
    items = clause.items
    opening = " ".join(items.sentence.keys[:8])
    comma = next((i for i in range(1, clause.verb) if items.is_a(i, "comma")), 0)
    if clause.kind != "confer" or not comma or not any(word in opening for word in _HONOURING):
        return []
    people = [i for i in items.where("person") if i < comma]
    if len(people) != 1 or clause.verb > clause.honour:
        return []
    name = items.items[people[0]].value
    others = [i for i in items.where("person") if i > comma and items.items[i].value != name]
    return [] if any(not items.is_a(i - 1, "post") for i in others) else [Agent(str(name), None, people[0], True)]


_HONOURING = (
    "ghi nhận",
    "động viên",
    "khích lệ",
    "biểu dương",
    "tri ân",
    "trước hành động",
    "trước thành tích",
    "với thành tích",
)
"""With what a sentence begins that tells first who is to be honoured."""


def called_upon(items: Items, verb: int) -> Agent | None:
    """The person whom somebody visits and honours: `đến gia đình A trao H`, `thăm hỏi, động viên anh A và tặng H`."""
    who = next((i for i in range(verb - 1, max(-1, verb - _NEAR), -1) if items.is_a(i, "person")), -1)
    between = range(who + 1, verb)
    if items.is_a(who + 1, "open"):  # `đến gia đình A (22 tuổi, xã B) trao H`
        between = range(next((i for i in between if items.is_a(i, "close")), who) + 1, verb)
    if who < 0 or any(items.is_a(i, "comma", "dot", "semicolon", "speak", "passive", "org", "post") for i in between):
        return None
    before = items.before(who, "address", "title", "kin")
    home = items.is_a(before + 1, "kin") and items.keys(before) in ("đến", "tới")
    visits = items.is_a(before, "visit") or items.keys(before) in _CHEERS
    return agent(items, who) if before > 0 and (home or visits) else None


_NEAR = 14
"""Items before a verb within which whoever is visited stands."""
_CHEERS = frozenset({"động viên", "thăm", "chúc mừng", "biểu dương", "khen ngợi", "tuyên dương"})
"""What is done to those who are then given an honour."""


def families(items: Items, found: list[Agent]) -> list[Agent]:
    """Agents with the family in the place of the person by whom it is called: `gia đình ông A`."""
    return [_family(items, one) if one.is_person else one for one in found]


def _family(items: Items, one: Agent) -> Agent:
    first = one.at
    while items.is_a(first - 1, "title", "address"):
        first -= 1
    if items.keys(first - 1) not in ("gia đình", "hộ gia đình"):
        return one
    return Agent(" ".join([items.wording(first - 1, one.at), one.name]), None, one.at, False)
