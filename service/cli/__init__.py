"""Flask's own command line, with one command per verb."""

import flask.cli
from flask import Flask

from service.cli.doctor import doctor
from service.cli.listen import listen
from service.cli.pregenerate import pregenerate
from service.cli.processes import serve, worker
from service.cli.stages import extract, narrate, say

# `flask --help` lists commands by name; its end shows them by purpose, with an example each.
GROUPS = """
\b
Look at one stage
  flask extract release.pdf            blocks of a release, as text or --json
  flask narrate release.pdf            what is said beside what is shown
  flask say "7월 4일" --lang ko -o a.mp3
\b
Hear and prepare
  flask listen release.pdf -o a.mp3    the whole release as one MP3
  flask pregenerate releases/ https://www.example.go.kr/board?no=1
\b
Run and check
  flask serve                          web server and workers together
  flask worker --only speak            one more worker, on this machine
  flask doctor                         what works and what to do if not
"""

COMMANDS = (extract, narrate, say, listen, pregenerate, serve, worker, doctor)


def register(app: Flask) -> None:
    """Give the application its commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
    flask.cli.cli.epilog = GROUPS
