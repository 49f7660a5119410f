"""Pages of a PDF as pictures: what is offered, what is drawn, and what cannot be had."""

import io
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from PIL import Image

from service import codec
from service.cli.crew import working
from service.extract.base import Progress, unheard
from service.jobs.base import Order
from service.model.jobs import Priority
from service.store.base import Shelf
from service.store.keys import picture_key
from service.usecases.draw_pages import DRAW, DrawWork, draw_now
from service.web import create_app
from tests.web.staging import KOREAN, PRINTED, JsonExtractor, staged

NOWHERE = "0" * 64
FOREVER = "public, max-age=31536000, immutable"


class SlowExtractor(JsonExtractor):
    """Takes a while for a page, so that many can ask meanwhile."""

    def draw(self, body, page, size):
        time.sleep(0.2)
        return super().draw(body, page, size)


class FirstPagesExtractor(JsonExtractor):
    """Tells the first page at once, and reads the others when the gate is opened."""

    def __init__(self):
        super().__init__()
        self.gate = Event()

    def extract(self, resource, tell=unheard):
        whole = super().extract(resource)
        first = replace(whole.body, blocks=whole.body.blocks[:5], pages_unread=3)
        tell(Progress(1, 4, replace(whole, body=first)))
        assert self.gate.wait(10)
        return whole


@pytest.fixture
def opened(tmp_path):
    """Make a service: gives its client and its services."""
    made = []

    def open_service(extractor=None, crew=("read",), **given):
        parts = staged(tmp_path, **{"PICTURE_WAIT_MS": "5000", "PAGE_WAIT_MS": "5000"} | given)
        services = replace(parts, extractor=extractor or parts.extractor)
        crew_at_work = working(services, crew)
        crew_at_work.__enter__()
        made.append((services, crew_at_work))
        return create_app(services).test_client(), services

    yield open_service
    for services, crew_at_work in made:
        crew_at_work.__exit__(None, None, None)
        services.close()


def addresses(client, address=PRINTED):
    html = client.get("/listen", query_string={"url": address}).text
    return re.findall(r'href="(/pictures/[^"]+)"', html)


def test_every_page_that_can_be_drawn_is_offered_where_it_begins(client):
    html = client.get("/listen", query_string={"url": PRINTED}).text
    offered = re.findall(
        r'id="page-(\d)"[^§]*?</span></span>\s*<details class="page-picture" '
        r'data-width="(\d+)" data-height="(\d+)">',
        html,
    )
    assert offered == [("1", "1240", "1755"), ("2", "1240", "876"), ("3", "1240", "1755")]
    assert [each.rpartition("/")[2] for each in addresses(client)] == ["1.webp", "2.webp", "3.webp"]


@pytest.mark.kwcag("5.1.1")
def test_no_picture_is_loaded_with_the_page_and_a_link_leads_to_each_without_scripts(client):
    html = client.get("/listen", query_string={"url": PRINTED}).text
    assert "<img" not in html
    assert re.findall(r">(\d쪽 그림만 크게 보기)</a>", html) == [
        f"{page}쪽 그림만 크게 보기" for page in (1, 2, 3)
    ]


def test_a_document_that_is_no_pdf_offers_none(client):
    html = client.get("/listen", query_string={"url": KOREAN}).text
    assert 'id="page-1"' in html
    assert "page-picture" not in html
    assert "page-pictures.mjs" not in html


def test_a_picture_has_the_size_that_was_told_and_may_be_kept_for_ever(client):
    answer = client.get(addresses(client)[1])
    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    assert answer.headers["Cache-Control"] == FOREVER
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    policy = answer.headers["Content-Security-Policy"]
    assert (
        "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src 'self'" in policy
    )
    picture = Image.open(io.BytesIO(answer.data))
    assert (picture.format, picture.size) == ("WEBP", (1240, 876))


def test_who_has_a_picture_is_not_sent_it_again(client):
    address = addresses(client)[0]
    etag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == FOREVER


@pytest.mark.parametrize(
    "path",
    [
        f"/pictures/{NOWHERE}/1.webp",
        "{key}/5.webp",
        "{key}/4.webp",
        "{key}/999999.webp",
    ],
)
def test_a_page_that_nobody_read_here_is_unknown(client, path):
    key = addresses(client)[0].rpartition("/")[0]
    answer = client.get(path.format(key=key), headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json["code"]) == (404, "picture-unknown")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["0", "01", "-1", "1.5", "1000000", "x", "9" * 5000])
def test_only_the_plain_number_of_a_page_is_an_address(client, page):
    key = addresses(client)[0].rpartition("/")[0]
    answer = client.get(f"{key}/{page}.webp", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json["code"]) == (404, "page-unknown")


def test_a_document_that_was_never_opened_is_not_drawn_by_its_digest(client, services):
    addresses(client)
    digests = list(services.store.keys(Shelf.RESOURCES))
    assert digests
    for digest in digests:
        assert client.get(f"/pictures/{digest}/1.webp").status_code == 404


