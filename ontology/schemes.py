"""The SKOS schemes on disk → plain records for matching, search and display."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, parse

from ontology import terms as T
from ontology.errors import UserError
from ontology.spelling import fold

HERE = Path(__file__).parent
PROVINCES = HERE / "provinces.ttl"
HONOURS = HERE / "honours.ttl"
ROLES = HERE / "roles.ttl"
BODY_KINDS = HERE / "bodies.ttl"

UNDATED = date(2024, 12, 31)
"""The day on which an article without a date is read: the last one of the 63 units under the names of 2008."""

_SPELLINGS = (T.SKOS + "prefLabel", T.SKOS + "altLabel", T.SKOS + "hiddenLabel")
_OWN = (
    *("code", "iso", "unitType", "region", "validFrom", "validTo", "grade", "decidedBy", "mayGoTo", "lawArticle"),
    *("underLaw", "excludes", "leadWords", "level"),
)
_WANTED = frozenset(
    (
        *(*_SPELLINGS, T.RDF + "type", T.SKOS + "broader", T.DCT + "isReplacedBy", T.GEO + "lat", T.GEO + "long"),
        *(T.TD + name for name in _OWN),
    )
)
"""The predicates that the records are made of; the others are passed over, for speed."""

Description = dict[str, list[str]]


class Unit(NamedTuple):
    """A province or centrally run city in one shape: from `valid_from` to `valid_to`, both included; None is open."""

    iri: str
    name: str
    """Its plain name: `Bắc Kạn`, `Hồ Chí Minh`."""
    labels: tuple[str, ...]
    """All Vietnamese spellings and abbreviations, the plain name first."""
    code: str
    """Two digits of the General Statistics Office."""
    iso: str
    """ISO 3166-2."""
    type: str
    """`province` or `city` (run by the centre)."""
    region: str
    """IRI of the region."""
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    """IRIs of the units that it went into."""
    lat: float
    long: float
    """Where its seat lies, in degrees of WGS 84."""

    def valid(self, on: date) -> bool:
        """Whether the unit existed in this shape on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class Honour(NamedTuple):
    """An honour, a grade of one, or a kind of honours."""

    iri: str
    label: str
    labels: tuple[str, ...]
    """All Vietnamese spellings and abbreviations, the preferred label first."""
    broader: tuple[str, ...]
    grade: int | None
    """1 to 3 for hạng Nhất to hạng Ba."""
    decided_by: tuple[str, ...]
    """IRIs of the authorities that decide on it, as coded values of the vocabulary."""
    may_go_to: tuple[str, ...]
    """IRIs of the kinds of recipients that it can go to, as coded values."""
    law_articles: tuple[str, ...]
    """`Luật 06/2022/QH15, Điều 42`."""
    under_laws: tuple[str, ...]
    """IRIs of the laws that provide for it, as coded values."""
    valid_from: date | None
    valid_to: date | None


class Role(NamedTuple):
    """A role that people hold in bodies."""

    iri: str
    label: str
    labels: tuple[str, ...]
    """All Vietnamese spellings and abbreviations, the preferred label first."""


_own_file: Path | None = None


def use(path: Path) -> None:
    """Add a user's file of further honours and roles to the schemes, for as long as the process lives.

    To be called before anything else here. Raises `UserError` with file, line and reason where the file is not as it
    must be, and where the schemes are in use already, without it.
    """
    global _own_file
    if path == _own_file:
        return
    if _read.cache_info().currsize:
        raise UserError(f"{path}: it is too late for another vocabulary; give it in a process of its own")
    from ontology.check_schemes import check_own

    wrong = check_own(path)
    if wrong:
        more = f" ({len(wrong) - 1} more: thidua check ontology --vocabulary {path})" if len(wrong) > 1 else ""
        raise UserError(wrong[0] + more)
    _own_file = path


def own_file() -> Path | None:
    """The file given to `use`; a process that is to match the same honours and roles must be given it too."""
    return _own_file


@lru_cache(maxsize=1)
def provinces() -> tuple[Unit, ...]:
    """All provinces and centrally run cities through time, in the order of their codes, older ones first."""
    units = []
    for iri, d in _read(PROVINCES).items():
        if T.TD + "Province" not in d.get(T.RDF + "type", ()):
            continue
        labels = _spellings(d)
        units.append(
            Unit(
                iri=iri,
                name=labels[0],
                labels=labels,
                code=d[T.TD + "code"][0],
                iso=d[T.TD + "iso"][0],
                type="city" if d[T.TD + "unitType"][0] == T.TD + "centralCity" else "province",
                region=d[T.TD + "region"][0],
                valid_from=_day(d, T.TD + "validFrom"),
                valid_to=_day(d, T.TD + "validTo"),
                successors=tuple(d.get(T.DCT + "isReplacedBy", ())),
                lat=float(d[T.GEO + "lat"][0]),
                long=float(d[T.GEO + "long"][0]),
            )
        )
    return tuple(units)


