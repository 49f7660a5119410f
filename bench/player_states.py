"""Pictures of the player in every state that people meet, for docs/player.md.

`python bench/player_states.py [FOLDER]` starts the service over fakes and writes one PNG a state. Look at
each of them: what tests cannot tell is whether it looks right.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from service.cli.crew import working
from service.web import create_app
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.browser.conftest import serving, until
from tests.browser.test_controls import RUNNING
from tests.browser.test_listening import MAKE_ALL, READY, STATUS, press
from tests.web.staging import ENGLISH, KOREAN, staged

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WIDE = {"width": 760, "height": 900}
NARROW = {"width": 320, "height": 900}
FAILED = '{"code": "engine-refused", "retryable": false}'
COLOURS = 64


def idle(page: Page) -> None:
    """Nothing was pressed."""


def opened(page: Page) -> None:
    """All settings."""
    page.get_by_text("이동과 설정").or_(page.get_by_text("Moving and settings")).first.click()


def preparing(page: Page) -> None:
    """The sound is late by more than a second."""
    held = []
    page.route("**/*.mp3", lambda route: held.append(route))  # noqa: PLW0108 - it is bound
    press(page, "재생")
    until(page, f"({STATUS}).length > 0")


def playing(page: Page) -> None:
    """A sentence is heard, and is marked in the text."""
    press(page, "재생")
    until(page, RUNNING)
    page.wait_for_timeout(700)


def failed(page: Page) -> None:
    """No sound comes, for good."""
    page.route(
        "**/*.mp3",
        lambda route: route.fulfill(
            status=503, content_type="application/problem+json", body=FAILED
        ),
    )
    press(page, "재생")
    until(page, f"({STATUS}).length > 0")
    page.wait_for_timeout(300)


def finished(page: Page) -> None:
    """All was heard."""
    press(page, "재생")
    until(page, RUNNING)
    page.get_by_role("slider", name="재생 위치").press("End")
    until(page, f"({STATUS}).includes('끝까지')", within_ms=30_000)


@dataclass(frozen=True)
class State:
    """How a page comes into a state, and what it is seen with."""

    name: str
    come: Callable[[Page], None]
    address: str = KOREAN
    options: dict = field(default_factory=dict)


STATES = (
    State("idle", idle),
    State("settings", opened),
    State("preparing", preparing),
    State("playing", playing),
    State("failed", failed),
    State("finished", finished),
    State("english", idle, ENGLISH),
    State("dark", playing, options={"color_scheme": "dark"}),
    State("forced-colours", playing, options={"forced_colors": "active", "color_scheme": "dark"}),
    State("narrow", playing, options={"viewport": NARROW}),
)


def main(folder: Path) -> None:
    """Draw every state."""
    folder.mkdir(parents=True, exist_ok=True)
    with origin() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for state in STATES:
            draw(browser, place, state, folder / f"player-{state.name}.png")
        browser.close()


def draw(browser: Browser, place: str, state: State, file: Path) -> None:
    """Bring a page into a state and keep a picture of the player."""
    page = browser.new_page(**{"locale": "ko-KR", "viewport": WIDE} | state.options)
    page.goto(
        f"{place}/listen?url={state.address}&lang={'ko' if state.address == KOREAN else 'en'}"
    )
    until(page, READY)
    page.evaluate(MAKE_ALL)
    page.reload()
    until(page, READY)
    state.come(page)
    page.locator("listen-player").screenshot(path=file)
    page.close()
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


@contextmanager
def origin() -> Iterator[str]:
    """A service over fakes."""
    with tempfile.TemporaryDirectory() as name:
        services = staged(Path(name), SAMPLE="yes", HANDOVER="yes", PAGE_WAIT_MS="20000")
        with working(services, ("read", "speak")), serving(create_app(services)) as place:
            yield place
        services.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
