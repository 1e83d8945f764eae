"""Sources/CPython beyond the start uses the stable ABI only: nothing there depends on a version."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources/CPython"
sys.path.insert(0, str(ROOT / "scripts"))
import pythons  # noqa: E402

# Swift comes with the former.
COMPILER = shutil.which("clang") or "cc"


def usable():
    """Those whose limited API has all that kale uses: not 3.9, nor builds without global lock."""
    system = pythons.describe(Path("/usr/bin/python3"))
    found = {python.base: python for python in [system, *pythons.installed()]}
    for python in sorted(found.values(), key=lambda python: python.version):
        try:
            python.check()
        except pythons.Unusable:
            continue
        if python.version >= [3, 10] and not python.abi.endswith("t"):
            yield python


PYTHONS = list(usable())
each = pytest.mark.parametrize("python", PYTHONS, ids=lambda python: python.name.split()[-1])


def compiled(source: Path, python, folder: Path, *options) -> Path:
    target = folder / f"{source.stem}.o"
    includes = [f"-I{include}" for include in [*python.includes, SOURCES / "include"]]
    command = [COMPILER, "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-fPIC", *includes, *options]
    done = subprocess.run(
        [*command, "-c", source, "-o", target], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return target


def restricted(python, folder: Path) -> list[Path]:
    """All but start.c; whatever a file includes, it gets the headers of the stable ABI only."""
    return [
        compiled(source, python, folder, "-include", SOURCES / "stable_abi.h")
        for source in sorted(SOURCES.glob("*.c"))
        if source.name != "start.c"
    ]


@pytest.fixture(scope="module")
def oldest_build(tmp_path_factory) -> list[Path]:
    return restricted(PYTHONS[0], tmp_path_factory.mktemp("oldest"))


@each
def test_other_files_than_the_start_use_the_stable_abi(python, tmp_path):
    assert len(restricted(python, tmp_path)) > 5


@each
def test_what_the_oldest_headers_made_runs_in_every_python(python, oldest_build, tmp_path):
    cells = subprocess.run(
        [sys.executable, ROOT / "Tests/memcheck/cells.py"], capture_output=True, timeout=60
    )
    (tmp_path / "cells").write_bytes(cells.stdout)
    own = [
        compiled(source, python, tmp_path)
        for source in (SOURCES / "start.c", ROOT / "Tests/memcheck/driver.c")
    ]
    driver = tmp_path / "driver"
    library = python.library_folder
    subprocess.run(
        [COMPILER, *oldest_build, *own, "-o", driver, f"-L{library}", f"-Wl,-rpath,{library}",
         f"-lpython{python.abi}", "-lpthread", "-ldl"],
        check=True, timeout=60,
    )  # fmt: skip
    environment = {name: text for name, text in os.environ.items() if name != "KALE_PYTHON_HOME"}
    done = subprocess.run(
        [driver, tmp_path / "cells", "1"],
        env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    trees = int(done.stdout.split(" cells: ")[1].split()[0])
    assert trees > 300
