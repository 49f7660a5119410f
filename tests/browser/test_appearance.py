"""The display settings as people with low vision use them, and what stays true whatever they choose."""

import base64

import pytest

from tests.browser.conftest import NARROW, in_schemes, troubles, until, violations
from tests.web.staging import CHAPTERS

READY = "document.querySelector('listen-player[data-ready]') !== null"
BACKGROUND = "getComputedStyle(document.querySelector('.main')).backgroundColor"
SIZE = "getComputedStyle(document.querySelector('.document')).fontSize"
KEPT = "localStorage.getItem('deutgi-appearance')"
GUIDE = "document.querySelector('.reading-guide').getBoundingClientRect()"
BLACK = "rgb(0, 0, 0)"
UNDERLINE = "getComputedStyle(document.querySelector('.is-spoken')).textDecorationLine"
STATE = "[location.href, scrollY, document.activeElement.tagName, document.querySelector('audio').paused]"
BOXES = """[...document.querySelectorAll('a, button, summary, input, select')]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 2 && box.height > 2 && box.top + scrollY >= 0)
  .map(([html, box]) => [html, box.x + scrollX, box.y + scrollY, box.width, box.height])"""
FLAT = """async ([picture, boxes]) => {
  const answer = await fetch(`data:image/png;base64,${picture}`);
  const image = await createImageBitmap(await answer.blob());
  const sheet = new OffscreenCanvas(image.width, image.height).getContext('2d');
  sheet.drawImage(image, 0, 0);
  const linear = (part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return boxes.filter(([, x, y, width, height]) => {
    const { data } = sheet.getImageData(x, y, width, height);
    let dark = 1, light = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = [data[at], data[at + 1], data[at + 2]].map(linear);
      const bright = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      dark = Math.min(dark, bright);
      light = Math.max(light, bright);
    }
    return (light + 0.05) / (dark + 0.05) < 3;
  }).map(([html]) => html);
}"""
COVERED = """(() => {
  const own = document.activeElement, box = own.getBoundingClientRect();
  const y = Math.min(box.top + 4, box.bottom - 1);
  const there = document.elementFromPoint(box.left + Math.min(box.width, 12) / 2, y);
  return there && (own.contains(there) || there.contains(own)) ? '' : own.outerHTML.slice(0, 90);
})()"""
ROOM = """(part) => {
  const outer = part.parentElement.getBoundingClientRect().right, inner = part.getBoundingClientRect().left;
  return (outer - inner) / parseFloat(getComputedStyle(part).fontSize);
}"""
SMALL = """[...document.querySelectorAll('button, summary, input, select, .contents a, .page-list a')]
  .map((each) => [each, (each.closest('label') ?? each).getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([each]) => each.outerHTML)"""
UNNAMED = """[...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select')].filter((each) => {
  const seen = each.cloneNode(true);
  for (const part of seen.querySelectorAll('[aria-hidden]')) part.remove();
  const words = seen.textContent.trim(), name = each.getAttribute('aria-label');
  return name === null ? !words && !each.labels?.length : !name.includes(words);
}).map((each) => each.outerHTML)"""


@pytest.fixture
def opened(visit, fake):
    """The page of a long document with its settings open."""

    def open_page(*chosen, language="ko", **options):
        page = visit(f"{fake}/listen?url={CHAPTERS}&lang={language}", **options)
        if options.get("java_script_enabled", True):
            until(page, READY)
        page.locator(".appearance > summary").click()
        for name in chosen:
            page.locator(f"#look-{name}").check()
        return page

    return open_page


@pytest.mark.kwcag("5.4.3", "8.1.1")
def test_axe_finds_nothing_whatever_is_chosen(opened):
    page = opened()
    assert in_schemes(page, troubles) == {}
    page.locator("#look-theme-light").check()
    assert in_schemes(page, troubles, but=("light", "narrow")) == {}
    page.locator("#look-theme-dark").check()
    page.locator("#look-size-200").check()
    # Forced colours overrule a theme; axe alone still counts with the colours of the theme.
    assert in_schemes(page, troubles, but=("forced",)) == {}


