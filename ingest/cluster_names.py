"""A sentence's words for emulation clusters → items with their names: by number, or by what their members share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.items import Item, Items, item
from ontology.spelling import words

_STOP = (
    "comma", "semicolon", "colon", "dot", "dots", "open", "close", "quote", "slash", "dash", "take_place", "organise",
    "attend", "speak", "chair", "date", "year", "by", "will", "confer", "receive", "purpose", "have", "is", "as", "at",
    "in", "on", "with", "person", "take_office", "appoint", "lead", "deputy", "covenant", "task", "propose", "title",
    "address", "passive", "suffer", "not", "modal", "behalf", "relative", "for", "office", "because", "leave_office",
    "instead", "cluster", "cluster_led", "visit", "meets",
)  # fmt: skip
_MOST = 24
"""Items of a cluster's name."""
_KINDS = frozenset(
    "đại học viện bộ ban ngành sở tỉnh thành huyện quận xã phường thị đoàn cơ đơn hội trường phòng doanh tổ".split()
)
"""First words of what a cluster's name lists (`Khối thi đua các sở, ban, ngành`)."""
_COMPOUNDS = frozenset(
    "xã hội|kĩ thuật|văn xã|tổng hợp|đoàn thể|nghề nghiệp|thể thao|miền núi|truyền hình|du lịch|môi trường".split("|")
)
"""What stands behind a dash that is part of a name (`Khối thi đua Văn hóa - Xã hội`)."""
_ENDED = frozenset(
    "tổng kết|sơ kết|kí kết|phát động|triển khai|hoàn thành|thống nhất|thi đua|khen thưởng|năm học|bắt đầu|diễn ra"
    "|giao ban|kết thúc|bế mạc|khai mạc|hoạt động|thực hiện|xem xét|đóng góp|tiếp tục".split("|")
)
_ENDED_WORDS = frozenset("họp đã đang sẽ kí nêu nhận không chưa vừa vẫn đều cũng đạt xếp cùng chuyển".split())
"""Words with which a cluster's name has ended."""
_INSIDE = frozenset({"trên", "tham mưu"})
"""Words that begin what follows a name, but stand in names of clusters too (`trên địa bàn tỉnh`)."""
NOUNS = frozenset(
    "tham mưu|trực thuộc|liên hiệp|tổng hợp|sự nghiệp|địa phương|ven biển|biên giới|nội chính|báo chí|ngân hàng"
    "|doanh nghiệp|đoàn thể|vùng cao|vùng sâu|đồng bằng|đô thị|trung du|hải đảo|kinh tế|văn xã".split("|")
)
"""Words in small letters that end a name; any other is the beginning of what follows it."""
_SERVING = frozenset({"giúp việc", "tổng hợp", "phục vụ", "tham mưu"})
"""What a name's list of an office's tasks goes on with (`các cơ quan tham mưu, giúp việc Tỉnh ủy`)."""
_FIELDS = frozenset({"lĩnh vực", "ngành", "khu vực", "vùng", "miền"})
"""Words behind which a name may go on in small letters to its end (`cụm thi đua lĩnh vực văn hóa và thể thao`)."""
_BRANCH = frozenset({"ngành", "lĩnh vực", "khu vực"})
_NUMBERS = frozenset("hai ba bốn năm sáu bảy tám chín mười".split())
_ROMAN = re.compile(r"[IVX]{1,5}")
_VALUES = {"I": 1, "V": 5, "X": 10}


def find_clusters(items: Items) -> None:
    """One item of each name as worded, of class `cluster_name`, or `cluster_short` for `Cụm số 4`.

    The words `cụm thi đua` alone are an item too, with themselves for its value; told in the plural they are none.
    """
    if not items.has("cluster", "cluster_led") and not _short_words(items):
        return
    _part_offices(items)
    out: list[Item] = []
    at = 0
    while at < len(items):
        full = items.is_a(at, "cluster") or _led(items, at)
        name, stop = ("cluster_name", _stop(items, at)) if full else ("cluster_short", _short(items, at))
        if stop > at:
            out.append(item(name, items.items[at].start, items.items[stop - 1].end, items.wording(at, stop)))
        else:
            out.append(items.items[at])
            stop = at + 1
        at = stop
    items.become(out)


def key_at(items: Items, at: int) -> str:
    """The key of an item; "" outside the sentence."""
    return items.keys(at) if 0 <= at < len(items) else ""


def number(name: str) -> int | None:
    """The number of a cluster that is known by it: 4 for `Cụm thi đua số 4`, `Cụm thi đua 04`, `Cụm IV`."""
    found = re.match(r"\w+(?: thi đua)?( số)? (\d{1,2}|[IVX]{1,5})(?!\w) ?(\w*)", name, re.IGNORECASE)
    if found is None or (not found[1] and found[3] in _KINDS):
        return None
    return int(found[2]) if found[2].isdigit() else roman(found[2].upper())


