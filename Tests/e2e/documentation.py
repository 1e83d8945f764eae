"""The pages of the documentation: their blocks, the commands in these, and how the commands are run."""

import ast
import difflib
import json
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from notebooks import write_notebook

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
TIMEOUT = 400  # seconds for the commands of a page

# A comment in front of a block gives its text a file's name: <!-- file: kale.toml -->
BLOCK = re.compile(r"^(?:<!-- file: (\S+) -->\n+)?```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND_WORDS = r"(?:\./)?(?:kale|python3?|pip3?|scripts/\w+|git|apt-get|cp|cd|curl|swift|man|jq)"

# What differs from run to run, and has the same form in the end.
VARYING = [
    (re.compile(r"\d{8}[Tt]\d{6}[Zz]-[0-9a-f]{4}"), "RUN"),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "UUID"),
    (re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d[:.-]\d\d[:.-]\d\d(?:\.\d+)?Z?"), "TIME"),
    (re.compile(r"\b\d+(?:\.\d+)? (?:ms|s|min)\b(?: \d+ s\b)?"), "SECONDS"),
    (re.compile(r"\b\d+(?:\.\d+)? (?:B|kB|MB|GB|KiB|MiB|GiB|bytes)(?![\w])"), "BYTES"),
    (re.compile(r"\b0x[0-9a-f]+\b"), "ADDRESS"),
    (re.compile(r"\bPython 3\.\d+(?:\.\d+)?\b|\"3\.\d+\.\d+\""), "PYTHON"),
]


@dataclass
class Command:
    text: str
    shown: list[str] = field(default_factory=list)  # the lines of output on the page


@dataclass
class Block:
    kind: str
    text: str
    file: str | None

    @property
    def commands(self) -> list[Command]:
        """Those of a console: `$ command` or `> more of it`, and the output below."""
        if self.kind != "console":
            return [Command(run) for run in runs(self.text)] if self.kind == "yaml" else []
        found: list[Command] = []
        for line in self.text.splitlines():
            if line.startswith("$ "):
                found.append(Command(line[2:]))
            elif found and not found[-1].shown and line.startswith("> "):
                found[-1].text += "\n" + line[2:]
            else:
                assert found, f"a console begins with a command: {line}"
                found[-1].shown.append(line)
        return found


def runs(text: str) -> list[str]:
    """The commands of the steps of a GitHub workflow."""

    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("run"), str):
                yield value["run"]
            for one in value.values():
                yield from walk(one)
        elif isinstance(value, list):
            for one in value:
                yield from walk(one)

    return list(walk(yaml.safe_load(text)))


def blocks(page: Path) -> list[Block]:
    text = page.read_text()
    found = [Block(m[2], m[3], m[1]) for m in BLOCK.finditer(text)]
    # What is no block by this expression might be one for a reader.
    assert text.count("```") == 2 * len(found) and "~~~" not in BLOCK.sub("", text), page.name
    assert len(re.findall(r"^<!-- file:", text, re.MULTILINE)) == sum(b.file is not None for b in found), page.name
    return found


def notebook(block: Block) -> tuple[str, dict]:
    """The cells and the metadata of a notebook: cells, below `# metadata: OBJECT` if they have any; or metadata alone."""
    name = {"pipeline_name": Path(block.file).stem}
    if block.kind == "json":
        return "# %% block:step\nx = 1\n", name | json.loads(block.text)["kubeflow_notebook"]
    metadata = re.match(r"# metadata: (.*)\n", block.text)
    return block.text, name | (json.loads(metadata[1]) if metadata else {})


def check_text(block: Block):
    """Whether the text of a block is of its kind; a kind that is not known is a mistake."""
    match block.kind:
        case "console":
            assert block.commands
        case "python":
            # A notebook may have magics; it is written, and commands are held to what they make of it.
            if not (block.file or "").endswith(".ipynb"):
                ast.parse(block.text)
        case "json":
            json.loads(block.text)
        case "toml":
            tomllib.loads(block.text)
        case "yaml":
            yaml.safe_load(block.text)
        case "text":
            for line in block.text.splitlines():
                assert not re.match(rf"\s*(\$ |{COMMAND_WORDS} )", line), f"a command is no text: {line}"
        case kind:
            raise AssertionError(f"there is no test for blocks of the kind '{kind}'")


