"""One request and its whole answer, within one deadline; certificates are always verified."""

import ipaddress
import json
import logging
import re
import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import urlsplit

import certifi
import httpcore

from service.errors import EngineAnswerBad, EngineUnavailable
from service.transport import Deadline, TimedBackend

_OK = 200
_TOO_MANY = 429
_SERVER_ERRORS = 500
# A short name such as "insufficient_quota" or "VS06"; sentences of servers repeat what was sent.
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_MOST_REASON_BYTES = 10_000
_CODE_NAMES = ("errorCode", "error_code", "code", "type")

# httpcore's own traces show the headers of answers, in which a server may repeat a key.
logging.getLogger("httpcore").setLevel(logging.INFO)


class ComeBackLater(Exception):
    """The server asks to wait, or failed in passing; `after_s` is its own wish, or 0."""

    def __init__(self, text: str, after_s: float = 0.0) -> None:
        super().__init__(text)
        self.after_s = after_s


@dataclass(frozen=True, slots=True)
class Exchange:
    """How a server is asked; `name` is the engine's, for errors. What is sent is never logged.

    An http address is connected to only if it resolves to loopback or a private network.
    """

    name: str
    timeout_s: float
    most_bytes: int
    tls: ssl.SSLContext
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def post(self, address: str, headers: Mapping[str, str], body: bytes) -> bytes:
        """The body of an answer with status 200.

        Raises ComeBackLater when another try may help, EngineUnavailable when the server refuses us
        or cannot be trusted, EngineAnswerBad when the answer does not end.
        """
        status, told, answer = self._exchanged(address, headers, body)
        if status == _OK:
            return answer
        text = f"{self.name}: status {status}{_reason(answer, headers)}"
        if status == _TOO_MANY or status >= _SERVER_ERRORS:
            raise ComeBackLater(text, _retry_after(told, self.now))
        raise EngineUnavailable(text)

    def _exchanged(
        self, address: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        plain = urlsplit(address).scheme == "http"
        backend = TimedBackend(Deadline(self.timeout_s), _own_network if plain else _any)
        sent: list[tuple[bytes | str, bytes | str]] = list(headers.items())
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self.tls, network_backend=backend) as pool,
                pool.stream("POST", address, headers=sent, content=body) as response,
            ):
                named = {
                    k.decode("latin-1").lower(): v.decode("latin-1") for k, v in response.headers
                }
                return response.status, named, self._read(response)
        except httpcore.TimeoutException as error:
            raise ComeBackLater(f"{self.name}: no whole answer in time") from error
        except httpcore.ProtocolError as error:
            # Its text repeats headers, and so the key: neither told nor chained.
            raise ComeBackLater(f"{self.name}: {type(error).__name__}") from None
        except (httpcore.NetworkError, ssl.SSLError) as error:
            if _is_distrust(error):
                raise EngineUnavailable(f"{self.name}: certificate refused: {error}") from error
            raise ComeBackLater(f"{self.name}: {error!r}") from error

    def _read(self, response: httpcore.Response) -> bytes:
        kept = bytearray()
        for part in response.iter_stream():
            kept += part
            if len(kept) > self.most_bytes:
                raise EngineAnswerBad(f"{self.name}: the answer does not end")
        return bytes(kept)


@cache
def verified() -> ssl.SSLContext:
    """Certificates against certifi's list, host names checked."""
    return ssl.create_default_context(cafile=certifi.where())


def _any(_host: str, found: list[str]) -> list[str]:
    return found


def _own_network(host: str, found: list[str]) -> list[str]:
    """The addresses to which text and key may go unencrypted."""
    own = [each for each in found if ipaddress.ip_address(each.partition("%")[0]).is_private]
    if not own:
        raise httpcore.ConnectError(f"{host} is on no private network: use https")
    return own


def _reason(answer: bytes, headers: Mapping[str, str]) -> str:
    """The code that an answer in JSON gives for a refusal, in brackets; empty when it gives none.

    A code that is part of what was sent (or has part of it) is not told.
    """
    try:
        told = json.loads(answer[:_MOST_REASON_BYTES])
    except (ValueError, RecursionError):
        return ""
    inner = told.get("error", told) if isinstance(told, dict) else {}
    given = [inner.get(name) for name in _CODE_NAMES] if isinstance(inner, dict) else []
    codes = [str(code) for code in given if code and _is_code(str(code), headers.values())]
    return f" ({codes[0]})" if codes else ""


def _is_code(text: str, sent: Iterable[str]) -> bool:
    words = [word for value in sent for word in value.split()]
    return bool(_CODE.fullmatch(text)) and not any(text in word or word in text for word in words)


def _is_distrust(error: BaseException | None) -> bool:
    """Whether a failure comes from a certificate; another try would find the same one."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _retry_after(headers: Mapping[str, str], now: Callable[[], datetime]) -> float:
    """Seconds of Retry-After (RFC 9110 10.2.3), a number or a date; 0 for anything else."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now()).total_seconds())
