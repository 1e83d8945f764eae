"""Packages that steps ask for, and files from beside the notebook that travel with them."""

import re
import sys
from importlib.metadata import version

import pytest
import yaml
from notebooks import run_whole, write_notebook
from pipelines import compile_with_kfp, run_with_kfp

HELPERS = {
    "helpers.py": '''
"""Has quotes: \'\'\' and \\"\\"\\", a {{brace}}, $(HOME) and a backslash \\\\."""
import pkg.deep.inner as inner

class Scale:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, values):
        return [inner.times(self.factor, value) for value in values]
''',
    "pkg/__init__.py": "",
    "pkg/words.txt": "three\nwords ñ\n",
    "pkg/deep/__init__.py": "from ..names import TITLE\n",
    "pkg/deep/inner.py": (
        "from pathlib import Path\n"
        "def times(a, b): return a * b\n"
        "def words(): return (Path(__file__).parents[1] / 'words.txt').read_text('utf-8').split()\n"
    ),
    "pkg/names.py": "TITLE = 'title'\n",
    "space/alone.py": "LIMIT = 3\n",
    "tool.py": "from space.alone import LIMIT\nlimit = LIMIT\nprint('tool', __name__)\n",
    "more.ipynb": None,
}

NOTEBOOK = """
# %% imports
import json
# %% step:make
from helpers import Scale
scale = Scale(3)
# %% step:use prev:make
print(scale([1, 2]), type(scale).__module__)
# %% step:read
import pkg.deep
from pkg.deep.inner import words
print(words(), pkg.deep.TITLE)
# %% step:script
%run tool.py
%run more.ipynb
print(limit, more)
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "project"
    for name, text in HELPERS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            write_notebook(path, "# %%\nmore = 'more'\n")
        else:
            path.write_text(text, encoding="utf-8")
    write_notebook(folder / "notebook.ipynb", NOTEBOOK)
    return folder


def pip_commands(compiled):
    """What each step calls before its own code, by the step's name."""
    document = next(yaml.safe_load_all(compiled.read_text()))
    executors = document["deploymentSpec"]["executors"]
    return {name.removeprefix("exec-"): e["container"]["command"][2] for name, e in executors.items()}


def requirements(compiled):
    """What each step installs, by its name."""
    found = {}
    for name, command in pip_commands(compiled).items():
        install = command.split("-m pip install --quiet --no-warn-script-location")[1].split("&&")[0]
        found[name] = re.findall(r"'([^']*)'", install)
    return found


def test_bundled_files_are_there_in_each_step(kale, folder, tmp_path):
    expected = run_whole(folder / "notebook.ipynb")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = kale("convert", folder / "notebook.ipynb", "--bundle", folder=elsewhere)
    assert done.returncode == 0, done.stderr
    assert "local-module" not in done.stderr and "script-not-shipped" not in done.stderr
    run = run_with_kfp(compile_with_kfp(elsewhere / "notebook.kfp.py"), elsewhere)
    assert run.printed() == expected
    left = {path.name for path in elsewhere.iterdir()}
    assert left == {"notebook.kfp.py", "notebook.yaml", "kfp-root"}, "a step leaves no file of ours"


def test_each_step_gets_only_the_files_that_it_needs(kale, folder):
    done = kale("convert", "notebook.ipynb", "--bundle", folder=folder)
    assert done.returncode == 0, done.stderr
    text = (folder / "notebook.kfp.py").read_text()
    shipped = re.findall(r"additional_funcs=\[kale_runtime_source, kale_runtime, (.*?)kale_prelude\],", text)
    assert shipped == [
        "kale_files_helpers, kale_files_pkg, ", "kale_files_helpers, kale_files_pkg, ",
        "kale_files_pkg, ", "kale_files_space, kale_files_tool_py, kale_files_more_ipynb, ",
    ]  # fmt: skip


def test_without_bundle_it_is_said(kale, folder):
    done = kale("convert", "notebook.ipynb", folder=folder)
    assert done.returncode == 0
    said = re.findall(r"cell (\d+):(\d+:\d+): warning: the module '(\w+)'", done.stderr)
    assert said == [("1", "1:1", "helpers"), ("1", "1:1", "pkg"), ("4", "1:1", "space")]
    assert done.stderr.count("script-not-shipped") == 2
    assert "--bundle" in done.stderr


