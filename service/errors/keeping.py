"""Trouble with what is kept or waiting."""

from service.errors.root import ListenError


class KeepingError(ListenError):
    """Trouble with what is kept or waiting."""


class StoreUnavailable(KeepingError):
    """The cache folder cannot be read or written."""

    code = "store-unavailable"
    status = 503
    retryable = True


class CacheFileInvalid(KeepingError):
    """A file that audio should come in with is not what it says it is."""

    code = "cache-file-invalid"
    status = 400


class LeaseLost(KeepingError):
    """Another worker holds this job by now; nothing was changed."""

    code = "lease-lost"
    status = 409


class ManifestUnknown(KeepingError):
    """Nobody planned anything under this digest, or it was purged."""

    code = "manifest-unknown"
    status = 404


class ClipUnknown(KeepingError):
    """The key belongs to no plan."""

    code = "clip-unknown"
    status = 404


class ClipNotReady(KeepingError):
    """Planned and asked for, but not made yet."""

    code = "clip-not-ready"
    status = 503
    retryable = True


class PictureUnknown(KeepingError):
    """No document that was read here has such a page, or its file was purged."""

    code = "picture-unknown"
    status = 404


class PictureNotReady(KeepingError):
    """A picture of a page that is asked for and not drawn yet."""

    code = "picture-not-ready"
    status = 503
    retryable = True


class AudioNotFinished(KeepingError):
    """Not every sentence of a document is made yet; `made` of `sentences` are."""

    code = "audio-not-finished"
    status = 503
    retryable = True

    def __init__(self, detail: str, made: int = 0, sentences: int = 0) -> None:
        super().__init__(detail)
        self.made, self.sentences = made, sentences


class WorkNotFinished(KeepingError):
    """Work that was waited for is still going on; it will finish by itself."""

    code = "work-not-finished"
    status = 503
    retryable = True

    def __init__(self, detail: str, ticket: str = "", pages_read: int = 0, pages: int = 0) -> None:
        super().__init__(detail)
        self.ticket, self.pages_read, self.pages = ticket, pages_read, pages
