"""Files and texts that somebody hands over: the same limits as for what is fetched."""

from hashlib import sha256

from service.errors import DocumentIsEmpty, HandoverClosed, SourceTooLarge
from service.model.source import Resource, SourceFile, SourceText
from service.settings import Settings

_MAX_NAME = 200


def take_file(name: str, body: bytes, settings: Settings) -> Resource:
    """A file as a resource; `name` loses any folders and control characters."""
    _check(body, settings)
    plain = _plain_name(name)
    return Resource(SourceFile(plain), body, "", sha256(body).hexdigest(), plain)


def take_text(title: str, text: str, settings: Settings) -> Resource:
    """Pasted text as a resource of plain UTF-8."""
    body = text.strip().encode("utf-8", "replace")
    _check(body, settings)
    return Resource(SourceText(_printable(title)), body, "text/plain", sha256(body).hexdigest())


def _check(body: bytes, settings: Settings) -> None:
    if not settings.handover:
        raise HandoverClosed("LISTEN_HANDOVER is off")
    if not body:
        raise DocumentIsEmpty("nothing was handed over")
    if len(body) > settings.max_source_bytes:
        raise SourceTooLarge(f"{len(body)} bytes > max_source_bytes {settings.max_source_bytes}")


def _plain_name(name: str) -> str:
    return _printable(name.replace("\\", "/").rpartition("/")[2])


def _printable(name: str) -> str:
    return "".join(c for c in name if c.isprintable()).strip()[:_MAX_NAME]
