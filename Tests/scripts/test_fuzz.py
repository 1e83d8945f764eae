"""The fuzzer of the analyzer: what goes wrong with a notebook is found, kept and made smaller."""

import subprocess
import sys
from pathlib import Path

import pytest

ANALYZER = Path(__file__).resolve().parents[1] / "fuzz/analyzer.py"

# Stands for Tests/fuzz/worker: {} is what it does with a notebook that has a lambda in it.
WORKER = """#!{python}
import os, sys, time
for line in sys.stdin:
    path = line.rstrip().partition(" ")[2]
    if "lambda" in open(path, errors="replace").read():
        {deed}
    print("ok", flush=True)
"""


def fuzz(folder: Path, deed: str):
    worker = folder / "worker"
    worker.write_text(WORKER.format(python=sys.executable, deed=deed))
    worker.chmod(0o755)
    options = ["--seconds", "2", "--seed", "1", "--limit", "1", "--reduce", "4"]
    command = [sys.executable, ANALYZER, worker, folder / "found", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize(
    ("kind", "deed"),
    [
        ("crash", "print('Fatal error: no lambdas', file=sys.stderr); os.abort()"),
        ("wrong", "print('wrong lambdas', flush=True); continue"),
    ],
    ids=["crash", "wrong"],
)
def test_findings_are_kept_and_reduced(kind, deed, tmp_path):
    done = fuzz(tmp_path, deed)
    assert done.returncode == 1, done.stdout + done.stderr
    found = {path.suffixes[0] for path in (tmp_path / "found").glob(f"{kind}-1-*")}
    assert found == {".ipynb", ".reduced", ".txt"}
    [reduced] = (tmp_path / "found").glob("*.reduced.ipynb")
    assert "lambda" in reduced.read_text()
    assert reduced.stat().st_size < reduced.with_suffix("").with_suffix(".ipynb").stat().st_size


def test_a_worker_that_waits_is_a_hang(tmp_path):
    done = fuzz(tmp_path, "time.sleep(100)")
    assert done.returncode == 1
    assert list((tmp_path / "found").glob("hang-1-*.ipynb"))


def test_nothing_found(tmp_path):
    done = fuzz(tmp_path, "pass")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 findings" in done.stdout
