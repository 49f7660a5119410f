"""Every control of the player: what it is called, what it does, and what it leaves alone."""

import re
from functools import partial

import pytest

from tests.browser.conftest import until
from tests.browser.test_listening import (
    MARKED,
    PAUSED,
    POSITION,
    READY,
    STATUS,
    TIME,
    make_whole,
    press,
)
from tests.web.staging import ENGLISH, KOREAN

NAMES = {
    "ko": """
- group "소리 조작":
  - button "이전 문장"
  - button "재생"
  - button "다음 문장"
  - button "10초 뒤로"
  - button "정지"
  - button "10초 앞으로"
  - slider "재생 위치": "0"
  - paragraph: /문장 1\\/19 0:00 \\/ 0:\\d\\d/
  - text: 빠르기
  - slider "빠르기": "1"
  - button "보통 빠르기"
  - group:
    - text: 이동과 설정
    - button "이전 문단"
    - button "다음 문단"
    - button "이전 제목"
    - button "다음 제목"
    - button "이전 쪽"
    - button "다음 쪽"
    - button "고른 글 듣기"
    - text: 소리 크기
    - slider "소리 크기": "100"
    - text: 주석
    - combobox "주석":
      - option "제자리에서" [selected]
      - option "맨 끝에"
      - option "읽지 않음"
    - text: 자동으로 멈춤
    - combobox "자동으로 멈춤":
      - option "쓰지 않음" [selected]
      - option "5분 뒤"
      - option "15분 뒤"
      - option "30분 뒤"
      - option "60분 뒤"
    - checkbox "표 읽기" [checked]
    - text: 표 읽기
    - checkbox "안내말 읽기" [checked]
    - text: 안내말 읽기
    - checkbox "글을 누르면 그 문장부터 듣기" [checked]
    - text: 글을 누르면 그 문장부터 듣기
    - checkbox "낱말 표시" [checked]
    - text: 낱말 표시
    - checkbox "문장마다 멈추기"
    - text: 문장마다 멈추기
    - checkbox "단축키 쓰기(Ctrl+쉼표 이전 문장, Ctrl+빗금 다음 문장, Ctrl+작은따옴표 재생)"
    - text: 단축키 쓰기(Ctrl+쉼표 이전 문장, Ctrl+빗금 다음 문장, Ctrl+작은따옴표 재생)
    - checkbox "설정과 들은 곳을 이 기기에 기억"
    - text: 설정과 들은 곳을 이 기기에 기억
- paragraph:
  - status
""",
    "en": """
- group "Audio controls":
  - button "Previous sentence"
  - button "Play"
  - button "Next sentence"
  - button "Back 10 seconds"
  - button "Stop"
  - button "Forward 10 seconds"
  - slider "Position": "0"
  - paragraph: /Sentence 1\\/\\d+ 0:00 \\/ 0:\\d\\d/
  - text: Speed
  - slider "Speed": "1"
  - button "Normal speed"
  - group:
    - text: Moving and settings
    - button "Previous paragraph"
    - button "Next paragraph"
    - button "Previous heading"
    - button "Next heading"
    - button "Previous page"
    - button "Next page"
    - button "Listen to selection"
    - text: Volume
    - slider "Volume": "100"
    - text: Notes
    - combobox "Notes":
      - option "In place" [selected]
      - option "At the end"
      - option "Not read"
    - text: Stop by itself
    - combobox "Stop by itself":
      - option "Never" [selected]
      - option "After 5 minutes"
      - option "After 15 minutes"
      - option "After 30 minutes"
      - option "After 60 minutes"
    - checkbox "Read tables" [checked]
    - text: Read tables
    - checkbox "Read announcements" [checked]
    - text: Read announcements
    - checkbox "Press a sentence to listen from it" [checked]
    - text: Press a sentence to listen from it
    - checkbox "Mark words" [checked]
    - text: Mark words
    - checkbox "Pause after each sentence"
    - text: Pause after each sentence
    - checkbox "Use shortcuts (Ctrl+comma previous sentence, Ctrl+slash next sentence, Ctrl+apostrophe play)"
    - text: Use shortcuts (Ctrl+comma previous sentence, Ctrl+slash next sentence, Ctrl+apostrophe play)
    - checkbox "Remember settings and place on this device"
    - text: Remember settings and place on this device
- paragraph:
  - status
""",
}
SEEK = "document.querySelector('[data-part=seek]')"
SAID = f"{SEEK}.getAttribute('aria-valuetext')"
INTENT = "document.querySelector('listen-player').dataset.intent"
WORD = "[...(CSS.highlights.get('spoken-word') ?? [])].join()"
RUNNING = f"{TIME} > 0.1 && !{PAUSED}"


