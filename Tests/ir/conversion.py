"""Notebooks, and the two ways from one to a compiled pipeline: kale alone, and its script with the SDK."""

import contextlib
import io
import json
import linecache
import re
import runpy
import subprocess
import sys
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

from compare import assert_same
from kfp import components
from pipeline_spec import Compiled
from validation import assert_valid

TIMEOUT = 300  # seconds, for any one process


def notebook(*cells: tuple[str, str] | str, **settings) -> dict:
    """A notebook of cells (TAGS, SOURCE), tags separated by blanks, or a list of them, or SOURCE without
    tags. The settings are the pipeline's metadata."""
    written = []
    for number, cell in enumerate(cells):
        tags, source = cell if isinstance(cell, tuple) else ("", cell)
        written.append({
            "cell_type": "code", "execution_count": None, "id": f"cell-{number}", "outputs": [], "source": source,
            "metadata": {"tags": tags.split() if isinstance(tags, str) else tags},
        })  # fmt: skip
    settings = {"pipeline_name": "p", "experiment_name": "e"} | settings
    return {
        "cells": written, "metadata": {"kubeflow_notebook": settings}, "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip


@dataclass(frozen=True)
class Conversion:
    """The files that `kale convert` has written."""

    script: Path
    compiled: Path

    def with_sdk(self) -> Path:
        """What the script compiles itself to."""
        target = self.script.with_name("sdk.yaml")
        compile_script(self.script, target)
        return target

    def assert_equivalent(self) -> Compiled:
        """Both ways lead to the same pipeline, in which nothing is wrong."""
        native, sdk = Compiled.read(self.compiled), Compiled.read(self.with_sdk())
        assert_same(native, sdk)
        assert_valid(native)
        assert_valid(sdk)
        components.load_component_from_file(str(self.compiled))
        return native


def compile_script(script: Path, target: Path) -> None:
    """Runs the script in this process, as `python SCRIPT --output TARGET` would."""
    arguments, sys.argv = sys.argv, [str(script), "--output", str(target)]
    linecache.clearcache()
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("error", SyntaxWarning)
            runpy.run_path(str(script), run_name="__main__")
    finally:
        sys.argv = arguments


class Refused(Exception):
    """A notebook that kale does not convert."""

    def __init__(self, done: subprocess.CompletedProcess):
        super().__init__(done.stdout + done.stderr)
        self.code = done.returncode
        # Of the errors, each once.
        self.ids = sorted(set(re.findall(r": error: .*?\[([a-z0-9-]+)\]$", done.stderr, re.MULTILINE | re.DOTALL)))


@dataclass(frozen=True)
class Kale:
    """The built tool."""

    path: Path

    def __call__(self, *arguments, folder: Path) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.path, *map(str, arguments)], cwd=folder, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=TIMEOUT,
        )  # fmt: skip

    def convert(self, source: dict | Path, folder: Path, *arguments: str) -> Conversion:
        """Converts a notebook to both forms."""
        if isinstance(source, dict):
            path = folder / "notebook.ipynb"
            path.write_text(json.dumps(source))
            source = path
        target = Path(tempfile.mkdtemp(dir=folder))
        done = self("convert", source, "-o", f"{target}/", *arguments, folder=folder)
        if done.returncode:
            raise Refused(done)
        (script,), (compiled,) = target.glob("*.kfp.py"), target.glob("*.yaml")
        return Conversion(script, compiled)
