"""Verbs of speaking at and around an occasion → who spoke there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.agents import Agent, agent, ahead
from ingest.document import Document, Line
from ingest.facts import Participation
from ingest.grammar.event import Found
from ingest.grammar.taking_part import ASIDE, SUBJECT, WHO, event_at, last, made, of_another, subjects
from ingest.items import Items, Rule
from ontology.spelling import fold

_WHEN = "(?:<~comma|dot|semicolon|person|speak|colon|quote>){0,14}?"
_APART = "post|title|address|led|behalf|and|with"
_TOLD_OF = (
    rf"{_WHEN}(?:<comma>(?!<{_APART}>)"
    "(?:<~comma|dot|semicolon|person|speak|will|modal|colon|quote|decide>){1,9}){0,2}?"
)
"""What is told of an occasion before a person: its matter, day and place, with commas of their own."""
SPOKE_FIRST = Rule(
    "participation.speaking",
    rf"<speak>(?:<low|speak>){{0,4}}(?:<at|in><low>?)?(?P<event><occasion>){_TOLD_OF}<comma>{WHO}",
)
OPENED = Rule(
    "participation.opening",
    rf"^<low>?(?P<verb><speak>)(?!<of>)(?P<here><at><low>)?(?:<~comma|dot|person|at|media|with|on|in>){{0,8}}<comma>{WHO}",
)
THERE_SAID = Rule(
    "participation.there-said",
    rf"<at|in><low>?(?P<event><occasion>){_TOLD_OF}<comma>{WHO}(?:{ASIDE}<comma|and><title|address|post>+(?P<more><person>)){{0,6}}"
    r"(?:<~semicolon|dot|person>){0,14}?<speak>",
)
SPOKE_AT = Rule(
    "participation.spoke-at",
    rf"{SUBJECT}(?:<will|low|attend|and|comma|have|date>){{0,4}}?<speak>(?:<low|speak>){{0,3}}<at|in|with><low>?(?P<event><occasion>)",
)
BEGAN = Rule(
    "participation.began",
    rf"^<low|organise|take_place>{{1,2}}<low>?(?P<event><occasion>){_WHEN}<comma>{WHO}(?:<~semicolon|dot|person>){{0,6}}?<talk|speak>",
)
"""`Mở đầu buổi gặp gỡ báo chí, ông A cho biết`"""
_BEGINS = ("mở đầu", "mở màn", "kết thúc")
CAME_AND_SAID = Rule(
    "participation.came-and-said",
    rf"^<will|low>*<attend>(?P<event><occasion>)(?:<~comma|dot|person>){{0,10}}<comma>{WHO}(?:<will|low|comma|post|dash>){{0,6}}?<speak>",
)
"""`Dự lễ kỷ niệm sáng 2-3, Thủ tướng A nhấn mạnh`"""
HEARD = Rule("participation.heard", r"<speak|low><of>(?=<title|address|led|behalf|many|post|org|person>)")
"""`nghe báo cáo tham luận của Sở A, ông B`"""
SPEECH_OF = Rule(
    "participation.speech-of", rf"<speak|low><of>{WHO}(?:<comma|dash><post>)*<comma|dash>?<at|in>(?P<event><occasion>)"
)
"""`ý kiến phát biểu của ông A, Phó Chủ tịch …, tại hội nghị`"""
BODY_SAID = Rule(
    "participation.body-said",
    rf"<at|in>(?P<event><occasion>){_WHEN}<comma><led|behalf>?(?P<who><org>)<will|low>{{0,2}}<speak>",
)
TOLD_AT = Rule(
    "participation.told-at",
    rf"<passive|by>{WHO}(?:<comma|dash><post>)*(?:<~person|dot|semicolon>){{1,5}}?<at|in>(?P<event><occasion>)",
)
"""`Đó là thông tin được ông A, Giám đốc B, đưa ra tại hội nghị`"""
SHOWN = Rule(
    "participation.shown-speaking",
    rf"{SUBJECT}(?P<comma><comma>)?(?:<will|low|attend|and>){{0,4}}(?P<verb><speak>)(?:<dot>|(?=<colon>)|$)",
)
"""`Ông A phát biểu.` below a picture or as a sentence of its own, `Ông A phát biểu: “…”`."""
REPORTED = Rule(
    "participation.reported",
    rf"{SUBJECT}(?:<will|low|attend|and>|<behalf|speak>(?:<led|low|inside>*<org|cluster_name|state>)){{0,4}}?"
    r"(?!<behalf>)(?P<verb><speak>)(?:<low|speak|held>){0,3}(?P<event><occasion>)?",
)
"""`Ông A đọc diễn văn khai mạc Đại hội`, `Ông B trình bày báo cáo tổng kết`, `Bà C dự và phát biểu chỉ đạo hội nghị`"""
SPEECH = Rule("participation.speech", rf"{SUBJECT}(?:<will|low>){{0,2}}<have>(?P<noun><low>)<speak>")
"""`Ông A có bài phát biểu quan trọng`"""
SAYS = Rule("participation.said", rf"{SUBJECT}(?P<comma><comma>)?(?:<will|low>){{0,3}}?(?P<verb><talk|speak>)")

_SPEECHES = (
    "phát biểu", "kiến", "kết luận", "báo cáo", "khẳng định", "nhấn mạnh", "trình bày", "chia sẻ", "nhận định",
    "yêu cầu", "chỉ đạo", "đánh giá",
)  # fmt: skip
"""Verbs for a speech, and the end of `ý kiến`."""
_OPENINGS = ("phát biểu", "kết luận", "báo cáo", "trình bày", "khai mạc", "bế mạc", "chỉ đạo")
_REPORTS = (
    "đọc diễn văn", "đọc báo cáo", "trình bày báo cáo", "trình bày tham luận", "báo cáo kết quả", "báo cáo tóm tắt",
    "báo cáo tổng kết", "phát biểu khai mạc", "phát biểu chỉ đạo", "phát biểu kết luận", "phát biểu bế mạc",
    "phát biểu đáp", "phát biểu tham luận", "phát biểu chúc mừng", "phát biểu chào mừng", "đọc đáp từ",
    "đọc tham luận", "đọc lời khai mạc", "trình bày tóm tắt", "trình bày dự thảo", "trình bày tờ trình",
    "trình bày chuyên đề", "trình bày đề án", "trình bày bản tham luận", "phát biểu đề dẫn", "báo cáo đề dẫn",
    "đọc điếu văn", "đọc lời điếu", "đọc lời tiễn", "đọc những lời", "đọc lời cảm", "đọc lời đáp",
    "phát biểu tiếp thu", "phát biểu nhận nhiệm vụ", "báo cáo kiểm điểm", "báo cáo tham luận",
)  # fmt: skip
"""What is done at an occasion and nowhere else."""
_MEETINGS = frozenset(
    "hội nghị|họp|làm việc|buổi tiếp|buổi giám|họp báo|tọa đàm|hội thảo|đại hội|diễn đàn|phiên chất|phiên giải"
    "|phiên thảo|buổi thảo|buổi đối|cuộc đối|phiên làm|tiếp xúc|cuộc tiếp|held".split("|")
)
_CEREMONIES = frozenset("lễ|chương trình|buổi gặp|gặp|buổi khen|buổi trao|buổi giao".split("|"))
_ELSEWHERE = (
    "trao đổi với",
    "bên lề",
    "phóng viên",
    "phỏng vấn",
    "trước đó",
    "trả lời báo",
    "điện đàm",
    "hội đồng bảo an",
)
"""Words in a sentence that tells what somebody said apart from the occasion."""
_ASKERS = frozenset("phóng báo pv chúng tuổi tờ hãng kênh trang".split())
"""First words of those to whom somebody speaks apart from the occasion (`nói với phóng viên`)."""
_FUNERAL = re.compile(r"\b(?:tang|táng|truy điệu|viếng)\b")
"""Occasions about which much is told, and by many, that was not said there."""
_DONE = frozenset({"phát động", "chúc mừng", "kêu gọi", "cảm ơn", "cám ơn", "gửi lời", "cam kết", "thay mặt", "đọc"})
"""Verbs of speaking for what may be done anywhere."""


def spoken(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Who is told to have spoken at an occasion that the sentence names or points back to."""
    for rule in (
        SPOKE_FIRST,
        THERE_SAID,
        BEGAN,
        CAME_AND_SAID,
        SPOKE_AT,
        SPEECH_OF,
        BODY_SAID,
        OPENED,
        TOLD_AT,
        SHOWN,
        SPEECH,
        REPORTED,
    ):
        for match in line.scene.find(rule):
            if rule is REPORTED:
                items, verb = line.scene, line.scene.items[match.start("verb")]
                if not " ".join(items.sentence.keys[verb.start : verb.end + 3]).startswith(_REPORTS):
                    continue
                event = event_at(line, match.start("event"), found, number) if match["event"] else last(found, number)
                if event is None:
                    continue
            elif rule in (OPENED, SHOWN):
                if rule is SHOWN and match["comma"] and not _apposed(line.scene, match.start("who")):
                    continue
                event = last(found, number)
                if event is None or not line.scene.keys(match.start("verb")).startswith(_OPENINGS):
                    continue
                if rule is OPENED and match["here"] and line.scene.keys(match.end("here") - 1) != "đây":
                    continue
            elif rule is SPEECH:
                event = last(found, number)
                near = event is not None and event.lines[0] <= number <= max(event.lines) + 1
                if not near or line.scene.keys(match.start("noun")) != "bài":
                    continue
            else:
                event = event_at(line, match.start("event"), found, number)
            if rule is BEGAN and " ".join(line.scene.sentence.keys[:2]) not in _BEGINS:
                continue
            if rule is THERE_SAID and any(line.scene.is_a(i, "not") for i in range(match.start("who"), match.end())):
                continue
            if rule is TOLD_AT and not _news(line, match.start()):
                continue
            if rule is SPEECH_OF and line.scene.keys(match.start()) not in _SPEECHES:
                continue
            told = "more" if rule is THERE_SAID and match["more"] else "who"
            for who in subjects(line.scene, match.start(told)):
                passage = line.scene.passage(min(who.at, match.start()), match.end())
                yield made(who, "spoke", event, passage, rule)