def test_a_local_run_is_as_before(kale, folder):
    assert kale.run(folder / "notebook.ipynb", folder).printed() == run_whole(folder / "notebook.ipynb")


PACKAGES = """
# %% imports
import numpy as np
# %% step:load
import pandas as pd
frame = pd.DataFrame({"a": [1, 2]})
# %% step:fit prev:load
from sklearn.linear_model import LinearRegression
print(len(frame))
# %% step:other
!pip install "PyYAML>=6"
x = 1
"""


def test_packages_of_each_step(kale, tmp_path):
    notebook = write_notebook(tmp_path / "notebook.ipynb", PACKAGES)
    compiled = compile_with_kfp(kale.convert(notebook, tmp_path))
    assert requirements(compiled) == {
        "load": ["cloudpickle", "numpy", "pandas"],
        "fit": ["cloudpickle", "numpy", "pandas", "scikit-learn"],
        "other": ["cloudpickle", "numpy", "ipython", "PyYAML>=6"],
    }
    run = run_with_kfp(compiled, tmp_path)
    assert run.printed()["other"] == 'Installed before the step: pip install "PyYAML>=6"\n'


def test_pins_are_those_of_the_interpreter(kale, tmp_path):
    write_notebook(tmp_path / "notebook.ipynb", PACKAGES)
    done = kale("convert", "notebook.ipynb", "--pin", "--python", sys.executable, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    compiled = compile_with_kfp(tmp_path / "notebook.kfp.py")

    def pinned(*names):
        return [f"{name}=={version(name)}" for name in names]

    assert requirements(compiled) == {
        "load": pinned("cloudpickle", "numpy", "pandas"),
        "fit": pinned("cloudpickle", "numpy", "pandas", "scikit-learn"),
        "other": [*pinned("cloudpickle", "numpy", "ipython"), "PyYAML>=6"],
    }
    assert f'BASE_IMAGE = "python:3.{sys.version_info[1]}"' in (tmp_path / "notebook.kfp.py").read_text()
    run_with_kfp(compiled, tmp_path)


def test_a_package_that_is_not_installed_can_not_be_pinned(kale, tmp_path):
    write_notebook(tmp_path / "notebook.ipynb", "# %% step:a\nx = 1\nimport frobnicate_this\n")
    for arguments in (["--pin", "--python", sys.executable], ["--pin", "--python", "nowhere/python"]):
        done = kale("convert", "notebook.ipynb", *arguments, folder=tmp_path)
        if "nowhere" in arguments[-1]:
            assert (done.returncode, done.stderr) == (64, "kale: --python nowhere/python: no such program\n")
        else:
            assert done.returncode == 1
            assert "notebook.ipynb:cell 0:2:8: error: 'frobnicate_this' is not installed for" in done.stderr
    assert not (tmp_path / "notebook.kfp.py").exists()


def test_no_packages(kale, tmp_path):
    write_notebook(tmp_path / "notebook.ipynb", PACKAGES)
    done = kale("--nb", "notebook.ipynb", "--no_packages", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    compiled = compile_with_kfp(tmp_path / "notebook.kfp.py")
    assert all(names[0].startswith("kfp==") for names in requirements(compiled).values())
    run_with_kfp(compiled, tmp_path)
    done = kale("convert", "notebook.ipynb", "--no-packages", "--pin", folder=tmp_path)
    assert (done.returncode, done.stdout) == (64, "")
    assert "--no-packages" in done.stderr


def test_addresses_of_indexes(kale, tmp_path):
    text = (
        "# %% step:a\n!pip install -i https://i.example/simple --extra-index-url https://j.example/s"
        " --trusted-host j.example rich\n"
    )
    compiled = compile_with_kfp(kale.convert(write_notebook(tmp_path / "n.ipynb", text), tmp_path))
    assert (
        "--index-url https://i.example/simple --extra-index-url https://j.example/s"
        " --trusted-host j.example 'cloudpickle' 'ipython' 'rich' "
    ) in pip_commands(compiled)["a"]
