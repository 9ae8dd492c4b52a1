"""Names of emulation clusters with lists and offices beside them → the clusters, their members, leads and deputies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from ingest.cluster_names import number
from ingest.document import Document, Line
from ingest.facts import Cluster, ClusterMember, ClusterPost, Passage
from ingest.grammar.cluster_kin import kin, kind_of
from ingest.grammar.cluster_lists import (
    PROVINCES,
    Listed,
    is_marker,
    list_from,
    listed_in_line,
    lists,
    opens_list,
    present,
)
from ingest.grammar.cluster_offices import Held, held
from ingest.items import Items
from ingest.phrases import Office, Org
from ontology.spelling import fold, words

_MOST = 64
"""Clusters of one article; more are read in no newspaper, and each costs a look at every list."""
_GUESTS = ("UBND", "Ủy ban", "Uỷ ban", "HĐND", "Tỉnh ủy", "Thành ủy", "Văn phòng", "Ban ", "Phòng ", "Báo", "Đài")
"""Bodies that come to a cluster's meeting as guests or for their province."""
_COUNCILS = ("UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân")
_COUNCIL_OF = re.compile(r"^(?:UBND|[ỦU][ỷy] ban nhân dân) (?:tỉnh |thành phố |TP\.? ?)?(?=[A-ZĐ])")
_OF_PLACES = re.compile(r"(?:cụm|khối) thi đua (?:số \w+ )?(?:các|\d+) (?:tỉnh|thành phố)\b")
"""Clusters whose members are provinces, whoever speaks for them (`UBND tỉnh A`)."""
_LINES = 40
"""Lines of a list that tells each member in a line of its own."""
_HEAD = 3
"""Words of `cụm thi đua`."""
_BARE = frozenset(
    f"{head} {words}" for head in ("cụm", "khối") for words in ("thi đua", "giao ước thi đua", "thi đua khen thưởng")
)
"""Words for a cluster that was named before."""


@dataclass(slots=True)
class _Named:
    """A cluster as the article names it: its key, how often it words the name in which way, and where."""

    key: tuple[str, ...]
    told: dict[str, list[Passage]]
    number: int | None

    @property
    def name(self) -> str:
        """The wording that the article uses most, in capital letters or small; of two used as often the shorter."""
        often = Counter(fold(wording) for wording, where in self.told.items() for _ in where)
        key = max(often, key=lambda k: (often[k], -len(k)))
        alike = [wording for wording in self.told if fold(wording) == key]
        return next((wording for wording in alike if wording[0].isupper()), alike[0])

    def is_named_by(self, key: tuple[str, ...]) -> bool:
        """Whether a name is this one, or a longer or shorter wording of it."""
        if self.key[: len(key)] == key or key[: len(self.key)] == self.key:
            return True
        longer, shorter = sorted((self.key, key), key=len, reverse=True)
        inside = iter(longer)
        return len(shorter) > _HEAD + 2 and all(word in inside for word in shorter) and longer[-1] == shorter[-1]


