"""The comparison as text."""

from comparison import EFFECTS, RUN, Comparison, Finding

COLUMNS = ("observed", "missed", "sound", "widened", "definite", "broken", "idle", "exact cells")
LEGEND = """\
pairs of cell and name:
  missed    observed, not foreseen         widened  foreseen by a dynamic access alone
  definite  foreseen as certain            broken   of these, not observed
  idle      foreseen as possible, not observed
the last four and "exact cells", those whose foreseen names are the observed, are of cells that
ended normally"""


def lines_of(comparison: Comparison, notebooks: int) -> list[str]:
    unsound = comparison.found("missed") + comparison.found("broken")
    return [*map(line_of, unsound), *totals(comparison, notebooks), *table(comparison)]


def line_of(finding: Finding) -> str:
    verdict = "not foreseen" if finding.kind == "missed" else "definite, but not observed"
    cause = f" ({finding.cause})" if finding.cause else ""
    cell = f"{finding.notebook}:cell {finding.cell}"
    return f"{cell}: {finding.effect} {finding.name}: {verdict}{cause}"


def totals(comparison: Comparison, notebooks: int) -> list[str]:
    cells = comparison.cells
    executed = sum(cells[status] for status in RUN)
    return [
        f"{notebooks} notebooks, {executed} cells executed: {cells['ok']} ended normally, "
        f"{cells['raised']} raised, {cells['timeout']} timed out; "
        f"{cells['skipped']} skipped, {cells['not reached']} not reached in time, "
        f"{cells['not reported']} not in kale's report",
        *(f"  skipped: {n} for {reason}" for reason, n in comparison.reasons.most_common()),
    ]


def table(comparison: Comparison) -> list[str]:
    rows = ["".join([f"{'':8}", *(f"{column:>12}" for column in COLUMNS)])]
    for effect in EFFECTS:
        values = (
            comparison.observed[effect],
            len(comparison.found("missed", effect)),
            f"{comparison.soundness(effect):.3%}",
            comparison.widened[effect],
            comparison.promised[effect],
            len(comparison.found("broken", effect)),
            len(comparison.found("idle", effect)),
            f"{comparison.precision(effect):.1%}",
        )
        rows.append("".join([f"{effect:8}", *(f"{value:>12}" for value in values)]))
    return [*rows, LEGEND]
