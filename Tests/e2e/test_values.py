"""What is told of values in the metadata of the notebook and of the artifacts, and what cells show."""

import json

import pytest
from notebooks import write_notebook
from pipelines import compile_with_kfp, run_with_kfp

NOTEBOOK = """
# %% imports
import threading
import matplotlib.pyplot as plt
# %% step:make
class Counter:
    def __init__(self, n):
        self.n, self.lock = n, threading.Lock()
counter = Counter(3)
both = [counter, counter]
# %%
plt.plot([1, 2]);
# %% step:use prev:make
print(counter.n, both[0] is both[1] is counter, counter.lock.locked())
"""

BACKENDS = """
import kale_runtime

@kale_runtime.backend("__main__.Counter")
def save_counter(counter):
    return type(counter), (counter.n,)
"""


def test_a_backend_of_the_user_and_a_page(kale, tmp_path):
    notebook = write_notebook(tmp_path / "own.ipynb", NOTEBOOK, {"backends": "own_backends.py"})
    refused = kale("check", notebook, folder=tmp_path)
    assert refused.returncode == 1 and "own_backends.py" in refused.stdout + refused.stderr

    (tmp_path / "own_backends.py").write_text(BACKENDS)
    figure = "<Figure size 640x480 with 1 Axes>\n"
    expected = {"make": figure, "use": "3 True False\n"}
    run = kale.run(notebook, tmp_path)
    assert run.printed() == expected
    assert "data:image/png" in (run.folder / "steps/make/page.html").read_text()

    through_kfp = run_with_kfp(compile_with_kfp(kale.convert(notebook, tmp_path)), tmp_path)
    assert through_kfp.printed() == expected
    (page,) = [path for path in through_kfp.root.rglob("page") if path.is_file()]
    assert "data:image/png" in page.read_text()
    artifacts = {}
    for path in through_kfp.root.rglob("executor_output.json"):
        artifacts |= json.loads(path.read_text()).get("artifacts", {})
    assert artifacts["both"]["artifacts"][0]["metadata"]["length"] == 2


@pytest.mark.parametrize("backends", [3, ["a", 4], "no module.py"])
def test_backends_that_are_none(kale, tmp_path, backends):
    notebook = write_notebook(tmp_path / "own.ipynb", "# %% step:one\nprint(1)\n", {"backends": backends})
    done = kale("check", notebook, folder=tmp_path)
    assert done.returncode == 1 and "backends" in done.stdout + done.stderr
