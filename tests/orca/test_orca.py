"""What a real screen reader says of our pages, and when it is silent."""

import re

import pytest

from tests.browser.conftest import BOARD, PREVIEWS, until
from tests.browser.test_controls import NAMES
from tests.browser.test_embedding import player_frame
from tests.browser.test_listening import POSITION, TIME

LISTENED_S = 10
# A reader that waits for word of its speech service may lose what it was saying, on a busy machine.
pytestmark = pytest.mark.flaky(reruns=2)
# What a reader meets before the text: ways past it, facts, the two doors, the player.
ON_THE_WAY = {
    "ko": (
        "본문 글로 바로가기",
        "소리로 듣기로 바로가기",
        "듣기 보도자료를 읽고 듣는 곳",
        "English",
        "보기 설정",
        "미국 주요 바이오 클러스터에서 한국형 혁신 클러스터의 길을 찾는다",
        "기관",
        "보건복지부",
        "등록일",
        "2023-07-04 09:00",
        "원문 열기",
        "화면낭독기로 읽기",
        "쓰시는 화면낭독기가 제목, 목록, 표를 그대로 알아보도록 글로 옮겨 두었습니다.",
        "소리로 듣기",
        "재생을 누르면 이곳에서 문서를 처음부터 소리 내어 읽어 드립니다.",
        "재생",
        "재생 위치",
        "첨부파일",
        "본문",
    ),
    "en": (
        "Skip to the text",
        "Skip to listening",
        "Deutgi Read and listen to government releases",
        "한국어",
        "Display settings",
        "Exploring a New Strategy to Create Korean version of Innovation Clusters",
        "Agency",
        "Ministry of Health and Welfare",
        "Regdate",
        "2023-07-12 13:02",
        "Open the original",
        "Read with a screen reader",
        "The text is set out below so that your screen reader finds its headings, lists and tables.",
        "Listen",
        "Press Play and the document is read aloud here from its beginning.",
        "Play",
        "Position",
        "Attachments",
        "Text",
    ),
}
FOOT = {"ko": "접근성 안내", "en": "Accessibility"}
# Sentences of the text as the page shows them, without what readers say in another way: rows of
# tables, and marks of notes.
SENTENCES = (
    "[...document.querySelectorAll('article .utterance')]"
    ".filter((each) => !each.closest('table') && !each.querySelector('a') && each.checkVisibility())"
    ".map((each) => each.innerText)"
)
FOCUSED = "document.activeElement.dataset.act ?? document.activeElement.dataset.part"


def without_spaces(text):
    """Where a reader takes breath is its own affair."""
    return re.sub(r"\s+", "", text)


def lost(said, wanted):
    """What was not said, or not after what comes before it."""
    rest, gone = without_spaces("".join(said)), []
    for each in wanted:
        _, found, after = rest.partition(without_spaces(each))
        if found:
            rest = after
        else:
            gone.append(each)
    return gone


def to_listening(orca):
    """Through the skip link, as a person comes to the player."""
    orca.press("Tab")
    orca.press("Tab")
    return orca.press("Return")


def tab_to(orca, page, part):
    """Go on with the Tab key as far as a part of the player, and give what is said of it."""
    for _ in range(30):
        said = orca.press("Tab")
        if page.evaluate(FOCUSED) == part:
            return said
    raise AssertionError(f"no {part} within thirty steps")


def listen(orca, page):
    """Start the sound with the keyboard; focus is on the button then."""
    to_listening(orca)
    tab_to(orca, page, "toggle")
    orca.hand("key", "space")
    until(page, f"{TIME} > 0.1")


def speaks_over(orca, frame):
    """Whether Orca says anything while the sound goes on from sentence to sentence."""
    while orca.speaks_within(1):
        pass
    state = f"[{TIME}, {POSITION}]"
    (time_before, place_before), spoken = frame.evaluate(state), len(orca.transcript.written)
    speaks = orca.speaks_within(LISTENED_S)
    time_after, place_after = frame.evaluate(state)
    assert time_after > time_before
    assert place_after != place_before
    return orca.transcript.said(spoken) or speaks


@pytest.mark.kwcag("8.2.1")
@pytest.mark.parametrize("part", ["toggle", "seek"])
def test_nothing_is_said_over_ten_seconds_of_the_sound(orca, preview, part):
    page = preview(PREVIEWS["ko"])
    listen(orca, page)
    if part != "toggle":
        tab_to(orca, page, part)
    assert not speaks_over(orca, page)
    assert page.evaluate(FOCUSED) == part
    assert orca.press("Tab")  # it is there, and would have spoken


def test_nothing_is_said_over_the_sound_of_a_player_in_a_page(orca, window, real):
    window.goto(real + BOARD)
    button = window.get_by_role("button", name="음성듣기").first
    orca.hear(button.focus)
    orca.hand("key", "space")
    frame = player_frame(window)
    until(frame, f"{TIME} > 0.1", within_ms=60_000)
    assert not speaks_over(orca, frame)
    assert orca.press("shift+Tab")


def test_the_slider_is_said_in_full_once_when_reached_and_shortly_after_a_key(orca, preview):
    page = preview(PREVIEWS["ko"])
    to_listening(orca)
    said = " ".join(tab_to(orca, page, "seek"))
    assert re.search(r"재생 위치 .*0초, 전체 4분 \d+초, 1번째 문장", said)
    assert said.count("전체") == 1
    assert orca.press("Right") == ["5초"]
    assert orca.press("Page_Up") == ["1분 5초"]
    assert orca.press("Home") == ["0초"]


def test_a_wait_of_more_than_a_second_and_the_end_are_said(orca, preview):
    page = preview(PREVIEWS["ko"])
    to_listening(orca)
    tab_to(orca, page, "toggle")
    held = []
    page.route("**/audio/*", lambda route: held.append(route))  # noqa: PLW0108 - it is bound
    waiting, ended = "소리를 준비하고 있습니다.", "끝까지 들었습니다."
    assert orca.press("space", until=lambda said: waiting in said).count(waiting) == 1
    page.unroute("**/audio/*")
    for route in held:
        route.continue_()
    until(page, f"{TIME} > 0.1")
    tab_to(orca, page, "seek")
    assert orca.press("End", until=lambda said: ended in said).count(ended) == 1


@pytest.mark.kwcag("5.3.2")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_is_read_in_order(orca, preview, language):
    page = preview(PREVIEWS[language])
    said = orca.read_on(FOOT[language])
    sentences = page.evaluate(SENTENCES)
    assert len(sentences) > 8
    assert lost(said, [*ON_THE_WAY[language], *sentences]) == []


CONTROLS = re.compile(r'- (?:button|slider|combobox|checkbox) "([^"]+)"')


def controls(page, language):
    """Names of what can be reached with the Tab key: those listed for the accessibility tree that
    are of use in this document."""
    here = set(CONTROLS.findall(page.locator("listen-player").aria_snapshot()))
    return [name for name in CONTROLS.findall(NAMES[language]) if name in here]


@pytest.mark.kwcag("8.2.1")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_control_is_called_by_its_name_once(orca, preview, language):
    page = preview(PREVIEWS[language])
    page.locator("listen-player details").evaluate("(each) => { each.open = true }")
    names = controls(page, language)
    assert len(names) > 20
    to_listening(orca)
    for name in names:
        said = " ".join(orca.press("Tab"))
        if page.evaluate("document.activeElement.matches('summary')"):
            said = " ".join(orca.press("Tab"))
        assert said.count(name) == 1, said
