"""The original's pages as pictures, as people who see meet them, and what others notice of them."""

import base64
from urllib.parse import quote

import pytest

from tests.browser.conftest import in_schemes, troubles, until
from tests.browser.test_appearance import COVERED, FLAT, SMALL, UNNAMED
from tests.web.staging import KOREAN, PRINTED

READY = "document.querySelector('listen-player[data-ready]') !== null"
BROAD = {"width": 1400, "height": 900}
SAMPLE = "https://www.mohw.example/boardDownload.es?bid=0032&list_no=377210&seq=1"
WATCH_SHIFTS = """(() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) shifts.push(each.value);
  }).observe({ type: 'layout-shift' });
})()"""
COME = "(() => { const all = [...document.querySelectorAll('{} img')]; return all.length && all.every((each) => each.complete && each.naturalWidth); })()"
WHERE = """(() => {
  const box = document.querySelector('.beside').getBoundingClientRect();
  const others = [...document.querySelectorAll('header, main, footer')];
  const isBeside = others.every((each) => each.getBoundingClientRect().right <= box.left);
  return isBeside && box.top === 0 && box.bottom === innerHeight && box.right <= innerWidth;
})()"""


@pytest.fixture
def opened(visit, fake):
    """The preview of a PDF; `asked` are the numbers of the pages whose picture was asked for."""

    def open_page(*chosen, language="ko", address=PRINTED, **options):
        page = visit(None, **options)
        page.asked = []
        page.on("request", lambda request: note(page, request.url))
        page.goto(f"{fake}/listen?url={address}&lang={language}")
        if options.get("java_script_enabled", True):
            until(page, READY)
        if chosen:
            page.locator(".appearance > summary").click()
        for name in chosen:
            page.locator(f"#look-{name}").check()
        return page

    def note(page, url):
        if "/pictures/" in url:
            page.asked.append(int(url.rpartition("/")[2].removesuffix(".webp")))

    return open_page


def come(place):
    return COME.replace("{}", place)


def unfold(page, number):
    page.locator(".page-picture summary").nth(number - 1).click()


def go_through(page):
    """Scroll from the beginning to the end as somebody does who looks for something."""
    for _ in range(12):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(10)


def test_no_picture_is_asked_for_before_somebody_wants_it(opened):
    page = opened()
    go_through(page)
    page.wait_for_timeout(300)
    assert page.asked == []


def test_a_picture_is_asked_for_when_it_is_unfolded_and_moves_nothing_when_it_comes(opened):
    page = opened()
    unfold(page, 2)
    page.evaluate(WATCH_SHIFTS)
    height = page.locator(".page-picture[open]").bounding_box()["height"]
    until(page, come(".page-picture[open]"))
    assert page.asked == [2]
    assert page.locator(".page-picture[open]").bounding_box()["height"] == height
    page.wait_for_timeout(100)
    assert page.evaluate("shifts") == []
    box = page.locator(".page-picture[open] img").bounding_box()
    assert box["width"] / box["height"] == pytest.approx(1240 / 876, abs=0.02)


def test_folding_and_unfolding_asks_once(opened):
    page = opened()
    for _ in range(3):
        unfold(page, 1)
    until(page, come(".page-picture[open]"))
    assert page.asked == [1]
    assert page.locator("article img").count() == 1


def test_a_picture_that_cannot_be_had_says_so_and_the_text_stays(opened, visit):
    page = opened()
    unfold(page, 3)
    until(page, "document.querySelector('.page-picture__failed')")
    assert page.get_by_text("그림을 불러오지 못했습니다.").is_visible()
    assert page.locator("article img").count() == 0
    assert page.get_by_text("셋째 쪽의 항목이다.").is_visible()
    (told,) = visit.troubles
    assert "status of 422" in told
    visit.troubles.clear()


def test_a_picture_can_be_opened_by_itself_without_scripts(opened):
    page = opened(java_script_enabled=False)
    go_through(page)
    unfold(page, 2)
    assert page.asked == []
    page.get_by_role("link", name="2쪽 그림만 크게 보기").click()
    page.wait_for_url("**/2.webp")
    assert page.asked == [2]


