"""Marks beside the sound, and how long a press takes, on a document of more than an hour."""

from itertools import pairwise

import pytest

from service.web import create_app
from tests.browser.conftest import serving, until, working
from tests.browser.test_listening import READY, STATUS, TIME, make_whole, press
from tests.web.staging import staged

SENTENCE = "한빛부는 " + "누구나 쓰기 쉬운 누리집을 만드는 방법을 " * 4 + "널리 알린다."
SENTENCES = 700
MOST_DRIFT_MS = 100
MOST_PRESS_MS = 300
# When a sentence is marked: how far the sound is behind its beginning.
NOTE_MARKS = """
window.noted = [];
new MutationObserver((all) => all.forEach(({ target }) => {
  if (target.matches('.is-spoken')) noted.push([target.id, 1000 * document.querySelector('audio').currentTime]);
})).observe(document.body, { subtree: true, attributeFilter: ['class'] });
"""
STARTS = """
fetch(document.querySelector('listen-player').getAttribute('manifest')).then((a) => a.json())
  .then((m) => Object.fromEntries(m.readingOrder.map((e) => [e.textref, e.startMs])))
"""
NOTE_PRESS = """
addEventListener('click', () => { window.pressed = performance.now(); window.took = 0 }, true);
document.querySelector('audio').addEventListener('playing', () => { took ||= performance.now() - pressed });
"""


@pytest.fixture(scope="module")
def long_document(tmp_path_factory):
    """The address of a document of 700 equal sentences, which are spoken once."""
    services = staged(tmp_path_factory.mktemp("long"), HANDOVER="yes", PAGE_WAIT_MS="20000")
    app = create_app(services)
    with working(services, ("read", "speak")), serving(app) as origin:
        given = {"title": "긴 글", "text": "\n\n".join([SENTENCE] * SENTENCES)}
        yield origin + app.test_client().post("/texts", data=given).headers["Location"]
    services.close()


@pytest.fixture
def long_player(visit, long_document):
    page = visit(long_document)
    until(page, READY)
    make_whole(page)
    return page


def test_marks_stand_beside_the_sound_over_an_hour(long_player):
    page = long_player
    starts = page.evaluate(STARTS)
    seek = page.get_by_role("slider", name="재생 위치")
    assert max(starts.values()) > 3_600_000
    page.get_by_role("slider", name="빠르기").fill("4")
    page.evaluate(NOTE_MARKS)
    press(page, "재생")
    for share in (0, 0.5, 0.99):
        seek.fill(str(round(share * max(starts.values()) / 1000)))
        before = page.evaluate("noted.length")
        until(page, f"noted.length >= {before} + 3")
    noted = page.evaluate("noted")
    passed = [at - starts[name] for (last, _), (name, at) in pairwise(noted) if follows(last, name)]
    assert len(passed) >= 5
    assert min(passed) >= 0
    # The middle one: a machine that is busy elsewhere is late now and then.
    assert sorted(passed)[len(passed) // 2] <= MOST_DRIFT_MS, passed


def follows(last, name):
    return int(name[1:]) == int(last[1:]) + 1


def test_a_press_sounds_at_once_wherever_listening_stands(long_player):
    page = long_player
    page.evaluate(NOTE_PRESS)
    took = []
    for second in (0, 1200, 2400, 3600):
        page.get_by_role("slider", name="재생 위치").fill(str(second))
        press(page, "재생")
        took.append(until(page, "window.took"))
        press(page, "일시정지")
    assert min(took) < MOST_PRESS_MS, took


def test_a_connection_lost_within_the_joined_file_is_said_and_goes_on(long_player, visit):
    page = long_player
    press(page, "재생")
    until(page, f"{TIME} > 0.1")
    page.route("**/audio/*.mp3", lambda route: route.abort())
    page.get_by_role("slider", name="재생 위치").fill("4000")
    until(page, f"({STATUS}) !== ''")
    page.unroute("**/audio/*.mp3")
    until(page, f"{TIME} > 4000 && ({STATUS}) === ''", within_ms=20_000)
    visit.troubles.clear()  # the browser's own lines about the lost connection
