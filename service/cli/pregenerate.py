"""Prepare releases before publication."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from flask.cli import with_appcontext

from service.cli.crew import working
from service.cli.inputs import check_exists, files_of, is_address, resource_in, services
from service.cli.refusal import end_if_in_memory
from service.cli.warnings import lines_of
from service.errors import ListenError
from service.messages import text
from service.usecases.prepare import Prepared, Target, prepare

_BAR_WIDTH = 24


@click.command()
@click.argument("targets", metavar="ADDRESS-OR-FILE-OR-FOLDER...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print the outcomes as JSON.")
@with_appcontext
def pregenerate(targets: Sequence[str], *, as_json: bool) -> None:
    """Make the audio of releases and all their attachments before anybody listens.

    Listeners always come first. A run that was stopped goes on where it was when it is started
    again. The exit code is 0 when everything can be heard and is kept, otherwise 1.

    Example: flask pregenerate releases/ https://www.example.go.kr/board?no=1
    """
    names = [name for target in targets for name in _names(target)]
    with working(services(), ("read", "speak")):
        outcomes = [outcome for name in names for outcome in _prepared(name)]
    _clear_progress()
    click.echo(_as_json(outcomes) if as_json else _as_table(outcomes))
    end_if_in_memory(services().store.trouble())
    if not all(outcome.is_whole for outcome in outcomes):
        sys.exit(1)


def _names(target: str) -> Sequence[str]:
    """The addresses and files behind a target; a target behind which there is none is a mistake."""
    if is_address(target):
        return [target]
    check_exists(Path(target))
    if not (files := [str(path) for path in files_of(target)]):
        raise click.BadParameter(f"no releases in this folder: {target}")
    return files


def _prepared(name: str) -> Iterator[Prepared]:
    """What became of one release and its attachments; one that cannot be read stops no other."""
    try:
        target = (
            Target(name, address=name)
            if is_address(name)
            else Target(name, resource=resource_in(Path(name)))
        )
    except ListenError as error:
        yield Prepared(name, error=error.code, detail=str(error))
        return
    yield from prepare(services(), target, _show_progress)


def _show_progress(state: Prepared) -> None:
    if not sys.stderr.isatty():
        return
    done, of, what = state.made + state.failed, state.segments, "sentences"
    if not of:
        done, of, what = state.pages_read, state.pages, "pages"
    bar = ("#" * (_BAR_WIDTH * done // max(1, of))).ljust(_BAR_WIDTH, "-")
    click.echo(f"\r[{bar}] {done}/{of} {what} {state.name[-40:]}", err=True, nl=False)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo(err=True)


def _as_json(outcomes: Sequence[Prepared]) -> str:
    return json.dumps([asdict(outcome) for outcome in outcomes], ensure_ascii=False, indent=2)


def _as_table(outcomes: Sequence[Prepared]) -> str:
    lines = [f"{'heard':>11}  what"]
    titles = Counter(outcome.title for outcome in outcomes)
    for outcome in outcomes:
        heard = "-" if outcome.error or outcome.left_out else f"{outcome.made}/{outcome.segments}"
        lines.append(f"{heard:>11}  {outcome.title or outcome.name}")
        # The page and the file of one release have one title: whose the notes are must be told.
        if outcome.title and titles[outcome.title] > 1 and outcome.name != outcome.title:
            lines.append(f"{'':>11}  {outcome.name}")
        lines += [f"{'':>11}  {note}" for note in _notes(outcome)]
    return "\n".join(lines)


def _notes(outcome: Prepared) -> Iterator[str]:
    if outcome.error:
        told = text("errors", outcome.error, "ko")
        yield f"{outcome.name}: {told} ({outcome.error}: {outcome.detail})"
    if outcome.left_out:
        yield text("pregenerate", outcome.left_out, "ko", instead=outcome.instead)
    yield from lines_of(outcome.warnings, with_remedy=False)
    if outcome.failed:
        yield f"{outcome.failed} sentences could not be spoken"
    if outcome.stand_ins:
        yield f"{outcome.stand_ins} sentences were spoken by a stand-in voice"
