"""What kale writes itself is what the SDK makes of the script."""

import json

import pytest
from compare import assert_same
from conversion import notebook
from features import CASES, TWO
from pipeline_spec import Compiled


@pytest.mark.parametrize("name", CASES)
def test_feature(kale, tmp_path, name):
    conversion = kale.convert(CASES[name], tmp_path)
    native = conversion.assert_equivalent()
    for step in native.tasks:
        if native.container(step)["image"] != "argostub/createpvc":
            compile(native.source(step), step, "exec")


@pytest.mark.parametrize("name", ["two steps", "volumes and everything", "parameter: lines"])
def test_json(kale, tmp_path, name):
    native = Compiled.read(kale.convert(CASES[name], tmp_path).compiled)
    done = kale("convert", "notebook.ipynb", "--json", "--to", "yaml", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "p.json").read_text()
    assert_same(Compiled.of(text), native)
    documents = text.split("\n---\n")
    assert [json.loads(document) for document in documents] == [native.spec, native.platform][: len(documents)]


def test_nothing_changes_from_one_conversion_to_the_next(kale, tmp_path):
    one, other = (kale.convert(CASES["volumes and everything"], tmp_path) for _ in range(2))
    assert one.compiled.read_bytes() == other.compiled.read_bytes()
    assert one.script.read_bytes() == other.script.read_bytes()


def test_the_pin_does_not_change_the_pipeline(kale, tmp_path):
    native = kale.convert(notebook(*TWO), tmp_path).assert_equivalent()
    other = Compiled.read(kale.convert(notebook(*TWO), tmp_path, "--kfp-version", "2.16.1").compiled)
    assert other.spec["sdkVersion"] == "kfp-2.16.1"
    assert json.dumps(other.spec).replace("2.16.1", "2.17.0") == json.dumps(native.spec)


@pytest.mark.parametrize(
    "parameter",
    ["n = 9007199254740993", "x = float('nan')", "l = [1, None]", "t = '{{$}}'", "d = {'a': ['{{$.inputs.parameters}}']}",
     "t = '{{channel:task=a;name=b;type=String;}}'"],
)  # fmt: skip
def test_what_kfp_would_change_is_an_error(kale, tmp_path, parameter):
    source = notebook(("pipeline-parameters", parameter), ("block:a", f"print({parameter[0]})"))
    (tmp_path / "notebook.ipynb").write_text(json.dumps(source))
    done = kale("convert", "notebook.ipynb", folder=tmp_path)
    assert done.returncode == 1 and "error: " in done.stderr
    assert not list(tmp_path.glob("p.*"))


@pytest.mark.parametrize("example", ["titanic/titanic.ipynb", "parameters/parameters.ipynb"])
def test_example(kale, examples, tmp_path, example):
    kale.convert(examples / example, tmp_path).assert_equivalent()
