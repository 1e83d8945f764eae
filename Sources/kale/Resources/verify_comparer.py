"""Compares what the runs of a notebook have left: once whole, once as a pipeline, and perhaps whole
again, which tells what the notebook itself does not do twice.

`main` takes a JSON file: `tolerance`; the folders `whole` and `repeats`, each with what
verify_observer.py has written; `steps`, each with `name`, `folder`, `cells` and `status`, in the order of
their last cells; `parameters`. The verdict goes to the standard output, as JSON.
"""
import ast
import collections
import itertools
import json
import os
import re
import sys

MAX_DIFFERENCES = 1000  # of one variable; with more, it is different as a whole
MAX_TEXT = 1 << 24  # of a cell's output, in bytes
ABSOLUTE = 1e-3  # of the tolerance: what numbers near zero may differ by
PRECISION = {"float16": 1e-2, "float32": 1e-6, "complex64": 1e-6, "torch.float16": 1e-2,
             "torch.bfloat16": 1e-1, "torch.float32": 1e-6}
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
# What %time and %timeit print.
TIMING = re.compile(r"^(CPU times|Wall time): .*|.*\bper loop\b.*|.*\d [nµμm]?s ± .*", re.MULTILINE)
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?(?![\w.])")

# Two places with what the runs have there, as text; and whether both are floats.
Difference = collections.namedtuple("Difference", "path notebook pipeline is_number")
Sharing = collections.namedtuple("Sharing", "first second together")


class Run:
  """What one process has left; without a folder, or where the process has been killed, nothing."""

  def __init__(self, folder):
    self.folder, found = folder, {}
    try:
      with open(os.path.join(folder, "observed.json"), encoding="utf-8") as file:
        found = json.load(file)
    except FileNotFoundError:
      pass
    self.is_there = bool(found)
    self.variables, self.nodes = found.get("variables", {}), found.get("nodes", [])
    self.unchanged = set(found.get("unchanged", []))
    self.deleted, self.error = set(found.get("deleted", [])), found.get("error")
    self.printed = collections.defaultdict(str)
    for cell, begin, end in found.get("cells", []):
      self.printed[cell] += self.text(begin, end)

  def text(self, begin, end):
    with open(os.path.join(self.folder, "stdout.txt"), "rb") as file:
      file.seek(begin)
      text = file.read(min(end - begin, MAX_TEXT)).decode("utf-8", "replace")
    return text.replace("\r\n", "\n")

  def data(self, node):
    """The values of an array, or None if they have not been kept."""
    if "at" not in node:
      return None
    import numpy
    offset, size = node["at"]
    with open(os.path.join(self.folder, "observed.bin"), "rb") as file:
      file.seek(offset)
      return numpy.frombuffer(file.read(size), node["descr"]).reshape(node["shape"])


def is_node(item):
  return isinstance(item, list)


def short(text, width=60):
  text = " ".join(str(text).split())
  return text if len(text) <= width else text[:width - 3] + "..."


