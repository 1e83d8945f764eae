"""What kale foresees."""

import json
import subprocess
from pathlib import Path


def predictions(kale: str, paths: list[Path]) -> dict[str, list[dict]]:
    """The reported cells of each notebook at or below `paths`, those left out that kale can't read.

    The format is docs/reports.md's.
    """
    command = [kale, "report", "--format", "jsonl", *map(str, paths)]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
    reports = map(json.loads, output.splitlines())
    return {report["notebook"]: report["cells"] for report in reports if "cells" in report}
