"""Runs one step as the step runtime does, and writes down what it leaves: `observed.json`, with
`observed.bin` for the data of arrays, beside the description of the step.

What is written is a graph. A value is a JSON scalar, which stands for itself, or `[number]`, a node:
each object is one node, however often it is reached, so that the graph tells what is shared.
Nothing is pickled, and a value that can't be described tells why.
"""
import array
import ast
import collections
import copyreg
import dis
import functools
import hashlib
import importlib.machinery
import importlib.util
import io
import json
import os
import re
import sys
import types

LONGEST_INTEGER = 1 << 4096  # larger ones can't be read from JSON
MAX_NODES = 3_000_000
MAX_DATA = 1 << 28  # bytes of an array that are kept; of a larger one, only its digest
SEEDED = {"numpy.random": "seed", "torch": "manual_seed"}

# What IPython keeps in the namespace of a notebook.
SHELL_NAMES = re.compile(r"__\w+__|In|Out|get_ipython|exit|quit|_i*|__|___|_i?\d+|_[iod]h|_exit_code")


def load_runtime(path):
  spec = importlib.util.spec_from_file_location("kale_runtime", path)
  module = importlib.util.module_from_spec(spec)
  sys.modules["kale_runtime"] = module
  spec.loader.exec_module(module)
  return module


class Seeding:
  """Starts the random generators that all code shares from one state: that of `random` at once,
  others when their module is imported."""

  def __init__(self, seed):
    self.seed = seed
    import random
    random.seed(seed)

  def find_spec(self, name, path=None, target=None):
    if name not in SEEDED:
      return None
    spec = importlib.machinery.PathFinder.find_spec(name, path, target)
    if spec is not None and hasattr(spec.loader, "exec_module"):
      spec.loader.exec_module = functools.partial(self.execute, spec.loader.exec_module)
    return spec

  def execute(self, exec_module, module):
    exec_module(module)
    getattr(module, SEEDED[module.__name__])(self.seed)


def type_name(cls):
  return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else (
    cls.__module__ + "." + cls.__qualname__)


class Opaque(Exception):
  """A value that can't be described; the message tells why."""


OPAQUE_KINDS = (
  (types.GeneratorType, "a generator has no value to compare"),
  ((types.CoroutineType, types.AsyncGeneratorType), "a coroutine has no value to compare"),
  ((io.TextIOWrapper, io.BufferedIOBase, io.RawIOBase), "an open file"),
  ((types.FrameType, types.TracebackType), "a part of a running program"),
)
OPAQUE_PACKAGES = {
  "matplotlib": "a drawing", "mpl_toolkits": "a drawing", "ipywidgets": "a widget", "plotly": "a drawing", "bokeh": "a drawing",
  "altair": "a drawing", "IPython": "an object of IPython", "tqdm": "a progress bar",
}
CLASS_MACHINERY = frozenset(
  "__dict__ __weakref__ __module__ __doc__ _abc_impl __annotations__ __firstlineno__ __slotnames__ "
  "__static_attributes__ __annotations_cache__ __annotate_func__".split())


