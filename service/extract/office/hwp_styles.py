"""How paragraphs of an HWP 5 file look (file format 5.0, sections 4.2.6 to 4.2.10)."""

from collections.abc import Mapping
from dataclasses import replace

from service.extract.office.hwp_controls import form_of
from service.extract.office.hwp_records import (
    BULLET,
    DOCUMENT_CHAR_SHAPE,
    NUMBERING,
    PARA_SHAPE,
    Record,
)
from service.extract.office.hwp_text import word_at
from service.extract.office.looks import Look, Styles
from service.extract.office.numbering import Head

_SHAPE_AT, _SIZE_AT, _FLAGS_AT = 4, 42, 46
_BOLD = 0x2
_CENTRED = 3
_HEAD_BYTES = 12
_LEVELS = 7
_HIGHEST_START = 1_000
_LIST_AT = 30
_OUTLINE, _NUMBER, _BULLET = 1, 2, 3


def styles_of(info: Record) -> Styles:
    """Styles from the records of the stream DocInfo; identifiers are places from 0."""
    bullets = [_bullet(record) for record in info.of(BULLET)]
    numberings = [_heads(record) for record in info.of(NUMBERING)]
    return Styles(
        chars={str(at): _char(r) for at, r in enumerate(info.of(DOCUMENT_CHAR_SHAPE))},
        paras={
            str(at): _para(record, bullets, numberings)
            for at, record in enumerate(info.of(PARA_SHAPE))
        },
    )


def _char(record: Record) -> tuple[float, bool]:
    size = record.number(_SIZE_AT, "<i") / 100
    return size, bool(record.number(_FLAGS_AT, "<I") & _BOLD)


def _bullet(record: Record) -> str:
    return chr(record.number(_HEAD_BYTES)) if len(record.data) >= _HEAD_BYTES + 2 else ""


def _heads(record: Record) -> dict[int, Head]:
    """Patterns of the levels of a numbering; a short record has fewer levels."""
    found: dict[int, Head] = {}
    at = 0
    for level in range(1, _LEVELS + 1):
        if at + _HEAD_BYTES + 2 > len(record.data):
            break
        flags, length = record.number(at, "<I"), record.number(at + _HEAD_BYTES)
        pattern = word_at(record.data, at + _HEAD_BYTES)
        found[level] = Head(pattern, form_of((flags >> 5) & 0xF))
        at += _HEAD_BYTES + 2 + 2 * length
    return {level: replace(head, start=_start(record, at, level)) for level, head in found.items()}


def _start(record: Record, at: int, level: int) -> int:
    """The first value of a level: files since 5.0.2.5 tell one for each, behind a common one."""
    place = at + 2 + 4 * (level - 1)
    told = record.number(place, "<I") if place + 4 <= len(record.data) else 1
    return told if 0 < told <= _HIGHEST_START else 1


def _para(record: Record, bullets: list[str], numberings: list[dict[int, Head]]) -> Look:
    flags = record.number(0, "<I")
    is_centred = (flags >> 2) & 0x7 == _CENTRED
    kind, level = (flags >> 23) & 0x3, ((flags >> 25) & 0x7) + 1
    if not kind or len(record.data) < _LIST_AT + 2:
        return Look(is_centred=is_centred)
    at = record.number(_LIST_AT) - 1
    if kind == _BULLET:
        bullet = bullets[at] if 0 <= at < len(bullets) else ""
        return Look(is_centred=is_centred, bullet=bullet, list_level=level)
    heads: Mapping[int, Head] = numberings[at] if 0 <= at < len(numberings) else {}
    if kind == _OUTLINE and not heads and numberings:
        heads = numberings[0]
    return Look(is_centred=is_centred, list_name=f"{kind} {at}", list_level=level, heads=heads)


def first_char_shape(record: Record) -> str:
    """The identifier of the shape of a paragraph's first letters."""
    return str(record.number(_SHAPE_AT, "<I") if len(record.data) > _SHAPE_AT else 0)
