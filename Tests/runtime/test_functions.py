"""Functions and classes of the notebook behave in the next step as they did at home."""
import pytest

# name, cells that make `f`, the cell of the next step
TRAVEL = [
    ("recursion", "def f(n):\n    return 1 if n < 2 else n * f(n - 1)", "assert f(5) == 120"),
    ("mutual recursion", "def even(n):\n    return n == 0 or odd(n - 1)\ndef odd(n):\n    return n > 0 and even(n - 1)\nf = even",
     "assert f(10) and not f(7)"),
    ("global constant", "scale = 3\ndef f(x):\n    return x * scale", "assert f(2) == 6"),
    ("later rebinding", "scale = 3\ndef f(x):\n    return x * scale", "scale = 5\nassert f(2) == 10"),
    ("writes a global", "def f():\n    global seen\n    seen = 1", "f()\nassert seen == 1"),
    ("helper of a helper", "k = 2\ndef h(x):\n    return x + k\ndef g(x):\n    return h(x)\ndef f(x):\n    return g(x)", "assert f(1) == 3"),
    ("module", "import math as m\ndef f(x):\n    return m.sqrt(x)", "assert f(4) == 2"),
    ("submodule", "import xml.dom.minidom\ndef f():\n    return xml.dom.minidom.parseString('<a/>').toxml()", "assert '<a/>' in f()"),
    ("name used in an inner function", "k = 4\ndef f():\n    return [(lambda: k)() for _ in 'ab']", "assert f() == [4, 4]"),
    ("name used in an inner class", "k = 4\ndef f():\n    class C:\n        v = k\n    return C.v", "assert f() == 4"),
    ("defaults", "def f(a, b=[1], *, c={'x': 2}):\n    return a, b, c", "assert f(0) == (0, [1], {'x': 2})"),
    ("attributes", "def f(): pass\nf.tag = [1]", "assert f.tag == [1]"),
    ("docstring and signature", "def f(a: int, *b, c=1) -> str:\n    'doc'",
     "import inspect\nassert f.__doc__ == 'doc' and str(inspect.signature(f)) == '(a: int, *b, c=1) -> str'"),
    ("source", "def f():\n    return 1  # one", "import inspect\nassert '# one' in inspect.getsource(f)"),
    ("decorated", "import functools\ndef twice(g):\n    @functools.wraps(g)\n    def w(*a):\n        return g(*a) * 2\n    return w\n@twice\ndef f(x):\n    return x",
     "assert f(3) == 6 and f.__name__ == 'f'"),
    ("lru_cache", "import functools\n@functools.lru_cache(maxsize=9)\ndef f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)",
     "assert f(30) == 832040 and f.cache_info().maxsize == 9"),
    ("generator function", "def f():\n    yield from 'ab'", "assert list(f()) == ['a', 'b']"),
    ("coroutine function", "async def f():\n    return 3", "assert await f() == 3"),
    ("async generator", "async def f():\n    yield 3", "assert [x async for x in f()] == [3]"),
    ("partial", "import functools\nk = 3\ndef g(a, b):\n    return a * b + k\nf = functools.partial(g, 2)", "assert f(5) == 13"),
    ("closure over itself", "def make():\n    def inner(n):\n        return 0 if n == 0 else 1 + inner(n - 1)\n    return inner\nf = make()", "assert f(4) == 4"),
    ("context manager", "import contextlib\n@contextlib.contextmanager\ndef f():\n    yield 5", "with f() as v:\n    assert v == 5"),
    ("method uses a global", "k = 7\nclass f:\n    def m(self):\n        return k", "assert f().m() == 7\nk = 8\nassert f().m() == 8"),
    ("property, static and class methods", "class f:\n    @property\n    def p(self):\n        return 1\n    @staticmethod\n    def s():\n        return 2\n    @classmethod\n    def c(cls):\n        return cls",
     "assert f().p == 1 and f.s() == 2 and f.c() is f"),
    ("super", "class B:\n    def m(self):\n        return 1\nclass f(B):\n    def m(self):\n        return super().m() + 1", "assert f().m() == 2"),
    ("abstract class", "import abc\nclass f(abc.ABC):\n    @abc.abstractmethod\n    def m(self): ...", "try:\n    f()\nexcept TypeError:\n    pass\nelse:\n    assert 0"),
    ("metaclass", "class M(type):\n    def __len__(cls):\n        return 9\nclass f(metaclass=M): pass", "assert len(f) == 9"),
    ("nested class", "class f:\n    class Inner:\n        x = 1", "assert f.Inner.x == 1 and f.Inner.__qualname__ == 'f.Inner'"),
    ("exception class", "class f(ValueError): pass", "try:\n    raise f('x')\nexcept f as e:\n    assert e.args == ('x',)"),
    ("unneeded lock", "import threading\nlock = threading.Lock()\ndef f(x):\n    return lock if x else 1", "assert f(0) == 1"),
]  # fmt: skip


@pytest.mark.parametrize("make, use", [v[1:] for v in TRAVEL], ids=[v[0] for v in TRAVEL])
def test_travelling_function(flow, make, use):
    flow.step("make", make, outputs=["f"])
    flow.step("use", use, inputs=["f"])
    flow.step("hand on", "pass", inputs=["f"], outputs=["f"])
    flow.step("use again", use, inputs=["f"])


def test_a_traceback_in_a_travelling_function_shows_its_source(flow):
    flow.step("make", "def f(x):\n    return 1 / x  # here", outputs=["f"])
    error = flow.fail("use", "f(0)", inputs=["f"])
    assert '<titanic.ipynb cell 0>", line 2, in f\n    return 1 / x  # here' in error


