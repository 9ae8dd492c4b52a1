"""A page with the names of nodes → the same page with the Turtle that `thidua build` writes of them, for the sample.

A block to be filled begins with a comment that names subjects as the Turtle does, and `NAME/passage` for the first
passage of one and its selector:

    <!-- a:photo-1 a:photo-1/passage -->
    ```turtle
    ```
"""

from __future__ import annotations

import re
from pathlib import Path

import thidua
from ontology.serialize import to_bytes

_BLOCK = re.compile(r"<!-- ((?:[\w-]+:[\w./-]+ ?)+) -->\n```turtle\n.*?```", re.S)
_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LONGEST = 110
"""Longer texts are cut in the examples."""
SEED = Path(thidua.__file__).parent / "ingest" / "sample" / "seed.txt"


def renew(page: Path) -> None:
    """Fill the blocks of a page, where they are not what they must be."""
    old = page.read_text("utf-8")
    new = filled(old)
    if new != old:
        page.write_text(new, "utf-8")


def filled(text: str) -> str:
    """A page with its blocks as they must be. Raises `KeyError` for a subject that the sample's graph has not."""
    blocks = subjects()
    return _BLOCK.sub(lambda m: f"<!-- {m[1]} -->\n```turtle\n{_block(m[1].split(), blocks)}\n```", text)


def subjects() -> dict[str, str]:
    """What the Turtle of the sample says of each subject, as it is written."""
    turtle = to_bytes(thidua.build(SEED), "ttl").decode()
    blocks = (block for block in turtle.split("\n\n") if not block.startswith(("#", "@prefix")))
    return {block.partition(" ")[0]: _TEXT.sub(_cut, block).strip() for block in blocks}


def _block(names: list[str], blocks: dict[str, str]) -> str:
    out = []
    for name in names:
        if name.endswith("/passage"):
            found = re.search(r"prov:wasDerivedFrom (\S+)", blocks[name.removesuffix("/passage")])
            if not found:
                raise KeyError(name)
            out += [blocks[found[1]], blocks[f"{found[1]}-selector"]]
        else:
            out.append(blocks[name])
    return "\n\n".join(out)


def _cut(text: re.Match[str]) -> str:
    return text[0] if len(text[0]) <= _LONGEST else f'{text[0][: _LONGEST - 20]}…"'
