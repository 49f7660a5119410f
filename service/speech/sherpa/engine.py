"""The sherpa engine: every voice of every model in the operator's folder."""

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.errors import EngineRefused, EngineUnavailable, VoiceUnknown
from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.espeak.phonemes import PhonemesProcess, sentences
from service.speech.network.pieces import pieces
from service.speech.sherpa import parts
from service.speech.sherpa.folder import look
from service.speech.sherpa.model import Kind, Model
from service.speech.sherpa.speaker import Request, Speaker
from service.speech.sherpa.voices import OwnedVoice, voices_of
from service.text.sounds.respelling import pronounced

_KOREAN = "ko"
# Texts that go to a model in one go: short enough that none is held long, and the library itself
# cuts Korean beyond 120 letters.
_MOST_LETTERS = {_KOREAN: 100}
_MOST_LETTERS_ELSEWHERE = 250
# A model's own pace; Supertonic's publisher recommends a little more.
_PACES = {Kind.SUPERTONIC: 1.05}
_SLOWEST, _FASTEST = 0.5, 2.5
_PAUSE_MS = 250
_BYTES_PER_SAMPLE = 2
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Setup:
    """Where models are and how they are run; `first` are ids of voices to prefer."""

    folder: Path
    threads: int
    timeout_s: float
    first: tuple[str, ...] = ()


class SherpaEngine:
    """One process for each model, started by its first text; all processes share what speaks."""

    name = "sherpa"
    capabilities = Capabilities(
        rate=True, offline=True, sound_rules=True, expected_ms_per_character=60
    )

    def __init__(self, setup: Setup) -> None:
        models, problems = look(setup.folder)
        for problem in problems:
            _LOG.error("voice-model-broken %s", problem.problem)
        owned = [each for model in models for each in voices_of(model)]
        owned.sort(key=lambda each: each.voice.id not in setup.first)
        self._owned = {each.voice.id: each for each in owned}
        self._phonemes = PhonemesProcess(setup.timeout_s)
        self._speakers = {
            model.name: Speaker(model, setup.threads, setup.timeout_s) for model in models
        }

    def voices(self) -> Sequence[Voice]:
        """All speakers in all languages; preferred ones first, then those of Korean models."""
        return tuple(each.voice for each in self._owned.values())

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text whole.

        Raises EngineRefused when there is nothing to say, EngineAnswerBad for sound that is too
        short, EngineUnavailable when the process fails, VoiceUnknown for a voice that is not here.
        """
        owned = self._owned.get(voice.id)
        if owned is None:
            raise VoiceUnknown(f"sherpa: no voice {voice.id!r}")
        requests = tuple(self._requests("".join(map(_plain, text)), owned, prosody))
        if not any(letter.isalnum() for letter in text) or not requests:
            raise EngineRefused("sherpa: nothing to say")
        speaker = self._speakers[owned.model.name]
        pause_ms = _PAUSE_MS / requests[0].speed
        pause = bytes(_BYTES_PER_SAMPLE * round(owned.model.rate_hz * pause_ms / 1000))
        data = pause.join(speaker.speak(request) for request in requests)
        return Sound(data, "audio/L16", owned.model.rate_hz, voice, text)

    def warm(self) -> None:
        """Load the models of the voices that are the default of a language."""
        wanted: dict[str, OwnedVoice] = {}
        for owned in self._owned.values():
            wanted.setdefault(owned.voice.language, owned)
        models = {owned.model.name: owned.model for owned in wanted.values()}
        for name, model in models.items():
            with contextlib.suppress(EngineUnavailable):
                self._speakers[name].start()
                if model.espeak_voice:
                    self._phonemes.start()

    def close(self) -> None:
        """End all processes."""
        self._phonemes.close()
        for speaker in self._speakers.values():
            speaker.close()

    def _requests(self, text: str, owned: OwnedVoice, prosody: Prosody) -> Iterator[Request]:
        model, language = owned.model, owned.voice.language
        speed = _PACES.get(model.kind, 1.0) * max(_SLOWEST, min(_FASTEST, prosody.rate))
        if not model.espeak_voice:
            most = _MOST_LETTERS.get(language, _MOST_LETTERS_ELSEWHERE)
            for piece in pieces(parts.letters(text, model.known), most):
                if any(letter.isalnum() for letter in piece):
                    yield Request(piece, "", language, owned.speaker, speed)
            return
        for sentence in self._sentences(text, model, language):
            yield Request("", sentence, language, owned.speaker, speed)

    def _sentences(self, text: str, model: Model, language: str) -> Iterator[str]:
        spelled = pronounced(text) if language == _KOREAN else text
        told = sentences(spelled, model.espeak_voice, self._phonemes)
        known = (parts.symbols(sentence, model.known) for sentence in told)
        for sentence in parts.short(known, model.most_phonemes):
            if any(symbol.isalpha() for symbol in sentence):
                yield sentence


def _plain(letter: str) -> str:
    """A character that a model may get: controls become spaces, line ends stay."""
    return letter if letter.isprintable() or letter == "\n" else " "
