"""Starts the steps of a run for the engine and tells how they end.

  step_server.py serve FOLDER   each step is a fresh interpreter; also looks after kept results
  step_server.py warm FOLDER    runs the imports and functions cells once, and forks for each step
  step_server.py step PLAN      one step, in this interpreter

FOLDER is the run directory. A server reads requests from descriptor 3 and writes reports to
descriptor 4, a JSON object a line; docs of both stand at `Server`. When its requests end, so do it
and all that it has started.
"""
import atexit
import gc
import importlib.util
import json
import os
import random
import select
import signal
import sys
import threading
import traceback
import weakref

REQUESTS, REPORTS = 3, 4
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def load(name, path):
  """A module from its file, under the name by which others import it."""
  spec = importlib.util.spec_from_file_location(name, path)
  module = importlib.util.module_from_spec(spec)
  sys.modules[name] = module
  spec.loader.exec_module(module)
  return module


def load_module(folder, name):
  return load("kale_" + name, os.path.join(folder, "step_%s.py" % name))


def read_plan(path):
  with open(path, encoding="utf-8") as file:
    plan = json.load(file)
  plan["folder"] = os.path.dirname(os.path.abspath(path))
  return plan


def control_process(option, value):
  """Linux's prctl; without it, a killed server may leave processes behind, and nothing else."""
  try:
    import ctypes
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
  except (ImportError, OSError, AttributeError):
    pass


def leave(code, namespace=None):
  """End the process as the interpreter would, but for tearing down every module, which in a forked
  process copies all of its memory."""
  try:
    threading._shutdown()
    atexit._run_exitfuncs()
    if namespace is not None:
      namespace.clear()
    for stream in (sys.stdout, sys.stderr):
      stream.flush()
  except BaseException:
    traceback.print_exc()
    code = code or 120
  try:
    import ctypes
    ctypes.CDLL(None).fflush(None)
  except (ImportError, OSError, AttributeError):
    pass
  os._exit(code)


# --- A server


