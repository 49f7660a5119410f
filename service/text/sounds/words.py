"""Words whose sound no rule can know: a table in the package."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

_FILE = "words.tsv"
_SHORT = 2
# What may follow a word inside the same written word: particles and the verbs made of nouns.
_BEHIND = frozenset(
    "이은는을를의에과와도만으로부까처보라라며및하한할함했해되된될됨돼시률율일임인였"
)


def spelled(word: str) -> str:
    """A written word with the words of the table spelled nearer to their sound, same length."""
    return "".join(_parts(word))


def _parts(word: str) -> Iterator[str]:
    at = 0
    while at < len(word):
        length = next((n for n in _lengths(word, at) if _stands(word, at, n)), 0)
        yield _words()[word[at : at + length]] if length else word[at]
        at += length or 1


def _lengths(word: str, at: int) -> Iterator[int]:
    longest = min(_longest(), len(word) - at)
    return (n for n in range(longest, _SHORT - 1, -1) if word[at : at + n] in _words())


def _stands(word: str, at: int, length: int) -> bool:
    """Whether it is that word: one of two syllables may be a chance meeting of two others."""
    if word[at : at + length] in _only_first():
        return at == 0
    behind = word[at + length : at + length + 1]
    return length > _SHORT or at % _SHORT == 0 or not behind or behind in _BEHIND


@cache
def _words() -> Mapping[str, str]:
    return {written.lstrip("^"): said for written, said in _rows()}


@cache
def _only_first() -> frozenset[str]:
    return frozenset(written[1:] for written, _ in _rows() if written.startswith("^"))


@cache
def _longest() -> int:
    return max(map(len, _words()))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    text = resources.files(__package__).joinpath(_FILE).read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple((written, said) for _, written, said in lines)
