"""Honours, verbs of giving and agents in a sentence → who was given, proposed for, denied or stripped of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.agents import Agent, agent, ahead, behind
from ingest.dates import Date
from ingest.document import Document, Line
from ingest.facts import Award
from ingest.items import Items
from ingest.phrases import HonourName, Office, Org
from ontology.spelling import fold

_VERBS = ("confer", "receive", "celebrate", "propose", "revoke", "deny", "decide", "passive", "suffer")
_REACH = 24
"""Items to the left of an honour in which its verb is looked for."""


@dataclass(slots=True)
class _Clause:
    """One honour and what governs it: the verb's item and class, and the classes of all verbs before it."""

    line: Line
    honour: int
    verb: int
    kind: str
    verbs: dict[str, int]
    passive: int | None


@dataclass(frozen=True, slots=True)
class _Read:
    """What an honour's clause says: to whom, what happened, by whom, and the items that must be in the passage."""

    recipients: list[Agent]
    status: str
    grantor: str | None
    rule: str
    spans: tuple[int, ...]


def awards(document: Document) -> Iterator[Award]:
    """Each award once; the same told again adds nothing."""
    seen: dict[tuple[str, str, str, str], Award] = {}
    for line in document.lines:
        for found in _in_line(line):
            key = (
                fold(found.honour.split(" của ")[0]),
                fold(found.recipient).removeprefix("tỉnh "),
                found.status,
                fold(found.grantor or ""),
            )
            loose = [k for k in seen if k[:3] == key[:3] and ("" in (k[3], key[3]) or k[3] == key[3])]
            if loose:
                old = seen[loose[0]]
                if (found.grantor and not old.grantor) or (found.year and not old.year):
                    seen[loose[0]] = found
                continue
            seen[key] = found
    yield from seen.values()


def _in_line(line: Line) -> Iterator[Award]:
    honours = line.items.where("award_name")
    shared: _Read | None = None
    before: int | None = None
    for at in honours:
        follows = before is not None and _joined(line, before, at)
        result = shared if follows and not _own_recipients(line, at) else None
        if result is None:
            result = read_honour(line, at)
            if result is None and follows:
                result = shared
        before, shared = at, result
        if result is None:
            continue
        honour = line.items.items[at].value
        assert isinstance(honour, HonourName)
        for one in result.recipients:
            first, stop = min(at, one.at, *result.spans), max(at, one.at, *result.spans) + 1
            yield Award(
                honour=honour.wording,
                recipient=one.name,
                status=result.status,
                grantor=honour.grantor or result.grantor,
                count=one.count,
                year=_year(line, at),
                concept=honour.concept,
                exact=honour.exact,
                passage=line.items.passage(first, stop),
                rule=f"award.{result.rule}",
            )


def _joined(line: Line, before: int, at: int) -> bool:
    """Whether two honours stand in one list: only commas, `và`, numbers or the noun `danh hiệu` between them."""
    return all(
        line.items.is_a(i, "comma", "and", "num", "date", "year", "title_word", "open", "close", "quote", "low")
        for i in range(before + 1, at)
    )


def _own_recipients(line: Line, at: int) -> bool:
    return line.items.is_a(at + 1, "for")


def read_honour(line: Line, at: int) -> _Read | None:
    clause = governing(line, at)
    status = _status(clause) if clause else None
    if clause is None or status is None:
        return None
    recipients, rule = _recipients(clause)
    if not recipients:
        return None
    grantor, granting = _grantor(clause, recipients)
    telling = [
        v for name, v in clause.verbs.items() if name in ("propose", "revoke", "deny") and name in _telling(status)
    ]
    return _Read(recipients, status, grantor, rule, (clause.verb, *telling, *granting))


def _telling(status: str) -> tuple[str, ...]:
    """The classes of verbs without which a passage would not tell the status."""
    return {"proposed": ("propose",), "denied": ("deny",), "revoked": ("revoke",)}.get(status, ("propose", "revoke"))


