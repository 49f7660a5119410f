import io
import wave

import numpy as np
import pytest

from service.audio.formats import ENDINGS, exported, imported
from service.audio.samples import encode
from service.errors import AudioError, AudioFormatUnavailable
from service.model.speech import Voice

VOICE = Voice("x:ko", "x", "1", "ko", "x")
FRAMES = encode((np.sin(np.arange(24_000) * 0.2) * 0.4).astype(np.float32))
MAGIC = {".wav": b"RIFF", ".flac": b"fLaC", ".ogg": b"OggS", ".m4a": b"ftyp"}


@pytest.fixture
def without_ffmpeg(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


def wav(rate_hz=8_000, channels=2):
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(b"\x10\x20" * rate_hz * channels)
    return file.getvalue()


def test_mp3_goes_out_as_it_is():
    assert exported(FRAMES, ".mp3") is FRAMES


def test_wav_needs_no_command(without_ffmpeg):
    with wave.open(io.BytesIO(exported(FRAMES, ".wav"))) as out:
        assert (out.getframerate(), out.getnchannels()) == (24_000, 1)
        assert out.getnframes() == len(FRAMES) // 144 * 576


def test_wav_comes_in_without_a_command(without_ffmpeg):
    sound = imported(wav(), "audio/wav", VOICE, "나라")
    assert (sound.media_type, sound.sample_rate_hz, sound.text) == ("audio/L16", 8_000, "나라")
    assert sound.data == b"\x10\x20" * 8_000


@pytest.mark.parametrize("ending", [".m4a", ".ogg", ".flac"])
def test_a_missing_command_is_named(ending, without_ffmpeg):
    with pytest.raises(AudioFormatUnavailable, match="needs the ffmpeg command"):
        exported(FRAMES, ending)


def test_a_missing_command_is_named_when_reading_too(without_ffmpeg):
    with pytest.raises(AudioFormatUnavailable, match="needs the ffmpeg command"):
        imported(b"OggS", "audio/ogg", VOICE, "")


def test_what_went_out_comes_in_again():
    sound = imported(exported(FRAMES, ".wav"), "audio/wav", VOICE, "")
    assert (len(sound.data), sound.sample_rate_hz) == (len(FRAMES) // 144 * 576 * 2, 24_000)


def test_every_container_is_what_its_ending_says():
    for ending, magic in MAGIC.items():
        assert magic in exported(FRAMES, ending)[:12]
    assert set(ENDINGS) == {".mp3", *MAGIC}


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"RIFF", "audio/wav"),
        (b"", "audio/wav"),
        (b"OggS" * 99, "audio/ogg"),
        (b"<html>", "audio/wav"),
        (wav(), "text/html"),
        (wav(), ""),
    ],
)
def test_what_is_no_audio_is_told(data, media_type):
    with pytest.raises(AudioError):
        imported(data, media_type, VOICE, "")


def test_an_unknown_ending_lists_the_known_ones():
    with pytest.raises(AudioFormatUnavailable, match=r"\.mp3, \.wav"):
        exported(FRAMES, ".exe")
