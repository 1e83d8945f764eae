import os

import pytest


@pytest.fixture(scope="session")
def kale() -> str:
    """The tool named by the environment variable KALE. Its absence fails the tests, never skips them."""
    path = os.environ.get("KALE")
    if not path or not os.access(path, os.X_OK):
        pytest.fail("Set KALE to the built tool, or run these tests with scripts/test.", pytrace=False)
    return path
