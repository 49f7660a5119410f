"""Documents that could not be read."""

from service.errors.root import ListenError


class DocumentError(ListenError):
    """The bytes are there, and cannot be read as a release."""

    status = 422


class DocumentKindUnknown(DocumentError):
    """No reader for this kind of file."""

    code = "document-kind-unknown"
    status = 415


class DocumentIsNotWhatItClaims(DocumentError):
    """Name or media type say one kind, the bytes are another."""

    code = "document-is-not-what-it-claims"
    status = 415


class DocumentIsEmpty(DocumentError):
    """No bytes, no pages, or a page without content."""

    code = "document-is-empty"


class DocumentIsEncrypted(DocumentError):
    """A password is needed to open it."""

    code = "document-is-encrypted"


class DocumentIsForDistribution(DocumentError):
    """Locked by its author so that its text cannot be taken out (배포용 문서)."""

    code = "document-is-for-distribution"


class DocumentIsRightsManaged(DocumentError):
    """Wrapped by a system that manages who may read it (DRM)."""

    code = "document-is-rights-managed"


class DocumentIsTooOld(DocumentError):
    """A format that word processors gave up decades ago."""

    code = "document-is-too-old"


class DocumentIsBroken(DocumentError):
    """Damaged, so that it cannot be opened."""

    code = "document-is-broken"


class DocumentHasNoText(DocumentError):
    """Pages, but no letters: a scan or pictures only."""

    code = "document-has-no-text"


class DocumentTooLong(DocumentError):
    """More pages or characters than the limit."""

    code = "document-too-long"
    status = 413


class DocumentTookTooLong(DocumentError):
    """Reading was stopped at the limit of time or memory."""

    code = "document-took-too-long"


class PageNotDrawable(DocumentError):
    """No picture can be made of a page; its text may be read all the same."""

    code = "page-not-drawable"
