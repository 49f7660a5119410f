"""Changing the voice while listening, with and without JavaScript."""

from dataclasses import replace

import pytest

from service.cli.crew import working
from service.web import create_app
from tests.browser.conftest import in_schemes, serving, troubles, until
from tests.browser.test_listening import POSITION, READY, SOURCE, TIME, press, unmade_within
from tests.web.staging import FAST_KOREAN, KOREAN, ChoirEngine, staged

FAST = FAST_KOREAN.id
RUNNING = f"{TIME} > 0.1 && !document.querySelector('audio').paused"
ASKED = "new URLSearchParams(location.search).getAll('voice')"
MANIFEST = "document.querySelector('listen-player').getAttribute('manifest')"


@pytest.fixture(scope="module")
def choir(tmp_path_factory):
    """A service with two Korean voices; gives the address of a preview."""
    folder = tmp_path_factory.mktemp("choir")
    services = replace(staged(folder, VOICES_OFFERED=FAST), engine=ChoirEngine())
    with working(services, ("read", "speak")), serving(create_app(services)) as origin:
        yield f"{origin}/listen?url={KOREAN}"
    services.close()


@pytest.fixture
def player(visit, choir):
    page = visit(choir)
    until(page, READY)
    page.evaluate("void (window.isSame = true)")
    return page


def choose(page):
    page.get_by_role("combobox", name="목소리(한국어)").select_option(FAST)
    press(page, "목소리 바꾸기")


def test_listening_goes_on_with_the_same_sentence_in_the_other_voice(player):
    press(player, "다음 문장")
    press(player, "재생")
    until(player, RUNNING)
    before = player.evaluate(SOURCE)
    choose(player)
    until(player, f"({SOURCE}) !== {before!r} && {RUNNING}")
    assert player.evaluate(POSITION).startswith("문장 2/")
    assert player.evaluate("window.isSame")
    assert player.evaluate("new URLSearchParams(location.search).get('voice')") == FAST
    download = player.locator(".sound-download a").get_attribute("href")
    assert player.evaluate(MANIFEST).split("/")[2][:64] not in download
    player.reload()
    assert player.evaluate(MANIFEST).split("/")[2][:64] in download
    assert player.get_by_role("combobox", name="목소리(한국어)").input_value() == FAST


def test_nothing_begins_to_sound_when_the_voice_is_changed(player):
    press(player, "다음 문장")
    press(player, "다음 문장")
    choose(player)
    until(player, "location.search.includes('voice')")
    assert player.evaluate("document.querySelector('audio').paused")
    assert player.evaluate(POSITION).startswith("문장 3/")
    press(player, "재생")
    until(player, RUNNING)
    assert player.evaluate(POSITION).startswith("문장 3/")


def test_the_voice_can_be_changed_again_and_back(player):
    first = player.locator(".sound-download a").get_attribute("href")
    choose(player)
    until(player, "location.search.includes('voice')")
    player.get_by_role("combobox", name="목소리(한국어)").select_option(index=0)
    press(player, "목소리 바꾸기")
    until(player, f"!{ASKED}.includes({FAST!r})")
    assert player.locator(".sound-download a").get_attribute("href").endswith(first)
    assert player.evaluate("window.isSame")


@pytest.fixture
def pair(visit, choir):
    """A page with two players, each with its form and its download, as served."""
    page = visit(f"{choir.partition('/listen')[0]}/")
    page.route(
        lambda address: "/listen?" in address,
        lambda route: route.fulfill(
            response=(answer := route.fetch()), body=doubled(answer.text())
        ),
    )
    page.goto(choir)
    until(page, "document.querySelectorAll('listen-player[data-ready]').length === 2")
    return page


def doubled(page):
    """The page with player, download and form of voices twice, one after the other."""
    beginning, end = page.index("<listen-player"), page.index("<h2", page.index("voice-choice"))
    part = page[beginning:end]
    return page[:end] + part.replace("voice-ko", "voice-2") + page[end:]


@pytest.mark.parametrize(("changed", "other"), [(0, 1), (1, 0)])
def test_each_of_two_players_changes_its_own_voice(pair, changed, other):
    for each in (0, 1):
        pair.locator("[data-act=sentence][data-by='1']").nth(each).click()
    pair.locator(".voice-choice select").nth(changed).select_option(FAST)
    pair.locator(".voice-choice button").nth(changed).click()
    until(pair, "location.search.includes('voice')")
    for each in (0, 1):
        pair.locator("[data-act=toggle]").nth(each).click()
        until(pair, f"document.querySelectorAll('audio')[{each}].currentTime > 0.1")
    heard = pair.evaluate("[...document.querySelectorAll('audio')].map((each) => each.src)")
    assert heard[changed] != heard[other]


