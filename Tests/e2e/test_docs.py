"""What the documentation says is true: its links lead somewhere, its commands run and print what the page
shows, and every block is of a kind that can be tested."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from documentation import (
    BLOCK, PAGES, ROOT, Block, Session, blocks, check_text, difference, matches,
)  # fmt: skip
from kfp_server import KFPServer

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")

# These are not run here, and why.
NOT_RUN = {
    "./scripts/demo": "builds kale; the titanic example is run by the page itself",
    "./scripts/test": "runs this test",
    "scripts/corpus --effects --verify examples": "builds kale; the page runs two of its oracles, Tests/oracles all",
    "scripts/fuzz --minutes 10": "builds kale, and takes ten minutes; scripts/test fuzzes for some seconds",
}
# Their blocks are run by the Swift tests (ExplainTests): each must give its message, or not give it.
RUN_ELSEWHERE = {ROOT / "docs/diagnostics.md": ("python", "json")}


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """The fragments of a page's headings, as GitHub makes them."""
    found = set()
    for heading in re.findall(r"^#+ +(.*)$", BLOCK.sub("", page.read_text()), re.MULTILINE):
        text = re.sub(r"[^\w\- ]", "", heading.lower().replace("`", ""))
        found.add(text.replace(" ", "-"))
    return found


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    for link in LINK.findall(BLOCK.sub("", page.read_text())):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if fragment and target.suffix == ".md":
            assert fragment in anchors(target), link


def test_the_index_has_every_page():
    index = (ROOT / "docs/README.md").read_text()
    linked = {(ROOT / "docs" / link).resolve() for link in LINK.findall(index)}
    assert set((ROOT / "docs").glob("*.md")) - {ROOT / "docs/README.md"} <= linked


# --- Commands in blocks


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_blocks_are_of_known_kinds(page):
    for block in blocks(page):
        if block.kind not in RUN_ELSEWHERE.get(page, ()):
            check_text(block)


@pytest.mark.parametrize("page", [p for p in PAGES if any(b.commands for b in blocks(p))], ids=name)
def test_commands_run_and_print_what_is_shown(kale, tmp_path, page):
    with KFPServer() as server:
        session = Session(kale.path, tmp_path, Path(sys.executable), server.url)
        results = session.run(blocks(page), NOT_RUN)
    wrong = []
    for number, (command, output, code) in enumerate(results):
        if command.shown and not matches(command.shown, output):
            wrong.append(difference(command, output))
        # A command may fail where the page shows what it says, or its exit code.
        is_shown = any(line.strip() not in ("", "...") for line in command.shown)
        follower = results[number + 1][0].text if number + 1 < len(results) else ""
        if code != 0 and not is_shown and follower != "echo $?":
            wrong.append(f"$ {command.text}\n{output}(ends with exit code {code})")
    assert not wrong, "\n\n".join(wrong)


def test_each_exception_is_needed():
    texts = {command.text.split(" #")[0].strip() for page in PAGES for b in blocks(page) for command in b.commands}
    assert set(NOT_RUN) <= texts


def test_a_command_that_fails_or_prints_something_else_is_found(kale, tmp_path):
    page = "$ echo a  b\na ...\n$ false\n$ echo 1 2 3; false\n1 2\n$ false\n$ echo $?\n1\n$ printf 'x\\ny\\nz\\n'\nx\n...\n"
    session = Session(kale.path, tmp_path, Path(sys.executable), "http://localhost:1")
    results = session.run([Block("console", page, None)], {})
    assert [code for _, _, code in results] == [0, 1, 1, 1, 0, 0]
    assert [matches(c.shown, output) for c, output, _ in results] == [True, True, False, True, True, True]
    for kind, text in [("", "x"), ("sh", "kale"), ("text", "$ kale"), ("text", "kale check a"), ("python", "1 +"),
                       ("json", "{"), ("console", "kale check a")]:  # fmt: skip
        with pytest.raises(Exception):
            check_text(Block(kind, text, None))


# --- Commands in the text


def commands() -> list[tuple[str, str]]:
    """Each command of kale's in a line of the text, or in a configuration, with its page. They have words like NOTEBOOK
    in the place of what they are about, so it is their options that are looked at."""
    found = set()
    for page in PAGES:
        lines = SPAN.findall(BLOCK.sub("", page.read_text()))
        lines += re.findall(r"\bentry: (kale [^,}\n]*)", page.read_text())
        for line in lines:
            line = line.split(" | ")[0].split(" > ")[0].strip()
            if line.startswith("kale "):
                found.add((line, name(page)))
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
        option = word.split("=")[0]
        if re.match(r"--?[a-z]", option):
            assert option in known, f"{page}: {option}"
