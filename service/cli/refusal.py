"""What went wrong, on the command line."""

import sys

import click

from service.errors import ListenError
from service.messages import LANGUAGES, text


class Refusal(click.ClickException):
    """An error of ours as the command line shows it: for people, then code and operator's text."""

    def __init__(self, error: ListenError) -> None:
        told = text("errors", error.code, LANGUAGES[0])
        super().__init__(f"{told} ({error.code}: {error})")


def end_if_in_memory(trouble: str) -> None:
    """Say that nothing new is kept where it should be, and end with exit code 1; if it is so."""
    if trouble:
        advice = "let this user write to LISTEN_CACHE_DIR and give it room, then do this again"
        click.echo(f"new things are kept in memory only: {trouble}; {advice}", err=True)
        sys.exit(1)
