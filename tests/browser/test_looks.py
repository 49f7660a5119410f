"""Every page under axe, at 320 pixels, in the dark and in forced colours."""

import pytest

from service.web import create_app
from tests.browser.conftest import BOARD, in_schemes, serving, troubles, until, violations
from tests.web.staging import CHAPTERS, ENGLISH, KOREAN, SCANNED, TABLES, VISIT_EN, VISIT_KO, staged

PAGES = {
    "home": ("/", 200),
    "preview": (f"/listen?url={KOREAN}", 200),
    "preview in English": (f"/listen?url={KOREAN}&lang=en", 200),
    "tables by rows": (f"/listen?url={TABLES}", 200),
    "tables by columns": (f"/listen?url={TABLES}&tables=columns&lang=en", 200),
    "chapters": (f"/listen?url={CHAPTERS}", 200),
    "chapters in English": (f"/listen?url={CHAPTERS}&lang=en", 200),
    "pair": (f"/listen?url={VISIT_KO}&with={VISIT_EN}", 200),
    "pair in turns": (f"/listen?url={VISIT_KO}&with={VISIT_EN}&order=turns&lang=en", 200),
    "statement": ("/accessibility", 200),
    "player": (f"/player?url={KOREAN}", 200),
    "error": ("/nowhere", 404),
    "unreadable": (f"/listen?url={SCANNED}", 422),
    "sample board": (BOARD, 200),
}
SAID = "document.querySelector('[role=status]').textContent"
READY = "!document.querySelector('listen-player') || document.querySelector('[data-ready]')"


@pytest.fixture(scope="module")
def waiting_origin(tmp_path_factory):
    """A service where nobody reads: every document is being waited for."""
    services = staged(tmp_path_factory.mktemp("waiting"), PAGE_WAIT_MS="0")
    with serving(create_app(services)) as origin:
        yield origin
    services.close()


@pytest.mark.kwcag("5.1.1", "5.4.3", "6.4.3", "7.3.2", "8.2.1")
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, fake, name):
    path, status = PAGES[name]
    page = visit(fake + path, expected_status=status)
    until(page, READY)
    assert in_schemes(page, troubles) == {}


def troubles_while_spoken(page):
    until(page, "document.querySelector('.is-spoken')")
    return violations(page)


def test_axe_finds_nothing_while_a_sentence_is_spoken(visit, fake):
    page = visit(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.get_by_role("button", name="재생").click()
    until(page, "document.querySelector('.is-spoken')")
    assert in_schemes(page, troubles_while_spoken, but=("narrow",)) == {}


def test_axe_finds_nothing_with_all_settings_open_while_paused(visit, fake):
    page = visit(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.get_by_text("이동과 설정").click()
    page.get_by_role("button", name="재생").click()
    until(page, "document.querySelector('.is-spoken')")
    page.get_by_role("button", name="정지", exact=True).click()
    until(page, "!document.querySelector('[data-part=read]').hidden")
    assert in_schemes(page, troubles) == {}


def test_axe_finds_nothing_when_everything_was_heard(visit, fake):
    page = visit(f"{fake}/listen?url={ENGLISH}&lang=en")
    until(page, READY)
    page.get_by_role("slider", name="Speed").fill("4")
    page.get_by_role("button", name="Play").click()
    until(page, f"{SAID} === 'You have heard everything.'", within_ms=20_000)
    assert violations(page) == []


def test_axe_finds_nothing_on_the_waiting_page(visit, waiting_origin):
    page = visit(f"{waiting_origin}/listen?url={KOREAN}", expected_status=202)
    assert violations(page) == []


@pytest.mark.kwcag("6.1.3")
def test_targets_of_the_player_are_large_enough_for_fingers(visit, fake):
    page = visit(f"{fake}/listen?url={KOREAN}", viewport={"width": 320, "height": 640})
    until(page, READY)
    page.get_by_text("이동과 설정").click()
    targets = "button, summary, select, input[type=range], label:has([type=checkbox])"
    for control in page.locator("listen-player").locator(targets).all():
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("width", [1280, 500, 320])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_player_moves_nothing_when_it_takes_over(visit, fake, width, language):
    page = visit(None, viewport={"width": width, "height": 800})
    held = []
    page.route("**/listen-player.mjs", lambda route: held.append(route))  # noqa: PLW0108 - it is bound
    page.goto(f"{fake}/listen?url={KOREAN}&lang={language}", wait_until="commit")
    until(page, "document.querySelector('audio')?.clientHeight > 0")
    before = page.locator("#text").bounding_box()["y"]
    assert page.get_by_role("slider").count() == 0
    until_held(page, held)
    held[0].continue_()
    until(page, READY.partition("|| ")[2])
    assert page.locator("#text").bounding_box()["y"] == before


def until_held(page, held):
    while not held:
        page.wait_for_timeout(10)


def test_the_waiting_page_shows_the_document_once_it_is_read(visit, tmp_path):
    from service.cli.crew import working  # noqa: PLC0415 - one test needs it

    services = staged(tmp_path, PAGE_WAIT_MS="0")
    with serving(create_app(services)) as origin:
        page = visit(f"{origin}/listen?url={KOREAN}", expected_status=202)
        with working(services, ("read",)):
            page.locator("#text").wait_for()
    services.close()
