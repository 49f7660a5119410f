"""The slider of time: which keys move the sound, and what it tells screen readers.

Keys as in W3C's ARIA Authoring Practices for sliders; a page key moves further than an arrow.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Locator
from visits import Visit

LEAST_S = 1
NEAR_END_S = 2
TAKES_MS = 400
FOCUS_MS = 5_000
NOTE = """
globalThis.sought = -1;
document.querySelector('audio').addEventListener('seeking', ({ target }) => { sought = target.currentTime });
"""
GO_TO_MIDDLE = """(() => {
  const audio = document.querySelector('audio');
  audio.currentTime = audio.duration / 2;
})()"""
TIME = "document.querySelector('audio').currentTime"
ALL = "document.querySelector('audio').duration"
PAUSED = "document.querySelector('audio').paused"
SAID = "(slider) => slider.getAttribute('aria-valuetext') ?? ''"
SPOKEN = "(slider) => slider.getAttribute('aria-valuetext') ?? slider.value"
# Which way each key moves the sound.
WAYS = {
    "ArrowRight": 1,
    "ArrowUp": 1,
    "ArrowLeft": -1,
    "ArrowDown": -1,
    "PageUp": 1,
    "PageDown": -1,
}
KEYS = (*WAYS, "Home", "End")
FURTHER = {"PageUp": "ArrowUp", "PageDown": "ArrowDown"}
CLOCK = re.compile(r"\d:\d\d")
KOREAN_UNITS = re.compile(r"\d+ ?[분초]")


@dataclass(frozen=True, slots=True)
class Slider:
    """How a slider serves: keys that work, its value in words, changes spoken while it is left alone."""

    keys: tuple[str, ...]
    said: str
    changes: int

    @property
    def is_in_words(self) -> bool:
        return bool(KOREAN_UNITS.search(self.said)) and not CLOCK.search(self.said)

    @property
    def kind(self) -> str:
        return "yes" if self.is_in_words else f"no: {self.said or 'none'}"


def slider_of(visit: Visit) -> Slider:
    """Use the slider while the sound plays."""
    slider = visit.page.locator(visit.player.seek).first
    _play(visit)
    visit.evaluate(NOTE)
    jumps = {key: _jump(visit, slider, key) for key in KEYS}
    # After End the sound may be over.
    _middle(visit, slider)
    slider.press("ArrowRight")
    visit.page.wait_for_timeout(TAKES_MS)
    said = str(slider.evaluate(SAID))
    return Slider(_working(jumps, float(visit.evaluate(ALL))), said, _changes(visit, slider))


def _play(visit: Visit) -> None:
    if visit.evaluate(PAUSED):
        visit.page.locator(visit.player.play).first.click()
    visit.until(f"!{PAUSED} && {TIME} > 0.2")


def _middle(visit: Visit, slider: Locator) -> None:
    """Stand in the middle without a pointer, which Plyr's slider would still follow."""
    _play(visit)
    visit.evaluate(GO_TO_MIDDLE)
    visit.page.wait_for_timeout(TAKES_MS)
    slider.focus()


def _jump(visit: Visit, slider: Locator, key: str) -> tuple[float, float]:
    """Where the sound was before a key, and where it was sent; -1: nowhere."""
    _middle(visit, slider)
    visit.evaluate("sought = -1")
    before = float(visit.evaluate(TIME))
    slider.press(key)
    visit.page.wait_for_timeout(TAKES_MS)
    return before, float(visit.evaluate("sought"))


def _working(jumps: dict[str, tuple[float, float]], all_s: float) -> tuple[str, ...]:
    moved = {key: way * _moved_s(*jumps[key]) for key, way in WAYS.items()}
    works = {key: moved[key] >= LEAST_S and _is_far(key, moved) for key in WAYS}
    works["Home"] = 0 <= jumps["Home"][1] < NEAR_END_S
    works["End"] = jumps["End"][1] > all_s - NEAR_END_S
    return tuple(key for key in KEYS if works[key])


def _moved_s(before: float, after: float) -> float:
    return after - before if after >= 0 else 0


def _is_far(key: str, moved: dict[str, float]) -> bool:
    """A page key moves further than its arrow."""
    return key not in FURTHER or moved[key] > moved[FURTHER[key]]


def _changes(visit: Visit, slider: Locator) -> int:
    """How often its value changes under focus while the sound plays: screen readers say each."""
    _middle(visit, slider)
    said = [slider.evaluate(SPOKEN)]
    for _ in range(0, FOCUS_MS, 100):
        visit.page.wait_for_timeout(100)
        said.append(slider.evaluate(SPOKEN))
    return sum(one != other for one, other in pairwise(said))
