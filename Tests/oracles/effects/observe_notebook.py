"""Runs one notebook and writes what each of its cells did to the namespace, as JSON lines:
observe_notebook.py NOTEBOOK OUTPUT CELL_SECONDS

For a process of its own, in a scratch copy of the notebook's folder. A cell that fails does not end
the run.
"""

from __future__ import annotations

import json
import resource
import socket
import sys
from pathlib import Path

from kernel_names import is_kernel_name, without_kernel_names
from namespace_tracer import NamespaceTracer
from object_graph import ObjectGraph
from observed_shell import CellTimeout, ObservedShell

MAX_MEMORY = 8 << 30


def cells_of(notebook: dict) -> list[dict]:
    if "worksheets" in notebook:
        return [cell for sheet in notebook["worksheets"] for cell in sheet.get("cells", [])]
    return notebook.get("cells", [])


def source_of(cell: dict) -> str:
    source = cell.get("source", cell.get("input", ""))
    return source if isinstance(source, str) else "".join(source)


class NotebookObserver:
    def __init__(self, shell: ObservedShell, cell_seconds: float):
        self._shell = shell
        self._seconds = cell_seconds
        self._tracer = NamespaceTracer(shell.user_ns)

    def observe(self, index: int, cell: dict) -> dict:
        """Runs a cell; its `status` is ok, raised, timeout or skipped, the last with a `reason`."""
        source = source_of(cell)
        if "skip" in cell.get("metadata", {}).get("tags", []):
            return {"status": "skipped", "reason": "tagged skip"}
        magic = self._shell.unsupported(source)
        if magic is not None:
            return {"status": "skipped", "reason": f"magic {magic}"}
        values = {
            name: value for name, value in self._shell.user_ns.items() if not is_kernel_name(name)
        }
        graph = ObjectGraph(values, own_module="__main__")
        with self._tracer.watch() as use:
            error = self._shell.run_limited(source, index, self._seconds)
        if not use.is_complete and error is None:
            return {"status": "skipped", "reason": "another tracer took over"}
        mutations = graph.changes()
        effects = {
            "reads": without_kernel_names(use.reads),
            "binds": without_kernel_names(use.binds),
            "deletes": without_kernel_names(use.deletes),
            "mutates": without_kernel_names(mutations),
        }
        named = set().union(*effects.values())
        places = {name: place for name, place in use.places.items() if name in named}
        return {**outcome(error), **effects, "places": places, "changed": mutations}


def outcome(error: BaseException | None) -> dict:
    if error is None:
        return {"status": "ok"}
    if isinstance(error, CellTimeout):
        return {"status": "timeout"}
    return {"status": "raised", "error": f"{type(error).__name__}: {str(error)[:200]}"}


def close_network() -> None:
    def refuse(*_, **__):
        raise OSError("no network here")

    socket.socket.connect = socket.socket.connect_ex = refuse
    socket.getaddrinfo = socket.create_connection = refuse


def close_figures() -> None:
    """As a notebook's drawing backend does at the end of a cell."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and hasattr(pyplot, "close"):
        pyplot.close("all")


def main() -> None:
    notebook, output, seconds = sys.argv[1:]
    cells = cells_of(json.loads(Path(notebook).read_text(encoding="utf-8")))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    close_network()
    sys.argv[:] = [""]
    sys.path[0] = ""
    observer = NotebookObserver(ObservedShell.instance(), float(seconds))
    with open(output, "w", encoding="utf-8") as lines:
        for index, cell in enumerate(cells):
            if cell["cell_type"] == "code":
                lines.write(json.dumps({"cell": index, **observer.observe(index, cell)}) + "\n")
                lines.flush()
                close_figures()


if __name__ == "__main__":
    main()
