"""Runs over many articles: the same bytes whatever the number of processes, little memory, and an orderly end."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, Thidua

from ingest.jobs import in_order
from ingest.raw import Source
from ingest.work import attempt
from ontology.errors import UserError

ARTICLE = "Chiều 3/5/2016, UBND tỉnh Lai Châu tặng Bằng khen cho bà Lò Thị Hoa, Chủ tịch Hội Phụ nữ xã số {}.\n"


def records(folder: Path, count: int, name: str = "many.jsonl") -> Path:
    lines = (json.dumps({"id": f"a{n}", "text": ARTICLE.format(n) * 3}, ensure_ascii=False) for n in range(count))
    (folder / name).write_text("\n".join(lines) + "\n")
    return folder / name


@contextlib.contextmanager
def running(*arguments: object, cwd: Path, **more: object) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, ROOT / "thidua.py", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    with subprocess.Popen(command, cwd=cwd, bufsize=0, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


def children(pid: int) -> list[int]:
    """The processes that a process started to read with."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[1]) == pid and b"spawn_main" in status.with_name("cmdline").read_bytes():
                found.append(int(status.parent.name))
    return found


# -- the same, whatever the number of processes ------------------------------------------------------------------------


def mixed(folder: Path) -> None:
    """Articles of every form, and some that cannot be read, so many that the work is shared by default."""
    (folder / "in" / "deep").mkdir(parents=True)
    records(folder / "in", 90)
    with (folder / "in" / "many.jsonl").open("a") as file:
        file.write('{"id": "half\n{"id": "a1", "text": "x"}\n' + json.dumps({"id": "nul", "text": "a\0b"}) + "\n")
    records(folder / "in" / "deep", 0, "none.jsonl")
    for n in range(5):
        body = "".join(f"<p>{ARTICLE.format(n)}</p>" for _ in range(4))
        (folder / "in" / f"p{n}.html").write_text(f"<html><body><h1>Tin {n}</h1>{body}</body></html>")
    (folder / "in" / "q.html").write_text("<html><body>" + "<div>" * 100_000)
    (folder / "in" / "z.txt").write_bytes(b"\xff\xfe\0")
    (folder / "in" / "zz.txt").write_text(ARTICLE.format("cuối"))


@pytest.mark.parametrize("what", [("facts",), ("facts", "--format", "csv"), ("build", "-o", "-"), ("facts", "--text")])
def test_output_and_errors_do_not_depend_on_the_number_of_processes(
    thidua: Thidua, tmp_path: Path, what: tuple[str, ...]
) -> None:
    mixed(tmp_path)
    one, three, auto = (thidua(*what, "in", *jobs) for jobs in (("--jobs", 1), ("--jobs", 3), ()))
    assert one.status == 1
    assert one.err.splitlines()[-1] == "thidua: 6 of 102 articles could not be read and were skipped"
    assert "in/many.jsonl, line 92: its id 'a1' is that of in/many.jsonl, line 2" in one.err
    for other in (three, auto):
        assert (other.raw, other.err, other.status) == (one.raw, one.err, one.status)


def test_a_store_is_the_same_too(thidua: Thidua, tmp_path: Path) -> None:
    records(tmp_path, 40)
    for jobs in (1, 2):
        assert thidua("build", "many.jsonl", "--store", f"s{jobs}", "--jobs", jobs).status == 0
    assert "0 of them new or changed" in thidua("build", "many.jsonl", "--store", "s1", "--jobs", 2).err


