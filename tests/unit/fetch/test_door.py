import pytest

from service.errors import DocumentIsEmpty, SourceNotAllowed, SourceTooLarge
from service.fetch.canned import CannedFetcher, CannedPage
from service.fetch.door import FrontDoor
from service.fetch.guard import Rules
from service.fetch.http import HttpFetcher, Limits

ADDRESS = "https://www.mohw.example/board.es?list_no=1"
EMPTY = "https://www.mohw.example/empty"


@pytest.fixture
def door():
    pages = {ADDRESS: CannedPage(b"<html>", "text/html"), EMPTY: CannedPage(b"", "text/html")}
    beyond = HttpFetcher(Rules(), Limits(10, 1, 0))
    return FrontDoor(CannedFetcher(pages, beyond), max_bytes=10)


def test_a_canned_address_is_admitted_and_answered_without_any_list(door):
    assert door.fetch(door.admit(ADDRESS)).body == b"<html>"


def test_an_address_that_is_not_canned_meets_the_list(door):
    with pytest.raises(SourceNotAllowed):
        door.admit("https://www.mohw.example/other")


def test_a_file_loses_its_folders_and_control_characters(door):
    assert door.take_file("C:\\temp\\..\\보도\x00자료.pdf", b"%PDF").name == "보도자료.pdf"


def test_text_keeps_its_title_whole(door):
    resource = door.take_text("1/4분기 계획", "본문")
    assert (resource.source.title, resource.body.decode()) == ("1/4분기 계획", "본문")


@pytest.mark.parametrize(
    "take",
    [
        lambda door: door.take_text("", "  \n"),
        lambda door: door.take_file("a.pdf", b""),
        lambda door: door.fetch(door.admit(EMPTY)),
    ],
    ids=["text", "file", "page"],
)
def test_what_is_empty_is_refused(door, take):
    with pytest.raises(DocumentIsEmpty):
        take(door)


def test_a_large_file_is_refused(door):
    with pytest.raises(SourceTooLarge):
        door.take_file("a.pdf", b"x" * 11)
