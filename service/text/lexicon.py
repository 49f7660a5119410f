"""Words whose spoken form no rule can know: a table in the package, and its digest.

Each row of `lexicon.tsv` is language, grapheme, alias (the names of W3C PLS). The longest grapheme
wins. Its left edge is no letter, its right edge is no letter or a Korean particle. Graphemes in
small letters stand for every writing of the word, others only for themselves; a grapheme that is
one Latin word is also found by the rules for letters, for words joined by hyphens and the like.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib import resources

from service.text.rules import Match, Rule, rule

_FILE = "lexicon.tsv"
_PARTICLES = (
    "이라고|이라는|라고|라는|에서|에게|으로|부터|까지|처럼|보다|마다|이나|이란|이며|하고|"
    "은|는|이|가|을|를|과|와|의|에|로|도|만|나|란"
)


@cache
def words(language: str) -> Mapping[str, str]:
    """Graphemes and aliases of one language."""
    rows = csv.reader(_data().decode("utf-8").splitlines(), delimiter="\t")
    found = (row for row in rows if row and not row[0].startswith("#"))
    return {row[1]: row[2] for row in found if row[0] == language}


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """One rule for the graphemes that are more than a Latin word, or none."""
    known = words(language)
    phrases = sorted((each for each in known if not _is_word(each)), key=len, reverse=True)
    if not phrases:
        return ()
    pattern = "|".join(re.escape(each) for each in phrases)
    edge = rf"(?![A-Za-z가-힣])|(?=(?:{_PARTICLES})(?![가-힣]))"

    def alias(match: Match) -> str:
        return known[match.group()]

    return (rule("lexicon", rf"(?<![A-Za-z가-힣])(?:{pattern})(?:{edge})", alias),)


@cache
def digest() -> str:
    """Changes with every change of the lexicon."""
    return sha256(_data()).hexdigest()[:12]


def _is_word(grapheme: str) -> bool:
    return grapheme.isascii() and grapheme.isalpha()


def _data() -> bytes:
    return resources.files(__package__).joinpath(_FILE).read_bytes()
