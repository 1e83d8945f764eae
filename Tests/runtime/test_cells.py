"""A step's code runs as the notebook's cells run."""
import json
import pathlib
import random
import re
import shutil
import sys

import cloudpickle
import pytest

from harness import IPython

# name, cells; each must run without an error
CODE = [
    ("main module", "assert __name__ == '__main__'\nimport sys\nassert vars(sys.modules['__main__']) is globals()"),
    ("globals write", "globals()['n'] = 1\nassert n == 1"),
    ("star import", "from math import *\nassert sqrt(4) == 2"),
    ("class scope", "x = 1\nclass C:\n    x = x + 1\n    y = [x for _ in 'a']\nassert C.x == 2 and C.y == [1]"),
    ("global statement", "def f():\n    global g\n    g = 4\nf()\nassert g == 4"),
    ("pickle of a class", "class P: pass", "import pickle\nassert type(pickle.loads(pickle.dumps(P()))) is P"),
    ("await", "import asyncio\nawait asyncio.sleep(0)\nx = await asyncio.sleep(0, 5)\nassert x == 5"),
    ("async for and with", "async def g():\n    yield 1\nasync for i in g():\n    pass\nassert i == 1 and [j async for j in g()] == [1]"),
    ("one event loop", "import asyncio\nasync def w():\n    await asyncio.sleep(0)\n    return 7\nt = asyncio.ensure_future(w()) if False else None\nasync def start():\n    return asyncio.ensure_future(w())\nt = await start()",
     "assert await t == 7"),
    ("future flags last", "from __future__ import annotations", "def f(a: undefined): pass\nassert f.__annotations__ == {'a': 'undefined'}"),
    ("last value", "1 + 1", "assert _ == 2"),
    ("display", "display({'a': 1})"),
    ("exit without a status", "import sys\nsys.exit()\nassert False", "after = 1"),
    ("exit with status 0", "raise SystemExit(0)", "after = 1"),
    ("multiprocessing", "import multiprocessing as mp\ndef sq(x):\n    return x * x", "with mp.get_context('fork').Pool(1) as p:\n    assert p.map(sq, [3]) == [9]"),
    ("empty cell", "", "# only a comment\n"),
    ("cr lf", "a = 1\r\nb = 2\r\nassert a + b == 3"),
    ("not in ascii", "gr\u00f6\u00dfe = '\u20ac'\nassert gr\u00f6\u00dfe == '\u20ac'"),
    ("no name of the runtime", "assert not [n for n in globals() if not n.startswith('__')]"),
    ("future does not leak", "def f(a: int): pass\nassert f.__annotations__ == {'a': int}"),
    ("main guard", "if __name__ == '__main__':\n    ran = 1", "assert ran"),
    ("arguments", "import sys\nassert sys.argv[1:] == [] and sys.path[0] == ''"),
]  # fmt: skip


@pytest.mark.parametrize("cells", [c[1:] for c in CODE], ids=[c[0] for c in CODE])
def test_cells(flow, cells):
    flow.step("run", *cells)


ECHO = [
    ("expression", "1 + 1", "2\n"),
    ("text", "'a'", "'a'\n"),
    ("none", "None", ""),
    ("semicolon", "1 + 1;", ""),
    ("semicolon and comment", "f = int\nf(5) ;  # quiet\n", ""),
    ("comment with a semicolon", "5  # not quiet;", "5\n"),
    ("semicolon in a string", "'a;'", "'a;'\n"),
    ("semicolon in parentheses", "('a'\n);", ""),
    ("after another statement", "a = 1; a", "1\n"),
    ("not the last", "1\na = 2", ""),
    ("awaited", "import asyncio\nawait asyncio.sleep(0, 'x')", "'x'\n"),
    ("a broken repr", "class B:\n    def __repr__(self):\n        raise ValueError\nB()", ""),
    ("display", "display(1, 'b')", "1\n'b'\n"),
    ("umlauts before", "x = '\u00e4\u00f6'; '\u00fc'", "'\u00fc'\n"),
    ("umlauts and semicolon", "'\u00fc\u00e4';", ""),
]  # fmt: skip


