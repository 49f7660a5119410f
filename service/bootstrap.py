"""The composition root, from settings to services: only this module names concrete parts."""

import logging
import sys
from collections.abc import Mapping
from pathlib import Path

from flask import Flask

from service import cli, samples, web
from service.alignment.aligner import WordAligner
from service.audio.finish import Mp3Finisher
from service.errors import LexiconInvalid, SettingsInvalid
from service.extract.child import Limits as ReadingLimits
from service.extract.sandbox import Sandboxed
from service.fetch.base import Fetcher
from service.fetch.canned import CannedFetcher, CannedPage
from service.fetch.door import FrontDoor
from service.fetch.guard import Rules, networks
from service.fetch.http import HttpFetcher, Limits
from service.jobs.sqlite import SqliteQueue
from service.narration.narrate import narrate, version_of
from service.settings import Settings, from_process
from service.spare import made, spare_folder
from service.speech import registry
from service.store.base import Store
from service.store.folder import FolderStore
from service.store.overflow import OverflowStore
from service.store.plans import SqlitePlans
from service.store.turns import FileTurns
from service.usecases.revise_lexicon import use_lexicons
from service.usecases.services import Narrator, Services

WORK_FILE = "work.db"
PLANS_FILE = "plans.db"
TURNS_FILE = "turns.lock"
_REFERENCE = "espeak"
_MEGABYTE = 1_000_000
_SPARE_BYTES = 200 * _MEGABYTE


def build(settings: Settings) -> Services:
    """The parts that the settings ask for; raises SettingsInvalid when they cannot be had."""
    folder = Path(settings.cache_dir).resolve()
    return Services(
        settings=settings,
        door=FrontDoor(_fetcher(settings), settings.max_source_bytes),
        extractor=Sandboxed(
            ReadingLimits(
                timeout_s=settings.extract_timeout_s,
                memory_mb=settings.extract_memory_mb,
                max_pages=settings.max_pages,
                page_timeout_s=settings.extract_page_timeout_s,
            )
        ),
        narrator=Narrator(narrate, version_of),
        engine=registry.build(settings.engines, settings),
        reference=registry.build([_REFERENCE], settings),
        aligner=WordAligner(),
        finisher=Mp3Finisher(),
        store=_store(folder, settings),
        plans=SqlitePlans(folder / PLANS_FILE),
        turns=FileTurns(folder / TURNS_FILE),
        queue=SqliteQueue(folder / WORK_FILE),
    )


def _store(folder: Path, settings: Settings) -> Store:
    """The cache folder, and a spare in memory for when it cannot be written."""
    least_free_bytes = settings.cache_keep_free_mb * _MEGABYTE
    spare = FolderStore(spare_folder(folder), make=made)
    return OverflowStore(FolderStore(folder, least_free_bytes), spare, _SPARE_BYTES)


def app() -> Flask:
    """The web application of this process, with its command line; ends it on wrong settings."""
    try:
        settings = from_process()
        _log_as(settings.log_level)
        use_lexicons(settings)
        made = web.create_app(build(settings))
    except (SettingsInvalid, LexiconInvalid) as error:
        sys.exit(f"{error.code}: {error}")
    cli.register(made)
    return made


def _fetcher(settings: Settings) -> Fetcher:
    rules = _rules(settings)
    limits = Limits(settings.max_source_bytes, settings.fetch_timeout_s, settings.max_redirects)
    fetcher = HttpFetcher(rules, limits)
    return CannedFetcher(_sample_pages(), fetcher) if settings.sample else fetcher


def _rules(settings: Settings) -> Rules:
    try:
        allowed = networks(settings.allowed_networks)
    except ValueError as error:
        raise SettingsInvalid(f"LISTEN_ALLOWED_NETWORKS: {error}") from error
    return Rules(settings.allowed_hosts, allowed, settings.allow_http)


def _sample_pages() -> Mapping[str, CannedPage]:
    return {
        address: CannedPage(samples.read(file.name), file.media_type, file.name)
        for address, file in samples.by_address().items()
    }


def _log_as(level: str) -> None:
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
