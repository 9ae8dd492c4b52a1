"""A clause about an honour → those whom it is for: its recipients, and the rule that found them."""

from __future__ import annotations

from functools import cache

from ingest.agents import AGENTS, BODY_NOUNS, Agent, agent, ahead, behind
from ingest.grammar.award_clause import Clause
from ingest.grammar.award_lists import among, elected, members, more_groups, of_group, without_next, without_own_body
from ingest.grammar.award_meant import called_upon, doer, families, held_by, honoured_first, meant
from ingest.grammar.award_subject import subject
from ingest.grammar.award_told import Told
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


def recipients_of(clause: Clause, told: Told) -> tuple[list[Agent], str]:
    """Who the honour is for, in reading order, and the name of the rule that found them."""
    found, rule = _recipients(clause, told)
    if len(found) == 1 and (one := _one_of(clause.items, found[0])):
        found = [one, *found]
    beside = clause.honour + 1  # `A được trao H cùng 71 cán bộ`
    if rule in ("received", "given-to") and found and clause.items.is_a(beside, "and"):
        group = agent(clause.items, beside + 1)
        if group is not None and group.count is not None and clause.items.keys(beside).startswith("cùng"):
            found = [*found, group]
    if rule != "called-upon" and not clause.items.keys(clause.verb).startswith("truy"):
        found = families(clause.items, found)
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
    if clause.kind == "confer" and items.is_a(clause.honour + 1, "celebrate"):  # `trao H vinh danh giáo sư A`
        found, _ = ahead(items, clause.honour + 2)
        if found:
            return found, "celebrated"
    if (towards := _towards(clause, after)) is not None:
        found, stop = ahead(items, towards)
        if found and not _astray(items, towards, found[0]) and not _people_of(items, towards, found[0]):
            found = without_own_body(items, without_next(items, found, stop))
            more = more_groups(items, stop) if all(one.count is not None for one in found) else []
            return [*found, *of_group(items, found[-1], stop), *more], "for"
        if not found and (named := among(items, towards)):
            return named, "among"
        deed = doer(items, towards) or doer(items, clause.honour + 1)
        if not found and (one := meant(items, towards, told) or held_by(items, towards, told) or deed):
            return [one], "meant"
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
    failed = clause.verbs.get("deny", clause.verb)
    if failed < clause.verb and items.keys(failed) == "trượt":
        return subject(clause, failed, told), "failed"  # `ông A trượt xét duyệt H`
    if clause.kind in ("receive", "deny") or clause.passive is not None:
        first = clause.passive if clause.passive is not None else clause.verb
        return subject(clause, first, told), "received" if clause.kind == "receive" else "given-to"
    return _by_active(clause, told)


def _by_active(clause: Clause, told: Told) -> tuple[list[Agent], str]:
    """The recipients of an active verb that stand before the honour."""
    items = clause.items
    if told.received and items.is_a(clause.verb - 1, "comma", "and") and items.is_a(clause.verb - 2, "award_name"):
        return told.received, "given-to"  # `được tặng H, trao K`
    giver = clause.verb - 1
    second = items.is_a(giver, "post", "org") and items.is_a(giver - 1, "comma", "and")
    if told.received and second and items.is_a(giver - 2, "award_name") and not _between(clause, told):
        return told.received, "given-to"  # `được X tặng H, Y tặng K`
    before = clause.verb - 1
    while clause.kind == "propose" and items.is_a(before, "low") and clause.verb - before < 4:
        before -= 1
    if clause.kind in ("confer", "propose") and clause.verb < clause.honour and items.is_a(before, "count_group"):
        chosen = agent(items, before)  # `chọn 9 công trình trao H`, `17 nghệ sĩ đủ điều kiện xét tặng H`
        return [chosen] if chosen else [], "chosen"
    if chosen_by := elected(clause):
        return chosen_by, "elected"
    if between := _between(clause, told):
        return between, "object"
    if items.is_a(clause.verb, "give_back"):
        return subject(clause, clause.verb, told), "given-back"
    asked = clause.verbs.get("propose", -1)
    if asked > 0 and items.is_a(asked - 1, "comma", "and"):  # `A được X khen thưởng, đề nghị Y tặng H`
        passive = next((i for i in range(asked - 2, -1, -1) if items.is_a(i, "passive", "award_name", "semicolon")), -1)
        if items.is_a(passive, "passive"):
            return subject(clause, passive, told), "asked-for"
    because = clause.honour + 1 + items.is_a(clause.honour + 1, "comma")
    if "revoke" in clause.verbs and items.is_a(because, "because"):  # `thu hồi H, vì ông A bị kết án`
        return ahead(items, because + 1)[0][:1], "because"
    if clause.kind == "revoke" and "suffer" in clause.verbs:
        return subject(clause, clause.verbs["suffer"], told), "stripped"
    if fit := _fit(items, clause.verb):
        return fit, "fit"
    if visited := called_upon(items, clause.verb):
        return [visited], "called-upon"
    return honoured_first(clause), "recognised"


def _fit(items: Items, verb: int) -> list[Agent]:
    """Who is said to be fit for it: `ông A đủ điều kiện xét tặng H`."""
    at = next((i for i in range(verb - 1, max(-1, verb - 6), -1) if items.keys(i) == "đủ"), -1)
    if at <= 0 or items.is_a(at - 1, "not") or items.keys(at + 1) not in ("điều", "tiêu"):
        return []
    return [one for one in behind(items, at, 3) if one.is_person or one.count is not None]


