"""The player in real browsers: hand-overs as they are recorded, marks, presses, seeks, readiness.

Usage: handover.py [RUNS]. Needs Chromium, Firefox and PulseAudio. Other work on the machine makes every
figure worse, so medians and 95th percentiles are printed beside the goal.
"""

import json
import re
import statistics
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from listening import RELEASE, opened
from listening import serving as whole_service
from long_release import long_release
from playwright.sync_api import Page, sync_playwright
from sound_device import RATE_HZ, Device, sound_device
from tones import LOWEST_HZ, STEP_HZ, ToneEngine, tone_hz

sys.path.insert(0, str(Path(__file__).parents[1]))

from service.cli.crew import working
from service.web import create_app
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.conftest import free_port, serving, until
from tests.browser.firefox import firefox_in
from tests.web.staging import staged

WORDS = "호수 나무 바다 하늘 구름 바람 가을 겨울 여름 사람 마음 소리 노을 이슬".split()
RATES = (1, 2, 4)
LOUD = 300
WINDOW = RATE_HZ // 1000
LEAST_RUN_MS, LEAST_GAP_MS = 60, 15
PAGES = 100
THROTTLE = 4

READY = "document.querySelector('listen-player[data-ready]') !== null"
ENDED = "document.querySelector('[role=status]').textContent.includes('끝까지')"
SET_RATE = """(() => {{
  const rate = document.querySelector('[name=rate]');
  rate.value = {0};
  rate.dispatchEvent(new Event('input', {{ bubbles: true }}));
  return true;
}})()"""
NOTE_READY = """
new MutationObserver(() => {
  if (!window.readyAt && document.querySelector('[data-ready]')) window.readyAt = performance.now();
}).observe(document, { subtree: true, attributes: true });
"""
SINCE_READY = "[readyAt, readyAt - performance.getEntriesByType('navigation')[0].responseEnd]"
PRESS = """() => new Promise((done) => {
  const begun = performance.now();
  document.querySelector('audio').addEventListener('playing', () => done(performance.now() - begun), { once: true });
  document.querySelector('[data-act=toggle]').click();
})"""
SEEK = """(share) => new Promise((done) => {
  const seek = document.querySelector('[data-part=seek]');
  seek.value = share * seek.max;
  const begun = performance.now();
  document.querySelector('audio').addEventListener('seeked', () => done(performance.now() - begun), { once: true });
  seek.dispatchEvent(new Event('input', { bubbles: true }));
})"""


SOUGHT = (0.2, 0.9, 0.5, 0.7, 0.1, 0.6, 0.3, 0.8)
FOUND_AFTER_MS = 500


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        presses(folder, runs)
        with sound_device(made(folder / "device")) as device:
            hand_overs(folder, device)


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def tell(what: str, found: Sequence[float], goal: str) -> None:
    middle, high = statistics.median(found), float(np.percentile(found, 95))
    print(f"{what}: {middle:.0f} ms, 95th percentile {high:.0f} ms of {len(found)} ({goal})")


