"""The oracle of pipelines: counts what is equal, leaves out what fails in itself, and sees differences."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cells import notebook

ORACLE = Path(__file__).with_name("pipelines.py")


@pytest.fixture
def run():
    def run(*paths: Path):
        command = [sys.executable, ORACLE, "--kale", os.environ["KALE"], *paths]
        return subprocess.run(command, capture_output=True, text=True, timeout=100)

    return run


def test_counts(run, tmp_path):
    notebook(tmp_path / "fine.ipynb", ["import math\nx = [1]", "x.append(math.pi)", "print(x)"])
    notebook(tmp_path / "fails.ipynb", ["x = 1", "1 / 0"])
    notebook(tmp_path / "empty.ipynb", ["# nothing"])
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert sorted(lines[:3]) == ["          1 equal", "          1 fails in itself", "          1 has no steps"]
    assert lines[3:] == ["pipelines: 1 compared, 0 different"]
    assert len(list(tmp_path.iterdir())) == 3, "nothing is left beside the notebooks"


def test_sees_a_difference(run, tmp_path):
    """A module keeps a value that no variable has, which no step can hand on."""
    content = [("markdown", "# A"), ("code", "import helper\nhelper.kept.append(1)\nrows = [1]")]
    content += [("markdown", "# B"), ("code", "print(rows)"), ("markdown", "# C"), ("code", "print(len(helper.kept))")]
    (tmp_path / "helper.py").write_text("kept = []\n")
    path = notebook(tmp_path / "hidden.ipynb", [source for _, source in content])
    loaded = json.loads(path.read_text())
    for cell, (kind, _) in zip(loaded["cells"], content):
        cell["cell_type"] = kind
    path.write_text(json.dumps(loaded))
    done = run(path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "output of cell 5, step c" in done.stdout
    assert done.stdout.endswith("pipelines: 1 compared, 1 different\n")
