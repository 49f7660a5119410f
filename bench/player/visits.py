"""Chromium, and pages that note what goes wrong in them. The policy of a page stays in force:
whatever is looked at goes over the browser's own protocol."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypedDict

from players import Player
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser.chromium import LOOK_EVERY_MS

WIDE = {"width": 1280, "height": 900}
SETTLED_MS = 1500

WATCH = """
globalThis.refused = 0;
globalThis.shifted = 0;
document.addEventListener('securitypolicyviolation', () => { refused += 1 });
new PerformanceObserver((list) => list.getEntries().forEach((each) => { shifted += each.value }))
  .observe({ type: 'layout-shift', buffered: true });
"""
# A press is taken when sound is asked for. Nothing sounds here: only the asking counts.
PRESS = """
globalThis.taken = 0;
HTMLMediaElement.prototype.play = function () {
  taken ||= performance.now();
  return Promise.resolve();
};
new MutationObserver((_, observer) => {
  globalThis.readyAt = performance.now();
  observer.disconnect();
}).observe(document, { subtree: true, attributeFilter: ['data-ready'] });
const pressing = setInterval(() => {
  if (taken) clearInterval(pressing);
  else document.querySelector(%s)?.click();
}, 1);
"""


class Options(TypedDict, total=False):
    """What a visit may differ in."""

    viewport: dict[str, int]
    color_scheme: Literal["dark", "light"]
    forced_colors: Literal["active", "none"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a page: what for, and how many bytes came over the wire with the headers."""

    address: str
    kind: str
    size_bytes: int = 0


@dataclass
class Visit:
    """A page with a player, what it asked for, and what the browser complained about."""

    page: Page
    player: Player
    session: CDPSession
    asked: dict[str, Asked] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors and requests from now on."""
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.session.on("Network.requestWillBeSent", self.note_request)
        self.session.on("Network.loadingFinished", self.note_answer)
        self.send("Network.enable")
        self.send("Performance.enable", timeDomain="threadTicks")

    def note_request(self, told: dict[str, Any]) -> None:
        self.asked[told["requestId"]] = Asked(told["request"]["url"], told.get("type", ""))

    def note_answer(self, told: dict[str, Any]) -> None:
        if (name := told["requestId"]) in self.asked:
            size = int(told["encodedDataLength"])
            self.asked[name] = replace(self.asked[name], size_bytes=size)

    def hear(self, said: ConsoleMessage) -> None:
        """Note an error; what the policy refused is counted by itself."""
        if said.type == "error" and "Content Security Policy" not in said.text:
            self.complaints.append(said.text)

    def send(self, command: str, **given: object) -> dict[str, Any]:
        """A command of the browser's protocol."""
        return self.session.send(command, given)

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def until(self, expression: str, within_ms: int = 10_000) -> Any:
        """Wait until an expression is true, and give its value."""
        for _ in range(0, within_ms, LOOK_EVERY_MS):
            if value := self.page.evaluate(expression):
                return value
            self.page.wait_for_timeout(LOOK_EVERY_MS)
        raise TimeoutError(f"{self.player.name}: never true: {expression}")

    def open_all(self) -> None:
        """Show what is folded away."""
        for opener in self.player.openers:
            self.page.locator(opener).first.click()
        self.page.wait_for_timeout(LOOK_EVERY_MS * 20)


@contextmanager
def visiting(
    browser: Browser, player: Player, address: str, options: Options | None = None, *, slow: int = 0
) -> Iterator[Visit]:
    """Open a page as somebody who was never there; `slow`: how many times slower to compute, and
    the play button is pressed until it answers."""
    context = browser.new_context(**({"locale": "ko-KR", "viewport": WIDE} | (options or {})))  # type: ignore[arg-type]
    page = context.new_page()
    visit = Visit(page, player, context.new_cdp_session(page))
    visit.watch()
    page.add_init_script(WATCH)
    if slow:
        page.add_init_script(PRESS % json.dumps(player.play))
        visit.send("Emulation.setCPUThrottlingRate", rate=slow)
    try:
        yield _gone_to(visit, address)
    finally:
        context.close()


def _gone_to(visit: Visit, address: str) -> Visit:
    answer = visit.page.goto(address)
    if not answer or not answer.ok:
        sys.exit(f"{visit.player.name}: {address} was not answered")
    return visit