def predecessors(iri: str) -> list[str]:
    """The IRIs of all units that went into one, directly or through others, in order."""
    found: list[str] = []
    for unit in provinces():
        if iri in unit.successors:
            found += [unit.iri, *predecessors(unit.iri)]
    return sorted(set(found))


@lru_cache(maxsize=1)
def honours() -> tuple[Honour, ...]:
    """All concepts of the scheme of honours, in the order of the file, and then those of the user's file."""
    out = []
    for iri, d in _with_own(HONOURS):
        if T.TD + "Honour" not in d.get(T.RDF + "type", ()):
            continue
        labels = _spellings(d)
        grade = d.get(T.TD + "grade", ())
        out.append(
            Honour(
                iri=iri,
                label=labels[0],
                labels=labels,
                broader=tuple(d.get(T.SKOS + "broader", ())),
                grade=int(grade[0]) if grade else None,
                decided_by=tuple(d.get(T.TD + "decidedBy", ())),
                may_go_to=tuple(d.get(T.TD + "mayGoTo", ())),
                law_articles=tuple(d.get(T.TD + "lawArticle", ())),
                under_laws=tuple(d.get(T.TD + "underLaw", ())),
                valid_from=_day(d, T.TD + "validFrom"),
                valid_to=_day(d, T.TD + "validTo"),
            )
        )
    return tuple(out)


def own_roles() -> tuple[Role, ...]:
    """The roles of the user's file, in its order; none without such a file."""
    described = _read(_own_file).items() if _own_file else ()
    return tuple(_role(iri, d) for iri, d in described if T.ORG + "Role" in d.get(T.RDF + "type", ()))


def _role(iri: str, d: Description) -> Role:
    labels = _spellings(d)
    return Role(iri, labels[0], labels)


def province_iri(name: str, on: date | None = None) -> str | None:
    """The IRI of the province of this name, in any spelling, as the units stood on a day; None if no unit had the name.

    A name that was gone by that day means the unit that bore it last. Without a day it is the end of 2024.

    >>> province_iri("Bắc Cạn")
    'https://w3id.org/thidua/province/bac-kan'
    >>> province_iri("Thái Nguyên", date(2025, 7, 1))
    'https://w3id.org/thidua/province/thai-nguyen-2025'
    """
    on = on or UNDATED
    known = _units_by_name().get(fold(name), ())
    for unit in known:
        if unit.valid(on):
            return unit.iri
    gone = [u for u in known if u.valid_to is not None and u.valid_to < on]
    if gone:
        return max(gone, key=lambda u: (u.valid_to or on, u.iri)).iri
    # Units older than the first that the scheme dates (1997, 2004, 2008) stand for their predecessors of the same name.
    early = [u for u in known if u.valid_from is not None and u.valid_from.year <= 2008]
    return early[0].iri if early else None


def honour_iri(wording: str) -> tuple[str, bool] | None:
    """The IRI of the honour that a wording names, and whether it names just that one.

    Otherwise it is the nearest broader one: that of the longest label with which the wording begins. None if there is
    no such label, and for what is no honour, as medals of contests.

    >>> honour_iri("Huân chương lao động hạng nhất")
    ('https://w3id.org/thidua/honour/huan-chuong-lao-dong-hang-nhat', True)
    >>> honour_iri("Bằng khen của Bộ Công thương")
    ('https://w3id.org/thidua/honour/bang-khen-cua-bo-ban-nganh-doan-the-trung-uong', False)
    >>> honour_iri("Huy chương vàng Olympic Toán")
    """
    labels = _honours_by_label()
    key = fold(wording)
    found = labels.get(key)
    if found:
        return found, True
    key = _without_leads(key, HONOURS)
    start = _longest_start(key, labels)
    found = labels.get(start, "")
    return (found, start == key) if found else None


@lru_cache(maxsize=1)
def honour_labels() -> dict[str, str]:
    """The Vietnamese label of each honour of the scheme by its IRI."""
    return {honour.iri: honour.label for honour in honours()}


def role_iri(wording: str) -> str | None:
    """The IRI of the role in a post as worded: that of the longest label with which it begins; None if there is none.

    >>> role_iri("Phó Chủ tịch thường trực UBND tỉnh Bắc Kạn")
    'https://w3id.org/thidua/role/pho-chu-tich-thuong-truc'
    """
    labels = _roles_by_label()
    key = _without_leads(fold(wording), ROLES)
    return labels.get(_longest_start(key, labels))


