"""Loudness and true peak of each espeak voice on the sample releases: where its gain comes from."""

import sys
from pathlib import Path

import miniaudio
import numpy as np
import pyloudnorm

sys.path.insert(0, str(Path(__file__).parents[1]))

from service.audio.finish import Mp3Finisher
from service.audio.loudness import decibels, true_peak
from service.model.speech import Prosody
from service.speech.espeak.engine import EspeakEngine

TEXTS = {
    "ko": "보건복지부는 칠월 사일부터 칠월 구일까지 미국의 주요 바이오 클러스터를 방문한다고 밝혔다. "
    "이번 방문은 한국형 바이오 혁신 클러스터 조성 전략을 마련하고 협력을 구체화하기 위한 것이다. ",
    "en": "Minister of Health and Welfare will visit Los Angeles, San Diego, and San Francisco. "
    "The purpose of the visit is to explore strategies to create innovation clusters in Korea. ",
}
RATE_HZ = 24_000


def main() -> None:
    engine = EspeakEngine(30)
    for voice in engine.voices():
        sound = engine.speak(TEXTS[voice.language] * 6, voice, Prosody())
        data = Mp3Finisher().finish([sound]).data
        samples = np.array(miniaudio.decode(data, nchannels=1, sample_rate=RATE_HZ).samples) / 32768
        loudness = pyloudnorm.Meter(RATE_HZ).integrated_loudness(samples)
        peak = decibels(true_peak(samples.astype(np.float32), RATE_HZ))
        print(f"{voice.id}: gain {voice.gain_db:+.1f} dB, {loudness:.1f} LUFS, {peak:.1f} dBTP")
    engine.close()


if __name__ == "__main__":
    main()
