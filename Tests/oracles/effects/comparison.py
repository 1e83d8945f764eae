"""Holds what kale foresees of a notebook's cells against what was observed when they ran.

Sound: whatever was observed was foreseen, as maybe or as definite; and what is foreseen as definite
was observed, wherever the cell ended normally. Precise: a cell's foreseen names are the observed.
Mutations are observed only where they leave another value, so a definite one need not be seen.
"""

from __future__ import annotations

import builtins
from collections import Counter
from dataclasses import dataclass, field

from kernel_names import without_kernel_names

EFFECTS = ("reads", "binds", "deletes", "mutates")
RUN = ("ok", "raised", "timeout")


@dataclass(frozen=True)
class Finding:
    """One name of one cell for which foresight and observation differ.

    `kind` is missed (observed, not foreseen), broken (definite, not observed) or idle (maybe, not
    observed).
    """

    kind: str
    effect: str
    notebook: str
    cell: int
    name: str
    cause: str


def shortened(place: str) -> str:
    """A place without the caller that runs every cell."""
    return place.removesuffix(", called by IPython.core.interactiveshell")


@dataclass
class Comparison:
    """The sum over all cells: of pairs of cell and name, by effect, where nothing else is said."""

    # Cells by status, and the skipped ones by reason.
    cells: Counter = field(default_factory=Counter)
    reasons: Counter = field(default_factory=Counter)
    observed: Counter = field(default_factory=Counter)
    # Observed, and foreseen by a dynamic access of the cell alone.
    widened: Counter = field(default_factory=Counter)
    # Foreseen as definite, in cells that ended normally.
    promised: Counter = field(default_factory=Counter)
    # Cells that ended normally and whose foreseen names are the observed.
    exact: Counter = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def found(self, kind: str, effect: str | None = None) -> list[Finding]:
        return [
            finding
            for finding in self.findings
            if finding.kind == kind and effect in (None, finding.effect)
        ]

    def soundness(self, effect: str) -> float:
        """The share of the observed pairs that were foreseen."""
        if not self.observed[effect]:
            return 1.0
        return 1 - len(self.found("missed", effect)) / self.observed[effect]

    def precision(self, effect: str) -> float:
        return self.exact[effect] / self.cells["ok"] if self.cells["ok"] else 1.0

    def add(self, notebook: str, predictions: list[dict], observations: list[dict]) -> None:
        foreseen = {cell["index"]: cell for cell in predictions}
        self.cells["not reached"] += len(foreseen.keys() - {seen["cell"] for seen in observations})
        ever_bound: set[str] = set()
        failed: list[int] = []
        for observation in observations:
            index, status = observation["cell"], observation["status"]
            prediction = foreseen.get(index)
            if status == "skipped":
                self.cells[status] += 1
                self.reasons[observation["reason"]] += 1
            elif prediction is None:
                self.cells["not reported"] += 1
            else:
                self.cells[status] += 1
                context = f"; after cell {failed[-1]} failed" if failed else ""
                self._add_cell(notebook, prediction, observation, ever_bound, context)
            ever_bound |= set(observation.get("binds", ())) | set(observation.get("deletes", ()))
            if status != "ok":
                failed.append(index)

    def _add_cell(self, notebook, prediction, observation, ever_bound, context) -> None:
        index, ended = observation["cell"], observation["status"] == "ok"
        places, changed = observation["places"], observation["changed"]
        dynamic = {access["kind"] for access in prediction["dynamic"]}

        def note(kind, effect, name, cause=""):
            self.findings.append(Finding(kind, effect, notebook, index, name, cause + context))

        for effect in EFFECTS:
            definite = set(without_kernel_names(prediction[effect]["definite"]))
            maybe = set(without_kernel_names(prediction[effect]["maybe"]))
            observed = set(observation[effect])
            allowed = definite | maybe
            if not ended and effect in ("binds", "deletes"):
                # What was stopped half-way may have still to delete, or to bind again.
                for other in ("binds", "deletes"):
                    allowed |= set(prediction[other]["definite"] + prediction[other]["maybe"])
            self.observed[effect] += len(observed)
            for name in sorted(observed - allowed):
                if f"{effect}-unknown" in dynamic:
                    self.widened[effect] += 1
                else:
                    cause = changed[name] if effect == "mutates" else shortened(places.get(name, ""))
                    note("missed", effect, name, cause)
            if not ended:
                continue
            if effect == "reads":
                # A builtin's name that the run never bound before: its lookup is not recorded.
                definite -= {name for name in definite - ever_bound if hasattr(builtins, name)}
            if effect != "mutates":
                self.promised[effect] += len(definite)
                for name in sorted(definite - observed):
                    note("broken", effect, name)
            for name in sorted(maybe - observed):
                note("idle", effect, name)
            self.exact[effect] += definite | maybe == observed
