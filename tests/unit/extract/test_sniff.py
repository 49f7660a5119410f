import pytest

from service.errors import DocumentIsNotWhatItClaims
from service.extract.sniff import Kind, sniff
from tests.unit.extract.documents import resource

PDF = b"%PDF-1.7 ..."
PAGE = b"<!doctype html><p>a</p>"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (PDF, Kind.PDF),
        (b"\xef\xbb\xbf\n" + PDF, Kind.PDF),
        (PAGE, Kind.HTML),
        (b'<?xml version="1.0"?><HTML lang="ko">', Kind.HTML),
        ("정부는 밝혔다".encode(), Kind.TEXT),
        ("정부는 밝혔다".encode("cp949"), Kind.TEXT),
        ("정부는 밝혔다".encode("utf-16"), Kind.TEXT),
        (b"PK\x03\x04rest", Kind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"\x00\x01\x02\xff", Kind.UNKNOWN),
        (b"{\\rtf1\\ansi words}", Kind.UNKNOWN),
        (b"%!PS-Adobe-3.0\nshowpage", Kind.UNKNOWN),
    ],
)
def test_content_tells_the_kind(body, kind):
    assert sniff(resource(body)) is kind


@pytest.mark.parametrize(
    "media_type",
    ["", "text/html", "text/plain", "application/octet-stream", "application/x-msdownload"],
)
def test_what_servers_say_of_any_file_promises_nothing(media_type):
    assert sniff(resource(PDF, "boardDownload.es", media_type)) is Kind.PDF


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (PAGE, "a.pdf", ""),
        (PAGE, "a", "application/pdf"),
        (PDF, "a.hwp", ""),
        (PDF, "a.txt", ""),
        (b"PK\x03\x04rest", "a.hwp", ""),
        (b"text", "a.docx", ""),
        (PDF, "", "image/png"),
    ],
)
def test_a_promise_that_is_broken_is_told(body, name, media_type):
    with pytest.raises(DocumentIsNotWhatItClaims):
        sniff(resource(body, name, media_type))


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (b"a line that mentions <p> tags", "a.txt", Kind.TEXT),
        (b"plain words", "a.html", Kind.HTML),
        (PAGE, "a.txt", Kind.HTML),
    ],
)
def test_between_text_and_page_the_name_decides(body, name, kind):
    assert sniff(resource(body, name)) is kind
