"""Engines by the names that settings use."""

from collections.abc import Callable, Mapping, Sequence

from service.errors import SettingsInvalid
from service.settings import Settings
from service.speech.base import Engine
from service.speech.chain import ChainEngine
from service.speech.espeak.engine import EspeakEngine
from service.speech.respelling import with_sound_rules
from service.speech.sherpa.engine import Setup, SherpaEngine
from service.speech.sherpa.folder import look
from service.speech.silent import SilentEngine


def _gtts(settings: Settings) -> Engine:
    from service.speech.gtts.engine import GttsEngine  # noqa: PLC0415 - loaded only where it speaks

    return GttsEngine(settings.gtts_address, settings.gtts_timeout_s, settings.gtts_tries)


def _sherpa(settings: Settings) -> Engine:
    first = settings.voices_first
    return SherpaEngine(
        Setup(settings.voices_dir, settings.sherpa_threads, settings.sherpa_timeout_s, first)
    )


FACTORIES: Mapping[str, Callable[[Settings], Engine]] = {
    "espeak": lambda settings: EspeakEngine(settings.espeak_timeout_s),
    "gtts": _gtts,
    "sherpa": _sherpa,
    "silent": lambda _: SilentEngine(),
}


def build(names: Sequence[str], settings: Settings) -> Engine:
    """The engine of that name, or a chain of several; SettingsInvalid lists the known names.

    No name at all is espeak, and sherpa before it where a voice is installed.
    """
    names = tuple(dict.fromkeys(names or _usual(settings)))
    if any(name not in FACTORIES for name in names):
        known = ", ".join(sorted(FACTORIES))
        raise SettingsInvalid(f"LISTEN_ENGINES={','.join(names)!r}: expected some of {known}")
    engines = [with_sound_rules(FACTORIES[name](settings)) for name in names]
    return engines[0] if len(engines) == 1 else ChainEngine(engines)


def _usual(settings: Settings) -> tuple[str, ...]:
    models, _ = look(settings.voices_dir)
    return ("sherpa", "espeak") if models else ("espeak",)
