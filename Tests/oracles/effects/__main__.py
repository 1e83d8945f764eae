"""Holds the effects that kale foresees against those of real runs.

Every notebook is run, cell by cell, in a process of its own in a scratch copy of its folder and
without network. Printed are each name that kale missed, with its place, the totals and the
precision. The exit code is 1 where too much was missed.
"""

import argparse
import json
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from comparison import Comparison
from notebook_runs import NotebookRuns
from predictions import predictions
from summary import lines_of

# The least share of the observed pairs of cell and name that must be foreseen.
REQUIRED = {"reads": 0.995, "binds": 0.999}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python Tests/oracles/effects", description=__doc__)
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="NOTEBOOK_OR_FOLDER")
    add("--kale", required=True, help="the tool")
    add("--python", default=sys.executable, help="runs the notebooks; needs IPython")
    add("--jobs", type=int, default=2, help="notebooks at a time")
    add("--cell-seconds", type=float, default=20)
    add("--notebook-seconds", type=float, default=300)
    add("--observations", type=Path, help="file of runs; a notebook in it is not run again")
    add("--findings", type=Path, help="takes all differences, as JSON lines")
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    foreseen = predictions(arguments.kale, arguments.paths)
    comparison = Comparison()
    with tempfile.TemporaryDirectory(prefix="kale-effects-") as scratch:
        runs = NotebookRuns(
            arguments.paths,
            Path(scratch),
            arguments.python,
            cell_seconds=arguments.cell_seconds,
            notebook_seconds=arguments.notebook_seconds,
            kept=arguments.observations,
        )
        with ThreadPoolExecutor(arguments.jobs) as pool:
            for notebook, observed in zip(foreseen, pool.map(runs.observations, foreseen)):
                comparison.add(notebook, foreseen[notebook], observed)
    print(*lines_of(comparison, len(foreseen)), sep="\n")
    if arguments.findings:
        lines = (json.dumps(vars(finding)) + "\n" for finding in comparison.findings)
        arguments.findings.write_text("".join(lines))
    return int(any(comparison.soundness(effect) < share for effect, share in REQUIRED.items()))


if __name__ == "__main__":
    sys.exit(main())