def test_processes_know_the_user_s_own_honours(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix td: <https://w3id.org/thidua/ontology#> .\n"
        '<https://my.org/huy-hieu> a td:Honour, skos:Concept ; skos:prefLabel "Huy hiệu Cánh chim xanh"@vi ;\n'
        "  skos:inScheme <https://w3id.org/thidua/honour/> .\n"
    )
    text = "Chiều 3/5/2016, UBND tỉnh Lai Châu tặng Huy hiệu Cánh chim xanh cho bà Lò Thị Hoa."
    lines = [json.dumps({"id": n, "text": text}) for n in range(20)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    one, two = (thidua("facts", "many.jsonl", "--vocabulary", "own.ttl", "--jobs", n) for n in (1, 2))
    assert one.out.count('"honour": "Huy hiệu Cánh chim xanh"') == 20
    assert two.raw == one.raw


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1000000"])
def test_a_number_of_processes_that_is_none(thidua: Thidua, jobs: str) -> None:
    done = thidua("facts", "x.txt", "--jobs", jobs)
    assert done.status == 2
    assert "--jobs" in done.sentence


def test_one_article_is_read_without_the_means_for_many(seed: Path) -> None:
    code = "import sys, thidua\nthidua.main(sys.argv[1:])\nprint(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, "facts", seed]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"multiprocessing", "lxml", "trafilatura", "tqdm"}.isdisjoint(done.stderr.split())


# -- processes that die ------------------------------------------------------------------------------------------------


def fragile(source: Source) -> str:
    """Work that some articles do not survive."""
    match source.id.split("-"):
        case ["kill", *_]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["exit", *_]:
            os._exit(3)
        case ["memory", *_]:
            raise MemoryError
        case ["fault", *_]:
            raise KeyError("x\nsecond line")
    return source.id


def test_an_article_of_which_a_process_dies_is_told_of_and_the_others_are_read() -> None:
    ids = [f"{n}" for n in range(60)]
    ids[3], ids[20], ids[21], ids[45] = "kill-1", "exit-1", "memory-1", "fault-1"
    notes: list[str] = []
    items: list[Source | UserError] = [Source(id=i, text="x", origin=f"f, line {n}") for n, i in enumerate(ids, 1)]
    items.insert(10, UserError("no article"))
    found = list(in_order(items, fragile, 2, vocabulary=None, note=notes.append))
    texts = [str(made) for made in found]
    assert [t for t in texts if t in ids] == [i for i in ids if "-" not in i]
    assert texts[10] == "no article"
    assert texts[3] == "f, line 4: the process that read it ended (by SIGKILL), twice; split or shorten it"
    assert texts[21] == "f, line 21: the process that read it ended (exit status 3), twice; split or shorten it"
    assert texts[22] == "f, line 22: takes more memory than there is; split it, or run fewer jobs"
    assert texts[46].startswith("f, line 46: cannot be read through a fault of thidua (KeyError: ")
    assert len(notes) >= 4


def test_one_process_tells_of_faults_as_several_do() -> None:
    for name in ("memory-1", "fault-1"):
        source = Source(id=name, text="x", origin="f, line 1")
        (made,) = in_order([source], fragile, 2, vocabulary=None, note=print)
        assert str(attempt(fragile, source)) == str(made)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_a_process_that_is_killed_from_outside_loses_nothing(thidua: Thidua, tmp_path: Path) -> None:
    records(tmp_path, 600)
    plain = thidua("facts", "many.jsonl", "--jobs", 1)
    with running("facts", "many.jsonl", "--jobs", 2, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.read(1000)  # they are at work now
        os.kill(children(process.pid)[0], signal.SIGKILL)
        out, err = process.communicate(timeout=120)
    assert first + out == plain.raw
    assert process.returncode == 0
    assert err.decode() in ("", "thidua: a process that read articles ended (by SIGKILL); another one reads on\n")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_no_process_is_left_when_the_first_is_killed(tmp_path: Path) -> None:
    records(tmp_path, 3000)
    with running("facts", "many.jsonl", "--jobs", 2, cwd=tmp_path) as process:
        assert process.stdout is not None
        process.stdout.read(1000)
        begun = children(process.pid)
        assert len(begun) == 2
        process.kill()
        process.wait()
        late = time.monotonic() + 30
        while any(Path(f"/proc/{pid}").exists() for pid in begun) and time.monotonic() < late:
            time.sleep(0.05)
    assert not [pid for pid in begun if Path(f"/proc/{pid}").exists()]


# -- Ctrl-C ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_whole_lines_of_what_is_done(thidua: Thidua, tmp_path: Path, jobs: int) -> None:
    records(tmp_path, 3000)
    with running("facts", "many.jsonl", "--jobs", jobs, cwd=tmp_path, start_new_session=True) as process:
        assert process.stdout is not None
        first = process.stdout.read(1000)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it: to all processes of the group
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    (sentence,) = err.decode().splitlines()
    assert sentence.startswith("thidua: stopped after ")
    rows = [json.loads(line) for line in (first + out).splitlines()]
    done = int(sentence.split()[3])
    assert [r["article"] for r in rows if r["kind"] == "province"] == [f"a{n}" for n in range(done)]


def test_ctrl_c_keeps_in_the_store_what_is_done(thidua: Thidua, tmp_path: Path) -> None:
    records(tmp_path, 3000)
    with running("build", "many.jsonl", "--jobs", 2, cwd=tmp_path, start_new_session=True) as process:
        late = time.monotonic() + 60
        while not (tmp_path / "thidua.db").exists() and time.monotonic() < late:
            time.sleep(0.02)
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    (sentence,) = err.decode().splitlines()
    assert sentence.endswith("; they are in thidua.db")
    asked = thidua("query", "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }", "--format", "csv")
    assert int(asked.out.split()[1]) == int(sentence.split()[3])


# -- a reader that stops early -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_stops_early_is_no_error_and_leaves_no_process(tmp_path: Path, jobs: int) -> None:
    records(tmp_path, 3000)
    with running("facts", "many.jsonl", "--jobs", jobs, cwd=tmp_path) as process:
        assert process.stdout is not None
        process.stdout.read(1000)
        begun = children(process.pid)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(60) == 141
    assert not [pid for pid in begun if Path(f"/proc/{pid}").exists()]


# -- the terminal ------------------------------------------------------------------------------------------------------


def on_terminal(tmp_path: Path, *arguments: object) -> str:
    """What a run that has its bar from the beginning writes to a terminal that is its standard error."""
    code = "import sys, thidua, ingest.progress as p\np._DELAY = 0\nsys.exit(thidua.main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (30, 100))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=theirs, stdout=subprocess.DEVNULL) as process:
        os.close(theirs)
        seen = b""
        with contextlib.suppress(OSError):
            while piece := os.read(ours, 65536):
                seen += piece
        process.wait(60)
    os.close(ours)
    return seen.decode()


def test_a_bar_with_rate_and_time_left_stands_on_a_terminal_alone(thidua: Thidua, tmp_path: Path) -> None:
    path = records(tmp_path, 1500)
    with path.open("a") as file:
        file.write("{\n")
    seen = on_terminal(tmp_path, "facts", "many.jsonl", "--jobs", 1)
    assert "/s, 00:" in seen
    assert "%|" in seen
    assert "articles" in seen
    assert "\nthidua: many.jsonl, line 1501: no JSON" in seen.replace("\r", "\n")
    quiet = thidua("facts", "many.jsonl", "--jobs", 1)
    assert "%|" not in quiet.err


# -- memory ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_memory_does_not_grow_with_the_input(tmp_path: Path, jobs: int) -> None:
    """Megabytes of the greediest process over 4,000 articles, beside those over 400."""

    def peak(count: int) -> float:
        records(tmp_path, count)
        command = [sys.executable, ROOT / "thidua.py", "facts", "many.jsonl", "--jobs", str(jobs)]
        measure = (
            "import resource, subprocess, sys\n"
            "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        done = subprocess.run([sys.executable, "-c", measure, *command], cwd=tmp_path, capture_output=True, check=True)
        return int(done.stdout) / 1024

    few, many = peak(400), peak(4000)
    assert many < 200
    assert many < few + 15
