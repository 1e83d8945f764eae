"""The oracles scopes and syntax: they agree with kale on cells of our own, and see what is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import ipython_text
import pytest

ORACLES = Path(__file__).parent
EXAMPLES = ORACLES.parents[1] / "examples"

CELLS = [
    "x = 1\nprint(x)",
    "def f(a, *b, c=x, **d):\n    global g\n    g = [a for a in b if (h := a)]\n    return lambda: (h, c)",
    "class C(Base):\n    k = 1\n    __p = [k for _ in k]\n\n    def m(self):\n        return super().m(self.__p, __q)",
    "async def f(xs):\n    async with xs as y:\n        yield {k: v async for k, v in y}",
    "try:\n    import a.b as c\nexcept ImportError as e:\n    del c, e\nawait c",
    "def f(v):\n    def g():\n        nonlocal v\n        match v:\n            case {'k': [x, *y], **z}:\n"
    "                return x, y, z",
    "%time y = f(x)\n!ls {y} $x \\\n  -l",
    "if a:\n    files = !ls\n    %timeit -n 1 f(files)\nelse:\n    a.b?",
    "%%time\n%matplotlib inline\nfor i in range(3):\n    %time s = i",
    "%%capture out\nx = !!ls\nprint(x)",
    "%%bash -s $x --out y\necho it's {",
    "%%timeit -n 1 a = 1\na + 1",
    ">>> x = 1\n>>> %time x\n... y",
    "In [1]: x = !ls\n   ...: print(x)",
    "\n    x = 1\n    !echo \"it's\n    ?x",
    "s = '''\n%time\n!ls\n'''\n!ls",
    "/f 1 2\n,f a b\n;f a b",
    "%%timeit # setup\nx\n%timeit -n 1 # why\n%time f(x)\u00a0 \nx = !!ls\u3000",
    ">>> %%writefile f\n... x\n>>> ",
    "pip install numpy",
    "%timeit -n 1 -r 1 print 'Python 2'",
    "print 'Python 2'",
    "%time (\n)",
    "  # indented\ns = '''\n  text'''",
    "",
]


def notebook(path: Path, cells) -> Path:
    content = {
        "nbformat": 4, "nbformat_minor": 5, "metadata": {},
        "cells": [
            {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source}
            for source in cells
        ],
    }
    path.write_text(json.dumps(content))
    return path


def run(oracle: str, tool: str, *paths: Path):
    return subprocess.run(
        [sys.executable, ORACLES / f"{oracle}.py", *paths], env={**os.environ, "KALE_ORACLE": tool},
        capture_output=True, text=True, timeout=100,
    )


def require_ipython(oracle: str):
    if oracle == "syntax" and not ipython_text.is_usable():
        pytest.skip("needs IPython 8")


@pytest.mark.parametrize("oracle", ["scopes", "syntax"])
def test_kale_agrees(oracle, kale_oracle, tmp_path):
    require_ipython(oracle)
    folder = tmp_path / "of notebooks"
    folder.mkdir()
    notebook(folder / "twice.ipynb", CELLS)
    notebook(folder / "one.ipynb", CELLS)
    done = run(oracle, kale_oracle, folder, EXAMPLES)
    assert done.returncode == 0, done.stdout + done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first.split() == ["5", "notebooks"] and last == f"{oracle}: 0 differences"


def test_a_notebook_that_cannot_be_read_is_named(kale_oracle, tmp_path):
    broken = tmp_path / "broken.ipynb"
    broken.write_text("{")
    done = run("scopes", kale_oracle, broken)
    assert done.returncode == 0
    assert f"{broken}: left out: " in done.stderr


# What kale-oracle says of a cell, and what the oracle must find in it.
GOOD = {
    "notebook": "n.ipynb", "cell": 4, "source": "x = 1\n!ls", "strayed": [],
    "shell": "x = 1\nget_ipython().system('ls')\n", "python": "x = 1\nget_ipython().system()",
    "scopes": {"count": 1, "names": 1, "differences": []},
}
SCOPES = {"count": 2, "names": 3, "differences": [
    {"line": 3, "scope": "function f", "ours": ["x local"], "cpython": ["x global"]}]}
PRINT = {"source": "%time print 1", "shell": "get_ipython().run_line_magic('time', 'print 1')"}
PLAIN = {"source": "In [1]: x", "python": "In [1]: x", "shell": "x\n"}


@pytest.mark.parametrize(("oracle", "change", "found"), [
    ("scopes", {}, []),
    ("scopes", {"scopes": SCOPES}, ["3: function f: kale has x local, CPython has x global"]),
    ("syntax", {}, []),
    ("syntax", {"shell": "x = 1\n!ls\n"}, ["1: IPython makes "]),
    ("syntax", {"shell": "x = 1\nget_ipython().system('l')\n"}, ["2: IPython makes "]),
    ("syntax", {"shell": "x = 1\n"}, ["2: IPython makes "]),
    ("syntax", {"python": "x = 2\nget_ipython().system()"}, ["1: IPython makes "]),
    ("syntax", {"python": None, "error": "invalid syntax"}, ["1: kale refuses it: invalid syntax"]),
    ("syntax", PLAIN, ["1: IPython makes "]),
    ("syntax", {"source": "a b", "shell": "a b"}, ["1: kale reads it, but IPython refuses it"]),
    ("syntax", {"source": "a b", "shell": "a c", "python": None}, ["1: IPython makes "]),
    ("syntax", {"source": "a b", "shell": "a b", "python": None}, []),
    ("syntax", {"source": "=%'''", "shell": "", "python": "x"}, ["1: kale reads it, but IPython refuses it"]),
    ("syntax", {**PRINT, "python": "x"}, ["1: kale reads it, but IPython refuses it"]),
    ("syntax", {"source": "pip install a", "shell": "pip install a"}, []),
    ("syntax", {**PRINT, "python": None, "error": "Python 2"}, []),
    ("syntax", {"strayed": ["x at 1:0"]}, ["1: the place of x at 1:0 leads to other text"]),
])
def test_a_difference_is_found(oracle, change, found, tmp_path):
    require_ipython(oracle)
    tool = tmp_path / "tool"
    tool.write_text(f"#!{sys.executable}\nprint({json.dumps({**GOOD, **change})!r})\n")
    tool.chmod(0o755)
    done = run(oracle, str(tool), tmp_path)
    lines = done.stdout.splitlines()
    assert lines[-1] == f"{oracle}: {len(found)} differences", done.stdout + done.stderr
    for line, start in zip(lines, found):
        assert line.startswith(f"n.ipynb:cell 4:{start}")
    assert done.returncode == (1 if found else 0)
