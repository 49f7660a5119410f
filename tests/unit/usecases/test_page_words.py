"""Words of a release page help to read the files that it offers."""

import pytest

from service.extract.transcript import transcript_of
from service.store.base import Shelf
from service.usecases.page_words import words_for, words_of
from service.usecases.read_release import ReadWork, read_now
from tests.generated.papers import Embedded
from tests.unit.extract.documents import Reader, resource
from tests.web.staging import GUIDE, GUIDE_PDF, GUIDE_RELEASE, staged


@pytest.fixture
def services(tmp_path):
    made = staged(tmp_path)
    yield made
    made.close()


def test_words_of_a_page_are_each_there_once():
    words = words_of(GUIDE_RELEASE).split()
    assert "한빛부는" in words
    assert len(words) == len(set(words))


def test_a_file_is_read_with_the_words_of_its_page(services, monkeypatch):
    seen = []
    usual = services.extractor.extract
    monkeypatch.setattr(
        services.extractor, "extract", lambda res, tell: seen.append(res) or usual(res, tell)
    )
    alone = read_now(services, ReadWork(address=GUIDE_PDF))
    read_now(services, ReadWork(address=GUIDE))
    beside = read_now(services, ReadWork(address=GUIDE_PDF))
    assert [bool(each.words) for each in seen] == [False, False, True]
    assert alone.key != beside.key
    assert words_for(services, services.door.admit(GUIDE_PDF)) == seen[-1].words


def test_a_page_without_words_lends_none(services):
    assert words_for(services, services.door.admit(GUIDE)) == ""
    assert not list(services.store.keys(Shelf.WORDS))


def test_a_word_of_the_page_is_not_torn_in_its_file():
    paper = Embedded()
    paper.page()
    paper.text(90, 700, "앞으로 담당 공무원 전국", 12)
    paper.text(90, 680, "지원에서 문의를 접수한다", 12)
    body = resource(paper.whole())
    read = [transcript_of(Reader(9).extract(each).body) for each in (body, _with(body, "전국지원"))]
    assert read == [
        "앞으로 담당 공무원 전국 지원에서 문의를 접수한다",
        "앞으로 담당 공무원 전국지원에서 문의를 접수한다",
    ]


def _with(body, words):
    return type(body)(body.source, body.body, body.media_type, body.digest, words=words)
