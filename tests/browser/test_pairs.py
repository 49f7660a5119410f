"""Two releases of one event side by side, as people meet them."""

import pytest

from tests.browser.conftest import NARROW, WIDE, until, violations
from tests.web.staging import VISIT_EN, VISIT_KO

READY = "document.querySelectorAll('listen-player[data-ready]').length === {}"
SPOKEN = "document.querySelector('.is-spoken')?.id ?? ''"
ENGLISH_SPOKEN = "document.querySelector('.pair__side--2 .is-spoken')?.id ?? ''"
PARTNERS = "[...document.querySelectorAll('.is-partner')].map(each => each.id)"
INTENTS = "[...document.querySelectorAll('listen-player')].map(each => each.dataset.intent ?? '')"
PLACES = (
    "[...document.querySelectorAll('[id*=-step-] > .pair__said')].map(each => {"
    " const { left, top, bottom } = each.getBoundingClientRect();"
    " return [each.parentNode.id, Math.round(left), Math.round(top), Math.round(bottom)] })"
)


@pytest.fixture
def pair(visit, fake):
    """The page of a pair, ready to be pressed."""

    def open_pair(more="", **options):
        page = visit(f"{fake}/listen?url={VISIT_KO}&with={VISIT_EN}{more}", **options)
        if options.get("java_script_enabled", True):
            until(page, READY.format(1 if "turns" in more else 2))
        return page

    return open_pair


def places(page):
    """Left edge, top and bottom of each cell by its language and step."""
    found = {}
    for name, left, top, bottom in page.evaluate(PLACES):
        side, _, number = name.partition("-step-")
        found[side, int(number)] = left, top, bottom
    return found


