import lameenc
import numpy as np
import pytest

from service.audio.samples import decode, decode_mp3, encode
from service.errors import AudioUndecodable
from service.model.speech import Sound, Voice

VOICE = Voice("x:ko", "x", "1", "ko", "x")


def tone(rate_hz, seconds=1.0, hertz=1_000):
    times = np.arange(round(rate_hz * seconds)) / rate_hz
    return (np.sin(2 * np.pi * hertz * times) * 0.4).astype(np.float32)


def foreign_mp3(rate_hz, channels, kbit=64):
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(kbit)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_channels(channels)
    encoder.silence()
    samples = np.repeat((tone(rate_hz) * 32_767).astype("<i2"), channels)
    return bytes(encoder.encode(samples.tobytes())) + bytes(encoder.flush())


def pitch(samples, rate_hz=24_000):
    power = np.abs(np.fft.rfft(samples[4_000:16_000]))
    return np.argmax(power) * rate_hz / 12_000


@pytest.mark.parametrize(("rate_hz", "channels"), [(24_000, 1), (44_100, 2), (16_000, 1)])
def test_mp3_of_any_rate_becomes_ours(rate_hz, channels):
    samples = decode_mp3(foreign_mp3(rate_hz, channels))
    assert samples.size == pytest.approx(24_000, abs=3_000)
    assert pitch(samples) == pytest.approx(1_000, abs=4)
    assert np.abs(samples[4_000:16_000]).max() == pytest.approx(0.4, abs=0.05)


@pytest.mark.parametrize("rate_hz", [8_000, 22_050, 24_000, 48_000])
def test_plain_samples_of_any_rate_become_ours(rate_hz):
    data = (tone(rate_hz) * 32_767).astype("<i2").tobytes()
    samples = decode(Sound(data, "audio/L16", rate_hz, VOICE, ""))
    assert samples.size == pytest.approx(24_000, abs=2)
    assert pitch(samples) == pytest.approx(1_000, abs=4)


def test_what_is_encoded_comes_back():
    samples = tone(24_000)
    back = decode_mp3(encode(samples))[1_105 : 1_105 + samples.size]
    assert np.abs(back - samples)[1_000:-1_000].max() < 0.03


@pytest.mark.parametrize(
    ("data", "media_type", "rate_hz"),
    [
        (b"<html>", "audio/mpeg", 24_000),
        (b"", "audio/mpeg", 24_000),
        (b"abc", "audio/L16", 24_000),
        (b"abcd", "audio/L16", 0),
        (b"abcd", "text/html", 24_000),
    ],
    ids=["html", "empty", "odd", "no-rate", "unknown"],
)
def test_what_is_no_audio_is_told(data, media_type, rate_hz):
    with pytest.raises(AudioUndecodable):
        decode(Sound(data, media_type, rate_hz, VOICE, ""))
