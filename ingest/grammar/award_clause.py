"""An honour in a sentence → its clause: the verb that governs it, those before, and what they say happened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.document import Line
from ingest.items import Items
from ingest.words import lexicon

_GIVING = ("confer", "receive", "celebrate", "propose", "revoke", "deny")
_LEADING = (*_GIVING, "decide", "suffer", "passive")
_REACH = 24
"""Items to the left of an honour in which its verb, and those before it, are looked for."""
_NEAR = 8
"""Items before a verb in which a refusal or a weak proposal (`xem xét`, `bình chọn`) still bears on it."""
_BREAKS = ("dot", "dots", "talk", "attend", "take_place", "leave_office", "chair")
"""What no honour's verb is looked for behind."""


@dataclass(slots=True)
class Clause:
    """One honour and what governs it: the verb's item and class, and the nearest item of each class of verbs."""

    line: Line
    honour: int
    verb: int
    kind: str
    verbs: dict[str, int]
    passive: int | None

    @property
    def items(self) -> Items:
        return self.line.items


def clause_of(line: Line, at: int) -> Clause | None:
    """The clause of the honour at an item; None where no verb of giving or taking governs it."""
    items = line.items
    verb, kind = _before(items, at)
    if verb < 0:
        verb, kind = _behind(items, at)
    if verb < 0:
        return None
    verbs = {kind: verb}
    passive = verb if items.is_a(verb, "passive") else None
    apart = False
    for i in range(min(verb, at) - 1, max(-1, at - _REACH), -1):
        if items.is_a(i, "dot"):
            break
        if items.is_a(i, "semicolon") and not _listed(items, i) and verb - i > 2:
            apart = True
        if apart:  # `đề nghị X nhận H; Y nhận K`
            if kind == "receive" and passive is None and items.is_a(i, "propose"):
                verbs.setdefault("propose", i)
            continue
        for name in _LEADING:
            if items.is_a(i, name) and not items.is_a(i, "give_back"):  # `người trả lại ví được tặng H`
                verbs.setdefault(name, i)
        if passive is None and verb < at and items.is_a(i, "passive") and _rules(items, i, verb):
            passive = i
            if items.is_a(i - 1, "and") and kind in ("confer", "receive"):
                break  # `được bình chọn là … và được tặng H`
    return Clause(line, at, verb, kind, verbs, passive)


def stripped_later(clause: Clause) -> int | None:
    """The verb by which the same honour is taken back later in the sentence: `được tặng H … nhưng bị tước`."""
    items = clause.items
    for i in range(clause.honour + 1, min(clause.honour + _REACH, len(items) - 1)):
        if items.is_a(i, "award_name", "talk"):
            break
        if items.is_a(i, "suffer") and items.is_a(i + 1, "revoke"):
            return None if items.where("award_name")[-1] > i else i + 1
    return None


def inherited(clause: Clause, at: int) -> Clause | None:
    """The clause for a later honour that no verb of its own governs: `thu hồi H của ông X và K của ông Y`."""
    items = clause.items
    if at - clause.honour > 12 or any(
        items.is_a(i, "dot", "semicolon", *_LEADING) for i in range(clause.honour + 1, at)
    ):
        return None
    return replace(clause, honour=at)


def given_before(clause: Clause) -> bool:
    """Whether it is said of what is taken back that it had been given: `thu hồi H đã tặng cho ông X`."""
    items = clause.items
    first = clause.verbs.get("revoke", clause.honour)
    return any(
        items.is_a(i, "confer") and items.keys(i - 1) in ("đã", "từng", "được")
        for i in range(first + 1, min(clause.honour + 4, len(items)))
    )


def _before(items: Items, at: int) -> tuple[int, str]:
    """The verb before an honour: `tặng H`, `tặng cho ông X H`, `được H`, `lễ trao H`."""
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if items.is_a(i, "celebrate") and not items.is_a(i, "confer"):
            if items.is_a(i - 1, "org", "post", "person") and items.is_a(i - 2, "passive", "by") and at - i <= 2:
                return i, "confer"  # `được Trung ương Đoàn vinh danh “Người thợ trẻ giỏi”`
            return (i, "receive") if items.is_a(i - 1, "passive") else (-1, "")
        if items.is_a(i, "win") and items.sentence.keys[items.items[i].end :][:2] in _RESULTS:
            continue
        for name in _GIVING:
            if items.is_a(i, name):
                return _first_of(items, i), name
        if items.keys(i) == "gửi" and items.keys(at).startswith(_SENT):
            return i, "confer"
        if i == at - 1 and items.keys(i) == "có" and items.keys(at).startswith("thư khen"):
            return i, "confer"  # `Bộ trưởng A có thư khen gửi ông X`
        if i == at - 1 and items.is_a(i, "is") and items.is_a(i - 1, "person") and _titled_in(items, at):
            return i, "receive"  # `chị A là Chiến sĩ thi đua toàn quốc năm 2016`
        if items.keys(i) == "đón" and items.wording(i + 1, i + 2).lower().startswith(("bằng", "huân", "cờ", "danh")):
            return i, "receive"  # `đón Bằng công nhận đạt chuẩn và H`
        if items.is_a(i, "event") and (kind := _ceremony(items.keys(i))):
            return i, kind
        if items.is_a(i, "passive") and items.is_a(i - 1, "receive"):
            return _first_of(items, i - 1), "receive"  # `nhận được H`
        if items.is_a(i, "passive") and at - i <= 3 and not any(items.is_a(j, "person", "org") for j in range(i, at)):
            return i, "receive"
        if items.is_a(i, *_BREAKS) or (items.is_a(i, "semicolon", "colon") and not _listed(items, i)):
            break
    return -1, ""