# --- Running


class Session:
    """The commands of one page, run in a shell: one after the other, in a folder with a copy of the examples."""

    def __init__(self, kale: Path, folder: Path, python: Path, url: str):
        self.folder = folder / "kale"
        self.notes = folder / "notes"
        self.url = url
        tools = folder / "bin"
        for made in (self.folder, self.notes, tools, folder / "home"):
            made.mkdir()
        (tools / "kale").symlink_to(kale)
        ignored = shutil.ignore_patterns(".*", "__pycache__")
        shutil.copytree(ROOT / "examples", self.folder / "examples", ignore=ignored)
        for name in ("docs", "Tests"):
            (self.folder / name).symlink_to(ROOT / name)
        kept = {k: v for k, v in os.environ.items()
                if not k.startswith(("KF_", "KALE_", "KUBERNETES_")) and "proxy" not in k.lower()}
        self.environment = kept | {
            "PATH": f"{tools}:{python.parent}:{os.environ['PATH']}", "HOME": str(folder / "home"),
            "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONDONTWRITEBYTECODE": "1",
            "COLUMNS": "80", "MANPAGER": "cat", "MANWIDTH": "80", "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    def run(self, blocks: list[Block], not_run: dict[str, str]) -> list[tuple[Command, str, int]]:
        """Each command with what it printed and its exit code."""
        script, commands = [], []
        for number, block in enumerate(blocks):
            if block.file:
                source = self.notes / f"file{number}"
                if block.file.endswith(".ipynb"):
                    write_notebook(source, *notebook(block))
                else:
                    source.write_text(block.text)
                script.append(f"cp {source} {shlex.quote(block.file)} || exit 3")
            for command in block.commands:
                if command.text.split(" #")[0].strip() in not_run:
                    continue
                at = self.notes / f"{len(commands)}"
                text = command.text.replace("http://localhost:8080", self.url)
                script.append(f"{{ {text}\n}} >{at}.out 2>&1 </dev/null; code=$?; echo $code >{at}.code; (exit $code)")
                commands.append(command)
        if not commands:
            return []
        subprocess.run(
            ["bash", "--noprofile", "--norc", "-c", "\n".join(script)], cwd=self.folder,
            env=self.environment, timeout=TIMEOUT, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        results = []
        for number, command in enumerate(commands):
            code = self.notes / f"{number}.code"
            assert code.exists(), f"the shell did not come to: {command.text}"
            output = (self.notes / f"{number}.out").read_text()
            output = output.replace(self.url, "http://localhost:8080").replace(str(self.folder), "~/kale")
            results.append((command, output, int(code.read_text())))
        return results


def settled(line: str) -> str:
    """A line with the same words in the place of what varies, and one blank where the width of that counts."""
    plain = line.rstrip()
    line = plain
    for pattern, word in VARYING:
        line = pattern.sub(word, line)
    return line if line == plain else re.sub(r" {2,}", " ", line)


def matches(shown: list[str], output: str) -> bool:
    """Whether the output is what the page shows, where `...` stands for anything in a line, or for any lines."""
    pattern = ""
    for line in shown:
        if line.strip() == "...":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += r".*".join(re.escape(part) for part in settled(line).split("...")) + "\n"
    return re.fullmatch(pattern, "".join(settled(line) + "\n" for line in output.splitlines())) is not None


def difference(command: Command, output: str) -> str:
    shown, found = [settled(x) for x in command.shown], [settled(x) for x in output.splitlines()]
    return "\n".join([f"$ {command.text}", *difflib.unified_diff(shown, found, "on the page", "printed", lineterm="", n=99)])
