"""Words around and within a quantity: a ten-dollar fee, the sixties."""

import re

from service.text.rules import Match, after, before

_ARTICLE = re.compile(r"(?:^|\W)[Aa]n?\s$")
_POINTING = re.compile(r"(?:^|\W)(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]heir|[Oo]ur|[Ee]very|[Ee]ach)\s$")
_SMALL_WORD = (
    r"(?:to|or|and|of|in|on|at|by|for|from|per|is|was|with|as|more|less|it|they|we|that|which|who|"
    r"are|were|has|have|had|will|would|can|could|may|must|over|under|above|below|after|before|"
    r"into|within|than|then|through|between|out|off|up|down|away|apart|ago|each|only|not|but|"
    r"he|she|you|so|if|when|while|[a-z]{2,12}ed)\b"
)
_NOUN = re.compile(rf"[ -](?!{_SMALL_WORD})[a-z]")
# Also without an article these are described: in 5 s intervals, two 500 mL bottles.
_DESCRIBED = re.compile(
    r"\s(?:intervals?|sessions?|bottles?|races?|walks?|runs?|delays?|breaks?|bags?|boxes?|tablets?|"
    r"capsules?|tubes?|tanks?|containers?|cables?|videos?|shifts?|slots?|courses?|syringes?|vials?|"
    r"packs?|cycles?|increments?|radius|blocks?|trips?|drives?|screens?|batteries|grants?|loans?)\b"
)
# What stands behind a quantity and is no noun that it describes: 5km north, 30mm tomorrow.
_NO_KIND = (
    r"(?:long|wide|high|deep|tall|thick|short|broad|apart|ahead|behind|further|farther|inland|"
    r"offshore|north\w*|south\w*|east\w*|west\w*|today|tomorrow|yesterday|tonight|now|this|these|"
    r"those|all|also|daily|hourly|weekly|monthly|yearly|annually|early|earlier|later|late|because|"
    r"along|across|around|around|near|during|since|until|toward|towards|past|outside|inside|"
    r"a|an|the|its|their|his|her|some|any|every|last|next|there|here|i|did|does|do|"
    r"\w+ly|\w+ing)\b"
)
_KIND = re.compile(rf"\s(?!{_NO_KIND}|{_SMALL_WORD})[a-z]{{3,}}")
_ENDS_ODDLY = {"feet": "foot", "inches": "inch"}


def describes(match: Match) -> bool:
    """Whether a quantity describes the noun behind it: a $10 fee, in 5 s intervals."""
    behind = after(match)
    if _DESCRIBED.match(behind):
        return True
    first = before(match)
    return bool((_ARTICLE.search(first) or _POINTING.search(first)) and _NOUN.match(behind))


def goes_on(match: Match) -> bool:
    """Whether the noun that a glued quantity describes stands behind it: 155mm howitzer."""
    return bool(_KIND.match(after(match)))


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
