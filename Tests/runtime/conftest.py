import pytest

from harness import Flow


@pytest.fixture
def flow(tmp_path):
    return Flow(tmp_path)


@pytest.fixture
def make_flow(tmp_path):
    return lambda **options: Flow(tmp_path, **options)
