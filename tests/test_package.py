"""The project as a stranger meets it: a wheel in an empty environment, and make on a machine that lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

ROOMS = ("ontology", "ingest", "queries", "graphs")
OUTSIDE = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "MAKEFLAGS")}


def succeed(*command: object, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, env=OUTSIDE, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("thidua-*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_the_rooms_with_their_data_and_nothing_else(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in held if ".dist-info/" not in name} == {*ROOMS, "thidua.py"}
    files = {
        str(file.relative_to(ROOT))
        for room in ROOMS
        for file in (ROOT / room).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert files <= held
    assert {"ingest/sample/seed.txt", "queries/awards.rq"} <= held


@pytest.mark.slow
def test_an_installed_wheel_runs_the_demo_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "environment"
    succeed(sys.executable, "-m", "venv", place, cwd=tmp_path)
    bin_ = place / ("Scripts" if os.name == "nt" else "bin")
    pip = (bin_ / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    succeed(*pip, "--constraint", ROOT / "constraints.txt", wheel, cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = succeed(bin_ / "thidua", "demo", cwd=elsewhere)
    assert "Cụm thi đua 7 tỉnh trung du miền núi phía Bắc" in out
    names = {str(p.relative_to(elsewhere)) for p in elsewhere.rglob("*") if p.is_file()}
    assert names == {f"thidua-demo/seed.{suffix}" for suffix in ("txt", "ttl", "html")}
    assert str(ROOT) not in (elsewhere / "thidua-demo" / "seed.html").read_text()
    where = succeed(
        bin_ / "python", "-c", "import thidua, ingest; print(thidua.__file__, ingest.__file__)", cwd=elsewhere
    )
    assert str(ROOT) not in where
    assert succeed(bin_ / "thidua", "--version", cwd=elsewhere).startswith("thidua 0.")
    succeed(bin_ / "thidua", "check", "thidua-demo/seed.ttl", cwd=elsewhere)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what make looks at, beside a folder for the programs that it may find."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "rm", "touch", "mkdir"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    return tmp_path


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    found = shutil.which("make")
    assert found
    env = {**OUTSIDE, "PATH": str(project / "programs")}
    return subprocess.run([found, *arguments], cwd=project, env=env, capture_output=True, text=True, timeout=60)


def test_make_says_that_there_is_no_python(project: Path) -> None:
    done = make(project, "demo")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("make: no Python 3.11 or newer found; install one")


def test_make_says_that_venv_does_not_work(project: Path) -> None:
    python = project / "programs" / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = -c ]\n')
    python.chmod(0o755)
    done = make(project, "demo")
    assert done.returncode == 2
    assert "make: 'python3 -m venv' does not work here; install its venv module" in done.stderr
    assert not (project / ".venv").exists()


@pytest.mark.skipif(not (ROOT / ".venv" / "dev").exists(), reason="not set up by make")
def test_make_sets_up_only_once() -> None:
    found = shutil.which("make")
    assert found
    for stamp in (".venv/run", ".venv/dev"):
        done = subprocess.run([found, "--question", stamp], cwd=ROOT, env=OUTSIDE, capture_output=True, timeout=60)
        assert done.returncode == 0, f"{stamp} would be made again"