class Comparison:
  """Compares variables of one run with those of another, each object with one other object."""

  def __init__(self, left, right, tolerance):
    self.left, self.right, self.tolerance = left, right, tolerance
    self.partner, self.back = {}, {}
    self.arrays, self.sharing = [], []

  def variable(self, name):
    """Compares one variable: its differences, whether numbers differ by a little, and the parts that
    can't be compared, with the reason."""
    self.differences, self.is_close, self.opaque, self.seen = [], False, [], set()
    self.work = [((None, name), self.left.variables[name], self.right.variables[name], True)]
    while self.work:
      self.pair(*self.work.pop())
      if len(self.differences) > MAX_DIFFERENCES:
        self.work, first = [], self.differences[0]
        self.differences.append(first._replace(path=name))
    return self.differences, self.is_close, self.opaque

  def differ(self, path, left, right, is_number=False):
    self.differences.append(Difference(text_of(path), left, right, is_number))

  def pair(self, path, left, right, sharing):
    if not is_node(left) or not is_node(right):
      if is_node(left) or is_node(right) or not self.are_equal(left, right):
        self.differ(path, self.shown(self.left, left), self.shown(self.right, right),
                    isinstance(left, float) and isinstance(right, float))
      return
    numbers = left[0], right[0]
    a, b = self.left.nodes[left[0]], self.right.nodes[right[0]]
    if a.get("s") and b.get("s") and sharing:
      sharing = self.are_partners(path, *numbers)
    if numbers in self.seen:
      return
    self.seen.add(numbers)
    if a["k"] != b["k"] or a["t"] != b["t"]:
      self.differ(path, self.shown(self.left, left), self.shown(self.right, right))
    else:
      getattr(self, "pair_" + a["k"])(path, a, b, sharing)

  def are_partners(self, path, a, b):
    """Notes that two objects stand for each other, or that one of them stands for another already."""
    partner, other = self.partner.get(a), self.back.get(b)
    if partner is None and other is None:
      self.partner[a], self.back[b] = (b, path), (a, path)
      return True
    if partner is not None and partner[0] != b:
      self.sharing.append(Sharing(text_of(partner[1]), text_of(path), "notebook"))
      return False
    if other is not None and other[0] != a:
      self.sharing.append(Sharing(text_of(other[1]), text_of(path), "pipeline"))
      return False
    return True

  def are_equal(self, left, right, tolerance=0):
    if type(left) is not type(right):
      return False
    if isinstance(left, str):
      return left == right or ADDRESS.sub("0x", left) == ADDRESS.sub("0x", right)
    if left == right or (left != left and right != right):
      return True
    if isinstance(left, float) and is_near(left, right, max(tolerance, self.tolerance)):
      self.is_close = True
      return True
    return False

  def shown(self, run, item):
    return self.shown_node(run.nodes[item[0]]) if is_node(item) else short(repr(item))

  def shown_node(self, node):
    kind = node["t"]
    if node["k"] in ("seq", "map", "set"):
      scalars = [v for v in node["v"] if not is_node(v)]
      if node["k"] == "seq" and len(scalars) == len(node["v"]) <= 8:
        return short("%s %s" % (kind, scalars))
      return "%s of %d" % (kind, len(node["v"]))
    if node["k"] == "array":
      return "%s %s %s" % (kind.split(".")[-1], node["dtype"], tuple(node["shape"]))
    if node["k"] == "bytes":
      return short("%s %s" % (kind, node["head"]))
    if node["k"] in ("atom", "number"):
      return short(node["v"])
    if node["k"] == "global":
      return short("%s %s" % (kind, node["v"]))
    return kind

  # Nodes of one kind and type

  def pair_atom(self, path, a, b, _):
    if a["v"] != b["v"]:
      known = {"code": ("its code", "other code")}
      self.differ(path, *known.get(a["t"], (short(a["v"]), short(b["v"]))))

  pair_global = pair_atom

  def pair_number(self, path, a, b, _):
    precision = PRECISION.get(a["t"].split(".")[-1], 0)
    if not self.are_equal(a["v"], b["v"], precision):
      self.differ(path, repr(a["v"]), repr(b["v"]))

  def pair_bytes(self, path, a, b, _):
    if a["v"] != b["v"]:
      same = a["head"] == b["head"]
      self.differ(path, *("%d bytes%s" % (n["len"], " with other content" if same and n is b else
                                         "" if same else " " + short(n["head"], 40)) for n in (a, b)))

  def pair_opaque(self, path, a, b, _):
    self.opaque.append((text_of(path), a["why"]))

  def pair_object(self, path, a, b, sharing):
    left, right = dict_of(a.get("parts", [])), dict_of(b.get("parts", []))
    is_of_library = "__class__" not in left
    for label in [*left, *(n for n in right if n not in left)]:
      # What libraries note for themselves, when they come to it, is no part of a value.
      if is_of_library and label[:1] == "_" and (label not in left or label not in right):
        continue
      place = path, label if label[:1] in "[." else "." + label
      self.pair_parts(place, left, right, label, sharing)

  def pair_parts(self, place, left, right, key, sharing):
    if key not in right:
      self.differ(place, self.shown(self.left, left[key]), "absent")
    elif key not in left:
      self.differ(place, "absent", self.shown(self.right, right[key]))
    else:
      self.work.append((place, left[key], right[key], sharing))

  def pair_seq(self, path, a, b, sharing):
    self.pair_object(path, a, b, sharing)
    if len(a["v"]) != len(b["v"]):
      return self.differ(path, self.shown_node(a), self.shown_node(b))
    for number, (left, right) in enumerate(zip(a["v"], b["v"])):
      if is_node(left) or left is not right:
        self.work.append(((path, "[%d]" % number), left, right, sharing))

  def pair_map(self, path, a, b, sharing):
    self.pair_object(path, a, b, sharing)
    if any(is_node(pair[0]) for pair in a["v"] + b["v"]):
      if len(a["v"]) != len(b["v"]):
        return self.differ(path, "%d keys" % len(a["v"]), "%d keys" % len(b["v"]))
      for number, (left, right) in enumerate(zip(a["v"], b["v"])):
        self.work.append(((path, " (key %d)" % number), left[0], right[0], sharing))
        self.work.append(((path, " (value %d)" % number), left[1], right[1], sharing))
      return
    left, right = ({key_of(k): v for k, v in node["v"]} for node in (a, b))
    for key in [*left, *(k for k in right if k not in left)]:
      self.pair_parts((path, "[%s]" % key), left, right, key, sharing)
    if list(left) != list(right) and set(left) == set(right):
      self.differ(path, *(short("keys " + ", ".join(keys)) for keys in (left, right)))

  def pair_set(self, path, a, b, sharing):
    self.pair_object(path, a, b, sharing)
    if any(map(is_node, a["v"] + b["v"])):
      if len(a["v"]) != len(b["v"]):
        return self.differ(path, "%d members" % len(a["v"]), "%d members" % len(b["v"]))
      for number, (left, right) in enumerate(zip(a["v"], b["v"])):
        self.work.append(((path, " (member %d)" % number), left, right, sharing))
      return
    left, right = ({key_of(v) for v in node["v"]} for node in (a, b))
    if left != right:
      only = (sorted(left - right), sorted(right - left))
      self.differ(path, *(short("with " + ", ".join(o) if o else "without") for o in only))

  def pair_array(self, path, a, b, sharing):
    self.pair_object(path, a, b, sharing)
    for part in ("dtype", "shape"):
      if a[part] != b[part]:
        return self.differ(path, *("%s %s" % (part, n[part]) for n in (a, b)))
    if "v" in a:
      return self.pair_seq(path, {"v": a["v"]}, {"v": b["v"]}, sharing)
    if sharing and "mem" in a and "mem" in b:
      self.arrays.append((path, a["mem"], b["mem"]))
    if a["sha"] != b["sha"]:
      self.pair_data(path, a, b, self.left.data(a), self.right.data(b))

  def pair_data(self, path, a, b, left, right):
    if left is None or right is None:
      return self.differ(path, "array", "other values")
    import numpy
    differs = left != right
    if left.dtype.kind in "fc":
      differs &= ~(numpy.isnan(left) & numpy.isnan(right))
      if not differs.any():
        return
      tolerance = max(self.tolerance, PRECISION.get(a["dtype"], 0))
      with numpy.errstate(all="ignore"):
        size = numpy.maximum(abs(left), abs(right))
        finite = numpy.isfinite(size)
        # Noise is relative to what was added up: to the largest value, not to each.
        top = size[finite].max() if finite.any() else 0
        far = ~(abs(left - right) <= tolerance * top)
      if not (differs & far).any():
        self.is_close = True
        return
      differs &= far
    elif left.dtype.kind in "mM":
      differs &= ~(numpy.isnat(left) & numpy.isnat(right))
    where = numpy.argwhere(differs)
    if not len(where):
      return
    place = tuple(int(n) for n in where[0])
    label = "[%s]: " % ", ".join(map(str, place)) if place else ""
    count = ", and %d more differ" % (len(where) - 1) if len(where) > 1 else ""
    self.differ(path, label + short(left[place]), label + short(right[place]) + count)

  # What is shared

  def finish(self):
    """All that is shared in one of the runs and not in the other."""
    left, right = (overlaps([entry[side] for entry in self.arrays]) for side in (1, 2))
    forward, backward = {}, {}
    for (path, _, _), a, b in zip(self.arrays, left, right):
      known, other = forward.setdefault(a, (b, path)), backward.setdefault(b, (a, path))
      if known[0] != b:
        self.sharing.append(Sharing(text_of(known[1]), text_of(path), "notebook"))
      elif other[0] != a:
        self.sharing.append(Sharing(text_of(other[1]), text_of(path), "pipeline"))
    return self.sharing


