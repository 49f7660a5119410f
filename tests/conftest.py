"""What every test may use: fakes that ship with the service, no network, no clock.

Properties are tried on the same examples in every run, so that a run says something about the
change and not about luck; `HYPOTHESIS_PROFILE=search` looks for new counter-examples.
"""

import os

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("search", max_examples=5000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite the expected files kept beside the tests, to be reviewed in the diff",
    )


@pytest.fixture(scope="session")
def playwright():
    """What drives browsers; there can be only one in a process."""
    with sync_playwright() as driver:
        yield driver