@pytest.mark.kwcag("6.1.1")
def test_a_picture_is_unfolded_by_keyboard_and_focus_stays(opened):
    page = opened()
    page.locator(".page-picture summary").first.focus()
    page.keyboard.press("Enter")
    until(page, come(".page-picture[open]"))
    assert page.evaluate("document.activeElement.matches('.page-picture summary')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "1쪽 그림만 크게 보기"
    assert page.evaluate(COVERED) == ""


def spoken(page):
    """Roles and names that assistive technology is told of, without boxes that have no name."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    found = [
        (each["role"]["value"], each.get("name", {}).get("value", ""))
        for each in nodes
        if not each["ignored"]
    ]
    return [(role, name) for role, name in found if "그림" in name or role in ("image", "img")]


@pytest.mark.kwcag("5.1.1")
def test_who_does_not_see_is_told_of_a_picture_once_and_never_of_its_dots(opened):
    page = opened()
    before = spoken(page)
    assert ("DisclosureTriangle", "2쪽 원문 그림") in before
    unfold(page, 2)
    until(page, come(".page-picture[open]"))
    after = spoken(page)
    added = [each for each in after if each not in before]
    assert ("link", "2쪽 그림만 크게 보기") in added
    assert not [role for role, _ in after if role in ("image", "img")]


def test_beside_the_text_the_picture_follows_the_page_that_is_read(opened):
    page = opened("pages-beside", viewport=BROAD)
    page.locator("#page-1").scroll_into_view_if_needed()
    until(page, come(".beside"))
    assert (
        page.evaluate("document.querySelector('.beside a').textContent") == "1쪽 그림만 크게 보기"
    )
    page.evaluate("document.getElementById('page-2').scrollIntoView(); 1")
    until(page, "document.querySelector('.beside a').textContent.startsWith('2쪽')")
    assert page.asked == [1, 2]
    assert page.evaluate(WHERE)


def test_beside_the_text_nothing_moves_when_pictures_change(opened):
    page = opened("pages-beside", viewport=BROAD)
    page.evaluate("document.getElementById('page-1').scrollIntoView(); 1")
    until(page, come(".beside"))
    page.wait_for_timeout(600)  # what a press moved does not count
    page.evaluate(WATCH_SHIFTS)
    page.evaluate("document.getElementById('page-2').scrollIntoView(); 1")
    until(page, "document.querySelector('.beside a').textContent.startsWith('2쪽')")
    page.wait_for_timeout(100)
    assert page.evaluate("shifts") == []


def test_pages_that_are_only_passed_are_not_asked_for(opened):
    page = opened("pages-beside", viewport=BROAD)
    until(page, come(".beside"))
    page.evaluate(
        """(async () => {
          for (const id of ['page-2', 'page-3', 'page-4', 'page-2', 'page-1']) {
            document.getElementById(id).scrollIntoView();
            await new Promise((done) => setTimeout(done, 20));
          }
        })()"""
    )
    page.wait_for_timeout(400)
    assert page.asked == [1]


def test_where_there_is_no_room_beside_the_text_pictures_are_unfolded_at_their_page(opened):
    page = opened("pages-beside", viewport={"width": 1000, "height": 800})
    assert not page.locator(".beside").is_visible()
    assert page.locator(".page-picture").first.is_visible()
    page.wait_for_timeout(300)
    assert page.asked == []


def test_who_wants_no_pictures_meets_none(opened):
    page = opened("pages-none", viewport=BROAD)
    assert not page.locator(".page-picture").first.is_visible()
    assert not page.locator(".beside").is_visible()
    told = [name for role, name in spoken(page) if role in ("DisclosureTriangle", "link", "image")]
    assert told == []


def test_the_choice_is_remembered_on_request(opened):
    page = opened("pages-beside", "kept", viewport=BROAD)
    page.reload()
    until(page, come(".beside"))
    assert page.locator("#look-pages-beside").is_checked()


def test_a_page_without_pictures_stays_as_wide_as_it_was(opened):
    page = opened(address=KOREAN, viewport=BROAD)
    before = page.locator(".main").bounding_box()["width"]
    page.locator(".appearance > summary").click()
    page.locator("#look-pages-beside").check()
    assert page.locator(".main").bounding_box()["width"] == before


def odd(page):
    """What axe finds, what scrolls sideways, what has no name and what is too small."""
    return troubles(page) + page.evaluate(UNNAMED) + page.evaluate(SMALL)


@pytest.mark.kwcag("5.4.3", "8.1.1")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_axe_finds_nothing_with_a_picture_unfolded(opened, language):
    page = opened(language=language)
    unfold(page, 1)
    unfold(page, 2)
    until(page, come(".page-picture[open]"))
    assert in_schemes(page, odd) == {}


@pytest.mark.kwcag("5.4.3", "8.1.1")
def test_axe_finds_nothing_with_the_picture_beside_the_text(opened):
    page = opened("pages-beside", viewport=BROAD)
    until(page, come(".beside"))
    assert odd(page) == []
    for name in ("theme-yellow-on-black", "size-300", "width-full"):
        page.locator(f"#look-{name}").check()
    until(page, come(".beside"))
    assert odd(page) == []


def test_at_four_hundred_percent_a_picture_stays_in_the_window(opened):
    page = opened("size-300", "spacing-widest", viewport={"width": 320, "height": 225})
    unfold(page, 2)
    until(page, come(".page-picture[open]"))
    parts = page.locator(".page-picture, .page-picture summary, .page-picture img, .page-picture a")
    boxes = [each.bounding_box() for each in parts.all()]
    assert len(boxes) >= 8
    assert all(box is None or box["x"] + box["width"] <= 320 for box in boxes)


@pytest.mark.kwcag("5.4.4")
@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_what_unfolds_a_picture_stands_out(opened, options):
    page = opened(**options)
    boxes = page.evaluate(
        """[...document.querySelectorAll('.page-picture summary')]
          .map((each) => [each.outerHTML, each.getBoundingClientRect()])
          .map(([html, box]) => [html, box.x, box.y + scrollY, box.width, box.height])"""
    )
    picture = page.screenshot(full_page=True)
    viewer = page.context.new_page()
    assert len(boxes) == 3
    assert viewer.evaluate(FLAT, [base64.b64encode(picture).decode(), boxes]) == []


def test_pictures_are_not_printed(opened):
    page = opened("pages-beside", viewport=BROAD)
    until(page, come(".beside"))
    page.emulate_media(media="print")
    assert not page.locator(".beside").is_visible()
    assert not page.locator(".page-picture").first.is_visible()


def test_listening_takes_the_picture_along(opened):
    page = opened("pages-beside", viewport=BROAD)
    page.get_by_text("이동과 설정").click()
    page.get_by_role("button", name="재생", exact=True).click()
    for _ in ("page 1, behind the title", "page 2"):
        page.get_by_role("button", name="다음 쪽").click()
    page.get_by_text(
        "이동과 설정"
    ).click()  # the player stays in view again, and the text goes along
    until(page, "document.querySelector('.beside a')?.textContent.startsWith('2쪽')")


def test_beside_a_page_without_a_picture_nothing_is_shown(opened):
    page = opened("pages-beside", viewport=BROAD)
    page.evaluate("scrollTo(0, document.body.scrollHeight); 1")
    until(page, "document.querySelector('.beside').dataset.page === 'page-4'")
    assert page.locator(".beside a").count() == 0
    assert 4 not in page.asked


def test_the_real_service_draws_the_pages_of_a_real_file(visit, real):
    page = visit(f"{real}/")
    page.goto(f"{real}/listen?url={quote(SAMPLE, safe='')}")
    unfold(page, 3)
    until(page, come(".page-picture[open]"))
    assert page.evaluate("document.querySelector('article img').naturalWidth") == 1240