def _titled_in(items: Items, at: int) -> bool:
    """Whether an honour is a title of a year: what somebody is called who was given it then."""
    before = at - 3  # `năm 2018, chị A là H`
    while items.is_a(before, "address", "title"):
        before -= 1
    told = items.is_a(before, "comma") and items.is_a(before - 1, "year")
    return (told or items.is_a(at + 1, "year")) and items.keys(at).startswith(_OF_A_YEAR)


_OF_A_YEAR = ("chiến sĩ thi đua", "gương mặt trẻ", "danh hiệu", "công dân", "thanh niên tiên tiến", "nhà giáo trẻ")
"""How titles begin that are given for a year."""
_RESULTS = (["thành", "tích"], ["kết", "quả"], ["tiêu", "chuẩn"])
"""What is reached and is no honour: `đạt thành tích`."""
_SENT = ("thư khen", "bằng khen", "giấy khen")
"""Papers that are sent to those who are honoured by them."""


def _first_of(items: Items, at: int) -> int:
    """The first of several verbs of giving side by side: `truy tặng, phong tặng H`."""
    while items.is_a(at, "confer") and items.is_a(at - 1, "comma", "and", "slash") and items.is_a(at - 2, "confer"):
        at -= 2
    return at


def _behind(items: Items, at: int) -> tuple[int, str]:
    """The verb behind an honour that is its subject: `H thuộc về`, `H được trao cho`, `H do X tặng`."""
    stop = at + 1
    while items.is_a(stop, "num", "year", "date", "open", "close", "low", "quote", "will", "on") and stop < at + 8:
        stop += 1
    if items.is_a(stop, "celebrate"):
        return stop, "celebrate"
    for i in range(stop, min(stop + 8, len(items))):
        if items.is_a(i, "confer") or (items.keys(i) == "gửi" and items.keys(at).startswith("thư khen")):
            return (
                (i, "confer")
                if items.keys(i) == "gửi" or items.is_a(stop, "passive", "by", "confer", "relative")
                else (-1, "")
            )
        if items.is_a(i, "comma", "dot", "semicolon", "award_name", "receive"):
            break
    if items.is_a(at + 1, "for") and (_opens(items, at) or _given_then(items, at)):
        return at, "confer"
    if items.is_a(at + 1, "colon") and _opens(items, at):
        return at, "confer"
    return -1, ""


def _given_then(items: Items, at: int) -> bool:
    """Whether a verb follows the recipients: `H cho 7 công trình sẽ được trao tặng`."""
    for i in range(at + 2, min(at + 16, len(items))):
        if items.is_a(i, "passive"):
            return items.is_a(i + 1, "confer")
        if items.is_a(i, "dot", "semicolon", "award_name"):
            break
    return False


def _opens(items: Items, at: int) -> bool:
    """Whether an honour stands at the beginning of its sentence or line: `Huân chương … cho các ông …`."""
    return all(items.is_a(i, "num", "dash", "quote", "title_word", "sign") for i in range(at))


def _ceremony(keys: str) -> str | None:
    """The class of the verb inside an occasion's word: `lễ trao tặng`, `lễ đón nhận`."""
    deed = keys.partition(" ")[2]
    return next((name for name in ("confer", "receive") if deed and lexicon().is_name_of(deed, name)), None)


def _listed(items: Items, at: int) -> bool:
    """Whether a semicolon or colon stands in a list of honours: the next one follows at once."""
    after = at + 1
    while items.is_a(after, "num", "title_word", "quote", "many", "low", "and", "dash") and after < at + 5:
        after += 1
    return items.is_a(after, "award_name")


def _rules(items: Items, passive: int, verb: int) -> bool:
    """Whether a word of the passive belongs to a verb: only who does it stands between them."""
    return verb - passive <= 14 and not any(
        items.is_a(i, "award_name", "semicolon", "confer", "receive", "revoke", "for", "organise", "take_place")
        or (items.is_a(i, "comma") and not items.is_a(i + 1, "org", "post", "state", "led", "locality", "province"))
        for i in range(passive + 1, verb)
    )


def status_of(clause: Clause) -> str | None:
    """What happened to the honour; None where the clause denies it, wishes it or only supposes it."""
    verbs = clause.verbs
    if _negated(clause) or _supposed(clause):
        return None
    proposed = _proposed(clause)
    if "revoke" in verbs:
        return "revocation_proposed" if _asked(clause, verbs["revoke"]) else "revoked"
    if "deny" in verbs and _bears(clause, verbs["deny"]):
        return None if _declined(clause) else "denied"
    if proposed:
        return "proposed"
    return "conferred" if clause.kind in ("confer", "receive", "celebrate") else None


