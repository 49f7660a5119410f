"""Style and script files under addresses that change with their content.

The whole folder carries one version, so that modules which import each other by relative address
always meet files of their own version. Files are few and small; they are held in memory with
their compressed form. Comments and spaces stay here; the player's
modules are sent as one, and so are the sheets of each kind of page.
"""

import gzip
import mimetypes
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from flask import Blueprint, Flask, Response, request, url_for
from markupsafe import Markup
from rcssmin import cssmin
from rjsmin import jsmin

from service.errors import PageUnknown
from service.web import modules, sheets

blueprint = Blueprint("assets", __name__)

FOLDER = Path(__file__).resolve().parent / "static"
_FOREVER = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300"
_ICON = "icon.svg"
_KNOWN_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".svg": "image/svg+xml"}
_VERSION_DIGITS = 16
_VERSION = re.compile(rf"[0-9a-f]{{{_VERSION_DIGITS}}}")
_LEAST_TO_COMPRESS = 256
_SHORTENED = {".css": cssmin, ".js": jsmin, ".mjs": jsmin}
_PLAYER = FOLDER / "listen-player" / "listen-player.mjs"
_SHEETS = tuple(FOLDER / "css" / f"{name}.css" for name in ("page", "preview", "pair", "frame"))
_JOINED: Mapping[Path, Callable[[Path], str]] = {
    _PLAYER: modules.joined,
    **dict.fromkeys(_SHEETS, sheets.joined),
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; `packed` is its gzip form, empty where that gains nothing."""

    body: bytes
    packed: bytes
    media_type: str
    digest: str


@cache
def shelf() -> Mapping[str, Asset]:
    """All files by their path below the folder."""
    found = {path for path in FOLDER.rglob("*") if path.is_file()}
    parts = {*modules.parts_of(_PLAYER), *chain.from_iterable(map(sheets.parts_of, _SHEETS))}
    files = sorted(found - parts)
    return {path.relative_to(FOLDER).as_posix(): _asset(path) for path in files}


@cache
def version() -> str:
    """A digest over all files; part of their addresses."""
    lines = "".join(f"{name} {asset.digest}\n" for name, asset in shelf().items())
    return sha256(lines.encode()).hexdigest()[:_VERSION_DIGITS]


def install(app: Flask) -> None:
    """Give templates what is below, also to those that are imported without a context."""
    app.add_template_global(static_url)
    app.add_template_global(within_page, "script_within")


def within_page(name: str) -> Markup:
    """A script of ours for a page to hold; the policy of the page must name `source_of` it."""
    return Markup(shelf()[name].body.decode())  # noqa: S704 - a file of ours


def source_of(name: str) -> str:
    """What a script that a page holds is called in the page's policy (CSP 3, section 6.7.2)."""
    return f"'sha256-{b64encode(bytes.fromhex(shelf()[name].digest)).decode()}'"


def static_url(name: str) -> str:
    """The address of a file; KeyError when there is none."""
    shelf()[name]
    return url_for("assets.file", name=f"{version()}/{name}")


@blueprint.get("/static/<path:name>")
def file(name: str) -> Response:
    """A file; kept for ever under today's version, shortly under an earlier one or none."""
    head, _, rest = name.partition("/")
    if head == version():
        return send(rest, _FOREVER)
    return send(rest if _VERSION.fullmatch(head) else name)


@blueprint.get("/favicon.ico")
def icon() -> Response:
    """The picture that browsers ask for on pages that name none."""
    return send(_ICON, _SHORT)


def send(name: str, caching: str = _SHORT) -> Response:
    """One file, compressed for those who take it; PageUnknown when there is none."""
    asset = shelf().get(name)
    if asset is None:
        raise PageUnknown(f"no static file {name!r}")
    packed = bool(asset.packed) and request.accept_encodings["gzip"] > 0
    response = Response(asset.packed if packed else asset.body, content_type=asset.media_type)
    if packed:
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    response.set_etag(f"{asset.digest[:16]}{'-gzip' if packed else ''}")
    response.headers["Cache-Control"] = caching
    response.make_conditional(request)
    return response


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    if shorten := _SHORTENED.get(path.suffix):
        join = _JOINED.get(path)
        body = shorten(join(path) if join else body.decode()).encode()
    packed = gzip.compress(body, mtime=0) if len(body) >= _LEAST_TO_COMPRESS else b""
    kind = _KNOWN_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or ""
    return Asset(
        body=body,
        packed=packed if len(packed) < len(body) else b"",
        media_type=f"{kind or 'application/octet-stream'}; charset=utf-8",
        digest=sha256(body).hexdigest(),
    )
