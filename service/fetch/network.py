"""Which of a host's addresses a connection may go to, of those that one look-up found."""

from service.errors import SourceNotAllowed
from service.fetch.guard import Rules, may_connect


def admitted(host: str, found: list[str], rules: Rules) -> list[str]:
    """The addresses that the rules admit; SourceNotAllowed when there are none."""
    kept = [address for address in found if may_connect(address, rules)]
    if not kept:
        raise SourceNotAllowed(f"host {host!r} resolves to no public or listed address")
    return kept
