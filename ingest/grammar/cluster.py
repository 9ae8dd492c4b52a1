"""Names of emulation clusters with lists and offices beside them → the clusters, their members, leads and deputies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
        for one in (*self._listed(), *self._belonging(), *self._bodies_of_holders(), *self._holding_members()):
            if (one.cluster, one.member) not in seen:
                seen.add((one.cluster, one.member))
                yield one

    @cached_property
    def leads(self) -> tuple[ClusterPost, ...]:
        """Leads and deputies: `tỉnh A được giao nhiệm vụ cụm trưởng năm 2017`, `ông C làm cụm phó`."""
        return tuple(self._leads())

    def _leads(self) -> Iterator[ClusterPost]:
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
                body, begin = _shared_body(items, at)
                listed, stop = ahead(items, begin) if name else ([], at)
                for one in listed if len(listed) > 1 else ():
                    member = f"{body} {one.name}" if body and items.is_a(one.at, "province") else one.name
                    yield ClusterMember(
                        cluster=name, member=member, passage=items.passage(first, stop), rule="cluster.list"
                    )

    def _belonging(self) -> Iterator[ClusterMember]:
        """`A là thành viên Cụm thi đua số 1`, `A, B thuộc Cụm thi đua số 1`."""
        for line in self.document.lines if self.found else ():
            items = line.base
            for at in items.where("cluster_name"):
                one = self._at(items, at)
                tie = at - 1
                while items.is_a(tie, "of", "unit", "many", "in") or items.keys(tie) in ("các", "của", "trong"):
                    tie -= 1
                member = items.keys(tie) == "thành viên"
                if one is None or tie < 1 or not (member or items.keys(tie) in ("thuộc", "trực thuộc")):
                    continue
                while items.is_a(tie - 1, "is", "group", "as", "many") or (member and items.is_a(tie - 1, "num")):
                    tie -= 1
                for body in _adjoining(items, tie):
                    passage = items.passage(body.at, at + 1)
                    yield ClusterMember(cluster=one.name, member=body.name, passage=passage, rule="cluster.belonging")

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
        for post in self.leads:
            if post.member not in people:
                yield ClusterMember(
                    cluster=post.cluster, member=post.member, passage=post.passage, rule="cluster.holder"
                )

    # -- which cluster is meant -------------------------------------------------------------------------------------

    def _of_key(self, key: str) -> _Named | None:
        return next((named for named in self.found if named.is_named_by(key)), None)

    def _at(self, items: Items, at: int) -> _Named | None:
        """The cluster that a cluster's name in a sentence means."""
        return self._of_key(fold(str(items.items[at].value)))

    def _of_office(self, items: Items, at: int) -> str | None:
        """The cluster named right after an office, else the only one of its sentence, else of the article."""
        told = {i: n for i in items.where("cluster_name") if (n := self._at(items, i))}
        for i in range(at + 1, min(at + 4, len(items))):
            if i in told:
                return told[i].name
        named = {n.name for n in told.values()} or {n.name for n in self.found}
        return named.pop() if len(named) == 1 else None

    def _before(self, items: Items, at: int) -> tuple[str, int]:
        """The cluster whose name, or whose name without `cụm thi đua`, ends before an item, and where that begins."""
        before = words(items.text[items.start(0) : items.start(at)])
        for name, tail in self.tails:
            for cut in (tail, tail[_HEAD:]):
                if len(cut) >= _HEAD and before[-len(cut) :] == cut:
                    return name, _start_of(items, at, len(cut))
        if items.is_a(at, "colon") and (counted := self._counting(items, at)):
            return counted
        named = [i for i in items.where("cluster_name") if at - 6 <= i < at]
        if named and items.is_a(at, "have") and not any(items.is_a(i, "comma", "person") for i in range(named[-1], at)):
            one = self._at(items, named[-1])
            return (one.name, named[-1]) if one else ("", at)
        return "", at

    def _counting(self, items: Items, at: int) -> tuple[str, int] | None:
        """`Cụm … có 8 thành viên:`, `6 tỉnh trong Cụm:`, `các đơn vị trong cụm gồm:` before a colon."""
        last = at - 1
        while items.is_a(last, "have", "is"):
            last -= 1
        inside = items.keys(last) in ("cụm", "khối") and items.keys(last - 1) in ("trong", "thuộc", "của")
        if inside and len(self.found) == 1:
            return self.found[0].name, last - 1
        if items.keys(last) == "thành viên" and items.is_a(last - 1, "group") and len(self.found) == 1:
            told = [i for i in items.where("cluster_name") if i < last]
            return (self.found[0].name, told[-1]) if told else None
        if items.is_a(last, "group", "inside", "office") and items.is_a(last - 1, "num"):
            told = [i for i in items.where("cluster_name") if last - 5 <= i < last]
            if told and items.is_a(last - 2, "have") and (named := self._at(items, told[-1])):
                return named.name, told[-1]
        return None


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


