"""A step runtime for tests: reads the step's description and runs it, with plain pickles."""
import json
import os
import pickle
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    step = json.load(file)
os.chdir(step["cwd"])
sys.path[:1] = step["sys_path"]
variables = dict(step["parameters"], __name__="__main__")
for statement in step["imports"]:
    exec(statement, variables)
for item in step["inputs"]:
    with open(item["path"], "rb") as file:
        variables[item["name"]] = pickle.load(file)
for cell in step["cells"]:
    exec(compile(cell["source"], "<cell %d>" % cell["index"], "exec"), variables)
for item in step["outputs"]:
    with open(item["path"], "wb") as file:
        pickle.dump(variables[item["name"]], file)
with open(step["metrics_path"], "w", encoding="utf-8") as file:
    json.dump({name: variables[name] for name in step["metrics"]}, file)
