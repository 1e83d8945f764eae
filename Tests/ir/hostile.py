"""Notebooks whose every text tries to break out of the generated code."""

import ast
import re
from dataclasses import dataclass, field
from random import Random

from conversion import Conversion, notebook
from kfp.local.placeholder_utils import replace_placeholders
from pipeline_spec import Compiled

# What means something to Python, YAML, the shell, KFP, Argo or Kubernetes, and what is lost on the way.
PARTS = [
    "'", '"', "'''", '"""', "\\", "\\\\", "\\'", "\\n", "\\N{BULLET}", "\\x00", "r'''", "''')", "\"\"\")", "')", "))", "#", "# ",
    "\n", "\n\n", "\r", "\r\n", "\t", "\f", "\v", "\x01", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u2028", "\u2029", "\u202e",
    "\ufeff", "\ufffe", "\uffff", "\u0301", "é", "変数", "😀", "👩‍👩‍👧‍👦", "\U000e0001", "\U0010ffff", " ", "  ", "\n    \n", "\n\t\n", "   \n",
    "{", "}", "{{", "}}", "{{$}}", "{{$.inputs.parameters['a']}}", "{{$.inputs.artifacts['x'].path}}", "{{$.outputs.output_file}}",
    "{{$.pipeline_job_name}}", "{{$.workspace_path}}", "/kfp-workspace", "{{workflow.name}}", "{{inputs.parameters.x}}", "{{=1+1}}",
    "{{channel:task=a;name=b;type=String;}}", "{'Concat': ['a']}", '{"Concat": ["a"]}', '{"IfPresent": {}}', "$", "$$", "$(", "$(HOME)",
    "$$(HOME)", "${HOME}", "$0", "$@", "`id`", "$(id)", ";", "&&", "|", ">", "%s", "%%", "%(x)s", "---", "\n---\n", "\n...\n", ": ", "- ",
    "- a\n- b", "key: value", "!!python/object:os.system", "&a", "*a", "|+2", ">-", "~", "null", "yes", "0x1", "1e5", "2026-01-01",
    "\ncomponents:\n", "\ndeploymentSpec:\n", "\ndef f():\n", "\n@dsl.component\n", "\nstep.run()\n", "import os\n", "__import__('os')",
    "\nEOF\n", "</script>", "<!--", "\\u2028", "f'{x}'", "rb'a'", "\n# cell 1\n", "    step.cell(0, r'''", "x" * 300, "\n" * 5,
]  # fmt: skip
VARIABLES = ["x", "données", "変数", "_", "self", "step", "Output", "metrics", "kfp", "kale_runtime", "page", "x_out", "𝒙", "ﬁ"]
FILES = ["notebook", "a b", "it's", 'say "hi"', "{{$}}", "$(HOME)", "a\nb", "変数", "#", "-", "'''", "\\", "% s"]


def text(random: Random, longest: int = 12) -> str:
    return "".join(random.choice(PARTS) for _ in range(random.randint(0, longest)))


def line(random: Random) -> str:
    """A text that ends no comment and no line of a magic."""
    return re.sub(r"[\n\r\0]", " ", text(random))


def plain(random: Random, longest: int = 12) -> str:
    """A text without what KFP replaces in parameters and annotations of volumes: it is refused there."""
    return text(random, longest).replace("{{$", "{ {$").replace("{{channel:", "{{channel")


def code(random: Random) -> str:
    """A cell that can be parsed, with hostile texts where Python lets them be."""
    pieces = []
    for _ in range(random.randint(1, 4)):
        pieces.append(random.choice([
            lambda: f"s = {text(random)!r}",
            lambda: f"# {line(random)}",
            lambda: raw_literal(text(random)),
            lambda: f"def f():\n    {text(random)!r}\n    \n\t\n    return 1",
            lambda: f"t = {ascii(text(random))}",
            lambda: "u = 1 + \\\n    2",
            lambda: "d = {'a': {'b': 1}}\nf = f\"{d['a']}{{{{{1}}}}}\"",
        ])())  # fmt: skip
    source = random.choice(["\n", "\n", "\n\n\n", "\n\f\n", "\n   \n", "\r\n"]).join(pieces)
    return source + random.choice(["", "", "\n", "\n\n", "  ", "\n\t", " # '", ' # "'])


def raw_literal(value: str) -> str:
    """The text in triple quotes, as it stands, where that is an expression."""
    for quotes in ("'''", '"""'):
        source = f"v = r{quotes}{value}{quotes}"
        try:
            ast.parse(source)
            return source
        except (SyntaxError, ValueError):
            pass
    return f"v = {value!r}"


def magic(random: Random) -> str:
    return random.choice([
        lambda: f"%%bash\n{text(random)}", lambda: f"%%writefile out.txt\n{text(random)}", lambda: f"!echo {line(random)}",
        lambda: f"x = 1\n%env A={line(random)}",
    ])()  # fmt: skip


