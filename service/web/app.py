"""The application factory: blueprints, headers and errors put together."""

from pathlib import Path

from flask import Blueprint, Flask
from jinja2 import StrictUndefined

from service.settings import Settings
from service.usecases.layouts import Layouts
from service.usecases.services import Services
from service.web import (
    assets,
    audio,
    compression,
    digests,
    embed,
    headers,
    interface,
    manifests,
    pages,
    pictures,
    problems,
    readings,
    sample,
    statement,
)

TEMPLATES = Path(__file__).parents[2] / "templates"
"""Templates live at the top of the repository, where designers look for them."""

_FORM_ALLOWANCE = 65_536
"""Bytes that a form may need around the largest file that is taken."""


def create_app(services: Services) -> Flask:
    """The web application over these parts."""
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=None)
    app.extensions["services"] = services
    app.extensions["layouts"] = Layouts()
    _configure(app, services.settings)
    headers.install(app)
    interface.install(app)
    manifests.install(app)
    compression.install(app)
    assets.install(app)
    problems.install(app)
    for blueprint in _blueprints(services.settings):
        app.register_blueprint(blueprint)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    most = settings.max_source_bytes + _FORM_ALLOWANCE
    app.config.update(MAX_CONTENT_LENGTH=most, MAX_FORM_MEMORY_SIZE=most)
    app.url_map.converters["digest"] = digests.DigestConverter
    app.url_map.converters["page"] = digests.PageConverter
    app.jinja_options = {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }


def _blueprints(settings: Settings) -> tuple[Blueprint, ...]:
    always = (
        pages.blueprint,
        readings.blueprint,
        embed.blueprint,
        assets.blueprint,
        manifests.blueprint,
        audio.blueprint,
        pictures.blueprint,
        statement.blueprint,
    )
    return (*always, sample.blueprint) if settings.sample else always
