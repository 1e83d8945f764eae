"""The rules of docs/tags.md: for each its right use, in what KFP compiles, and its misuse, in what is said."""

import json

import nbformat
import pytest
import yaml
from notebooks import run_whole, write_notebook
from pipelines import compile_with_kfp, run_with_kfp

# --- Configuration of steps: one step a rule


def container(step):
    return step["executor"]["container"]


def resources(step):
    return container(step).get("resources", {})


# What a tag does: tags of the step, where to look, what is there.
STEP_TAGS = {
    "nothing": ([], lambda s: sorted(container(s)), ["args", "command", "image"]),
    "limit_cpu": (["limit:cpu:500m"], lambda s: resources(s)["resourceCpuLimit"], "500m"),
    "limit_memory": (["limit:memory:1.5Gi"], lambda s: resources(s)["resourceMemoryLimit"], "1536Mi"),
    "request_cpu": (["request:cpu:2"], lambda s: resources(s)["resourceCpuRequest"], "2"),
    "request_memory": (["request:memory:4Gi"], lambda s: resources(s)["resourceMemoryRequest"], "4Gi"),
    "nvidia": (
        ["limit:nvidia.com/gpu:2"],
        lambda s: (resources(s)["accelerator"]["resourceType"], resources(s)["accelerator"]["resourceCount"]),
        ("nvidia.com/gpu", "2"),
    ),
    "amd": (["limit:amd.com/gpu:1"], lambda s: resources(s)["accelerator"]["type"], "amd.com/gpu"),
    "extended": (["request:example.com/fpga:1"], lambda s: resources(s)["accelerator"]["type"], "example.com/fpga"),
    "image": (["image:registry:5000/a/b:1.2"], lambda s: container(s)["image"], "registry:5000/a/b:1.2"),
    "digest": (
        ["image:a/b@sha256:" + "0" * 64], lambda s: container(s)["image"], "a/b@sha256:" + "0" * 64,
    ),
    "cache_off": (["cache:disabled"], lambda s: s["task"]["cachingOptions"], {}),
    "cache_on": (["cache:enabled"], lambda s: s["task"]["cachingOptions"], {"enableCache": True}),
    "retry": (["retry:3"], lambda s: s["task"]["retryPolicy"]["maxRetryCount"], 3),
    "timeout": (["timeout:3600"], lambda s: s["platform"]["activeDeadlineSeconds"], "3600"),
    "env": (
        ["env:URL:http://x:80/{{a}}", 'env:QUOTED:say "hi"\\'],
        lambda s: container(s)["env"],
        [{"name": "QUOTED", "value": 'say "hi"\\'}, {"name": "URL", "value": "http://x:80/{{a}}"}],
    ),
    "secret": (
        ["secret:s3-creds:access-key:KEY"],
        lambda s: [(e["secretName"], e["keyToEnv"]) for e in s["platform"]["secretAsEnv"]],
        [("s3-creds", [{"envVar": "KEY", "secretKey": "access-key"}])],
    ),
    "label": (
        ["label:app.kubernetes.io/name:x", "label:empty:"],
        lambda s: s["platform"]["podMetadata"]["labels"], {"app.kubernetes.io/name": "x", "empty": ""},
    ),
    "annotation": (
        ["annotation:sidecar.istio.io/inject:false"],
        lambda s: s["platform"]["podMetadata"]["annotations"], {"sidecar.istio.io/inject": "false"},
    ),
}  # fmt: skip


class Compiled:
    """A pipeline as KFP has compiled it."""

    def __init__(self, path):
        self.spec, *platforms = yaml.safe_load_all(path.read_text())
        self.platform = platforms[0]["platforms"]["kubernetes"]["deploymentSpec"]["executors"] if platforms else {}
        self.tasks = self.spec["root"]["dag"]["tasks"]

    def step(self, name):
        name = name.replace("_", "-")
        component = self.spec["components"][self.tasks[name]["componentRef"]["name"]]
        label = component["executorLabel"]
        return {
            "task": self.tasks[name], "component": component, "platform": self.platform.get(label, {}),
            "executor": self.spec["deploymentSpec"]["executors"][label],
        }  # fmt: skip


