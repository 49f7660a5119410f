"""What the player says by itself: the status line, and nothing else."""

import pytest

from tests.browser.conftest import until
from tests.browser.test_listening import (
    POSITION,
    READY,
    STATUS,
    TIME,
    make_whole,
    press,
    press_play_at_speed,
    unmade,
)
from tests.web.staging import KOREAN

WATCH = """
window.said = [];
new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent))
  .observe(document.querySelector('[role=status]'), { childList: true, characterData: true });
"""
LIVE = (
    "[...document.querySelectorAll("
    "'[aria-live], [role=alert], [role=log], [role=status], [role=timer], [role=marquee], output')]"
    ".map((each) => each.dataset.part ?? each.htmlFor.value)"
)
WAITING = "소리를 준비하고 있습니다."
SKIPPED = "소리로 만들지 못한 문장을 건너뜁니다."
FAILED = "소리를 재생하지 못했습니다. 재생을 다시 눌러 주세요."
REFUSED = '{"code": "engine-refused", "retryable": false}'


@pytest.fixture
def page(visit, fake):
    """A preview whose sentences are played one by one; what its status line says is kept."""
    page = visit(None)
    unmade(page)
    page.goto(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.evaluate(WATCH)
    return page


def refuse(page, visit, address):
    """Have sound refused for good; the browser's own lines about it are no trouble."""
    kind = "application/problem+json"
    page.route(address, lambda route: route.fulfill(status=503, content_type=kind, body=REFUSED))
    return visit.troubles.clear


@pytest.mark.parametrize("path", ["/listen?url={}", "/player?url={}"])
def test_nothing_else_on_the_page_is_live(visit, fake, path):
    page = visit(fake + path.format(KOREAN))
    until(page, READY)
    assert page.evaluate(LIVE) == ["look-kept", "status"] if "listen" in path else ["status"]


def test_it_is_silent_while_one_sentence_is_handed_to_the_next(page):
    press_play_at_speed(page, 4)
    until(page, f"({POSITION}).startsWith('문장 4/') && {TIME} > 0", within_ms=30_000)
    assert page.evaluate("said") == []


def test_a_wait_is_said_after_a_second_and_not_before(visit, fake):
    page = visit(None)
    unmade(page)
    page.clock.install()
    page.goto(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.evaluate(WATCH)
    held = []
    page.route("**/segments/*.mp3", lambda route: held.append(route))  # noqa: PLW0108 - it is bound
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    press(page, "재생")
    page.clock.run_for(900)
    assert page.evaluate("said") == []
    page.clock.run_for(200)
    page.clock.run_for(5000)
    assert page.evaluate("said") == [WAITING]
    page.unroute_all(behavior="ignoreErrors")


def test_a_sentence_that_is_passed_over_is_said_once(page, visit):
    order = page.evaluate(
        "fetch(document.querySelector('listen-player').getAttribute('manifest'))"
        ".then((answer) => answer.json()).then(({ readingOrder }) => readingOrder)"
    )
    forgive = refuse(page, visit, f"**{order[1]['url']}")
    press_play_at_speed(page, 4)
    until(page, f"({POSITION}).startsWith('문장 4/') && {TIME} > 0", within_ms=30_000)
    assert page.evaluate("said.filter(Boolean)") == [SKIPPED]
    assert page.evaluate(STATUS) in (SKIPPED, "")
    forgive()


def test_a_failure_is_said_with_what_can_be_done(visit, fake):
    page = visit(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    make_whole(page)
    page.evaluate(WATCH)
    forgive = refuse(page, visit, "**/audio/*")
    press(page, "재생")
    until(page, f"({STATUS}) === {FAILED!r}")
    assert page.evaluate("said.filter(Boolean)") == [FAILED]
    assert page.get_by_role("button", name="재생", exact=True).is_visible()
    forgive()