def _shared_body(items: Items, at: int) -> tuple[str, int]:
    """What bodies of several provinces are called (`gồm Hội Luật gia các tỉnh: …`), and where their list begins.

    `Hội Luật gia tỉnh` of `Hội Luật gia các tỉnh`, without `tỉnh` where the list has cities too; "" if there is none.
    """
    body = at + 1
    if not items.is_a(body, "body"):
        body = at - 1
        while body > 0 and items.is_a(body, "many", "unit", "group", "num", "comma", "in", "low", "cap", "have", "is"):
            body -= 1
    stop = body + 1
    while items.is_a(stop, "many", "unit", "group", "num"):
        stop += 1
    if not items.is_a(body, "body") or not items.is_a(body + 1, "many", "num") or stop == body + 2:
        return "", at + 1
    kind = " tỉnh" if items.keys(stop - 1) == "tỉnh" else ""
    begin = stop + items.is_a(stop, "colon") if body > at else at + 1
    return items.wording(body, body + 1) + kind, begin


def _adjoining(items: Items, before: int) -> list[Agent]:
    """The bodies and provinces of the list that ends right before an item, and no further away."""
    if not items.is_a(before - 1, "org", "province"):
        return []
    return [
        a
        for a in behind(items, before)
        if not a.is_person and not items.is_a(a.at, "cluster_name") and not items.is_a(a.at - 1, "many", "num")
    ]


def _holders(items: Items, at: int) -> list[Agent]:
    """Who holds an office of a cluster: who is named right after it, else the agents before it in the same clause."""
    step = at + 1
    while items.is_a(step, "cluster_name", "title", "address", "dot", "comma"):
        step += 1
    for person in (step, at - 2 if items.is_a(at - 1, "comma") else -1):
        if items.is_a(person, "person") and (one := agent(items, person)):
            return [one]
    step = at + 1
    while items.is_a(step, "cluster_name", "year", "date", "of"):
        step += 1
    given = items.is_a(step, "for") and any(items.is_a(i, "appoint") for i in range(max(0, at - 4), at))
    if given or items.is_a(step, "is"):
        return _named_behind(items, step + 1)
    if items.keys(at - 1) == "là" and items.keys(at - 2) == "trò" and items.is_a(step, "comma"):
        return _named_behind(items, step + 1)  # `Với vai trò là cụm trưởng, Sở Y tế đã …`
    tie = at - 1
    while items.is_a(tie, "group", "unit"):
        tie -= 1
    if items.is_a(tie, "comma", "dash", "open") and items.is_a(tie - 1, "org", "province") and _closed(items, step):
        return _adjoining(items, tie)[-1:]
    if items.is_a(at - 1, "appoint", "task") and not any(items.is_a(i, *_HOLDING) for i in range(max(0, at - 5), at)):
        return []  # `bàn giao cụm trưởng`: who hands it over holds it no more
    start = at
    while start > 0 and not items.is_a(start - 1, "semicolon", "dot", "lead", "deputy"):
        start -= 1
    if not any(items.is_a(i, *_HOLDING) for i in range(start, at)):
        return []
    return [a for a in behind(items, at, reach=10) if a.at >= start and not items.is_a(a.at, "cluster_name")]


def _named_behind(items: Items, at: int) -> list[Agent]:
    """The agents of the list that begins at an item, clusters apart."""
    return [a for a in ahead(items, at)[0] if not items.is_a(a.at, "cluster_name")]


def _closed(items: Items, at: int) -> bool:
    """Whether an apposition ends at an item: `Sở Y tế, Trưởng khối năm 2018, …`."""
    return at >= len(items) or items.is_a(at, "comma", "dash", "close", "dot", "semicolon")


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
