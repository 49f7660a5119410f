"""The tag that makes an MP3 file a book: title, agency, date, licence and chapters (pure).

ID3 version 2.4.0 (id3v2.4.0-structure, id3v2.4.0-frames) with the addendum "ID3v2 Chapter Frame"
1.0. No library writes it that may be imported here: mutagen is GPL and eyeD3 too. Only what is
needed is written: text frames in UTF-8, CHAP and CTOC.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# ISO 639-2 codes, which TLAN wants.
_LANGUAGES = {"ko": "kor", "en": "eng"}
_UTF8 = b"\x03"
_UNUSED_OFFSET = b"\xff\xff\xff\xff"
_ORDERED_TOP = b"\x03"
_MOST_CHAPTERS = 255
"""CTOC counts its entries in one byte."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch with a title; milliseconds from the beginning of the audio."""

    title: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Book:
    """What a file tells of itself; `issued_on` is an ISO 8601 date or empty, as all may be."""

    title: str
    agency: str = ""
    issued_on: str = ""
    language: str = ""
    licence: str = ""
    chapters: tuple[Chapter, ...] = ()


def id3(book: Book) -> bytes:
    """The tag, to be put before the frames."""
    told = [
        _text(b"TIT2", book.title),
        _text(b"TPE1", book.agency),
        _text(b"TDRC", book.issued_on),
        _text(b"TDRL", book.issued_on),
        _text(b"TLAN", _LANGUAGES.get(book.language, "")),
        _text(b"TCON", "Speech"),
        _text(b"TCOP", book.licence),
        *_chapters(book.chapters[:_MOST_CHAPTERS]),
    ]
    body = b"".join(told)
    return b"ID3\x04\x00\x00" + _synchsafe(len(body)) + body


def _chapters(chapters: Sequence[Chapter]) -> list[bytes]:
    names = [f"c{number}".encode() for number in range(len(chapters))]
    if not names:
        return []
    listed = b"".join(name + b"\0" for name in names)
    contents = _frame(b"CTOC", b"toc\0" + _ORDERED_TOP + bytes([len(names)]) + listed)
    return [contents, *map(_chapter, names, chapters)]


def _chapter(name: bytes, chapter: Chapter) -> bytes:
    times = chapter.start_ms.to_bytes(4, "big") + chapter.end_ms.to_bytes(4, "big")
    head = name + b"\0" + times + _UNUSED_OFFSET * 2
    return _frame(b"CHAP", head + _text(b"TIT2", chapter.title))


def _text(kind: bytes, text: str) -> bytes:
    """A text frame; nothing for an empty text, and no NUL, which would part it in two."""
    plain = " ".join(text.replace("\0", " ").split())
    return _frame(kind, _UTF8 + plain.encode("utf-8", "replace")) if plain else b""


def _frame(kind: bytes, body: bytes) -> bytes:
    return kind + _synchsafe(len(body)) + b"\0\0" + body


def _synchsafe(number: int) -> bytes:
    """28 bits in four bytes whose highest bit is 0."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
