import gzip
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from service.errors import (
    SourceNotAllowed,
    SourceNotFound,
    SourceRedirectsTooOften,
    SourceTooLarge,
    SourceTooSlow,
    SourceUnreachable,
)
from service.fetch.guard import Rules, networks
from service.fetch.http import HttpFetcher, Limits

LIMITS = Limits(max_bytes=1_000, timeout_s=0.6, max_redirects=3)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        try:
            getattr(self, "answer_" + self.path.strip("/").split("?")[0])()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client left, as it should

    def send(self, status=200, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self):
        self.send(body=b"<html>", Content_Type="text/html; charset=utf-8", ETag='"1"')

    def answer_named(self):
        name = "붙임 1.pdf".encode().decode("latin-1")
        self.send(body=b"%PDF", Content_Disposition=f'attachment; filename="{name}"')

    def answer_large(self):
        self.send(body=b"x" * 1_001)

    def answer_undeclared(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * 5_000)
        self.close_connection = True

    def answer_bomb(self):
        self.send(body=gzip.compress(b"0" * 10_000_000), Content_Encoding="gzip")

    def answer_gzip(self):
        self.send(body=gzip.compress(b"hello"), Content_Encoding="gzip")

    def answer_missing(self):
        self.send(404)

    def answer_broken(self):
        self.send(500)

    def answer_loop(self):
        self.send(302, Location="/loop")

    def answer_hop(self):
        self.send(302, Location="/page")

    def answer_away(self):
        self.send(302, Location="http://evil.example/")

    def answer_inside(self):
        self.send(302, Location="http://169.254.169.254/latest")

    def answer_drip(self):
        self.send_response(200)
        self.end_headers()
        while not self.server.stopping.wait(0.05):
            self.wfile.write(b"x")

    def answer_dripheaders(self):
        while not self.server.stopping.wait(0.05):
            self.wfile.write(b"H")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.stopping = threading.Event()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.stopping.set()
    made.shutdown()
    made.server_close()


@pytest.fixture
def fetch(server):
    place = f"127.0.0.1:{server.server_port}"
    rules = Rules((place,), networks(["127.0.0.0/8", "::1/128"]), allow_http=True)
    fetcher = HttpFetcher(rules, LIMITS)
    return lambda path: fetcher.fetch(fetcher.admit(f"http://{place}/{path}"))


def test_a_page_comes_with_its_kind_and_validators(fetch):
    got = fetch("page")
    assert (got.body, got.media_type, got.etag) == (b"<html>", "text/html", '"1"')


def test_a_korean_file_name_is_read_from_raw_header_bytes(fetch):
    assert fetch("named").name == "붙임 1.pdf"


def test_a_redirect_on_the_list_is_followed(fetch):
    assert fetch("hop").body == b"<html>"


def test_unasked_compression_is_undone(fetch):
    assert fetch("gzip").body == b"hello"


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("large", SourceTooLarge),
        ("undeclared", SourceTooLarge),
        ("bomb", SourceTooLarge),
        ("missing", SourceNotFound),
        ("broken", SourceUnreachable),
        ("loop", SourceRedirectsTooOften),
        ("away", SourceNotAllowed),
        ("inside", SourceNotAllowed),
        ("drip", SourceTooSlow),
        ("dripheaders", SourceTooSlow),
    ],
)
def test_bad_answers_have_their_own_errors(fetch, path, error):
    with pytest.raises(error):
        fetch(path)


def test_a_dripping_answer_ends_at_the_deadline(fetch):
    begun = time.monotonic()
    with pytest.raises(SourceTooSlow):
        fetch("dripheaders")
    assert time.monotonic() - begun < 5 * LIMITS.timeout_s


@pytest.fixture
def names(monkeypatch):
    """Answers of the system's look-up, given one after another; a number is a wait in seconds."""
    real, given = socket.getaddrinfo, []

    def look_up(host, port, *rest, **named):
        if host != "www.mohw.go.kr":
            return real(host, port, *rest, **named)
        answer = given.pop(0)
        if isinstance(answer, float):
            time.sleep(answer)
            answer = ["127.0.0.1"]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port)) for place in answer]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return given


@pytest.fixture
def fetch_named(server, names):
    """Fetches the page of a host whose loopback addresses are listed, others are not."""
    place = f"www.mohw.go.kr:{server.server_port}"
    rules = Rules((place,), networks(["127.0.0.0/8", "::1/128"]), allow_http=True)
    fetcher = HttpFetcher(rules, LIMITS)
    return lambda: fetcher.fetch(fetcher.admit(f"http://{place}/page")).body


def test_a_listed_host_that_resolves_to_a_private_network_is_refused(server, names):
    place = f"www.mohw.go.kr:{server.server_port}"
    names.append(["127.0.0.1", "10.0.0.1"])
    fetcher = HttpFetcher(Rules((place,), allow_http=True), LIMITS)
    with pytest.raises(SourceNotAllowed):
        fetcher.fetch(fetcher.admit(f"http://{place}/page"))


def test_the_connection_goes_to_the_address_that_was_checked(fetch_named, names):
    names.extend([["127.0.0.1"], ["10.0.0.1"]])  # a second look-up would give another answer
    assert fetch_named() == b"<html>"
    assert names == [["10.0.0.1"]]


def test_only_admitted_addresses_are_tried(fetch_named, names):
    names.append(["10.0.0.1", "127.0.0.1"])
    assert fetch_named() == b"<html>"


def test_the_next_address_is_tried_when_one_does_not_answer(fetch_named, names):
    names.append(["::1", "127.0.0.1"])  # the server listens on the second only
    assert fetch_named() == b"<html>"


def test_a_look_up_without_an_end_is_given_up_at_the_deadline(fetch_named, names):
    names.append(5 * LIMITS.timeout_s)
    begun = time.monotonic()
    with pytest.raises(SourceTooSlow):
        fetch_named()
    assert time.monotonic() - begun < 3 * LIMITS.timeout_s


def test_a_name_nobody_knows_is_unreachable(fetch_named, monkeypatch):
    def nobody(*_place, **_kind):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(SourceUnreachable):
        fetch_named()


def test_certificates_are_verified(server):
    fetcher = HttpFetcher(Rules(), LIMITS)
    context = fetcher._tls
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
