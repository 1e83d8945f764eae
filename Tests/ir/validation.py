"""What a KFP server, or the run of a pipeline, would have against a compiled pipeline."""

import graphlib
import re

from pipeline_spec import Compiled

LARGEST_FILE = 32 << 20  # bytes that a server takes


def assert_valid(compiled: Compiled) -> None:
    found = list(problems(compiled))
    assert not found, "\n".join(found)


def problems(compiled: Compiled):
    compiled.messages()  # every field is one of KFP's
    spec, tasks, components = compiled.spec, compiled.tasks, compiled.spec["components"]
    if spec["schemaVersion"] != "2.1.0":
        yield f"schemaVersion is {spec['schemaVersion']}"
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,127}", spec["pipelineInfo"]["name"]):
        yield f"the name is {spec['pipelineInfo']['name']!r}"
    labels = [component["executorLabel"] for component in components.values()]
    for label in compiled.executors.keys() ^ set(labels):
        yield f"executor {label} has no component, or is missing"
    for label in compiled.configurations().keys() - compiled.executors.keys():
        yield f"the platform's executor {label} is missing"
    used = [task["componentRef"]["name"] for task in tasks.values()]
    for name in components.keys() ^ set(used):
        yield f"component {name} has no task, or is missing"
    for name, task in tasks.items():
        if not re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", name):
            yield f"a task is called {name!r}"
        yield from (f"task {name}: {problem}" for problem in task_problems(compiled, task))
    try:
        graphlib.TopologicalSorter({n: t.get("dependentTasks", []) for n, t in tasks.items()}).prepare()
    except graphlib.CycleError as error:
        yield f"the tasks {error.args[1]} wait for each other"


def task_problems(compiled: Compiled, task: dict):
    component = compiled.spec["components"][task["componentRef"]["name"]]
    definitions = component.get("inputDefinitions", {})
    inputs = task.get("inputs", {})
    after = set(task.get("dependentTasks", []))
    for other in after - compiled.tasks.keys():
        yield f"waits for {other}, which is no task"
    for kind in ("parameters", "artifacts"):
        defined, given = definitions.get(kind, {}), inputs.get(kind, {})
        for name in given.keys() - defined.keys():
            yield f"gets {name}, which its component does not take"
        for name, definition in defined.items():
            if name not in given and not definition.get("isOptional"):
                yield f"does not get {name}"
        for name in given.keys() & defined.keys():
            for problem in source_problems(compiled, given[name], defined[name], after):
                yield f"input {name}: {problem}"
    configuration = compiled.configurations().get(component["executorLabel"], {})
    for mount in configuration.get("pvcMount", []):
        claim = mount["pvcNameParameter"].get("taskOutputParameter")
        if claim:
            yield from source_problems(
                compiled, {"taskOutputParameter": claim}, {"parameterType": "STRING"}, after)


def source_problems(compiled: Compiled, source: dict, definition: dict, after: set[str]):
    ((kind, value),) = source.items()
    if kind == "runtimeValue":
        expected = {"STRING": str, "BOOLEAN": bool, "LIST": list, "STRUCT": dict}.get(
            definition["parameterType"], (int, float))
        if not isinstance(value["constant"], expected):
            yield f"{value['constant']!r} is no {definition['parameterType']}"
        return
    if kind == "componentInputParameter":
        parameters = compiled.spec["root"].get("inputDefinitions", {}).get("parameters", {})
        origin = parameters.get(value)
        key = "parameterType"
    else:
        group, output, key = {
            "taskOutputParameter": ("parameters", "outputParameterKey", "parameterType"),
            "taskOutputArtifact": ("artifacts", "outputArtifactKey", "artifactType"),
        }[kind]
        if value["producerTask"] not in after:
            yield f"comes from {value['producerTask']}, for which the task does not wait"
        producer = compiled.tasks.get(value["producerTask"])
        if producer is None:
            yield f"comes from {value['producerTask']}, which is no task"
            return
        component = compiled.spec["components"][producer["componentRef"]["name"]]
        origin = component.get("outputDefinitions", {}).get(group, {}).get(value[output])
    if origin is None:
        yield f"{value} is not there"
    elif origin[key] != definition[key]:
        yield f"{origin[key]} is given for {definition[key]}"
