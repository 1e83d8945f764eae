"""Makes a notebook that was found smaller, as long as the same goes wrong with it."""

import json
import time
from collections.abc import Callable, Sequence

from mutations import parts
from worker import Outcome, Worker


def reduced(file: bytes, outcome: Outcome, worker: Worker, rounds: int, seconds: float) -> bytes:
    """The smallest notebook that was found in that time; a file that is no JSON loses characters."""
    end = time.monotonic() + seconds
    # A hang is interrupted anywhere, and with a lower limit more attempts are possible.
    is_hang = outcome.kind == "hang"
    if is_hang:
        worker = Worker(worker.binary, max(1, worker.limit // 5), worker.has_limited_memory)

    def fails(candidate: bytes) -> bool:
        if time.monotonic() > end:
            return False
        new = worker.run(candidate, rounds)
        return new.kind == "hang" if is_hang else new.signature == outcome.signature

    try:
        document = json.loads(file)
        cells = document["cells"]
        for cell in cells:
            cell["source"] = "".join(cell["source"])
    except (ValueError, KeyError, TypeError):
        text = file.decode(errors="replace")
        return "".join(without_parts(text, lambda some: fails("".join(some).encode()))).encode()

    def written(cells: Sequence[dict]) -> bytes:
        return json.dumps(document | {"cells": list(cells)}, indent=1).encode()

    cells = without_parts(cells, lambda some: fails(written(some)))
    for split in (lambda text: text.splitlines(True), parts):
        for index, cell in enumerate(cells):

            def with_source(some: Sequence[str]) -> list[dict]:
                return [*cells[:index], cell | {"source": "".join(some)}, *cells[index + 1 :]]

            kept = without_parts(split(cell["source"]), lambda some: fails(written(with_source(some))))
            cells = with_source(kept)
    return written(cells)


def without_parts(sequence: Sequence, fails: Callable[[Sequence], bool]) -> Sequence:
    """What is left when stretches that don't matter are gone, long ones first (Zeller's ddmin)."""
    length = len(sequence) // 2
    while length > 0:
        at = 0
        while at < len(sequence):
            rest = sequence[:at] + sequence[at + length :]
            if fails(rest):
                sequence = rest
            else:
                at += length
        length //= 2
    return sequence