@pytest.mark.parametrize("source, shown", [e[1:] for e in ECHO], ids=[e[0] for e in ECHO])
def test_the_last_value_is_shown(flow, source, shown):
    assert flow.step("run", source) == shown


def test_the_order_of_a_step(make_flow):
    flow = make_flow(imports=["order = ['imports', lr]"], functions=["order.append('functions')\nx = 1"])
    flow.step("make", "x = 2", outputs=["x"], parameters={"lr": 0.5})
    plan = dict(inputs=["x"], parameters={"lr": 0.5}, imports=["import json as j"])
    flow.step("use", "assert order == ['imports', 0.5, 'functions'] and x == 2 and j.dumps(1)", **plan)


def test_imports_cells_precede_functions_cells_wherever_they_stand(make_flow):
    flow = make_flow()
    flow.prelude = [("functions", "y = x"), ("imports", "x = 1")]
    flow.step("use", "assert y == 1")


FAILURES = [
    ("exception", "a = 1\n1 / 0", 'Traceback (most recent call last):\n  File "<titanic.ipynb cell 0>", line 2, in <module>\n    1 / 0\n'),
    ("syntax error", "a = 1\nb = = 2", '  File "<titanic.ipynb cell 0>", line 2\n    b = = 2\n'),
    ("late syntax error", "return 1", '  File "<titanic.ipynb cell 0>", line 1\n'),
    ("in a function", "def f():\n    raise KeyError('k')\nf()", 'line 3, in <module>\n    f()\n'),
    ("after await", "import asyncio\nawait asyncio.sleep(0)\n{}['k']", '  File "<titanic.ipynb cell 0>", line 3, in <module>'),
    ("exit with a status", "raise SystemExit(3)", "SystemExit: 3"),
    ("exit with a message", "import sys\nsys.exit('no data')", "SystemExit: no data"),
    ("chained", "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('v') from e", "The above exception was the direct cause"),
    ("undefined", "undefined_name", "NameError: name 'undefined_name' is not defined"),
]  # fmt: skip


@pytest.mark.parametrize("source, shown", [f[1:] for f in FAILURES], ids=[f[0] for f in FAILURES])
def test_a_traceback_shows_the_cell_and_nothing_of_the_runtime(flow, source, shown):
    error = flow.fail("run", source, outputs=["a"])
    assert shown in error
    assert "step_runtime" not in error and "asyncio" not in error.replace("import asyncio", "")


MAGIC = [
    ("shell", "!echo $((1 + 1))", "2\n"),
    ("shell into a name", "files = !echo one\nprint(files[0])", "one\n"),
    ("line magic", "%time x = 5\nassert x == 5", None),
    ("cell magic", "%%capture out\nprint('hidden')", ""),
    ("bash", "%%bash\necho hello", "hello\n"),
    ("matplotlib", "%matplotlib inline\nimport sys\nassert 'ipykernel' not in sys.modules", ""),
    ("value", "%timeit -n1 -r1 pass\n2 + 3", None),
    ("help", "len?", None),
    ("await", "!true\nimport asyncio\nawait asyncio.sleep(0, 'w')", "'w'\n"),
    ("indented", "    y = 1\n    print(y)", "1\n"),
]  # fmt: skip


@pytest.mark.parametrize("source, shown", [m[1:] for m in MAGIC], ids=[m[0] for m in MAGIC])
def test_ipython_cell(flow, source, shown):
    pytest.importorskip("IPython")
    if source.startswith("%matplotlib"):
        pytest.importorskip("matplotlib")
    out = flow.step("run", "before = [1]", IPython(source), "assert before == [1]", outputs=["before"])
    assert shown is None or out == shown
    assert "\033" not in out


def test_ipython_cells_share_the_namespace_and_travel(flow):
    pytest.importorskip("IPython")
    cells = IPython("!true\nclass A:\n    pass\ndef f():\n    return A()"), "a = f()"
    flow.step("make", *cells, outputs=["a", "A", "f"])
    flow.step("use", "assert type(a) is A and type(f()) is A", inputs=["f", "A", "a"])