class Unfinished:
    """The service with every document for ever in the making, so that it plays sentence by sentence."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start: Callable) -> Any:
        answer = self.app(environ, start)
        if not environ["PATH_INFO"].startswith(("/manifests/", "/documents/")):
            return answer
        return [re.sub(rb'("status": ?)"complete"', rb'\1"making"  ', b"".join(answer))]


@contextmanager
def tones(folder: Path) -> Iterator[tuple[str, str]]:
    """A document whose sentences are tones; gives its page and its manifest."""
    services = staged(made(folder / "tones"), HANDOVER="yes", PAGE_WAIT_MS="20000")
    services = replace(services, engine=ToneEngine())
    app = create_app(services)
    text = "\n\n".join(f"가나다라마바사아자차 {word}." for word in WORDS)
    with working(services, ("read", "speak")), serving(Unfinished(plain(app))) as origin:
        sent = app.test_client().post("/texts", data={"title": "소리", "text": text})
        page = origin + sent.headers["Location"]
        with urllib.request.urlopen(page) as answer:  # noqa: S310 - loopback
            manifest = answer.read().decode().partition("/manifests/")[2][:64]
        urllib.request.urlopen(f"{origin}/audio/{manifest}.mp3").read()  # noqa: S310 - loopback
        yield page, f"{origin}/manifests/{manifest}.json"
    services.close()


def plain(app: Any) -> Callable:
    """The same without compression."""

    def call(environ: dict[str, Any], start: Callable) -> Any:
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        return app(environ, start)

    return call


def hand_overs(folder: Path, device: Device) -> None:
    """What a change of sentence adds to the pause, by the sound that reached the device."""
    with tones(folder) as (page, manifest):
        with urllib.request.urlopen(manifest) as answer:  # noqa: S310 - loopback
            order = json.load(answer)["readingOrder"]
        for name, browser in (("Chromium", in_chromium), ("Firefox", in_firefox)):
            with browser(folder, device) as (goto, window):
                for rate in RATES:
                    goto(page)
                    added = added_ms(heard(window, device, rate), order, rate)
                    tell(f"a hand-over adds, {name}, speed {rate}", added, "goal 30")


@contextmanager
def in_chromium(_: Path, device: Device) -> Iterator[tuple[Callable, Any]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=list(FLAGS),
            env=device.environ,
            ignore_default_args=["--mute-audio"],
        )
        page = browser.new_page(locale="ko-KR")
        yield page.goto, page
        browser.close()


@contextmanager
def in_firefox(folder: Path, device: Device) -> Iterator[tuple[Callable, Any]]:
    with firefox_in(made(folder / "profile"), free_port(), device.environ) as browser:
        yield browser.goto, browser


def heard(window: Any, device: Device, rate: float) -> bytearray:
    until(window, READY)
    window.evaluate(SET_RATE.format(rate))
    with device.recording() as samples:
        window.click("[data-act=toggle]")
        until(window, ENDED, within_ms=90_000)
        window.wait_for_timeout(500)
    return samples


def added_ms(samples: bytearray, order: Sequence[dict], rate: float) -> list[float]:
    """Silence between two tones over the pause that the manifest names, for each that is heard."""
    runs = tones_of(samples)
    added = []
    for entry, following in pairwise(order):
        own, other = pitch(entry), pitch(following)
        ends = [end for (_, end, is_at) in runs if is_at == own]
        begins = [
            begin for (begin, _, is_at) in runs if is_at == other and ends and begin > ends[-1]
        ]
        if own != other and begins:
            added.append(begins[0] - ends[-1] - entry["pauseMs"] / rate)
    return added


def pitch(entry: dict) -> int:
    return round((tone_hz(entry["spoken"]) - LOWEST_HZ) / STEP_HZ)


def tones_of(samples: bytearray) -> list[tuple[int, int, int]]:
    """Begin, end (ms) and pitch of every stretch of sound that is long enough to be told."""
    wave = np.frombuffer(bytes(samples[: len(samples) // 2 * 2]), dtype="<i2").astype(float)
    count = wave.size // WINDOW
    loud = np.flatnonzero(np.abs(wave[: count * WINDOW]).reshape(count, WINDOW).max(1) > LOUD)
    parts = np.split(loud, np.flatnonzero(np.diff(loud) > LEAST_GAP_MS) + 1)
    return [
        (int(part[0]), int(part[-1]) + 1, pitch_of(wave[part[0] * WINDOW : part[-1] * WINDOW]))
        for part in parts
        if part.size >= LEAST_RUN_MS
    ]


def pitch_of(wave: np.ndarray) -> int:
    strength = np.abs(np.fft.rfft(wave * np.hanning(wave.size)))
    return round((strength.argmax() * RATE_HZ / wave.size - LOWEST_HZ) / STEP_HZ)


def presses(folder: Path, runs: int) -> None:
    """From a press to 'playing', from a seek to its end, and until the player can be worked."""
    with whole_service(folder / "service", free_port()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        first, again, sought = [], [], []
        for seed in range(700, 700 + runs):
            page = browser.new_page(locale="ko-KR")
            place, manifest = opened(address, long_release(PAGES, seed))
            first += [pressed(page, place)]
            urllib.request.urlopen(f"{address}/audio/{manifest}.mp3").read()  # noqa: S310 - loopback
            again += [pressed(page, place) for _ in range(8)]
            sought += [page.evaluate(SEEK, share) for share in SOUGHT]
            page.close()
        tell(f"press to 'playing', {PAGES} pages that nobody has heard", first, "goal 300")
        tell(f"press to 'playing', {PAGES} pages, cached", again, "goal 100")
        tell("seek while playing, cached", sought, "goal 100")
        place, _ = opened(address, RELEASE.read_bytes())
        for throttle, goal in ((1, 150), (THROTTLE, 350)):
            ready(browser.new_page(locale="ko-KR"), place, throttle, runs, goal)
        browser.close()


def pressed(page: Page, place: str) -> float:
    """By somebody who has found the button: nobody presses as the page is being drawn."""
    page.goto(place)
    until(page, READY)
    page.wait_for_timeout(FOUND_AFTER_MS)
    took: float = page.evaluate(PRESS)
    return took


def ready(page: Page, place: str, throttle: int, runs: int, goal: int) -> None:
    page.add_init_script(NOTE_READY)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    found = []
    for _ in range(max(10, runs)):
        page.goto(place)
        until(page, READY)
        found.append(page.evaluate(SINCE_READY))
    speed = f"1/{throttle} of the processor"
    tell(f"ready since the page was asked for, {speed}", [at for at, _ in found], f"goal {goal}")
    tell(f"ready since its text was there, {speed}", [at for _, at in found], f"goal {goal}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
