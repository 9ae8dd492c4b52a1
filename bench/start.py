"""The commands that people type most → how long each takes from start to end, beside its limit.

    python bench/start.py [-n RUNS]

Prints wall-clock and CPU seconds (best and median of the runs, user and system together) and the ratio of the best to
the limit and to a bare `python -c pass` that is measured in between, in the same run and on the same machine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from processes import ROOT, once


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("-n", "--runs", type=int, default=10, help="how often each is run (default: %(default)s)")
    runs = parser.parse_args().runs
    program = Path(sys.executable).with_name("thidua")
    thidua = [str(program)] if program.exists() else [sys.executable, str(ROOT / "thidua.py")]
    seed = str(files("ingest") / "sample" / "seed.txt") if program.exists() else str(ROOT / "ingest/sample/seed.txt")
    bare = [sys.executable, "-c", "pass"]
    cases: list[tuple[str, list[str], float | None]] = [
        ("python -c pass", bare, None),
        ("thidua --help", [*thidua, "--help"], 0.15),
        ("thidua facts SEED", [*thidua, "facts", seed], 0.3),
        ("thidua build SEED -o seed.ttl", [*thidua, "build", seed, "-o", "seed.ttl"], 0.6),
        ("thidua demo", [*thidua, "demo"], 2.0),
    ]
    times: dict[str, list[tuple[float, float]]] = {name: [] for name, _, _ in cases}
    with tempfile.TemporaryDirectory() as folder:
        for _, command, _ in cases:
            once(command, folder)  # the first run fills the caches of bytecode and files
        for _ in range(runs):
            for name, command, _ in cases:
                times[name].append(once(command, folder))
    floor = min(wall for wall, _ in times["python -c pass"])
    print(f"{runs} runs each, seconds")
    print(f"{'':30} {'best':>7} {'median':>7} {'CPU':>7} {'limit':>7} {'of limit':>9} {'x python':>9}")
    for name, _, limit in cases:
        walls = [wall for wall, _ in times[name]]
        best, median = min(walls), statistics.median(walls)
        cpu = min(used for _, used in times[name])
        beside = f"{limit:7.2f} {best / limit:8.0%} " if limit else f"{'':7} {'':9}"
        print(f"{name:30} {best:7.3f} {median:7.3f} {cpu:7.3f} {beside} {best / floor:8.1f}")


if __name__ == "__main__":
    main()
