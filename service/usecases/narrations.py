"""Narrations on their shelf: JSON with one utterance on each line, so that few are read alone.

A narration of a thousand pages has tens of thousands of utterances; what is asked for while one of
them is heard must not cost what all of them do.
"""

import contextlib
from dataclasses import replace

from service import codec
from service.model.narration import Narration, Utterance
from service.store.base import Shelf, Store
from service.usecases.keeping import kept

_OPENED, _CLOSED = b'"utterances": [', b"]}"


def keep_narration(store: Store, name: str, narration: Narration) -> None:
    """Put a narration on its shelf."""
    rest = codec.to_plain(replace(narration, utterances=()))
    rest.pop("utterances")
    head = codec.to_json(rest).removesuffix("}").encode()
    lines = b",\n".join(codec.to_json(each).encode() for each in narration.utterances)
    store.put(Shelf.NARRATIONS, name, b"%b, %b\n%b\n%b" % (head, _OPENED, lines, _CLOSED))


def kept_narration(store: Store, name: str) -> Narration | None:
    """A whole narration, or None when there is none."""
    return kept(store, Shelf.NARRATIONS, name, Narration)


def kept_utterances(
    store: Store, name: str, first: int, count: int
) -> tuple[Utterance, ...] | None:
    """Some utterances of a narration in order, or None when there is no such narration."""
    lines = (store.get(Shelf.NARRATIONS, name) or b"").split(b"\n")
    if lines[0].endswith(_OPENED) and lines[-1] == _CLOSED:
        with contextlib.suppress(ValueError):  # what is broken is told, and dropped, below
            return tuple(_utterance(line) for line in lines[1:-1][first : first + count])
    whole = kept_narration(store, name)
    return whole.utterances[first : first + count] if whole else None


def _utterance(line: bytes) -> Utterance:
    return codec.from_json(line.removesuffix(b","), Utterance)