def _astray(items: Items, first: int, one: Agent) -> bool:
    """Whether ordinary words before a counted group tell of something else (`cho cô bé cứu 4 em`)."""
    return one.count is not None and sum(items.is_a(i, "low") for i in range(first, one.at)) > 1


def _people_of(items: Items, first: int, one: Agent) -> bool:
    """Whether a body only tells whose people are meant in general: `cho các thầy cô Trường X`."""
    if one.is_person or not items.is_a(one.at, "org", "province", "locality") or not items.is_a(first, "many"):
        return False
    noun = one.at - 1
    return noun > first and items.is_a(noun, "group", "title", "address") and items.keys(noun) not in BODY_NOUNS


def _between(clause: Clause, told: Told) -> list[Agent]:
    """The recipients between an active verb and its honour: `tặng ông X H`, `tặng cho ông X và bà Y H`."""
    items, at = clause.items, clause.honour
    if clause.kind not in ("confer", "propose", "revoke"):
        return []
    begin = clause.verb + 1 + items.is_a(clause.verb + 1, "for")
    found, stop = ahead(items, begin)
    if not found and (one := meant(items, begin, told)):
        found, stop = [one], one.at + 1
    clear = all(
        items.is_a(i, "num", "title_word", "quote", "low", "cap", "many", "award_name", "and", "comma", "is")
        for i in range(stop, at)
    )
    gift = any(items.is_a(i, "comma", "and") for i in range(stop, at)) and not any(
        items.is_a(i, "award_name") for i in range(stop, at)
    )
    return found if found and clear and not gift and at - stop <= 8 else []


def _list_after(clause: Clause) -> int:
    """The item after an honour at which its recipients may begin."""
    items = clause.items
    after = _behind_praise(items, clause.honour + 1)
    while after < min(clause.honour + 12, len(items)) and items.is_a(after, *_SKIPPED):
        if items.is_a(after, "comma") and items.is_a(after + 1, "person", "post", "address", "org", "low"):
            break
        closing = next((i for i in range(after, min(after + 10, len(items))) if items.is_a(i, "close")), None)
        after = closing + 1 if items.is_a(after, "open") and closing else after + 1
    return after


def _behind_praise(items: Items, at: int) -> int:
    """The item behind what is said of an honour: `H - phần thưởng cao quý của Nhà nước - cho ông X`."""
    if not items.is_a(at + 1, "gift", "title_word", "honour_head", "award_name"):
        return at
    highest = items.is_a(at + 2, "low") and items.keys(at + 2) == "nhất"
    sign = "dash" if items.is_a(at, "dash") else "comma" if highest else ""
    if not sign or not items.is_a(at, sign):
        return at
    return next((i + 1 for i in range(at + 2, min(at + 14, len(items))) if items.is_a(i, sign)), at)


def _towards(clause: Clause, after: int) -> int | None:
    """The item at which those begin for whom an honour is said to be: behind `cho`, `đối với`, or `truy tặng`."""
    items = clause.items
    if clause.honour > clause.verb and (
        (clause.kind == "receive" and not items.is_a(clause.verb, "event")) or clause.passive is not None
    ):
        return after + 1 if items.is_a(after, "for") and items.is_a(clause.verb, "event") else None
    for i in range(_behind_praise(items, clause.honour + 1), min(after + 12, len(items))):
        apposed = items.is_a(i, "with") and any(items.is_a(k, "comma") for k in range(clause.honour + 1, i))
        if items.is_a(i, "for") or (items.is_a(i, "with") and items.keys(i - 1) == "đối" and not apposed):
            return i + 1
        if items.is_a(i, "honour_head") and items.keys(i).startswith("cờ") and items.keys(i - 1) in ("lên", "lá"):
            return i + 1 + items.is_a(i + 1, "of")  # `gắn H lên lá cờ truyền thống của X`
        if items.is_a(i, "confer") and items.is_a(i + 1, *AGENTS, "title", "address") and _by_whom(items, i):
            return i + 1  # `H do X trao tặng Y`
        if items.is_a(i, *_AWAY) and not (items.is_a(i, "org", "post") and items.is_a(i - 1, "by", "relative", "of")):
            break
        if i >= after and items.is_a(i, "passive", "confer", "award_name") and not _by_whom(items, i):
            break
    direct = after == clause.honour + 1 and not items.is_a(clause.verb, "event")
    if clause.kind == "confer" and direct and items.is_a(after, "count_group", "address", "title"):
        return after  # `tặng bằng khen 2 học sinh`, `trao bằng khen ông A`
    if clause.kind == "confer" and direct and items.is_a(after, "with") and items.is_a(clause.verb, "bestow"):
        return after + 1  # `truy tặng H với ông A`
    if items.keys(clause.honour).startswith("thư khen"):
        while after < len(items) and items.keys(after) in ("gửi", "tới", "đến", "ngợi"):
            after += 1
        return after
    return after if items.is_a(after - 1, "confer") else None


def _by_whom(items: Items, verb: int) -> bool:
    """Whether a verb behind an honour only tells who confers it: `do X trao tặng`."""
    return items.is_a(verb, "confer") and any(items.is_a(verb - step, "by") for step in (2, 3))


def _counted(clause: Clause, listed: list[Agent]) -> list[Agent]:
    """A counted group before a list that names only some of it (`67 tác giả … trong đó có`) is a recipient too."""
    for i in range(clause.honour - 1, -1, -1):
        if clause.items.is_a(i, "award_name"):
            break
        one = agent(clause.items, i)
        if one is not None and one.count is not None:
            return [one] if one.count != len(listed) else []
    return []
