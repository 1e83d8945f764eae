"""`kale report`: what it prints is valid against its schema, agrees with itself, and is right."""

import json
from pathlib import Path

import jsonschema
import nbformat
import pytest
from cases import CASES, REFUSALS
from notebooks import write_notebook

NOTHING = {"definite": [], "maybe": []}
EMPTY_CELL = {
    "step": None, "reads": NOTHING, "binds": NOTHING, "deletes": NOTHING, "mutates": NOTHING,
    "kinds": {}, "calls": {}, "deferred_reads": [], "dynamic": [],
    "files": {"reads": [], "writes": []}, "outside": [],
}  # fmt: skip


@pytest.fixture(scope="session")
def validator():
    path = Path(__file__).resolve().parents[2] / "docs/report.schema.json"
    schema = json.loads(path.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def reports(kale, validator, tmp_path):
    """Runs `kale report --format jsonl`; the objects, checked, in the order of the lines."""

    def reports(*paths: Path, status: int = 0) -> list[dict]:
        done = kale("report", *paths, "--format", "jsonl", folder=tmp_path)
        assert done.returncode == status, done.stderr
        assert done.stderr == ""
        objects = [json.loads(line) for line in done.stdout.splitlines()]
        for report in objects:
            validator.validate(report)
            check_consistency(report)
        return objects

    return reports


@pytest.fixture
def report(reports):
    def report(path: Path, status: int = 0) -> dict:
        (report,) = reports(path, status=status)
        return report

    return report


def check_consistency(report: dict):
    cells = {cell["index"]: cell for cell in report.get("cells", [])}
    assert list(cells) == sorted(cells)
    for cell in cells.values():
        for effect in ("reads", "binds", "deletes", "mutates"):
            names = cell[effect]
            assert names["definite"] == sorted(names["definite"])
            assert names["maybe"] == sorted(names["maybe"])
            assert not set(names["definite"]) & set(names["maybe"])
        assert set(cell["kinds"]) == {*cell["binds"]["definite"], *cell["binds"]["maybe"]}
        for places in (cell["dynamic"], cell["outside"]):
            assert places == sorted(places, key=lambda place: (place["line"], place["column"]))
        assert (cell["step"] is not None) == (cell["role"] == "step")

    steps = {step["name"]: step for step in report.get("steps", [])}
    for index, cell in cells.items():
        assert cell["step"] is None or index in steps[cell["step"]]["cells"]
    taken = {
        (step["name"], taken["name"], taken["producer"])
        for step in steps.values() for taken in step["inputs"]
    }  # fmt: skip
    given = {
        (consumer, output["name"], step["name"])
        for step in steps.values() for output in step["outputs"] for consumer in output["consumers"]
    }  # fmt: skip
    assert taken == given


def cell(index: int, role: str = "untagged", **members) -> dict:
    """A cell with these members; a list of names stands for definite ones."""
    for effect in ("reads", "binds", "deletes", "mutates"):
        if isinstance(members.get(effect), list):
            members[effect] = {"definite": members[effect], "maybe": []}
    return EMPTY_CELL | {"index": index, "role": role} | members


def test_examples(reports, examples):
    parameters, titanic, wine = reports(examples)
    for found, name in (parameters, "parameters"), (titanic, "titanic"), (wine, "wine"):
        path = examples / name / f"{name}.ipynb"
        assert found["notebook"] == str(path)
        code = [
            index
            for index, cell in enumerate(nbformat.read(path, as_version=4).cells)
            if cell.cell_type == "code"
        ]
        assert [cell["index"] for cell in found["cells"]] == code
        assert found["diagnostics"] == []
    assert [step["name"] for step in parameters["steps"]] == ["sample", "fit", "judge"]
    load = titanic["cells"][1]
    assert load["files"] == {"reads": ["data/test.csv", "data/train.csv"], "writes": []}
    assert len(titanic["steps"]) == 9 and wine["steps"] == []


def test_every_case_gives_a_valid_report(reports, tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    for case in CASES:
        write_notebook(folder / f"{case.name}.ipynb", case.notebook)
    found = reports(folder)
    assert len(found) == len(CASES)
    assert all(report["steps"] for report in found)


def test_every_run_says_the_same(kale, tmp_path):
    """Swift orders its dictionaries anew in every process."""
    for case in CASES:
        write_notebook(tmp_path / f"{case.name}.ipynb", case.notebook)
    outputs = {kale("report", tmp_path, "--format", "jsonl", folder=tmp_path).stdout for _ in range(4)}
    assert len(outputs) == 1


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.id)
def test_diagnostics_are_those_of_check(refusal, kale, report, tmp_path):
    notebook = write_notebook(tmp_path / "refused.ipynb", refusal.notebook)
    found = report(notebook, status=1)
    assert refusal.id in [diagnostic["id"] for diagnostic in found["diagnostics"]]
    check = kale("check", notebook, folder=tmp_path)
    for diagnostic in found["diagnostics"]:
        assert f"{diagnostic['message']} [{diagnostic['id']}]" in check.stderr


def test_tagged_notebook(report, tmp_path):
    notebook = write_notebook(tmp_path / "sums.ipynb", """
# %% pipeline-parameters
factor = 2
# %% [markdown]
# Sums
# %% functions
def scaled(value):
    return value * factor
# %% step:load
import math as m
numbers = [1, 2, 3]
limit = 10
# %% skip
numbers
# %% step:scale prev:load
for index, number in enumerate(numbers):
    numbers[index] = scaled(number)
# %% step:show prev:scale
if numbers:
    print(m.fsum(numbers) < limit)
# %% pipeline-metrics
print(limit)
""")  # fmt: skip
    assert report(notebook) == {
        "schema": "kale.report/1",
        "notebook": str(notebook),
        "python": report(notebook)["python"],
        "analyzer": "cpython",
        "cells": [
            cell(0, "parameters", binds=["factor"], kinds={"factor": "constant"}),
            cell(2, "functions", binds=["scaled"], kinds={"scaled": "function"},
                 calls={"scaled": {"reads": ["factor"], "binds": [], "deletes": [], "mutates": []}}),
            cell(3, "step", step="load", binds=["limit", "m", "numbers"],
                 kinds={"limit": "constant", "m": "import", "numbers": "value"}),
            cell(4, "skip"),
            cell(5, "step", step="scale",
                 reads={"definite": ["numbers"], "maybe": ["factor", "scaled"]},
                 binds={"definite": [], "maybe": ["index", "number"]},
                 mutates={"definite": [], "maybe": ["numbers"]},
                 kinds={"index": "value", "number": "value"}),
            cell(6, "step", step="show", reads={"definite": ["numbers"], "maybe": ["limit", "m"]}),
            cell(7, "metrics", reads=["limit"]),
        ],
        "steps": [
            {
                "name": "load", "cells": [3], "after": [], "parameters": [], "inputs": [],
                "outputs": [
                    {"name": "limit", "consumers": ["show"], "reason": "bound", "transfer": "marshal"},
                    {"name": "m", "consumers": ["show"], "reason": "bound", "transfer": "import"},
                    {"name": "numbers", "consumers": ["scale"], "reason": "bound", "transfer": "marshal"},
                ],
            },
            {
                "name": "scale", "cells": [5], "after": ["load"], "parameters": ["factor"],
                "inputs": [{"name": "numbers", "producer": "load", "certainty": "definite"}],
                "outputs": [
                    {"name": "numbers", "consumers": ["show"], "reason": "mutated", "transfer": "marshal"},
                ],
            },
            {
                "name": "show", "cells": [6], "after": ["scale"], "parameters": [],
                "inputs": [
                    {"name": "limit", "producer": "load", "certainty": "maybe"},
                    {"name": "m", "producer": "load", "certainty": "maybe"},
                    {"name": "numbers", "producer": "scale", "certainty": "definite"},
                ],
                "outputs": [],
            },
        ],
        "diagnostics": [],
    }  # fmt: skip


def test_untagged_notebook(report, tmp_path):
    notebook = write_notebook(tmp_path / "plain.ipynb", """
# %%
import os, random
class Counter:
    def count(self, key):
        seen.append(key)
# %%
seen = []
counter = Counter()
random.seed(1); os.environ["MODE"] = "test"
# %%
os.chdir("out")
ä = "é"; counter.count("a"); exec(ä)
# %%
later = (k for k in seen)
with open("log.txt", "a") as log:
    log.write("done")
del counter
""")  # fmt: skip
    found = report(notebook)
    assert found["steps"] == found["diagnostics"] == []
    no_call = {"reads": [], "binds": [], "deletes": [], "mutates": []}
    assert found["cells"] == [
        cell(0, binds=["Counter", "os", "random"],
             kinds={"Counter": "class", "os": "import", "random": "import"},
             calls={"Counter.count": no_call | {"reads": ["seen"]}}),
        cell(1, reads=["Counter", "os", "random"], binds=["counter", "seen"],
             kinds={"counter": "value", "seen": "value"},
             outside=[
                 {"kind": "random-seed", "detail": "random.seed", "line": 3, "column": 1},
                 {"kind": "environment", "detail": "os.environ['MODE']", "line": 3, "column": 17},
             ]),
        cell(2, reads=["counter", "os", "seen"], binds=["ä"], mutates=["seen"],
             kinds={"ä": "constant"},
             dynamic=[
                 {"kind": "binds-unknown", "cause": "exec", "line": 2, "column": 30},
                 {"kind": "reads-unknown", "cause": "exec", "line": 2, "column": 30},
             ],
             outside=[{"kind": "directory", "detail": "os.chdir('out')", "line": 1, "column": 1}]),
        cell(3, reads=["counter", "seen"], binds=["later", "log"], deletes=["counter"],
             kinds={"later": "value", "log": "value"},
             files={"reads": [], "writes": ["log.txt"]}),
    ]  # fmt: skip


def test_syntax_error_and_ipython(report, tmp_path):
    notebook = write_notebook(tmp_path / "mixed.ipynb", """
# %%
%matplotlib inline
folder = "data"
files = !ls {folder}
!pip install -q kale
# %%
total = (1 +
# %%
%%bash --out text
echo $HOME
# %%
%%writefile src/mine.py
x = 1
# %%
%mine of a kind
print(text, files)
""")  # fmt: skip
    found = report(notebook, status=1)
    assert found["cells"] == [
        cell(0, binds=["files", "folder"], kinds={"files": "value", "folder": "constant"},
             outside=[
                 {"kind": "session", "detail": "%matplotlib inline", "line": 1, "column": 1},
                 {"kind": "shell", "detail": "!ls {folder}", "line": 3, "column": 9},
                 {"kind": "shell", "detail": "!pip install -q kale", "line": 4, "column": 1},
             ]),
        cell(1),
        cell(2, binds=["text"], kinds={"text": "value"},
             outside=[{"kind": "shell", "detail": "%%bash --out text", "line": 1, "column": 1}]),
        cell(3, files={"reads": [], "writes": ["src/mine.py"]}),
        cell(4, reads=["files", "text"],
             outside=[{"kind": "unknown-magic", "detail": "%mine of a kind", "line": 1, "column": 1}]),
    ]  # fmt: skip
    assert found["diagnostics"] == [
        {
            "id": "syntax-error", "severity": "error", "message": "'(' was never closed", "cell": 1,
            "line": 1, "column": 9, "end_line": 1, "end_column": 9, "notes": [], "fix": None,
        }
    ]  # fmt: skip


def test_notebook_that_is_none(reports, report, tmp_path):
    broken = tmp_path / "broken.ipynb"
    broken.write_text('{"cells": [\n')
    found = report(broken, status=1)
    assert found == {
        "schema": "kale.report/1",
        "notebook": str(broken),
        "python": found["python"],
        "analyzer": "cpython",
        "diagnostics": [
            {
                "id": "notebook-not-json", "severity": "error",
                "message": "the file is not JSON: line 2, column 1: the file ends too early",
                "cell": None, "line": None, "column": None, "end_line": None, "end_column": None,
                "notes": [],
                "fix": "save the notebook in Jupyter again, or mend that line",
            }
        ],
    }  # fmt: skip

    plain = write_notebook(tmp_path / "plain.ipynb", "\n# %%\nx = 1\n")
    found = reports(broken, tmp_path / "missing.ipynb", plain, status=64)
    assert ["cells" in report for report in found] == [False, False, True]


@pytest.mark.parametrize("text", ["", "\n# %% [markdown]\nwords\n", "\n# %%\n\n", "\n# %%\n# words\n"])
def test_notebook_without_code(report, tmp_path, text):
    found = report(write_notebook(tmp_path / "empty.ipynb", text))
    code = nbformat.read(tmp_path / "empty.ipynb", as_version=4).cells
    assert found["cells"] == [cell(0) for cell_ in code if cell_.cell_type == "code"]
    assert found["steps"] == found["diagnostics"] == []


def test_json_is_the_same_object(kale, report, tmp_path, examples):
    notebook = examples / "titanic/titanic.ipynb"
    done = kale("report", notebook, "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == report(notebook)
    assert done.stdout.startswith('{\n  "schema": "kale.report/1",\n')
