"""Engines that ask a server, from settings; their libraries are loaded only where one speaks."""

import ipaddress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from service.errors import SettingsInvalid
from service.settings import Settings
from service.speech.base import Engine

if TYPE_CHECKING:
    from service.speech.network.engine import Manners, Server
    from service.speech.network.exchange import Exchange

_BUDGET_FILE = "budget.db"
_MOST_ANSWER_BYTES = 50_000_000


def gtts(settings: Settings) -> Engine:
    """The voice of Google Translate."""
    from service.speech.gtts.engine import GttsEngine  # noqa: PLC0415 - loaded only where it speaks

    return GttsEngine(
        _own_network(settings.gtts_address, "LISTEN_GTTS_ADDRESS"),
        settings.gtts_timeout_s,
        _manners(settings, settings.gtts_tries, settings.daily_characters),
    )


def openai(settings: Settings) -> Engine:
    """Any server that speaks `POST /v1/audio/speech`; raises SettingsInvalid."""
    from service.speech.openai.engine import OpenAiServer  # noqa: PLC0415 - same

    server = OpenAiServer(
        address=_own_network(settings.openai_address, "LISTEN_OPENAI_ADDRESS"),
        model=settings.openai_model,
        speakers=settings.openai_voices,
        exchange=_exchange("openai", settings.openai_timeout_s),
        key=_key(settings.openai_key, settings.openai_key_file, "LISTEN_OPENAI_KEY"),
        form=settings.openai_format,
    )
    own = _is_own(urlsplit(server.address).hostname or "")
    return _asked(server, settings, settings.daily_characters * (not own))


def clova(settings: Settings) -> Engine:
    """CLOVA Voice with a customer's keys; raises SettingsInvalid."""
    from service.speech.clova.engine import ClovaServer  # noqa: PLC0415 - same

    server = ClovaServer(
        address=_own_network(settings.clova_address, "LISTEN_CLOVA_ADDRESS"),
        speakers=settings.clova_voices,
        exchange=_exchange("clova", settings.clova_timeout_s),
        key_id=_key(settings.clova_key_id, "", "LISTEN_CLOVA_KEY_ID"),
        key=_key(settings.clova_key, settings.clova_key_file, "LISTEN_CLOVA_KEY"),
    )
    if not server.key_id or not server.key:
        raise SettingsInvalid("clova needs LISTEN_CLOVA_KEY_ID and LISTEN_CLOVA_KEY_FILE")
    return _asked(server, settings, settings.daily_characters)


def _asked(server: "Server", settings: Settings, most_a_day: int) -> Engine:
    from service.speech.network.engine import NetworkEngine  # noqa: PLC0415 - same

    if not server.voices():
        raise SettingsInvalid(f"LISTEN_{server.name.upper()}_VOICES names no voice")
    return NetworkEngine(server, _manners(settings, settings.network_tries, most_a_day))


def _manners(settings: Settings, tries: int, most_a_day: int) -> "Manners":
    from service.speech.network.budget import Budget  # noqa: PLC0415 - same
    from service.speech.network.engine import Manners  # noqa: PLC0415 - same

    path = Path(settings.cache_dir).resolve() / _BUDGET_FILE
    budget = Budget(path, most_a_day) if most_a_day else None
    return Manners(tries=tries, budget=budget)


def _exchange(name: str, timeout_s: float) -> "Exchange":
    from service.speech.network.exchange import Exchange, verified  # noqa: PLC0415 - same

    return Exchange(name, timeout_s, _MOST_ANSWER_BYTES, verified())


def _own_network(address: str, setting: str) -> str:
    """An address that may be asked: https anywhere, http on this machine or network only.

    Where a name without a dot leads is seen when it is connected to.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if "@" in parts.netloc:
        raise SettingsInvalid(f"{setting}: keys do not belong into an address")
    if parts.scheme == "https" or _is_own(host):
        return address
    raise SettingsInvalid(f"{setting}={address!r}: http would show the text and the key to others")


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return not host.isdigit() and "." not in host


def _key(given: str, file: str, setting: str) -> str:
    """A key from its setting, or from its file; raises SettingsInvalid, without the key."""
    source = setting if given or not file else f"{setting}_FILE={file!r}"
    key = given or _read(file, source)
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise SettingsInvalid(f"{source}: not one line of plain letters without spaces")
    return key


def _read(file: str, source: str) -> str:
    if not file:
        return ""
    try:
        key = Path(file).read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise SettingsInvalid(f"{source}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsInvalid(f"{source}: not a text") from None
    if not key:
        raise SettingsInvalid(f"{source}: the file is empty")
    return key
