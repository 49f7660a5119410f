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
# Sizes from here on, and 0, stand in heads that were sent before the size was known.
_UNKNOWN_FROM = 0x7FFF_0000
# Below this (-60 dB) nothing can be heard.
_SILENCE = 33
_TEXT_BYTES = 200
# Speech faster than this is not the whole text: hurried readers need some 100 ms for a Hangul
# syllable and 45 for a Latin letter.
_LEAST_MS_PER_SYLLABLE = 60
_LEAST_MS_PER_LETTER = 25
_LEAST_MS = 200
# Slower than this is no speech either: networks that lose their way repeat themselves.
_MOST_MS_PER_LETTER = 1_500
_MOST_MS = 10_000
_LEAST_RATE = 0.1


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
    if bare_rate_hz and len(data) % _BYTES_PER_SAMPLE == 0 and not _is_text(data):
        return _samples(data, bare_rate_hz)
    raise EngineAnswerBad(f"{len(data)} bytes that are no sound")


def check_speech(answer: Answer, text: str, rate: float = 1.0) -> Answer:
    """The same answer, or EngineAnswerBad when nobody says the text in its time, or it is silent.

    The silence of MP3 is not told here: another room decodes.
    """
    rate = max(_LEAST_RATE, rate)
    least_ms = max(_LEAST_MS, _least_ms(text)) / max(1.0, rate)
    most_ms = (_MOST_MS + _MOST_MS_PER_LETTER * sum(map(str.isalnum, text))) / min(1.0, rate)
    if not least_ms <= answer.duration_ms <= most_ms:
        raise EngineAnswerBad(f"{answer.duration_ms:.0f} ms for {len(text)} characters")
    if answer.media_type == "audio/L16" and _peak(answer.data) < _SILENCE:
        raise EngineAnswerBad(f"silence for {len(text)} characters")
    return answer


def _peak(data: bytes) -> int:
    samples = np.frombuffer(data, dtype="<i2").astype(np.int32)
    return int(np.abs(samples).max(initial=0))


def _is_text(data: bytes) -> bool:
    """Whether bytes begin as a page or a message does; samples hardly ever do."""
    start = data[:_TEXT_BYTES].decode("utf-8", "ignore")
    return len(start.encode()) >= len(data[:_TEXT_BYTES]) - 3 and all(
        letter.isprintable() or letter.isspace() for letter in start
    )


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

    A file that was written while it was sent does not know its size in its head: then all that is
    there counts. Less than a known size is a file that was cut off.
    """
    at, form = 12, (0, 0, 0, 0)
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        if name == b"fmt " and len(body) >= _FORM.size:
            kind, channels, rate_hz, _, _, bits = _FORM.unpack_from(body)
            form = (_kind(kind, body), channels, rate_hz, bits)
        if name == b"data":
            return _mono(_whole(data[at + 8 :], size), form), form[2]
        at += 8 + size + size % 2
    raise EngineAnswerBad("a WAV file without samples")


def _whole(there: bytes, size: int) -> bytes:
    if not size or size >= _UNKNOWN_FROM:
        return there
    if len(there) < size:
        raise EngineAnswerBad(f"a WAV file of which {len(there)} of {size} bytes came")
    return there[:size]


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
