"""Ways in which variables share objects. Each is three pieces of code, in steps of their own: `make`, `change`
and `read`, which prints what tells whether everything is still shared."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pattern:
    name: str
    make: str
    change: str
    read: str


def pattern(name: str, make: str, change: str, read: str) -> Pattern:
    return Pattern(name, *(text.strip("\n") for text in (make, change, read)))


PATTERNS = [
    pattern("a_list_and_its_alias", "a1 = [1]; b1 = a1", "b1.append(2)", "print(a1, a1 is b1)"),
    pattern("an_element_of_a_list", "a2 = {}; b2 = [a2, a2]", "b2[0]['k'] = 1", "print(a2, b2[1] is a2)"),
    pattern("containers_in_containers", "a3 = []; b3 = {'x': [(a3,)]}", "b3['x'][0][0].append(5)", "print(a3, b3)"),
    pattern("a_value_in_two_dictionaries", "a4, b4 = {}, {}; a4['s'] = b4['s'] = set()", "a4['s'].add(1)",
            "print(b4, a4['s'] is b4['s'])"),
    pattern("a_list_that_holds_itself", "a5 = [1]; a5.append(a5); b5 = a5[1]", "b5[0] = 2",
            "print(a5[1] is a5, b5 is a5, a5[0])"),
    pattern("two_objects_that_hold_each_other", """
class Node6:
    pass
a6, b6 = Node6(), Node6()
a6.other, b6.other = b6, a6
""", "a6.other.seen = [1]", "print(b6.seen, a6.other is b6, b6.other is a6)"),
    pattern("a_parent_and_its_children", """
class Tree7:
    def __init__(self, parent=None):
        self.parent, self.children = parent, []
        if parent is not None:
            parent.children.append(self)
a7 = Tree7(); b7 = Tree7(a7); c7 = Tree7(b7)
""", "c7.parent.parent.label = 'root'", "print(a7.label, a7.children[0] is b7, b7.children == [c7])"),
    pattern("instances_of_one_class", """
class Point8:
    count = 0
    def __init__(self, x):
        self.x = x
        Point8.count += 1
a8 = Point8(1); b8 = [Point8(2)]
""", "c8 = Point8(3)\nPoint8.origin = a8",
            "print(type(a8) is type(b8[0]) is type(c8) is Point8, Point8.count, Point8.origin is a8)"),
    pattern("a_class_of_the_notebook_and_its_child", """
class Base9:
    registry = []
class Child9(Base9):
    pass
a9 = Child9()
""", "Base9.registry.append('x')\nb9 = Child9()",
            "print(isinstance(a9, Base9), isinstance(b9, type(a9)), Child9.registry, type(b9).__mro__[1] is Base9)"),
    pattern("a_bound_method", """
class Counter10:
    def __init__(self):
        self.n = 0
    def up(self):
        self.n += 1
a10 = Counter10(); b10 = a10.up
""", "b10()", "b10()\nprint(a10.n, b10.__self__ is a10)"),
    pattern("a_bound_method_of_a_list", "a11 = [1]; b11 = a11, a11.append", "b11[0].append(2)", "b11[1](3)\nprint(a11, b11[0])"),
    pattern("a_closure_over_a_list", """
a12 = []
def make12(log):
    def note(text):
        log.append(text)
        return len(log)
    return note
b12 = make12(a12)
""", "b12('x')", "print(b12('y'), a12)"),
    pattern("two_closures_over_one_cell", """
def make13():
    n = [0]
    total = 0
    def add(k):
        nonlocal total
        total += k
        n.append(k)
    def get():
        return total, n
    return add, get
