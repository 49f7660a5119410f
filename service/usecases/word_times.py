"""When the words of a document are heard, a stretch of utterances at a time."""

from collections.abc import Mapping

from service.captions.words import ShownWord, shown_words
from service.errors import ManifestUnknown
from service.model.manifest import Manifest
from service.model.narration import Utterance
from service.store.base import Shelf
from service.store.keys import narration_key
from service.usecases.clips import ClipNote, heard_key
from service.usecases.keeping import kept
from service.usecases.narrations import kept_utterances
from service.usecases.services import Services

STRETCH = 32
"""How many utterances are told at once."""


def word_times(
    services: Services, manifest: str, first: int
) -> Mapping[int, tuple[ShownWord, ...]]:
    """Words by the index of their utterance, of those in the stretch that are made by now.

    Raises ManifestUnknown. A clip whose engine gave no word times has none here.
    """
    head = kept(services.store, Shelf.MANIFESTS, manifest, Manifest)
    name = narration_key(head.release, head.provenance.rules) if head else ""
    said = kept_utterances(services.store, name, first, STRETCH) if head else None
    if said is None:
        raise ManifestUnknown(f"no manifest {manifest}")
    segments = services.plans.segments(manifest, first, STRETCH)
    heard = ((segment, heard_key(services.store, segment.key)) for segment in segments)
    return {
        segment.index: _words(services, key, said[segment.index - first])
        for segment, key in heard
        if key
    }


def _words(services: Services, key: str, utterance: Utterance) -> tuple[ShownWord, ...]:
    note = kept(services.store, Shelf.CLIP_NOTES, key, ClipNote)
    return shown_words(utterance, note.text, note.marks) if note else ()
