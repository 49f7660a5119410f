"""Korean and English releases of one event side by side, without a script."""

import html as entities
import json
import re
from urllib.parse import quote

import pytest

from tests.web.staging import (
    BROKEN,
    CHAPTERS,
    ENGLISH,
    GUIDE_FILES,
    HOSTILE,
    KOREAN,
    SCANNED,
    SCRIPT,
    VISIT_EN,
    VISIT_KO,
)
from tests.web.test_pages import Outline, listen


def beside(first=VISIT_KO, second=VISIT_EN, **more):
    return listen(first, **{"with": quote(second, safe=""), **more})


@pytest.fixture
def whole(client):
    return client.get(beside()).text


@pytest.fixture
def turns(client):
    return client.get(beside(order="turns")).text


def plain(html):
    return " ".join(entities.unescape(re.sub(r"<[^>]+>", " ", html)).split())


def cells(html):
    """The cells in order: id and plain text."""
    parts = re.split(r'<div class="pair__cell[^"]*" id="', html)[1:]
    return [(part.partition('"')[0], plain(part.partition(">")[2])) for part in parts]


@pytest.mark.parametrize("order", ["whole", "turns"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_nests_and_has_one_first_heading_and_no_id_twice(client, order, language):
    outline = Outline(client.get(beside(order=order, lang=language)).text)
    ids = outline.ids()
    assert len(outline.named("h1")) == 1
    assert len(ids) == len(set(ids))
    assert outline.named("html") == [{"lang": language}]


@pytest.mark.parametrize("order", ["whole", "turns"])
def test_every_link_within_the_page_leads_to_a_place_on_it(client, order):
    outline = Outline(client.get(beside(order=order)).text)
    within = {each["href"] for each in outline.named("a") if each["href"].startswith("#")}
    assert within <= {f"#{each}" for each in outline.ids()}


@pytest.mark.kwcag("5.3.2", "7.1.1")
def test_each_language_stands_whole_and_says_its_language(whole):
    assert re.findall(r'<article[^>]* lang="(\w+)"', whole) == ["ko", "en"]
    ids = [name for name, _ in cells(whole)]
    assert ids == sorted(ids, key=lambda name: (name[:2] != "ko", int(name.rpartition("-")[2])))


def test_both_languages_have_a_cell_for_every_step_so_that_columns_stay_in_step(whole):
    counted = [len(re.findall(rf'id="{side}-step-\d+"', whole)) for side in ("ko", "en")]
    assert counted[0] == counted[1] > 5


@pytest.mark.kwcag("6.4.3")
def test_partners_lead_to_each_other_and_nothing_else_leads_anywhere(whole):
    links = re.findall(r'href="#((?:ko|en)-step-(\d+))" aria-label="([^"]+)">(국문|영문)<', whole)
    assert {number for _, number, _, _ in links} == {
        number for name, number, _, _ in links if name.startswith("ko")
    }
    assert all(shown in label for _, _, label, shown in links)
    assert {label for _, _, label, _ in links} >= {
        "이 문단의 영문",
        "이 제목의 국문",
        "이 표의 영문",
    }
    alone = next(name for name, text in cells(whole) if "5개사" in text)
    assert f'href="#{alone.replace("ko", "en")}"' not in whole


def test_what_says_the_same_is_in_the_same_step(whole):
    number = {text: name.rpartition("-")[2] for name, text in cells(whole)}

    def step(words):
        return next(value for text, value in number.items() if words in text)

    assert step("추진 배경") == step("Background")
    assert step("국제 기준") == step("international standards") == step("방문한다")
    assert step("45명") == step("45 experts")
    assert step("3조") == step("3.245 trillion")
    assert step("자료정책과") == step("Data Policy Division")


def test_each_language_has_a_door_of_its_own_whose_sentences_are_on_the_page(client, whole):
    outline = Outline(whole)
    players = outline.named("listen-player")
    assert len(players) == len(outline.named("audio")) == 2
    for player, side in zip(players, ("ko", "en"), strict=True):
        entries = client.get(player["manifest"]).get_json()["readingOrder"]
        shown = {each["textref"] for each in entries if each["text"]}
        assert all(name.startswith(f"{side}-") for name in shown)
        assert shown <= set(outline.ids())


def test_in_turns_one_door_says_each_step_in_both_languages(client, turns):
    outline = Outline(turns)
    (player,) = outline.named("listen-player")
    entries = client.get(player["manifest"]).get_json()["readingOrder"]
    assert {each["textref"] for each in entries if each["text"]} <= set(outline.ids())
    said = [(each["language"], each["text"]) for each in entries]
    places = {text: at for at, (_, text) in enumerate(said)}
    assert places["Background"] == places["추진 배경"] + 1
    assert places["국내 기업 5개사도 함께한다."] < places["방문 일정"] < places["Schedule"]
    blocks = [(each["textref"][:2], each["block"]) for each in entries if each["block"] >= 0]
    assert {block for side, block in blocks if side == "ko"}.isdisjoint(
        block for side, block in blocks if side == "en"
    )


def test_in_turns_the_whole_can_be_heard_and_kept_as_one_file(client, turns):
    (audio,) = Outline(turns).named("audio")
    assert client.get(audio["src"]).data[:1] == b"\xff"
    saved = client.get(re.search(r'href="(/downloads/[^"]+)"', turns)[1])
    assert saved.status_code == 200
    assert saved.data.startswith(b"ID3")


def test_in_turns_partners_follow_each_other_without_links_between_them(turns):
    ids = [name for name, _ in cells(turns)]
    assert ids[:4] == ["ko-step-0", "en-step-0", "ko-step-1", "en-step-1"]
    assert "pair__link" not in turns


def test_sentences_know_their_partners(whole):
    partners = json.loads(entities.unescape(re.search(r'data-partners="([^"]+)"', whole)[1]))
    texts = dict(re.findall(r'class="utterance" id="((?:ko|en)-u\d+)"[^>]*>([^<]+)', whole))
    said = {
        texts.get(one, ""): [texts.get(each, "") for each in other]
        for one, other in partners.items()
    }
    assert said["추진 배경"] == ["Background"]
    assert any("45명" in one and "45 experts" in other[0] for one, other in said.items())
    assert set(partners) <= set(Outline(whole).ids())


def test_notes_lead_to_their_own_text_in_both_languages(whole):
    for side in ("ko", "en"):
        assert re.search(rf'id="({side}-note-\d)-mark" href="#\1"', whole)


def test_the_order_is_one_link_away_and_keeps_everything_else(client, whole, turns):
    to_turns = entities.unescape(
        re.search(r'class="pair-order">.*?href="([^"]+)"', whole, re.DOTALL)[1]
    )
    back = entities.unescape(
        re.search(r'class="pair-order">.*?href="([^"]+)"', turns, re.DOTALL)[1]
    )
    assert "pair--turns" in client.get(to_turns).text
    assert "pair--whole" in client.get(back).text


def test_columns_may_be_the_other_way_round(client):
    html = client.get(beside(VISIT_EN, VISIT_KO)).text
    assert re.findall(r'<article[^>]* lang="(\w+)"', html) == ["en", "ko"]
    assert 'href="#ko-step-0" aria-label="이 제목의 국문"' in html


@pytest.mark.parametrize(
    ("second", "status", "code"),
    [
        ("https://169.254.169.254/x", 403, "source-not-allowed"),
        ("javascript:alert(1)", 400, "source-address-invalid"),
        (KOREAN, 422, "pair-in-one-language"),
        (VISIT_KO, 400, "request-invalid"),
        (SCANNED, 422, "document-has-no-text"),
        (BROKEN, 422, "document-is-broken"),
    ],
)
def test_the_second_address_passes_the_same_admission(client, second, status, code):
    answer = client.get(beside(VISIT_KO, second), headers={"Accept": "application/json"})
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert client.get(beside(VISIT_KO, second)).status_code == status


def test_an_empty_second_address_is_none(client):
    assert "listen-doors" not in client.get(listen(VISIT_KO) + "&with=").text


def test_documents_of_different_events_are_shown_without_pairs(client):
    html = client.get(beside(CHAPTERS, ENGLISH)).text
    assert "맞추지 않고 보여 드립니다" in html
    assert "pair__link" not in html
    assert "He leaves on July 4." in html
    assert "보건소를 포함" in html


def test_hostile_text_stays_text(client):
    html = client.get(beside(HOSTILE, ENGLISH)).text
    assert SCRIPT not in html
    assert "alert(2)</script>" not in html
    assert "javascript:" not in html


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_page_that_names_its_counterpart_has_a_link_to_both(client, language):
    html = client.get(listen(VISIT_KO, lang=language)).text
    (link,) = re.findall(r'<p class="other-language"><a href="([^"]+)"', html)
    assert (
        "Minister to Visit Boston"
        in html.partition('<p class="other-language">')[2].partition("</p>")[0]
    )
    page = client.get(entities.unescape(link))
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert "pair--whole" in page.text


@pytest.mark.parametrize("address", [KOREAN, ENGLISH, GUIDE_FILES, HOSTILE])
def test_a_page_that_names_none_has_no_such_link(client, address):
    assert 'class="other-language"' not in client.get(listen(address)).text


def test_the_front_page_takes_a_second_address(client):
    outline = Outline(client.get("/").text)
    assert [each["name"] for each in outline.named("input") if each.get("type") == "url"] == [
        "url",
        "with",
    ]


def test_ids_of_a_manifest_begin_with_a_language_only_where_asked(client, whole):
    (player, _) = Outline(whole).named("listen-player")
    path = player["manifest"].partition("?")[0]
    for asked, begins in (("", "u"), ("?ids=ko", "ko-u"), ("?ids=<b>", "u")):
        (first, *_) = client.get(path + asked).get_json()["readingOrder"]
        assert first["textref"].startswith(begins)
