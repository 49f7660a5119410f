"""Every option once: its name, default, limits and help; nothing else reads the environment."""

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from service.errors import SettingsInvalid

PREFIX = "LISTEN_"
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class _Unfit(ValueError):
    """A value that is not what the option expects; caught where all problems are collected."""


def _switch(text: str) -> bool:
    if text.lower() in _TRUE:
        return True
    if text.lower() in _FALSE:
        return False
    raise _Unfit


def _whole(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise _Unfit
        return int(text)

    return parse


def _one_of(*names: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text.strip() not in names:
            raise _Unfit
        return text.strip()

    return parse


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _folder(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # a user without a home has nothing there
        return Path(text)


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(host.lower() for host in _names(text))
    if any("/" in host or " " in host for host in hosts):
        raise _Unfit
    return hosts


def _origins(text: str) -> tuple[str, ...]:
    origins = _names(text)
    if any(_origin_of(origin) != origin for origin in origins):
        raise _Unfit
    return origins


def _origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") else ""


def _web_address(text: str) -> str:
    if not _origin_of(text):
        raise _Unfit
    return text


@dataclass(frozen=True, slots=True)
class Option:
    """How one setting is read and described; `secret` values are never shown."""

    default: str
    parse: Callable[[str], Any]
    expected: str
    help: str
    secret: bool = False


def _option(default: str, parse: Callable[[str], Any], expected: str, help_text: str) -> Any:
    return field(metadata={"option": Option(default, parse, expected, help_text)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one running service; build it with `from_env`."""

    engines: tuple[str, ...] = _option(
        "",
        _names,
        "engine names separated by commas",
        "Speech engines in order of preference; a later one stands in for an earlier one. "
        "Empty: espeak, and before it sherpa where a voice is installed.",
    )
    languages: tuple[str, ...] = _option(
        "ko,en",
        _names,
        "language tags separated by commas",
        "Languages that voices are chosen for; the first is the language of the page.",
    )
    cache_dir: Path = _option(
        "audio_cache",
        Path,
        "a folder",
        "Where audio, texts and waiting work are kept. May be deleted at any time.",
    )
    sample: bool = _option(
        "no",
        _switch,
        "yes or no",
        "Serve the sample release under /sample/ and answer its address from the package.",
    )
    allowed_hosts: tuple[str, ...] = _option(
        "",
        _hosts,
        "host names separated by commas; *.example.go.kr takes every host below",
        "Hosts whose pages may be read. Empty admits no address at all.",
    )
    allowed_networks: tuple[str, ...] = _option(
        "",
        _names,
        "networks such as 10.1.0.0/16 separated by commas",
        "Private networks that allowed hosts may resolve to. Empty: public addresses only.",
    )
    allow_http: bool = _option(
        "no", _switch, "yes or no", "Whether http addresses are admitted beside https."
    )
    handover: bool = _option(
        "no", _switch, "yes or no", "Whether visitors may upload files and paste text."
    )
    max_source_bytes: int = _option(
        "20000000",
        _whole(1, 1_000_000_000),
        "a whole number over 0",
        "The largest page or file that is read, in bytes.",
    )
    fetch_timeout_s: int = _option(
        "20",
        _whole(1, 600),
        "seconds from 1 to 600",
        "The longest time a whole download may take, redirects included.",
    )
    max_redirects: int = _option(
        "5", _whole(0, 20), "a whole number from 0 to 20", "Redirects followed, each admitted anew."
    )
    source_fresh_s: int = _option(
        "300",
        _whole(0, 86_400),
        "seconds from 0 to 86400",
        "For how long a fetched page is used again without asking its site.",
    )
    max_pages: int = _option(
        "1000", _whole(1, 100_000), "a whole number over 0", "The longest document, in pages."
    )
    compare_files: int = _option(
        "10",
        _whole(0, 50),
        "a whole number from 0 to 50",
        "Attachments of a release that are read to find what repeats its body; 0 reads none.",
    )
    compare_bytes: int = _option(
        "20000000",
        _whole(1, 1_000_000_000),
        "a whole number over 0",
        "The largest attachment that is read for it, in bytes, as the page tells its size.",
    )
    extract_timeout_s: int = _option(
        "300",
        _whole(1, 3_600),
        "seconds from 1 to 3600",
        "The longest time that reading one file may take.",
    )
    extract_page_timeout_s: int = _option(
        "8",
        _whole(1, 600),
        "seconds from 1 to 600",
        "The longest time that a page, or opening a PDF, may take; such a page is left out.",
    )
    extract_memory_mb: int = _option(
        "2048",
        _whole(256, 65_536),
        "megabytes from 256 to 65536",
        "The most memory that reading one file may take.",
    )
    lexicons: str = _option(
        "",
        str,
        "a folder",
        "Where pronunciation lexicons (W3C PLS: ko.pls, ko-mohw.pls, en.pls) are. Empty: none.",
    )
    workers: int = _option(
        "1",
        _whole(1, 64),
        "a whole number from 1 to 64",
        "Processes that read documents and make audio, started by `flask serve`.",
    )
    web_processes: int = _option(
        "2", _whole(1, 64), "a whole number from 1 to 64", "Web server processes."
    )
    web_threads: int = _option(
        "64",
        _whole(2, 1_024),
        "a whole number from 2 to 1024",
        "Threads of each web process; a listener to audio in the making holds one.",
    )
    web_server: str = _option(
        "granian",
        _one_of("granian", "waitress"),
        "granian or waitress",
        "The web server; waitress is pure Python.",
    )
    host: str = _option("127.0.0.1", str, "an address", "The address to serve on.")
    port: int = _option("8000", _whole(1, 65_535), "a port number", "The port to serve on.")
    embed_origins: tuple[str, ...] = _option(
        "",
        _origins,
        "origins such as https://www.example.go.kr separated by commas",
        "Sites that may show the player inside their pages. Empty: none.",
    )
    page_wait_ms: int = _option(
        "2500",
        _whole(0, 30_000),
        "milliseconds up to 30000",
        "How long a page waits for a document to be read before it says so.",
    )
    part_wait_ms: int = _option(
        "500",
        _whole(0, 30_000),
        "milliseconds up to 30000",
        "How long a page waits for the whole document before it shows the first pages.",
    )
    clip_wait_ms: int = _option(
        "15000",
        _whole(100, 120_000),
        "milliseconds from 100 to 120000",
        "How long a request for audio waits for one sentence to be made.",
    )
    gtts_address: str = _option(
        "https://translate.google.com/",
        _web_address,
        "an http or https address",
        "Where the gtts engine sends its requests.",
    )
    gtts_timeout_s: int = _option(
        "10", _whole(1, 120), "seconds from 1 to 120", "The longest time of one gtts request."
    )
    gtts_tries: int = _option(
        "3", _whole(1, 10), "a whole number from 1 to 10", "Tries of one gtts request."
    )
    espeak_timeout_s: int = _option(
        "10",
        _whole(1, 120),
        "seconds from 1 to 120",
        "After this the speaking process is taken for stuck and replaced.",
    )
    voices_dir: Path = _option(
        "~/.local/share/deutgi/voices",
        _folder,
        "a folder",
        "Where neural voices are installed, a folder for each; ~ is the home of who runs it.",
    )
    voices_first: tuple[str, ...] = _option(
        "",
        _names,
        "ids of voices separated by commas",
        "Neural voices to prefer (sherpa:supertonic-3-ko-m1); `flask voices list --ids` names all.",
    )
    sherpa_threads: int = _option(
        "2",
        _whole(1, 64),
        "a whole number from 1 to 64",
        "Processor threads that a neural voice uses for a sentence.",
    )
    sherpa_timeout_s: int = _option(
        "60",
        _whole(1, 600),
        "seconds from 1 to 600",
        "After this the process of a neural voice is taken for stuck and replaced.",
    )
    log_level: str = _option(
        "info", str, "debug, info, warning or error", "How much is written to the log."
    )


def options() -> Mapping[str, Option]:
    """All options by the name of their environment variable, in the order of declaration."""
    return {PREFIX + item.name.upper(): item.metadata["option"] for item in fields(Settings)}


def from_env(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings, or raise SettingsInvalid with every problem in one text."""
    given = {k: v for k, v in (environ or {}).items() if k.startswith(PREFIX)}
    known = options()
    problems = [_unknown(name, known) for name in given if name not in known]
    values: dict[str, Any] = {}
    for name, option in known.items():
        raw = given.get(name, option.default)
        try:
            values[name.removeprefix(PREFIX).lower()] = option.parse(raw.strip())
        except _Unfit:
            problems.append(f"{name}={raw!r}: expected {option.expected}")
    if problems:
        raise SettingsInvalid("; ".join(problems))
    return Settings(**values)


def from_process() -> Settings:
    """Read the settings of this process."""
    return from_env(os.environ)


def _unknown(name: str, known: Mapping[str, Option]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"{name}: no such option{hint}"


_PAGE = """# Settings

Every setting is an environment variable. A name that does not exist stops the start with a
suggestion, and so does a value that cannot be understood; all problems are shown at once.
What is open to the world is closed until it is switched on: no host is allowed, nothing can be
uploaded, no site may embed the player. This page is made from the declarations (`make docs`).

"""


def as_page() -> str:
    """The documentation of all settings in Markdown."""
    rows = ["| setting | default | expects | meaning |", "| --- | --- | --- | --- |"]
    for name, option in options().items():
        default = f"`{option.default}`" if option.default else "(empty)"
        rows.append(f"| `{name}` | {default} | {option.expected} | {option.help} |")
    return _PAGE + "\n".join(rows) + "\n"
