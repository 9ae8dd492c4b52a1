"""RDF quads of articles → one self-contained HTML page that loads nothing and works from a file.

pyvis writes the page through the template in `assets/`, with the vis-network script that pyvis ships. Script and style
stand in their own files; they are inlined, and a Content-Security-Policy allows exactly these by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.files import atomic_write

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graphs.drawing import Article, Drawing

STYLES = ("page.css",)
SCRIPTS = (
    "data.js",
    "state.js",
    "theme.js",
    "symbols.js",
    "things.js",
    "picture.js",
    "panel.js",
    "search.js",
    "legend.js",
    "table.js",
    "main.js",
)
VIS = "lib/vis-9.1.2/vis-network.min.js"
"""Where the pyvis package keeps vis-network."""


def page(quads: Iterable[Quad]) -> str:
    """The network page of one article or many as HTML: the same text for the same quads, in whatever order."""
    from graphs.drawing import draw
    from graphs.network import network

    return render(draw(network(quads)))


def write_page(quads: Iterable[Quad], path: Path) -> None:
    """Write the network page to a file, whole or not at all. An unwritable path is a `UserError`."""
    atomic_write(path, page(quads).encode())


def render(drawing: Drawing) -> str:
    """The page of a drawing, by pyvis through our template."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    articles = drawing.articles
    styles = [_asset(name) for name in STYLES]
    scripts = [_vis(), *(_asset(name) for name in SCRIPTS)]
    environment = Environment(
        loader=DictLoader({"page.html": _asset("page.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data"] = script_json
    environment.globals.update(
        title=_title(articles),
        styles=styles,
        scripts=scripts,
        style_hashes=[_hash(s) for s in styles],
        script_hashes=[_hash(s) for s in scripts],
        legend=drawing.legend,
        facts=drawing.facts,
        passages=drawing.passages,
        articles=articles,
        shelves=drawing.shelves,
    )
    picture = drawing.picture
    picture.templateEnv, picture.path = environment, "page.html"
    text: str = picture.generate_html()
    return text


def script_json(value: object) -> str:
    """JSON that can stand in a script element whatever it holds: no character that HTML or old JavaScript reads.

    >>> print(script_json("</script>&"))
    "\\u003c/script\\u003e\\u0026"
    """
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for c in "<>&\u2028\u2029":
        text = text.replace(c, f"\\u{ord(c):04x}")
    text = "".join(c if not 0xD800 <= ord(c) <= 0xDFFF else f"\\u{ord(c):04x}" for c in text)
    return Markup(text)


def _title(articles: list[Article]) -> str:
    match len(articles):
        case 0:
            return "No article · Chưa có bài báo"
        case 1:
            return articles[0]["title"]
        case many:
            return f"{many} articles · {many} bài báo"


def _asset(name: str) -> str:
    return (files("graphs") / "assets" / name).read_text("utf-8")


def _vis() -> str:
    return (files("pyvis") / VIS).read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _hash(text: str) -> str:
    """A source expression of the Content-Security-Policy: allows an inline element with exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
