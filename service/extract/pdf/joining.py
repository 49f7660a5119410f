"""Lines of one paragraph become one text: with a space, without, or without a hyphen (pure).

Wraps of Korean text fall between words or inside them. A space drawn at the end of a line is always
real; its absence says as much as the exporter draws spaces elsewhere. Figures, marks and Latin
words have their own rules; between two syllables `spacing` decides.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from service.extract.pdf.spacing import Vocabulary, leaning, probabilities

_WORD = re.compile(r"\w+")
_LAST = re.compile(r"[^\s]+$")
_FIRST = re.compile(r"^[^\s]+")
_DATE = re.compile(r"\d\.\s\d{1,2}[.,]$")
_DASHED = re.compile(r"[A-Za-z0-9][-–]$")
# Stands in comparisons of laws for words that stay as they are.
_UNCHANGED = re.compile(r"[-–―─]{2}$")
_OPENERS = "([{“‘「『<《〈"
_CLOSERS = ")]}”’」』>》〉.,!?:;%"
_TIED = "·~/–"
_SENTENCE_END = (".", "!", "?", "。", ",", ":", ";")
_COUNTED = re.compile(
    r"(?:년|월|일|시|분|초|억|만|천|조|개|명|건|곳|회|차|호|대|위|배|세|원|쪽|층|동|평|점|편|권|도|주|"
    r"인|여|가지|퍼센트|달러|유로)"
)
_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|와|과|로|으로|도|만|에서|에게|부터|까지|라고|이라고|라며|등|씩|대)(?![가-힣])"
)


class Joint(Enum):
    """How two lines hang together."""

    SPACED = "spaced"
    TIGHT = "tight"
    HYPHENED = "hyphened"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of a line; `is_spaced` when a space was drawn behind it, `is_ended` on purpose."""

    text: str
    is_spaced: bool = False
    is_ended: bool = False


def joined_all(paragraphs: Sequence[Sequence[Piece]], known: Vocabulary) -> list[str]:
    """Each paragraph as one text; what one tells of the exporter helps the others."""
    joints = [_joints(pieces, known) for pieces in paragraphs]
    leanings = [
        leaning(one.text, other.text, known)
        for pieces, own in zip(paragraphs, joints, strict=True)
        for one, other, joint in zip(pieces, pieces[1:], own, strict=False)
        if joint is Joint.OPEN
    ]
    wrapped = [piece for pieces in paragraphs for piece in pieces[:-1]]
    drawn = sum(piece.is_spaced for piece in wrapped)
    spaced = sum(joint is Joint.SPACED for own in joints for joint in own)
    answers = iter(probabilities(leanings, drawn, max(0, spaced - drawn)))
    return [_one_text(pieces, own, answers) for pieces, own in zip(paragraphs, joints, strict=True)]


def _joints(pieces: Sequence[Piece], known: Vocabulary) -> list[Joint]:
    return [
        Joint.SPACED
        if one.is_ended or (one.is_spaced and not _DASHED.search(one.text))
        else _joint(one.text, other.text, known)
        for one, other in pairwise(pieces)
    ]


def _one_text(pieces: Sequence[Piece], joints: Sequence[Joint], answers: Iterable[float]) -> str:
    answers = iter(answers)
    text = pieces[0].text
    for piece, joint in zip(pieces[1:], joints, strict=True):
        match joint:
            case Joint.SPACED:
                text += f" {piece.text}"
            case Joint.TIGHT:
                text += piece.text
            case Joint.HYPHENED:
                text = text[:-1] + piece.text
            case Joint.OPEN:
                text += f" {piece.text}" if next(answers) >= _HALF else piece.text
    return text.strip()


_HALF = 0.5


def _joint(before: str, after: str, known: Vocabulary) -> Joint:
    if not before or not after:
        return Joint.SPACED
    last, first = before[-1], after[0]
    if _UNCHANGED.search(before) and first == last:
        return Joint.TIGHT
    if last == "-" and before[-2:-1].isalpha() and first.islower():
        return Joint.HYPHENED if _halves(before[:-1], after) in known.words else Joint.TIGHT
    if last in _OPENERS or first in _CLOSERS or last in _TIED or first in _TIED:
        return Joint.TIGHT
    if _is_hangul(last) and _is_hangul(first):
        return Joint.OPEN
    return Joint.TIGHT if _is_tied(before, after) else Joint.SPACED


def _is_tied(before: str, after: str) -> bool:
    """Whether a figure, a mark or a Latin word goes on without a space."""
    last, first = before[-1], after[0]
    if last in ".," and first.isdigit():
        return _is_decimal(before)
    if before.endswith(_SENTENCE_END):
        return False
    if last.isdigit():
        return first.isdigit() or _COUNTED.match(after) is not None or first in "%℃"
    if _is_hangul(first) and (last.isalpha() or last in _CLOSERS or last in "℃㎡"):
        return _PARTICLES.match(after) is not None
    return first == "(" and _is_hangul(last)


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _is_decimal(before: str) -> bool:
    """Tell a number that goes on in the next line (12.) from a date that does not (7. 4.)."""
    last = _LAST.search(before)
    if _DATE.search(before):
        return False
    return last is not None and re.fullmatch(r"[^\d]*\d{1,3}[.,]", last.group()) is not None


def _halves(before: str, after: str) -> str:
    first, last = _LAST.search(before), _FIRST.search(after)
    halves = (
        _WORD.findall(first.group())[-1:] if first else [],
        _WORD.findall(last.group())[:1] if last else [],
    )
    return "".join(half for pair in halves for half in pair)
