"""Any server that speaks `POST /v1/audio/speech`: Kokoro-FastAPI, LocalAI, OpenAI and the like."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from service.model.speech import Capabilities, Prosody, Voice
from service.speech.network.answers import Answer, answer_of
from service.speech.network.exchange import Exchange

_PATH = "v1/audio/speech"
_MOST_CHARACTERS = 2_000  # OpenAI itself takes 4,096; long answers keep a listener waiting
_SLOWEST, _FASTEST = 0.25, 4.0
# Servers that are asked for bare samples send them at this rate.
_BARE_RATE_HZ = 24_000
_CAPABILITIES = Capabilities(
    max_characters=_MOST_CHARACTERS,
    rate=True,
    offline=False,
    sound_rules=True,
    expected_ms_per_character=10.0,
)


@dataclass(frozen=True, slots=True)
class OpenAiServer:
    """One such server; `speakers` are its voices by language, `key` is sent as a bearer token.

    The address may end in /v1, as that of OpenAI's own clients does.
    """

    address: str
    model: str
    speakers: Mapping[str, str]
    exchange: Exchange
    key: str = field(default="", repr=False)
    form: str = "wav"
    name: str = "openai"
    capabilities: Capabilities = _CAPABILITIES

    @property
    def host(self) -> str:
        """Host and port."""
        return urlsplit(self.address).netloc

    def voices(self) -> Sequence[Voice]:
        """One voice for each language that has a speaker; another model is another version."""
        return tuple(
            Voice(f"openai:{language}", "openai", f"{self.model}/{speaker} 1", language, speaker)
            for language, speaker in self.speakers.items()
        )

    def wording(self, text: str, voice: Voice) -> str:
        """The text itself."""
        return text

    def ask(self, text: str, voice: Voice, prosody: Prosody) -> Answer:
        """The sound of one piece; errors as `Server` has them."""
        request = {
            "model": self.model,
            "input": text,
            "voice": self.speakers[voice.language],
            "response_format": self.form,
            "speed": max(_SLOWEST, min(_FASTEST, prosody.rate)),
        }
        headers = {"Content-Type": "application/json", "Accept": "audio/*"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = f"{self.address.rstrip('/').removesuffix('/v1')}/{_PATH}"
        body = json.dumps(request, ensure_ascii=False).encode()
        data = self.exchange.post(address, headers, body)
        return answer_of(data, _BARE_RATE_HZ if self.form == "pcm" else 0)
