"""The work of reading grows with the length of a text and no faster, counted in lines of code that run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from types import FrameType

import pytest
from told import article

import thidua

SYLLABLES = ["".join(letters) for letters in product("bdghkln", "aeiou", ("n", "m", "ng"))]
SMALL, TIMES = 60, 4


def name(number: int) -> str:
    """A name of two syllables, another for each number up to eleven thousand."""
    return f"{SYLLABLES[number % 105].title()} {SYLLABLES[number // 105 % 105].title()}"


def told(sentence: str, count: int) -> str:
    """A paragraph of so many sentences, each with names of its own."""
    return article(" ".join(sentence.format(name(n), name(n * 7 + 3), n % 28 + 1) for n in range(count)))


def steps(text: str) -> int:
    """The lines of Python that run while a text is read."""
    count = 0

    def line(frame: FrameType, event: str, argument: object) -> Callable[..., object]:
        nonlocal count
        count += 1
        return line

    thidua.read(text)  # what is remembered from text to text is no work of the second reading
    before = sys.gettrace()
    sys.settrace(line)
    try:
        thidua.read(text)
    finally:
        sys.settrace(before)
    return count


TOLD = {
    "people": "Ông Nguyễn Văn {0} nói: Cần làm tốt hơn nữa.",
    "posts": "Ông Nguyễn Văn {0}, Chủ tịch UBND huyện {1}, dự lễ.",
    "awards": "UBND tỉnh tặng Bằng khen cho ông Nguyễn Văn {0}.",
    "events": "Ngày {2}/3, Sở Y tế tổ chức Hội nghị {0} {1}.",
    "bodies": "Công ty {0} ký giao ước thi đua.",
    "other names": "Ông Nguyễn Văn {0} (Tư {1}) đi làm.",
    "short forms": "Tổng công ty {0} (PVC) đi làm.",
    "nothing": "Anh em đi làm việc.",
    "initials": "TP. {0} A. B.",
}
RUNS = {
    "one sentence": "anh ", "letters": "a", "capitals": "A ", "surnames": "Nguyễn ", "digits": "12 ", "numbers": "1.",
    "dates": "3/4/2017 ", "quotes": '" ', "commas": ", ", "brackets": "(", "stops": ". ", "blanks": " ",
    "bodies": "Sở Y tế, ", "posts": "Chủ tịch nước, ", "honours": "Bằng khen và ", "names": "Lò Văn Páo, ",
    "marks": "\u0301\u0302", "lines": "Anh em\n", "low lines": "anh em\n", "returns": "a\r",
    "paragraphs": "Anh em.\n\n", "decomposed": "Va\u0306n ", "captions": "Ông Lò Văn Páo. Ảnh: TTXVN\n",
    "furniture": "Bình luận\n",
}  # fmt: skip


@pytest.mark.parametrize("sentence", TOLD.values(), ids=TOLD)
def test_many_sentences_take_work_in_proportion(sentence: str) -> None:
    assert steps(told(sentence, SMALL * TIMES)) < 1.3 * TIMES * steps(told(sentence, SMALL))


@pytest.mark.parametrize("unit", RUNS.values(), ids=RUNS)
def test_a_long_run_of_one_thing_takes_work_in_proportion(unit: str) -> None:
    text = "Tin trong ngày\n\nSáng nay, " + unit * 500
    assert steps(text + unit * 500 * (TIMES - 1)) < 1.3 * TIMES * steps(text) + 5_000
