"""Confusion matrices and ROC curves that a cell of metrics makes with scikit-learn."""

import json

import pytest
from notebooks import write_notebook
from pipelines import compile_with_kfp, run_with_kfp

DATA = """
# %% imports
import numpy as np
from sklearn import metrics
from sklearn.metrics import accuracy_score, confusion_matrix as matrix_of
import sklearn.metrics as skm
# %% step:predict
truth = np.array([0, 1, 1, 0, 1])
found = np.array([0, 1, 0, 0, 1])
score = np.array([0.1, 0.9, 0.4, 0.2, 0.8])
animals = ["cat", "dog", "dog", "ant"]
guesses = ["cat", "dog", "cat", "ant"]
"""
CURVE = {
    "fpr": [0.0, 0.0, 0.0, 1.0], "tpr": [0.0, 1 / 3, 1.0, 1.0], "thresholds": [1.9, 0.9, 0.4, 0.1],
}  # fmt: skip


def of_kfp(run):
    """The metadata of all artifacts, by name."""
    found = {}
    for path in run.root.rglob("executor_output.json"):
        for name, artifact in json.loads(path.read_text()).get("artifacts", {}).items():
            found[name] = artifact["artifacts"][0]["metadata"]
    return found


def matrix(metadata):
    found = metadata["confusionMatrix"]
    return [spec["displayName"] for spec in found["annotationSpecs"]], [row["row"] for row in found["rows"]]


CASES = {
    "bound to names": (
        "cm = matrix_of(truth, found)\nfpr, tpr, _ = metrics.roc_curve(truth, score)\n"
        "accuracy = accuracy_score(truth, found)",
        {"confusion_matrix": (["0", "1"], [[2, 0], [1, 2]])}, True, {"accuracy": 0.8},
    ),
    "with labels": (
        "cm = skm.confusion_matrix(animals, guesses, labels=['dog', 'cat', 'ant'])\n"
        "rates = skm.confusion_matrix(y_pred=guesses, y_true=animals, normalize='true')",
        {
            "confusion_matrix": (["dog", "cat", "ant"], [[1, 1, 0], [0, 1, 0], [0, 0, 1]]),
            "confusion_matrix_2": (["ant", "cat", "dog"], [[1, 0, 0], [0, 1, 0], [0, 0.5, 0.5]]),
        }, False, {},
    ),
    "categories that can't be told": (
        "cm = matrix_of(list(animals), guesses)\ncurve = metrics.roc_curve(truth, score)",
        {"confusion_matrix": (["0", "1", "2"], [[1, 0, 0], [0, 1, 0], [0, 1, 1]])}, True, {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_in_a_cell_of_metrics(name, kale, tmp_path):
    cell, matrices, has_curve, numbers = CASES[name]
    check(f"{DATA}# %% pipeline-metrics\n{cell}\n", matrices, has_curve, numbers, kale, tmp_path)


def test_made_in_a_step_and_printed(kale, tmp_path):
    text = DATA + "cm = matrix_of(truth, found)\nn = 3\n# %% pipeline-metrics\nprint(cm, n)\n"
    check(text, {"confusion_matrix": (["0", "1"], [[2, 0], [1, 2]])}, False, {"n": 3.0}, kale, tmp_path)


def check(text, matrices, has_curve, numbers, kale, tmp_path):
    notebook = write_notebook(tmp_path / "n.ipynb", text)
    run = run_with_kfp(compile_with_kfp(kale.convert(notebook, tmp_path)), tmp_path)
    found = of_kfp(run)
    names = {*matrices, *(["roc_curve"] if has_curve else [])}
    assert {n for n in found if n.startswith(("confusion_matrix", "roc_curve"))} == names
    assert {n: matrix(found[n]) for n in matrices} == matrices
    if has_curve:
        points = found["roc_curve"]["confidenceMetrics"]
        assert [p["falsePositiveRate"] for p in points] == CURVE["fpr"]
        assert [p["recall"] for p in points] == pytest.approx(CURVE["tpr"])
        assert [p["confidenceThreshold"] for p in points] == pytest.approx(CURVE["thresholds"])
    assert run.metrics() == pytest.approx(numbers)

    here = kale.run(notebook, tmp_path)
    assert here.process.returncode == 0, here.messages
    assert here.record()["steps"][0]["metrics"] == pytest.approx(numbers)
    kept = json.loads((here.folder / "steps/predict/classification.json").read_text())
    of_matrices = [(c["categories"], c["matrix"]) for c in kept.values() if c["kind"] == "confusion_matrix"]
    assert of_matrices == list(matrices.values())
    assert any(c["kind"] == "roc_curve" for c in kept.values()) == has_curve


def test_a_name_that_holds_something_else_by_then(kale, tmp_path):
    text = DATA + "cm = matrix_of(truth, found)\ncm = 0.5\n# %% pipeline-metrics\nprint(cm)\n"
    done = kale.run(write_notebook(tmp_path / "n.ipynb", text), tmp_path)
    assert done.record()["steps"][0]["metrics"] == {"cm": 0.5}
    text = DATA + "cm = matrix_of(truth, found)\n# %% pipeline-metrics\nexec('cm = 1')\nprint(cm)\n"
    other = tmp_path / "other"
    other.mkdir()
    done = kale.run(write_notebook(tmp_path / "m.ipynb", text), other)
    assert "can't report 'cm'" in (done.folder / "steps/predict/stderr.txt").read_text() or (
        done.process.returncode == 0
    )
