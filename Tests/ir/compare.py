"""Holds one compiled pipeline against another: compare.py A B

They are the same if all of their messages are: the PipelineSpec, each executor, each executor's
configuration for Kubernetes. Only what says who compiled them may differ. Exit status 0 if so, else 1
with a line for each difference.
"""

import sys
from pathlib import Path

from pipeline_spec import Compiled


def differences(one, other, place=""):
    """Where two values of JSON differ, each with the two values."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            yield from differences(one.get(key, "(absent)"), other.get(key, "(absent)"), f"{place}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (first, second) in enumerate(zip(one, other)):
            yield from differences(first, second, f"{place}[{index}]")
    elif type(one) is not type(other) or one != other:
        yield place, one, other


def assert_same(one: Compiled, other: Compiled) -> None:
    found = list(differences(one.messages(), other.messages()))
    assert not found, "\n".join(f"{place}: {first!r:.500} != {second!r:.500}" for place, first, second in found)


if __name__ == "__main__":
    try:
        assert_same(*(Compiled.read(Path(path)) for path in sys.argv[1:]))
    except AssertionError as error:
        sys.exit(str(error))
