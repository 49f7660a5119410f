"""Which language a text is in, and which stretches of it are in another.

| text | language |
| --- | --- |
| 주제는 “Building a Healthier Future for All”이다. | Korean with an English title |
| WHO, OECD, UNICEF, EU · Pfizer, Moderna, Janssen, Novavax | no English words: as around it |
| The 2023년 통합돌봄 program supports older persons. | English with Korean words |
"""

import re
from collections.abc import Iterator

_HANGUL = re.compile(r"[가-힣ㄱ-ㆎ]")
_LATIN = re.compile(r"[A-Za-z]")
# A syllable says as much as two or three letters.
_LETTERS_PER_SYLLABLE = 2.5
# Endings and particles show that the sentence around foreign words is Korean.
_KOREAN_GRAMMAR = re.compile(
    r"[가-힣](?:다|요|까|음|함|됨|임)[.!?]?[\"'”’)」』]*\s*$"
    r"|[A-Za-z\d%)”’\"'](?:은|는|이|가|을|를|의|에|와|과|로|도|에서|으로|이다|이?라고|이?라는)"
    r"(?![가-힣])"
)
_LETTERS_PER_SYLLABLE_THEN = 12
FEWEST_ENGLISH_WORDS = 4

_ADDRESS = r"(?![A-Za-z\d.\-]{0,60}(?:@|\.(?:kr|com|org|net|int)\b))"
_LATIN_WORD = rf"{_ADDRESS}[A-Za-z][A-Za-z\d'’.&\-]{{0,40}}"
_WORD = re.compile(_LATIN_WORD)
_AN_ADDRESS = re.compile(r"@[A-Za-z]|://|^www\.|[A-Za-z]\.(?:kr|com|org|net|int)\b")
# Figures may stand within: The 1st World Bio Summit.
_ENGLISH_RUN = re.compile(
    rf"(?<![A-Za-z\d'’.&/@\-]){_LATIN_WORD}"
    rf"(?:[ ,:;]{{1,2}}(?:{_LATIN_WORD}|&|\d{{1,4}}(?:st|nd|rd|th)?(?!\w))){{3,}}"
)
_TAIL = re.compile(r"(?:[ ,:;]+(?:\d+(?:st|nd|rd|th)?|&|[A-Za-z\d'’.&\-]*[&\-]))+$|['’]$")
_LONGEST_PIECE_OF_A_LIST = 2
_LONGEST_ACRONYM = 5
_SHORT_WORDS = frozenset("OF TO IN ON AT BY FOR AND THE WITH FROM ALL NEW PRESS".split())
# With what has grown to it: 3월, K-바이오, AI는, 코로나19.
_KOREAN_RUN = re.compile(
    r"(?:(?<![\w.,])(?:\d[\d,.]{0,20}|[A-Z][A-Z&\d]{0,4}-?))?"
    r"[가-힣](?:[가-힣\d·/,.%~ ]*[가-힣])?(?:-?\d{1,3}(?![\w.,%]))?"
)


def main_language(text: str, default: str) -> str:
    """The language that a text as a whole is read in.

    A few Latin words without any Hangul stay in the language around them.
    """
    hangul, latin = len(_HANGUL.findall(text)), len(_LATIN.findall(text))
    if not hangul and not latin:
        return default
    if not hangul:
        return default if _english_words(text) < FEWEST_ENGLISH_WORDS else "en"
    return "ko" if hangul * _weight(text) >= latin else "en"


def _weight(text: str) -> float:
    korean = _KOREAN_GRAMMAR.search(text)
    return _LETTERS_PER_SYLLABLE_THEN if korean else _LETTERS_PER_SYLLABLE


def runs_of(text: str, main: str) -> Iterator[tuple[int, int, str]]:
    """Stretches (start, end, language) that cover a text without gap."""
    other = "ko" if main == "en" else "en"
    done = 0
    for start, end in _korean_runs(text) if main == "en" else _english_runs(text):
        if start > done:
            yield done, start, main
        yield start, end, other
        done = end
    if done < len(text) or not text:
        yield done, len(text), main


def _korean_runs(text: str) -> Iterator[tuple[int, int]]:
    for match in _KOREAN_RUN.finditer(text):
        yield match.span()


def _english_runs(text: str) -> Iterator[tuple[int, int]]:
    """Four or more English words in a row; lists of names and acronyms are none."""
    for match in _ENGLISH_RUN.finditer(text):
        said = _TAIL.sub("", match.group())
        if _english_words(said) >= FEWEST_ENGLISH_WORDS and not _is_list(said):
            yield match.start(), match.start() + len(said)


def _is_list(text: str) -> bool:
    """Whether all that stands between commas is a word or two."""
    pieces = re.split(r"[,;]", text)
    longest = max(len(piece.split()) for piece in pieces)
    return len(pieces) > 1 and longest <= _LONGEST_PIECE_OF_A_LIST


def _english_words(text: str) -> int:
    plain = " ".join(token for token in text.split() if not _AN_ADDRESS.search(token))
    return sum(_is_word(match.group().strip(".'’-&")) for match in _WORD.finditer(plain))


def _is_word(token: str) -> bool:
    """No initial and no acronym."""
    if len(token) < 2:  # noqa: PLR2004 - one letter is a word only here
        return token in ("a", "I")
    return (
        any(letter.islower() for letter in token)
        or len(token) > _LONGEST_ACRONYM
        or token in _SHORT_WORDS
    )
