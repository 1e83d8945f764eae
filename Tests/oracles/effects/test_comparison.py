"""What counts as missed, broken and idle."""

from comparison import EFFECTS, Comparison


def cell(index, dynamic=(), **effects):
    """A reported cell: for each effect the definite names, then after a bar the others."""
    reported = {"index": index, "dynamic": [{"kind": kind} for kind in dynamic]}
    for effect in EFFECTS:
        definite, _, maybe = effects.get(effect, "").partition("|")
        reported[effect] = {"definite": definite.split(), "maybe": maybe.split()}
    return reported


def run(index, status="ok", **effects):
    seen = {effect: effects.get(effect, "").split() for effect in EFFECTS}
    changed = dict.fromkeys(seen["mutates"], "list")
    return {"cell": index, "status": status, **seen, "places": {}, "changed": changed}


def compare(predictions, observations):
    comparison = Comparison()
    comparison.add("n.ipynb", predictions, observations)
    return comparison


def findings(predictions, observations):
    found = compare(predictions, observations).findings
    return [(finding.kind, finding.effect, finding.cell, finding.name) for finding in found]


def test_equal():
    comparison = compare([cell(0, reads="a", binds="b|c")], [run(0, reads="a", binds="b c")])
    assert comparison.findings == []
    assert all(comparison.soundness(effect) == 1 for effect in EFFECTS)
    assert all(comparison.precision(effect) == 1 for effect in EFFECTS)


def test_differences():
    comparison = compare(
        [cell(0, reads="a|b", binds="x"), cell(1, reads="a", mutates="m|n")],
        [run(0, reads="c a"), run(1, reads="a d", mutates="o")],
    )
    assert [(f.kind, f.effect, f.cell, f.name) for f in comparison.findings] == [
        ("missed", "reads", 0, "c"),
        ("idle", "reads", 0, "b"),
        ("broken", "binds", 0, "x"),
        ("missed", "reads", 1, "d"),
        ("missed", "mutates", 1, "o"),
        ("idle", "mutates", 1, "n"),
    ]
    assert comparison.soundness("reads") == 0.5
    assert comparison.precision("binds") == 0.5


def test_what_a_cell_that_raised_leaves():
    early = run(0, "raised", reads="a", binds="b d")
    assert findings([cell(0, reads="a|", binds="b c", deletes="d")], [early]) == []
    assert findings([cell(0, binds="c")], [early]) == [
        ("missed", "reads", 0, "a"),
        ("missed", "binds", 0, "b"),
        ("missed", "binds", 0, "d"),
    ]


def test_a_dynamic_access_widens_its_own_effect():
    comparison = compare([cell(0, ["binds-unknown"])], [run(0, binds="a", reads="b")])
    assert [finding.name for finding in comparison.findings] == ["b"]
    assert comparison.widened["binds"] == 1
    assert comparison.precision("binds") == 0


def test_a_builtin_counts_where_the_run_has_bound_it():
    predictions = [cell(0, reads="max"), cell(1, binds="max"), cell(2, reads="max")]
    observations = [run(0), run(1, binds="max"), run(2)]
    assert findings(predictions, observations) == [("broken", "reads", 2, "max")]


def test_kernel_names_are_left_out():
    assert findings([cell(0, reads="_ In display _12", binds="__annotations__")], [run(0)]) == []


def test_the_cause_names_an_earlier_failure():
    comparison = compare([cell(0), cell(1)], [run(0, "raised"), run(1, reads="a")])
    assert [finding.cause for finding in comparison.findings] == ["; after cell 0 failed"]


def test_skipped_cells_are_counted_by_reason():
    comparison = compare([cell(0)], [{"cell": 0, "status": "skipped", "reason": "magic foo"}])
    assert +comparison.cells == {"skipped": 1} and comparison.reasons == {"magic foo": 1}


def test_cells_that_one_side_lacks():
    comparison = compare([cell(0), cell(1)], [run(0), run(2)])
    assert +comparison.cells == {"ok": 1, "not reached": 1, "not reported": 1}
