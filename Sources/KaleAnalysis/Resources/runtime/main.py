# --- As a script


def main(argv):
  """Run the step that a JSON file describes; the exit status."""
  with open(argv[0], encoding="utf-8") as file:
    return run_plan(json.load(file), Step)


def run_plan(plan, make_step):
  """Run a step of the class `make_step` as a plan describes it; the exit status."""
  step = make_step(plan["name"], plan.get("notebook", "notebook.ipynb"))
  step.take(plan)
  sys.path[:1] = plan.get("sys_path") or [""]
  sys.argv = [step.notebook]
  if plan.get("cwd"):
    os.chdir(plan["cwd"])
  try:
    step.run()
  except SystemExit as error:
    return error.code
  step.write_metrics()
  return 0


if _SCRIPT:
  sys.exit(main(sys.argv[1:]))
