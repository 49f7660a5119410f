"""What a page costs and how soon its player can be used."""

import gzip
import re
from dataclasses import dataclass

from players import OURS
from rcssmin import cssmin
from visits import SETTLED_MS, Visit

from service.web.assets import FOLDER

# The text and the sound are the same for all.
SHARED = {"Document", "Media"}
# The icon of the site, and the pictures that the browser brings for its own controls.
FREE = re.compile(r"data:|.*/icon\.svg$")


# What our page holds itself is counted like what is asked for: the player's manifest and style, and
# the script of the settings.
WITHIN = ("listen-player > script", "script:not([src], [type])")
STYLE = cssmin((FOLDER / "listen-player" / "listen-player.css").read_text("utf-8")).encode()


@dataclass(frozen=True, slots=True)
class Cost:
    """Requests and bytes over the wire, of the player alone and of all but text and sound."""

    requests: int
    size_bytes: int
    page_requests: int
    page_bytes: int


@dataclass(frozen=True, slots=True)
class Calm:
    """What went wrong while a page was opened and left alone."""

    refused: int
    shifted: float
    complaints: tuple[str, ...]


def cost_of(visit: Visit) -> Cost:
    """After everything has come."""
    visit.page.wait_for_timeout(SETTLED_MS)
    page = [
        each
        for each in visit.asked.values()
        if each.kind not in SHARED and not FREE.match(each.address)
    ]
    own = [each for each in page if re.search(visit.player.files, each.address)]
    manifest_bytes, script_bytes = (packed_bytes(visit, each) for each in WITHIN)
    style_bytes = len(gzip.compress(STYLE)) if visit.player is OURS else 0
    return Cost(
        len(own),
        sum(each.size_bytes for each in own) + manifest_bytes + style_bytes,
        len(page),
        sum(each.size_bytes for each in page) + manifest_bytes + script_bytes,
    )


def packed_bytes(visit: Visit, script: str) -> int:
    """What a script that stands in the page costs on the wire."""
    text = visit.evaluate(f"document.querySelector({script!r})?.textContent ?? ''")
    return len(gzip.compress(text.encode())) if text else 0


def calm_of(visit: Visit) -> Calm:
    """After everything has settled."""
    return Calm(visit.evaluate("refused"), visit.evaluate("shifted"), tuple(visit.complaints))


def busy_ms(visit: Visit) -> float:
    """Processor time of the page's main thread so far; what else the machine does is not in it."""
    told = visit.send("Performance.getMetrics")["metrics"]
    (seconds,) = (each["value"] for each in told if each["name"] == "TaskDuration")
    return float(seconds) * 1000


def taken_ms(visit: Visit) -> float:
    """From the start of the visit until a press on the play button is taken."""
    return float(visit.until("taken"))


def ready_ms(visit: Visit) -> float:
    """From the start of the visit until our player says that it is ready."""
    return float(visit.until("globalThis.readyAt ?? 0"))
