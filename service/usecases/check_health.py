"""Whether everything that the service needs works, before a visitor finds out."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.errors import ListenError, StoreUnavailable, VoiceModelBroken, by_code
from service.extract.base import Hold
from service.model.speech import Prosody
from service.speech.sherpa.folder import look
from service.usecases.plan_listen import house_voices
from service.usecases.services import Services

_HOLDS = {
    Hold.CALLS: "filter of system calls (no network, no writing)",
    Hold.FILES: "Landlock (reads programs only)",
    Hold.NETWORK: "empty network of its own",
    Hold.USER: "not root",
    Hold.PROCESSES: "few processes",
    Hold.STARTS: "no new process",
}
_UNHELD = "Run on Linux 3.17 or later, on x86-64 or ARM64, where seccomp is allowed."
_VOICES_ADVICE = (
    "Look at LISTEN_ENGINES and LISTEN_LANGUAGES, the settings of the engine that is named,"
    " and the log."
)
_GREETINGS = {"ko": "안녕하세요.", "en": "Good morning."}


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check; `advice` says what to do when it is not well."""

    name: str
    is_well: bool
    detail: str
    advice: str = ""


def findings(services: Services) -> Iterator[Finding]:
    """Run every check; none stops the others."""
    checks: tuple[tuple[str, Callable[[Services], str], str], ...] = (
        ("store", _store, "Let this user write to LISTEN_CACHE_DIR, and give it room."),
        (
            "queue",
            _queue,
            "Let this user write to LISTEN_CACHE_DIR; delete work.db if it is damaged.",
        ),
        ("voices", _voices, _VOICES_ADVICE),
        ("neural voices", _neural_voices, "Run `flask voices check`, and install what is broken."),
        ("door", _door, "Set LISTEN_ALLOWED_HOSTS to the hosts of your releases."),
    )
    for name, check, advice in checks:
        try:
            yield Finding(name, is_well=True, detail=check(services))
        except ListenError as error:
            yield Finding(name, is_well=False, detail=f"{error.code}: {error}", advice=advice)
    yield _confinement(services)


def _confinement(services: Services) -> Finding:
    """What holds the processes that read strangers' documents; the filter of calls is needed."""
    try:
        holds = services.extractor.holds()
    except ListenError as error:
        return Finding("confinement", is_well=False, detail=f"{error.code}: {error}")
    told = ", ".join(_HOLDS[hold] for hold in Hold if hold in holds) or "nothing but limits"
    missing = "; not held by: " + ", ".join(_HOLDS[hold] for hold in Hold if hold not in holds)
    detail = told + (missing if len(holds) < len(Hold) else "")
    return Finding("confinement", is_well=Hold.CALLS in holds, detail=detail, advice=_UNHELD)


def _store(services: Services) -> str:
    if trouble := services.store.trouble():
        raise StoreUnavailable(f"new things are kept in memory only: {trouble}")
    return f"writable: {services.settings.cache_dir}"


def _queue(services: Services) -> str:
    return ", ".join(f"{state} {count}" for state, count in services.queue.counts().items())


def _voices(services: Services) -> str:
    told = []
    for language, voice in house_voices(services).items():
        begun = time.perf_counter()
        sound = services.engine.speak(_GREETINGS.get(language, "1"), voice, Prosody())
        took_ms = round((time.perf_counter() - begun) * 1000)
        if reason := sound.stand_in_for:
            raise by_code(reason)(f"{voice.id} does not answer; {sound.voice.id} stands in for it")
        told.append(f"{language} {sound.voice.id} in {took_ms} ms")
    return ", ".join(told)


def _neural_voices(services: Services) -> str:
    models, problems = look(services.settings.voices_dir)
    if problems:
        raise VoiceModelBroken("; ".join(each.problem for each in problems))
    names = ", ".join(model.name for model in models) or "none is installed"
    return f"{names}: {services.settings.voices_dir}"


def _door(services: Services) -> str:
    hosts = services.settings.allowed_hosts
    return f"allowed hosts: {', '.join(hosts)}" if hosts else "no host is allowed (closed)"
