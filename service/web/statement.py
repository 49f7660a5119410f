"""The accessibility statement: each item of KWCAG 2.2, how it is met and what holds it."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from flask import Blueprint, render_template

from service.web.interface import language

blueprint = Blueprint("statement", __name__)

STATES = ("met", "partly", "absent")


@dataclass(frozen=True, slots=True)
class Item:
    """One of the 33 items.

    `names` and `how` are by language; `state` is "met", "partly" (`how` says what is missing) or
    "absent" where the service has nothing of the kind; `tests` are names as pytest takes them.
    """

    number: str
    names: Mapping[str, str]
    state: str
    how: Mapping[str, str]
    tests: tuple[str, ...]

    @property
    def principle(self) -> str:
        """The number of the chapter: 5 perceivable, 6 operable, 7 understandable, 8 robust."""
        return self.number.partition(".")[0]


@cache
def items() -> tuple[Item, ...]:
    """All items in the order of the standard."""
    file = resources.files("service.web").joinpath("kwcag.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["item"]
    return tuple(
        Item(
            row["number"],
            {each: row[each] for each in ("ko", "en")},
            row["state"],
            {each: row[f"how-{each}"] for each in ("ko", "en")},
            tuple(row["tests"]),
        )
        for row in rows
    )


@blueprint.get("/accessibility")
def accessibility() -> str:
    """The statement in the language of the page."""
    chapters = [(key, tuple(group)) for key, group in groupby(items(), lambda each: each.principle)]
    counts = Counter(each.state for each in items())
    return render_template(
        "pages/accessibility.html",
        chapters=chapters,
        counts={state: counts[state] for state in STATES},
        spoken=language(),
    )
