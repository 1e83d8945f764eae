"""Compares `kale check` over a folder of notebooks with pyflakes over the same cells.

Both run by their own command line, in turn, in the same minutes, and each counts with its least wall time. kale
counts twice: as it looks at notebooks that it has never seen, and as it looks at them again, when it has kept what
it has found. pyflakes keeps nothing, and gets each cell as a file, with IPython's syntax taken out;
cells that are no Python even then it need not read. The second figure of each line is for pyflakes with one file a notebook.
"""

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager

LIMIT = 500  # notebooks


def python_of(source: str) -> str | None:
    """The cell as plain Python; None where it is none."""
    for transform in (str, TransformerManager().transform_cell):
        try:
            text = transform(source)
            text = "\n".join(line for line in text.split("\n") if "get_ipython()" not in line)
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        return text
    return None


def collect(folder: Path, notebooks: Path, cells: Path, scripts: Path) -> tuple[int, int]:
    """Copies the notebooks and writes their cells as files; how many of each."""
    count = number = 0
    for path in sorted(folder.rglob("*.ipynb")):
        try:
            notebook = json.loads(path.read_text())
            sources = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
        except (ValueError, KeyError, TypeError, OSError):
            continue
        if notebook.get("metadata", {}).get("kernelspec", {}).get("language", "python") != "python":
            continue
        texts = [text for text in map(python_of, sources) if text is not None]
        shutil.copy(path, notebooks / f"{count:03}.ipynb")
        (scripts / f"{count:03}.py").write_text("\n".join(texts))
        for index, text in enumerate(texts):
            (cells / f"{count:03}_{index:03}.py").write_text(text)
        number += len(texts)
        count += 1
        if count == LIMIT:
            break
    return count, number


def run(command: list[str]) -> tuple[float, float]:
    """Wall time and CPU time of the command with its children; what it says is thrown away."""
    begin = time.perf_counter()
    before = os.times()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - begin, used


def main() -> int:
    parser = argparse.ArgumentParser(description="Time of kale check against pyflakes.")
    parser.add_argument("--kale", required=True, type=os.path.abspath)
    parser.add_argument("--notebooks", required=True, type=Path, help="a folder of notebooks, 500 or more")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch, name) for name in ("notebooks", "cells", "scripts")]
        for folder in folders:
            folder.mkdir()
        notebooks, cells = collect(options.notebooks, *folders)
        if not notebooks:
            sys.exit(f"error: no notebooks in {options.notebooks}")
        pyflakes = [sys.executable, "-m", "pyflakes"]
        check = [options.kale, "check", "--no-config", str(folders[0])]
        commands = {
            "first": [*check, "--no-cache"],
            "one core": [*check, "--no-cache", "--jobs", "1"],
            "again": check,
            "cells": [*pyflakes, str(folders[1])],
            "notebooks": [*pyflakes, str(folders[2])],
        }
        os.environ["KALE_CACHE_DIR"] = str(Path(scratch, "cache"))
        run(check)
        least = {name: (float("inf"), 0.0) for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                least[name] = min(least[name], run(command))
    wall, used = least["first"]
    print(f"check: {notebooks} notebooks with {cells} cells in {wall:.2f} s, using {used / wall:.1f} cores"
          f" (one worker: {least['one core'][0]:.2f} s); again in {least['again'][0]:.3f} s")  # fmt: skip
    print(f"check: pyflakes takes {least['cells'][0]:.2f} s with one file a cell,"
          f" {least['notebooks'][0]:.2f} s with one file a notebook")  # fmt: skip
    for name, what in (("first", "at first"), ("again", "again")):
        cells, notebooks = (least[other][0] / least[name][0] for other in ("cells", "notebooks"))
        print(f"check: {cells:.1f} and {notebooks:.1f} times as fast as pyflakes {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
