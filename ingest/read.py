"""A raw text or page → an article: its layout parts, title, date, lead, captions with credits, byline and agency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from ingest.composed import as_read, composed
from ingest.facts import Article, Part, Passage, Photo
from ingest.raw import Source
from ontology.errors import UserError
from ontology.spelling import CAPITALS

_VIETNAM = timezone(timedelta(hours=7))
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)"
_DATELINE = re.compile(
    r"(?:(?:ngày đăng|đăng ngày|ngày cập nhật|cập nhật(?: lúc| ngày)?|xuất bản)\s*:?\s*)?"
    rf"(?:{_WEEKDAY}\s*,?\s*)?(?:ngày\s+)?(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}})"
    r"(?:\s*[,|–-]?\s*(\d{1,2})\s*[:hg]\s*(\d{2})\s*(?:'|phút)?)?(?:\s*\(?\s*GMT\s*\+?\s*7\s*\)?)?",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:ý kiến )?bình luận(?: của bạn)?|lời bình|họ và tên|email|xác thực|gửi(?: bình luận)?|tin liên quan"
    r"|tin cùng chuyên mục|chia sẻ bài viết.*|từ khóa:?.*|tags?:.*|về trang chủ|đăng nhập|in bài viết|quay lại",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\b(?:Ảnh|Nguồn ảnh|Photo)(?=[\s:])")
_LONGEST_CAPTION, _LONGEST_CREDIT, _LONGEST_BYLINE = 600, 80, 80
_AFTER_DATE = 3
"""Words that may follow the date in a date line (`(GMT+7)`, a place); more make it a sentence."""
_LINES_OF_BODY = 4
"""Where the body is told in this many lines without an empty one, a block after it holds the captions."""
_NAME = rf"[{CAPITALS}][^\W\d_]*\.?(?:\s+[{CAPITALS}][^\W\d_]*){{0,3}}"
_AGENCY = rf"[A-ZĐ][\w+.]*(?:\s+[{CAPITALS}]\w*){{0,3}}"
_SOURCE = re.compile(r"Theo [^\s.].{1,38}[^.…!?]")
"""A last line that only names whom the article is from."""
_BYLINE = re.compile(
    rf"(?:(?:Bài|Tin|Tin, ảnh|Bài, ảnh|Theo|Nguồn|PV)\s*:?\s*)?({_NAME}(?:\s*[-–,&]\s*{_NAME}){{0,3}})"
    rf"(?:\s*/\s*({_AGENCY})|\s*\(\s*((?:Theo\s+)?[^()]{{2,40}}|Tổng hợp)\s*\))?\s*"
)


def read_article(source: Source) -> Article:
    """The article of a source. All offsets point into its text: that of a file as it is, that of a page as found.

    Raises `UserError`, with the place in front, where a page holds no article.
    """
    if source.page is not None:
        return _laid_out(*_of_page(source))
    way = composed(source.text)
    if way is None:
        return _laid_out(source, {})
    return as_read(_laid_out(replace(source, text=way.text), {}), source.text, way)


def _of_page(source: Source) -> tuple[Source, dict[int, str]]:
    """A page as a text, and the roles of its lines as the page has them; what the record says goes before the page."""
    from ingest.page import read_page  # what it stands on takes as long to import as an article takes to read

    assert source.page is not None
    try:
        page = read_page(source.page)
    except UserError as error:
        raise UserError(f"{source.origin}: {error}" if source.origin else str(error)) from None
    text, roles = "", {}
    for number, block in enumerate(page.blocks):
        if text:
            apart = "caption" in (block.role, page.blocks[number - 1].role) or number == 1
            text += "\n\n" if apart else "\n"
        if block.role != "body":
            roles[len(text)] = block.role
        text += block.text
    known = page.known
    return (
        replace(
            source,
            text=text + "\n",
            page=None,
            title=source.title or known.title,
            date=source.date or known.date,
            author=source.author or known.author,
            publisher=source.publisher or known.publisher,
            url=source.url or known.url,
        ),
        roles,
    )


def _laid_out(source: Source, roles: Mapping[int, str]) -> Article:
    """The parts of a text; `roles` are those of lines that are known beforehand, by the offset of their beginning."""
    text = source.text
    parts: list[Part] = []
    photos: list[Photo] = []
    authors: list[str] = []
    agency: str | None = None
    published = _moment(source.date) if source.date else None
    title, lead = source.title, None
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)]
    blocks = _blocks(text, lines)
    told_before = bool(blocks) and blocks.count(blocks[-1] - 1) >= _LINES_OF_BODY
    for number, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        role = roles.get(start)
        if role == "title" or (number == 0 and title is None):
            title = title or line
            parts.append(Part("title", start, end))
            continue
        if _FURNITURE.fullmatch(line.rstrip(":")) and _rest_is_form(text, lines[number:]):
            parts.append(Part("furniture", start, len(text)))
            break
        if number < 4 and (dateline := _dateline(line)):
            published = published or _made(dateline)
            parts.append(Part("dateline", start, end))
            continue
        credited = _credit(text, start, end)
        if credited is not None:
            stop, credit = credited
            if text[start:stop].strip():
                parts.append(Part("caption", start, stop))
                photos.append(Photo(_trimmed(text, start, stop), credit))
            continue
        if role == "caption":
            parts.append(Part("caption", start, end))
            photos.append(Photo(_trimmed(text, start, end), None))
            continue
        if number + 1 == len(lines) and _SOURCE.fullmatch(line):
            agency = agency or line.partition(" ")[2]
            parts.append(Part("byline", start, end))
            continue
        byline = _BYLINE.fullmatch(line) if number > 1 and len(line) < _LONGEST_BYLINE else None
        if byline and (
            byline[2] or byline[3] or _ends_body(number, blocks) or _form_follows(text, lines[number + 1 :])
        ):
            parts.append(Part("byline", start, end))
            if line.startswith(("Theo ", "Nguồn")):
                agency = agency or byline[1]
            else:
                authors += [a for a in re.split(r"\s*[-–,&]\s+", byline[1]) if a]
                agency = agency or byline[2]
            continue
        last_block = blocks[number] == blocks[-1] and told_before
        role = (
            "caption" if not roles and last_block and blocks[-1] > 1 and end - start < _LONGEST_CAPTION // 2 else "body"
        )
        if lead is None:
            role, lead = "lead", _trimmed(text, start, end)
        parts.append(Part(role, start, end))
    if source.author and not authors:
        authors.append(source.author)
    return Article(
        id=source.id,
        text=text,
        parts=tuple(parts),
        title=title,
        published=published,
        lead=lead,
        authors=tuple(dict.fromkeys(authors)),
        agency=agency or source.publisher,
        photos=tuple(photos),
        url=source.url,
    )


def _trimmed(text: str, start: int, end: int) -> Passage:
    piece = text[start:end]
    return Passage(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _credit(text: str, start: int, end: int) -> tuple[int, str | None] | None:
    """Where a caption ends and whom it credits, if the line ends in `Ảnh: …`."""
    if end - start > _LONGEST_CAPTION:
        return None
    for found in _CREDIT.finditer(text, start, end):
        credit = text[found.end() : end].strip()
        named = credit[:1] == ":" or credit[:1].isupper()
        if named and len(credit) <= _LONGEST_CREDIT:
            stop = found.start()
            while stop > start and text[stop - 1] in " .,(–-\t":
                stop -= 1
            return stop, credit.lstrip(":").strip(" .)") or None
    return None


def _blocks(text: str, lines: list[tuple[int, int]]) -> list[int]:
    """For each line the number of its block; an empty line parts two blocks."""
    numbers, block = [], 0
    for i, (start, _) in enumerate(lines):
        if i and text.count("\n", lines[i - 1][1], start) > 1:
            block += 1
        numbers.append(block)
    return numbers


def _ends_body(number: int, blocks: list[int]) -> bool:
    """Whether a line is the last of its block, as a byline is."""
    return number + 1 == len(blocks) or blocks[number + 1] != blocks[number]


def _form_follows(text: str, rest: list[tuple[int, int]]) -> bool:
    return (
        bool(rest)
        and bool(_FURNITURE.fullmatch(text[slice(*rest[0])].strip().rstrip(":")))
        and _rest_is_form(text, rest)
    )


def _rest_is_form(text: str, rest: list[tuple[int, int]]) -> bool:
    """Whether what follows is only the furniture of a page: short lines."""
    return all(end - start < 60 for start, end in rest[:12])


def _dateline(line: str) -> re.Match[str] | None:
    found = _DATELINE.match(line)
    return found if found and len(line[found.end() :].split()) <= _AFTER_DATE else None


def _moment(value: str) -> datetime | None:
    """A moment from a record's date: ISO 8601, or as Vietnamese papers print it."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        found = _DATELINE.search(value)
        return _made(found) if found else None
    return moment if moment.tzinfo else moment.replace(tzinfo=_VIETNAM)


def _made(found: re.Match[str]) -> datetime | None:
    day, month, year, hour, minute = (int(g) if g else 0 for g in found.groups())
    try:
        return datetime(year, month, day, hour, minute, tzinfo=_VIETNAM)
    except ValueError:
        return None
