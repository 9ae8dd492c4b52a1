"""A clause in which an honour is received → its subject: named, meant by a noun or an office, or told before."""

from __future__ import annotations

from ingest.agents import Agent, agent, ahead, behind
from ingest.capitals import vietnamese
from ingest.grammar.award_clause import Clause
from ingest.grammar.award_meant import SHORT
from ingest.grammar.award_told import Told
from ingest.items import Items
from ingest.phrases import Office


def subject(clause: Clause, verb: int, told: Told) -> list[Agent]:
    """The agents to the left of a verb: its subject, the one told before where a pronoun or nothing stands for it."""
    items, at = clause.items, verb
    if items.is_a(verb - 1, "purpose"):
        return _main(items, verb - 1) or _later(clause, verb)
    if items.is_a(verb, "event") and items.is_a(items.before(verb, "low"), "attend"):
        return []  # `Thủ tướng A dự lễ đón nhận H của Học viện B`
    if (before := _other_predicate(items, verb)) is not None:
        return subject(clause, before, told)
    if all(items.is_a(i, "date", "year", "comma", "on") or items.keys(i) in _BEFORE for i in range(verb)):
        return _later(clause, verb)
    if one := _short_body(items, verb, told) or _holder(items, verb, told):
        return [one]
    if _nobody(items, verb):
        return []
    if short := _by_given_name(items, verb, told) or _in_capitals(items, verb) or _by_brand(items, verb):
        return [short]
    while found := behind(items, at):
        kept = [a for a in found if not _state(items, a) and not only_where(items, a.at)]
        kept = _of_next(items, _heads(items, kept)) if kept else []
        if len(kept) == 1 and _holds_some(items, kept[0]):
            return []
        aside = _of_whom(items, kept[0]) or _likened(items, kept[0]) or _represented(items, kept[0]) if kept else None
        if len(kept) == 1 and aside:
            return [aside]
        if kept := [a for a in (*(_before_them(items, kept[0]) if kept else ()), *kept) if not _acted_on(items, a)]:
            return kept
        at = found[0].at
    blocked = next((i for i in range(verb - 1, -1, -1) if items.is_a(i, "award_name")), -1)
    idle = ("comma", "semicolon", "and", "will", "year", "date", "open", "close", "passive", "num", "on", "low")
    if blocked >= 0 and told.received and all(items.is_a(i, *idle) for i in range(blocked + 1, verb)):
        return told.received
    people = [i for i in items.where("person", "count_group") if i < verb and not _saved(items, i)]
    if len(people) == 1 and _still(items, people[0], verb) and (one := agent(items, people[0])):
        return [one]
    bodies = [i for i in items.where("org") if i < verb]
    if not people and len(bodies) == 1 and _still(items, bodies[0], verb) and _begins(items, bodies[0]):
        return [one for one in [agent(items, bodies[0])] if one]
    posts = [i for i in items.where("post") if i < verb]
    if not people and not bodies and len(posts) == 1 and _still(items, posts[0], verb) and _begins(items, posts[0]):
        name = told.holder(items, posts[0])
        return [Agent(name, None, posts[0], True)] if name else []
    return _but(clause) if not people and not bodies and not posts else []


def _of_next(items: Items, kept: list[Agent]) -> list[Agent]:
    """Without those who are given something in the clause before: `tặng K cho A và B được tặng H` is of B."""
    first = kept[0].at - 1 if kept else -1
    while items.is_a(first, "title", "address"):
        first -= 1
    given = items.is_a(first, "for") and items.is_a(first - 1, "award_name")
    return kept[-1:] if given else kept


def _state(items: Items, one: Agent) -> bool:
    """Whether an agent is Party, State or Government, who confer and do not receive."""
    return items.is_a(one.at, "state") and not items.keys(one.at).startswith("quân đội")


