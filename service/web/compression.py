"""Text on its way, made small for those who take it so.

No page holds a secret beside words of whoever asks, which is what compression would give away
(BREACH): there are no sessions, no cookies and no tokens.
"""

import gzip

from flask import Flask, Response, request

_QUICKLY = 1
_LEAST_BYTES = 256


def install(app: Flask) -> None:
    """Have every page compressed."""
    app.after_request(_compress_page)


def compress(response: Response) -> Response:
    """The answer with its body compressed, where its reader takes that and it gains anything."""
    body = response.get_data()
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] > 0 and len(body) >= _LEAST_BYTES:
        response.set_data(gzip.compress(body, _QUICKLY, mtime=0))
        response.content_encoding = "gzip"
    return response


def _compress_page(response: Response) -> Response:
    return compress(response) if response.mimetype == "text/html" else response