class Describer:
  """Describes values, those that are reached from one of them included."""

  def __init__(self, can_share, data=None):
    self.can_share, self.data = can_share, data
    self.nodes, self.numbers, self.alive, self.waiting = [], {}, [], []

  def describe(self, value):
    item = self.item(value)
    while self.waiting:  # no recursion: lists can be nested deeper than the stack
      number, obj = self.waiting.pop()
      self.nodes[number] = self.node(obj)
    return item

  def item(self, value):
    kind = type(value)
    if value is None or kind is bool or kind is float or kind is str:
      return value
    if kind is int and -LONGEST_INTEGER < value < LONGEST_INTEGER:
      return value
    number = self.numbers.get(id(value))
    if number is None:
      number = self.numbers[id(value)] = len(self.nodes)
      self.nodes.append(None)
      self.alive.append(value)  # an id is good only while its object lives
      self.waiting.append((number, value))
    return [number]

  def items(self, values):
    return [self.item(value) for value in values]

  def node(self, obj):
    if len(self.nodes) > MAX_NODES:
      return self.opaque(obj, "more than can be compared")
    try:
      node = self.content(obj)
    except Opaque as error:
      return self.opaque(obj, str(error))
    except Exception as error:
      return self.opaque(obj, "%s: %s" % (type(error).__name__, error))
    if "s" not in node and self.is_shareable(obj):
      node["s"] = 1
    return node

  def opaque(self, obj, why):
    return {"k": "opaque", "t": type_name(type(obj)), "why": why.partition("\n")[0][:200]}

  def is_shareable(self, obj):
    try:
      return self.can_share(obj)
    except Exception:
      return False

  # What a node holds

  def content(self, obj):
    cls = type(obj)
    if isinstance(obj, types.ModuleType):
      return {"k": "global", "t": "module", "v": obj.__name__}
    if isinstance(obj, type):
      return self.of_class(obj)
    if isinstance(obj, types.CodeType):
      return {"k": "atom", "t": "code", "v": code_digest(obj)}
    if isinstance(obj, types.FunctionType):
      return self.of_function(obj)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodType)):
      if not isinstance(getattr(obj, "__self__", None), (types.ModuleType, type(None))):
        return self.of_parts("object", obj, [("__self__", obj.__self__), ("name", obj.__name__)])
      return {"k": "global", "t": "function", "v": "%s.%s" % (obj.__module__, obj.__qualname__)}
    if isinstance(obj, io.IOBase) and obj.closed:
      return {"k": "atom", "t": type_name(cls), "v": "a closed file"}
    for kinds, why in OPAQUE_KINDS:
      if isinstance(obj, kinds):
        raise Opaque(why)
    package = cls.__module__.partition(".")[0]
    if package in OPAQUE_PACKAGES and not isinstance(obj, (list, tuple, dict, set, str)):
      raise Opaque(OPAQUE_PACKAGES[package])
    known = self.of_numpy(obj) or self.of_pandas(obj) or self.of_torch(obj)
    if known:
      return known
    if isinstance(obj, (complex, range, slice, type(...), type(NotImplemented))):
      return {"k": "atom", "t": type_name(cls), "v": repr(obj)}
    if cls is int:
      return {"k": "atom", "t": "int", "v": hex(obj)}
    if isinstance(obj, (bytes, bytearray, array.array, memoryview)):
      data = bytes(obj)
      return {"k": "bytes", "t": type_name(cls), "len": len(data), "v": digest(data),
              "head": repr(data[:40])}
    parts = self.own_attributes(obj) if is_of_notebook(cls) else self.attributes(obj)
    if isinstance(obj, (list, tuple, collections.deque)):
      base = next(b for b in (list, tuple, collections.deque) if isinstance(obj, b))
      return self.with_parts({"k": "seq", "v": self.items(base.__iter__(obj))}, obj, parts)
    if isinstance(obj, dict):
      if isinstance(obj, collections.defaultdict):
        parts.append(("default_factory", obj.default_factory))
      pairs = [self.items(pair) for pair in dict.items(obj)]
      return self.with_parts({"k": "map", "v": pairs}, obj, parts)
    if isinstance(obj, types.MappingProxyType):
      return self.with_parts({"k": "map", "v": [self.items(pair) for pair in obj.items()]}, obj, [])
    if isinstance(obj, (set, frozenset)):
      base = set if isinstance(obj, set) else frozenset
      members = sorted(base.__iter__(obj), key=self.member_key)
      return self.with_parts({"k": "set", "v": self.items(members)}, obj, parts)
    if isinstance(obj, functools._lru_cache_wrapper):
      return self.of_parts("object", obj, [("__wrapped__", obj.__wrapped__)])
    if is_of_notebook(cls) and type(obj).__reduce_ex__ is object.__reduce_ex__ and (
        cls.__reduce__ is object.__reduce__):
      return self.of_parts("object", obj, parts)
    return self.reduced(obj)

  def with_parts(self, node, obj, parts):
    node["t"] = type_name(type(obj))
    if is_of_notebook(type(obj)):
      parts = [("__class__", type(obj)), *parts]
    if parts:
      node["parts"] = [[label, self.item(part)] for label, part in parts]
    return node

  def of_parts(self, kind, obj, parts):
    node = self.with_parts({"k": kind}, obj, parts)
    node.setdefault("parts", [])
    return node

  def attributes(self, obj):
    held = getattr(obj, "__dict__", None)
    return sorted(dict.items(held), key=lambda pair: str(pair[0])) if type(held) is dict else []

  def own_attributes(self, obj):
    parts = self.attributes(obj)
    for base in type(obj).__mro__:
      for name, slot in vars(base).items():
        if isinstance(slot, types.MemberDescriptorType) and is_of_notebook(base):
          try:
            parts.append((name, slot.__get__(obj)))
          except AttributeError:
            continue
    return sorted(parts, key=lambda pair: str(pair[0]))

  def member_key(self, member):
    """What sorts the members of a set the same way in every process."""
    if isinstance(member, (str, bytes, int, float, complex, type(None))):
      return type(member).__name__, repr(member)
    return type(member).__name__, Describer(self.can_share).digest(member)

  def digest(self, value):
    """A digest of a value and of what is shared inside it."""
    item = self.describe(value)
    for node in self.nodes:
      node.pop("mem", None)
    return digest(json.dumps([item, self.nodes]).encode())

  def reduced(self, obj):
    """By what pickling an object would rebuild it from."""
    try:
      reduce = copyreg.dispatch_table.get(type(obj))
      reduced = reduce(obj) if reduce else obj.__reduce_ex__(4)
    except Exception as error:
      raise Opaque("its content can't be read: %s" % error)
    if isinstance(reduced, str):
      return {"k": "global", "t": type_name(type(obj)), "v": reduced}
    self.alive.append(reduced)
    make, arguments, state, items, pairs = (tuple(reduced) + (None,) * 3)[:5]
    # What most objects are made by is their class, and that is told anyhow.
    if getattr(make, "__name__", "") == "__newobj__":
      arguments = arguments[1:]
    elif make is not type(obj):
      arguments = (make, *arguments)
    parts = [("__init__[%d]" % n, value) for n, value in enumerate(arguments)]
    slots = None
    if isinstance(state, tuple) and len(state) == 2 and isinstance(state[1], dict):
      state, slots = state
    for part in (state, slots):
      if isinstance(part, dict):
        parts += sorted(part.items(), key=lambda pair: str(pair[0]))
      elif part is not None:
        parts.append(("__getstate__()", part))
    if items is not None:
      parts.append(("list()", list(items)))
    if pairs is not None:
      parts.append(("dict()", list(pairs)))
    return self.of_parts("object", obj, parts)

  def of_class(self, cls):
    if not is_of_notebook(cls):
      return {"k": "global", "t": "class", "v": type_name(cls), "s": 0}
    parts = [("__bases__", cls.__bases__)]
    parts += [p for p in sorted(vars(cls).items()) if p[0] not in CLASS_MACHINERY
              and not isinstance(p[1], (types.MemberDescriptorType, types.GetSetDescriptorType))]
    return {"k": "object", "t": "class " + cls.__qualname__, "s": 1,
            "parts": [[label, self.item(self.unwrapped(part))] for label, part in parts]}

  def unwrapped(self, part):
    """A function instead of the descriptor around it, which pickling makes anew."""
    if isinstance(part, (staticmethod, classmethod)):
      return part.__func__
    if isinstance(part, property):
      return [part.fget, part.fset, part.fdel]
    return part

  def of_function(self, function):
    if function.__module__ != "__main__":
      name = "%s.%s" % (function.__module__, function.__qualname__)
      if "<locals>" not in name and "<lambda>" not in name:
        return {"k": "global", "t": "function", "v": name}
    parts = [("__code__", function.__code__), ("__defaults__", function.__defaults__),
             ("__kwdefaults__", function.__kwdefaults__), *sorted(vars(function).items())]
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
      try:
        parts.append((name, cell.cell_contents))
      except ValueError:  # not bound yet
        continue
    return self.of_parts("object", function, parts)

  # Libraries

  def of_numpy(self, obj):
    numpy = sys.modules.get("numpy")
    if not hasattr(numpy, "ndarray"):
      return None
    if isinstance(obj, numpy.ndarray):
      node = self.of_array(obj)
      if isinstance(obj, numpy.ma.MaskedArray):
        node["parts"] = [["mask", self.item(numpy.ma.getmaskarray(obj))]]
      return node
    if isinstance(obj, numpy.generic):
      value = obj.item() if obj.dtype.kind in "biuf" and obj.dtype.itemsize <= 8 else repr(obj)
      return {"k": "number", "t": type_name(type(obj)), "v": value, "s": 0}
    if isinstance(obj, (numpy.dtype, numpy.ufunc)):
      return {"k": "atom", "t": type_name(type(obj)), "v": repr(obj), "s": 0}

  def of_array(self, values, kind=None, shares=True):
    numpy = sys.modules["numpy"]
    node = {"k": "array", "t": kind or type_name(type(values)), "dtype": str(values.dtype),
            "shape": list(values.shape)}
    plain = numpy.asarray(values)
    if values.dtype.hasobject:
      node["v"] = self.items(plain.ravel().tolist())
      return node
    if shares and values.nbytes:
      low, high = numpy.lib.array_utils.byte_bounds(plain) if hasattr(
        numpy.lib, "array_utils") else numpy.byte_bounds(plain)
      node["mem"] = [int(low), int(high)]
    data = numpy.ascontiguousarray(plain).view(numpy.uint8).reshape(-1) if values.nbytes else b""
    node["sha"] = digest(data)
    node["descr"] = plain.dtype.str if plain.dtype.names is None else None
    if self.data is not None and node["descr"] and 0 < values.nbytes <= MAX_DATA:
      node["at"] = [self.data.tell(), values.nbytes]
      self.data.write(data)
    return node

  def of_pandas(self, obj):
    pandas = sys.modules.get("pandas")
    if not hasattr(pandas, "DataFrame"):
      return None
    if isinstance(obj, pandas.DataFrame):
      parts = [(".index", obj.index), (".columns", obj.columns), (".attrs", obj.attrs)]
      labels = obj.columns.tolist()
      parts += [("[%r]" % (label,), obj.iloc[:, n].array) for n, label in enumerate(labels)]
      return self.of_parts("object", obj, parts)
    if isinstance(obj, pandas.Series):
      parts = [(".index", obj.index), (".name", obj.name), (".attrs", obj.attrs),
               (".values", obj.array)]
      return self.of_parts("object", obj, parts)
    if isinstance(obj, pandas.MultiIndex):
      parts = [(".names", tuple(obj.names)), (".values", obj.tolist())]
      return self.of_parts("object", obj, parts)
    if isinstance(obj, pandas.RangeIndex):
      return self.of_parts("object", obj, [(".range", range(obj.start, obj.stop, obj.step)),
                                           (".name", obj.name)])
    if isinstance(obj, pandas.Index):
      return self.of_parts("object", obj, [(".name", obj.name), (".values", obj.array)])
    if isinstance(obj, pandas.api.extensions.ExtensionArray):
      return self.of_column(obj, pandas)
    if obj is pandas.NA or obj is pandas.NaT:
      return {"k": "atom", "t": type_name(type(obj)), "v": repr(obj), "s": 0}

  def of_column(self, column, pandas):
    """The values of a column, an index or a series, which are never shared by themselves."""
    if isinstance(column, pandas.arrays.NumpyExtensionArray):
      values = column.to_numpy()
      cow = pandas.__version__ >= "3" or getattr(pandas.options.mode, "copy_on_write", 0) is True
      node = self.of_array(values, "column", shares=not cow)
    elif isinstance(column, pandas.Categorical):
      node = self.of_parts("object", column, [
        (".categories", column.categories), (".codes", column.codes.copy()),
        (".ordered", column.ordered)])
    elif column.dtype.kind in "mM":
      node = self.of_array(column.to_numpy("%s8[ns]" % column.dtype.kind), "column", shares=False)
      node["dtype"] = str(column.dtype)
    else:
      node = self.with_parts({"k": "seq", "v": self.items(column.tolist())}, column, [])
      node["t"] = "column of %s" % column.dtype
    node["s"] = 0
    return node

  def of_torch(self, obj):
    torch = sys.modules.get("torch")
    if not hasattr(torch, "Tensor") or not isinstance(obj, torch.Tensor) or obj.is_sparse:
      return None
    values = obj.detach().cpu()
    dtype = str(values.dtype)
    values = values.resolve_conj().resolve_neg()
    node = self.of_array(
      (values.float() if dtype == "torch.bfloat16" else values).numpy(), type_name(type(obj)))
    node["dtype"] = dtype
    node["parts"] = [["device", str(obj.device)], ["requires_grad", obj.requires_grad]]
    return node


