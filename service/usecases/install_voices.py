"""Neural voices: which there are, installing one, and whether those installed speak."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from service.errors import ListenError
from service.model.speech import Prosody, Voice
from service.settings import Settings
from service.speech import registry
from service.speech.base import Engine
from service.speech.installing import catalogue
from service.speech.installing.install import install
from service.speech.sherpa import record
from service.speech.sherpa.folder import look
from service.speech.sherpa.model import Model
from service.speech.sherpa.voices import voices_of

_TEST_SENTENCES = {
    "ko": "안녕하세요. 이 문장이 들리면 목소리가 잘 설치된 것입니다.",
    "en": "Good morning. If you hear this sentence, the voice is installed well.",
}
_BYTES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice of the catalogue or of the folder; `state` is installed, available or broken.

    `detail` is the licence and publisher, or what is wrong; `ids` are what settings call it.
    """

    name: str
    state: str
    languages: tuple[str, ...]
    size: int
    detail: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoiceFinding:
    """The outcome of checking one installed voice."""

    name: str
    is_well: bool
    detail: str


def rows(settings: Settings) -> Iterator[VoiceRow]:
    """Every voice that is installed, broken or can be installed."""
    models, problems = look(settings.voices_dir)
    for model in models:
        kept = record.read(model.folder)
        size = sum(path.stat().st_size for path in map(Path, model.files.values()))
        detail = kept.licence if kept else "copied here; its licence is not recorded"
        ids = tuple(each.voice.id for each in voices_of(model))
        yield VoiceRow(model.name, "installed", model.languages, size, detail, ids)
    for problem in problems:
        yield VoiceRow(problem.name, "broken", (), 0, problem.problem)
    there = {each.name for each in models} | {each.name for each in problems}
    for entry in catalogue.entries():
        if entry.name not in there:
            detail = f"{entry.about} {entry.licence}. {entry.page}"
            yield VoiceRow(entry.name, "available", entry.languages, entry.size, detail)


def entry_of(name: str) -> catalogue.CatalogueEntry:
    """What is known of a voice before it is installed; VoiceUnknown tells the names."""
    return catalogue.entry(name, catalogue.entries())


def install_voice(
    settings: Settings,
    entry: catalogue.CatalogueEntry,
    tell: Callable[[int, int], None],
    archive: Path | None = None,
) -> record.Record:
    """Download (or take from a file), verify and install; the errors are those of `install`."""
    return install(entry, settings.voices_dir, tell, archive)


def check_voices(settings: Settings) -> Iterator[VoiceFinding]:
    """Every installed voice: all hashes as recorded, and a sentence spoken in each language.

    Where somebody copied bare files, their hashes are recorded now.
    """
    models, problems = look(settings.voices_dir)
    for problem in problems:
        yield VoiceFinding(problem.name, is_well=False, detail=problem.problem)
    engine = registry.build(("sherpa",), settings)
    try:
        for model in models:
            yield _finding(model, engine)
    finally:
        engine.close()


def _finding(model: Model, engine: Engine) -> VoiceFinding:
    try:
        told = [_hashes(model), *_spoken(model, engine)]
    except (ListenError, OSError) as error:
        return VoiceFinding(model.name, is_well=False, detail=str(error))
    return VoiceFinding(model.name, is_well=True, detail=", ".join(told))


def _hashes(model: Model) -> str:
    kept = record.read(model.folder)
    if kept is not None:
        record.check_hashes(model.folder, kept)
        return f"{len(kept.files)} files as installed"
    files = record.files_of(model.folder)
    record.write(
        model.folder,
        record.Record(
            model.name, "", "", "", seen_first=True, speakers=model.speakers, files=files
        ),
    )
    return f"{len(files)} files recorded as they are now"


def _spoken(model: Model, engine: Engine) -> Iterator[str]:
    """The first voice of each language, as somebody who listens would get it."""
    voices: dict[str, Voice] = {}
    for owned in voices_of(model):
        voices.setdefault(owned.voice.language, owned.voice)
    for language, voice in voices.items():
        sentence = _TEST_SENTENCES.get(language, _TEST_SENTENCES["en"])
        sound = engine.speak(sentence, voice, Prosody())
        seconds = len(sound.data) / (_BYTES_PER_SAMPLE * sound.sample_rate_hz)
        yield f"{voice.id}: {seconds:.1f} s of sound"
