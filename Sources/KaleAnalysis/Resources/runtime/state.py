# --- State that cells change without naming a variable


def _ambient_state():
  state = {"cwd": os.getcwd(), "environ": dict(os.environ), "settings": _settings()}
  loaded = sys.modules.get
  if loaded("random"):
    state["random"] = loaded("random").getstate()
  if loaded("numpy.random") and loaded("numpy.random").get_state()[0] == "MT19937":
    kind, words, *rest = loaded("numpy.random").get_state()
    state["numpy"] = (kind, words.tolist(), *rest)
  if hasattr(loaded("torch"), "get_rng_state"):
    state["torch"] = loaded("torch").get_rng_state().tolist()
  return state


def _changed_state(old, new):
  """What of the ambient state is another one. Single settings and variables of the environment,
  not all of them."""
  changed = {part: new[part] for part in new if new[part] != old.get(part)}
  if "environ" in changed:
    before, now = old["environ"], new["environ"]
    changed["environ"] = {n: now.get(n) for n in {**before, **now} if before.get(n) != now.get(n)}
  if "settings" in changed:
    before, now = old["settings"], new["settings"]
    changed["settings"] = {n: _changed_setting(n, before.get(n, []), now.get(n, []))
                           for n in {**before, **now} if before.get(n) != now.get(n)}
  return changed


def _merged_state(old, new):
  """The ambient state with what a later step has changed of it."""
  merged = {**old, **new}
  if "environ" in merged:
    merged["environ"] = {**old.get("environ", {}), **new.get("environ", {})}
  settings = dict(old.get("settings", {}))
  for name, value in new.get("settings", {}).items():
    if name in _LISTS and name in settings:
      (first, last), (front, back) = settings[name][0], value[0]
      value = [[front + [item for item in first if item not in front],
                last + [item for item in back if item not in last]]]
    settings[name] = value
  if settings:
    merged["settings"] = settings
  return merged


def _restore_state(state):
  """Set all of it that is there; the rest as soon as a cell imports its library."""
  libraries = {name.split(":")[0] for name in state.get("settings", {})}
  libraries.update(name for name in ("random", "numpy", "torch") if name in state)
  waiting = {}
  for library in libraries:
    if library in sys.modules:
      _restore_library(sys.modules[library], library, state)
    else:
      waiting[library] = functools.partial(_restore_library, library=library, state=state)
  for name, value in state.get("environ", {}).items():
    os.environ.pop(name, None)
    if value is not None:
      os.environ[name] = value
  try:
    os.chdir(state.get("cwd", "."))
  except OSError as error:
    _note("the working directory of an earlier step is not here: %s" % error)
  finder = _RestoringFinder(waiting)
  if waiting:
    sys.meta_path.insert(0, finder)
  return finder


def _restore_library(module, library, state):
  if library == "random" and "random" in state:
    version, words, gauss = state["random"]
    module.setstate((version, tuple(words), gauss))
  if library == "numpy" and "numpy" in state:
    importlib.import_module("numpy.random").set_state(tuple(state["numpy"]))
  if library == "torch" and "torch" in state:
    module.set_rng_state(module.tensor(state["torch"], dtype=module.uint8))
  values = {name.split(":", 1)[1]: value for name, value in state.get("settings", {}).items()
            if name.startswith(library + ":")}
  if values and library in _SETTINGS:
    try:
      with warnings.catch_warnings() if library != "warnings" else contextlib.nullcontext():
        if library != "warnings":
          warnings.simplefilter("ignore")
        _SETTINGS[library][1](module, values)
    except Exception as error:
      _note("settings of %s are not those of the step before: %s" % (library, _describe(error)))


class _RestoringFinder:
  """Restores the state of a library when it is imported, before the importing code goes on."""

  def __init__(self, waiting):
    self.waiting = waiting

  def find_spec(self, name, path=None, target=None):
    restore = self.waiting.pop(name, None)
    spec = restore and importlib.util.find_spec(name)
    if not spec or not hasattr(spec.loader, "exec_module"):
      return None
    loader = spec.loader

    class Loader:
      def create_module(self, spec):
        return loader.create_module(spec)

      def exec_module(self, module):
        module.__loader__ = module.__spec__.loader = loader
        loader.exec_module(module)
        restore(module)

    spec.loader = Loader()
    return spec


# --- Settings of libraries: readers give each as a value of JSON in a list, writers take an empty list
# for one that has its default again.

# Of which a step hands on what it has put before the others, and behind them.
_LISTS = ("sys:path", "warnings:filters")


def _settings():
  found = {}
  for library, (read, _) in _SETTINGS.items():
    module = sys.modules.get(library)
    if module is None:
      continue
    try:
      values = read(module)
    except Exception:  # a version of the library that has it in another way
      continue
    found.update((library + ":" + n, [v]) for n, v in values.items() if _is_plain(v))
  return found


