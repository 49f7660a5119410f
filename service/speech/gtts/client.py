"""One request of the protocol: its body from the gtts package, its transport ours."""

import base64
import binascii
import re
import ssl
from dataclasses import dataclass
from urllib.parse import urljoin

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
# Speech faster than this is not the whole text: an announcer needs some 60 ms for a character.
_LEAST_MS_PER_CHARACTER = {"ko": 60, "en": 25}
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

    def ask(self, text: str, language: str) -> bytes:
        """The MP3 of one piece.

        Raises ComeBackLater when another try may help, EngineAnswerBad when the answer is not the
        whole sound, EngineUnavailable when the server cannot be reached safely.
        """
        body = _body(text, language)
        status, headers, answer = self._exchange(body)
        if status == _TOO_MANY or status >= _SERVER_ERRORS:
            raise ComeBackLater(f"gtts: status {status}", _retry_after(headers))
        if status != _OK:
            raise EngineUnavailable(f"gtts: status {status}")
        return _sound(answer, text, language)

    def _exchange(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        backend = TimedBackend(Deadline(self.timeout_s), lambda host, _: host)
        address = urljoin(self.address, _PATH)
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
            raise EngineUnavailable(f"gtts: {error!r}") from error


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


def _retry_after(headers: dict[str, str]) -> float:
    """Seconds of Retry-After (RFC 9110 10.2.3); its form as a date is left unread."""
    text = headers.get("retry-after", "")
    return float(text) if text.isascii() and text.isdigit() else 0.0


def _sound(answer: bytes, text: str, language: str) -> bytes:
    found = _AUDIO.search(answer.decode("utf-8", "replace"))
    if found is None:
        raise EngineAnswerBad("gtts: no sound in the answer")
    try:
        data = base64.b64decode(found.group(1), validate=True)
        sounds_ms = duration_ms(data)
    except (binascii.Error, NotFrames) as error:
        raise EngineAnswerBad(f"gtts: {error}") from error
    least_ms = max(_LEAST_MS, _LEAST_MS_PER_CHARACTER.get(language, 25) * _letters(text))
    if sounds_ms < least_ms:
        raise EngineAnswerBad(f"gtts: {sounds_ms:.0f} ms for {len(text)} characters")
    return data


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)
