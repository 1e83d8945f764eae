"""Compares the time of `kale run` with that of nbclient on the same notebook, and measures what a step
costs by itself.

Runs take turns, in the same minutes; each kind counts with its least wall time. nbclient runs in a fresh
process, as it does for a user.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

TITANIC = Path(__file__).resolve().parent.parent / "examples/titanic"
EMPTY_STEPS = 200
NBCLIENT = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], 4)
NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
"""


def seconds(*command: str) -> float:
    begin = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"error: exit code {done.returncode} from: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begin


def empty_pipeline(path: str) -> None:
    """Ten steps in a row, twenty times side by side."""
    notebook = new_notebook(metadata={"kubeflow_notebook": {"pipeline_name": "empty"}})
    for number in range(EMPTY_STEPS):
        previous = [f"prev:s{number - 1}"] if number % 10 else []
        notebook.cells.append(new_code_cell("pass", metadata={"tags": [f"step:s{number}", *previous]}))
    nbformat.write(notebook, path)


def main() -> int:
    parser = argparse.ArgumentParser(description="Time of local runs, kale against nbclient.")
    parser.add_argument("--kale", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TITANIC, f"{folder}/titanic", ignore=shutil.ignore_patterns(".*"))
        os.chdir(f"{folder}/titanic")
        empty_pipeline("empty.ipynb")
        run = options.kale, "run", "--python", sys.executable
        commands = {
            "nbclient": (sys.executable, "-c", NBCLIENT, "titanic.ipynb"),
            "run": (*run, "titanic.ipynb", "--no-cache"),
            "again": (*run, "titanic.ipynb"),
            "steps": (*run, "empty.ipynb", "--no-cache"),
        }
        for command in commands.values():  # warm up, and keep results
            seconds(*command)
        least = dict.fromkeys(commands, float("inf"))
        for _ in range(options.rounds):
            for name, command in commands.items():
                least[name] = min(least[name], seconds(*command))
    failed = False
    for name, what, value, limit, unit in (
        ("run", "kale run --no-cache", least["run"] / least["nbclient"], 1.0, "times nbclient"),
        ("again", "kale run, nothing changed", least["again"] / least["nbclient"], 0.15, "times nbclient"),
        ("steps", f"{EMPTY_STEPS} empty steps", 1000 * least["steps"] / EMPTY_STEPS, 15, "ms a step"),
    ):
        failed |= value > limit
        print(
            f"{what}: {value:.2f} {unit}, at most {limit:g} allowed (least of {options.rounds} runs:"
            f" {least[name]:.2f} s; nbclient {least['nbclient']:.2f} s){': TOO SLOW' if value > limit else ''}"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
