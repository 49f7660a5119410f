"""Real Chromium, and services for it: the whole real one, and one over fakes for rare states.

The policy of our pages stays in force: whatever a test needs inside a page goes over the
browser's own protocol.
"""

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
import waitress
from playwright.sync_api import Error

from service.cli.crew import working
from service.web import create_app
from tests.browser.chromium import FLAGS, HEADLESS, LOOK_EVERY_MS
from tests.web.staging import staged

ROOT = Path(__file__).parents[2]
AXE = ROOT / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
START_WITHIN_S = 30

BOARD = "/board.es?mid=a20401000000&bid=0032&act=view&list_no=377210"
RELEASE = "https://www.mohw.example/board.es?mid=a20401000000&bid=0032&act=view&list_no="
# The previews of the two sample releases, each in its own language.
PREVIEWS = {
    "ko": f"/listen?url={quote(RELEASE + '377210', safe='')}",
    "en": f"/listen?url={quote(RELEASE + '377403', safe='')}&lang=en",
}
PORTAL_POLICY = "default-src 'none'; script-src {0}; frame-src {0}"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(process_of(item)))


def process_of(item):
    """Tests of one process share what is slow to start: the whole service, or a file's own."""
    return "real" if "real" in item.fixturenames else item.path.name


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def portal():
    """A portal on an origin of its own; its page is set by the test."""

    class Portal(BaseHTTPRequestHandler):
        page, policy = "", ""

        def do_GET(self):
            body = Portal.page.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", Portal.policy)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Portal.origin = f"http://127.0.0.1:{server.server_port}"
    yield Portal
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def real(tmp_path_factory, portal):
    """The service as `make run` starts it, with an empty cache; gives its origin."""
    port = free_port()
    given = {
        "SAMPLE": "yes",
        "HANDOVER": "yes",
        "PORT": str(port),
        "WEB_PROCESSES": "1",
        "CACHE_DIR": str(tmp_path_factory.mktemp("cache")),
        "EMBED_ORIGINS": portal.origin,
    }
    environ = dict(os.environ) | {f"LISTEN_{name}": value for name, value in given.items()}
    process = subprocess.Popen([sys.executable, "-m", "service", "serve"], cwd=ROOT, env=environ)
    origin = f"http://127.0.0.1:{port}"
    try:
        wait_for_answer(process, origin)
        yield origin
    finally:
        process.terminate()
        process.wait(20)


def wait_for_answer(process, origin):
    end = time.monotonic() + START_WITHIN_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(origin, timeout=1):  # noqa: S310 - our own loopback
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the service did not start")


@pytest.fixture(scope="session")
def fake(tmp_path_factory, portal):
    """A service over fakes in this process; gives its origin."""
    folder = tmp_path_factory.mktemp("fake")
    services = staged(folder, SAMPLE="yes", HANDOVER="yes", EMBED_ORIGINS=portal.origin)
    with working(services, ("read", "speak")), serving(create_app(services)) as origin:
        yield origin
    services.close()


@contextmanager
def serving(app):
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=16)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.trigger.pull_trigger(server.close)
        thread.join(5)


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=HEADLESS, args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture
def visit(chromium):
    """Open a page, a blank one without an address; at the end no console error, no broken script and no cookie may be found."""
    contexts, troubles = [], []

    def open_page(address, *, expected_status=200, **options):
        options = {"locale": "ko-KR", "viewport": WIDE} | options
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: note(said, expected_status))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        if address is not None:
            assert page.goto(address).status == expected_status
        return page

    def note(said, expected_status):
        own = f"status of {expected_status}" in said.text and expected_status != 200
        if said.type in ("error", "warning") and not own:
            troubles.append(f"{said.text} {said.location.get('url', '')}")

    open_page.troubles = troubles
    yield open_page
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        for page in context.pages:
            # What a page asks for as it is closed would trouble the next test.
            page.unroute_all(behavior="ignoreErrors")
        context.close()
    assert cookies == []
    assert troubles == []


@pytest.fixture
def expect(request):
    """Compare lines with a file beside the test, or write the file (--accept)."""

    def compare(name, lines):
        file = request.path.parent / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(exist_ok=True)
            file.write_text("\n".join(lines) + "\n", "utf-8")
        assert list(lines) == file.read_text("utf-8").splitlines()

    return compare


def with_files_compared(page):
    """Open a preview anew until it says how its files differ from its text."""
    for _ in range(100):
        if page.locator(".attachments__relation").count():
            return
        page.wait_for_timeout(10 * LOOK_EVERY_MS)
        page.reload()
    raise AssertionError("the files are not compared")


# Looked at within the page, a slice of time at once: every look from here costs three processes.
UNTIL = """new Promise((done, fail) => {
  const end = Date.now() + SLICE_MS;
  const look = () => {
    try {
      const value = (EXPRESSION);
      if (value || Date.now() > end) done(value); else setTimeout(look, EVERY_MS);
    } catch (error) { fail(error); }
  };
  look();
})"""
SLICE_MS = 500


def until(page, expression, within_ms=10_000):
    """Wait until an expression is true in a page or frame, and give its value."""
    script = UNTIL.replace("SLICE_MS", str(SLICE_MS)).replace("EVERY_MS", str(LOOK_EVERY_MS))
    script = script.replace("EXPRESSION", expression)
    end = time.monotonic() + within_ms / 1000
    while time.monotonic() < end:
        if value := look(page, script):
            return value
    raise AssertionError(f"never true: {expression}")


def look(page, expression):
    """The value of an expression, nothing while the page changes into another."""
    try:
        return page.evaluate(expression)
    except Error as error:
        if "context was destroyed" not in error.message:
            raise
        return None


def violations(page):
    """What axe finds on a page, with all rules that are not experiments."""
    if not page.evaluate("'axe' in window"):
        session = page.context.new_cdp_session(page)
        session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    return [tuple(each) for each in page.evaluate(FOUND)]


# What was right is not told: on a long page that is thousands of places.
FOUND = """axe.run(document, {rules: {'target-size': {enabled: true}}, resultTypes: ['violations']})
  .then((found) => found.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]))"""


def in_schemes(page, find, *, but=()):
    """What is found on an open page as people see it: by day, by night, forced, narrow."""
    found = {}
    for name in SCHEMES:
        if name not in but:
            show(page, name)
            found[name] = find(page)
    show(page, "light")
    return {name: each for name, each in found.items() if each}


def show(page, scheme):
    media, size = SCHEMES[scheme]
    page.emulate_media(**media)
    page.set_viewport_size(size)


WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LIGHT = {"color_scheme": "light", "forced_colors": "none"}
SCHEMES = {
    "light": (LIGHT, WIDE),
    "narrow": (LIGHT, NARROW),
    "dark": (LIGHT | {"color_scheme": "dark"}, WIDE),
    "forced": (LIGHT | {"forced_colors": "active"}, WIDE),
}
SIDEWAYS = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"


def troubles(page):
    """What axe finds, and by how much a page scrolls sideways."""
    sideways = page.evaluate(SIDEWAYS)
    return violations(page) + ([f"{sideways} px sideways"] if sideways else [])


def preview_of(page, origin, language="ko"):
    """The address of the preview behind the sample board's listen link, found as people do."""
    page.goto(origin + BOARD)
    link = page.locator("a[data-listen]").first.get_attribute("href")
    return origin + link + ("" if language == "ko" else f"&lang={language}")


def is_address(text, pattern):
    return re.search(pattern, text) is not None
