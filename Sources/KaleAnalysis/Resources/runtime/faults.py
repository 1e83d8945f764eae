# --- Faults


class _Nowhere:
  """A file of which only the digest is kept."""

  def __init__(self):
    self.hash = hashlib.sha256()

  def write(self, data):
    self.hash.update(data)
    return memoryview(data).nbytes


def _parts(value):
  """The parts of a value that a message can name."""
  if isinstance(value, dict):
    return [("[%r]" % (key,), part) for key, part in value.items()]
  if isinstance(value, (list, tuple)):
    return [("[%d]" % number, part) for number, part in enumerate(value)]
  if isinstance(value, types.FunctionType):
    return [("." + n, part) for n, part in inspect.getclosurevars(value).nonlocals.items()]
  return [("." + name, part) for name, part in getattr(value, "__dict__", {}).items()]


def _can_pickle(step, value):
  try:
    _Pickler(_Nowhere(), step).dump(value)
    return True
  except Exception:
    return False


def _why_not(step, output, error):
  """The message for a value that can't be saved, with the part of it that is to blame."""
  value, place, seen = step.namespace[output.name], output.name, []
  while value is not None:
    seen.append(value)
    parts = (p for p in _parts(value) if not any(p[1] is s for s in seen))
    label, value = next((p for p in parts if not _can_pickle(step, p[1])), ("", None))
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
  return str(step.error("cannot hand on %r (type %s)%s%s: %s\n  %s" % (
    output.name, _type_name(whole), need % steps if steps else "",
    inside if value is not whole else "", _describe(error), advice)))
