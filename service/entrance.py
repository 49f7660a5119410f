"""The application that a process needs, chosen by what it was started for.

Commands that read a text need neither engines nor a web site: with a small application they start
in half the time, and hold a third less memory.
"""

import sys

from flask import Flask

from service.cli.texts import READERS, needs_application
from service.errors import ListenError
from service.settings import from_process
from service.usecases.revise_lexicon import use_lexicons


def app() -> Flask:
    """The application of this process; ends it on wrong settings."""
    return whole() if needs_application(sys.argv[1:]) else small()


def whole() -> Flask:
    """Everything: pages, audio and all commands."""
    from service.bootstrap import app  # noqa: PLC0415 - this import is what takes long

    return app()


def small() -> Flask:
    """The commands that read texts, and nothing else."""
    try:
        use_lexicons(from_process())
    except ListenError as error:
        sys.exit(f"{error.code}: {error}")
    made = Flask("service", static_folder=None, template_folder=None)
    for command in READERS.commands.values():
        made.cli.add_command(command)
    return made
