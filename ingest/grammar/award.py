"""Honours, verbs of giving and agents in an article → who was given, proposed for, denied or stripped of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.agents import Agent, ahead
from ingest.document import Document, Line
from ingest.facts import Award
from ingest.grammar.award_clause import Clause, clause_of, given_before, inherited, status_of, stripped_later
from ingest.grammar.award_grantor import further_givers, grantor_of
from ingest.grammar.award_lists import on_roll
from ingest.grammar.award_recipients import recipients_of
from ingest.grammar.award_told import Told
from ingest.grammar.award_year import named_year, year_behind, year_of
from ingest.honours import HonourName
from ontology.spelling import fold


@dataclass(frozen=True, slots=True)
class _Read:
    """What an honour's clause says: to whom, what happened, by whom, and the items that must be in the passage."""

    recipients: list[Agent]
    status: str
    grantor: str | None
    rule: str
    spans: tuple[int, ...]
    given: bool = False
    """Whether what is taken back is said to have been given."""

    @property
    def statuses(self) -> tuple[str, ...]:
        return ("conferred", self.status) if self.given else (self.status,)


def awards(document: Document) -> Iterator[Award]:
    """Each award once; the same told again only adds what was not told before."""
    seen: list[Award] = []
    by_recipient: dict[tuple[int | None, str], list[int]] = {}
    told = Told(holder=document.holder_at_any_time, given=document.names.by_given_name)
    for line in document.lines:
        for found in (*_on_lines(line, told), *in_line(line, told)):
            recipient = "" if found.count is not None else _plain(found.recipient)
            alike = by_recipient.setdefault((found.count, recipient), [])
            same = next((i for i in alike if _same(seen[i], found) and not _beside(seen[i], found)), None)
            if same is None:
                alike.append(len(seen))
                seen.append(found)
            else:
                seen[same] = _with(seen[same], found)
        told.remember(line.items)
    kept = [a for a in seen if not (_all_named(a, seen) or _all_told(a, seen) or _by_family(a, seen))]
    yield from _filled(kept, told)


def _with(old: Award, new: Award) -> Award:
    """An award told twice: the fuller name, and the passage of the telling that knows its giver or its year."""
    better = new if (new.grantor and not old.grantor) or (new.year and not old.year) else old
    fuller = new if _fullness(new) > _fullness(old) else old
    return replace(
        better,
        honour=fuller.honour,
        concept=fuller.concept,
        exact=fuller.exact,
        recipient=max(old.recipient, new.recipient, key=len) if old.count is None else better.recipient,
        grantor=(fuller.grantor if " của " in fuller.honour else None) or _fuller_giver(old.grantor, new.grantor),
        year=old.year or new.year,
    )


def _fuller_giver(old: str | None, new: str | None) -> str | None:
    """The first name of a giver, or the second where it only adds to the first (`Tổng thống`, `Tổng thống Ba Lan`)."""
    if old and new and fold(new).startswith(f"{fold(old)} "):
        return new
    return old or new


def _fullness(award: Award) -> tuple[int, bool]:
    return len(_kind(award)), " của " in award.honour


def _same(old: Award, new: Award) -> bool:
    """Whether two tellings for one recipient are of one award.

    `Bằng khen của Thủ tướng` is the `bằng khen` by `Thủ tướng Chính phủ`.
    """
    one_giver = _one_giver(old.grantor, new.grantor)
    return old.status == new.status and one_giver and _one_kind(_kind(old), _kind(new))


def _beside(old: Award, new: Award) -> bool:
    """Whether two groups of one number are counted side by side: `10 tập thể và 10 cá nhân`."""
    apart = old.passage.end <= new.passage.start or new.passage.end <= old.passage.start
    return old.count is not None and not apart and fold(old.recipient) != fold(new.recipient)


def _kind(award: Award) -> str:
    return _kind_of(award.honour)


def _kind_of(honour: str) -> str:
    """What is the same in two wordings of one honour: without its giver and without the noun for titles."""
    bare = fold(honour.split(" của ")[0].translate(_NO_QUOTES)).removeprefix("danh hiệu ")
    return bare.replace("giải thưởng ", "giải ", 1) if bare.startswith("giải thưởng ") else bare


