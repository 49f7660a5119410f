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
│   ├── DocumentTookTooLong         document-took-too-long
│   └── PageNotDrawable             page-not-drawable
├── SpeechError
│   ├── EngineUnavailable           engine-unavailable
│   ├── EngineAnswerBad             engine-answer-bad
│   ├── EngineRefused               engine-refused
│   ├── EngineBudgetSpent           engine-budget-spent
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
│   ├── CacheFileInvalid            cache-file-invalid
│   ├── LeaseLost                   lease-lost
│   ├── ManifestUnknown             manifest-unknown
│   ├── ClipUnknown                 clip-unknown
│   ├── ClipNotReady                clip-not-ready
│   ├── PictureUnknown              picture-unknown
│   ├── PictureNotReady             picture-not-ready
│   ├── AudioNotFinished            audio-not-finished
│   └── WorkNotFinished             work-not-finished
├── RequestError
│   ├── PageUnknown                 page-unknown
│   ├── RequestInvalid              request-invalid
│   ├── RequestTooLarge             request-too-large
│   ├── MethodNotAllowed            method-not-allowed
│   ├── PairInOneLanguage           pair-in-one-language
│   └── VoiceNotOffered             voice-not-offered
├── SettingsInvalid                 settings-invalid
├── LexiconInvalid                  lexicon-invalid
└── UnexpectedFailure               unexpected-failure
"""

# The order is that of the picture: where a class comes from decides where it stands in the tree.
# isort: off
from service.errors.root import (
    ListenError,
)
from service.errors.sources import (
    HandoverClosed,
    SourceAddressInvalid,
    SourceError,
    SourceNotAllowed,
    SourceNotFound,
    SourceRedirectsTooOften,
    SourceTooLarge,
    SourceTooSlow,
    SourceUnreachable,
    SourceUnreadable,
)
from service.errors.documents import (
    DocumentError,
    DocumentHasNoText,
    DocumentIsBroken,
    DocumentIsEmpty,
    DocumentIsEncrypted,
    DocumentIsForDistribution,
    DocumentIsNotWhatItClaims,
    DocumentIsRightsManaged,
    DocumentIsTooOld,
    DocumentKindUnknown,
    DocumentTooLong,
    DocumentTookTooLong,
    PageNotDrawable,
)
from service.errors.speech import (
    AudioError,
    AudioFormatUnavailable,
    AudioUndecodable,
    EngineAnswerBad,
    EngineBudgetSpent,
    EngineRefused,
    EngineUnavailable,
    SpeechError,
    VoiceUnknown,
    VoiceModelBroken,
    VoiceDownloadFailed,
    VoiceDownloadWrong,
    VoicesFolderUnusable,
    VoiceInstallRunning,
)
from service.errors.keeping import (
    AudioNotFinished,
    CacheFileInvalid,
    ClipNotReady,
    ClipUnknown,
    KeepingError,
    LeaseLost,
    ManifestUnknown,
    PictureNotReady,
    PictureUnknown,
    StoreUnavailable,
    WorkNotFinished,
)
from service.errors.requests import (
    MethodNotAllowed,
    PairInOneLanguage,
    VoiceNotOffered,
    PageUnknown,
    RequestError,
    RequestInvalid,
    RequestTooLarge,
)
from service.errors.starting import (
    LexiconInvalid,
    SettingsInvalid,
    UnexpectedFailure,
)
from service.errors.lookup import (
    by_code,
    leaves,
)
# isort: on

__all__ = [
    "AudioError",
    "AudioFormatUnavailable",
    "AudioNotFinished",
    "AudioUndecodable",
    "CacheFileInvalid",
    "ClipNotReady",
    "ClipUnknown",
    "DocumentError",
    "DocumentHasNoText",
    "DocumentIsBroken",
    "DocumentIsEmpty",
    "DocumentIsEncrypted",
    "DocumentIsForDistribution",
    "DocumentIsNotWhatItClaims",
    "DocumentIsRightsManaged",
    "DocumentIsTooOld",
    "DocumentKindUnknown",
    "DocumentTooLong",
    "DocumentTookTooLong",
    "EngineAnswerBad",
    "EngineBudgetSpent",
    "EngineRefused",
    "EngineUnavailable",
    "HandoverClosed",
    "KeepingError",
    "LeaseLost",
    "LexiconInvalid",
    "ListenError",
    "ManifestUnknown",
    "MethodNotAllowed",
    "PageNotDrawable",
    "PageUnknown",
    "PairInOneLanguage",
    "PictureNotReady",
    "PictureUnknown",
    "RequestError",
    "RequestInvalid",
    "RequestTooLarge",
    "SettingsInvalid",
    "SourceAddressInvalid",
    "SourceError",
    "SourceNotAllowed",
    "SourceNotFound",
    "SourceRedirectsTooOften",
    "SourceTooLarge",
    "SourceTooSlow",
    "SourceUnreachable",
    "SourceUnreadable",
    "SpeechError",
    "StoreUnavailable",
    "UnexpectedFailure",
    "VoiceDownloadFailed",
    "VoiceDownloadWrong",
    "VoiceInstallRunning",
    "VoiceModelBroken",
    "VoiceNotOffered",
    "VoiceUnknown",
    "VoicesFolderUnusable",
    "WorkNotFinished",
    "by_code",
    "leaves",
]
