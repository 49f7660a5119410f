"""Letters as they are meant: private signs replaced, spaces of one kind, nothing unseen (pure)."""

import re
import unicodedata

# Letters that no one can see or say: controls, halves of pairs, soft hyphens, joiners.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\xad\u200b-\u200d\u2060\ufeff\ufffe\uffff]"
)

# Signs of the fonts Symbol and Wingdings (U+F0xx, as office suites write them) and of Hangul word
# processors (plane 15). What is no bullet and has no letter of its own is left out.
_PRIVATE = {
    0xF020: " ",
    0xF06C: "●",
    0xF06D: "❍",
    0xF06E: "■",
    0xF06F: "□",
    0xF070: "□",
    0xF071: "□",
    0xF072: "□",
    0xF073: "◆",
    0xF074: "◆",
    0xF075: "◆",
    0xF076: "◆",
    0xF077: "◆",
    0xF09E: "·",
    0xF09F: "•",
    0xF0A0: "▪",
    0xF0A1: "○",
    0xF0A2: "○",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B7: "•",
    0xF0D8: "▶",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0F0: "→",
    0xF0FC: "✓",
    0xF0FE: "✓",
}
_PRIVATE |= {0xF02B1 + number: chr(0x2460 + number) for number in range(10)}
_PRIVATE |= {0xF02CE: "○", 0xF02CF: "○", 0xF02D0: "●", 0xF0854: "《", 0xF0855: "》"}
_PRIVATE_LETTER = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
ANY_BULLET = "•"


def plain(text: str) -> str:
    """A text in composed letters, its private signs replaced, single spaces, none at its ends."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if _PRIVATE_LETTER.search(text):
        text = "".join(_meant(text, at) for at in range(len(text)))
    return unicodedata.normalize("NFC", " ".join(_UNSEEN.sub("", text).split()))


def _meant(text: str, at: int) -> str:
    letter = text[at]
    if not _PRIVATE_LETTER.match(letter):
        return letter
    known = _PRIVATE.get(ord(letter))
    if known is not None:
        return known
    return ANY_BULLET if not text[:at].strip() and text[at + 1 :].strip() else ""
