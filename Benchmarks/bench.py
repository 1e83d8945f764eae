"""Compares the CPU time of kale with that of a bare Python, as ratios.

A ratio holds on any machine, seconds do not. Both commands run in turn, many times, in the same
minutes; each counts with the least user + system time of its whole process, as the kernel
accounts for it.
"""

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

TITANIC = Path(__file__).resolve().parent.parent / "examples/titanic/titanic.ipynb"
WARM_UPS = 3


@dataclass(frozen=True)
class Bench:
    """`arguments` of kale against `reference` arguments of python; `limit` is the ratio allowed."""

    name: str
    arguments: tuple[str, ...]
    reference: tuple[str, ...] = ("-S", "-I", "-c", "pass")
    limit: float | None = None


BENCHES = [
    Bench("check", ("check", str(TITANIC)), limit=4.0),
    Bench("convert", ("convert", str(TITANIC))),
]


def cpu_seconds(command: list[str]) -> float:
    """User + system time of one run of the command, its output thrown away."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    if code := os.waitstatus_to_exitcode(status):
        sys.exit(f"error: exit code {code} from: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime


def measure(commands: list[list[str]], rounds: int) -> list[float]:
    """The least CPU time of each command over the rounds; every round runs all of them."""
    least = [float("inf")] * len(commands)
    for number in range(-WARM_UPS, rounds):
        for index, command in enumerate(commands):
            seconds = cpu_seconds(command)
            if number >= 0:
                least[index] = min(least[index], seconds)
    return least


def main() -> int:
    parser = argparse.ArgumentParser(description="Ratios of CPU time, kale against python.")
    parser.add_argument("--kale", required=True, type=os.path.abspath)
    parser.add_argument("--python", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("names", nargs="*", metavar="NAME", help="benches to run; default: all")
    options = parser.parse_args()
    known = [bench.name for bench in BENCHES]
    if unknown := set(options.names) - set(known):
        parser.error(f"no bench {', '.join(sorted(unknown))}; there are: {', '.join(known)}")

    failed = False
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # `convert` writes into the working directory
        for bench in BENCHES:
            if options.names and bench.name not in options.names:
                continue
            kale, python = measure(
                [[options.kale, *bench.arguments], [options.python, *bench.reference]],
                options.rounds,
            )
            ratio = kale / python
            too_slow = bench.limit is not None and ratio > bench.limit
            failed |= too_slow
            limit = "" if bench.limit is None else f", at most {bench.limit:g} allowed"
            print(
                f"{bench.name}: {ratio:.2f} times python{limit}"
                f" (least CPU of {options.rounds} runs: {1000 * kale:.1f} ms"
                f" against {1000 * python:.1f} ms){': TOO SLOW' if too_slow else ''}"
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
