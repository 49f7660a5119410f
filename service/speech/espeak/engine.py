"""The espeak engine: always there, Korean and English, without network."""

from collections.abc import Sequence

from service.errors import EngineAnswerBad, EngineRefused
from service.model.speech import Capabilities, Mark, Prosody, Sound, Voice
from service.speech.espeak.clauses import Clause, clauses, halves
from service.speech.espeak.marks import clause_marks, is_whole
from service.speech.espeak.process import SpeakingProcess, SpokenClause

_VERSION = "1.52.0-1"
_BYTES_PER_SAMPLE = 2
_MOST_CUTS = 4
_SLOWEST, _FASTEST = 80, 450
_MOST_PITCH = 99

# Gains bring each voice to -19 LUFS: measured by bench/loudness.py on the sample releases.
_VOICES = (
    Voice("espeak:ko", "espeak", _VERSION, "ko", "eSpeak NG 한국어", 1.4),
    Voice("espeak:en-us", "espeak", _VERSION, "en", "eSpeak NG English", 2.5),
)
# Words a minute as espeak counts them; in Korean 175 are about 330 syllables, an announcer's pace.
_RATES = {"espeak:ko": 175, "espeak:en-us": 160}
_PITCH = 50


class EspeakEngine:
    """Keeps one speaking process; start-up takes about 0.1 s, a sentence some milliseconds."""

    name = "espeak"
    capabilities = Capabilities(
        marks=True, rate=True, pitch=True, offline=True, expected_ms_per_character=0.2
    )

    def __init__(self, timeout_s: float, process: SpeakingProcess | None = None) -> None:
        self._process = process or SpeakingProcess(timeout_s)

    def warm(self) -> None:
        """Start the speaking process beforehand."""
        self._process.start()

    def voices(self) -> Sequence[Voice]:
        """One voice for each language."""
        return _VOICES

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text whole; a clause that came back short is cut and said again.

        Raises EngineRefused when there is nothing to say, EngineAnswerBad when a clause stays
        short, EngineUnavailable when the process fails.
        """
        if not any(letter.isalnum() for letter in text):
            raise EngineRefused("espeak: nothing to say")
        plain = "".join(letter if letter.isprintable() else " " for letter in text)
        spoken = self._whole(clauses(plain), voice, prosody, _MOST_CUTS)
        data = b"".join(each.sound for _, each in spoken)
        if not data:
            raise EngineRefused("espeak: the voice has no sound for this text")
        rate_hz = self._process.rate_hz
        return Sound(data, "audio/L16", rate_hz, voice, text, _marks(spoken, rate_hz))

    def close(self) -> None:
        """End the speaking process."""
        self._process.close()

    def _whole(
        self, parts: Sequence[Clause], voice: Voice, prosody: Prosody, cuts: int
    ) -> list[tuple[Clause, SpokenClause]]:
        """Every clause with its sound; `cuts` is how often a short one may still be cut."""
        answers = self._ask(parts, voice, prosody)
        spoken: list[tuple[Clause, SpokenClause]] = []
        for part, answer in zip(parts, answers, strict=True):
            if is_whole(part, answer.events):
                spoken.append((part, answer))
                continue
            smaller = halves(part)
            if cuts == 0 or len(smaller) == 1:
                raise EngineAnswerBad("espeak: a clause came back short")
            spoken += self._whole(smaller, voice, prosody, cuts - 1)
        return spoken

    def _ask(
        self, parts: Sequence[Clause], voice: Voice, prosody: Prosody
    ) -> tuple[SpokenClause, ...]:
        rate = round(_RATES[voice.id] * prosody.rate)
        pitch = round(_PITCH * prosody.pitch)
        return self._process.ask(
            [part.text for part in parts],
            voice.id.removeprefix("espeak:"),
            max(_SLOWEST, min(_FASTEST, rate)),
            max(0, min(_MOST_PITCH, pitch)),
        )


def _marks(spoken: Sequence[tuple[Clause, SpokenClause]], rate_hz: int) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    begun = 0
    for clause, answer in spoken:
        samples = len(answer.sound) // _BYTES_PER_SAMPLE
        start_ms, end_ms = (1000 * at // rate_hz for at in (begun, begun + samples))
        marks += clause_marks(clause, answer.events, start_ms, end_ms)
        begun += samples
    return tuple(marks)