@pytest.fixture(scope="session")
def compiled(kale, tmp_path_factory):
    """Compiles a notebook with metadata, once for all that ask for the same."""
    known = {}

    def compiled(text, metadata=None):
        key = json.dumps([text, metadata])
        if key not in known:
            folder = tmp_path_factory.mktemp("rules")
            notebook = write_notebook(folder / "notebook.ipynb", text, metadata)
            known[key] = Compiled(compile_with_kfp(kale.convert(notebook, folder)))
        return known[key]

    return compiled


def notebook_of_steps(tags_of_steps):
    """`write_notebook` splits tags at spaces, so those with some come in by another way."""
    notebook = nbformat.v4.new_notebook(metadata={"kubeflow_notebook": {"pipeline_name": "rules"}})
    for name, tags in tags_of_steps.items():
        cell = nbformat.v4.new_code_cell("x = 1", metadata={"tags": [f"block:{name}", *tags]})
        notebook.cells.append(cell)
    return notebook


@pytest.fixture(scope="session")
def step_tags(kale, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tags")
    notebook = notebook_of_steps({name: tags for name, (tags, *_) in STEP_TAGS.items()})
    nbformat.write(notebook, folder / "rules.ipynb")
    return Compiled(compile_with_kfp(kale.convert(folder / "rules.ipynb", folder)))


@pytest.mark.xdist_group("tags")
@pytest.mark.parametrize("name", STEP_TAGS)
def test_a_tag_configures_its_step(name, step_tags):
    _, found, expected = STEP_TAGS[name]
    assert found(step_tags.step(name)) == expected


# `steps_defaults` in both forms; a step's own tags win.
DEFAULTS = {
    "tags": [
        "label:team:ml", "annotation:a:b", "limit:cpu:1", "request:memory:1Gi", "retry:2", "timeout:60",
        "env:A:1", "secret:s:k:B", "image:python:3.12", "cache:disabled",
    ],
    "object": {
        "labels": {"team": "ml"}, "annotations": {"a": "b"}, "limits": {"cpu": 1},
        "requests": {"memory": "1Gi"}, "retry_count": 2, "timeout": 60, "env": {"A": "1"},
        "image": "python:3.12", "enable_caching": False,
    },
}  # fmt: skip


@pytest.mark.parametrize("form", DEFAULTS)
def test_defaults_of_steps(form, compiled):
    pipeline = compiled(
        "# %% step:a\nx = 1\n# %% step:b limit:cpu:2 label:team:ops retry:0 cache:enabled image:python:3.13\ny = 1",
        {"steps_defaults": DEFAULTS[form]},
    )
    first, second = pipeline.step("a"), pipeline.step("b")
    assert [resources(s)["resourceCpuLimit"] for s in (first, second)] == ["1", "2"]
    assert [resources(s)["resourceMemoryRequest"] for s in (first, second)] == ["1Gi", "1Gi"]
    assert [s["platform"]["podMetadata"]["labels"]["team"] for s in (first, second)] == ["ml", "ops"]
    assert [s["platform"]["podMetadata"]["annotations"] for s in (first, second)] == [{"a": "b"}] * 2
    assert [s["task"]["retryPolicy"].get("maxRetryCount", 0) for s in (first, second)] == [2, 0]
    assert [s["platform"]["activeDeadlineSeconds"] for s in (first, second)] == ["60", "60"]
    assert [container(s)["env"] for s in (first, second)] == [[{"name": "A", "value": "1"}]] * 2
    assert [container(s)["image"] for s in (first, second)] == ["python:3.12", "python:3.13"]
    assert [s["task"]["cachingOptions"] for s in (first, second)] == [{}, {"enableCache": True}]
    assert form == "object" or first["platform"]["secretAsEnv"][0]["secretName"] == "s"


# --- The pipeline as a whole


@pytest.mark.parametrize(
    "metadata, look, expected",
    [
        ({"pipeline_name": "Titanic-2"}, lambda c: c.spec["pipelineInfo"]["name"], "titanic-2"),
        ({"pipeline_description": 'A "long"\nstory'}, lambda c: c.spec["pipelineInfo"]["description"], 'A "long"\nstory'),
        ({"docker_image": "a/b:1"}, lambda c: container(c.step("a"))["image"], "a/b:1"),
        ({"base_image": "c/d"}, lambda c: container(c.step("a"))["image"], "c/d"),
        ({"docker_image": "a/b:1", "base_image": "c/d"}, lambda c: container(c.step("a"))["image"], "c/d"),
        ({"enable_caching": False}, lambda c: c.step("a")["task"]["cachingOptions"], {}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_settings_of_the_pipeline(metadata, look, expected, compiled):
    assert look(compiled("# %% step:a\nx = 1", metadata)) == expected


@pytest.mark.parametrize("key", ["experiment_name", "pipeline_experiment"])
def test_experiment(key, kale, tmp_path):
    notebook = write_notebook(tmp_path / "n.ipynb", "# %% step:a\nx = 1", {key: "My runs"})
    assert '"--experiment", default="My runs"' in kale.convert(notebook, tmp_path).read_text()


PARAMETERS = """
# %% pipeline-parameters
count = -3
rate: float = 2
text = "it's"
flag = True
names = ["a", "b"]
options = {"depth": 3, "deep": [1.5]}
# %% step:show
print(repr([count, rate, text, flag, names, options]))
"""


def test_parameters_of_all_types(compiled, kale, tmp_path):
    found = compiled(PARAMETERS).spec["root"]["inputDefinitions"]["parameters"]
    assert {name: (of["parameterType"], of["defaultValue"]) for name, of in found.items()} == {
        "count": ("NUMBER_INTEGER", -3), "rate": ("NUMBER_DOUBLE", 2), "text": ("STRING", "it's"),
        "flag": ("BOOLEAN", True), "names": ("LIST", ["a", "b"]),
        "options": ("STRUCT", {"depth": 3, "deep": [1.5]}),
    }  # fmt: skip
    notebook = write_notebook(tmp_path / "notebook.ipynb", PARAMETERS)
    expected = run_whole(notebook)
    expected["show"] = expected["show"].replace("-3, 2,", "-3, 2.0,")
    assert kale.run(notebook, tmp_path).printed() == expected
    assert run_with_kfp(compile_with_kfp(kale.convert(notebook, tmp_path)), tmp_path).printed() == expected


# --- Volumes

VOLUMES = [
    {"type": "pvc", "name": "shared", "mount_point": "/shared", "snapshot": True, "snapshot_name": "shared-1"},
    {
        "type": "new_pvc", "name": "work", "mount_point": "/work", "size": 5, "size_type": "Gi",
        "storage_class_name": "ssd", "volume_access_mode": "rwm",
        "annotations": [{"key": "owner", "value": "ml"}, {"key": "", "value": ""}],
    },
    {"type": "new_pvc", "name": "plain", "mount_point": "/plain", "size": "1", "size_type": "Mi"},
    {"type": "pv", "name": "archive", "mount_point": "/archive", "size": 10, "size_type": "Gi",
     "volume_access_mode": "rom", "snapshot": True, "snapshot_name": "archive-1"},
]  # fmt: skip
STEPS = "# %% step:a\nx = 1\n# %% step:b prev:a\ny = x\n# %% step:c prev:a\nz = x"


def claims(pipeline):
    """The tasks that create claims: their parameters, by the name of the volume that is theirs."""
    found = {}
    for task in pipeline.tasks.values():
        given = task.get("inputs", {}).get("parameters", {})
        if "pvc_name_suffix" in given:
            constants = {name: value["runtimeValue"]["constant"] for name, value in given.items()}
            assert task["cachingOptions"] == {}
            found[constants.pop("pvc_name_suffix").removeprefix("-")] = constants
    return found


def test_volumes_of_all_types(compiled):
    pipeline = compiled(STEPS, {"volumes": VOLUMES})
    assert claims(pipeline) == {
        "work": {
            "access_modes": ["ReadWriteMany"], "size": "5Gi", "storage_class_name": "ssd", "annotations": {"owner": "ml"},
        },
        "plain": {"access_modes": ["ReadWriteOnce"], "size": "1Mi", "storage_class_name": "standard"},
        "archive": {
            "access_modes": ["ReadOnlyMany"], "size": "10Gi", "storage_class_name": "", "volume_name": "archive",
        },
    }  # fmt: skip
    for step in "abc":
        mounts = pipeline.step(step)["platform"]["pvcMount"]
        assert [mount["mountPath"] for mount in mounts] == ["/shared", "/work", "/plain", "/archive"]
        assert mounts[0]["pvcNameParameter"]["runtimeValue"]["constant"] == "shared"
        producers = [m["pvcNameParameter"]["taskOutputParameter"]["producerTask"] for m in mounts[1:]]
        assert producers == ["createpvc", "createpvc-2", "createpvc-3"]


def test_snapshots_come_last(compiled):
    tasks = compiled(STEPS, {"volumes": VOLUMES}).tasks
    snapshots = {name: task for name, task in tasks.items() if name.startswith("volume-snapshot")}
    assert len(snapshots) == 2
    for task in snapshots.values():
        assert {"b", "c"} <= set(task["dependentTasks"]) and task["cachingOptions"] == {}
    given = [task["inputs"]["parameters"] for task in snapshots.values()]
    assert [g["snapshot"]["runtimeValue"]["constant"] for g in given] == ["shared-1", "archive-1"]
    assert given[0]["claim"]["runtimeValue"]["constant"] == "shared"
    assert given[1]["claim"]["taskOutputParameter"]["producerTask"] == "createpvc-3"


def test_settings_of_all_volumes(compiled):
    metadata = {"volumes": VOLUMES, "storage_class_name": "slow", "volume_access_mode": "rwm"}
    found = claims(compiled(STEPS, metadata))
    assert found["plain"]["storage_class_name"] == "slow" and found["work"]["storage_class_name"] == "ssd"
    assert found["plain"]["access_modes"] == ["ReadWriteMany"]
    assert found["archive"]["access_modes"] == ["ReadOnlyMany"]


# As Kale's documentation has it, the key's spelling included.
PUBLISHED = {
    "kubeflow_noteobok": {
        "pipeline_name": "titanic-ml", "pipeline_experiment": "Titanic",
        "pipeline_description": "Predict which passengers survived the Titanic shipwreck",
        "docker_image": "", "volumes": [
            {
                "type": "new_pvc", "name": "titanic-data", "mount_point": "/data", "size": "1", "size_type": "Gi",
                "snapshot": True, "snapshot_name": "titanic-data-snapshot",
            }
        ],
    }
}  # fmt: skip


@pytest.mark.parametrize("key", ["kubeflow_noteobok", "kubeflow_notebook"])
def test_the_published_sample_converts_as_it_stands(key, kale, tmp_path):
    path = write_notebook(tmp_path / "sample.ipynb", STEPS)
    notebook = nbformat.read(path, as_version=4)
    del notebook.metadata["kubeflow_notebook"]
    notebook.metadata[key] = PUBLISHED["kubeflow_noteobok"]
    nbformat.write(notebook, path)
    done = kale("--nb", path, folder=tmp_path)
    assert done.returncode == 0 and "error" not in done.stderr, done.stderr
    pipeline = Compiled(compile_with_kfp(tmp_path / "titanic-ml.kfp.py"))
    assert claims(pipeline) == {
        "titanic-data": {"access_modes": ["ReadWriteOnce"], "size": "1Gi", "storage_class_name": "standard"}
    }
    assert pipeline.tasks["volume-snapshot"]["inputs"]["parameters"]["snapshot"] == {
        "runtimeValue": {"constant": "titanic-data-snapshot"}
    }
    assert [m["mountPath"] for m in pipeline.step("a")["platform"]["pvcMount"]] == ["/data"]


# --- Misuse

# Tags of a cell below `block:a`: id, what is said.
MISUSED_TAGS = {
    "limit:cpu:lots": ("invalid-tag", "`lots` is no quantity"),
    "limit:cpu": ("incomplete-tag", "`limit:RESOURCE:QUANTITY`"),
    "limit:gpu:1": ("invalid-tag", "does not say whose GPU"),
    "limit:nvidia.com/gpu:0.5": ("invalid-tag", "nvidia.com/gpu is counted in whole numbers"),
    "limit:a/b/c:1": ("invalid-tag", "`a/b/c` is no name of a resource"),
    "limit:ephemeral-storage:1Gi": ("unsupported-resource", "KFP can't set the resource ephemeral-storage"),
    "limit:cpu:1e3": ("unsupported-resource", 'no cpu quantity such as "1e3"'),
    "limit:memory:500m": ("unsupported-resource", 'no memory quantity such as "500m"'),
    "request:memory:-1": ("invalid-tag", "`-1` is no quantity"),
    "request:": ("incomplete-tag", "`request:RESOURCE:QUANTITY`"),
    "image:a b": ("invalid-tag", "`a b` is no name of an image"),
    "image:Upper/case": ("invalid-tag", "`Upper/case` is no name of an image"),
    "image:": ("incomplete-tag", "`image:IMAGE`"),
    "cache:off": ("invalid-tag", "caching is enabled or disabled, not `off`"),
    "cache:": ("incomplete-tag", "`cache:enabled`"),
    "retry:often": ("invalid-tag", "`often` is no number of retries"),
    "retry:-1": ("invalid-tag", "`-1` is no number of retries"),
    "retry:": ("incomplete-tag", "`retry:TIMES`"),
    "timeout:30m": ("invalid-tag", "`30m` is no number of seconds"),
    "timeout:0": ("invalid-tag", "`0` is no number of seconds"),
    "timeout:": ("incomplete-tag", "`timeout:SECONDS`"),
    "env:A-B:x": ("invalid-tag", "`A-B` is no name of an environment variable"),
    "env:A": ("incomplete-tag", "`env:NAME:VALUE`"),
    "secret:S:k:V": ("invalid-tag", "Kubernetes does not take `S` as the name of a secret"),
    "secret:s:k:1V": ("invalid-tag", "`1V` is no name of an environment variable"),
    "secret:s:k": ("incomplete-tag", "`secret:SECRET:KEY:VARIABLE`"),
    "label:a:b c": ("invalid-tag", "does not take `b c` as the value of a label"),
    "label:-a:b": ("invalid-tag", "does not take `-a` as a key"),
    "label:a": ("incomplete-tag", "`label:KEY:VALUE`"),
    "annotation:ä:b": ("invalid-tag", "does not take `ä` as a key"),
    "annotation:a": ("incomplete-tag", "`annotation:KEY:VALUE`"),
    "prev:b": ("unknown-step", "`b`"),
    "prev:a": ("redundant-prev", "`a`"),
    "blok:b": ("unknown-tag", "did you mean `block:b`?"),
    "block:1b": ("invalid-step-name", "`1b` can't name a step"),
    "block:A": ("step-name-collision", "would both be called `a`"),
    "block:B-c": ("step-name-normalized", "`B-c` is called `b_c`"),
    "imports block:b": ("conflicting-tags", "taken for `imports`"),
    "functions limit:cpu:1": ("misplaced-tag", "no effect on a cell that belongs to `functions`"),
}  # fmt: skip


@pytest.mark.parametrize("tag", MISUSED_TAGS)
def test_a_misused_tag(tag, kale, tmp_path):
    known, said = MISUSED_TAGS[tag]
    notebook = notebook_of_steps({"a": []})
    tags = tag.split(" ") if tag.startswith(("imports ", "functions ")) else [tag]
    notebook.cells.append(nbformat.v4.new_code_cell("x = 2", metadata={"tags": tags}))
    nbformat.write(notebook, tmp_path / "n.ipynb")
    done = kale("check", "n.ipynb", folder=tmp_path)
    (line,) = [line for line in done.stderr.splitlines() if f"[{known}]" in line]
    assert said in line, done.stderr
    # KFP's own limits are those of the whole step, which begins in cell 0.
    assert line.startswith(f"n.ipynb:cell {0 if known == 'unsupported-resource' else 1}")
    assert done.returncode == (1 if ": error: " in line else 0)


# Metadata: key and value, id, what is said.
MISUSED_METADATA = [
    ({"pipeline_name": "a b"}, "pipeline-name-normalized", "the pipeline `a b` is called `a-b`"),
    ({"pipeline_name": "数"}, "invalid-pipeline-name", "`数` can't name a pipeline"),
    ({"pipeline_name": 3}, "invalid-metadata", "`pipeline_name` is a number, not a string"),
    ({"pipeline_name": None}, "default-pipeline-name", "called `n`, after the notebook"),
    ({"pipeline_description": ["a"]}, "invalid-metadata", "`pipeline_description` is a list, not a string"),
    ({"experiment_name": 1}, "invalid-metadata", "`experiment_name` is a number, not a string"),
    ({"pipeline_experiment": 1}, "invalid-metadata", "`pipeline_experiment` is a number, not a string"),
    ({"docker_image": "a b"}, "invalid-metadata", "`docker_image` is `a b`, which is no name of an image"),
    ({"base_image": {}}, "invalid-metadata", "`base_image` is an object, not a string"),
    ({"volumes": {}}, "invalid-metadata", "`volumes` is an object, not a list"),
    ({"volumes": ["x"]}, "invalid-volume", "`volumes[0]` is a string, not an object"),
    ({"steps_defaults": "x"}, "invalid-metadata", "`steps_defaults` is a string, not a list"),
    ({"steps_defaults": ["block:a"]}, "invalid-metadata", "`block:a`, which does not configure a step"),
    ({"steps_defaults": ["limit:cpu:x"]}, "invalid-metadata", "`limit:cpu:x`, which does not configure a step"),
    ({"steps_defaults": {"limits": {"cpu": "x"}}}, "invalid-metadata", "`steps_defaults.limits.cpu` can't be used: `x` is no quantity"),
    ({"steps_defaults": {"labels": ["a"]}}, "invalid-metadata", "`steps_defaults.labels` is a list, not an object"),
    ({"steps_defaults": {"labels": {"a": 1.5}}}, "invalid-metadata", "`steps_defaults.labels.a` is a number, not a string"),
    ({"steps_defaults": {"retry_count": "3"}}, "invalid-metadata", "`steps_defaults.retry_count` is a string, not a whole number"),
    ({"steps_defaults": {"retry_interval": "3"}}, "unused-metadata", "steps_defaults.retry_interval"),
    ({"enable_caching": "no"}, "invalid-metadata", "`enable_caching` is a string, not true or false"),
    ({"storage_class_name": "A B"}, "invalid-metadata", "does not take `A B` as a name"),
    ({"volume_access_mode": "rw"}, "invalid-metadata", "`volume_access_mode` is `rw`"),
    ({"autosnapshot": True, "snapshot_volumes": True, "katib_run": True}, "unused-metadata", "autosnapshot, katib_run, snapshot_volumes"),
    ({"docker_imgae": "a"}, "unused-metadata", "docker_imgae"),
]  # fmt: skip


@pytest.mark.parametrize("metadata, known, said", MISUSED_METADATA, ids=lambda value: json.dumps(value)[:40])
def test_misused_metadata(metadata, known, said, kale, tmp_path):
    write_notebook(tmp_path / "n.ipynb", "# %% step:a\nx = 1", metadata)
    check_said(kale("check", "n.ipynb", folder=tmp_path), known, said)


def check_said(done, known, said):
    lines = [line for line in done.stderr.splitlines() if f"[{known}]" in line]
    assert len(lines) == 1 and said in lines[0], done.stderr
    assert lines[0].startswith("n.ipynb: ")
    assert done.returncode == (1 if ": error: " in lines[0] else 0)


# Members that replace those of a volume without fault.
MISUSED_VOLUMES = [
    ({"type": None}, "invalid-volume", "`volumes[0]` has no `type`"),
    ({"type": "nfs"}, "invalid-volume", "`volumes[0].type` is `nfs`"),
    ({"type": "clone"}, "unsupported-volume", "specific to the storage of one vendor"),
    ({"name": None}, "invalid-volume", "`volumes[0]` has no `name`"),
    ({"name": "My_Volume"}, "invalid-volume", "does not take `My_Volume` as a name"),
    ({"mount_point": None}, "invalid-volume", "`volumes[0]` has no `mount_point`"),
    ({"mount_point": "data"}, "invalid-volume", "`volumes[0].mount_point` is `data`"),
    ({"mount_point": "/"}, "invalid-volume", "not an absolute path below the root"),
    ({"mount_point": "/a/.."}, "invalid-volume", "not an absolute path below the root"),
    ({"mount_point": "/a:b"}, "invalid-volume", "`volumes[0].mount_point` is `/a:b`"),
    ({"size": None}, "invalid-volume", "`volumes[0]` has no `size`"),
    ({"size": "5Gi"}, "invalid-volume", "is `5Gi`, not a positive whole number"),
    ({"size": 1.5}, "invalid-volume", "is a number, not a positive whole number"),
    ({"size": 0}, "invalid-volume", "not a positive whole number"),
    ({"size_type": None}, "invalid-volume", "has a size without a `size_type`"),
    ({"size_type": "GB"}, "invalid-volume", "`volumes[0].size_type` is `GB`"),
    ({"type": "pv", "size": None}, "invalid-volume", "`volumes[0]` has no `size`"),
    ({"snapshot": "yes"}, "invalid-volume", "`volumes[0].snapshot` is a string, not true or false"),
    ({"snapshot": True}, "invalid-volume", "a snapshot without a `snapshot_name`"),
    ({"snapshot": True, "snapshot_name": "A B"}, "invalid-volume", "does not take `A B` as a name"),
    ({"annotations": "a"}, "invalid-volume", "`volumes[0].annotations` is not a list of pairs"),
    ({"annotations": [{"key": "a"}]}, "invalid-volume", "is not a list of pairs"),
    ({"annotations": {"a b": "c"}}, "invalid-volume", "does not take `a b` as a key"),
    ({"storage_class_name": "A"}, "invalid-volume", "does not take `A` as a name"),
    ({"volume_access_mode": "rw"}, "invalid-volume", "`volumes[0].volume_access_mode` is `rw`"),
    ({"backup": "x"}, "unused-metadata", "volumes[0].backup"),
    ({"storage_class_name": None}, "storage-class", 'no storage class; "standard" is assumed'),
]  # fmt: skip


@pytest.mark.parametrize("members, known, said", MISUSED_VOLUMES, ids=lambda value: json.dumps(value)[:40])
def test_a_misused_volume(members, known, said, kale, tmp_path):
    volume = {
        "type": "new_pvc", "name": "v", "mount_point": "/v", "size": 1, "size_type": "Gi", "storage_class_name": "s",
    }  # fmt: skip
    write_notebook(tmp_path / "n.ipynb", "# %% step:a\nx = 1", {"volumes": [volume | members]})
    check_said(kale("check", "n.ipynb", folder=tmp_path), known, said)


@pytest.mark.parametrize(
    "members, said",
    [
        ({"name": "w", "mount_point": "/v/"}, "the volumes `v` and `w` are both mounted at /v/"),
        ({"mount_point": "/w"}, "two volumes are called `v`"),
        ({"name": "w", "mount_point": "/w", "snapshot_name": "s"}, "the snapshots of `v` and `w` are both called `s`"),
    ],
    ids=["place", "name", "snapshot"],
)
def test_volumes_that_exclude_each_other(members, said, kale, tmp_path):
    volume = {
        "type": "new_pvc", "name": "v", "mount_point": "/v", "size": 1, "size_type": "Gi",
        "storage_class_name": "c", "snapshot": True, "snapshot_name": "s",
    }  # fmt: skip
    write_notebook(
        tmp_path / "n.ipynb", "# %% step:a\nx = 1",
        {"volumes": [volume, volume | {"snapshot_name": "t"} | members]},
    )  # fmt: skip
    check_said(kale("check", "n.ipynb", folder=tmp_path), "invalid-volume", said)


# Cells: what is misused, id, where and what is said.
MISUSED_CELLS = [
    ("# %%\nx = 1\n# %% step:a\ny = 1", "untagged-code", "cell 0: error: this code stands above the first tagged cell"),
    ("# %% step:a step:b\nx = 1\n# %%\ny = 1", "ambiguous-untagged-cell", "cell 1: error: this cell has no tag"),
    ("# %% step:a prev:b\nx = 1\n# %% step:b prev:a\ny = 1", "step-cycle", "cell 1: error:"),
    ("# %% step:load\nx = 1\n# %% step:b prev:laod\ny = 1", "unknown-step", "cell 1: error:"),
    ("# %% pipeline-parameters\nn = 1\nx = f(1)\n# %% step:a\nn", "invalid-parameter", "cell 0:2:5: error: the value is computed"),
    ("# %% pipeline-parameters\nimport os\n# %% step:a\nx = 1", "invalid-parameter", "cell 0:1:1: error: a cell of parameters can't import"),
    ("# %% pipeline-parameters\nx = None\n# %% step:a\nx", "invalid-parameter", "cell 0:1:5: error: None does not tell the type"),
    ("# %% pipeline-parameters\nx = (1, 2)\n# %% step:a\nx", "invalid-parameter", "cell 0:1:5: error: Kubeflow has no type for a tuple"),
    ("# %% step:a\nx = 1\n# %% step:b\ny = 2\n# %% pipeline-metrics\nz = x + y", "metrics-without-step", "cell 2: error:"),
    ("# %% step:a\nx = 1\n# %% step:b skip\ny = 2\n# %% step:c\nprint(y)", "bound-in-skipped-cell", "cell 2:1:7: error:"),
    ("# %% step:a\nx = 1\n# %% step:c\nprint(why)", "unresolved-name", "cell 1:1:7: error:"),
]  # fmt: skip


@pytest.mark.parametrize("text, known, said", MISUSED_CELLS, ids=[known for _, known, _ in MISUSED_CELLS])
def test_misused_cells(text, known, said, kale, tmp_path):
    write_notebook(tmp_path / "n.ipynb", text)
    done = kale("check", "n.ipynb", folder=tmp_path)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if f"[{known}]" in line]
    assert lines and lines[0].startswith(f"n.ipynb:{said}"), done.stderr