def _news(line: Line, at: int) -> bool:
    """Whether a word for what is told stands right before: `thông tin do`, `ý kiến được`, `nội dung được`."""
    return line.scene.keys(at - 1).endswith(_TOLD)


_TOLD = ("tin", "kiến", "dung", "định", "yêu cầu", "số liệu", "chia sẻ", "phát biểu")


def heard(line: Line, found: list[Found], number: int) -> Iterator[Participation]:
    """Whose speeches are told to have been heard."""
    event = last(found, number)
    if event is None or "nghe" not in line.scene.sentence.keys:
        return
    items = line.scene
    for at in range(len(items)):
        if items.keys(at).endswith("nghe"):  # `nghe ông A, Giám đốc Sở B, báo cáo`
            agents, stop = ahead(items, at + 1)
            stop += items.is_a(stop, "comma", "will")
            for who in agents if stop < len(items) and items.keys(stop).startswith(_TOLD_THERE) else ():
                if who.count is None:
                    yield made(who, "spoke", event, items.passage(at, stop + 1), HEARD)
    for match in line.scene.find(HEARD):
        if line.scene.keys(match.start()).endswith(_HEARD):
            for who in ahead(line.scene, match.end())[0]:
                if who.count is None:
                    yield made(who, "spoke", event, line.scene.passage(match.start(), who.at + 1), HEARD)