@pytest.mark.kwcag("5.4.1", "5.4.3")
def test_axe_finds_nothing_in_yellow_while_a_sentence_is_spoken(opened):
    page = opened("theme-yellow-on-black", "guide-ruler", "face-serif", "spacing-wide")
    page.get_by_role("button", name="재생", exact=True).click()
    until(page, "document.querySelector('.is-spoken')")
    assert page.evaluate(UNDERLINE) == "underline"
    assert violations(page) == []
    page.get_by_role("button", name="일시정지", exact=True).click()
    page.locator("#look-theme-black-on-yellow").check()
    assert page.evaluate(UNDERLINE) == "underline"
    assert violations(page) == []


@pytest.mark.kwcag("6.1.1")
def test_the_settings_work_by_keyboard_alone(visit, fake):
    page = visit(f"{fake}/accessibility")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.appearance > summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(BACKGROUND) == BLACK
    assert page.evaluate("document.activeElement.id") == "look-theme-yellow-on-black"
    page.keyboard.press("Enter")
    assert page.url == f"{fake}/accessibility"


def test_the_settings_work_without_scripts(opened):
    page = opened("theme-yellow-on-black", "size-200", java_script_enabled=False)
    assert page.evaluate(BACKGROUND) == BLACK
    assert page.evaluate(SIZE) == "34px"
    assert not page.locator("#look-kept").is_visible()
    assert not page.locator("#look-guide-mask").is_visible()


def test_a_light_page_can_be_had_on_a_dark_device(opened):
    assert opened("theme-light", color_scheme="dark").evaluate(BACKGROUND) == "rgb(255, 255, 255)"


def test_nothing_is_remembered_unasked(opened):
    page = opened("theme-yellow-on-black")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert page.evaluate(BACKGROUND) != BLACK


def test_what_is_chosen_is_remembered_on_request_and_forgotten_on_request(opened, fake):
    page = opened("theme-yellow-on-black", "kept", "size-150")
    page.goto(f"{fake}/")
    assert page.evaluate(BACKGROUND) == BLACK
    page.locator(".appearance > summary").click()
    page.locator("#look-kept").uncheck()
    assert page.evaluate(KEPT) is None
    page.reload()
    assert page.evaluate(BACKGROUND) != BLACK


def test_the_usual_look_is_one_press_away(opened):
    page = opened("theme-yellow-on-black", "size-150")
    page.get_by_role("button", name="처음 모양으로").click()
    assert page.evaluate(BACKGROUND) != BLACK
    assert page.evaluate(SIZE) == "17px"


def test_a_browser_that_keeps_nothing_says_so(opened):
    page = opened()
    page.evaluate("Storage.prototype.setItem = () => { throw new Error('full'); }; 1")
    page.locator("#look-kept").click()
    assert page.get_by_text("이 브라우저가 저장을 막아 두어 기억할 수 없습니다.").is_visible()
    assert not page.locator("#look-kept").is_checked()


def test_the_reading_aid_follows_the_pointer_and_the_focus(opened):
    page = opened("guide-mask")
    page.mouse.move(600, 500)
    box = page.evaluate(GUIDE)
    assert box["top"] < 500 < box["bottom"]
    page.locator(".site-name").focus()
    box = page.evaluate(GUIDE)
    assert box["top"] < page.locator(".site-name").bounding_box()["y"] + 22 < box["bottom"]
    page.get_by_role("radio", name="쓰지 않음").check()
    assert not page.locator(".reading-guide").is_visible()


def test_the_largest_text_and_spaces_scroll_nothing_sideways(opened):
    page = opened("size-200", "spacing-widest", "leading-widest", "width-full")
    for size in (NARROW, {"width": 320, "height": 225}, {"width": 640, "height": 450}):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.kwcag("6.1.2")
@pytest.mark.parametrize("size", [{"width": 1280, "height": 600}, NARROW])
def test_focus_is_never_covered(opened, size):
    page = opened(viewport=size)
    for key in ("Tab", "Shift+Tab"):
        for _ in range(34):
            page.keyboard.press(key)
            assert page.evaluate(COVERED) == ""


def test_three_times_the_text_leaves_room_for_words_at_320_pixels(opened):
    page = opened("size-300", viewport=NARROW)
    widest = page.evaluate("document.documentElement.scrollWidth")
    assert widest <= 320
    for part in (".choice label span", ".door h2", ".outline__text"):
        room = page.locator(part).first.evaluate(ROOM)
        assert room >= 2.5, part


def test_a_player_that_would_fill_the_window_scrolls_away(opened):
    page = opened("size-300")
    until(page, "document.documentElement.classList.contains('is-crowded')")
    where = "getComputedStyle(document.querySelector('listen-player')).position"
    assert page.evaluate(where) == "static"


