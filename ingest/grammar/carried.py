"""A post told without all of its body → its wording with the body or place that its sentence or its article gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ingest.document import Document
from ingest.items import Items
from ingest.phrases import Office, Org
from ontology.schemes import province_iri
from ontology.spelling import fold

_LOCAL = re.compile(
    r"\b(tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|đoàn)$"
    r"|\b(?:ủy ban nhân dân|hội đồng nhân dân|công an)(?: (?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|thị xã))?$"
)
"""A local body without the name of its place, as a comparison key."""
_OFFICE_OF_HUYEN = re.compile(r"\bphòng .+$")
_PROVINCIAL = re.compile(r"(?:(?<!cơ )\bsở .*|\b(?:tỉnh|thành) (?:ủy|đoàn)|\btỉnh|\bủy ban nhân dân thành(?: phố)?)$")
_OF_CITY = re.compile(r"\b(?:thành (?:ủy|đoàn)|ủy ban nhân dân thành(?: phố)?)$")
_COMMUNAL = re.compile(r"\b(xã|phường|thị trấn|huyện|quận|thị xã)(?: (?:ủy|đoàn))?$")
_INNER_BODY = re.compile(r"(?:ban (?:thường vụ|chấp hành)|thường vụ|hội đồng (?:quản trị|thành viên))$")
_COMMITTEE = re.compile(r"ban (?:thường vụ|chấp hành)$")
_GOVERNMENT = re.compile(r"ủy ban nhân dân|hội đồng nhân dân|sở |công an")
"""What has no standing or executive committee of its own."""
_COUNCIL = re.compile(r"ủy ban nhân dân|hội đồng nhân dân|.*(?:ủy|đoàn)\b|ban |hội đồng")
"""Bodies beside which a Party committee is that of their place, not their own."""
_PARTY_TITLE = re.compile(r"(?:phó )?bí thư(?: thường trực)?$")
_PARTY_BODY = re.compile(
    r"(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)\b.*|(?:tỉnh|thành|huyện|quận|xã)? ?đoàn\b.*", re.IGNORECASE
)
_POLICE = re.compile(r"Công an (?:tỉnh|thành phố|TP).*$", re.IGNORECASE)
_UNIT = re.compile(r"(?:tỉnh|thành phố|TP\.?|huyện|quận|xã|phường|thị trấn|thị xã) .+$", re.IGNORECASE)
_MINISTRY = re.compile(r"[Bb]ộ (?!Chính trị|chính trị|Tư lệnh|tư lệnh|Chỉ huy|chỉ huy|Tổng tham|Tham mưu)[^,]+$")
_MINISTER = frozenset({"bộ trưởng", "thứ trưởng"})


_UNPLACED = (" tỉnh ủy", " thành ủy", " tỉnh đoàn", " thành đoàn")


def bare_place(place: str) -> str:
    """A place's name without the kind of unit before it."""
    return re.sub(r"^(?:tỉnh|thành phố|TP\b\.?|huyện|quận|thị xã)\s+", "", place)


def wording(office: Office, beside: list[Office], items: Items, at: int, told: Iterable[str]) -> str:
    """A post as worded, with what a post beside it, its sentence or the article before it gives of its body."""
    written = _named_before(_beside(office, beside), office, chain(told, bodies(items, at)))
    if written == office.wording and (around := _lies_in(written, items, at)):
        return written + around
    if written != office.wording or office.place:
        return written
    told_of = _told_before(office, items, at) or _represented(office, items, at) or _chaired(office, items, at)
    told_of = told_of or _side(office, items)
    return told_of or _led_in(written, items)


_SMALL_UNIT = re.compile(r"\b(?:xã|phường|thị trấn|thôn|bản|ấp|làng|khu phố|khu|tổ dân phố|tổ)(?: số)? (?:\w+ ?){1,4}$")
"""The end of a post whose place is smaller than a district, as a comparison key."""


def _lies_in(written: str, items: Items, at: int) -> str:
    """The district and the province behind a commune or a village: `Chủ tịch UBND xã A` `, huyện B, tỉnh C`."""
    if not _SMALL_UNIT.search(fold(written)) or not any(c.isupper() or c.isdigit() for c in written.split()[-1]):
        return ""
    stop = at + 1
    while items.is_a(stop, "comma"):
        if items.is_a(stop + 1, "locality"):
            stop += 2
        elif items.is_a(stop + 1, "unit") and items.is_a(stop + 2, "province"):
            stop += 3
        else:
            break
    return items.wording(at, stop).removeprefix(items.wording(at, at + 1)) if stop > at + 1 else ""


_COMMON = re.compile(
    r"(?:(?<= )của )?\b(nhà trường|tổng công ty|công ty|tập đoàn|ngân hàng|trường|bệnh viện|trung ương hội"
    r"|(?<!quốc )(?<!xã )(?<!đại )hội|hiệp hội"
    r"|trung tâm|viện|sở|(?<!cán )(?<!nội )(?<!toàn )bộ|đài|xí nghiệp|nhà máy|quỹ|liên đoàn|câu lạc bộ|nhà hát"
    r"|học viện|hợp tác xã)$",
    re.IGNORECASE,
)
"""A common noun at the end of a post that points back to a body named before."""


