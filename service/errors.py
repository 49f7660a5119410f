"""Everything that can go wrong, as one tree.

Each leaf has a permanent `code`, an HTTP `status`, and says whether trying again can help.
`str(error)` is for operators; what people read is looked up by code in `service.messages`.

ListenError
├── SourceError
│   ├── SourceAddressInvalid        source-address-invalid
│   ├── SourceNotAllowed            source-not-allowed
│   ├── SourceNotFound              source-not-found
│   ├── SourceUnreachable           source-unreachable
│   ├── SourceUnreadable            source-unreadable
│   ├── SourceTooSlow               source-too-slow
│   ├── SourceTooLarge              source-too-large
│   ├── SourceRedirectsTooOften     source-redirects-too-often
│   └── HandoverClosed              handover-closed
├── DocumentError
│   ├── DocumentKindUnknown         document-kind-unknown
│   ├── DocumentIsNotWhatItClaims   document-is-not-what-it-claims
│   ├── DocumentIsEmpty             document-is-empty
│   ├── DocumentIsEncrypted         document-is-encrypted
│   ├── DocumentIsForDistribution   document-is-for-distribution
│   ├── DocumentIsRightsManaged     document-is-rights-managed
│   ├── DocumentIsTooOld            document-is-too-old
│   ├── DocumentIsBroken            document-is-broken
│   ├── DocumentHasNoText           document-has-no-text
│   ├── DocumentTooLong             document-too-long
│   └── DocumentTookTooLong         document-took-too-long
├── SpeechError
│   ├── EngineUnavailable           engine-unavailable
│   ├── EngineAnswerBad             engine-answer-bad
│   ├── EngineRefused               engine-refused
│   ├── VoiceUnknown                voice-unknown
│   ├── VoiceModelBroken            voice-model-broken
│   ├── VoiceDownloadFailed         voice-download-failed
│   ├── VoiceDownloadWrong          voice-download-wrong
│   ├── VoicesFolderUnusable        voices-folder-unusable
│   └── VoiceInstallRunning         voice-install-running
├── AudioError
│   ├── AudioUndecodable            audio-undecodable
│   └── AudioFormatUnavailable      audio-format-unavailable
├── KeepingError
│   ├── StoreUnavailable            store-unavailable
│   ├── LeaseLost                   lease-lost
│   ├── ManifestUnknown             manifest-unknown
│   ├── ClipUnknown                 clip-unknown
│   ├── ClipNotReady                clip-not-ready
│   └── WorkNotFinished             work-not-finished
├── RequestError
│   ├── PageUnknown                 page-unknown
│   ├── RequestInvalid              request-invalid
│   ├── RequestTooLarge             request-too-large
│   └── MethodNotAllowed            method-not-allowed
├── SettingsInvalid                 settings-invalid
├── LexiconInvalid                  lexicon-invalid
└── UnexpectedFailure               unexpected-failure
"""

from typing import ClassVar


class ListenError(Exception):
    """Root of the tree; never raised itself."""

    code: ClassVar[str] = ""
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False


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


class SpeechError(ListenError):
    """An engine gave no usable sound."""

    status = 503


class EngineUnavailable(SpeechError):
    """The engine does not answer, or says to come back later."""

    code = "engine-unavailable"
    retryable = True


class EngineAnswerBad(SpeechError):
    """The engine answered with something that is not the whole sound."""

    code = "engine-answer-bad"
    retryable = True


class EngineRefused(SpeechError):
    """The engine cannot say this text, and will not on another try."""

    code = "engine-refused"


class VoiceUnknown(SpeechError):
    """No configured engine has such a voice or speaks this language."""

    code = "voice-unknown"
    status = 400


class VoiceModelBroken(SpeechError):
    """The files of an installed voice are not what their kind of voice needs. Operators only."""

    code = "voice-model-broken"
    status = 500


class VoiceDownloadFailed(SpeechError):
    """A voice could not be fetched from its publisher; what arrived is kept for the next try."""

    code = "voice-download-failed"
    status = 502
    retryable = True


class VoiceDownloadWrong(SpeechError):
    """What a publisher sent is not the voice that we know; nothing of it is kept."""

    code = "voice-download-wrong"
    status = 502


class VoicesFolderUnusable(SpeechError):
    """The folder of voices cannot be written, or its disk has too little room."""

    code = "voices-folder-unusable"
    status = 500


class VoiceInstallRunning(SpeechError):
    """Another process is installing this voice right now."""

    code = "voice-install-running"
    status = 409
    retryable = True


class AudioError(ListenError):
    """Sound that cannot be worked with."""


class AudioUndecodable(AudioError):
    """The bytes are not audio of the kind they claim to be."""

    code = "audio-undecodable"
    status = 502


class AudioFormatUnavailable(AudioError):
    """A container that is not known here, or whose outside command is not installed."""

    code = "audio-format-unavailable"
    status = 400


class KeepingError(ListenError):
    """Trouble with what is kept or waiting."""


class StoreUnavailable(KeepingError):
    """The cache folder cannot be read or written."""

    code = "store-unavailable"
    status = 503
    retryable = True


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


class WorkNotFinished(KeepingError):
    """Work that was waited for is still going on; it will finish by itself."""

    code = "work-not-finished"
    status = 503
    retryable = True

    def __init__(self, detail: str, ticket: str = "", pages_read: int = 0, pages: int = 0) -> None:
        super().__init__(detail)
        self.ticket, self.pages_read, self.pages = ticket, pages_read, pages


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


class SettingsInvalid(ListenError):
    """The settings have problems; all of them are listed. Start-up only."""

    code = "settings-invalid"


class LexiconInvalid(ListenError):
    """A pronunciation lexicon has mistakes; all are listed with their lines. Operators only."""

    code = "lexicon-invalid"
    status = 422


class UnexpectedFailure(ListenError):
    """A defect of ours, told to nobody in detail."""

    code = "unexpected-failure"


def leaves(root: type[ListenError] = ListenError) -> tuple[type[ListenError], ...]:
    """All errors that can be raised, in the order of the tree."""
    below = root.__subclasses__()
    if not below:
        return (root,)
    return tuple(leaf for child in below for leaf in leaves(child))


def by_code(code: str) -> type[ListenError]:
    """The class of a code that was kept or sent; an unknown code is `UnexpectedFailure`."""
    return {leaf.code: leaf for leaf in leaves()}.get(code, UnexpectedFailure)
