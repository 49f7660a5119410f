"""What an ONNX file says of itself, read without the library that would run it.

The library ends its process when a file is not what it expects. So the outer fields of the message
(onnx.proto, version 1 of the format) are walked here first; nothing is copied but names.
"""

import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# Numbers of fields in onnx.proto.
_IR_VERSION, _GRAPH, _OPERATORS, _METADATA = 1, 7, 8, 14
_INITIALIZER, _INPUT, _OUTPUT = 5, 11, 12
_KEY, _VALUE = 1, 2
_NAME = 1
_PLACE_OF_DATA = 14
# Kinds of fields in the wire format of protocol buffers.
_VARINT, _EIGHT_BYTES, _COUNTED, _FOUR_BYTES = 0, 1, 2, 5
_MOST_VARINT_BYTES = 10
_MOST_TEXT_BYTES = 1 << 20

_Span = tuple[int, int]


class NotOnnx(Exception):
    """The file is no whole ONNX model; the text says why."""


@dataclass(frozen=True, slots=True)
class OnnxHead:
    """Metadata by key, and the names of inputs and outputs in their order."""

    metadata: Mapping[str, str]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def read(path: Path) -> OnnxHead:
    """The head of a file; raises NotOnnx, and OSError when it cannot be read."""
    with path.open("rb") as file:
        try:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:
            raise NotOnnx("the file is empty") from error
        with data:
            return _head(data)


def _head(data: mmap.mmap) -> OnnxHead:
    outer = list(_fields(data, (0, len(data))))
    graphs = [value for number, value in outer if number == _GRAPH and isinstance(value, tuple)]
    numbers = {number for number, _ in outer}
    if len(graphs) != 1 or not {_IR_VERSION, _OPERATORS} <= numbers:
        raise NotOnnx("it holds no model")
    metadata = dict(
        _entry(data, value)
        for number, value in outer
        if number == _METADATA and isinstance(value, tuple)
    )
    inputs, outputs, given = _graph(data, graphs[0])
    return OnnxHead(metadata, tuple(name for name in inputs if name not in given), outputs)


def _graph(data: mmap.mmap, span: _Span) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Names of inputs, of outputs, and of the weights, which older files list as inputs too."""
    names: dict[int, list[str]] = {_INPUT: [], _OUTPUT: [], _INITIALIZER: []}
    for number, value in _fields(data, span):
        if number not in names or not isinstance(value, tuple):
            continue
        if number == _INITIALIZER:
            names[number].append(_weight(data, value))
        else:
            names[number].append(_text_of(data, value, _NAME))
    return tuple(names[_INPUT]), tuple(names[_OUTPUT]), frozenset(names[_INITIALIZER])


def _weight(data: mmap.mmap, span: _Span) -> str:
    """The name of a tensor, whose numbers must be in this file and in no other."""
    name = ""
    for number, value in _fields(data, span):
        if number == _PLACE_OF_DATA and value:
            raise NotOnnx("it wants weights from another file")
        if number == 8 and isinstance(value, tuple):  # noqa: PLR2004 - TensorProto.name
            name = _text(data, value)
    return name


def _entry(data: mmap.mmap, span: _Span) -> tuple[str, str]:
    return _text_of(data, span, _KEY), _text_of(data, span, _VALUE)


def _text_of(data: mmap.mmap, span: _Span, wanted: int) -> str:
    for number, value in _fields(data, span):
        if number == wanted and isinstance(value, tuple):
            return _text(data, value)
    return ""


def _text(data: mmap.mmap, span: _Span) -> str:
    begin, end = span
    if end - begin > _MOST_TEXT_BYTES:
        raise NotOnnx("a name is too long")
    return data[begin:end].decode("utf-8", "replace")


def _fields(data: mmap.mmap, span: _Span) -> Iterator[tuple[int, int | _Span]]:
    """Numbers of fields in a stretch, with the value of a number or the stretch of the rest."""
    place, end = span
    while place < end:
        tag, place = _varint(data, place, end)
        number, kind = tag >> 3, tag & 7
        if kind == _VARINT:
            value, place = _varint(data, place, end)
            yield number, value
            continue
        length, place = _length(data, kind, place, end)
        if number == 0 or place + length > end:
            raise NotOnnx("it is cut short or damaged")
        yield number, (place, place + length)
        place += length


def _length(data: mmap.mmap, kind: int, place: int, end: int) -> tuple[int, int]:
    if kind == _COUNTED:
        return _varint(data, place, end)
    if kind in (_FOUR_BYTES, _EIGHT_BYTES):
        return (4 if kind == _FOUR_BYTES else 8), place
    raise NotOnnx("it is cut short or damaged")


def _varint(data: mmap.mmap, place: int, end: int) -> tuple[int, int]:
    value = 0
    for count in range(_MOST_VARINT_BYTES):
        if place >= end:
            break
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << (7 * count)
        if byte < 0x80:  # noqa: PLR2004 - the top bit says that more follows
            return value, place
    raise NotOnnx("it is cut short or damaged")
