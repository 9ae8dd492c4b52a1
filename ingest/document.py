"""An article → its sentences as items and phrases, with what several grammars ask of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from ingest.capitals import vietnamese
from ingest.facts import Article
from ingest.honours import Group, HonourName, Work, compose_honours, told_before
from ingest.items import Items, Rule, item
from ingest.named import Names
from ingest.names import scan
from ingest.occasions import compose_occasions
from ingest.phrases import Office, Org, compose_bodies
from ingest.streets import streets
from ingest.tokens import Sentence, sentences
from ingest.words import Lexicon, lexicon
from ontology.spelling import fold

_READ = ("title", "lead", "body", "caption")


@dataclass(slots=True)
class Line:
    """One sentence in four layers, each made from the one before, and the person told last before it."""

    plain: Items
    """Known words, names, signs."""
    base: Items
    """With bodies, clusters and posts."""
    items: Items
    """With honours and counted groups too."""
    scene: Items
    """With occasions too, and people where an office alone stands for them; made by `Document.stage`."""
    part: str
    earlier: str | None = None
    """The person to whom a pronoun at the beginning of this sentence points, if there is one."""


_SHORT_OFFICE = 2
"""An office of more words may be the beginning of a longer one told before (`Phó Chủ tịch UBND quận`)."""


def office_key(wording: str) -> str:
    """The comparison key of an office; `Chủ tịch HĐND tỉnh Vĩnh Long` is `Chủ tịch HĐND Vĩnh Long`."""
    return fold(wording).replace(" tỉnh ", " ").replace(" thành phố ", " ")


@dataclass(slots=True)
class Document:
    """All lines of an article in reading order, and the people that it names."""

    article: Article
    lines: list[Line]
    names: Names
    offices: dict[str, str] = field(default_factory=dict)
    """Who holds an office, by its `office_key`, where the article gives it to one person only."""

    def stage(self, offices: dict[str, str]) -> None:
        """Make the layer of occasions, once it is known who holds which office (`Thủ tướng nhấn mạnh`)."""
        self.offices = offices
        for line in self.lines:
            line.scene = line.items.copy()
            line.scene.compose(_OFFICE_ALONE, "person", partial(self._named_by, line.scene))
            compose_occasions(line.scene)

    def _named_by(self, items: Items, match: re.Match[str]) -> str | None:
        return self.holder(items, match.start())

    def holder(self, items: Items, at: int) -> str | None:
        """Who holds the office that an item names, where the article gives it to one person only."""
        value = items.items[at].value
        return self.holder_at_any_time(items, at) if isinstance(value, Office) and value.status == "current" else None

    def holder_at_any_time(self, items: Items, at: int) -> str | None:
        """The same, where the office may be one that was held before (`nguyên Tổng bí thư`)."""
        value = items.items[at].value
        if not isinstance(value, Office):
            return None
        key = office_key(value.wording)
        found = self.offices.get(key) or self.offices.get(f"{key} chính phủ")
        several = items.is_a(at + 1, "many", "num") or any(items.is_a(i, "many") for i in range(max(0, at - 3), at))
        if found is None and len(key.split()) > _SHORT_OFFICE and not several:
            longer = {who for office, who in self.offices.items() if office.startswith(f"{key} ")}
            found = longer.pop() if len(longer) == 1 else None
        return found

    def each(self, name: str) -> Iterator[tuple[Items, int]]:
        """Every item of a class in the layer of bodies and posts."""
        for line in self.lines:
            for at in line.base.where(name):
                yield line.base, at


def open_document(article: Article) -> Document:
    """Scan an article twice: first to learn who is in it, then to read each sentence with all names known."""
    known, names = lexicon(), Names(article.text)
    found: list[Sentence] = []
    for role, start, end in _stretches(article):
        found += sentences(article.text, start, end, role)
    first = [_first(article.text, sentence, known, names) for sentence in found]
    lines, short, honours = [], dict[str, Org](), dict[str, HonourName]()
    called, recent, sexes = dict[str, str](), list[str](), dict[str, str]()
    for plain, version in first:
        sentence = plain.sentence
        if version is not None and names.changed_since(version, sentence):
            plain = Items(article.text, sentence, *scan(sentence, known, names))
        streets(plain)
        _sexes(plain, sexes)
        base = _pronouns(plain, recent, sexes)
        earlier = recent[0] if recent else None
        base.compose(_AGAIN, "person", partial(_again, base, called, earlier if len(names.full) == 1 else None))
        _called(base, called)
        compose_bodies(base, article.published.date() if article.published else None)
        _abbreviated(base, short)
        items = base.copy()
        compose_honours(items)
        told_before(items, honours)
        lines.append(Line(plain, base, items, items, sentence.part, earlier))
        if sentence.part != "title" and (people := base.where("person")):
            name = str(base.items[people[0]].value)
            recent = [name, *(other for other in recent if other != name)][:_RECENT]
    return Document(article, lines, names)


def _first(text: str, sentence: Sentence, known: Lexicon, names: Names) -> tuple[Items, int | None]:
    """A sentence as first read, and the version of the names before it; None where names can change nothing in it."""
    version = names.version
    plain = Items(text, sentence, *scan(sentence, known, names))
    return plain, version if plain.has("person", "cap", "caps") else None


def _stretches(article: Article) -> Iterator[tuple[str, int, int]]:
    """The parts that are read, neighbours of one role as one: a line may end inside a sentence (`TP.`)."""
    role, start, end = "", 0, 0
    for part in article.parts:
        if part.role == role and not article.text[end : part.start].strip():
            end = part.end
            continue
        if role in _READ:
            yield role, start, end
        role, start, end = part.role, part.start, part.end
    if role in _READ:
        yield role, start, end


def agent_name(items: Items, at: int) -> str | None:
    """The name of the person, body, province, country, office or group that an item stands for."""
    value = items.items[at].value
    if items.is_a(at, "person", "province", "cluster_name", "locality"):
        return str(value)
    match value:
        case Org():
            return value.name
        case Group() | Work():
            return value.wording
        case Office():
            return value.wording
        case _:
            return items.wording(at, at + 1) if items.is_a(at, "country") else None


_OFFICE_ALONE = Rule(
    "office.alone",
    r"(?<!<person>)(?<!<comma|dash|open|is|as|of|take_office|appoint|leave_office|was>)<post>(?!<comma|dash>?<title|address|dot|post>*<person>)",
)
_DEFINED = Rule("body.defined", r"(?P<org><org>)<open>(?P<short><caps|cap>)<close>")
_SHORT = Rule("body.short", r"<caps|cap>")


def _abbreviated(base: Items, short: dict[str, Org]) -> None:
    """A body's abbreviation defined in the article (`Tổng công ty … (PVC)`) stands for the body from there on."""
    for match in base.find(_DEFINED):
        org = base.items[match.start("org")].value
        name = base.wording(*match.span("short"))
        if isinstance(org, Org) and (name.isupper() or not vietnamese(name)):
            short.setdefault(name, Org(name, org.proper, org.head, org.name))
    if short:
        base.compose(_SHORT, "org", lambda m: short.get(base.wording(*m.span())))


