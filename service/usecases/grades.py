"""Clips in the grade that somebody listens to: the light one is made from the full one, once."""

from service.audio.frames import FULL, Grade
from service.store.base import Shelf
from service.store.keys import light_key
from service.usecases.services import Services


def clip_data(services: Services, key: str, grade: Grade) -> bytes | None:
    """The frames of a clip that exists, or None when it was purged; raises AudioError."""
    full = services.store.get(Shelf.CLIPS, key)
    if full is None or grade == FULL:
        return full
    light = light_key(key, services.finisher.light_profile)
    known = services.store.get(Shelf.LIGHT_CLIPS, light)
    if known is None:
        known = services.finisher.lighten(full)
        services.store.put(Shelf.LIGHT_CLIPS, light, known)
    return known
