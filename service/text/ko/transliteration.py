"""Latin words that nobody listed, written in Hangul by their letters (a rough guess by sound).

| written | spoken |
| --- | --- |
| Moderna | 모데르나 |
| Sanofi | 사노피 |
"""

_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

# Letters to sounds, the longer first.
_CONSONANTS = (
    ("tch", "ㅊ"), ("sch", "ㅅ"), ("sh", "ㅅ"), ("ch", "ㅊ"), ("th", "ㅅ"), ("ph", "ㅍ"),
    ("ck", "ㅋ"), ("qu", "ㅋ"), ("wh", "w"), ("kn", "ㄴ"), ("wr", "ㄹ"), ("b", "ㅂ"), ("c", "ㅋ"),
    ("d", "ㄷ"), ("f", "ㅍ"), ("g", "ㄱ"), ("h", "ㅎ"), ("j", "ㅈ"), ("k", "ㅋ"), ("l", "ㄹ"),
    ("m", "ㅁ"), ("n", "ㄴ"), ("p", "ㅍ"), ("q", "ㅋ"), ("r", "ㄹ"), ("s", "ㅅ"), ("t", "ㅌ"),
    ("v", "ㅂ"), ("w", "w"), ("x", "ㅋ"), ("z", "ㅈ"),
)  # fmt: skip
_SOUNDS = (
    ("oo", "ㅜ"), ("ee", "ㅣ"), ("ea", "ㅣ"), ("ou", "ㅏㅜ"), ("ow", "ㅗ"), ("ai", "ㅔㅣ"),
    ("ay", "ㅔㅣ"), ("ei", "ㅔㅣ"), ("oa", "ㅗ"), ("au", "ㅗ"), ("ie", "ㅣ"), ("a", "ㅏ"),
    ("e", "ㅔ"), ("i", "ㅣ"), ("o", "ㅗ"), ("u", "ㅜ"), ("y", "ㅣ"),
)  # fmt: skip
_FINAL = {"ㄴ": "ㄴ", "ㅁ": "ㅁ", "ㄹ": "ㄹ", "ㅋ": "ㄱ", "ㅍ": "ㅂ", "ng": "ㅇ"}
_GLIDES = {"ㅏ": "ㅘ", "ㅔ": "ㅞ", "ㅣ": "ㅟ", "ㅗ": "ㅝ", "ㅜ": "ㅜ"}


def by_sound(text: str) -> str:
    """A word in Hangul; letters that are no Latin letters are dropped."""
    units = _units("".join(letter for letter in text.lower() if "a" <= letter <= "z"))
    return _syllables(units)


def _units(text: str) -> list[str]:
    """Consonants and vowels in order; a silent e at the end of a longer word is dropped."""
    if len(text) > 3 and text.endswith("e") and text[-2] not in "aeiou":  # noqa: PLR2004 - a short word keeps it
        text = text[:-1]
    units: list[str] = []
    while text:
        letters, sounds = _next(text)
        units += list(sounds)
        # A doubled consonant sounds once.
        text = text[len(letters) :].removeprefix(letters if letters not in "aeiouy" else "\0")
    return units


def _next(text: str) -> tuple[str, str]:
    for letters, sounds in (*_CONSONANTS, *_SOUNDS):
        if text.startswith(letters):
            soft = letters == "c" and text[1:2] in ("e", "i", "y")
            return letters, "ㅅ" if soft else sounds
    return text[0], ""


def _syllables(units: list[str]) -> str:
    said = ""
    at = 0
    while at < len(units):
        onset = units[at] if units[at] not in _VOWELS else ""
        at += bool(onset)
        vowel = units[at] if at < len(units) and units[at] in _VOWELS else ""
        at += bool(vowel)
        coda = _coda(units, at) if vowel else ""
        at += bool(coda)
        said += _compose(onset, vowel, coda)
    return said


def _coda(units: list[str], at: int) -> str:
    """A consonant closes a syllable when no vowel follows it."""
    if at >= len(units) or units[at] in _VOWELS or units[at] == "w":
        return ""
    last = at + 1 >= len(units) or units[at + 1] not in _VOWELS
    return _FINAL.get(units[at], "") if last else ""


def _compose(onset: str, vowel: str, coda: str) -> str:
    if onset == "w":
        onset, vowel = "", _GLIDES.get(vowel, "ㅜ")
    first = _ONSETS.index(onset or "ㅇ")
    middle = _VOWELS.index(vowel or "ㅡ")
    return chr(0xAC00 + (first * 21 + middle) * 28 + (_CODAS.index(coda) if coda else 0))
