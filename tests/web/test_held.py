"""What a page holds itself so that its player need not ask, and how it is sent."""

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from service.errors import ManifestUnknown
from tests.web.staging import KOREAN, VISIT_EN, VISIT_KO
from tests.web.test_pages import WITHIN, Outline, listen


@pytest.mark.parametrize(
    "path",
    [
        listen(KOREAN),
        listen(KOREAN, audio="light"),
        f"/player?url={KOREAN}",
        listen(VISIT_KO, **{"with": VISIT_EN}),
        listen(VISIT_KO, **{"with": VISIT_EN, "order": "turns"}),
    ],
)
def test_a_page_holds_what_its_player_would_ask_for_first(client, path):
    html = client.get(path).text
    assert 'rel="preload"' not in html
    addresses = [player["manifest"] for player in Outline(html).named("listen-player")]
    held = [json.loads(text) for text in WITHIN.findall(html)]
    assert held == [client.get(address).json for address in addresses]


def test_a_text_is_shown_though_nothing_is_known_of_its_sound(client, monkeypatch):
    def unknown(*_):
        raise ManifestUnknown("purged")

    monkeypatch.setattr("service.web.manifests.show_manifest", unknown)
    answer = client.get(listen(KOREAN))
    assert answer.status_code == 200
    assert not WITHIN.search(answer.text)


def test_pages_are_compressed_for_those_who_take_it(client):
    plain = client.get(listen(KOREAN))
    packed = client.get(listen(KOREAN), headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3


@pytest.mark.parametrize(
    "path", [listen(KOREAN), listen(KOREAN, audio="light"), f"/player?url={KOREAN}"]
)
def test_a_long_manifest_does_not_hold_up_the_text_and_is_on_its_way_before_the_script(
    client, monkeypatch, path
):
    count = len(json.loads(WITHIN.search(client.get(path).text)[1])["readingOrder"])
    monkeypatch.setattr("service.web.manifests._MOST_WITHIN_PAGE", count)
    assert WITHIN.search(client.get(path).text)
    monkeypatch.setattr("service.web.manifests._MOST_WITHIN_PAGE", count - 1)
    html = client.get(path).text
    assert not WITHIN.search(html)
    outline = Outline(html)
    (early,) = [link for link in outline.named("link") if link["rel"] == "preload"]
    assert early["href"] == outline.named("listen-player")[0]["manifest"]
    assert early["media"] == "(scripting: enabled)"


def test_the_script_that_a_page_holds_is_the_one_that_its_policy_names(client):
    answer = client.get("/")
    (held,) = re.findall("<script>(.*?)</script>", answer.text, re.DOTALL)
    digest = b64encode(sha256(held.encode()).digest()).decode()
    policy = answer.headers["Content-Security-Policy"]
    assert f"script-src 'self' 'sha256-{digest}';" in policy
