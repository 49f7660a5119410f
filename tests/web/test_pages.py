"""The pages as people without JavaScript have them."""

import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import quote

import pytest

from service.web.preview import view_of
from tests.web.staging import (
    CHAPTERS,
    ENGLISH,
    HOSTILE,
    KOREAN,
    KOREAN_RELEASE,
    RECOGNISED,
    SCANNED,
    SCRIPT,
    TABLES,
)

WITHIN = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)
VOID = {"meta", "link", "input", "br", "path", "rect"}


class Outline(HTMLParser):
    """Elements of a page in order, with a check that they nest; what is hidden is left out."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.texts = [], [], {}
        self.hidden_below = None
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.note(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)
            if "hidden" in dict(attrs) and self.hidden_below is None:
                self.hidden_below = len(self.open)

    def handle_startendtag(self, tag, attrs):
        self.note(tag, attrs)

    def note(self, tag, attrs):
        if self.hidden_below is None:
            self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if self.hidden_below and len(self.open) < self.hidden_below:
            self.hidden_below = None

    def named(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    def ids(self):
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


def listen(address, **more):
    return "/listen?url=" + quote(address, safe="") + "".join(f"&{k}={v}" for k, v in more.items())


@pytest.fixture
def korean(client):
    return client.get(listen(KOREAN))


@pytest.mark.kwcag("6.4.2", "7.1.1", "8.1.1")
@pytest.mark.parametrize("path", ["/", listen(KOREAN), listen(CHAPTERS), "/nowhere"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_nests_and_has_one_first_heading(client, path, language):
    joiner = "&" if "?" in path else "?"
    outline = Outline(client.get(f"{path}{joiner}lang={language}").text)
    assert len(outline.named("h1")) == 1
    assert outline.named("html") == [{"lang": language}]


@pytest.mark.kwcag("8.1.1")
@pytest.mark.parametrize("address", [KOREAN, ENGLISH, HOSTILE, CHAPTERS])
def test_no_id_stands_twice(client, address):
    ids = Outline(client.get(listen(address)).text).ids()
    assert len(ids) == len(set(ids))


@pytest.mark.kwcag("6.4.2")
@pytest.mark.parametrize("address", [KOREAN, ENGLISH, CHAPTERS])
def test_heading_levels_have_no_gaps(client, address):
    levels = [int(level) for level in re.findall(r"<h([1-6])", client.get(listen(address)).text)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.kwcag("5.2.1")
def test_every_spoken_sentence_that_shows_text_is_on_the_page(client, services):
    html = client.get(listen(KOREAN)).text
    manifest = client.get(re.search(r'manifest="([^"]+)"', html)[1]).get_json()
    shown = {entry["textref"] for entry in manifest["readingOrder"] if entry["text"]}
    assert shown
    assert shown <= set(Outline(html).ids())


@pytest.mark.kwcag("5.3.2")
def test_the_whole_text_is_there_without_a_script(korean):
    plain = re.sub(r"<[^>]+>", "", korean.text)
    for block in KOREAN_RELEASE.body.blocks:
        for words in getattr(block, "text", getattr(block, "alt", "")).split("\n"):
            assert words in plain


def test_the_audio_needs_no_script(korean):
    (audio,) = Outline(korean.text).named("audio")
    assert {"controls", "preload", "src"} <= set(audio)
    assert audio["preload"] == "none"
    assert re.fullmatch(r"/audio/[0-9a-f]{64}\.mp3", audio["src"])


@pytest.mark.kwcag("5.3.3", "6.4.1")
def test_two_doors_are_named_and_skip_links_lead_to_them(korean):
    assert "화면낭독기로 읽기</h2>" in korean.text
    assert "소리로 듣기</h2>" in korean.text
    targets = [link["href"] for link in Outline(korean.text).named("a")[:2]]
    assert targets == ["#text", "#listen"]


@pytest.mark.kwcag("5.3.1")
def test_a_table_has_a_caption_and_header_cells(korean):
    assert "<caption" in korean.text
    assert '<th scope="col">날짜</th>' in korean.text
    assert '<th scope="row">7.4.(화)</th>' in korean.text


@pytest.mark.kwcag("5.3.1")
def test_a_table_in_two_levels_names_the_headers_of_every_cell(client):
    outline = Outline(client.get(listen(TABLES)).text)
    ids = set(outline.ids())
    named = [cell["headers"].split() for tag in ("td", "th") for cell in outline.named(tag)
             if "headers" in cell]  # fmt: skip
    assert len(named) > 5
    assert all(set(names) <= ids for names in named)
    assert [group["span"] for group in outline.named("colgroup")] == ["1", "1", "2", "1"]


MANNERS = ("rows", "columns", "short")


@pytest.mark.parametrize("manner", MANNERS)
def test_a_listener_chooses_how_tables_are_said(client, manner):
    page = client.get(listen(TABLES, tables=manner))
    chosen = [each["value"] for each in Outline(page.text).named("option") if "selected" in each]
    assert chosen == [manner]
    assert "Set-Cookie" not in page.headers


def test_each_choice_has_a_sound_of_its_own_and_no_choice_is_by_rows(client):
    def manifest(**more):
        return Outline(client.get(listen(TABLES, **more)).text).named("listen-player")[0][
            "manifest"
        ]

    assert len({manifest(tables=manner) for manner in MANNERS}) == 3
    assert manifest() == manifest(tables="rows") == manifest(tables="upwards")


@pytest.mark.kwcag("5.2.1")
@pytest.mark.parametrize("manner", MANNERS)
def test_every_manner_has_its_manifest_and_captions(client, manner):
    page = client.get(listen(TABLES, tables=manner))
    address = Outline(page.text).named("listen-player")[0]["manifest"]
    told = client.get(address).json
    entries = [entry for entry in told["readingOrder"] if entry["text"]]
    shown = set(Outline(page.text).ids())
    assert all(entry["textref"] in shown for entry in entries)
    assert client.get(told["links"][1]["href"]).status_code == 200


@pytest.mark.kwcag("7.2.1", "7.3.2")
def test_the_form_of_the_choice_keeps_what_the_address_says_and_needs_no_script(client):
    outline = Outline(client.get(listen(TABLES, lang="en", tables="short")).text)
    (form,) = outline.named("form")
    hidden = (each for each in outline.named("input") if each["type"] == "hidden")
    kept = {each["name"]: each["value"] for each in hidden}
    assert (form["method"], form["action"]) == ("get", "#listen")
    assert kept == {"url": TABLES, "lang": "en"}
    assert [each["for"] for each in outline.named("label") if "for" in each] == ["tables"]
    assert [each["id"] for each in outline.named("select")] == ["tables"]
    assert not any("autofocus" in attributes for _, attributes in outline.elements)


def test_a_document_without_tables_offers_no_choice(client):
    assert Outline(client.get(listen(ENGLISH)).text).named("select") == []


def test_links_carry_the_choice_to_attachments_and_out_of_the_frame(client):
    links = [each["href"] for each in Outline(client.get(listen(TABLES, tables="columns")).text)
             .named("a") if "/listen?" in each["href"]]  # fmt: skip
    assert links
    assert all("tables=columns" in link for link in links)
    player = Outline(client.get(f"/player?url={quote(TABLES, safe='')}&tables=columns").text)
    page = Outline(client.get(listen(TABLES, tables="columns")).text)
    told = [outline.named("listen-player")[0]["manifest"] for outline in (player, page)]
    assert told[0] == told[1]
    assert "tables=columns" in player.named("a")[0]["href"]


def test_warnings_for_staff_do_not_clutter_the_page(client):
    assert 'class="cautions"' not in client.get(listen(TABLES)).text


def test_page_furniture_is_listed_with_its_reason_and_not_in_the_text(korean):
    shown = WITHIN.sub("", korean.text)
    text, _, left_out = shown.partition('<details class="left-out">')
    assert "보건복지부 보도자료" not in text
    assert "쪽마다 되풀이되는 머리글" in left_out


@pytest.mark.kwcag("7.1.1")
def test_a_sentence_in_another_language_says_so(korean):
    assert re.search(r'lang="en">Korea-U\.S\. Cluster Round Table', korean.text)


@pytest.mark.kwcag("6.4.3")
def test_an_attachment_leads_to_its_own_preview(korean):
    assert f'href="/listen?url={ENGLISH}"' in korean.text
    assert "미리보기/음성듣기" in korean.text


@pytest.mark.kwcag("7.1.1")
def test_the_interface_changes_its_language_and_the_document_keeps_its_own(client):
    html = client.get(listen(KOREAN, lang="en")).text
    assert "Read with a screen reader" in html
    assert '<article class="document" aria-labelledby="text" lang="ko">' in html
    assert f'href="/listen?url={KOREAN}&amp;lang=ko"' in html


def test_links_carry_the_language(client):
    html = client.get(listen(KOREAN, lang="en")).text
    assert f'href="/listen?lang=en&amp;url={ENGLISH}"' in html


@pytest.mark.parametrize("path", [listen(HOSTILE), "/player?url=" + quote(HOSTILE, safe="")])
def test_hostile_text_stays_text(client, path):
    html = client.get(path).text
    assert SCRIPT not in html
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
    scripts = Outline(html).named("script")
    asked = [script["src"] for script in scripts if "src" in script]
    assert all(address.startswith("/static/") for address in asked)
    held = [script for script in scripts if "src" not in script]
    assert held in ([{}, {"type": "application/json"}], [{"type": "application/json"}])


def test_a_title_that_is_read_from_the_text_is_shown_once(korean):
    assert (
        korean.text.count(">미국 바이오클러스터 방문해 한국형 혁신클러스터 조성 방안 찾는다<") == 1
    )


def test_a_file_leads_to_its_preview(client):
    sent = {"file": (io.BytesIO(b"Something to read."), "note.txt")}
    answer = client.post("/files?lang=en", data=sent)
    assert answer.status_code == 303
    assert re.fullmatch(r"/documents/[0-9a-f]{64}\?lang=en", answer.location)
    assert "Something to read." in client.get(answer.location).text


def test_pasted_text_leads_to_its_preview(client):
    answer = client.post("/texts", data={"title": "", "text": "Something to hear."})
    assert answer.status_code == 303
    assert "Something to hear." in client.get(answer.location).text


@pytest.mark.parametrize(("path", "form"), [("/files", {}), ("/texts", {"text": "  "})])
def test_a_form_without_its_content_is_refused(client, path, form):
    assert client.post(path, data=form).status_code == 400


def test_a_document_that_nobody_handed_over_is_unknown(client):
    assert client.get("/documents/" + "0" * 64).status_code == 404


def test_the_front_page_offers_the_samples_and_both_forms(client):
    html = client.get("/").text
    assert 'action="/files"' in html
    assert 'action="/texts"' in html
    assert html.count("미리보기/음성듣기<") == 2


def test_the_sample_board_leads_to_the_preview_of_its_attachment(client):
    page = client.get("/board.es?mid=a20401000000&bid=0032&act=view&list_no=377210")
    assert "data-listen" in page.text
    assert "/embed.js" in page.text
    file = client.get("/boardDownload.es?bid=0032&list_no=377210&seq=1")
    assert file.data.startswith(b"%PDF")
    assert "attachment" in file.headers["Content-Disposition"]


def test_a_page_that_the_sample_site_lacks_is_unknown(client):
    assert client.get("/board.es?list_no=1").status_code == 404


def test_a_view_holds_nothing_that_can_change(client, services):
    from service.usecases.read_release import open_address  # noqa: PLC0415 - one test needs it

    view = view_of(open_address(services, KOREAN))
    assert hash(view) == hash(view_of(open_address(services, KOREAN)))


@pytest.mark.kwcag("7.3.1")
def test_a_scan_says_why_there_is_no_text(client):
    answer = client.get(listen(SCANNED))
    assert answer.status_code == 422
    assert "읽을 글자가 없습니다" in answer.text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ko", ["1~2쪽은 스캔한 그림이라", "4쪽은 그림이라"]),
        ("en", ["Page 1~2: scanned pictures.", "Page 4: pictures without text"]),
    ],
)
def test_pages_that_were_recognised_or_not_read_are_named(client, language, told):
    html = client.get(listen(RECOGNISED, lang=language)).text
    listed = html.partition('class="cautions"')[2].partition("</ul>")[0]
    found = re.findall("<li>([^<]+)</li>", listed)
    assert [text.startswith(start) for text, start in zip(found, told, strict=True)] == [True, True]


@pytest.mark.parametrize("name", ["endpoint", "_anchor", "_external", "_scheme", "_method", "self"])
def test_a_parameter_is_data_whatever_it_is_called(client, name):
    page = client.get(f"/?{name}=javascript&lang=en")
    assert page.status_code == 200
    assert f'href="/?{name}=javascript&amp;lang=ko"' in page.text