_NO_QUOTES = dict.fromkeys(map(ord, "\"“”'‘’"))


def _one_kind(one: str, other: str) -> bool:
    """Whether two honours' names can be one's, the shorter without what the longer adds (`huân chương Lao động`)."""
    first, second = one.split(), other.split()
    return one == other or (first[:2] == second[:2] and (set(first) <= set(second) or set(second) <= set(first)))


def _plain(recipient: str) -> str:
    return fold(recipient).removeprefix("tỉnh ").replace(" tỉnh ", " ")


_OFFICE = re.compile(
    r"^(?:phó )?(?:chủ tịch|giám đốc|tổng giám đốc|bộ trưởng|bí thư|hiệu trưởng|chủ nhiệm|trưởng|thủ trưởng)(?: |$)"
)


def _one_giver(one: str | None, other: str | None) -> bool:
    """Whether two names can be one giver's: a body's and its head's, a full and a shorter one."""
    if not one or not other:
        return True
    first, second = (_OFFICE.sub("", fold(name)) for name in (one, other))
    return first in second or second in first


def _by_family(award: Award, seen: list[Award]) -> bool:
    """Whether the family only took what is told as given to one of its members (`truy tặng anh A`)."""
    family = _plain(award.recipient)
    return family.startswith("gia đình ") and any(
        one is not award and family.endswith(f" {_plain(one.recipient)}") and _same(one, award) for one in seen
    )


def _all_named(award: Award, seen: list[Award]) -> bool:
    """Whether a counted group, or two together, are told by their members' names: as many have their own rows."""
    if award.count is None or award.count < 2:
        return False
    alike = [a for a in seen if a.status == award.status and _kind(a) == _kind(award)]
    named = sum(a.count is None for a in alike)
    others = {a.count for a in alike if a.count is not None and a is not award}
    return named == award.count or named - award.count in others


def _all_told(award: Award, seen: list[Award]) -> bool:
    """Whether it is `huân chương` or `huy chương` without a name beside those that the same recipient has by name."""
    return fold(award.honour) in ("huân chương", "huy chương") and any(
        a.recipient == award.recipient
        and a.status == award.status
        and _kind(a).startswith(("huân chương ", "huy chương "))
        and a is not award
        for a in seen
    )


def _filled(seen: list[Award], told: Told) -> Iterator[Award]:
    """The awards, with what the article says of their whole round: its one year, its one giver."""
    givers = {key: set(names) for key, names in told.givers.items()}
    for award in seen:
        if award.grantor:
            givers.setdefault((_kind(award), award.status), set()).add(award.grantor)
    for award in seen:
        years, by = told.years(_kind(award), award.status), givers.get((_kind(award), award.status), set())
        award = replace(award, year=award.year or (min(years) if len(years) == 1 else None))
        one = min(by, key=len) if by and _of_round(award) and len({fold(name) for name in by}) == 1 else None
        fuller = {fold(name): name for name in by if award.grantor and _fuller_giver(award.grantor, name) == name}
        yield replace(award, grantor=min(fuller.values()) if len(fuller) == 1 else award.grantor or one)


_BARE = frozenset("bằng khen|giấy khen|kỉ niệm chương|cờ thi đua|huy hiệu|thư khen|huân chương|huy chương".split("|"))


def _of_round(award: Award) -> bool:
    """Whether the giver of one is that of all: it has a name of its own, or stands in a list below its heading."""
    return _kind(award) not in _BARE or award.rule == "award.on-lines"


def _on_lines(line: Line, told: Told) -> Iterator[Award]:
    """The recipients that a list names one a line, under a line that ends in a colon."""
    if told.listing is None or (len(line.items) < 3 and line.items.is_a(0, "num")):
        return
    items, heading = line.items, told.listing
    first = 0
    while items.is_a(first, *_BULLETS) and first < _BULLET and not items.is_a(first, "person", "org"):
        first += 1
    named = items.is_a(first, "person", "org") and not items.is_a(first + 1, "talk", "will", "passive", "speak")
    if not named or items.where("award_name", "confer", "passive"):
        told.listing = None
        return
    for one in ahead(items, first)[0][:1]:
        yield replace(heading, recipient=one.name, count=None, passage=items.passage(first, one.at + 1))