a13, b13 = make13()
""", "a13(4)", "a13(5)\nprint(b13())"),
    pattern("a_default_argument", "a14 = []\ndef f14(x, seen=a14):\n    seen.append(x)\n    return seen", "f14(1);",
            "f14(2)\nprint(a14, f14(3) is a14)"),
    pattern("an_attribute_of_a_function", "a15 = {}\ndef f15():\n    return f15.cache\nf15.cache = a15", "f15()['k'] = 1;",
            "print(a15, f15() is a15)"),
    pattern("a_partial", "import functools\na16 = []\nb16 = functools.partial(lambda to, x: to.append(x), a16)", "b16(1)",
            "b16(2)\nprint(a16, b16.args[0] is a16)"),
    pattern("a_global_that_a_function_changes", "a17 = []\ndef f17(x):\n    a17.append(x)", "f17(1)", "f17(2)\nprint(a17)"),
    pattern("keys_of_a_dictionary", "a18 = {'x': 1}; b18 = a18, a18.keys(), a18.items()", "b18[0]['y'] = 2",
            "print(list(b18[1]), sorted(b18[2]), b18[0] is a18)"),
    pattern("values_of_a_dictionary", "a19 = {'x': 1}; b19 = a19, a19.values()", "b19[0]['x'] = 5",
            "print(list(b19[1]), b19[0] is a19)"),
    pattern("a_read_only_view_of_a_dictionary", "import types\na20 = {'x': 1}; b20 = a20, types.MappingProxyType(a20)",
            "b20[0]['y'] = 2", "print(dict(b20[1]), b20[0] is a20)"),
    pattern("a_deque", "import collections\na21 = []; b21 = collections.deque([a21], maxlen=2)",
            "b21.append(a21); b21[0].append(1)", "print(a21, b21[0] is b21[1] is a21, b21.maxlen)"),
    pattern("a_default_dictionary", "import collections\na22 = []; b22 = collections.defaultdict(lambda: a22)",
            "b22['k'].append(1)", "print(a22, b22['new'] is a22)"),
    pattern("a_chain_of_dictionaries", "import collections\na23 = {}; b23 = collections.ChainMap(a23, {'z': 0})",
            "b23['k'] = 1", "print(a23, b23.maps[0] is a23)"),
    pattern("a_counter_in_an_ordered_dictionary", "import collections\na24 = collections.Counter('ab')\nb24 = collections.OrderedDict(c=a24)",
            "b24['c'].update('a')", "print(a24['a'], b24['c'] is a24)"),
    pattern("a_dataclass", """
import dataclasses
@dataclasses.dataclass
class Box25:
    items: list = dataclasses.field(default_factory=list)
a25 = Box25(); b25 = a25.items; c25 = dataclasses.replace(a25)
""", "a25.items.append(1)", "print(a25, b25 is c25.items is a25.items, c25 == a25)"),
    pattern("slots", """
class Slots26:
    __slots__ = ("value", "next")
a26 = Slots26(); b26 = Slots26(); a26.value = b26.value = []; a26.next = b26
""", "a26.next.value.append(1)", "print(a26.value, a26.next is b26)"),
    pattern("a_named_tuple", """
import collections
Pair27 = collections.namedtuple("Pair27", "left right")
a27 = []; b27 = Pair27(a27, right=(a27,))
""", "b27.left.append(1)", "print(b27, b27.right[0] is a27, type(b27) is Pair27)"),
    pattern("members_of_an_enumeration", """
import enum
class Color28(enum.Enum):
    RED = 1
    GREEN = 2
a28 = Color28.RED; b28 = {Color28.GREEN: [a28]}
""", "b28[Color28.RED] = 0", "print(a28 is Color28.RED, b28[a28], b28[Color28(2)][0] is a28)"),
    pattern("a_weak_reference", """
import weakref
class Held29:
    pass
a29 = Held29(); b29 = weakref.ref(a29)
""", "b29().mark = 1", "print(b29() is a29, a29.mark)"),
    pattern("a_dictionary_of_weak_values", """
import weakref
class Held30:
    pass