def _begins(items: Items, body: int) -> bool:
    """Whether a body is the first thing told in its clause, and then does something: `Năm qua, Bệnh viện A đã …`."""
    before = body - 1
    while items.is_a(before, "low", "and") and before > 0 and items.keys(before) in _LINKS:
        before -= 1
    return (before < 0 or items.is_a(before, "comma", "year", "date")) and items.is_a(body + 1, "will")


_LINKS = frozenset({"nhưng", "song", "thì", "và"})


def _other_predicate(items: Items, verb: int) -> int | None:
    """The passive of a first predicate with the same subject: `ông A được B bầu chọn là …, và được C tặng H`."""
    if not items.is_a(verb, "passive") or not items.is_a(verb - 1, "and", "comma"):
        return None
    for i in range(verb - 2, max(-1, verb - 20), -1):
        if items.is_a(i, "passive"):
            return i
        if items.is_a(i, "person", "count_group", "award_name", "semicolon", "dot", "colon", "quote", "comma"):
            break
    return None


def _main(items: Items, when: int) -> list[Agent]:
    """The person who does something `sau khi` being honoured: the subject of the clause that such words follow."""
    first = 0
    first = items.past(first, "date", "year", "comma", "on")
    found, stop = ahead(items, first)
    single = len(found) == 1 and found[0].is_person and stop < when and items.keys(when) in ("sau khi", "trước khi")
    told = any(
        items.is_a(i, "semicolon", "dot", "relative", "quote") or items.keys(i) == "rằng" for i in range(stop, when)
    )
    return found if single and not told else []


def _but(clause: Clause) -> list[Agent]:
    """The person who follows behind `nhưng` where nobody was told before: `được tặng H nhưng nghệ sĩ A vẫn …`."""
    items = clause.items
    for i in range(clause.honour + 1, min(clause.honour + 8, len(items))):
        if items.keys(i) in ("nhưng", "song"):
            found, _ = ahead(items, i + 1, 3)
            return found[:1] if found and found[0].is_person else []
    return []


def _later(clause: Clause, verb: int) -> list[Agent]:
    """Who follows where no subject stands before: `Sau khi nhận H, ông X …`; else the person told before."""
    items, last = clause.items, clause.honour
    for i in items.where("award_name"):
        if last < i < last + _SOON and not any(items.is_a(j, "dot", "person", *_VERBS) for j in range(last + 1, i)):
            last = i  # `Từng nhận H của X, K của Y, ông A …`
    for i in range(last + 1, min(last + 14, len(items))):
        if items.is_a(i, "dot", "dots", "person", "and"):
            break
        if items.is_a(i, "comma") or items.keys(i) in ("nhưng", "song"):
            found, _ = ahead(items, i + 1, 3)
            if found and (found[0].is_person or (i <= last + _SOON and clause.verb != 1)):
                return found[:1]
    earlier = clause.line.earlier
    return [Agent(earlier, None, verb, True)] if earlier and not items.is_a(verb - 1, "purpose") else []


_VERBS = ("receive", "confer", "passive", "propose", "semicolon")
_SOON = 7
"""Items behind an honour within which its recipient may be a body; beyond them only a person is sure."""
_BEFORE = frozenset({"từng", "đã", "vừa", "mới"})
"""Words before a verb whose subject follows in the next clause: `Từng được tặng H, bà A …`."""


def _short_body(items: Items, verb: int, told: Told) -> Agent | None:
    """A body by its kind alone (`Công ty đã được tặng`), which stands for the one of that kind told last."""
    at = verb - 1
    while items.is_a(at, "will", "low") and at > 0 and verb - at < 5 and items.keys(at) not in SHORT:
        at -= 1
    if at < 0 or items.is_a(at, "org", "person"):
        return None
    named = items.is_a(at, "body", "unit") and items.wording(at, at + 1)[0].isupper()  # `Vùng được tặng H`
    kinds = SHORT.get(items.keys(at)) or ((items.keys(at),) if named else ())
    if not kinds:
        return None
    alone = at == 0 or items.is_a(at - 1, "comma", "year", "date")
    if not alone and (items.wording(at, at + 1).islower() or (named and not _first_told(items, at))):
        return None
    name = told.body(kinds)
    return Agent(name, None, at, False) if name else None