def _asked(clause: Clause, revoking: int) -> bool:
    """Whether taking it back is only asked for: somebody proposes it before, and nobody decides on it."""
    for i in range(revoking - 1, -1, -1):
        annulled = clause.items.is_a(i - 1, "revoke")  # `hủy quyết định khen thưởng`
        if clause.items.is_a(i, "dot", "semicolon", "award_name") or (clause.items.is_a(i, "decide") and not annulled):
            return False
        if clause.items.is_a(i, "propose"):
            return True
    return False


def _bears(clause: Clause, at: int) -> bool:
    """Whether a refusal, or a weak proposal, is near enough to bear on the verb."""
    items = clause.items
    return clause.verb - at <= _NEAR and not any(
        items.is_a(i, "comma", "award_name", "and") for i in range(at + 1, clause.verb)
    )


def _proposed(clause: Clause) -> bool:
    items, at = clause.items, clause.verbs.get("propose", -1)
    if at < 0:
        return False
    if at < clause.verbs.get("decide", -1) < clause.verb or (at < clause.verb and items.is_a(at + 1, "of")):
        return False
    if items.keys(at) in _CHOSEN and items.is_a(at + 1, "and") and clause.verb == at + 2 and clause.kind == "confer":
        return False
    return (
        items.is_a(at, "ask", "elect") or _bears(clause, at) or _asked_of(items, clause.verb) or _asked_for(items, at)
    )


_CHOSEN = ("bình chọn", "bầu chọn", "lựa chọn")
"""What is done before a prize is given: `được bình chọn và trao giải`."""


def _asked_for(items: Items, at: int) -> bool:
    """Whether somebody is asked right before to consider it: `danh sách đề nghị các cấp xét, tặng H`."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if items.is_a(i, "ask"):
            return True
        if items.is_a(i, "comma", "dot", "semicolon", "award_name", "decide", "confer"):
            return False
    return False


def _asked_of(items: Items, verb: int) -> bool:
    """Whether an authority is asked right before a verb: `đề nghị Thủ tướng xem xét, tặng H`."""
    at = verb - 1
    while items.is_a(at, "post", "org", "propose", "comma", "and", "will", "state") and not items.is_a(at, "ask"):
        at -= 1
    return items.is_a(at, "ask")


def _declined(clause: Clause) -> bool:
    """Whether it is the recipient who would not have it (`từ chối giải Nobel`)."""
    items, at = clause.items, clause.verbs["deny"]
    return (
        items.keys(at) == "từ chối"
        and not any(
            items.is_a(i, "confer") or items.keys(i).startswith(("xét", "xem xét"))
            for i in range(at + 1, clause.honour)
        )
        and not items.is_a(at - 1, "suffer", "passive")
    )


def _negated(clause: Clause) -> bool:
    items, first = clause.items, clause.passive if clause.passive is not None else clause.verb
    near = (*range(max(0, first - 2), first), *range(max(0, clause.verb - 3), clause.verb))
    return "deny" not in clause.verbs and any(items.is_a(i, "not") for i in near)


_SUPPOSED = (
    "nếu",
    "xứng đáng",
    "đáng được",
    "tối đa",
    "tối thiểu",
    "tiêu chuẩn",
    "điều kiện",
    "tiêu chí",
    "suýt",
    "ước",
    "làm giả",
    "giả mạo",
    "phấn đấu",
    "quyết tâm",
    "hướng tới",
    "hướng đến",
    "đăng kí",
    "hi vọng",
    "kì vọng",
    "hứa",
)


def _supposed(clause: Clause) -> bool:
    """Whether it is only wished or made a condition: `xứng đáng được tặng`, `muốn nhận`, `nếu được phong`."""
    items, first = clause.items, clause.passive if clause.passive is not None else clause.verb
    begin = max(0, min(first, clause.verb) - 4)
    near = [
        i
        for i in range(begin, clause.verb)
        if not items.is_a(i, "person", "org", "post", "award_name", "comma") and not _bracketed(items, i)
    ]
    said = f" {' '.join(items.keys(i) for i in near)} "
    if " đủ điều kiện " in said or " đủ tiêu chuẩn " in said:
        return False
    return any(items.is_a(i, "modal") and items.keys(i) not in ("năm nay", "luôn") for i in near) or any(
        f" {word} " in said for word in _SUPPOSED
    )


def _bracketed(items: Items, at: int) -> bool:
    """Whether an item stands in brackets (`ông A (bên phải) trao`)."""
    opened = next((i for i in range(at - 1, max(-1, at - 8), -1) if items.is_a(i, "open", "close")), -1)
    return (
        opened >= 0
        and items.is_a(opened, "open")
        and any(items.is_a(i, "close") for i in range(at, min(at + 8, len(items))))
    )
