"""The processes of a running service: web server and workers."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import click
from flask.cli import with_appcontext

from service.cli.crew import working
from service.cli.inputs import services
from service.errors import SettingsInvalid
from service.settings import Settings

_APP = "service.bootstrap:app"
_RESTART_AFTER_S = 1.0
_STOP_WITHIN_S = 10.0


@click.command()
@click.option("--only", type=click.Choice(("read", "speak")), help="Do only this kind of work.")
@with_appcontext
def worker(only: str | None) -> None:
    """Read documents and make audio until stopped.

    Example: flask worker --only speak
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with working(services(), (only,) if only else ("read", "speak")):
        stop.wait()
    services().close()


@click.command()
@with_appcontext
def serve() -> None:
    """Serve the web pages and run the workers beside them.

    Example: LISTEN_PORT=8080 flask serve
    """
    settings = services().settings
    servers: dict[str, Callable[[Settings], None]] = {"granian": _granian, "waitress": _waitress}
    if settings.web_server not in servers:
        raise SettingsInvalid(f"LISTEN_WEB_SERVER={settings.web_server!r}: granian or waitress")
    services().close()  # each process below opens its own
    over = threading.Event()
    crew = [
        threading.Thread(target=_keep_running, args=(kind, over))
        for kind in ("read", *["speak"] * settings.workers)
    ]
    for thread in crew:
        thread.start()
    try:
        click.echo(f"http://{settings.host}:{settings.port}/", err=True)
        servers[settings.web_server](settings)
    finally:
        over.set()
        for thread in crew:
            thread.join()


def _keep_running(kind: str, over: threading.Event) -> None:
    """Run a worker process, and another one whenever it ends by itself."""
    command = [sys.executable, "-m", "service", "worker", "--only", kind]
    while not over.is_set():
        process = subprocess.Popen(command)  # noqa: S603 - our own module, no input in it
        while process.poll() is None and not over.wait(_RESTART_AFTER_S):
            pass
        process.terminate()
        try:
            process.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _granian(settings: Settings) -> None:
    from granian.constants import Interfaces  # noqa: PLC0415 - only the chosen server is loaded
    from granian.server import Server  # noqa: PLC0415 - same

    Server(
        _APP,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.web_processes,
        blocking_threads=settings.web_threads,
        factory=True,
    ).serve()


def _waitress(settings: Settings) -> None:
    place = ("--host", settings.host, "--port", str(settings.port))
    threads = ("--threads", str(settings.web_threads))
    command = (sys.executable, "-m", "waitress", *place, *threads, "--call", _APP)
    with subprocess.Popen(command) as process:  # noqa: S603 - settings were checked
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: process.terminate())
        process.wait()
