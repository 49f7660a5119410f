"""Sound over HTTP: whole documents and single segments, with ranges and validators (RFC 9110)."""

from itertools import chain
from urllib.parse import quote

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as BaseResponse

from service.audio.frames import FULL, GRADES, Grade
from service.usecases.download_audio import download as download_of
from service.usecases.follow_audio import follow, hear_clip
from service.usecases.join_audio import joined
from service.usecases.layouts import complete
from service.usecases.timelines import Heard
from service.web.interface import services
from service.web.ranges import Sound, answered, layouts
from service.web.sending import sent

blueprint = Blueprint("audio", __name__)

MPEG = "audio/mpeg"
FOREVER = "public, max-age=31536000, immutable"
_LONGEST_NAME = 80


@blueprint.get("/audio/<digest:manifest>.mp3", defaults={"grade": FULL.name})
@blueprint.get("/audio/<any(light):grade>/<digest:manifest>.mp3")
def document(manifest: str, grade: str) -> Response:
    """A whole document: with ranges once it is complete, as it is being made before."""
    if heard := complete(services(), layouts(), manifest):
        return _complete(manifest, heard, GRADES[grade])
    parts = follow(services(), manifest, GRADES[grade])
    # The first part is waited for here, so that a failure becomes an answer and not an empty file.
    response = Response(sent(manifest, chain([next(parts, b"")], parts)), mimetype=MPEG)
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
    return answered(response, Sound(manifest, file.join, file.etag))


def _saved_as(name: str) -> str:
    """The header that gives a file its name, in any script (RFC 6266, RFC 8187)."""
    return f"attachment; filename=\"deutgi.mp3\"; filename*=UTF-8''{quote(name, safe='')}"


def _named(title: str) -> str:
    """A title as a file name that every system takes."""
    plain = "".join(" " if letter in '\\/:*?"<>|' else letter for letter in title)
    return " ".join(filter(str.isprintable, plain.split()))[:_LONGEST_NAME].strip(". ") or "deutgi"


def _complete(manifest: str, heard: Heard, grade: Grade) -> Response:
    join, etag = joined(heard, grade), _etag(heard.etag, grade)
    response = Response(mimetype=MPEG)
    response.headers["Cache-Control"] = FOREVER if heard.is_final else "no-cache"
    return answered(response, Sound(manifest, join, etag))


def _etag(of: str, grade: Grade) -> str:
    return of if grade == FULL else f"{of}-{grade.name}"
