"""Compares what 1 GB of float64 takes from one step to the next with numpy.save plus numpy.load of it.

Both run in turn, several times, and each counts with its least time by the clock: writing, checking and
reading go on at once. The steps are those of `kale run`; their cells tell the time at the end of the one
and at the beginning of the other, less what an empty variable takes.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy

LIMIT = 2.0
SIZES = {"large": 125_000_000, "small": 1}

MAKE = "import numpy, time\nx = numpy.ones({size})\nprint(time.monotonic())"
USE = "import time; print(time.monotonic())\nassert x[-1] == 1"


def notebook(size: int) -> str:
    cells = [(["imports"], "import numpy"), (["step:make"], MAKE.format(size=size)), (["step:use", "prev:make"], USE)]
    return json.dumps({
        "nbformat": 4, "nbformat_minor": 4, "metadata": {"kubeflow_notebook": {"pipeline_name": "boundary"}},
        "cells": [
            {"cell_type": "code", "metadata": {"tags": tags}, "source": source, "outputs": [], "execution_count": None}
            for tags, source in cells
        ],
    })  # fmt: skip


def boundary(kale: str, name: str) -> float:
    """Seconds from the last statement of a step to the first of the next."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.ipynb")
        path.write_text(notebook(SIZES[name]))
        subprocess.run([kale, "run", path, "--run-dir", f"{folder}/run", "--python", sys.executable],
                       check=True, capture_output=True, cwd=folder)  # fmt: skip
        made, used = (float(Path(folder, f"run/steps/{s}/stdout.txt").read_text()) for s in ("make", "use"))
    return used - made


def with_numpy(array) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        numpy.save(f"{folder}/x.npy", array)
        numpy.load(f"{folder}/x.npy")
        return time.monotonic() - start


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kale", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    array, seconds = numpy.ones(SIZES["large"]), {}
    for _ in range(options.rounds):
        for name, measure in (
            ("numpy", lambda: with_numpy(array)),
            ("large", lambda: boundary(options.kale, "large")),
            ("small", lambda: boundary(options.kale, "small")),
        ):
            os.sync()  # or the one pays for what the other has left to write
            seconds[name] = min(seconds.get(name, float("inf")), measure())
    kale = seconds["large"] - seconds["small"]
    ratio = kale / seconds["numpy"]
    print(
        f"1 GB through a step boundary: {ratio:.2f} times numpy.save and numpy.load, at most {LIMIT:g} allowed"
        f" (least of {options.rounds} runs: {kale:.2f} s and {seconds['small']:.2f} s for the start of a step,"
        f" against {seconds['numpy']:.2f} s){': TOO SLOW' if ratio > LIMIT else ''}"
    )
    return 1 if ratio > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
