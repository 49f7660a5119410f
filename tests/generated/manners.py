"""The manners in which documents are printed, each with a name."""

import random

from tests.generated.printing import Manner, Press, Printed
from tests.generated.truth import a_release, a_report

MANNERS = {
    "press": (a_release, Manner(drawn_spaces=0.95, dashed=True)),
    "press, words whole": (a_release, Manner(breaks_words=False, drawn_spaces=0.0)),
    "press, few spaces": (a_release, Manner(drawn_spaces=0.5, open_sides=True)),
    "press, none drawn": (a_release, Manner(drawn_spaces=0.0)),
    "report": (a_report, Manner(indents=True, header="지역 정책 보고", drawn_spaces=0.95)),
    "columns": (
        a_report,
        Manner(columns=2, size=10, indents=True, header="월간 정책", drawn_spaces=0.9),
    ),
}


def printed(kind: str, seed: int) -> Printed:
    """One generated document."""
    compose, manner = MANNERS[kind]
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - chooses sentences, keeps no secret
    return Press(manner, chance).print(compose(chance))
