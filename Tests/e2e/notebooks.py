"""Notebooks for the tests: written as text, and run whole by Jupyter's own client for comparison."""

import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

CELL_MARK = re.compile(r"^# %%(.*)\n", re.MULTILINE)


def write_notebook(path: Path, text: str, metadata: dict | None = None) -> Path:
    """Writes a notebook whose cells begin with `# %% TAG...`, or `# %% [markdown]`, in `text`."""
    _, *parts = CELL_MARK.split(text)
    notebook = new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "kubeflow_notebook": {"pipeline_name": path.stem.replace("_", "-")} | (metadata or {}),
        }
    )
    for heading, source in zip(parts[::2], parts[1::2]):
        tags = heading.split()
        if tags == ["[markdown]"]:
            notebook.cells.append(new_markdown_cell(source.strip("\n")))
        else:
            notebook.cells.append(
                new_code_cell(source.strip("\n"), metadata={"tags": tags} if tags else {})
            )
    nbformat.write(notebook, path)
    return path


def step_cells(notebook) -> dict[str, list[int]]:
    """The indices of each step's cells, by the rules of docs/tags.md."""
    steps: dict[str, list[int]] = {}
    current: list[str] = []
    for index, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags", [])
        if cell.cell_type != "code" or "skip" in tags:
            continue
        names = [tag.split(":", 1)[1] for tag in tags if tag.startswith(("block:", "step:"))]
        special = {"imports", "functions", "parameters", "pipeline-parameters", "pipeline-metrics"}
        if names or special & set(tags):
            current = names
        for name in current:
            steps.setdefault(name, []).append(index)
    return steps


def run_whole(path: Path, assignments: dict[str, object] | None = None) -> dict[str, str]:
    """Runs the notebook from top to bottom in its folder; what each step's cells printed.

    `assignments` follow the parameters cell, as a run with these parameters would have it.
    """
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if "pipeline-parameters" in cell.metadata.get("tags", []):
            cell.source += "".join(f"\n{name} = {value!r}" for name, value in (assignments or {}).items())
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    return {
        step: "".join(printed(notebook.cells[index]) for index in cells)
        for step, cells in step_cells(notebook).items()
    }


def printed(cell) -> str:
    """What the cell shows as text: its standard output and the value of its last expression. A
    kernel runs `!` lines in a terminal, which ends lines with CR LF."""
    shown = []
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            shown.append(output.text.replace("\r\n", "\n"))
        elif output.output_type in ("execute_result", "display_data"):
            shown.append(output.data["text/plain"] + "\n")
    return "".join(shown)
