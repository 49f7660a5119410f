"""What bytes are, by their content and never by their name."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from service.errors import DocumentIsEmpty, DocumentIsNotWhatItClaims
from service.model.source import Resource, SourceText


class Kind(StrEnum):
    """Kinds of files that are told apart; only the first three can be read."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    ZIP = "zip"
    OLE = "ole"
    IMAGE = "image"
    UNKNOWN = "unknown"


_PDF_WITHIN = 1_024
_MAGIC = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table)[\s>]", re.IGNORECASE
)
# Endings and media types that promise a kind. Pages of download scripts promise nothing.
_ENDINGS = {
    ".pdf": Kind.PDF, ".html": Kind.HTML, ".htm": Kind.HTML, ".txt": Kind.TEXT, ".zip": Kind.ZIP,
    ".hwpx": Kind.ZIP, ".docx": Kind.ZIP, ".hwp": Kind.OLE, ".png": Kind.IMAGE, ".jpg": Kind.IMAGE,
}  # fmt: skip
_MEDIA_TYPES = {"application/pdf": Kind.PDF, "text/html": Kind.HTML, "image/png": Kind.IMAGE}
_TEXTUAL = frozenset({Kind.HTML, Kind.TEXT})


def sniff(resource: Resource) -> Kind:
    """The kind of a resource.

    Raises DocumentIsEmpty without bytes, DocumentIsNotWhatItClaims when name or media type promise
    another kind. (Text and HTML may stand for each other.)
    """
    if not resource.body.strip():
        raise DocumentIsEmpty("no bytes but white space")
    if isinstance(resource.source, SourceText):
        return Kind.TEXT
    kind = _by_content(resource.body)
    promised = _promised(resource)
    if promised is not None and kind is not promised and not {kind, promised} <= _TEXTUAL:
        raise DocumentIsNotWhatItClaims(f"promised {promised}, is {kind}: {resource.name!r}")
    return kind


def _promised(resource: Resource) -> Kind | None:
    ending = PurePosixPath(resource.name).suffix.lower()
    return _ENDINGS.get(ending) or _MEDIA_TYPES.get(resource.media_type)


def _by_content(body: bytes) -> Kind:
    if b"%PDF-" in body[:_PDF_WITHIN]:
        return Kind.PDF
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return kind
    if _HTML.search(body[:4_096]):
        return Kind.HTML
    return Kind.TEXT if _is_text(body) else Kind.UNKNOWN


def _is_text(body: bytes) -> bool:
    if b"\0" in body[:4_096]:
        return False
    return any(_decodes(body, name) for name in ("utf-8", "cp949"))


def _decodes(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
