"""What bytes are, by their content and never by their name."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from service.errors import DocumentError, DocumentIsEmpty, DocumentIsNotWhatItClaims
from service.extract.office import epub, hwpx
from service.extract.office.package import Package
from service.model.source import Resource, SourceText


class Kind(StrEnum):
    """Kinds of files that are told apart; pictures, old and locked formats cannot be read.

    ZIP and OLE are packages whose kind is not known, or known only to who opens them.
    """

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    HWPX = "hwpx"
    DOCX = "docx"
    EPUB = "epub"
    ZIP = "zip"
    OLE = "ole"
    OLD_HWP = "old-hwp"
    LOCKED = "locked"
    IMAGE = "image"
    UNKNOWN = "unknown"


_PDF_WITHIN = 1_024
_LOOKED_AT = 4_096
_MAGIC = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"HWP Document File V3", Kind.OLD_HWP),
    # Rich text and PostScript: letters throughout, and no text to read aloud.
    (b"{\\rtf", Kind.UNKNOWN),
    (b"%!PS", Kind.UNKNOWN),
    # How systems that manage rights announce their files: Fasoo, SoftCamp, NASCA, Document SAFER.
    (b"\x9b\x20DRMONE", Kind.LOCKED),
    (b"SCDSA00", Kind.LOCKED),
    (b"<## NASCA DRM FILE", Kind.LOCKED),
    (b"<DOCUMENT SAFER", Kind.LOCKED),
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"RIFF", Kind.IMAGE),
)
_EPUB_FIRST, _MIMETYPE_WITHIN = b"mimetypeapplication/epub+zip", 100
_TYPES = "[Content_Types].xml"
_WORD_MAIN = (
    b"wordprocessingml.document.main+xml",
    b"wordprocessingml.template.main+xml",
    b"ms-word.document.macroEnabled.main+xml",
)
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table)[\s>]", re.IGNORECASE
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
# Endings and media types that promise a kind, and the kinds that keep the promise. What servers say
# of files they do not know (application/octet-stream, application/x-msdownload, text/plain,
# text/html) promises nothing.
_PROMISED = (
    ("pdf application/pdf application/x-pdf", (Kind.PDF,)),
    ("html htm xhtml", (Kind.HTML,)),
    ("txt", (Kind.TEXT,)),
    ("hwpx application/hwp+zip application/vnd.hancom.hwpx", (Kind.HWPX, Kind.ZIP)),
    ("epub application/epub+zip", (Kind.EPUB, Kind.ZIP)),
    # With a password, files of Office are compound files that hold the encrypted package.
    (f"docx docm {_OFFICE}wordprocessingml.document", (Kind.DOCX, Kind.ZIP, Kind.OLE)),
    (f"xlsx {_OFFICE}spreadsheetml.sheet", (Kind.ZIP, Kind.OLE)),
    (f"pptx {_OFFICE}presentationml.presentation", (Kind.ZIP, Kind.OLE)),
    ("odt", (Kind.ZIP,)),
    ("zip application/zip", (Kind.ZIP, Kind.HWPX, Kind.DOCX, Kind.EPUB)),
    (
        "hwp application/x-hwp application/haansofthwp application/vnd.hancom.hwp",
        (Kind.OLE, Kind.OLD_HWP),
    ),
    # Word writes rich text under the ending of its own format too.
    ("doc xls ppt application/msword", (Kind.OLE, Kind.UNKNOWN)),
    ("png jpg jpeg gif tif tiff webp image/png image/jpeg image/gif image/tiff", (Kind.IMAGE,)),
)
_PROMISES = {name: kinds for names, kinds in _PROMISED for name in names.split()}
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
    if not promised or kind in promised or kind is Kind.LOCKED:
        return kind
    if kind in _TEXTUAL and promised[0] in _TEXTUAL:
        return kind if _HTML.match(resource.body.lstrip()) else promised[0]
    raise DocumentIsNotWhatItClaims(f"promised {promised[0]}, is {kind}: {resource.name!r}")


def _promised(resource: Resource) -> tuple[Kind, ...]:
    ending = PurePosixPath(resource.name).suffix.lower().removeprefix(".")
    return _PROMISES.get(ending) or _PROMISES.get(resource.media_type) or ()


def _by_content(body: bytes) -> Kind:
    if b"%PDF-" in body[:_PDF_WITHIN]:
        return Kind.PDF
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return _of_package(body) if kind is Kind.ZIP else kind
    if _HTML.search(_head(body)):
        return Kind.HTML
    return Kind.TEXT if _is_text(body) else Kind.UNKNOWN


def _of_package(body: bytes) -> Kind:
    """The kind of a zip package by what is in it; a damaged one is just a package.

    EPUB says its name first (OCF 3.3, 4.3); an OPC package says in its list of content types which
    of its parts is the main one, and its name may be any (ECMA-376 part 2).
    """
    if _EPUB_FIRST in body[:_MIMETYPE_WITHIN]:
        return Kind.EPUB
    try:
        package = Package(body)
        types = package.read(_TYPES) if _TYPES in package.names else b""
        if any(main in types for main in _WORD_MAIN):
            return Kind.DOCX
        if hwpx.is_hwpx(package):
            return Kind.HWPX
        return Kind.EPUB if epub.is_epub(package) else Kind.ZIP
    except DocumentError:
        return Kind.ZIP


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
