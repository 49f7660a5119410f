"""What the device keeps of how somebody listens: nothing, before it is asked to."""

from functools import partial

import pytest

from tests.browser.conftest import until
from tests.browser.test_controls import RUNNING, open_player, sentence
from tests.browser.test_listening import (
    PAUSED,
    POSITION,
    READY,
    press,
    press_play_at_speed,
)
from tests.web.staging import KOREAN

KEPT = "localStorage.getItem('listen-player')"


@pytest.fixture
def player(visit, fake):
    return partial(open_player, visit, fake)


def test_nothing_is_kept_on_the_device_before_somebody_asks(player):
    page = player()
    press_play_at_speed(page, 4)
    until(page, f"({POSITION}).startsWith('문장 4/')")
    assert page.evaluate("localStorage.length") == 0


def test_who_asks_finds_speed_choices_and_place_again_until_it_is_taken_back(player):
    page = player(opened=True)
    page.get_by_role("checkbox", name="기억").check()
    page.get_by_role("combobox", name="주석").select_option("읽지 않음")
    press_play_at_speed(page, 3.5)
    until(page, f"({POSITION}).startsWith('문장 4/')")
    press(page, "일시정지")
    stood = sentence(page)
    assert stood >= 4
    page.reload()
    until(page, READY)
    page.get_by_text("이동과 설정").click()
    assert page.evaluate(PAUSED)
    assert sentence(page) == stood
    assert page.get_by_role("slider", name="빠르기").input_value() == "3.5"
    assert page.get_by_role("combobox", name="주석").input_value() == "skip"
    press(page, "재생")
    until(page, RUNNING)
    assert page.evaluate("document.querySelector('audio').playbackRate") == 3.5
    page.get_by_role("checkbox", name="기억").uncheck()
    assert page.evaluate(KEPT) is None


def test_a_browser_that_keeps_nothing_plays_all_the_same(visit, fake):
    page = visit(None)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    page.goto(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.get_by_text("이동과 설정").click()
    page.get_by_role("checkbox", name="기억").check()
    press(page, "재생")
    until(page, RUNNING)
