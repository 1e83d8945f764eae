# --- As a script


def main(argv):
  """Run the step that a JSON file describes; the exit status. Metrics that are not finite are
  written as null."""
  with open(argv[0], encoding="utf-8") as file:
    plan = json.load(file)
  step, metrics = Step(plan["name"], plan.get("notebook", "notebook.ipynb")), {}
  step.parameters.update(plan.get("parameters", {}))
  step.imports.extend(plan.get("imports", []))
  for key, add in (("inputs", step.input), ("outputs", step.output), ("cells", step.cell),
                   ("backends", step.backends)):
    for item in plan.get(key, []):
      add(**item)
  for name in plan.get("metrics", []):
    step.metric(name, metrics.__setitem__)
  metrics_path = plan.get("metrics_path") and os.path.abspath(plan["metrics_path"])
  sys.path[:1] = plan.get("sys_path") or [""]
  sys.argv = [step.notebook]
  if plan.get("cwd"):
    os.chdir(plan["cwd"])
  try:
    step.run()
  except SystemExit as error:
    return error.code
  if metrics_path:
    with open(metrics_path, "w", encoding="utf-8") as file:
      json.dump({n: v if math.isfinite(v) else None for n, v in metrics.items()}, file)
  return 0


if _SCRIPT:
  sys.exit(main(sys.argv[1:]))
