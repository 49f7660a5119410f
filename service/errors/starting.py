"""Starts that fail, and defects of ours."""

from service.errors.root import ListenError


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