def test_future_flags_pass_between_python_and_ipython_cells(flow):
    pytest.importorskip("IPython")
    flow.step(
        "run",
        "from __future__ import annotations",
        IPython("!true\ndef f(a: undefined): pass"),
        "def g(a: undefined): pass",
    )


IPYTHON_FAILURES = [
    ("exception", "!true\n1 / 0", 'Traceback (most recent call last):\n  File "<titanic.ipynb cell 0>", line 2'),
    ("syntax error", "!true\nb = = 2", 'File "<titanic.ipynb cell 0>", line 2'),
    ("unknown magic", "%nosuchmagic", ""),
    ("exit", "!true\nraise SystemExit(4)", "SystemExit: 4"),
]  # fmt: skip


@pytest.mark.parametrize(
    "source, shown", [f[1:] for f in IPYTHON_FAILURES], ids=[f[0] for f in IPYTHON_FAILURES]
)
def test_an_error_in_an_ipython_cell_fails_the_step(flow, source, shown):
    pytest.importorskip("IPython")
    error = flow.fail("run", IPython(source)) if shown else ""
    assert shown in error and "step_runtime" not in error and "run_code" not in error
    assert error.count("Traceback") <= 1


def test_without_ipython_the_message_names_the_cell(flow):
    hidden = flow.directory / "hidden" / "IPython"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError('not here')")
    error = flow.fail("run", IPython("!true"), env={"PYTHONPATH": str(hidden.parent)})
    assert "cannot run cell 0: it uses IPython syntax" in error and "add ipython" in error
    assert "Traceback" not in error


def test_without_cloudpickle_the_copy_of_joblib_serves(flow):
    hidden = flow.directory / "hidden"
    own = hidden / "joblib" / "externals" / "cloudpickle"  # as joblib had it until 1.5
    shutil.copytree(pathlib.Path(cloudpickle.__file__).parent, own)
    for package in (own.parent, own.parent.parent):
        (package / "__init__.py").touch()
    for file in own.glob("*.py"):
        file.write_text(re.sub(r"^(from|import) cloudpickle\b", r"\1 joblib.externals.cloudpickle",
                               file.read_text(), flags=re.MULTILINE))  # fmt: skip
    (hidden / "cloudpickle.py").write_text("raise ImportError('not here')")
    env = {"PYTHONPATH": str(hidden)}
    make = "class A:\n    pass\na = A()\nf = lambda: A"
    flow.step("make", make, outputs=["a", "f"], env=env)
    flow.step("use", "assert type(a) is f()", inputs=["a", "f"])
    flow.step("make", make, outputs=["a", "f"])
    flow.step("use", "assert type(a) is f()", inputs=["a", "f"], env=env)


def test_without_any_cloudpickle_the_message_says_what_to_install(flow):
    hidden = flow.directory / "hidden"
    hidden.mkdir()
    for name in ("cloudpickle", "joblib"):
        (hidden / (name + ".py")).write_text("raise ImportError('not here')")
    assert "pip install cloudpickle" in flow.fail("run", "", env={"PYTHONPATH": str(hidden)})


def test_metrics(flow):
    path = flow.directory / "metrics.json"
    cells = "accuracy = 1\nloss = float('nan')\nflag = True"
    flow.step("run", cells, metrics=["accuracy", "loss", "flag"], metrics_path=str(path))
    assert json.loads(path.read_text()) == {"accuracy": 1.0, "loss": None, "flag": 1.0}
    error = flow.fail("run", "", metrics=["accuracy"])
    assert error == "kale: step 'run' has no variable for the metric 'accuracy'\n"
    error = flow.fail("run", "accuracy = 'high'", metrics=["accuracy"])
    assert "step 'run' has no number for the metric 'accuracy': ValueError" in error


