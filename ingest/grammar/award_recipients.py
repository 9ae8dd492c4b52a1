"""A clause about an honour → those whom it is for: its recipients, and the rule that found them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.agents import Agent, agent, ahead, behind
from ingest.capitals import vietnamese
from ingest.facts import Award
from ingest.grammar.award_clause import Clause
from ingest.grammar.award_lists import elected, members, of_group, without_next, without_own_body
from ingest.honours import HonourName, is_title
from ingest.items import Items
from ontology.schemes import honours

_SKIPPED = tuple(
    "date year low open close num comma quote award_name title_word and confer slash will passive many in on locality"
    " sign".split()
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
    """By the word with which its name begins, the body told last."""
    rounds: dict[str, set[int]] = field(default_factory=dict)
    """The years with which an honour is named where nobody in particular receives it."""
    givers: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """Who is said to confer, or take back, an honour where nobody in particular receives it."""
    listing: Award | None = None
    """What the line before announces for those whom the lines below it name."""

    def body(self, kinds: Sequence[str]) -> str | None:
        """The body told last whose name begins with the first of these words that any has."""
        for kind in kinds:
            for head, name in reversed(self.bodies.items()):
                if head == kind or head.startswith(f"{kind} "):
                    return name
        return None


def recipients_of(clause: Clause, told: Told) -> tuple[list[Agent], str]:
    """Who the honour is for, in reading order, and the name of the rule that found them."""
    found, rule = _recipients(clause, told)
    if len(found) == 1 and (one := _one_of(clause.items, found[0])):
        found = [one, *found]
    found = [a for a in found if not (clause.items.is_a(a.at, "cluster_name") and a.name.islower())]
    honour = clause.items.items[clause.honour].value
    if isinstance(honour, HonourName) and honour.exact and honour.concept in _personal():
        found = [a for a in found if a.is_person or clause.items.is_a(a.at, "count_group", "work")]
    return found, rule


def _one_of(items: Items, group: Agent) -> Agent | None:
    """Who is said to be one of a counted group: `ông A là một trong 10 cá nhân được tặng H`."""
    start = items.items[group.at].start
    keys = items.sentence.keys[max(0, start - 3) : start]
    if group.count is None or keys[-2:] != ["một", "trong"] or "là" not in keys:
        return None
    is_at = next((i for i in range(group.at - 1, max(-1, group.at - 5), -1) if items.is_a(i, "is")), -1)
    found = behind(items, is_at, 8) if is_at > 0 else []
    return found[-1] if found and found[-1].count is None else None


@cache
def _personal() -> frozenset[str]:
    """The titles that only people can be given."""
    people = [h for h in honours() if h.may_go_to and all(g.endswith(("individual", "foreigner")) for g in h.may_go_to)]
    return frozenset(h.iri for h in people if is_title(h.label))


def _recipients(clause: Clause, told: Told) -> tuple[list[Agent], str]:
    items = clause.items
    if items.is_a(clause.honour - 2, "count_group") and items.keys(clause.honour - 1) in ("cho", "lên"):
        raised = agent(items, clause.honour - 2)  # `xét 42 nghệ sĩ lên H`
        return [raised] if raised else [], "raised"
    after = _list_after(clause)
    if items.is_a(after, "have", "is") or (
        items.is_a(after, "colon")
        and (clause.kind != "receive" or items.is_a(clause.verb - 1, "group") or not clause.verb)
    ):
        counted = clause.kind in ("receive", "deny") or clause.passive is not None
        if listed := members(items, after):
            return [*(_counted(clause, listed) if counted else []), *listed], "listed"
    if (towards := _towards(clause, after)) is not None:
        found, stop = ahead(items, towards)
        if found and not _astray(items, towards, found[0]) and not _people_of(items, towards, found[0]):
            found = without_own_body(items, without_next(items, found, stop))
            return [*found, *of_group(items, found[-1], stop)], "for"
    if (clause.kind in ("propose", "deny") or "revoke" in clause.verbs) and items.is_a(after, "of"):
        found, _ = ahead(items, after + 1)
        if found:
            return found, "of"
    if clause.kind == "celebrate":
        found, stop = ahead(items, clause.verb + 1)
        return [*found, *(of_group(items, found[-1], stop) if found else [])], "celebrated"
    if clause.kind == "receive" and items.is_a(clause.verb, "event") and items.is_a(after, "of"):
        found, _ = ahead(items, after + 1)
        return found, "received"
    if clause.kind in ("receive", "deny") or clause.passive is not None:
        first = clause.passive if clause.passive is not None else clause.verb
        return _subject(clause, first, told), "received" if clause.kind == "receive" else "given-to"
    return _by_active(clause, told)


def _by_active(clause: Clause, told: Told) -> tuple[list[Agent], str]:
    """The recipients of an active verb that stand before the honour."""
    items = clause.items
    if told.received and items.is_a(clause.verb - 1, "comma", "and") and items.is_a(clause.verb - 2, "award_name"):
        return told.received, "given-to"  # `được tặng H, trao K`
    giver = clause.verb - 1
    second = items.is_a(giver, "post", "org") and items.is_a(giver - 1, "comma", "and")
    if told.received and second and items.is_a(giver - 2, "award_name") and not _between(clause):
        return told.received, "given-to"  # `được X tặng H, Y tặng K`
    before = clause.verb - 1
    while clause.kind == "propose" and items.is_a(before, "low") and clause.verb - before < 4:
        before -= 1
    if clause.kind in ("confer", "propose") and clause.verb < clause.honour and items.is_a(before, "count_group"):
        chosen = agent(items, before)  # `chọn 9 công trình trao H`, `17 nghệ sĩ đủ điều kiện xét tặng H`
        return [chosen] if chosen else [], "chosen"
    if chosen_by := elected(clause):
        return chosen_by, "elected"
    if between := _between(clause):
        return between, "object"
    if items.is_a(clause.verb, "give_back"):
        return _subject(clause, clause.verb, told), "given-back"
    asked = clause.verbs.get("propose", -1)
    if asked > 0 and items.is_a(asked - 1, "comma", "and"):  # `A được X khen thưởng, đề nghị Y tặng H`
        passive = next((i for i in range(asked - 2, -1, -1) if items.is_a(i, "passive", "award_name", "semicolon")), -1)
        if items.is_a(passive, "passive"):
            return _subject(clause, passive, told), "asked-for"
    if clause.kind == "revoke" and "suffer" in clause.verbs:
        return _subject(clause, clause.verbs["suffer"], told), "stripped"
    return [], ""


def _astray(items: Items, first: int, one: Agent) -> bool:
    """Whether ordinary words before a counted group tell of something else (`cho cô bé cứu 4 em`)."""
    return one.count is not None and sum(items.is_a(i, "low") for i in range(first, one.at)) > 1


def _people_of(items: Items, first: int, one: Agent) -> bool:
    """Whether a body only tells whose people are meant in general: `cho các thầy cô Trường X`."""
    if one.is_person or not items.is_a(one.at, "org", "province", "locality") or not items.is_a(first, "many"):
        return False
    noun = one.at - 1
    return noun > first and items.is_a(noun, "group", "title", "address") and items.keys(noun) not in _BODIES


_BODIES = frozenset("tập thể|đơn vị|tổ chức|cơ quan|doanh nghiệp|trường|địa phương|tỉnh|huyện|xã|công ti".split("|"))
"""Nouns behind which the names of those meant follow: `cho các đơn vị Công an A, Công an B`."""


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
        if items.is_a(i, "honour_head") and items.keys(i).startswith("cờ") and items.is_a(i + 1, "of"):
            return i + 2  # `gắn H lên lá cờ truyền thống của X`
        if items.is_a(i, *_AWAY) and not (items.is_a(i, "org", "post") and items.is_a(i - 1, "by", "relative", "of")):
            break
        if i >= after and items.is_a(i, "passive", "confer", "award_name"):
            break
    direct = after == clause.honour + 1 and not items.is_a(clause.verb, "event")
    if clause.kind == "confer" and direct and items.is_a(after, "count_group", "address"):
        return after  # `tặng bằng khen 2 học sinh`, `trao bằng khen ông A`
    if items.keys(clause.honour).startswith("thư khen"):
        while after < len(items) and items.keys(after) in ("gửi", "tới", "đến"):
            after += 1
        return after
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
    if short := _in_capitals(items, verb) or _by_brand(items, verb):
        return [short]
    while found := behind(items, at):
        kept = [a for a in found if not items.is_a(a.at, "state") and not only_where(items, a.at)]
        kept = _heads(items, kept) if kept else []
        if kept := [a for a in (*(_before_them(items, kept[0]) if kept else ()), *kept) if not _acted_on(items, a)]:
            return kept
        at = found[0].at
    blocked = next((i for i in range(verb - 1, -1, -1) if items.is_a(i, "award_name")), -1)
    idle = ("comma", "semicolon", "and", "will", "year", "date", "open", "close", "passive", "num", "on", "low")
    if blocked >= 0 and told.received and all(items.is_a(i, *idle) for i in range(blocked + 1, verb)):
        return told.received
    people = [i for i in items.where("person", "count_group") if i < verb]
    if len(people) == 1 and _still(items, people[0], verb) and (one := agent(items, people[0])):
        return [one]
    return []


def _later(clause: Clause) -> list[Agent]:
    """Who follows where no subject stands before: `Sau khi nhận H, ông X …`; else the person told before."""
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


_FIRMS = ("công ti", "tổng công ti", "tập đoàn", "ngân hàng")
_ALONE = "hội|trường|bệnh viện|tập đoàn|tổng công ti|học viện|báo|viện|hợp tác xã".split("|")
_SHORT: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in _ALONE}
_SHORT |= {"nhà trường": ("trường",), "công ti": _FIRMS, "ngân hàng": ("ngân hàng",), "nhà băng": ("ngân hàng",)}
_SHORT |= {"doanh nghiệp": _FIRMS, "hãng": _FIRMS, "nhà máy": ("nhà máy", *_FIRMS)}
"""Nouns that stand for a body told before, and by which words its name may begin."""


def _short_body(items: Items, verb: int, told: Told) -> Agent | None:
    """A body by its kind alone (`Công ty đã được tặng`), which stands for the one of that kind told last."""
    at = verb - 1
    while items.is_a(at, "will", "low") and at > 0 and verb - at < 5 and items.keys(at) not in _SHORT:
        at -= 1
    if at < 0 or items.is_a(at, "org", "person") or items.keys(at) not in _SHORT:
        return None
    if at > 0 and not items.is_a(at - 1, "comma", "year", "date") and items.wording(at, at + 1).islower():
        return None
    name = told.body(_SHORT[items.keys(at)])
    return Agent(name, None, at, False) if name else None


def _heads(items: Items, found: list[Agent]) -> list[Agent]:
    """Without a body that only tells whose people are meant, with the one that it describes in its place.

    `Báo X - cơ quan của Hội Y được tặng` is of Báo X; `nhiều cá nhân của Công an tỉnh được tặng` is of nobody.
    """
    last = found[0]
    if last.is_person or last.count is not None or not items.is_a(last.at, "org", "province", "locality"):
        return found
    before = last.at - 1
    while items.is_a(before, "unit", "inside", "cap") and before > 0:
        before -= 1
    if items.is_a(before, "group") and any(items.is_a(i, "many") for i in range(max(0, before - 4), before)):
        return []
    if not items.is_a(before, "of"):
        return found
    for i in range(before - 1, max(-1, before - 10), -1):
        if items.is_a(i, "dash", "open") and i and (one := agent(items, i - 1)):
            return [one, *found[1:]]
        if items.is_a(i, "group", "many") and not items.is_a(i - 1, "led"):
            return found[1:]
        if items.is_a(i, "comma", "org", "person", "dot"):
            break
    return found


def _before_them(items: Items, first: Agent) -> list[Agent]:
    """The people listed before an agent with something told of each: `ông A, chủ tàu B, và ông C được …`."""
    found: list[Agent] = []
    at = first.at
    while True:
        sign = at - 1
        while items.is_a(sign, "title", "address", "dot") and not items.is_a(sign, "comma"):
            sign -= 1
        if not items.is_a(sign, "comma", "and") or not items.is_a(at, "person"):
            return found
        i = sign - 1
        while i > sign - 14 and items.is_a(i, *_DESCRIBES) and not items.is_a(i, "person"):
            i -= 1
        if not items.is_a(i, "comma", "close") or i == sign - 1:
            return found
        if items.is_a(i, "close"):
            i = next((k for k in range(i, max(-1, i - 12), -1) if items.is_a(k, "open")), i)
        one = agent(items, i - 1) if items.is_a(i - 1, "person") else None
        if one is None or items.is_a(i - 2, "with", "of", "for", "by"):
            return found
        found.insert(0, one)
        at = i - 1


_DESCRIBES = tuple(
    "low cap caps title post office inside inner unit num dash group locality org province body and"
    " not_province".split()
)


def _acted_on(items: Items, one: Agent) -> bool:
    """Whether a counted group is what others did something to: `tàu cá cứu bốn người, anh X được tặng`."""
    before = items.keys(one.at - 1) if one.at else ""
    return one.count is not None and items.is_a(one.at - 1, "low") and before not in _COUNTING


_COUNTING = frozenset("có gần hơn trên khoảng cộng thêm toàn cả tổng số đó này nữa là với cùng còn nay các".split())


def _in_capitals(items: Items, verb: int) -> Agent | None:
    """A body that is only told by its short name: `PVC đã được tặng`."""
    at = verb - 1
    while items.is_a(at, "will") and at > 0:
        at -= 1
    if (
        not items.is_a(at, "caps")
        or len(items.keys(at)) < 3
        or items.is_a(at - 1, "num", "many", "group", "org", "caps")
    ):
        return None
    return Agent(items.wording(at, at + 1), None, at, False)


def _by_brand(items: Items, verb: int) -> Agent | None:
    """A firm or a group told by a name alone that the article uses more than once: `Sao Mai Mobile được trao tặng`."""
    stop = verb
    while items.is_a(stop - 1, "will") or (stop == verb and items.is_a(stop - 1, "low")):
        stop -= 1
    first = stop
    while items.is_a(first - 1, "cap", "caps") and stop - first < 4:
        first -= 1
    begins = first == 0 or items.is_a(first - 1, "comma", "year", "and")
    name = items.wording(first, stop)
    given = stop == first + 1 and vietnamese(name)  # a man's name, or the first word of a sentence
    if stop == first or not begins or given or items.text.count(name) < 2:
        return None
    return Agent(name, None, first, False)


_TIMES = frozenset({"năm", "lần", "tháng", "tuổi", "ngày", "giờ", "đợt"})


def _nobody(items: Items, verb: int) -> bool:
    """Whether the subject is nobody in particular: `nhiều cá nhân đạt`, `các tập thể được tặng`."""
    for i in range(verb - 1, max(-1, verb - 8), -1):
        if items.is_a(i, "person", "org", "count_group", "province", "comma", "dot"):
            return False
        if items.is_a(i, "num") and items.is_a(i + 1, "low", "caps") and items.keys(i + 1) not in _TIMES:
            return True
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
        told = items.is_a(i, "relative") or (items.is_a(i, "group") and not items.is_a(i, "unit"))
        if told and not items.is_a(i - 1, "dash", "comma", "is", "num"):
            return False
    return True


def only_where(items: Items, at: int) -> bool:
    """Whether a body or a province only says where: `tại Hội trường Bộ X`, `ở TP. HCM`."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if items.is_a(i, "at"):
            return not items.is_a(at, "person", "count_group")
        if not items.is_a(i, "cap", "low", "inside", "unit", "body", "led", "event", "province"):
            return False
    return False
