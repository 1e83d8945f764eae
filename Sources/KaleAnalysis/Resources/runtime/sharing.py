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
      with contextlib.suppress(Exception):
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
