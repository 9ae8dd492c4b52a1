"""What a page says of its article beside the text: title, day, authors, paper, address, description."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from ingest.composed import INVISIBLE
from ontology.spelling import CAPITALS

_ARTICLE = re.compile(r"Article|NewsArticle|BlogPosting|Report|ReportageNewsArticle")
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish-date",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
)
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)")
_DATED = re.compile(r"date|time|publish|ngay|thoi-?gian|meta", re.IGNORECASE)
_TITLED = re.compile(r"(?:^|[\s_-])(?:title|tieu-?de|headline)", re.IGNORECASE)
_WRITER = re.compile(r"(?:^|[\s_-])(?:author|byline|tac-?gia)(?:$|[\s_-])", re.IGNORECASE)
_NAME = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*){{1,4}}")
_SITE = re.compile(r"\s+[-–|]\s+[^-–|]{2,60}$")
_LONGEST_DATE_LINE = 80


@dataclass(frozen=True, slots=True)
class Known:
    """What a page says; None where it does not."""

    title: str | None = None
    titles: frozenset[str] = frozenset()
    """The title in all its wordings on the page, in small letters."""
    date: str | None = None
    """As written: ISO 8601, or as Vietnamese papers print it."""
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    description: str | None = None


def known_of(tree: HtmlElement, linked: Iterable[str]) -> Known:
    """What a page says in its head, its JSON-LD (`linked`) and the lines around its headline."""
    metas = _metas(tree)
    article, others = _article(linked)
    headings = [text for h in tree.iter("h1") if (text := squeezed(h.text_content()))]
    named = [t for t in (metas.get("og:title"), _of(article, "headline"), _first(tree, "title")) if t]
    if not headings and not named[1:]:
        headings = [shown] if (shown := _shown_title(tree)) else []
    title = _title(headings, named)
    publisher = _of(article.get("publisher"), "name") or metas.get("og:site_name") or others
    author = _authors(article.get("author")) or metas.get("author") or metas.get("article:author")
    if author and (author.startswith("http") or author.casefold() == (publisher or "").casefold() or len(author) > 80):
        author = None
    return Known(
        title=title,
        titles=frozenset(t.casefold() for t in (*headings, *named, *(_SITE.sub("", n) for n in named))),
        date=_of(article, "datePublished") or _meta_date(metas) or _shown_date(tree),
        author=author or _shown_author(tree),
        publisher=publisher,
        url=metas.get("canonical") or metas.get("og:url"),
        description=metas.get("og:description") or metas.get("description") or _of(article, "description"),
    )


def squeezed(text: str) -> str:
    """A text on one line as a reader sees it: in NFC, each gap one space, without invisible characters."""
    return " ".join(unicodedata.normalize("NFC", INVISIBLE.sub("", text)).split())


def _first(tree: HtmlElement, tag: str) -> str | None:
    return next((text for e in tree.iter(tag) if (text := squeezed(e.text_content()))), None)


def _title(headings: list[str], named: list[str]) -> str | None:
    """The heading that the head of the page names too; else the only heading, else the name without the paper's."""
    for heading in headings:
        key = heading.casefold()
        if len(heading) > 10 and any(key in n.casefold() or n.casefold() in key for n in named):
            return heading
    if len(headings) == 1 and len(headings[0]) > 20:
        return headings[0]
    return (_SITE.sub("", named[0]) or named[0]) if named else None


def _shown_title(tree: HtmlElement) -> str | None:
    """The first line of some length that the page calls a title and that leads nowhere else."""
    for element in tree.iter("h2", "h3", "div", "p", "span", "strong", "td"):
        if _TITLED.search(f"{element.get('class', '')} {element.get('id', '')}") and element.find(".//a") is None:
            text = squeezed(element.text_content()) if len(element) < 5 else ""
            above = element.getparent()
            if 20 < len(text) < 300 and (above is None or above.tag != "a"):
                return text
    return None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The values of the page's `meta` elements by their names in small letters, the first of each; its address."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = squeezed(meta.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), content)
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            found.setdefault("canonical", link.get("href", ""))
    return found


def _article(linked: Iterable[str]) -> tuple[dict[str, object], str | None]:
    """The node of the article in JSON-LD, and the name of an organisation in it."""
    article: dict[str, object] = {}
    name: str | None = None
    for text in linked:
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kind = node.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if not article and any(isinstance(k, str) and _ARTICLE.fullmatch(k) for k in kinds):
                article = node
            elif any(k in ("NewsMediaOrganization", "Organization") for k in kinds):
                name = name or _of(node, "name")
    return article, name


def _nodes(data: object) -> Iterator[dict[str, object]]:
    queue = [data]
    while queue:
        node = queue.pop(0)
        if isinstance(node, list):
            queue += node[:50]
        elif isinstance(node, dict):
            yield node
            queue.append(node.get("@graph"))


def _of(node: object, field: str) -> str | None:
    """A text of a node of JSON-LD, or of the first of several."""
    if isinstance(node, list) and node:
        node = node[0]
    value = node.get(field) if isinstance(node, dict) else None
    return squeezed(value) or None if isinstance(value, str) else None


def _authors(node: object) -> str | None:
    people = node if isinstance(node, list) else [node]
    names = [
        p if isinstance(p, str) else _of(p, "name")
        for p in people
        if not (isinstance(p, dict) and p.get("@type") in ("Organization", "NewsMediaOrganization"))
    ]
    return ", ".join(squeezed(n) for n in names if n) or None


def _meta_date(metas: dict[str, str]) -> str | None:
    return next((metas[name] for name in _DATE_NAMES if name in metas), None)


def _shown_author(tree: HtmlElement) -> str | None:
    """The name in a short element whose class says that it is the author's."""
    for element in tree.iter("p", "span", "div", "strong", "a", "em", "li"):
        if _WRITER.search(f"{element.get('class', '')} {element.get('rel', '')} {element.get('itemprop', '')}"):
            text = squeezed(element.text_content()) if len(element) < 5 else ""
            if len(text) <= 40 and _NAME.fullmatch(text):
                return text
    return None


def _shown_date(tree: HtmlElement) -> str | None:
    """The day in `<time>`, or in a short element whose class tells of a date."""
    for element in tree.iter("time"):
        if _DAY.search(text := squeezed(element.get("datetime") or element.text_content())) or text[:4].isdigit():
            return text
    for element in tree.iter("span", "div", "p", "li", "em", "i"):
        if _DATED.search(f"{element.get('class', '')} {element.get('id', '')}"):
            text = squeezed(element.text_content()) if len(element) < 20 else ""
            if len(text) <= _LONGEST_DATE_LINE and _DAY.search(text):
                return text
    return None
