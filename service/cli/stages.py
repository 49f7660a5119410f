"""One command per stage: what goes in, what comes out."""

import json
from pathlib import Path

import click
from flask.cli import with_appcontext

from service import codec
from service.cli.inputs import TABLES, reading_of, resource_of, services
from service.cli.outputs import write
from service.cli.progress import pages_bar
from service.cli.refusal import Refusal
from service.cli.warnings import lines_of
from service.errors import ListenError, VoiceUnknown
from service.extract.listing import listing_of
from service.extract.transcript import transcript_of
from service.model.document import Block, ListItem, Table
from service.model.narration import Narration
from service.narration.staff_warnings import staff_warnings_of
from service.usecases.plan_listen import house_voices
from service.usecases.read_text import reading_of as said_of
from service.usecases.say_text import say as sound_of

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the value as JSON.")


@click.command()
@click.argument("target", metavar="FILE-OR-URL")
@_AS_JSON
@click.option("--text", "as_text", is_flag=True, help="Print plain text in the order of reading.")
@click.option("--ignore-tags", is_flag=True, help="Read a tagged PDF as if it had no tags.")
@with_appcontext
def extract(target: str, *, as_json: bool, as_text: bool, ignore_tags: bool) -> None:
    """Print the blocks of a release; what staff should know of it goes to standard error.

    With --text each paragraph is a line, and each row of a table, its cells parted by tabs.

    Example: flask extract release.pdf --json
    """
    extractor = services().extractor
    try:
        reader = extractor.ignoring_tags() if ignore_tags else extractor
        with pages_bar(target) as tell:
            release = reader.extract(resource_of(target), tell)
    except ListenError as error:
        raise Refusal(error) from error
    for line in lines_of(staff_warnings_of(release.body), with_remedy=True):
        click.echo(line, err=True)
    if as_json:
        click.echo(json.dumps(listing_of(release), ensure_ascii=False, indent=1))
        return
    if as_text:
        click.echo(transcript_of(release.body))
        return
    for block in release.body.blocks:
        click.echo(_block_line(block))


@click.command()
@click.argument("target", metavar="FILE-OR-URL")
@TABLES
@_AS_JSON
@with_appcontext
def narrate(target: str, manner: str, *, as_json: bool) -> None:
    """Print what is said, beside what is shown.

    Example: flask narrate release.pdf --tables columns
    """
    try:
        narration = reading_of(target, manner).narration
    except ListenError as error:
        raise Refusal(error) from error
    click.echo(codec.to_json(narration, indent=2) if as_json else _narration_text(narration))


@with_appcontext
def speak(text: str, language: str, output: Path) -> None:
    """Write the sound of a text into a file; raises ListenError."""
    voices = house_voices(services())
    if language not in voices:
        raise VoiceUnknown(f"{language!r} is not one of {', '.join(voices)}")
    said = said_of(text, language)
    write(output, [sound_of(services(), said, voices, language).data])


def _block_line(block: Block) -> str:
    kind = type(block).__name__
    match block:
        case Table():
            rows = ("\t".join(cell.text for cell in row) for row in block.rows)
            return "\n".join((f"[{kind}] {block.caption}", *rows))
        case ListItem():
            return f"[{kind}] {'  ' * block.depth}{block.marker} {block.text}"
        case _:
            return f"[{kind}] {getattr(block, 'text', '') or getattr(block, 'alt', '')}"


def _narration_text(narration: Narration) -> str:
    lines = [f"{u.id}\t{u.role}\t{u.display}\n\t→ {u.spoken}" for u in narration.utterances]
    lines += [f"(not said: {o.reason})\t{o.text}" for o in narration.omissions]
    return "\n".join(lines)
