"""Adds up the reports of the test suites: tally.py FOLDER [--no-skips]

FOLDER holds for every suite the file SUITE.exit, with its exit code or the word "skipped", and for
most of them SUITE.xml, a JUnit report. Two more tell what needs something that is not here, which is no skip:
SUITE.left-out has a line for each test case, which is printed unless another suite has tried it,
and NAME.absent says what else is not tried here.

The last line printed is "N passed, N failed, N skipped"; the exit code is 1 if anything failed, or
was skipped where nothing may be.
"""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def outcomes(report: Path):
    """The outcome, name and reason of each test of a JUnit report."""
    for case in ElementTree.parse(report).iter("testcase"):
        name = f"{case.get('classname')} {case.get('name')}"
        failure = next((part for part in case if part.tag in ("failure", "error")), None)
        skip = case.find("skipped")
        if failure is not None:
            yield "failed", name, failure.get("message", "")
        elif skip is not None:
            yield "skipped", name, skip.get("message") or skip.text or ""
        else:
            yield "passed", name, ""


def suite_outcomes(exit_file: Path):
    suite, code = exit_file.stem, exit_file.read_text().strip()
    report = exit_file.with_suffix(".xml")
    try:
        found = list(outcomes(report)) if report.exists() else []
    except ElementTree.ParseError as error:
        yield "failed", suite, f"left a report that can't be read: {error}"
        return
    yield from found
    if code == "skipped":
        yield "skipped", suite, "its tool is not installed"
    elif code != "0" and not any(outcome == "failed" for outcome, _, _ in found):
        yield "failed", suite, f"ended with exit code {code}"
    elif code == "0" and not found:
        yield ("failed", suite, "ran no test") if report.exists() else ("passed", suite, "")


def not_tested(folder: Path):
    """What no suite has tried, for want of a Python or a library."""
    for absent in sorted(folder.glob("*.absent")):
        yield absent.read_text().strip()
    left_out = [set(file.read_text().splitlines()) for file in folder.glob("*.left-out")]
    if left_out:
        yield from sorted(set.intersection(*left_out))


def main() -> int:
    folder, no_skips = Path(sys.argv[1]), "--no-skips" in sys.argv[2:]
    counts = Counter()
    for exit_file in sorted(folder.glob("*.exit")):
        for outcome, name, reason in suite_outcomes(exit_file):
            counts[outcome] += 1
            if outcome != "passed":
                first_line = reason.strip().split("\n")[0]
                place = name if name == exit_file.stem else f"{exit_file.stem}: {name}"
                print(f"{outcome}: {place}" + (f": {first_line}" if first_line else ""))
    for reason in not_tested(folder):
        print(f"not tested: {reason}")
    if no_skips and counts["skipped"]:
        print("Nothing may be skipped here (CI is set).")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or (no_skips and counts["skipped"]) else 0


if __name__ == "__main__":
    sys.exit(main())
