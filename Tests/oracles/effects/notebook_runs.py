"""Runs notebooks in scratch copies of their folders and keeps what was observed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

OBSERVER = Path(__file__).with_name("observe_notebook.py")


class NotebookRuns:
    """The observations of notebooks below `paths`, from the file `kept` where they are there."""

    def __init__(
        self,
        paths: list[Path],
        scratch: Path,
        python: str,
        cell_seconds: float,
        notebook_seconds: float,
        kept: Path | None = None,
    ):
        self._paths = [path.resolve() for path in paths]
        self._scratch = scratch
        self._python = python
        self._cell_seconds = cell_seconds
        self._notebook_seconds = notebook_seconds
        self._kept = kept
        self._known: dict[str, list[dict]] = {}
        self._copies: dict[Path, Path] = {}
        self._lock = threading.Lock()
        if kept is not None and kept.exists():
            for line in kept.read_text().splitlines():
                run = json.loads(line)
                self._known[run["notebook"]] = run["cells"]

    def observations(self, notebook: str) -> list[dict]:
        """What was observed of each cell that ran or was skipped, in order."""
        if notebook in self._known:
            return self._known[notebook]
        cells = self._run(self._copy_of(Path(notebook).resolve()))
        if self._kept is not None:
            with self._lock, self._kept.open("a") as file:
                file.write(json.dumps({"notebook": notebook, "cells": cells}) + "\n")
        return cells

    def _copy_of(self, notebook: Path) -> Path:
        """The notebook in the scratch copy of the folder that was asked for, beside its data."""
        folder = next(
            (path for path in self._paths if path.is_dir() and notebook.is_relative_to(path)),
            notebook.parent,
        )
        with self._lock:
            if folder not in self._copies:
                copy = self._copies[folder] = self._scratch / str(len(self._copies))
                shutil.copytree(folder, copy, ignore_dangling_symlinks=True)
        return self._copies[folder] / notebook.relative_to(folder)

    def _run(self, notebook: Path) -> list[dict]:
        with tempfile.TemporaryDirectory(dir=self._scratch) as home:
            output = Path(home) / "observations.jsonl"
            command = [self._python, OBSERVER, notebook.name, output, str(self._cell_seconds)]
            process = subprocess.Popen(
                command,
                cwd=notebook.parent,
                env=environment(home),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                process.wait(self._notebook_seconds)
            except subprocess.TimeoutExpired:
                pass
            finally:
                kill_group(process)
            return read_lines(output)


def environment(home: str) -> dict[str, str]:
    """One without the caller's settings of Python and IPython, and with one thread a library."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "IPYTHON", "JUPYTER", "VIRTUAL_ENV"))
    }
    threads = ("OMP", "OPENBLAS", "MKL", "NUMEXPR")
    return {
        **kept,
        **{f"{library}_NUM_THREADS": "1" for library in threads},
        **{name: home for name in ("HOME", "TMPDIR", "IPYTHONDIR", "MPLCONFIGDIR")},
        "MPLBACKEND": "Agg",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LOKY_MAX_CPU_COUNT": "1",
    }


def kill_group(process: subprocess.Popen) -> None:
    """Ends the process and what it has started."""
    try:
        os.killpg(process.pid, 9)
    except ProcessLookupError:
        pass
    process.wait()


def read_lines(output: Path) -> list[dict]:
    """The complete lines: a run that was stopped can leave a half."""
    text = output.read_text(encoding="utf-8") if output.exists() else ""
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]
