"""The first pages of a document of which the others are still being read, as people meet them."""

from dataclasses import replace

import pytest

from service.cli.crew import working
from service.web import create_app
from tests.browser.conftest import serving, until, violations
from tests.web.staging import KOREAN, GatedExtractor, staged

STATUS = "document.querySelector('.part__status').textContent"
TOP = "document.querySelector('article').getBoundingClientRect().top"
MORE = "더 읽은 데까지 보기"


@pytest.fixture
def growing(tmp_path):
    """A service whose reader stops behind page 8; gives its origin and the gate."""
    extractor = GatedExtractor()
    made = staged(tmp_path, PART_WAIT_MS="50", PAGE_WAIT_MS="5000")
    services = replace(made, extractor=extractor)
    with working(services, ("read", "speak")), serving(create_app(services)) as origin:
        yield f"{origin}/listen?url={KOREAN}", extractor.gate
        extractor.gate.set()
    services.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_first_pages(growing, visit, width):
    page = visit(growing[0], viewport={"width": width, "height": 800})
    assert page.get_by_text("전체 100쪽 가운데 8쪽까지 읽었습니다.").is_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_end_of_reading_is_said_and_moves_neither_text_nor_focus(growing, visit):
    address, gate = growing
    page = visit(address)
    page.get_by_role("link", name=MORE).focus()
    until(page, "document.querySelector('listen-player button')")
    before = page.evaluate(TOP)
    gate.set()
    until(page, f"{STATUS}.includes('다 읽었습니다')")
    assert page.evaluate(TOP) == before
    assert page.evaluate("document.activeElement.textContent") == MORE
    assert page.url == address
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('.part') && document.querySelector('article table')")


def test_without_scripts_the_link_leads_to_the_rest(growing, visit):
    address, gate = growing
    page = visit(address, java_script_enabled=False)
    gate.set()
    page.wait_for_timeout(300)
    page.get_by_role("link", name=MORE).click()
    page.wait_for_load_state()
    assert page.locator(".part").count() == 0
    assert page.locator("article table").count() == 1


def test_a_page_that_waits_opens_the_first_pages_by_itself(visit, tmp_path):
    extractor = GatedExtractor()
    services = replace(staged(tmp_path, PAGE_WAIT_MS="0"), extractor=extractor)
    with serving(create_app(services)) as origin:
        page = visit(f"{origin}/listen?url={KOREAN}", expected_status=202)
        with working(services, ("read",)):
            until(page, "document.querySelector('.part')")
            extractor.gate.set()
    services.close()
