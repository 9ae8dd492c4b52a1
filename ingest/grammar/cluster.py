"""Names of emulation clusters with lists and offices beside them → the clusters, their members, leads and deputies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.agents import Agent, agent, ahead, behind
from ingest.dates import Date
from ingest.document import Document
from ingest.facts import Cluster, ClusterMember, ClusterPost, Passage
from ingest.items import Items
from ingest.phrases import Office
from ontology.spelling import fold, words

_MOST = 64
"""Clusters of one article; more are read in no newspaper, and each costs a look at every list."""
_HEAD = 3
"""Words of `cụm thi đua`: what follows them is told again without them (`7 tỉnh miền núi phía Bắc gồm …`)."""
_HOLDING = ("is", "as", "take_office", "passive", "behalf", "low")


@dataclass(slots=True)
class _Named:
    """A cluster as the article names it: its key, the words of its name, how often each wording, and where."""

    key: str
    told: dict[str, list[Passage]]

    @property
    def name(self) -> str:
        """The wording that the article uses most; of two used as often the first."""
        return max(self.told, key=lambda wording: len(self.told[wording]))

    def is_named_by(self, key: str) -> bool:
        return self.key.startswith(key) or key.startswith(self.key)


class Clusters:
    """The clusters of one article, found once for all that is asked of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[_Named] = []
        for items, at in document.each("cluster_name"):
            wording = str(items.items[at].value)
            key = fold(wording)
            named = self._of_key(key)
            if named is None and len(key.split()) > _HEAD and len(self.found) < _MOST:
                named = _Named(key, {})
                self.found.append(named)
            if named is not None:
                named.told.setdefault(wording, []).append(items.passage(at, at + 1))
        self.tails = [(named.name, words(named.name)) for named in self.found]

    def named(self) -> Iterator[Cluster]:
        """Each cluster once, under its commonest wording."""
        for one in self.found:
            passages = sorted(p for told in one.told.values() for p in told)
            yield Cluster(
                cluster=one.name,
                wordings=tuple(w for w in one.told if w != one.name),
                passage=passages[0],
                more=tuple(passages[1:]),
                rule="cluster.name",
            )

    def members(self) -> Iterator[ClusterMember]:
        """Members by list (`Cụm … gồm A, B, C`), and who holds an office of the cluster."""
        seen: set[tuple[str, str]] = set()
        for one in (*self._listed(), *self._bodies_of_holders(), *self._holding_members()):
            if (one.cluster, one.member) not in seen:
                seen.add((one.cluster, one.member))
                yield one

    def leads(self) -> Iterator[ClusterPost]:
        """Leads and deputies: `tỉnh A được giao nhiệm vụ cụm trưởng năm 2017`, `ông C làm cụm phó`."""
        seen: set[tuple[str, str]] = set()
        for line in self.document.lines if self.found else ():
            items, dated = line.base, -1
            for at in items.where("lead", "deputy"):
                post = "lead" if items.is_a(at, "lead") else "deputy"
                cluster = self._of_office(items, at)
                told = _year_at(items, at)
                dated = told if told >= 0 else dated
                year = _year(items, dated)
                for holder in _holders(items, at) if cluster else ():
                    if cluster is None or (holder.name, post) in seen:
                        continue
                    seen.add((holder.name, post))
                    stated = [holder.at, at, *([dated] if dated >= 0 else [])]
                    yield ClusterPost(
                        cluster=cluster,
                        member=holder.name,
                        post=post,
                        year=year,
                        passage=items.passage(min(stated), max(stated) + 1),
                        rule="cluster.office",
                    )

    # -- how members are told ---------------------------------------------------------------------------------------

    def _listed(self) -> Iterator[ClusterMember]:
        for line in self.document.lines if self.found else ():
            items = line.base
            for at in items.where("have", "colon", "open"):
                name, first = self._before(items, at)
                listed, stop = ahead(items, at + 1) if name else ([], at)
                for one in listed if len(listed) > 1 else ():
                    yield ClusterMember(
                        cluster=name, member=one.name, passage=items.passage(first, stop), rule="cluster.list"
                    )

    def _bodies_of_holders(self) -> Iterator[ClusterMember]:
        """The body of a person who leads (`ông A, chi hội trưởng chi hội B làm cụm phó`) is a member."""
        for line in self.document.lines if self.found else ():
            items = line.base
            for at in items.where("lead", "deputy"):
                cluster = self._of_office(items, at)
                for holder in _holders(items, at) if cluster else ():
                    step = holder.at + 1
                    while items.is_a(step, "comma") and items.is_a(step + 1, "post"):
                        body = _own_body(items, step + 1)
                        if body and cluster:
                            passage = items.passage(holder.at, max(at, step + 1) + 1)
                            yield ClusterMember(
                                cluster=cluster, member=body, passage=passage, rule="cluster.body-of-holder"
                            )
                        step += 2

    def _holding_members(self) -> Iterator[ClusterMember]:
        people = set(self.document.names.full.values())
        for post in self.leads():
            if post.member not in people:
                yield ClusterMember(
                    cluster=post.cluster, member=post.member, passage=post.passage, rule="cluster.holder"
                )

    # -- which cluster is meant -------------------------------------------------------------------------------------

    def _of_key(self, key: str) -> _Named | None:
        return next((named for named in self.found if named.is_named_by(key)), None)

    def _of_office(self, items: Items, at: int) -> str | None:
        """The cluster named right after an office, else the only one of the article."""
        for i in range(at + 1, min(at + 4, len(items))):
            if items.is_a(i, "cluster_name") and (named := self._of_key(fold(str(items.items[i].value)))):
                return named.name
        return self.found[0].name if len(self.found) == 1 else None

    def _before(self, items: Items, at: int) -> tuple[str, int]:
        """The cluster whose name, or whose name without `cụm thi đua`, ends before an item, and where that begins."""
        before = words(items.text[items.start(0) : items.start(at)])
        for name, tail in self.tails:
            for cut in (tail, tail[_HEAD:]):
                if len(cut) >= _HEAD and before[-len(cut) :] == cut:
                    return name, _start_of(items, at, len(cut))
        named = [i for i in items.where("cluster_name") if at - 6 <= i < at]
        if named and items.is_a(at, "have") and not any(items.is_a(i, "comma", "person") for i in range(named[-1], at)):
            one = self._of_key(fold(str(items.items[named[-1]].value)))
            return (one.name, named[-1]) if one else ("", at)
        return "", at


