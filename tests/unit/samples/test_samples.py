import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from service import samples

PAGES = [file for file in samples.FILES if file.media_type == "text/html"]
PAPERS = [file for file in samples.FILES if file.media_type == "application/pdf"]


class Elements(HTMLParser):
    """All elements of a page with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture(params=PAGES, ids=lambda file: file.name)
def page(request):
    return Elements(samples.read(request.param.name).decode()).found


def test_every_file_is_known_by_its_address_and_by_its_place():
    for file in samples.FILES:
        parts = urlsplit(file.address)
        assert samples.by_address()[file.address] is file
        assert samples.by_path_and_query(parts.path, parts.query) is file


def test_an_unknown_place_has_no_file():
    assert samples.by_path_and_query("/board.es", "list_no=1") is None


@pytest.mark.parametrize("name", ["", "../settings.py", "__init__.py", "board-fr.html"])
def test_nothing_else_of_the_package_can_be_read(name):
    with pytest.raises(KeyError):
        samples.read(name)


def test_every_link_of_a_page_leads_somewhere(page):
    links = [attrs["href"] for tag, attrs in page if tag == "a" and attrs["href"] != "/"]
    for link in links:
        parts = urlsplit(link)
        if parts.path == "/listen":
            assert parse_qs(parts.query)["url"][0] in samples.by_address()
        elif parts.path:
            assert samples.by_path_and_query(parts.path, parts.query)


def test_the_listen_link_is_marked_for_the_script(page):
    marked = [attrs for tag, attrs in page if tag == "a" and "data-listen" in attrs]
    assert [urlsplit(attrs["href"]).path for attrs in marked] == ["/listen"]


def test_a_page_asks_for_nothing_that_a_strict_policy_refuses(page):
    assert not [tag for tag, attrs in page if tag == "style" or "style" in attrs]
    assert not [attrs for _, attrs in page if any(name.startswith("on") for name in attrs)]
    assert not [attrs for _, attrs in page if "data:" in (attrs.get("href") or "")]
    scripts = [attrs for tag, attrs in page if tag == "script"]
    assert scripts == [{"src": "/embed.js", "defer": None}]


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.name)
def test_papers_are_small_tagged_and_name_their_language(file):
    body = samples.read(file.name)
    assert len(body) < 200_000
    assert b"/MarkInfo<</Marked true>>" in body
    assert re.search(rb"/Lang\(%s-" % file.language.encode(), body)
