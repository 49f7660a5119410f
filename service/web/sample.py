"""The sample site: a ministry's board that carries our one script tag, as a portal would.

Its addresses are those of such boards (board.es, boardDownload.es) below this service's own, so
that the links of its pages lead on; the pages are read under the sample site's real address.
"""

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit

from flask import Blueprint, Response, request, send_file

from service import samples
from service.errors import PageUnknown

blueprint = Blueprint("sample", __name__)

_STYLE = "board.css"
_HTML = "text/html"


@dataclass(frozen=True, slots=True)
class SampleRelease:
    """A sample as the front page offers it; `path` is where its board page is served."""

    title: str
    language: str
    address: str
    path: str


@blueprint.get("/board.es")
@blueprint.get("/boardDownload.es")
def site() -> Response:
    """A page or file of the sample site, by the path and query that its own links use."""
    query = request.query_string.decode("ascii", "replace")
    file = samples.by_path_and_query(request.path, query)
    if file is None:
        raise PageUnknown("no such page on the sample site")
    body = samples.read(file.name)
    if file.media_type == _HTML:
        return Response(body, mimetype=_HTML)
    return send_file(
        BytesIO(body), file.media_type, as_attachment=True, download_name=file.file_name
    )


@blueprint.get("/sample/board.css")
def style() -> Response:
    """The style of the sample site."""
    return Response(samples.read(_STYLE), mimetype="text/css")


def shown_releases() -> tuple[SampleRelease, ...]:
    """The sample releases; their attachments have no title of their own."""
    return tuple(
        SampleRelease(file.title, file.language, file.address, _local(file.address))
        for file in samples.FILES
        if file.title
    )


def _local(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"
