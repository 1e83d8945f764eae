"""What the user sees when a step fails, or when the input is no notebook."""

import json

import pytest
from notebooks import write_notebook


def test_failing_step_stops_its_descendants_only(kale, tmp_path):
    notebook = write_notebook(tmp_path / "failing.ipynb", """
# %% step:start
numbers = [1, 0]
# %% step:divide prev:start
print("before")
# %%
ratios = []
for n in numbers:
    ratios.append(1 / n)
# %% step:other prev:start
print(sum(numbers))
# %% step:after prev:divide
print(ratios)
""")  # fmt: skip
    run = kale.run(notebook, tmp_path)
    assert run.process.returncode == 1, run.messages
    assert "ZeroDivisionError" in run.messages
    assert "cell 2" in run.messages and "line 3" in run.messages
    assert "ratios.append(1 / n)" in run.messages

    statuses = run.statuses()
    assert statuses["start"] == statuses["other"] == "succeeded"
    assert statuses["divide"] == "failed"
    assert statuses["after"] == "skipped"
    assert run.record()["status"] == "failed"
    assert (run.folder / "steps/other/stdout.txt").read_text() == "1\n"
    assert (run.folder / "steps/divide/stdout.txt").read_text() == "before\n"


def test_value_that_cannot_be_saved_names_who_wants_it(kale, tmp_path):
    notebook = write_notebook(tmp_path / "unsaved.ipynb", """
# %% imports
import threading
# %% step:make
guard = {"lock": threading.Lock()}
# %% step:use prev:make
print(guard)
""")  # fmt: skip
    run = kale.run(notebook, tmp_path)
    assert run.process.returncode == 1, run.messages
    for word in ("guard", "lock", "make", "use"):
        assert word in run.messages


CELL = {"cell_type": "code", "metadata": {}, "source": "x = 1", "outputs": [], "execution_count": None}
NOTEBOOK = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [CELL]}
R_KERNEL = {"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}

BAD_INPUTS = {
    "missing": None,
    "not_json": "x = 1\n",
    "no_notebook": json.dumps({"a": [1, 2]}),
    "a_list": "[]",
    "written_for_r": json.dumps(NOTEBOOK | {"metadata": R_KERNEL}),
    "without_cells": json.dumps(NOTEBOOK | {"cells": []}),
    "without_tags": json.dumps(NOTEBOOK),
    "empty_file": "",
}


@pytest.mark.parametrize("name", [*BAD_INPUTS, "folder"])
@pytest.mark.parametrize("command", ["check", "convert", "run"])
def test_bad_input(kale, command, name, tmp_path):
    notebook = tmp_path / f"{name}.ipynb"
    if name == "folder":
        notebook.mkdir()
    elif (text := BAD_INPUTS[name]) is not None:
        notebook.write_text(text)
    before = set(tmp_path.iterdir())
    done = kale(command, notebook, folder=tmp_path)
    assert done.returncode in (1, 64), done.stdout + done.stderr
    message = (done.stdout + done.stderr).strip()
    assert notebook.name in message
    assert len(message.splitlines()) <= 2
    assert set(tmp_path.iterdir()) == before


def test_unwritable_output(kale, tmp_path):
    notebook = write_notebook(tmp_path / "fine.ipynb", "# %% step:one\nprint(1)\n")
    (tmp_path / "file").write_text("")
    done = kale("convert", notebook, "--output", tmp_path / "file/fine.kfp.py", folder=tmp_path)
    assert done.returncode in (1, 64), done.stdout + done.stderr
    assert "fine.kfp.py" in done.stderr and len(done.stderr.strip().splitlines()) <= 2


def test_unknown_flag(kale, tmp_path):
    done = kale("convert", "fine.ipynb", "--frobnicate", folder=tmp_path)
    assert done.returncode == 64
    assert "--frobnicate" in done.stderr and "--help" in done.stderr
