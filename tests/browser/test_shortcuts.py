"""The optional keys of the player: whose they are, and when."""

from functools import partial

import pytest

from tests.browser.conftest import until
from tests.browser.test_controls import RUNNING, open_player, sentence
from tests.browser.test_listening import (
    PAUSED,
    POSITION,
    press,
)

NEXT_KEY = "new KeyboardEvent('keydown', { key: '/', ctrlKey: true, bubbles: true })"
MOVED = f"!({POSITION}).startsWith('문장 1/')"


@pytest.fixture
def player(visit, fake):
    return partial(open_player, visit, fake)


def test_no_key_is_a_shortcut_before_somebody_asks_for_it(player):
    page = player()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="재생", exact=True).focus()
    for key in ("Control+Slash", "Control+Quote", "k", "j", "l", "m", "Period", "ArrowRight"):
        page.keyboard.press(key)
    assert page.evaluate(PAUSED)
    assert sentence(page) == 1
    assert not [url for url in asked if "shortcuts" in url]


@pytest.fixture
def keyed(player):
    """The player with shortcuts on; focus is on their checkbox."""
    page = player(opened=True)
    with page.expect_response("**/shortcuts.mjs"):
        page.get_by_role("checkbox", name="단축키 쓰기").check()
    until(page, f"(document.querySelector('[name=shortcuts]').dispatchEvent({NEXT_KEY}), {MOVED})")
    press(page, "이전 문장")
    page.get_by_role("checkbox", name="단축키 쓰기").focus()
    return page


def test_shortcuts_work_while_focus_is_in_the_player_and_nowhere_else(keyed):
    keyed.keyboard.press("Control+Slash")
    keyed.keyboard.press("Control+Slash")
    assert sentence(keyed) == 3
    keyed.keyboard.press("Control+Comma")
    assert sentence(keyed) == 2
    keyed.keyboard.press("Control+Quote")
    until(keyed, RUNNING)
    keyed.locator("a.site-name").focus()
    keyed.keyboard.press("Control+Quote")
    assert not keyed.evaluate(PAUSED)
    keyed.get_by_role("slider", name="빠르기").focus()
    keyed.keyboard.press("Control+Quote")
    assert keyed.evaluate(PAUSED)


def test_a_shortcut_that_is_held_longer_is_pressed_once(keyed):
    keyed.keyboard.down("Control")
    for _ in range(3):
        keyed.keyboard.down("Slash")
    keyed.keyboard.up("Slash")
    assert sentence(keyed) == 2
    keyed.keyboard.down("Slash")
    assert sentence(keyed) == 3


def test_shortcuts_end_when_they_are_taken_back(keyed):
    keyed.get_by_role("checkbox", name="단축키 쓰기").uncheck()
    keyed.keyboard.press("Control+Slash")
    assert sentence(keyed) == 1


OTHERS = (
    "Slash",
    "Control+Shift+Slash",
    "Control+Alt+Slash",
    "Control+Meta+Slash",
    "Control+NumpadDivide",
    "Control+Period",
    "Control+Semicolon",
)


def test_keys_of_others_are_left_to_them(keyed):
    keyed.evaluate(
        "window.taken = []; addEventListener('keydown', (event) => taken.push(event.defaultPrevented))"
    )
    for key in OTHERS:
        keyed.keyboard.press(key)
        assert sentence(keyed) == 1, key
        assert not any(keyed.evaluate("taken")), key
    keyed.keyboard.press("Control+Slash")
    assert keyed.evaluate("taken").pop()


def test_each_of_two_players_has_its_own_shortcuts(keyed):
    keyed.evaluate(
        "document.querySelector('listen-player').after("
        "document.querySelector('listen-player').cloneNode(true))"
    )
    second = keyed.locator("listen-player").nth(1)
    second.evaluate("(each) => each.querySelector('[name=shortcuts]').checked = true")
    second.evaluate(
        "(each) => { window.pressed = 0; each.querySelector('[data-act=sentence][data-by=\"1\"]')"
        ".addEventListener('click', () => pressed++) }"
    )
    second.locator("[name=rate]").focus()
    keyed.keyboard.press("Control+Slash")
    assert keyed.evaluate("pressed") == 1
    assert sentence(keyed) == 1
    keyed.locator("listen-player [name=rate]").first.focus()
    keyed.keyboard.press("Control+Slash")
    assert keyed.evaluate("pressed") == 1
    assert sentence(keyed) == 2
