"""Flask's own command line, with one command per verb.

The commands are imported when an application registers them: those that read texts run without.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from flask import Flask

# `flask --help` lists commands by name; its end shows them by purpose, with an example each.
GROUPS = """
\b
Look at one stage
  flask extract release.pdf            blocks of a release, as text or --json
  flask narrate release.pdf            what is said beside what is shown
  flask say "7월 4일" --lang ko -o a.mp3
  flask sentences "첫째다. 둘째다."
  flask lexicon candidates release.pdf  words that nobody knew
\b
Hear and prepare
  flask listen release.pdf -o a.mp3    the whole release as one MP3
  flask pregenerate releases/ https://www.example.go.kr/board?no=1
  flask cache export monday.zip        audio for a network without this one
\b
Run and check
  flask serve                          web server and workers together
  flask worker --only speak            one more worker, on this machine
  flask cache stats                    what is kept, and whether it finds room
  flask doctor                         what works and what to do if not
  flask voices install supertonic-3    a neural voice for Korean and English
"""


def commands() -> "tuple[click.Command, ...]":
    """All commands, in the order of their purposes."""
    from service.cli.cache import cache  # noqa: PLC0415 - see above, as all of these
    from service.cli.doctor import doctor  # noqa: PLC0415
    from service.cli.lexicon import lexicon  # noqa: PLC0415
    from service.cli.listen import listen  # noqa: PLC0415
    from service.cli.pregenerate import pregenerate  # noqa: PLC0415
    from service.cli.processes import serve, worker  # noqa: PLC0415
    from service.cli.stages import extract, narrate  # noqa: PLC0415
    from service.cli.texts import say, sentences  # noqa: PLC0415
    from service.cli.voices import voices  # noqa: PLC0415

    reading = (extract, narrate, say, sentences, lexicon)
    return (*reading, listen, pregenerate, cache, serve, worker, doctor, voices)


def register(app: "Flask") -> None:
    """Give the application its commands."""
    import flask.cli  # noqa: PLC0415 - see above

    for command in commands():
        app.cli.add_command(command)
    flask.cli.cli.epilog = GROUPS
