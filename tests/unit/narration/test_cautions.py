import pytest

from service.model.document import Document, DocumentWarning, Origin, Paragraph, Release
from service.narration.cautions import Caution, cautions_of
from service.narration.narrate import narrate

ORIGIN = Origin("d", "pdf", "1")


def document(*warnings):
    told = tuple(DocumentWarning(*each) for each in warnings)
    return Document("ko", "제목", (Paragraph("본문이다."),), ORIGIN, 9, told)


@pytest.mark.parametrize(
    ("pages", "told"),
    [((3,), "3"), ((1, 2, 3), "1~3"), ((1, 3, 4, 9), "1, 3~4, 9"), ((5, 5), "5")],
)
def test_pages_in_a_row_are_told_as_one(pages, told):
    found = cautions_of(document(*(("page-is-picture", page) for page in pages)))
    assert found == (Caution("page-is-picture", told, is_spoken=True),)


def test_listeners_hear_that_a_page_was_recognised_from_a_scan():
    body = document(("text-from-scan", 2), ("letters-hidden", 1))
    said = [u.spoken for u in narrate(Release("제목", "", "", "ko", body)).utterances]
    assert any(
        "이쪽은 스캔한 그림" in text.replace(" ", "") or "스캔한 그림" in text for text in said
    )
    assert not any("눈에 보이지 않는" in text for text in said)
    assert [each.code for each in cautions_of(body)] == ["text-from-scan", "letters-hidden"]


def test_a_warning_that_nobody_needs_is_not_told():
    assert cautions_of(document(("something-else", 1))) == ()
