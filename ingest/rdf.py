"""A reading → the RDF quads of the article's named graph, with IRIs that depend on the article and on nothing else."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from ingest import facts as F
from ingest.lives import award_years
from ontology import terms as T
from ontology.official import official_slug
from ontology.places import province_of_body
from ontology.schemes import body_kind_iri, honour_labels, province_iri, role_iri
from ontology.spelling import fold, keyed_slug, plain_name, slug

_DATE_TYPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"--\d\d-\d\d"), "gMonthDay"),
)
_STATUS = {"revocation_proposed": "revocationProposed"}
_SAFE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,118}[A-Za-z0-9])?")


def article_key(article_id: str) -> str:
    """What stands for an article's id in an IRI: the id itself where it is safe there, else a keyed slug."""
    return article_id if _SAFE_ID.fullmatch(article_id) else keyed_slug(article_id)


def article_iri(article_id: str, base: str = T.BASE) -> str:
    return f"{base}article/{article_key(article_id)}"


def graph_iri(article_id: str, base: str = T.BASE) -> str:
    """The named graph that holds all that an article says."""
    return f"{base}graph/{article_key(article_id)}"


def quads(reading: F.Reading, base: str = T.BASE) -> list[Quad]:
    """All quads of one article, without duplicates, in the order in which the facts stand."""
    return _Writer(reading, base).write()


