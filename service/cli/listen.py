"""The whole release as one file, made here and now."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from flask.cli import with_appcontext

from service.audio.frames import FRAME_BYTES, FRAME_MS
from service.cli.inputs import TABLES, reading_of, services
from service.cli.outputs import AudioFile, write
from service.cli.refusal import Refusal
from service.errors import ListenError
from service.model.speech import Segment
from service.usecases.clips import failure_of
from service.usecases.download_audio import download
from service.usecases.join_audio import joined, read_joined
from service.usecases.make_audio import speak_in_order
from service.usecases.timelines import heard_of

_TAGGED = ".mp3"


@click.command()
@click.argument("target", metavar="FILE-OR-URL")
@click.option(
    "-o",
    "--output",
    required=True,
    type=AudioFile(),
    help="MP3 or WAV file; M4A, OGG and FLAC where ffmpeg is installed.",
)
@TABLES
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@with_appcontext
def listen(target: str, output: Path, manner: str, *, as_json: bool) -> None:
    """Speak a release into one file; exit code 1 when a sentence is missing.

    An MP3 file tells title, agency, date and licence, and has a chapter for each heading.

    Example: flask listen release.pdf -o release.mp3
    """
    try:
        made = _listen(target, output, manner)
    except ListenError as error:
        raise Refusal(error) from error
    click.echo(json.dumps(asdict(made), ensure_ascii=False) if as_json else _told(made))
    if made.failed:
        codes = ", ".join(f"{count} {code}" for code, count in Counter(made.failed).items())
        raise click.ClickException(
            f"{len(made.failed)} sentences could not be spoken ({codes}); `flask doctor` tells why"
        )


@dataclass(frozen=True, slots=True)
class _Made:
    """The file and its length; codes of the segments that failed; how many a stand-in spoke."""

    output: str
    seconds: float
    failed: list[str]
    stand_ins: int


def _told(made: _Made) -> str:
    line = f"{made.output}: {made.seconds:.1f} s"
    if not made.stand_ins:
        return line
    return f"{line}\n{made.stand_ins} sentences were spoken by a stand-in voice"


def _listen(target: str, output: Path, manner: str) -> _Made:
    parts = services()
    reading = reading_of(target, manner)
    count = parts.plans.count(reading.manifest)
    segments = parts.plans.segments(reading.manifest, 0, count)
    made = speak_in_order(parts, reading.manifest, segments)
    with _progress(made, count, reading.release.title) as bar:
        for _ in bar:
            pass
    heard = heard_of(parts, reading.manifest)
    tagged = output.suffix.lower() == _TAGGED
    join = download(parts, reading.manifest).join if tagged else joined(heard)
    write(output, read_joined(parts, join, 0, join.size))
    return _outcome(output, join.size - len(join.head), segments, heard.keys)


def _outcome(output: Path, size: int, segments: Sequence[Segment], heard: Sequence[str]) -> _Made:
    store = services().store
    pairs = [(segment.key, key) for segment, key in zip(segments, heard, strict=True)]
    failures = [failure_of(store, planned) for planned, key in pairs if not key]
    return _Made(
        output=str(output),
        seconds=size // FRAME_BYTES * FRAME_MS / 1000,
        failed=[failure.code for failure in failures if failure],
        stand_ins=sum(key not in ("", planned) for planned, key in pairs),
    )


def _progress(
    made: Iterator[Segment], count: int, title: str
) -> AbstractContextManager[Iterable[Segment]]:
    """A bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        return nullcontext(made)
    return click.progressbar(made, length=count, label=title[:40], file=sys.stderr)