a30 = Held30(); b30 = weakref.WeakValueDictionary(k=a30); c30 = weakref.WeakSet([a30]); d30 = weakref.WeakKeyDictionary({a30: 1})
""", "b30['k'].mark = 2", "print(b30['k'] is a30, a30 in c30, d30[a30], a30.mark)"),
    pattern("an_iterator_half_way", "a31 = [1, 2, 3]; b31 = iter(a31); next(b31);", "a31.append(4); next(b31);", "print(list(b31))"),
    pattern("an_exception_with_its_arguments", "a32 = []; b32 = ValueError(a32)", "b32.args[0].append(1)", "print(a32, b32.args[0] is a32)"),
    pattern("a_change_made_only_by_an_alias", "a33 = {'rows': [1]}; b33 = a33['rows']", "c33 = b33\nc33 += [2]", "print(a33, b33 is a33['rows'])"),
    pattern("a_change_made_by_a_method", """
class Store34:
    def __init__(self, rows):
        self.rows = rows
    def add(self, row):
        self.rows.append(row)
        return self
a34 = []; b34 = Store34(a34)
""", "b34.add(1).add(2)\npass", "print(a34, b34.rows is a34)"),
    pattern("a_sentinel", "a35 = object(); b35 = [a35, None]", "b35.append(a35)", "print(b35[0] is a35 is b35[2])"),
    pattern("an_object_with_its_own_pickling", """
class Own36:
    def __init__(self, to):
        self.to = to
    def __reduce__(self):
        return Own36, (self.to,)
a36 = []; b36 = [Own36(a36)]
""", "b36[0].to.append(1)", "print(a36, b36[0].to is a36)"),
    pattern("a_property_and_a_class_method", """
class Temp37:
    unit = ["C"]
    def __init__(self):
        self._v = []
    @property
    def v(self):
        return self._v
    @classmethod
    def units(cls):
        return cls.unit
a37 = Temp37(); b37 = a37.v
""", "b37.append(1)\nTemp37.units().append('F')", "print(a37.v, a37.v is b37, type(a37).unit)"),
    pattern("bytes_that_change", "a38 = bytearray(b'abc'); b38 = [a38]", "b38[0][0] = 65", "print(a38, b38[0] is a38)"),
    pattern("a_text_buffer", "import io\na39 = io.StringIO(); b39 = {'to': a39}", "b39['to'].write('x');", "print(repr(a39.getvalue()), b39['to'] is a39)"),
    pattern("a_random_generator", "import random\na40 = random.Random(1); b40 = [a40]", "b40[0].random();", "print(a40.random(), b40[0] is a40)"),
]

ARRAYS = [
    pattern("a_view_of_an_array", "a50 = np.arange(6.); b50 = a50[::2]", "b50[1] = -1", "a50[0] = 7\nprint(a50, b50)"),
    pattern("a_large_view", "a51 = np.zeros((500, 600)); b51 = a51[100:].T", "b51[3, 0] = 5",
            "a51[100, 4] = 6\nprint(a51[100, 3:5], b51[3:5, 0], np.shares_memory(a51, b51))"),
    pattern("a_reshaped_array", "a52 = np.arange(6); b52 = a52.reshape(2, 3)", "b52[1, 0] = 9", "a52[0] = 8\nprint(a52, b52)"),
    pattern("views_without_their_base", "a53, b53 = (lambda t: (t[:3], t[2:]))(np.arange(5))", "a53[2] = 9", "print(b53)"),
    pattern("an_array_in_an_object", """
class Data54:
    pass
a54 = np.ones(4); b54 = Data54(); b54.x = a54; b54.part = a54[1:]
""", "b54.part *= 3", "print(a54, b54.x is a54)"),
    pattern("an_array_of_objects", "a55 = []; b55 = np.empty(2, object); b55[0] = a55; c55 = [a55, b55[::-1]]", "c55[0].append(1)",
            "c55[1][0] = 2\nprint(a55, b55[0] is a55, b55)"),
    pattern("a_field_of_a_record_array", "a56 = np.zeros(3, [('x', 'i4'), ('y', 'f8')]); b56 = a56['y']", "b56[:] = 2",
            "print(a56)"),
    pattern("a_memory_view", "a57 = np.arange(4); b57 = memoryview(a57)", "a57[0] = 9", "a57[1] = 8\nprint(b57.tolist())"),
    pattern("tables_in_a_list", "a59 = pd.DataFrame({'x': [1, 2]}); b59 = pd.DataFrame({'x': [3]}); c59 = [a59, b59]",
            "for t59 in c59:\n    t59['y'] = t59['x'] * 2", "print(a59['y'].tolist(), c59[0] is a59, c59[1] is b59)"),
    pattern("a_table_and_its_column", "a60 = pd.DataFrame({'x': [1, 2], 'y': [3, 4]}); b60 = a60['x']; c60 = {'t': a60}",
            "a60.loc[0, 'x'] = 9", "print(a60['x'].tolist(), b60.tolist(), c60['t'] is a60)"),
    pattern("a_table_changed_by_its_name_in_an_object", """
