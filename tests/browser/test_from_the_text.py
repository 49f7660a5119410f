"""Listening from the text: a press, a tap, a selection, and what presses are for otherwise."""

from functools import partial

import pytest

from tests.browser.conftest import until
from tests.browser.test_controls import INTENT, RUNNING, heard, open_player, sentence
from tests.browser.test_listening import (
    MARKED,
    PAUSED,
    STATUS,
    press,
)


@pytest.fixture
def player(visit, fake):
    return partial(open_player, visit, fake)


def test_a_press_on_a_sentence_listens_from_there(player):
    page = player()
    page.locator("#u6").click()
    until(page, f"({MARKED}) === 'u6' && {RUNNING}")


def test_a_tap_on_a_sentence_listens_from_there(player):
    page = player(has_touch=True, viewport={"width": 360, "height": 800})
    page.locator("#u6").tap()
    until(page, f"({MARKED}) === 'u6' && {RUNNING}")
    page.get_by_role("button", name="일시정지").tap()
    assert page.evaluate(PAUSED)


def test_nothing_around_the_text_listens_for_presses(player):
    """Screen readers call everything clickable that stands within what does."""
    session = (page := player()).context.new_cdp_session(page)
    for around in ("document", "document.body", "document.querySelector('article')"):
        node = session.send("Runtime.evaluate", {"expression": around})["result"]["objectId"]
        found = session.send("DOMDebugger.getEventListeners", {"objectId": node})["listeners"]
        assert {each["type"] for each in found} & {"click", "mousedown", "mouseup"} == set(), around


OTHER_ACTS = {
    "two presses": lambda page: page.locator("#u6").dblclick(),
    "a press with a key": lambda page: page.locator("#u6").click(modifiers=["Control"]),
    "a link": lambda page: page.locator(".page-list a").first.click(),
    "selecting": lambda page: page.locator("#u6").drag_to(page.locator("#u8")),
    "beside the text": lambda page: page.locator("h2").first.click(),
}


def test_what_a_press_is_for_otherwise_stays(player):
    page = player()
    for name, act in OTHER_ACTS.items():
        act(page)
        page.wait_for_timeout(400)
        assert page.evaluate(PAUSED), name


def test_presses_on_the_text_are_the_listeners_choice(player):
    page = player(opened=True)
    page.get_by_role("checkbox", name="글을 누르면 그 문장부터 듣기").uncheck()
    page.locator("#u6").click()
    page.wait_for_timeout(400)
    assert page.evaluate(PAUSED)


def test_a_selection_is_heard_from_its_beginning_to_its_end(player):
    page = player(opened=True)
    said = heard(page)
    page.get_by_role("slider", name="빠르기").fill("4")
    page.evaluate(
        "getSelection().setBaseAndExtent("
        "document.getElementById('u5').firstChild, 2, document.getElementById('u6').firstChild, 3)"
    )
    press(page, "고른 글 듣기")
    until(page, f"({INTENT}) === 'paused'")
    assert said() == ["u5", "u6"]
    assert sentence(page) == 7


def test_without_a_selection_the_player_asks_for_one(player):
    page = player(opened=True)
    press(page, "고른 글 듣기")
    assert page.evaluate(STATUS) == "먼저 들을 글을 고르세요."
    assert page.evaluate(PAUSED)