def text_of(path):
  """A path is a label and the path around it, as text would grow with the square of the depth."""
  labels = []
  while path is not None and len(labels) <= 1000:
    path, label = path
    labels.append(label)
  return "".join(reversed(labels))


def dict_of(parts):
  found = {}
  for label, item in parts:
    label, number = str(label), 2
    while label in found:  # columns of one name
      label, number = "%s (%d)" % (label, number), number + 1
    found[label] = item
  return found


def key_of(scalar):
  return repr(scalar)


def is_near(left, right, tolerance):
  return abs(left - right) <= tolerance * max(abs(left), abs(right), ABSOLUTE)


def overlaps(bounds):
  """For each range of addresses the number of the group of overlapping ranges that it is in."""
  groups, group, end = [0] * len(bounds), 0, 0
  for number in sorted(range(len(bounds)), key=lambda n: bounds[n]):
    low, high = bounds[number]
    if low >= end:
      group += 1
    groups[number], end = group, max(end, high)
  return groups


# --- What was printed


class Texts:
  """Compares two texts line by line, addresses left out."""

  def __init__(self, left, right, tolerance):
    self.left, self.right = (
      TIMING.sub("a time", ADDRESS.sub("0x", text)).splitlines() for text in (left, right))
    self.is_close, self.lines, self.have_same_words = False, set(), True
    if len(self.left) != len(self.right):
      self.lines = None  # nothing to tell them apart by
      return
    for number, (a, b) in enumerate(zip(self.left, self.right)):
      if a != b:
        if self.are_near(a, b, tolerance):
          self.is_close = True
        else:
          self.lines.add(number)
          self.have_same_words = self.have_same_words and NUMBER.split(a) == NUMBER.split(b)

  def are_near(self, left, right, tolerance):
    if NUMBER.split(left) != NUMBER.split(right):
      return False
    pairs = zip(NUMBER.findall(left), NUMBER.findall(right))
    return all(a == b or ("." in a + b and is_near(float(a), float(b), tolerance)) for a, b in pairs)

  @property
  def are_equal(self):
    return self.lines is not None and not self.lines

  def difference(self, unstable=frozenset()):
    """The first line that differs, in both texts."""
    lines = self.lines
    if lines is None:
      pairs = itertools.zip_longest(self.left, self.right)
      lines = [n for n, (a, b) in enumerate(pairs) if a != b]
    number = min(set(lines) - unstable, default=0)
    left, right = (text[number] if number < len(text) else None for text in (self.left, self.right))
    return Difference("line %d" % (number + 1), *(
      "no such line" if t is None else short(t, 200) for t in (left, right)), self.have_same_words)


