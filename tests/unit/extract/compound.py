"""Compound files and HWP 5 records, written for the tests of their reader."""

import struct
import zlib

_SECTOR, _SMALLEST = 512, 4_096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def compound(streams):
    """A compound file of version 3; names may have one folder: "BodyText/Section0"."""
    entries, data, chains = _directory(streams)
    chains.append((len(entries) * 128 + _SECTOR - 1) // _SECTOR)
    table = [_FAT]  # sector 0 holds the table of sectors
    for length in chains:
        first = len(table)
        table += [*range(first + 1, first + length), _END]
    table += [_FREE] * (128 - len(table))
    folder = len(table) - table.count(_FREE) - chains[-1]
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, folder, 0, _SMALLEST, _END, 0, _END, 0),
    )
    head += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    body = b"".join(entries)
    body += b"\0" * (-len(body) % _SECTOR)
    return head + struct.pack("<128I", *table) + data + body


def _directory(streams):
    """Entries of the directory, the sectors of all streams, and how long each chain is."""
    names = sorted({name.split("/")[0] for name in streams})
    order = ["Root Entry", *names]
    inner = {name: [s.split("/")[1] for s in streams if s.startswith(f"{name}/")] for name in names}
    for name in names:
        order += [f"{name}/{each}" for each in inner[name]]
    entries, data, chains, start = [], b"", [], 1
    for at, name in enumerate(order):
        children = names if at == 0 else inner.get(name, [])
        below = (
            order.index(children[0] if at == 0 else f"{name}/{children[0]}") if children else _NONE
        )
        beside = _next(order, name, names, inner)
        kind, place, size = (5, _END, 0) if at == 0 else (1, 0, 0) if children else (2, 0, 0)
        if kind == 2:
            whole = streams[name].ljust(_SMALLEST, b"\0")
            size, place = len(whole), start
            whole += b"\0" * (-size % _SECTOR)
            chains.append(len(whole) // _SECTOR)
            data, start = data + whole, start + len(whole) // _SECTOR
        entries.append(_entry(name.split("/")[-1], (kind, beside, below), (place, size)))
    return entries, data, chains


def _next(order, name, names, inner):
    """The entry to the right of one in its folder."""
    folder, _, own = name.rpartition("/")
    siblings = inner[folder] if folder else names
    if name == "Root Entry" or siblings.index(own) + 1 == len(siblings):
        return _NONE
    after = siblings[siblings.index(own) + 1]
    return order.index(f"{folder}/{after}" if folder else after)


def _entry(name, links, stretch):
    text = name.encode("utf-16-le").ljust(64, b"\0")
    length = 2 * len(name) + 2
    head = text + struct.pack("<HBBIII", length, links[0], 1, _NONE, *links[1:])
    return head + b"\0" * 36 + struct.pack("<IQ", *stretch)


def record(tag, level, data=b""):
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def letters(text):
    return text.encode("utf-16-le")


def anchor(code=11):
    return struct.pack("<8H", code, 0, 0, 0, 0, 0, 0, code)


def paragraph(level, text, *controls, look=0, shape=0):
    """A paragraph with its controls; `text` is a string or bytes with anchors."""
    data = letters(text) if isinstance(text, str) else text
    head = struct.pack("<IIHB", len(data) // 2, 0, look, 0).ljust(22, b"\0")
    parts = [record(66, level, head), record(67, level + 1, data)]
    parts.append(record(68, level + 1, struct.pack("<II", 0, shape)))
    return b"".join([*parts, *controls])


def control(level, kind, *inside):
    return record(71, level, kind.encode()[::-1].ljust(8, b"\0")) + b"".join(inside)


def cell(level, text, at, spans=(1, 1)):
    head = struct.pack("<HHI4H", 1, 0, 0, at[1], at[0], *spans)
    return record(72, level, head) + paragraph(level, text)


def char_shape(points, *, is_bold=False):
    return record(21, 1, b"\0" * 42 + struct.pack("<iI", points * 100, 2 * is_bold))


def para_shape(flags=0, list_at=0):
    return record(25, 1, struct.pack("<I", flags) + b"\0" * 26 + struct.pack("<H", list_at))


def numbering(*levels):
    parts = [
        struct.pack("<I8xH", form << 5, len(pattern)) + letters(pattern) for form, pattern in levels
    ]
    return record(23, 1, b"".join(parts))


def hwp(body, info=b"", flags=1):
    """An HWP 5 file; compressed unless the flags say that it is not."""
    head = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    looks = info or char_shape(10) + para_shape()
    packed = [_deflated(part) if flags & 1 else part for part in (looks, body)]
    streams = {"FileHeader": head, "DocInfo": packed[0], "BodyText/Section0": packed[1]}
    return compound(streams)


def _deflated(data):
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()
