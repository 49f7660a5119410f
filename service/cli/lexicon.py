"""`flask lexicon …`: the words that reading knows beside its rules."""

import sys
from pathlib import Path

import click
from flask.cli import with_appcontext

from service.cli.columns import columns
from service.cli.inputs import files_of, is_address, reading_of, services
from service.cli.refusal import Refusal
from service.errors import ListenError
from service.model.narration import TableManner
from service.text.lexicon import LANGUAGES
from service.usecases.lexicon_candidates import candidates
from service.usecases.revise_lexicon import check, exported, known, take

_LANGUAGE = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="ko", show_default=True, help="Language."
)
_AGENCY = click.option("--agency", default="", help="Only the words of an agency, such as mohw.")
_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def lexicon() -> None:
    """Show and change the words that no rule can know (W3C PLS 1.0).

    Example: flask lexicon check ko-mohw.pls
    """


@lexicon.command("list")
@_LANGUAGE
@_AGENCY
@with_appcontext
def list_(lang: str, agency: str) -> None:
    """Print all words as they are read."""
    entries = known(lang, agency)
    rows = [(e.grapheme, e.alias or f"/{e.phoneme}/", e.agency) for e in entries]
    for line in columns(rows):
        click.echo(line)


@lexicon.command("check")
@_FILE
def check_(file: Path) -> None:
    """Say what is wrong with a file, line by line; exit code 1 when anything is."""
    try:
        found = check(file)
    except ListenError as error:
        raise Refusal(error) from error
    for flaw in found.flaws:
        click.echo(f"{file}, line {flaw.line}: {flaw.problem}")
    click.echo(f"{len(found.entries)} words, {len(found.flaws)} mistakes")
    if found.flaws:
        sys.exit(1)


@lexicon.command("import")
@_FILE
@with_appcontext
def import_(file: Path) -> None:
    """Put a file named like ko.pls or ko-mohw.pls into the folder LISTEN_LEXICONS.

    It takes the place of a file of its name. Start the service anew to read with it.
    """
    try:
        entries = take(services().settings, file)
    except ListenError as error:
        raise Refusal(error) from error
    click.echo(f"{len(entries)} words; start the service anew to read with them")


@lexicon.command()
@_LANGUAGE
@_AGENCY
@with_appcontext
def export(lang: str, agency: str) -> None:
    """Print all words of a language as a PLS file."""
    click.echo(exported(lang, agency), nl=False)


@lexicon.command("candidates")
@click.argument("targets", nargs=-1, required=True, metavar="FILE-OR-URL…")
@with_appcontext
def candidates_(targets: tuple[str, ...]) -> None:
    """List the words of documents that nobody knew, with counts and what was said for them."""
    each = [t for target in targets for t in ([target] if is_address(target) else files_of(target))]
    try:
        narrations = [reading_of(str(target), TableManner.ROWS).narration for target in each]
    except ListenError as error:
        raise Refusal(error) from error
    rows = [(str(c.count), c.written, c.spoken, c.guess) for c in candidates(narrations)]
    for line in columns(rows):
        click.echo(line)
