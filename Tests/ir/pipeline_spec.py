"""A compiled pipeline, read as KFP reads it."""

import json
from dataclasses import dataclass
from pathlib import Path

import yaml
from google.protobuf import json_format
from kfp.kubernetes import kubernetes_executor_config_pb2 as kubernetes
from kfp.pipeline_spec import pipeline_spec_pb2 as messages

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(message, value: dict) -> dict:
    """The value after it went through a message, which refuses fields that it does not have."""
    return json_format.MessageToDict(json_format.ParseDict(value, message))


@dataclass(frozen=True)
class Compiled:
    spec: dict
    platform: dict

    @staticmethod
    def read(path: Path) -> "Compiled":
        return Compiled.of(path.read_text(), path.name)

    @staticmethod
    def of(text: str, name: str = "text") -> "Compiled":
        documents = list(yaml.load_all(text, Loader))
        assert 1 <= len(documents) <= 2, f"{name} has {len(documents)} documents"
        spec, platform = (*documents, {})[:2]
        return Compiled(spec, platform)

    @property
    def executors(self) -> dict[str, dict]:
        return self.spec["deploymentSpec"]["executors"]

    @property
    def tasks(self) -> dict[str, dict]:
        return self.spec["root"]["dag"]["tasks"]

    def container(self, task: str) -> dict:
        component = self.spec["components"][self.tasks[task]["componentRef"]["name"]]
        return self.executors[component["executorLabel"]]["container"]

    def source(self, task: str) -> str:
        """The Python file that the task runs."""
        return self.container(task)["command"][-1]

    def configurations(self) -> dict[str, dict]:
        """What Kubernetes does for each executor."""
        platforms = self.platform.get("platforms", {})
        assert platforms.keys() <= {"kubernetes"}
        return platforms.get("kubernetes", {}).get("deploymentSpec", {}).get("executors", {})

    def messages(self) -> dict:
        """All of it as messages have it, without the SDK's version.

        Executors are untyped in the messages that hold them, so they are parsed once more by themselves.
        """
        spec = parsed(messages.PipelineSpec(), self.spec)
        del spec["sdkVersion"]
        parsed(messages.PlatformSpec(), self.platform)
        return {
            "spec": spec,
            "deployment": parsed(messages.PipelineDeploymentConfig(), self.spec["deploymentSpec"]),
            "kubernetes": {
                label: parsed(kubernetes.KubernetesExecutorConfig(), json.loads(json.dumps(value)))
                for label, value in self.configurations().items()
            },
        }
