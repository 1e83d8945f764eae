import os

import pytest


@pytest.fixture(scope="session")
def kale_oracle() -> str:
    """The tool named by the variable KALE_ORACLE. Its absence fails the tests, never skips them."""
    path = os.environ.get("KALE_ORACLE", "")
    if not os.access(path, os.X_OK):
        pytest.fail("Set KALE_ORACLE to the built kale-oracle, or use scripts/test.", pytrace=False)
    return path
