"""The program that tells phonemes: run as `python -m service.speech.espeak.phonemes_child`.

Like the one that speaks it is alone in its process and imports nothing of ours. A request names a
voice and clauses; the answer has for each clause its parts as espeak-ng divides it: the phonemes in
the International Phonetic Alphabet, and the characters that they stand for, of which the last may
belong to the next part already.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import espeakng_loader

# Values of speak_lib.h.
_SYNCHRONOUS = 2
_UTF8 = 1
_IPA = 2


class Library:
    """The one espeak-ng of this process; what it refuses ends the process with a reason."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        data = os.fsencode(str(espeakng_loader.get_data_path()))
        self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
        self._phonemes = self._library.espeak_TextToPhonemes
        self._phonemes.restype = ctypes.c_char_p
        self._phonemes.argtypes = (ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int)

    def parts(self, text: str, voice: str) -> Iterator[tuple[str, str]]:
        """The phonemes of each part of a clause, with its characters."""
        if error := self._library.espeak_SetVoiceByName(voice.encode()):
            raise SystemExit(f"espeak_SetVoiceByName answered {error}")
        written = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
        begin = ctypes.addressof(written)
        place, told = ctypes.c_void_p(begin), 0
        while place.value:
            phonemes = self._phonemes(ctypes.byref(place), _UTF8, _IPA) or b""
            end = place.value - begin if place.value else len(written) - 1
            yield (
                phonemes.decode("utf-8", "replace"),
                written.raw[told:end].decode("utf-8", "replace"),
            )
            told = end


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the other side closes."""
    library = Library()
    _send(answers, {"phonemes": []})
    while head := requests.read(4):
        asked = json.loads(requests.read(int.from_bytes(head, "big")))
        told = [list(library.parts(text, asked["voice"])) for text in asked["clauses"]]
        _send(answers, {"phonemes": told})


def _send(answers: BinaryIO, told: dict[str, Any]) -> None:
    text = json.dumps(told).encode()
    answers.write(len(text).to_bytes(4, "big") + text)
    answers.flush()


def _apart() -> BinaryIO:
    """Standard output for answers alone: what else writes to it goes to standard error."""
    own = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(own, "wb")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes
    serve(sys.stdin.buffer, _apart())