def roman(wording: str) -> int:
    """
    >>> roman("VII"), roman("IV")
    (7, 4)
    """
    values = [_VALUES[c] for c in wording]
    return sum(-v if any(later > v for later in values[i + 1 :]) else v for i, v in enumerate(values))


def _part_offices(items: Items) -> None:
    """`Trưởng Cụm thi đua` becomes two items: an office, and the words for the cluster."""
    found = items.where("cluster_led")
    if not found:
        return
    out = list(items.items)
    for at in reversed(found):
        start, end = out[at].start, out[at].end
        office = "deputy" if key_at(items, at).startswith("phó") else "lead"
        out[at : at + 1] = [item(office, start, end - 3), item("cluster", end - 3, end)]
    items.become(out)


def _stop(items: Items, at: int) -> int:
    """Where the name that begins at an item stops; the item itself where several clusters are meant."""
    if items.is_a(at - 1, "num", "many") or "," in key_at(items, at) or (key_at(items, at - 1) in ("mỗi", "từng")):
        return at
    numbered = _number_stop(items, at + 1)
    if numbered > at + 1:
        return _owner_stop(items, numbered)
    stop = _words_stop(items, at + 1)
    tail = items.wording(at + 1, stop)
    first = words(tail)
    listed = items.is_a(at + 1, "many", "num", "unit") or first[:1] == ["phòng"] or _of_field(first)
    listed = listed or (items.is_a(at + 1, "body") and items.is_a(stop, "open", "have"))
    return stop if listed or tail != tail.lower() or tail in NOUNS else at + 1


def _number_stop(items: Items, at: int) -> int:
    """Behind `số 4`, `4`, `IV`: not behind a number of members (`5 thành phố`)."""
    behind = at + (at < len(items) and items.is_a(at, "numero"))
    if behind >= len(items):
        return at
    if _ROMAN.fullmatch(items.wording(behind, behind + 1)):
        return behind + 1
    if not items.is_a(behind, "num") or not key_at(items, behind).isdigit() or len(key_at(items, behind)) > 2:
        return at
    counted = items.is_a(behind + 1, "unit", "group", "body") and not items.wording(behind + 1, behind + 2)[0].isupper()
    return behind + 1 if behind > at or not counted else at


def _owner_stop(items: Items, at: int) -> int:
    """Behind the body or place whose clusters are numbered: `Cụm thi đua số 2 Công đoàn Công an nhân dân`."""
    if items.is_a(at, "many") and items.is_a(at + 1, "body", "unit"):
        return _words_stop(items, at)
    first = at + (items.is_a(at, "of") or (key_at(items, at) in ("thuộc", "trực thuộc")))
    stop = first
    place = items.is_a(first, "unit") and items.is_a(first + 1, "province", "cap")
    if place or items.is_a(first, "body", "whole", "caps"):
        stop = first + 1
        while items.is_a(stop, "inside", "cap", "caps", "province", "country", "body", "whole") or (
            items.is_a(stop, "inner") and items.is_a(stop + 1, "inside", "cap")
        ):
            stop += 1
    if items.is_a(at, "dash") and items.is_a(at + 1, "body", "whole"):  # `Cụm thi đua số 7 - Hội Nhà báo Việt Nam`
        owner = at + 2
        owner = items.past(owner, "inside", "cap", "caps", "country", "body", "title")
        if items.wording(at + 1, owner).endswith("Việt Nam") and not items.is_a(owner, "many", "unit"):
            return owner
    if key_at(items, first) in _BRANCH and stop == first and items.wording(first + 1, first + 2)[:1].isupper():
        return _words_stop(items, first)  # `Cụm thi đua số 9 ngành Kiểm sát nhân dân`
    proper = items.is_a(first, "unit") or items.wording(first, stop)[:1].isupper()
    return stop if stop > first and proper else at


def _words_stop(items: Items, at: int) -> int:
    stop = at
    while stop < min(at + _MOST, len(items)):
        begun = items.sentence.keys[items.items[stop].start :][:2]
        if begun[0] in _ENDED_WORDS or " ".join(begun) in _ENDED:
            break
        if items.is_a(stop, "open") and items.is_a(stop + 1, "caps", "body") and items.is_a(stop + 2, "close"):
            if not items.is_a(stop + 3, "many", "region", "province", "unit", "inside", "and"):
                break
            stop += 3
        elif _ends(items, stop, at):
            break
        else:
            stop += 1
    field = _of_field(words(items.wording(at, stop)))
    while stop > at and (
        items.is_a(stop - 1, "many", "and", "of", "comma", "dash") or (not field and _verb(items, stop))
    ):
        stop -= 1
    return stop


