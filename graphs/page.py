"""What a view tells and draws → one self-contained HTML page that loads nothing and works from a file.

The page is a template in `assets/`, with the scripts of all pages and those of the view; where there is a network,
pyvis writes it, with the vis-network script that pyvis ships, or, where it is large, sigma.js draws it from packed
data. Script and style stand in their own files; they are inlined, and a Content-Security-Policy allows exactly these
by their hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graphs.crowd import Crowd
from graphs.legend import legend
from ontology.errors import UserError

if TYPE_CHECKING:
    from jinja2 import Environment

    from graphs.content import Content
    from graphs.drawing import Drawing

STYLES = ("page.css", "stages.css")
BEFORE = ("state.js", "filter.js", "svg.js", "theme.js", "symbols.js", "facts.js")
AFTER = ("panel.js", "search.js", "legend.js", "table.js", "save.js", "main.js")
NETWORK = ("things.js", "names.js", "lit.js", "keys.js", "picture.js", "scene.js")
CROWD = ("lit.js", "keys.js", "ground.js", "drag.js", "front.js", "crowd.js", "sketch.js")
"""What shows a large network, in the place of `NETWORK`."""
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
SIGMA = "sigma/sigma.min.js"
"""sigma.js and graphology in one file: made of npm's packages when the wheel is built, or by `make sigma`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its view, its own title if it is about one thing, what it tells, its network if it draws one, what else
    its script is given, the address of the index that it belongs to, if it does, and what was asked for by name."""

    view: str
    title: str
    content: Content
    drawing: Drawing | Crowd | None
    extra: dict[str, object]
    home: str = ""
    about: str = ""


def render(page: Page) -> str:
    """The page as HTML."""
    styles = [_asset(name) for name in STYLES]
    large = isinstance(page.drawing, Crowd)
    stage = STAGES[page.view]
    if large:
        stage = (*CROWD, *(name for name in stage if name not in NETWORK))
    parts = "\n".join(_asset(name) for name in (*BEFORE, *stage, *AFTER))
    scripts = [_sigma()] if large else [_vis()] if page.drawing else []
    scripts += [_asset("data.js"), _asset("packed.js" if large else "plain.js")]
    scripts.append(f"thidua.loaded.then(() => {{\n{parts}\n}});\n")
    environment = _environment()
    environment.globals.update(
        title=page.title,
        view=page.view,
        home=page.home,
        words=legend()["views"][page.view],
        styles=styles,
        scripts=scripts,
        style_hashes=[_hash(s) for s in styles],
        script_hashes=[_hash(s) for s in scripts],
        drawn=page.drawing is not None,
    )
    told = page.content
    data: dict[str, object] = {"view": page.view, "legend": legend(), "extra": page.extra, "about": page.about}
    if isinstance(page.drawing, Crowd):
        packed = {"columns": _packed(page.drawing.columns), "quotes": [_packed(q) for q in page.drawing.quotes]}
        return environment.get_template("page.html").render(data=data, packed=packed)
    data |= {"aside": told.aside, "facts": told.facts, "passages": told.passages, "articles": told.articles}
    environment.globals.update(data=data, packed=None)
    if page.drawing is None:
        data["shelves"] = {}
        return environment.get_template("page.html").render(nodes=told.things, edges=[], options="{}")
    data["shelves"] = page.drawing.shelves
    picture = page.drawing.picture
    picture.templateEnv, picture.path = environment, "page.html"
    text: str = picture.generate_html()
    return text


def _packed(value: object) -> str:
    """JSON, deflated, in letters."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    deflate = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(text) + deflate.flush()).decode()


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


def _sigma() -> str:
    try:
        return _asset(SIGMA)
    except FileNotFoundError:
        raise UserError(
            "a network of this size is drawn by sigma.js, which this installation lacks, as it was made without npm; "
            "install Node with npm and thidua again, or choose a part with --about or --article"
        ) from None


@lru_cache(maxsize=1)
def _vis() -> str:
    return (files("pyvis") / VIS).read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _hash(text: str) -> str:
    """A source expression of the Content-Security-Policy: allows an inline element with exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
