"""The player in Firefox: the same journeys, shorter."""

import pytest

from tests.browser.conftest import free_port, until
from tests.browser.firefox import firefox_in
from tests.browser.test_controls import RUNNING, SAID, WORD
from tests.browser.test_listening import (
    MAKE_ALL,
    MARKED,
    PAUSED,
    POSITION,
    READY,
    SOURCE,
    STATUS,
    TIME,
)
from tests.browser.test_pairs import PARTNERS, places, steps
from tests.browser.test_pictures import WHERE, come
from tests.web.staging import ENGLISH, KOREAN, PRINTED, VISIT_EN, VISIT_KO

TAB, ENTER, SPACE, ESCAPE = "\ue004", "\ue007", " ", "\ue00c"
CTRL = "\ue009"
RIGHT, HOME, END = "\ue014", "\ue011", "\ue010"
FOCUSED = "document.activeElement.dataset.act ?? document.activeElement.dataset.part ?? ''"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    with firefox_in(tmp_path_factory.mktemp("profile"), free_port()) as browser:
        yield browser


@pytest.fixture
def opened(firefox, fake):
    def open_player(address, *, made=True):
        firefox.goto(f"{fake}/listen?url={address}")
        until(firefox, READY)
        if made:
            firefox.evaluate(MAKE_ALL)
            firefox.goto(f"{fake}/listen?url={address}")
            until(firefox, READY)
        return firefox

    return open_player


def tab_to(browser, part):
    for _ in range(60):
        browser.press(TAB)
        if browser.evaluate(FOCUSED) == part:
            return
    raise AssertionError(f"no way to {part}")


def test_a_document_is_heard_by_keyboard_alone(opened):
    browser = opened(KOREAN)
    tab_to(browser, "toggle")
    browser.press(ENTER)
    until(browser, RUNNING)
    assert "/audio/" in browser.evaluate(SOURCE)
    first = until(browser, WORD)
    until(browser, f"({WORD}) !== {first!r} && ({WORD})")
    browser.press(SPACE)
    assert browser.evaluate(PAUSED)
    tab_to(browser, "seek")
    assert browser.evaluate(SAID).endswith("번째 문장")
    browser.press(HOME, RIGHT)
    assert browser.evaluate(SAID) == "5초"
    browser.press(ESCAPE)
    assert browser.evaluate(POSITION).startswith("문장 1/")
    tab_to(browser, "read")
    browser.press(ENTER)
    assert browser.evaluate("document.activeElement.matches('.utterance')")


def test_sentences_play_one_after_the_other_to_the_end(opened):
    browser = opened(ENGLISH, made=False)
    browser.evaluate("void (document.querySelector('[name=rate]').value = '4')")
    browser.evaluate(
        "document.querySelector('[name=rate]').dispatchEvent(new Event('input', {bubbles: true}))"
    )
    browser.click("[data-act=toggle]")
    until(browser, f"({STATUS}) === '끝까지 들었습니다.'", within_ms=30_000)
    assert browser.evaluate("document.querySelector('audio').playbackRate") == 4


def test_a_press_on_the_text_listens_from_there(opened):
    browser = opened(KOREAN)
    browser.click("#u6")
    until(browser, f"({MARKED}) === 'u6' && {RUNNING}")


def test_the_slider_leads_into_the_joined_file(opened):
    browser = opened(KOREAN)
    browser.click("[data-act=toggle]")
    until(browser, RUNNING)
    tab_to(browser, "seek")
    browser.press(END)
    until(browser, f"{TIME} > 10")
    assert browser.evaluate("document.activeElement.dataset.part") == "seek"


def test_two_releases_stand_in_step_and_partners_are_marked(firefox, fake):
    firefox.goto(f"{fake}/listen?url={VISIT_KO}&with={VISIT_EN}")
    until(firefox, "document.querySelectorAll('listen-player[data-ready]').length === 2")
    found = places(firefox)
    for number in steps(found):
        assert found["ko", number][1] == found["en", number][1]
        assert found["ko", number][0] < found["en", number][0]
    firefox.click("#ko-step-1 .utterance")
    until(firefox, f"{PARTNERS}.length > 0 && {PARTNERS}.every(each => each.startsWith('en-'))")


def test_shortcuts_work_for_who_asks_for_them(opened):
    browser = opened(KOREAN)
    browser.click("listen-player summary")
    browser.hold(CTRL, "/")
    assert browser.evaluate(POSITION).startswith("문장 1/")
    browser.click("[name=shortcuts]")
    loaded = "performance.getEntriesByType('resource').some(({name}) => name.includes('shortcuts'))"
    until(browser, loaded)
    browser.wait_for_timeout(200)
    browser.hold(CTRL, "/")
    browser.hold(CTRL, "/")
    assert browser.evaluate(POSITION).startswith("문장 3/")
    browser.hold(CTRL, ",")
    assert browser.evaluate(POSITION).startswith("문장 2/")
    browser.hold(CTRL, "'")
    until(browser, RUNNING)
    browser.hold(CTRL, "'")
    assert browser.evaluate(PAUSED)


def test_the_picture_of_a_page_is_unfolded_and_stands_beside_the_text(opened):
    browser = opened(PRINTED, made=False)
    assert browser.evaluate("document.querySelectorAll('article img').length") == 0
    browser.evaluate("document.querySelector('.page-picture summary').click()")
    until(browser, come(".page-picture[open]"))
    browser.evaluate("document.getElementById('look-pages-beside').click()")
    until(browser, come(".beside"))
    assert browser.evaluate(WHERE)
