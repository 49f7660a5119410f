"""The choice of a voice over HTTP, without JavaScript."""

import re
from dataclasses import replace
from urllib.parse import quote

import pytest

from service.cli.crew import working
from service.web import create_app
from tests.web.staging import ENGLISH, FAST_KOREAN, KOREAN, VISIT_EN, VISIT_KO, ChoirEngine, staged
from tests.web.test_pages import Outline, listen

FAST = FAST_KOREAN.id


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("choir")
    services = replace(staged(folder, VOICES_OFFERED=f"{FAST},far:ko"), engine=ChoirEngine())
    with working(services, ("read", "speak")):
        yield create_app(services).test_client()
    services.close()


def manifest_of(client, address=KOREAN, **given):
    return Outline(client.get(listen(address, **given)).text).named("listen-player")[0]["manifest"]


def test_the_page_offers_voices_in_a_form_that_keeps_everything_else(client):
    page = Outline(client.get(listen(KOREAN, lang="en", voice=FAST)).text)
    options = [each for each in page.named("option") if each.get("value", "").endswith("ko-fast")]
    assert [("selected" in each, each["lang"]) for each in options] == [(True, "ko")]
    hidden = {each["name"]: each["value"] for each in page.named("input") if "value" in each}
    assert (hidden["url"], hidden["lang"]) == (KOREAN, "en")
    assert {"for": "voice-ko"} in page.named("label")


def test_voices_are_offered_of_languages_that_are_heard(client):
    """There is a choice of Korean voices only; in the English release nothing is Korean."""
    labels = re.compile(r'<label for="voice-(\w+)"')
    assert labels.findall(client.get(f"/listen?url={KOREAN}").text) == ["ko"]
    assert labels.findall(client.get(f"/listen?url={ENGLISH}").text) == []
    assert labels.findall(client.get(f"/player?url={ENGLISH}").text) == []


def test_the_form_keeps_a_voice_of_a_language_that_is_not_heard_here(tmp_path):
    fast = FAST.replace("ko", "en")
    services = replace(staged(tmp_path, VOICES_OFFERED=f"{FAST},{fast}"), engine=ChoirEngine())
    with working(services, ("read", "speak")):
        page = Outline(create_app(services).test_client().get(listen(ENGLISH, voice=FAST)).text)
    services.close()
    assert {"for": "voice-en"} in page.named("label")
    kept = [each for each in page.named("input") if each.get("name") == "voice"]
    assert kept == [{"type": "hidden", "name": "voice", "value": FAST}]


def test_another_voice_is_another_sound(client):
    usual, fast = manifest_of(client), manifest_of(client, voice=FAST)
    assert usual != fast
    orders = [client.get(address).json["readingOrder"] for address in (usual, fast)]
    usual_texts, fast_texts = ([each["text"] for each in order] for order in orders)
    assert usual_texts == fast_texts
    assert not {each["url"] for each in orders[0]} & {each["url"] for each in orders[1]}


def test_a_manifest_leads_to_the_one_in_another_voice_and_keeps_the_grade(client):
    usual, fast = manifest_of(client), manifest_of(client, voice=FAST)
    answer = client.get(f"{usual}?voice={quote(FAST)}&audio=light")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{fast}?audio=light"


def test_no_parameter_bends_where_a_manifest_leads(client):
    usual, fast = manifest_of(client), manifest_of(client, voice=FAST)
    odd = "endpoint=x&manifest=y&_external=1&_scheme=javascript&_anchor=z&_method=POST"
    answer = client.get(f"{usual}?voice={quote(FAST)}&{odd}")
    assert (answer.status_code, answer.headers["Location"]) == (303, fast)


@pytest.mark.parametrize("voice", ["silent:nobody", "<script>", "silent:en-fast"])
def test_a_voice_that_is_not_offered_is_an_error_that_says_so(client, voice):
    answer = client.get(listen(KOREAN, voice=voice))
    assert answer.status_code == 400
    assert "고르신 목소리가 없습니다" in answer.text
    assert "<script>" not in answer.text.partition("<main")[2]
    told = client.get(manifest_of(client), query_string={"voice": voice})
    assert (told.status_code, told.json["code"]) == (400, "voice-not-offered")


def test_the_player_in_a_frame_offers_and_takes_voices_too(client):
    page = client.get(f"/player?url={quote(KOREAN, safe='')}&voice={FAST}").text
    assert Outline(page).named("listen-player")[0]["manifest"] == manifest_of(client, voice=FAST)
    assert "voice-choice" in page


def test_links_lead_on_in_the_chosen_voice(client):
    page = Outline(client.get(listen(KOREAN, voice=FAST)).text)
    onward = [each["href"] for each in page.named("a") if "/listen?" in each["href"]]
    assert onward
    assert all(f"voice={quote(FAST)}" in link or f"voice={FAST}" in link for link in onward)


def test_where_there_is_one_voice_there_is_nothing_to_choose(tmp_path):
    services = staged(tmp_path)
    with working(services, ("read",)):
        page = create_app(services).test_client().get(listen(KOREAN)).text
    assert "voice-choice" not in page
    assert "voice-change.mjs" not in page
    services.close()


def test_a_manifest_in_another_voice_names_places_as_the_page_of_two_documents_does(client):
    usual = manifest_of(client)
    answer = client.get(f"{usual}?ids=ko&voice={quote(FAST)}", follow_redirects=True)
    places = [each["textref"] for each in answer.json["readingOrder"]]
    assert places == [
        each["textref"] for each in client.get(f"{usual}?ids=ko").json["readingOrder"]
    ]
    assert places[0].startswith("ko-")


def beside(**given):
    return listen(VISIT_KO, **{"with": quote(VISIT_EN, safe=""), **given})


def manifests_beside(client, **given):
    players = Outline(client.get(beside(**given)).text).named("listen-player")
    return [each["manifest"] for each in players]


def test_two_documents_side_by_side_are_heard_in_the_chosen_voice(client):
    usual, fast = manifests_beside(client), manifests_beside(client, voice=FAST)
    assert usual[0] != fast[0]
    assert fast[0].partition("?")[0] == manifest_of(client, VISIT_KO, voice=FAST)


def test_two_documents_in_turns_are_heard_in_the_chosen_voice(client):
    (usual,), (fast,) = (
        manifests_beside(client, order="turns"),
        manifests_beside(client, order="turns", voice=FAST),
    )
    assert usual != fast
    texts = [[e["text"] for e in client.get(each).json["readingOrder"]] for each in (usual, fast)]
    assert texts[0] == texts[1]


def test_the_page_of_two_documents_offers_voices_and_refuses_others(client):
    page = Outline(client.get(beside(voice=FAST, order="turns")).text)
    chosen = [each["value"] for each in page.named("option") if "selected" in each]
    assert FAST in chosen
    hidden = {each["name"]: each["value"] for each in page.named("input") if "value" in each}
    assert (hidden["with"], hidden["order"]) == (VISIT_EN, "turns")
    assert client.get(beside(voice="silent:nobody")).status_code == 400