@dataclass
class Hostile:
    """A notebook, and what must be found in its pipeline."""

    content: dict
    file: str
    # The sources of the cells, in order, by the name of the step.
    cells: dict[str, list[str]] = field(default_factory=dict)
    prelude: list[str] = field(default_factory=list)
    parameters: dict = field(default_factory=dict)
    environment: dict[str, dict[str, str]] = field(default_factory=dict)
    annotations: dict[str, dict[str, str]] = field(default_factory=dict)
    description: str = ""

    @staticmethod
    def make(random: Random) -> "Hostile":
        found = Hostile({}, random.choice(FILES))
        cells = []
        if random.random() < 0.5:
            found.parameters = {f"p{i}": value(random) for i in range(random.randint(1, 4))}
            cells.append(("pipeline-parameters", "\n".join(f"{k} = {v!r}" for k, v in found.parameters.items())))
        for tag in ("imports", "functions"):
            if random.random() < 0.4:
                found.prelude.append(code(random))
                cells.append((tag, found.prelude[-1]))
        names = random.sample(["load", "train_model", "_a", "task", "createpvc", "import", "print", "main", "x"], 3)
        shared = random.sample(VARIABLES, random.randint(0, 3))
        for number, name in enumerate(names):
            tags = [f"block:{name}"] + ([f"prev:{names[number - 1]}"] if number else [])
            value_of_tag = line(random).strip()
            if value_of_tag and random.random() < 0.7:
                kind = random.choice(["env", "annotation"])
                tags.append(f"{kind}:NAME:{value_of_tag}")
                target = found.environment if kind == "env" else found.annotations
                target[name] = {"NAME": value_of_tag}
            use = "\n".join(f"{v} = {v!r}" if number == 0 else f"print({v})" for v in shared)
            sources = [code(random) + ("\n" + use if use else "")]
            if random.random() < 0.3:
                sources.append(magic(random))
            found.cells[name] = [source for source in sources if source.strip()]
            cells += [(tags if i == 0 else [f"block:{name}"], source) for i, source in enumerate(sources)]
        found.description = text(random)
        settings = {
            "pipeline_name": random.choice(["p", "Pipeline-1", "STORAGE-CLASS", "main"]),
            "pipeline_description": found.description, "experiment_name": text(random),
        }  # fmt: skip
        if random.random() < 0.4:
            settings["volumes"] = [{
                "type": random.choice(["pvc", "new_pvc", "pv"]), "name": "data", "mount_point": "/m" + line(random).replace(":", ""),
                "size": 1, "size_type": "Gi", "snapshot": True, "snapshot_name": "s",
                "annotations": {"note": plain(random) or "a"},
            }]  # fmt: skip
        found.content = notebook(*cells, **settings)
        return found

    def assert_arrived(self, conversion: Conversion) -> None:
        """Script and IR are the same pipeline, and all texts are in it as they were."""
        native = conversion.assert_equivalent()
        for (name, cells), task in zip(self.cells.items(), step_tasks(native), strict=True):
            source = native.source(task)
            found = cells_in(source)
            assert found == self.prelude + cells, (name, found, self.prelude + cells)
            assert_inert(native, task)
            environment = {e["name"]: e.get("value", "") for e in native.container(task).get("env", [])}
            assert environment == self.environment.get(name, {})
            component = native.spec["components"][native.tasks[task]["componentRef"]["name"]]
            metadata = native.configurations().get(component["executorLabel"], {}).get("podMetadata", {})
            assert metadata.get("annotations", {}) == self.annotations.get(name, {})
        definitions = native.spec["root"].get("inputDefinitions", {}).get("parameters", {})
        assert {n: d["defaultValue"] for n, d in definitions.items()} == self.parameters
        assert native.spec["pipelineInfo"].get("description", "").strip() == self.description.strip()


def value(random: Random, depth: int = 0):
    """A parameter's value."""
    return random.choice([
        lambda: random.choice([0, 1, -1, 2**53, -(2**53)]), lambda: random.choice([0.5, 2.0, -0.0, 1e-05, 1e22, 5e-324]),
        lambda: plain(random), lambda: plain(random), lambda: random.random() < 0.5,
        lambda: [value(random, depth + 1) for _ in range(random.randint(0, 3))] if depth < 3 else [],
        lambda: {plain(random, 4): value(random, depth + 1) for _ in range(random.randint(0, 3))} if depth < 3 else {},
    ])()  # fmt: skip


def step_tasks(compiled: Compiled) -> list[str]:
    """The tasks that run steps, in the file's order."""
    return [task for task in compiled.tasks if "kale_runtime" in compiled.container(task).get("command", [""])[-1]]


def cells_in(source: str) -> list[str]:
    """The cells that a component hands to the runtime, in order; its file may hold nothing else that runs.

    Only definitions of known functions stand in the file, and in these only calls on the step.
    """
    *_, component = functions = [node for node in ast.parse(source).body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    known = {"kale_runtime", "kale_runtime_source", "kale_backends", "kale_prelude", "kale_typed", component.name}
    assert {node.name for node in functions} <= known and all(isinstance(node, ast.FunctionDef) for node in functions)
    cells = []
    for function in [f for f in functions if f.name == "kale_prelude"] + [component]:
        for statement in function.body:
            if isinstance(statement, ast.Assign):
                assert ast.unparse(statement).startswith("step = kale_runtime().Step(")
                continue
            call = statement.value
            if isinstance(call, ast.Constant):
                continue
            called = ast.unparse(call.func)
            assert called == "kale_prelude" or re.fullmatch(r"step\.(parameter|re_import|input|output|page|metric|cell|run)", called)
            if called == "step.cell":
                cells.append(ast.literal_eval(call.args[1]))
    return cells


def assert_inert(compiled: Compiled, task: str) -> None:
    """What runs a pipeline leaves the source as it is."""
    container = compiled.container(task)
    source = compiled.source(task)
    directory = {"outputFile": "/o", "parameters": {}, "artifacts": {}}
    resolved = replace_placeholders(
        [*container["command"], *container["args"]],
        {"inputs": {"parameterValues": {"a": "BROKEN"}, "artifacts": {}}, "outputs": directory},
        "BROKEN", "BROKEN", "BROKEN", "BROKEN",
    )  # fmt: skip
    assert resolved[len(container["command"]) - 1] == source
    assert not re.search(r"\{\{|\$\$|\$\(", source), "KFP, Argo or Kubernetes would replace a part of it"
