"""A clause about an honour → its two sides: who it is for, and who confers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from ingest.agents import Agent, agent, ahead, behind
from ingest.grammar.award_clause import Clause
from ingest.honours import HonourName
from ingest.items import Items
from ingest.phrases import Office, Org
from ontology.schemes import honours
from ontology.spelling import fold

_STATE_HEAD = (
    *("chủ tịch nước", "nhà nước", "đảng", "chính phủ", "quốc hội", "việt nam", "tổng thống", "hoàng gia"),
    *("vua", "quốc vương", "nữ hoàng", "nhà vua", "quân đội", "hải quân"),
)
"""Words in the names of those who can be said to confer what only the head of state decides on."""
_PRESIDENT = "president"
_SKIPPED = tuple(
    "date year low open close num comma quote award_name title_word and confer slash will passive many in on locality sign".split()
)
"""What may stand between an honour and its recipients: dates, brackets, other honours, gifts, `đã tặng`."""
_AWAY = (
    "person",
    "org",
    "post",
    "dot",
    "semicolon",
    "colon",
    "receive",
    "talk",
    "because",
    "purpose",
    "event",
    "relative",
)


@dataclass(slots=True)
class Told:
    """What the article has told before: who received last in this sentence, and the last body of each kind."""

    received: list[Agent] = field(default_factory=list)
    bodies: dict[str, str] = field(default_factory=dict)
    rounds: dict[str, set[int]] = field(default_factory=dict)
    """The years with which an honour is named where nobody in particular receives it."""


def recipients_of(clause: Clause, told: Told) -> tuple[list[Agent], str]:
    """Who the honour is for, in reading order, and the name of the rule that found them."""
    items = clause.items
    after = _list_after(clause)
    if items.is_a(after, "have", "is") or (items.is_a(after, "colon") and clause.kind != "receive"):
        begin = after
        while items.is_a(after, "have", "is", "colon", "low", "many", "title", "honour", "open") and after < begin + 8:
            if items.is_a(after, "person"):
                break
            closing = next((i for i in range(after, min(after + 4, len(items))) if items.is_a(i, "close")), after)
            after = (closing if items.is_a(after, "open") else after) + 1
        listed, _ = ahead(items, after, 3)
        if listed:
            return [*_counted(clause, listed), *listed], "listed"
    if (towards := _towards(clause, after)) is not None:
        found, _ = ahead(items, towards)
        if found and not _astray(items, towards, found[0]):
            return found, "for"
    if (clause.kind in ("propose", "deny") or "revoke" in clause.verbs) and items.is_a(after, "of"):
        found, _ = ahead(items, after + 1)
        if found:
            return found, "of"
    if clause.kind == "celebrate":
        found, _ = ahead(items, clause.verb + 1)
        return found, "celebrated"
    if clause.kind == "receive" and items.is_a(clause.verb, "event") and items.is_a(after, "of"):
        found, _ = ahead(items, after + 1)
        return found, "received"
    if clause.kind in ("receive", "deny") or clause.passive is not None:
        first = clause.passive if clause.passive is not None else clause.verb
        return _subject(clause, first, told), "received" if clause.kind == "receive" else "given-to"
    if told.received and items.is_a(clause.verb - 1, "comma", "and") and items.is_a(clause.verb - 2, "award_name"):
        return told.received, "given-to"  # `được tặng H, trao K`
    if clause.kind == "confer" and clause.verb < clause.honour and items.is_a(clause.verb - 1, "count_group"):
        chosen = agent(items, clause.verb - 1)  # `chọn 9 công trình trao H`
        return [chosen] if chosen else [], "chosen"
    if between := _between(clause):
        return between, "object"
    if items.is_a(clause.verb, "give_back"):
        return _subject(clause, clause.verb, told), "given-back"
    if clause.kind == "revoke" and "suffer" in clause.verbs:
        return _subject(clause, clause.verbs["suffer"], told), "stripped"
    return [], ""


def _astray(items: Items, first: int, one: Agent) -> bool:
    """Whether ordinary words before a counted group tell of something else (`cho cô bé cứu 4 em`)."""
    return one.count is not None and sum(items.is_a(i, "low") for i in range(first, one.at)) > 1


def _between(clause: Clause) -> list[Agent]:
    """The recipients between an active verb and its honour: `tặng ông X H`, `tặng cho ông X và bà Y H`."""
    items, at = clause.items, clause.honour
    if clause.kind not in ("confer", "propose", "revoke"):
        return []
    found, stop = ahead(items, clause.verb + 1 + items.is_a(clause.verb + 1, "for"))
    clear = all(
        items.is_a(i, "num", "title_word", "quote", "low", "cap", "many", "award_name", "and", "comma")
        for i in range(stop, at)
    )
    gift = any(items.is_a(i, "comma", "and") for i in range(stop, at)) and not any(
        items.is_a(i, "award_name") for i in range(stop, at)
    )
    return found if found and clear and not gift and at - stop <= 8 else []


def _list_after(clause: Clause) -> int:
    """The item after an honour at which its recipients may begin."""
    items, after = clause.items, clause.honour + 1
    while after < min(clause.honour + 12, len(items)) and items.is_a(after, *_SKIPPED):
        if items.is_a(after, "comma") and items.is_a(after + 1, "person", "post", "address", "org", "low"):
            break
        closing = next((i for i in range(after, min(after + 10, len(items))) if items.is_a(i, "close")), None)
        after = closing + 1 if items.is_a(after, "open") and closing else after + 1
    return after


def _towards(clause: Clause, after: int) -> int | None:
    """The item at which those begin for whom an honour is said to be: behind `cho`, `đối với`, or `truy tặng`."""
    items = clause.items
    if clause.honour > clause.verb and (
        (clause.kind == "receive" and not items.is_a(clause.verb, "event")) or clause.passive is not None
    ):
        return after + 1 if items.is_a(after, "for") and items.is_a(clause.verb, "event") else None
    for i in range(clause.honour + 1, min(after + 12, len(items))):
        if items.is_a(i, "for") or (items.is_a(i, "with") and items.keys(i - 1) == "đối"):
            return i + 1
        if items.is_a(i, *_AWAY) and not (items.is_a(i, "org", "post") and items.is_a(i - 1, "by", "relative", "of")):
            break
        if i >= after and items.is_a(i, "passive", "confer", "award_name"):
            break
    return after if items.is_a(after - 1, "confer") else None


def _counted(clause: Clause, listed: list[Agent]) -> list[Agent]:
    """A counted group before a list that names only some of it (`67 tác giả … trong đó có`) is a recipient too."""
    for i in range(clause.honour):
        one = agent(clause.items, i)
        if one is not None and one.count is not None and one.count != len(listed):
            return [one]
    return []


def _subject(clause: Clause, verb: int, told: Told) -> list[Agent]:
    """The agents to the left of a verb: its subject, the one told before where a pronoun or nothing stands for it."""
    items, at = clause.items, verb
    if items.is_a(verb - 1, "purpose") or verb == 0:
        return _later(clause)
    if body := _short_body(items, verb, told):
        return [body]
    if _nobody(items, verb):
        return []
    while found := behind(items, at):
        kept = [a for a in found if not items.is_a(a.at, "state") and not _where(items, a.at)]
        if kept:
            return kept
        at = found[0].at
    blocked = next((i for i in range(verb - 1, -1, -1) if items.is_a(i, "award_name")), -1)
    idle = ("comma", "semicolon", "and", "will", "year", "date", "open", "close", "passive", "num", "on")
    if blocked >= 0 and told.received and all(items.is_a(i, *idle) for i in range(blocked + 1, verb)):
        return told.received
    people = [i for i in items.where("person", "count_group") if i < verb]
    if len(people) == 1 and _still(items, people[0], verb) and (one := agent(items, people[0])):
        return [one]
    return []


def _later(clause: Clause) -> list[Agent]:
    """Who follows where the sentence begins without a subject: `Sau khi nhận H, ông X …`; else the person told before."""
    items = clause.items
    for i in range(clause.honour + 1, min(clause.honour + 8, len(items))):
        if items.is_a(i, "dot", "dots"):
            break
        if items.is_a(i, "comma"):
            found, _ = ahead(items, i + 1, 3)
            if found:
                return found[:1]
    earlier = clause.line.earlier
    return [Agent(earlier, None, clause.verb, True)] if earlier and clause.verb <= 1 else []


_SHORT = frozenset(
    "công ty|hội|trường|bệnh viện|ngân hàng|tập đoàn|tổng công ty|nhà trường|học viện|báo|viện|hợp tác xã".split("|")
)


def _short_body(items: Items, verb: int, told: Told) -> Agent | None:
    """A body by its kind alone (`Công ty đã được tặng`), which stands for the one of that kind told last."""
    at = verb - 1
    while items.is_a(at, "will", "low") and at > 0 and verb - at < 5:
        at -= 1
    if at < 0 or items.is_a(at, "org", "person") or items.keys(at) not in _SHORT:
        return None
    if at > 0 and not items.is_a(at - 1, "comma", "year", "date", "many"):
        return None
    name = told.bodies.get("trường" if items.keys(at) == "nhà trường" else items.keys(at))
    return Agent(name, None, at, False) if name else None


def _nobody(items: Items, verb: int) -> bool:
    """Whether the subject is nobody in particular: `nhiều cá nhân đạt`, `các tập thể được tặng`."""
    for i in range(verb - 1, max(-1, verb - 8), -1):
        if items.is_a(i, "person", "org", "count_group", "province", "comma", "dot"):
            return False
        if items.is_a(i, "group") and any(items.is_a(k, "many") for k in range(max(0, i - 4), i)):
            return True
    return False


def _still(items: Items, person: int, verb: int) -> bool:
    """Whether the one person told at the beginning is still the subject at a verb far behind."""
    if items.is_a(verb - 1, "relative", "group", "address") or items.is_a(person - 1, "of", "for", "with", "by"):
        return False
    if any(items.is_a(i, "for", "by", "of") for i in range(person)):
        return False
    goes_on = items.is_a(verb - 1, "semicolon", "comma", "and")
    for i in range(person + 1, verb):
        if items.is_a(i, "talk", "dot") or (items.is_a(i, "semicolon") and not goes_on):
            return False
        if items.is_a(i, "relative", "group") and not items.is_a(i - 1, "dash", "comma", "is", "num"):
            return False
    return True


def _where(items: Items, at: int) -> bool:
    """Whether a body or a province only says where: `tại Hội trường Bộ X`, `ở TP. HCM`."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if items.is_a(i, "at"):
            return not items.is_a(at, "person", "count_group")
        if not items.is_a(i, "cap", "low", "inside", "unit", "body", "led", "event", "province"):
            return False
    return False


