import pytest

from service.errors import DocumentIsEmpty, HandoverClosed, SourceTooLarge
from service.fetch.handover import take_file, take_text
from service.settings import from_env

OPEN = from_env({"LISTEN_HANDOVER": "yes", "LISTEN_MAX_SOURCE_BYTES": "10"})


def test_a_file_loses_its_folders_and_control_characters():
    assert take_file("C:\\temp\\..\\보도\x00자료.pdf", b"%PDF", OPEN).name == "보도자료.pdf"


def test_text_keeps_its_title_whole():
    resource = take_text("1/4분기 계획", "본문", OPEN)
    assert (resource.source.title, resource.body.decode()) == ("1/4분기 계획", "본문")


def test_nothing_is_taken_where_it_is_not_switched_on():
    with pytest.raises(HandoverClosed):
        take_file("a.pdf", b"%PDF", from_env({}))


def test_an_empty_file_is_refused():
    with pytest.raises(DocumentIsEmpty):
        take_text("", "  \n", OPEN)


def test_a_large_file_is_refused():
    with pytest.raises(SourceTooLarge):
        take_file("a.pdf", b"x" * 11, OPEN)
