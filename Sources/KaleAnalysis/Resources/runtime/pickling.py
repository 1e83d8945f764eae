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
    self.met = {}  # digests of the sections that it refers to
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
    for cls in kind.__mro__:
      found = _backends.get(cls.__module__ + "." + cls.__qualname__)
      if found:
        return found
    of_all = getattr(kind, "_metadata", None)  # a list of the class, which each frame pickles
    self.private[id(of_all)] = of_all
    if kind is getattr(sys.modules.get("numpy"), "ndarray", self):
      return self._array
    if issubclass(kind, getattr(sys.modules.get("numpy"), "dtype", ())):
      return self._dtype
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
    self.step.track(cls)
    reduced = super().reducer_override(cls)
    if type(reduced) is tuple and len(reduced) > 2 and type(reduced[2]) is tuple:
      reduced[2][0]["__qualname__"] = cls.__qualname__  # cloudpickle forgets it
      reduced[2][0].pop("__slotnames__", None)  # pickling leaves it there
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

  def _dtype(self, dtype):
    """The plain types are there once in a process, and numpy takes another one as a reason to give
    a new array where it would give the same: `np.asarray(x, np.float64) is x`."""
    plain = sys.modules["numpy"].dtype
    return (plain, (dtype.str,)) if dtype is plain(dtype.str) else NotImplemented

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


class _Unpickler(pickle.Unpickler):
  """Finds cloudpickle where this process has it, whichever copy the producer used."""

  def find_class(self, module, name):
    head, found, rest = module.partition("cloudpickle")
    if found and head in ("", "joblib.externals."):
      module = cloudpickle.__name__ + rest
    return super().find_class(module, name)

  def persistent_load(self, place):
    digest, number = place
    return self.loaded[digest].objects[number]


class _ClassState:
  """A class of the prelude as a variable: what the cells set on it."""

  def __init__(self, cls, attributes):
    self.cls, self.attributes = cls, attributes

  def apply(self):
    for name, value in self.attributes.items():
      setattr(self.cls, name, value)
    return self.cls