def grantor_of(clause: Clause, taken: set[int]) -> tuple[str | None, tuple[int, ...]]:
    """The authority and its item: subject of an active verb, agent of a passive one; never who only hands it over."""
    for name, span in (_named_after(clause, taken), _named_before(clause, taken), _signed(clause)):
        if name and _can(clause, name):
            return name, span
    return None, ()


def _can(clause: Clause, name: str) -> bool:
    """Whether somebody can have conferred it: what only the President decides on, nobody else does."""
    honour = clause.items.items[clause.honour].value
    key = fold(name)
    if not isinstance(honour, HonourName) or honour.concept not in presidential():
        return True
    return any(word in key for word in _STATE_HEAD) and not key.startswith("phó")


@cache
def presidential() -> frozenset[str]:
    """The honours on which the President alone decides."""
    return frozenset(h.iri for h in honours() if h.decided_by and all(d.endswith(_PRESIDENT) for d in h.decided_by))


def _named_after(clause: Clause, taken: set[int]) -> tuple[str | None, tuple[int, ...]]:
    """Behind the honour: `H do X tặng`, `nhận H từ X`, `H mà X trao cho ông Y`."""
    items = clause.items
    for i in range(clause.honour + 1, min(clause.honour + 16, len(items))):
        if items.is_a(i, "by") or items.keys(i) in ("từ", "mà"):
            for j in (i + 1, i + 2):
                if j not in taken and (name := _authority(items, j)):
                    done = items.keys(i) == "từ" or any(
                        items.is_a(k, "confer") or items.keys(k) in ("kí", "cấp")
                        for k in range(j + 1, min(j + 5, len(items)))
                    )
                    return (name, (j,)) if done else (None, ())
        if items.is_a(i, "of") and items.keys(i - 1) in ("quí", "nhất", "thưởng") and _authority(items, i + 1):
            return _joint(items, i + 1), (i + 1,)  # `H, phần thưởng cao quý của Nhà nước`
        if items.is_a(i, "dot", "semicolon", "award_name", "for", "talk"):
            break
    return None, ()


