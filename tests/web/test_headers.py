"""What every answer carries, whole, so that additions are noticed."""

import re

import pytest

from service.web.assets import source_of
from tests.web.staging import KOREAN

SCRIPTS = f"'self' {source_of('appearance.js')}"
POLICY = (
    f"default-src 'none'; script-src {SCRIPTS}; "
    "style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; {}"
)
NOBODY = "frame-ancestors 'none'"
COMMON = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
}
PREVIEW = f"/listen?url={KOREAN}"
PLAYER = f"/player?url={KOREAN}"


def static(client, name):
    html = client.get(PREVIEW).text
    return re.search(rf'"(/static/[^"]*{name})"', html)[1]


def headers_of(answer):
    varying = {"X-Request-Id", "Content-Length", "Date"}
    return {name: value for name, value in answer.headers.items() if name not in varying}


@pytest.mark.kwcag("6.5.4")
def test_a_page_carries_exactly_these_headers(client):
    assert headers_of(client.get(PREVIEW)) == COMMON | {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": POLICY.format(NOBODY),
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding, Save-Data",
    }


def test_the_player_may_be_framed_by_the_sites_that_settings_name(client):
    assert headers_of(client.get(PLAYER)) == COMMON | {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": POLICY.format("frame-ancestors 'self' https://portal.example"),
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding, Save-Data",
    }


def test_an_error_in_a_frame_may_be_framed_too(client):
    answer = client.get("/player")
    assert answer.status_code == 400
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self' https://portal.example" in policy


def test_the_sample_board_may_hold_the_player_and_nobody_may_hold_it(client):
    answer = client.get("/board.es?mid=a20401000000&bid=0032&act=view&list_no=377210")
    policy = answer.headers["Content-Security-Policy"]
    assert policy == POLICY.format(f"{NOBODY}; frame-src 'self'")


def test_a_static_file_is_kept_for_ever_under_its_version(client):
    answer = client.get(static(client, "preview.css"), headers={"Accept-Encoding": "gzip"})
    found = headers_of(answer)
    assert re.fullmatch(r'"[0-9a-f]{16}-gzip"', found.pop("ETag"))
    assert found == COMMON | {
        "Content-Type": "text/css; charset=utf-8",
        "Content-Encoding": "gzip",
        "Content-Security-Policy": POLICY.format(NOBODY),
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Vary": "Accept-Encoding",
    }


def test_a_static_file_under_an_older_version_is_kept_shortly(client):
    path = re.sub(r"/static/\w+/", "/static/0000000000000000/", static(client, "preview.css"))
    assert client.get(path).headers["Cache-Control"] == "public, max-age=300"


def test_a_static_file_has_a_lasting_address_too(client):
    answer = client.get("/static/icon.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_a_static_file_that_is_known_is_not_sent_again(client):
    path = static(client, "preview.css")
    etag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304


def test_compressed_and_plain_files_are_the_same(client):
    import gzip  # noqa: PLC0415 - one test needs it

    path = static(client, "preview.css")
    packed = client.get(path, headers={"Accept-Encoding": "gzip"}).data
    assert gzip.decompress(packed) == client.get(path).data


@pytest.mark.parametrize("name", ["../app.py", "..%2fapp.py", "nothing.css", "css"])
def test_nothing_outside_the_static_folder_is_served(client, name):
    assert client.get(f"/static/{name}").status_code == 404


def test_the_script_tag_keeps_its_address_and_may_be_loaded_from_anywhere(client):
    answer = client.get("/embed.js")
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_browsers_find_an_icon_where_they_look_for_it(client):
    assert client.get("/favicon.ico").mimetype == "image/svg+xml"


def test_every_request_has_a_name_of_its_own(client):
    names = [client.get("/").headers["X-Request-Id"] for _ in range(2)]
    assert len(set(names)) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in names)


@pytest.mark.parametrize("path", ["/", PREVIEW, PLAYER, "/nowhere", "/embed.js"])
def test_no_cookie_is_ever_set(client, path):
    assert "Set-Cookie" not in client.get(path).headers
