"""The step runtime: runs one step of a notebook as the notebook would have run it.

A generated pipeline embeds this file and registers it as the module `kale_runtime`, the name that
pickles use; it also runs as a script (see `main`). In one fresh `__main__` follow one another:
parameters, import statements, `imports` cells, `functions` cells, inputs, own cells, metrics,
outputs. Classes and functions of the first two kinds of cells exist in every step; all others
travel by value.

An artifact is a file that holds a *bundle*: all variables whose values share mutable objects, in
one pickle, so that they share them after loading too. Each variable of the bundle has the whole
of it as its file; a step that receives several of them loads it once, known by its digest.

  MAGIC | pickle, protocol 5 | out-of-band buffers | index, JSON | TRAILER
"""
import sys

_SCRIPT = __name__ == "__main__"
if _SCRIPT:  # what follows must be found by the name that pickles use
  __name__ = "kale_runtime"
  sys.modules[__name__] = sys.modules["__main__"]

import __future__
import ast
import asyncio
import builtins
import collections
import contextlib
import dis
import enum
import functools
import hashlib
import importlib
import inspect
import io
import json
import linecache
import math
import os
import pickle
import shutil
import struct
import traceback
import types

try:
  import cloudpickle
except ImportError:
  try:
    from joblib.externals import cloudpickle
  except ImportError:
    raise ImportError("kale: a step needs cloudpickle: pip install cloudpickle") from None

FORMAT = 1
MAGIC, END = b"kale\r\n\x1a\n", b"\nkaleend"
TRAILER = struct.Struct("<Q32s8s")  # length of the index, its SHA-256, END
CHUNK = 1 << 20
IN_BAND = 4096  # smaller buffers stay inside the pickle
PYTHON = "%d.%d" % sys.version_info[:2]
PART = ".kale-part"  # what ends the name of a file that is not complete yet

_Input = collections.namedtuple("_Input", "name path producer certain")
_Output = collections.namedtuple("_Output", "name path consumers")
_Cell = collections.namedtuple("_Cell", "index source kind ipython")
_CachedFunction = type(functools.lru_cache(len))


class StepError(Exception):
  """A step that can't go on for a reason outside its cells; the message is for people."""


def _type_name(value):
  cls = type(value)
  return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else (
    cls.__module__ + "." + cls.__qualname__)


def _describe(error):
  return "%s: %s" % (type(error).__name__, error)


def _note(text):
  print("kale: note: " + text, file=sys.stderr)


# --- Pickling

_GLOBAL_READS = {"LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"}
_FUNCTION_SLOTS = ("__name__ __qualname__ __module__ __doc__ __defaults__ __kwdefaults__ "
                   "__annotations__ __type_params__").split()


@functools.lru_cache(maxsize=None)
def _names_read(code):
  """The global names that a code object reads, and all names and attributes it mentions."""
  read = {i.argval for i in dis.get_instructions(code) if i.opname in _GLOBAL_READS}
  mentioned = set(code.co_names)
  for inner in code.co_consts:
    if isinstance(inner, types.CodeType):
      read, mentioned = (a | b for a, b in zip((read, mentioned), _names_read(inner)))
  return read, mentioned


def _is_importable(function):
  value = None if function.__module__ == "__main__" else sys.modules.get(function.__module__)
  for part in getattr(function, "__qualname__", "").split("."):
    value = getattr(value, part, None)
  return value is function


