"""Streams of HWP 5 files: records of a tag, a level and bytes.

Source: Hangul Word Processor file format 5.0, revision 1.3, section 4.1.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from service.errors import DocumentIsBroken, DocumentTookTooLong

DOCUMENT_CHAR_SHAPE, NUMBERING, BULLET, PARA_SHAPE, STYLE = 21, 23, 24, 25, 26
PARA_HEADER, PARA_TEXT, PARA_CHAR_SHAPE = 66, 67, 68
CTRL_HEADER, LIST_HEADER, SHAPE_COMPONENT, TABLE, EQUATION = 71, 72, 76, 77, 88
OLE, PICTURE, TEXT_ART, FORM = 84, 85, 90, 91

_MOST_BYTES = 200_000_000
_MOST_RECORDS = 3_000_000
_LONG = 0xFFF
_DEEPEST = 60


@dataclass(slots=True)
class Record:
    """A record with those that belong to it."""

    tag: int
    level: int
    data: bytes
    children: list["Record"] = field(default_factory=list)

    def of(self, tag: int) -> Iterator["Record"]:
        """Its own records of a kind."""
        return (child for child in self.children if child.tag == tag)

    def number(self, at: int, form: str = "<H") -> int:
        """A number in its bytes; DocumentIsBroken where they end before it."""
        try:
            return int(struct.unpack_from(form, self.data, at)[0])
        except struct.error as error:
            raise DocumentIsBroken(f"hwp: record {self.tag} is too short") from error


def inflated(data: bytes) -> bytes:
    """The bytes of a compressed stream; raises DocumentIsBroken, DocumentTookTooLong."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = inflate.decompress(data, _MOST_BYTES)
    except zlib.error as error:
        raise DocumentIsBroken(f"hwp: {error}") from error
    if inflate.unconsumed_tail:
        raise DocumentTookTooLong(f"hwp: a stream grows beyond {_MOST_BYTES} bytes")
    return whole


def tree_of(data: bytes) -> Record:
    """All records of a stream below one that holds them."""
    root = Record(0, -1, b"")
    path = [root]
    for record in _records(data):
        while len(path) > 1 and path[-1].level >= record.level:
            path.pop()
        if len(path) > _DEEPEST:
            raise DocumentIsBroken("hwp: records nested too deep")
        path[-1].children.append(record)
        path.append(record)
    return root


def _records(data: bytes) -> Iterator[Record]:
    at = count = 0
    while at + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, at)
        at += 4
        size = head >> 20
        if size == _LONG:
            if at + 4 > len(data):
                break
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        count += 1
        if count > _MOST_RECORDS:
            raise DocumentTookTooLong("hwp: too many records")
        yield Record(head & 0x3FF, (head >> 10) & 0x3FF, data[at : at + size])
        at += size
