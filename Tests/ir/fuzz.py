"""Converts hostile notebooks, compiles them, and compares: fuzz.py KALE FINDINGS [--seconds N] [--seed N]

A notebook that fails is written to the folder FINDINGS, with what was wrong beside it. Exit status 1 if
there was one.
"""

import argparse
import json
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from conversion import Kale, Refused
from hostile import Hostile


def attempt(kale: Kale, hostile: Hostile, folder: Path) -> str:
    """Converts the notebook: `same` if all of it arrived, or the ids of the errors for which it was refused."""
    path = folder / f"{hostile.file}.ipynb"
    path.write_text(json.dumps(hostile.content))
    try:
        conversion = kale.convert(path, folder)
    except Refused as refused:
        assert refused.code == 1 and not list(folder.rglob("*.kfp.py")) + list(folder.rglob("*.yaml"))
        return ", ".join(refused.ids)
    hostile.assert_arrived(conversion)
    return "same"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kale", type=Path)
    parser.add_argument("findings", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kale = Kale(options.kale.resolve())
    outcomes, seed, end = Counter(), options.seed, time.monotonic() + options.seconds
    while time.monotonic() < end:
        hostile = Hostile.make(Random(seed))
        with tempfile.TemporaryDirectory() as folder:
            try:
                outcomes[attempt(kale, hostile, Path(folder))] += 1
            except Exception:
                outcomes["WRONG"] += 1
                options.findings.mkdir(parents=True, exist_ok=True)
                (options.findings / f"kfp-{seed}.ipynb").write_text(json.dumps(hostile.content))
                (options.findings / f"kfp-{seed}.txt").write_text(traceback.format_exc())
                print(f"seed {seed}: {traceback.format_exc().splitlines()[-1]:.300}", file=sys.stderr)
        seed += 1
    print(f"kfp: {outcomes.total()} notebooks from seed {options.seed}: {dict(outcomes.most_common())}")
    return 1 if outcomes["WRONG"] or not outcomes["same"] else 0


if __name__ == "__main__":
    sys.exit(main())
