"""`flask voices …`: neural voices in the operator's folder."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask.cli import with_appcontext

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

from service.cli.columns import columns
from service.cli.inputs import services
from service.cli.refusal import Refusal
from service.errors import ListenError
from service.usecases.install_voices import VoiceRow, check_voices, entry_of, install_voice, rows

_MB = 1_000_000


@click.group()
def voices() -> None:
    """Install and check neural voices; they speak instead of espeak once they are there.

    Example: flask voices install supertonic-3
    """


@voices.command("list")
@click.option("--ids", is_flag=True, help="Name every speaker, as LISTEN_VOICES_FIRST does.")
@with_appcontext
def list_(*, ids: bool) -> None:
    """Show the voices that are installed, and those that can be."""
    found = list(rows(services().settings))
    if ids:
        for row in found:
            for name in row.ids:
                click.echo(name)
        return
    for line in columns([_cells(row) for row in found]):
        click.echo(line)
    click.echo(f"folder: {services().settings.voices_dir}")


def _cells(row: VoiceRow) -> tuple[str, ...]:
    size = f"{row.size / _MB:.0f} MB" if row.size else ""
    return row.name, row.state, ",".join(row.languages), size, row.detail


@voices.command()
@click.argument("name")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take the publisher's archive from this file instead of the internet.",
)
@with_appcontext
def install(name: str, archive: Path | None) -> None:
    """Download a voice of the catalogue, verify it and put it into LISTEN_VOICES_DIR.

    What arrived is kept when a download breaks off; the same command goes on from there.
    """
    try:
        entry = entry_of(name)
        click.echo(f"{entry.name}: {entry.licence}; {entry.page}")
        with _bar(entry.name) as tell:
            kept = install_voice(services().settings, entry, tell, archive)
    except ListenError as error:
        raise Refusal(error) from error
    if kept.seen_first:
        click.echo(f"nobody's checksum was known; recorded the one that came: {kept.sha256}")
    click.echo(f"installed {name}: {len(kept.files)} files; SHA-256 of the archive {kept.sha256}")
    click.echo("`flask voices check` speaks with it; start the service anew to hear it")


@voices.command("check")
@with_appcontext
def check_() -> None:
    """Verify every file of every installed voice, and speak with it; exit code 1 when one fails."""
    try:
        found = list(check_voices(services().settings))
    except ListenError as error:
        raise Refusal(error) from error
    for finding in found:
        click.echo(f"{'ok ' if finding.is_well else 'BAD'} {finding.name}: {finding.detail}")
    if not found:
        folder = services().settings.voices_dir
        click.echo(f"no voice is installed in {folder}; `flask voices list` shows which can be")
    if not all(finding.is_well for finding in found):
        sys.exit(1)


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar of bytes on a terminal, on standard error; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _there, _expected: None
        return
    bar: ProgressBar[int] = click.progressbar(length=1, label=label, file=sys.stderr)
    with bar:

        def tell(there: int, expected: int) -> None:
            bar.length = expected
            bar.update(there - bar.pos)

        yield tell
