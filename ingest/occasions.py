"""Items → occasions by their names: conferences, ceremonies, sessions, visits; each becomes one item with a value."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.items import Items, Rule

_QUOTED = "<quote>(?:<~quote|dot|semicolon>){1,30}<quote>"
_OCCASION_STOP = (
    "comma|semicolon|colon|dot|dots|open|close|take_place|organise|attend|speak|chair|date|by|will|confer|receive|purpose|slash"
    "|have|person|post|at|in|on|with|quote|revoke"
)
_WITH_PERSON = "<with|of|for>(?:<title|address|post|dot>)*<person|post>"
_TOWARD_PERSON = "(?<=<toward>)(?:<title|address|post|dot>)*<person>(?:<and><low>{1,2})?"
_YEARS = "<term><num|year>(?:<dash><num|year>)?"
_TERM = f"<open>{_YEARS}<close>|<comma>?{_YEARS}"
"""The years for which a congress elects: `…, nhiệm kỳ 2017 - 2022`."""
_GOES_ON = "<and>(?!<deed>)<event>|<passive><welcome>|<is><title|address|post|person>"
"""What a sentence goes on with: `hội nghị vinh dự được đón tiếp bà A`, `chủ trì hội nghị là ông A`."""
_ORDINARY = f"(?!{_GOES_ON})<~{_OCCASION_STOP}>"
_DOING = "<speak|confer|receive|celebrate|propose|take_office|appoint|attend>(?!<low>?<colon>)"
_WITH_BODY = "<with>(?!<post|person>)(?=<org|country|led|group|low|many|body>)"
_GIVEN = "(?:<receive|celebrate>|(?<!<and>)<confer>)(?=<many|num|title_word>?<award_name>)"
"""An honour given there: `lễ kỷ niệm 50 năm thành lập và đón nhận H`."""
_APPOINTED = "(?<=<appoint>)<post>"
"""An office given there: `lễ công bố quyết định bổ nhiệm Giám đốc Sở A`."""
_BRACKETS = "<open><cap|caps|num|province|games>{1,3}<close>"
_PEOPLE = "<title|address|post|person|with|quote>|<dot>(?=<province|cap|title|person>)"
_PARALLEL = """(?<=<group>)<comma>(?=<group>)(?!<organise>)|(?<!<at|in><again>)<comma>
    (?=<award_name|honour|deed>(?!<person>)|<confer|celebrate|held|task|aim>(?!<low>?<colon>))"""
"""A comma inside a name: between honours, between people (`biểu dương học sinh, sinh viên`), or between what is done
there (`tổng kết năm 2016, triển khai nhiệm vụ`)."""
OCCASION = Rule(
    "occasion",
    rf"""<event_person>(?:{_QUOTED}|{_PEOPLE}|{_GIVEN}|<date>(?=<low|cap|caps|inside|org>)|{_ORDINARY}){{0,40}}
    |<visit>(?:{_PEOPLE}|<comma>(?=<low>{{1,2}}<kin|address|title|person>)|{_ORDINARY}){{1,16}}
    |(?:<event>|<again>(?=<quote>))(?:{_DOING})?(?:{_GIVEN}|{_APPOINTED}|{_WITH_PERSON}|{_TOWARD_PERSON}|{_TERM}|{_QUOTED}|{_WITH_BODY}|{_BRACKETS}|{_ORDINARY}|(?:{_PARALLEL})(?:{_DOING})?){{0,40}}
    |(?<=<organise>)(?:<held>|<confer>(?=<~comma|dot|for>{{0,4}}<award_name|thing|decide>))(?:{_WITH_PERSON}|{_QUOTED}|<for>|{_ORDINARY}|(?:{_PARALLEL})(?:{_DOING})?){{1,40}}
    |<again>""",
)
"""A name for people (`lễ viếng ông X`), for a matter (`hội nghị đánh giá …`), or of one told before (`buổi lễ`)."""
_TRIM = frozenset(
    "ngày sáng chiều tối trưa hôm lúc từ vào và đã được sẽ cũng qua nay vừa đang diễn ra tổ chức khi mà thì là với tới"
    " đến này đó hồi trong thường lệ giữa của".split()
)
"""Words at the end of an occasion's name that belong to what follows."""
_NAME_OVER = frozenset(
    "đã|được|sẽ|chuyển|trở|lúc|vẫn|đều|cũng|khá|rất|nhưng|giúp|theo|chưa|bị|gây|vừa|bắt đầu|kết thúc|kéo dài|thu hút"
    "|khép lại|xem xét|tiếp tục|mang đến|mang lại|có thể|năm nay|hôm qua|hôm nay|thể hiện|hứa hẹn|dự kiến|tuần này"
    "|tuần trước|tuần qua|tháng này|mô tả|mỗi năm|hàng năm|hằng năm|thành công|tập trung|cuối tuần|đầu tuần|hồi|mà|khi"
    "|thì|xung quanh|liên quan|trao đổi|vốn|thống nhất|thông qua|ở đây|cho đến|trải qua|ngày mai|tương đối|với tư cách"
    "|là|như|cùng ngày|trước đó|đi vào|dưới sự|đề xướng|chọn|nhân dịp|nhằm|tạm dịch|ngay sau|ngay khi|đang|chứng kiến"
    "|và khen|và ca|và biểu|lại chứng|họp phiên|xác nhận|hai ngày|với nội|xảy ra|sắp|cho hay|cho biết|khác với"
    "|vài ngày|vinh dự".split("|")
)
"""Words with which the name of an occasion has ended: a verb of the sentence, or a time."""


