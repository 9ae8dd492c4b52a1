"""One article's facts and quads → all that the program makes of them, in a folder and on the screen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graphs.views import page
from ontology.console import own_name, tell, width, write
from ontology.errors import UserError
from ontology.serialize import to_bytes
from queries.formats import write as write_answer
from queries.run import run
from queries.sources import open_source
from queries.table import render

if TYPE_CHECKING:
    from pyoxigraph import Quad

ASKED = ("cluster-leads", "awards", "proposed-honours")
"""The named queries that are shown."""


def begin(output: Path, text: bytes) -> Path:
    """Make the folder and put the article there; gives the article's file."""
    tell("Reading the article that comes with thidua; writing its graph and its page ...")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"cannot make the folder {output}: {error.strerror}; name another with -o") from None
    write(str(output / "seed.txt"), text)
    return output / "seed.txt"


def answers(output: Path, title: str, told: list[list[str]], quads: list[Quad]) -> None:
    """Write the graph and the page, and print what the article says (`told`: kind, number, the first), three answers
    and what can be done next."""
    article, turtle, html = (output / f"seed.{suffix}" for suffix in ("txt", "ttl", "html"))
    write(str(turtle), to_bytes(quads, "ttl"))
    write(str(html), page(quads).encode())
    print(f"{title}\n\nWhat it says\n")
    print(render(["kind", "facts", "the first"], told, width()))
    source = open_source(graph=turtle)
    for name in ASKED:
        answer = run(name, {}, source)
        print(f"{answer.query.title} (thidua query {name})\n", flush=True)
        write_answer(answer, "table", sys.stdout.buffer, width())
        print()
    me = own_name()
    print(f"""Written
  {article}   the article
  {turtle}   its graph: {len(quads)} statements, in Turtle
  {html}  its network page: open it in a browser

Next
  {me} facts {article} --format table
  {me} query people --graph {turtle}
  {me} queries
  {me} build {article} && {me} view --open""")
