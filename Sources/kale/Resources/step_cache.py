"""Results of steps that serve later runs, and what a step does that its code does not tell.

A result is kept under a digest of the step's code, its parameters, its inputs and the interpreter.
Beside it stands what its process was seen to do with files. It serves again where the files that it
read are as they were, and those that it wrote are still there as it left them. What has another
effect outside, or one that can't be told, is not kept.
"""
import ast
import hashlib
import json
import os
import shutil
import site
import stat
import sys
import sysconfig
import tempfile

FORMAT = 1
CHUNK = 1 << 20
# What a step leaves beside its artifacts.
FILES = ("stdout.txt", "stderr.txt", "metrics.json", "classification.json", "page.html")
IGNORED_NAMES = {".kale", ".ipynb_checkpoints", "__pycache__"}
# What programs must be free to do without keeping a step from being kept: they only tell.
TELLING_PROGRAMS = {"getconf", "ldconfig", "lscpu", "nvidia-smi", "sysctl", "uname"}
# Of the environment: what counts for every step. Other variables do where the code names them.
ENVIRONMENT = ("CUDA_", "LANG", "LC_", "MKL_", "MPLBACKEND", "NUMEXPR_", "OMP_", "OPENBLAS_",
               "PYTHON", "TZ")
UNSTEADY = {"_", "COLUMNS", "LINES", "OLDPWD", "PWD", "SHLVL"}


def digest(data):
  return hashlib.sha256(data).hexdigest()


def file_digest(path):
  """Of the content; of a folder, of the names in it; None where there is nothing."""
  try:
    if os.path.isdir(path):
      return listing_digest(path)
    total = hashlib.sha256()
    with open(path, "rb") as file:
      for chunk in iter(lambda: file.read(CHUNK), b""):
        total.update(chunk)
    return total.hexdigest()
  except OSError:
    return None


def listing_digest(path):
  try:
    return digest("\n".join(sorted(set(os.listdir(path)) - IGNORED_NAMES)).encode())
  except OSError:
    return None


def signature(path):
  """What changes whenever a file is written: size, time in nanoseconds, inode."""
  try:
    status = os.stat(path)
    return [status.st_size, status.st_mtime_ns, status.st_ino]
  except (OSError, ValueError):
    return None


