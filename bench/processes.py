"""A command → the seconds by the clock and of a core, and the megabytes, that it takes as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""Bytecode is kept, as it is for anyone who installs the program."""

_TELLING = """
import re, resource, sys
sys.path.insert(0, sys.argv.pop(1))
import thidua
status = thidua.main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
most = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
print(used.ru_utime + used.ru_stime, int(most) / 1024)
sys.exit(status)
"""


def once(command: list[str], folder: str | Path) -> tuple[float, float]:
    """Wall-clock and CPU seconds of one run; output goes nowhere, and a command that fails ends the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}: {error.decode()}")
    return wall, usage.ru_utime + usage.ru_stime


def with_memory(arguments: list[str], folder: str | Path) -> tuple[float, float, float]:
    """The same of the program with these arguments, and the megabytes that it took at most (on Linux).

    The process tells them itself: what the system keeps of a child begins with the size of its parent.
    """
    command = [sys.executable, "-c", _TELLING, str(ROOT), *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    wall = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"thidua {' '.join(arguments)}: exit status {done.returncode}: {done.stderr}")
    cpu, megabytes = map(float, done.stdout.splitlines()[-1].split())
    return wall, cpu, megabytes
