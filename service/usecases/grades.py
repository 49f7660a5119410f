"""Clips in the grade that somebody listens to: the light one is made from the full one, once."""

from service.audio.frames import FULL, LIGHT, Grade
from service.store.base import Shelf
from service.store.keys import bytes_digest, light_key
from service.usecases.clips import sound_of
from service.usecases.services import Services

_DIGEST_BYTES = 32


def clip_data(services: Services, key: str, grade: Grade) -> bytes | None:
    """The frames of a clip, or None when it was purged or is broken; raises AudioError."""
    full = sound_of(services.store, key)
    if full is None or grade == FULL:
        return full
    light = light_key(key, services.finisher.light_profile)
    known = services.store.get(Shelf.LIGHT_CLIPS, light)
    if known is None or not _is_of(known, full):
        made = services.finisher.lighten(full)
        known = bytes.fromhex(bytes_digest(made)) + made
        services.store.put(Shelf.LIGHT_CLIPS, light, known)
    services.store.touch(Shelf.LIGHT_CLIPS, light)
    return known[_DIGEST_BYTES:]


def _is_of(light: bytes, full: bytes) -> bool:
    """Whether kept bytes are whole: their digest goes before them, and the frames are as many."""
    data = light[_DIGEST_BYTES:]
    has_all = len(data) // LIGHT.frame_bytes == len(full) // FULL.frame_bytes
    return has_all and light[:_DIGEST_BYTES].hex() == bytes_digest(data)