def test_a_page_that_cannot_be_drawn_says_so_once_and_is_not_tried_again_at_once(opened):
    client, services = opened()
    address = addresses(client)[2]
    told = [client.get(address, headers={"Accept": "application/json"}) for _ in range(3)]
    assert {(each.status_code, each.json["code"]) for each in told} == {(422, "page-not-drawable")}
    assert services.extractor.drawn == [3]
    assert client.get("/listen", query_string={"url": PRINTED}).status_code == 200


def test_a_person_who_follows_the_link_to_a_broken_page_reads_why(client):
    answer = client.get(addresses(client)[2], headers={"Accept": "text/html"})
    assert answer.status_code == 422
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "style-src 'self';" in policy
    assert "이 쪽은 그림으로 보여 드릴 수 없습니다." in answer.text


def test_a_page_is_drawn_once_however_many_ask(opened):
    client, services = opened(SlowExtractor())
    address = addresses(client)[0]
    app = client.application
    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(lambda _: app.test_client().get(address), range(12)))
    assert {each.status_code for each in answers} == {200}
    assert len({each.data for each in answers}) == 1
    assert services.extractor.drawn == [1]


def test_who_waits_too_long_is_told_to_come_back(opened):
    client, _ = opened(SlowExtractor(), PICTURE_WAIT_MS="100")
    answer = client.get(addresses(client)[0], headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json["code"]) == (503, "picture-not-ready")
    assert answer.headers["Retry-After"] == "2"


def test_what_nobody_waits_for_any_more_is_not_drawn(opened):
    client, services = opened()
    key = addresses(client)[0].split("/")[2]
    draw_now(services, DrawWork(key, 1, time.time() - 60))
    assert services.extractor.drawn == []


def test_who_joins_work_that_is_given_up_has_it_done_all_the_same(opened):
    """The first job was asked for long ago, so it is given up; who joined it asks anew."""
    client, services = opened(crew=())
    with working(services, ("read",)):
        address = addresses(client)[0]
    key = address.split("/")[2]
    stale = codec.to_json(DrawWork(key, 1, asked_at=1.0))
    order = Order(DRAW, picture_key(key, 1), stale, Priority.LISTENER)
    services.queue.submit([order])
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(client.get, address)
        time.sleep(0.1)
        with working(services, ("read",)):
            assert asked.result().status_code == 200
    assert services.extractor.drawn == [1]


def test_a_picture_that_was_cut_off_is_drawn_again(opened):
    client, services = opened()
    address = addresses(client)[0]
    whole = client.get(address).data
    (name,) = services.store.keys(Shelf.PICTURES)
    services.store.put(Shelf.PICTURES, name, whole[: len(whole) // 2])
    assert client.get(address).data == whole


def test_a_document_whose_bytes_went_has_pictures_again_when_it_is_opened_again(opened):
    client, services = opened(SOURCE_FRESH_S="0")
    address = addresses(client)[0]
    for digest in list(services.store.keys(Shelf.RESOURCES)):
        services.store.drop(Shelf.RESOURCES, digest)
    gone = client.get(address, headers={"Accept": "application/json"})
    assert (gone.status_code, gone.json["code"]) == (404, "picture-unknown")
    assert addresses(client)[0] == address
    assert client.get(address).status_code == 200


def test_a_document_whose_bytes_are_not_here_offers_no_pictures(opened):
    client, services = opened(SOURCE_FRESH_S="600")
    assert addresses(client)
    for digest in list(services.store.keys(Shelf.RESOURCES)):
        services.store.drop(Shelf.RESOURCES, digest)
    assert addresses(client) == []
    assert client.get("/listen", query_string={"url": PRINTED}).status_code == 200


def test_first_pages_have_their_pictures_while_the_others_are_read(opened):
    extractor = FirstPagesExtractor()
    client, _ = opened(extractor, PART_WAIT_MS="50")
    (first,) = addresses(client)
    assert client.get(first).status_code == 200
    assert not extractor.gate.is_set()
    extractor.gate.set()


def test_pictures_can_be_switched_off(opened):
    client, services = opened()
    address = addresses(client)[0]
    settings = replace(services.settings, pictures=False)
    off = create_app(replace(services, settings=settings)).test_client()
    assert addresses(off) == []
    assert "look-pages-beside" in client.get("/").text
    assert "look-pages-beside" not in off.get("/").text
    assert off.get(address).status_code == 404


def test_other_widths_have_other_addresses(opened):
    wide, _ = opened()
    narrow, _ = opened(PICTURE_WIDTH="620")
    assert addresses(wide)[0] != addresses(narrow)[0]
    picture = Image.open(io.BytesIO(narrow.get(addresses(narrow)[0]).data))
    assert picture.size == (620, 877)
