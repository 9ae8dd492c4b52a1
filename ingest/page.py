"""A web page of a newspaper → its article as text with the parts of it, and what the page says of title, date, author.

Which blocks of a page are the article is told by trafilatura; what stands around it (menus, related links, comments)
is gone by then. Captions, which it leaves out, are marked in the tree beforehand and come out in their places.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from ingest.encoding import page_text
from ingest.page_facts import Known, known_of, squeezed
from ontology.errors import UserError

MARKUP = 5_000_000
"""The most characters of a page without its scripts; the longest pages of news have some 300,000."""
ELEMENTS = 50_000
"""The most elements of a page; those of news have some 2,000."""

_RAW = re.compile(r"<(?:(script|style|noscript|template|svg|iframe)\b|!--)", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}\b[^<>]{{0,200}}>", re.IGNORECASE)
    for name in ("script", "style", "noscript", "template", "svg", "iframe")
}
_HUGE_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}>?")
"""A tag of that length holds data (a picture in base64), or is made to take time."""
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,6}|[0-9]{1,7});?")
_LINKED_DATA = re.compile(r"<script\b[^<>]{0,500}\bld\+json\b[^<>]{0,500}>", re.IGNORECASE)

_AROUND = re.compile(
    r"(?:^|[\s_-])(?:comments?|binh-?luan|y-?kien|related|relate|lien-?quan|tin-?khac|tin-?moi|cung-?chuyen-?muc"
    r"|most-?(?:read|view(?:ed)?)|doc-?nhieu|xem-?nhieu|tags?|keywords?|tu-?khoa|share|social|breadcrumbs?|sidebar"
    r"|newsletter|advert\w*|ads?|banner|quang-?cao|menu|navbar|footer)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes that papers give to what stands around an article."""
