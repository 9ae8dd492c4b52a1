"""RDF from elsewhere → a reason not to read it, where reading would fetch something or grow without end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from ontology.errors import UserError

_ENTITY = b"<!ENTITY"
_LONGEST = 600
"""More bytes than the declaration of an entity takes that may be read."""
_NAMESPACE = re.compile(rb"<!ENTITY\s+[^\s\"'&%]{1,100}\s+(?:\"[^\"&%]{0,300}\"|'[^'&%]{0,300}')\s*>")


def refuse_bombs(pieces: Iterable[bytes], name: str) -> None:
    """`UserError` where an RDF/XML document declares entities that stand for one another, for long texts or for files:
    written out they could fill all memory. Short ones, which stand for namespaces, are fine.

    The document comes in pieces. It is looked at as bytes: where it only speaks of entities, in a comment, these must
    be as harmless.
    """
    rest = b""
    for piece in chain(pieces, [b" " * _LONGEST]):
        text = rest + piece.replace(b"\0", b"")  # UTF-16, as far as it matters here
        at = text.find(_ENTITY)
        while 0 <= at <= len(text) - _LONGEST:
            if not _NAMESPACE.match(text, at):
                raise UserError(f"{name}: its entities stand for more than namespaces, and are not written out")
            at = text.find(_ENTITY, at + 1)
        rest = text[-_LONGEST:]


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """What is in a file, in pieces, from its beginning; the file is then at its beginning again."""
    while piece := file.read(1 << 20):
        yield piece
    file.seek(0)


def why(message: str) -> str:
    """A parser's message as the end of a sentence."""
    if "LoadDocumentCallback" in message:
        return "it asks for a JSON-LD context elsewhere, which is not fetched; put the context into the file"
    return re.sub(r"^Parser error at .*?: ", "", message)
