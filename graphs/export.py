"""A part of a store or of an RDF file → a file: RDF, tables, a description; or its network as GraphML or GEXF, for
Gephi, Cytoscape and the like."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from graphs.network import network
from ontology.errors import UserError
from ontology.files import atomic_file
from queries import export

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from queries.part import Part

NETWORKS = ("graphml", "gexf")
MOST_QUOTE = 300
"""Characters of a quote on an edge."""


def to_file(
    part: Part, output: str, form: str | None = None, *, describing: bool = False, licence: str | None = None
) -> tuple[int, str]:
    """Write a part to a file, whole or not at all, or to standard output if the name is `-`: how much of what.

    The suffix of the name tells the format where `form` does not. With `describing` it is a description in Turtle.
    """
    form = form or _form_of(output)
    if describing and form != "ttl":
        raise UserError(f"a description is Turtle; name a file that ends in .ttl, not {output}")
    sys.stdout.flush()
    with nullcontext(sys.stdout.buffer) if output == "-" else atomic_file(Path(output)) as out:
        if describing:
            return out.write(export.describe(part, "thidua", licence, date.today())), "bytes"
        if form in NETWORKS:
            return write_network(part.quads(), form, out), "edges"
        return export.export(part, form, out), "rows" if form == "zip" else "statements"


def _form_of(output: str) -> str:
    suffix = PurePath(output).suffix.lower().lstrip(".")
    known = (*export.FORMATS, *NETWORKS)
    if suffix not in known:
        raise UserError(f"{output}: no format goes with this name; end it in .{', .'.join(known)}, or give --format")
    return suffix


def write_network(quads: Iterable[Quad], form: str, out: BinaryIO) -> int:
    """Write the network of quads in one of the `NETWORKS`; the number of its edges.

    Nodes have `label`, `kind` and `other_labels`, and the first and last `year` of their facts where one is told.
    Edges have `relation`, `label`, `fact`, `status`, `year`, `rule`, `quote`, `source` and `url`.
    """
    import networkx as nx

    held = network(quads)
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in held.nodes(data=True):
        years = sorted(fact.year for fact in data["facts"] if fact.year.isdigit())
        told: dict[str, int | str] = {"first_year": int(years[0]), "last_year": int(years[-1])} if years else {}
        told |= {"other_labels": _xml(" | ".join(data["other_labels"])), "facts": len(data["facts"])}
        plain.add_node(iri, label=_xml(data["label"]), kind=data["kind"], **told)
    for number, (source, target, data) in enumerate(held.edges(data=True)):
        fact = data["fact"]
        quote = fact.quotes[0] if fact.quotes else None
        plain.add_edge(
            source, target, key=str(number), label=data["relation"], relation=data["relation"], fact=fact.iri,
            status=fact.status, year=fact.year, rule=fact.rule, quote=_xml(quote.exact[:MOST_QUOTE]) if quote else "",
            source=quote.source.iri if quote else "", url=quote.source.url if quote else "",
        )  # fmt: skip
    if form == "graphml":
        nx.write_graphml_xml(plain, out, named_key_ids=True)
    else:
        nx.write_gexf(plain, out)
    return int(plain.number_of_edges())


def _xml(text: str) -> str:
    """A text with only characters that XML can hold."""
    return export.NO_XML.sub("\ufffd", text)