def test_a_press_on_a_player_that_does_not_stay_leaves_it_where_it_is(opened):
    page = opened("size-200", viewport={"width": 390, "height": 844}, has_touch=True)
    until(page, "document.documentElement.classList.contains('is-crowded')")
    page.get_by_role("button", name="재생", exact=True).tap()
    until(page, "document.querySelector('.is-spoken')")
    at = page.evaluate("scrollY")
    for name in ("10초 앞으로", "다음 문장", "일시정지", "정지"):
        page.get_by_role("button", name=name, exact=True).tap()
        page.wait_for_timeout(100)
        assert page.evaluate("scrollY") == at, name


@pytest.mark.kwcag("6.1.3")
def test_targets_are_large_enough(opened):
    page = opened(viewport=NARROW)
    page.locator(".contents summary").click()
    assert page.evaluate(SMALL) == []


@pytest.mark.kwcag("6.5.3")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_control_has_a_name_with_the_words_that_are_seen(opened, language):
    assert opened(language=language).evaluate(UNNAMED) == []


@pytest.mark.parametrize(
    ("language", "names"),
    [("ko", ["색", "글자 크기", "글꼴", "줄 간격", "글자 사이", "글줄 길이", "읽기 도우미",
             "원문 쪽 그림(PDF)"]),
     ("en", ["Colours", "Text size", "Typeface", "Line spacing", "Letter spacing", "Line length",
             "Reading aid", "Pictures of original pages (PDF)"])],
)  # fmt: skip
def test_groups_of_choices_have_names_in_the_accessibility_tree(opened, language, names):
    page = opened(language=language)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    groups = [each["name"]["value"] for each in nodes if each["role"]["value"] == "group"]
    assert [name for name in groups if name][: len(names)] == names


@pytest.mark.kwcag("6.4.4")
def test_a_page_is_reached_at_once_and_nothing_is_loaded_anew(opened, fake):
    page = opened()
    page.evaluate("document.body.dataset.same = 'yes'; 1")
    page.get_by_label("몇 쪽으로 갈까요").fill("5")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'page-4'")
    assert page.url.endswith("#page-4")
    assert page.evaluate("document.body.dataset.same") == "yes"


@pytest.mark.kwcag("6.4.4")
def test_a_page_is_reached_without_scripts(opened, fake):
    page = opened(java_script_enabled=False)
    page.get_by_label("몇 쪽으로 갈까요").fill("12")
    page.keyboard.press("Enter")
    page.wait_for_url("**#page-12")
    box = page.locator("#page-12").bounding_box()
    assert 0 <= box["y"] < 900


@pytest.mark.kwcag("6.1.4")
def test_no_letter_does_anything(opened):
    page = opened()
    page.evaluate("document.activeElement.blur(); 1")
    before = page.evaluate(STATE)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789,.<>/?":
        page.keyboard.press(key)
    assert page.evaluate(STATE) == before


@pytest.mark.kwcag("6.5.1", "6.5.2")
def test_a_press_is_taken_back_by_moving_away(opened):
    page = opened()
    play = page.get_by_role("button", name="재생", exact=True)
    play.scroll_into_view_if_needed()
    box = play.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(5, 5)
    page.mouse.up()
    assert page.evaluate("document.querySelector('audio').paused")
    assert play.is_visible()


@pytest.mark.kwcag("5.4.4")
def test_every_control_stands_out_in_the_picture(opened):
    page = opened()
    viewer = page.context.new_page()
    assert in_schemes(page, lambda page: faint(page, viewer), but=("light", "narrow")) == {}
    page.emulate_media(color_scheme="dark", forced_colors="active")
    assert faint(page, viewer) == []
    page.emulate_media(color_scheme="light", forced_colors="none")
    for theme in ("light", "black-on-yellow"):
        page.locator(f"#look-theme-{theme}").check()
        assert faint(page, viewer) == []


def faint(page, viewer):
    """The controls whose pixels differ by less than 3:1."""
    page.evaluate("scrollTo(0, 0); 1")
    boxes, picture = page.evaluate(BOXES), page.screenshot(full_page=True)
    assert len(boxes) > 35
    return viewer.evaluate(FLAT, [base64.b64encode(picture).decode(), boxes])
