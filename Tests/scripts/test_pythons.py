"""`scripts/build --python`: what can't be linked is told in two lines, before anything is built."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import pythons  # noqa: E402


def install(prefix: Path, library=True, headers=True, **answers) -> Path:
    """What a search sees of an installed Python: a program that answers, and two files."""
    answers = {
        "implementation": "cpython", "version": [3, 12, 4], "base": str(prefix), "abi": "3.12",
        "includes": [str(prefix / "include")], "libraries": ["/nowhere", str(prefix / "lib")],
        **answers,
    }  # fmt: skip
    for folder in ("bin", "lib", "include"):
        (prefix / folder).mkdir(parents=True)
    (prefix / "bin/python3").write_text(f"#!/bin/sh\ncat <<'END'\n{json.dumps(answers)}\nEND\n")
    (prefix / "bin/python3").chmod(0o755)
    if library:
        (prefix / f"lib/libpython{answers['abi']}.so").touch()
    if headers:
        (prefix / "include/Python.h").touch()
    return prefix


@pytest.mark.parametrize(
    ("installation", "problem"),
    [
        (None, "there is no {prefix}"),
        ({"version": [3, 8, 18]}, "Python 3.8.18 in {prefix} is too old"),
        ({"implementation": "pypy"}, "Python 3.12.4 in {prefix} is pypy"),
        ({"library": False}, "Python 3.12.4 in {prefix} has no shared library, libpython3.12.so"),
        ({"headers": False}, "Python 3.12.4 in {prefix} has no headers"),
    ],
    ids=["absent", "old", "pypy", "static", "no_headers"],
)
def test_building_with_an_unusable_python(installation, problem, tmp_path):
    prefix = tmp_path / "python"
    if installation is not None:
        install(prefix, **installation)
    for name in {str(prefix), os.path.relpath(prefix, tmp_path.parent)}:
        done = subprocess.run(
            [ROOT / "scripts/build", "--python", name],
            cwd=tmp_path.parent, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        lines = done.stderr.splitlines()
        shown = problem.format(prefix=name if installation is None else prefix)
        assert (done.returncode, done.stdout, len(lines)) == (1, "", 2)
        assert lines[0] == f"error: {shown}"
        assert lines[1].startswith("       ")


@pytest.mark.parametrize("content", [None, "#!/bin/sh\necho broken >&2\nexit 3\n", "#!/bin/sh\n"])
def test_a_program_that_is_no_python(content, tmp_path):
    program = tmp_path / "bin/python3"
    program.parent.mkdir()
    if content:
        program.write_text(content)
        program.chmod(0o755)
    with pytest.raises(pythons.Unusable):
        pythons.describe(tmp_path)


def test_folders_of_the_same_version_differ(tmp_path):
    first, second = (pythons.describe(install(tmp_path / name)) for name in ("one", "two"))
    assert first.build_folder != second.build_folder
    assert first.build_folder.parent == ROOT
    assert first.build_folder.name.startswith(".build-3.12-")


def test_flags_are_those_of_where_it_is_now(tmp_path, monkeypatch):
    python = pythons.describe(install(tmp_path / "a folder"))
    monkeypatch.setattr(pythons, "TREE", tmp_path)
    python.write_flags()
    flags = (python.build_folder / "pkgconfig/python3-embed.pc").read_text().splitlines()
    assert flags[3:] == [
        f"Libs: -L{tmp_path}/a\\ folder/lib -lpython3.12",
        f"Cflags: -I{tmp_path}/a\\ folder/include",
    ]


def test_every_installation_is_listed_once_and_what_is_missing(tmp_path, monkeypatch):
    one = install(tmp_path / "one", version=[3, 12, 4])
    two = install(tmp_path / "two", version=[3, 12, 4])
    old = install(tmp_path / "old", version=[3, 8, 1])
    named = [one, one / "bin/python3", two, old]
    monkeypatch.setenv("KALE_TEST_PYTHONS", ":".join(map(str, named)))
    rows = list(pythons.listing())
    assert [(prefix, bool(problem)) for _, prefix, problem in rows[:3]] == [
        (str(old), True), (str(one), False), (str(two), False),
    ]  # fmt: skip
    assert len({name for name, _, _ in rows}) == len(rows)
    missing = [name for name, prefix, _ in rows if prefix == "-"]
    assert "Python 3.9" in missing and "Python 3.12" not in missing


def test_a_named_python_that_is_none_is_an_error(monkeypatch):
    monkeypatch.setenv("KALE_TEST_PYTHONS", "/no/python")
    with pytest.raises(pythons.Unusable):
        list(pythons.listing())
