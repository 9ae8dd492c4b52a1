"""Two wordings of posts → whether they mean one post."""

from __future__ import annotations

import re

from ontology.spelling import fold


def key(wording: str) -> tuple[str, ...]:
    """The words by which two wordings of a post are compared: `Phó Trưởng ban` is `Phó ban`, `tỉnh này` is left out."""
    key = re.sub(
        r" (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|cơ quan|đơn vị) (?:này|đó|nói trên)$", "", fold(wording)
    )
    key = key.replace("phó trưởng", "phó").replace(" của ", " ").replace(" ở ", " tại ")
    return tuple(key.split())


_COMMITTEE = ("ủy", "ban", "nhân", "dân")


def _short(key: tuple[str, ...]) -> tuple[str, ...]:
    """`Chủ tịch UBND xã A` as `Chủ tịch xã A`, `Chủ tịch UBND tỉnh A` as `Chủ tịch A`."""
    for at in range(1, len(key) - 4):
        if key[at : at + 4] == _COMMITTEE:
            rest = key[at + 4 :]
            return key[:at] + (rest[1:] if rest[0] == "tỉnh" else rest[2:] if rest[:2] == ("thành", "phố") else rest)
    return key


def same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    if long[: len(short)] == short or (short[:2] == long[:2] and _within(short, long) and len(short) > 3):
        return True
    if _COMMITTEE[0] in long and (_short(long) == short or _short(long) == _short_place(short)):
        return True
    both = len(set(short) & set(long))
    return short[:2] == long[:2] and 2 * both / (len(set(a)) + len(set(b))) > 0.85


def _short_place(key: tuple[str, ...]) -> tuple[str, ...]:
    """`Chủ tịch tỉnh A` as `Chủ tịch A`."""
    for unit in (("tỉnh",), ("thành", "phố")):
        for at in range(2, len(key) - len(unit)):
            if key[at : at + len(unit)] == unit:
                return key[:at] + key[at + len(unit) :]
    return key


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of one stand in the other, in their order."""
    rest = iter(long)
    return all(word in rest for word in short)