def _start_of(items: Items, at: int, count: int) -> int:
    """The item at which the last `count` words before an item begin."""
    first = at
    while first > 0 and len(words(items.text[items.start(first) : items.start(at)])) < count:
        first -= 1
    return first


def _own_body(items: Items, at: int) -> str | None:
    """The body of a post that can be a member of a cluster: not the body that its clusters belong to."""
    office = items.items[at].value
    if not isinstance(office, Office) or not office.org or fold(office.org).startswith("trung ương"):
        return None
    return office.org


def _holders(items: Items, at: int) -> list[Agent]:
    """Who holds an office of a cluster: the name right after it, else the agents before it in the same clause."""
    step = at + 1
    while items.is_a(step, "cluster_name", "title", "address", "dot", "comma"):
        step += 1
    for person in (step, at - 2 if items.is_a(at - 1, "comma") else -1):
        if items.is_a(person, "person") and (one := agent(items, person)):
            return [one]
    start = at
    while start > 0 and not items.is_a(start - 1, "semicolon", "dot", "lead", "deputy"):
        start -= 1
    if not any(items.is_a(i, *_HOLDING) for i in range(start, at)):
        return []
    return [a for a in behind(items, at, reach=10) if a.at >= start]


def _year(items: Items, at: int) -> int | None:
    value = items.items[at].value if at >= 0 else None
    return value.year if isinstance(value, Date) else None


def _year_at(items: Items, at: int) -> int:
    """The item that tells the year of an office: right after it, else the nearest before, else any behind; or -1."""
    dated = [i for i in items.where("date", "year") if _year(items, i)]
    ends = next(
        (i for i in range(at + 1, len(items)) if items.is_a(i, "lead", "deputy", "comma", "semicolon")), len(items)
    )
    right = [i for i in dated if at < i < ends]
    left = [i for i in dated if i < at]
    return right[0] if right else left[-1] if left else dated[0] if dated else -1
