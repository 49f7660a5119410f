"""The parent's end of a process that speaks with one model."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import EngineAnswerBad
from service.speech.child_process import Answering, ChildProcess, Gone, Program
from service.speech.sherpa.model import Model

_COMMAND = (sys.executable, "-m", "service.speech.sherpa.child")
# Loading some hundred megabytes from a slow disk.
_START_WITHIN_S = 60.0
# A model that ends its process is not loaded again at once: others stand in meanwhile.
_REST_S = 60.0
_MOST_BYTES = 1 << 28
# No one speaks faster than this: shorter sound is not the whole text.
_LEAST_MS_PER_LETTER = 12
_BYTES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What to say: a text, or the phonemes of one sentence; `speed` is 1 for the model's own."""

    text: str
    phonemes: str
    language: str
    speaker: int
    speed: float


class Speaker:
    """Thread-safe; loads its model with the first request."""

    def __init__(
        self, model: Model, threads: int, timeout_s: float, command: Sequence[str] = _COMMAND
    ) -> None:
        told = {"kind": model.kind, "files": dict(model.files), "threads": threads}
        name = f"sherpa: the process of {model.name}"
        whole = (*command, json.dumps(told))
        self._process = ChildProcess(Program(name, whole, timeout_s, _START_WITHIN_S, _REST_S))
        self._model = model

    def speak(self, request: Request) -> bytes:
        """Signed 16-bit samples at the model's rate.

        Raises EngineUnavailable when the process fails, EngineAnswerBad for sound that cannot be
        the whole text.
        """
        asked = {name: getattr(request, name) for name in Request.__slots__}
        sound = self._process.ask(asked, self._sound)
        ms = 1000 * len(sound) / (_BYTES_PER_SAMPLE * self._model.rate_hz)
        letters = sum(letter.isalpha() for letter in request.phonemes or request.text)
        if not sound or ms * request.speed < _LEAST_MS_PER_LETTER * letters:
            raise EngineAnswerBad(f"sherpa: {ms:.0f} ms for {letters} letters")
        return sound

    def start(self) -> None:
        """Load the model beforehand; raises EngineUnavailable."""
        self._process.start()

    def close(self) -> None:
        """End the process; a later request starts another."""
        self._process.close()

    def _sound(self, answer: Answering) -> bytes:
        if self._process.greeting["rate_hz"] != self._model.rate_hz:
            raise Gone
        count = int(answer.head()["bytes"])
        if not 0 <= count <= _MOST_BYTES:
            raise Gone
        return answer.data(count)
