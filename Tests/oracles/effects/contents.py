"""What an object holds, shallowly, for comparison with what it holds later.

Looking runs no code of the notebook. Caches that libraries keep in their objects are no change of
them, so of an instance of a library's class only the public attributes count, of drawings and of the
shell none.
"""

from __future__ import annotations

import array
import collections
import functools
import hashlib
import io
import itertools
import operator
import random
import sys
import types

# Types whose values can't change and hold nothing that can.
ATOMS = frozenset(
    {int, float, complex, bool, str, bytes, range, type(None), type(...), type(NotImplemented)}
)

# Stands for what was too large to look at; equal to anything.
UNKNOWN = type("Unknown", (), {})()

# Iterators that know how much is left, and iterators over others that they can name.
SEQUENCE_ITERATORS = frozenset(
    type(iter(source)) for source in ([], (), {}, {}.values(), {}.items(), set(), "", b"", range(0))
)
ADAPTERS = (enumerate, zip, map, filter)

# What a class has beside the attributes that its author wrote.
CLASS_MACHINERY = frozenset(
    {"__dict__", "__weakref__", "__module__", "__doc__", "_abc_impl", "__abstractmethods__"}
)

# Packages whose objects change by being shown, or as the shell runs a cell.
RESTLESS = frozenset(
    {"matplotlib", "ipywidgets", "plotly", "bokeh", "IPython", "observed_shell"}
)

MAX_COLUMNS = 1000
MAX_BYTES = 1 << 26


def is_same(old: object, new: object) -> bool:
    """Whether two parts are the same object, or atoms of equal value."""
    if old is new or old is UNKNOWN or new is UNKNOWN:
        return True
    kind = type(old)
    return kind is type(new) and kind in ATOMS and (old == new or old != old)


def are_same(old: list, new: list) -> bool:
    if list(map(id, old)) == list(map(id, new)):
        return True
    return len(old) == len(new) and all(map(is_same, old, new))


def contents(value: object, own_module: str) -> list | None:
    """The parts of `value`, in a steady order; None if it can't change.

    `own_module` is the name of the module whose classes are the notebook's. The class of an
    instance is told, but is no part: a change of the class is none of its instances.
    """
    kind = type(value)
    if kind in ATOMS or isinstance(value, types.ModuleType) or is_ambient(value):
        return None
    if kind in SEQUENCE_ITERATORS:
        return [operator.length_hint(value)]
    if isinstance(value, (type, types.FunctionType)) and value.__module__ != own_module:
        return None
    tabular = parts_of_numpy(value) or parts_of_pandas(value)
    if tabular is not None:
        return [id(kind), *tabular]
    parts_of = next((parts_of for known, parts_of in PARTS if isinstance(value, known)), None)
    parts = parts_of(value) if parts_of else []
    return [id(kind), *parts, *attributes_of(value, kind.__module__ == own_module)]


def is_ambient(value: object) -> bool:
    """Whether it is the state of a library, which names of the notebook reach by its functions."""
    numpy_random = sys.modules.get("numpy.random.mtrand")
    return value is random._inst or value is getattr(numpy_random, "_rand", random._inst)


def attributes_of(value: object, is_own: bool) -> list:
    kind = type(value)
    if not is_own and kind.__module__.partition(".")[0] in RESTLESS:
        return []
    try:
        attributes = object.__getattribute__(value, "__dict__")
    except (AttributeError, TypeError):
        attributes = {}
    if not isinstance(attributes, dict):
        return []
    items = list(dict.items(attributes))
    if not is_own:
        items = [(name, held) for name, held in items if str(name)[:1] != "_"]
    else:
        for base in kind.__mro__:
            for name, slot in vars(base).items():
                if isinstance(slot, types.MemberDescriptorType) and base.__module__ != "builtins":
                    try:
                        items.append((name, slot.__get__(value)))
                    except AttributeError:
                        continue
    return [part for item in items for part in item]


def parts_of_dict(value: dict) -> list:
    return [part for item in dict.items(value) for part in item]


def parts_of_set(value) -> list:
    members = set.__iter__(value) if isinstance(value, set) else frozenset.__iter__(value)
    return sorted(members, key=id)


