"""Sounds of engines to samples between -1 and 1, and samples to MP3 frames."""

import lameenc
import miniaudio
import numpy as np
import soxr
from numpy.typing import NDArray

from service.audio.frames import FRAME_BYTES, FRAME_SAMPLES, SAMPLE_RATE_HZ
from service.audio.loudness import Samples
from service.errors import AudioUndecodable
from service.model.speech import Sound

_FULL_SCALE = 32_768
_BIT_RATE_KBIT = 48
# 2 is best and 7 fastest; 5 makes a second of speech in 4 ms and sounds like 2 at this bit rate.
_QUALITY = 5
_HEADER = bytes.fromhex("fff364")


def decode(sound: Sound) -> Samples:
    """The sound at the house's rate, mono; raises AudioUndecodable."""
    if sound.media_type == "audio/L16":
        if len(sound.data) % 2 or sound.sample_rate_hz <= 0:
            raise AudioUndecodable(f"{len(sound.data)} bytes at {sound.sample_rate_hz} Hz")
        return _at_house_rate(np.frombuffer(sound.data, dtype="<i2"), sound.sample_rate_hz)
    try:
        decoded = miniaudio.decode(sound.data, miniaudio.SampleFormat.SIGNED16, 1, SAMPLE_RATE_HZ)
    except miniaudio.MiniaudioError as error:
        raise AudioUndecodable(f"{sound.media_type}: {error}") from error
    return _at_house_rate(np.frombuffer(decoded.samples, dtype="<i2"), SAMPLE_RATE_HZ)


def encode(samples: Samples) -> bytes:
    """Bare MP3 frames: CBR, no Info header, no tag; the first frame borrows no bits."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(_BIT_RATE_KBIT)
    encoder.set_in_sample_rate(SAMPLE_RATE_HZ)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    whole = np.clip(np.rint(samples * (_FULL_SCALE - 1)), -_FULL_SCALE, _FULL_SCALE - 1)
    padded = np.pad(whole, (0, -whole.size % FRAME_SAMPLES)).astype("<i2")
    data = bytes(encoder.encode(padded.tobytes())) + bytes(encoder.flush())
    _check(data)
    return data


def _check(data: bytes) -> None:
    heads = {data[at : at + 3] for at in range(0, len(data), FRAME_BYTES)}
    if len(data) % FRAME_BYTES or heads != {_HEADER}:
        raise AudioUndecodable("the encoder made frames of another form")


def _at_house_rate(samples: NDArray[np.int16], rate_hz: int) -> Samples:
    plain = (samples / _FULL_SCALE).astype(np.float32)
    if rate_hz == SAMPLE_RATE_HZ:
        return plain
    resampled: Samples = soxr.resample(plain, rate_hz, SAMPLE_RATE_HZ, quality="HQ")
    return resampled
