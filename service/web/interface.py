"""The language of the interface, and what every template may call.

The interface speaks the house's language unless the address says otherwise; the document on the
page always keeps its own.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from flask import Flask, current_app, g, request, url_for
from werkzeug.datastructures import MultiDict

from service.audio.frames import FULL, GRADES, LIGHT
from service.messages import LANGUAGES, nearest, text
from service.model.narration import TableManner
from service.usecases.services import Services
from service.web.appearance import choices
from service.web.heard import EVERYTHING

PARAMETER = "lang"
TABLES = "tables"
AUDIO = "audio"
VOICE = "voice"
"""A voice that the listener chose; once for each language."""
PAGE = "page"
"""The page of the document that somebody wants to go to."""
WITH = "with"
"""The address of the same release in another language."""
ORDER = "order"
"""In what order two documents stand on one page."""
IDS = "ids"
"""The language that the ids of a document begin with, where two stand on one page."""
_LEFT_AS_IT_IS = "!$'()*,/:;?@"
"""What a query need not escape (RFC 3986, 3.4)."""
FRAMED = "embed.player"
"""The page that other sites may hold; its errors have no room for header and footer either."""


def install(app: Flask) -> None:
    """Give templates their texts and addresses, and what those need that know no context."""
    app.context_processor(_context)
    app.jinja_env.globals["everything_heard"] = EVERYTHING


def services() -> Services:
    """The parts of this application."""
    found: Services = current_app.extensions["services"]
    return found


def house_language() -> str:
    """The language of pages when nothing else is asked for: the first that is configured."""
    return nearest(services().settings.languages[0])


def asked_language() -> str:
    """The language that the address asks for, or "" when it asks for none that we have."""
    asked = request.args.get(PARAMETER, "")
    return asked if asked in LANGUAGES else ""


def language() -> str:
    """The language of this page."""
    return asked_language() or house_language()


def accepted_language() -> str:
    """The language for somebody whose page could not be opened: asked for, else the browser's."""
    return asked_language() or next(_accepted(), house_language())


def _accepted() -> Iterator[str]:
    """What the browser accepts, best first, by the main part of the tag: ko-KR is ko."""
    tags = (tag.split("-")[0].lower() for tag in request.accept_languages.values())
    return (tag for tag in tags if tag in LANGUAGES)


def asked_manner() -> TableManner:
    """How tables are said: as the address asks, else row by row."""
    return _manner() or TableManner.ROWS


def _manner() -> TableManner | None:
    asked = request.args.get(TABLES, "")
    return next((manner for manner in TableManner if manner.value == asked), None)


def asked_grade() -> str:
    """The grade of sound: as the address asks, else light for who saves data, else full.

    Save-Data is a client hint of draft-ietf-httpbis-client-hints.
    """
    g.varies_by_save_data = True
    asked = request.args.get(AUDIO, "")
    saves = request.headers.get("Save-Data", "").strip().lower() == "on"
    return asked if asked in GRADES else (LIGHT if saves else FULL).name


def asked_voices() -> tuple[str, ...]:
    """The ids of the voices that the address asks for, offered or not."""
    return tuple(filter(None, request.args.getlist(VOICE)))


def carried() -> dict[str, Any]:
    """What links must carry so that the next page is in the same language and sounds the same."""
    manner, grade = _manner(), request.args.get(AUDIO, "")
    given = {
        PARAMETER: asked_language(),
        TABLES: manner.value if manner else "",
        AUDIO: grade if grade in GRADES else "",
        VOICE: asked_voices(),
    }
    return {name: value for name, value in given.items() if value}


def other_parameters(name: str) -> tuple[tuple[str, str], ...]:
    """Everything that the address says apart from one parameter, for a form that changes it."""
    return tuple(pair for pair in request.args.items(multi=True) if pair[0] != name)


def without(name: str, place: str) -> str:
    """The address of this page without one parameter, at a place on it."""
    return f"{_this_page(other_parameters(name))}#{quote(place)}"


def changed(name: str, value: str) -> str:
    """The address of this page with one parameter changed, or added."""
    given: MultiDict[str, str] = MultiDict(request.args)
    given[name] = value
    return _this_page(tuple(given.items(multi=True)))


def _context() -> dict[str, Any]:
    return speaking(language())


def speaking(chosen: str) -> dict[str, Any]:
    """Texts and links of one language, for a template."""
    return {
        "ui_language": chosen,
        "t": partial(_text, chosen),
        "link": link,
        "other_languages": tuple(other for other in LANGUAGES if other != chosen),
        "switched": _switched,
        "regraded": _regraded,
        "reordered": partial(_here, ORDER),
        "appearance_choices": choices(has_pictures=services().settings.pictures),
        "contact": services().settings.contact,
        "framed": request.endpoint == FRAMED,
        "asked_grade": asked_grade,
    }


def link(endpoint: str, **values: Any) -> str:
    """The address of one of our pages, in the language of this one, tables said as on this one."""
    return url_for(endpoint, **{**carried(), **values})


def _text(chosen: str, name: str, **values: object) -> str:
    section, code = name.split(".", maxsplit=1)
    return text(section, code, chosen, **values)


def _switched(chosen: str) -> str:
    """The same page in another language."""
    return _here(PARAMETER, chosen)


def _regraded(chosen: str) -> str:
    """The same page with the sound of another grade."""
    return _here(AUDIO, chosen) + "#listen"


def _here(name: str, value: str) -> str:
    """The same page with one parameter changed; forms are not repeated: only GET pages offer it."""
    if request.endpoint is None or request.method not in ("GET", "HEAD"):
        return f"{url_for('pages.home')}?{urlencode({name: value})}"
    return changed(name, value)


def _this_page(parameters: tuple[tuple[str, str], ...]) -> str:
    """The same page with other parameters; not by `url_for`, to which some names are orders."""
    query = urlencode(parameters, safe=_LEFT_AS_IT_IS)
    return quote(request.script_root + request.path) + (f"?{query}" if query else "")
