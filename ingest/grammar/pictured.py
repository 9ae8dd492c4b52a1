"""Captions → who is shown at an occasion, and so was there, or spoke there."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.agents import agent
from ingest.document import Line
from ingest.facts import Participation
from ingest.grammar.event import Found
from ingest.grammar.taking_part import SUBJECT, event_at, made, of_another, subjects
from ingest.items import Items, Rule

_NOTE = "(?:<open><~close>{1,6}<close>)?"
PICTURED = Rule(
    "participation.pictured",
    rf"(?P<who><person>){_NOTE}(?:<and>(?:<title|address|post|honour>)*(?P<other><person>){_NOTE})?"
    rf"(?:(?:<comma|dash><post>)+{_NOTE}<dash|comma>?)?<at|in>(?P<event><occasion>)",
)
PICTURED_DOING = Rule(
    "participation.pictured-doing",
    rf"(?P<who><person>){_NOTE}"
    r"(?:<~dot|semicolon|colon|quote|speak|confer|receive|award_name|gift|not|modal|passive|of|for|occasion|is>){1,14}"
    r"<at|in>(?P<event><occasion>)",
)
"""`Thủ tướng A (trái) bắt tay Tổng thống B tại hội nghị` below a picture: both are seen there."""
PICTURED_SPEAKING = Rule(
    "participation.pictured-speaking",
    rf"{SUBJECT}(?:<will|low>){{0,2}}(?P<verb><speak>)(?:<~person|will|comma|dot|semicolon|colon|occasion|quote|talk|at|in|confer|organise>){{1,24}}?"
    r"<at|in>(?P<event><occasion>)",
)
"""`Bà A chia sẻ câu chuyện của mình tại hội nghị`"""
PICTURE = Rule(
    "participation.picture",
    r"^(?:<title|address|post|dot>)*<person>(?:<open><~close>{1,3}<close>)?<at|in><occasion>(?:<low|date|at|province>){0,5}<dot>?$",
)
"""A sentence that has no verb: `Chủ tịch nước A tại lễ kỷ niệm`."""
_OF_MATTERS = (
    "phát biểu",
    "báo cáo",
    "trình bày",
    "chia sẻ",
    "nêu",
    "trả lời",
    "giải trình",
    "tham luận",
    "thuyết trình",
)
"""Verbs whose object is what is spoken of."""
_TELLING = ("trao đổi", "thông tin", "trả lời", "giải đáp")
"""Words for what one says, which tell it in a caption alone (`ông A trao đổi tại hội nghị`)."""
_CONTESTS = ("thi", "cuộc thi", "kì thi", "hội thi", "olympic", "games", "trận", "vòng", "đêm chung")
"""Kinds of occasions at which those who are shown compete."""
_OTHERWISE = ("speak", "confer", "receive", "gift", "award_name", "occasion", "not", "quote", "colon")
"""Classes of what tells before a name that the picture shows something else."""
_BESIDE = ("tay", "cạnh", "cùng", "bên")


def pictured(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who is shown at an occasion in a photo's caption was there."""
    for match in line.scene.find(PICTURED):
        event = event_at(line, match.start("event"), found, number)
        for group in ("who", "other"):
            if match[group] and (who := agent(line.scene, match.start(group))):
                yield made(who, "attended", event, line.scene.passage(match.start(), match.end()), PICTURED)
    yield from _doing(line, found, number)
    for match in line.scene.find(PICTURED_SPEAKING):
        if line.scene.keys(match.start("verb")) in _OF_MATTERS:
            event = event_at(line, match.start("event"), found, number)
            for who in subjects(line.scene, match.start("who")):
                passage = line.scene.passage(min(who.at, match.start()), match.end())
                yield made(who, "spoke", event, passage, PICTURED_SPEAKING)


def _doing(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who is shown doing something at an occasion, and with whom; whoever competes there is told elsewhere."""
    for match in line.scene.find(PICTURED_DOING):
        event = event_at(line, match.start("event"), found, number)
        first = match.start("who")
        if of_another(line.scene, first) or any(line.scene.is_a(i, "person", *_OTHERWISE) for i in range(first)):
            continue
        told = any(line.scene.keys(i).startswith(_TELLING) for i in range(first + 1, match.end()))
        contest = event is not None and event.kind.startswith(_CONTESTS)
        for at in range(first, match.end()) if event and not contest else ():
            who = agent(line.scene, at) if at == first or _beside(line.scene, at) else None
            if who is not None and who.is_person:
                part = "spoke" if told else "attended"
                yield made(who, part, event, line.scene.passage(match.start(), match.end()), PICTURED_DOING)


def _beside(items: Items, at: int) -> bool:
    """Whether a person is shown with the one before: `bắt tay ông B`, `cùng bà C`, `đứng cạnh ông D`."""
    before = items.before(at, "title", "address", "dot", "post", "country")
    return items.is_a(at, "person") and (items.is_a(before, "and", "with") or items.keys(before).endswith(_BESIDE))