def test_inputs_win_over_globals_that_come_along(flow):
    flow.step("make", "scale = 1\ndef f():\n    return scale", outputs=["f"])
    flow.step("later", "scale = 2", outputs=["scale"])
    flow.step("use", "assert scale == 2 and f() == 2", inputs=["scale", "f"])
    flow.step("use reversed", "assert scale == 2 and f() == 2", inputs=["f", "scale"])


def test_globals_that_come_along_do_not_replace_what_the_step_has(flow):
    flow.step("make", "scale = 1\ndef f():\n    return scale", outputs=["f"])
    flow.step("use", "assert f() == 9", inputs=["f"], parameters={"scale": 9})


def test_of_two_functions_the_later_brings_the_global(flow):
    flow.step("one", "scale = 1\ndef f():\n    return scale", outputs=["f"])
    flow.step("two", "scale = 2\ndef g():\n    return scale", outputs=["g"])
    flow.step("use", "assert f() == g() == 2", inputs=["g", "f"])


def test_an_absent_input_is_not_brought_by_a_function(flow):
    flow.step("make", "scale = 1\ndef f():\n    return scale", outputs=["f"])
    flow.step("delete", "pass", outputs=["scale"])
    flow.step("use", "assert 'scale' not in globals()", inputs=["f", "scale"])


def test_a_global_that_its_consumers_receive_anyway_is_not_saved_twice(flow):
    make = "big = bytes(100000)\ndef f():\n    return len(big)"
    flow.step("make", make, outputs=["f", "big"])
    assert flow.path("f").stat().st_size < 50000
    flow.step("use", "assert f() == 100000", inputs=["f", "big"])


CLASS = "class Point:\n    def __init__(self, x):\n        self.x = x\n    def double(self):\n        return self.x * factor\n"


def test_instances_belong_to_the_class_of_the_functions_cells(make_flow):
    flow = make_flow(functions=[CLASS + "factor = 2"])
    flow.step("make", "p = Point(4); ps = [p]", outputs=["p", "ps"])
    flow.step(
        "use",
        "assert type(p) is Point and ps[0] is p and p.double() == 8\nfactor = 3\nassert p.double() == 12",
        inputs=["p", "ps"],
    )


PRELUDE = [
    ("named differently", "import collections\nPoint = collections.namedtuple('P', 'x y')", "v = Point(1, 2)", "assert type(v) is Point"),
    ("enum", "import enum\nclass E(enum.Enum):\n    A = []", "v = [E.A]", "assert v[0] is E.A"),
    ("nested", "class A:\n    class B: pass", "v = A.B()", "assert type(v) is A.B"),
    ("function", "def g(): return 1", "v = {'g': g}", "assert v['g'] is g"),
    ("lambda", "g = lambda: 1", "v = [g]", "assert v[0] is g"),
    ("cached function", "import functools\n@functools.lru_cache()\ndef g(): return 1", "v = [g]", "assert v[0] is g"),
    ("method", "class A:\n    def m(self): return 1", "v = A.m", "assert v is A.m"),
    ("sentinel", "MISSING = object()", "v = [MISSING]", "assert v[0] is MISSING"),
    ("class", "class A: pass", "v = A", "assert v is A"),
    ("subclass in a cell", "class A: pass", "class v(A): pass", "assert issubclass(v, A)"),
    ("dataclass", "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass D:\n    x: int", "v = D(1)", "assert v == D(1)"),
    ("closure of a functions cell", "def make():\n    n = []\n    return lambda: n\ng = make()", "g().append(1); v = g()", "assert v == [1]"),
]  # fmt: skip


@pytest.mark.parametrize(
    "functions, make, use", [v[1:] for v in PRELUDE], ids=[v[0] for v in PRELUDE]
)
def test_prelude_definitions_are_those_of_the_consumer(make_flow, functions, make, use):
    flow = make_flow(functions=[functions])
    flow.step("make", make, outputs=["v"])
    flow.step("use", use, inputs=["v"])


def test_a_class_changed_in_a_cell_travels_with_its_changes(make_flow):
    flow = make_flow(functions=["class Config:\n    lr = 1\n    seen = []"])
    flow.step("make", "Config.lr = 5; Config.seen.append(1); c = Config()", outputs=["Config", "c"])
    flow.step(
        "use",
        "assert type(c) is Config and c.lr == 5 and Config.seen == [1]",
        inputs=["c", "Config"],
    )


def test_a_class_redefined_in_a_cell_travels_by_value(make_flow):
    flow = make_flow(functions=["class A:\n    x = 1"])
    flow.step("make", "old = A()\nclass A:\n    x = 2\nnew = A()", outputs=["A", "old", "new"])
    flow.step(
        "use",
        "assert A.x == 2 and type(new) is A and type(old) is not A and old.x == 1",
        inputs=["new", "old", "A"],
    )


def test_a_class_and_its_instances_agree_across_artifacts(flow):
    flow.step("make", "class A:\n    pass\na = A()", outputs=["A", "a"])
    flow.step("more", "b = type(a)()", inputs=["a"], outputs=["b"])
    flow.producer["a"] = flow.producer["A"] = "make"
    flow.step("use", "assert type(a) is type(b) is A", inputs=["a", "b", "A"])


def test_a_local_module_travels_by_name(flow):
    (flow.work / "helper.py").write_text("limit = 3\ndef h():\n    return limit\n")
    make = "import helper\nhelper.limit = 9\ndef f():\n    return helper.h()"
    flow.step("make", make, outputs=["f"])
    flow.step("use", "assert f() == 3", inputs=["f"])
    assert b"def h" not in flow.path("f").read_bytes()