def test_where_the_change_fails_the_form_leads_to_the_page_in_that_voice(player, visit):
    player.route("**/manifests/*voice=*", lambda route: route.abort())
    with player.expect_navigation():
        choose(player)
    until(player, READY)
    assert not player.evaluate("window.isSame")
    assert player.get_by_role("combobox", name="목소리(한국어)").input_value() == FAST
    visit.troubles.clear()  # the browser's own line about the lost connection


def test_without_scripts_the_form_leads_to_the_other_voice(visit, choir):
    page = visit(choir, java_script_enabled=False)
    before = page.locator("audio").get_attribute("src")
    choose(page)
    page.wait_for_load_state()
    assert page.locator("audio").get_attribute("src") != before
    assert page.get_by_role("combobox", name="목소리(한국어)").input_value() == FAST
    assert page.url.endswith("#listen")


def test_axe_finds_nothing_on_the_choice(player):
    assert in_schemes(player, troubles) == {}


SLOW_MS = 600
HEARD = "document.querySelector('audio').src"


def test_the_voice_chosen_last_is_heard_whichever_answer_comes_first(player):
    def late(route):
        player.wait_for_timeout(SLOW_MS)
        route.continue_()

    usual = player.locator(".sound-download a").get_attribute("href")
    player.route(f"**/manifests/*voice={FAST.replace(':', '%3A')}*", late)
    choose(player)
    player.get_by_role("combobox", name="목소리(한국어)").select_option(index=0)
    press(player, "목소리 바꾸기")
    until(player, f"{ASKED}.length && !{ASKED}.includes({FAST!r})")
    player.wait_for_timeout(2 * SLOW_MS)
    assert not player.evaluate(f"{ASKED}.includes({FAST!r})")
    assert player.locator(".sound-download a").get_attribute("href").endswith(usual)
    press(player, "재생")
    until(player, RUNNING)
    usual_key = player.evaluate(MANIFEST).split("/")[2][:64]
    entries = player.evaluate(f"fetch('/manifests/{usual_key}.json').then((a) => a.json())")
    assert player.evaluate(HEARD).split("/", 3)[3] in {
        each["url"].lstrip("/") for each in entries["readingOrder"]
    } | {f"audio/{usual_key}.mp3"}


def test_other_forms_and_links_of_the_page_keep_a_voice_changed_in_place(player):
    choose(player)
    until(player, "location.search.includes('voice')")
    kept = player.evaluate(
        "[...document.querySelectorAll('form[method=get]:not(.voice-choice)')]"
        ".map((form) => new FormData(form).getAll('voice'))"
    )
    assert kept
    assert all(FAST in voices for voices in kept)


def test_the_frame_leads_on_to_the_page_in_a_voice_changed_in_place(visit, choir):
    page = visit(choir.replace("/listen?", "/player?"))
    until(page, READY)
    choose(page)
    until(page, "location.search.includes('voice')")
    assert FAST.replace(":", "%3A") in page.locator("a[target=_blank]").get_attribute("href")


def test_a_change_that_nothing_sounds_of_is_said(player):
    status = player.locator(".voice-choice [role=status]")
    assert status.text_content() == ""
    choose(player)
    until(player, "document.querySelector('.voice-choice [role=status]').textContent")
    assert status.text_content() == "목소리를 바꿨습니다."


def test_what_is_asked_for_in_the_old_voice_is_not_heard_when_it_comes_late(visit, choir):
    page, held = visit(f"{choir.partition('/listen')[0]}/"), []
    page.route("**/manifests/*", lambda route: unfinished(route, held))
    unmade_within(page)
    page.goto(choir)
    until(page, READY)
    usual = page.evaluate(MANIFEST)
    press(page, "재생")
    for _ in range(100):
        if held:
            break
        page.wait_for_timeout(50)
    choose(page)
    until(page, "location.search.includes('voice')")
    held[0].continue_()
    press(page, "다음 문장")
    page.wait_for_timeout(300)
    before = page.evaluate(HEARD)
    press(page, "다음 문장")
    until(page, f"({HEARD}) !== {before!r}")
    fast = page.evaluate(f"fetch('{usual}?voice={FAST}').then((a) => a.json())")
    assert page.evaluate(HEARD).split("/", 3)[3] in {
        each["url"].lstrip("/") for each in fast["readingOrder"]
    }


def unfinished(route, held):
    """Every manifest as one that is being made; the first look at the first of them is held."""
    if route.request.method == "HEAD":
        route.continue_()
        return
    held += [route] if not held or route.request.url == held[0].request.url else []
    if held[0] is route:
        return
    answer = route.fetch()
    route.fulfill(response=answer, json={**answer.json(), "status": "making"})
