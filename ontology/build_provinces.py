"""vietnam-provinces, pycountry and provinces.tsv for what they lack → provinces.ttl, the provinces through time.

Run it with `python -m ontology.build_provinces` after a change of the table or a new release of a package; the file
that it writes is committed, so that nobody needs the packages to use the scheme.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ontology.spelling import slug

HERE = Path(__file__).parent
TABLE = HERE / "provinces.tsv"
OUTPUT = HERE / "provinces.ttl"

_HEAD = """\
# Made by ontology/build_provinces.py from provinces.tsv, vietnam-provinces and pycountry. Change those, not this file.
@prefix td: <https://w3id.org/thidua/ontology#> .
@prefix tdp: <https://w3id.org/thidua/province/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

tdp:scheme a skos:ConceptScheme ;
    dct:title "Các tỉnh, thành phố trực thuộc trung ương và vùng của Việt Nam qua thời gian"@vi ,
        "Provinces, centrally run cities and regions of Viet Nam through time"@en ;
    dct:license <https://creativecommons.org/licenses/by/4.0/> ;
    dct:source "Nghị quyết 202/2025/QH15; Nghị quyết 175/2024/QH15; Quyết định 124/2004/QĐ-TTg"@vi ,
        "vietnam-provinces (General Statistics Office); pycountry (ISO 3166-2); GeoNames (coordinates)"@en .
"""

_REGIONS: tuple[tuple[str, str, str, str], ...] = (
    ("Trung du và miền núi phía Bắc", "Northern midlands and mountains", "", "Trung du miền núi phía Bắc"),
    ("Đồng bằng sông Hồng", "Red River Delta", "", "Đồng bằng châu thổ sông Hồng"),
    ("Bắc Trung Bộ và duyên hải miền Trung", "North Central and Central Coast", "", ""),
    ("Bắc Trung Bộ", "North Central Coast", "Bắc Trung Bộ và duyên hải miền Trung", ""),
    ("Duyên hải Nam Trung Bộ", "South Central Coast", "Bắc Trung Bộ và duyên hải miền Trung", "Nam Trung Bộ"),
    ("Tây Nguyên", "Central Highlands", "", ""),
    ("Duyên hải Nam Trung Bộ và Tây Nguyên", "South Central Coast and Central Highlands", "", ""),
    ("Đông Nam Bộ", "Southeast", "", "Miền Đông Nam Bộ"),
    ("Đồng bằng sông Cửu Long", "Mekong River Delta", "", "ĐBSCL;Tây Nam Bộ"),
)
"""Regions: Vietnamese name, English name, the region that holds it, further spellings."""

_ENGLISH = {"Hồ Chí Minh": "Ho Chi Minh City", "Hà Nội": "Hanoi"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of provinces.tsv with its empty cells filled from the packages; the columns are explained there."""

    name: str
    version: str
    code: str
    iso: str
    type: str
    region: str
    seat: str
    lat: str
    long: str
    start: str
    end: str
    successor: str
    wikidata: str
    spellings: tuple[str, ...]

    @property
    def key(self) -> str:
        """The last part of the IRI: `bac-kan`, `thai-nguyen-2025`."""
        return slug(f"{self.name} {self.version}")


