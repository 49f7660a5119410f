"""Ways through a long document: contents, pages, notes and abbreviations, all without a script."""

import re
from urllib.parse import quote

import pytest

from tests.web.staging import CHAPTERS, ENGLISH, KOREAN
from tests.web.test_pages import Outline, listen


@pytest.fixture
def page(client):
    return client.get(listen(CHAPTERS)).text


def part(html, start, end):
    return html.partition(start)[2].partition(end)[0]


@pytest.mark.kwcag("6.4.2")
def test_the_contents_lead_to_every_heading_of_the_text(page):
    contents = part(page, '<nav class="contents"', "</nav>")
    led = [each.removeprefix("#") for each in re.findall('href="([^"]+)"', contents)]
    headings = re.findall(r'<h[3-6] id="([^"]+)"', page)
    assert len(led) == 4
    assert led == headings


def test_the_contents_are_nested_and_each_entry_is_in_its_language(page):
    contents = part(page, '<nav class="contents"', "</nav>")
    assert contents.count("<ul>") == 2
    assert 'lang="en">Summary</a>' in contents


def test_a_document_with_few_headings_has_no_contents(client):
    assert 'class="contents"' not in client.get(listen(KOREAN)).text


@pytest.mark.kwcag("6.4.3")
def test_a_note_and_its_mark_lead_to_each_other(page):
    outline = Outline(page)
    marks = [each for each in outline.named("a") if each.get("role") == "doc-noteref"]
    backs = [each for each in outline.named("a") if each.get("role") == "doc-backlink"]
    ids = set(outline.ids())
    assert len(marks) == len(backs) == 3
    for mark, back in zip(marks, backs, strict=True):
        assert mark["href"].removeprefix("#") in ids
        assert back["href"] == f"#{mark['id']}"
    assert [mark.get("aria-label") for mark in marks] == ["주 *", "주 1)", None]
    assert 'role="doc-noteref">주 *</a></caption>' in page


def test_a_mark_changes_no_character_of_the_text(page):
    text = re.sub(r"<[^>]+>", "", page)
    assert "세계보건기구(WHO)는 대비를 권고했다*. 정부는 WHO와 협력한다." in text
    assert "감시 기관을 늘린다." in text


def test_a_short_form_says_what_the_document_says_it_stands_for(page):
    assert page.count('<abbr title="세계보건기구">WHO</abbr>') == 2
    assert "세계보건기구(WHO)" in page
    listed = part(page, '<details class="abbreviations">', "</details>")
    assert "<dt>WHO</dt><dd>세계보건기구</dd>" in listed
    assert "<dd>Korea Health Industry Development Institute</dd>" in listed


@pytest.mark.kwcag("5.1.1")
def test_what_is_known_of_a_page_is_said_where_it_begins(page):
    told = re.findall(r'id="page-(\d+)".+?</span>\n<p class="page-caution">([^<]+)<', page)
    assert [(number, text.partition(" ")[0]) for number, text in told] == [
        *(("2", "이"), ("4", "이"), ("14", "이")),
    ]
    assert ["그림이라" in text for _, text in told] == [True, False, False]


def test_every_page_with_text_or_something_to_say_is_marked_in_order(page):
    marked = [int(each) for each in re.findall(r'id="page-(\d+)"', page)]
    assert marked == [1, 2, 3, 4, *range(6, 15)]


@pytest.mark.kwcag("7.1.1")
def test_everything_of_the_interface_within_the_document_is_in_its_language(client):
    html = client.get(listen(CHAPTERS, lang="en")).text
    breaks = re.findall(r'<div class="page-break"[^>]*>', html)
    assert len(breaks) == 13
    assert set(breaks) == {'<div class="page-break" lang="en">'}


def test_a_few_pages_have_links_and_many_have_a_form(client, page):
    assert 'class="page-jump"' in page
    assert 'class="page-list"' not in page
    few = client.get(listen(KOREAN)).text
    assert 'class="page-list"' in few
    assert 'class="page-jump"' not in few


@pytest.mark.kwcag("6.4.4")
@pytest.mark.parametrize(
    ("asked", "place"),
    [
        *(("4", "page-4"), ("5", "page-4"), ("14", "page-14"), ("900", "page-14")),
        *(("0", "text"), ("", "text"), ("x", "text"), ("9" * 5000, "text"), ("²", "text")),
    ],
)
def test_the_form_leads_to_the_page_and_keeps_what_the_address_says(client, asked, place):
    answer = client.get(listen(CHAPTERS, lang="en", page=quote(asked)))
    assert answer.status_code == 303
    path, _, anchor = answer.location.partition("#")
    assert (path, anchor) == (f"/listen?url={CHAPTERS}&lang=en", place)


def test_the_form_sends_what_the_address_says(client):
    outline = Outline(client.get(listen(CHAPTERS, lang="en", tables="short")).text)
    hidden = [each for each in outline.named("input") if each.get("type") == "hidden"]
    kept = {each["name"]: each["value"] for each in hidden}
    assert kept == {"url": CHAPTERS, "lang": "en", "tables": "short"}


def test_a_document_without_pages_has_no_way_to_them(client):
    assert 'class="pages"' not in client.get(listen(ENGLISH)).text
