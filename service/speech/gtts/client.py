"""One request of the protocol: its body from the gtts package, its transport ours."""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from gtts import gTTS

from service.errors import EngineAnswerBad
from service.model.speech import Capabilities, Prosody, Voice
from service.speech.network.answers import Answer, answer_of
from service.speech.network.exchange import Exchange
from service.speech.network.pieces import GTTS_MOST_CHARACTERS

_PATH = "_/TranslateWebserverUi/data/batchexecute"
_AUDIO = re.compile(re.escape(gTTS.GOOGLE_TTS_RPC) + r'","\[\\"([A-Za-z0-9+/=]+)\\"')
_VERSION = "2.5-1"

# Their loudness could not be measured without the real endpoint: every clip is levelled by itself.
_LANGUAGES = {"gtts:ko": "ko", "gtts:en": "en"}
_VOICES = (
    Voice("gtts:ko", "gtts", _VERSION, "ko", "Google 번역 한국어"),
    Voice("gtts:en", "gtts", _VERSION, "en", "Google Translate English"),
)

_CAPABILITIES = Capabilities(
    max_characters=GTTS_MOST_CHARACTERS,
    offline=False,
    sound_rules=True,
    expected_ms_per_character=10.0,
)


@dataclass(frozen=True, slots=True)
class GttsServer:
    """The server of Google Translate, or one that speaks like it."""

    address: str
    exchange: Exchange
    name: str = "gtts"
    capabilities: Capabilities = _CAPABILITIES

    @property
    def host(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    def voices(self) -> Sequence[Voice]:
        """One voice for each language."""
        return _VOICES

    def wording(self, text: str, voice: Voice) -> str:
        """The text itself."""
        return text

    def ask(self, text: str, voice: Voice, prosody: Prosody) -> Answer:
        """The MP3 of one piece; errors as `Server` has them."""
        headers = {str(k): str(v) for k, v in gTTS.GOOGLE_TTS_HEADERS.items()}
        body = _body(text, _LANGUAGES[voice.id])
        return _sound(self.exchange.post(f"{self.address.rstrip('/')}/{_PATH}", headers, body))


def _body(text: str, language: str) -> bytes:
    """The request as the package writes it; our pieces are short enough to stay one."""
    (body,) = gTTS(text, lang=language, lang_check=False, pre_processor_funcs=[]).get_bodies()
    return str(body).encode("ascii")


def _sound(answer: bytes) -> Answer:
    found = _AUDIO.search(answer.decode("utf-8", "replace"))
    if found is None:
        raise EngineAnswerBad("gtts: no sound in the answer")
    try:
        data = base64.b64decode(found.group(1), validate=True)
    except binascii.Error as error:
        raise EngineAnswerBad(f"gtts: {error}") from error
    return answer_of(data)
