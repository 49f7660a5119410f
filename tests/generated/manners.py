"""The manners in which documents are printed, each with a name."""

import random

from tests.generated.printing import Manner, Press, Printed
from tests.generated.truth import a_book, a_release, a_report, an_office_release

MANNERS = {
    "press": (a_release, Manner(drawn_spaces=0.95, dashed=True)),
    "press, words whole": (a_release, Manner(breaks_words=False, drawn_spaces=0.0)),
    "press, few spaces": (a_release, Manner(drawn_spaces=0.5, open_sides=True)),
    "press, none drawn": (a_release, Manner(drawn_spaces=0.0)),
    "press, narrow letters": (a_release, Manner(drawn_spaces=0.0, narrow=0.06, size=14)),
    "office, narrow letters": (
        an_office_release,
        Manner(is_embedded=True, drawn_spaces=0.0, narrow=0.1, size=16),
    ),
    "report": (a_report, Manner(indents=True, header="지역 정책 보고", drawn_spaces=0.95)),
    "columns": (
        a_report,
        Manner(columns=2, size=10, indents=True, header="월간 정책", drawn_spaces=0.9),
    ),
    "office": (
        an_office_release,
        Manner(is_embedded=True, drawn_spaces=0.7, title_last=True, hides=True, dashed=True),
    ),
    "office, open tables": (
        an_office_release,
        Manner(is_embedded=True, drawn_spaces=0.3, title_last=True, open_sides=True, pitch=1.3),
    ),
    "book with a turned page": (
        a_book,
        Manner(indents=True, header="지역 정책 보고", drawn_spaces=0.8, turned=2),
    ),
    "office columns": (
        a_book,
        Manner(columns=2, size=10, is_embedded=True, indents=True, drawn_spaces=0.6, pitch=1.5),
    ),
}


def printed(kind: str, seed: int) -> Printed:
    """One generated document."""
    compose, manner = MANNERS[kind]
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - chooses sentences, keeps no secret
    return Press(manner, chance).print(compose(chance))
