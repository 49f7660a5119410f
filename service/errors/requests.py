"""Requests that make no sense here."""

from service.errors.root import ListenError


class RequestError(ListenError):
    """What was asked makes no sense here."""

    status = 400


class PageUnknown(RequestError):
    """No such page."""

    code = "page-unknown"
    status = 404


class RequestInvalid(RequestError):
    """Something is missing from the request, or is not of its form."""

    code = "request-invalid"


class RequestTooLarge(RequestError):
    """More bytes were sent than are taken."""

    code = "request-too-large"
    status = 413


class MethodNotAllowed(RequestError):
    """The address does not answer to this method."""

    code = "method-not-allowed"
    status = 405


class VoiceNotOffered(RequestError):
    """A listener asks for a voice that is not among those offered."""

    code = "voice-not-offered"
    status = 400


class PairInOneLanguage(RequestError):
    """Two documents that are to stand side by side are in one language."""

    code = "pair-in-one-language"
    status = 422
