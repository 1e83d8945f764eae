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


@pytest.fixture(scope="session", autouse=True)
def no_cache_of_the_user(tmp_path_factory):
    """The tests neither see nor leave what `kale check` keeps."""
    os.environ["KALE_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def examples() -> Path:
    return Path(__file__).resolve().parents[2] / "examples"
