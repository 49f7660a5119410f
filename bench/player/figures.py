"""All figures of one player, gathered by visits to its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from keys import Slider, slider_of
from loading import Calm, Cost, busy_ms, calm_of, cost_of, ready_ms, taken_ms
from looks import invisible, width_px
from naming import Control, controls, korean, unnamed, violations
from players import OURS, Player
from playwright.sync_api import Browser
from visits import SETTLED_MS, Options, Visit, visiting

BUSY_RUNS = 5
NARROW: Options = {"viewport": {"width": 320, "height": 640}}
FORCED: tuple[Options, ...] = (
    {"forced_colors": "active", "color_scheme": "light"},
    {"forced_colors": "active", "color_scheme": "dark"},
)


@dataclass(frozen=True, slots=True)
class Place:
    """A player and where its page is; `plain`: with no words but its own."""

    player: Player
    address: str
    plain: str


@dataclass(frozen=True, slots=True)
class Times:
    """Medians over visits: until a press on play is taken, and until ours says it is ready."""

    taken_ms: float
    ready_ms: float


@dataclass(frozen=True, slots=True)
class Named:
    """How many controls there are, how many have a name, and one in Korean."""

    all: int
    unnamed: int
    korean: int

    @property
    def share(self) -> float:
        """Korean names among all; a player without controls has none."""
        return self.korean / self.all if self.all else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """One column of the table; `slow` is at a quarter of the processor's speed."""

    axe: dict[str, int]
    named: Named
    plain: Named
    slider: Slider
    cost: Cost
    calm: Calm
    width_px: int
    invisible: tuple[str, ...]
    times: Times
    slow: Times
    busy_ms: float


@dataclass(frozen=True, slots=True)
class _Look:
    """What one undisturbed visit shows."""

    cost: Cost
    calm: Calm
    axe: dict[str, int]
    named: Named


def figures_of(browser: Browser, place: Place, times: Times, slow: Times) -> Figures:
    look = _look(browser, place)
    return Figures(
        axe=look.axe,
        named=look.named,
        plain=_plain(browser, place),
        slider=_slider(browser, place),
        cost=look.cost,
        calm=look.calm,
        width_px=_width_px(browser, place),
        invisible=_invisible(browser, place),
        times=times,
        slow=slow,
        busy_ms=median(_busy_ms(browser, place) for _ in range(BUSY_RUNS)),
    )


def times_of(browser: Browser, places: Sequence[Place], runs: int, slow: int) -> list[Times]:
    """Every player in turn, run after run, so that a busy machine is busy for all."""
    rounds = [[_timed(browser, place, slow) for place in places] for _ in range(runs)]
    return [
        Times(median(each.taken_ms for each in own), median(each.ready_ms for each in own))
        for own in zip(*rounds, strict=True)
    ]


def _timed(browser: Browser, place: Place, slow: int) -> Times:
    with visiting(browser, place.player, place.address, slow=slow) as visit:
        taken = taken_ms(visit)
        return Times(taken, ready_ms(visit) if place.player is OURS else 0)


def _look(browser: Browser, place: Place) -> _Look:
    with visiting(browser, place.player, place.address) as visit:
        cost, calm, closed = cost_of(visit), calm_of(visit), violations(visit)
        visit.open_all()
        opened = violations(visit)
        axe = {rule: max(closed.get(rule, 0), opened.get(rule, 0)) for rule in closed | opened}
        return _Look(cost, calm, axe, _named(controls(visit)))


def _named(found: list[Control]) -> Named:
    return Named(len(found), unnamed(found), korean(found))


def _plain(browser: Browser, place: Place) -> Named:
    with visiting(browser, place.player, place.plain) as visit:
        _open(visit)
        return _named(controls(visit))


def _slider(browser: Browser, place: Place) -> Slider:
    with visiting(browser, place.player, place.address) as visit:
        return slider_of(visit)


def _busy_ms(browser: Browser, place: Place) -> float:
    with visiting(browser, place.player, place.address) as visit:
        visit.page.wait_for_timeout(SETTLED_MS)
        return busy_ms(visit)


def _width_px(browser: Browser, place: Place) -> int:
    with visiting(browser, place.player, place.address, NARROW) as visit:
        _open(visit)
        return width_px(visit)


def _invisible(browser: Browser, place: Place) -> tuple[str, ...]:
    """The worse of light and dark."""
    return max((_lost(browser, place, scheme) for scheme in FORCED), key=len)


def _lost(browser: Browser, place: Place, scheme: Options) -> tuple[str, ...]:
    with visiting(browser, place.player, place.address, scheme) as visit:
        _open(visit)
        return invisible(visit, controls(visit))


def _open(visit: Visit) -> None:
    visit.page.wait_for_timeout(SETTLED_MS)
    visit.open_all()