STATE = [
    ("random", "import random\nrandom.seed(1)\nrandom.random();", "import random\nprint(random.random())"),
    ("numpy", "import numpy as np\nnp.random.seed(1)\nnp.random.rand();", "import numpy as np\nprint(np.random.rand())"),
    ("environment", "import os\nos.environ['KALE_X'] = '1'\nos.environ.pop('KALE_Y');", "import os\nprint(os.environ['KALE_X'], 'KALE_Y' in os.environ)"),
    ("directory", "import os\nos.makedirs('sub', exist_ok=True)\nos.chdir('sub')", "import os\nprint(os.getcwd())"),
]  # fmt: skip


@pytest.mark.parametrize("make, use", [s[1:] for s in STATE], ids=[s[0] for s in STATE])
def test_ambient_state_goes_along(flow, make, use):
    if "numpy" in make:
        pytest.importorskip("numpy")
    env, options = {"KALE_Y": "1"}, {"imports": [use.splitlines()[0]]}
    whole = flow.step("whole", make, use, env=env)
    flow.step("make", make + "\nx = 1", outputs=["x"], env=env)
    flow.step("pass", "x = 2", inputs=["x"], outputs=["x"], env=env, **options)
    assert flow.step("use", use, inputs=["x"], env=env, **options) == whole


@pytest.mark.parametrize("inputs", [["a", "b"], ["b", "a"]], ids=str)
def test_where_branches_meet_the_later_of_them_counts(flow, inputs):
    """Later in the notebook, in whatever order they ran; what only the other has changed is kept."""
    flow.cells = 5
    flow.step("right", "import random, os\nrandom.seed(2)\nos.environ['SIDE'] = 'right'\nb = 1", outputs=["b"])
    flow.cells = 2
    flow.step("left", "import random, os\nrandom.seed(1)\nos.environ.update(SIDE='left', LEFT='1')\na = 1", outputs=["a"])
    flow.cells = 7
    out = flow.step("join", "import random, os\nprint(random.random(), os.environ['SIDE'], os.environ['LEFT'])", inputs=inputs)
    assert out == "%r right 1\n" % random.Random(2).random()


def test_a_seed_in_the_prelude_does_not_start_again(make_flow):
    flow = make_flow(imports=["import random\nrandom.seed(3)"])
    whole = flow.step("whole", "print(random.random())", "print(random.random())")
    first = flow.step("make", "print(random.random())\nx = 1", outputs=["x"])
    assert first + flow.step("use", "print(random.random())", inputs=["x"]) == whole


def test_run_in_process_leaves_nothing_behind(tmp_path):
    """As a component calls it: with a module that was registered by name."""
    from harness import RUNTIME
    import builtins
    import types

    module = types.ModuleType("kale_runtime")
    sys.modules["kale_runtime"] = module
    try:
        exec(compile(RUNTIME.read_text(), "kale_runtime.py", "exec"), vars(module))
        before = sys.modules["__main__"], sys.displayhook, set(vars(builtins))
        step = module.Step("make", notebook="n.ipynb")
        step.cell(0, "def f():\n    return x\nx = 5\naccuracy = 0.5")
        step.output("f", str(tmp_path / "f"))
        logged = {}
        step.metric("accuracy", logged.__setitem__)
        step.metric("x", None)
        step.run()
        assert logged == {"accuracy": 0.5}
        assert before == (sys.modules["__main__"], sys.displayhook, set(vars(builtins)))
        step = module.Step("use")
        step.input("f", str(tmp_path / "f"), producer="make")
        step.cell(0, "import sys\nassert f() == 5\nassert f.__globals__ is globals()")
        step.run()
        step = module.Step("fail")
        step.cell(0, "1 / 0")
        with pytest.raises(ZeroDivisionError):
            step.execute()
        with pytest.raises(SystemExit) as raised:
            step.run()
        assert raised.value.code == 1 and type(raised.value.__cause__) is ZeroDivisionError
        assert before == (sys.modules["__main__"], sys.displayhook, set(vars(builtins)))
    finally:
        del sys.modules["kale_runtime"]
