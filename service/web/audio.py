"""Sound over HTTP: whole documents and single segments, with ranges and validators (RFC 9110)."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

from flask import Blueprint, Response, current_app, request
from werkzeug.datastructures import ContentRange, Range
from werkzeug.http import is_byte_range_valid
from werkzeug.wrappers import Response as BaseResponse

from service.audio.frames import FULL, GRADES, Grade
from service.usecases.download_audio import download as download_of
from service.usecases.follow_audio import follow, hear_clip
from service.usecases.join_audio import Joined, joined, read_joined
from service.usecases.services import Services
from service.usecases.timelines import Heard, heard_of, is_complete

blueprint = Blueprint("audio", __name__)

MPEG = "audio/mpeg"
FOREVER = "public, max-age=31536000, immutable"
_PARTIAL, _UNSATISFIABLE = 206, 416
_LONGEST_NAME = 80


def services() -> Services:
    """The parts of this application."""
    found: Services = current_app.extensions["services"]
    return found


@blueprint.get("/audio/<digest:manifest>.mp3", defaults={"grade": FULL.name})
@blueprint.get("/audio/<any(light):grade>/<digest:manifest>.mp3")
def document(manifest: str, grade: str) -> Response:
    """A whole document: with ranges once it is complete, as it is being made before."""
    if is_complete(services(), manifest):
        return _complete(heard_of(services(), manifest), GRADES[grade])
    parts = follow(services(), manifest, GRADES[grade])
    # The first part is waited for here, so that a failure becomes an answer and not an empty file.
    response = Response(chain([next(parts, b"")], parts), mimetype=MPEG)
    response.headers["Accept-Ranges"] = "none"
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/segments/<digest:key>.mp3", defaults={"grade": FULL.name})
@blueprint.get("/segments/<any(light):grade>/<digest:key>.mp3")
def segment(key: str, grade: str) -> BaseResponse:
    """One segment, made first if need be; what a key means never changes."""
    found, data = hear_clip(services(), key, GRADES[grade])
    response = Response(data, mimetype=MPEG)
    response.set_etag(_etag(f"{found}-{len(data)}", GRADES[grade]))
    # A stand-in is replaced one day, so its sound must not be remembered under the planned key.
    response.headers["Cache-Control"] = FOREVER if found == key else "no-cache"
    return response.make_conditional(request, accept_ranges=True, complete_length=len(data))


@blueprint.get("/downloads/<digest:manifest>.mp3", defaults={"grade": FULL.name})
@blueprint.get("/downloads/<any(light):grade>/<digest:manifest>.mp3")
def download(manifest: str, grade: str) -> Response:
    """A whole document as a file that tells its title and has chapters."""
    file = download_of(services(), manifest, GRADES[grade])
    response = Response(mimetype=MPEG)
    response.headers["Content-Disposition"] = _saved_as(f"{_named(file.title)}.mp3")
    response.headers["Cache-Control"] = "no-cache"
    return _validated(response, file.join, file.etag)


def _saved_as(name: str) -> str:
    """The header that gives a file its name, in any script (RFC 6266, RFC 8187)."""
    return f"attachment; filename=\"deutgi.mp3\"; filename*=UTF-8''{quote(name, safe='')}"


def _named(title: str) -> str:
    """A title as a file name that every system takes."""
    plain = "".join(" " if letter in '\\/:*?"<>|' else letter for letter in title)
    return " ".join(filter(str.isprintable, plain.split()))[:_LONGEST_NAME].strip(". ") or "deutgi"


def _complete(heard: Heard, grade: Grade) -> Response:
    join, etag = joined(heard, grade), _etag(heard.etag, grade)
    response = Response(mimetype=MPEG)
    response.headers["Cache-Control"] = FOREVER if heard.is_final else "no-cache"
    return _validated(response, join, etag)


def _validated(response: Response, join: Joined, etag: str) -> Response:
    """The answer to a conditional request, of a range or of the whole."""
    response.set_etag(etag)
    response.headers["Accept-Ranges"] = "bytes"
    if request.if_none_match.contains_weak(etag):  # RFC 9110 13.1.2: weak comparison
        response.status_code = 304
        return response
    return _ranged(response, join, etag)


def _etag(of: str, grade: Grade) -> str:
    return of if grade == FULL else f"{of}-{grade.name}"


def _ranged(response: Response, join: Joined, etag: str) -> Response:
    wanted = _wanted_range(etag)
    if wanted is None:
        return _filled(response, join, 0, join.size)
    found = wanted.range_for_length(join.size)
    if found is None or not is_byte_range_valid(*found, join.size):
        response.status_code = _UNSATISFIABLE
        response.content_range = ContentRange("bytes", None, None, join.size)
        return response
    response.status_code = _PARTIAL
    response.content_range = ContentRange("bytes", *found, join.size)
    return _filled(response, join, *found)


def _wanted_range(etag: str) -> Range | None:
    """The range asked for; several ranges are answered with the whole, as RFC 9110 14.2 allows."""
    wanted = request.range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        return None
    return wanted if request.headers.get("If-Range") in (None, f'"{etag}"') else None


def _filled(response: Response, join: Joined, start: int, stop: int) -> Response:
    response.content_length = stop - start
    if request.method != "HEAD":
        response.response = _parts(join, start, stop)
    return response


def _parts(join: Joined, start: int, stop: int) -> Iterator[bytes]:
    return read_joined(services(), join, start, stop)
