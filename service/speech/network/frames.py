"""Whether bytes are whole MPEG audio layer III frames, and how long they sound (pure).

Another room decodes; here an answer is walked frame by frame (ISO/IEC 11172-3, 13818-3), so that
one that was cut off or is no audio at all is refused before it is kept.
"""

_RATES_HZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_KBITS_V1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_V2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_V1, _LAYER_3 = 3, 1
_HEADER_BYTES = 4
_LAST_TAG_BYTES = 128  # ID3v1


class NotFrames(ValueError):
    """The bytes are not whole frames from their beginning to their end."""


def duration_ms(data: bytes) -> float:
    """How long the frames sound; raises NotFrames."""
    at, total_ms = _after_tag(data), 0.0
    end = len(data) - (_LAST_TAG_BYTES if data[-_LAST_TAG_BYTES:].startswith(b"TAG") else 0)
    while at < end:
        size, frame_ms = _frame(data[at : at + _HEADER_BYTES])
        if at + size > end:
            raise NotFrames("the last frame is cut off")
        at += size
        total_ms += frame_ms
    return total_ms


def begins_frame(data: bytes) -> bool:
    """Whether the eleven bits are there with which every frame begins."""
    return len(data) >= _HEADER_BYTES and data[0] == 0xFF and data[1] & 0xE0 == 0xE0


def _after_tag(data: bytes) -> int:
    """Where the frames begin: behind an ID3v2 tag, when there is one."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _frame(header: bytes) -> tuple[int, float]:
    """Size in bytes and time in milliseconds of the frame with this header."""
    if not begins_frame(header):
        raise NotFrames("no frame where one should begin")
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    bit_rate, rate = header[2] >> 4, header[2] >> 2 & 3
    if version not in _RATES_HZ or layer != _LAYER_3 or not 0 < bit_rate < 15 or rate > 2:
        raise NotFrames("not a layer III frame of a known rate")
    kbit = (_KBITS_V1 if version == _V1 else _KBITS_V2)[bit_rate]
    samples = 1_152 if version == _V1 else 576
    rate_hz = _RATES_HZ[version][rate]
    size = samples // 8 * kbit * 1_000 // rate_hz + (header[2] >> 1 & 1)
    return size, samples * 1_000 / rate_hz
