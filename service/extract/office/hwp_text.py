"""The text of HWP 5 paragraphs: UTF-16 with control characters (file format 5.0, section 4.3.1)."""

import struct
from collections.abc import Iterator

# Controls of one character, and what they stand for; all others below 32 take eight.
_SINGLE = {
    0: "",
    10: "\n",
    13: "",
    24: "-",
    25: "",
    26: "",
    27: "",
    28: "",
    29: "",
    30: " ",
    31: " ",
}
_INLINE = frozenset({4, 5, 6, 7, 8, 9, 19, 20})
_TAB = 9
_WIDE = 8
_FIRST_LETTER = 32
ANCHOR = "\ufffc"
"""Stands where something else is anchored: a table, a picture, a note."""


def text_of(data: bytes) -> str:
    """Letters of a paragraph, with an ANCHOR for every control that has records of its own."""
    return "".join(_letters(data))


def word_at(data: bytes, at: int) -> str:
    """A text behind the number of its letters; what is missing at the end is missing in it."""
    if at + 2 > len(data):
        return ""
    (length,) = struct.unpack_from("<H", data, at)
    return data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace").replace("\0", "")


def _letters(data: bytes) -> Iterator[str]:
    units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
    at = 0
    held: list[int] = []
    while at < len(units):
        unit = units[at]
        if unit >= _FIRST_LETTER:
            held.append(unit)
            at += 1
            continue
        yield _decoded(held)
        held = []
        if unit in _SINGLE:
            yield _SINGLE[unit]
            at += 1
        else:
            yield " " if unit == _TAB else "" if unit in _INLINE else ANCHOR
            at += _WIDE
    yield _decoded(held)


def _decoded(units: list[int]) -> str:
    """Letters; an anchor that somebody wrote as a letter is none."""
    data = struct.pack(f"<{len(units)}H", *units)
    return data.decode("utf-16-le", "replace").replace(ANCHOR, "")
