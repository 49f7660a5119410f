"""Words around and within a quantity: a ten-dollar fee, the sixties."""

import re

from service.text.rules import Match, after, before

_ARTICLE = re.compile(r"(?:^|\W)[Aa]n?\s$")
_NOUN = re.compile(
    r"[ -](?!(?:to|or|and|of|in|on|at|by|for|from|per|is|was|with|as|more|less)\b)[a-z]"
)
_ENDS_ODDLY = {"feet": "foot", "inches": "inch"}


def describes(match: Match) -> bool:
    """Whether a quantity stands between "a" and the noun it describes: a $10 fee."""
    return bool(_ARTICLE.search(before(match)) and _NOUN.match(after(match)))


def singular(name: str) -> str:
    """The name of one: kilometers per hour → kilometer per hour, square feet → square foot."""
    head, per, below = name.partition(" per ")
    if head.startswith("degrees"):
        head = head.replace("degrees", "degree", 1)
    start, space, last = head.rpartition(" ")
    return f"{start}{space}{_ENDS_ODDLY.get(last) or last.removesuffix('s')}{per}{below}"


def plural(number: str) -> str:
    """Several of a number: sixty → sixties, ten → tens."""
    return f"{number[:-1]}ies" if number.endswith("y") else f"{number}s"