def parts_of_function(value: types.FunctionType) -> list:
    parts = [value.__code__, value.__defaults__, value.__kwdefaults__]
    for cell in value.__closure__ or ():
        try:
            parts.append(cell.cell_contents)
        except ValueError:  # not bound yet
            parts.append(None)
    return parts


def parts_of_class(value: type) -> list:
    own = [item for item in vars(value).items() if item[0] not in CLASS_MACHINERY]
    return [part for item in own for part in item]


def parts_of_generator(value: types.GeneratorType) -> list:
    frame = value.gi_frame
    return [frame is None, -1 if frame is None else frame.f_lasti]


def parts_of_memory_file(value) -> list:
    return [True] if value.closed else [False, value.tell(), value.getvalue()]


def parts_of_partial(value: functools.partial) -> list:
    return [value.func, *value.args, *parts_of_dict(value.keywords)]


def digest(data) -> object:
    view = memoryview(data)
    return hashlib.blake2b(view).digest() if view.nbytes <= MAX_BYTES else UNKNOWN


# The first that fits counts.
PARTS = (
    (list, lambda value: list(list.__iter__(value))),
    (tuple, lambda value: list(tuple.__iter__(value))),
    (dict, parts_of_dict),
    ((set, frozenset), parts_of_set),
    (collections.deque, lambda value: list(collections.deque.__iter__(value))),
    (type, parts_of_class),
    (types.FunctionType, parts_of_function),
    (types.MethodType, lambda value: [value.__self__, value.__func__]),
    (types.GeneratorType, parts_of_generator),
    (ADAPTERS, lambda value: list(value.__reduce__()[1])),
    (itertools.count, lambda value: [repr(value)]),
    (functools.partial, parts_of_partial),
    ((bytearray, array.array), lambda value: [digest(value)]),
    ((io.StringIO, io.BytesIO), parts_of_memory_file),
    ((io.TextIOWrapper, io.BufferedIOBase, io.FileIO), lambda value: [value.closed]),
    (random.Random, lambda value: [repr(random.Random.getstate(value))]),
)


def parts_of_numpy(value) -> list | None:
    numpy = sys.modules.get("numpy")
    if numpy is None or not hasattr(numpy, "random"):
        return None
    if isinstance(value, numpy.ndarray):
        return [str(value.shape), str(value.dtype), *parts_of_array(value)]
    if isinstance(value, numpy.random.RandomState):
        return [repr(value.get_state())]
    if isinstance(value, numpy.random.Generator):
        return [repr(value.bit_generator.state)]
    return None


def parts_of_array(value) -> list:
    if value.nbytes > MAX_BYTES:
        return [UNKNOWN]
    return value.ravel().tolist() if value.dtype.hasobject else [digest(value.tobytes())]


def parts_of_pandas(value) -> list | None:
    pandas = sys.modules.get("pandas")
    if pandas is None or not hasattr(pandas, "DataFrame"):
        return None
    if isinstance(value, pandas.Index):
        return parts_of_labels(value)
    if isinstance(value, pandas.Series):
        return [value.name, *parts_of_labels(value.index), *parts_of_values(value)]
    if isinstance(value, pandas.DataFrame) and value.shape[1] <= MAX_COLUMNS:
        parts = [*parts_of_labels(value.index), *parts_of_labels(value.columns)]
        for position in range(value.shape[1]):
            parts += parts_of_values(value.iloc[:, position])
        return parts
    return None


def parts_of_labels(index) -> list:
    parts = [len(index), *index.names]
    if not hasattr(index, "levels"):
        return [*parts, *parts_of_values(index)]
    for level, codes in zip(index.levels, index.codes):
        parts += (*parts_of_values(level), digest(codes.tobytes()))
    return parts


def parts_of_values(column) -> list:
    """The parts of a Series or Index, whose values are a NumPy array or an extension array."""
    import numpy
    import pandas

    if isinstance(column.dtype, numpy.dtype):
        return [str(column.dtype), *parts_of_array(numpy.asarray(column.array))]
    if column.nbytes > MAX_BYTES:
        return [UNKNOWN]
    hashes = pandas.util.hash_array(column.array, categorize=False)
    return [str(column.dtype), digest(hashes.tobytes())]