def open_player(visit, fake, address=KOREAN, *, opened=False, **options):
    """A preview, made as a whole, ready to be pressed."""
    page = visit(f"{fake}/listen?url={address}", **options)
    until(page, READY)
    make_whole(page)
    if opened:
        page.get_by_text("이동과 설정").click()
    return page


@pytest.fixture
def player(visit, fake):
    return partial(open_player, visit, fake)


def sentence(page):
    return int(page.evaluate(POSITION).split()[1].split("/")[0])


def heard(page):
    """The sentences that are marked from now on, as a list that grows."""
    page.evaluate(
        "window.heard = [];"
        "new MutationObserver((all) => all.forEach(({target}) => {"
        " if (target.matches('.is-spoken')) heard.push(target.id) }))"
        ".observe(document.body, {subtree: true, attributeFilter: ['class']})"
    )
    return lambda: page.evaluate("[...new Set(heard)]")


@pytest.mark.kwcag("8.2.1")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_control_has_its_role_and_a_name_of_its_own(visit, fake, language):
    page = visit(f"{fake}/listen?url={KOREAN}&lang={language}")
    until(page, READY)
    page.locator("listen-player summary").click()
    told = page.locator("listen-player").aria_snapshot().splitlines()
    wanted = NAMES[language].strip().splitlines()
    assert [line for line in told if "paragraph: " not in line] == [
        line for line in wanted if "paragraph: " not in line
    ]


def test_the_slider_moves_by_keys_and_says_the_new_time_shortly(player):
    page = player()
    page.locator("[data-part=seek]").focus()
    full = page.evaluate(SAID)
    assert full.startswith("0초, 전체 ")
    assert full.endswith("초, 1번째 문장")
    told = []
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "PageUp", "Home"):
        page.keyboard.press(key)
        told.append(page.evaluate(SAID))
    last = until(page, f"Math.floor({SEEK}.max - 1)")
    assert told[:4] == ["5초", "10초", "5초", "0초"]
    assert told[4] == f"{last}초"
    assert told[5] == "0초"
    page.keyboard.press("End")
    assert page.evaluate(SAID) == f"{last}초"
    assert page.evaluate(PAUSED)


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("ko", r"\d+초, 전체 (\d+분 )?\d+초, \d+번째 문장", "5초"),
        ("en", r"\d+ sec of (\d+ min )?\d+ sec, sentence \d+", "5 sec"),
    ],
)
def test_the_slider_says_its_place_in_full_again_once_it_was_left(player, language, full, short):
    page = player(f"{KOREAN}&lang={language}")
    page.locator("[data-part=seek]").focus()
    assert re.fullmatch(full, page.evaluate(SAID))
    page.keyboard.press("ArrowRight")
    assert page.evaluate(SAID) == short
    page.keyboard.press("Tab")
    assert re.fullmatch(full, page.evaluate(SAID))


def test_playback_leaves_a_focused_slider_alone(player):
    page = player()
    press(page, "재생")
    until(page, f"{TIME} > 0.1")
    page.locator("[data-part=seek]").focus()
    state = f"[{SEEK}.value, {SAID}]"
    before, line = page.evaluate(state), page.evaluate(f"{SEEK}.style.cssText")
    page.wait_for_timeout(1500)
    assert page.evaluate(state) == before
    assert page.evaluate(f"{SEEK}.style.cssText") != line
    page.keyboard.press("ArrowRight")
    assert int(page.evaluate(SAID).removesuffix("초")) >= 6


def test_dragging_the_slider_leads_there(player):
    page = player()
    box = page.locator("[data-part=seek]").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert sentence(page) > 5
    press(page, "재생")
    until(page, f"{TIME} > 10")


def test_escape_stops_wherever_focus_is_in_the_player_and_nowhere_else(player):
    page = player()
    press(page, "재생")
    until(page, RUNNING)
    page.locator("a.site-name").focus()
    page.keyboard.press("Escape")
    assert not page.evaluate(PAUSED)
    page.get_by_role("slider", name="빠르기").focus()
    page.keyboard.press("Escape")
    assert page.evaluate(PAUSED)
    assert sentence(page) == 1
    assert page.evaluate("document.activeElement.name") == "rate"