class Clusters:
    """The clusters of one article, found once for all that is asked of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[_Named] = []
        self.meant: dict[int, dict[int, _Named]] = {}
        """Line and item → the cluster that the item names."""
        self._name("cluster_name", alone=True)
        self._name("cluster_short", alone=any(line.base.where("cluster", "cluster_name") for line in document.lines))

    def _name(self, kind: str, *, alone: bool) -> None:
        """Learn the clusters from all items of a class; only a name that may stand `alone` makes a new cluster."""
        for n, line in enumerate(self.document.lines):
            items = line.base
            for at in items.where(kind):
                wording = str(items.items[at].value)
                key = _key(wording)
                if " ".join(key) in _BARE:
                    continue
                named = self._of_key(key) if kind == "cluster_name" else self._of_short(n, items, at)
                told = alone or (key[0] == "cụm" and "thi đua" in " ".join(items.sentence.keys))
                if named is None and told and len(self.found) < _MOST:
                    named = _Named(key, {}, number(wording))
                    self.found.append(named)
                if named is not None:
                    if kind == "cluster_name" or named.key == key:
                        named.told.setdefault(wording, []).append(items.passage(at, at + 1))
                    self.meant.setdefault(n, {})[at] = named

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
        """Members by list (`Cụm … gồm A, B, C`), and who holds an office of the cluster, with the holder's body."""
        told: dict[tuple[str, str], ClusterMember] = {}
        stated = (*self._listed(), *self._holding())
        for one in (*stated, *self._kin([(one.cluster, one.member) for one in stated])):
            if _OF_PLACES.match(fold(one.cluster)):
                one = replace(one, member=_COUNCIL_OF.sub("", one.member))
            key = (one.cluster, _without_kind(one.member))
            if key not in told or _fuller(one.member, told[key].member):
                told[key] = one
        yield from told.values()

    def _listed(self) -> Iterator[ClusterMember]:
        for items, cluster, listed in self.lists:
            for name in self._in_full([member.name for member in listed.members]):
                yield ClusterMember(
                    cluster=cluster.name,
                    member=name,
                    passage=items.passage(listed.first, listed.stop),
                    rule="cluster.list",
                )

    @cached_property
    def _defined(self) -> dict[str, str]:
        """Bodies in full by the abbreviations that the article defines for them."""
        values = (item.value for line in self.document.lines for item in line.base.items)
        return {value.name: value.full for value in values if isinstance(value, Org) and value.full}

    def _in_full(self, names: list[str]) -> list[str]:
        """`Đài PT-TH Hải Phòng` for each `đài Hải Phòng` of a list, as the article words one of them in full."""
        places = {name: name.partition(" ")[2] for name in names if name[0].islower()}
        shared = Counter(
            name[: -len(place)]
            for line in self.document.lines if places
            for name in _bodies(line.base)
            for short, place in places.items()
            if name.endswith(place) and fold(name).startswith(fold(short).split()[0])
        )  # fmt: skip
        before = shared.most_common(1)[0][0] if shared else ""
        return [before + places[name] if before and name in places else name for name in names]

    def _holding(self) -> Iterator[ClusterMember]:
        for items, cluster, one in self.offices:
            body = one.body if one.is_person else one.name
            if body:
                yield ClusterMember(
                    cluster=cluster.name,
                    member=self._defined.get(body, body),
                    passage=items.passage(min(one.stated), max(one.stated) + 1),
                    rule="cluster.body-of-holder" if one.is_person else "cluster.holder",
                )

    def _kin(self, members: list[tuple[str, str]]) -> Iterator[ClusterMember]:
        """The bodies of the members' kind: in an article on one cluster, or in a sentence that names one of several."""
        heads = {one.key[0] for one in self.found}
        often = sum(not heads.isdisjoint(line.plain.sentence.keys) for line in self.document.lines) > 1
        kinds = {cluster for cluster, member in members if kind_of(member)}
        only = self.found[0] if len(self.found) == 1 and often else None
        if len(kinds) == 1 and len(self.found) > 1:
            only = next(one for one in self.found if one.name in kinds)
        for n, line in enumerate(self.document.lines):
            here = list(self.meant.get(n, {}).values()) or ([only] if only else [])
            if not here or (len(self.found) == 1 and not only) or any(one is not here[0] for one in here):
                continue
            one = here[0]
            fullest = max(one.told, key=len)  # `Cụm thi đua số 5 Hội A`, where most often told as `Cụm thi đua số 5`
            for items, at, name in kin(line, fullest, [member for _, member in members]):
                yield ClusterMember(
                    cluster=one.name, member=name, passage=items.passage(at, at + 1), rule="cluster.kin"
                )

    @cached_property
    def leads(self) -> tuple[ClusterPost, ...]:
        """Leads and deputies: `tỉnh A được giao nhiệm vụ cụm trưởng năm 2017`, `ông C làm cụm phó`."""
        told: dict[tuple[str, str, str], ClusterPost] = {}
        for items, cluster, one in self.offices:
            post = ClusterPost(
                cluster=cluster.name,
                member=self._defined.get(one.name, one.name),
                post=one.post,
                year=one.year,
                passage=items.passage(min(one.stated), max(one.stated) + 1),
                rule="cluster.office",
            )
            key = (cluster.name, fold(one.name), one.post)
            if key not in told or (told[key].year is None and post.year is not None):
                told[key] = post
        return tuple(told.values())

    # -- what the sentences say -------------------------------------------------------------------------------------

    @cached_property
    def lists(self) -> tuple[tuple[Items, _Named, Listed], ...]:
        """Each list of members with its cluster."""
        found = []
        for n, line in enumerate(self.document.lines if self.found else ()):
            named = [(cluster, one) for one in lists(line.base) if (cluster := self._meant(n, line, one.mention))]
            found += [(line.base, cluster, one) for cluster, one in (*named, *self._under_short_name(line.base))]
            mention = opens_list(line.base)
            if mention is not None and (cluster := self._meant(n, line, mention)):
                below = [later.base for later in self.document.lines[n + 1 : n + 1 + _LINES]]
                told = [(items, listed_in_line(items)) for items in below if not is_marker(items)]
                found += [(items, cluster, one) for items, one in takewhile(lambda pair: pair[1], told) if one]
        if len(self.found) == 1:
            found += [(items, self.found[0], one) for items, one in self._present([one for _, _, one in found])]
        return tuple(found)

    def _present(self, told: list[Listed]) -> Iterator[tuple[Items, Listed]]:
        """Who is present at the only cluster's meeting, if its members are known to be bodies of this kind."""
        names = [self.found[0].name, *(member.name for one in told for member in one.members), *self._speakers()]
        known = [fold(name) for name in names]
        for line in self.document.lines:
            mentioned = line.base.has("cluster_name", "covenant") or line.base.is_a(0, "attend")
            for shared, together, one in present(line.base):
                alike = any(fold(shared) in name for name in known)
                if shared == PROVINCES[0]:
                    alike = bool(_OF_PLACES.match(known[0]))
                guests = shared.startswith(_GUESTS) and fold(shared) not in known[0]
                guests = guests and not (shared in _COUNCILS and _OF_PLACES.match(known[0]))
                if (alike or (mentioned and together)) and not guests:
                    yield line.base, one

    def _speakers(self) -> list[str]:
        """The bodies that hold the offices of clusters or whose people do."""
        found = [one for line in self.document.lines for one in held(line.base, {})]
        return [one.body or "" if one.is_person else one.name for one in found]

    def _under_short_name(self, items: Items) -> Iterator[tuple[_Named, Listed]]:
        """`7 tỉnh miền núi phía Bắc gồm …`: the list behind a name told again without `cụm thi đua`."""
        for at in items.where("have"):
            before = words(items.text[items.start(0) : items.start(at)])
            for cluster in self.found:
                tail = words(cluster.name)[_HEAD:]
                size = len(tail)
                if size >= _HEAD and before[-size:] == tail and before[-size - 1 : -size] != ["đua"]:
                    first = at
                    while len(words(items.text[items.start(first) : items.start(at)])) < size:
                        first -= 1
                    if one := list_from(items, first, at + 1):
                        yield cluster, one

    @cached_property
    def offices(self) -> tuple[tuple[Items, _Named, Held], ...]:
        """Each holder of an office with the cluster."""
        inside: dict[int, dict[int, tuple[_Named, str]]] = {}
        for items, named, listed in self.lists:
            told = {m.office: (named, m.name) for m in listed.members if m.office is not None}
            inside.setdefault(id(items), {}).update(told)
        out = []
        for n, line in enumerate(self.document.lines if self.found else ()):
            here = inside.get(id(line.base), {})
            for one in held(line.base, {at: name for at, (_, name) in here.items()}):
                cluster = here[one.at][0] if one.at in here else self._of_office(n, line, one.at)
                if cluster is not None:
                    out.append((line.base, cluster, one))
        return tuple(out)

    # -- which cluster is meant -------------------------------------------------------------------------------------

    def _of_key(self, key: tuple[str, ...]) -> _Named | None:
        return next((named for named in self.found if named.is_named_by(key)), None)

    def _of_short(self, line: int, items: Items, at: int) -> _Named | None:
        """`Cụm số 4`: the cluster (not the bloc) of this number, or the one in whose bracket it stands."""
        if items.is_a(at - 1, "open") and (before := self.meant.get(line, {}).get(at - 2)):
            before.number = before.number or number(str(items.items[at].value))
            return before
        wording = str(items.items[at].value)
        told = number(wording)
        if told is not None:
            head = _key(wording)[0]
            return next((named for named in self.found if named.number == told and named.key[0] == head), None)
        key = _key(wording)[1:]
        return next((named for named in self.found if named.key[_HEAD:] == key), None)

    def _meant(self, n: int, line: Line, at: int) -> _Named | None:
        """The cluster that a mention in a line means: by its name, else the one told last before it."""
        here = self.meant.get(n, {})
        if at in here:
            return here[at]
        before = [i for i in here if i < at]
        return here[max(before)] if before else self._last_before(n)

    def _last_before(self, n: int, head: str = "") -> _Named | None:
        """The cluster told last before a line, else the first of the article; only one called `cụm` or `khối`."""
        for earlier in range(n - 1, -1, -1):
            here = self.meant.get(earlier, {})
            if alike := [at for at, one in here.items() if one.key[0].startswith(head)]:
                return here[max(alike)]
        return next((one for one in self.found if one.key[0].startswith(head)), None)

    def _of_office(self, n: int, line: Line, at: int) -> _Named | None:
        """The cluster named right behind an office, else in its sentence the last before it or the first behind it."""
        told = " ".join(_words_at(line.base, at))
        head = next((word for word in ("khối", "cụm") if word in told), "")
        here = {i: one for i, one in self.meant.get(n, {}).items() if one.key[0].startswith(head)}
        behind = sorted(i for i in here if i > at)
        if behind and behind[0] <= at + 3 and not line.base.is_a(at + 1, "semicolon", "comma", "and"):
            return here[behind[0]]
        before = [i for i in here if i < at]
        if before:
            return here[max(before)]
        return here[behind[0]] if behind else self._last_before(n, head)


