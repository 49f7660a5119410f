"""The script tag on a page of another origin, under that page's own strict policy."""

from urllib.parse import parse_qs, urlsplit

import pytest

from service.cli.crew import working
from service.web import create_app
from tests.browser.conftest import BOARD, PORTAL_POLICY, serving, until
from tests.web.staging import ENGLISH, KOREAN, staged

PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>Portal</title>
<link rel="icon" href="data:,"><script src="{service}/embed.js" defer></script></head><body>
<main><h1>보도자료</h1><ul>
<li><a data-listen="{first}" href="/file.pdf" title="보도자료.pdf">첨부파일</a></li>
<li><a data-listen href="{service}/listen?url={second}">Release</a></li>
<li><a href="/other">다른 링크</a></li>
</ul></main></body></html>"""
SOUNDS = "document.querySelector('audio').currentTime > 0.1"
SILENT = "document.querySelector('audio').paused"


@pytest.fixture
def framing(portal, fake):
    """The portal with two marked links."""
    portal.page = PAGE.format(service=fake, first=KOREAN, second=ENGLISH)
    portal.policy = PORTAL_POLICY.format(fake) + "; img-src data:"
    return portal.origin


def player_frame(page):
    until(page, "document.querySelector('iframe') !== null")
    frame = page.query_selector("iframe").content_frame()
    until(frame, "document.querySelector('listen-player[data-ready]') !== null")
    return frame


def test_a_button_stands_beside_each_marked_link_and_no_other(visit, framing):
    page = visit(framing)
    names = [each.get_attribute("aria-label") for each in page.locator("button").all()]
    assert names == ["음성듣기: 보도자료.pdf", "음성듣기: Release"]
    assert page.locator("button").first.get_attribute("aria-expanded") == "false"


def test_where_the_frame_stays_empty_a_link_leads_to_the_sound(visit, portal, tmp_path):
    services = staged(tmp_path)
    with working(services, ("read", "speak")), serving(create_app(services)) as stranger:
        portal.page = PAGE.format(service=stranger, first=KOREAN, second=ENGLISH)
        portal.policy = PORTAL_POLICY.format(stranger) + "; img-src data:"
        page = visit(portal.origin)
        page.get_by_role("button", name="음성듣기: 보도자료.pdf").click()
        link = page.get_by_role("link", name="재생기가 보이지 않으면 새 창에서 듣기")
        link.wait_for()
        with page.expect_popup() as opened:
            link.click()
        until(opened.value, "document.querySelector('listen-player[data-ready]') !== null")
    assert any("frame-ancestors" in each for each in visit.troubles)
    visit.troubles.clear()  # the browser's own line about the frame
    services.close()


def test_where_the_frame_speaks_no_other_link_is_offered(visit, framing):
    page = visit(framing)
    page.get_by_role("button", name="음성듣기: 보도자료.pdf").click()
    player_frame(page)
    until(page, "document.querySelector('iframe').dataset.listenSeen !== undefined")
    page.wait_for_timeout(4200)
    assert page.get_by_role("link", name="새 창에서 듣기").count() == 0


def test_one_press_plays_in_a_frame_and_another_stops(visit, framing):
    page = visit(framing)
    button = page.get_by_role("button", name="음성듣기: 보도자료.pdf")
    button.click()
    frame = player_frame(page)
    until(frame, SOUNDS)
    assert button.get_attribute("aria-expanded") == "true"
    button.click()
    until(frame, SILENT)
    assert button.get_attribute("aria-expanded") == "false"
    assert not page.locator("iframe").is_visible()


def test_one_player_speaks_at_a_time(visit, framing):
    page = visit(framing)
    frames = []
    for place in (0, 1):
        page.get_by_role("button").nth(place).click()
        until(page, f"document.querySelectorAll('iframe').length === {place + 1}")
        frames.append(page.query_selector_all("iframe")[place].content_frame())
        until(frames[place], SOUNDS)
    until(frames[0], SILENT)
    assert not frames[1].evaluate(SILENT)
    frames[0].get_by_role("button", name="재생").click()
    until(frames[1], SILENT)
    assert not frames[0].evaluate(SILENT)


def test_a_frame_that_plays_before_its_script_is_there_says_so(visit, framing, fake):
    page = visit(None)
    held = []
    page.route("**/frame.mjs", lambda route: held.append(route))  # noqa: PLW0108 - it is bound
    page.goto(framing)
    page.evaluate(
        "window.said = []; addEventListener('message', ({ data }) => said.push(data.type))"
    )
    page.get_by_role("button", name="음성듣기: 보도자료.pdf").click()
    until(page, "document.querySelector('iframe') !== null")
    frame = page.query_selector("iframe").content_frame()
    until(frame, "document.querySelector('audio') !== null")
    frame.evaluate("document.querySelector('audio').play()")
    until(frame, SOUNDS)
    assert "listen-playing" not in page.evaluate("said")
    held[0].continue_()
    until(page, "said.includes('listen-playing')")


def test_the_frame_shows_the_sentence_and_has_a_title(visit, framing):
    page = visit(framing)
    page.get_by_role("button", name="음성듣기: Release").click()
    frame = player_frame(page)
    until(frame, "document.querySelector('[data-part=sentence]').textContent !== ''")
    assert page.locator("iframe").get_attribute("title") == "음성듣기 재생기: Release"


@pytest.mark.parametrize(
    ("mark", "asked"),
    [
        ('data-listen data-listen-tables="columns" href="{}"', "columns"),
        ('href="{fake}/listen?url={}&tables=short"', "short"),
        ('data-listen href="{}"', None),
    ],
)
def test_the_frame_reads_tables_as_the_link_asks(visit, portal, fake, mark, asked):
    link = mark.format(KOREAN, fake=fake)
    portal.page = f'<html lang="ko"><a {link}>글</a><script src="{fake}/embed.js"></script>'
    portal.policy = PORTAL_POLICY.format(fake)
    page = visit(portal.origin)
    page.get_by_role("button", name="음성듣기: 글").click()
    player_frame(page)
    address = urlsplit(page.locator("iframe").get_attribute("src"))
    assert parse_qs(address.query).get("tables") == (asked and [asked])


def test_the_frame_is_as_tall_as_what_it_holds(visit, framing):
    page = visit(framing, viewport={"width": 320, "height": 700})
    page.get_by_role("button", name="음성듣기: 보도자료.pdf").click()
    frame = player_frame(page)
    until(frame, "document.documentElement.scrollHeight <= innerHeight")
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_key_press_is_as_good_as_a_click(visit, framing):
    page = visit(framing)
    page.get_by_role("button", name="음성듣기: 보도자료.pdf").focus()
    page.keyboard.press("Enter")
    until(player_frame(page), SOUNDS)


def test_a_page_that_is_not_listed_cannot_hold_the_player(visit, portal, fake):
    portal.page = f'<!doctype html><title>x</title><iframe src="{fake}/player?url={KOREAN}">'
    portal.policy = f"default-src 'none'; frame-src {fake}; img-src data:"
    page = visit(portal.origin.replace("127.0.0.1", "localhost"))
    page.wait_for_timeout(500)
    frame = page.query_selector("iframe").content_frame()
    assert frame.evaluate("document.querySelector('listen-player') === null")
    assert any("frame-ancestors" in each for each in visit.troubles)
    visit.troubles.clear()


def test_only_the_page_that_holds_the_player_is_heard(visit, portal, fake):
    portal.page = f'<!doctype html><title>x</title><iframe src="{fake}/player?url={KOREAN}">'
    portal.policy = f"default-src 'none'; frame-src {fake}; img-src data:"
    page = visit(portal.origin)
    frame = player_frame(page)
    frame.evaluate("postMessage({type: 'listen-play'}, '*')")
    page.wait_for_timeout(300)
    assert frame.evaluate(SILENT)


def test_a_player_without_a_holder_hears_no_message(visit, fake):
    page = visit(f"{fake}/player?url={KOREAN}")
    until(page, "document.querySelector('listen-player[data-ready]') !== null")
    page.evaluate("postMessage({type: 'listen-play'}, '*')")
    page.wait_for_timeout(300)
    assert page.evaluate(SILENT)


def test_the_sample_board_carries_the_same_button(visit, real):
    page = visit(real + BOARD)
    page.get_by_role("button", name="음성듣기").first.click()
    frame = player_frame(page)
    until(frame, SOUNDS)
    first = until(frame, "document.querySelector('[data-part=sentence]').textContent")
    until(frame, f"document.querySelector('[data-part=sentence]').textContent !== {first!r}")


def test_from_the_board_to_the_preview_and_its_sound(visit, real):
    page = visit(real + BOARD)
    page.get_by_role("link", name="미리보기/음성듣기").click()
    until(page, "document.querySelector('listen-player[data-ready]') !== null", within_ms=20_000)
    page.get_by_role("button", name="재생").click()
    until(page, SOUNDS)
    marked = "document.querySelector('.is-spoken')?.id"
    first = until(page, marked)
    until(page, f"({marked}) && ({marked}) !== {first!r}", within_ms=20_000)
