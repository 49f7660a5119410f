"""What works, and what to do where something does not."""

import json
import sys
from dataclasses import asdict

import click
from flask.cli import with_appcontext

from service.cli.inputs import services
from service.settings import options
from service.usecases.check_health import findings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--settings", "with_settings", is_flag=True, help="Show every setting and its value.")
@with_appcontext
def doctor(*, as_json: bool, with_settings: bool) -> None:
    """Check that everything works; exit code 1 when something does not.

    Example: flask doctor
    """
    found = list(findings(services()))
    services().close()
    if as_json:
        click.echo(json.dumps([asdict(f) for f in found], ensure_ascii=False, indent=2))
    else:
        for finding in found:
            click.echo(f"{'ok ' if finding.is_well else 'BAD'} {finding.name}: {finding.detail}")
            if not finding.is_well:
                click.echo(f"    → {finding.advice}")
    if with_settings:
        _show_settings()
    if not all(finding.is_well for finding in found):
        sys.exit(1)


def _show_settings() -> None:
    for name, option in options().items():
        value = getattr(services().settings, name.removeprefix("LISTEN_").lower())
        click.echo(f"{name}={'(hidden)' if option.secret else value}  # {option.help}")
