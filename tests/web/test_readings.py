"""A document of which the first pages can be read and heard while the others are not read yet."""

import re
import time
from dataclasses import replace

import pytest

from service.cli.crew import working
from service.store.base import Shelf
from service.web import create_app
from tests.web.staging import BROKEN, KOREAN, GatedExtractor, JsonExtractor, staged

FIRST, LATER = "조규홍 장관은 7월 4일부터", "방문 일정은 다음과 같다."


@pytest.fixture
def extractor():
    return GatedExtractor()


@pytest.fixture
def open_page(tmp_path, extractor):
    """A client of a service whose reader stops behind page 8 until its gate is opened."""
    made = staged(tmp_path, PART_WAIT_MS="50", PAGE_WAIT_MS="400")
    services = replace(made, extractor=extractor)
    with working(services, ("read", "speak")):
        yield create_app(services).test_client()
        extractor.gate.set()
    services.close()


def listen(client, **given):
    return client.get("/listen", query_string={"url": KOREAN} | given)


def state_address(page):
    return re.search(r'data-state="([^"]+)"', page.get_data(as_text=True)).group(1)


def test_first_pages_are_shown_while_the_others_are_not_read(open_page, extractor):
    page = listen(open_page)
    text = page.get_data(as_text=True)
    assert not extractor.gate.is_set()
    assert page.status_code == 200
    assert FIRST in re.sub(r"<[^>]+>", "", text)
    assert LATER not in text
    assert "전체 100쪽 가운데 8쪽까지 읽었습니다." in text


def test_a_plain_link_leads_to_the_whole_document(open_page, extractor):
    first = listen(open_page).get_data(as_text=True)
    more = re.search(r'href="([^"]+)">더 읽은 데까지 보기', first).group(1).replace("&amp;", "&")
    extractor.gate.set()
    wait_until_read(open_page, first)
    whole = open_page.get(more.partition("#")[0]).get_data(as_text=True)
    assert LATER in re.sub(r"<[^>]+>", "", whole)
    assert "가운데 8쪽까지" not in whole
    assert f'id="{more.partition("#")[2]}"' in whole


def wait_until_read(client, text):
    address = re.search(r'data-state="([^"]+)"', text).group(1)
    end = time.monotonic() + 5
    while client.get(address).json["status"] == "reading":
        assert time.monotonic() < end
        time.sleep(0.01)


def test_programs_ask_how_far_a_document_is(open_page, extractor):
    page = listen(open_page)
    told = open_page.get(state_address(page)).json
    assert told["preview"].startswith("/documents/")
    assert {name: told[name] for name in ("status", "pagesRead", "pages", "hasFirstPages")} == {
        "status": "reading",
        "pagesRead": 8,
        "pages": 100,
        "hasFirstPages": True,
    }
    extractor.gate.set()
    wait_until_read(open_page, page.get_data(as_text=True))
    told = open_page.get(state_address(page)).json
    assert (told["status"], told["pagesRead"], told["pages"]) == ("read", 100, 100)


def test_the_first_pages_have_sound_that_the_whole_uses_again(open_page, extractor):
    def sounds(text):
        manifest = re.search(r"/manifests/([0-9a-f]{64})", text).group(1)
        told = open_page.get(f"/manifests/{manifest}.json").json
        return [entry["url"] for entry in told["readingOrder"]]

    text = listen(open_page).get_data(as_text=True)
    first = sounds(text)
    assert open_page.get(first[0]).status_code == 200
    extractor.gate.set()
    wait_until_read(open_page, text)
    whole = sounds(listen(open_page).get_data(as_text=True))
    assert len(first) < len(whole)
    assert set(first) <= set(whole)


def test_the_page_that_waits_tells_how_many_pages_are_read(open_page, extractor):
    frame = open_page.get("/player", query_string={"url": KOREAN, "lang": "ko"})
    extractor.gate.set()
    assert frame.status_code == 202
    assert "8/100쪽" in frame.get_data(as_text=True)


def test_a_program_that_waits_is_told_the_pages(open_page, extractor):
    asked = {"query_string": {"url": KOREAN}, "headers": {"Accept": "application/json"}}
    problem = open_page.get("/player", **asked).json
    extractor.gate.set()
    assert (problem["code"], problem["pagesRead"], problem["pages"]) == (
        "work-not-finished",
        8,
        100,
    )
    assert problem["reading"].endswith(".json")


def test_a_reading_that_failed_says_why(tmp_path):
    services = replace(staged(tmp_path, PAGE_WAIT_MS="30000"), extractor=JsonExtractor())
    with working(services, ("read",)):
        client = create_app(services).test_client()
        client.get("/listen", query_string={"url": BROKEN})
        tickets = list(services.store.keys(Shelf.SOURCES))
        told = client.get(f"/readings/{tickets[0]}.json").json
    services.close()
    assert (told["status"], told["error"]) == ("failed", "document-is-broken")


def test_nobody_asked_for_this(open_page):
    assert open_page.get(f"/readings/{'0' * 64}.json").status_code == 404


@pytest.mark.parametrize("name", ["_anchor", "_external", "_scheme", "_method", "endpoint", "key"])
def test_no_parameter_bends_the_link_to_the_whole_document(open_page, name):
    page = listen(open_page, **{name: "javascript"})
    assert page.status_code == 200
    more = re.search(r'href="([^"]+)">더 읽은 데까지 보기', page.get_data(as_text=True)).group(1)
    assert more.startswith("/listen?url=")
    assert f"{name}=javascript&amp;seen=8#page-" in more
