"""What every answer carries: its request id, and what browsers may do with it.

Policies follow the OWASP HTTP headers advice; each directive of the content policy that we use is
named, everything else is refused by `default-src 'none'`. One script stands in the page, named by
its digest: it must act before anything is painted, and asking for it would hold up the page.
"""

import uuid
from collections.abc import Mapping

from flask import Flask, Response, current_app, g, request

from service.usecases.services import Services
from service.web import assets
from service.web.interface import FRAMED

_POLICY = {
    "default-src": "'none'",
    "script-src": f"'self' {assets.source_of('appearance.js')}",
    "style-src": "'self'",
    "img-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# The sample board holds the player, as a portal's page does.
_SAMPLE_POLICY = {"frame-src": "'self'"}
# Browsers show a picture that is opened by itself in a page of their own, with styles of their own.
_PICTURE_POLICY = {"script-src": "'none'", "style-src": "'unsafe-inline'"}
_PERMISSIONS = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "microphone=(), midi=(), payment=(), usb=()"
)
_PICTURE = "image/webp"
_FOR_OTHER_ORIGINS = ("/embed.js", "/player", "/static/")


def install(app: Flask) -> None:
    """Give every request an id and every response its headers."""
    app.before_request(_name_request)
    app.after_request(_add_headers)


def request_id() -> str:
    """The name of this request in the log and in error bodies."""
    if "request_id" not in g:
        _name_request()
    name: str = g.request_id
    return name


def framing_origins() -> tuple[str, ...]:
    """Origins whose pages may hold the player, apart from our own."""
    services: Services = current_app.extensions["services"]
    return services.settings.embed_origins


def _name_request() -> None:
    g.request_id = uuid.uuid4().hex


def _add_headers(response: Response) -> Response:
    shared = request.path.startswith(_FOR_OTHER_ORIGINS)
    given = {
        "Content-Security-Policy": _policy(response),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin" if shared else "same-origin",
        "Permissions-Policy": _PERMISSIONS,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": request_id(),
    }
    response.headers.update(given)
    response.headers.setdefault("Cache-Control", "no-cache")
    if g.get("varies_by_save_data"):
        response.vary.add("Save-Data")
    return response


def _policy(response: Response) -> str:
    policy = {**_POLICY, **_exceptions(response)}
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())


def _exceptions(response: Response) -> Mapping[str, str]:
    if response.mimetype == _PICTURE:
        return _PICTURE_POLICY
    if request.endpoint == FRAMED:
        return {"frame-ancestors": " ".join(("'self'", *framing_origins()))}
    return _SAMPLE_POLICY if request.blueprint == "sample" else {}