def _words_at(items: Items, at: int) -> list[str]:
    return items.sentence.keys[items.items[at].start : items.items[at].end]


def _bodies(items: Items) -> Iterator[str]:
    """The bodies named in a sentence, also in posts."""
    for at in items.where("org", "post"):
        value = items.items[at].value
        if isinstance(value, Org):
            yield value.name
        elif isinstance(value, Office) and value.org:
            yield value.org


def _without_kind(member: str) -> str:
    """What `VKSND Lộc Ninh` and `VKSND huyện Lộc Ninh`, or `xã Lộc Ninh` and `UBND xã Lộc Ninh` share."""
    member = re.sub(r" \([^)]*\)", "", member)
    return re.sub(
        r"^(?:ubnd|ủy ban nhân dân) |\b(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn) ", "", fold(member)
    )


def _fuller(member: str, other: str) -> bool:
    """Whether a name tells more; a place's is more than that of its committee."""
    committee, before = fold(member).startswith(_COMMITTEES), fold(other).startswith(_COMMITTEES)
    if ("(" in member) != ("(" in other):
        return "(" in other  # `HLG tỉnh A` before `Hội Luật gia (HLG) tỉnh A`
    return before if committee != before else len(member) > len(other)


_COMMITTEES = ("ubnd", "ủy ban nhân dân")


def _key(wording: str) -> tuple[str, ...]:
    """The words of a name, its number as a number: `Cụm thi đua 4` and `Cụm thi đua số 04` are one."""
    words = [str(int(w)) if w.isdigit() else w for w in fold(re.sub(r" \([^)]*\)", "", wording)).split()]
    return tuple(w for i, w in enumerate(words) if w != "số" or not words[i + 1 : i + 2])
