"""Engines by the names that settings use."""

from collections.abc import Callable, Mapping, Sequence

from service.errors import SettingsInvalid
from service.settings import Settings
from service.speech import outside
from service.speech.base import Engine
from service.speech.chain import ChainEngine
from service.speech.espeak.engine import EspeakEngine
from service.speech.limited import LimitedEngine
from service.speech.respelling import with_sound_rules
from service.speech.sherpa.engine import Setup, SherpaEngine
from service.speech.sherpa.folder import look
from service.speech.silent import SilentEngine


def _sherpa(settings: Settings) -> Engine:
    first = settings.voices_first
    return SherpaEngine(
        Setup(settings.voices_dir, settings.sherpa_threads, settings.sherpa_timeout_s, first)
    )


FACTORIES: Mapping[str, Callable[[Settings], Engine]] = {
    "clova": outside.clova,
    "espeak": lambda settings: EspeakEngine(
        settings.espeak_timeout_s, processes=settings.espeak_processes
    ),
    "gtts": outside.gtts,
    "openai": outside.openai,
    "sherpa": _sherpa,
    "silent": lambda _: SilentEngine(),
}


def build(names: Sequence[str], settings: Settings) -> Engine:
    """The engine of that name, or a chain of several; SettingsInvalid lists the known names.

    A name may say for which language the engine is used: "ko:clova". No name at all is espeak, and
    sherpa before it where a voice is installed.
    """
    names = tuple(dict.fromkeys(names or _usual(settings)))
    if any(_parted(name)[1] not in FACTORIES for name in names):
        known = ", ".join(sorted(FACTORIES))
        raise SettingsInvalid(f"LISTEN_ENGINES={','.join(names)!r}: expected some of {known}")
    engines = [_built(name, settings) for name in names]
    return engines[0] if len(engines) == 1 else ChainEngine(engines)


def _usual(settings: Settings) -> tuple[str, ...]:
    models, _ = look(settings.voices_dir)
    return ("sherpa", "espeak") if models else ("espeak",)


def _built(name: str, settings: Settings) -> Engine:
    language, engine_name = _parted(name)
    engine = with_sound_rules(FACTORIES[engine_name](settings))
    return LimitedEngine(engine, language) if language else engine


def _parted(name: str) -> tuple[str, str]:
    """The language (empty: any) and the engine of an entry."""
    language, _, engine = name.rpartition(":")
    return language, engine
