"""Names of provinces in a document → the provinces that it mentions, once each, by their plain names."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Document, Line
from ingest.facts import Passage, Province
from ingest.items import Items, alphabet
from ingest.phrases import Org
from ontology.schemes import province_iri

_AUTHORITIES = frozenset(
    """ubnd hđnd ủy hội đồng tỉnh thành đoàn sở công bộ cục chi hội hlg mặt mttq ubmttq ban liên lđlđ viện vks vksnd
    tand tòa kho đảng thanh văn chính bảo phòng trung cụm khối huyện quận đài báo hải hạt cảnh đồn""".split()
)
"""First syllables of bodies that belong to a province: its name inside theirs is a mention of it."""


def provinces(document: Document) -> Iterator[Province]:
    """Each province with the passage of every mention; a name inside another name is none (FACTS.md)."""
    mentions: dict[str, list[Passage]] = {}
    for line in document.lines:
        for name, passage in _mentions(line):
            mentions.setdefault(name, []).append(passage)
    published = document.article.published
    for name, passages in mentions.items():
        if province_iri(name, published.date() if published else None) is None:
            continue  # Huế was a city inside a province until the end of 2024
        yield Province(province=name, passage=passages[0], more=tuple(passages[1:]), rule="province.name")


def _mentions(line: Line) -> Iterator[tuple[str, Passage]]:
    named = [at for at in line.plain.where("province") if line.plain.items[at].value is not None]
    if not named:
        return
    plain, sentence = line.plain.items, line.base.sentence
    held = {
        token: line.base.items[at].value
        for at in line.base.where("org")
        for token in range(line.base.items[at].start, line.base.items[at].end)
    }
    for at in named:
        found, classes = plain[at], alphabet().classes
        before = classes(plain[at - 1].symbol) if at else frozenset[str]()
        before_words = sentence.keys[plain[at - 1].start : plain[at - 1].end] if at else []
        if at > 1 and before_words == ["."]:
            before = classes(plain[at - 2].symbol)
        if "not_province" in before or before_words == ["giờ"] or _goes_on(line.plain, at):
            continue
        if "also_person" in classes(found.symbol) and "unit" not in before and len(sentence.words[found.start]) > 1:
            written = sentence.words[found.start : found.end]
            if written[0] not in ("TP", "TPHCM", "HCM", "Sài"):
                continue
        if before_words and before_words[-1] in ("phố", "tp") and not _central(str(found.value)):
            continue
        body = held.get(found.start)
        if isinstance(body, Org) and body.head.split()[0] not in _AUTHORITIES:
            continue
        yield str(found.value), Passage(sentence.starts[found.start], sentence.ends[found.end - 1])


def _goes_on(plain: Items, at: int) -> bool:
    """Whether the name goes on that of a road or a house: `cao tốc Đà Nẵng - Quảng Ngãi`, `Bệnh viện phụ sản A`."""
    begin = plain.before(at, "unit", "dot", "dash", "province")
    if begin < at - 1 and plain.is_a(begin, "not_province") and not plain.is_a(begin, "body", "unit"):
        return True
    begin = at - 1
    while plain.is_a(begin, "low", "inside", "inner") and at - begin < 3:
        begin -= 1
    return begin < at - 1 and plain.is_a(begin, "not_province") and plain.keys(begin) in _HOUSES


_HOUSES = frozenset({"bệnh viện", "trường", "đại học", "trường đại học", "nhà hát", "bảo tàng"})
"""Words whose names have other words in them before the place."""


def _central(name: str) -> bool:
    return name in ("Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế")