class Server:
  """Requests:

    {"do": "start", "step": NAME}   -> {"event": "started", "step", "pid"}, later
                                       {"event": "ended", "step", "status", "rss"}
    {"do": "look", "step": NAME}    -> {"event": "found", "step", ...} or {"event": "missed", "step"}
    {"do": "keep", "step": NAME, "facts": {...}} -> {"event": "kept", "step", "why"}

  `status` is that of wait(2), `rss` the most memory it had, in bytes; `why` tells why a result is
  not kept, or is null. A step leads a process group of its own, which ends with it.
  """

  def __init__(self, folder):
    self.folder, self.pid, self.cache, self.trace = folder, os.getpid(), None, None
    self.poller = select.poll()
    self.pending, self.running = b"", {}  # what came of the next line; (name, pid) by descriptor
    for descriptor in (REQUESTS, REPORTS):
      os.set_inheritable(descriptor, False)
    control_process(PR_SET_CHILD_SUBREAPER, 1)

  def report(self, event, **facts):
    data = json.dumps(dict(facts, event=event)).encode() + b"\n"
    try:
      while data:
        data = data[os.write(REPORTS, data):]
    except OSError:  # the engine is gone
      self.end()

  def serve(self):
    """Serve until the requests end. In a process forked for a step, returns its plan."""
    self.poller.register(REQUESTS, select.POLLIN)
    while True:
      is_blind = any(descriptor < 0 for descriptor in self.running)
      ready = {descriptor for descriptor, _ in self.poller.poll(10 if is_blind else None)}
      for descriptor in list(self.running):
        if descriptor < 0 or descriptor in ready:
          self.collect(descriptor)
      if REQUESTS in ready:
        for request in self.read():
          plan = self.do(request)
          if plan is not None:
            return plan

  def read(self):
    try:
      data = os.read(REQUESTS, 1 << 16)
    except InterruptedError:
      return []
    if not data:
      self.end()
    *lines, self.pending = (self.pending + data).split(b"\n")
    return [json.loads(line) for line in lines]

  def do(self, request):
    name = request["step"]
    plan = read_plan(os.path.join(self.folder, "steps", name, "step.json"))
    if request["do"] == "start":
      return self.start(plan)
    if request["do"] == "look":
      found = self.kept(plan).look(plan)
      self.report("missed" if found is None else "found", step=name, **(found or {}))
    elif request["do"] == "keep":
      self.report("kept", step=name, why=self.kept(plan).keep(plan, request["facts"]))

  def kept(self, plan):
    if self.cache is None:
      self.cache = load_module(self.folder, "cache").Cache(
        plan["cache"], self.folder, lambda: load_module(self.folder, "runtime"))
    return self.cache

  # Processes

  def start(self, plan):
    sys.stdout.flush()
    sys.stderr.flush()
    self.pause_trace(True)
    pid = os.fork()
    self.pause_trace(False)
    if pid == 0:
      self.become_step(plan)
      return plan
    try:
      os.setpgid(pid, pid)
    except OSError:  # it has done so by itself
      pass
    try:
      descriptor = os.pidfd_open(pid)
      self.poller.register(descriptor, select.POLLIN)
    except (AttributeError, OSError):
      descriptor = -pid
    self.running[descriptor] = plan["name"], pid
    self.report("started", step=plan["name"], pid=pid)

  def pause_trace(self, is_paused):
    if self.trace is not None:
      self.trace.is_paused = is_paused

  def become_step(self, plan):
    """What a forked process does before it is the step: its own group, output and limits."""
    os.setpgid(0, 0)
    control_process(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != self.pid:
      os._exit(1)
    for descriptor in (REQUESTS, REPORTS, *self.running):
      if descriptor >= 0:
        os.close(descriptor)
    for target, name in ((1, "stdout.txt"), (2, "stderr.txt")):
      flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
      file = os.open(os.path.join(plan["folder"], name), flags, 0o644)
      os.dup2(file, target)
      os.close(file)
    if plan.get("memory_limit"):
      import resource
      _, hard = resource.getrlimit(resource.RLIMIT_DATA)
      resource.setrlimit(resource.RLIMIT_DATA, (plan["memory_limit"], hard))

  def collect(self, descriptor):
    """Tell of a process if it has ended. A negative descriptor stands for none."""
    name, pid = self.running[descriptor]
    if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
      return
    self.kill_group(pid)  # what the step has left running would not survive its container either
    _, status, usage = os.wait4(pid, 0)
    del self.running[descriptor]
    if descriptor >= 0:
      self.poller.unregister(descriptor)
      os.close(descriptor)
    self.report("ended", step=name, status=status, rss=usage.ru_maxrss * 1024)

  def kill_group(self, pid):
    try:
      os.killpg(pid, signal.SIGKILL)
    except OSError:
      pass

  def end(self):
    """End at once, with all steps and with what they have left behind."""
    for _, pid in self.running.values():
      self.kill_group(pid)
    for _ in range(100):  # those that left their group have this process as their parent by now
      try:
        with open("/proc/self/task/%d/children" % os.getpid()) as file:
          strays = file.read().split()
      except OSError:
        break
      for pid in map(int, strays):
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
      if not strays:
        break
    os._exit(0)


class IsolatingServer(Server):
  """Starts a fresh interpreter for each step."""

  def become_step(self, plan):
    super().become_step(plan)
    path = os.path.join(plan["folder"], "step.json")
    environment = {**os.environ, **plan.get("environment", {})}
    os.execve(sys.executable, [sys.executable, os.path.abspath(__file__), "step", path], environment)


# --- A warm process

UNSAFE_PACKAGES = (
  "cupy", "distributed", "grpc", "jax", "mpi4py", "pycuda", "pyspark", "ray", "tensorflow")
HARMLESS_FILES = ("/dev/null", "/dev/random", "/dev/urandom")
SHARED_RANDOM = "numpy.random"


def descriptors():
  folder = "/proc/self/fd/"  # the listing has a descriptor of its own, which is gone after it
  return {name for name in os.listdir(folder) if os.path.lexists(folder + name)}


def why_not_fork(opened, namespace, server):
  """What the cells do that forbids to fork steps from this process, in a few words; None if nothing.
  `opened` are the descriptors that were open before."""
  for name in UNSAFE_PACKAGES:
    if name in sys.modules:
      return "import %s, which does not survive a fork" % name
  cuda = getattr(sys.modules.get("torch"), "cuda", None)
  if cuda is not None and cuda.is_initialized():
    return "use the GPU"
  if threading.active_count() > 1:
    return "start threads"
  try:
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return "start programs that go on"
  except ChildProcessError:
    pass
  for descriptor in descriptors() - opened:
    path = os.readlink("/proc/self/fd/" + descriptor)
    if path not in HARMLESS_FILES:
      return "leave %s open" % (path if path.startswith("/") else "a connection or pipe")
  for name, value in namespace.items():
    if is_generator(value):
      return "make the random generator %r, and each step has one of its own" % name
  for finalizer in list(weakref.finalize._registry.values()):
    if getattr(finalizer.func, "__module__", None) == "tempfile":
      return "make a temporary folder, and each step has one of its own"
  server.pause_trace(True)
  survive = threads_survive_a_fork()
  server.pause_trace(False)
  if survive:
    return "import a library that starts threads"
  return None


def is_generator(value):
  kind = type(value)
  return (kind.__module__.partition(".")[0] in ("random", "numpy", "torch")
          and kind.__name__ in ("Random", "Generator", "RandomState"))


def threads_survive_a_fork():
  """Whether there are threads that no library takes care of. One that is prepared for a fork, as
  OpenBLAS is, ends its threads before and starts them again where they are needed."""
  pid = os.fork()
  if pid == 0:
    os._exit(0)
  os.waitpid(pid, 0)
  return len(os.listdir("/proc/self/task")) > 1


class RandomState:
  """Lets each forked process start random generators anew, as an interpreter does, unless the cells
  have seeded them; with `is_seeded`, they have been in any case."""

  def __init__(self, is_seeded):
    self.is_seeded, self.initial, self.last = is_seeded, {}, None
    if not is_seeded:
      self.initial["random"] = random.getstate()[1][:-1]
      sys.meta_path.insert(0, self)

  def find_spec(self, name, path=None, target=None):
    if name != SHARED_RANDOM:
      return None
    sys.meta_path.remove(self)
    spec = importlib.util.find_spec(name)
    if spec is not None and hasattr(spec.loader, "exec_module"):
      execute = spec.loader.exec_module

      def exec_module(module):
        execute(module)
        self.initial[name] = self.state_of(module)

      spec.loader.exec_module = exec_module
    return spec

  @staticmethod
  def state_of(module):
    return module.get_state()[1].tobytes()

  def remember(self):
    """To be called before a fork, after which `random` seeds itself."""
    self.last = random.getstate()

  def restore(self):
    """To be called after a fork."""
    if self.is_seeded or self.last[1][:-1] != self.initial["random"]:
      random.setstate(self.last)
    numpy = sys.modules.get(SHARED_RANDOM)
    if SHARED_RANDOM in self.initial and self.state_of(numpy) == self.initial[SHARED_RANDOM]:
      numpy.seed()


def warm(step_class, server, random_state, runtime):
  """A class of steps that run the prelude, and after it become what the server is asked for."""

  opened = descriptors()

  class WarmStep(step_class):
    def _know_prelude(self, before):
      super()._know_prelude(before)
      why = why_not_fork(opened, self.namespace, server)
      if why is not None:
        server.report("unsafe", why=why)
        server.end()
      control_process(PR_SET_PDEATHSIG, 0)
      server.report("ready")
      gc.freeze()
      random_state.remember()
      self.become(server.serve())

    def become(self, plan):
      random_state.restore()
      self.name, self.folder = plan["name"], plan["folder"]
      self.cells.clear()
      kept = dict(self.namespace)
      for statement in plan["imports"]:
        self._run_cell(runtime._Cell("import", statement, "imports", False))
      self.take(plan)
      self.namespace.update({**plan["parameters"], **kept})

  return WarmStep


class WarmServer(Server):
  """Forks steps from this process, which the prelude has run in."""

  def become_step(self, plan):
    super().become_step(plan)
    for target, name in ((1, "stdout.txt"), (2, "stderr.txt")):  # each step prints it
      with open(os.path.join(self.folder, "prelude", name), "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
          os.write(target, chunk)


# --- What is run


def run(folder, plan, server=None):
  """Run what a plan describes in this process, and end it. With a server, that is the prelude, and
  forked processes go on from there."""
  runtime, trace, steps = load_module(folder, "runtime"), None, []
  observer = os.path.join(folder, "observer.py")
  is_observed = os.path.exists(observer)
  step_class = load("kale_observer", observer).observe(runtime) if is_observed else runtime.Step
  paths = None
  if plan.get("volumes"):
    module = load_module(folder, "paths")
    paths = module.Paths(plan["volumes"])
    step_class = module.rewriting(step_class, paths)
  if plan.get("cache"):
    cache = load_module(folder, "cache")
    trace = cache.Trace(folder, paths.path if paths else None)
    step_class = cache.traced(step_class, trace)
  if server is not None:
    server.trace = trace
    step_class = warm(step_class, server, RandomState(is_seeded=is_observed), runtime)
  step_class.folder = plan["folder"]

  def make_step(*arguments):
    steps.append(step_class(*arguments))
    return steps[0]

  try:
    if trace is not None:
      trace.start()
    code = runtime.run_plan(plan, make_step)
    if code == 0 and trace is not None:
      with open(os.path.join(steps[0].folder, "trace.json"), "w", encoding="utf-8") as file:
        json.dump(trace.facts(), file)
  except BaseException:
    traceback.print_exc()
    code = 1
  if server is not None and os.getpid() == server.pid:  # it came to no fork
    server.report("unsafe", why="fail")
    server.end()
  leave(code, steps[0].namespace if steps else None)


def main(mode, path):
  if mode == "serve":
    IsolatingServer(path).serve()
  elif mode == "warm":
    control_process(PR_SET_PDEATHSIG, signal.SIGKILL)
    run(path, read_plan(os.path.join(path, "prelude", "step.json")), WarmServer(path))
  else:
    plan = read_plan(path)
    run(os.path.dirname(os.path.dirname(plan["folder"])), plan)


if __name__ == "__main__":
  main(*sys.argv[1:3])
