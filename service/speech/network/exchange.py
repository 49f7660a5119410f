"""One request and its whole answer, within one deadline; certificates are always verified."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache

import certifi
import httpcore

from service.errors import EngineAnswerBad, EngineUnavailable
from service.transport import Deadline, TimedBackend

_OK = 200
_TOO_MANY = 429
_SERVER_ERRORS = 500


class ComeBackLater(Exception):
    """The server asks to wait, or failed in passing; `after_s` is its own wish, or 0."""

    def __init__(self, text: str, after_s: float = 0.0) -> None:
        super().__init__(text)
        self.after_s = after_s


@dataclass(frozen=True, slots=True)
class Exchange:
    """How a server is asked; `name` is the engine's, for errors. What is sent is never logged."""

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
        if status == _TOO_MANY or status >= _SERVER_ERRORS:
            raise ComeBackLater(f"{self.name}: status {status}", _retry_after(told, self.now))
        if status != _OK:
            raise EngineUnavailable(f"{self.name}: status {status}")
        return answer

    def _exchanged(
        self, address: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        backend = TimedBackend(Deadline(self.timeout_s))
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
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
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
