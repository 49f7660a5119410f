"""What the page says of files that repeat its text or each other."""

import re
from urllib.parse import quote

import pytest

from service.model.jobs import Priority
from service.usecases.compare_attachments import comparison_awaited
from service.usecases.read_release import open_address
from tests.web.staging import GUIDE, GUIDE_FILES, GUIDE_HWPX, GUIDE_PDF


def listen(address, **more):
    return "/listen?url=" + quote(address, safe="") + "".join(f"&{k}={v}" for k, v in more.items())


@pytest.fixture
def show(client, services):
    """The page of a release whose files were compared."""

    def shown(address, page="", **more):
        comparison_awaited(services, open_address(services, address), Priority.BATCH)
        return client.get(listen(page or address, **more)).text

    return shown


def entries(html):
    listed = html.partition('<ul class="attachments">')[2].partition("</ul>")[0]
    plain = [re.sub(r"<[^>]+>", " ", entry) for entry in listed.split("<li>")[1:]]
    return [" ".join(entry.split()) for entry in plain]


@pytest.mark.parametrize(
    ("language", "same", "repeats", "more"),
    [
        ("ko", "같은 문서: HWPX, PDF · HWPX에서 읽습니다.", "본문과 같은 내용입니다.", "본문에 없는 내용이 있습니다."),
        ("en", "Same document: HWPX, PDF · read from HWPX.", "Says the same as the text of this page.", "Says what the text of this page does not."),
    ],
)  # fmt: skip
def test_formats_of_one_document_are_one_entry(show, language, same, repeats, more):
    first, _, own, *_ = entries(show(GUIDE, lang=language))
    assert first.startswith("2. 누리집 안내서.hwpx")
    assert same in first
    assert repeats in first
    assert more in own


def test_every_format_can_be_downloaded_and_the_best_is_previewed(show):
    html = show(GUIDE)
    first = html.partition('<ul class="attachments">')[2].partition("</li>")[0]
    assert re.findall(r'href="([^"]+)"', first) == [
        f"/listen?url={GUIDE_HWPX}",
        GUIDE_HWPX,
        GUIDE_PDF,
    ]
    assert re.findall(r">(\w+ 내려받기)<", first) == ["HWPX 내려받기", "PDF 내려받기"]


def test_names_of_files_have_the_language_of_the_document(show):
    first = show(GUIDE, lang="en").partition('<ul class="attachments">')[2].partition("</li>")[0]
    names = re.findall(r"<(\w+)([^>]*)>\d\. 누리집", first)
    assert len(names) == 4
    assert {attributes for _, attributes in names} == {
        ' class="attachments__title" lang="ko"',
        ' lang="ko"',
    }


def test_the_worse_format_is_still_shown_and_names_the_better(show):
    html = show(GUIDE, page=GUIDE_PDF)
    assert "펴냈다" in html
    (line,) = re.findall(r'<p class="better-source">(.*?)</p>', html)
    assert "같은 문서가 HWPX로도 있습니다." in line
    assert f'href="/listen?url={GUIDE_HWPX}"' in line


def test_the_better_format_names_no_other(show):
    assert "better-source" not in show(GUIDE, page=GUIDE_HWPX)


def test_a_file_without_an_address_says_where_it_can_be_had(show):
    last = entries(show(GUIDE))[-1]
    assert last == "원문에서만.hwp 이 파일은 원문 누리집에서만 받을 수 있습니다."


def test_a_page_without_text_leads_to_its_files(show):
    html = show(GUIDE_FILES)
    assert "이 쪽에는 글이 없고, 첨부파일에 글이 있습니다." in html
    (entry,) = entries(html)
    assert "본문" not in entry
