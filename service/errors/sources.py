"""Bytes that could not be had."""

from service.errors.root import ListenError


class SourceError(ListenError):
    """The bytes could not be had."""


class SourceAddressInvalid(SourceError):
    """The address cannot be understood as an http or https address."""

    code = "source-address-invalid"
    status = 400


class SourceNotAllowed(SourceError):
    """The address is not on the list, or its host resolves to a network that is not."""

    code = "source-not-allowed"
    status = 403


class SourceNotFound(SourceError):
    """The other side says that there is nothing at this address."""

    code = "source-not-found"
    status = 404


class SourceUnreachable(SourceError):
    """The other side cannot be reached, or answers with an error."""

    code = "source-unreachable"
    status = 502
    retryable = True


class SourceUnreadable(SourceError):
    """A file that is there but cannot be opened."""

    code = "source-unreadable"
    status = 500


class SourceTooSlow(SourceError):
    """The whole answer did not arrive in time."""

    code = "source-too-slow"
    status = 504
    retryable = True


class SourceTooLarge(SourceError):
    """More bytes than the limit."""

    code = "source-too-large"
    status = 413


class SourceRedirectsTooOften(SourceError):
    """More redirects than the limit."""

    code = "source-redirects-too-often"
    status = 502


class HandoverClosed(SourceError):
    """Uploads and pasted text are not switched on here."""

    code = "handover-closed"
    status = 403
