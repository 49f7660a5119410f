"""The whole release as one file, made here and now."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
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
        size, failed = _listen(target, output, manner)
    except ListenError as error:
        raise Refusal(error) from error
    seconds = size // FRAME_BYTES * FRAME_MS / 1000
    outcome = {"output": str(output), "seconds": seconds, "failed": failed}
    click.echo(json.dumps(outcome, ensure_ascii=False) if as_json else f"{output}: {seconds:.1f} s")
    if failed:
        raise click.ClickException(f"{len(failed)} sentences could not be spoken: {failed}")


def _listen(target: str, output: Path, manner: str) -> tuple[int, list[str]]:
    """Make the file; gives the bytes of its frames and the codes of the segments that failed."""
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
    missing = (s.key for s, key in zip(segments, heard.keys, strict=True) if not key)
    failed = [failure.code for key in missing if (failure := failure_of(parts.store, key))]
    return join.size - len(join.head), failed


def _progress(
    made: Iterator[Segment], count: int, title: str
) -> AbstractContextManager[Iterable[Segment]]:
    """A bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        return nullcontext(made)
    return click.progressbar(made, length=count, label=title[:40], file=sys.stderr)
