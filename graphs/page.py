"""What a view tells and draws → one self-contained HTML page that loads nothing and works from a file.

The page is a template in `assets/`, with the scripts of all pages and those of the view; where there is a network,
pyvis writes it, with the vis-network script that pyvis ships. Script and style stand in their own files; they are
inlined, and a Content-Security-Policy allows exactly these by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graphs.legend import legend

if TYPE_CHECKING:
    from jinja2 import Environment

    from graphs.content import Content
    from graphs.drawing import Drawing

STYLES = ("page.css", "stages.css")
BEFORE = ("data.js", "state.js", "filter.js", "svg.js", "theme.js", "symbols.js", "facts.js")
AFTER = ("panel.js", "search.js", "legend.js", "table.js", "save.js", "main.js")
NETWORK = ("things.js", "names.js", "picture.js", "scene.js")
DOSSIER = ("stage.js", "matrix.js", "clusters.js", "flow.js", "honours.js", "timeline.js", "dossier.js")
STAGES = {
    "network": NETWORK,
    "article": (*NETWORK, "text.js"),
    "clusters": ("stage.js", "matrix.js", "clusters.js"),
    "honours": ("stage.js", "matrix.js", "clusters.js", "flow.js", "honours.js"),
    "together": NETWORK,
    "map": ("stage.js", "map.js"),
    "person": DOSSIER,
    "province": DOSSIER,
    "index": ("stage.js", "index.js"),
}
"""The scripts that show each view, between those that all pages share."""
VIS = "lib/vis-9.1.2/vis-network.min.js"
"""Where the pyvis package keeps vis-network."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its view, its own title if it is about one thing, what it tells, its network if it draws one, what else
    its script is given, the address of the index that it belongs to, if it does, and what was asked for by name."""

    view: str
    title: str
    content: Content
    drawing: Drawing | None
    extra: dict[str, object]
    home: str = ""
    about: str = ""


def render(page: Page) -> str:
    """The page as HTML."""
    styles = [_asset(name) for name in STYLES]
    scripts = [_asset(name) for name in (*BEFORE, *STAGES[page.view], *AFTER)]
    if page.drawing:
        scripts.insert(0, _vis())
    environment = _environment()
    environment.globals.update(
        title=page.title,
        view=page.view,
        home=page.home,
        about=page.about,
        words=legend()["views"][page.view],
        styles=styles,
        scripts=scripts,
        style_hashes=[_hash(s) for s in styles],
        script_hashes=[_hash(s) for s in scripts],
        legend=legend(),
        aside=page.content.aside,
        facts=page.content.facts,
        passages=page.content.passages,
        articles=page.content.articles,
        shelves=page.drawing.shelves if page.drawing else {},
        extra=page.extra,
        drawn=page.drawing is not None,
    )
    if page.drawing is None:
        return environment.get_template("page.html").render(nodes=page.content.things, edges=[], options="{}")
    picture = page.drawing.picture
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


def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        loader=DictLoader({"page.html": _asset("page.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["data"] = script_json
    return environment


@lru_cache(maxsize=64)
def _asset(name: str) -> str:
    return (files("graphs") / "assets" / name).read_text("utf-8")


@lru_cache(maxsize=1)
def _vis() -> str:
    return (files("pyvis") / VIS).read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _hash(text: str) -> str:
    """A source expression of the Content-Security-Policy: allows an inline element with exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