class Report61:
    def __init__(self, table):
        self.table = table
a61 = pd.DataFrame({'x': [1]}); b61 = Report61(a61)
""", "b61.table['y'] = 5", "print(list(a61), b61.table is a61)"),
    pattern("an_estimator_in_a_pipeline", """
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
a62 = StandardScaler(); b62 = make_pipeline(a62, LinearRegression())
""", "b62.fit([[1.], [2.], [3.]], [1., 2., 3.])\nc62 = b62[-1]",
            "print(a62.mean_, b62[0] is a62, b62[-1] is c62, b62.predict([[4.]]).round(6))"),
    pattern("a_model_and_what_updates_it", """
class Layer63:
    def __init__(self):
        self.w = np.ones(3)
class Model63:
    def __init__(self):
        self.layers = [Layer63(), Layer63()]
    def parameters(self):
        return [layer.w for layer in self.layers]
class Optimizer63:
    def __init__(self, parameters):
        self.parameters = parameters
    def step(self):
        for p in self.parameters:
            p -= 0.5
a63 = Model63(); b63 = Optimizer63(a63.parameters())
""", "b63.step()", "b63.step()\nprint(a63.layers[0].w, a63.layers[1].w, b63.parameters[0] is a63.layers[0].w)"),
    pattern("a_generator_of_numpy", "a64 = np.random.default_rng(1); b64 = {'rng': a64}", "b64['rng'].random();",
            "print(a64.random(), b64['rng'] is a64)"),
]

# Branches that run beside each other: `change` is the code of both, with `left` and `right` for their names.
BRANCHES = [
    pattern("branches_that_only_read", "x70 = [1, [2]]", "{side}70 = len(x70)", "x70[1].append(3)\nprint(x70, left70, right70)"),
    pattern("branches_that_hand_on_what_they_read", "x71 = [1, [2]]", "{side}71 = {{'x': x71}}",
            "x71.append(3)\nprint(left71['x'] is x71 is right71['x'], left71, right71)"),
    pattern("branches_that_hand_on_a_part", "x72 = {'rows': [1]}", "{side}72 = [x72['rows']]",
            "left72[0].append(2)\nprint(right72, x72, left72[0] is right72[0])"),
    pattern("branches_that_hand_on_a_view", "x73 = np.arange(20000.)", "{side}73 = x73[5:]",
            "left73[0] = -1\nprint(x73[5], right73[0], np.shares_memory(left73, right73))"),
    pattern("branches_with_instances_of_one_class", "class C74:\n    made = []", "{side}74 = C74(); {side}74.of = C74.made",
            "left74.of.append(1)\nprint(type(left74) is type(right74) is C74, right74.of, C74.made)"),
    pattern("branches_with_a_method_of_one_object", """
class C75:
    def __init__(self):
        self.n = 0
    def up(self):
        self.n += 1
x75 = C75()
""", "{side}75 = x75.up", "left75(); right75()\nprint(x75.n, left75.__self__ is right75.__self__)"),
    pattern("branches_that_keep_a_table", "x76 = pd.DataFrame({'a': [1, 2]})", "{side}76 = [x76, x76['a'].sum()]",
            "left76[0]['b'] = 0\nprint(list(right76[0]), left76[0] is right76[0] is x76)"),
]
