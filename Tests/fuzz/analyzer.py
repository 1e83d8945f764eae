"""Feeds notebooks of mutated cells to the whole analyzer, and keeps those that it does not survive.

The notebook of a round depends on nothing but --seed, the seeds and the number of the round, and on
which notebooks before it had diagnostics of their own. Ends with exit code 1 if anything was found.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import notebooks
import seeds
from reduce import reduced
from worker import Outcome, Worker

# Of one kind of finding, this many are kept.
MAX_KEPT = 3
# Every so many rounds a notebook is compiled more often, to see whether memory leaks.
LEAK_INTERVAL = 50
LEAK_ROUNDS = 8


class Fuzzer:
    def __init__(self, worker: Worker, options: argparse.Namespace):
        self.worker, self.seed, self.findings = worker, options.seed, options.findings
        self.seconds_to_reduce = options.reduce
        self.files = seeds.notebook_files([seeds.TESTS.parent / "examples", *options.folders])
        self.families = [cells for cells in seeds.own_notebooks() + list(map(seeds.sources, self.files)) if cells]
        self.cells = list(dict.fromkeys(cell for family in self.families for cell in family))
        self.rounds = 0
        self.found: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.slowest = [(0.0, 0)]

    def run(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            file = self.notebook(self.rounds)
            rounds = LEAK_ROUNDS if self.rounds % LEAK_INTERVAL == LEAK_INTERVAL - 1 else 1
            outcome = self.worker.run(file, rounds)
            if outcome.kind == "ok":
                self.learn(file, outcome)
            else:
                self.keep(file, outcome, rounds)
            self.slowest = sorted([*self.slowest, (outcome.seconds / rounds, self.rounds)])[-5:]
            self.rounds += 1

    def notebook(self, number: int) -> bytes:
        random = Random(f"{self.seed} {number}")
        if random.random() < 0.03:
            return notebooks.damaged_bytes(random, random.choice(self.files))
        return notebooks.notebook(random, self.cells, self.families)

    def learn(self, file: bytes, outcome: Outcome) -> None:
        """Takes the cells of a notebook among the seeds when it is the first with its diagnostics."""
        self.seen[outcome.detail] += 1
        cells = seeds.sources(file)
        if self.seen[outcome.detail] == 1 and cells:
            self.families.append(cells)

    def keep(self, file: bytes, outcome: Outcome, rounds: int) -> None:
        self.found[outcome.signature] += 1
        count = self.found[outcome.signature]
        if count > MAX_KEPT:
            return
        self.findings.mkdir(parents=True, exist_ok=True)
        path = self.findings / f"{outcome.kind}-{self.seed}-{self.rounds}.ipynb"
        path.write_bytes(file)
        path.with_suffix(".txt").write_text(f"{outcome.signature}\n\n{outcome.report}")
        print(f"{outcome.signature}\n  {path}", flush=True)
        if count == 1:
            path.with_suffix(".reduced.ipynb").write_bytes(reduced(file, outcome, self.worker, rounds, self.seconds_to_reduce))

    def summary(self) -> str:
        slow = ", ".join(f"{seconds:.1f} s (round {number})" for seconds, number in reversed(self.slowest))
        return (
            f"analyzer: {self.rounds} notebooks from {len(self.cells)} cells with seed {self.seed};"
            f" {len(self.seen)} sets of diagnostics; {self.found.total()} findings of {len(self.found)} kinds\n"
            f"  slowest: {slow}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=Path)
    parser.add_argument("findings", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--limit", type=int, default=10, help="CPU seconds of a notebook")
    parser.add_argument("--reduce", type=float, default=120, help="seconds to make a notebook smaller")
    parser.add_argument("--sanitized", action="store_true", help="the binary maps much memory")
    options = parser.parse_args()
    worker = Worker(options.binary, options.limit, has_limited_memory=not options.sanitized)
    fuzzer = Fuzzer(worker, options)
    try:
        fuzzer.run(options.seconds)
    except KeyboardInterrupt:
        pass
    finally:
        worker.stop()
    print(fuzzer.summary())
    return 1 if fuzzer.found else 0


if __name__ == "__main__":
    sys.exit(main())