class _Pickler(cloudpickle.CloudPickler):
  """Pickles functions and classes of `__main__` by value unless the prelude defines them, and
  arrays that are listed in `regions` as views of their region. `provided` are the globals that
  need not travel with functions. Collects the buffers, and the arrays it meets."""

  def __init__(self, file, step, provided=(), regions=None):
    super().__init__(file, protocol=5, buffer_callback=self._keep_buffer)
    self.step, self.provided, self.regions = step, provided, regions or {}
    self.buffers, self.arrays, self.private, self.cells = [], [], {}, set()
    self.reducers = {
      types.FunctionType: self._function, types.CellType: self._cell,
      io.TextIOWrapper: self._file, _CachedFunction: self._cached_function,
      object: lambda obj: NotImplemented,
    }

  def reducer_override(self, obj):
    kind = type(obj)
    if kind not in self.reducers:
      self.reducers[kind] = self._reducer(kind)
    if self.reducers[kind] is None:
      return NotImplemented
    name = self.step.prelude_name(obj)
    return (_prelude_object, (name,)) if name else self.reducers[kind](obj)

  def _reducer(self, kind):
    if issubclass(kind, type):
      return self._class
    of_all = getattr(kind, "_metadata", None)  # a list of the class, which each frame pickles
    self.private[id(of_all)] = of_all
    if kind is getattr(sys.modules.get("numpy"), "ndarray", self):
      return self._array
    if issubclass(kind, getattr(sys.modules.get("pandas._libs.internals"), "Block", ())):
      pandas = sys.modules["pandas"]
      if pandas.__version__ >= "3" or getattr(pandas.options.mode, "copy_on_write", 0) is True:
        return self._block
    if issubclass(kind, _pandas_index()):
      return self._index

  def _keep_buffer(self, buffer):
    raw = buffer.raw()
    if raw.nbytes < IN_BAND:
      return True
    self.buffers.append(raw)

  def _class(self, cls):
    reduced = super().reducer_override(cls)
    if type(reduced) is tuple and len(reduced) > 2 and type(reduced[2]) is tuple:
      reduced[2][0]["__qualname__"] = cls.__qualname__  # cloudpickle forgets it
    return reduced

  def _file(self, file):  # cloudpickle would silently hand on the text of a file opened to read
    if file in (sys.stdout, sys.stderr):
      return NotImplemented
    raise TypeError("cannot pickle an open file")

  def _cached_function(self, function):
    if _is_importable(function):
      return NotImplemented
    options = function.cache_parameters()
    return _new_cached_function, (function.__wrapped__, options["maxsize"], options["typed"])

  def _cell(self, cell):  # one of a function is filled by the state of the function
    return (types.CellType, ()) if id(cell) in self.cells else NotImplemented

  def _function(self, function):
    home, code = function.__globals__.get("__name__"), function.__code__
    if vars(sys.modules.get(home, self)) is not function.__globals__ or _is_importable(function):
      return super().reducer_override(function)
    cells = function.__closure__ or ()
    self.cells.update(map(id, cells))
    extras, submodules = self._extras(code) if home == "__main__" else ({}, [])
    state = {
      "slots": {n: getattr(function, n) for n in _FUNCTION_SLOTS if hasattr(function, n)},
      "attributes": vars(function),
      "cells": [(cell, cell.cell_contents) for cell in cells if cell != types.CellType()],
      "extras": extras,
      "submodules": submodules,
      "source": self.step.sources.get(code.co_filename),
    }
    return _new_function, (code, home, function.__closure__), state, None, None, _fill_function

  def _extras(self, code):
    """What the namespace binds of the globals that code needs and no prelude defines, and the
    submodules that it reaches through them."""
    read, mentioned = _names_read(code)
    names = read & self.step.namespace.keys() - self.step.prelude.keys() - set(self.provided)
    extras = {n: self.step.namespace[n] for n in sorted(names) if self.step.can_hand_on(n)}
    packages = {m.__name__ for m in extras.values() if isinstance(m, types.ModuleType)}
    return extras, [
      name for name in sorted(sys.modules) for package, dot, rest in [name.partition(".")]
      if package in packages and dot and mentioned.issuperset(rest.split("."))]

  def _array(self, array):
    if array.nbytes and id(array) not in self.private:
      self.arrays.append(array)
    region = self.regions.get(id(array))
    if region is None or region is array:
      return NotImplemented
    offset = _bounds(array)[2] - _bounds(region)[0]
    return _view, (region, offset, array.shape, array.strides, array.dtype, array.flags.writeable)

  def _block(self, block):
    """Under copy-on-write pandas knows which blocks share memory, and a pickle doesn't: each
    gets values of its own, or a write to one frame would show in another."""
    make, (values, *rest) = block.__reduce__()
    return make, (self._apart(values), *rest)

  def _index(self, index):
    """An index is immutable: neither it nor its data tie variables together."""
    make, (cls, parts), *rest = index.__reduce__()
    if "data" in parts:
      parts = {**parts, "data": self._apart(parts["data"])}
    return (make, (cls, parts), *rest)

  def _apart(self, values):
    values = values.view() if hasattr(values, "flags") else values.copy()
    self.private[id(values)] = values
    return values


def _pandas_index():
  return getattr(sys.modules.get("pandas"), "Index", ())


def _prelude_object(name):
  head, *rest = name.split(".")
  namespace = _active.prelude if _active else vars(sys.modules["__main__"])
  if head not in namespace:
    raise NameError("%r is missing, the notebook's functions cells define it" % head)
  return functools.reduce(getattr, rest, namespace[head])


def _new_function(code, home, closure):
  return types.FunctionType(code, vars(importlib.import_module(home)), code.co_name, None, closure)


def _fill_function(function, state):
  for slot, value in state["slots"].items():
    setattr(function, slot, value)
  vars(function).update(state["attributes"])
  for cell, contents in state["cells"]:
    cell.cell_contents = contents
  for name in state["submodules"]:
    importlib.import_module(name)
  if state["source"]:
    _remember_source(function.__code__.co_filename, state["source"])
  _extras_met.update(state["extras"])


