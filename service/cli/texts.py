"""Commands that read texts: they need no application, so that they start at once."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from service.cli.columns import columns
from service.cli.outputs import AudioFile
from service.cli.refusal import Refusal
from service.errors import ListenError, VoiceUnknown
from service.text.lexicon import LANGUAGES
from service.usecases.read_text import Said, reading_of, sentences_of

_LANGUAGE = click.option("--lang", default="ko", show_default=True, help="Language of the text.")
_LINES = click.option(
    "--lines", "by_lines", is_flag=True, help="Take one text per line from standard input."
)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON; one line per text.")


@click.command()
@click.argument("text", required=False)
@_LANGUAGE
@click.option("-o", "--output", type=AudioFile(), help="MP3 or WAV file, or others with ffmpeg.")
@_LINES
@_AS_JSON
@click.option("--explain", is_flag=True, help="Show what is written, what is said, and the rule.")
def say(  # noqa: PLR0913 - one per option
    text: str | None,
    lang: str,
    output: Path | None,
    *,
    by_lines: bool,
    as_json: bool,
    explain: bool,
) -> None:
    """Print how a text is said, and speak it into a file.

    Example: flask say "’23.7.4.(화) 14시" --lang ko -o x.mp3

    Example: flask say --lang ko --lines --json < texts.txt
    """
    _check_language(lang)
    if output is not None:
        _speak(_one(text, by_lines=by_lines), lang, output)
    shape = _as_json if as_json else _as_table if explain else _as_spoken
    _tell(text, lambda each: shape(reading_of(each, lang)), by_lines=by_lines)


@click.command()
@click.argument("text", required=False)
@_LANGUAGE
@_LINES
@_AS_JSON
def sentences(text: str | None, lang: str, *, by_lines: bool, as_json: bool) -> None:
    """Print the sentences of a text, each on a line of its own.

    Example: flask sentences --lang ko --lines --json < paragraphs.txt
    """
    _check_language(lang)
    shape = _sentences_as_json if as_json else _sentences_as_lines
    _tell(text, lambda each: shape(each, sentences_of(each, lang)), by_lines=by_lines)


READERS = click.Group("texts", commands=[say, sentences])


def needs_application(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for more than reading texts: another command, sound, or help."""
    more = any(each.startswith(("-o", "--output", "--help")) for each in arguments)
    return more or not arguments or arguments[0] not in READERS.commands


def _tell(text: str | None, line: Callable[[str], str], *, by_lines: bool) -> None:
    """Each answer goes out before the next text is asked for."""
    out = click.get_text_stream("stdout", encoding="utf-8", errors="backslashreplace")
    for each in _from_lines() if by_lines else (_one(text, by_lines=False),):
        out.write(line(each) + "\n")
        out.flush()


def _from_lines() -> Iterator[str]:
    for line in click.get_binary_stream("stdin"):
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _one(text: str | None, *, by_lines: bool) -> str:
    if text is None or by_lines:
        raise click.UsageError("One text is needed here, as an argument and without --lines.")
    return text


def _check_language(language: str) -> None:
    if language.split("-", maxsplit=1)[0].lower() not in LANGUAGES:
        raise Refusal(VoiceUnknown(f"{language!r} is not one of {', '.join(LANGUAGES)}"))


def _speak(text: str, language: str, output: Path) -> None:
    from service.cli.stages import speak  # noqa: PLC0415 - only sound needs the application

    try:
        speak(text, language, output)
    except ListenError as error:
        raise Refusal(error) from error


def _as_spoken(said: Said) -> str:
    return said.spoken


def _as_json(said: Said) -> str:
    return _json(asdict(said))


def _as_table(said: Said) -> str:
    """Spaces between words are told apart from silence by their marks."""
    head = ("written", "said", "language", "rule")
    rows = [
        (_seen(span.shown), _seen(span.spoken), span.language, span.kind) for span in said.spans
    ]
    return "\n".join([*columns([head, *rows]), "", said.spoken])


def _seen(text: str) -> str:
    if not text:
        return "(silent)"
    return text if text.strip() else "␣" * len(text)


def _sentences_as_json(text: str, found: tuple[str, ...]) -> str:
    return _json({"shown": text, "sentences": list(found)})


def _sentences_as_lines(_text: str, found: tuple[str, ...]) -> str:
    return "\n".join(found)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
