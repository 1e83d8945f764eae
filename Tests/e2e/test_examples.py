"""The examples give the same results as a notebook, run by `kale run`, and run by kfp.local.

kfp.local runs what kale itself has compiled, and what the SDK compiles from the script.
"""

import re
import shutil
from pathlib import Path

import nbformat
import pytest
from notebooks import run_whole
from pipelines import compile_with_kfp, run_with_kfp


@pytest.fixture
def titanic(examples, tmp_path):
    folder = tmp_path / "titanic"
    shutil.copytree(examples / "titanic", folder, ignore=shutil.ignore_patterns(".*", "*.py"))
    return folder / "titanic.ipynb"


@pytest.fixture
def parameters(examples, tmp_path):
    return Path(shutil.copy(examples / "parameters/parameters.ipynb", tmp_path))


def test_titanic(kale, titanic):
    folder = titanic.parent
    expected = run_whole(titanic)
    assert len(expected) == 9
    assert re.search(r"^Logistic regression +\d\d\.\d+ +\d+$", expected["results"], re.MULTILINE)

    assert kale.run(titanic, folder).printed() == expected

    compiled = kale.compile(titanic, folder)
    assert compiled.name == "titanic-ml.yaml"
    assert run_with_kfp(compiled, folder).printed() == expected


def test_titanic_by_the_command_of_the_tutorials(kale, titanic):
    folder = titanic.parent
    done = kale("--nb", titanic, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    written = (folder / "titanic-ml.kfp.py").read_text()
    (folder / "titanic-ml.kfp.py").unlink()
    assert kale.convert(titanic, folder).read_text() == written


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"steps": 100, "learning_rate": 0.01, "intercept": -4.75, "title": "a 'b' \"c\"",
         "shuffle": False, "sample_sizes": [5, 20]},
    ],
    ids=["defaults", "overridden"],
)  # fmt: skip
def test_parameters(kale, parameters, values, tmp_path):
    expected = run_whole(parameters, values)
    assert all(expected[step] for step in ("sample", "judge"))

    arguments = [f"--param={name}={command_line(value)}" for name, value in values.items()]
    assert kale.run(parameters, tmp_path, *arguments).printed() == expected

    for compiled in (lambda: kale.compile(parameters, tmp_path), lambda: compile_with_kfp(kale.convert(parameters, tmp_path))):
        run = run_with_kfp(compiled(), tmp_path, values)
        assert run.printed() == expected

        metrics = run.metrics()
        assert set(metrics) == {"mse", "slope"}
        assert f"error {metrics['mse']:.4f}" in expected["judge"]
        assert f"y = {metrics['slope']:.3f} x" in expected["judge"]


def command_line(value) -> str:
    """A parameter's value as one writes it after `--param name=`: JSON, a string without quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


@pytest.mark.parametrize("name", ["titanic/titanic.ipynb", "parameters/parameters.ipynb", "wine/wine.ipynb"])
def test_notebooks_are_committed_clean(examples, name):
    notebook = nbformat.read(examples / name, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    for cell in notebook.cells:
        assert cell.get("outputs", []) == [] and cell.get("execution_count") is None