def _new_cached_function(function, maxsize, typed):
  return functools.lru_cache(maxsize, typed)(function)


def _view(region, offset, shape, strides, dtype, writeable):
  numpy = sys.modules["numpy"]
  if dtype.hasobject:
    region = region.reshape(-1, order="A")[offset // dtype.itemsize:]
    array = numpy.lib.stride_tricks.as_strided(region, shape, strides)
  else:
    array = numpy.ndarray(shape, dtype, region, offset, strides)
  if not writeable:
    array.flags.writeable = False
  return array


# --- Sharing

_ATOMS = (
  type(None), bool, int, float, complex, str, bytes, tuple, frozenset, range, slice, type,
  enum.Enum, types.CodeType, types.ModuleType, types.BuiltinFunctionType, types.MethodType)
_VALUE_LIBRARIES = set(
  "builtins datetime decimal fractions uuid pathlib re zoneinfo numpy pandas".split())


def _can_share(obj):
  """Whether variables that both reach an object must stay together: not if it is immutable or
  found by name."""
  if isinstance(obj, _ATOMS):
    return False
  if "function" in type(obj).__name__:  # of Python, or of Cython
    return not _is_importable(obj)
  library = type(obj).__module__.partition(".")[0]
  if library == "pyarrow" or isinstance(obj, _pandas_index()):
    return False
  if library in _VALUE_LIBRARIES:
    if type(obj).__hash__ not in (None, object.__hash__):
      with contextlib.suppress(TypeError):
        return hash(obj) is None
  return True


def _bounds(array):
  """The addresses of an array's lowest byte, of its end, and of its first element."""
  first = array.__array_interface__["data"][0]
  steps = [(n - 1) * stride for n, stride in zip(array.shape, array.strides)]
  low, high = sum(s for s in steps if s < 0), sum(s for s in steps if s > 0)
  return first + low, first + high + array.itemsize, first


def _overlaps(arrays):
  """Groups of two or more arrays whose memory overlaps."""
  groups, end = [], 0
  for array in sorted({id(a): a for a in arrays}.values(), key=lambda a: _bounds(a)[:2]):
    low, high, _ = _bounds(array)
    groups.append(groups.pop() + [array] if low < end else [array])
    end = max(end, high)
  return [group for group in groups if len(group) > 1]


def _region(arrays):
  """What overlapping arrays are rebuilt from: all their bytes; of objects, the array that owns
  them, or None if it can't serve."""
  if any(array.dtype.hasobject for array in arrays):
    owner = arrays[0]
    while type(owner.base) is type(owner):
      owner = owner.base
    plain = owner.flags.c_contiguous or owner.flags.f_contiguous
    return owner if plain and all(a.dtype == owner.dtype for a in arrays) else None
  import ctypes
  low, high = min(_bounds(a)[0] for a in arrays), max(_bounds(a)[1] for a in arrays)
  return sys.modules["numpy"].frombuffer((ctypes.c_char * (high - low)).from_address(low), "u1")


# --- Artifacts


class _Draft:
  """The bundle of some outputs in a temporary file beside the artifact of the first one."""

  def __init__(self, step, outputs, regions=None):
    self.step, self.outputs, self.hash = step, outputs, hashlib.sha256()
    consumers = {consumer for output in outputs for consumer in output.consumers}
    provided = [o.name for o in step.outputs if consumers and consumers <= set(o.consumers)]
    with self._writing():
      os.makedirs(os.path.dirname(outputs[0].path), exist_ok=True)
      with contextlib.suppress(FileNotFoundError):
        os.unlink(outputs[0].path + PART)  # of a killed run, perhaps linked with another one
      self.file = open(outputs[0].path + PART, "wb")
      self.file.write(MAGIC)
    self.pickler = _Pickler(self, step, provided, regions)
    try:
      self.pickler.dump({o.name: step.exported(o.name) for o in self._bound()})
    except StepError:
      raise
    except Exception as error:
      raise StepError(step.why_not(outputs[0], error)) from error

  def _bound(self):
    return [o for o in self.outputs if o.name in self.step.namespace]

  @contextlib.contextmanager
  def _writing(self):
    try:
      yield
    except OSError as error:
      names = ", ".join(repr(o.name) for o in self.outputs)
      raise self.step.error("cannot save %s: %s" % (names, _describe(error))) from error

  def write(self, data):
    with self._writing():
      self.hash.update(data)
      return self.file.write(data)

  def finish(self):
    """Complete the file, and link it for the further outputs of the bundle."""
    length = self.file.tell() - len(MAGIC)
    for buffer in self.pickler.buffers:
      self.write(buffer)
    index = {
      "format": FORMAT, "python": PYTHON, "cloudpickle": cloudpickle.__version__,
      "step": self.step.name, "notebook": self.step.notebook, "position": self.step.position(),
      "members": {o.name: _type_name(self.step.namespace[o.name]) for o in self._bound()},
      "pickle": length, "buffers": [buffer.nbytes for buffer in self.pickler.buffers],
      "digest": self.hash.hexdigest(), "state": self.step.carried_state(),
    }
    data = json.dumps(index).encode()
    with self._writing(), self.file:
      self.file.write(data + TRAILER.pack(len(data), hashlib.sha256(data).digest(), END))
      self.file.flush()
      os.fsync(self.file.fileno())
    for output in self.outputs[1:]:
      with self._writing():
        os.makedirs(os.path.dirname(output.path), exist_ok=True)
        try:
          os.link(self.file.name, output.path + PART)
        except OSError:
          shutil.copyfile(self.file.name, output.path + PART)


def _save(step):
  """Save all outputs of a step. What a StepError leaves of them, the caller removes."""
  drafts = [_Draft(step, [output]) for output in step.outputs]
  group = list(range(len(drafts)))

  def join(one, other):
    if group[one] != group[other]:
      group[:] = [group[one] if g == group[other] else g for g in group]

  owner, memos, regions = {}, [], {}
  for number, draft in enumerate(drafts if len(drafts) > 1 else []):
    memos.append(draft.pickler.memo.copy())  # kept: an id is good only while its object lives
    for ident, (_, obj) in memos[-1].items():
      if ident not in draft.pickler.private and _can_share(obj):
        join(owner.setdefault(ident, number), number)
  arrays = [(a, number) for number, draft in enumerate(drafts) for a in draft.pickler.arrays]
  for overlap in _overlaps([array for array, _ in arrays]):
    idents = set(map(id, overlap))
    regions.update(dict.fromkeys(idents, _region(overlap)))
    numbers = [number for array, number in arrays if id(array) in idents]
    for number in numbers:
      join(numbers[0], number)
  del memos, owner
  for label in sorted(set(group)):
    members = [draft for draft, g in zip(drafts, group) if g == label]
    draft = members[0]
    if len(members) > 1 or any(id(array) in regions for array in draft.pickler.arrays):
      for member in members:
        member.file.close()
        os.unlink(member.file.name)
      draft = _Draft(step, [member.outputs[0] for member in members], regions)
    draft.finish()
  for output in step.outputs:
    os.replace(output.path + PART, output.path)


def _read_index(path):
  """The index of an artifact. ValueError tells what is wrong with the file."""
  size = os.path.getsize(path)
  with open(path, "rb") as file:
    if file.read(len(MAGIC)) != MAGIC:
      raise ValueError("the file is not an artifact of kale")
    file.seek(max(0, size - TRAILER.size))
    trailer = file.read()
    if len(trailer) < TRAILER.size or not trailer.endswith(END):
      raise ValueError("the file is truncated")
    length, digest, _ = TRAILER.unpack(trailer)
    file.seek(max(0, size - TRAILER.size - length))
    data = file.read(min(length, size))
  if hashlib.sha256(data).digest() != digest:
    raise ValueError("the file is corrupt")
  index = json.loads(data)
  if index["format"] != FORMAT:
    raise ValueError("the file has format %s, this runtime reads %s" % (index["format"], FORMAT))
  if index["python"] != PYTHON:
    raise ValueError("it was written by Python %s, and this step runs Python %s: use images with "
                     "the same Python for both" % (index["python"], PYTHON))
  return index


def _read_members(path, index):
  """The variables of a bundle by name. ValueError if the file is not what was written."""
  digest, buffers = hashlib.sha256(), [bytearray(size) for size in index["buffers"]]
  with open(path, "rb") as file:
    file.seek(len(MAGIC))
    scratch = memoryview(bytearray(min(CHUNK, index["pickle"])))
    whole = [scratch] * (index["pickle"] // CHUNK) + [scratch[:index["pickle"] % CHUNK]]
    for view in whole + [memoryview(buffer) for buffer in buffers]:
      while view:
        count = file.readinto(view[:CHUNK])
        if not count:
          raise ValueError("the file is truncated")
        digest.update(view[:count])
        view = view[count:]
    if digest.hexdigest() != index["digest"]:
      raise ValueError("the file is corrupt")
    file.seek(len(MAGIC))
    return _Unpickler(file, buffers=buffers).load()


class _Unpickler(pickle.Unpickler):
  """Finds cloudpickle where this process has it, whichever copy the producer used."""

  def find_class(self, module, name):
    head, found, rest = module.partition("cloudpickle")
    if found and head in ("", "joblib.externals."):
      module = cloudpickle.__name__ + rest
    return super().find_class(module, name)


class _ClassState:
  """A class of the prelude as a variable: what the cells set on it."""

  def __init__(self, cls, attributes):
    self.cls, self.attributes = cls, attributes

  def apply(self):
    for name, value in self.attributes.items():
      setattr(self.cls, name, value)
    return self.cls


_active = None  # the step that runs
_extras_met = {}  # globals that came along with the functions loaded last


def load(path, name=None):
  """The value of a variable, from its artifact. `name` is needed if the artifact holds several
  variables and the file is not called after one. KeyError if the variable is absent."""
  index = _read_index(path)
  stem, members = os.path.basename(path).split(".")[0], list(index["members"])
  name = name or (members[0] if len(members) == 1 else stem)
  if name not in members:
    raise KeyError("%s holds %s, not %r" % (path, members or "nothing", name))
  _extras_met.clear()
  value = _read_members(path, index)[name]
  for extra, extra_value in _extras_met.items():
    vars(sys.modules["__main__"]).setdefault(extra, extra_value)
  return value.apply() if isinstance(value, _ClassState) else value


# --- State that cells change without naming a variable


def _ambient_state():
  state = {"cwd": os.getcwd(), "environ": dict(os.environ)}
  loaded = sys.modules.get
  if loaded("random"):
    state["random"] = loaded("random").getstate()
  if loaded("numpy.random") and loaded("numpy.random").get_state()[0] == "MT19937":
    kind, words, *rest = loaded("numpy.random").get_state()
    state["numpy"] = (kind, words.tolist(), *rest)
  if hasattr(loaded("torch"), "get_rng_state"):
    state["torch"] = loaded("torch").get_rng_state().tolist()
  return state


def _restore_state(state):
  loaded = sys.modules.get
  if "random" in state:
    version, words, gauss = state["random"]
    importlib.import_module("random").setstate((version, tuple(words), gauss))
  if "numpy" in state and loaded("numpy"):
    importlib.import_module("numpy.random").set_state(tuple(state["numpy"]))
  if "torch" in state and loaded("torch"):
    torch = loaded("torch")
    torch.set_rng_state(torch.tensor(state["torch"], dtype=torch.uint8))
  for name, value in state.get("environ", {}).items():
    os.environ.pop(name, None)
    if value is not None:
      os.environ[name] = value
  try:
    os.chdir(state.get("cwd", "."))
  except OSError as error:
    _note("the working directory of an earlier step is not here: %s" % error)


# --- Running


def _remember_source(filename, source):
  linecache.cache[filename] = len(source), None, source.splitlines(True), filename
  if _active:
    _active.sources[filename] = source


class Step:
  """One step of a pipeline: its calls say what belongs to it, then `run`."""

  def __init__(self, name, notebook="notebook.ipynb"):
    self.name, self.notebook = name, notebook
    self.parameters, self.imports, self.metrics = {}, [], []
    self.inputs, self.outputs, self.cells = [], [], []
    self.main = types.ModuleType("__main__")
    self.main.__builtins__ = builtins
    self.namespace, self.sources = vars(self.main), {}
    # Of the prelude: what it bound, names by id, attributes of classes by id as it left them.
    self.prelude, self.prelude_names, self.class_attributes = {}, {}, {}
    self.flags, self.loop, self.shell = 0, None, None
    self.inherited, self.initial, self.portable = {}, {}, {}
    self.missing = {}  # inputs that their producers left undefined
    self.numbers, self.metrics_path = {}, None

  def parameter(self, name, value):
    self.parameters[name] = value

  def re_import(self, statement):
    """An import statement to execute before the prelude."""
    self.imports.append(statement)

  def input(self, name, path, producer="", certain=True):
    self.inputs.append(_Input(name, os.path.abspath(path), producer, certain))

  def output(self, name, path, consumers=()):
    self.outputs.append(_Output(name, os.path.abspath(path), list(consumers)))

  def cell(self, index, source, kind="step", ipython=False):
    if kind not in ("imports", "functions", "step"):
      raise ValueError("a cell can't be of kind %r" % kind)
    self.cells.append(_Cell(index, source, kind, ipython))

  def metric(self, name, log=None):
    """`log(name, value)` is called with the number that the variable holds in the end."""
    self.metrics.append((name, log))

  def take(self, plan):
    """All that a plan, the JSON object of a local run, says of the step."""
    self.parameters.update(plan.get("parameters", {}))
    self.imports.extend(plan.get("imports", []))
    for key, add in (("inputs", self.input), ("outputs", self.output), ("cells", self.cell)):
      for item in plan.get(key, []):
        add(**item)
    for name in plan.get("metrics", []):
      self.metric(name, self.numbers.__setitem__)
    self.metrics_path = plan.get("metrics_path") and os.path.abspath(plan["metrics_path"])

  def write_metrics(self):
    """For a local run; numbers that are not finite are written as null."""
    if self.metrics_path:
      with open(self.metrics_path, "w", encoding="utf-8") as file:
        json.dump({n: v if math.isfinite(v) else None for n, v in self.numbers.items()}, file)

  def run(self):
    """Run the step. If it fails, the message or the cell's traceback goes to stderr and
    SystemExit(1) is raised, which ends a KFP component with status 1 and no further output."""
    try:
      self.execute()
    except (Exception, SystemExit) as error:
      if isinstance(error, StepError):
        print(error, file=sys.stderr, flush=True)
      else:
        self._print_traceback(error)
        producer = isinstance(error, NameError) and self.missing.get(getattr(error, "name", None))
        if producer:
          _note("step %r left %r undefined" % (producer, error.name))
      raise SystemExit(1) from error

  def execute(self):
    """Run the step. Raises StepError, or what a cell raises; no output is left behind then."""
    global _active
    hooks = {"display": self._display, "get_ipython": self._get_ipython, "_": None}
    saved = sys.modules["__main__"], sys.displayhook, _active
    previous = {name: vars(builtins)[name] for name in hooks if hasattr(builtins, name)}
    os.environ.setdefault("MPLBACKEND", "Agg")
    try:
      sys.modules["__main__"], sys.displayhook, _active = self.main, self._echo, self
      vars(builtins).update(hooks)
      self._run_cells()
      for name, log in self.metrics:
        self._log_metric(name, log)
      _save(self)
    except BaseException:
      for output in self.outputs:
        for path in (output.path, output.path + PART):
          with contextlib.suppress(OSError):
            os.unlink(path)
      raise
    finally:
      self._close()
      sys.modules["__main__"], sys.displayhook, _active = saved
      for name in hooks:
        vars(builtins).pop(name, None)
      vars(builtins).update(previous)
      sys.stdout.flush()

  def error(self, text):
    return StepError("kale: step %r %s" % (self.name, text))

  # Cells

  def _run_cells(self):
    start = {"environ": dict(os.environ), "cwd": os.getcwd()}
    self.namespace.update(self.parameters)
    for statement in self.imports:
      self._run_cell(_Cell("import", statement, "imports", False))
    before = dict(self.namespace)
    for kind in ("imports", "functions"):
      for cell in self.cells:
        if cell.kind == kind:
          self._run_cell(cell)
    self._know_prelude(before)
    self.initial = _ambient_state()
    self._load_inputs()
    _restore_state(self.inherited)
    self.initial = {**self.initial, **_ambient_state(), **start}
    for cell in self.cells:
      if cell.kind == "step":
        self._run_cell(cell)

  def _run_cell(self, cell):
    filename = "<%s cell %s>" % (self.notebook, cell.index)
    _remember_source(filename, cell.source)
    try:
      (self._run_in_ipython if cell.ipython else self._run_python)(cell, filename)
    except SystemExit as error:  # sys.exit() ends the cell; with a status, the step
      if error.code not in (None, 0):
        raise

  def _run_python(self, cell, filename):
    tree = self._compile(cell.source, filename, "exec", ast.PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    self._execute(self._compile(tree, filename, "exec"))
    if last is not None:
      line, *lines = cell.source.encode().splitlines()[last.end_lineno - 1:]
      rest = b"\n".join([line[last.end_col_offset:], *lines])
      shown = b";" not in rest.partition(b"#")[0]
      node = ast.Interactive([last]) if shown else ast.Module([last], [])
      self._execute(self._compile(node, filename, "single" if shown else "exec"))

  def _compile(self, source, filename, mode, flags=0):
    flags |= self.flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(source, filename, mode, flags, dont_inherit=True)
    if isinstance(code, types.CodeType):
      self._keep_future(code.co_flags)
    return code

  def _keep_future(self, flags):
    """As in IPython, later cells keep what a cell imported from `__future__`."""
    for name in __future__.all_feature_names:
      self.flags |= flags & getattr(__future__, name).compiler_flag

  def _execute(self, code):
    result = eval(code, self.namespace)
    if code.co_flags & inspect.CO_COROUTINE:
      self._await(result)

  def _await(self, coroutine):
    if self.loop is None:
      self.loop = asyncio.new_event_loop()
      asyncio.set_event_loop(self.loop)
    return self.loop.run_until_complete(coroutine)

  def _echo(self, value):
    """Show the value of a cell's last expression, as a notebook does."""
    if value is not None:
      builtins._ = value
      self._display(value)

  def _display(self, *values, **_):
    for value in values:
      try:
        print(repr(value))
      except Exception:
        traceback.print_exc()

  def _run_in_ipython(self, cell, filename):
    shell = self._get_ipython()
    if shell is None:
      raise self.error("cannot run cell %s: it uses IPython syntax (magics, ! or ?), and this "
                       "image has no IPython: add ipython to it" % cell.index)
    shell.compile.get_code_name = lambda *_: filename
    shell.compile.flags |= self.flags
    result = shell.run_cell(cell.source)
    self._keep_future(shell.compile.flags)
    _remember_source(filename, cell.source)  # over what IPython made of it
    result.raise_error()

  def _get_ipython(self):
    if self.shell is None:
      try:
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config
      except ImportError:
        return None

      class Shell(InteractiveShell):
        def enable_gui(self, gui=None):
          """There is no event loop of a toolkit to run."""

        def showtraceback(self, *_, **__):
          """The error is raised again, and shown once."""

        showsyntaxerror = showtraceback

      config = Config(HistoryManager={"enabled": False, "hist_file": ":memory:"})
      if not sys.stdout.isatty():
        config.InteractiveShell.colors = "NoColor"
      shell = Shell.instance(config=config, user_module=self.main, user_ns=self.namespace)
      self.shell = shell
      shell.loop_runner = self._await
      shell.displayhook.write_output_prompt = lambda: None
      shell.set_hook("show_in_pager", lambda *_, **__: None)  # a notebook shows help beside itself
    return self.shell

  def _close(self):
    if self.loop is not None:
      for task in asyncio.all_tasks(self.loop):
        task.cancel()
      self._await(asyncio.sleep(0))
      self.loop.close()
      asyncio.set_event_loop(None)
    if self.shell is not None:
      type(self.shell).clear_instance()
    self.loop = self.shell = None

  def _print_traceback(self, error):
    """Print the traceback of a cell without the frames of the runtime."""
    link, seen = error, []
    while link is not None and link not in seen:
      seen.append(link)
      first = link.__traceback__
      while first is not None and first.tb_frame.f_code.co_filename not in self.sources:
        first = first.tb_next
      if first is not None or getattr(link, "filename", None) in self.sources:
        link.__traceback__ = first
      link = link.__cause__ or link.__context__
    traceback.print_exception(type(error), error, error.__traceback__)
    sys.stderr.flush()

  def _log_metric(self, name, log):
    if name not in self.namespace:
      raise self.error("has no variable for the metric %r" % name)
    try:
      value = float(self.namespace[name])
    except Exception as error:
      raise self.error("has no number for the metric %r: %s" % (name, _describe(error))) from error
    if log is not None:
      log(name, value)

  # What is received and handed on

  def _load_inputs(self):
    _extras_met.clear()
    indexes = [(self._reading(item, _read_index), item) for item in self.inputs]
    indexes.sort(key=lambda pair: pair[0]["position"])  # what stands later wins
    bundles, names = {}, {item.name for item in self.inputs}
    for index, item in indexes:
      environ = {**self.inherited.get("environ", {}), **index["state"].get("environ", {})}
      self.inherited = {**self.inherited, **index["state"], "environ": environ}
      if index["members"] and index["digest"] not in bundles:
        bundles[index["digest"]] = self._reading(item, _read_members, index)
    for name, value in _extras_met.items():
      if name not in names:
        self.namespace.setdefault(name, value)
    for index, item in indexes:
      if item.name in index["members"]:
        value = bundles[index["digest"]][item.name]
        self.namespace[item.name] = value.apply() if isinstance(value, _ClassState) else value
      else:
        self.missing[item.name] = item.producer
    _extras_met.clear()

  def _reading(self, item, read, *arguments):
    try:
      return read(item.path, *arguments)
    except Exception as error:
      why = str(error) if isinstance(error, ValueError) else _describe(error)
      if isinstance(error, ImportError):
        why += "; add the package to the image of this step"
      raise self.error("cannot load %r, which step %r produced: %s (%s)" % (
        item.name, item.producer, why, item.path)) from error

  def _know_prelude(self, before):
    self.prelude = {n: v for n, v in self.namespace.items() if before.get(n, self) is not v}
    for name, value in self.prelude.items():
      if type(value) is object or isinstance(value, (type, types.FunctionType, _CachedFunction)):
        self.prelude_names.setdefault(id(value), name)
      if isinstance(value, type):
        self.class_attributes[id(value)] = dict(vars(value))

  def prelude_name(self, obj):
    """The name under which each step finds a function, class or sentinel of its prelude."""
    name = self.prelude_names.get(id(obj))
    if name is None and getattr(obj, "__module__", None) == "__main__":
      name = getattr(obj, "__qualname__", None)
    head, *rest = (name or "").split(".")
    value = self.prelude.get(head)
    for part in rest:
      value = getattr(value, part, None)
    return name if value is obj else None

  def position(self):
    """Where the step stands in the notebook: its last cell."""
    return max((cell.index for cell in self.cells if cell.kind == "step"), default=-1)

  def carried_state(self):
    """The ambient state to continue with: what this step changed, over what it received."""
    now = _ambient_state()
    changed = {part: now[part] for part in now if now[part] != self.initial.get(part)}
    if "environ" in changed:
      old, new = self.initial["environ"], now["environ"]
      changed["environ"] = {n: new.get(n) for n in {**old, **new} if old.get(n) != new.get(n)}
    return {**self.inherited, **changed}

  def exported(self, name):
    """What is pickled for a variable: its value, but of a prelude's class what cells set on it,
    or may have changed inside."""
    cls = self.namespace[name]
    if not isinstance(cls, type) or isinstance(cls, enum.EnumMeta) or not self.prelude_name(cls):
      return cls
    before = self.class_attributes.get(id(cls), {})
    return _ClassState(cls, {
      n: value for n, value in vars(cls).items()
      if n not in ("__dict__", "__weakref__", "__annotations__", "_abc_impl")
      and (before.get(n, self) is not value or type(value) in (list, dict, set))})

  def can_hand_on(self, name):
    """Whether a global that only a function mentions can travel. If not it stays behind: the
    function may never come to use it."""
    if name not in self.portable:
      self.portable[name] = True  # for functions that mention each other
      self.portable[name] = self._can_pickle(self.namespace[name])
      if not self.portable[name]:
        _note("%r stays in step %r, a function that mentions it does not" % (name, self.name))
    return self.portable[name]

  def _can_pickle(self, value):
    try:
      _Pickler(_Nowhere(), self).dump(value)
      return True
    except Exception:
      return False

  def why_not(self, output, error):
    """The message for a value that can't be saved, with the part of it that is to blame."""
    value, place, seen = self.namespace[output.name], output.name, []
    while value is not None:
      seen.append(value)
      parts = (p for p in _parts(value) if not any(p[1] is s for s in seen))
      label, value = next((p for p in parts if not self._can_pickle(p[1])), ("", None))
      place += label
    whole, value = seen[0], seen[-1]
    steps = ", ".join(map(repr, output.consumers))
    need = ", which step %s needs" if len(output.consumers) == 1 else ", which steps %s need"
    inside = ", because of %s (type %s)" % (place, _type_name(value))
    advice = "create it in the step that uses it or in a functions cell, or make the steps one"
    if isinstance(value, types.GeneratorType):
      advice = "make it a list, or create it in the step that consumes it"
    elif isinstance(value, io.IOBase):
      advice = "hand on its path, and open it in the step that uses it"
    return str(self.error("cannot hand on %r (type %s)%s%s: %s\n  %s" % (
      output.name, _type_name(whole), need % steps if steps else "",
      inside if value is not whole else "", _describe(error), advice)))


class _Nowhere:
  def write(self, data):
    return len(data)


def _parts(value):
  """The parts of a value that a message can name."""
  if isinstance(value, dict):
    return [("[%r]" % (key,), part) for key, part in value.items()]
  if isinstance(value, (list, tuple)):
    return [("[%d]" % number, part) for number, part in enumerate(value)]
  if isinstance(value, types.FunctionType):
    return [("." + n, part) for n, part in inspect.getclosurevars(value).nonlocals.items()]
  return [("." + name, part) for name, part in getattr(value, "__dict__", {}).items()]


def main(argv):
  """Run the step that a JSON file describes; the exit status."""
  with open(argv[0], encoding="utf-8") as file:
    return run_plan(json.load(file), Step)


def run_plan(plan, make_step):
  """Run a step of the class `make_step` as a plan describes it; the exit status."""
  step = make_step(plan["name"], plan.get("notebook", "notebook.ipynb"))
  step.take(plan)
  sys.path[:1] = plan.get("sys_path") or [""]
  sys.argv = [step.notebook]
  if plan.get("cwd"):
    os.chdir(plan["cwd"])
  try:
    step.run()
  except SystemExit as error:
    return error.code
  step.write_metrics()
  return 0


if _SCRIPT:
  sys.exit(main(sys.argv[1:]))
