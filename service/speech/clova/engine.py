"""CLOVA Voice Premium of NAVER Cloud (tts-premium/v1/tts), the government cloud included."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from service.model.speech import Capabilities, Prosody, Voice
from service.speech.network.answers import Answer, answer_of
from service.speech.network.exchange import Exchange

_PATH = "tts-premium/v1/tts"
_VERSION = "premium-1"
_MOST_CHARACTERS = 2_000
# A step of speed is a tenth of the time that a text takes: -5 half of it, 10 twice of it. Pitch
# rises to 1.2 times at -5 and falls to 0.8 at 5. (Documentation of the service, April 2026.)
_STEPS_PER_TIME = 10
_FASTEST, _SLOWEST = -5, 10
_MOST_STEPS = 5
_PITCH_AT_MOST = 0.2
_LEAST_RATE = 0.1
_CAPABILITIES = Capabilities(
    max_characters=_MOST_CHARACTERS,
    rate=True,
    pitch=True,
    offline=False,
    sound_rules=True,
    expected_ms_per_character=10.0,
)
# The service does not say what stands in brackets, nor symbols; what reading left of them is
# handed over in words. Brackets become commas: a short break, as an announcer makes one.
_BRACKETS = re.compile(r"\s?[(\[{<〈《「『【〔〖«‹]\s?|\s?[)\]}>〉》」』】〕〗»›]\s?")
_SYMBOLS: Mapping[str, Mapping[str, str]] = {
    "ko": {"%": "퍼센트", "&": "앤드", "+": "더하기", "=": "는", "@": "골뱅이", "#": "샵",
           "~": "에서", "°": "도", "/": "슬래시", "*": "별표", "$": "달러", "×": "곱하기",
           "÷": "나누기", "±": "플러스마이너스", "€": "유로", "₩": "원", "£": "파운드", "¥": "엔",
           "‰": "퍼밀"},
    "en": {"%": "percent", "&": "and", "+": "plus", "=": "equals", "@": "at", "#": "hash",
           "~": "to", "°": "degrees", "/": "slash", "*": "star", "$": "dollars", "×": "times",
           "÷": "divided by", "±": "plus or minus", "€": "euros", "₩": "won", "£": "pounds",
           "¥": "yen", "‰": "per mille"},
}  # fmt: skip
# Other shapes of the same signs.
_SHAPES = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF61)}
    | {"∼": "~", "〜": "~", "℃": "°", "￦": "₩", "￡": "£", "￥": "¥"}
)


@dataclass(frozen=True, slots=True)
class ClovaServer:
    """The service with one customer's keys; `speakers` are its voices by language."""

    address: str
    speakers: Mapping[str, str]
    exchange: Exchange
    key_id: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    name: str = "clova"
    capabilities: Capabilities = _CAPABILITIES

    @property
    def host(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    def voices(self) -> Sequence[Voice]:
        """One voice for each language that has a speaker."""
        return tuple(
            Voice(f"clova:{language}", "clova", f"{speaker} {_VERSION}", language, speaker)
            for language, speaker in self.speakers.items()
        )

    def wording(self, text: str, voice: Voice) -> str:
        """The text without what the service leaves out."""
        return spoken_out(text, voice.language)

    def ask(self, text: str, voice: Voice, prosody: Prosody) -> Answer:
        """The MP3 of one piece; errors as `Server` has them."""
        request = {
            "speaker": self.speakers[voice.language],
            "text": text,
            "speed": _faster(prosody.rate),
            "pitch": _higher(prosody.pitch),
            "format": "mp3",
        }
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-NCP-APIGW-API-KEY-ID": self.key_id,
            "X-NCP-APIGW-API-KEY": self.key,
        }
        address = f"{self.address.rstrip('/')}/{_PATH}"
        return answer_of(self.exchange.post(address, headers, urlencode(request).encode()))


def spoken_out(text: str, language: str) -> str:
    """A text without the brackets and symbols that the service would leave out (pure)."""
    opened = _BRACKETS.sub(", ", text.translate(_SHAPES))
    table = _SYMBOLS.get(language, _SYMBOLS["en"])
    said = "".join(f" {table[letter]} " if letter in table else letter for letter in opened)
    once = re.sub(r"(?:,\s*)+(?=[.!?,])", "", re.sub(r"\s+", " ", said))
    return re.sub(r" (?=[.,])", "", once).strip(" ,")


def _faster(rate: float) -> int:
    steps = round(_STEPS_PER_TIME * (1 / max(_LEAST_RATE, rate) - 1))
    return max(_FASTEST, min(_SLOWEST, steps))


def _higher(pitch: float) -> int:
    return max(-_MOST_STEPS, min(_MOST_STEPS, round((1 - pitch) / _PITCH_AT_MOST * _MOST_STEPS)))
