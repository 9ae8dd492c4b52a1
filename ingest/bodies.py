"""A sentence's items → the same items, where lower-case words that belong to the name of an office's body say so.

Names of bodies are open: `Trung tâm bảo tồn di tích cố đô`, `Công ty vàng bạc đá quý`. Where an office stands in
apposition to a person, is taken or left, or has a person's name behind it, everything up to the next sign, verb or name
is its body; the words there become `inside`, so that the rules for bodies and posts read on over them.
"""

from __future__ import annotations

from ingest.items import Item, Items, item

_NAME = ("inside", "inner", "cap", "caps", "num", "body", "whole", "province", "country", "region", "unit", "numero")
_PLAIN = ("low", "group", "many", "made", "not_province", "kin", "relative", "title", "contest", "title_word")
_ENDS = (
    "comma", "close", "open", "dash", "semicolon", "dot", "dots", "colon", "quote", "person", "address", "acts",
    "speak", "talk", "will", "confer", "attend", "chair", "organise", "is", "take_office", "appoint", "leave_office",
    "passive", "suffer", "have", "behalf", "not", "date", "year", "at", "office", "instead", "receive", "decide",
    "propose", "celebrate", "cluster", "then", "unheld", "in_role",
    "back_then", "tenure",
)  # fmt: skip
_SOFT = ("for", "with", "in", "on", "by", "purpose", "because", "deed")
"""Where these follow, the last words before them may already tell of something else."""
_MARKS = ("former", "acting", "new", "concurrent", "is", "will", "as", "low", "thing")
_TURNS = ("take_office", "appoint", "leave_office", "was")
_LONGEST = 18
_LOWS = 5
"""Lower-case words of no known meaning that may follow each other in a name."""

_RANKS = (
    "tổ đội phòng khoa trạm trại tiểu đại chi đồn hạt trung văn bộ_môn ban",
    "vụ cục viện sư lữ trường bệnh tổng_cục nhà",
    "bộ sở quân công đại ủy ubnd quốc tập tổng_công học liên hiệp hội chính thành tỉnh huyện quận bộ_tư",
)
"""First words of bodies, from those inside others to those that hold others."""
_HELD = ("phòng", "ban", "khoa", "đội", "tổ", "trạm", "đoàn", "vụ trưởng", "cục trưởng", "đội trưởng", "tổ trưởng")
"""Last words of offices that name a part of a body: `Trưởng phòng`, `Vụ trưởng`."""


def open_names(items: Items) -> None:
    """Mark the words, and the commas before a superior body, that belong to the names of offices' bodies."""
    if not items.has("office") or not items.has("person"):
        return
    _split_heads(items)
    offices = items.where("office")
    found = [_body(items, at) for at in offices]
    named = {at: _named(items, stop) for at, (_, _, stop) in zip(offices, found, strict=True)}
    for n in range(len(offices) - 2, -1, -1):
        stop = found[n][2]
        follows = items.is_a(stop, "comma", "dash", "and", "concurrent") and 0 < offices[n + 1] - stop <= 2
        named[offices[n]] = named[offices[n]] or (follows and named[offices[n + 1]])
    marked: list[int] = []
    goes_on = -1
    for at, (body, words, stop) in zip(offices, found, strict=True):
        apposed = goes_on in range(at - 3, at + 1) or _apposed(items, at)
        if apposed or named[at]:
            marked += words
            if apposed and (rest := _rest(items, at, stop)):
                marked += rest
                stop = rest[-1] + 1
            above = _superior(items, at, body, stop) if apposed else None
            if above is not None:
                marked += above[0]
                stop = above[1]
        goes_on = stop + 1 if apposed and items.is_a(stop, "comma", "dash", "and", "semicolon", "concurrent") else -1
    if marked:
        out = list(items.items)
        for i in marked:
            out[i] = item("inside", out[i].start, out[i].end)
        items.become(out)


def _split_heads(items: Items) -> None:
    """`giữ chức Vụ` `trưởng` → `giữ chức` `Vụ trưởng`: the longest known wording took the office's first syllable."""
    out = list(items.items)
    for at in items.where("take_office", "was", "leave_office"):
        if items.keys(at).endswith("chức vụ") and items.keys(at + 1 if at + 1 < len(out) else at) == "trưởng":
            verb, office = out[at], out[at + 1]
            out[at] = Item(verb.symbol, verb.start, verb.end - 1, verb.value)
            out[at + 1] = Item(item("office", 0, 1).symbol, office.start - 1, office.end)
    if out != items.items:
        items.become(out)


