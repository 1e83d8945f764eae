"""The process that compiles the notebooks, started again when one of them ends it."""

import os
import re
import resource
import selectors
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

MEMORY = 4 << 30
# What Swift's runtime writes when a process crashes.
BACKTRACE = "enable=yes,color=no,sanitize=yes,threads=crashed,registers=none,images=none,cache=no,interactive=no,limit=100"
# A function of the project in it, or in the report of a sanitizer.
FRAME = re.compile(r"0x[0-9a-f]+ (?:in )?(.+?) (?:\+ \d+ in \S+ at |in \S+ at |)\S*Sources/Ka?\w+/\S*/(\w\S*\.swift|\w+\.c)")


@dataclass(frozen=True)
class Outcome:
    """How a notebook went: `ok`, or `crash`, `hang` or `wrong`."""

    kind: str
    # The ids of its diagnostics, or what is wrong.
    detail: str
    seconds: float
    # What the process wrote to the standard error.
    report: str = ""

    @property
    def signature(self) -> str:
        """Equal for findings that are likely the same."""
        return f"{self.kind}: {self.detail}"


class Worker:
    def __init__(self, binary: Path, limit: int, has_limited_memory: bool):
        """`limit` is in CPU seconds a notebook."""
        self.binary, self.limit, self.has_limited_memory = binary, limit, has_limited_memory
        self.errors = tempfile.TemporaryFile("w+", errors="replace")
        self.folder = tempfile.TemporaryDirectory(prefix="kale-fuzz-")
        self.path = Path(self.folder.name) / "fuzz.ipynb"
        self.process = None

    def start(self) -> None:
        self.errors.seek(0)
        self.errors.truncate()
        self.process = subprocess.Popen(
            [self.binary, str(self.limit)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
            preexec_fn=self.limit_memory, env=os.environ | {"SWIFT_BACKTRACE": BACKTRACE},
        )  # fmt: skip

    def limit_memory(self) -> None:
        if self.has_limited_memory:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
        self.process = None

    def run(self, file: bytes, rounds: int = 1) -> Outcome:
        if not self.process:
            self.start()
        self.path.write_bytes(file)
        began = time.monotonic()
        self.process.stdin.write(f"{rounds} {self.path}\n".encode())
        self.process.stdin.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            # The worker looks at its CPU time itself; this is for one that waits for something.
            answered = selector.select(timeout=6 * self.limit * rounds)
        answer = self.process.stdout.readline().decode(errors="replace").strip() if answered else ""
        seconds = time.monotonic() - began
        kind, _, detail = answer.partition(" ")
        if answer:
            return Outcome(kind, detail, seconds)
        if not answered:
            self.process.kill()
        code = self.process.wait()
        self.process = None
        self.errors.seek(0)
        report = self.errors.read()
        if not answered or report.startswith("hang"):
            return Outcome("hang", busiest(report), seconds, report)
        return Outcome("crash", place(report) or f"exit code {code}", seconds, report)


def place(report: str) -> str:
    """The message of a trap or a sanitizer, and the functions of ours in which it happened."""
    message = [line for line in report.splitlines() if "Fatal error" in line or "ERROR: " in line]
    return " | ".join(message[:1] + [match[1] for match in FRAME.finditer(report)][:3])


def busiest(report: str) -> str:
    """The functions that are most often in the backtrace of a process that was stopped somewhere."""
    functions = Counter(match[1] for match in FRAME.finditer(report))
    return " | ".join(sorted(function for function, _ in functions.most_common(4)))