class Trace:
  """What a process does with files, programs and the network, seen by an audit hook. Files of the
  installation and of the run don't count; nor do those that it has made and removed."""

  def __init__(self, folder, rewrite=None):
    """`rewrite` gives the path that one in the code leads to."""
    self.rewrite = rewrite or (lambda path: path)
    self.reads, self.writes, self.listings, self.effects = set(), set(), set(), []
    self.literals = {}  # signatures at the start of paths that the code spells out
    self.is_paused = False
    self.ignored = ("/proc", "/sys", "/dev", folder, *installation())
    self.handlers = {
      "open": self.on_open, "os.listdir": self.on_listing, "os.scandir": self.on_listing,
      "os.mkdir": lambda path, mode=0, at=-1: self.write(self.place(path, at)),
      "os.remove": self.on_removal, "os.rmdir": self.on_removal, "os.rename": self.on_rename,
      "os.link": lambda old, new, _=-1, at=-1: self.write(self.place(new, at)),
      "os.symlink": lambda old, new, at=-1: self.write(self.place(new, at)),
      "os.truncate": self.on_change, "os.chmod": self.on_change,
      "sqlite3.connect": self.on_database,
      "subprocess.Popen": lambda program, *_: self.on_program(program),
      "os.posix_spawn": lambda program, *_: self.on_program(program),
      "os.exec": lambda program, *_: self.on_program(program),
      "os.system": lambda command: self.note("it starts a program"),
      "pty.spawn": lambda *_: self.note("it starts a program"),
      "os.fork": lambda: self.note("it forks"), "os.forkpty": lambda: self.note("it forks"),
      "socket.connect": self.on_socket, "socket.bind": self.on_socket,
      "socket.sendto": self.on_socket,
      "socket.getaddrinfo": lambda *_: self.note("it uses the network"),
    }

  def start(self):
    sys.addaudithook(self.on_event)

  def on_event(self, event, arguments):
    handler = self.handlers.get(event)
    if handler is not None and not self.is_paused:
      try:
        handler(*arguments)
      except Exception as error:
        self.note("what it does can't be told (%s)" % error)

  def note(self, effect):
    if effect not in self.effects:
      self.effects.append(effect)

  def place(self, path, at=-1):
    """The absolute path; None if it doesn't count. `at` is the descriptor of a folder, or -1."""
    if path is None or isinstance(path, int):
      return None
    base = os.readlink("/proc/self/fd/%d" % at) if isinstance(at, int) and at >= 0 else os.getcwd()
    path = os.path.normpath(os.path.join(base, os.fsdecode(path)))
    if "__pycache__" in path.split(os.sep) or is_below(path, self.ignored):
      return None
    return path

  def on_open(self, path, mode, flags):
    path = self.place(path)
    if path is None:
      return
    if isinstance(mode, str):
      writes, keeps = set(mode) & set("wax+"), set(mode) & set("a+") and "w" not in mode
    else:
      writes = flags & os.O_ACCMODE != os.O_RDONLY
      keeps = not flags & (os.O_TRUNC | os.O_EXCL)
    if writes:
      self.write(path, keeps)
    elif path not in self.writes:
      self.reads.add(path)

  def write(self, path, keeps=False):
    """`keeps` tells whether something of the old content stays."""
    if path is not None and path not in self.writes:
      if path in self.reads or keeps and os.path.exists(path):
        self.note("it changes the file %s" % path)
      self.writes.add(path)

  def on_change(self, path, *_):
    self.write(self.place(path), keeps=True)

  def on_removal(self, path, at=-1):
    path = self.place(path, at)
    if path is not None and path not in self.writes and os.path.lexists(path):
      self.note("it removes %s" % path)

  def on_rename(self, old, new, at=-1, new_at=-1):
    self.on_removal(old, at)
    self.write(self.place(new, new_at))

  def on_listing(self, path=None, *_):
    caller = sys._getframe(2).f_globals.get("__name__", "")
    if not caller.startswith(("importlib", "_frozen_importlib")):
      path = self.place("." if path is None else path)
      if path is not None:
        self.listings.add(path)

  def on_database(self, path, *_):
    if os.fsdecode(path) != ":memory:" and not str(path).startswith("file::memory:"):
      self.note("it opens the database %s" % os.fsdecode(path))

  def on_program(self, program):
    name = os.path.basename(os.fsdecode(program or "a program"))
    if name not in TELLING_PROGRAMS:
      self.note("it starts %s" % name)

  def on_socket(self, _, address, *rest):
    if not isinstance(address, (str, bytes)):
      self.note("it uses the network")

  # Paths in the code, for what libraries open past Python

  def read_literals(self, sources):
    """To be called before the cells run."""
    for path in filter(None, map(self.place, map(self.rewrite, literal_paths(sources)))):
      if not os.path.isdir(path):
        self.literals[path] = signature(path)

  def facts(self):
    """What there is to tell in the end, as JSON; `why` it can't be kept, or None."""
    self.is_paused = True
    for path, before in self.literals.items():
      if signature(path) != before:
        if before is not None and path not in self.writes:
          self.note("it changes the file %s" % path)
        self.writes.add(path)
      elif path not in self.writes:
        self.reads.add(path)
    for module in list(sys.modules.values()):
      path = vars(module).get("__file__") if hasattr(module, "__dict__") else None
      if isinstance(path, str):
        path = self.place(path)
        if path is not None:
          self.reads.add(path)
    writes = {p for p in self.writes if os.path.exists(p)}
    reads = self.reads - self.writes
    return {
      "why": self.effects[0] if self.effects else None,
      "reads": {p: [signature(p), file_digest(p)] for p in sorted(reads)},
      "listings": {p: listing_digest(p) for p in sorted(self.listings - self.writes)},
      "writes": {p: [signature(p), file_digest(p) if not os.path.isdir(p) else ""]
                 for p in sorted(writes)},
    }


def is_below(path, folders):
  return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


def installation():
  """The folders of the interpreter and of installed packages."""
  prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
  folders = {os.path.join(p, part) for p in prefixes for part in ("bin", "etc", "lib", "lib64", "share")}
  folders.update(sysconfig.get_paths().values())
  with_site = getattr(site, "getsitepackages", list)() + [site.getusersitepackages()]
  return sorted(folders | set(with_site) | {os.path.realpath(f) for f in folders})


def literal_paths(sources):
  """The strings in the code that look like a path."""
  for source in sources:
    try:
      tree = ast.parse(source)
    except (SyntaxError, ValueError):  # IPython's: no worse than what no code spells out
      continue
    for node in ast.walk(tree):
      text = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
      if isinstance(text, str) and 0 < len(text) < 1024 and "\n" not in text and "\0" not in text:
        if "://" not in text and (os.sep in text or 0 < len(os.path.splitext(text)[1]) < 9):
          yield text


def traced(step_class, trace):
  """A class of steps whose literal paths are looked at before their cells run."""

  class TracedStep(step_class):
    def _load_inputs(self):
      trace.read_literals([cell.source for cell in self.cells])
      super()._load_inputs()

  return TracedStep


# --- Keeping


