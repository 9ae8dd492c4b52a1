"""Articles → how many are read in a second by one process and by all, in what memory, and how fast a known tagger is.

    python bench/reading.py [ARTICLES …] [-n ROUNDS] [--articles N] [--tagger N]

Reads the articles of files and folders as `thidua facts` takes them, or invented ones. Prints for the best of the
rounds articles and megabytes (UTF-8) a second, of the processor's time for one process and by the clock for as many
as the machine runs at once, with their start; and the peak of memory after the first round and after the last: it must
not grow. Where underthesea is installed, its tagger of names reads the first of the same articles in the same run; it
finds people, places and organisations, and none of their posts, honours or events.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ingest.jobs import in_order
from ingest.raw import Source
from ingest.read import read_article
from ingest.reader import read
from ingest.sources import Sources
from ingest.work import rows as rows_of
from ontology.machine import cores

SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Lò Vàng Đinh Hà Bùi".split()
NAMES = "An Bình Cường Dung Giang Hạnh Khánh Lan Minh Nga Phúc Quang Sơn Thảo Vinh Yến".split()
PROVINCES = ("Lai Châu", "Hòa Bình", "Cà Mau", "Đắk Lắk", "Sơn La", "Quảng Nam", "Hà Giang", "Tây Ninh")
SENTENCES = (
    "Ngày {day}/{month}, tại {province}, UBND tỉnh tổ chức Hội nghị tổng kết phong trào thi đua năm {year}.",
    "Ông {name}, Chủ tịch UBND tỉnh {province}, dự và phát biểu chỉ đạo.",
    "UBND tỉnh {province} tặng Bằng khen cho {day} tập thể và bà {name} vì thành tích xuất sắc.",
    "Theo báo cáo, các đơn vị đã làm tốt công tác tuyên truyền, vận động nhân dân xây dựng nông thôn mới.",
    "Nhiều hộ gia đình có thu nhập khá nhờ trồng cây ăn quả, chăn nuôi bò sữa và làm du lịch tại nhà.",
    "Bà {name} cho biết: “Chúng tôi sẽ tiếp tục giúp nhau phát triển kinh tế”.",
    "Cùng ngày, đoàn công tác do ông {name} làm trưởng đoàn đã đến thăm Trường THPT số {day}.",
    "Đến nay, toàn tỉnh có {day} xã đạt chuẩn, thu nhập bình quân tăng {month} phần trăm so với năm {year}.",
    "Huân chương Lao động hạng Ba được trao cho ông {name}, nguyên Giám đốc Sở Y tế tỉnh {province}.",
    "Trong thời gian tới, phong trào cần đi vào chiều sâu, tránh hình thức, gắn với nhiệm vụ của từng nơi.",
)

_TIMES = 4
"""How often all articles are given to several processes, so that their start weighs as little as in a long run."""


def invented(count: int) -> Iterator[Source]:
    """Articles of some twenty sentences, as long as those of a newspaper; always the same."""
    lot = random.Random(1)
    for number in range(count):
        told = [
            lot.choice(SENTENCES).format(
                name=f"{lot.choice(SURNAMES)} {lot.choice(NAMES)} {lot.choice(NAMES)}",
                province=lot.choice(PROVINCES), day=lot.randint(1, 28), month=lot.randint(1, 12),
                year=lot.randint(2010, 2024),
            )
            for _ in range(24)
        ]  # fmt: skip
        paragraphs = [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]
        yield Source(id=f"invented-{number}", text="\n\n".join(["Tin trong ngày", *paragraphs]))


def read_all(articles: Sequence[Source]) -> None:
    """Read every article and make its rows; nothing is kept."""
    for one in articles:
        read(read_article(one)).rows()


def read_shared(articles: Sequence[Source], jobs: int) -> None:
    """The same by several processes, started anew."""
    for made in in_order(iter(articles), rows_of, jobs, vocabulary=None, note=print):
        if isinstance(made, Exception):
            raise made


def best(rounds: int, work: Callable[[], object]) -> tuple[float, float, float]:
    """Seconds of the processor in the fastest round, and megabytes in use at most after the first and the last."""
    seconds, peaks = [], []
    for _ in range(rounds):
        before = time.process_time()
        work()
        seconds.append(time.process_time() - before)
        peaks.append(peak())
    return min(seconds), peaks[0], peaks[-1]


def peak() -> float:
    """Megabytes that this process has used at most."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1e6 if sys.platform == "darwin" else used * 1024 / 1e6


def texts(names: Sequence[str], count: int) -> list[Source]:
    """The first articles of the files, those that cannot be read left out; invented ones where none is named."""
    if not names:
        return list(invented(count))
    return list(islice((one for one in Sources(names) if isinstance(one, Source)), count))


def row(name: str, articles: Sequence[Source], seconds: float) -> str:
    megabytes = sum(len(one.text.encode()) for one in articles) / 1e6
    return f"{name:24} {len(articles) / seconds:10.1f} {megabytes / seconds:8.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="ARTICLES", help="files or folders (default: invented articles)")
    parser.add_argument("-n", "--rounds", type=int, default=3, help="how often all are read (default: %(default)s)")
    parser.add_argument("--articles", type=int, default=500, help="how many at most (default: %(default)s)")
    parser.add_argument("--tagger", type=int, default=30, help="how many underthesea reads (default: %(default)s)")
    asked = parser.parse_args()
    articles = texts(asked.files, asked.articles)
    if not articles:
        sys.exit("reading.py: there is no article in these files")
    seconds, first, last = best(asked.rounds, lambda: read_all(articles))
    letters = sum(len(one.text) for one in articles) / len(articles)
    print(f"{len(articles)} articles of {letters:,.0f} characters, one process, best of {asked.rounds} rounds")
    print(f"{'':24} {'articles/s':>10} {'MB/s':>8}")
    print(row("thidua", articles, seconds))
    jobs, many = cores(), articles * _TIMES
    began = time.perf_counter()
    read_shared(many, jobs)
    print(row(f"thidua, {jobs} processes", many, time.perf_counter() - began))
    if importlib.util.find_spec("underthesea") is None:
        print(f"{'underthesea.ner':24} is not installed: pip install underthesea")
    else:
        from underthesea import ner

        some = articles[: asked.tagger]
        tagging, _, _ = best(1, lambda: [[ner(line) for line in one.text.splitlines() if line] for one in some])
        print(row("underthesea.ner", some, tagging))
        ratio = (tagging / len(some)) / (seconds / len(articles))
        print(f"thidua reads {ratio:,.1f} times as many")
    print(f"memory at most {first:.0f} MB after the first round, {last:.0f} MB after the last")


if __name__ == "__main__":
    main()