def body_kind_iri(name: str) -> str | None:
    """The IRI of the kind of a body by its name: that of the longest label with which it begins; None if there is none.

    >>> body_kind_iri("UBND tỉnh Bắc Kạn")
    'https://w3id.org/thidua/body-kind/uy-ban-nhan-dan-tinh'
    """
    labels = _concepts_by_label(BODY_KINDS)
    return labels.get(_longest_start(fold(name), labels))


def broader(iri: str, path: Path) -> tuple[str, ...]:
    """A concept of a scheme's file and all that is broader, the nearest first.

    >>> [iri.rpartition("/")[2] for iri in broader(T.TDK + "so", BODY_KINDS)]
    ['so', 'uy-ban-nhan-dan']
    """
    found = {iri: None}
    queue = [iri]
    for concept in queue:
        above = [x for x in _read(path).get(concept, {}).get(T.SKOS + "broader", ()) if x not in found]
        found |= dict.fromkeys(above)
        queue += above
    return tuple(found)


@lru_cache(maxsize=1024)
def level(iri: str, path: Path) -> str | None:
    """The level of government of a kind of body or of a role, by itself or by what is broader: `central` … or None.

    >>> level(T.TDK + "so", BODY_KINDS), level(T.TDR + "thu-tuong", ROLES), level(T.TDR + "giam-doc", ROLES)
    ('provincial', 'central', None)
    """
    told = (x for concept in broader(iri, path) for x in _read(path).get(concept, {}).get(T.TD + "level", ()))
    return next((x.removeprefix(T.TD) for x in told), None)


def _longest_start(key: str, labels: Container[str]) -> str:
    """The longest of some labels with which a key begins, word by word; the empty string if none."""
    words = key.split(" ")
    starts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return next((start for start in starts if start in labels), "")


@lru_cache(maxsize=2)
def _concepts_by_label(path: Path) -> dict[str, str]:
    return {fold(label): iri for iri, d in _read(path).items() for label in _spellings(d)}


@lru_cache(maxsize=1)
def _roles_by_label() -> dict[str, str]:
    own = {fold(label): role.iri for role in own_roles() for label in role.labels}
    return _concepts_by_label(ROLES) | own


@lru_cache(maxsize=1)
def _units_by_name() -> dict[str, tuple[Unit, ...]]:
    index: dict[str, tuple[Unit, ...]] = {}
    for unit in provinces():
        for key in dict.fromkeys(fold(label) for label in unit.labels):
            index[key] = (*index.get(key, ()), unit)
    return index


@lru_cache(maxsize=1)
def _honours_by_label() -> dict[str, str]:
    """Honours by folded label, and the empty string for what is no honour."""
    index = {fold(label): h.iri for h in honours() for label in h.labels}
    for d in _read(HONOURS).values():
        for wording in d.get(T.TD + "excludes", ()):
            index.setdefault(fold(wording), "")
    return index


def _without_leads(key: str, path: Path) -> str:
    """A key without the words that may stand before a name and are no part of it (`danh hiệu`, `nguyên`)."""
    leads = _leads(path)
    while lead := next((x for x in leads if key.startswith(x + " ")), None):
        key = key[len(lead) + 1 :]
    return key


@lru_cache(maxsize=2)
def _leads(path: Path) -> tuple[str, ...]:
    found = {fold(x) for d in _read(path).values() for x in d.get(T.TD + "leadWords", ())}
    return tuple(sorted(found, key=lambda x: (-len(x), x)))


def _with_own(path: Path) -> Iterator[tuple[str, Description]]:
    yield from _read(path).items()
    if _own_file:
        yield from _read(_own_file).items()


# -- Turtle ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _read(path: Path) -> dict[str, Description]:
    """What a file says of each of its IRIs as far as the records need it, in the order of the file."""
    out: dict[str, Description] = {}
    for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        predicate = quad.predicate.value
        if predicate in _WANTED:
            value = quad.object
            if predicate in _SPELLINGS and value.language != "vi":
                continue
            out.setdefault(quad.subject.value, {}).setdefault(predicate, []).append(value.value)
    return out


def _day(d: Description, predicate: str) -> date | None:
    found = d.get(predicate)
    return date.fromisoformat(found[0]) if found else None


def _spellings(d: Description) -> tuple[str, ...]:
    return tuple(label for p in _SPELLINGS for label in d.get(p, ()))
