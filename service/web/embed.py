"""What stands inside other sites' pages: the script tag and the player in its frame."""

from flask import Blueprint, Response, render_template, request

from service.usecases.choose_voices import in_voices, voices_for
from service.usecases.read_release import open_address
from service.web.assets import send
from service.web.headers import framing_origins
from service.web.heard import heard_in
from service.web.interface import VOICE, asked_manner, asked_voices, other_parameters, services
from service.web.pages import asked_address
from service.web.preview import title_of

blueprint = Blueprint("embed", __name__)


@blueprint.get("/embed.js")
def script() -> Response:
    """The script of the one tag; its address never changes, so it is kept for minutes only."""
    response = send("embed/embed.js")
    response.headers["Access-Control-Allow-Origin"] = "*"  # for pages that load it as a module
    return response


@blueprint.get("/player")
def player() -> str:
    """The player alone, to be held in a frame by the sites that settings name."""
    address = asked_address()
    reading = open_address(services(), address, asked_manner())
    reading = in_voices(services(), reading, asked_voices())
    origins = (request.host_url.rstrip("/"), *framing_origins())
    return render_template(
        "pages/player.html",
        address=address,
        title=title_of(reading),
        language=reading.release.language,
        manifest=reading.manifest,
        heard=heard_in(reading.narration.utterances),
        origins=" ".join(origins),
        voices=voices_for(services(), reading),
        voices_asked=asked_voices(),
        kept_for_voices=other_parameters(VOICE),
    )
