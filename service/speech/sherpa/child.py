"""The program that speaks with one model: `python -m service.speech.sherpa.child MODEL`.

MODEL is JSON: the kind, the library's arguments by name, and how many threads it may use. The
library is in a process of its own because it ends the process when a model is not as it expects.
Requests and answers are framed as in `service.speech.child_process`; sound is signed 16-bit
little-endian.
"""

import json
import os
import signal
import sys
from typing import Any, BinaryIO

import numpy as np
import sherpa_onnx

# More steps sound clearer and take longer in proportion; these are the library's usual ones.
_STEPS = 5
# The noise that Supertonic begins from: always the same, so that equal requests sound equal.
_SEED = "1"
_LOUDEST = 32_767
_ARGUMENTS = {
    "supertonic": sherpa_onnx.OfflineTtsSupertonicModelConfig,
    "piper": sherpa_onnx.OfflineTtsVitsModelConfig,
    "kokoro": sherpa_onnx.OfflineTtsKokoroModelConfig,
}
_NAMES = {"piper": "vits"}


class Library:
    """One loaded model."""

    def __init__(self, told: dict[str, Any]) -> None:
        kind = told["kind"]
        own = {_NAMES.get(kind, kind): _ARGUMENTS[kind](**told["files"])}
        model = sherpa_onnx.OfflineTtsModelConfig(**own, num_threads=told["threads"])
        config = sherpa_onnx.OfflineTtsConfig(model=model)
        if not config.validate():
            raise SystemExit("the library does not take the model")
        self._voice = sherpa_onnx.OfflineTts(config)
        self.rate_hz = self._voice.sample_rate
        self.speakers = self._voice.num_speakers

    def speak(self, asked: dict[str, Any]) -> bytes:
        """The samples of a text or of phonemes; nothing when the library made nothing of it."""
        how = sherpa_onnx.GenerationConfig()
        how.sid, how.speed, how.num_steps = asked["speaker"], asked["speed"], _STEPS
        how.silence_scale = 1.0  # pauses as the voice makes them; usually the library shortens them
        how.extra = {"lang": asked["language"], "seed": _SEED}
        if asked["phonemes"]:
            how.phoneme_codepoints = [[ord(symbol) for symbol in asked["phonemes"]]]
        samples = np.asarray(self._voice.generate(asked["text"], how).samples, dtype=np.float32)
        if not np.isfinite(samples).all():
            return b""
        return (np.clip(samples, -1, 1) * _LOUDEST).astype("<i2").tobytes()


def serve(library: Library, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the other side closes."""
    _send(answers, {"rate_hz": library.rate_hz, "speakers": library.speakers})
    while head := requests.read(4):
        sound = library.speak(json.loads(requests.read(int.from_bytes(head, "big"))))
        _send(answers, {"bytes": len(sound)}, sound)


def _send(answers: BinaryIO, told: dict[str, Any], sound: bytes = b"") -> None:
    text = json.dumps(told).encode()
    answers.write(len(text).to_bytes(4, "big") + text + sound)
    answers.flush()


def _apart() -> BinaryIO:
    """Standard output for answers alone: what else writes to it goes to standard error."""
    own = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(own, "wb")


def _hush() -> None:
    """Keep what the library says of texts out of the log; errors of Python are still told."""
    sys.stderr = os.fdopen(os.dup(sys.stderr.fileno()), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes
    own = _apart()
    library = Library(json.loads(sys.argv[1]))
    _hush()
    try:
        serve(library, sys.stdin.buffer, own)
    except BrokenPipeError:
        os._exit(0)  # who asked was killed: nobody is there to be told