def _first_told(items: Items, body: int) -> bool:
    """Whether a body begins a clause behind one that only says when: `Đây là năm thứ ba liên tiếp Hội được tặng`."""
    told = any(items.is_a(i, "org", "person", "group", "post", "of", "body", "province") for i in range(body))
    return items.keys(body) in SHORT and items.is_a(body - 1, "low") and not told


def _holder(items: Items, verb: int, told: Told) -> Agent | None:
    """The person whose office alone stands before a verb: `Tân Chủ tịch tỉnh từng được tặng`."""
    at = verb - 1
    while items.is_a(at, "will", "low") and verb - at < 4:
        at -= 1
    alone = items.is_a(at, "post") and not items.is_a(at - 1, "person", "comma", "dash", "is", "as", "by", "for", "of")
    value = items.items[at].value
    name = told.holder(items, at) if alone and isinstance(value, Office) and _whose(value) else None
    return Agent(name, None, at, True) if name else None


def _whose(office: Office) -> bool:
    """Whether an office is told with the body, the place or the country whose it is."""
    return office.proper or any(word[0].isupper() for word in office.wording.split()[1:])


def _heads(items: Items, found: list[Agent]) -> list[Agent]:
    """Without a body that only tells whose people are meant, with the one that it describes in its place.

    `Báo X - cơ quan của Hội Y được tặng` is of Báo X; `nhiều cá nhân của Công an tỉnh được tặng` is of nobody.
    """
    last = found[0]
    if last.is_person or last.count is not None or not items.is_a(last.at, "org", "province", "locality"):
        return found
    before = last.at - 1
    while items.is_a(before, "unit", "inside", "cap") and before > 0:
        before -= 1
    counted = items.is_a(before, "of") and items.is_a(before - 1, "count_group") and not items.is_a(before - 2, "is")
    if counted and (group := agent(items, before - 1)):
        return [group, *found[1:]]
    many = before - 1
    while many >= max(0, before - 4) and items.is_a(many, "low", "group", "title", "and"):
        many -= 1
    if items.is_a(before, "group") and items.is_a(many, "many"):
        return []
    if not items.is_a(before, "of"):
        return found
    for i in range(before - 1, max(-1, before - 10), -1):
        if items.is_a(i, "dash", "open") and i and (one := agent(items, i - 1)):
            return [one, *found[1:]]
        if items.is_a(i, "group", "many") and not items.is_a(i - 1, "led"):
            return found[1:]
        if items.is_a(i, "comma", "org", "person", "dot"):
            break
    return found


def _of_whom(items: Items, body: Agent) -> Agent | None:
    """The person of whom a body only tells: `Ông A là hội viên sáng lập Hội B, được tặng H`."""
    if not items.is_a(body.at, "org"):
        return None
    told = next((i for i in range(body.at - 1, max(-1, body.at - 8), -1) if items.is_a(i, "is", "comma")), -1)
    person = told - 1
    return agent(items, person) if items.is_a(told, "is") and items.is_a(person, "person") else None


def _likened(items: Items, person: Agent) -> Agent | None:
    """The person beside whom another is only named: `Ông A, người trùng họ với ông B, đã được tặng H`."""
    if not person.is_person:
        return None
    sign = next((i for i in range(person.at - 1, max(-1, person.at - 14), -1) if items.is_a(i, "comma", "dash")), -1)
    told = items.is_a(sign + 1, "relative") or items.keys(sign + 1) == "người"
    beside = any(items.is_a(i, "with", "is", "of", "for") for i in range(sign + 2, person.at))
    return agent(items, sign - 1) if told and beside and items.is_a(sign - 1, "person") else None