def _ends(items: Items, at: int, first: int) -> bool:
    """Whether a name that began at `first` has ended before an item: at a sign, or a word that tells what it does."""
    serving = " ".join(items.sentence.keys[items.items[at].start :][:2]) in _SERVING
    if items.is_a(at, "acts") and key_at(items, at) not in _INSIDE and not serving:
        return True
    return items.is_a(at, *_STOP) and not _within(items, at, first)


def _of_field(name: Sequence[str]) -> bool:
    return len(name) > 2 and (name[0] in _FIELDS or " ".join(name[:2]) in _FIELDS)


def _verb(items: Items, stop: int) -> bool:
    """Whether the word before an item is no part of a name, being in small letters and no known noun."""
    if not items.is_a(stop - 1, "low"):
        return False
    keys = items.sentence.keys
    end = items.items[stop - 1].end
    return " ".join(keys[end - 2 : end]) not in NOUNS and " ".join(keys[end - 1 : end + 1]) not in NOUNS


def _within(items: Items, at: int, first: int) -> bool:
    """Whether a comma or dash stands inside a name: between kinds of members, or in a compound."""
    if at + 1 >= len(items) or at == first:
        return False
    following = items.sentence.keys[items.items[at + 1].start :][:2]
    if items.is_a(at, "organise"):
        return items.is_a(at - 1, "many")  # `các tổ chức`
    if items.is_a(at, "dash"):
        if items.is_a(at - 1, "caps") and items.is_a(at + 1, "caps"):
            return True  # `các Đài PT-TH`
        return " ".join(following) in _COMPOUNDS or (items.is_a(at - 1, "region") and items.is_a(at + 1, "region"))
    if items.is_a(at, "title"):  # `các Chi hội Luật gia`
        return items.is_a(at - 1, "body") and items.wording(at, at + 1)[0].isupper()
    if items.is_a(at, "attend"):  # `các trung tâm dự phòng`
        return following[:1] == ["phòng"] or key_at(items, at + 1) == "phòng"
    if not items.is_a(at, "comma"):
        return False
    if items.is_a(first, "many") and (_of_schools(items, at) or " ".join(following) in _SERVING):
        return True
    if items.is_a(at - 1, "region") and items.is_a(at + 1, "region"):
        return True
    before = set(key_at(items, at - 1).split())
    if before & _KINDS and following[0] in _KINDS and items.wording(at + 1, at + 2)[0].islower():
        return True
    acronyms = items.is_a(at - 1, "caps") and items.is_a(at + 1, "caps")
    together = next((i for i in range(at + 1, min(at + 8, len(items))) if items.is_a(i, *_STOP)), at + 8)
    shared = acronyms or any(items.is_a(i, "many") and items.is_a(i + 1, "unit") for i in range(at + 1, together))
    return shared and items.is_a(at + 1, "body", "caps", "inside") and not items.is_a(at - 1, "province")


def _of_schools(items: Items, at: int) -> bool:
    """Whether fields go on behind a comma: `các trường đại học Sư phạm, Giáo dục và Quản lý giáo dục`."""
    if not (items.is_a(at - 1, "inside", "cap") and items.is_a(at + 1, "inside", "cap")):
        return False
    joined = next((i for i in range(at + 2, min(at + 6, len(items))) if not items.is_a(i, "inside", "cap", "low")), at)
    return items.is_a(joined, "and") and items.is_a(joined + 1, "inside", "cap")


def _short_words(items: Items) -> bool:
    return "cụm" in items.sentence.keys or "khối" in items.sentence.keys


def _led(items: Items, at: int) -> bool:
    """Whether a cluster is named right behind its office without `thi đua`: `Khối trưởng Khối Kinh tế`."""
    if not items.is_a(at - 1, "lead", "deputy") or key_at(items, at) not in ("cụm", "khối"):
        return False
    return items.is_a(at + 1, "many", "inside", "cap", "region") and _short(items, at) == at


def _short(items: Items, at: int) -> int:
    """Where `Cụm số 4`, `Khối 9`, `(cụm 8)`, `Cụm 7 tỉnh miền núi` stops; the item itself where there is none."""
    key = key_at(items, at)
    if key not in ("cụm", "khối"):
        return at
    if (items.is_a(at + 1, "num") or key_at(items, at + 1) in _NUMBERS) and items.is_a(at + 2, "unit"):
        stop = _words_stop(items, at + 1)
        return stop if stop > at + 3 else at
    if not (items.wording(at, at + 1)[0].isupper() or items.is_a(at - 1, "open")):
        return at
    stop = _number_stop(items, at + 1)
    return at if stop == at + 1 else stop
