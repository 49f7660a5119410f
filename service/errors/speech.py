"""Speech and sound that could not be made."""

from service.errors.root import ListenError


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


class EngineBudgetSpent(SpeechError):
    """The engine may not be asked for more today."""

    code = "engine-budget-spent"
    retryable = True


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
