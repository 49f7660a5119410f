"""Facts and attachments as the page shows them."""

import pytest

from service.model.comparison import ComparedFile, Comparison
from service.model.document import (
    Attachment,
    Counterpart,
    Document,
    Fact,
    Origin,
    Paragraph,
    Release,
)
from service.web.facts import attachments_of, counterparts_of, facts_of, readable_size

BODY = Document("ko", "", (), Origin("0" * 64, "test", "1"))


def release(**given):
    return Release(
        "제목", **{"agency": "", "issued_on": "", "language": "ko", "body": BODY} | given
    )


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, ""), (1, "1 B"), (999, "999 B"), (116_750, "116.8 kB"), (20_000_000, "20 MB"),
     (1_500_000_000, "1.5 GB"), (2_000_000_000_000, "2,000 GB")],
)  # fmt: skip
def test_sizes_are_written_as_people_write_them(count, text):
    assert readable_size(count) == text


def test_a_date_that_is_printed_already_is_not_said_twice():
    printed = (Fact("등록일", "2023-07-03 13:02"),)
    facts = facts_of(release(agency="복지부", issued_on="2023-07-03", facts=printed))
    assert [fact.text for fact in facts] == ["복지부", "2023-07-03 13:02"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "", "file:///x"])
def test_only_web_addresses_become_links(address):
    (shown,) = attachments_of(release(attachments=(Attachment("가", address),)))
    assert shown.url == ""


FILES = tuple(
    Attachment(f"{name}", f"https://a.example/{name}") for name in ("a.pdf", "b", "a.hwp")
)


def test_files_are_each_their_own_while_nobody_compared_them():
    shown = attachments_of(release(attachments=FILES))
    assert [(view.title, len(view.formats), view.relation) for view in shown] == [
        ("a.pdf", 1, ""),
        ("b", 1, ""),
        ("a.hwp", 1, ""),
    ]


def test_formats_of_one_document_stand_where_the_first_stood_with_the_best_name():
    kinds = (ComparedFile(kind="pdf"), ComparedFile(kind="rtf"), ComparedFile(kind="hwp"))
    shown = attachments_of(release(attachments=FILES), Comparison(kinds, ((2, 0),)))
    assert [view.title for view in shown] == ["a.hwp", "b"]
    assert [[each.kind for each in view.formats] for view in shown] == [["hwp", "pdf"], ["other"]]


TEXT = (Paragraph("글"),)


def release_of(*files, language="ko", blocks=TEXT, counterparts=()):
    body = Document(language, "", blocks, Origin("0" * 64, "test", "1"))
    attachments = tuple(Attachment(title, url) for title, url in files)
    return Release("제목", "", "", language, body, attachments, counterparts=counterparts)


PAGE, KO_FILE, EN_FILE = (f"https://a.example/{name}" for name in ("page", "ko.pdf", "en.pdf"))


def beside(release, address=PAGE):
    return [(each.language, each.first, each.second) for each in counterparts_of(release, address)]


def test_a_counterpart_that_the_page_names_stands_beside_the_page():
    release = release_of(counterparts=(Counterpart("en", EN_FILE, "Title"),))
    assert beside(release) == [("en", PAGE, EN_FILE)]


def test_a_file_that_names_the_other_language_stands_beside_the_page():
    release = release_of(("보도자료(국문).pdf", KO_FILE), ("보도자료(영문).pdf", EN_FILE))
    assert beside(release) == [("en", PAGE, EN_FILE)]


def test_where_the_page_has_no_text_its_own_file_stands_for_it():
    files = ("보도자료(국문).pdf", KO_FILE), ("보도자료(영문).pdf", EN_FILE)
    assert beside(release_of(*files, blocks=())) == [("en", KO_FILE, EN_FILE)]
    assert beside(release_of(("보도자료.pdf", KO_FILE), files[1], blocks=())) == [
        ("en", KO_FILE, EN_FILE)
    ]
    assert beside(release_of(files[1], blocks=())) == []


def test_the_page_goes_before_its_files_and_each_language_is_offered_once():
    page = Counterpart("en", "https://a.example/en")
    release = release_of(("Release (English).pdf", EN_FILE), counterparts=(page,))
    assert beside(release) == [("en", PAGE, "https://a.example/en")]


def test_the_korean_of_an_english_page_is_offered_too():
    release = release_of(("Release (Korean).pdf", KO_FILE), language="en")
    assert beside(release) == [("ko", PAGE, KO_FILE)]


@pytest.mark.parametrize(
    "release",
    [
        release_of(("보도자료.pdf", KO_FILE)),
        release_of(("보도자료(국문).pdf", KO_FILE)),
        release_of(("보도자료(영문).pdf", "")),
        release_of(("보도자료(영문).pdf", "javascript:alert(1)")),
        release_of(counterparts=(Counterpart("en", "javascript:alert(1)"),)),
        release_of(counterparts=(Counterpart("ja", EN_FILE),)),
        release_of(counterparts=(Counterpart("en", PAGE),)),
    ],
)
def test_nothing_else_is_offered(release):
    assert beside(release) == []


def test_a_document_that_was_handed_over_stands_beside_none():
    assert beside(release_of(counterparts=(Counterpart("en", EN_FILE),)), "") == []