_AGAIN = Rule(
    "person.again",
    r"(?<!<many|num|group|is|as>)(?:<title><low>|<title>(?=<will|passive|speak|talk|receive|attend|win|take_office|was>))",
)
_RANKS = frozenset(
    "giáo sư|phó giáo sư|thiếu tá|trung tá|thượng tá|đại tá|thiếu úy|trung úy|thượng úy|đại úy|thiếu tướng|trung tướng"
    "|thượng tướng|đại tướng|hòa thượng|thượng tọa|đại đức".split("|")
)
"""Ranks that stand for the one who was told with them, at the beginning of a sentence."""
_THIS = frozenset({"này", "ấy", "nói trên", "trên"})


def _again(items: Items, called: dict[str, str], only: str | None, match: re.Match[str]) -> str | None:
    """The person for whom a profession stands (`phi công này`, `nữ ca sĩ được tặng`): the last one told with it before
    the name, else the `only` one of the article."""
    first, stop = match.span()
    kind = items.keys(first)
    definite = items.keys(stop - 1) in _THIS if stop > first + 1 else kind.startswith(("nam ", "nữ "))
    if first == 0 and _kind(kind) in called and kind in _RANKS:
        return called[_kind(kind)]  # `Giáo sư cũng là người đầu tiên …`
    if not definite or sum(i < first for i in items.where("quote")) % 2:
        return None
    return called.get(_kind(kind), only)


