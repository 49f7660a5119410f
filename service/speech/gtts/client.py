"""One request of the protocol: its body from the gtts package, its transport ours."""

import base64
import binascii
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import certifi
import httpcore
from gtts import gTTS

from service.errors import EngineAnswerBad, EngineUnavailable
from service.speech.gtts.frames import NotFrames, duration_ms
from service.transport import Deadline, TimedBackend

_PATH = "_/TranslateWebserverUi/data/batchexecute"
_AUDIO = re.compile(re.escape(gTTS.GOOGLE_TTS_RPC) + r'","\[\\"([A-Za-z0-9+/=]+)\\"')
_MOST_BYTES = 5_000_000
_OK = 200
_TOO_MANY = 429
_SERVER_ERRORS = 500
# Speech faster than this is not the whole text: hurried readers need some 100 ms for a Hangul
# syllable and 45 for a Latin letter.
_LEAST_MS_PER_SYLLABLE = 60
_LEAST_MS_PER_LETTER = 25
_LEAST_MS = 200


class ComeBackLater(Exception):
    """The server asks to wait, or failed in passing; `after_s` is its own wish, or 0."""

    def __init__(self, text: str, after_s: float = 0.0) -> None:
        super().__init__(text)
        self.after_s = after_s


@dataclass(frozen=True, slots=True)
class Client:
    """Speaks to one server; certificates are verified unless the address itself says http."""

    address: str
    timeout_s: float
    tls: ssl.SSLContext
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def ask(self, text: str, language: str) -> bytes:
        """The MP3 of one piece.

        Raises ComeBackLater when another try may help, EngineAnswerBad when the answer is not the
        whole sound, EngineUnavailable when the server refuses us or cannot be trusted.
        """
        status, headers, answer = self._exchange(_body(text, language))
        if status == _TOO_MANY or status >= _SERVER_ERRORS:
            raise ComeBackLater(f"gtts: status {status}", _retry_after(headers, self.now))
        if status != _OK:
            raise EngineUnavailable(f"gtts: status {status}")
        return _sound(answer, text)

    def _exchange(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        backend = TimedBackend(Deadline(self.timeout_s))
        address = f"{self.address.rstrip('/')}/{_PATH}"
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self.tls, network_backend=backend) as pool,
                pool.stream("POST", address, headers=_headers(), content=body) as response,
            ):
                named = {
                    k.decode("latin-1").lower(): v.decode("latin-1") for k, v in response.headers
                }
                return response.status, named, _read(response)
        except httpcore.TimeoutException as error:
            raise ComeBackLater("gtts: no whole answer in time") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError) as error:
            if _is_distrust(error):
                raise EngineUnavailable(f"gtts: certificate refused: {error}") from error
            raise ComeBackLater(f"gtts: {error!r}") from error


def _is_distrust(error: BaseException | None) -> bool:
    """Whether a failure comes from a certificate; another try would find the same one."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def verified() -> ssl.SSLContext:
    """Certificates against certifi's list, host names checked."""
    return ssl.create_default_context(cafile=certifi.where())


def _body(text: str, language: str) -> bytes:
    """The request as the package writes it; our pieces are short enough to stay one."""
    (body,) = gTTS(text, lang=language, lang_check=False, pre_processor_funcs=[]).get_bodies()
    return str(body).encode("ascii")


def _headers() -> list[tuple[bytes | str, bytes | str]]:
    return [(str(name), str(value)) for name, value in gTTS.GOOGLE_TTS_HEADERS.items()]


def _read(response: httpcore.Response) -> bytes:
    kept = bytearray()
    for part in response.iter_stream():
        kept += part
        if len(kept) > _MOST_BYTES:
            raise EngineAnswerBad("gtts: the answer does not end")
    return bytes(kept)


def _retry_after(headers: dict[str, str], now: Callable[[], datetime]) -> float:
    """Seconds of Retry-After (RFC 9110 10.2.3), a number or a date; 0 for anything else."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now()).total_seconds())


def _sound(answer: bytes, text: str) -> bytes:
    found = _AUDIO.search(answer.decode("utf-8", "replace"))
    if found is None:
        raise EngineAnswerBad("gtts: no sound in the answer")
    try:
        data = base64.b64decode(found.group(1), validate=True)
        sounds_ms = duration_ms(data)
    except (binascii.Error, NotFrames) as error:
        raise EngineAnswerBad(f"gtts: {error}") from error
    if sounds_ms < max(_LEAST_MS, _least_ms(text)):
        raise EngineAnswerBad(f"gtts: {sounds_ms:.0f} ms for {len(text)} characters")
    return data


def _least_ms(text: str) -> int:
    return sum(
        _LEAST_MS_PER_SYLLABLE if "가" <= letter <= "힣" else _LEAST_MS_PER_LETTER
        for letter in text
        if letter.isalnum()
    )
