"""Names of the vocabularies → the IRIs that every other room writes and asks for."""

from __future__ import annotations

import re

from ontology.errors import UserError

BASE = "https://w3id.org/thidua/"
"""Where the IRIs of data begin unless the user says otherwise; the vocabulary and its schemes always begin here."""

TD = BASE + "ontology#"
TDH = BASE + "honour/"
TDP = BASE + "province/"
TDR = BASE + "role/"
TDK = BASE + "body-kind/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SH = "http://www.w3.org/ns/shacl#"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
WD = "http://www.wikidata.org/entity/"

PREFIXES: dict[str, str] = {
    "td": TD,
    "tdh": TDH,
    "tdp": TDP,
    "tdr": TDR,
    "tdk": TDK,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dct": DCT,
    "schema": SCHEMA,
    "org": ORG,
    "prov": PROV,
    "oa": OA,
    "sh": SH,
    "geo": GEO,
    "wd": WD,
}
"""The prefixes that every Turtle file, query and context of the project shares."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`#?]+/")


def checked_base(base: str) -> str:
    """A base for the IRIs of data, as it was given; `UserError` where IRIs cannot begin with it."""
    if not _BASE.fullmatch(base):
        raise UserError(f"--base {base}: must be an IRI that ends in /, such as {BASE}")
    return base
