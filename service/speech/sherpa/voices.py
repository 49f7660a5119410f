"""The voices of a model: each speaker in each language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.model.speech import Voice
from service.speech.sherpa import record
from service.speech.sherpa.model import Kind, Model
from service.text.sounds.respelling import SOUNDS_VERSION

# Raise it when the same words would sound different with the same model.
_VERSION = "2.0.1-1"
_DIGEST_LETTERS = 16
# Of a model with hundreds of speakers so many are offered.
_MOST_SPEAKERS = 64
_KOREAN = "ko"
# Kokoro's speakers are named by language and sex; of those that are, only a and b are English.
_NOT_ENGLISH = re.compile(r"[c-z][fm]_")


@dataclass(frozen=True, slots=True)
class OwnedVoice:
    """A voice with the model and the number of the speaker that it is."""

    voice: Voice
    model: Model
    speaker: int


def voices_of(model: Model) -> Iterator[OwnedVoice]:
    """All of them, language by language; their version tells the content of the model's files.

    Reads the record of the folder, or all of its files where there is none (VoiceModelBroken).
    """
    version = f"{_VERSION}-{record.digest_of(model.folder)[:_DIGEST_LETTERS]}"
    for language in model.languages:
        respelled = language == _KOREAN and model.espeak_voice
        sounds = f"+sounds-{SOUNDS_VERSION}" if respelled else ""
        for number, speaker in enumerate(model.speakers[:_MOST_SPEAKERS]):
            if model.kind is Kind.KOKORO and _NOT_ENGLISH.match(speaker):
                continue
            ending = "-".join(part.lower() for part in (model.name, language, speaker) if part)
            name = f"{model.name} {speaker}".strip()
            voice = Voice(f"sherpa:{ending}", "sherpa", version + sounds, language, name)
            yield OwnedVoice(voice, model, number)
