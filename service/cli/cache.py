"""What is kept: look at it, check it, make room, carry it elsewhere."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click
from flask.cli import with_appcontext

from service.cli.columns import columns
from service.cli.inputs import services
from service.cli.refusal import Refusal, end_if_in_memory
from service.errors import ListenError
from service.usecases import carry_cache, tend_cache

_MEGABYTE = 1_000_000
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")


@click.group()
def cache() -> None:
    """Look after the audio and texts that are kept.

    Example: flask cache stats
    """


@cache.command()
@_JSON
@with_appcontext
def stats(*, as_json: bool) -> None:
    """Show how much is kept; exit code 1 when new things cannot be kept where they should be.

    Example: flask cache stats --json
    """
    found = tend_cache.stats(services())
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    else:
        rows = [
            (each.shelf, f"{each.things:,}", _megabytes(each.size_bytes)) for each in found.shelves
        ]
        click.echo("\n".join(columns(rows)))
        most = _megabytes(found.most_bytes) if found.most_bytes else "any"
        click.echo(f"in all {_megabytes(found.size_bytes)} of {most}")
        click.echo(f"published documents, whose audio is spared: {found.published}")
    end_if_in_memory(found.trouble)


@cache.command()
@_JSON
@with_appcontext
def verify(*, as_json: bool) -> None:
    """Check every clip against its checksum and drop those that are broken; they are made again.

    The exit code is 1 when there were any.

    Example: flask cache verify
    """
    found = tend_cache.verify(services())
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2))
    else:
        click.echo(f"{found.clips} clips, {len(found.broken)} broken")
        for key in found.broken:
            click.echo(f"dropped {key}")
    if found.broken:
        sys.exit(1)


@cache.command()
@click.option("--max-mb", type=click.IntRange(0), help="Other than LISTEN_CACHE_MAX_MB; 0: any.")
@click.option("--published", is_flag=True, help="Drop audio of published documents too.")
@_JSON
@with_appcontext
def prune(max_mb: int | None, *, published: bool, as_json: bool) -> None:
    """Drop what nobody used for longest until nine tenths of the quota are left.

    Example: flask cache prune --max-mb 5000
    """
    most = services().settings.cache_max_mb if max_mb is None else max_mb
    found = tend_cache.prune(services(), most * _MEGABYTE, spare_published=not published)
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2))
    else:
        click.echo(
            f"dropped {found.things} things, {_megabytes(found.size_bytes)};"
            f" {_megabytes(found.left_bytes)} left"
        )


@cache.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--manifest", "manifests", multiple=True, help="Only this document; repeatable.")
@with_appcontext
def export(file: Path, manifests: tuple[str, ...]) -> None:
    """Write the audio of published documents into a file that another network can take in.

    Example: flask cache export monday.zip
    """
    chosen = manifests or carry_cache.published(services())
    if not chosen:
        raise click.ClickException("no document is published; `flask pregenerate` makes some ready")
    aside = file.with_name(f"{file.name}.part")
    try:
        with aside.open("wb") as body:
            found = carry_cache.export(services(), chosen, body)
        aside.replace(file)
    except ListenError as error:
        raise Refusal(error) from error
    except OSError as error:
        raise click.FileError(str(file), error.strerror or "") from error
    finally:
        aside.unlink(missing_ok=True)
    click.echo(f"{file}: {found.documents} documents, {found.clips} clips")


@cache.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@with_appcontext
def import_(file: Path) -> None:
    """Take in a file that `flask cache export` wrote; every clip is checked.

    The exit code is 1 when it could not be kept where it should be.

    Example: flask cache import monday.zip
    """
    try:
        with file.open("rb") as body:
            found = carry_cache.take_in(services(), body)
    except ListenError as error:
        raise Refusal(error) from error
    click.echo(f"{found.documents} documents, {found.clips} new clips, {found.known} known")
    end_if_in_memory(services().store.trouble())


@cache.command()
@with_appcontext
def rebuild() -> None:
    """Make the index of plans anew from the texts that are kept.

    Example: flask cache rebuild
    """
    found = tend_cache.rebuild(services())
    click.echo(f"{found.planned} documents planned, {found.lost} cannot be planned any more")


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / _MEGABYTE:,.1f} MB"
