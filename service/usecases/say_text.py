"""A line of text to its spoken form and its sound, without any document around it."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.model.narration import Span
from service.model.speech import Clip, Prosody, Voice
from service.text.reading import read, runs
from service.usecases.services import Services


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown, what is said, and span by span how one became the other."""

    shown: str
    spoken: str
    spans: tuple[Span, ...]


def reading_of(text: str, language: str) -> Said:
    """The spoken form of a text."""
    spans = read(text, language)
    return Said(text, " ".join(spoken for _, spoken in runs(spans)), spans)


def say(services: Services, said: Said, voices: Mapping[str, Voice], language: str) -> Clip:
    """The sound of a text; raises SpeechError or AudioError."""
    spoken = runs(said.spans) or ((language, said.spoken),)
    sounds = [
        services.engine.speak(text, voices.get(part) or voices[language], Prosody())
        for part, text in spoken
    ]
    return services.finisher.finish(sounds)
