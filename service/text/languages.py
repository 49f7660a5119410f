"""Which language a text is in, and which stretches of it are in another."""

import re
from collections.abc import Iterator

_HANGUL = re.compile(r"[가-힣ㄱ-ㆎ]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’.\-]*")
# A syllable says as much as two or three letters.
_LETTERS_PER_SYLLABLE = 2.5
FEWEST_ENGLISH_WORDS = 4

# Four or more English words in a row inside Korean are left to the English voice.
_ENGLISH_RUN = re.compile(
    r"(?<![A-Za-z'’.&/\-])[A-Za-z][A-Za-z'’.&\-]{0,40}"
    r"(?:[ ,]{1,2}[A-Za-z&][A-Za-z'’.&\-]{0,40}){3,}"
)
_KOREAN_RUN = re.compile(r"[가-힣](?:[가-힣\d·/,.%~ ]*[가-힣])?")


def main_language(text: str, default: str) -> str:
    """The language that a text as a whole is read in.

    A few Latin words without any Hangul stay in the language around them.
    """
    hangul, latin = len(_HANGUL.findall(text)), len(_LATIN.findall(text))
    if not hangul and not latin:
        return default
    if not hangul:
        few = len(_WORD.findall(text)) < FEWEST_ENGLISH_WORDS
        return default if few else "en"
    return "ko" if hangul * _LETTERS_PER_SYLLABLE >= latin else "en"


def runs_of(text: str, main: str) -> Iterator[tuple[int, int, str]]:
    """Stretches (start, end, language) that cover a text without gap."""
    pattern, other = (_KOREAN_RUN, "ko") if main == "en" else (_ENGLISH_RUN, "en")
    done = 0
    for match in pattern.finditer(text):
        if match.start() > done:
            yield done, match.start(), main
        yield match.start(), match.end(), other
        done = match.end()
    if done < len(text) or not text:
        yield done, len(text), main