_BULLETS = tuple("num dash dot sign slash title address honour close comma low inside inner group cap".split())
_BULLET = 8
"""What may stand before a name in a line of a list, and how much of it: numbers, professions, `Họa sĩ Đoàn kịch`."""


def in_line(line: Line, told: Told) -> Iterator[Award]:
    told.received = []
    if line.items.where("award_name"):
        told.listing = None
    shared: _Read | None = None
    clause: Clause | None = None
    before: int | None = None
    for at in line.items.where("award_name"):
        follows = before is not None and (_joined(line, before, at) or _listed(line, before, at, shared))
        own = line.items.is_a(at + 1, "for", "of")
        clause = clause_of(line, at) or (inherited(clause, at) if clause and own else None) or _of_next(line, at)
        result = shared if follows and not own else None
        if result is None:
            result = _read(clause, told) if clause else None
            if result is None and follows:
                result = shared
        before, shared = at, result
        honour = line.items.items[at].value
        assert isinstance(honour, HonourName)
        of_all = result is None or result.status == "denied" or all(one.count is not None for one in result.recipients)
        if of_all and (year := _round_year(line, at)):
            told.round(_kind_of(honour.wording), year, status_of(clause) if clause else None)
        told.listing = _heading(line, at, honour, clause)
        if result is None and clause and (status := status_of(clause)) and (giver := grantor_of(clause, set())[0]):
            told.givers.setdefault((_kind_of(honour.wording), status), set()).add(giver)
        if result is None or _won(line, at, honour, clause) or _praise(line, at):
            continue
        if result.rule in ("received", "given-to"):
            told.received = result.recipients
        for name in (honour, *further_givers(line.items, at, honour)):
            for status in result.statuses:
                yield from _rows(line, at, name, clause, replace(result, status=status))
        taken = stripped_later(clause) if clause and result.status == "conferred" else None
        if taken is not None:
            after = replace(result, status="revoked", grantor=None, spans=(*result.spans, taken))
            for row in _rows(line, at, honour, clause, after):
                yield replace(row, year=year_behind(line.items, taken))


def _of_next(line: Line, at: int) -> Clause | None:
    """The clause of the honour told next, where both are the subject of one verb: `H và K được trao tặng ông X`."""
    following = next((i for i in line.items.where("award_name") if i > at), None)
    if following is None or not _joined(line, at, following):
        return None
    clause = clause_of(line, following)
    counted = any(line.items.is_a(i, "count_group") for i in range(following, min(following + 8, len(line.items))))
    return clause if clause and clause.verb >= following and not counted else None


def _heading(line: Line, at: int, honour: HonourName, clause: Clause | None) -> Award | None:
    """The award that a line of text announces for those on the lines below it: `Các tập thể được tặng H:`."""
    items = line.items
    status = status_of(clause) if clause is not None else None
    if clause is None or status is None or not items.is_a(len(items) - 1, "colon"):
        return None
    grantor, _ = grantor_of(clause, set())
    return Award(
        honour=honour.wording,
        recipient="",
        status=status,
        grantor=honour.grantor or grantor,
        year=year_of(items, at, clause.verb, at),
        concept=honour.concept,
        exact=honour.exact,
        passage=items.passage(0, len(items)),
        rule="award.on-lines",
    )


def _rows(line: Line, at: int, honour: HonourName, clause: Clause | None, result: _Read) -> Iterator[Award]:
    for one in result.recipients:
        first, stop = min(at, one.at, *result.spans), max(at, one.at, *result.spans) + 1
        yield Award(
            honour=honour.wording,
            recipient=one.name,
            status=result.status,
            grantor=honour.grantor or result.grantor,
            count=one.count,
            year=year_of(line.items, at, clause.verb if clause else at, one.at) or _year_of_all(line, at),
            concept=honour.concept,
            exact=honour.exact,
            passage=line.items.passage(first, stop),
            rule=f"award.{result.rule}",
        )


def _won(line: Line, at: int, honour: HonourName, clause: Clause | None) -> bool:
    """Whether a medal without a name is one of sport or a contest: it is not conferred, nor told beside an order."""
    bare = fold(honour.wording)
    won = clause is not None and line.items.is_a(clause.verb, "win")
    if won and bare.startswith("huy chương ") and not (honour.concept and honour.exact):
        return True
    if bare == "huy chương":
        return not any(line.items.is_a(i, "award_name") for i in (at - 3, at - 2, at + 2, at + 3) if i >= 0)
    given = clause is not None and (clause.kind != "receive" or clause.passive is not None)
    return bare == "huân chương" and not given


