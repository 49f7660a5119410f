"""Errors for programs and for people."""

import logging
from urllib.parse import quote

import pytest

from service.errors import leaves
from service.web import create_app, pages
from service.web.problems import PROBLEM_JSON
from tests.web.staging import BROKEN, KOREAN, SCANNED, staged

UNKNOWN = "0" * 64
AS_PROGRAM = {"Accept": "application/json"}


def listen(address):
    return "/listen?url=" + quote(address, safe="")


def test_a_problem_has_exactly_these_members(client):
    answer = client.get(f"/manifests/{UNKNOWN}.json?lang=en")
    assert answer.content_type == PROBLEM_JSON
    assert answer.get_json() == {
        "type": "urn:deutgi:problem:manifest-unknown",
        "title": "We could not show what you asked for",
        "status": 404,
        "detail": "This list of audio no longer exists. Please open the document again.",
        "instance": f"/manifests/{UNKNOWN}.json",
        "code": "manifest-unknown",
        "retryable": False,
        "request_id": answer.headers["X-Request-Id"],
    }


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"/audio/{UNKNOWN}.mp3", 404, "manifest-unknown"),
        (f"/segments/{UNKNOWN}.mp3", 404, "clip-unknown"),
        (f"/captions/{UNKNOWN}.vtt", 404, "manifest-unknown"),
        ("/manifests/ABC.json", 404, "page-unknown"),
        (f"/manifests/{UNKNOWN.replace('0', 'A')}.json", 404, "page-unknown"),
    ],
)
def test_audio_and_manifests_answer_programs(client, path, status, code):
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (status, PROBLEM_JSON)
    assert answer.get_json()["code"] == code


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("https://elsewhere.example/", 403, "source-not-allowed"),
        ("nonsense", 400, "source-address-invalid"),
        (SCANNED, 422, "document-has-no-text"),
        (BROKEN, 422, "document-is-broken"),
    ],
)
def test_who_asks_for_json_gets_the_same_errors(client, address, status, code):
    answer = client.get(listen(address), headers=AS_PROGRAM)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)


@pytest.mark.kwcag("7.1.1")
def test_people_get_a_page_in_the_language_of_their_browser(client):
    korean = client.get("/nowhere", headers={"Accept-Language": "ko-KR,en;q=0.5"})
    english = client.get("/nowhere", headers={"Accept-Language": "en-GB"})
    assert "찾으시는 쪽이 없습니다" in korean.text
    assert "There is no such page" in english.text
    assert korean.headers["Vary"] == "Accept, Accept-Language, Accept-Encoding"


def test_the_language_that_is_asked_for_goes_before_the_browsers(client):
    answer = client.get("/nowhere?lang=en", headers={"Accept-Language": "ko"})
    assert "There is no such page" in answer.text


def test_an_error_is_never_kept(client):
    assert client.get("/nowhere").headers["Cache-Control"] == "no-store"


def test_a_method_that_is_not_taken_is_named_with_those_that_are(client):
    answer = client.post("/listen", headers=AS_PROGRAM)
    assert (answer.status_code, answer.get_json()["code"]) == (405, "method-not-allowed")
    assert "GET" in answer.headers["Allow"]


def test_more_bytes_than_are_taken_are_refused(tmp_path):
    services = staged(tmp_path, HANDOVER="yes", MAX_SOURCE_BYTES="100")
    client = create_app(services).test_client()
    answer = client.post("/texts", data={"text": "x" * 100_000}, headers=AS_PROGRAM)
    assert (answer.status_code, answer.get_json()["code"]) == (413, "request-too-large")
    answer = client.post("/texts", data={"text": "x" * 1_000}, headers=AS_PROGRAM)
    assert (answer.status_code, answer.get_json()["code"]) == (413, "source-too-large")
    services.close()


def test_handing_over_is_closed_until_it_is_switched_on(tmp_path):
    services = staged(tmp_path)
    client = create_app(services).test_client()
    answer = client.post("/texts", data={"text": "x"})
    assert answer.status_code == 403
    assert 'action="/texts"' not in client.get("/").text
    assert client.get("/board.es").status_code == 404
    services.close()


def test_a_document_that_is_still_being_read_has_a_page_of_its_own(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="0")  # and nobody works
    client = create_app(services).test_client()
    answer = client.get(listen(KOREAN))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (202, "no-store")
    assert "다시 확인</a>" in answer.text
    assert f'href="{listen(KOREAN)}"' in answer.text
    assert "http-equiv" not in answer.text
    services.close()


def test_a_program_is_told_to_come_back_for_a_document_that_is_being_read(tmp_path):
    services = staged(tmp_path, PAGE_WAIT_MS="0")
    answer = create_app(services).test_client().get(listen(KOREAN), headers=AS_PROGRAM)
    assert (answer.status_code, answer.get_json()["code"]) == (503, "work-not-finished")
    assert answer.headers["Retry-After"] == "2"
    services.close()


def test_a_defect_is_logged_with_the_request_and_told_without_detail(client, monkeypatch, caplog):
    def fail(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(pages, "open_first_pages", fail)
    with caplog.at_level(logging.ERROR):
        answer = client.get(listen(KOREAN))
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert answer.headers["X-Request-Id"] in caplog.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.kwcag("7.3.1")
@pytest.mark.parametrize("leaf", leaves(), ids=lambda leaf: leaf.code)
def test_every_error_can_be_shown_to_people(client, monkeypatch, leaf):
    def fail(*_):
        raise leaf("detail for operators")

    monkeypatch.setattr(pages, "open_first_pages", fail)
    answer = client.get(listen(KOREAN))
    assert answer.status_code == (202 if leaf.code == "work-not-finished" else leaf.status)
    assert "detail for operators" not in answer.text
