"""Variables that share objects in one step share them in the next, and only those."""
import os

import pytest


def same_file(flow, first, second):
    return os.path.samefile(str(flow.path(first)), str(flow.path(second)))


def test_a_change_through_a_container_is_seen_by_a_later_step(flow):
    flow.step("make", "a = [1]; b = [2]; data = [a, b]", outputs=["a", "b", "data"])
    flow.step(
        "change",
        "data[0].append(10); data.append('new')",
        inputs=["a", "b", "data"],
        outputs=["a", "b", "data"],
    )
    flow.step(
        "read",
        "assert a == [1, 10] and b == [2]\nassert data[0] is a and data[1] is b and len(data) == 3",
        inputs=["a", "b", "data"],
    )


def test_an_unchanged_input_can_be_handed_on(flow):
    flow.step("make", "a = [1]; data = {'a': a}", outputs=["a", "data"])
    flow.step("pass", "pass", inputs=["a", "data"], outputs=["a", "data"])
    flow.step("read", "assert data['a'] is a", inputs=["a", "data"])


def test_each_artifact_of_a_group_can_be_loaded_alone(flow):
    flow.step("make", "a = [1]; data = [a]", outputs=["a", "data"])
    assert same_file(flow, "a", "data")
    flow.step("first", "assert a == [1] and 'data' not in globals()", inputs=["a"])
    flow.step("second", "assert data == [[1]] and 'a' not in globals()", inputs=["data"])


SHARED = [
    ("one object", "x = {}; y = x", "x is y"),
    ("through a tuple", "s = []; x = (s, 1); y = (s, 2)", "x[0] is y[0]"),
    ("through attributes", "class P: pass\nx = P(); x.child = P(); y = x.child", "x.child is y and type(x) is type(y)"),
    ("bound method", "x = []; y = x.append", "y(1) is None and x == [1]"),
    ("closure", "def make():\n    n = [0]\n    return n, lambda: n.append(1)\nx, y = make()", "y() is None and x == [0, 1]"),
    ("nonlocal", "def make():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n    return up, lambda: n\nx, y = make(); x()",
     "x() is None and y() == 2"),
    ("default", "x = []\ndef y(v, seen=x):\n    seen.append(v)", "y(3) is None and x == [3]"),
    ("function in a table", "def x(): pass\ny = {'x': x}", "y['x'] is x"),
    ("model and optimizer", "class M:\n    def __init__(self):\n        self.w = [0.0]\nclass O:\n    def __init__(self, p):\n        self.p = p\nx = M(); y = O(x.w); y.p[0] = 1.0",
     "y.p is x.w and y.p.__setitem__(0, 5.0) is None and x.w == [5.0]"),
    ("class and instance", "class x:\n    pass\ny = x()", "type(y) is x and isinstance(y, x)"),
    ("subclass", "class B:\n    pass\nclass x(B):\n    def f(self):\n        return super().__repr__()\ny = B", "issubclass(x, y) and x().f()"),
    ("sentinel", "x = object(); y = [x]", "y[0] is x"),
]  # fmt: skip
VIEWS = [
    ("view of a base", "x = np.arange(9999.); y = x[10:20]", "np.shares_memory(x, y) and y[0] == 10"),
    ("base of a view", "y = np.arange(9999.).reshape(9, 1111); x = y.T", "np.shares_memory(x, y) and x[2, 1] == y[1, 2]"),
    ("overlapping views", "b = np.arange(9999); x = b[:600]; y = b[500:2000:3]", "np.shares_memory(x, y) and y[0] == 500"),
    ("reversed", "x = np.arange(9.); y = x[::-1]", "y.__setitem__(0, 5) is None and x[8] == 5"),
    ("field", "x = np.zeros(5, [('a', 'i4'), ('b', 'f8')]); y = x['b']", "y.fill(2) is None and x[3]['b'] == 2"),
    ("other type", "x = np.zeros(8, 'i8'); y = x.view('u1')", "y.fill(1) is None and x[0] == 0x0101010101010101"),
    ("objects", "x = np.array([[], {}, 1], dtype=object); y = x[::-1]", "y.__setitem__(0, 7) is None and x[2] == 7 and y[2] is x[0]"),
    ("in one variable", "a = np.arange(9.); x = (a, a[2:]); y = 1", "x[1].__setitem__(0, 5) is None and x[0][2] == 5"),
    ("read-only view", "x = np.arange(9); y = x[:]; y.flags.writeable = False",
     "not y.flags.writeable and x.flags.writeable and np.shares_memory(x, y)"),
]  # fmt: skip


