"""The tool under test, and the two ways to run what it makes of a notebook."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 600  # seconds, for any one process

ANSI = re.compile(r"\x1b\[[0-9;]*m")
TASK = re.compile(r"^.* - INFO - Executing task '([^']+)'$", re.MULTILINE)
# What kfp's executor prints before and after the component's own output.
EXECUTED = re.compile(
    r"Got executor_input:\n\{.*?\n\}\n(.*?)\[KFP Executor [^\]]*\]: (?:Wrote executor|Did not write) output file",
    re.DOTALL,
)


@dataclass(frozen=True)
class Kale:
    """The built tool. Everything it writes goes to the `folder` that each method takes."""

    path: Path

    def __call__(self, *arguments, folder: Path) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.path, *map(str, arguments)], cwd=folder, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=TIMEOUT,
        )  # fmt: skip

    def compile(self, notebook: Path, folder: Path) -> Path:
        """The compiled pipeline that `kale convert` writes into the folder."""
        done = self("convert", notebook, "--to", "yaml", folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        (compiled,) = folder.glob("*.yaml")
        return compiled

    def convert(self, notebook: Path, folder: Path) -> Path:
        """The one `.kfp.py` file that `kale convert` writes into the folder."""
        done = self("convert", notebook, "--to", "py", folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        (script,) = folder.glob("*.kfp.py")
        return script

    def run(self, notebook: Path, folder: Path, *arguments: str) -> "LocalRun":
        done = self(
            "run", notebook, "--run-dir", folder / "run", "--python", sys.executable, *arguments,
            folder=folder,
        )  # fmt: skip
        return LocalRun(folder / "run", done)


@dataclass(frozen=True)
class LocalRun:
    """What a `kale run` left behind."""

    folder: Path
    process: subprocess.CompletedProcess

    @property
    def messages(self) -> str:
        return self.process.stdout + self.process.stderr

    def record(self) -> dict:
        return json.loads((self.folder / "run.json").read_text())

    def statuses(self) -> dict[str, str]:
        return {step["name"]: step["status"] for step in self.record()["steps"]}

    def printed(self) -> dict[str, str]:
        """What each step printed; the run must have succeeded."""
        assert self.process.returncode == 0, self.messages
        return {
            step["name"]: (self.folder / step["stdout"]).read_text() for step in self.record()["steps"]
        }


def compile_with_kfp(script: Path) -> Path:
    """Runs the generated file by itself, in its folder: it compiles the pipeline to `NAME.yaml`."""
    done = subprocess.run(
        [sys.executable, "-W", "error::SyntaxWarning", script.name], cwd=script.parent,
        capture_output=True, text=True, timeout=TIMEOUT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    compiled = script.with_name(script.name.removesuffix(".kfp.py") + ".yaml")
    assert compiled.exists(), f"{script.name} wrote no {compiled.name}"
    return compiled


@dataclass(frozen=True)
class KFPRun:
    """What a run through kfp.local left behind."""

    root: Path
    log: str

    def printed(self) -> dict[str, str]:
        """What each task printed, by the task's name with `_` for `-`."""
        _, *parts = TASK.split(self.log)
        result = {}
        for task, section in zip(parts[::2], parts[1::2]):
            text = re.sub(r"^    ", "", section, flags=re.MULTILINE)
            found = EXECUTED.search(text)
            assert found, f"no output of task {task} in:\n{section}"
            result[task.replace("-", "_")] = found[1]
        return result

    def metrics(self) -> dict[str, float]:
        """What the tasks have logged as metrics: the metadata of their output `metrics`."""
        found = {}
        for path in self.root.rglob("executor_output.json"):
            outputs = json.loads(path.read_text()).get("artifacts", {})
            for artifact in outputs.get("metrics", {"artifacts": []})["artifacts"]:
                found |= artifact["metadata"]
        return found


def run_with_kfp(compiled: Path, folder: Path, parameters: dict | None = None) -> KFPRun:
    """Runs a compiled pipeline with kfp.local, one subprocess a task, `folder` being the working one.

    Nothing is installed: what the pipeline asks for must be in the environment of the tests.
    """
    root = compiled.parent / "kfp-root"
    environment = os.environ | {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        [
            sys.executable, "-u", Path(__file__).with_name("kfp_local.py"), compiled, root,
            json.dumps(parameters or {}),
        ],
        cwd=folder, env=environment, text=True, timeout=TIMEOUT,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    log = ANSI.sub("", done.stdout)
    assert done.returncode == 0, log
    return KFPRun(root, log)