def digest(data):
  return hashlib.sha256(data).hexdigest()[:32]


def code_digest(code):
  consts = [code_digest(c) if isinstance(c, types.CodeType) else repr(c) if not isinstance(
    c, frozenset) else repr(sorted(map(repr, c))) for c in code.co_consts]
  return digest(repr((
    code.co_code, consts, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars,
    code.co_flags, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount)).encode())


def is_of_shell(name, value):
  """Whether a variable is none of the notebook's, but one that IPython adds."""
  return SHELL_NAMES.fullmatch(name) or (
    name == "open" and getattr(value, "__wrapped__", None) is io.open)


def is_of_notebook(cls):
  return cls.__module__ == "__main__"


def observe(runtime):
  """The class of steps that are watched. From here on random generators start from
  KALE_VERIFY_SEED."""
  sys.meta_path.insert(0, Seeding(int(os.environ.pop("KALE_VERIFY_SEED", "0"))))

  class ObservedStep(runtime.Step):
    folder = None  # where `observed.json` goes

    def __init__(self, *arguments):
      super().__init__(*arguments)
      self.ran, self.deleted, self.current = [], set(), None
      self.named_for_deletion = set()
      self.start, self.start_digests, self.description, self.failure = {}, {}, None, None

    def _run_cells(self):
      try:
        super()._run_cells()
      finally:
        self.description = self.describe()

    def execute(self):
      try:
        super().execute()
      except BaseException as error:
        kind = None if isinstance(error, runtime.StepError) else type_name(type(error))
        self.failure = {"cell": self.current, "type": kind, "message": str(error)[:2000]}
        raise
      finally:
        self.write()

    def _run_cell(self, cell):
      self.current, self.named_for_deletion = cell.index, set()
      before, begin = set(self.namespace), written()
      try:
        super()._run_cell(cell)
        self.current = None
      finally:
        self.ran.append([cell.index, begin, written()])
        self.deleted |= (before | self.named_for_deletion) - set(self.namespace)
        self.deleted -= set(self.namespace)

    def _compile(self, *arguments):
      code = super()._compile(*arguments)
      if not isinstance(code, ast.AST):
        self.named_for_deletion |= {
          i.argval for i in dis.get_instructions(code) if i.opname in ("DELETE_NAME", "DELETE_GLOBAL")}
      return code

    def _load_inputs(self):
      super()._load_inputs()
      inputs = {item.name for item in self.inputs}
      self.start = {n: v for n, v in self.namespace.items() if n not in inputs}
      self.start_digests = {name: self.digest(value) for name, value in self.start.items()}

    def digest(self, value):
      """Of data; what cells change in functions and classes shows in what uses them."""
      if isinstance(value, (types.ModuleType, types.FunctionType, type)):
        return None
      return Describer(runtime._can_share).digest(value)

    def is_as_at_start(self, name, value):
      """Whether each step has the variable by itself, and this one has left it as it was."""
      return name in self.start and self.start[name] is value and (
        self.digest(value) == self.start_digests[name])

    def describe(self):
      names = sorted(n for n, value in self.namespace.items() if not is_of_shell(n, value))
      with open(os.path.join(self.folder, "observed.bin"), "wb") as data:
        describer = Describer(runtime._can_share, data)
        variables = {name: describer.describe(self.namespace[name]) for name in names}
      return {
        "variables": variables,
        "unchanged": [n for n in names if self.is_as_at_start(n, self.namespace[n])],
        "nodes": describer.nodes,
      }

    def write(self):
      found = dict(
        self.description or {"variables": {}, "unchanged": [], "nodes": []},
        deleted=sorted(self.deleted), cells=self.ran, error=self.failure)
      with open(os.path.join(self.folder, "observed.json"), "w", encoding="utf-8") as file:
        json.dump(found, file)

  return ObservedStep


def written():
  """How much has gone to the standard output, by whatever process."""
  sys.stdout.flush()
  return os.fstat(1).st_size


if __name__ == "__main__":
  directory = os.path.dirname(os.path.abspath(__file__))
  step_class = observe(load_runtime(os.path.join(directory, "step_runtime.py")))
  step_class.folder = os.path.dirname(os.path.abspath(sys.argv[1]))
  with open(sys.argv[1], encoding="utf-8") as plan:
    sys.exit(sys.modules["kale_runtime"].run_plan(json.load(plan), step_class))
