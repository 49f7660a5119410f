"""Sound as servers send it: WAV, MP3 or bare samples; anything else is refused (pure)."""

import struct
from dataclasses import dataclass

import numpy as np

from service.errors import EngineAnswerBad
from service.speech.network.frames import NotFrames, begins_frame, duration_ms

_BYTES_PER_SAMPLE = 2
_INTEGERS, _FLOATS, _EXTENSIBLE = 1, 3, 0xFFFE
_FULL_SCALE = 32_767
_LEAST_RATE_HZ, _MOST_RATE_HZ = 8_000, 192_000
_FORM = struct.Struct("<HHIIHH")
# Speech faster than this is not the whole text: hurried readers need some 100 ms for a Hangul
# syllable and 45 for a Latin letter.
_LEAST_MS_PER_SYLLABLE = 60
_LEAST_MS_PER_LETTER = 25
_LEAST_MS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """Sound with what is needed to decode it: see `Sound`."""

    data: bytes
    media_type: str
    rate_hz: int
    duration_ms: float


def answer_of(data: bytes, bare_rate_hz: int = 0) -> Answer:
    """What the bytes are, told by themselves; raises EngineAnswerBad.

    Bare samples (16-bit little-endian, mono) cannot be told from noise, so they are taken for such
    only when a rate for them is given.
    """
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        samples, rate_hz = _wav(data)
        return _samples(samples, rate_hz)
    if data[:3] == b"ID3" or begins_frame(data):
        try:
            return Answer(data, "audio/mpeg", 0, duration_ms(data))
        except NotFrames as error:
            raise EngineAnswerBad(str(error)) from error
    if bare_rate_hz and len(data) % _BYTES_PER_SAMPLE == 0 and data[:1] not in (b"{", b"<"):
        return _samples(data, bare_rate_hz)
    raise EngineAnswerBad(f"{len(data)} bytes that are no sound")


def check_length(answer: Answer, text: str) -> Answer:
    """The same answer, or EngineAnswerBad when nobody could say the text in its time."""
    if answer.duration_ms < max(_LEAST_MS, _least_ms(text)):
        raise EngineAnswerBad(f"{answer.duration_ms:.0f} ms for {len(text)} characters")
    return answer


def _least_ms(text: str) -> int:
    return sum(
        _LEAST_MS_PER_SYLLABLE if "가" <= letter <= "힣" else _LEAST_MS_PER_LETTER
        for letter in text
        if letter.isalnum()
    )


def _samples(data: bytes, rate_hz: int) -> Answer:
    lasts_ms = 1_000 * len(data) / _BYTES_PER_SAMPLE / rate_hz
    return Answer(data, "audio/L16", rate_hz, lasts_ms)


def _wav(data: bytes) -> tuple[bytes, int]:
    """Samples of a WAV file as 16-bit mono, and their rate.

    The sizes of a file that was written while it was sent are not known in its head; what is there
    counts.
    """
    at, form = 12, (0, 0, 0, 0)
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        if name == b"fmt " and len(body) >= _FORM.size:
            kind, channels, rate_hz, _, _, bits = _FORM.unpack_from(body)
            form = (_kind(kind, body), channels, rate_hz, bits)
        if name == b"data":
            return _mono(body, form), form[2]
        at += 8 + size + size % 2
    raise EngineAnswerBad("a WAV file without samples")


def _kind(kind: int, body: bytes) -> int:
    return int.from_bytes(body[24:26], "little") if kind == _EXTENSIBLE else kind


def _mono(body: bytes, form: tuple[int, int, int, int]) -> bytes:
    kind, channels, rate_hz, bits = form
    if channels not in (1, 2) or not _LEAST_RATE_HZ <= rate_hz <= _MOST_RATE_HZ:
        raise EngineAnswerBad(f"a WAV file of {channels} channels at {rate_hz} Hz")
    if (kind, bits) == (_INTEGERS, 16):
        whole = np.frombuffer(body[: len(body) // (2 * channels) * 2 * channels], dtype="<i2")
        return bytes(whole.reshape(-1, channels).mean(axis=1).astype("<i2").tobytes())
    if (kind, bits) == (_FLOATS, 32):
        floats = np.frombuffer(body[: len(body) // (4 * channels) * 4 * channels], dtype="<f4")
        mono = np.nan_to_num(floats).reshape(-1, channels).mean(axis=1)
        return bytes((mono.clip(-1, 1) * _FULL_SCALE).astype("<i2").tobytes())
    raise EngineAnswerBad(f"a WAV file of form {kind} with {bits} bits")
