# --- What a value is, for people

PREVIEW = 400  # characters
_WITH_PREVIEW = set(
  "builtins collections datetime decimal fractions pathlib uuid numpy pandas polars pyarrow".split())


_brief = reprlib.Repr()
_brief.maxother = _brief.maxstring = PREVIEW


def _description(value):
  """A dictionary for JSON: type, and what there is of shape, columns, dtype, length, bytes and preview."""
  found = {"type": _type_name(value)}
  for key, read in _DESCRIBED.items():
    with contextlib.suppress(Exception):
      what = read(value)
      if what is not None:
        found[key] = what
  return found


def _shape(value):
  shape = None if isinstance(value, type) else getattr(value, "shape", None)
  return [int(n) for n in shape] if shape is not None else None


def _columns(value):
  names, types_ = list(value.columns), list(value.dtypes)
  return {str(name): str(dtype) for name, dtype in zip(names[:100], types_)}


def _dtype(value):
  dtype = None if isinstance(value, type) else getattr(value, "dtype", None)
  return None if dtype is None else str(dtype)


def _bytes_held(value):
  count = None if isinstance(value, type) else getattr(value, "nbytes", None)
  return int(count) if isinstance(count, int) else None


def _preview(value):
  """Only of types whose `repr` does nothing else, and not of all that they hold."""
  if type(value).__module__.partition(".")[0] not in _WITH_PREVIEW:
    return None
  if hasattr(value, "head") and hasattr(value, "dtypes"):
    value = value.head(5)
  text = _brief.repr(value) if type(value).__module__ == "builtins" else repr(value)
  if " at 0x" in text:  # an address; it would differ from run to run
    return None
  return text if len(text) <= PREVIEW else text[:PREVIEW - 3] + "..."


_DESCRIBED = {
  "shape": _shape, "columns": _columns, "dtype": _dtype,
  "length": lambda value: None if isinstance(value, type) else len(value),
  "bytes": _bytes_held, "preview": _preview}
