"""Cues and words to WebVTT (W3C WebVTT: The Web Video Text Tracks Format)."""

import html
from collections.abc import Iterable, Mapping

from service.model.manifest import Cue

_HOUR_MS, _MINUTE_MS, _SECOND_MS = 3_600_000, 60_000, 1_000


def webvtt(cues: Iterable[Cue], texts: Mapping[str, str], language: str) -> str:
    """A WebVTT file; the identifier of a cue is the id of its utterance.

    `texts` gives what is shown by utterance id; an utterance that shows nothing is left out.
    """
    header = f"WEBVTT\nKind: captions\nLanguage: {language}\n"
    return header + "".join(_cue(cue, texts[cue.utterance]) for cue in cues if texts[cue.utterance])


def _cue(cue: Cue, text: str) -> str:
    times = f"{timestamp(cue.start_ms)} --> {timestamp(cue.end_ms)}"
    # A line break would end the cue and "-->" its text (WebVTT 4.1, cue text).
    shown = html.escape(" ".join(text.split()), quote=False)
    return f"\n{cue.utterance}\n{times}\n{shown}\n"


def timestamp(time_ms: int) -> str:
    """A WebVTT timestamp with hours: 01:02:03.004."""
    hours, rest = divmod(time_ms, _HOUR_MS)
    minutes, rest = divmod(rest, _MINUTE_MS)
    seconds, milliseconds = divmod(rest, _SECOND_MS)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"
