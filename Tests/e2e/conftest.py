import os
from pathlib import Path

import pytest
from pipelines import Kale


@pytest.fixture(scope="session")
def kale() -> Kale:
    """The tool named by the environment variable KALE. Its absence fails the tests, never skips them."""
    path = os.environ.get("KALE")
    if not path:
        pytest.fail("Set KALE to the built tool, or run these tests with scripts/test.", pytrace=False)
    if not os.access(path, os.X_OK):
        pytest.fail(f"KALE is {path}, which can't be run: build it first.", pytrace=False)
    return Kale(Path(path).resolve())


@pytest.fixture(scope="session")
def examples() -> Path:
    return Path(__file__).resolve().parents[2] / "examples"
