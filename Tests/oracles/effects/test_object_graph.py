"""A change in place is seen through every holder of the object, and nothing else counts as one."""

import textwrap

import pytest
from object_graph import ObjectGraph

CLASSES = """
    class Node:
        count = 0
        def __init__(self, **held): self.__dict__.update(held)
        def __eq__(self, other): raise RuntimeError
        __hash__ = None
    class Slotted:
        __slots__ = ("x", "y")
    class Names(list): pass
"""

# Name of the case: code that makes values, code that does something to them, who is changed.
CASES = {
    "list": ("a = [1]; b = [a]; c = [1]", "a.append(2)", "a b"),
    "equal value": ("a = [1000]", "a[0] = int('1000')", ""),
    "other type": ("a = [1]", "a[0] = True", "a"),
    "nan": ("a = [float('nan')]", "a[0] = float('nan')", ""),
    "equal object": ("a = [[]]", "a[0] = []", "a"),
    "rebinding": ("a = [1]; b = a", "a = [2]", ""),
    "tuple of lists": ("a = ([],)", "a[0].append(1)", "a"),
    "dict": ("a = {}; b = {1: a}", "a[1] = 2", "a b"),
    "order of a dict": ("a = {1: 1, 2: 2}", "a[1] = a.pop(1)", "a"),
    "set": ("a = {1}", "a.add(2)", "a"),
    "emptied list": ("a = [1]", "a.clear()", "a"),
    "list of a class of its own": ("a = Names()", "a.tag = 1", "a"),
    "deque": ("from collections import deque; a = deque([1])", "a.rotate(); a.append(2)", "a"),
    "bytearray": ("a = bytearray(b'x')", "a[0] = 0", "a"),
    "instance": ("a = Node(); b = Node(a=a)", "a.x = 1", "a b"),
    "slots": ("a = Slotted()", "a.y = 1", "a"),
    "class": ("a = Node()", "Node.count += 1", "Node"),
    "cycle": ("a = []; b = [a]; a.append(b); c = []", "c.append(1)", "c"),
    "function attribute": ("def f(): pass", "f.x = 1", "f"),
    "default": ("def f(x, seen={}): seen[x] = 1", "f(1)", "f"),
    "closure": (
        "def make():\n n = 0\n def f():\n  nonlocal n\n  n += 1\n return f\nf = make(); g = make()",
        "f()", "f",
    ),
    "bound method": ("a = []; f = Node(a=a).__init__; b = f.__self__", "a.append(1)", "a b f"),
    "partial": ("from functools import partial; a = []; f = partial(print, a)", "a.append(1)", "a f"),
    "generator": ("g = (x for x in [1, 2])", "next(g)", "g"),
    "list iterator": ("a = [1, 2]; i = iter(a)", "next(i)", "i"),
    "exhausted iterator": ("i = iter([1]); list(i)", "list(i)", ""),
    "zip": ("i = iter([1, 2]); z = zip(i, 'ab')", "next(z)", "i z"),
    "file": ("import io; f = io.StringIO('ab')", "f.read(1)", "f"),
    "random": ("import random; r = random.Random(0)", "r.random()", "r"),
    "library function": ("import textwrap; f = textwrap.dedent", "f.x = 1; del f.x", ""),
    "ambient random state": ("import random; f = random.random", "f()", ""),
    "library instance": ("import types; a = types.SimpleNamespace()", "a.x = 1", "a"),
    "private of a library instance": ("import types; a = types.SimpleNamespace()", "a._x = 1", ""),
    "pure": ("a = [[1], {2: 3}, Node(x=1)]", "repr(a); len(a); sorted(a[0]); a == a", ""),
}  # fmt: skip

DATA = {
    "array": ("a = np.zeros(3); v = a[1:]; b = a.copy()", "a[2] = 1", "a v"),
    "other part of the base": ("a = np.zeros(3); v = a[1:]", "a[0] = 1", "a"),
    "array of objects": ("a = np.array([[], None], dtype=object)", "a[0].append(1)", "a"),
    "scalar array": ("a = np.array(1)", "a[()] = 2", "a"),
    "shape": ("a = np.zeros(4)", "a.resize(2, 2)", "a"),
    "random numbers": (
        "g = np.random.default_rng(0); r = np.random.RandomState(0)", "g.random(); r.rand()", "g r",
    ),
    "frame": ("d = pd.DataFrame({'x': [1], 'y': ['a']}); e = d.copy()", "d.loc[0, 'y'] = 'b'", "d"),
    "added column": ("d = pd.DataFrame({'x': [1]}); e = [d]", "d['y'] = 1", "d e"),
    "labels": (
        "d = pd.DataFrame({'x': [1]}); s = d.x.copy()", "d.columns = ['y']; s.index = [7]", "d s",
    ),
    "several levels": (
        "i = pd.MultiIndex.from_tuples([(1, 2)]); d = pd.DataFrame({'x': [1]}, index=i)",
        "d.index = d.index.swaplevel()", "d",
    ),
    "categories and dates": (
        "s = pd.Series(['a', 'b'], dtype='category')\n"
        "t = pd.Series(pd.to_datetime(['2020-01-01']).tz_localize('UTC'))",
        "s.iloc[0] = 'b'; t.iloc[0] = pd.Timestamp('2021-01-01', tz='UTC')", "s t",
    ),
    "accessors and caches": (
        "s = pd.Series(['a']); d = pd.DataFrame({'x': [1, 2]}); t = s.astype('category')",
        "s.str.upper(); t.cat.codes\n"
        "d['x']; d.x; d.values; d.groupby('x').sum(); d.index.is_unique; repr(d)",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", [*CASES.values(), *DATA.values()], ids=[*CASES, *DATA])
def test_changes(case):
    before, code, expected = case
    namespace = {"__name__": "own"}
    exec(textwrap.dedent(CLASSES), namespace)
    if case in DATA.values():
        exec("import numpy as np, pandas as pd", namespace)
    exec(before, namespace)
    values = {name: value for name, value in namespace.items() if name[:2] != "__"}
    graph = ObjectGraph(values, own_module="own")
    assert graph.changes() == {}
    exec(code, namespace)
    assert sorted(graph.changes()) == expected.split()
