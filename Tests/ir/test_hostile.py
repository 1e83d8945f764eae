"""Nothing that a notebook contains breaks out of the generated code."""

import json
from random import Random

import pytest
from conversion import notebook
from hostile import PARTS, Hostile, assert_inert, cells_in
from pipeline_spec import Compiled


@pytest.mark.parametrize("seed", range(8))
def test_random_notebooks(kale, tmp_path, seed):
    from fuzz import attempt

    attempt(kale, Hostile.make(Random(seed)), tmp_path)


def test_every_part_arrives_in_a_cell(kale, tmp_path):
    """Each in a string, in a comment, and as the text that a magic gets."""
    cells = [f"s = {part!r}" for part in PARTS]
    cells += [f"# {part}" for part in PARTS if not set(part) & set("\n\r")]
    cells += [f"%%writefile out.txt\n{part}" for part in PARTS]
    native = kale.convert(notebook(*(("block:a", cell) for cell in cells)), tmp_path).assert_equivalent()
    assert cells_in(native.source("a")) == cells
    assert_inert(native, "a")


@pytest.mark.parametrize("line", ["x = 1\n", "s = '\U0001f600 {{$}} \\\\'\n", "s = '\x01\u2028'\n"], ids=["plain", "odd", "escaped"])
def test_a_cell_of_a_megabyte(kale, tmp_path, line):
    """It arrives, and there is a warning: no container starts with it."""
    cell = line * (1_000_000 // len(line.encode()))
    conversion = kale.convert(notebook(("block:a", cell)), tmp_path)
    native, sdk = Compiled.read(conversion.compiled), Compiled.read(conversion.with_sdk())
    assert cells_in(native.source("a")) == cells_in(sdk.source("a")) == [cell]
    assert native.source("a") == sdk.source("a")
    done = kale("check", "notebook.ipynb", folder=tmp_path)
    assert done.returncode == 0 and "step-too-large" in done.stderr


def test_files_are_written_together_or_not_at_all(kale, tmp_path):
    (tmp_path / "notebook.ipynb").write_text(json.dumps(notebook(("block:a", "x = 1"))))
    (tmp_path / "p.yaml").mkdir()
    (tmp_path / "p.kfp.py").write_text("mine")
    done = kale("convert", "notebook.ipynb", folder=tmp_path)
    assert done.returncode == 64 and done.stderr.startswith("kale: can't write p.yaml: "), done.stderr
    assert (tmp_path / "p.kfp.py").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notebook.ipynb", "p.kfp.py", "p.yaml"]
