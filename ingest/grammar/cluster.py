"""Names of emulation clusters with lists and offices beside them → their members, leads and deputies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ingest.agents import agent, ahead, behind
from ingest.dates import Date
from ingest.document import Document, Line
from ingest.facts import ClusterMember, ClusterPost, Passage
from ingest.phrases import Office
from ontology.spelling import fold, words

_MOST = 64
"""Clusters of one article; more are read in no newspaper, and each costs a look at every list."""


def clusters(document: Document) -> list[str]:
    """The clusters that an article names, each by the wording that it uses most, in order."""
    found: dict[str, Counter[str]] = {}
    for items, at in document.each("cluster_name"):
        name = str(items.items[at].value)
        key = fold(name)
        if len(key.split()) > 3 and len(found) < _MOST:
            same = next((k for k in found if k.startswith(key) or key.startswith(k)), key)
            found.setdefault(same, Counter())[name] += 1
    return [told.most_common(1)[0][0] for told in found.values()]


def members(document: Document) -> Iterator[ClusterMember]:
    """Members by list: `Cụm … gồm A, B, C`, or a list after the words by which the cluster's name goes on."""
    names = clusters(document)
    seen: set[tuple[str, str]] = set()
    for line in document.lines:
        for at in line.base.where("have", "colon", "open") if names else ():
            cluster = _named_before(line, at, names)
            if cluster is None:
                continue
            listed, stop = ahead(line.base, at + 1)
            if len(listed) < 2:
                continue
            first = _phrase_start(line, at, cluster)
            for one in listed:
                if (cluster, one.name) not in seen:
                    seen.add((cluster, one.name))
                    yield ClusterMember(
                        cluster=cluster, member=one.name, passage=line.base.passage(first, stop), rule="cluster.list"
                    )
    for name, member, passage in _bodies_of_holders(document, names):
        if (name, member) not in seen:
            seen.add((name, member))
            yield ClusterMember(cluster=name, member=member, passage=passage, rule="cluster.body-of-holder")
    for post in leads(document):
        if (post.cluster, post.member) not in seen and post.member not in document.names.full.values():
            seen.add((post.cluster, post.member))
            yield ClusterMember(cluster=post.cluster, member=post.member, passage=post.passage, rule="cluster.leads")


def _bodies_of_holders(document: Document, names: list[str]) -> Iterator[tuple[str, str, Passage]]:
    """The body of a person who leads (`ông A, chi hội trưởng chi hội B làm cụm phó`) is a member."""
    for line in document.lines:
        for at in line.base.where("lead", "deputy"):
            cluster = _cluster_of(line, at, names)
            for _, holder in _holders(line, at) if cluster else ():
                step = holder + 1
                while line.base.is_a(step, "comma") and line.base.is_a(step + 1, "post"):
                    office = line.base.items[step + 1].value
                    if (
                        isinstance(office, Office)
                        and office.org
                        and cluster
                        and not fold(office.org).startswith("trung ương")
                    ):
                        yield cluster, office.org, line.base.passage(holder, at + 1)
                    step += 2


def _named_before(line: Line, at: int, names: list[str]) -> str | None:
    """The cluster whose name, or whose name without `cụm thi đua`, ends right before an item."""
    before = words(line.base.text[line.base.start(0) : line.base.start(at)])
    for name in names:
        tail = words(name)
        for cut in (tail, tail[3:]):
            if len(cut) >= 3 and before[-len(cut) :] == cut:
                return name
    named = [i for i in line.base.where("cluster_name") if i < at and at - i <= 6]
    if (
        named
        and line.base.is_a(at, "have")
        and not any(line.base.is_a(i, "comma", "person") for i in range(named[-1], at))
    ):
        return _known(line, named[-1], names)
    return None


def _phrase_start(line: Line, at: int, cluster: str) -> int:
    wanted = words(cluster)[3:]
    first = at
    while first > 0:
        first -= 1
        if words(line.base.text[line.base.start(first) : line.base.start(at)])[: len(wanted)] == wanted:
            return first
    return max(0, at - 1)


def leads(document: Document) -> Iterator[ClusterPost]:
    """Leads and deputies: `tỉnh A được giao nhiệm vụ cụm trưởng năm 2017`, `B là cụm phó`, `ông C làm cụm trưởng`."""
    names = clusters(document)
    seen: set[tuple[str, str, int | None]] = set()
    for line in document.lines:
        year: int | None = None
        for at in line.base.where("lead", "deputy"):
            post = "lead" if line.base.is_a(at, "lead") else "deputy"
            cluster = _cluster_of(line, at, names)
            year = _year(line, at) or year
            holders = _holders(line, at)
            if cluster is None:
                continue
            for holder in holders:
                key = (holder[0], post, year)
                if key in seen or any(k[:2] == key[:2] and k[2] and not year for k in seen):
                    continue
                seen.add(key)
                yield ClusterPost(
                    cluster=cluster,
                    member=holder[0],
                    post=post,
                    year=year,
                    passage=line.base.passage(min(holder[1], at), max(holder[1], at) + 1),
                    rule="cluster.office",
                )


def _cluster_of(line: Line, at: int, names: list[str]) -> str | None:
    """The cluster named right after the office, else the only one of the article."""
    for i in range(at + 1, min(at + 4, len(line.base))):
        if line.base.is_a(i, "cluster_name") and (name := _known(line, i, names)):
            return name
    return names[0] if len(names) == 1 else None


def _known(line: Line, at: int, names: list[str]) -> str | None:
    """The cluster that an item names, by the wording that the article uses most."""
    key = fold(str(line.base.items[at].value))
    return next((n for n in names if fold(n).startswith(key) or key.startswith(fold(n))), None)


def _holders(line: Line, at: int) -> list[tuple[str, int]]:
    """Who holds the office: the name right after it, else the agents before it in the same clause."""
    step = at + 1
    while line.base.is_a(step, "cluster_name", "title", "address", "dot", "comma"):
        step += 1
    if line.base.is_a(step, "person"):
        one = agent(line.base, step)
        return [(one.name, step)] if one else []
    start = at
    while start > 0 and not line.base.is_a(start - 1, "semicolon", "dot", "lead", "deputy"):
        start -= 1
    if line.base.is_a(at - 1, "comma") and line.base.is_a(at - 2, "person"):
        one = agent(line.base, at - 2)
        return [(one.name, at - 2)] if one else []
    if not any(line.base.is_a(i, "is", "as", "take_office", "passive", "behalf", "low") for i in range(start, at)):
        return []
    return [(a.name, a.at) for a in behind(line.base, at, reach=10) if a.at >= start]


def _year(line: Line, at: int) -> int | None:
    for i in range(at, min(at + 6, len(line.base))):
        value = line.base.items[i].value
        if isinstance(value, Date) and value.year:
            return value.year
        if i > at and line.base.is_a(i, "lead", "deputy", "comma", "semicolon"):
            break
    for i in (*range(at - 1, -1, -1), *range(at, len(line.base))):
        value = line.base.items[i].value
        if isinstance(value, Date) and value.year:
            return value.year
    return None
