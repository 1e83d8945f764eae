"""Holds pipelines against the notebooks that they are made of, by real runs.

`kale tag` cuts each notebook into steps, and `kale verify` compares what the steps leave with what the
notebook leaves, run whole. Counted are the notebooks that run to their end. Printed are those whose
pipeline leaves something else, with what it is; the exit code is 1 if there is any.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from cells import notebooks

# Notebooks must not reach out, nor open windows.
ENVIRONMENT = os.environ | {
    "MPLBACKEND": "agg", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python Tests/oracles/pipelines.py", description=__doc__)
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="NOTEBOOK_OR_FOLDER")
    add("--kale", required=True, help="the tool")
    add("--python", default=sys.executable, help="runs the notebooks; needs IPython")
    add("--jobs", type=int, default=2, help="notebooks at a time")
    add("--seconds", type=float, default=120, help="for one notebook; those that take longer are left out")
    return parser.parse_args()


class Verifier:
    def __init__(self, arguments: argparse.Namespace):
        self.kale = arguments.kale
        self.python = arguments.python
        self.seconds = arguments.seconds

    def verify(self, notebook: Path) -> tuple[str, list[str]]:
        """What the notebook counts as, and what differs. The tagged copy stands beside it meanwhile."""
        tagged = notebook.with_name(f".{notebook.stem}.tagged-{os.getpid()}.ipynb")
        try:
            return self._verify(notebook.absolute(), tagged.absolute())
        except subprocess.TimeoutExpired:
            return "takes too long", []
        finally:
            tagged.unlink(missing_ok=True)

    def _verify(self, notebook: Path, tagged: Path) -> tuple[str, list[str]]:
        done = self._run("tag", notebook, "-o", tagged)
        if not tagged.exists():
            return "has no steps", []
        with TemporaryDirectory(prefix="kale-pipelines-") as scratch:
            done = self._run(
                "verify", tagged, "--format", "json", "--run-dir", f"{scratch}/runs",
                "--python", self.python,
            )  # fmt: skip
        if not done.stdout.startswith("{"):
            if "can't be run whole" in done.stderr:
                return "fails in itself", []
            return "different", done.stderr.strip().splitlines()[-3:]
        verdict = json.loads(done.stdout)
        # Steps that don't depend on the one that fails go on, beyond what the notebook has come to.
        if any(not f["step"] or f["verdict"] != "different" for f in verdict["failures"]):
            return "fails in itself", []
        return ("equal", []) if verdict["equal"] else ("different", differences(verdict))

    def _run(self, *arguments) -> subprocess.CompletedProcess:
        command = [self.kale, *map(str, arguments)]
        process = subprocess.Popen(
            command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            stdout, stderr = process.communicate(timeout=self.seconds)
        except subprocess.TimeoutExpired:
            # As Ctrl-C does: kale then stops what it has started.
            process.send_signal(signal.SIGINT)
            process.communicate()
            raise
        return subprocess.CompletedProcess(command, process.returncode, stdout, stderr)


def differences(verdict: dict) -> list[str]:
    lines = [
        f"step {failure['step']}, cell {failure['cell']}: {failure['type']}: {failure['message']}"
        for failure in verdict["failures"]
        if failure["verdict"] == "different"
    ]
    for variable in verdict["variables"]:
        if variable["verdict"] == "different":
            first = variable["differences"][0] if variable["differences"] else {}
            found = f"{first.get('path')}: {first.get('notebook')} for {first.get('pipeline')}"
            lines.append(f"{variable['name']} of step {variable['step']}: {found}")
    for pair in verdict["sharing"]:
        if pair["verdict"] == "different":
            lines.append(f"{pair['first']} and {pair['second']}: one object in the {pair['together']} only")
    for cell in verdict["cells"]:
        if cell["verdict"] == "different":
            lines.append(f"output of cell {cell['cell']}, step {cell['step']}: {cell['difference']}")
    return lines


def main() -> int:
    arguments = parse_arguments()
    verifier = Verifier(arguments)
    counts = Counter()
    paths = list(notebooks(arguments.paths))
    with ThreadPoolExecutor(arguments.jobs) as pool:
        for path, (verdict, lines) in zip(paths, pool.map(verifier.verify, paths)):
            counts[verdict] += 1
            for line in lines:
                print(f"{path}: {line}", flush=True)
    for verdict, count in counts.most_common():
        print(f"{count:>11,} {verdict}")
    print(f"pipelines: {counts['equal'] + counts['different']:,} compared, {counts['different']:,} different")
    return int(counts["different"] > 0)


if __name__ == "__main__":
    sys.exit(main())
