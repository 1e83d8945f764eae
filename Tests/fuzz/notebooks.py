"""Notebooks of mutated cells, with random tags and settings, damaged now and then."""

import json
from random import Random

from mutations import CHARACTERS, TOKENS, mutated, names

# The bytes of code in a notebook: what is longer may take its time.
MAX_CODE = 90_000
STEPS = ["load", "clean", "train", "test", "report"]
VALUES = [
    "0", "1.5", "'text'", "None", "[]", "[1, [2]]", "{}", "{'k': []}", "set()", "()", "lambda *a, **k: a", "type('T', (), {})",
    "iter([])", "__import__('numpy')", "print", "object()", "range(3)", "...", "[{}, set()]", "dict(a=[])",
]  # fmt: skip
JSON_TOKENS = [
    "{", "}", "[", "]", ",", ":", "null", "true", "false", "NaN", "-Infinity", "1e999", "-0", "0.1", "99999999999999999999",
    '""', '"\\ud800"', '"\\udc00\\ud83d"', '"\\u0000"', '"cells"', '"metadata"', '"tags"', '"source"', '"input"', '"nbformat"',
    '"worksheets"', '"cell_type"', '"kubeflow_notebook"', '"language"', "[" * 600, '{"a":' * 600, "\n<<<<<<< HEAD\n", " " * 99,
]  # fmt: skip
TAGS = [
    "imports", "functions", "skip", "pipeline-parameters", "pipeline-metrics", "injected-parameters", "block:", "prev:",
    "block", "blok:train", "step:Other-Name", "block:ä", "limit:nvidia.com/gpu:1", "request:memory:4Gi", "limit:gpu:1",
    "image:python:3.11", "retry:3", "retry:-1", "timeout:60", "timeout:99999999999999999999", "cache:enabled", "cache:x",
    "env:LEVEL:debug", "secret:keys:token:TOKEN", "label:team:research", "annotation:a/b:c d", "label:" + "x" * 99,
]  # fmt: skip
VOLUMES = [
    {"type": "pvc", "name": "data", "mount_point": "/data"},
    {"type": "new_pvc", "name": "out", "mount_point": "/out", "size": 1, "size_type": "Gi", "snapshot": True, "snapshot_name": "s"},
    {"type": "pv", "name": "vol", "mount_point": "/vol", "size": 5, "size_type": "Mi", "annotations": [{"key": "a", "value": "b"}]},
    {"type": "new_pvc", "name": "x", "mount_point": "rel", "size": 1e30, "size_type": "Pi", "volume_access_mode": "rwm"},
]  # fmt: skip
ODD_VALUES = [None, True, -1, 2**70, 0.5, float("nan"), "", "\ud800", "a b\n\"'''\\", [], {}, [[None]], {"a": {"b": [1]}}, "ä" * 300]


def notebook(random: Random, cells: list[str], families: list[list[str]]) -> bytes:
    """A notebook as a file.

    `cells` is what parts are taken from; of `families`, which are notebooks, one may be the model.
    """
    if random.random() < 0.5:
        family = random.choice(families)
        start = random.randrange(max(1, len(family) - 4))
        code = family[start : start + random.randint(1, 12)]
        chosen = set(random.choices(range(len(code)), k=random.randint(1, 3)))
    else:
        code = random.choices(cells, k=random.randint(1, 6))
        chosen = set(range(len(code)))
    others = [*random.choices(cells, k=3), *code]
    room = MAX_CODE
    for index, cell in enumerate(code):
        code[index] = mutated(random, cell, others, room) if index in chosen else cell[:room]
        room = max(0, room - len(code[index].encode(errors="surrogatepass")))
    if random.random() < 0.6:
        code.insert(0, bindings(random, code))
    file = json.dumps(document(random, code), ensure_ascii=random.random() < 0.7)
    if random.random() < 0.05:
        file = damaged(random, file)
    return file.encode(errors="replace")


def bindings(random: Random, code: list[str]) -> str:
    """A cell that binds the names of all others: few cells make sense without those before them."""
    known = names("\n".join(code))
    return "".join(f"{name} = {random.choice(VALUES)}\n" for name in known if random.random() < 0.95)


def document(random: Random, code: list[str]) -> dict:
    is_old = random.random() < 0.05
    tags = Tags(random)
    cells = [cell(random, source, tags.next(), is_old) for source in code]
    if random.random() < 0.2:
        cells.insert(0, {"cell_type": "markdown", "metadata": {}, "source": ["# Text\n", "more"]})
    metadata = {"kernelspec": {"name": "python3", "language": "python"}, "kubeflow_notebook": settings(random)}
    if is_old:
        return {"nbformat": 3, "nbformat_minor": 0, "metadata": metadata, "worksheets": [{"cells": cells}]}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def cell(random: Random, source: str, tags: list[str], is_old: bool) -> dict:
    text = source if random.random() < 0.5 else source.splitlines(True)
    return {"cell_type": "code", "metadata": {"tags": tags}, "outputs": [], "input" if is_old else "source": text}


class Tags:
    """The tags of one cell after the other: most often those of steps after steps that stand before them."""

    def __init__(self, random: Random):
        self.random = random
        self.steps: list[str] = []
        self.is_chain = random.random() < 0.5

    def next(self) -> list[str]:
        random = self.random
        found = self.step() if not self.steps or random.random() < 0.6 else []
        if random.random() < 0.1:
            found = [random.choice(TAGS[:6])]
        if random.random() < 0.05:
            tag = random.choice([*TAGS, "prev:" + random.choice(STEPS), "block:" + random.choice(STEPS)])
            at = random.randrange(len(tag) + 1)
            found.append(random.choice([tag, tag[:at] + random.choice([*CHARACTERS, ":", "::", " "]) + tag[at:]]))
        return found

    def step(self) -> list[str]:
        random, before = self.random, self.steps.copy()
        name = STEPS[min(len(before), len(STEPS) - 1)] if random.random() < 0.9 else random.choice(STEPS)
        if name not in self.steps:
            self.steps.append(name)
        previous = before[-1:] if self.is_chain else random.sample(before, min(len(before), random.randint(0, 2)))
        return ["block:" + name, *("prev:" + step for step in previous if step != name)]


def settings(random: Random) -> dict:
    found = {"pipeline_name": "fuzz"}
    if random.random() < 0.1:
        found["volumes"] = [dict(volume) for volume in random.choices(VOLUMES, k=random.randint(0, 3))]
        found["experiment_name"] = "e"
        found["docker_image"] = "image:1"
        found["pipeline_description"] = random.choice(["text", *ODD_VALUES])
    places = [found, *found.get("volumes", [])]
    while random.random() < 0.03:
        place = random.choice(places)
        place[random.choice([*place, "annotations", "steps_defaults"])] = random.choice(ODD_VALUES)
    return found


def damaged(random: Random, file: str) -> str:
    """The file with characters removed, replaced or added."""
    for _ in range(random.randint(1, 5)):
        at = random.randrange(len(file) + 1)
        until = at + (int(1000 ** random.random()) if random.random() < 0.2 else random.randint(0, 3))
        middle = random.choice(["", file[until : until + 30], random.choice(JSON_TOKENS), random.choice(CHARACTERS), random.choice(TOKENS)])
        file = file[:at] + middle + file[until:]
    return file


def damaged_bytes(random: Random, file: bytes) -> bytes:
    """A notebook of somebody's with its JSON damaged."""
    return damaged(random, file.decode(errors="replace")).encode(errors="replace")