class _Writer:
    """Writes one reading; what it keeps (nodes by name) lives no longer than the call."""

    def __init__(self, reading: F.Reading, base: str) -> None:
        self.reading, self.base, self.article = reading, base, reading.article
        self.iri = article_iri(self.article.id, base)
        self.graph = NamedNode(graph_iri(self.article.id, base))
        self.out: dict[Quad, None] = {}
        self.local_keys: dict[str, str] = {}
        self.nodes: dict[str, str] = {}
        self.events: dict[str, str] = {}
        self.awards: dict[tuple[str, str, int | None], str] = {}
        self.award_years = award_years(f for f in reading.facts if isinstance(f, F.Award))

    def write(self) -> list[Quad]:
        self._article()
        of = self.reading.facts
        for kind in (F.Person, F.Province, F.Body, F.Cluster, F.Campaign):
            for f in of:
                if isinstance(f, kind):
                    self._named(f)
        for f in of:
            if isinstance(f, (F.ClusterMember, F.ClusterPost)):
                self._cluster(f.cluster)
            elif isinstance(f, F.Event):
                self._event(f)
        for f in of:
            match f:
                case F.Post():
                    self._post(f)
                case F.Award():
                    self._award(f)
                case F.ClusterMember():
                    self._cluster_member(f)
                case F.ClusterPost():
                    self._cluster_post(f)
                case F.Participation():
                    self._participation(f)
                case F.Statement():
                    self._statement(f)
                case F.Covenant():
                    self._covenant(f)
                case _:
                    pass
        return list(self.out)

    # -- triples ----------------------------------------------------------------------------------------------------

    def _add(self, s: str, p: str, o: str | Literal) -> None:
        node = NamedNode(o) if isinstance(o, str) else o
        self.out[Quad(NamedNode(s), NamedNode(p), node, self.graph)] = None

    def _vi(self, s: str, p: str, text: str) -> None:
        self._add(s, p, Literal(text, language="vi"))

    def _typed(self, s: str, type_: str, label: str | None = None) -> str:
        self._add(s, T.RDF + "type", type_)
        if label is not None:
            self._vi(s, T.RDFS + "label", label)
        return s

    def _thing(self, s: str, type_: str, name: str) -> str:
        """A thing that goes by a name, which it can be found by however it is written."""
        self._plain(s, name)
        return self._typed(s, type_, name)

    def _plain(self, s: str, name: str) -> None:
        if plain := plain_name(name):
            self._add(s, T.TD + "plainName", Literal(plain))

    def _year(self, s: str, year: int | None) -> None:
        if year is not None:
            self._add(s, T.TD + "year", Literal(f"{year:04d}", datatype=NamedNode(T.XSD + "gYear")))

    def _local(self, *names: str) -> str:
        """An IRI inside the article, the same for the same names, never the same for others."""
        key = "|".join(fold(n) for n in names)
        plain = "-".join(slug(n, 48) or "x" for n in names)
        if self.local_keys.setdefault(plain, key) != key:
            plain = f"{plain}-{sha256(key.encode()).hexdigest()[:6]}"
        return f"{self.iri}#{plain}"

    def _passage(self, p: F.Passage) -> str:
        node = f"{self.iri}#t{p.start}-{p.end}"
        selector = f"{node}-selector"
        self._typed(node, T.OA + "SpecificResource")
        self._add(node, T.OA + "hasSource", self.iri)
        self._add(node, T.OA + "hasSelector", selector)
        self._typed(selector, T.OA + "TextPositionSelector")
        self._typed(selector, T.OA + "TextQuoteSelector")
        self._add(selector, T.OA + "start", Literal(p.start))
        self._add(selector, T.OA + "end", Literal(p.end))
        self._vi(selector, T.OA + "exact", self.article.text[p.start : p.end])
        return node

    def _fact(self, node: str, type_: str, fact: F.Fact, label: str) -> str:
        self._typed(node, type_, label)
        for p in (fact.passage, *fact.more):
            self._add(node, T.PROV + "wasDerivedFrom", self._passage(p))
        self._add(node, T.TD + "rule", Literal(fact.rule))
        return node

    # -- the article ------------------------------------------------------------------------------------------------

    def _article(self) -> None:
        a, s = self.article, self.iri
        self._thing(s, T.SCHEMA + "NewsArticle", a.title or a.id)
        self._add(s, T.DCT + "identifier", Literal(a.id))
        self._add(s, T.SCHEMA + "inLanguage", Literal("vi"))
        self._add(s, T.SCHEMA + "sha256", Literal(sha256(a.text.encode()).hexdigest()))
        self._vi(s, T.SCHEMA + "text", a.text)
        if a.title:
            self._vi(s, T.SCHEMA + "headline", a.title)
        if a.lead:
            self._vi(s, T.SCHEMA + "abstract", a.text[a.lead.start : a.lead.end])
        if a.published:
            value = Literal(a.published.isoformat(), datatype=NamedNode(T.XSD + "dateTime"))
            self._add(s, T.SCHEMA + "datePublished", value)
        if a.url:
            self._add(s, T.SCHEMA + "url", Literal(a.url, datatype=NamedNode(T.XSD + "anyURI")))
        for author in a.authors:
            node = self._thing(self._local("author", author), T.SCHEMA + "Person", author)
            self._vi(node, T.SCHEMA + "name", author)
            self._add(s, T.SCHEMA + "author", node)
        if a.agency:
            agency = self._thing(f"{self.base}body/{official_slug(a.agency)}", T.ORG + "Organization", a.agency)
            self._add(s, T.SCHEMA + "sourceOrganization", agency)
        for number, photo in enumerate(a.photos, 1):
            caption = a.text[photo.caption.start : photo.caption.end]
            node = self._typed(self._local("photo", str(number)), T.SCHEMA + "ImageObject", caption)
            self._vi(node, T.SCHEMA + "caption", caption)
            self._add(node, T.PROV + "wasDerivedFrom", self._passage(photo.caption))
            if photo.credit:
                self._vi(node, T.SCHEMA + "creditText", photo.credit)
            self._add(s, T.SCHEMA + "image", node)

    # -- what facts are about ---------------------------------------------------------------------------------------

    def _named(self, f: F.Fact) -> None:
        match f:
            case F.Person():
                name = f.person
                node = self._thing(self._local(name), T.SCHEMA + "Person", name)
                self._vi(node, T.SCHEMA + "name", name)
            case F.Province():
                name, node = f.province, self._province(f.province)
            case F.Body():
                name, node = f.body, self._body(f.body, f.proper)
                for other in f.wordings:
                    self._vi(node, T.SKOS + "altLabel", other)
                    self.nodes.setdefault(fold(other), node)
            case F.Cluster():
                name, node = f.cluster, self._cluster(f.cluster)
                for wording in f.wordings:
                    self._vi(node, T.SKOS + "altLabel", wording)
                    self._plain(node, wording)
                    self.nodes.setdefault(fold(wording), node)
            case F.Campaign():
                name = f.campaign
                node = self._thing(f"{self.base}campaign/{keyed_slug(name)}", T.TD + "Campaign", name)
                for wording in f.wordings:
                    self._vi(node, T.SKOS + "altLabel", wording)
                    self._plain(node, wording)
            case _:
                raise TypeError(type(f).__name__)
        self.nodes.setdefault(fold(name), node)
        mention = self._fact(self._local("mention", f.KIND, name), T.TD + "Mention", f, f"Nhắc đến {name}")
        self._add(mention, T.TD + "mentions", node)

    def _body(self, name: str, proper: bool) -> str:
        """The node of a body with its kind and province as far as its name tells them."""
        node = self.nodes.get(fold(name))
        if node is None:
            node = self.nodes[fold(name)] = self._scoped("body", name, proper)
            self._thing(node, T.ORG + "Organization", name)
            if kind := body_kind_iri(name):
                self._add(node, T.TD + "bodyKind", kind)
            if province := province_of_body(name, self._day()):
                self._add(node, T.TD + "inProvince", self._province(province))
        return node

    def _scoped(self, room: str, name: str, proper: bool) -> str:
        """A name that identifies its bearer by itself has one IRI everywhere; another one belongs to the article."""
        return f"{self.base}{room}/{official_slug(name)}" if proper else self._local(room, name)

    def _province(self, name: str) -> str:
        node = province_iri(name, self._day())
        if node is None:
            raise ValueError(f"no province is called {name!r}")
        self._thing(node, T.TD + "Province", name)
        return node

    def _day(self) -> date | None:
        """The day on whose provinces the article is read."""
        return self.article.published.date() if self.article.published else None

    def _cluster(self, name: str) -> str:
        node = self._thing(f"{self.base}cluster/{keyed_slug(name)}", T.TD + "EmulationCluster", name)
        self.nodes.setdefault(fold(name), node)
        return node

    def _agent(self, name: str, count: int | None = None, *of: str) -> str:
        """The node of a person, body, province, cluster or office that the article names, else a group of its words."""
        node = self.nodes.get(fold(name))
        if node is None and count is None and (role := role_iri(name)):
            node = self.nodes[fold(name)] = self._thing(self._scoped("post", name, True), T.ORG + "Post", name)
            self._add(node, T.ORG + "role", role)
        if node is None:
            counted = of if count is not None else ()  # `24 cá nhân` of one honour are not those of another
            node = self._thing(self._local("group", name, *counted), T.TD + "Group", name)
            if count is not None:
                self._add(node, T.TD + "size", Literal(count))
            else:
                self.nodes[fold(name)] = node
        return node

    def _place(self, name: str) -> str:
        if province_iri(name, self._day()):  # before all others: `Hồ Chí Minh` may be a person of the article too
            return self._province(name)
        node = self.nodes.get(fold(name))
        return node or self._thing(self._local("place", name), T.SCHEMA + "Place", name)

    def _event(self, f: F.Event) -> None:
        node = self._fact(self._local("event", f.event), T.SCHEMA + "Event", f, f.event)
        self._plain(node, f.event)
        self.events[fold(f.event)] = node
        if f.date:
            type_ = next(t for pattern, t in _DATE_TYPES if pattern.fullmatch(f.date))
            self._add(node, T.SCHEMA + "startDate", Literal(f.date, datatype=NamedNode(T.XSD + type_)))
        if f.place:
            self._add(node, T.SCHEMA + "location", self._place(f.place))

    # -- facts ------------------------------------------------------------------------------------------------------

    def _post(self, f: F.Post) -> None:
        person = self._agent(f.person)
        post = self._thing(self._scoped("post", f.post, f.proper), T.ORG + "Post", f.post)
        node = self._fact(
            self._local("tenure", f.person, f.post, f.status), T.TD + "Tenure", f, f"{f.person}, {f.post}"
        )
        self._add(node, T.ORG + "member", person)
        self._add(node, T.TD + "post", post)
        self._add(node, T.TD + "status", T.TD + f.status)
        if f.organization:
            body = self._body(f.organization, f.proper)
            self._add(node, T.ORG + "organization", body)
            self._add(post, T.ORG + "postIn", body)
        if f.role:
            self._add(post, T.ORG + "role", f.role)

    def _award(self, f: F.Award) -> None:
        recipient = self._agent(f.recipient, f.count, f.honour)
        begun = self.award_years[f]
        key = (fold(f.honour), fold(f.recipient), begun)
        award = self.awards.get(key)
        years = (str(begun),) if begun else ()
        if award is None:
            award = self.awards[key] = self._local("award", f.honour, f.recipient, *years)
            self._typed(award, T.TD + "Award", f"{f.honour}: {f.recipient}")
            self._vi(award, T.TD + "wording", f.honour)
            self._plain(award, f.honour)
            self._add(award, T.TD + "honour", self._honour(f))
            self._add(award, T.TD + "recipient", recipient)
        grantor = (f.grantor,) if f.grantor else ()
        years = (str(f.year),) if f.year else ()
        step = self._fact(
            self._local("award", f.honour, f.recipient, *years, f.status, *grantor),
            T.TD + "AwardStep",
            f,
            f"{f.honour}: {f.recipient} ({f.status})",
        )
        self._add(step, T.TD + "stepOf", award)
        self._add(step, T.TD + "status", T.TD + _STATUS.get(f.status, f.status))
        if f.grantor:
            self._add(step, T.TD + "grantor", self._agent(f.grantor))
        self._year(step, f.year)

    def _honour(self, f: F.Award) -> str:
        if f.concept and f.exact:
            return self._thing(f.concept, T.TD + "Honour", honour_labels()[f.concept])
        node = self._thing(f"{self.base}honour/{keyed_slug(f.honour)}", T.TD + "Honour", f.honour)
        if f.concept:
            self._add(node, T.SKOS + "broader", f.concept)
        return node

    def _cluster_member(self, f: F.ClusterMember) -> None:
        node = self._fact(
            self._local("member", f.cluster, f.member), T.TD + "ClusterMembership", f, f"{f.member}, {f.cluster}"
        )
        self._add(node, T.ORG + "member", self._agent(f.member))
        self._add(node, T.ORG + "organization", self._cluster(f.cluster))

    def _cluster_post(self, f: F.ClusterPost) -> None:
        years = (str(f.year),) if f.year else ()
        node = self._fact(
            self._local(f.post, f.cluster, f.member, *years),
            T.TD + "ClusterLeadership",
            f,
            f"{f.member}, {'cụm trưởng' if f.post == 'lead' else 'cụm phó'} {f.cluster}",
        )
        self._add(node, T.ORG + "member", self._agent(f.member))
        self._add(node, T.ORG + "organization", self._cluster(f.cluster))
        self._add(node, T.ORG + "role", T.TD + f.post)
        self._year(node, f.year)

    def _participation(self, f: F.Participation) -> None:
        occasion = self.events.get(fold(f.event)) if f.event else None
        names = (f.part, f.agent, *((f.event,) if f.event else ()))
        self._part(self._local(*names), f, f.agent, f.part, occasion)

    def _part(self, node: str, f: F.Fact, agent: str, part: str, occasion: str | None) -> None:
        self._fact(node, T.TD + "Participation", f, f"{agent} ({part})")
        self._add(node, T.TD + "agent", self._agent(agent))
        self._add(node, T.TD + "part", T.TD + part)
        if occasion:
            self._add(node, T.TD + "occasion", occasion)

    def _statement(self, f: F.Statement) -> None:
        node = self._local("statement", str(f.passage.start))
        self._fact(node, T.TD + "Statement", f, f"{f.speaker}: {f.text[:80]}{'…' if len(f.text) > 80 else ''}")
        self._add(node, T.TD + "speaker", self._agent(f.speaker))
        self._add(node, T.TD + "statementKind", T.TD + f.sort)
        self._vi(node, T.SCHEMA + "text", f.text)
        if f.event and fold(f.event) in self.events:
            self._add(node, T.TD + "occasion", self.events[fold(f.event)])
        self._year(node, f.year)
        for name in f.fields:
            topic = self._thing(f"{self.base}field/{keyed_slug(name)}", T.TD + "Field", name)
            self._add(node, T.TD + "field", topic)

    def _covenant(self, f: F.Covenant) -> None:
        node = self._fact(
            self._local("covenant", f.signatory), T.TD + "CovenantSigning", f, f"{f.signatory} ký giao ước thi đua"
        )
        if f.event and fold(f.event) in self.events:
            self._add(node, T.SCHEMA + "superEvent", self.events[fold(f.event)])
        self._part(self._local("signed", f.signatory), f, f.signatory, "signed", node)
