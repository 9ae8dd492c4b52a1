"""A page → the same inside a notebook, in a frame of its own that can touch nothing around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphs.commands import check, chosen
from graphs.views import make

if TYPE_CHECKING:
    from pyoxigraph import Quad

HIGH = 680
"""Pixels that the frame is high."""


class Inline:
    """A page: `html` is its text, `save` writes it, and Jupyter shows it where it stands last in a cell."""

    def __init__(self, html: str) -> None:
        self.html = html

    def save(self, path: Path | str) -> Path:
        """Write the page to a file, whole or not at all."""
        from ontology.files import atomic_write

        atomic_write(Path(path), self.html.encode())
        return Path(path)

    def _repr_html_(self) -> str:
        from markupsafe import escape

        allowed = "allow-scripts allow-downloads allow-popups"
        return (
            f'<iframe title="thidua" sandbox="{allowed}" width="100%" height="{HIGH}" '
            f'style="border:1px solid #ccc" srcdoc="{escape(self.html)}"></iframe>'
        )


def inline(source: Path | Iterable[Quad], name: str, about: str | Sequence[str], articles: Sequence[str]) -> Inline:
    """The page of a view of a store, a file or quads."""
    asked = [about] if isinstance(about, str) else list(about)
    asked = [one for one in asked if one]
    check(name, asked)
    if not isinstance(source, Path):
        found, iris = chosen(name, quads=source, articles=articles, about=asked)
    elif source.is_dir():
        found, iris = chosen(name, store=source, articles=articles, about=asked)
    else:
        found, iris = chosen(name, file=source, articles=articles, about=asked)
    return Inline(make(name, found, iris))
