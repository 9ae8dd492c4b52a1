"""A subject, a verb and the occasion meant → a participation: what all rules of taking part share."""

from __future__ import annotations

from ingest.agents import Agent, agent
from ingest.document import Document, Line
from ingest.facts import Participation, Passage
from ingest.grammar.event import Found
from ingest.items import Items, Rule
from ingest.occasions import Occasion
from ontology.spelling import fold

WHO = (
    r"(?:<title|address|post|office|inside|dot|comma|dash|new|low|and|attend|behalf|led|org|state>){0,9}?"
    r"(?P<who><person>)"
)
"""A person behind a comma, with titles and offices before the name."""
ASIDE = r"(?:<open><~close>{1,8}<close>)?"
"""What brackets tell of a person."""
SUBJECT = (
    rf"(?P<who><person>){ASIDE}(?:<comma|dash><post>(?:<comma|dash|and><post>)*{ASIDE}(?:<comma><unit>?<province|locality>)?<comma|dash>?"
    r"|<comma|dash><~person|speak|attend|chair|dot|semicolon|comma|dash|occasion|confer|quote>{1,9}<comma|dash>)?"
)
"""A person with what is told aside: brackets, offices behind the name."""

_HOLDS = Rule(
    "holds",
    r"<post|office>(?:<title|address|dot|comma>)*(?P<after><person>)|(?P<before><person>)<comma|dash|open><post>",
)
_RANKED = Rule("ranked", r"<title><person>")


def officials(document: Document) -> frozenset[str]:
    """The keys of the names beside which an office is told, or a general's or colonel's rank."""
    found = set()
    for line in document.lines:
        for match in line.base.find(_RANKED):
            if line.base.keys(match.start()).endswith(("tướng", "tá")):
                found.add(fold(str(line.base.items[match.end() - 1].value)))
        for match in line.base.find(_HOLDS):
            at = match.start("after") if match["after"] else match.start("before")
            found.add(fold(str(line.base.items[at].value)))
    return frozenset(found)


def subjects(items: Items, at: int) -> list[Agent]:
    """The person at an item with those named before and joined by `và`, `cùng` or a sign, in reading order.

    Behind a comma a name without a title is one more only where the list says that there are several (`các ông A, B`),
    or where each of three has an office before the name (`Thủ tướng A, Bí thư B và Bộ trưởng C`).
    """
    found: list[Agent] = []
    sure = 1
    one = agent(items, at)
    while one is not None:
        found.append(one)
        before = items.before(one.at, *_TITLES)
        officed = items.is_a(before + 1, "post") and before < one.at - 1
        titled = before < one.at - 1 and not officed
        if items.is_a(before, "colon"):  # `các đồng chí: A, Bí thư …; B dự`
            before -= 1 + items.is_a(before - 1, "title", "address")
        if items.is_a(before, "many", "num"):
            sure = len(found)
        joined, listed = items.is_a(before, "and"), items.is_a(before, "comma", "semicolon")
        one = _before_sign(items, before - 1, listed) if joined or listed else None
        alike = officed and len(found) > 1 and one is not None and items.is_a(one.at - 1, "post")
        sure += sure == len(found) and (joined or titled or alike)
    return found[:sure][::-1]


_TITLES = ("title", "address", "dot", "post")


def _before_sign(items: Items, at: int, listed: bool) -> Agent | None:
    """The person told before a sign or `và`, with brackets or offices behind the name."""
    if items.is_a(at, "close"):
        at = next((i for i in range(at, max(-1, at - 12), -1) if items.is_a(i, "open")), 0) - 1
    while items.is_a(at, "post") and items.is_a(at - 1, "comma", "dash"):
        at -= 2
    return agent(items, at) if items.is_a(at, "person") and not (listed and _behind(items, at)) else None


def _behind(items: Items, at: int) -> bool:
    """Whether a person is no subject: behind `của`, `cho`, `với`, or in another clause."""
    before = items.before(at, "title", "address", "dot", "post")
    return items.is_a(before, "of", "for", "with", "by", "at", "in", "speak", "talk", "because")


def of_another(items: Items, at: int) -> bool:
    """Whether a name only tells whose people are meant: `người thân của ông A dự lễ`, `gia đình ông A`."""
    before = items.before(at, "title", "address", "dot", "country")
    return items.is_a(before, "of") or items.keys(before) in _FAMILIES if before >= 0 else False


_FAMILIES = ("gia đình", "thân nhân", "người thân", "người nhà", "luật sư của", "đại diện gia đình")


def made(who: Agent, part: str, event: Found | None, passage: Passage, rule: Rule) -> Participation:
    return Participation(
        agent=who.name, part=part, event=event.name if event else None, passage=passage, rule=rule.name
    )


def event_at(line: Line, at: int, found: list[Found], number: int) -> Found | None:
    """The occasion that an item names or points back to."""
    value = line.scene.items[at].value
    if not isinstance(value, Occasion):
        return None
    for one in found:
        if fold(one.name) == fold(value.wording):
            return one
    here = [f for f in found if number in f.lines]
    return here[0] if here else last(found, number)


def last(found: list[Found], number: int) -> Found | None:
    """The occasion told last before or in a sentence."""
    before = [f for f in found if f.lines and f.lines[0] <= number]
    return before[-1] if before else None