class Cache:
  """The kept results in a folder, which may be removed at any time."""

  def __init__(self, path, directory, load_runtime):
    self.path, self.directory, self.load_runtime = path, directory, load_runtime
    self.runtime, self.keys, self.interpreter = None, {}, None

  def look(self, plan):
    """Put the result of a step in its place if there is one, and tell what is known of it."""
    try:
      key = self.keys[plan["name"]] = self.key(plan)
      entry = self.entry(key)
      with open(os.path.join(entry, "entry.json"), encoding="utf-8") as file:
        known = json.load(file)
      if not self.holds(known, entry):
        return None
      for output in plan["outputs"]:
        place(os.path.join(entry, "outputs", output["name"]), output["path"])
      for name in known["files"]:
        shutil.copyfile(os.path.join(entry, name), os.path.join(plan["folder"], name))
      return {"seconds": known["seconds"], "rss": known["rss"]}
    except (OSError, ValueError, KeyError):  # not kept, or damaged, or being removed
      for output in plan["outputs"]:
        if os.path.exists(output["path"]):
          os.unlink(output["path"])
      return None

  def keep(self, plan, known):
    """Keep the result of a step that has succeeded; tell why not."""
    key = self.keys.get(plan["name"])
    try:
      with open(os.path.join(plan["folder"], "trace.json"), encoding="utf-8") as file:
        trace = json.load(file)
      if trace["why"] or key is None:
        return trace["why"] or "its inputs can't be read"
      os.makedirs(self.path, exist_ok=True)
      draft = tempfile.mkdtemp(prefix="draft-", dir=self.path)
      try:
        os.mkdir(os.path.join(draft, "outputs"))
        for output in plan["outputs"]:
          place(output["path"], os.path.join(draft, "outputs", output["name"]))
        files = [n for n in FILES if os.path.exists(os.path.join(plan["folder"], n))]
        for name in files:
          shutil.copyfile(os.path.join(plan["folder"], name), os.path.join(draft, name))
        known = dict(known, **trace, files=files, artifacts={
          o["name"]: signature(os.path.join(draft, "outputs", o["name"])) for o in plan["outputs"]})
        with open(os.path.join(draft, "entry.json"), "w", encoding="utf-8") as file:
          json.dump(known, file)
        self.publish(draft, self.entry(key))
      finally:
        shutil.rmtree(draft, ignore_errors=True)
      return None
    except OSError as error:
      return "it can't be written: %s" % error

  def publish(self, draft, entry):
    """Another run may do the same at the same time; either result is right."""
    for _ in range(3):
      try:
        os.makedirs(os.path.dirname(entry), exist_ok=True)
        os.rename(draft, entry)
        return
      except OSError:
        old = tempfile.mkdtemp(prefix="draft-", dir=self.path)
        try:
          os.rename(entry, os.path.join(old, "old"))
        except OSError:
          pass
        shutil.rmtree(old, ignore_errors=True)

  def entry(self, key):
    return os.path.join(self.path, key[:2], key[2:])

  def holds(self, known, entry):
    """Whether the files are as they were for a kept result, and it is whole."""
    for name, before in known["artifacts"].items():
      if signature(os.path.join(entry, "outputs", name)) != before:
        return False
    for path, (before, content) in [*known["reads"].items(), *known["writes"].items()]:
      now = signature(path)
      if (now is None) != (before is None):
        return False
      if content and now != before and file_digest(path) != content:
        return False
    return all(listing_digest(path) == before for path, before in known["listings"].items())

  # Keys

  def key(self, plan):
    if self.runtime is None:
      self.runtime = self.load_runtime()
      self.interpreter = interpreter()
      with open(os.path.join(self.directory, "step_runtime.py"), "rb") as file:
        self.interpreter["runtime"] = digest(file.read())
    inputs = {}
    for item in plan["inputs"]:
      index = self.runtime._read_index(item["path"])
      inputs[item["name"]] = index["digest"], sorted(index["members"]), index["position"]
    outputs = [{k: v for k, v in output.items() if k != "path"} for output in plan["outputs"]]
    parts = {k: plan[k] for k in ("name", "notebook", "parameters", "imports", "cells", "metrics", "classifications",
                                  "backends", "environment", "sys_path", "cwd", "volumes")}
    sources = "\n".join(cell["source"] for cell in plan["cells"])
    return digest(json.dumps(
      [FORMAT, self.interpreter, parts, inputs, outputs, environment(sources)],
      sort_keys=True).encode())


def place(source, target):
  try:
    os.link(source, target)
  except FileNotFoundError:
    raise
  except OSError:  # another file system
    shutil.copyfile(source, target)


def environment(sources):
  """The variables of the environment that count for code."""
  if any(word in sources for word in ("environ", "getenv", "expandvars", "dotenv")):
    return {n: v for n, v in os.environ.items() if n not in UNSTEADY}
  return {n: v for n, v in os.environ.items() if n.startswith(ENVIRONMENT) or n in sources}


def interpreter():
  """What tells one interpreter with its packages from another."""
  packages = {}
  for folder in sorted({os.path.abspath(p) for p in sys.path[1:]}):
    try:
      packages[folder] = sorted(n for n in os.listdir(folder) if n.endswith(
        (".dist-info", ".egg-info", ".egg-link", ".pth")))
    except OSError:
      continue
  return {"version": sys.version, "executable": os.path.realpath(sys.executable),
          "prefix": sys.prefix, "packages": packages}