def _named_before(written: str, office: Office, told: Iterable[str]) -> str:
    """With the body named last for the common noun at its end: `hiệu trưởng nhà trường`, `Chủ tịch HĐQT công ty`."""
    common = None if office.place or office.complete else _COMMON.search(written)
    if common is None:
        return written
    head = "trường" if fold(common[1]) == "nhà trường" else fold(common[1])
    found = list(dict.fromkeys(name for name in told if fold(name).startswith(f"{head} ")))
    return f"{written[: common.start()].rstrip()} {found[-1]}" if 0 < len(found) <= 2 else written


def bodies(items: Items, stop: int | None = None) -> Iterator[str]:
    """The named bodies of a sentence in order, up to an item."""
    for item in items.items[:stop]:
        if (name := _body(item.value)) and any(c.isupper() for c in name.split(" ", 1)[-1]):
            yield name


def _beside(office: Office, beside: list[Office]) -> str:
    """With the body or place of a post in the same apposition: `Bí thư Đảng ủy, Chủ tịch UBND xã A`."""
    if office.place or office.complete:
        return office.wording
    place = next((o.place for o in reversed(beside) if o.place), None)
    key = fold(office.wording)
    local = _LOCAL.search(key) or (_OFFICE_OF_HUYEN.search(key) if place and fold(place).startswith("huyện") else None)
    behind = beside[beside.index(office) + 1 :]
    following = next((o for o in behind if o.org), None)
    if (
        following
        and following.org
        and local
        and local.re is _LOCAL
        and local[1] == "đảng"
        and not _COUNCIL.match(fold(following.org))
    ):
        return f"{office.wording} {following.org}"
    if place and local:
        whole = local.re is _OFFICE_OF_HUYEN or local[1] == "đảng" or not _names_unit(key)
        return f"{office.wording} {place if whole else bare_place(place)}"
    if following is None or following.org is None:
        return office.wording
    if _PARTY_TITLE.fullmatch(key):
        party = _PARTY_BODY.search(following.org)
        found = party or _UNIT.search(following.org)
        return f"{office.wording} {found[0].strip()}" if found else office.wording
    if key.endswith(("ủy viên", "phòng", "ban", "khoa", "đội", "tổ")) and not key.endswith("văn phòng"):
        return office.wording
    police = _POLICE.search(following.org)
    if police and office.bare and "giám đốc" in key:
        return f"{office.wording} {police[0]}"
    if _COMMITTEE.search(key) and _GOVERNMENT.match(fold(following.org)):
        return office.wording
    if _INNER_BODY.search(key) or (office.bare and not _PARTY_TITLE.match(fold(following.title))):
        return f"{office.wording} {following.org}"
    return office.wording


def _names_unit(key: str) -> bool:
    """Whether the body names the kind of its unit (`Tỉnh ủy`, `UBND huyện`) and lacks only its name."""
    return bool(re.search(r"\b(?:tỉnh|thành|huyện|quận|thị|xã|phường|phố|trấn)(?: (?:ủy|đoàn))?$", key))


def _told_before(office: Office, items: Items, at: int) -> str | None:
    """With the body that the sentence names in full before: `UBND TP Đà Nẵng cho biết Chủ tịch UBND TP A`."""
    named = [o for i in range(at) if (o := _body(items.items[i].value))]
    if office.org and not office.complete:
        own = fold(office.org)
        longer = [name for name in named if fold(name).startswith(f"{own} ")]
        if longer and len({fold(name) for name in longer}) == 1:
            return f"{office.wording.removesuffix(office.org).rstrip()} {longer[0]}"
    return None


def _represented(office: Office, items: Items, at: int) -> str | None:
    """With the body that stands before the holder's name (`đại diện Tập đoàn A - ông B, Phó Tổng Giám đốc`)."""
    if (
        not office.bare
        or office.complete
        or not items.is_a(at - 1, "comma", "dash")
        or not items.is_a(at - 2, "person")
    ):
        return None
    before = at - 3
    while items.is_a(before, "title", "address", "dot"):
        before -= 1
    if not items.is_a(before, "dash") or not items.is_a(before - 2, "behalf", "led"):
        return None
    value = items.items[before - 1].value
    return f"{office.wording} {value.name}" if isinstance(value, Org) else None


def _chaired(office: Office, items: Items, at: int) -> str | None:
    """With the body that somebody is the head of (`Hội đồng A do Thủ tướng B làm chủ tịch`)."""
    if not office.bare or office.complete or not items.is_a(at - 1, "as", "take_office"):
        return None
    by = next((i for i in range(at - 1, 0, -1) if items.is_a(i, "by")), 0)
    noun = fold(office.wording).rpartition(" ")[2]
    for item in reversed(items.items[:by]):
        head, _, rest = (_body(item.value) or "").partition(" ")
        if rest and fold(head) == noun:
            if fold(rest) in _STANDING:
                return None
            return f"{office.wording} {rest}"  # `Ban Tổ chức Lễ tang do ông B làm trưởng ban`
    found = list(bodies(items, by))
    return f"{office.wording} {found[-1]}" if found else None