def test_after_stopping_a_link_leads_to_the_last_sentence_heard(player):
    page = player()
    link = page.get_by_role("link", name="여기부터 글로 읽기")
    assert link.count() == 0
    press(page, "재생")
    marked = until(page, MARKED)
    press(page, "정지")
    page.keyboard.press("Tab")
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == marked
    page.keyboard.press("Enter")
    until(page, f"({MARKED}) === {marked!r} && !{PAUSED}")


def test_longer_steps_end_at_beginnings(player):
    page = player(opened=True)
    for unit, stops in (("문단", [2, 3, 4, 5]), ("제목", [2, 4, 14]), ("쪽", [2, 10])):
        page.get_by_role("slider", name="재생 위치").press("Home")
        found = []
        for _ in stops:
            press(page, f"다음 {unit}")
            found.append(sentence(page))
        assert found == stops
        press(page, f"이전 {unit}")
        assert sentence(page) == stops[-2]
    assert page.evaluate(PAUSED)


def test_somebody_who_studies_hears_one_sentence_at_a_time(player):
    page = player(opened=True)
    page.get_by_role("checkbox", name="문장마다 멈추기").check()
    page.get_by_role("slider", name="빠르기").fill("4")
    for number in (1, 2, 3):
        press(page, "재생")
        until(page, f"({INTENT}) === 'paused'")
        assert sentence(page) == number


def test_notes_come_at_the_end_and_tables_are_only_named(player):
    page = player(opened=True)
    said = heard(page)
    page.get_by_role("combobox", name="주석").select_option("맨 끝에")
    page.get_by_role("checkbox", name="표 읽기").uncheck()
    page.get_by_role("checkbox", name="안내말 읽기").uncheck()
    assert sentence(page) == 2
    page.get_by_role("slider", name="빠르기").fill("4")
    press(page, "재생")
    until(page, f"({STATUS}) === '끝까지 들었습니다.'", within_ms=20_000)
    shown = [1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 7, 16]
    assert said() == [f"u{index}" for index in shown]


def test_volume_is_of_its_own(player):
    page = player(opened=True)
    page.get_by_role("slider", name="소리 크기").fill("40")
    assert page.evaluate("document.querySelector('audio').volume") == pytest.approx(0.4)


@pytest.fixture
def hasty(visit, fake):
    """A page on which minutes are a fraction of a second."""
    page = visit(None)
    page.add_init_script(
        "const wait = setTimeout; window.setTimeout = (act, ms, ...more) =>"
        " wait(act, ms >= 60000 ? ms / 1000 : ms, ...more)"
    )
    page.goto(f"{fake}/listen?url={KOREAN}")
    until(page, READY)
    page.get_by_text("이동과 설정").click()
    return page


def test_the_timer_stops_after_its_time_and_says_so(hasty):
    press(hasty, "재생")
    until(hasty, RUNNING)
    hasty.get_by_role("combobox", name="자동으로 멈춤").select_option("5분 뒤")
    until(hasty, f"({STATUS}) === '정한 시간이 되어 멈췄습니다.'")
    assert hasty.evaluate(PAUSED)
    assert hasty.get_by_role("combobox", name="자동으로 멈춤").input_value() == "0"


def test_words_are_marked_one_after_the_other_without_touching_the_text(player):
    page = player()
    before = page.locator("h1").inner_html()
    press(page, "재생")
    first = until(page, WORD)
    second = until(page, f"({WORD}) !== {first!r} && ({WORD})")
    title = page.locator("h1").inner_text()
    assert title.index(first) < title.index(second)
    assert "<" not in before.partition(">")[2].partition("</span>")[0]
    assert page.locator("h1 span").count() == 1
    press(page, "정지")
    assert page.evaluate(WORD) == ""


def test_headsets_and_lock_screens_find_title_picture_and_actions(visit, fake):
    page = visit(None)
    page.add_init_script(
        "window.offered = {}; const set = MediaSession.prototype.setActionHandler;"
        "MediaSession.prototype.setActionHandler = function (name, act) {"
        " offered[name] = act; set.call(this, name, act) }"
    )
    page.goto(f"{fake}/listen?url={ENGLISH}")
    until(page, READY)
    told = page.evaluate(
        "({ title: navigator.mediaSession.metadata.title,"
        " artwork: navigator.mediaSession.metadata.artwork[0].src, names: Object.keys(offered) })"
    )
    assert told["title"] == "Exploring a New Strategy"
    assert told["artwork"].endswith("/icon.svg")
    assert set(told["names"]) >= {"play", "pause", "stop", "previoustrack", "nexttrack"}
    page.evaluate("offered.nexttrack()")
    assert sentence(page) == 2
