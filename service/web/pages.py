"""The pages for people: the front page and the preview of a document."""

from typing import cast

from flask import Blueprint, Response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from service.errors import RequestInvalid
from service.messages import table
from service.model.jobs import Priority
from service.model.narration import TableManner
from service.usecases.choose_voices import in_voices, voices_for
from service.usecases.compare_attachments import better_source_of, comparison_of
from service.usecases.draw_pages import offer_pictures
from service.usecases.read_release import (
    ask_for_address,
    check_ticket,
    hand_over_file,
    hand_over_text,
    open_first_pages,
)
from service.web import pairs
from service.web.facts import counterparts_of, is_web
from service.web.heard import EVERYTHING, heard_in
from service.web.interface import (
    PAGE,
    TABLES,
    VOICE,
    asked_manner,
    asked_voices,
    language,
    link,
    other_parameters,
    services,
    without,
)
from service.web.pictures import views_of
from service.web.preview import view_of
from service.web.readings import part_of
from service.web.sample import shown_releases

blueprint = Blueprint("pages", __name__)

_SEE_OTHER = 303
_MOST_PAGE_LINKS = 10
"""A document with more pages has a form to go to one in place of links to each."""
_DIGITS_OF_PAGES = 6


@blueprint.get("/")
def home() -> str:
    """The front page: where a document comes in."""
    settings = services().settings
    releases = shown_releases() if settings.sample else ()
    return render_template("pages/home.html", handover=settings.handover, releases=releases)


@blueprint.get("/listen")
def listen() -> ResponseReturnValue:
    """The preview of the document at an address, or of two that tell of one event in step."""
    address = asked_address()
    if pairs.is_asked():
        return pairs.page(address)
    return _preview(ask_for_address(services(), address, Priority.LISTENER), address)


@blueprint.get("/documents/<digest:key>")
def document(key: str) -> ResponseReturnValue:
    """The preview of a document that was handed over."""
    check_ticket(services(), key)
    return _preview(key, "")


@blueprint.post("/files")
def take_file() -> Response:
    """Take an uploaded file and lead to its preview."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise RequestInvalid("no file was sent")
    return _lead_to(hand_over_file(services(), sent.filename, sent.read()))


@blueprint.post("/texts")
def take_text() -> Response:
    """Take pasted text and lead to its preview."""
    form = request.form
    if not form.get("text", "").strip():
        raise RequestInvalid("no text was sent")
    return _lead_to(hand_over_text(services(), form.get("title", "").strip(), form["text"]))


def asked_address() -> str:
    """The address of the document that is asked for; RequestInvalid when there is none."""
    address = request.args.get("url", "").strip()
    if not address:
        raise RequestInvalid("no url was given")
    return address


def _preview(ticket: str, address: str) -> ResponseReturnValue:
    """The whole document, or its first pages while the others are read."""
    parts = services()
    reading = open_first_pages(parts, ticket, asked_manner())
    reading = in_voices(parts, reading, asked_voices())
    compared, better = comparison_of(parts, reading.release), better_source_of(parts, reading)
    pictures = views_of(offer_pictures(parts, reading.release.body))
    page = view_of(reading, compared, better, pictures)
    if PAGE in request.args:
        return redirect(without(PAGE, _place_of(page.pages, request.args[PAGE])), _SEE_OTHER)
    part = part_of(reading, ticket)
    return render_template(
        "pages/preview.html",
        page=page,
        heard=EVERYTHING if part else heard_in(reading.narration.utterances),
        original=address if is_web(address) else "",
        counterparts=counterparts_of(reading.release, address),
        reason_of=_reason,
        part=part,
        manner=asked_manner().value,
        manners=tuple(TableManner),
        kept=other_parameters(TABLES),
        voices=voices_for(parts, reading),
        voices_asked=asked_voices(),
        kept_for_voices=other_parameters(VOICE),
        kept_for_pages=other_parameters(PAGE),
        most_page_links=_MOST_PAGE_LINKS,
    )


def _place_of(pages: tuple[int, ...], asked: str) -> str:
    """The mark of a page: the last one that begins no later, for a page without a mark."""
    number = int(asked) if asked.isdecimal() and len(asked) <= _DIGITS_OF_PAGES else 0
    known = max((page for page in pages if page <= number), default=0)
    return f"page-{known}" if known else "text"


def _reason(code: str) -> str:
    """Why something is not read aloud; a reason without a text of its own is a general one."""
    known = table(language())["omission"]
    return known.get(code) or known["other"]


def _lead_to(ticket: str) -> Response:
    return cast("Response", redirect(link("pages.document", key=ticket), _SEE_OTHER))