def _body(items: Items, office: int) -> tuple[int, list[int], int]:
    """Where an office's body begins, the words to mark in its name, and where it ends."""
    start = office + 1
    start = items.past(start, "modifier")
    field = start
    while items.is_a(field, "inside", "inner") and not items.is_a(field, "body", "unit") and field - start < 3:
        field += 1
    of = items.is_a(field, "of") and items.is_a(field + 1, "body")
    if of or items.is_a(field, "body"):  # `Phó tổng giám đốc kinh doanh Công ty A`, `CEO của công ty quản lý B`
        words, stop = _stretch(items, field + 1 + of)
        return field + of, [*range(start, field), *words], stop
    if items.keys(office).endswith(_HELD) and items.is_a(start, *_NAME, *_PLAIN, "acts"):
        own = items.keys(start) == "tổ chức"  # `trưởng phòng tổ chức`
        words, stop = _stretch(items, start + own)
        return start, [start, *words] if own else words, stop
    stop = start
    stop = items.past(stop, *_NAME)
    return start, [], stop


def _apposed(items: Items, at: int) -> bool:
    """Whether an office is somebody's: behind a person and a sign, or behind a verb of taking or leaving office."""
    before = at - 1
    while before >= 0 and items.is_a(before, *_MARKS) and at - before < 5:
        if items.is_a(before, "is") and items.is_a(before - 1, "person"):
            return True
        before -= 1
    if items.is_a(before, *_TURNS):
        return True
    if items.is_a(before, "person"):
        return items.is_a(before + 1, "will", "is", "former")
    if not items.is_a(before, "comma", "dash", "open"):
        return False
    before -= 1
    if items.is_a(before, "close"):
        before = next((i for i in range(before, -1, -1) if items.is_a(i, "open")), 0) - 1
    return items.is_a(before, "person") or _born(items, before) or _professed(items, before)


def _professed(items: Items, before: int) -> bool:
    """Whether a profession told of a person ends at an item: `ông A năm nay 43 tuổi là phi công cấp 1, Phó …`."""
    title = before
    while items.is_a(title, "low", "num") and before - title < 3:
        title -= 1
    at = title - 1
    if not items.is_a(title, "title") or not items.is_a(at, "is"):
        return False
    while items.is_a(at - 1, "acts", "num", "low", "will", "modal") and title - at < 7:
        at -= 1
    return items.is_a(at - 1, "person")


def _born(items: Items, before: int) -> bool:
    """Whether `, sinh năm 1979` or the like, and a person before it, end at an item."""
    for i in range(before, max(before - 8, 0), -1):
        if items.is_a(i, "comma"):
            return items.is_a(i - 1, "person") and items.is_a(before, "num", "year", "date", "province")
    return False


def _named(items: Items, at: int) -> bool:
    """Whether a person's name begins here, with the titles before it and the body's abbreviation in brackets."""
    if items.is_a(at, "open") and items.is_a(at + 1, "caps") and items.is_a(at + 2, "close"):
        at += 3
    at = items.past(at, "title", "address", "dot")
    return items.is_a(at, "person")


def _stretch(items: Items, start: int) -> tuple[list[int], int]:
    """The words of no known meaning that belong to a body's name from here on, and the item at which it ends."""
    words: list[int] = []
    pending: list[int] = []
    placed, at = False, start
    while at < len(items) and at - start < _LONGEST:
        if items.is_a(at, "inner") and not items.is_a(at, "body"):
            pending.append(at)
        elif items.is_a(at, *_NAME):
            words += pending
            pending = []
            placed = items.is_a(at, "province", "country") or (
                items.is_a(at, "cap") and (placed or items.is_a(at - 1, "unit"))
            )
        elif listed := _goes_on(items, at, start):
            words += [*pending, *listed]
            pending = []
            at = listed[-1]
        elif items.is_a(at, "and", "of", "about", "dash"):
            if not _joined(items, at):
                return words if items.is_a(at, "of", "about", "and") else words + pending, at
        elif _ends(items, at):
            return words if items.is_a(at, *_SOFT) else words + pending, at
        elif items.is_a(at, "title") and _named(items, at):
            return words + pending, at
        elif (
            not placed
            and _unknown(items, pending) < _LOWS
            and (items.is_a(at, *_PLAIN) or items.wording(at, at + 1)[0].isupper())
        ):
            pending.append(at)
        else:
            return words, at
        at += 1
    return words if at < len(items) else words + pending, at


