"""Listening over lines that break and lines that cost: where it goes on, what is sent."""

import math
import urllib.request

import pytest

from service.cli.crew import working
from service.web import create_app
from tests.browser.conftest import serving, until
from tests.browser.test_listening import (
    POSITION,
    READY,
    SOURCE,
    STATUS,
    TIME,
    know_lengths,
    press,
    press_play_at_speed,
    unmade,
)
from tests.web.staging import KOREAN, staged

PIECE_BYTES = 4096
LOST = f"({STATUS}).startsWith('연결이 끊겼습니다')"
ORDER = """
fetch(document.querySelector('listen-player').getAttribute('manifest'))
  .then((answer) => answer.json()).then((manifest) => manifest.readingOrder)
"""
INDEX = f"Number(/\\d+/.exec({POSITION}))"
NOTE_SOUND = f"""
window.sounds = [];
document.querySelector('audio').addEventListener('playing', () => sounds.push([{INDEX}, {TIME}]));
"""


class Line:
    """The service behind a line that breaks after so many bytes of sound, until it is mended."""

    def __init__(self, app):
        self.app = app
        self.mend()

    def mend(self):
        self.left_bytes = math.inf

    def __call__(self, environ, start):
        answer = self.app(environ, start)
        is_sound = environ["PATH_INFO"].startswith(("/audio/", "/segments/"))
        return self.carried(answer) if is_sound else answer

    def carried(self, answer):
        for part in answer:
            for at in range(0, len(part), PIECE_BYTES):
                piece = part[at : at + PIECE_BYTES]
                self.left_bytes -= len(piece)
                if self.left_bytes < 0:
                    raise ConnectionError("the line is broken")
                yield piece


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    services = staged(tmp_path_factory.mktemp("line"))
    line = Line(create_app(services))
    with working(services, ("read", "speak")), serving(line) as origin:
        yield line, f"{origin}/listen?url={KOREAN}"
    services.close()


@pytest.fixture
def line(served):
    yield served[0]
    served[0].mend()


@pytest.fixture
def unfinished(visit, served):
    """The preview of a document that is in the making, as far as the player can tell."""
    page = visit(served[1].partition("/listen")[0])
    unmade(page)
    page.goto(served[1])
    until(page, READY)
    yield page
    visit.troubles.clear()


@pytest.fixture
def whole(visit, served):
    """The preview of a document that is made, so that one file is played."""
    page = visit(served[1])
    until(page, READY)
    sound = page.evaluate("document.querySelector('audio').src")
    # Outside of the browser, which keeps nothing of it.
    urllib.request.urlopen(sound).read()  # noqa: S310 - our own loopback
    page.reload()
    until(page, READY)
    yield page
    visit.troubles.clear()  # the browser's own lines about what was lost


def test_a_file_that_breaks_off_goes_on_where_it_was(whole, line):
    line.left_bytes = 60_000
    press_play_at_speed(whole, 4)
    until(whole, LOST, within_ms=30_000)
    assert "/audio/" in whole.evaluate(SOURCE)
    index, heard_s = whole.evaluate(INDEX), whole.evaluate(TIME)
    assert index > 1
    whole.evaluate(NOTE_SOUND)
    line.mend()
    again, again_s = until(whole, "sounds.length && sounds")[0]
    assert again == index
    assert abs(again_s - heard_s) < 1
    assert whole.evaluate(STATUS) == ""


def test_a_sentence_that_breaks_off_is_heard_when_the_line_is_back(unfinished, line):
    press(unfinished, "재생")
    until(unfinished, f"{TIME} > 0.1")
    line.left_bytes = 0
    unfinished.get_by_role("slider", name="재생 위치").fill("28")
    until(unfinished, LOST)
    index = unfinished.evaluate(INDEX)
    unfinished.evaluate(NOTE_SOUND)
    unfinished.wait_for_timeout(500)
    assert unfinished.evaluate(INDEX) == index > 1
    line.mend()
    assert until(unfinished, "sounds.length && sounds")[0][0] == index
    assert "/segments/" in unfinished.evaluate(SOURCE)
    assert unfinished.evaluate(STATUS) == ""


def test_less_is_fetched_ahead_at_a_lower_speed(unfinished):
    know_lengths(unfinished)
    entries = unfinished.evaluate(ORDER)
    asked = []
    unfinished.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    press_play_at_speed(unfinished, 0.5)
    until(unfinished, f"{TIME} > 0.5")
    unfinished.wait_for_timeout(500)
    names = [entry["url"].rpartition("/")[2] for entry in entries]
    ahead = [entry for entry, name in zip(entries, names, strict=True) if name in asked][1:]
    ahead_ms = sum(entry["durationMs"] + entry["pauseMs"] for entry in ahead)
    assert 8_000 < ahead_ms < 14_000


@pytest.mark.parametrize(("hint", "is_light"), [({}, False), ({"Save-Data": "on"}, True)])
def test_who_saves_data_is_sent_light_sound(visit, served, hint, is_light):
    page = visit(served[1], extra_http_headers=hint)
    until(page, READY)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    press(page, "재생")
    until(page, f"{TIME} > 0.1")
    sounds = [url.partition("/segments/")[2] or url.partition("/audio/")[2] for url in asked]
    sounds = [sound for sound in sounds if sound]
    assert sounds
    assert all(sound.startswith("light/") == is_light for sound in sounds)