def rows() -> list[Row]:
    """All units, in the order of the table. Raises ValueError where the table and a package do not fit together."""
    import pycountry
    from vietnam_provinces import Province

    here = pycountry.subdivisions.get(country_code="VN")  # type: ignore[no-untyped-call]
    iso = {slug(s.name): s.code for s in here}
    iso["hue"] = iso["thua-thien-hue"]  # ISO 3166-2 has one code for the province and the city that it became
    today = {slug(p.name.removeprefix("Thành phố ")): p for p in Province.iter_all()}
    lines = (line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    out = []
    for cell in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        name = cell["name"]
        code = cell["code"]
        if not cell["to"]:
            unit = today.pop(slug(name), None)
            if unit is None or code not in ("", f"{unit.code:02d}"):
                raise ValueError(f"{TABLE.name}: {name} ({code}) is not a unit of today in vietnam-provinces")
            code = f"{unit.code:02d}"
        out.append(
            Row(
                name=name,
                version=cell["version"],
                code=code,
                iso=iso[slug(name)],
                type=cell["type"],
                region=cell["region"],
                seat=cell["seat"],
                lat=cell["lat"],
                long=cell["long"],
                start=cell["from"],
                end=cell["to"],
                successor=cell["successor"],
                wikidata=cell["wikidata"],
                spellings=tuple(s for s in cell["spellings"].split(";") if s),
            )
        )
    if today:
        raise ValueError(f"{TABLE.name} lacks {', '.join(sorted(today))}, which vietnam-provinces has")
    return out


def english(name: str) -> str:
    """A Vietnamese place name as English text writes it: without accents, save for the usual exceptions."""
    import unicodedata

    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return _ENGLISH.get(name) or "".join(c for c in plain if not unicodedata.combining(c))


def turtle() -> str:
    """The whole of provinces.ttl."""
    units = rows()
    after = {u.name: u.key for u in units if not u.end}
    before: dict[str, list[str]] = {}
    for u in units:
        if u.successor:
            before.setdefault(after[u.successor], []).append(u.key)
    blocks = [_HEAD]
    for vi, en, part_of, spellings in _REGIONS:
        lines = [f"tdp:{slug(vi)} a td:Region , skos:Concept", f'skos:prefLabel "{vi}"@vi , "{en}"@en']
        lines += [f'skos:altLabel "{s}"@vi' for s in spellings.split(";") if s]
        lines.append(_definition(*_region(vi, units)))
        lines.append(f"skos:broader tdp:{slug(part_of)}" if part_of else "skos:topConceptOf tdp:scheme")
        blocks.append(_block([*lines, "skos:inScheme tdp:scheme"]))
    blocks += [_block(_unit(u, after, before.get(u.key, []))) for u in units]
    return "\n".join(blocks)


def _unit(u: Row, after: dict[str, str], made_of: list[str]) -> list[str]:
    lines = [
        f"tdp:{u.key} a td:Province , schema:AdministrativeArea , skos:Concept",
        f'skos:prefLabel "{u.name}"@vi , "{english(u.name)}"@en',
        *([" , ".join(f'"{s}"@vi' for s in u.spellings).join(("skos:hiddenLabel ", ""))] if u.spellings else []),
        _definition(*_extent(u)),
        "skos:inScheme tdp:scheme",
        f'td:code "{u.code}"',
        f'td:iso "{u.iso}"',
        f"td:unitType td:{'centralCity' if u.type == 'city' else 'provincialUnit'}",
        f"td:region tdp:{slug(u.region)}",
        f'td:seat "{u.seat}"@vi',
        f"geo:lat {u.lat}",
        f"geo:long {u.long}",
    ]
    for term, day in (("validFrom", u.start), ("validTo", u.end)):
        if day:
            lines.append(f'td:{term} "{day}"^^xsd:date')
    if u.successor:
        lines.append(f"dct:isReplacedBy tdp:{after[u.successor]}")
    if made_of:
        lines.append("dct:replaces " + " , ".join(f"tdp:{k}" for k in made_of))
    if u.wikidata:  # an item goes on through a merger where the name does; so it is just this unit only if none was
        same = not u.end and not made_of
        lines.append(f"skos:{'exact' if same else 'close'}Match wd:{u.wikidata}")
    return lines


def _region(name: str, units: list[Row]) -> tuple[str, str]:
    """What a region is made of, in both languages: its units through time, or the regions below it."""
    parts = dict.fromkeys(u.name for u in units if u.region == name)
    regions = [(vi, en) for vi, en, part_of, _ in _REGIONS if part_of == name]
    if not parts:
        return (
            f"Vùng gồm {' và '.join(vi for vi, _ in regions)}.",
            f"The region of {' and '.join(en for _, en in regions)}.",
        )
    return f"Vùng gồm {', '.join(parts)}.", f"The region of {', '.join(map(english, parts))}."


def _extent(u: Row) -> tuple[str, str]:
    """What a unit is, and from when to when it is that, in both languages."""
    vi = ["Tỉnh" if u.type == "province" else "Thành phố trực thuộc trung ương"]
    en = ["A province" if u.type == "province" else "A centrally run city"]
    for day, tu, since in ((u.start, "từ ngày", "from"), (u.end, "đến hết ngày", "until")):
        if day:
            d = date.fromisoformat(day)
            vi.append(f"{tu} {d.day}/{d.month}/{d.year}")
            en.append(f"{since} {d.day} {d:%B} {d.year}")
    return f"{' '.join(vi)}.", f"{' '.join(en)}."


def _definition(vi: str, en: str) -> str:
    return f'skos:definition "{vi}"@vi ,\n        "{en}"@en'


def _block(lines: list[str]) -> str:
    return " ;\n    ".join(lines) + " .\n"


if __name__ == "__main__":
    OUTPUT.write_text(turtle(), "utf-8")