def _praise(line: Line, at: int) -> bool:
    """Whether an honour's kind only says of the one before how high it is: `H, huân chương cao quý nhất của nước`."""
    items = line.items
    told = items.is_a(at - 1, "comma") and items.is_a(at - 2, "award_name") and items.is_a(at + 1, "low")
    return told and items.keys(at + 1) == "nhất"


def _joined(line: Line, before: int, at: int) -> bool:
    """Whether two honours stand in one list: only commas, `và`, numbers or the noun `danh hiệu` between them."""
    items = line.items
    apart = (i for i in range(before + 1, at) if not items.is_a(i, "open", "close"))
    return all(
        items.is_a(
            i, "comma", "semicolon", "and", "num", "date", "year", "title_word", "quote", "low", "many", "dash", "have"
        )
        for i in apart
    ) and not (at - before > 8)


_CLAUSE = tuple(
    "person passive confer receive propose revoke deny suffer dot dots colon talk speak because relative is will"
    " count_group attend organise take_place take_office appoint win celebrate".split()
)
_DESCRIBED = 24
"""Items that may be told of one honour of a list before the next is named."""


def _listed(line: Line, before: int, at: int, shared: _Read | None) -> bool:
    """Whether an honour goes on with a list of what somebody received, after what is told of the one before.

    `ông A được tặng H dành cho người có công năm 1997, K năm 2001; danh hiệu Viện sĩ của Viện B (2011); L (2016)`.
    """
    items, sign = line.items, at - 1
    if shared is None or shared.rule not in ("received", "given-to") or at - before > _DESCRIBED:
        return False
    while items.is_a(sign, "title_word", "num", "quote", "low") and sign > at - 4:
        sign -= 1
    told = [i for i in range(before + 1, sign) if items.is_a(i, *_CLAUSE) and items.keys(i) != "dành cho"]
    return items.is_a(sign, "comma", "semicolon", "and") and not told


def _round_year(line: Line, at: int) -> int | None:
    """The year of a round of honours: behind its name, or behind the last of those named with it (`xét H, K năm …`)."""
    items, last = line.items, at
    for following in items.where("award_name"):
        if following > last and _joined(line, last, following):
            last = following
    return named_year(items, at) or named_year(items, last)


def _year_of_all(line: Line, at: int) -> int | None:
    """The year told behind the last honour of a list for all of them: `được tặng H và K vào tháng 12/2017`."""
    items, last = line.items, at
    for following in items.where("award_name"):
        if following > last and _joined(line, last, following):
            last = following
    told = last > at and (items.is_a(last + 1, "on") or items.is_a(last + 1, "date"))
    years = {year for i in items.where("award_name") if at <= i < last and (year := named_year(items, i))}
    return year_behind(items, last) if told and not years else None


def _read(clause: Clause, told: Told) -> _Read | None:
    if (roll := on_roll(clause)) is not None and roll[0]:
        named, kept, told_at = roll
        asked = "propose" in clause.verbs or (clause.kind == "confer" and clause.passive is None)
        grantor = grantor_of(clause, {r.at for r in named})[0] if kept else None
        happened = ("proposed" if asked else "conferred") if kept else "denied"
        return _Read(named, happened, grantor, "roll", (told_at, clause.verb))
    status = status_of(clause)
    if status is None:
        return None
    recipients, rule = recipients_of(clause, told)
    if not recipients:
        return None
    grantor, granting = grantor_of(clause, {r.at for r in recipients})
    telling = [at for name, at in clause.verbs.items() if name in _TELLING.get(status, ())]
    given = status.startswith("revo") and given_before(clause)
    return _Read(recipients, status, grantor, rule, (clause.verb, *telling, *granting), given)


_TELLING = {
    "proposed": ("propose",),
    "denied": ("deny",),
    "revoked": ("revoke",),
    "revocation_proposed": ("propose", "revoke"),
}
"""The classes of verbs without which a passage would not tell the status."""
