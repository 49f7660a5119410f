"""One spelling for everything that looks alike, with the way back to the source.

| source | clean |
| --- | --- |
| ㄱ ㅏ as single letters (NFD), 金 of the compatibility block | 가 · 金 |
| １２３％ ＫＢ （주） · 𝐁𝐨𝐥𝐝 · CO₂ | 123% KB (주) · Bold · CO2 |
| ﬁ | fi |
| ㆍ ・ ‧ ∙ ⋅ between words | · |
| 〜 ∼ ˜ ∽ ⁓ | ~ |
| ‐ ‑ − ﹣ · „ ‟ ‛ ʼ · 。 、 | - · “ ‘ ’ · . , |
| bullets of word processors (private use), control characters | a space |
| soft hyphens, zero-width and direction marks, variation selectors | nothing |
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# Nothing is seen of these; they may stand within a word.
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
# Marks, vowels and finals that join the character before them in composed form.
_JOINED = "\u0300-\u036f\u1160-\u11ff\u3099\u309a"
_CLUSTER = re.compile(rf"[{_UNSEEN}]*[^{_UNSEEN}][{_JOINED}{_UNSEEN}]*|[{_UNSEEN}]+")
_HIDDEN = re.compile(rf"[{_UNSEEN}]+")
_BLANK = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn", "Cs"))
# Joined letters that mean nothing but their parts, and figures below the line.
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ₀₁₂₃₄₅₆₇₈₉")
# Full-width forms, half-width marks, full-width signs, small forms, letters of formulas.
_WIDE = (("！", "･"), ("￠", "￦"), ("﹐", "﹫"), ("\U0001d400", "\U0001d7ff"))
# Characters that are another one: Kelvin and Ångström, compatibility hanja.
_DOUBLES = (("\u2126", "\u212b"), ("\uf900", "\ufaff"))
_ALIKE = {
    "~": "\u02dc\u301c\u223c\u223d\u2053",
    "-": "\u2010\u2011\u2212",
    "–": "\u2012",
    "·": "\u318d\u30fb\u2027\u2219\u22c5",
    "“": "\u201f\u201e",
    "‘": "\u201b",
    "’": "\u02bc",
    "μ": "\u00b5",
    ".": "\u3002",
    ",": "\u3001",
}
_SAME = {ord(each): plain for plain, others in _ALIKE.items() for each in others}


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
    """Clean text with its offset map. Never raises.

    Empty only if the text is: what is unseen alone becomes a space.
    """
    letters: list[str] = []
    starts: list[int] = []
    for match in _CLUSTER.finditer(text):
        found = _one(match.group())
        letters.extend(found)
        # What cannot be joined to the first letter stands at the end, one place each.
        late = range(match.end() - len(found) + 1, match.end())
        starts.extend((match.start(), *(max(match.start(), place) for place in late)))
    return Clean("".join(letters), (*starts, len(text)))


def _one(cluster: str) -> str:
    if len(cluster) == 1:
        return _plain(cluster)
    seen = _HIDDEN.sub("", cluster) or " "
    return unicodedata.normalize("NFC", "".join(_plain(letter) for letter in seen))


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else " "
    if letter in _LIGATURES or _within(letter, _WIDE):
        letter = unicodedata.normalize("NFKC", letter)
    elif _within(letter, _DOUBLES):
        letter = unicodedata.normalize("NFC", letter)
    if unicodedata.category(letter[0]) in _BLANK:
        return " "
    return letter.translate(_SAME)


def _within(letter: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= letter <= last for first, last in ranges)
