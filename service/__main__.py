"""`python -m service …` is `flask …`, wherever it is called from; reading texts needs no Flask."""

import sys

from service.cli.texts import READERS, needs_application
from service.errors import ListenError
from service.settings import from_process
from service.usecases.revise_lexicon import use_lexicons


def main(arguments: list[str]) -> None:
    """Run a command; ends the process."""
    if needs_application(arguments):
        _with_application()
    else:
        _without()


def _without() -> None:
    try:
        use_lexicons(from_process())
    except ListenError as error:
        sys.exit(f"{error.code}: {error}")
    READERS.main(prog_name="flask")


def _with_application() -> None:
    from flask.cli import FlaskGroup  # noqa: PLC0415 - only the application needs it

    from service.bootstrap import app  # noqa: PLC0415 - the same

    FlaskGroup(create_app=app, help="Deutgi: press releases read aloud.").main()


if __name__ == "__main__":
    main(sys.argv[1:])
