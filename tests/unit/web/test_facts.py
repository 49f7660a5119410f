"""Facts and attachments as the page shows them."""

import pytest

from service.model.comparison import ComparedFile, Comparison
from service.model.document import Attachment, Document, Fact, Origin, Release
from service.web.facts import attachments_of, facts_of, readable_size

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
