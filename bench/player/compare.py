"""Our player beside others, in one Chromium, on one text, with one sound, under our policy.

Usage: compare.py [RUNS]. Prints the table as Markdown, what stands behind some of its figures, and
how soon ours is ready. Times are medians over RUNS visits of every player in turn; each visit is
the first one to the page.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from article import Article, published
from figures import Figures, Place, Times, figures_of, times_of
from players import OURS, Player, peers
from playwright.sync_api import Browser, sync_playwright
from stand import place_of, standing
from table import lines, not_best

from tests.browser.chromium import CHROMIUM, FLAGS

FULL_SPEED, QUARTER_SPEED = 1, 4
READY_MS, SLOW_READY_MS = 150, 350


def main(runs: int) -> None:
    others = peers()
    with (
        tempfile.TemporaryDirectory() as folder,
        published(Path(folder) / "cache") as article,
        standing(article, others, Path(folder) / "scripts") as origin,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        tell(browser, places_of(article, others, origin), runs)
        browser.close()


def places_of(article: Article, others: tuple[Player, ...], origin: str) -> list[Place]:
    """Ours first."""
    pages = [(peer, f"{origin}/{place_of(peer)}") for peer in others]
    return [
        Place(OURS, article.address, article.address),
        *(Place(peer, address, f"{address}-plain") for peer, address in pages),
    ]


def tell(browser: Browser, places: list[Place], runs: int) -> None:
    print(f"Chromium {browser.version}; times are medians of {runs} first visits\n")
    fast, slow = (times_of(browser, places, runs, by) for by in (FULL_SPEED, QUARTER_SPEED))
    found = [figures_of(browser, *each) for each in zip(places, fast, slow, strict=True)]
    names = [place.player.name for place in places]
    print("\n".join(lines(names, found)))
    for name, figures in zip(names, found, strict=True):
        tell_details(name, figures)
    tell_ready(fast[0], slow[0])
    print(f"\nNot the best in: {', '.join(not_best(found)) or 'nothing'}")


def tell_details(name: str, figures: Figures) -> None:
    details = {
        "keys": figures.slider.keys,
        "value": (figures.slider.said,),
        "invisible": figures.invisible,
        "errors": figures.calm.complaints,
    }
    print(f"\n{name}")
    for what, values in details.items():
        print(f"  {what}: {', '.join(values) or 'none'}")


def tell_ready(fast: Times, slow: Times) -> None:
    print(f"\nOurs is ready after {fast.ready_ms:.0f} ms (goal {READY_MS})")
    print(f"and at a quarter of the speed after {slow.ready_ms:.0f} ms (goal {SLOW_READY_MS})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
