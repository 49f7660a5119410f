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
