"""Word times for every sound: the engine's, else by another sound of the text, else by share."""

import logging
from dataclasses import replace

from service.errors import AudioError, SpeechError
from service.model.speech import Mark, Prosody, Sound
from service.usecases.services import Services

_log = logging.getLogger(__name__)


def timed(services: Services, sound: Sound, prosody: Prosody) -> Sound:
    """The sound with marks; raises AudioError when it cannot be decoded.

    A reference that fails costs exactness and no sound.
    """
    if sound.marks:
        return sound
    plain = services.finisher.plain(sound)
    marks = _aligned(services, plain, prosody)
    if marks:
        return replace(plain, marks=marks, timing="aligned")
    return replace(plain, marks=services.aligner.shared(plain), timing="shared")


def _aligned(services: Services, plain: Sound, prosody: Prosody) -> tuple[Mark, ...]:
    """Times from the reference voice saying the same; none when it cannot."""
    fitting = (v for v in services.reference.voices() if v.language == plain.voice.language)
    voice = next(fitting, None)
    if voice is None:
        return ()
    try:
        reference = services.reference.speak(plain.text, voice, prosody)
        return services.aligner.aligned(plain, services.finisher.plain(reference))
    except (SpeechError, AudioError) as error:
        _log.warning("not-aligned code=%s detail=%s", error.code, error)
        return ()