def _kind(title: str) -> str:
    bare = title.removeprefix("nam ").removeprefix("nữ ")
    return _ALIKE.get(bare, bare)


_ALIKE = {"lái xe": "tài xế", "nghệ sĩ hài": "nghệ sĩ", "danh hài": "nghệ sĩ"}
"""Professions that are told by two words."""


def _called(items: Items, called: dict[str, str]) -> None:
    """Remember who is told with which profession before the name."""
    for at in items.where("person"):
        title = at - 1
        while items.is_a(title, "title"):
            called[_kind(items.keys(title))] = str(items.items[at].value)
            title -= 1


_YEAR = re.compile(r"\d{4}")
_PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "cô", "cụ", "ông này", "bà này", "đồng chí"})

_YOUNG = frozenset({"em", "cháu", "thầy", "cậu bé", "cô bé"})
"""Forms of address that are common nouns too (`em gái`): they stand for somebody only before a sign or a verb."""
_BEHIND_YOUNG = ("dot", "comma", "will", "passive", "because", "speak", "talk", "receive", "win")


def _sexes(plain: Items, sexes: dict[str, str]) -> None:
    """Remember who is told as a man or as a woman: by the form of address, or by `Thị` inside the name."""
    for at in plain.where("person"):
        name = str(plain.items[at].value)
        told = _SEX.get(plain.keys(at - 1)) if at else None
        if told or " Thị " in name:
            sexes.setdefault(name, told or "f")


_SEX = {"ông": "m", "anh": "m", "bà": "f", "chị": "f", "cô": "f", "ông này": "m", "bà này": "f"}
_RECENT = 3
"""How many of the people with whom sentences began a pronoun may mean."""


def _pronouns(plain: Items, recent: list[str], sexes: dict[str, str]) -> Items:
    """A form of address without a name, outside quotations, stands for somebody told before: it becomes that person.

    That is the last one in the sentence, else the first of a sentence before, unless it is told as the other sex; and
    nobody gives to himself (`Bà A đã trao cho cô H`).
    """
    base, sentence, quoted = plain.copy(), plain.sentence, False
    if not plain.has("address"):
        return base
    here: list[str] = []
    for at in plain.where("quote", "person", "address"):
        found = plain.items[at]
        if plain.is_a(at, "quote"):
            quoted = not quoted
        elif plain.is_a(at, "person"):
            here.append(str(found.value))
        elif (here or recent) and not quoted and found.end <= found.start + 2:
            several = at and (
                plain.is_a(at - 1, "many") or (plain.is_a(at - 1, "num") and not _YEAR.fullmatch(plain.keys(at - 1)))
            )
            paired = plain.is_a(at - 1, "comma", "and") and plain.is_a(at - 2, "address")
            kin = plain.is_a(at - 1, "kin") and not plain.is_a(at - 2, "for", "of", "with", "by")
            if several or paired or kin or plain.is_a(at + 1, "colon") or (at and plain.is_a(at, "country")):
                continue  # `các đồng chí`, `các ông, bà:`, `vợ anh làm`, `Bộ Nội vụ Anh`
            alone = at + 1 == len(plain) or not sentence.words[found.end][0].isupper()
            titled = plain.is_a(at + 1, "title", "address", "person", "office")
            key = " ".join(sentence.keys[found.start : found.end])
            young = key in _YOUNG and (at + 1 == len(plain) or plain.is_a(at + 1, *_BEHIND_YOUNG))
            if alone and not titled and (key in _PRONOUNS or young):
                given = plain.is_a(at - 1, "for", "confer") and len(here) == 1 and _acting(base, at)
                told = [*([] if given else here[-1:]), *(name for name in recent if name not in here or not given)]
                sex = _SEX.get(key)
                meant = next((name for name in told if not sex or sexes.get(name, sex) == sex), None)
                if meant:
                    base.put(at, item("person", found.start, found.end, meant))
                    here.append(meant)
    return base


def _acting(base: Items, at: int) -> bool:
    """Whether the person told last before an item acts in its clause: not one of whom something is told (`của A`)."""
    who = next(i for i in range(at - 1, -1, -1) if base.is_a(i, "person"))
    before = base.before(who, "address", "title")
    return not base.is_a(before, "of", "with", "for", "about")
