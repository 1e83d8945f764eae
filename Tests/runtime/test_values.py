"""Values come back exactly as they were."""
import pytest

PRODUCE = "value = {}"
# name, the statements that make `value`, what must hold in the next step
VALUES = [
    ("none", "value = None", "value is None"),
    ("int", "value = 2 ** 100", "value == 2 ** 100"),
    ("float", "value = 0.1", "value == 0.1"),
    ("nan", "value = float('nan')", "value != value"),
    ("text", "value = 'caf\\u00e9 \\U0001f600'", "value == 'caf\\u00e9 \\U0001f600'"),
    ("surrogate", "value = '\\ud800'", "value == '\\ud800'"),
    ("bytes", "value = bytes(range(256)) * 100", "value == bytes(range(256)) * 100"),
    ("bytearray", "value = bytearray(b'x' * 9999)", "type(value) is bytearray and len(value) == 9999"),
    ("tuple", "value = (1, [2], {3: 4})", "value == (1, [2], {3: 4})"),
    ("set", "value = {1, 2, frozenset({3})}", "value == {1, 2, frozenset({3})}"),
    ("ellipsis", "value = ...", "value is ..."),
    ("range", "value = range(3, 9, 2)", "value == range(3, 9, 2)"),
    ("recursive list", "value = []; value.append(value)", "value[0] is value"),
    ("deque", "import collections; value = collections.deque([1], 5)", "value.maxlen == 5 and list(value) == [1]"),
    ("defaultdict", "import collections; value = collections.defaultdict(lambda: 7)", "value['x'] == 7"),
    ("datetime", "import datetime as d; value = d.datetime(2024, 1, 2, tzinfo=d.timezone.utc)",
     "value.isoformat() == '2024-01-02T00:00:00+00:00'"),
    ("pattern", "import re; value = re.compile('a+', re.I)", "value.match('AA').end() == 2"),
    ("path", "import pathlib; value = pathlib.Path('a/b')", "value.name == 'b'"),
    ("lambda", "value = lambda x: x + 1", "value(1) == 2"),
    ("list of lambdas", "value = [lambda x, k=k: x + k for k in range(3)]", "[f(1) for f in value] == [1, 2, 3]"),
    ("class", "class value:\n    x = 1", "value().x == 1 and value.__name__ == 'value'"),
    ("module in a container", "import os.path; value = {'m': os.path}", "value['m'].join('a', 'b') == 'a/b'"),
    ("library function", "import math; value = math.sqrt", "value(4) == 2"),
    ("bound method", "value = [3].append", "value(4) is None and value.__self__ == [3, 4]"),
    ("exception", "value = ValueError('x', 1)", "value.args == ('x', 1)"),
    ("enum", "import enum\nclass Color(enum.Enum):\n    RED = 1\nvalue = [Color, Color.RED]",
     "value[0].RED is value[1] and value[0](1) is value[1]"),
    ("namedtuple", "import collections\nP = collections.namedtuple('P', 'x y')\nvalue = P(1, 2)",
     "value.x == 1 and value._replace(x=5).x == 5"),
    ("dataclass", "import dataclasses\n@dataclasses.dataclass\nclass D:\n    x: int = 1\n    y: list = dataclasses.field(default_factory=list)\nvalue = D(2)",
     "__import__('dataclasses').asdict(value) == {'x': 2, 'y': []}"),
    ("slots", "class S:\n    __slots__ = ('a',)\nvalue = S(); value.a = [1]", "value.a == [1]"),
    ("stringio", "import io; value = io.StringIO('abc'); value.read(1)", "value.read() == 'bc'"),
    ("itemgetter", "import operator; value = operator.itemgetter(1)", "value('ab') == 'b'"),
    ("partial", "import functools\ndef f(a, b):\n    return a - b\nvalue = functools.partial(f, b=1)", "value(3) == 2"),
    ("logger", "import logging; value = logging.getLogger('x')", "value is __import__('logging').getLogger('x')"),
    ("random", "import random; value = random.Random(1); value.random()",
     "(lambda r: (r.random(), r.random()))(__import__('random').Random(1))[1] == value.random()"),
]  # fmt: skip
ARRAYS = [
    ("float array", "value = np.arange(10000.)", "value.flags.writeable and (value == np.arange(10000.)).all()"),
    ("small array", "value = np.arange(3)", "value.flags.writeable and value.tolist() == [0, 1, 2]"),
    ("empty array", "value = np.zeros((0, 4), 'f4')", "value.shape == (0, 4) and value.dtype == 'f4'"),
    ("0-d array", "value = np.array(5)", "value.shape == () and value == 5"),
    ("fortran order", "value = np.asfortranarray(np.arange(9000.).reshape(90, 100))",
     "value.flags.f_contiguous and value[1, 2] == 102"),
    ("strided", "value = np.arange(20000)[::2]", "value[3] == 6 and len(value) == 10000 and value.flags.writeable"),
    ("negative stride", "value = np.arange(20000)[::-1]", "value[0] == 19999 and value.flags.writeable"),
    ("big endian", "value = np.arange(5000, dtype='>i4')", "value.dtype == '>i4' and value[4999] == 4999"),
    ("object array", "value = np.array([{}, None, 'x'], dtype=object)", "value[0] == {} and value[2] == 'x'"),
    ("text array", "value = np.array(['a', 'bcd'])", "value.dtype == '<U3' and value[1] == 'bcd'"),
    ("dates", "value = np.array(['2024-01-01'], 'M8[ns]')", "value.dtype == 'M8[ns]' and str(value[0])[:4] == '2024'"),
    ("record", "value = np.zeros(2, [('a', 'i4'), ('b', 'f8')])", "value.dtype.names == ('a', 'b')"),
    ("scalar", "value = np.float32(0.1)", "type(value) is np.float32 and value == np.float32(0.1)"),
    ("dtype", "value = np.dtype('f4')", "value == np.dtype('f4')"),
    ("ufunc", "value = np.add", "value is np.add"),
    ("masked", "value = np.ma.array([1, 2], mask=[True, False])", "value.sum() == 2"),
    ("matrix", "value = np.matrix([[1, 2]])", "type(value) is np.matrix and value.shape == (1, 2)"),
    ("read only", "value = np.arange(9999); value.flags.writeable = False", "not value.flags.writeable"),
    ("generator", "value = np.random.default_rng(1); value.random()",
     "(lambda r: (r.random(), r.random()))(np.random.default_rng(1))[1] == value.random()"),
    ("subclass", "class A(np.ndarray):\n    pass\nvalue = np.arange(3).view(A)", "type(value).__name__ == 'A' and value[2] == 2"),
]  # fmt: skip
FRAMES = [
    ("frame", "value = pd.DataFrame({'a': [1, 2], 'b': [0.5, None], 'c': ['x', 'y']}, index=['p', 'q'])",
     "pd.testing.assert_frame_equal(value, pd.DataFrame({'a': [1, 2], 'b': [0.5, None], 'c': ['x', 'y']}, index=['p', 'q'])) is None"),
    ("large frame", "value = pd.DataFrame({'a': range(9999), 'b': range(9999)})",
     "value.loc.__setitem__((0, 'a'), 7) is None and value.a[0] == 7 and value.b.sum() == sum(range(9999))"),
    ("attrs", "value = pd.DataFrame({'a': [1]}); value.attrs['unit'] = 'm'; value.index.name = 'i'",
     "value.attrs == {'unit': 'm'} and value.index.name == 'i'"),
    ("categorical", "value = pd.Series(['a', 'b', 'a'], dtype='category')", "value.dtype == 'category' and list(value.cat.codes) == [0, 1, 0]"),
    ("nullable", "value = pd.Series([1, None], dtype='Int64')", "str(value.dtype) == 'Int64' and value.isna()[1]"),
    ("time zone", "value = pd.DataFrame({'t': pd.date_range('2024', periods=3, tz='Europe/Berlin')})",
     "str(value.t.dt.tz) == 'Europe/Berlin' and len(value) == 3"),
    ("multi-index", "value = pd.DataFrame({'a': range(4)}, index=pd.MultiIndex.from_product([[1, 2], list('xy')], names=['n', 'l']))",
     "value.index.names == ['n', 'l'] and value.loc[(2, 'y'), 'a'] == 3"),
    ("series name", "value = pd.Series([1.5], name='s')", "value.name == 's' and value[0] == 1.5"),
    ("group by", "value = pd.DataFrame({'k': [1, 1, 2], 'v': [1, 2, 3]}).groupby('k')", "value.v.sum().tolist() == [3, 3]"),
]  # fmt: skip


def check(flow, make, condition, imports=()):
    flow.prelude = [("imports", statement) for statement in imports]
    flow.step("make", make, outputs=["value"])
    flow.step("use", "assert " + condition, inputs=["value"])


@pytest.mark.parametrize("make, condition", [v[1:] for v in VALUES], ids=[v[0] for v in VALUES])
def test_python_value(flow, make, condition):
    check(flow, make, condition)


@pytest.mark.parametrize("make, condition", [v[1:] for v in ARRAYS], ids=[v[0] for v in ARRAYS])
def test_array(flow, make, condition):
    pytest.importorskip("numpy")
    check(flow, make, condition, ["import numpy as np"])


@pytest.mark.parametrize("make, condition", [v[1:] for v in FRAMES], ids=[v[0] for v in FRAMES])
def test_pandas(flow, make, condition):
    pytest.importorskip("pandas")
    check(flow, make, condition, ["import pandas as pd"])
