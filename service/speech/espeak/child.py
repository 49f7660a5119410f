"""The program that speaks: run as `python -m service.speech.espeak.child`, alone in its process.

It imports the standard library and the loader of espeak-ng and nothing of ours, because the
library is GPL-3.0, keeps global state and may crash. Requests come on standard input, answers go to
standard output; each is a length of four bytes (big-endian) and then JSON. Sound follows the JSON
of its answer as signed 16-bit little-endian samples; its lengths are in the JSON.
"""

import ctypes
import json
import os
import signal
import sys
from typing import Any, BinaryIO

import espeakng_loader

# Values of speak_lib.h. In the synchronous mode a call returns when all is spoken; the other one
# that gives samples back waits 20 ms on a thread of its own before every clause.
_SYNCHRONOUS = 2
_BUFFER_MS = 500
_PHONEME_EVENTS = 1
_UTF8 = 1
_CHARACTER_POSITION = 1
_RATE, _PITCH = 1, 3
_WORD, _PHONEME = 1, 7


class _Event(ctypes.Structure):
    """One espeak_EVENT of speak_lib.h; `id` is the union of number and name."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Library:
    """The one espeak-ng of this process; what it refuses ends the process with a reason."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        data = os.fsencode(str(espeakng_loader.get_data_path()))
        self.rate_hz = self._library.espeak_Initialize(
            _SYNCHRONOUS, _BUFFER_MS, data, _PHONEME_EVENTS
        )
        self._callback = _CALLBACK(self._receive)  # kept alive as long as the library calls it
        self._library.espeak_SetSynthCallback(self._callback)
        self._voice = ""
        self._sound = bytearray()
        self._events: list[tuple[str, int, int]] = []

    def speak(
        self, text: str, voice: str, rate: int, pitch: int
    ) -> tuple[bytes, list[tuple[str, int, int]]]:
        """The samples of one clause and its events: phoneme (empty: a word), character, time."""
        self._sound.clear()
        self._events.clear()
        self.choose(voice)
        self._do("espeak_SetParameter", _RATE, rate, 0)
        self._do("espeak_SetParameter", _PITCH, pitch, 0)
        data = text.encode("utf-8", "replace")
        self._do("espeak_Synth", data, len(data) + 1, 0, _CHARACTER_POSITION, 0, _UTF8, None, None)
        return bytes(self._sound), list(self._events)

    def choose(self, voice: str) -> None:
        """Load a voice unless it is loaded; says nothing, so a copy made behind it is as new."""
        if voice != self._voice:
            self._do("espeak_SetVoiceByName", voice.encode())
            self._voice = voice

    def _do(self, name: str, *arguments: Any) -> None:
        if error := getattr(self._library, name)(*arguments):
            raise SystemExit(f"{name} answered {error}")

    def _receive(self, samples: Any, count: int, events: Any) -> int:
        if count > 0:
            self._sound += ctypes.string_at(samples, count * 2)
        index = 0
        while (event := events[index]).type:
            self._note(event)
            index += 1
        return 0

    def _note(self, event: _Event) -> None:
        if event.type in (_WORD, _PHONEME):
            name = event.id.decode("utf-8", "replace") if event.type == _PHONEME else ""
            self._events.append((name, event.text_position - 1, event.audio_position))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the other side closes.

    The library carries something of each clause over into the next, so that the same words would
    come out some samples longer or shorter each time. Every request is therefore spoken by a copy
    of this process that has not spoken yet, and equal requests get equal sound.
    """
    library = Library()
    _send(answers, {"rate_hz": library.rate_hz})
    while head := requests.read(4):
        asked = json.loads(requests.read(int.from_bytes(head, "big")))
        library.choose(asked["voice"])
        copy = os.fork()
        if copy == 0:
            _answer(library, asked, answers)
            os._exit(0)
        if os.waitpid(copy, 0)[1]:
            raise SystemExit("the speaking copy failed")


def _answer(library: Library, asked: dict[str, Any], answers: BinaryIO) -> None:
    spoken = [
        library.speak(text, asked["voice"], asked["rate"], asked["pitch"])
        for text in asked["clauses"]
    ]
    told = [{"bytes": len(sound), "events": events} for sound, events in spoken]
    _send(answers, {"clauses": told}, b"".join(sound for sound, _ in spoken))


def _send(answers: BinaryIO, told: dict[str, Any], sound: bytes = b"") -> None:
    text = json.dumps(told).encode()
    answers.write(len(text).to_bytes(4, "big") + text + sound)
    answers.flush()


def _apart() -> BinaryIO:
    """Standard output for answers alone: what else writes to it goes to standard error."""
    own = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(own, "wb")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes
    try:
        serve(sys.stdin.buffer, _apart())
    except BrokenPipeError:
        os._exit(0)  # who asked was killed: nobody is there to be told
