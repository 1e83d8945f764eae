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
