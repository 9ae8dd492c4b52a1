"""The patterns by which people and offices stand together in a sentence, each with its name, in the order of trial."""

from __future__ import annotations

from ingest.items import Rule

_OWN_NEXT = "<post>(?!(?:<title|address><dot>?)*<person>)"
_NOTE = "(?:<open>(?:<~close|person|post>){1,8}<close>|<acts><num|year|date>(?:<dash><num|year|date>)?)?"
"""A note behind an office: an abbreviation, a place, years, `nhiệm kỳ 2005 - 2010`."""
_SEPARATOR = f"""(?:<comma>?<then>|<comma|semicolon><is>|{_NOTE}<comma|dash|concurrent>|{_NOTE}<and>
    |{_NOTE}<comma><concurrent|and>
    |<comma><org><comma>(?={_OWN_NEXT})|<open><low|will>?<is>?|{_NOTE}<semicolon>(?=<post>(?!<title|address>*<person>)))"""
_POSTS = f"(?P<posts><post>(?:{_SEPARATOR}?<post>)*)"
_BORN = """(?:<comma>
    (?:(?:<low|cap|unit|at|suffer|dash>){0,6}<num|year|date|province>|<group|relative><cap|country>{1,2})<low>?(?=<comma>))?"""
"""Year or place of birth, or people, between a name and an office: `, sinh năm 1979,`, `, người Mường,`."""
_TITLES = "(?:<title|address><dot>?(?:<comma>(?=<title|address>))?)*"
_OWN = f"<post>(?!{_TITLES}<person>)"
_LAST_POSTS = f"(?P<posts>{_OWN}(?:{_SEPARATOR}?{_OWN})*+)"
"""Posts behind a name; the one before the next name is that person's."""
_ASIDE = "(?:<open><~close>{1,12}<close>)?"
"""Words in brackets behind a name or an office."""

_ENTRY = f"(?:{_OWN}<comma>)?(?:<num>?<post>)?{_TITLES}<person>{_ASIDE}(?:<comma><post>(?!{_TITLES}<person>))?"
"""One of a list of people who hold the same office."""
_APPOSITION = "(?:<comma|dash><post>)*+<comma|dash>?"

