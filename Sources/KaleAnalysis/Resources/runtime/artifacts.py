# --- Artifacts


class _Draft:
  """The bundle of some outputs in a temporary file beside the artifact of the first one."""

  def __init__(self, step, outputs, regions=None, references=None):
    self.step, self.outputs, self.hash = step, outputs, hashlib.sha256()
    self.path, self.size = outputs[0].path + PART, 0
    consumers = {consumer for output in outputs for consumer in output.consumers}
    provided = [o.name for o in step.outputs if consumers and consumers <= set(o.consumers)]
    with self._writing():
      os.makedirs(os.path.dirname(self.path), exist_ok=True)
      with contextlib.suppress(FileNotFoundError):
        os.unlink(self.path)  # of a killed run, perhaps linked with another one
    with self._opened() as self.file:
      self.write(MAGIC)
      self.hash = hashlib.sha256()
      self.pickler = _pickler(self, step, provided, regions, references)
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

  @contextlib.contextmanager
  def _opened(self):
    """The file to write on; with many outputs, not all of them can be open at once."""
    with self._writing():
      file = open(self.path, "ab")
      try:
        yield file
      except BaseException:
        with contextlib.suppress(OSError):  # what fails to be written fails to be flushed, too
          file.close()
        raise
      file.close()

  def write(self, data):
    self.hash.update(data)
    self.size += memoryview(data).nbytes
    with self._writing():
      return self.file.write(data)

  def _add_buffers(self, buffers):
    """Write buffers behind what there is; their places. They are hashed meanwhile."""
    places = []
    with _digests(buffers) as digests:
      for buffer in buffers:
        self._align()
        places.append([self.size, buffer.nbytes])
        with self._writing():
          self.file.write(buffer)
        self.size += buffer.nbytes
      return [[*place, digest] for place, digest in zip(places, digests)]

  def _align(self):
    self.write(bytes(-self.size % ALIGNMENT))

  def _add_section(self, section, path):
    """Copy a section from the artifact at `path`: shared blocks, where the file system has them."""
    places = []
    with open(path, "rb") as source:
      for offset, size, digest in [section["pickle"], *section["buffers"]]:
        self._align()
        places.append([self.size, size, digest])
        source.seek(offset)
        self.file.flush()
        with self._writing():
          _copy(source, self.file, size)
        self.size += size
    return {**section, "pickle": places[0], "buffers": places[1:]}

  def finish(self):
    """Complete the file, and link it for the further outputs of the bundle."""
    pickled = [len(MAGIC), self.size - len(MAGIC), self.hash.hexdigest()]
    with self._opened() as self.file:
      uses = list(self.pickler.met)
      own = _section(pickled, self._add_buffers(self.pickler.buffers), uses)
      earlier = [self._add_section(*s) for s in self.step.references.sections_for(uses)] if uses else []
      state = self.step.carried_state()
      content = [s["digest"] for s in (*earlier, own)] + [json.dumps(state, sort_keys=True)]
      bound = {o.name: _description(self.step.namespace[o.name]) for o in self._bound()}
      index = {
        "format": FORMAT, "python": PYTHON, "cloudpickle": cloudpickle.__version__,
        "step": self.step.name, "notebook": self.step.notebook, "position": self.step.position(),
        "digest": hashlib.sha256("\n".join(content).encode()).hexdigest(),
        "sections": [*earlier, own], "members": bound, "state": state,
      }
      data = json.dumps(index).encode()
      self.write(data + TRAILER.pack(len(data), hashlib.sha256(data).digest(), END))
    for output in self.outputs:
      if output.metadata is not None:
        output.metadata.update(bound.get(output.name, {}))
    for output in self.outputs[1:]:
      with self._writing():
        os.makedirs(os.path.dirname(output.path), exist_ok=True)
        try:
          os.link(self.path, output.path + PART)
        except OSError:
          shutil.copyfile(self.path, output.path + PART)


def _section(pickled, buffers, uses):
  """Places are offset, size and digest; `uses` are the digests of sections that this one refers to."""
  digests = [*uses, *(digest for _, _, digest in (pickled, *buffers))]
  digest = hashlib.sha256("\n".join(digests).encode()).hexdigest()
  return {"digest": digest, "pickle": pickled, "buffers": buffers, "uses": uses}


def _copy(source, target, size):
  while size:
    try:
      count = os.copy_file_range(source.fileno(), target.fileno(), size)
    except (OSError, AttributeError):  # of different file systems, or of one that can't
      data = source.read(min(size, CHUNK))
      count = target.write(data)
    size -= count