@pytest.mark.parametrize("make, condition", [v[1:] for v in SHARED], ids=[v[0] for v in SHARED])
def test_sharing(flow, make, condition):
    flow.step("make", make, outputs=["x", "y"])
    flow.step("read", "assert " + condition, inputs=["x", "y"])
    flow.step("read reversed", "assert " + condition, inputs=["y", "x"])


@pytest.mark.parametrize("make, condition", [v[1:] for v in VIEWS], ids=[v[0] for v in VIEWS])
def test_shared_memory(flow, make, condition):
    pytest.importorskip("numpy")
    flow.prelude = [("imports", "import numpy as np")]
    flow.step("make", make, outputs=["x", "y"])
    flow.step("read", "assert x is not y and " + condition, inputs=["x", "y"])


@pytest.mark.parametrize("dtype", ["float64", "int32", "bool", "object"])
def test_numpy_takes_a_loaded_array_for_what_it_is(flow, dtype):
    flow.step("make", f"import numpy as np\nx = np.zeros(3, {dtype!r})", outputs=["x"])
    flow.step("read", f"import numpy as np\nassert np.asarray(x, np.dtype({dtype!r})) is x", inputs=["x"])


def test_the_metadata_of_a_dtype_stays(flow):
    flow.step("make", "import numpy as np\nd = np.dtype('f8', metadata={'unit': 'm'})", outputs=["d"])
    flow.step("read", "assert d.metadata == {'unit': 'm'}", inputs=["d"])


def test_parts_of_an_array_that_do_not_overlap_are_saved_apart(flow):
    pytest.importorskip("numpy")
    flow.step(
        "split",
        "import numpy as np\nall = np.arange(20000.)\ntrain, test = all[:15000], all[15000:]",
        outputs=["train", "test"],
    )
    assert flow.path("train").stat().st_size < 140000
    assert flow.path("test").stat().st_size < 60000


APART = [
    ("constants", "x = ['text', 1, (2, 3)]; y = ['text', 1, (2, 3)]"),
    ("library functions", "import math; x = [math.sqrt]; y = [math.sqrt]"),
    ("enum members", "import re; x = [re.I]; y = [re.I]"),
    ("times", "import datetime; z = datetime.timezone.utc; x = [z]; y = [z]"),
    ("element types", "import numpy as np; x = np.zeros(3); y = np.ones(3)"),
    ("frame and column", "import pandas as pd; df = pd.DataFrame({'a': [1., 2], 'b': ['u', 'v']})\nx = df.copy(); y = df['a'].copy()"),
    ("parts of a frame", "import pandas as pd; df = pd.DataFrame({'a': [1., 2], 'b': ['u', 'v']}, index=list('pq'))\nx = df[df.a > 1].copy(); y = df[df.a < 2].copy()"),
    ("frame and column with dates", "import pandas as pd; df = pd.DataFrame({'a': [1., 2]}, index=pd.date_range('2024', periods=2))\nx = df.copy(); y = df['a'].copy()"),
]  # fmt: skip


@pytest.mark.parametrize("make", [v[1] for v in APART], ids=[v[0] for v in APART])
def test_immutable_objects_do_not_bind_variables_together(flow, make):
    for library in ("numpy", "pandas"):
        if library in make:
            pytest.importorskip(library)
    flow.step("make", make, outputs=["x", "y"])
    assert not same_file(flow, "x", "y")


def test_pandas_keeps_its_own_rules_of_sharing(flow):
    """A write to a column shows in the frame exactly if it does in the notebook."""
    pytest.importorskip("pandas")
    make = """
        import pandas as pd, warnings
        warnings.simplefilter('ignore')
        df = pd.DataFrame({'a': [1., 2.], 'b': [3., 4.], 't': pd.date_range('2024', periods=2)})
        other = df.copy(deep=False)
        column = df['a']
        """
    change = """
        column.iloc[0] = 10.
        other.loc[1, 'b'] = 20.
        other.loc[1, 't'] = pd.Timestamp('2030')
        print(df.values.tolist(), other.values.tolist(), column.tolist())
        """
    flow.step("make", make, outputs=["df", "other", "column"])
    apart = flow.step(
        "change", "import pandas as pd", change, inputs=["df", "other", "column"]
    )
    assert apart == flow.step("whole", make, change)


def test_a_sharing_of_two_steps_back_is_found_again(flow):
    flow.step("make", "a = []; d = [a]", outputs=["a", "d"])
    flow.producer.pop("d")
    flow.producer["d"] = "make"
    flow.step("pass", "pass", inputs=["d"], outputs=["d"])
    flow.producer["a"] = "make"
    flow.step("read", "assert a == [] and d == [[]]", inputs=["a", "d"])
