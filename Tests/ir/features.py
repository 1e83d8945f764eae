"""Notebooks that together ask for everything that a pipeline can have."""

from conversion import notebook

TWO = (("block:load", "x = [1, 2]"), ("block:train prev:load", "print(x)"))


def volume(kind: str, name: str = "data", path: str = "/data", **more) -> dict:
    size = {} if kind == "pvc" else {"size": 1, "size_type": "Gi"}
    return {"type": kind, "name": name, "mount_point": path, "snapshot": False} | size | more


def one(tags: str | list[str], source: str = "x = 1", **settings) -> dict:
    """One step that has the tags besides."""
    tags = tags.split() if isinstance(tags, str) else tags
    return notebook((["block:only", *tags], source), **settings)


def parameters(source: str) -> dict:
    names = [line.split("=")[0].split(":")[0].strip() for line in source.split("\n")]
    return notebook(
        ("pipeline-parameters", source), ("block:first", "print(" + ", ".join(names) + ")"),
        ("block:second prev:first", f"y = {names[0]}\nprint(y)"))


VOLUMES = {
    "claim": [volume("pvc")],
    "new claim": [volume("new_pvc")],
    "new claim, number as text": [volume("new_pvc", size="1")],
    "new claim with class": [volume("new_pvc", storage_class_name="fast-ssd")],
    "persistent volume": [volume("pv")],
    "persistent volume with class": [volume("pv", storage_class_name="nfs")],
    "read-write-many": [volume("new_pvc", volume_access_mode="rwm")],
    "read-only-many": [volume("new_pvc", volume_access_mode="rom")],
    "read-write-once": [volume("new_pvc", volume_access_mode="rwo")],
    "mebibytes": [volume("new_pvc", size=512, size_type="Mi")],
    "kibibytes": [volume("pv", size=2048, size_type="Ki")],
    "snapshot of a new claim": [volume("new_pvc", snapshot=True, snapshot_name="after")],
    "snapshot of a claim": [volume("pvc", snapshot=True, snapshot_name="after")],
    "snapshot of a persistent volume": [volume("pv", snapshot=True, snapshot_name="a.b-c")],
    "annotations": [volume("new_pvc", annotations=[{"key": "a/b", "value": "c: d"}, {"key": "x", "value": "yes"}])],
    "annotation of many lines": [volume("new_pvc", annotations={"note": "one\n  two\n\n", "e/f": "'\"\\ é"})],
    "name with dots": [volume("new_pvc", "my.data-1")],
    "odd mount point": [volume("pvc", path="/mnt/with blank/é {{x}} $(y) #z")],
    "all kinds": [
        volume("pvc", "a", "/a"), volume("new_pvc", "b", "/b", snapshot=True, snapshot_name="s1"),
        volume("pv", "c", "/c"), volume("new_pvc", "d", "/d", snapshot=True, snapshot_name="s2"),
        volume("pvc", "e", "/e", snapshot=True, snapshot_name="s3"),
    ],
    "names that differ in KFP only": [volume("new_pvc", "a-b", "/a"), volume("new_pvc", "a.b", "/b")],
}

TAGS = {
    "image": "image:pytorch/pytorch:2.4.0",
    "image by digest": "image:registry:5000/a/b@sha256:" + "0" * 64,
    "cpu": "request:cpu:250m limit:cpu:2",
    "cpu in fractions": "request:cpu:0.1 limit:cpu:.5",
    "no cpu": "request:cpu:0 limit:cpu:0m",
    "memory": "request:memory:512Mi limit:memory:2Gi",
    "memory in decimal units": "request:memory:500M limit:memory:3G",
    "memory in fractions": "limit:memory:1.5Gi request:memory:0.3G",
    "memory in bytes": "limit:memory:1000000 request:memory:1k",
    "memory in large units": "limit:memory:1Ti request:memory:1P",
    "memory in small units": "limit:memory:1Ki request:memory:7k",
    "nvidia": "limit:nvidia.com/gpu:1",
    "amd": "limit:amd.com/gpu:4",
    "no accelerator": "limit:nvidia.com/gpu:0",
    "other resource": "limit:cloud-tpus.google.com/v3:8 request:cpu:1",
    "retries": "retry:3",
    "no retries": "retry:0",
    "timeout": "timeout:3600",
    "cached": "cache:enabled",
    "not cached": "cache:disabled",
    "variables": "env:STAGE:train env:EMPTY: env:A:b:c",
    "secrets": "secret:creds:password:PASSWORD secret:creds:user:USER secret:other.name:key.pem:KEY",
    "labels": "label:team:ml label:a.b/c:d_e.f label:empty:",
    "annotations": "annotation:sidecar.istio.io/inject:false annotation:n:1",
    "everything": "image:a/b:c request:cpu:1 limit:cpu:2 request:memory:1Gi limit:memory:2Gi limit:nvidia.com/gpu:1 "
                  "retry:2 timeout:60 cache:disabled env:A:1 secret:s:k:V label:l:1 annotation:a:1",
}  # fmt: skip

