"""The sound of a line of text, without any document around it."""

from collections.abc import Mapping

from service.model.speech import Clip, Prosody, Voice
from service.text.reading import runs
from service.usecases.read_text import Said
from service.usecases.services import Services


def say(services: Services, said: Said, voices: Mapping[str, Voice], language: str) -> Clip:
    """The sound of a text; raises SpeechError or AudioError."""
    spoken = runs(said.spans) or ((language, said.spoken),)
    sounds = [
        services.engine.speak(text, voices.get(part) or voices[language], Prosody())
        for part, text in spoken
    ]
    return services.finisher.finish(sounds)