_CLUSTER_LEAD = "(?:<comma><lead|deputy><cluster_name>?)?"
_HOLDS_IT = "(?:<open>(?:<org>|<caps>)<close>)?"
"""The body that holds the one before: `Bí thư Đoàn Trường A (Đại học B) Lò Văn C`."""
POST_PERSON = Rule(
    "post.before-name",
    f"{_POSTS}{_HOLDS_IT}(?:<at><country>|<tenure>|<will><take_office>)?{_CLUSTER_LEAD}(?P<dash><dash>)?{_TITLES}(?P<person><person>)",
)
HELD_THEN = Rule("post.held-then", f"{_POSTS}(?:<was>|<back_then><is>?){_TITLES}(?P<person><person>)")
"""`Tổng thống X khi đó là ông A`"""
_COMMA_NAME = "<comma>(?:<title|address><dot>?(?:<comma>(?=<title|address>))?)+(?P<person><person>)"
POST_COMMA_PERSON = Rule(
    "post.apposed-name",
    rf"""(?:^|<~comma|person|post|title|address|kin|dash|have|open|colon|is|as|take_office|was|of|by|behalf>){_POSTS}
    {_COMMA_NAME}(?=<comma|speak>)""",
)
RANKED_PERSON = Rule(
    "post.apposed-name",
    rf"(?:^|<low|talk|at>){_POSTS}<comma><title>(?P<person><person>)(?=<will>)",
)
"""`Nguồn tin cho rằng Tổng Tham mưu trưởng, Đại tướng A cũng đến`"""
FIRST_POST_COMMA_PERSON = Rule(
    "post.apposed-name",
    rf"(?:^|<quote><dash>|<date|year|num|province><comma>){_POSTS}{_COMMA_NAME}(?!<and|semicolon|dot|dash>)",
)
PLAIN_POST_COMMA_PERSON = Rule(
    "post.apposed-name",
    rf"(?:^|<date|year|num><comma>){_POSTS}<comma>(?P<person><person>)(?:<comma>(?!<post>|(?:<title|address><dot>?)*<person>)|<will>(?=<have|speak|attend|chair|confer>))",
)
BEHIND_WHERE = Rule(
    "post.apposed-name",
    rf"^(?:<~person|post|title|address|semicolon|quote>){{1,24}}<comma>{_POSTS}{_COMMA_NAME}(?=<comma|speak|will>)",
)
"""`Tại cuộc họp …, Bí thư Thành ủy Vinh, ông A, cho biết`: nobody was named before."""
LISTED_POST_PERSON = Rule(
    "post.apposed-name", rf"(?:<have|semicolon|colon|and>){_POSTS}{_COMMA_NAME}(?=<semicolon>|<dot>$)"
)
BRACKETED = Rule(
    "post.bracketed-name", rf"{_POSTS}<open>{_TITLES}(?P<person><person>)(?:<dash><~person|close>{{1,4}})?<close>"
)
"""`giám đốc Công an tỉnh (ông A - PV)`"""
APPOINTED = Rule("post.appointed", rf"<appoint>{_POSTS}(?:<for>|<low><with>){_TITLES}(?P<person><person>)")
"""`trao quyết định bổ nhiệm Trưởng ban Dân vận cho bà A`"""
POST_IS_PERSON = Rule("post.is-name", f"{_POSTS}<will>?<is>{_TITLES}(?P<person><person>)")
PERSON_POST = Rule(
    "post.after-name",
    rf"""(?P<person><person>){_ASIDE}{_BORN}(?:<comma|dash|open>(?:<former>?<title>{{1,2}}<comma>(?=<former|post>))?|(?:<acts|num|low|will|modal>){{0,5}}<is><title>(?:<low|num|title>){{0,3}}<comma>|<open>(?:<~close|post|person>){{1,14}}<comma>|<comma>?<will>?<is>|<is><needs_body><and|comma|concurrent><will>?<is>?|<comma><back_then><will|low>{{0,2}}<is>|<comma><relative|group><will|low>{{0,2}}<is>)<will|is>*
    {_LAST_POSTS}(?!{_TITLES}<person>)""",
)
TAKES_OFFICE = Rule(
    "post.takes-office",
    rf"""(?P<person><person>){_ASIDE}{_APPOSITION}(?:<~semicolon|dot|person|post|leave_office|confer>){{0,14}}?
    (?:<take_office|as|concurrent>|<passive>(?:<~semicolon|dot|person>){{0,5}}?<appoint>)(?:<take_office|as|low|many|thing>){{0,5}}
    {_LAST_POSTS}(?!{_TITLES}<person>)""",
)
REPLACES = Rule(
    "post.replaces",
    rf"""(?P<person><person>){_ASIDE}(?:<~semicolon|dot|person|post>){{0,6}}?<instead>{_TITLES}<person>{_ASIDE}
    (?:<low|comma|will>){{0,3}}<take_office|as|concurrent>(?:<take_office|as|low>){{0,3}}{_LAST_POSTS}""",
)
"""`ông A thay ông B làm Bí thư`: A holds it now."""
WAS = Rule(
    "post.was",
    rf"(?P<person><person>){_ASIDE}{_APPOSITION}(?:<~semicolon|dot|person|post>){{0,10}}?<was>(?:<low|num|colon|many|take_office>){{0,4}}{_LAST_POSTS}",
)
LEAVES_OFFICE = Rule(
    "post.leaves-office",
    rf"""(?P<person><person>){_ASIDE}{_APPOSITION}(?:<~semicolon|dot|person|post>){{0,10}}?
    <leave_office>(?:<low|many|take_office|of|suffer>){{0,5}}{_LAST_POSTS}(?!{_TITLES}<person>)""",
)
LEFT_BY = Rule(
    "post.removed",
    rf"<leave_office>(?:<low|many|take_office>){{0,5}}{_POSTS}(?:<low|num|year|date|dash|with|of>){{1,8}}{_TITLES}(?P<person><person>)",
)
WAS_FIRST = Rule(
    "post.was-first",
    rf"<was><take_office>?{_POSTS}{_ASIDE}(?:<~comma|semicolon|dot|person|post|quote>){{0,8}}(?:<comma>|(?<=<close>)){_TITLES}(?P<person><person>)",
)
NAMED_BELOW = Rule(
    "post.list",
    rf"""(?:(?P<count><many|num|low|cap>)|^)(?P<posts><post>)(?:(?:<~person|post|dot|semicolon|colon|comma|quote>){{0,12}}<comma>|<low|take_office|elect>{{1,3}})?
    <will>?(?:<is|have>|<colon>){{1,2}}(?:<many>(?:<address|title>(?:<comma|and>(?=<address|title>))?)*<colon>?)?
    (?P<list>{_ENTRY}(?:<comma|semicolon|and>+{_ENTRY})+)""",
)
IN_ROLE = Rule(
    "post.in-role",
    rf"(?:<in_role><is>?|^<is>|<with><low>{{1,2}}<is>){_POSTS}{_NOTE}{_ASIDE}(?:<~comma|semicolon|dot|person|post|quote>){{0,8}}(?:<comma>|(?<=<close>)){_TITLES}(?P<person><person>)",
)
ROLE_BEHIND = Rule(
    "post.in-role",
    rf"(?P<person><person>){_ASIDE}{_APPOSITION}(?:<~semicolon|dot|person|post|quote|in_role>){{0,6}}<in_role><is>?{_LAST_POSTS}(?!{_TITLES}<person>)",
)
"""`Ông A, với vai trò là Chủ tịch Hội đồng B, …`"""
TAKES_FIRST = Rule(
    "post.takes-first",
    rf"""^(?:<~person|post|comma|semicolon|dot>){{0,8}}<take_office|appoint>(?:<low|many|thing|take_office|as>){{0,3}}{_POSTS}
    (?:<~comma|semicolon|dot|person|post|quote>){{0,8}}<comma>{_TITLES}(?P<person><person>)""",
)
REPLACED = Rule(
    "post.replaced",
    rf"(?P<posts><post>)(?:<~person|post|dot|semicolon>){{0,8}}<instead>(?:<low|relative>){{0,3}}{_TITLES}(?P<person><person>)",
)
FORMER = (LEAVES_OFFICE, LEFT_BY, WAS, WAS_FIRST, HELD_THEN)
LISTS = ("post.career", "post.was", "post.was-first", "post.in-role")
"""Rules that read a life's stations: where they were is not where the article is."""
IS_LATER = Rule(
    "post.is-later",
    rf"(?P<person><person>)(?:<~semicolon|dot|person|post|quote|relative>){{1,22}}(?:<comma><acts|will|low>?<is>|<semicolon>){_LAST_POSTS}",
)
PERSON_BESIDE_POST = Rule(
    "post.beside-name", rf"(?:^|<title|address|num|year|date|comma>)(?P<person><person>)<will>?(?P<posts>{_OWN})"
)
SHARED_POST = Rule(
    "post.shared",
    rf"<many>(?P<posts><post>)(?P<list>{_TITLES}<person>(?:<comma|semicolon|and>{_TITLES}<person>(?!<comma|dash><post>))+)",
)
"""`các Thứ trưởng A; B; C`"""
RULES = (
    *FORMER,
    IN_ROLE,
    TAKES_FIRST,
    REPLACES,
    TAKES_OFFICE,
    ROLE_BEHIND,
    POST_PERSON,
    POST_IS_PERSON,
    BRACKETED,
    APPOINTED,
    POST_COMMA_PERSON,
    FIRST_POST_COMMA_PERSON,
    PLAIN_POST_COMMA_PERSON,
    BEHIND_WHERE,
    RANKED_PERSON,
    LISTED_POST_PERSON,
    PERSON_POST,
    PERSON_BESIDE_POST,
    IS_LATER,
)