def _signed(clause: Clause) -> tuple[str | None, tuple[int, ...]]:
    """A decision signed, told elsewhere in the sentence: `quyết định tặng H cho ông X do Y ký`."""
    items = clause.items
    for i in range(len(items)):
        if items.keys(i) == "kí" and any(items.is_a(k, "thing") for k in range(i)):
            for j in range(i - 1, max(-1, i - 6), -1):
                if (name := _authority(items, j)) and any(
                    items.is_a(k, "by", "passive") for k in (j - 1, j - 2, j - 3)
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
    asking = [i for i in items.where("propose") if i < clause.verb]
    furthest = asking[-1] if asking else -1  # who asks for it does not confer it: the authority stands behind
    if clause.kind == "propose" and not asking:
        return None, ()
    start = clause.verbs.get("decide", clause.verb)
    if start > clause.verb or start < furthest:
        start = clause.verb
    behalf = [i for i in items.where("behalf") if furthest < i < start]
    if behalf:
        for j in range(behalf[-1] + 1, min(behalf[-1] + 6, start)):
            if _authority(items, j):
                return _joint(items, j), (j,)
    for i in range(start - 1, max(furthest, start - 10), -1):
        if items.is_a(i, "semicolon", "dot", "colon", "talk") and not items.is_a(i + 1, "for"):
            return None, ()
        if i in taken or _where(items, i):
            continue
        if items.is_a(i, "person"):
            titled = items.is_a(i - 1, "post") and not _hands_over(clause, i - 1)
            return (_conferring(items, i - 1), (i - 1,)) if titled else (None, ())
        if _authority(items, i):
            return (None, ()) if _hands_over(clause, i) else (_conferring(items, i), (i,))
    return None, ()


def _hands_over(clause: Clause, at: int) -> bool:
    """Whether an office at an item only hands it over: a deputy's, or one with the holder's name beside it."""
    items, value = clause.items, clause.items.items[at].value
    if not isinstance(value, Office) or "decide" in clause.verbs:
        return False
    if fold(value.wording).startswith("phó "):
        return True
    named = items.is_a(at + 1, "person", "title", "address") or (
        items.is_a(at - 1, "comma", "dash", "open") and items.is_a(at - 2, "person")
    )
    return named and clause.passive is None and items.keys(clause.verb) not in _BESTOWS


_BESTOWS = frozenset("tặng|phong tặng|truy tặng|tặng thưởng|khen tặng|phong|truy phong|ban tặng".split("|"))
"""Verbs that only those who confer are the subject of; `trao`, `gắn` may be said of whoever hands it over."""


def _conferring(items: Items, at: int) -> str | None:
    """The authority of an item: a deputy who signs does so for the body."""
    value = items.items[at].value
    if isinstance(value, Office) and value.org and fold(value.wording).startswith("phó "):
        return value.org
    return _joint(items, at)


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
    if not 0 <= at < len(items):
        return None
    value = items.items[at].value
    if isinstance(value, Org):
        return value.name
    if isinstance(value, Office):
        return value.wording
    return items.wording(at, at + 1) if items.is_a(at, "country") else None
