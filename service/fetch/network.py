"""Which address a connection goes to: one that was looked up once and checked."""

import socket

from service.errors import SourceNotAllowed, SourceUnreachable
from service.fetch.guard import Rules, may_connect


def checked_address(host: str, port: int, rules: Rules) -> str:
    """The first address of a host that the rules admit.

    Raises SourceUnreachable when the host is unknown, SourceNotAllowed when no address is admitted.
    """
    for address in _resolved(host, port):
        if may_connect(address, rules):
            return address
    raise SourceNotAllowed(f"host {host!r} resolves to no public or listed address")


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceUnreachable(f"host {host!r} does not resolve: {error}") from error
    return [str(place[4][0]) for place in found]
