"""`kale verify`: the notebook run whole against its pipeline."""

import json
import sys

import pytest
from cases import CASES
from notebooks import write_notebook


@pytest.fixture
def verify(kale, tmp_path):
    """Verifies a notebook of the given text; the finished process."""

    def verify(text, *arguments, status=0):
        notebook = write_notebook(tmp_path / "nb.ipynb", text)
        done = kale("verify", notebook.name, "--python", sys.executable, *arguments, folder=tmp_path)
        assert done.returncode == status, done.stdout + done.stderr
        if "json" not in arguments:
            assert all(len(line) <= 80 for line in done.stdout.splitlines())
        return done

    return verify


@pytest.fixture
def verdict(verify):
    """The same as an object; variables and cells by name and number."""

    def verdict(text, *arguments, status=0):
        found = json.loads(verify(text, *arguments, "--format", "json", status=status).stdout)
        assert found["schema"] == "kale.verify/1"
        assert found["equal"] == (status == 0)
        found["names"] = {v["name"]: v["verdict"] for v in found["variables"]}
        found["outputs"] = {c["cell"]: c["verdict"] for c in found["cells"]}
        return found

    return verdict


EQUAL = """
# %% imports
import numpy as np
# %% pipeline-parameters
size = 3
# %% functions
class Box:
    def __init__(self, held): self.held = held
# %% step:make
numbers = list(range(size))
box = Box(numbers)
array = np.arange(size) / 3
print(numbers, box)
words = {"b", "a", "c"}
# %% skip
never = 1
# %% step:use prev:make
box.held.append(0.5)
view = array[1:]
view += 1
del words
numbers
"""


def test_equal(verify, tmp_path):
    done = verify(EQUAL)
    assert done.stdout == "6 variables and the output of 4 cells are equal.\n"
    assert done.stderr == ""
    assert [path.name for path in tmp_path.iterdir()] == ["nb.ipynb"]