_SET_APART = ("comma", "dash", "open")
_CLOSES = ("comma", "dash", "close", "open", "semicolon")
_OF_NAMES = (*_PLAIN, "aim", "event", "honour_head", "organise", "behalf", "task", "held")
"""Classes of words that tell of the matter for which somebody holds an office, where no verb can stand."""
_MOST = 10


def _rest(items: Items, office: int, stop: int) -> list[int]:
    """The items up to the sign behind an office that signs set apart (`, đội phó đội vận động quần chúng đồn A,`).

    What stands there tells of the office, whatever words it has, if none of them can begin another clause. Behind a
    name that has its place only where it is, or under whom, is told.
    """
    before = items.before(office, "former", "acting", "new")
    turned = (
        items.is_a(before, *_TURNS, "is") and items.is_a(stop, "at") and items.is_a(stop + 1, "body", "unit", "firm")
    )
    if not (items.is_a(before, *_SET_APART) or turned) or items.is_a(office, "complete"):
        return []
    at, proper = stop, turned
    end = len(items) - items.is_a(len(items) - 1, "dot")
    while at < end and at - stop < _MOST and not items.is_a(at, *_CLOSES):
        placed = items.is_a(at, "at", "of") or items.keys(at) in _UNDER
        if not (items.is_a(at + 1, *_PLACES) if placed else _tells_of_office(items, at)):
            return []
        proper = proper or items.is_a(at, *_NAME)
        at += 1
    if at == stop or not (at == end or items.is_a(at, *_CLOSES)):
        return []
    while at > stop + 1 and items.is_a(at - 1, "speak"):
        at -= 1
    if items.keys(office) == "thành viên" and not any(items.is_a(i, "body", "whole") for i in range(stop, at)):
        return []
    named = items.is_a(stop - 1, "cap", "caps", "province", "country", "num", "whole", "media")
    if named and not (items.is_a(stop, "at", "of") or items.keys(stop) in _UNDER):
        return []
    return list(range(stop, at)) if proper or items.is_a(before, "dash", "open") else []


_UNDER = ("thuộc", "trực thuộc")
_PLACES = ("body", "whole", "cap", "caps", "province", "country", "region", "unit", "inside")


_VERBS = ("khiến", "gây", "giúp", "giành", "mất", "phải")


def _tells_of_office(items: Items, at: int) -> bool:
    """Whether a word between an office and the next sign can tell of the office: no verb, and no other people."""
    if items.is_a(at, *_NAME):
        return True
    if items.is_a(at, "and"):
        return not items.is_a(at + 1, "behalf", "many", "led", "title", "kin")
    return items.is_a(at, *_OF_NAMES, "about") and not items.is_a(at, "acts") and items.keys(at) not in _VERBS


def _unknown(items: Items, pending: list[int]) -> int:
    return sum(not items.is_a(i, "inner") for i in pending)


def _ends(items: Items, at: int) -> bool:
    """Whether an item ends every name: a sign, a person, a verb or a small word written small."""
    written = items.wording(at, at + 1)
    return (
        not written[0].isalpha()
        or items.is_a(at, "person", "office")
        or (written.islower() and items.is_a(at, *_ENDS, *_SOFT))
    )


def _goes_on(items: Items, at: int, start: int) -> list[int]:
    """The items with which a name goes on in a list, by `thuộc` or by `các` at its beginning."""
    if items.is_a(at, "comma"):
        return _listed(items, at)
    if items.keys(at) in ("thuộc", "trực thuộc") and items.is_a(at + 1, "body"):
        return [at]
    if items.is_a(at, "about"):
        level = items.is_a(at - 1, "whole", "inside") and items.keys(at - 1) in _LEVELS
        return [at] if level and items.is_a(at + 1, "low", "inside", "inner") else []
    opens = at == start or items.is_a(at - 1, "inner")
    return [at] if opens and items.is_a(at, "many") else []


_LEVELS = frozenset({"nhà nước", "quốc gia", "trung ương", "chính phủ", "tỉnh", "thành phố"})
"""Words for the level of a steering board, behind which its matter follows: `Ban Chỉ đạo quốc gia về …`."""


