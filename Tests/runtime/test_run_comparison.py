"""What `kale verify` makes of values: two processes leave them, a third compares."""
import json
import os
import shutil
import subprocess
import sys
import textwrap

import pytest

from harness import RUNTIME, SOURCES

RESOURCES = SOURCES / "kale/Resources"


class Runs:
    def __init__(self, directory):
        self.directory = directory
        shutil.copy(RUNTIME, directory / "step_runtime.py")
        shutil.copy(RESOURCES / "verify_observer.py", directory / "observer.py")

    def run(self, name, *cells, seed=0, **options):
        """Run cells of code; the folder of what they leave. They may fail."""
        folder = self.directory / name
        folder.mkdir()
        described = [
            {"index": i, "source": textwrap.dedent(source), "kind": "step", "ipython": False}
            for i, source in enumerate(cells)
        ]
        plan = {"name": name, "cells": described, "cwd": str(folder), **options}
        (folder / "step.json").write_text(json.dumps(plan))
        with open(folder / "stdout.txt", "ab") as out:
            self.status = subprocess.run(
                [sys.executable, self.directory / "observer.py", folder / "step.json"],
                stdout=out,
                stderr=subprocess.PIPE,
                env={**os.environ, "KALE_VERIFY_SEED": str(seed), "PYTHONHASHSEED": str(seed)},
            ).returncode
        return str(folder)

    def compare(self, whole, step, repeats=(), tolerance=1e-9):
        plan = {
            "tolerance": tolerance,
            "whole": whole,
            "repeats": list(repeats),
            "parameters": {},
            "cells": [],
            "steps": [{"name": "s", "folder": step, "cells": [0], "status": "succeeded", "why": None}],
        }
        file = self.directory / "plan.json"
        file.write_text(json.dumps(plan))
        command = [sys.executable, str(RESOURCES / "verify_comparer.py"), str(file)]
        return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)

    def verdicts(self, *arguments, **options):
        found = self.compare(*arguments, **options)
        return {v["name"]: v["verdict"] for v in found["variables"]}


@pytest.fixture
def runs(tmp_path):
    return Runs(tmp_path)


PRELUDE = """
import array, collections, dataclasses, datetime, decimal, enum, fractions, functools, io, itertools
import re, threading, types
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
class Box:
    def __init__(self, *held): self.held = held
class Slots:
    __slots__ = "a"
    def __init__(self, a): self.a = a
class Words(list): pass
class Color(enum.Enum):
    RED = 1
    BLUE = 2
Point = collections.namedtuple("Point", "x y")
def twice(x, n=2): return x * n
def closing(x): return lambda: x
@dataclasses.dataclass
class Pair:
    left: list
    right: int = dataclasses.field(default=3, metadata={"unit": "m"})
cycle = []
cycle.append(cycle)
deep = []
for _ in range(100_000): deep = [deep]
"""

# Each makes two values of their own that are equal.
VALUES = """
None; True; 7; 1 << 5000; 0.1; float("nan"); 1j; "text"; b"bytes"; bytearray(b"x"); ...; range(3)
[1, [2, "x"]]; (1, 2); {"a": 1, (1, 2): [3]}; {"b", "a", 3}; frozenset([(1, "x"), (2, "y")])
collections.OrderedDict(a=1); collections.defaultdict(list, a=[1]); collections.deque([1], 3)
collections.Counter("hello"); array.array("d", [1, 2]); Point(1, [2]); Box(1, "x"); Slots([1])
Words("ab"); {Box(1), Box(2)}; Color.RED; Pair([1], 2); Pair
types.MappingProxyType({"a": [1]}); twice; closing([1]); functools.partial(twice, n=3)
Box(1).__init__; len; Box; datetime.datetime(2020, 1, 2); decimal.Decimal("1.5"); fractions.Fraction(1, 3)
re.compile("a+"); io.StringIO("x"); itertools.count(3); ValueError("x", 1); object; cycle; deep
np.arange(6).reshape(2, 3); np.array([1.5, np.nan]); np.float32(0.1); np.array(["a", None], object)
np.array([(1, 2.0)], dtype="i4,f8"); np.datetime64("2020-01-01"); np.dtype("f8"); np.random.RandomState(3)
np.random.default_rng(5); np.ma.array([1, 2], mask=[0, 1]); np.zeros((0, 3)); np.array(5)
pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": pd.Categorical(["u", "v"])}); pd.Series([1.5, None], name="s")
pd.Index([1, 2]); pd.MultiIndex.from_tuples([("a", 1)]); pd.date_range("2020", periods=3, tz="UTC")
pd.array([1, None], dtype="Int64"); pd.Timestamp("2020"); pd.NA; pd.NaT; pd.Timedelta(5, "s")
LinearRegression().fit([[0.0], [1.0]], [0.0, 1.0])
"""