def steps(found):
    return range(len(found) // 2)


@pytest.mark.parametrize("order", ["whole", "turns"])
@pytest.mark.parametrize("scripted", [True, False])
def test_partners_begin_at_one_height_in_two_columns(pair, order, scripted):
    found = places(pair(f"&order={order}", java_script_enabled=scripted))
    for number in steps(found):
        korean, english = found["ko", number], found["en", number]
        assert korean[1] == english[1]
        assert korean[0] < english[0]
    bottoms = [max(found["ko", n][2], found["en", n][2]) for n in steps(found)]
    tops = [found["ko", n][1] for n in steps(found)]
    assert all(bottom <= top for bottom, top in zip(bottoms, tops[1:], strict=False))


def test_a_narrow_window_has_one_language_behind_the_other(pair):
    page = pair(viewport=NARROW)
    found = places(page)
    last = max(steps(found))
    assert found["ko", last][2] <= found["en", 0][1]
    assert len({left for left, *_ in found.values()}) <= 3  # items stand deeper
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_in_turns_a_narrow_window_has_paragraph_behind_paragraph(pair):
    found = places(pair("&order=turns", viewport=NARROW))
    tops = [found[side, number][1] for number in steps(found) for side in ("ko", "en")]
    assert tops == sorted(tops)


def test_large_text_takes_one_column_and_scrolls_only_downwards(pair):
    page = pair(viewport=WIDE)
    page.get_by_text("보기 설정").click()
    page.get_by_label("300%").check()
    found = places(page)
    assert found["ko", max(steps(found))][2] <= found["en", 0][1]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def press_play(page, name):
    page.get_by_role("region", name=name).get_by_role("button", name="재생", exact=True).click()


def test_the_partner_of_the_spoken_sentence_is_marked_and_one_player_plays(pair):
    page = pair()
    page.locator("#ko-step-1 .utterance").first.click()
    until(page, f"({SPOKEN}).startsWith('ko-') && {PARTNERS}.length > 0")
    assert all(each.startswith("en-") for each in page.evaluate(PARTNERS))
    assert violations(page) == []
    page.locator("#en-step-1 .utterance").first.click()
    until(page, f"({ENGLISH_SPOKEN}) && ({INTENTS})[1] === 'playing'")
    until(page, f"({INTENTS})[0] === 'paused'")
    until(page, f"{PARTNERS}.length && {PARTNERS}.every(each => each.startsWith('ko-'))")


def test_a_sentence_without_partner_leaves_no_mark(pair):
    page = pair()
    page.get_by_text("국내 기업 5개사도 함께한다.").click()
    until(page, f"({SPOKEN}) && ({INTENTS})[0] === 'playing'")
    sentence = page.evaluate(SPOKEN)
    assert page.locator(f"#{sentence}").text_content() == "국내 기업 5개사도 함께한다."
    assert page.evaluate(PARTNERS) == []


def test_stopping_takes_both_marks_away(pair):
    page = pair()
    page.locator("#ko-step-1 .utterance").first.click()
    until(page, f"{PARTNERS}.length > 0")
    door = page.get_by_role("region", name="국문 듣기")
    door.get_by_role("button", name="정지", exact=True).click()
    until(page, f"!({SPOKEN}) && {PARTNERS}.length === 0")


def test_keys_of_headsets_work_the_player_that_plays(visit, fake):
    page = visit(None)
    page.add_init_script(
        "window.offered = {}; const set = MediaSession.prototype.setActionHandler;"
        "MediaSession.prototype.setActionHandler = function (name, act) {"
        " offered[name] = act; set.call(this, name, act) }"
    )
    page.goto(f"{fake}/listen?url={VISIT_KO}&with={VISIT_EN}")
    until(page, READY.format(2))
    press_play(page, "국문 듣기")
    until(page, f"({INTENTS})[0] === 'playing'")
    until(page, "navigator.mediaSession.metadata.title === '국문 듣기'")
    page.evaluate("offered.pause()")
    until(page, f"({INTENTS})[0] === 'paused'")
    assert page.evaluate(INTENTS)[1] != "playing"


@pytest.mark.kwcag("6.1.1", "6.1.2")
def test_the_keyboard_leads_from_a_paragraph_to_its_partner_and_back(pair):
    page = pair()
    until(page, "document.documentElement.style.getPropertyValue('--cover')")
    page.locator("#ko-step-3").get_by_role("link", name="이 제목의 영문").focus()
    page.keyboard.press("Enter")
    until(page, "location.hash === '#en-step-3'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#ko-step-3"
    cover = page.locator(".listen-doors").bounding_box()
    box = page.locator("#en-step-3").bounding_box()
    assert box["y"] >= cover["y"] + cover["height"] - 1
    page.keyboard.press("Enter")
    until(page, "location.hash === '#ko-step-3'")


def tree(page):
    """Roles and names that assistive technology is told, in order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def below(node):
        if not node["ignored"]:
            yield node["role"]["value"], node.get("name", {}).get("value", "")
        for child in node.get("childIds", ()):
            if child in by_id:
                yield from below(by_id[child])

    return list(below(nodes[0]))


@pytest.mark.kwcag("5.3.2", "6.4.2")
def test_assistive_technology_meets_each_language_whole(pair):
    told = tree(pair())
    articles = [name for role, name in told if role == "article"]
    assert articles == [
        "한빛부 장관, 보스턴과 샌디에이고 찾아 병원 자료 교환 논의",
        "Minister to Visit Boston and San Diego",
    ]
    headings = [name for role, name in told if role == "heading"]
    assert headings == [
        *("한국어와 영어로 나란히 읽고 듣기", "국문 듣기", "영문 듣기"),
        *(articles[0], "추진 배경", "방문 일정", articles[1], "Background", "Schedule"),
    ]
    links = [name for role, name in told if role == "link"]
    assert links.count("이 제목의 영문") == links.count("이 제목의 국문") == 2
    assert links.count("이 표의 영문") == 1
    lists = [name for role, name in told if role == "list"]
    assert len(lists) == 2  # items in one cell, nested; one alone in its cell is no list


def test_in_turns_what_is_spoken_goes_from_language_to_language(pair):
    page = pair("&order=turns")
    page.get_by_role("slider", name="빠르기").fill("4")
    page.get_by_text("추진 배경", exact=True).click()
    looks = [f"({SPOKEN}).startsWith('{side}-') && ({SPOKEN})" for side in ("ko", "en", "ko")]
    assert len({until(page, look) for look in looks}) == 3
    assert page.locator("listen-player").count() == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_the_players_move_nothing_when_they_take_over(visit, fake, width):
    page = visit(None, viewport={"width": width, "height": 800})
    held = []
    page.route("**/listen-player.mjs", lambda route: held.append(route))  # noqa: PLW0108 - it is bound
    page.goto(f"{fake}/listen?url={VISIT_KO}&with={VISIT_EN}", wait_until="commit")
    until(page, "document.querySelectorAll('audio')[1]?.clientHeight > 0")
    while not held:
        page.wait_for_timeout(10)
    before = page.locator("#ko-title").bounding_box()["y"]
    held[0].continue_()
    until(page, READY.format(2))
    assert page.locator("#ko-title").bounding_box()["y"] == before


def test_the_preview_leads_to_the_page_of_both(visit, fake):
    page = visit(f"{fake}/listen?url={VISIT_EN}&lang=en")
    page.get_by_role("link", name="Read and listen beside the Korean").click()
    page.wait_for_load_state()
    assert [each.get_attribute("lang") for each in page.locator("article").all()] == ["en", "ko"]