def governing(line: Line, at: int) -> _Clause | None:
    items = line.items
    verbs: dict[str, int] = {}
    verb, kind, passive = -1, "", None
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if verb >= 0 and items.is_a(i, "dot", "semicolon") and kind != "receive":
            break
        for name in _VERBS:
            if items.is_a(i, name):
                verbs.setdefault(name, i)
                if verb < 0 and name not in ("decide", "passive", "suffer"):
                    verb, kind = i, name
        if verb >= 0 and i < verb and items.is_a(i, "passive") and passive is None and verb - i <= 12:
            passive = i
    if verb < 0 and (celebrated := next((i for i in range(at + 1, at + 5) if items.is_a(i, "celebrate")), None)):
        return _Clause(line, at, celebrated, "celebrate", {"celebrate": celebrated}, None)
    if verb < 0 and items.is_a(at + 1, "passive", "will") and items.is_a(at + 2, "confer", "passive"):
        return _Clause(line, at, at + 2, "confer", {"confer": at + 2}, None)
    if verb < 0:
        passive_at = verbs.get("passive")
        if passive_at is None or at - passive_at > 3:
            return None
        verb, kind = passive_at, "receive"
    if kind == "receive" and passive is None and "passive" in verbs and verbs["passive"] == verb - 1:
        passive = verb - 1
    if items.is_a(verb, "passive"):
        passive = verb
    return _Clause(line, at, verb, kind, verbs, passive)


def _status(clause: _Clause) -> str | None:
    verbs = clause.verbs
    if negated(clause):
        return None
    if "revoke" in verbs:
        return "revocation_proposed" if "propose" in verbs and verbs["propose"] < verbs["revoke"] else "revoked"
    if "deny" in verbs:
        return "denied"
    if "propose" in verbs:
        return "proposed"
    return "conferred" if not verbs.keys().isdisjoint(("confer", "receive", "passive", "celebrate")) else None


def negated(clause: _Clause) -> bool:
    items = clause.line.items
    return any(items.is_a(i, "not") for i in range(max(0, clause.verb - 3), clause.verb)) and "deny" not in clause.verbs


def _recipients(clause: _Clause) -> tuple[list[Agent], str]:
    line, at, items = clause.line, clause.honour, clause.line.items
    after = _list_after(clause)
    if items.is_a(after, "have") or (items.is_a(after, "is", "colon") and items.is_a(after + 1, "colon", "have")):
        while items.is_a(after, "have", "is", "colon", "low"):
            after += 1
        listed, _ = ahead(items, after)
        if listed:
            return [*_counted(clause, listed), *listed], "listed"
    towards = items.is_a(after, "for") or (items.is_a(after, "with") and items.keys(after - 1) == "đối")
    if towards or items.is_a(after - 1, "confer"):
        found, _ = ahead(items, after + towards)
        if found:
            return found, "for"
    if clause.kind in ("revoke", "propose") and items.is_a(after, "of", "with"):
        found, _ = ahead(items, after + 1)
        if found:
            return found, "of"
    if clause.kind == "celebrate":
        found, _ = ahead(items, clause.verb + 1)
        return found, "celebrated"
    if clause.kind in ("receive", "deny"):
        return _subject(line, clause.passive if clause.passive is not None else clause.verb), "received"
    if clause.passive is not None:
        return _subject(line, clause.passive), "given-to"
    between = [
        a
        for i in range(clause.verb + 1, at)
        if (a := agent(line.items, i)) and items.is_a(i, "person", "org", "province", "count_group", "work")
    ]
    if between and clause.kind in ("confer", "propose", "revoke"):
        return between, "object"
    if items.is_a(clause.verb, "give_back"):
        return _subject(line, clause.verb), "given-back"
    if clause.kind == "revoke" and "suffer" in clause.verbs:
        return _subject(line, clause.verbs["suffer"]), "stripped"
    return [], ""


_BETWEEN = tuple("date year low open close num comma quote award_name title_word and confer slash will passive".split())
"""What may stand between an honour and its recipients: dates, brackets, other honours, `đã tặng`."""