_TOLD_THERE = (
    "báo cáo",
    "trình bày",
    "phát biểu",
    "tham luận",
    "thông tin thời sự",
    "chia sẻ",
    "giải trình",
    "đọc",
    "phổ biến",
)
"""Verbs for what a gathering hears."""
_HEARD = ("luận", "báo cáo", "ý kiến", "kiến", "phát biểu", "trình bày")


def said(document: Document, found: list[Found], officials: frozenset[str]) -> Iterator[Participation]:
    """In an article about one meeting whoever is quoted in the body spoke there; at a ceremony whoever holds office, or
    is named together with it.

    Not whoever was told before to have talked to the press, or elsewhere: what he says goes on from there.
    """
    event = _main(found)
    if event is None:
        return
    apart, guests = set[str](), _named_with(document, event) if event.kind != "chương trình" else set()
    for number, line in enumerate(document.lines):
        text = " ".join(line.scene.sentence.keys)
        if any(w in text for w in _ELSEWHERE):
            apart.update(str(line.scene.items[i].value) for i in line.scene.where("person"))
            continue
        if number < event.lines[0] or line.part in ("title", "caption"):
            continue
        for match in line.scene.find(SAYS):
            who = agent(line.scene, match.start("who"))
            if who is not None and _to_others(line, match.end()):
                apart.add(who.name)
            if who is None or who.name in apart or line.scene.keys(match.start("verb")) in _DONE:
                continue
            if of_another(line.scene, who.at) or (match["comma"] and not _apposed(line.scene, who.at)):
                continue
            talks = line.scene.is_a(match.start("verb"), "talk")
            official = fold(who.name) in officials
            there = official or (who.name in guests and not _FUNERAL.search(fold(event.name)))
            if (talks or official) if event.kind in _MEETINGS else (talks and there):
                for one in _together(line.scene, who):
                    passage = line.scene.passage(min(one.at, match.start()), match.end())
                    yield made(one, "spoke", event, passage, SAYS)


def _together(items: Items, who: Agent) -> list[Agent]:
    """Who speaks, with those whom `và` joins: `A (Trường B) và C chia sẻ`."""
    before = items.before(who.at, "title", "address", "dot", "post")
    return subjects(items, who.at) if items.is_a(before, "and") else [who]


def _apposed(items: Items, at: int) -> bool:
    """Whether a name stands between commas behind an office: `Bí thư B, ông A, nói`, not `kỷ luật ông A, đề nghị`."""
    before = items.before(at, "title", "address", "dot")
    return items.is_a(before, "comma") and items.is_a(before - 1, "post")


def _named_with(document: Document, event: Found) -> set[str]:
    """The people whom a sentence of the body names together with an occasion."""
    told = (document.lines[number].scene for number in event.lines if document.lines[number].part != "title")
    return {str(items.items[at].value) for items in told for at in items.where("person")}


def _main(found: list[Found]) -> Found | None:
    """The occasion that an article is about: told of near its beginning, and as often as any other."""
    told = [f for f in found if f.kind in _MEETINGS | _CEREMONIES and (f.date or f.place or f.organisers)]
    best = max(told, key=lambda f: len(f.lines), default=None)
    if best is None or best.lines[0] > 5 or (len(best.lines) < 2 and not best.organisers):
        return None
    return best


def _to_others(line: Line, at: int) -> bool:
    """Whether what is said is said to the press: `nói với AFP`, `chia sẻ với phóng viên`."""
    items = line.scene
    if not items.is_a(at, "with") or at + 1 >= len(items):
        return False
    return items.is_a(at + 1, "media", "cap", "caps", "org") or items.keys(at + 1).split()[0] in _ASKERS