# --- What is not the same twice


class Statement:
  """A statement at the top of a cell: the names it uses and sets, and the calls whose results are not
  the same in every run. Names are taken from the syntax alone: good enough to point at a line."""

  def __init__(self, cell, node, calls):
    self.cell, self.calls, self.reads, self.writes = cell, calls, set(), set()
    for part in ast.walk(node):
      if isinstance(part, ast.Name):
        (self.reads if isinstance(part.ctx, ast.Load) else self.writes).add(part.id)
      elif isinstance(part, (ast.FunctionDef, ast.ClassDef)):
        self.writes.add(part.name)
      elif isinstance(part, (ast.Attribute, ast.Subscript)):
        target = part
        while isinstance(target, (ast.Attribute, ast.Subscript)):
          target = target.value
        if isinstance(target, ast.Name):  # may be changed: by a method, or by storing into it
          self.writes.add(target.id)


class Causes:
  """Finds what makes a value or an output differ from run to run."""

  TIME, UNSEEDED = "the time", "random numbers without a seed"
  CALLS = {
    TIME: "time.time time.time_ns time.perf_counter time.monotonic time.process_time time.ctime "
          "time.asctime time.localtime time.gmtime time.strftime datetime.datetime.now "
          "datetime.datetime.utcnow datetime.datetime.today datetime.date.today "
          "pandas.Timestamp.now pandas.Timestamp.today".split(),
    "the system's random numbers": "uuid.uuid1 uuid.uuid4 os.urandom secrets random.SystemRandom".split(),
    "of one process": "os.getpid tempfile id".split(),
  }
  RANDOM = ("random", "numpy.random", "torch.rand", "torch.randn", "torch.randint", "torch.randperm",
            "torch.nn", "tensorflow", "keras")
  NO_DRAWS = re.compile(r"(seed|getstate|setstate|get_state|set_state|Random|Generator)$")
  GENERATORS = {"numpy.random.default_rng", "numpy.random.RandomState", "random.Random"}
  SKLEARN = re.compile(r"sklearn\..*(train_test_split|shuffle|resample|Forest|KMeans|MLP|SGD|Boosting|"
                       r"TSNE|Shuffle|ExtraTree|DecisionTree|Bagging|RandomizedSearch|make_\w+)")
  LINE_MAGIC = re.compile(r"^\s*(%{1,2}time(it)?\b|[%!?].*$)", re.MULTILINE)

  def __init__(self, cells):
    self.names, self.statements, self.is_seeded = {}, [], False
    for cell in cells:
      self.is_seeded = self.is_seeded or cell["seeds"]
      try:
        tree = ast.parse(self.LINE_MAGIC.sub("", cell["source"]))
      except (SyntaxError, ValueError):
        continue
      for node in tree.body:
        self.note_imports(node)
        self.statements.append(Statement(cell["cell"], node, list(self.calls(cell["cell"], node))))

  def note_imports(self, statement):
    for node in ast.walk(statement):
      if isinstance(node, ast.Import):
        for alias in node.names:
          root = alias.name.partition(".")[0]
          self.names[alias.asname or root] = alias.name if alias.asname else root
      elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        for alias in node.names:
          self.names[alias.asname or alias.name] = node.module + "." + alias.name

  def calls(self, cell, statement):
    for node in ast.walk(statement):
      if isinstance(node, ast.Call):
        name = self.dotted(node.func)
        why = self.why(name, node)
        if why:
          text = ast.unparse(node.func) if hasattr(ast, "unparse") else name
          yield "%s in cell %d, line %d" % (short(text, 40), cell, node.lineno), why

  def dotted(self, node):
    """The full name of what is called, as far as it begins with an imported name."""
    parts = []
    while isinstance(node, ast.Attribute):
      parts.append(node.attr)
      node = node.value
    root = self.names.get(node.id, node.id) if isinstance(node, ast.Name) else ""
    return ".".join([root, *reversed(parts)])

  def why(self, name, call):
    for why, names in self.CALLS.items():
      if any(name == known or name.startswith(known + ".") for known in names):
        return why
    given = {keyword.arg for keyword in call.keywords}
    if name in self.GENERATORS:
      return None if call.args or "seed" in given else self.UNSEEDED
    if self.is_seeded or given & {"random_state", "seed", "rng"}:
      return None
    if self.SKLEARN.match(name) or name.endswith(".sample"):
      return self.UNSEEDED
    if any(name.startswith(known + ".") for known in self.RANDOM) and not self.NO_DRAWS.search(name):
      return self.UNSEEDED

  def of_name(self, name):
    """Where a variable gets what differs, and what that is; None where nothing is known."""
    return self.first([n for n, s in enumerate(self.statements) if name in s.writes])

  def of_cell(self, cell):
    return self.first([n for n, s in enumerate(self.statements) if s.cell == cell])

  def first(self, numbers):
    seen, work = set(), list(numbers)
    while work:
      number = work.pop()
      if number not in seen:
        seen.add(number)
        reads = self.statements[number].reads
        work += [n for n in range(number) if reads & self.statements[n].writes]
    for group in (numbers, sorted(seen)):
      for number in group:
        for call in self.statements[number].calls:
          return call
    return None


