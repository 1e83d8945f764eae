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
      raise StepError(_why_not(step, outputs[0], error)) from error

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
