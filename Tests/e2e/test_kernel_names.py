"""The names that a kernel provides: none is unknown, and what steps don't have of it is told before they run."""

import json
import re

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from notebooks import run_whole, write_notebook

HISTORY = re.compile(r"_i{1,3}|__|___|Out|In|_oh|_ih|_dh|_i?\d+|_exit_code")


def names_of_a_kernel(folder) -> set[str]:
    notebook = new_notebook(
        cells=[
            new_code_cell("1 + 1"),
            new_code_cell("!true"),
            new_code_cell("import builtins; print(*{*dir(builtins), *globals()} - {'builtins'})"),
        ]
    )
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    return set(notebook.cells[2].outputs[0].text.split())


def test_every_name_of_a_kernel_is_known(kale, tmp_path):
    names = names_of_a_kernel(tmp_path)
    # These two are the debugger's.
    names -= {"execfile", "runfile"}
    assert {"help", "license", "len", "__name__", "_1", "_i2", "_exit_code", "Out"} <= names
    path = write_notebook(tmp_path / "names.ipynb", "\n# %% block:a\nx = 1")
    notebook = nbformat.read(path, as_version=4)
    # `None` and the like can be read, too.
    notebook.cells += [new_code_cell(f"print({name})") for name in sorted(names)]
    nbformat.write(notebook, path)
    found = json.loads(kale("check", path, "--format", "json", folder=tmp_path).stdout)["notebooks"][0]
    told = {
        (one["id"], notebook.cells[one["cell"]].source[6:-1])
        for one in found["diagnostics"]
        if one["cell"]
    }
    # IPython's own: `_` is what a cell of the step shows.
    expected = {name for name in names if HISTORY.fullmatch(name)}
    assert told == {("session-history", name) for name in expected}


def test_what_a_step_shows_is_there_in_the_step(kale, tmp_path):
    path = write_notebook(
        tmp_path / "shown.ipynb",
        """
# %% block:a
print(repr(_), __IPYTHON__)
# %%
20 + 1
# %%
print('nothing is shown by this')
# %%
print(_ * 2)
# %%
_ + 1
# %%
_ * 10;
# %%
_
""",
    )
    done = kale("check", path, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert kale.run(path, tmp_path).printed() == run_whole(path)


def test_commands_and_magics_leave_names_alone(kale, tmp_path):
    path = write_notebook(
        tmp_path / "shown.ipynb",
        """
# %% block:a
20 + 1
# %%
!echo a command
# %%
print(_ * 2)
_ + 1
# %%
%env KALE_TEST=1
# %%
_
# %% block:b
_, In, quit = 'mine', 'too', 'this'
!echo a command
# %%
%env KALE_TEST=1
# %%
print(_, In, quit)
""",
    )
    done = kale("check", path, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert kale.run(path, tmp_path).printed() == run_whole(path)


def test_what_another_step_shows_is_not(kale, tmp_path):
    path = write_notebook(
        tmp_path / "shown.ipynb", "\n# %% block:a\n20 + 1\n# %% block:b prev:a\nprint(_)\n"
    )
    done = kale("check", path, folder=tmp_path)
    assert done.returncode == 0
    assert "cell 1:1:7: warning: '_' is what cell 0 of step 'a' shows" in done.stderr
