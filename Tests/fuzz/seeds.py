"""What fuzzing starts from: the cells of our own tests and examples, and notebooks that are given.

    seeds.py FOLDER [NOTEBOOK-FOLDER...]     writes each cell into a file of FOLDER, for libFuzzer
"""

import hashlib
import json
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(TESTS / "memcheck"), str(TESTS / "e2e")]

import cases  # noqa: E402
import cells  # noqa: E402

# Larger files and cells are left out: they are slow, and what they have in them, smaller ones have.
MAX_FILE = 2_000_000
MAX_CELL = 20_000


def own_notebooks() -> list[list[str]]:
    """The sources of notebooks of ours, by cell."""
    notebooks = [[cell.decode(errors="replace")] for cell in cells.cells() if len(cell) <= MAX_CELL]
    for line in (TESTS / "KaleAnalysisTests/Fixtures/names.jsonl").read_text().splitlines():
        case = json.loads(line)
        notebooks.append([case["setup"], case["code"]])
    for case in [*cases.CASES, *cases.REFUSALS]:
        notebooks.append([cell.partition("\n")[2] for cell in case.notebook.split("# %%")[1:]])
    return notebooks + list(map(sources, notebook_files([TESTS.parent / "examples"])))


def notebook_files(folders) -> list[bytes]:
    """The notebooks in and below the folders, in the order of their paths."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.ipynb"))
    return [path.read_bytes() for path in paths if path.stat().st_size <= MAX_FILE]


def sources(file: bytes) -> list[str]:
    """The code cells of a notebook; of one that is damaged, none."""
    try:
        found = json.loads(file)["cells"]
        code = ["".join(cell["source"]) for cell in found if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError):
        return []
    return [source for source in code if source and len(source) <= MAX_CELL]


def main() -> None:
    folder, *notebook_folders = map(Path, sys.argv[1:])
    found = [cell for cell in cells.cells() if len(cell) <= MAX_CELL]
    for notebook in own_notebooks() + list(map(sources, notebook_files(notebook_folders))):
        found += [cell.encode(errors="replace") for cell in notebook]
    for cell in found:
        (folder / hashlib.sha1(cell).hexdigest()).write_bytes(cell)


if __name__ == "__main__":
    main()