_CLOSING = ("”", "»")
_RECEIVES = ("tiếp", "gặp gỡ")
"""Verbs that tell of a meeting only with a guest beside them."""
_GUESTS = ("person", "post", "title", "address", "led", "country")


_ASIDE = ("một", "nơi", "sự", "ảnh", "đây")
"""What stands behind a dash and tells of an occasion, or credits its picture."""


class Occasion(NamedTuple):
    """An occasion as worded; `bare` where only its kind is named (`hội nghị`): it points back to one told before."""

    wording: str
    bare: bool
    kind: str
    deed: bool
    """Told by a verb (`khánh thành nhà máy`)."""
    acted: bool
    """Told by a verb with someone who visits or meets (`thăm Trường Tiểu học Yên Sở`)."""
    held: bool
    """Told by what a body holds, behind `tổ chức` (`tổng kết phong trào thi đua`)."""


def compose_occasions(items: Items) -> None:
    """Occasions, which may hold all of the others."""
    items.compose(OCCASION, "occasion", lambda m: _occasion(items, m))


def _occasion(items: Items, match: re.Match[str]) -> Occasion | None:
    first, stop = match.span()
    last, quoted = first + 1, False
    for i in range(first + 1, stop):
        one = items.items[i]
        if not quoted and items.wording(i, i + 1) in _CLOSING:
            break
        quoted ^= sum(key == '"' for key in items.sentence.keys[one.start : one.end]) % 2 == 1
        if quoted:
            last = i + 1
            continue
        begun = items.sentence.keys[items.items[i].start :][:2]
        if (
            begun[0] in _NAME_OVER
            or " ".join(begun) in _NAME_OVER
            or (items.keys(i) == "từ" and items.is_a(i + 1, "num", "date"))
            or (items.is_a(i, "dash") and i + 1 < stop and items.sentence.keys[items.items[i + 1].start] in _ASIDE)
        ):
            break
        last = i + 1
    while last > first + 1 and (
        items.keys(last - 1) in _TRIM
        or items.wording(last - 1, last) in ("ông", "bà")
        or items.is_a(last - 1, "date", "dash", "and", "dot", "many")
    ):
        last -= 1
    if items.is_a(first, "games"):
        year = items.keys(first + 1).removeprefix("năm ") if first + 1 < stop else ""
        if len(year) != 4 or not year.isdigit():
            return None
        last = first + 2
    wording = items.wording(first, last).rstrip(" -–,")
    if wording.count('"') % 2:
        wording = wording.rstrip('" ')
    team = items.is_a(first + 1, "country") or items.keys(first - 1).endswith("tuyển")
    if items.keys(first) == "olympic" and team and not any(c.isdigit() for c in wording):
        return None
    if items.keys(first) in _RECEIVES and not items.is_a(first + 1, *_GUESTS):
        return None
    if wording.endswith((" tương tự", " khác", " tiếp theo", " sắp tới")):
        return None
    bare = last == first + 1 and items.is_a(first, "again")
    return Occasion(
        wording, bare, items.keys(first), items.is_a(first, "deed"),
        acted=items.is_a(first, "visit", "meets"),
        held=items.is_a(first - 1, "organise") and items.is_a(first, "held", "confer"),
    )  # fmt: skip
