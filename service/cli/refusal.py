"""An error of ours on the command line."""

import click

from service.errors import ListenError


class Refusal(click.ClickException):
    """An error of ours as the command line shows it: code, then the operator's text."""

    def __init__(self, error: ListenError) -> None:
        super().__init__(f"{error.code}: {error}")
