"""The players that are compared, each set up as its own documentation says."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

PACKAGES = Path(__file__).parent / "node_modules"

PLYR = '<audio id="player" controls><source src="/sound.mp3" type="audio/mp3"></audio>'
MEDIA_CHROME = """<media-controller audio lang="ko">
<audio slot="media" src="/sound.mp3"></audio>
<media-control-bar>
<media-play-button></media-play-button>
<media-seek-backward-button seekoffset="10"></media-seek-backward-button>
<media-seek-forward-button seekoffset="10"></media-seek-forward-button>
<media-time-range></media-time-range>
<media-time-display showduration></media-time-display>
<media-playback-rate-button></media-playback-rate-button>
<media-mute-button></media-mute-button>
<media-volume-range></media-volume-range>
</media-control-bar>
</media-controller>"""


@dataclass(frozen=True, slots=True)
class Player:
    """How a player is found and used on its page; selectors reach into open shadow trees.

    `style` and `markup` are what a peer's page holds; ours comes from the service. `openers` show
    what is folded away. `files` is a pattern of the addresses that belong to the player alone.
    """

    name: str
    root: str
    play: str
    seek: str
    openers: tuple[str, ...] = ()
    script: str = ""
    style: str = ""
    markup: str = ""
    files: str = ""
    allows_inline_styles: bool = False


OURS = Player(
    name="ours",
    root="listen-player",
    play="[data-act=toggle]",
    seek="[data-part=seek]",
    openers=("listen-player summary",),
    files="/listen-player/|/manifests/",
)


def peers() -> tuple[Player, ...]:
    """Those that are compared with ours, with the versions that are installed."""
    chrome = Player(
        name=f"media-chrome {_version('media-chrome')}",
        root="media-controller",
        play="media-play-button",
        seek="media-time-range input",
        script="media-chrome",
        markup=MEDIA_CHROME,
    )
    plyr = Player(
        name=f"Plyr {_version('plyr')}",
        root=".plyr",
        play="[data-plyr=play]",
        seek="[data-plyr=seek]",
        openers=("[data-plyr=settings]",),
        script="plyr",
        style='<link rel="stylesheet" href="/plyr.css">',
        markup=PLYR,
    )
    free = replace(chrome, name=f"{chrome.name}, inline styles allowed", allows_inline_styles=True)
    return chrome, free, plyr


def _version(package: str) -> str:
    told = json.loads((PACKAGES / package / "package.json").read_text("utf-8"))
    return str(told["version"])
