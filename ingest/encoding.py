"""Bytes → the text of a page, or what they look like, in words for the person who has to convert them."""

from __future__ import annotations

import codecs
import re

from ontology.errors import UserError

_PAGE = re.compile(
    r"\ufeff?(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,800}-->)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (as DOCX, ODT and EPUB are)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file (DOC, XLS)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
)

_LEGACY: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("TCVN3 (ABC)", (b"c\xf1a", b"\xae\xad\xeec", b"m\xe9t", b"ng\xad\xeai", b"t\xd8nh")),
    ("VISCII", (b"c\xfca", b"\xf0\xdf\xfec", b"m\xb5t", b"ng\xdf\xb6i", b"t\xefnh")),
    ("Windows-1258", (b"cu\xd2a", b"\xf0\xfd\xf5\xf2c", b"m\xf4\xf2t", b"ng\xfd\xf5\xcci", b"ti\xd2nh")),
    ("VNI", (b"cu\xfba", b"\xf1\xf6\xf4\xefc", b"mo\xe4t", b"ng\xf6\xf4\xf8i", b"t\xe6nh")),
)
"""The words của, được, một, người, tỉnh in the encodings of Vietnamese before Unicode: TCVN 5712:1993 (VN3), RFC 1456,
Microsoft code page 1258, VNI for Windows. None of the byte strings is a word in two of them."""


def foreign_form(data: bytes) -> str | None:
    """What the bytes are where they plainly are no text of one byte a character or more (`a PDF`), else None.

    >>> foreign_form(b"%PDF-1.7 ..."), foreign_form("Hà Nội".encode())
    ('a PDF', None)
    >>> foreign_form("Hà Nội".encode("utf-16-le"))
    'text in UTF-16 (little-endian)'
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "text in UTF-32"
    if data.startswith(codecs.BOM_UTF16_LE):
        return "text in UTF-16 (little-endian)"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "text in UTF-16 (big-endian)"
    head = data[:4096]
    if b"\0" not in head:
        return "binary" if b"\0" in data else None
    # Most of any Vietnamese text is ASCII letters and spaces; in UTF-16 one of the two bytes of those is zero.
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) >= 4 and max(even, odd) * 4 > len(head) and min(even, odd) * 8 < max(even, odd):
        return f"text in UTF-16 ({'big' if even > odd else 'little'}-endian)"
    return "binary"


def legacy_encoding(data: bytes) -> str:
    """What text that fails to decode as UTF-8 looks like, as the end of a sentence.

    >>> legacy_encoding("của một người".encode("utf-8") * 9 + b"\\xff")
    'damaged UTF-8'
    >>> legacy_encoding(b"Quy\\xd5t \\xae\\xdenh c\\xf1a Ch\\xddnh ph\\xf1")
    'text in TCVN3 (ABC)'
    """
    text = data.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(not c.isascii() for c in text) - wrong
    if right > 4 * wrong:
        return "damaged UTF-8"
    counts = [
        (sum(len(re.findall(re.escape(w) + rb"(?![a-z])", data)) for w in words), name) for name, words in _LEGACY
    ]
    best, name = max(counts)
    if best:
        return f"text in {name}"
    if not any(0x80 <= b < 0xA0 for b in data):
        return "text in Windows-1252 or another encoding of one byte a letter"
    return "text in an unknown encoding of one byte a letter"


def is_page(data: bytes | str) -> bool:
    """Whether something begins as HTML does.

    >>> is_page(b"\\n<!DOCTYPE html><title>Tin</title>"), is_page("< 20 tuổi")
    (True, False)
    """
    head = data[:1024] if isinstance(data, str) else data[:2048].replace(b"\0", b"").decode("ascii", "ignore")
    return bool(_PAGE.match(head))


def page_text(data: bytes) -> str:
    """The characters of a page's bytes.

    UTF-8 goes before what the page says of itself, since no other text is UTF-8 by chance and many pages are wrong
    about it; single bytes gone wrong become U+FFFD. Raises `UserError` that says what the bytes look like.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace")
    form = foreign_form(data)
    if form:
        advice = "convert it to UTF-8" if form.startswith("text") else "give the article as HTML or text in UTF-8"
        raise UserError(f"this is {form}; {advice}")
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    looks = legacy_encoding(data)
    if looks == "damaged UTF-8":
        return data.decode("utf-8", "replace")
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii", "replace") if declared else ""
    try:
        if name and codecs.lookup(name).name != "utf-8":
            return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        pass
    said = f", though it says {name}" if name else ""
    raise UserError(f"not UTF-8: it looks like {looks}{said}; convert it to UTF-8")
