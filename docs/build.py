"""The vocabulary → a static reference: pages that load nothing from anywhere; and the examples in modelling.md anew.

`python -m docs.build [FOLDER]` writes the pages (default: docs/site) and puts what `thidua build` makes of the sample
article into docs/modelling.md; `make docs` runs it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import jinja2

from docs import model, picture, snippets
from ontology import terms as T
from ontology.check_schemes import Concept, read_file
from ontology.listing import Row, list_honours, list_provinces
from ontology.spelling import unaccented

HERE = Path(__file__).resolve().parent
FACTS = ("grade", "decided_by", "may_go_to", "law", "from", "to", "level", "other_spellings")
"""What of a row the trees show."""
SCHEMES = {"roles": "Roles", "bodies": "Kinds of bodies"}
_STANDARDS = {
    "schema": "https://schema.org/",
    "org": "https://www.w3.org/TR/vocab-org/",
    "skos": "https://www.w3.org/TR/skos-reference/",
    "prov": "https://www.w3.org/TR/prov-o/",
    "oa": "https://www.w3.org/TR/annotation-vocab/",
    "dct": "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/",
    "geo": "https://www.w3.org/2003/01/geo/",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A concept in a tree."""

    key: str
    label: str
    english: str
    definition_vi: str
    definition_en: str
    spellings: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    """What is said of it besides: a heading and a text each."""
    children: tuple[Leaf, ...]

    @property
    def search(self) -> str:
        """All its spellings, without accents, for the search of the page."""
        return unaccented(" | ".join((self.label, self.english, *self.spellings)))


def build(folder: Path) -> None:
    """Write all pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["page"] = page
    honours = list_honours().rows
    provinces = list_provinces().rows
    pages: dict[str, dict[str, object]] = {
        "index": {
            "about": model.about,
            "picture": picture.picture(),
            "classes": model.terms("class"),
            "properties": model.terms("property"),
            "schemes": model.terms("scheme"),
            "others": model.others(),
            "prefixes": T.PREFIXES,
            "standards": _STANDARDS,
        },
        "honours": {"trees": tree("honours", {str(row["iri"]): row for row in honours}), "count": len(honours)},
        "provinces": {"regions": regions(provinces), "count": len(provinces), "slug": last},
        "roles": {"sections": [(title, tree(name, levels(name))) for name, title in SCHEMES.items()]},
    }
    for name, values in pages.items():
        html = environment.get_template(f"{name}.html").render(here=name, **values)
        (folder / f"{name}.html").write_text(html + "\n", encoding="utf-8")


def tree(name: str, rows: dict[str, Row]) -> list[Leaf]:
    """The concepts of a scheme's file below those that have nothing above them."""
    concepts = [c for c in read_file(model.ONTOLOGY / f"{name}.ttl").concepts.values() if c.kind]
    below: dict[str, list[Concept]] = {}
    for concept in concepts:
        for above in concept.values(T.SKOS + "broader") or [""]:
            below.setdefault(above, []).append(concept)

    def leaf(concept: Concept) -> Leaf:
        def text(predicate: str, language: str) -> str:
            return next(iter(concept.texts(T.SKOS + predicate, language)), "")

        return Leaf(
            key=last(concept.iri),
            label=text("prefLabel", "vi"),
            english=text("prefLabel", "en"),
            definition_vi=text("definition", "vi"),
            definition_en=text("definition", "en"),
            spellings=tuple(x for p in ("altLabel", "hiddenLabel") for x in concept.texts(T.SKOS + p, "vi")),
            facts=tuple((what, as_text(x)) for what, x in rows.get(concept.iri, {}).items() if what in FACTS and x),
            children=tuple(map(leaf, below.get(concept.iri, ()))),
        )

    return [leaf(concept) for concept in below[""]]


def levels(name: str) -> dict[str, Row]:
    """The level of each concept of a scheme's file that has one, and its further spellings."""
    out: dict[str, Row] = {}
    for concept in read_file(model.ONTOLOGY / f"{name}.ttl").concepts.values():
        found = concept.values(T.TD + "level")
        level = model.term(f"td:{found[0].removeprefix(T.TD)}").label_vi if found else None
        spellings = [x for p in ("altLabel", "hiddenLabel") for x in concept.texts(T.SKOS + p, "vi")]
        out[concept.iri] = {"level": level, "other_spellings": spellings}
    return out


def as_text(value: object) -> str:
    """A cell of a row as text."""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def regions(units: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """The units by region, in the order of the scheme."""
    out: dict[str, list[Row]] = {}
    for unit in units:
        out.setdefault(str(unit["region"]), []).append(unit)
    return list(out.items())


def last(iri: object) -> str:
    """The last part of an IRI: the anchor of a concept on its page."""
    return str(iri).rpartition("/")[2]


def page(name: str) -> str:
    """Where a term is described: on our page, in a standard's document, or nowhere (the empty string)."""
    prefix = name.partition(":")[0]
    places: dict[str, Callable[[], str]] = {"td": lambda: f"index.html#{name}"}
    if name.startswith("wd:"):
        item = name.removeprefix("wd:")
        return f"https://www.wikidata.org/wiki/{'Property:' if item.startswith('P') else ''}{item}"
    return places[prefix]() if prefix in places else _STANDARDS.get(prefix, "")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "site"
    build(target)
    snippets.renew(HERE / "modelling.md")
    print(target / "index.html")
