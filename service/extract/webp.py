"""Dots as a WebP file, smaller than PNG and JPEG for pages of text (RFC 9649)."""

import io

from PIL import Image

from service.errors import PageNotDrawable
from service.extract.base import Size

_MOST_BYTES = 1_500_000
# Text keeps clean edges at the first; photographs over whole pages need a lower one.
_QUALITIES = (80, 55, 25)
_METHOD = 4


def encoded(dots: bytes, size: Size) -> bytes:
    """The file; PageNotDrawable when it would be too large for a page to load."""
    image = Image.frombytes("RGB", (size.width, size.height), dots)
    for quality in _QUALITIES:
        file = io.BytesIO()
        image.save(file, "WEBP", quality=quality, method=_METHOD)
        if file.tell() <= _MOST_BYTES:
            return file.getvalue()
    raise PageNotDrawable(f"a picture of {file.tell()} bytes > {_MOST_BYTES}")
