"""Which files are one document: decided by their text, read from the best source."""

import pytest

from service.model.comparison import ComparedFile, Comparison, Relation
from service.model.document import Document, DocumentWarning, Origin, Paragraph
from service.usecases.one_document import ReadFile, compared, kind_of
from tests.web.staging import CHECKLIST, GUIDE_SENTENCES

NUMBERED = tuple(f"{number}번째 문장은 다른 문장과 다른 말을 한다." for number in range(40))


def document(extractor, *sentences, scanned=0, pages=1):
    warnings = tuple(DocumentWarning("text-from-scan", page + 1) for page in range(scanned))
    blocks = tuple(Paragraph(sentence) for sentence in sentences)
    return Document("ko", "", blocks, Origin("0" * 64, extractor, "1"), pages, warnings)


def comparison(body, *files):
    read = [ReadFile(title, ComparedFile(release="a" * 64), document) for title, document in files]
    return compared(body, read, 1.0)


BODY = document("html", *GUIDE_SENTENCES)


@pytest.mark.parametrize(
    ("extractor", "scanned", "kind"),
    [
        ("hwpx", 0, "hwpx"),
        ("hwp", 0, "hwp"),
        ("docx", 0, "docx"),
        ("pdf", 0, "pdf"),
        ("pdf", 1, "pdf"),
        ("pdf", 3, "scan"),
        ("pdf:tagged", 0, "tagged-pdf"),
        ("html:www.mohw.example", 0, "html"),
    ],
)
def test_the_kind_says_what_a_document_was_read_from(extractor, scanned, kind):
    assert kind_of(document(extractor, scanned=scanned, pages=4)) == kind


def test_the_best_source_goes_first():
    readers = ("pdf", "pdf:tagged", "docx", "hwp", "hwpx")
    files = [(f"안내서.{each.partition(':')[0]}", document(each, *NUMBERED)) for each in readers]
    scan = ("안내서(1).pdf", document("pdf", *NUMBERED, scanned=1))
    assert comparison(BODY, scan, *files).documents == ((5, 4, 3, 2, 1, 0),)


def test_ninety_percent_of_the_text_make_one_document_and_less_do_not():
    whole, most, some = (document("pdf", *NUMBERED[:count]) for count in (40, 38, 30))
    near = comparison(BODY, ("안내서.hwp", whole), ("안내서.pdf", most))
    far = comparison(BODY, ("안내서.hwp", whole), ("안내서.pdf", some))
    assert (near.documents, far.documents) == (((0, 1),), ())


def test_a_scan_may_differ_more_because_its_letters_are_guessed():
    noisy = tuple(
        text.replace("문장과", "문징과") if at % 2 else text for at, text in enumerate(NUMBERED)
    )
    files = (
        ("안내서.hwp", document("hwp", *NUMBERED)),
        ("안내서.pdf", document("pdf", *noisy, scanned=1)),
    )
    assert comparison(BODY, *files).documents == ((0, 1),)
    plain = files[0], ("안내서.pdf", document("pdf", *noisy))
    assert comparison(BODY, *plain).documents == ()


def test_equal_texts_of_other_names_are_two_documents():
    files = ("안내서.hwp", document("hwp", *NUMBERED)), ("점검표.pdf", document("pdf", *NUMBERED))
    assert comparison(BODY, *files).documents == ()


def test_equal_names_with_two_texts_make_two_documents_of_their_formats():
    one, two = GUIDE_SENTENCES, CHECKLIST
    files = [
        ("1. 자료.hwp", document("hwp", *one)),
        ("2. 자료.hwp", document("hwp", *two)),
        ("1. 자료.pdf", document("pdf", *one)),
        ("2. 자료.pdf", document("pdf", *two)),
    ]
    assert comparison(BODY, *files).documents == ((0, 2), (1, 3))


@pytest.mark.parametrize(
    ("sentences", "relation"),
    [
        (GUIDE_SENTENCES, Relation.REPEATS_BODY),
        (GUIDE_SENTENCES[:2], Relation.REPEATS_BODY),
        (GUIDE_SENTENCES + CHECKLIST, Relation.HOLDS_BODY),
        (CHECKLIST, Relation.OWN_TEXT),
        ((), Relation.OWN_TEXT),
    ],
)
def test_a_file_repeats_the_body_holds_it_or_says_something_else(sentences, relation):
    (file,) = comparison(BODY, ("안내서.pdf", document("pdf", *sentences))).files
    assert file.relation is relation


def test_a_file_that_was_not_read_is_nothing_to_the_body():
    unread = ReadFile("안내서.pdf", ComparedFile(error="document-is-broken"))
    found = compared(BODY, [unread], 1.0)
    assert found == Comparison((ComparedFile(error="document-is-broken"),), (), 1.0)
    assert (found.relation_of(0), found.formats_of(0)) == (Relation.UNREAD, (0,))
