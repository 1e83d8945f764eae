"""Notebooks of our own with adversarial cells: the observer sees what each cell says of itself, and
kale foresees all of it.

A cell tells its effects in lines that begin with `#:`. One tagged raises-exception ends early.
"""

import json
import os
import sys
from pathlib import Path

import pytest
from comparison import EFFECTS, Comparison
from notebook_runs import NotebookRuns
from predictions import predictions

# What kale does not foresee yet, or foresees wrongly as definite. Whoever mends it takes it out here.
KNOWN = {
    "ipython": {"cell 12: reads count broken"},  # help
    "mutations": {
        "cell 38: mutates groups missed",  # an item that a defaultdict adds
    },
}

NOTEBOOKS = sorted((Path(__file__).parent / "fixtures").glob("[!p]*.ipynb"))
for minor in (10, 12):
    if sys.version_info >= (3, minor):
        NOTEBOOKS.append(Path(__file__).parent / "fixtures" / f"python_3_{minor}.ipynb")


def stated_effects(source: str) -> dict[str, set[str]]:
    stated = {effect: set() for effect in EFFECTS}
    for line in source.splitlines():
        if line.startswith("#:"):
            for clause in filter(None, line[2:].split(";")):
                effect, _, names = clause.partition(":")
                stated[effect.strip()] |= set(names.split())
    return stated


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    scratch = tmp_path_factory.mktemp("scratch")
    return NotebookRuns(NOTEBOOKS, scratch, sys.executable, cell_seconds=20, notebook_seconds=100)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_observations(notebook, runs):
    cells = json.loads(notebook.read_text())["cells"]
    observations = runs.observations(str(notebook))
    assert [observation["cell"] for observation in observations] == list(range(len(cells)))
    for cell, observation in zip(cells, observations):
        source = "".join(cell["source"])
        raises = "raises-exception" in cell["metadata"].get("tags", [])
        assert observation["status"] == ("raised" if raises else "ok"), (source, observation)
        seen = {effect: set(observation[effect]) for effect in EFFECTS}
        assert seen == stated_effects(source), source


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_kale_foresees_them(notebook, runs):
    kale = os.environ.get("KALE")
    if not kale:
        pytest.fail("Set KALE to the built tool, or run these tests with scripts/test.", pytrace=False)
    comparison = Comparison()
    for name, cells in predictions(kale, [notebook]).items():
        comparison.add(name, cells, runs.observations(name))
    unsound = {
        f"cell {finding.cell}: {finding.effect} {finding.name} {finding.kind}"
        for finding in comparison.found("missed") + comparison.found("broken")
    }
    assert unsound == KNOWN.get(notebook.stem, set())
    assert comparison.cells["ok"] > 0 == comparison.cells["skipped"] == comparison.cells["not reached"]
