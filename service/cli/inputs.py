"""What commands take: a file, an address, or a folder of files."""

from collections.abc import Iterator
from pathlib import Path

import click
from flask import current_app

from service.cli.progress import pages_bar
from service.errors import ListenError, SourceUnreadable
from service.messages import nearest, text
from service.model.narration import TableManner
from service.model.source import Resource
from service.usecases.read_release import Reading, ReadWork, read_now, read_resource
from service.usecases.services import Services

TABLES = click.option(
    "--tables",
    "manner",
    type=click.Choice([manner.value for manner in TableManner]),
    default=TableManner.ROWS.value,
    show_default=True,
    help="How tables are said: by rows, by columns, or caption, size and headers only.",
)
"""The option by which a command is told how tables are said."""

_ENDINGS = (".pdf", ".hwpx", ".hwp", ".docx", ".epub", ".html", ".htm", ".txt")


class Refusal(click.ClickException):
    """An error of ours as the command line shows it: for people, then code and operator's text."""

    def __init__(self, error: ListenError) -> None:
        told = text("errors", error.code, nearest(services().settings.languages[0]))
        super().__init__(f"{told} ({error.code}: {error})")


def services() -> Services:
    """The parts of this application."""
    found: Services = current_app.extensions["services"]
    return found


def is_address(text: str) -> bool:
    """Whether a target is an address and not a path."""
    return "://" in text


def resource_of(target: str) -> Resource:
    """The bytes behind a file name or an address; raises ListenError."""
    if is_address(target):
        door = services().door
        return door.fetch(door.admit(target))
    path = Path(target)
    if path.is_dir():
        raise click.BadParameter(f"a folder, not a file: {target}")
    check_exists(path)
    return resource_in(path)


def check_exists(path: Path) -> None:
    """Refuse a path behind which there is nothing, as a mistake of the command line."""
    if not path.exists():
        raise click.BadParameter(f"no such file: {path}")


def resource_in(path: Path) -> Resource:
    """What a file holds; raises ListenError, SourceUnreadable when it may not be opened."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise SourceUnreadable(f"{path}: {error.strerror}") from error
    return services().door.take_file(path.name, body)


def reading_of(target: str, manner: str) -> Reading:
    """A file or address read, narrated and planned at once; raises ListenError."""
    tables = TableManner(manner)
    with pages_bar(target) as tell:
        if is_address(target):
            return read_now(services(), ReadWork(address=target), tables, tell)
        return read_resource(services(), resource_of(target), tables, tell)


def files_of(target: str) -> Iterator[Path]:
    """The file itself, or the files of a folder and of the folders below, in order of names."""
    path = Path(target)
    if not path.is_dir():
        yield path
        return
    yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in _ENDINGS and p.is_file())