@contextlib.contextmanager
def _digests(buffers):
  """An iterator over the digest of each buffer: the SHA-256 of the CRC-32 of its blocks.

  Large data has to be checked as fast as it is written. SHA-256 is the fastest of hashlib, 1.8 GB/s
  with instructions for it; zlib has 4.2 GB/s, files in the page cache 5. A change within one block stays
  undetected once in four billion times. Both leave the interpreter to other threads, so that large
  buffers are read on all cores while the caller writes them.
  """
  parts = [[b[i:i + PART_SIZE] for i in range(0, b.nbytes, PART_SIZE)] for b in buffers]
  if sum(buffer.nbytes for buffer in buffers) < 2 * PART_SIZE:
    yield (_joint_digest(map(_checksums, of_one)) for of_one in parts)
    return
  from concurrent.futures import ThreadPoolExecutor
  with ThreadPoolExecutor(os.cpu_count()) as pool:
    futures = [[pool.submit(_checksums, part) for part in of_one] for of_one in parts]
    yield (_joint_digest(f.result() for f in of_one) for of_one in futures)


def _checksums(data):
  sums = [zlib.crc32(data[i:i + BLOCK]) for i in range(0, data.nbytes, BLOCK)]
  return struct.pack("<%dI" % len(sums), *sums)


def _joint_digest(parts):
  return hashlib.sha256(b"".join(parts)).hexdigest()


def _save(step):
  """Save all outputs of a step. What a StepError leaves of them, the caller removes."""
  _made.clear()
  drafts = [_Draft(step, [output]) for output in step.outputs]
  group = list(range(len(drafts)))

  def join(one, other):
    if group[one] != group[other]:
      group[:] = [group[one] if g == group[other] else g for g in group]

  owner, regions = {}, {}
  # Kept: an id is good only while its object lives.
  memos = [draft.pickler.memo.copy() for draft in drafts]
  for number, memo in enumerate(memos if len(drafts) > 1 else []):
    for ident, (_, obj) in memo.items():
      if ident not in drafts[number].pickler.private and _can_share(obj):
        join(owner.setdefault(ident, number), number)
  arrays = [(a, number) for number, draft in enumerate(drafts) for a in draft.pickler.arrays]
  for overlap in _overlaps([array for array, _ in arrays]):
    idents = set(map(id, overlap))
    regions.update(dict.fromkeys(idents, _region(overlap)))
    numbers = [number for array, number in arrays if id(array) in idents]
    for number in numbers:
      join(numbers[0], number)
  for label in sorted(set(group)):
    members = [number for number, g in enumerate(group) if g == label]
    draft, references = drafts[members[0]], None
    met = [a for number in members for a in drafts[number].pickler.arrays]
    if step.references and any(step.outputs[number].joined for number in members):
      references, bases = step.references.among(
        {ident for number in members for ident in memos[number]}, met)
      regions.update(bases)
    if len(members) > 1 or references or any(id(array) in regions for array in met):
      for number in members:
        os.unlink(drafts[number].path)
      draft = _Draft(step, [step.outputs[number] for number in members], regions, references)
    draft.finish()
  for output in step.outputs:
    os.replace(output.path + PART, output.path)
  _made.clear()


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


def _read_members(path, index, loaded, keep=True):
  """The variables of a bundle by name. `loaded` are sections by digest, and gets those of the file;
  `keep` tells whether something may refer to their objects. ValueError if the file is not what was
  written."""
  for section in index["sections"]:
    if section["digest"] not in loaded:
      loaded[section["digest"]] = _read_section(path, section, loaded, keep)
  return loaded[index["sections"][-1]["digest"]].values


def _read_section(path, section, loaded, keep):
  with open(path, "rb") as file:
    start, size, _ = section["pickle"]
    data = _bytes(file, section)
    views = [data[at:at + count] for at, count, _ in section["buffers"]]
    file.seek(start)
    pickled, left = hashlib.sha256(), size
    while left:
      chunk = file.read(min(left, CHUNK))
      if not chunk:
        raise ValueError("the file is truncated")
      pickled.update(chunk)
      left -= len(chunk)
    with _digests(views) as digests:
      found = _section([start, size, pickled.hexdigest()], [
        [*place[:2], digest] for place, digest in zip(section["buffers"], digests)], section["uses"])
    if found["digest"] != section["digest"]:
      raise ValueError("the file is corrupt")
    file.seek(start)
    unpickler = _Unpickler(file, buffers=views)
    unpickler.loaded = loaded
    values = unpickler.load()
    return _Section(section, path, values, unpickler.memo.copy() if keep else None)


def _bytes(file, section):
  """The file as memory that can be written, with no effect on the file. Of a large one pages are read
  when they are used, and copied when they are written."""
  end = max((at + size for at, size, _ in section["buffers"]), default=0)
  if end >= CHUNK:
    with contextlib.suppress(OSError, ValueError):
      return memoryview(mmap.mmap(file.fileno(), end, access=mmap.ACCESS_COPY))
  data = memoryview(bytearray(end))
  file.seek(0)
  if file.readinto(data) < end:
    raise ValueError("the file is truncated")
  return data


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
  value = _read_members(path, index, {})[name]
  _made.clear()
  for extra, extra_value in _extras_met.items():
    vars(sys.modules["__main__"]).setdefault(extra, extra_value)
  return value.apply() if isinstance(value, _ClassState) else value
