"""One spelling for everything that looks alike, with the way back to the source.

| source | clean |
| --- | --- |
| ㄱ ㅏ as single letters (NFD) | 가 |
| １２３％ ＫＢ （주） | 123% KB (주) |
| ﬁ | fi |
| bullets of word processors (private use), control and format characters | a space |
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# A character and the marks, vowels and finals that join it in composed form.
_CLUSTER = re.compile("[\\s\\S][\u0300-\u036f\u1160-\u11ff\u3099\u309a]*")
_BLANK = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn", "Cs"))
# Joined letters that mean nothing but their parts.
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_SAME = str.maketrans(
    {"\u02dc": "~", "\u301c": "~", "\u223c": "~", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
    | {"\u00b5": "\u03bc"}
)


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean text; `starts` has the offset in the source of each character, and of the end."""

    text: str
    starts: tuple[int, ...]

    def back(self, offset: int) -> int:
        """The offset in the source of an offset in the clean text."""
        return self.starts[offset]

    def forth(self, offset: int) -> int:
        """The offset in the clean text of the character that holds an offset of the source."""
        return max(0, bisect_right(self.starts, offset) - 1)


def clean(text: str) -> Clean:
    """Clean text with its offset map. Never raises."""
    letters: list[str] = []
    starts: list[int] = []
    for match in _CLUSTER.finditer(text):
        for letter in _one(match.group()):
            letters.append(letter)
            starts.append(match.start())
    return Clean("".join(letters), (*starts, len(text)))


def _one(cluster: str) -> str:
    if len(cluster) > 1:
        cluster = unicodedata.normalize("NFC", cluster)
    return "".join(_plain(letter) for letter in cluster)


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else " "
    if "！" <= letter <= "～" or letter in _LIGATURES:
        letter = unicodedata.normalize("NFKC", letter)
    if unicodedata.category(letter[0]) in _BLANK:
        return " "
    return letter.translate(_SAME)
