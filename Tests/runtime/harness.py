"""Runs steps of the step runtime, each in a process of its own, and hands artifacts between them."""
import atexit
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"


def joined_runtime():
    """The file that kale makes of the parts of the runtime, in the order of StepRuntime.swift."""
    order = (SOURCES / "KaleAnalysis/Codegen/StepRuntime.swift").read_text()
    parts = [
        SOURCES / "KaleAnalysis/Resources/runtime" / (name + ".py")
        for name in re.findall(r"PackageResources\.(\w+)_py", order)
    ]
    folder = pathlib.Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    file = folder / "step_runtime.py"
    file.write_text("\n\n".join(part.read_text() for part in parts))
    return file


RUNTIME = joined_runtime()


class Result:
    def __init__(self, process, step):
        self.status, self.out, self.err, self.step = (
            process.returncode,
            process.stdout,
            process.stderr,
            step,
        )


class Flow:
    """Steps of one notebook. The cells of `imports` and `functions` precede each step; an input
    comes from the step that was the last to name it as an output."""

    def __init__(self, directory, imports=(), functions=(), notebook="titanic.ipynb"):
        self.directory, self.notebook = pathlib.Path(directory), notebook
        self.prelude = [("imports", c) for c in imports] + [("functions", c) for c in functions]
        self.producer = {}
        self.cells = len(self.prelude)
        self.work = self.directory / "work"
        self.work.mkdir()

    def path(self, name):
        step = self.producer[name]
        return self.directory / step / name

    def plan(self, name, *cells, inputs=(), outputs=(), consumers=("next",), **options):
        described = [
            {"index": i, "source": textwrap.dedent(source), "kind": kind, "ipython": False}
            for i, (kind, source) in enumerate(self.prelude)
        ]
        for cell in cells:
            ipython, source = isinstance(cell, IPython), str(cell)
            described.append(
                {
                    "index": self.cells,
                    "source": textwrap.dedent(source),
                    "kind": "step",
                    "ipython": ipython,
                }
            )
            self.cells += 1
        plan = {
            "name": name,
            "notebook": self.notebook,
            "inputs": [
                {"name": n, "path": str(self.path(n)), "producer": self.producer[n], "certain": True}
                for n in inputs
            ],
            "outputs": [
                {"name": n, "path": str(self.directory / name / n), "consumers": list(consumers)}
                for n in outputs
            ],
            "cells": described,
            "cwd": str(self.work),
            **options,
        }
        return plan

    def run(self, name, *cells, python=sys.executable, env=None, **options):
        """Run a step and return its Result, whatever the status."""
        plan = self.plan(name, *cells, **options)
        file = self.directory / (name + ".json")
        file.write_text(json.dumps(plan))
        process = subprocess.run(
            [python, str(RUNTIME), str(file)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            universal_newlines=True,
            timeout=120,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
        )
        for output in plan["outputs"]:
            self.producer[output["name"]] = name
        return Result(process, name)

    def step(self, name, *cells, **options):
        """Run a step that must succeed, and return what it printed."""
        result = self.run(name, *cells, **options)
        assert result.status == 0, result.err + result.out
        return result.out

    def fail(self, name, *cells, **options):
        """Run a step that must fail, and return what it printed to stderr."""
        result = self.run(name, *cells, **options)
        assert result.status == 1, (result.status, result.err, result.out)
        for output in options.get("outputs", ()):
            assert not self.path(output).exists()
        left = [p for p in self.directory.rglob("*.kale-part")]
        assert not left
        return result.err


class IPython(str):
    """The source of a cell in IPython syntax."""
