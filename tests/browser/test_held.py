"""The manifest that a page holds, as a player meets it."""

import pytest

from tests.browser.conftest import until
from tests.browser.test_listening import READY
from tests.web.staging import KOREAN


@pytest.mark.parametrize("path", [f"/listen?url={KOREAN}", f"/player?url={KOREAN}"])
def test_the_player_asks_for_nothing_that_the_page_holds(visit, fake, path):
    page = visit(None)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(fake + path)
    until(page, READY)
    assert [url for url in asked if "/manifests/" in url] == []


def test_a_page_that_is_gone_back_to_asks_what_is_so_now(visit, fake):
    page = visit(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.goto(f"{fake}/accessibility")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.go_back()
    until(page, READY)
    assert page.evaluate("performance.getEntriesByType('navigation')[0].type") == "back_forward"
    assert [url for url in asked if "/manifests/" in url]