def _joined(items: Items, at: int) -> bool:
    """Whether a name goes on behind `và`, `của`, `về` or a dash."""
    if items.is_a(at, "of"):
        return items.is_a(at + 1, "body", "whole", "country", "unit")
    if items.is_a(at, "dash"):
        places = items.is_a(at - 1, "country", "province") and items.is_a(at + 1, "country", "province")
        fields = not items.is_a(at - 1, "cap", "caps", "num", "province", "country")
        return places or items.is_a(at + 1, "body") or (fields and items.is_a(at + 1, "inside", "inner"))
    if items.is_a(at, "about"):
        return False
    if items.keys(at + 2 if at + 2 < len(items) else at) in ("năm", "tháng", "ngày"):
        return False  # `… Quốc phòng và hai năm sau`
    if items.keys(at) not in ("và", "&") or not items.is_a(at + 1, "low", "inside", "inner", "cap", "aim"):
        return False
    done = items.is_a(at + 1, "aim") and items.is_a(at - 1, "inner", "inside") and items.is_a(at + 2, "inside", "inner")
    return done or not _ends(items, at + 1)  # `Trung tâm Khảo thí và đánh giá chất lượng`


def _listed(items: Items, comma: int) -> list[int]:
    """The items from a comma inside a name (`kinh tế, hạ tầng huyện A`, `Hạ tầng, Giao thông và Du lịch`)."""
    at, joined, known = comma + 1, False, True
    if at < len(items) and items.keys(at).split()[0] in _CLAUSE:
        return []
    while at - comma < 14:
        if _field(items, at):
            known = known and items.is_a(at, "inside", "inner")
        elif items.is_a(at, "comma") and not joined and _field(items, at + 1) and at > comma + 1:
            pass
        elif (
            items.is_a(at, "and")
            and items.keys(at) in ("và", "&")
            and at > comma + 1
            and not joined
            and _field(items, at + 1)
        ):
            joined = True
        else:
            break
        at += 1
    if at == comma + 1:
        return []
    if joined:
        return list(range(comma, at)) if at == len(items) or items.is_a(at, *_ENDS, "unit", "province", "body") else []
    return list(range(comma, at)) if known and items.is_a(at, "unit") and not items.is_a(comma - 1, "cap") else []


_CLAUSE = frozenset({"việc", "theo", "khi", "nếu", "hiện", "đến", "trong"})
"""Words with which a clause begins behind a comma, and no field of work."""


def _field(items: Items, at: int) -> bool:
    """Whether a word can name a field of work in a list of such."""
    if items.is_a(at, "unit", "province", "office", "title", "person", "whole") or at >= len(items):
        return False
    written = items.wording(at, at + 1)
    if items.is_a(at, "body"):
        return items.is_a(at, "inside", "inner") and written.islower()
    return items.is_a(at, "inside", "inner", "cap", "low") and not (
        written.islower() and items.is_a(at, *_ENDS, *_SOFT)
    )


def rank(items: Items, at: int) -> int:
    """How high a body stands, by the first words of its name; -1 where they do not tell."""
    words = items.keys(at).split()
    if len(words) == 1:
        words += items.keys(at + 1).split() if at + 1 < len(items) else []
    first, two = words[0], "_".join(words[:2])
    for rank in range(len(_RANKS) - 1, -1, -1):
        if two in _RANKS[rank].split():
            return rank
    return next((n for n, heads in enumerate(_RANKS) if first in heads.split()), -1)


def _superior(items: Items, office: int, body: int, comma: int) -> tuple[list[int], int] | None:
    """What to mark where a comma and the body that holds this one follow (`Vụ Giáo dục tiểu học, Bộ Giáo dục`)."""
    if not items.is_a(comma, "comma") or not items.is_a(comma + 1, "body"):
        return None
    if items.is_a(body, "body"):
        own = rank(items, body)
    elif body == comma:
        own = -2 if items.is_a(office, "complete") else -1
    else:
        own = 1 if items.keys(office).startswith(("vụ", "cục")) else 0
    if own < -1 or (own < 0 and body != comma) or own >= rank(items, comma + 1):
        return None
    words, stop = _stretch(items, comma + 2)
    if items.is_a(stop, "comma") and (more := _superior(items, office, comma + 1, stop)):
        return [comma, *words, *more[0]], more[1]
    ends = stop >= len(items) or items.is_a(
        stop, "comma", "close", "dash", "dot", "semicolon", "talk", "will", "back_then"
    )
    named = stop > comma + 2 or any(c.isupper() for c in items.wording(comma + 1, comma + 2)[1:])
    return ([comma, *words], stop) if ends and named else None
