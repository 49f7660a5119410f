"""A window of Chromium that Orca reads to us, and the service as people use it."""

import json
from pathlib import Path

import pytest

from tests.browser.chromium import CHROMIUM
from tests.browser.conftest import portal, real, until
from tests.browser.test_listening import READY, make_whole
from tests.orca.screen_reader import orca_in

__all__ = ["portal", "real"]

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--force-renderer-accessibility",
    "--window-position=0,0",
    "--window-size=1280,1000",
)
# A question whether to translate would be read out too.
PREFERENCES = {"translate": {"enabled": False}}
IN_THE_PAGE = ("640", "900")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.orca)
            item.add_marker(pytest.mark.xdist_group("orca"))


@pytest.fixture(scope="session")
def orca(tmp_path_factory):
    with orca_in(tmp_path_factory.mktemp("orca")) as reader:
        yield reader


@pytest.fixture(scope="session")
def window(orca, playwright, tmp_path_factory):
    """The one page of a browser on Orca's screen, with the keyboard."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Default").mkdir()
    (profile / "Default" / "Preferences").write_text(json.dumps(PREFERENCES), encoding="utf-8")
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        headless=False,
        no_viewport=True,
        env=orca.environ,
        args=list(FLAGS),
    )
    page = context.pages[0]
    orca.hear(lambda: orca.hand("mousemove", *IN_THE_PAGE, "click", "1"))
    yield page
    context.close()


@pytest.fixture(scope="session")
def made(window, real):
    """Have a preview read and all its sound made, once; gives its address."""
    known = {}

    def make(path):
        if path not in known:
            window.goto(real + path)
            until(window, READY, within_ms=60_000)
            make_whole(window)
            known[path] = real + path
        return known[path]

    return make


@pytest.fixture
def preview(orca, window, made):
    """Open the preview of a release, whole, and wait until Orca has told of it."""

    def open_preview(path):
        address = made(path)
        orca.hear(lambda: window.goto(address))
        until(window, READY)
        return window

    return open_preview