DIFFERENT = [
    ("1", "1.0"),
    ("1", "True"),
    ("0.1", "0.1001"),
    ("'a'", "'b'"),
    ("[1, 2]", "[1, 3]"),
    ("[1, 2]", "[1]"),
    ("[1]", "(1,)"),
    ("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
    ("{'a': 1}", "{'a': 2}"),
    ("{1, 2}", "{1, 3}"),
    ("Box(1)", "Box(2)"),
    ("Slots(1)", "Slots(2)"),
    ("Color.RED", "Color.BLUE"),
    ("lambda: 1", "lambda: 2"),
    ("closing(1)", "closing(2)"),
    ("b'x'", "b'y'"),
    ("np.arange(3)", "np.arange(4)"),
    ("np.arange(3)", "np.arange(3.0)"),
    ("np.array([1.0, 2.0])", "np.array([1.0, 2.1])"),
    ("np.array([1.0, np.nan])", "np.array([1.0, 2.0])"),
    ("np.random.RandomState(1)", "np.random.RandomState(2)"),
    ("pd.DataFrame({'a': [1]})", "pd.DataFrame({'a': [2]})"),
    ("pd.DataFrame({'a': [1]})", "pd.DataFrame({'b': [1]})"),
    ("pd.DataFrame({'a': [1]}, [5])", "pd.DataFrame({'a': [1]}, [6])"),
    ("pd.Series(['a', None])", "pd.Series(['a', 'b'])"),
    ("pd.Categorical(['a'], ['a', 'b'])", "pd.Categorical(['a'], ['a'])"),
    ("LinearRegression()", "LinearRegression(fit_intercept=False)"),
    ("datetime.date(2020, 1, 1)", "datetime.date(2020, 1, 2)"),
]


def assignments(sources):
    return "".join("v%d = %s\n" % pair for pair in enumerate(sources))


def test_equal_values(runs):
    """In processes that order sets otherwise."""
    sources = [v.strip() for line in VALUES.strip().splitlines() for v in line.split(";")]
    code = PRELUDE + assignments(sources)
    one, other = runs.run("one", code), runs.run("other", code, seed=1)
    found = runs.compare(one, other)
    names = {v["name"]: (v["verdict"], v["why"]) for v in found["variables"]}
    wrong = {s: names["v%d" % n] for n, s in enumerate(sources) if names["v%d" % n][0] != "equal"}
    assert wrong == {}
    assert set(names.values()) == {("equal", None)}
    assert found["sharing"] == []


def test_different_values(runs):
    one = runs.run("one", PRELUDE + assignments([left for left, _ in DIFFERENT]))
    other = runs.run("other", PRELUDE + assignments([right for _, right in DIFFERENT]))
    names = runs.verdicts(one, other)
    assert [pair for n, pair in enumerate(DIFFERENT) if names["v%d" % n] != "different"] == []


def test_places_of_differences(runs):
    code = """
    import numpy as np, pandas as pd
    x = {"a": [1, {"b": %s}]}
    y = np.arange(12.0).reshape(3, 4); y[1, 2] += %s; y[2, 0] += %s
    z = pd.DataFrame({"p": [1.0, 2.0], "q": [3, %s]})
    """
    one, other = (runs.run(f"run{n}", code % (n, n, n, n)) for n in range(2))
    found = {v["name"]: v["differences"] for v in runs.compare(one, other)["variables"]}
    places = {n: [(d["path"], d["notebook"], d["pipeline"]) for d in ds] for n, ds in found.items()}
    assert places == {
        "x": [("x['a'][1]['b']", "0", "1")],
        "y": [("y", "[1, 2]: 6.0", "[1, 2]: 7.0, and 1 more differ")],
        "z": [("z['q']", "[1]: 0", "[1]: 1")],
    }


def test_tolerance(runs):
    code = """
    import numpy as np
    x = 0.1 + %(n)s * 1e-12
    zero = %(n)s * 1e-17
    big = np.array([1e6, %(n)s * 1e-7])
    single = np.float32(0.1) + np.float32(%(n)s * 1e-8)
    whole = np.array([5 + %(n)s])
    """
    one, other = (runs.run(f"run{n}", code % {"n": n}) for n in range(2))
    close = dict.fromkeys(["x", "zero", "big", "single"], "close")
    assert runs.verdicts(one, other) == {**close, "whole": "different"}
    exact = runs.verdicts(one, other, tolerance=0)
    assert exact["x"] == exact["zero"] == exact["big"] == "different"


@pytest.mark.parametrize(
    "shared, apart, paths",
    [
        ("a = [1]; b = a", "a = [1]; b = [1]", ("a", "b")),
        ("a = [1]; b = {'k': a}", "a = [1]; b = {'k': [1]}", ("a", "b['k']")),
        ("a = [[1]] * 2", "a = [[1], [1]]", ("a[1]", "a[0]")),
        ("import numpy as np; a = np.arange(4); b = a[1:]",
         "import numpy as np; a = np.arange(4); b = a[1:].copy()", ("a", "b")),
        ("class A: pass\na = A()", "class A: pass\na = A()\nclass A: pass", ("A", "a.__class__")),
        ("def f(l): return lambda: l\na = []; b = f(a)",
         "def f(l): return lambda: l\na = []; b = f([])", ("a", "b.l")),
    ],
)  # fmt: skip
def test_sharing(runs, shared, apart, paths):
    one, other = runs.run("one", shared), runs.run("other", apart)
    (found,) = runs.compare(one, other)["sharing"]
    assert (found["first"], found["second"]) == paths
    assert (found["together"], found["verdict"]) == ("notebook", "different")
    (found,) = runs.compare(other, one)["sharing"]
    assert found["together"] == "pipeline"
    assert runs.compare(one, one)["sharing"] == []


def test_what_cannot_be_compared(runs):
    code = """
    import threading, sys
    g = (n for n in [1])
    lock = {"here": [threading.Lock()]}
    file = sys.stdin
    """
    one, other = runs.run("one", code), runs.run("other", code)
    found = {v["name"]: (v["verdict"], v["why"]) for v in runs.compare(one, other)["variables"]}
    assert found["g"] == ("incomparable", "a generator has no value to compare")
    assert found["file"] == ("incomparable", "an open file")
    assert found["lock"][0] == "incomparable"
    assert found["lock"][1].startswith("lock['here'][0]: its content can't be read: cannot pickle")


def test_only_what_is_unsteady_is_excused(runs):
    code = """
    x = {"unsteady": %s, "steady": %s}
    print(%s)
    print(%s)
    """
    one = runs.run("one", code % (1, 1, 1, 1))
    again = runs.run("again", code % (2, 1, 2, 1))
    fine, wrong = runs.run("fine", code % (3, 1, 3, 1)), runs.run("wrong", code % (3, 2, 3, 2))
    for step, verdict in (fine, "unreproducible"), (wrong, "different"):
        found = runs.compare(one, step, [again])
        assert found["variables"][0]["verdict"] == found["cells"][0]["verdict"] == verdict
    assert [d["path"] for d in found["variables"][0]["differences"]] == ["x['steady']"]
    assert found["cells"][0]["difference"]["path"] == "line 2"


def test_output(runs):
    code = """
    import subprocess
    class Plain: pass
    print(Plain(), 0.1 + %s, flush=True)
    _ = subprocess.run(["echo", "child"])
    """
    one = runs.run("one", code % 0, "print('b')")
    other = runs.run("other", code % "1e-15", "print('c')")
    found = {c["cell"]: c for c in runs.compare(one, other)["cells"]}
    assert found[0]["verdict"] == "close"
    assert found[1]["difference"]["notebook"] == "b"
    assert (runs.directory / "one/stdout.txt").read_text().splitlines()[1:] == ["child", "b"]


def test_failing_alike_and_alone(runs):
    one = runs.run("one", "x = 1", "print(x); 1 / 0", "y = 2")
    assert runs.status == 1
    same = runs.run("same", "x = 1", "print(x); 1 / 0", "y = 2")
    fine = runs.run("fine", "x = 1", "print(x)", "y = 2")
    found = runs.compare(one, fine)
    assert [(f["step"], f["cell"], f["verdict"]) for f in found["failures"]] == [(None, 1, "different")]
    assert runs.verdicts(one, same) == {"x": "equal"}


def test_generators_start_from_the_seed(runs):
    code = "import random, numpy as np\nx = random.random(); y = np.random.rand(3)"
    one, same, other = (runs.run(n, code, seed=s) for n, s in (("a", 0), ("b", 0), ("c", 1)))
    assert set(runs.verdicts(one, same).values()) == {"equal"}
    assert set(runs.verdicts(one, other).values()) == {"different"}
