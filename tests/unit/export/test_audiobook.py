from hypothesis import given
from hypothesis import strategies as st

from service.export.audiobook import Book, Chapter, id3

BOOK = Book(
    title="바이오클러스터 방문",
    agency="보건복지부",
    issued_on="2023-07-03",
    language="ko",
    licence="공공누리 제1유형 (KOGL Type 1)",
    chapters=(Chapter("방문 개요", 0, 4_000), Chapter("일정", 4_000, 131_072)),
)


def size_of(data):
    """28 bits in four bytes, as the structure document has it in 6.2."""
    assert all(byte < 0x80 for byte in data)
    return data[0] << 21 | data[1] << 14 | data[2] << 7 | data[3]


def frames(data):
    while data:
        size = size_of(data[4:8])
        assert data[8:10] == b"\0\0"
        yield data[:4].decode(), data[10 : 10 + size]
        data = data[10 + size :]


def frames_of(book):
    tag = id3(book)
    assert (tag[:6], size_of(tag[6:10])) == (b"ID3\4\0\0", len(tag) - 10)
    return list(frames(tag[10:]))


def test_a_book_tells_what_it_is():
    told = {kind: body[1:].decode() for kind, body in frames_of(BOOK) if kind.startswith("T")}
    assert told == {
        "TIT2": "바이오클러스터 방문",
        "TPE1": "보건복지부",
        "TDRC": "2023-07-03",
        "TDRL": "2023-07-03",
        "TLAN": "kor",
        "TCON": "Speech",
        "TCOP": "공공누리 제1유형 (KOGL Type 1)",
    }


def test_contents_name_the_chapters_in_order():
    (contents,) = (body for kind, body in frames_of(BOOK) if kind == "CTOC")
    assert contents == b"toc\0\x03\x02c0\0c1\0"


def test_a_chapter_has_times_and_a_title():
    _, second = (body for kind, body in frames_of(BOOK) if kind == "CHAP")
    assert second[:11] == b"c1\0\0\0\x0f\xa0\0\x02\0\0"
    assert second[11:19] == b"\xff" * 8
    ((kind, title),) = frames(second[19:])
    assert (kind, title.decode()[1:]) == ("TIT2", "일정")


def test_what_is_not_known_is_not_written():
    assert [kind for kind, _ in frames_of(Book("제목"))] == ["TIT2", "TCON"]


def test_contents_hold_as_many_chapters_as_they_can_count():
    many = tuple(Chapter(str(number), number, number + 1) for number in range(400))
    kinds = [kind for kind, _ in frames_of(Book("제목", chapters=many))]
    assert (kinds.count("CHAP"), kinds.count("CTOC")) == (255, 1)


@given(st.text(), st.text())
def test_any_text_leaves_a_tag_whole(title, chapter):
    book = Book(title, chapters=(Chapter(chapter, 0, 1),))
    for kind, body in frames_of(book):
        assert kind in {"TIT2", "TCON", "CTOC", "CHAP"}
        assert body.count(b"\0") == 0 or kind in {"CTOC", "CHAP"}
