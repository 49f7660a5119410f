"""A list of Korean words, and words that are set with spaces between their letters (pure)."""

import re
from functools import cache
from importlib import resources

_SPREAD = re.compile(r"(?<![가-힣])[가-힣](?: +[가-힣]){1,11}(?![가-힣])")
_SHORTEST = 3
_HALF = 2


@cache
def words() -> frozenset[str]:
    """Korean words of two to eight letters."""
    text = (resources.files("service.extract") / "words.txt").read_text("utf-8")
    return frozenset(text.split("\n"))


def closed_up(text: str) -> str:
    """The text with its letter-spaced words closed up (보 도 자 료), where a word results.

    Two letters are closed up only where nothing else stands beside them (목 차): within a sentence
    they may well be two words (한 번).
    """
    if " " not in text:
        return text
    return _SPREAD.sub(lambda match: _closed(match.group(), text), text)


def _closed(spread: str, text: str) -> str:
    whole = "".join(spread.split())
    is_alone = len(spread) == len(text.strip())
    if len(whole) < _SHORTEST and not is_alone:
        return spread
    return whole if _is_made_of_words(whole) else spread


def _is_made_of_words(whole: str) -> bool:
    """Whether letters are a word, or two words that follow each other (보건 + 복지부)."""
    known = words()
    cuts = range(_HALF, len(whole) - _HALF + 1)
    return whole in known or any(whole[:at] in known and whole[at:] in known for at in cuts)
