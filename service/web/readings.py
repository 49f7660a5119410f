"""How far a document is read: as JSON for programs, and beside the first pages for people."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, url_for

from service.usecases.read_release import Reading, state_of
from service.web.interface import changed, link, services

SEEN = "seen"
"""The parameter that tells how many pages somebody has seen; it changes nothing."""

blueprint = Blueprint("readings", __name__)


@dataclass(frozen=True, slots=True)
class PartView:
    """First pages of a document that is still being read.

    `more` is the address that shows what is read by then, at the place where this ends; `state`
    tells programs how far it is.
    """

    pages_read: int
    pages: int
    more: str
    state: str


@blueprint.get("/readings/<digest:ticket>.json")
def state(ticket: str) -> Response:
    """How far the reading of a ticket is."""
    found = state_of(services(), ticket)
    response = jsonify(
        {
            "status": found.status,
            "pagesRead": found.pages_read,
            "pages": found.pages,
            "hasFirstPages": found.has_part or found.status == "read",
            "error": found.error or None,
            "preview": link("pages.document", key=ticket),
        }
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def state_address(ticket: str) -> str:
    """Where programs ask how far the reading of a ticket is."""
    return url_for("readings.state", ticket=ticket)


def part_of(reading: Reading, ticket: str) -> PartView | None:
    """What is to be said of a part, None when a document is whole."""
    body = reading.release.body
    if not body.pages_unread:
        return None
    last = max((block.locator.page for block in body.blocks), default=1)
    more = _more(body.pages_read, f"page-{last}")
    return PartView(body.pages_read, body.pages, more, state_address(ticket))


def _more(pages_read: int, place: str) -> str:
    """The same page anew: its address must differ, or a browser would only move to the place."""
    return f"{changed(SEEN, str(pages_read))}#{place}"
