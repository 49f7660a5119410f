"""Loudness and true peak of every voice on the sample releases: where the gains come from.

Usage: loudness.py [ENGINE ...] (espeak when none is named). The gain to set is printed beside
what was measured; -19 LUFS is the goal, and no true peak may be over -1 dB.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyloudnorm

sys.path.insert(0, str(Path(__file__).parents[1]))

from service.audio.finish import GOAL_LUFS, Mp3Finisher
from service.audio.frames import SAMPLE_RATE_HZ, pause_frames, silence
from service.audio.loudness import decibels, true_peak
from service.audio.samples import decode_mp3
from service.model.speech import Prosody, Voice
from service.settings import from_process
from service.speech import registry
from service.speech.base import Engine

ROOT = Path(__file__).parents[1]
ROUNDS = 3


def main(names: list[str]) -> None:
    for name in names or ["espeak"]:
        engine = registry.build([name], from_process())
        for voice in engine.voices():
            show(engine, voice)
        engine.close()


def show(engine: Engine, voice: Voice) -> None:
    """Measure a voice; the limiter makes gain and loudness unequal, so look for the gain twice."""
    said = sentences(voice.language)
    loudness, peak, seconds = measured(engine, voice, said)
    gain = voice.gain_db or 0.0
    for _ in range(ROUNDS):
        there, _, _ = measured(engine, replace(voice, gain_db=gain), said)
        gain += GOAL_LUFS - there
    told = "by clip" if voice.gain_db is None else f"{voice.gain_db:+.1f} dB"
    print(
        f"{voice.id}: {seconds:.0f} s, gain {told}, {loudness:.1f} LUFS, "
        f"{peak:.1f} dBTP; for {GOAL_LUFS:.0f} LUFS set {gain:+.1f} dB"
    )


def measured(
    engine: Engine, voice: Voice, said: list[tuple[str, int]]
) -> tuple[float, float, float]:
    """LUFS, dBTP and seconds of the whole release as it is heard, pauses included."""
    finisher = Mp3Finisher()
    frames = b"".join(
        finisher.finish([replace(engine.speak(text, voice, Prosody()), voice=voice)]).data
        + silence(pause_frames(pause_ms))
        for text, pause_ms in said
    )
    samples = decode_mp3(frames)
    loudness = pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(samples.astype(np.float64))
    return loudness, decibels(true_peak(samples, SAMPLE_RATE_HZ)), samples.size / SAMPLE_RATE_HZ


def sentences(language: str) -> list[tuple[str, int]]:
    """What our narration of the sample says in a language, with the pause after each."""
    release = ROOT / "service" / "samples" / f"release-{language}.pdf"
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-m", "service", "narrate", release, "--json"],
            cwd=ROOT,
            env=os.environ | {"LISTEN_CACHE_DIR": folder},
            capture_output=True,
            check=True,
        )
    return [
        (said["spoken"], said["pause_ms"])
        for said in json.loads(told.stdout)["utterances"]
        if said["language"] == language
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
