"""Compares what `kale convert` takes for both files with what the script itself takes to compile, by the clock,
and measures the CPU time of a notebook of many steps.

Both commands run in turn, several times, and each counts with its least time.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

TITANIC = Path(__file__).resolve().parent.parent / "examples/titanic/titanic.ipynb"
RATIO = 0.1
STEPS, MILLISECONDS = 200, 100


def many_steps(count: int) -> str:
    """A chain with a side branch at each step; every step takes from two others."""
    cells = [(["imports"], "import numpy as np\nimport pandas as pd"), (["block:step_0"], "df_0 = pd.DataFrame({'a': np.ones(9)})\nn_0 = 1")]
    for i in range(1, count):
        before = f"step_{i - 1}"
        cells.append((
            [f"block:step_{i}", f"prev:{before}", "limit:memory:1Gi"],
            f"df_{i} = df_{i - 1}.assign(b={i})\nif n_{i - 1} > 3:\n    n_{i} = len(df_{i})\nelse:\n    n_{i} = {i}\n"
            f"print(df_{i}.head(), n_{i})",
        ))  # fmt: skip
    return json.dumps({
        "nbformat": 4, "nbformat_minor": 4, "metadata": {"kubeflow_notebook": {"pipeline_name": "many"}},
        "cells": [
            {"cell_type": "code", "metadata": {"tags": tags}, "source": source, "outputs": [], "execution_count": None}
            for tags, source in cells
        ],
    })  # fmt: skip


def run(command: list, folder: str) -> tuple[float, float]:
    """Seconds by the clock, and of CPU, user and system."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    seconds = time.monotonic() - start
    if code := os.waitstatus_to_exitcode(status):
        sys.exit(f"error: exit code {code} from: {' '.join(command)}")
    return seconds, usage.ru_utime + usage.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kale", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        convert = [options.kale, "convert", str(TITANIC), "-o", f"{folder}/"]
        run(convert, folder)
        (script,) = Path(folder).glob("*.kfp.py")
        compilation = [sys.executable, str(script), "--output", f"{folder}/sdk.yaml"]
        kale, sdk = [], []
        for _ in range(options.rounds):
            kale.append(run(convert, folder)[0])
            sdk.append(run(compilation, folder)[0])
        ratio = min(kale) / min(sdk)
        failed |= ratio > RATIO
        print(
            f"titanic to script and compiled pipeline: {ratio:.3f} of the time of {script.name}, at most {RATIO:g}"
            f" allowed ({1000 * min(kale):.0f} ms against {1000 * min(sdk):.0f} ms, least of {options.rounds})"
            f"{': TOO SLOW' if ratio > RATIO else ''}")

        notebook = Path(folder, "many.ipynb")
        notebook.write_text(many_steps(STEPS))
        command = [options.kale, "convert", str(notebook), "-o", f"{folder}/"]
        milliseconds = 1000 * min(run(command, folder)[1] for _ in range(options.rounds))
        failed |= milliseconds > MILLISECONDS
        size = Path(folder, "many.yaml").stat().st_size
        print(
            f"{STEPS} steps: {milliseconds:.0f} ms of CPU, at most {MILLISECONDS} allowed"
            f" (least of {options.rounds}; the compiled pipeline has {size / 1e6:.1f} MB)"
            f"{': TOO SLOW' if milliseconds > MILLISECONDS else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
