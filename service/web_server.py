"""The web server, a process of its own that `flask serve` starts: `python -m service.web_server`.

It loads no part of the application before its own workers do, so that it starts at once.
"""

from collections.abc import Callable, Mapping

from service.lifeline import end_with_parent
from service.settings import Settings, from_process

_APP = "service.bootstrap:app"


def granian(settings: Settings) -> None:
    """Serve until told to stop, with processes of its own."""
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
        respawn_failed_workers=True,  # one that dies takes no other with it
    ).serve()


def waitress(settings: Settings) -> None:
    """Serve until told to stop, with threads alone and in pure Python."""
    from waitress import serve  # noqa: PLC0415 - only the chosen server is loaded

    from service.bootstrap import app  # noqa: PLC0415 - granian's first process needs none of it

    serve(app(), host=settings.host, port=settings.port, threads=settings.web_threads)


SERVERS: Mapping[str, Callable[[Settings], None]] = {"granian": granian, "waitress": waitress}
"""By the value of LISTEN_WEB_SERVER."""

if __name__ == "__main__":
    end_with_parent()
    found = from_process()
    SERVERS[found.web_server](found)
