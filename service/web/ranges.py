"""Joined audio as an answer: validators, conditions and ranges (RFC 9110)."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Response, current_app, request
from werkzeug.datastructures import ContentRange, Range
from werkzeug.http import is_byte_range_valid

from service.errors import ClipNotReady
from service.usecases.join_audio import Joined, read_joined
from service.usecases.layouts import Layouts
from service.web.interface import services
from service.web.sending import sent

_PARTIAL, _NOT_MODIFIED, _UNSATISFIABLE = 206, 304, 416


@dataclass(frozen=True, slots=True)
class Sound:
    """What is sent of a document, and its validator."""

    manifest: str
    join: Joined
    etag: str


def layouts() -> Layouts:
    """The documents whose layout this process remembers."""
    found: Layouts = current_app.extensions["layouts"]
    return found


def answered(response: Response, sound: Sound) -> Response:
    """The answer to a conditional request, of a range or of the whole."""
    response.set_etag(sound.etag)
    response.headers["Accept-Ranges"] = "bytes"
    if request.if_none_match.contains_weak(sound.etag):  # RFC 9110 13.1.2: weak comparison
        response.status_code = _NOT_MODIFIED
        return response
    wanted = _wanted_range(sound.etag)
    if wanted is None:
        return _filled(response, sound, 0, sound.join.size)
    return _ranged(response, sound, wanted)


def _ranged(response: Response, sound: Sound, wanted: Range) -> Response:
    size = sound.join.size
    (start, _), *_ = wanted.ranges
    # RFC 9110 14.1.2: a suffix longer than the whole is the whole.
    found = (0, size) if -start >= size > 0 else wanted.range_for_length(size)
    if found is None or not is_byte_range_valid(*found, size):
        response.status_code = _UNSATISFIABLE
        response.headers["Cache-Control"] = "no-store"
        response.content_range = ContentRange("bytes", None, None, size)
        return response
    response.status_code = _PARTIAL
    response.content_range = ContentRange("bytes", *found, size)
    return _filled(response, sound, *found)


def _wanted_range(etag: str) -> Range | None:
    """The range asked for; several ranges are answered with the whole, as RFC 9110 14.2 allows."""
    wanted = request.range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        return None
    return wanted if request.headers.get("If-Range") in (None, f'"{etag}"') else None


def _filled(response: Response, sound: Sound, start: int, stop: int) -> Response:
    response.content_length = stop - start
    if request.method != "HEAD":
        response.response = sent(sound.manifest, _parts(sound, start, stop))
    return response


def _parts(sound: Sound, start: int, stop: int) -> Iterator[bytes]:
    """The bytes; a layout that turns out to be wrong is forgotten, and the answer breaks off."""
    parts, known = services(), layouts()

    def read() -> Iterator[bytes]:
        try:
            yield from read_joined(parts, sound.join, start, stop)
        except ClipNotReady:
            known.forget(sound.manifest)
            raise

    return read()