PARAMETERS = {
    "integer": "n = 3",
    "negative": "n = -3",
    "largest integer": "n = 9007199254740992\nm = -9007199254740992",
    "zero": "n = 0",
    "float": "r = 0.5",
    "whole float": "r = 2.0",
    "small float": "r = 1e-05\ns = 5e-324\nt = -0.0",
    "large float": "r = 1e16\ns = 1.7976931348623157e308\nt = 123456789.125",
    "text": "t = 'a'",
    "empty text": "t = ''",
    "text like other values": "t = 'yes'\nu = '1'\nv = 'null'\nw = '1e5'\nx = '2026-01-01'\ny = '~'",
    "odd text": "t = 'a: b #c {{x}} $(y) $$ \\\\ \\' \" %'\nu = ' lead'\nv = 'trail '\nw = '-'",
    "lines": "t = 'one\\n  two\\n\\n'\nu = '\\n'\nv = 'a\\r\\nb\\x00\\x1b\\x85\\u2028\\ufeff'",
    "unicode": "t = 'é変数😀👩‍💻'\nu = '\\U0010ffff\\ufffe'",
    "boolean": "a = True\nb = False",
    "list": "l = [1, 2.5, 'a', True]",
    "empty list": "l = []",
    "nested list": "l = [[1, [2, []]], {'a': [None is None]}]".replace("None is None", "3"),
    "dictionary": "d = {'a': 1, 'b': 2.0, 'c': 'x', 'd': False}",
    "empty dictionary": "d = {}",
    "nested dictionary": "d = {'a': {'b': {'c': [1, {'d': 'e'}]}}, '': '', 'yes': 'no', '1': 1, 'a b: c': '\\n'}",
    "annotated": "n: int = 3\nr: float = 1.5",
    "many": "\n".join(f"p{i} = {i}" for i in range(30)),
    "names that KFP uses": "self = 1\ntask = 2\nOutput = 3\nkubernetes = 4\nname = 'x'",
    "long key": "d = {'" + "k" * 1500 + "': 1}",
}

SETTINGS = {
    "description": {"pipeline_description": "What it does"},
    "odd description": {"pipeline_description": "\"\"\" '''\n# no: comment\n\t{{$}} \\ é😀\n\n  end"},
    "description of one quote": {"pipeline_description": "'"},
    "display name": {"pipeline_name": "My-Pipeline-2"},
    "name of digits": {"pipeline_name": "42"},
    "long name": {"pipeline_name": "n" * 128},
    "base image": {"docker_image": "python:3.12-slim"},
    "caching off": {"enable_caching": False},
    "defaults": {"steps_defaults": ["label:team:ml", "limit:memory:1Gi", "cache:disabled", "env:A:b"]},
    "classes for all": {"storage_class_name": "ssd", "volume_access_mode": "rwm", "volumes": [volume("new_pvc")]},
    "experiment": {"experiment_name": "odd 'name' {{x}}\n"},
}

METRICS = "accuracy = 0.5\nloss = 1"

