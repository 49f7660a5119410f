"""Which addresses may be read: by scheme, by host, and by the network behind the host."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from service.errors import SourceAddressInvalid, SourceNotAllowed
from service.model.source import SourceUrl

_DEFAULT_PORTS = {"https": 443, "http": 80}
_MAX_ADDRESS_LENGTH = 2_048
# RFC 3986: reserved characters and percent signs stay as they came; Korean letters are encoded.
_KEPT = "%/?:@!$&'()*+,;=~[]"

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# RFC 6052: the last 32 bits of such an address are an IPv4 address that a gateway will reach.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is admitted.

    `hosts` are exact names, names with a port ("docs.example:8443") or "*.example.go.kr" for every
    host below; empty admits nothing. `networks` are private networks that hosts may resolve to.
    """

    hosts: tuple[str, ...] = ()
    networks: tuple[Network, ...] = ()
    allow_http: bool = False


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Parse networks such as "10.1.0.0/16"; ValueError when one is not of that form."""
    return tuple(ipaddress.ip_network(text) for text in texts)


def admit(address: str, rules: Rules) -> SourceUrl:
    """Check an address without contacting anything.

    Raises SourceAddressInvalid when it is not an address, SourceNotAllowed when it is not listed.
    """
    parts = _parsed(address.strip())
    host = _ascii_host(parts)
    port = _port(parts)
    if parts.scheme == "http" and not rules.allow_http:
        raise SourceNotAllowed(f"scheme 'http' of {host!r}: LISTEN_ALLOW_HTTP is off")
    if not _is_listed(host, port, parts.scheme, rules.hosts):
        raise SourceNotAllowed(f"host {host!r} port {port} is not in LISTEN_ALLOWED_HOSTS")
    return SourceUrl(_rebuilt(parts, host, port), parts.scheme, host, port)


def may_connect(address: str, rules: Rules) -> bool:
    """Whether a resolved address may be connected to.

    Only addresses that are global by the IANA registries, or listed; an IPv4 address inside an
    IPv6 one (mapped, 6to4, Teredo, NAT64) is judged by itself.
    """
    real = _innermost(ipaddress.ip_address(address))
    if any(real in network for network in rules.networks if network.version == real.version):
        return True
    return real.is_global and not real.is_multicast


def _parsed(address: str) -> SplitResult:
    if len(address) > _MAX_ADDRESS_LENGTH or any(c <= " " or c in "\\\x7f" for c in address):
        raise SourceAddressInvalid("too long, or has spaces, control characters or backslashes")
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and parts.username is None and parts.password is None
    except ValueError as error:
        raise SourceAddressInvalid(str(error)) from error
    if parts.scheme not in _DEFAULT_PORTS or not named:
        raise SourceAddressInvalid("not an http or https address with a plain host")
    return parts


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise SourceAddressInvalid(f"host {host!r} is no domain name") from error


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or _DEFAULT_PORTS[parts.scheme]
    except ValueError as error:
        raise SourceAddressInvalid(str(error)) from error


def _is_listed(host: str, port: int, scheme: str, listed: Sequence[str]) -> bool:
    if f"{host}:{port}" in listed:
        return True
    if port != _DEFAULT_PORTS[scheme]:
        return False
    return any(
        host == entry or (entry.startswith("*.") and host.endswith(entry[1:])) for entry in listed
    )


def _rebuilt(parts: SplitResult, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    place = shown if port == _DEFAULT_PORTS[parts.scheme] else f"{shown}:{port}"
    path, query = (quote(part, safe=_KEPT) for part in (parts.path or "/", parts.query))
    return parts._replace(netloc=place, path=path, query=query, fragment="").geturl()


def _innermost(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