def _holds_some(items: Items, body: Agent) -> bool:
    """Whether a body only tells whose things are honoured: `2 sân gôn thuộc Tập đoàn A được tặng H`."""
    if not items.is_a(body.at, "org") or not (items.is_a(body.at - 1, "of") or items.keys(body.at - 1) == "thuộc"):
        return False
    return any(
        items.is_a(i, "num") and items.is_a(i + 1, "low", "body", "not_province")
        for i in range(max(0, body.at - 5), body.at - 1)
    )


def _saved(items: Items, at: int) -> bool:
    """Whether a counted group is whom others saved: `tàu cá cứu 22 ngư dân … nhận H`."""
    return items.is_a(at, "count_group") and items.keys(at - 1) in _SAVES


_SAVES = frozenset({"cứu", "cứu sống", "cứu được", "cứu giúp", "cứu hộ", "bắt", "bắt giữ", "giúp", "giúp đỡ", "đưa"})
"""What is done to a counted group that is not honoured for it."""


def _represented(items: Items, one: Agent) -> Agent | None:
    """The body for which a person only receives: `Đại diện Công ty A - ông B, Phó Giám đốc, đã nhận H`."""
    at = items.before(one.at, "title", "address", "dot")
    represents = one.is_person and items.is_a(at, "dash", "comma") and items.keys(at - 2).endswith("đại diện")
    return agent(items, at - 1) if represents and items.is_a(at - 1, "org") else None


def _before_them(items: Items, first: Agent) -> list[Agent]:
    """The people listed before an agent with something told of each: `ông A, chủ tàu B, và ông C được …`."""
    found: list[Agent] = []
    at = first.at
    while True:
        sign = at - 1
        while items.is_a(sign, "title", "address", "dot") and not items.is_a(sign, "comma"):
            sign -= 1
        if not items.is_a(sign, "comma", "and") or not items.is_a(at, "person"):
            return found
        i = sign - 1
        while i > sign - 14 and items.is_a(i, *_DESCRIBES) and not items.is_a(i, "person"):
            i -= 1
        if not items.is_a(i, "comma", "close") or i == sign - 1:
            return found
        if items.is_a(i, "close"):
            i = next((k for k in range(i, max(-1, i - 12), -1) if items.is_a(k, "open")), i)
        one = agent(items, i - 1) if items.is_a(i - 1, "person") else None
        if one is None or items.is_a(i - 2, "with", "of", "for", "by"):
            return found
        found.insert(0, one)
        at = i - 1


_DESCRIBES = tuple(
    "low cap caps title post office inside inner unit num dash group locality org province body and"
    " not_province".split()
)


def _acted_on(items: Items, one: Agent) -> bool:
    """Whether a counted group is what others did something to: `tàu cá cứu bốn người, anh X được tặng`."""
    before = items.keys(one.at - 1) if one.at else ""
    return one.count is not None and items.is_a(one.at - 1, "low") and before not in _COUNTING


_COUNTING = frozenset("có gần hơn trên khoảng cộng thêm toàn cả tổng số đó này nữa là với cùng còn nay các".split())


def _in_capitals(items: Items, verb: int) -> Agent | None:
    """A body that is only told by its short name: `PVC đã được tặng`."""
    at = verb - 1
    while items.is_a(at, "will") and at > 0:
        at -= 1
    if (
        not items.is_a(at, "caps")
        or len(items.keys(at)) < 3
        or items.is_a(at - 1, "num", "many", "group", "org", "caps")
    ):
        return None
    return Agent(items.wording(at, at + 1), None, at, False)


def _by_given_name(items: Items, verb: int, told: Told) -> Agent | None:
    """Somebody told before whose given name alone begins the sentence: `Pao đã được tặng`."""
    name = told.given(items.wording(0, 1)) if items.is_a(0, "cap") else None
    near = verb <= _NEAR and all(items.is_a(i, "will", "low", "modal", "year", "date", "speak") for i in range(1, verb))
    return Agent(name, None, 0, True) if name and near else None


