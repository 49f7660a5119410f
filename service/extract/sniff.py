"""What bytes are, by their content and never by their name."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from service.errors import DocumentIsEmpty, DocumentIsNotWhatItClaims
from service.model.source import Resource, SourceText


class Kind(StrEnum):
    """Kinds of files that are told apart; pictures and old formats cannot be read."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    ZIP = "zip"
    OLE = "ole"
    OLD_HWP = "old-hwp"
    IMAGE = "image"
    UNKNOWN = "unknown"


_PDF_WITHIN = 1_024
_LOOKED_AT = 4_096
_MAGIC = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"HWP Document File V3", Kind.OLD_HWP),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"RIFF", Kind.IMAGE),
)
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table)[\s>]", re.IGNORECASE
)
# Endings and media types that promise a kind. What servers say of files they do not know
# (application/octet-stream, application/x-msdownload, text/plain, text/html) promises nothing.
_KINDS = {
    Kind.PDF: "pdf application/pdf application/x-pdf",
    Kind.HTML: "html htm xhtml",
    Kind.TEXT: "txt",
    Kind.ZIP: "zip hwpx docx xlsx pptx odt application/zip application/hwp+zip "
    "application/vnd.hancom.hwpx",
    Kind.OLE: "hwp doc xls ppt application/x-hwp application/haansofthwp "
    "application/vnd.hancom.hwp application/msword",
    Kind.IMAGE: "png jpg jpeg gif tif tiff webp image/png image/jpeg image/gif image/tiff",
}
_PROMISES = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_TEXTUAL = frozenset({Kind.HTML, Kind.TEXT})


def sniff(resource: Resource) -> Kind:
    """The kind of a resource.

    Raises DocumentIsEmpty without bytes, DocumentIsNotWhatItClaims when name or media type promise
    another kind. Text and HTML may stand for each other: the name decides, unless the first thing
    is a tag.
    """
    if not resource.body.strip():
        raise DocumentIsEmpty("no bytes but white space")
    if isinstance(resource.source, SourceText):
        return Kind.TEXT
    kind = _by_content(resource.body)
    promised = _promised(resource)
    if promised is None or promised is kind:
        return kind
    if {kind, promised} <= _TEXTUAL:
        return kind if _HTML.match(resource.body.lstrip()) else promised
    raise DocumentIsNotWhatItClaims(f"promised {promised}, is {kind}: {resource.name!r}")


def _promised(resource: Resource) -> Kind | None:
    ending = PurePosixPath(resource.name).suffix.lower().removeprefix(".")
    return _PROMISES.get(ending) or _PROMISES.get(resource.media_type)


def _by_content(body: bytes) -> Kind:
    if b"%PDF-" in body[:_PDF_WITHIN]:
        return Kind.PDF
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return kind
    if _HTML.search(_head(body)):
        return Kind.HTML
    return Kind.TEXT if _is_text(body) else Kind.UNKNOWN


def _head(body: bytes) -> bytes:
    """The beginning of a body, in letters of one byte where they have two."""
    head = body[:_LOOKED_AT]
    return head.replace(b"\0", b"") if head.startswith(_MARKS_OF_UTF_16) else head


def _is_text(body: bytes) -> bool:
    if body.startswith(_MARKS_OF_UTF_16):
        return _decodes(body, "utf-16")
    if b"\0" in body[:_LOOKED_AT]:
        return False
    return any(_decodes(body, name) for name in ("utf-8", "cp949"))


def _decodes(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
