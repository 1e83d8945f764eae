"""Variables that share objects keep sharing them over the steps, whatever way the pipeline is run."""

import pytest
from notebooks import run_whole, write_notebook
from pipelines import compile_with_kfp, run_with_kfp
from sharing import ARRAYS, BRANCHES, PATTERNS

GROUPS = {"python": PATTERNS, "arrays": ARRAYS, "branches": BRANCHES}
MARK = "pattern "


def cells(step: str, codes: list[str]) -> str:
    """Each code a cell of the step."""
    return f"# %% {step}\n" + "\n# %%\n".join(codes) + "\n"


def reading(pattern) -> str:
    return f"print({MARK + pattern.name!r})\n{pattern.read}"


def notebook_text(group: str) -> str:
    patterns = GROUPS[group]
    imports = "" if group == "python" else "# %% imports\nimport numpy as np\nimport pandas as pd\n"
    make = cells("step:make", [p.make for p in patterns])
    if group != "branches":
        change = cells("step:change prev:make", [p.change for p in patterns])
        return imports + make + change + cells("step:read prev:change", [reading(p) for p in patterns])
    sides = [
        cells(f"step:{side} prev:make", [p.change.format(side=side) for p in patterns])
        for side in ("left", "right")
    ]
    return imports + make + "".join(sides) + cells("step:read prev:left prev:right", [reading(p) for p in patterns])


def by_pattern(printed: dict[str, str]) -> dict[str, str]:
    _, *parts = printed["read"].split(MARK)
    return dict(part.split("\n", 1) for part in parts)


@pytest.fixture(scope="module")
def printed(kale, tmp_path_factory):
    """What each pattern of a group prints: in the notebook, by `kale run`, and by kfp.local."""
    found = {}

    def run(group):
        if group not in found:
            folder = tmp_path_factory.mktemp(group)
            notebook = write_notebook(folder / f"{group}.ipynb", notebook_text(group))
            compiled = compile_with_kfp(kale.convert(notebook, folder))
            found[group] = [
                by_pattern(run_whole(notebook)),
                by_pattern(kale.run(notebook, folder).printed()),
                by_pattern(run_with_kfp(compiled, folder).printed()),
            ]
        return found[group]

    return run


@pytest.mark.xdist_group("sharing")
@pytest.mark.parametrize(
    "group, name", [(g, p.name) for g, patterns in GROUPS.items() for p in patterns], ids=lambda name: name
)
def test_shared_objects(group, name, printed):
    whole, here, through_kfp = (results[name] for results in printed(group))
    assert whole, "the pattern prints nothing, so it compares nothing"
    assert here == whole
    assert through_kfp == whole