_NEAR = 6
"""Items behind a given name at the beginning of a sentence in which its verb stands."""


def _by_brand(items: Items, verb: int) -> Agent | None:
    """A firm or a group told by a name alone that the article uses more than once: `Sao Mai Mobile được trao tặng`."""
    stop = verb
    while items.is_a(stop - 1, "will", "low") and verb - stop < 3:
        stop -= 1
    first = stop
    while items.is_a(first - 1, "cap", "caps", "media") and stop - first < 4:
        first -= 1
    begins = first == 0 or items.is_a(first - 1, "comma", "year", "and")
    begins = begins or " ".join(items.sentence.keys[: items.items[first].start]) in _OPENERS
    name = items.wording(first, stop)
    given = stop == first + 1 and vietnamese(name)  # a man's name, or the first word of a sentence
    if stop == first or not begins or given or items.text.count(name) < 2:
        return None
    return Agent(name, None, first, False)


_OPENERS = frozenset({"ngoài ra", "bên cạnh đó", "mới đây", "vừa qua", "trước đó", "hiện nay", "đến nay", "năm nay"})
"""Words with which a sentence begins before its subject."""
_TIMES = frozenset({"năm", "lần", "tháng", "tuổi", "ngày", "giờ", "đợt"})


def _nobody(items: Items, verb: int) -> bool:
    """Whether the subject is nobody in particular: `nhiều cá nhân đạt`, `các tập thể được tặng`."""
    for i in range(verb - 1, max(-1, verb - 8), -1):
        if items.is_a(i, "person", "org", "count_group", "province", "comma", "dot"):
            return False
        if items.is_a(i, "num") and items.is_a(i + 1, "low", "caps") and items.keys(i + 1) not in _TIMES:
            return items.keys(i - 1) != "thứ"  # `năm thứ 3 liên tiếp`
        if items.is_a(i, "group") and any(items.is_a(k, "many") for k in range(max(0, i - 4), i)):
            many = next(k for k in range(i - 1, -1, -1) if items.is_a(k, "many"))
            if items.is_a(many - 1, "in") and items.keys(many - 2) == "một":
                continue  # `là một trong những cán bộ …`
            return not (items.is_a(many - 1, "and") and items.is_a(many - 2, "person"))  # `A và nhiều nghệ sĩ`
    return False


def _still(items: Items, person: int, verb: int) -> bool:
    """Whether the one person told at the beginning is still the subject at a verb far behind."""
    if items.is_a(verb - 1, "relative", "group", "address") or items.is_a(person - 1, "of", "for", "with", "by"):
        return False
    if any(items.is_a(i, "for", "by", "of") for i in range(person)):
        return False
    goes_on = items.is_a(verb - 1, "semicolon", "comma", "and")
    for i in range(person + 1, verb):
        if items.is_a(i, "talk", "dot") or (items.is_a(i, "semicolon") and not goes_on):
            return False
        told = items.is_a(i, "relative") or (items.is_a(i, "group") and not items.is_a(i, "unit"))
        told = told and not (items.is_a(i - 1, "many") and items.keys(i - 2) == "trong")  # `một trong những cán bộ`
        told = told and not (items.keys(i) == "người" and items.is_a(i + 1, "comma"))  # `cứu người, đã được tặng`
        if told and not items.is_a(i - 1, "dash", "comma", "is", "num"):
            return False
    return True


def only_where(items: Items, at: int) -> bool:
    """Whether a body or a province only says where: `tại Hội trường Bộ X`, `ở TP. HCM`."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if items.is_a(i, "at"):
            return not items.is_a(at, "person", "count_group")
        if not items.is_a(i, "cap", "low", "inside", "unit", "body", "led", "event", "province"):
            return False
    return False