NOTEBOOKS = {
    "one step": notebook(("block:only", "print(1)")),
    "two steps": notebook(*TWO),
    "types of artifacts": notebook(
        ("imports", "import pandas as pd\nfrom sklearn.linear_model import LogisticRegression"),
        ("block:load", "df = pd.DataFrame({'a': [1]})\nn = 1"),
        ("block:train prev:load", "model = LogisticRegression()\nm = n"),
        ("block:show prev:train", "print(df, model, m)\ndf")),
    "metrics": notebook(("block:train", METRICS), ("pipeline-metrics", "print(accuracy)\nprint(loss)")),
    "metrics that are computed": notebook(("block:train", METRICS), ("pipeline-metrics", "mean = (accuracy + loss) / 2")),
    "page": notebook(("imports", "import matplotlib.pyplot as plt"), ("block:plot", "plt.plot([1])\nplt.show()")),
    "prelude": notebook(
        ("imports", "import json\nimport math as m"), ("functions", "def f(x):\n    return m.sqrt(x)\n"), *TWO),
    "shell and magics": notebook(("block:a", "%time x = 1\n!echo $HOME {x}"), ("block:b prev:a", "%%bash\necho hi")),
    "wide": notebook(("block:root", "x = 1"), *((f"block:leaf_{i} prev:root", f"y{i} = x + {i}") for i in range(12))),
    "join": notebook(
        ("block:a", "x = []"), ("block:b prev:a", "y = x"), ("block:c prev:a", "z = x"), ("block:d prev:b prev:c", "print(x, y, z)")),
    "order without data": notebook(("block:a", "print(1)"), ("block:b prev:a", "print(2)"), ("block:c", "print(3)")),
    "mutated": notebook(("block:a", "x = []"), ("block:b prev:a", "x.append(1)"), ("block:c prev:b", "print(x)")),
    "names of KFP and Python": notebook(
        *((f"block:{name}", f"v = '{name}'") for name in (
            "createpvc", "volume_snapshot", "import", "print", "dsl", "main", "kfp", "compiler", "task", "_", "__a", "a_", "a",
            "a_2", "a__2", "list", "kale_runtime", "step", "kubernetes")),
        volumes=[volume("new_pvc", snapshot=True, snapshot_name="s")]),
    "names of variables": notebook(
        ("block:a", "données = 1\n変数 = 2\n_x = 3\nself = 4\nOutput = 5\nstep = 6\nmetrics = 7\npage = 8\nkfp = 9"),
        ("block:b prev:a", "print(données, 変数, _x, self, Output, step, metrics, page, kfp)")),
    "name in capitals": notebook(("block:Load-Data", "x = 1"), ("block:train prev:Load-Data", "print(x)")),
    "many packages": notebook(
        ("imports", "import numpy, pandas, sklearn, cv2, yaml, PIL, bs4, requests, google.cloud.storage"), *TWO),
    "packages of its own": notebook(
        ("block:a", "import numpy\nx = numpy.ones(3)"), ("block:b prev:a", "import sklearn, yaml\nprint(x)"), ("block:c", "print(1)")),
    "packages that are asked for": notebook(
        ("block:a", "%pip install -q 'foo>=1.0' \"bar[x,y]==2; python_version < '3.12'\" git+https://example.org/a.git@main\nimport foo"),
        ("block:b", "!pip install kfp==2.16.0\nprint(1)")),
    "packages from other places": notebook(
        ("block:a", "%pip install --index-url https://a.example/simple --extra-index-url http://b.example/x foo\nimport foo"),
        ("block:b", "%pip install --extra-index-url https://c.example/s --trusted-host c.example foo\nimport foo")),
    "empty cells": notebook(("block:a", ""), ("block:a", "x = 1"), ("block:b prev:a", "print(x)"), ""),
    "volumes and everything": notebook(
        ("pipeline-parameters", "n = 1\nl = [1]"), ("imports", "import pandas as pd"),
        ("block:load limit:cpu:1 secret:s:k:V", "df = pd.DataFrame({'a': l * n})"),
        ("block:train_model prev:load retry:2 timeout:9", "accuracy = len(df)\ndf"), ("pipeline-metrics", "print(accuracy)"),
        volumes=VOLUMES["all kinds"], pipeline_description="All", docker_image="a/b:c", steps_defaults=["label:a:b"]),
}  # fmt: skip

CASES = (
    {f"volume: {name}": notebook(*TWO, volumes=value) for name, value in VOLUMES.items()}
    | {f"tag: {name}": one(tags) for name, tags in TAGS.items()}
    | {
        "tag: variable with blanks": one(["env:TEXT:a b: 'c' \"d\" \\ {{$}} $(HOME) é\u2028😀"]),
        "tag: annotation with blanks": one(["annotation:note:{\"a\": [1, 2]}, 'x' {{$.a}}"]),
        "tag: odd key of a secret": one(["secret:creds:a b'\"\\{}:KEY"]),
    }
    | {f"parameter: {name}": parameters(source) for name, source in PARAMETERS.items()}
    | {f"setting: {name}": notebook(*TWO, **value) for name, value in SETTINGS.items()}
    | NOTEBOOKS
)  # fmt: skip
