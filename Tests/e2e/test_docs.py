"""What the documentation says can be followed: its links lead somewhere, and the tool takes the commands
that it shows."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def anchors(page: Path) -> set[str]:
    """The fragments of a page's headings, as GitHub makes them."""
    found = set()
    for heading in re.findall(r"^#+ +(.*)$", FENCE.sub("", page.read_text()), re.MULTILINE):
        text = re.sub(r"[^\w\- ]", "", heading.lower().replace("`", ""))
        found.add(text.replace(" ", "-"))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for link in LINK.findall(FENCE.sub("", page.read_text())):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if fragment and target.suffix == ".md":
            assert fragment in anchors(target), link


def commands() -> list[tuple[str, str]]:
    """Each command of kale's in a block of the documentation, with its page."""
    found = set()
    for page in PAGES:
        for kind, block in FENCE.findall(page.read_text()):
            if kind in ("", "sh", "bash", "console"):
                for line in block.splitlines():
                    line = line.removeprefix("$ ").split(" #")[0].split(" | ")[0].split(" > ")[0].strip()
                    if line.startswith("kale "):
                        found.add((line, str(page.relative_to(ROOT))))
    return sorted(found)


@pytest.fixture(scope="session")
def options(kale, tmp_path_factory):
    """The options of a command, by its help."""
    known = {}

    def options(command: str) -> set[str]:
        if command not in known:
            done = kale(*([command] if command else []), "--help", folder=tmp_path_factory.getbasetemp())
            assert done.returncode == 0, done.stderr
            known[command] = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", done.stdout))
        return known[command]

    return options


def test_there_are_commands():
    assert len(commands()) > 30


@pytest.mark.parametrize("line, page", commands(), ids=lambda value: value)
def test_the_tool_takes_the_command(options, line, page):
    try:
        words = shlex.split(line)[1:]
    except ValueError:
        pytest.fail(f"{page}: {line} is no command")
    command = words[0] if words and not words[0].startswith("-") else ""
    known = options(command)
    for word in words:
        name = word.split("=")[0]
        if re.match(r"--?[a-z]", name):
            assert name in known, f"{page}: {name}"
