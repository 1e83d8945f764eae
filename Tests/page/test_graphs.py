"""The graphs of `kale report`, read by other tools."""

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

EXAMPLES = sorted(Path(__file__).resolve().parents[2].glob("examples/*/*.ipynb"))


def graph(kale, notebook, form) -> str:
    done = subprocess.run([kale, "report", notebook, "--format", form], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def unusual(tmp_path):
    """Names that a step and a variable can have, and that other languages take for theirs."""
    steps = ["graph", "end", "subgraph", "node", "click", "style", "default", "_x"]
    cells = []
    for number, step in enumerate(steps):
        tags = [f"block:{step}"] + ([f"prev:{steps[number - 1]}"] if number else [])
        source = f"名前{number} = [1]\n" + (f"print(名前{number - 1})" if number else "")
        cells.append(new_code_cell(source, metadata={"tags": tags}))
    path = tmp_path / "unusual.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


@pytest.mark.parametrize("notebook", [*EXAMPLES, None], ids=lambda p: p.stem if p else "unusual")
def test_graphviz_draws_the_graph(kale, notebook, unusual):
    dot = graph(kale, notebook or unusual, "dot")
    drawn = subprocess.run(["dot", "-Tplain"], input=dot, capture_output=True, text=True)
    assert drawn.returncode == 0 and drawn.stderr == ""
    lines = [line.split() for line in drawn.stdout.splitlines()]
    svg = ET.fromstring(graph(kale, notebook or unusual, "svg"))
    nodes = [g.get("data-step") for g in svg.iter("{http://www.w3.org/2000/svg}g")]
    edges = [p for p in svg.iter("{http://www.w3.org/2000/svg}path") if p.get("data-from")]
    assert sorted(line[1].strip('"') for line in lines if line[0] == "node") == sorted(nodes)
    assert sum(line[0] == "edge" for line in lines) == len(edges)