# --- The verdict


class Verdict:
  def __init__(self, plan):
    self.tolerance = plan["tolerance"]
    self.whole, self.repeats = Run(plan["whole"]), [Run(f) for f in plan["repeats"]]
    self.steps = [dict(step, run=Run(step["folder"])) for step in plan["steps"]]
    self.parameters, self.causes = plan["parameters"], Causes(plan.get("cells", []))
    self.last_cell = (self.whole.error or {}).get("cell")

  def result(self):
    failures = self.failures()
    self.is_cut_short = any(f["verdict"] == "different" and f["step"] for f in failures)
    variables, sharing = self.variables()
    return {"variables": variables, "sharing": sharing, "cells": self.cells(), "failures": failures}

  # Failures

  def failures(self):
    """What has failed: in both runs alike, or in one of them."""
    here, found = self.whole.error, []
    for step in self.steps:
      if step["status"] != "failed":
        continue
      error = step["run"].error or {"cell": None, "type": None, "message": step["why"] or "failed"}
      is_same = here and (here["cell"], here["type"]) == (error["cell"], error["type"])
      found.append({"step": step["name"], **error, "verdict": "equal" if is_same else "different"})
    if not here:
      return found
    for other in self.repeats:
      if not other.error or (other.error["cell"], other.error["type"]) != (here["cell"], here["type"]):
        return [dict(f, verdict="unreproducible") for f in found + [{"step": None, **here}]]
    if any(f["verdict"] == "equal" for f in found):
      # Steps beside the failed one run on, which the notebook did not come to.
      return [f for f in found if f["verdict"] == "equal" or not self.is_beyond(f["cell"])]
    return found + [{"step": None, **here, "verdict": "different"}]

  def is_beyond(self, cell):
    """Whether the notebook has failed before the cell."""
    return self.last_cell is not None and cell is not None and cell > self.last_cell

  # Variables

  def holders(self):
    """For each variable, the last step in notebook order that holds it as its own, else the last that
    holds it at all; None where that step has deleted it."""
    weak, strong = {}, {}
    for step in self.steps:
      if self.last_cell is not None and step["run"].error is None and any(
          map(self.is_beyond, step["cells"])):
        continue
      run = step["run"]
      for name in run.variables:
        if name in run.unchanged:
          weak[name] = step
        else:
          strong[name] = step
      for name in run.deleted:
        strong[name] = None
    return {**weak, **strong}

  def variables(self):
    holders, found, sharing = self.holders(), [], []
    unstable, unstable_sharing = self.unstable_variables()
    comparisons = {}
    for name in sorted({*self.whole.variables, *(n for n, s in holders.items() if s)}):
      step = holders.get(name)
      if step is None and name in self.whole.variables:
        entry = self.only_in_notebook(name, unstable)
      elif name not in self.whole.variables:
        entry = self.only_in_pipeline(name, step, unstable)
      else:
        comparison = comparisons.setdefault(
          step["name"], Comparison(self.whole, step["run"], self.tolerance))
        entry = self.compared(comparison, name, step, unstable)
      if entry is not None:
        found.append(entry)
    for comparison in comparisons.values():
      sharing += [
        {"first": s.first, "second": s.second, "together": s.together,
         "verdict": "unreproducible" if s in unstable_sharing else "different"}
        for s in comparison.finish()]
    return found, sharing

  def compared(self, comparison, name, step, unstable):
    if all(self.is_import(run, name) for run in (comparison.left, comparison.right)):
      return None
    differences, is_close, opaque = comparison.variable(name)
    return self.entry(name, step["name"], differences, is_close, opaque, unstable)

  def entry(self, name, step, differences, is_close, opaque, unstable):
    entry = {"name": name, "step": step, "differences": [], "why": None, "cause": None}
    real = [d for d in differences if not covers(unstable.get(name, ()), d.path)]
    if real and self.is_cut_short:
      return dict(entry, verdict="incomparable", why="a step has failed")
    cause = self.causes.of_name(name) if differences or is_close else None
    if is_close and not differences and is_of_time(cause):
      return dict(entry, verdict="unreproducible", cause=": ".join(cause))
    if differences:
      if is_of_time(cause) and all(d.is_number for d in real):
        real = []  # a clock may show the same twice by chance
      verdict = "different" if real else "unreproducible"
      entry["cause"] = None if real or not cause else ": ".join(cause)
      shown = [d._asdict() for d in (real or differences)[:10]]
      return dict(entry, verdict=verdict, differences=shown, count=len(real or differences))
    if opaque:
      path, why = opaque[0]
      return dict(entry, verdict="incomparable", why=why if path == name else "%s: %s" % (path, why))
    return dict(entry, verdict="close" if is_close else "equal")

  def is_import(self, run, name):
    item = run.variables[name]
    return is_node(item) and run.nodes[item[0]]["t"] == "module"

  def only_in_notebook(self, name, unstable):
    if self.is_import(self.whole, name):
      return None
    item = self.whole.variables[name]
    if name in self.parameters:  # of which no step has made a variable
      if not is_node(item) and item == self.parameters[name]:
        return self.entry(name, None, [], False, [], unstable)
      if is_node(item):
        return None
    return self.entry(name, None, [Difference(
      name, Comparison(self.whole, self.whole, 0).shown(self.whole, item), "absent", False)], False, [],
      unstable)

  def only_in_pipeline(self, name, step, unstable):
    if self.is_import(step["run"], name) or self.whole.error:
      return None
    shown = Comparison(step["run"], step["run"], 0).shown(step["run"], step["run"].variables[name])
    return self.entry(name, step["name"], [Difference(name, "absent", shown, False)], False, [], unstable)

  def unstable_variables(self):
    """By name, the paths that differ between runs of the notebook; and what they share differently."""
    found, sharing = collections.defaultdict(set), set()
    for other in self.repeats:
      comparison = Comparison(self.whole, other, self.tolerance)
      for name in {*self.whole.variables, *other.variables}:
        if name in self.whole.variables and name in other.variables:
          found[name] |= {d.path for d in comparison.variable(name)[0]}
        else:
          found[name].add(name)
      sharing |= set(comparison.finish())
    return found, sharing

  # Output

  def cells(self):
    found = []
    for step in self.steps:
      for cell, text in step["run"].printed.items():
        if cell in self.whole.printed:
          found.append(self.cell(cell, step["name"], self.whole.printed[cell], text))
    return sorted(found, key=lambda entry: entry["cell"])

  def cell(self, cell, step, here, there):
    texts = Texts(here, there, self.tolerance)
    entry = {"cell": cell, "step": step, "difference": None, "cause": None}
    cause = None if texts.are_equal and not texts.is_close else self.causes.of_cell(cell)
    if texts.are_equal:
      if texts.is_close and is_of_time(cause):
        return dict(entry, verdict="unreproducible", cause=": ".join(cause))
      return dict(entry, verdict="close" if texts.is_close else "equal")
    unstable, is_unstable = set(), False
    for other in self.repeats:
      again = Texts(here, other.printed.get(cell, ""), self.tolerance).lines
      is_unstable = is_unstable or again is None
      unstable |= again or set()
    if texts.lines is not None:
      is_unstable = is_unstable or texts.lines <= unstable
      is_unstable = is_unstable or (is_of_time(cause) and texts.have_same_words)
    if is_unstable:
      return dict(entry, verdict="unreproducible", difference=texts.difference()._asdict(),
                  cause=": ".join(cause) if cause else None)
    return dict(entry, verdict="different", difference=texts.difference(unstable)._asdict())


def is_of_time(cause):
  return cause is not None and cause[1] == Causes.TIME


def covers(unstable, path):
  """Whether one of the paths is the path, or that of something around it."""
  return any(path == known or (path.startswith(known) and path[len(known)] in "[. ")
             for known in unstable)


def main(argv):
  with open(argv[0], encoding="utf-8") as file:
    plan = json.load(file)
  json.dump(Verdict(plan).result(), sys.stdout)


if __name__ == "__main__":
  main(sys.argv[1:])
