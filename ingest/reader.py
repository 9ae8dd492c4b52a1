"""An article → a reading: every fact that the grammars find in it, in the order in which the text tells them."""

from __future__ import annotations

from dataclasses import replace

from ingest.composed import composed, facts_as_read
from ingest.document import Document, open_document
from ingest.facts import Article, Fact, Reading
from ingest.grammar import (
    award,
    body,
    campaign,
    cluster,
    covenant,
    event,
    participation,
    person,
    post,
    province,
    statement,
)


def read(article: Article) -> Reading:
    """All facts of an article. Reading is pure: the same article gives the same facts, whatever was read before."""
    way = composed(article.text)
    if way is None:
        return Reading(article, tuple(examine(article)[1]))
    inside = replace(article, text=way.text, parts=tuple(way.forth(p) for p in article.parts))
    return Reading(article, facts_as_read(examine(inside)[1], way))


def examine(article: Article) -> tuple[Document, list[Fact]]:
    """An article whose text is in NFC, taken apart, and its facts."""
    document = open_document(article)
    held = list(post.posts(document))
    document.stage(post.holders(held))
    occasions = event.find(document)
    clusters = cluster.Clusters(document)
    return document, [
        *person.people(document),
        *province.provinces(document),
        *body.bodies(document),
        *held,
        *award.awards(document),
        *clusters.named(),
        *clusters.members(),
        *clusters.leads,
        *event.events(document, occasions),
        *participation.participations(document, occasions),
        *campaign.campaigns(document),
        *statement.statements(document, occasions),
        *covenant.covenants(document, occasions),
    ]
