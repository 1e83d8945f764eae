# --- References to what was received


class _Section:
  """A section that this step has loaded. `objects` are those in it by number, kept where something
  may refer to them."""

  def __init__(self, section, path, values, objects):
    self.section, self.path, self.values, self.objects = section, path, values, objects
    self.fingerprint = self.unchanged = None  # not known yet


class _References:
  """The objects that a step has received, so that its outputs refer to those that it left as they
  were: a later step that gets them by two ways has each of them once."""

  def __init__(self, step):
    """To be called when the inputs are loaded: what they are then is compared with later."""
    self.step, self.known = step, {}
    self.sections = {d: s for d, s in step.loaded.items() if s.objects is not None}
    for digest, section in self.sections.items():
      for number, obj in section.objects.items():
        if _can_share(obj):
          self.known.setdefault(id(obj), (digest, number))
      section.fingerprint = self._fingerprint(section)

  def among(self, idents, arrays):
    """What to pickle by reference of these objects, and the regions of these arrays."""
    met = {self.known[ident][0] for ident in idents if ident in self.known}
    owners = {id(a): d for d, s in self.sections.items() for a in _arrays(s.objects.values())}
    whole = [obj for s in self.sections.values() for obj in _arrays(s.objects.values())]
    regions = {}
    for group in _overlaps(arrays + whole):
      own = [array for array in group if id(array) not in owners]
      bases = [a for a in group if id(a) in owners and a.flags.c_contiguous and not a.dtype.hasobject]
      low, high = min(_bounds(a)[0] for a in group), max(_bounds(a)[1] for a in group)
      for base in bases:
        if own and _bounds(base)[:2] == (low, high) and self._is_unchanged(owners[id(base)]):
          regions.update({id(array): base for array in own})
          met.add(owners[id(base)])
          break
    met = {digest for digest in met if self._is_unchanged(digest)}
    return self._table(met), regions

  def _table(self, digests):
    return {ident: place for ident, place in self.known.items() if place[0] in digests}

  def _is_unchanged(self, digest):
    """Whether the objects of a section still pickle to the same bytes."""
    section = self.sections[digest]
    if section.unchanged is None:
      section.unchanged = all(map(self._is_unchanged, section.section["uses"])) and (
        section.fingerprint is not None and section.fingerprint == self._fingerprint(section, True))
    return section.unchanged

  def _fingerprint(self, section, checks_buffers=False):
    """What the values of a section pickle to; None where that can't be told, or if buffers are not
    as they were saved. Of two picklings of a value only one may be that of a loaded one."""
    expected, table = section.section, self._table(section.section["uses"])
    try:
      pickler = self._dump(section, table, {})
      regions = {id(a): _region(group) for group in _overlaps(pickler.arrays) for a in group}
      if regions:
        pickler = self._dump(section, table, regions)
    except Exception:
      return None
    if [b.nbytes for b in pickler.buffers] != [size for _, size, _ in expected["buffers"]]:
      return None
    if checks_buffers:
      with _digests(pickler.buffers) as digests:
        if list(digests) != [digest for _, _, digest in expected["buffers"]]:
          return None
    return pickler.file.hash.digest()

  def _dump(self, section, table, regions):
    file = _Nowhere()
    pickler = _pickler(file, self.step, (), regions, table)
    pickler.file = file
    pickler.dump(section.values)
    return pickler

  def sections_for(self, digests):
    """Those sections and the ones that they refer to, which come first, with the paths of files that
    have them."""
    found = {}
    for digest in digests:
      section = self.sections[digest]
      found.update((s["digest"], (s, p)) for s, p in self.sections_for(section.section["uses"]))
      found[digest] = section.section, section.path
    return list(found.values())


def _arrays(objects):
  kind = getattr(sys.modules.get("numpy"), "ndarray", ())
  return [obj for obj in objects if type(obj) is kind and obj.nbytes]


class _ReferringPickler(_Pickler):
  """Pickles the objects in `references`, by id, as references to a section."""

  def __init__(self, *arguments, references):
    super().__init__(*arguments)
    self.references = references

  def persistent_id(self, obj):
    place = self.references.get(id(obj))
    if place:
      self.met[place[0]] = None
    return place


def _pickler(file, step, provided=(), regions=None, references=None):
  """Asking for every object whether it is to be a reference takes time, so only where some are."""
  if references:
    return _ReferringPickler(file, step, provided, regions, references=references)
  return _Pickler(file, step, provided, regions)
