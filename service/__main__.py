"""`python -m service …` is `flask …`, wherever it is called from.

Reading texts needs no application: `say` and `sentences` start without it unless sound is asked
for, in a third of the time.
"""

import sys

from service.cli.texts import READERS
from service.errors import ListenError
from service.settings import from_process
from service.usecases.revise_lexicon import use_lexicons


def main(arguments: list[str]) -> None:
    """Run a command; ends the process."""
    wants_sound = any(each.startswith(("-o", "--output")) for each in arguments)
    if arguments and arguments[0] in READERS.commands and not wants_sound:
        _read()
    else:
        _serve()


def _read() -> None:
    try:
        use_lexicons(from_process())
    except ListenError as error:
        sys.exit(f"{error.code}: {error}")
    READERS.main(prog_name="flask")


def _serve() -> None:
    from flask.cli import FlaskGroup  # noqa: PLC0415 - only the application needs it

    from service.bootstrap import app  # noqa: PLC0415 - the same

    FlaskGroup(create_app=app, help="Deutgi: press releases read aloud.").main()


if __name__ == "__main__":
    main(sys.argv[1:])