def _list_after(clause: _Clause) -> int:
    """The item after an honour at which its recipients may begin."""
    items, after = clause.line.items, clause.honour + 1
    while after < min(clause.honour + 10, len(items)) and items.is_a(after, *_BETWEEN):
        if items.is_a(after, "comma") and items.is_a(after + 1, "person", "post", "address", "org"):
            break
        closing = next((i for i in range(after, after + 10) if items.is_a(i, "close")), None)
        after = closing + 1 if items.is_a(after, "open") and closing else after + 1
    return after


def _counted(clause: _Clause, listed: list[Agent]) -> list[Agent]:
    """A counted group before a list that names only some of it (`67 tác giả … trong đó có`) is a recipient too."""
    items = clause.line.items
    for i in range(clause.honour):
        one = agent(items, i)
        if one is not None and one.count is not None and one.count != len(listed):
            return [one]
    return []


def _subject(line: Line, verb: int) -> list[Agent]:
    """The agents to the left of a verb; a pronoun at the beginning stands for the person told before."""
    items = line.items
    found = [a for a in behind(items, verb) if not items.is_a(a.at, "state")]
    if found:
        return found
    told = [i for i in items.where("person", "count_group") if i < verb]
    if len(told) == 1 and (one := agent(items, told[0])):
        return [one]
    return []


def _grantor(clause: _Clause, recipients: list[Agent]) -> tuple[str | None, tuple[int, ...]]:
    """The authority and its item: subject of an active verb, agent of a passive one; never who only hands it over."""
    items, taken = clause.line.items, {r.at for r in recipients}
    if clause.passive is not None:
        acting = [i for i in range(clause.passive + 1, clause.verb) if i not in taken and _authority(items, i)]
        behalf = next((b for b in range(clause.passive + 1, clause.verb) if items.is_a(b, "behalf")), -1)
        acting = [i for i in acting if i > behalf] or acting
        return (_authority(items, acting[0]), (acting[0],)) if acting else (None, ())
    if clause.kind in ("receive", "deny", "celebrate"):
        return None, ()
    asking = [i for i in items.where("propose") if i < clause.verb]
    furthest = asking[-1] if asking else -1  # who asks for it does not confer it: the authority stands behind
    if clause.kind == "propose" and not asking:
        return None, ()
    start = clause.verbs.get("decide", clause.verb)
    for i in range(start - 1, max(furthest, start - 8), -1):
        if items.is_a(i, "semicolon", "dot", "colon", "behalf"):
            return None, ()
        if i in taken:
            continue
        if items.is_a(i, "person"):
            if items.is_a(i - 1, "post") and "decide" in clause.verbs:
                return _authority(items, i - 1), (i - 1,)
            return _behalf(clause.line, i, start), ()
        handed = (
            isinstance(items.items[i].value, Office) and "decide" not in clause.verbs and items.is_a(i + 1, "person")
        )
        if not handed and not items.is_a(i - 1, "behalf") and (name := _authority(items, i)):
            return name, (i,)
    return None, ()


def _authority(items: Items, at: int) -> str | None:
    """The name of a body, an office or a country that can confer."""
    value = items.items[at].value
    if isinstance(value, Org):
        return value.name
    if isinstance(value, Office):
        return value.wording
    return items.wording(at, at + 1) if items.is_a(at, "country") else None


def _behalf(line: Line, person: int, verb: int) -> str | None:
    """`X thay mặt lãnh đạo Đảng, Nhà nước trao`: the body or office on whose behalf a person hands it over."""
    items = line.items
    for i in range(max(0, person - 8), verb):
        if items.is_a(i, "behalf"):
            for j in range(i + 1, min(i + 5, verb)):
                if name := _authority(items, j):
                    return name
    return None


def _year(line: Line, at: int) -> int | None:
    """A year told right beside the honour, or at the beginning of its clause."""
    items = line.items
    begin = next((i for i in range(at, -1, -1) if items.is_a(i, "semicolon")), -1) + 1
    end = next((i for i in range(at, len(items)) if items.is_a(i, "semicolon")), len(items))
    for i in (*range(at + 1, min(at + 6, end)), *range(at - 1, max(begin - 1, at - 6), -1), begin):
        value = items.items[i].value
        if isinstance(value, Date) and value.year:
            return value.year
    return None