_STANDING = ("bí thư", "chấp hành", "thường vụ")
"""Committees (`Ban Bí thư`) that have no head of their own."""
_OF_A_FIRM = re.compile(r"(?:đảng ủy|hội đồng quản trị|hội đồng thành viên)$")


def _side(office: Office, items: Items) -> str | None:
    """With the firm that the sentence begins with (`Về phía Petrolimex có ông A, Chủ tịch Hội đồng thành viên`)."""
    if office.complete or not (office.bare or _OF_A_FIRM.search(fold(office.wording))) or items.keys(0) != "về":
        return None
    have = next((i for i in range(2, min(9, len(items))) if items.is_a(i, "have")), 0)
    stop = have - 1 if items.is_a(have - 1, "comma") else have
    if have == 0 or items.keys(1) != "phía" or not items.is_a(stop - 1, "cap", "caps", "org"):
        return None
    return f"{office.wording} {items.wording(2, stop)}"


def _body(value: object) -> str | None:
    return value.name if isinstance(value, Org) else value.org if isinstance(value, Office) else None


def _led_in(written: str, items: Items) -> str:
    """With the province that the sentence begins with (`Ở tỉnh A, ông X, Giám đốc Sở Nội vụ`)."""
    if not _PROVINCIAL.search(fold(written)):
        return written
    for at in items.where("province")[:1]:
        if at <= 5 and items.is_a(at + 1, "comma", "have") and items.is_a(0, "at", "on", "about", "cap"):
            return f"{written} {items.wording(at, at + 1)}"
    return written


class Home:
    """The province, the lesser units and the ministry that an article is about: of each the only one that it names."""

    def __init__(self, document: Document) -> None:
        provinces: dict[str, list[str]] = {}
        units: dict[str, dict[str, str]] = {}
        for line in document.lines:
            for at in line.base.where("org", "post", "locality"):
                value = line.base.items[at].value
                named = value.place or "" if isinstance(value, Office | Org) else ""
                bare = bare_place(named)
                if province := province_iri(bare):  # `TP. HCM` keeps what stands before it
                    provinces.setdefault(province, []).append(named if bare.isupper() else bare)
                place = value.place if isinstance(value, Office) else value if isinstance(value, str) else None
                if place and (kind := _kind(place)):
                    units.setdefault(kind, {}).setdefault(fold(place), place)
        self.province = _mostly(list(provinces.values()))
        self.ministry = _only({fold(name): name for name in _bodies(document) if _MINISTRY.match(name)}.values())
        self.units = {kind: found for kind, places in units.items() if (found := _only(places.values()))}

    def completed(self, written: str, office: Office, station: bool) -> str:
        """A post of a body of the home province or unit, with its name; one of a life's stations stays as it is."""
        key = fold(written)
        if office.place or (written != office.wording and not key.endswith(_UNPLACED)):
            return written
        if self.ministry and key in _MINISTER:
            return f"{written} {self.ministry}"
        if self.province and (_OF_CITY if station else _PROVINCIAL).search(key):
            return f"{written} {bare_place(self.province) if key.endswith('phố') else self.province}"
        unit = _COMMUNAL.search(key)
        if unit and unit[1] in self.units:
            return f"{written} {_unnamed(self.units[unit[1]])}"
        return written


def _bodies(document: Document) -> Iterator[str]:
    for line in document.lines:
        for at in line.base.where("org", "post"):
            if body := _body(line.base.items[at].value):
                yield body


def _kind(place: str) -> str | None:
    """The kind of a unit below the province that a place's name begins with."""
    found = re.match(r"(xã|phường|thị trấn|huyện|quận|thị xã) (?=[\wĐ])", fold(place))
    return found[1] if found else None


def _unnamed(place: str) -> str:
    return re.sub(r"^(?:xã|phường|thị trấn|huyện|quận|thị xã)\s+", "", place, flags=re.IGNORECASE)


def _mostly(found: list[list[str]]) -> str | None:
    """The name that is told by itself, or far more often than any other."""
    found.sort(key=len, reverse=True)
    alone = len(found) == 1 or (len(found) > 1 and len(found[0]) >= _FAR_MORE * len(found[1]))
    return next((name for name in found[0] if fold(name) not in _OLD), found[0][0]) if alone else None


_OLD = frozenset({"sài gòn"})
"""Names of provinces that are common in speech and that no authority bears today."""
_FAR_MORE = 4
"""How many times as often as the next province the one is told that an article is about."""


def _only(found: Iterable[str]) -> str | None:
    places = list(found)
    return places[0] if len(places) == 1 else None
