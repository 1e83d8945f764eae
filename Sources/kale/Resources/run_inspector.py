"""Looks into a run: shows a variable that a step has handed on, or opens a prompt with the inputs of a
step, after the imports and functions cells have run.

  show FOLDER STEP VARIABLE     FOLDER is the run directory
  shell FOLDER STEP
"""
import contextlib
import importlib.util
import io
import json
import os
import pprint
import shutil
import sys

MAX_LINES = 30


def load_runtime(folder):
  path = os.path.join(folder, "step_runtime.py")
  spec = importlib.util.spec_from_file_location("kale_runtime", path)
  module = importlib.util.module_from_spec(spec)
  sys.modules["kale_runtime"] = module
  spec.loader.exec_module(module)
  return module


def preview(value):
  """The value as text of at most MAX_LINES lines that fit the terminal."""
  columns = shutil.get_terminal_size().columns
  pandas = sys.modules.get("pandas")
  if pandas and isinstance(value, (pandas.DataFrame, pandas.Series)):
    with pandas.option_context("display.max_rows", 20, "display.width", columns):
      text = repr(value)
  else:
    text = pprint.pformat(value, width=columns, compact=True)
  lines = text.splitlines() or [""]
  if len(lines) > MAX_LINES:
    lines[MAX_LINES:] = ["... and %d more lines" % (len(lines) - MAX_LINES)]
  return "\n".join(line if len(line) <= columns else line[:columns - 3] + "..." for line in lines)


def describe(name, value, type_name):
  facts = [type_name(value)]
  shape, dtype = getattr(value, "shape", None), getattr(value, "dtype", None)
  if isinstance(shape, tuple):
    facts.append("shape %s" % (shape,))
  elif hasattr(type(value), "__len__"):
    facts.append("length %d" % len(value))
  if dtype is not None:
    facts.append(str(dtype))
  return "%s: %s\n%s" % (name, ", ".join(facts), preview(value))


def prompt(step, namespace, shell):
  names = ", ".join(sorted(item.name for item in step.inputs if item.name in namespace))
  banner = "Step %s of %s. Its inputs: %s" % (step.name, step.notebook, names or "none")
  try:
    import IPython
  except ImportError:
    import code
    code.interact(banner, local=namespace, exitmsg="")
    return
  if shell is not None:
    type(shell).clear_instance()
  print(banner)
  IPython.start_ipython(argv=["--no-banner"], user_ns=namespace)


def inspected(runtime, act):
  """A class of steps that do something else in place of their cells."""

  class InspectedStep(runtime.Step):
    def _load_inputs(self):
      super()._load_inputs()
      self.silence.close()
      act(self)
      sys.stdout.flush()
      os._exit(0)

    def _run_cells(self):
      self.silence = contextlib.ExitStack()  # what the prelude prints has been seen
      self.silence.enter_context(contextlib.redirect_stdout(io.StringIO()))
      super()._run_cells()

  return InspectedStep


def main(what, folder, name, variable=None):
  runtime = load_runtime(folder)
  with open(os.path.join(folder, "steps", name, "step.json"), encoding="utf-8") as file:
    plan = json.load(file)
  if what == "show":
    path = next(o["path"] for o in plan["outputs"] if o["name"] == variable)
    plan["inputs"] = [{"name": variable, "path": path, "producer": name}]
    plan["imports"] = []

    def act(step):
      if variable in step.namespace:
        print(describe(variable, step.namespace[variable], runtime._type_name))
      else:
        print("%s: the step left it undefined" % variable)
  else:
    def act(step):
      prompt(step, step.namespace, step.shell)
  return runtime.run_plan(dict(plan, outputs=[], metrics=[]), inspected(runtime, act))


if __name__ == "__main__":
  sys.exit(main(*sys.argv[1:]))
