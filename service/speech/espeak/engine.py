"""The espeak engine: always there, Korean and English, without network."""

import contextlib
from collections.abc import Iterator, Sequence

from service.errors import EngineAnswerBad, EngineRefused, EngineUnavailable, VoiceUnknown
from service.model.speech import Capabilities, Mark, Prosody, Sound, Voice
from service.speech.espeak.clauses import Clause, clauses, halves
from service.speech.espeak.marks import clause_marks, is_whole
from service.speech.espeak.pool import SpeakingPool
from service.speech.espeak.process import SpeakingProcess, SpokenClause

_VERSION = "1.52.0-2"
_BYTES_PER_SAMPLE = 2
_MOST_CUTS = 7
# Clauses of one request: few enough that a short text does not wait long behind a long one.
_BATCH = 8
_SLOWEST, _FASTEST = 80, 450
_LEAST_RATE = 0.1
_MOST_PITCH = 99

# Gains bring each voice to -19 LUFS: measured by bench/loudness.py. The variant f2 speaks at some
# 200 Hz, the voices' own pitch is 103 Hz; both at the same pace.
_VOICES = (
    Voice("espeak:ko", "espeak", _VERSION, "ko", "eSpeak NG 한국어", 2.0),
    Voice("espeak:en-us", "espeak", _VERSION, "en", "eSpeak NG English", 2.7),
    Voice("espeak:ko-f2", "espeak", _VERSION, "ko", "eSpeak NG 한국어, 높은 목소리", -0.2),
    Voice("espeak:en-us-f2", "espeak", _VERSION, "en", "eSpeak NG English, high voice", 1.0),
)
_NAMES = {
    "espeak:ko": "ko",
    "espeak:en-us": "en-us",
    "espeak:ko-f2": "ko+f2",
    "espeak:en-us-f2": "en-us+f2",
}
# Words a minute as espeak counts them. With its pauses, 190 are some 325 Korean syllables and 160
# some 163 English words a minute: an announcer's pace.
_RATES = {"ko": 190, "en": 160}
_PITCH = 50


class EspeakEngine:
    """Keeps a few speaking processes; start-up takes about 0.05 s, a sentence some 10 ms."""

    name = "espeak"
    capabilities = Capabilities(
        marks=True, rate=True, pitch=True, offline=True, expected_ms_per_character=0.2
    )

    def __init__(
        self, timeout_s: float, process: SpeakingProcess | None = None, processes: int = 1
    ) -> None:
        crew = [process] if process else [SpeakingProcess(timeout_s) for _ in range(processes)]
        self._process = SpeakingPool(crew)

    def warm(self) -> None:
        """Start the speaking processes beforehand; if one will not start, `speak` tells."""
        with contextlib.suppress(EngineUnavailable):
            self._process.start()

    def voices(self) -> Sequence[Voice]:
        """A low and a high voice for each language, the low ones first."""
        return _VOICES

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text whole; a clause that came back short is cut and said again.

        Raises EngineRefused when there is nothing to say, EngineAnswerBad when a clause stays
        short, EngineUnavailable when the process fails, VoiceUnknown for a voice of another engine.
        """
        if voice.id not in _NAMES:
            raise VoiceUnknown(f"espeak: no voice {voice.id!r}")
        parts = clauses("".join(map(_plain, text)))
        if not any(letter.isalnum() for part in parts for letter in part.own):
            raise EngineRefused("espeak: nothing to say")
        spoken = tuple(self._whole(parts, voice, prosody, _MOST_CUTS))
        if not any(answer.sound for _, answer in spoken):
            raise EngineRefused("espeak: the voice has no sound for this text")
        return _joined(spoken, text, voice, prosody, self._process.rate_hz)

    def close(self) -> None:
        """End the speaking processes."""
        self._process.close()

    def _whole(
        self, parts: Sequence[Clause], voice: Voice, prosody: Prosody, cuts: int
    ) -> Iterator[tuple[Clause, SpokenClause]]:
        """Every clause with its sound; `cuts` is how often a short one may still be cut."""
        for begin in range(0, len(parts), _BATCH):
            batch = parts[begin : begin + _BATCH]
            for part, answer in zip(batch, self._ask(batch, voice, prosody), strict=True):
                if is_whole(part, answer.events):
                    yield part, answer
                    continue
                smaller = halves(part)
                if cuts == 0 or len(smaller) == 1:
                    raise EngineAnswerBad("espeak: a clause came back short")
                yield from self._whole(smaller, voice, prosody, cuts - 1)

    def _ask(
        self, parts: Sequence[Clause], voice: Voice, prosody: Prosody
    ) -> tuple[SpokenClause, ...]:
        rate = round(_RATES[voice.language] * prosody.rate)
        pitch = round(_PITCH * prosody.pitch)
        return self._process.ask(
            [part.text for part in parts],
            _NAMES[voice.id],
            max(_SLOWEST, min(_FASTEST, rate)),
            max(0, min(_MOST_PITCH, pitch)),
        )


def _plain(letter: str) -> str:
    """A character that the voice may get: controls become spaces, line ends stay."""
    return letter if letter.isprintable() or letter == "\n" else " "


def _joined(
    spoken: Sequence[tuple[Clause, SpokenClause]],
    text: str,
    voice: Voice,
    prosody: Prosody,
    rate_hz: int,
) -> Sound:
    """One sound from all clauses and the pauses between them, with the times of its words."""
    data = bytearray()
    marks: list[Mark] = []
    for clause, answer in spoken:
        start_ms = _ms(len(data), rate_hz)
        marks += clause_marks(
            clause, answer.events, start_ms, start_ms + _ms(len(answer.sound), rate_hz)
        )
        pause_ms = clause.pause_ms / max(_LEAST_RATE, prosody.rate)
        data += answer.sound + bytes(_BYTES_PER_SAMPLE * round(rate_hz * pause_ms / 1000))
    return Sound(bytes(data), "audio/L16", rate_hz, voice, text, tuple(marks))


def _ms(count: int, rate_hz: int) -> int:
    """The time that so many bytes sound."""
    return 1000 * count // (_BYTES_PER_SAMPLE * rate_hz)
