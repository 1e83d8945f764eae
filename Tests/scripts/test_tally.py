"""The totals of scripts/test: nothing that went wrong may look like a success."""

import subprocess
import sys
from pathlib import Path

import pytest

TALLY = Path(__file__).resolve().parents[2] / "scripts/tally.py"
PASSED = '<testcase classname="a" name="ok"/>'
FAILED = '<testcase classname="a" name="bad"><failure message="1 is not 2"/></testcase>'
ERROR = '<testcase classname="a" name="broken"><error message="no fixture"/></testcase>'
SKIPPED = '<testcase classname="a" name="later"><skipped>no tool</skipped></testcase>'


def tally(folder: Path, suites: dict[str, tuple], *arguments: str):
    """Runs the script over suites: name -> (exit code, cases of its report or None)."""
    for name, (code, cases) in suites.items():
        (folder / f"{name}.exit").write_text(f"{code}\n")
        if cases is not None:
            report = f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>"
            (folder / f"{name}.xml").write_text(report)
    return subprocess.run(
        [sys.executable, TALLY, folder, *arguments], capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize(
    ("suites", "last_line", "code"),
    [
        ({"one": (0, [PASSED, PASSED]), "two": (0, [PASSED])}, "3 passed, 0 failed, 0 skipped", 0),
        ({"one": (1, [PASSED, FAILED, ERROR])}, "1 passed, 2 failed, 0 skipped", 1),
        ({"one": (0, [PASSED, SKIPPED])}, "1 passed, 0 failed, 1 skipped", 0),
        ({"lint": (0, None)}, "1 passed, 0 failed, 0 skipped", 0),
        ({"lint": (2, None)}, "0 passed, 1 failed, 0 skipped", 1),
        ({"lint": ("skipped", None)}, "0 passed, 0 failed, 1 skipped", 0),
        ({"crashed": (139, [PASSED])}, "1 passed, 1 failed, 0 skipped", 1),
        ({"empty": (0, [])}, "0 passed, 1 failed, 0 skipped", 1),
        ({"cut": (0, ["<testcase"])}, "0 passed, 1 failed, 0 skipped", 1),
    ],
    ids=["all_pass", "failures_and_errors", "skips", "no_report", "no_report_and_failed",
         "tool_missing", "crash_after_passes", "no_test_ran", "damaged_report"],
)  # fmt: skip
def test_totals(suites, last_line, code, tmp_path):
    done = tally(tmp_path, suites)
    assert (done.stdout.splitlines()[-1], done.returncode) == (last_line, code)


def test_skips_fail_where_nothing_may_be_skipped(tmp_path):
    done = tally(tmp_path, {"one": (0, [PASSED, SKIPPED])}, "--no-skips")
    assert done.returncode == 1
    assert "skipped: one: a later: no tool" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 passed, 0 failed, 1 skipped"


def test_what_no_python_has_tried_is_told_and_is_no_skip(tmp_path):
    (tmp_path / "one.left-out").write_text("needs 3.9\nneeds 3.14\n")
    (tmp_path / "two.left-out").write_text("needs 3.12\nneeds 3.14\n")
    (tmp_path / "three.absent").write_text("there is no Python 3.10\n")
    done = tally(tmp_path, {"one": (0, [PASSED]), "two": (0, [PASSED])}, "--no-skips")
    told = [line for line in done.stdout.splitlines() if line.startswith("not tested")]
    assert told == ["not tested: there is no Python 3.10", "not tested: needs 3.14"]
    assert (done.stdout.splitlines()[-1], done.returncode) == ("2 passed, 0 failed, 0 skipped", 0)
