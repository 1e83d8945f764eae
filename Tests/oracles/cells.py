"""The code cells of notebooks as kale sees them: what the oracles scopes and syntax judge."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path


def notebooks(paths):
    """The notebooks among files and in folders, sorted by folder."""
    for path in map(Path, paths):
        if path.is_dir():
            found = path.rglob("*.ipynb")
            yield from sorted(p for p in found if ".ipynb_checkpoints" not in p.parts)
        elif path.exists():
            yield path
        else:
            sys.exit(f"there is no {path}")


class Cells:
    """Iterates over the reports of kale-oracle, one for each text of a cell, and counts.

    KALE_ORACLE in the environment is the path of kale-oracle.
    """

    def __init__(self, paths):
        self.paths = paths
        self.counts = Counter()

    def __iter__(self):
        with tempfile.TemporaryFile("w+") as names:
            names.writelines(f"{path}\n" for path in notebooks(self.paths))
            names.seek(0)
            tool = subprocess.Popen(
                [os.environ["KALE_ORACLE"]], stdin=names, stdout=subprocess.PIPE, text=True)
            with tool:
                for line in tool.stdout:
                    report = json.loads(line)
                    if "source" in report:
                        self.counts["different texts"] += 1
                        yield report
                    else:
                        self._count_notebook(report)
        if tool.returncode:
            raise SystemExit(f"kale-oracle ended with exit code {tool.returncode}")

    def _count_notebook(self, report):
        if "error" in report:
            print(f"{report['notebook']}: left out: {report['error']}", file=sys.stderr)
        else:
            self.counts["notebooks"] += 1
            self.counts["code cells"] += report["codeCells"]


def judge(name, differences):
    """Judges the cells of the notebooks and folders that the command line names.

    `differences(report, counts)` yields a line and a text for each difference of a cell and may add
    to the counts. Prints the differences and, at the end, the counts; returns the exit code.
    """
    cells = Cells(sys.argv[1:])
    found = 0
    for report in cells:
        for line, text in differences(report, cells.counts):
            found += 1
            print(f"{report['notebook']}:cell {report['cell']}:{line}: {text}", flush=True)
    for what, count in cells.counts.items():
        print(f"{count:>11,} {what}")
    print(f"{name}: {found:,} differences")
    return 1 if found else 0