def _is_plain(value):
  if isinstance(value, (list, tuple)):
    return all(map(_is_plain, value))
  if isinstance(value, dict):
    return all(isinstance(key, str) and _is_plain(value[key]) for key in value)
  return value is None or type(value) in (bool, int, float, str)


def _changed_setting(name, old, new):
  if name not in _LISTS:
    return new
  old, new = (old or [[]])[0], (new or [[]])[0]
  first = next((i for i, item in enumerate(new) if item in old), 0)
  return [[new[:first], [item for item in new[first:] if item not in old]]]


def _add(items, value):
  """The list with what an earlier step has put before it and behind it."""
  front, back = value[0]
  return ([item for item in front if item not in items] + list(items)
          + [item for item in back if item not in items])


def _set_sys(sys, values):
  if "recursionlimit" in values:
    sys.setrecursionlimit(*values["recursionlimit"])
  if "path" in values:
    sys.path[:] = _add(sys.path, values["path"])


def _read_warnings(warnings):
  return {"filters": [
    [action, text and getattr(text, "pattern", text), "%s:%s" % (kind.__module__, kind.__qualname__),
     module and getattr(module, "pattern", module), line]
    for action, text, kind, module, line in warnings.filters]}


def _set_warnings(warnings, values):
  found = []
  for items in values["filters"][0]:
    found.append([])
    for action, text, kind, module, line in items:
      owner, name = kind.split(":")
      kind = getattr(sys.modules.get(owner), name, None)
      if kind is not None:
        found[-1].append((action, text and re.compile(text, re.I), kind, module and re.compile(module), line))
  warnings.filters[:] = _add(warnings.filters, [found])
  warnings._filters_mutated()


def _read_decimal(decimal):
  context = decimal.getcontext()
  values = {n: getattr(context, n) for n in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp")}
  return {**values, "traps": sorted(s.__name__ for s, is_set in context.traps.items() if is_set)}


def _set_decimal(decimal, values):
  context = decimal.getcontext()
  for name, (value,) in values.items():
    if name != "traps":
      setattr(context, name, value)
    else:
      for signal in context.traps:
        context.traps[signal] = signal.__name__ in value


def _read_numpy(numpy):
  return {"err": numpy.geterr(), **{"print." + n: v for n, v in numpy.get_printoptions().items()}}


def _set_numpy(numpy, values):
  if "err" in values:
    numpy.seterr(**values["err"][0])
  options = {n[6:]: v[0] for n, v in values.items() if n.startswith("print.")}
  if options:
    numpy.set_printoptions(**options)


def _read_pandas(pandas):
  options = importlib.import_module("pandas._config.config")._registered_options
  with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    return {n: pandas.get_option(n) for n, option in options.items()
            if pandas.get_option(n) != option.defval}


def _set_pandas(pandas, values):
  for name, value in values.items():
    if value:
      pandas.set_option(name, value[0])
    else:
      pandas.reset_option(name)


# What belongs to the process, not to its figures.
_BACKEND = ("backend", "backend_fallback", "interactive", "toolbar", "timezone")


def _read_matplotlib(matplotlib):
  now, default = dict.items(matplotlib.rcParams), matplotlib.rcParamsDefault
  values = {n: v for n, v in now if n not in _BACKEND and v != dict.get(default, n)}
  if "axes.prop_cycle" in values:
    values["axes.prop_cycle"] = values["axes.prop_cycle"].by_key()
  return values


def _set_matplotlib(matplotlib, values):
  for name, value in values.items():
    if not value:
      matplotlib.rcParams[name] = matplotlib.rcParamsDefault[name]
    elif name == "axes.prop_cycle":
      matplotlib.rcParams[name] = matplotlib.cycler(**value[0])
    else:
      matplotlib.rcParams[name] = value[0]


def _set_torch(torch, values):
  if "dtype" in values:
    torch.set_default_dtype(getattr(torch, values["dtype"][0].split(".")[1]))
  if "grad" in values:
    torch.set_grad_enabled(*values["grad"])


_SETTINGS = {
  "sys": (lambda m: {"recursionlimit": m.getrecursionlimit(), "path": list(m.path)}, _set_sys),
  "warnings": (_read_warnings, _set_warnings),
  "locale": (lambda m: {"all": m.setlocale(m.LC_ALL)}, lambda m, v: m.setlocale(m.LC_ALL, *v["all"])),
  "decimal": (_read_decimal, _set_decimal),
  "numpy": (_read_numpy, _set_numpy),
  "pandas": (_read_pandas, _set_pandas),
  "matplotlib": (_read_matplotlib, _set_matplotlib),
  "sklearn": (lambda m: m.get_config(), lambda m, v: m.set_config(**{n: x[0] for n, x in v.items()})),
  "torch": (lambda m: {"dtype": str(m.get_default_dtype()), "grad": m.is_grad_enabled()}, _set_torch),
  "polars": (lambda m: {"config": m.Config.save()}, lambda m, v: m.Config.load(*v["config"])),
  "keras": (lambda m: {"floatx": m.config.floatx()}, lambda m, v: m.config.set_floatx(*v["floatx"])),
}