def test_parameters(verdict, verify):
    text = "# %% pipeline-parameters\nn = 2\n# %% step:a\nnumbers = [n] * n\n# %% step:b prev:a\nprint(numbers)\n"
    found = verdict(text, "--param", "n=5")
    assert found["names"] == {"n": "equal", "numbers": "equal"}
    assert "n must be" in verify(text, "-p", "n=many", status=64).stderr


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.name)
def test_cases_are_equal(case, kale, tmp_path):
    notebook = write_notebook(tmp_path / f"{case.name}.ipynb", case.notebook)
    done = kale("verify", notebook.name, "--python", sys.executable, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_random_numbers_start_alike(verdict):
    """Without a seed too: what the pipeline hands on is compared."""
    found = verdict("""
# %% imports
import random
# %% step:a
first = random.random()
# %% step:b prev:a
second = random.random()
print(second)
""")  # fmt: skip
    assert found["names"] == {"first": "equal", "second": "equal"}


def test_what_the_notebook_does_not_do_twice(verify):
    done = verify("""
# %% imports
import time, uuid
import numpy as np
# %% step:a
started = time.time()
draws = np.random.default_rng().random(3)
same = {"key": uuid.uuid4().hex, "n": 1}
# %% step:b prev:a
total = draws.sum()
print("steady")
print(started)
""")  # fmt: skip
    assert done.stdout == """\
Not reproducible in the notebook itself:
  draws: np.random.default_rng in cell 1, line 2: random numbers without a seed
  same: uuid.uuid4 in cell 1, line 3: the system's random numbers
  started: time.time in cell 1, line 1: the time
  total: np.random.default_rng in cell 1, line 2: random numbers without a seed
  output of cell 2: time.time in cell 1, line 1: the time

0 variables and the output of 2 cells are equal; 5 not reproducible.
"""


PARALLEL_DRAWS = """
# %% imports
import random
# %% step:start
{seed}
# %% step:left prev:start
a = random.random()
# %% step:right prev:start
b = random.random()
"""


def test_parallel_steps_cannot_share_a_generator(verdict):
    found = verdict(PARALLEL_DRAWS.format(seed="random.seed(4)"), status=1)
    assert found["names"] == {"a": "equal", "b": "different"}
    found = verdict(PARALLEL_DRAWS.format(seed="print()"))
    assert found["names"] == {"a": "equal", "b": "unreproducible"}


def test_noise_of_floats(verdict):
    text = """
# %% imports
import os
import numpy as np
noise = 1 + 1e-12 * os.getcwd().count("kale") * ("observer" in globals().get("none", "") or os.getpid() % 97 / 97)
# %% step:a
x = 0.1 * noise
array = np.linspace(0, 1, 5) * noise
# %% step:b prev:a
print(round(x, 20), 7)
"""
    found = verdict(text)
    assert found["names"] == {"noise": "close", "x": "close", "array": "close"}
    found = verdict(text, "--tolerance", "0")
    assert set(found["names"].values()) == {"unreproducible"}


# A function of another module keeps the list and changes it later: no name tells.
HIDDEN_CHANGE = """
# %% imports
import helper
# %% step:make
data = [1]
helper.keep(data)
# %% step:change prev:make
helper.change()
# %% step:use prev:change
print(data)
"""


def test_in_place_change_that_is_missed(verify, tmp_path):
    (tmp_path / "helper.py").write_text(
        "kept = []\ndef keep(x): kept.append(x)\ndef change():\n    for x in kept: x.append(2)\n"
    )
    done = verify(HIDDEN_CHANGE, status=1)
    assert done.stdout.splitlines()[:9] == [
        "Different:",
        "  data (step use)",
        "    notebook: list [1, 2]",
        "    pipeline: list [1]",
        "  output of cell 3 (step use)",
        "    line 1",
        "    notebook: [1, 2]",
        "    pipeline: [1]",
        "",
    ]
    assert done.stdout.splitlines()[9] == (
        "0 variables and the output of 3 cells are equal; 2 different."
    )
    (kept,) = (tmp_path / ".kale/verify").iterdir()
    assert f"Runs: .kale/verify/{kept.name}" in done.stdout


def test_sharing_that_is_lost(verify, verdict, tmp_path):
    (tmp_path / "helper.py").write_text(
        "class Held:\n"
        "    def __init__(self, x): self.x = x\n"
        "    def __setstate__(self, state): self.x = list(state['x'])\n"
    )
    text = """
# %% imports
import helper
# %% step:make
data = [1]
holder = helper.Held(data)
# %% step:use prev:make
print(data, holder.x)
"""
    found = verdict(text, status=1)
    assert found["names"] == {"data": "equal", "holder": "equal"}
    assert found["sharing"] == [
        {"first": "data", "second": "holder.x", "together": "notebook", "verdict": "different"}
    ]
    assert "  data and holder.x\n    share an object in the notebook" in verify(text, status=1).stdout


def test_value_that_cannot_travel(verify):
    done = verify("""
# %% imports
import threading
# %% step:make
guard = {"lock": threading.Lock()}
here = (n for n in [1])
# %% step:use prev:make
print(len(guard))
""", status=1)  # fmt: skip
    assert "  the pipeline fails in step make\n" in done.stdout
    assert "kale: step 'make' cannot hand on 'guard'" in done.stdout
    assert "here: a generator has no value to compare" in done.stdout


FAILING = """
# %% step:a
numbers = [1, 2]
print("begun")
# %% step:b prev:a
print("before")
numbers[{index}]
# %% step:c prev:b
print(numbers)
"""


def test_failing_alike(verify):
    done = verify(FAILING.format(index=7))
    assert done.stdout == (
        "Both fail in cell 1 with IndexError. Up to there:\n"
        "1 variable and the output of 2 cells are equal.\n"
    )


def test_failing_in_one_only(verify):
    done = verify("""
# %% imports
import os
# %% step:a
os.handler = 1
# %% step:b prev:a
print(os.handler)
after = 1
""", status=1)  # fmt: skip
    assert "  the pipeline fails in cell 2 (step b)\n" in done.stdout
    assert "AttributeError" in done.stdout
    done = verify("""
# %% step:a
import os
os.handler = 1
# %% step:b prev:a
import os
assert not hasattr(os, "handler")
""", status=1)  # fmt: skip
    assert "  the notebook run whole fails in cell 1\n" in done.stdout


def test_deleted_and_left_over(verdict):
    found = verdict("""
# %% step:a
x = 1
for i in range(3): pass
# %% step:b prev:a
print(x)
del x
i = 0; del i
kept = 1
""")  # fmt: skip
    assert found["names"] == {"kept": "equal"}


def test_runs_do_not_see_each_others_files(verdict, tmp_path):
    (tmp_path / "log.txt").write_text("old\n")
    found = verdict("""
# %% imports
import os
# %% step:a
os.mkdir("out")
with open("log.txt", "a") as log:
    log.write("new\\n")
# %% step:b prev:a
text = open("log.txt").read()
""")  # fmt: skip
    assert found["names"] == {"log": "equal", "text": "equal"}
    assert (tmp_path / "log.txt").read_text() == "old\n"
    assert not (tmp_path / "out").exists()


def test_ipython(verdict):
    found = verdict("""
# %% step:a
words = !echo one
print(words)
# %% step:b prev:a
%time total = len(words)
!echo {total}
""")  # fmt: skip
    assert found["names"] == {"words": "equal", "total": "equal"}
    assert found["outputs"] == {0: "equal", 1: "equal"}


def test_untagged_notebook(verify):
    done = verify("# %%\nx = 1\n", status=1)
    assert "there is no pipeline to make" in done.stderr and "block:NAME" in done.stderr


@pytest.mark.parametrize("arguments", [["--tolerance", "2"], ["--jobs", "0"], ["--format", "xml"]])
def test_wrong_call(verify, arguments):
    verify("# %% step:a\nx = 1\n", *arguments, status=64)


def test_run_directory(verify, tmp_path):
    verify("# %% step:a\nx = 1\n", "--run-dir", "runs")
    assert {"notebook", "pipeline"} <= {path.name for path in (tmp_path / "runs").iterdir()}
    done = verify("# %% step:a\nx = 1\n", "--run-dir", "runs", status=64)
    assert "not empty" in done.stderr