_MAY_GO = ("div", "section", "ul", "ol", "aside", "nav", "footer", "p", "li", "h2", "h3", "h4", "td")
_CAPTION = re.compile(
    r"caption|chu-?thich|(?:img|image|photo|pic)[-_]?(?:desc|note|title)|desc[-_]?(?:img|image|photo)", re.IGNORECASE
)
_WRAPS = frozenset(("figure", "table", "tbody", "tr", "td", "div", "p", "span", "center", "em", "i", "a"))
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del em font hi i ins kbd label mark q ref s samp small span strong sub sup tt u"
    " td th cell time var wbr img graphic".split()
)
"""Elements that stand within a line; the cells of a row make one line too."""
_MOST_CAPTIONS, _LONGEST_CAPTION = 200, 600
_CELLS_OF_FRAME = 4
"""The most cells and the like that a table around a picture and its caption has; more make it a layout."""
_LONGEST_LEAD = 1500
_SHORTEST = 60
"""The letters that the body of an article in a page has at least."""
_LARGEST_BESIDE, _LINKED = 0.4, 0.8
"""The share of a page that is too much to stand beside its article; the share of links that leads elsewhere."""
_MARK = "\ue000"
"""A private character before a caption, on its way through the search for the article."""
_RELATED = re.compile(r"(?:>>|»|(?:xem|đọc) (?:thêm|tiếp)\s*:|tin(?:, bài)? liên quan\s*:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article; `role` is title, caption or body."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its blocks in the order of reading, and what the page says of it."""

    blocks: tuple[Block, ...]
    known: Known


def read_page(source: bytes | str) -> Page:
    """The article of a page. Raises `UserError` where the page holds none, or cannot be read."""
    markup = page_text(source) if isinstance(source, bytes) else source
    linked, markup = _linked_data(markup), _without_raw(markup)
    if len(markup) > MARKUP:
        raise UserError(f"a page of more than {MARKUP // 1_000_000} MB besides its scripts, which no article is")
    tree = _parsed(markup)
    whole = not re.search(r"<(?:html|head|body|nav|footer)\b", markup, re.IGNORECASE)
    _clear(tree)
    known = known_of(tree, linked)
    _mark_captions(tree)
    blocks = list(_all_blocks(tree)) if whole else _main_blocks(tree)
    blocks = _with_lead(blocks, tree, known)
    if sum(len(b.text) for b in blocks if b.role == "body") < (1 if whole else _SHORTEST):
        raise UserError("no article is found in this page; save its text as .txt")
    if any("\N{REPLACEMENT CHARACTER}" in b.text for b in blocks):
        raise UserError("the page's text has damaged letters (not UTF-8); get a whole copy")
    return Page(tuple(_titled(blocks, known)), known)


# -- markup ------------------------------------------------------------------------------------------------------------


def _linked_data(markup: str) -> list[str]:
    """The JSON-LD in a page."""
    found = []
    for opening in _LINKED_DATA.finditer(markup):
        end = markup.find("</", opening.end())
        found.append(markup[opening.end() : end if end >= 0 else len(markup)])
    return found[:20]


def _without_raw(markup: str) -> str:
    """A page without scripts, styles, comments and tags of enormous length, in one pass from left to right."""
    kept, at = [], 0
    while opening := _RAW.search(markup, at):
        kept.append(markup[at : opening.start()])
        if opening[1]:
            closing = _ENDS[opening[1].lower()].search(markup, opening.end())
            at = closing.end() if closing else len(markup)
        else:
            end = markup.find("-->", opening.end())
            at = end + 3 if end >= 0 else len(markup)
    kept.append(markup[at:])
    return _printable(_HUGE_TAG.sub(" ", "".join(kept)))


def _printable(markup: str) -> str:
    """Markup without control characters, written out or by number: XML has no place for them."""

    def kept(reference: re.Match[str]) -> str:
        code = int(reference[1][1:], 16) if reference[1][0] in "xX" else int(reference[1])
        if 0x80 <= code <= 0x9F:  # meant as in Windows-1252, as browsers read it
            return bytes([code]).decode("cp1252", "ignore")
        return "" if code > 0x10FFFF or _CONTROL.match(chr(code)) else reference[0]

    return _REFERENCE.sub(kept, _CONTROL.sub("", markup.replace("\f", " ")))


def _parsed(markup: str) -> HtmlElement:
    if not markup.strip():
        raise UserError("no article is found in this page; save its text as .txt")
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise UserError("no article is found in this page; save its text as .txt") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise UserError("elements nested more than 256 deep, which no page of news has; save its text as .txt")
    if sum(1 for _ in zip(tree.iter(), range(ELEMENTS + 1), strict=False)) > ELEMENTS:
        raise UserError(f"a page of more than {ELEMENTS:,} elements, which no article is; save its text as .txt")
    return tree


# -- the tree ----------------------------------------------------------------------------------------------------------


def _clear(tree: HtmlElement) -> None:
    """Take out what stands around the article, by the names of classes, and what only leads elsewhere."""
    lengths: dict[HtmlElement, tuple[int, int]] = {}
    """Letters in each element, and how many of them are links."""
    for _, element in etree.iterwalk(tree, events=("end",)):
        own = len(element.text or "") if isinstance(element.tag, str) else 0
        inside = [lengths.get(c, (0, 0)) for c in element]
        size = own + sum(n for n, _ in inside) + sum(len(c.tail or "") for c in element)
        link = element.tag == "a" and not (element.get("href") or "#").startswith("#")
        lengths[element] = size, size if link else sum(n for _, n in inside)
    most = lengths[tree][0] * _LARGEST_BESIDE
    for element in list(tree.iter(*_MAY_GO)):
        size, linked = lengths[element]
        names = f"{element.get('class', '')} {element.get('id', '')}"
        elsewhere = (size > 20 and linked >= _LINKED * size) or (linked and _RELATED.match(_text(element)[:100]))
        if size <= most and (elsewhere or _AROUND.search(names)):
            element.drop_tree()


def _mark_captions(tree: HtmlElement) -> None:
    """Put each caption into a paragraph of its own behind a mark, in the place of picture and words."""
    for caption in list(_captions(tree))[:_MOST_CAPTIONS]:
        text = _text(caption)
        top = caption
        while (above := top.getparent()) is not None and above.tag in _WRAPS and _text(above) == text:
            top = above
        above = top.getparent()
        if not text or len(text) > _LONGEST_CAPTION or above is None or _MARK in text:
            continue
        paragraph = etree.SubElement(above, "p")
        paragraph.text = _MARK + text
        paragraph.tail = top.tail
        above.replace(top, paragraph)


def _captions(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that hold the words below a picture."""
    inside: set[HtmlElement] = set()
    for element in tree.iter("figcaption", "div", "p", "td", "span", "em", "i", "table", "figure"):
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag == "figcaption" or _CAPTION.search(element.get("class", "")) or _below_picture(element):
            inside.add(element)
            if _text(element) and not (element.tag in ("table", "figure", "div") and _deeper(element)):
                yield element
            elif element.tag in ("table", "figure", "div"):
                inside.discard(element)


def _deeper(element: HtmlElement) -> bool:
    """Whether a frame has an element inside that is the caption by its own name."""
    return any(
        e.tag == "figcaption" or (e is not element and _CAPTION.search(e.get("class", "")))
        for e in element.iter("figcaption", "div", "p", "td", "span")
    )


def _below_picture(element: HtmlElement) -> bool:
    """Whether an element has a picture and a few words, or stands in slanted letters right behind a picture."""
    if element.tag in ("table", "p") and _has_picture(element):
        simple = sum(1 for _ in element.iter("td", "table", "ul", "form", "br", "a")) <= _CELLS_OF_FRAME
        return simple and 0 < len(_text(element)) <= _LONGEST_CAPTION
    before = element.getprevious()
    if element.tag != "p" or before is None or _text(before) or not _has_picture(before):
        return False
    text = _text(element)
    slanted = " ".join(_text(e) for e in element if e.tag in ("em", "i"))
    return 0 < len(text) <= _LONGEST_CAPTION and slanted == text


def _has_picture(element: HtmlElement) -> bool:
    return element.tag == "img" or element.find(".//img") is not None


def _text(element: HtmlElement) -> str:
    return squeezed(_joined(element.itertext()))


def _joined(pieces: Iterable[str]) -> str:
    """Pieces of a line as one: where the page keeps two words apart by its style alone, with a space between."""
    out: list[str] = []
    for piece in pieces:
        if out and out[-1][-1:].islower() and piece[:1].isupper():
            out.append(" ")
        if piece:
            out.append(piece)
    return "".join(out)


# -- blocks ------------------------------------------------------------------------------------------------------------


def _main_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks that trafilatura takes for the article, in the order of the page, with the captions between them."""
    _silence()
    found = bare_extraction(
        tree, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
    )
    body = getattr(found, "body", None)
    taken = list(_all_blocks(body)) if body is not None else []
    wanted, blocks = Counter(_key(b) for b in taken), list[Block]()
    for block in _all_blocks(tree):
        key = _key(block)
        if wanted[key] > 0:
            wanted[key] -= 1
            blocks.append(block)
    missed = sum(len(key) * count for key, count in wanted.items())
    return blocks if missed * 20 < sum(len(b.text) for b in taken) else taken


@lru_cache(maxsize=1)
def _silence() -> None:
    """Keep what trafilatura logs off standard error, which is for sentences to the user."""
    logger = logging.getLogger("trafilatura")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False


def _key(block: Block) -> str:
    return block.text.replace(" ", "")


def _all_blocks(top: HtmlElement) -> Iterator[Block]:
    """Every line of a tree in order: what stands between the edges of blocks."""
    held: list[str] = []

    def flush() -> Iterator[Block]:
        text = squeezed(_joined(held))
        held.clear()
        if text:
            role = "caption" if text.startswith(_MARK) else "body"
            yield Block(role, text.replace(_MARK, ""))

    for event, element in etree.iterwalk(top, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        inline = element.tag in _INLINE
        if event == "start":
            if not inline:
                yield from flush()
            held.append(element.text or "")
        else:
            if element.tag in ("td", "th", "cell") and element.getnext() is not None:
                held.append(" ")
            elif not inline:
                yield from flush()
            if element is not top:
                held.append(element.tail or "")
    yield from flush()


def _with_lead(blocks: list[Block], tree: HtmlElement, known: Known) -> list[Block]:
    """The blocks with the paragraph in front that the page's description repeats, where the search left it out."""
    start = squeezed(known.description or "")[:40].casefold()
    if len(start) < 40 or any(start in b.text.casefold() for b in blocks):
        return blocks
    told = [t for e in tree.iter("h2", "h3", "p", "div", "strong") if start in (t := _text(e)).casefold()]
    lead = min(told, key=len, default=_MARK)
    return blocks if _MARK in lead or len(lead) > _LONGEST_LEAD else [Block("body", lead), *blocks]


def _titled(blocks: list[Block], known: Known) -> Iterator[Block]:
    """The blocks with the title first and once; what the page has before it is no part of the article."""
    names = (known.title.casefold(), *known.titles) if known.title else ()
    begin = next((n + 1 for n, b in enumerate(blocks[:6]) if b.text.casefold() in names), 0)
    if known.title:
        yield Block("title", known.title)
    yield from blocks[begin:]
