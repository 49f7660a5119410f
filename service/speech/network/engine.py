"""An engine that asks a server piece by piece; a piece that fails makes the whole text fail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from service.errors import EngineAnswerBad, EngineRefused, VoiceUnknown
from service.model.speech import Capabilities, Prosody, Sound, Voice
from service.speech.network.answers import Answer, check_speech
from service.speech.network.breaker import breaker_of
from service.speech.network.budget import Budget
from service.speech.network.patience import Patience
from service.speech.network.pieces import pieces


class Server(Protocol):
    """One kind of server: what it is called, whom it offers, and how it is asked."""

    @property
    def name(self) -> str:
        """The engine's name."""
        ...

    @property
    def host(self) -> str:
        """Host and port, for the breaker."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can do; `max_characters` is the most of one request."""
        ...

    def voices(self) -> Sequence[Voice]:
        """Voices on offer, best first."""
        ...

    def wording(self, text: str, voice: Voice) -> str:
        """A text as it has to be sent so that all of it is heard."""
        ...

    def ask(self, text: str, voice: Voice, prosody: Prosody) -> Answer:
        """The sound of one piece of a text in the server's wording.

        Raises ComeBackLater when another try may help, EngineAnswerBad when the answer is no sound,
        EngineUnavailable when the server refuses us or cannot be trusted.
        """
        ...


@dataclass(frozen=True, slots=True)
class Manners:
    """How often a server is asked, with which waits, and how much a day (None: any)."""

    tries: int = 3
    patience: Patience = field(default_factory=Patience)
    budget: Budget | None = None


class NetworkEngine:
    """Speaks through a server."""

    def __init__(self, server: Server, manners: Manners) -> None:
        self._server = server
        self._manners = manners

    @property
    def name(self) -> str:
        """The engine's name."""
        return self._server.name

    @property
    def capabilities(self) -> Capabilities:
        """What the server can do."""
        return self._server.capabilities

    def voices(self) -> Sequence[Voice]:
        """The server's voices."""
        return self._server.voices()

    def speak(self, text: str, voice: Voice, prosody: Prosody) -> Sound:
        """Say a text whole: all its pieces, joined.

        Raises EngineRefused when there is nothing to say, EngineUnavailable when the server stays
        away, EngineBudgetSpent when nothing is left of today's budget, EngineAnswerBad when one
        answer is not the whole sound, VoiceUnknown for a voice of another engine.
        """
        if voice.id not in {own.id for own in self.voices()}:
            raise VoiceUnknown(f"{self.name}: no voice {voice.id!r}")
        said = self._pieces(text, voice)
        if not said:
            raise EngineRefused(f"{self.name}: nothing to say")
        breaker_of(self._server.host).look()  # who is left alone costs nothing of the budget
        if self._manners.budget:
            self._manners.budget.take(self.name, sum(map(len, said)))
        answers = [self._said(piece, voice, prosody) for piece in said]
        first = answers[0]
        if any((a.media_type, a.rate_hz) != (first.media_type, first.rate_hz) for a in answers):
            raise EngineAnswerBad(f"{self.name}: pieces of different kinds")
        data = b"".join(answer.data for answer in answers)
        return Sound(data, first.media_type, first.rate_hz, voice, text)

    def warm(self) -> None:
        """Nothing to prepare: nobody is asked before there is something to say."""

    def close(self) -> None:
        """Close the books; every request has its own connection."""
        if self._manners.budget:
            self._manners.budget.close()

    def _pieces(self, text: str, voice: Voice) -> list[str]:
        plain = text.encode("utf-8", "replace").decode("utf-8")  # halves of a pair cannot be sent
        worded = self._server.wording(plain, voice)
        cut = pieces(worded, self.capabilities.max_characters)
        return [piece for piece in cut if any(map(str.isalnum, piece))]

    def _said(self, piece: str, voice: Voice, prosody: Prosody) -> Answer:
        def ask() -> Answer:
            return check_speech(self._server.ask(piece, voice, prosody), piece, prosody.rate)

        manners = self._manners
        return manners.patience.asked(ask, manners.tries, breaker_of(self._server.host))
