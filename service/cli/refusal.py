"""An error of ours on the command line."""

import click

from service.errors import ListenError
from service.messages import LANGUAGES, text


class Refusal(click.ClickException):
    """An error of ours as the command line shows it: for people, then code and operator's text."""

    def __init__(self, error: ListenError) -> None:
        told = text("errors", error.code, LANGUAGES[0])
        super().__init__(f"{told} ({error.code}: {error})")
