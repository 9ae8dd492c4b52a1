"""An article → a reading: every fact that the grammars find in it, in the order in which the text tells them."""

from __future__ import annotations

from ingest.document import open_document
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
    document = open_document(article)
    held = list(post.posts(document))
    document.stage(post.holders(held))
    occasions = event.find(document)
    facts: list[Fact] = [
        *person.people(document),
        *province.provinces(document),
        *body.bodies(document),
        *held,
        *award.awards(document),
        *cluster.members(document),
        *cluster.leads(document),
        *event.events(document, occasions),
        *participation.participations(document, occasions),
        *campaign.campaigns(document),
        *statement.statements(document, occasions),
        *covenant.covenants(document, occasions),
    ]
    return Reading(article, tuple(facts))
