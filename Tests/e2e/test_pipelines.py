"""Small notebooks: what the steps print, through both runners, is what the whole notebook prints."""

import re

import pytest
from cases import CASES, REFUSALS, Case, Refusal
from notebooks import run_whole, write_notebook
from pipelines import compile_with_kfp, run_with_kfp


def without_ignored(printed: dict[str, str], case: Case) -> dict[str, str]:
    if case.ignore is None:
        return printed
    ignored = re.compile(rf"^(?:{case.ignore}).*\n?", re.MULTILINE)
    return {step: ignored.sub("", text) for step, text in printed.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_steps_print_what_the_notebook_prints(case, kale, tmp_path):
    notebook = write_notebook(tmp_path / f"{case.name}.ipynb", case.notebook)
    expected = without_ignored(run_whole(notebook), case)
    assert any(expected.values()), "the case prints nothing, so it compares nothing"

    here = kale.run(notebook, tmp_path).printed()
    assert without_ignored(here, case) == expected

    compiled = compile_with_kfp(kale.convert(notebook, tmp_path))
    through_kfp = run_with_kfp(compiled, tmp_path).printed()
    assert without_ignored(through_kfp, case) == expected


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.id)
def test_refused_with_the_same_words_everywhere(refusal: Refusal, kale, tmp_path):
    notebook = write_notebook(tmp_path / "refused.ipynb", refusal.notebook)
    before = set(tmp_path.iterdir())
    messages = []
    for command in ("check", "convert", "run"):
        done = kale(command, notebook, folder=tmp_path)
        assert done.returncode == 1, done.stdout + done.stderr
        (error,) = [
            line for line in (done.stdout + done.stderr).splitlines() if f"[{refusal.id}]" in line
        ]
        messages.append(error)
        for name in refusal.names:
            assert name in done.stdout + done.stderr
    assert len(set(messages)) == 1
    assert set(tmp_path.iterdir()) == before, "a refused notebook leaves nothing behind"
