# --- Steps


class Step(_Cells):
  """One step of a pipeline: its calls say what belongs to it, then `run`."""

  def __init__(self, name, notebook="notebook.ipynb"):
    super().__init__(notebook)
    self.name = name
    self.parameters, self.imports, self.metrics, self.classifications = {}, [], [], []
    self.inputs, self.outputs, self.cells, self.backend_modules = [], [], [], []
    # Of the prelude: what it bound, names by id, attributes of classes by id as it left them.
    self.prelude, self.prelude_names, self.class_attributes = {}, {}, {}
    self.inherited, self.initial, self.portable, self.finder = {}, {}, {}, None
    self.missing = {}  # inputs that their producers left undefined
    self.loaded, self.references, self.kept = {}, None, []
    self.curves, self.numbers, self.metrics_path, self.tracked = {}, {}, None, 0

  def parameter(self, name, value):
    self.parameters[name] = value

  def re_import(self, statement):
    """An import statement to execute before the prelude."""
    self.imports.append(statement)

  def input(self, name, path, producer="", certain=True):
    self.inputs.append(_Input(name, os.path.abspath(path), producer, certain))

  def output(self, name, path, consumers=(), metadata=None, joined=False):
    """The dictionary `metadata` gets what the value is, in words and numbers for people. `joined`
    tells that a consumer gets variables from other steps too: what they share must be known again."""
    path = os.path.abspath(path)
    self.outputs.append(_Output(name, path, list(consumers), metadata, joined))

  def cell(self, index, source, kind="step", ipython=False):
    if kind not in ("imports", "functions", "step"):
      raise ValueError("a cell can't be of kind %r" % kind)
    self.cells.append(_Cell(index, source, kind, ipython))

  def backends(self, name, source):
    """A module of the user's that registers backends, to execute before the inputs are loaded."""
    self.backend_modules.append((name, source))

  def module_file(self, path, text):
    """A file of a module that the cells import, by its path in a folder of the import path."""
    self.files.append((path, text, True))

  def script(self, path, text):
    """A file that the cells run, by its path from the working directory."""
    self.files.append((path, text, False))

  def installed(self, command):
    """A command of the next cell that installs what is there already, and need not run."""
    self.installs.add(command)

  def page(self, path):
    """Where to write what the cells show as HTML, if anything."""
    self.page_path = os.path.abspath(path)

  def metric(self, name, log=None):
    """`log(name, value)` is called with the number that the variable holds in the end."""
    self.metrics.append((name, log))

  def confusion_matrix(self, name, log, expressions=(), given=False):
    """`log(categories, matrix)` is called with what the variable holds in the end. The expressions are
    the categories if they are `given`, else the values that were compared."""
    self.classifications.append((_confusion_matrix, [name], log, expressions, given))

  def roc_curve(self, names, log):
    """`log(fpr, tpr, thresholds)` is called with what the variables hold in the end: one that has all,
    or one each."""
    self.classifications.append((_roc_curve, names, log))

  def take(self, plan):
    """All that a plan, the JSON object of a local run, says of the step."""
    self.parameters.update(plan.get("parameters", {}))
    self.imports.extend(plan.get("imports", []))
    for key, add in (("inputs", self.input), ("outputs", self.output), ("cells", self.cell),
                     ("backends", self.backends)):
      for item in plan.get(key, []):
        add(**item)
    for name in plan.get("metrics", []):
      self.metric(name, self.numbers.__setitem__)
    for item in plan.get("classifications", []):
      keep = self._keep_curve(item)
      if item["kind"] == "roc_curve":
        self.roc_curve(item["variables"], keep)
      else:
        self.confusion_matrix(item["variables"][0], keep, item["expressions"], item["given"])
    self.metrics_path = plan.get("metrics_path") and os.path.abspath(plan["metrics_path"])
    if plan.get("page"):
      self.page(plan["page"])

  def _keep_curve(self, item):
    def keep(*values):
      roles = ("fpr", "tpr", "thresholds") if len(values) == 3 else ("categories", "matrix")
      self.curves[item["variables"][0]] = {"kind": item["kind"], **dict(zip(roles, values))}
    return keep

  def write_metrics(self):
    """For a local run; numbers that are not finite are written as null."""
    if self.metrics_path:
      with open(self.metrics_path, "w", encoding="utf-8") as file:
        json.dump({n: v if math.isfinite(v) else None for n, v in self.numbers.items()}, file)
    if self.metrics_path and self.curves:
      path = os.path.join(os.path.dirname(self.metrics_path), "classification.json")
      with open(path, "w", encoding="utf-8") as file:
        json.dump(self.curves, file)

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
    hooks = {"display": self._display, "get_ipython": self._get_ipython, "__IPYTHON__": True, "_": ""}
    saved = sys.modules["__main__"], sys.displayhook, _active
    previous = {name: vars(builtins)[name] for name in hooks if hasattr(builtins, name)}
    os.environ.setdefault("MPLBACKEND", "Agg")
    try:
      sys.modules["__main__"], sys.displayhook, _active = self.main, self._echo, self
      vars(builtins).update(hooks)
      self._run_cells()
      for name, log in self.metrics:
        self._log_metric(name, log)
      for read, names, log, *details in self.classifications:
        self._log_classification(read, names, log, *details)
      _save(self)
    except BaseException:
      for output in self.outputs:
        for path in (output.path, output.path + PART):
          with contextlib.suppress(OSError):
            os.unlink(path)
      raise
    finally:
      self._write_page()
      self._close()
      if self.finder in sys.meta_path:
        sys.meta_path.remove(self.finder)
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
    self._write_files()
    for statement in self.imports:
      self._run_cell(_Cell("import", statement, "imports", False))
    before = dict(self.namespace)
    for kind in ("imports", "functions"):
      for cell in self.cells:
        if cell.kind == kind:
          self._run_cell(cell)
    self._know_prelude(before)
    for name, source in self.backend_modules:
      module = types.ModuleType(name)
      sys.modules[name] = module
      _remember_source(name + ".py", source)
      exec(compile(source, name + ".py", "exec"), vars(module))
    self.initial = _ambient_state()
    self._load_inputs()
    self.finder = _restore_state(self.inherited)
    self.initial = {**self.initial, **_ambient_state(), **start}
    for cell in self.cells:
      if cell.kind == "step":
        self._run_cell(cell)

  def _log_metric(self, name, log):
    if name not in self.namespace:
      raise self.error("has no variable for the metric %r" % name)
    try:
      value = float(self.namespace[name])
    except Exception as error:
      raise self.error("has no number for the metric %r: %s" % (name, _describe(error))) from error
    if log is not None:
      log(name, value)

  def _log_classification(self, read, names, log, *details):
    for name in names:
      if name not in self.namespace:
        raise self.error("has no variable for the metric %r" % name)
    try:
      values = read(self.namespace, [self.namespace[name] for name in names], *details)
    except Exception as error:
      raise self.error("can't report %r: %s" % (names[0], _describe(error))) from error
    log(*values)

  # What is received and handed on

  def _load_inputs(self):
    _extras_met.clear()
    indexes = [(self._reading(item, _read_index), item) for item in self.inputs]
    indexes.sort(key=lambda pair: pair[0]["position"])  # what stands later wins
    names = {item.name for item in self.inputs}
    keep = any(output.joined for output in self.outputs)
    keep = keep or any(len(index["sections"]) > 1 for index, _ in indexes)
    bundles = []
    for index, item in indexes:
      self.inherited = _merged_state(self.inherited, index["state"])
      members = index["members"] and self._reading(item, _read_members, index, self.loaded, keep)
      bundles.append(members)
    for name, value in _extras_met.items():
      if name not in names:
        self.namespace.setdefault(name, value)
    for (index, item), members in zip(indexes, bundles):
      if item.name in members:
        value = members[item.name]
        self.namespace[item.name] = value.apply() if isinstance(value, _ClassState) else value
      else:
        self.missing[item.name] = item.producer
    _extras_met.clear()
    _made.clear()
    if self.loaded and any(output.joined for output in self.outputs):
      self.references = _References(self)
    self.loaded.clear()  # or what cells delete would live on

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

  def track(self, cls):
    """Give a class of this step the id under which cloudpickle knows it again: always the same one, so
    that a second run of the step saves the same bytes."""
    tracker = sys.modules[cloudpickle.CloudPickler.__module__]
    if cls.__module__ == "__main__" and cls not in tracker._DYNAMIC_CLASS_TRACKER_BY_CLASS:
      code = hashlib.sha256(repr([self.name, self.cells]).encode()).hexdigest()
      self.tracked += 1
      tracker._lookup_class_or_track("kale-%s-%d-%s" % (code, self.tracked, cls.__qualname__), cls)

  def position(self):
    """Where the step stands in the notebook: its last cell."""
    return max((cell.index for cell in self.cells if cell.kind == "step"), default=-1)

  def carried_state(self):
    """The ambient state to continue with: what this step changed, over what it received."""
    return _merged_state(self.inherited, _changed_state(self.initial, _ambient_state()))

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
      self.portable[name] = _can_pickle(self, self.namespace[name])
      if not self.portable[name]:
        _note("%r stays in step %r, a function that mentions it does not" % (name, self.name))
    return self.portable[name]
