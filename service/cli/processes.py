"""The processes of a running service: web server and workers."""

import sys
import threading
import time

import click
from flask.cli import with_appcontext

from service import lifeline
from service.cli.crew import working
from service.cli.inputs import services
from service.cli.refusal import Refusal
from service.errors import VoiceUnknown
from service.usecases.plan_listen import house_voices

_LOOK_EVERY_S = 0.1
_RESTART_AFTER_S = 1.0


@click.command()
@click.option("--only", type=click.Choice(("read", "speak")), help="Do only this kind of work.")
@click.option("--tied", is_flag=True, hidden=True, help="End when standard input does.")
@with_appcontext
def worker(only: str | None, *, tied: bool) -> None:
    """Read documents and make audio until stopped.

    Example: flask worker --only speak
    """
    stopped = lifeline.StopMark()
    if tied:
        lifeline.end_with_parent()
    with working(services(), (only,) if only else ("read", "speak")):
        while not stopped.is_set:
            time.sleep(_LOOK_EVERY_S)
    services().close()


@click.command()
@with_appcontext
def serve() -> None:
    """Serve the web pages and run the workers beside them, until stopped.

    Ends with the web server's exit code when the web server ends by itself.

    Example: LISTEN_PORT=8080 flask serve
    """
    settings = services().settings
    try:
        house_voices(services())  # without one for each language no document could be read
    except VoiceUnknown as error:
        raise Refusal(error) from error
    services().close()  # each process below opens its own
    stopped = lifeline.StopMark()
    over = threading.Event()
    crew = [
        threading.Thread(target=_keep_running, args=(kind, over))
        for kind in ("read", *["speak"] * settings.workers)
    ]
    for thread in crew:
        thread.start()
    click.echo(f"http://{settings.host}:{settings.port}/", err=True)
    try:
        code = _run_web(stopped)
    finally:
        over.set()
        for thread in crew:
            thread.join()
    sys.exit(code)


def _run_web(stopped: lifeline.StopMark) -> int:
    """The web server, until it ends or this process is told to; gives the exit code."""
    web = lifeline.start((sys.executable, "-m", "service.web_server"))
    while web.poll() is None and not stopped.is_set:
        time.sleep(_LOOK_EVERY_S)
    code = lifeline.stop(web)
    return 0 if stopped.is_set else code


def _keep_running(kind: str, over: threading.Event) -> None:
    """Run a worker process, and another one when it ends by itself: at once, but once a second."""
    command = (sys.executable, "-m", "service", "worker", "--tied", "--only", kind)
    while not over.is_set():
        process, begun = lifeline.start(command), time.monotonic()
        while process.poll() is None and not over.wait(_LOOK_EVERY_S):
            pass
        lifeline.stop(process)
        over.wait(max(0.0, begun + _RESTART_AFTER_S - time.monotonic()))
