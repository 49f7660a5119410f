"""How a setting is declared, read and described."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Unfit(ValueError):
    """A value that is not what the option expects; caught where all problems are collected."""


def switch(text: str) -> bool:
    """Yes or no."""
    if text.lower() in _TRUE:
        return True
    if text.lower() in _FALSE:
        return False
    raise Unfit


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within limits."""

    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise Unfit
        return int(text)

    return parse


def one_of(*words: str) -> Callable[[str], str]:
    """One of some words."""

    def parse(text: str) -> str:
        if text.strip() not in words:
            raise Unfit
        return text.strip()

    return parse


def names(text: str) -> tuple[str, ...]:
    """Names separated by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def folder(text: str) -> Path:
    """A folder; ~ is the home of who runs the service."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # a user without a home has nothing there
        return Path(text)


def hosts(text: str) -> tuple[str, ...]:
    """Host names separated by commas, in small letters."""
    found = tuple(host.lower() for host in names(text))
    if any("/" in host or " " in host for host in found):
        raise Unfit
    return found


def origins(text: str) -> tuple[str, ...]:
    """Web origins separated by commas."""
    found = names(text)
    if any(_origin_of(origin) != origin for origin in found):
        raise Unfit
    return found


def _origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") else ""


def web_address(text: str) -> str:
    """An http or https address."""
    if not _origin_of(text):
        raise Unfit
    return text


def speakers(text: str) -> Mapping[str, str]:
    """Names by language: ko:nara,en:clara."""
    pairs = [part.partition(":") for part in names(text)]
    if any(not language or not name for language, _, name in pairs):
        raise Unfit
    return {language.strip(): name.strip() for language, _, name in pairs}


@dataclass(frozen=True, slots=True)
class Option:
    """How one setting is read and described; `secret` values are never shown."""

    default: str
    parse: Callable[[str], Any]
    expected: str
    help: str
    secret: bool = False


def option(default: str, parse: Callable[[str], Any], expected: str, help_text: str) -> Any:
    """Declare a setting."""
    return field(metadata={"option": Option(default, parse, expected, help_text)})


def secret(help_text: str) -> Any:
    """A text that is never shown, not even by `repr`."""
    hidden = Option("", str, "a text that is never shown", help_text, secret=True)
    return field(repr=False, metadata={"option": hidden})
