"""Sounds of English to Hangul syllables, by the Loanword Orthography (외래어 표기법 3장 1절).

A sound is one sign: a vowel letter of Hangul, with `:` behind it where it is long, or

| signs | sounds |
| --- | --- |
| p t k b d g f v s z m n l r h | as in IPA |
| S Z C J | ʃ ʒ tʃ dʒ |
| T D N | θ ð ŋ |
| w y | glides before a vowel |
"""

from dataclasses import dataclass

VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_LETTERS = dict(zip("ptkbdgfvszmnlrhSZCJTD", "ㅍㅌㅋㅂㄷㄱㅍㅂㅅㅈㅁㄴㄹㄹㅎㅅㅈㅊㅈㅅㄷ", strict=True))
_SONORANTS = {"m": "ㅁ", "n": "ㄴ", "N": "ㅇ", "l": "ㄹ"}
_STOPS = {"p": "ㅂ", "t": "ㅅ", "k": "ㄱ"}
_AFFRICATES = {"ts": "ㅊ", "dz": "ㅈ", "ds": "ㅈ", "tz": "ㅊ"}
_WITH_W = dict(zip("ㅏㅐㅓㅔㅗㅜㅣ", "ㅘㅙㅝㅞㅝㅜㅟ", strict=True))
_WITH_Y = dict(zip("ㅏㅐㅓㅔㅗㅜㅣ", "ㅑㅒㅕㅖㅛㅠㅣ", strict=True))
_PALATAL = frozenset("SZCJ")


@dataclass(slots=True)
class _Syllable:
    onset: str
    vowel: str
    coda: str = ""

    def written(self) -> str:
        first, middle = _ONSETS.index(self.onset or "ㅇ"), VOWELS.index(self.vowel)
        return chr(0xAC00 + (first * 21 + middle) * 28 + _CODAS.index(self.coda or " "))


def syllables(sounds: str) -> str:
    """Sounds in Hangul; signs that are none are dropped."""
    said: list[_Syllable] = []
    at = 0
    while at < len(sounds):
        at = _vowel(said, sounds, at) or _open(said, sounds, at) or _closed(said, sounds, at)
    return "".join(each.written() for each in said)


def _vowel(said: list[_Syllable], sounds: str, at: int) -> int:
    """A syllable without a consonant before it; the place behind it, or 0 when there is none."""
    onset, glide = ("", sounds[at]) if sounds[at] in "wy" else ("", "")
    start = at + len(glide)
    if sounds[start : start + 1] not in VOWELS or start >= len(sounds):
        return 0
    said.append(_Syllable(onset, _glided(glide, sounds[start])))
    return start + 1


def _open(said: list[_Syllable], sounds: str, at: int) -> int:
    """A consonant, perhaps a glide, and a vowel."""
    sound, rest = sounds[at], sounds[at + 1 : at + 3]
    glide = rest[:1] if rest[:1] == "y" or (rest[:1] == "w" and sound in "kgh") else ""
    vowel = rest[len(glide) :][:1]
    if sound not in _LETTERS or not vowel or vowel not in VOWELS:
        return 0
    if sound == "l":
        _doubled(said, sounds[:at])
    behind = at + 1 + len(glide) + 1
    if glide == "y" and vowel == "ㅓ":
        said += [_Syllable(_LETTERS[sound], "ㅣ"), _Syllable("", "ㅓ")]
        return behind
    if sound in _PALATAL:
        glide = "y" if sound == "S" else ""
    said.append(_Syllable(_LETTERS[sound], _glided(glide, vowel)))
    return behind


def _glided(glide: str, vowel: str) -> str:
    return {"w": _WITH_W, "y": _WITH_Y}.get(glide, {}).get(vowel, vowel)


def _doubled(said: list[_Syllable], before: str) -> None:
    """An l between vowels, or behind a consonant that is no nasal, is written ㄹㄹ."""
    if said and not said[-1].coda and before[-1:] not in "mnr":
        said[-1].coda = "ㄹ"


def _closed(said: list[_Syllable], sounds: str, at: int) -> int:
    """A consonant with no vowel behind it: a coda, or a syllable with ㅡ or ㅣ."""
    sound, pair = sounds[at], sounds[at : at + 2]
    behind = sounds[at + 2 : at + 3]
    if pair in _AFFRICATES and behind not in VOWELS + "wy":
        said.append(_Syllable(_AFFRICATES[pair], "ㅡ"))
        return at + 2
    if pair in _AFFRICATES and not behind:
        said.append(_Syllable(_AFFRICATES[pair], "ㅡ"))
        return at + 2
    if sound in _SONORANTS:
        _sonorant(said, sound, sounds[:at])
    elif sound in _STOPS and _is_checked(sounds, at):
        said[-1].coda = _STOPS[sound]
    elif sound in _LETTERS and sound != "h":
        said.append(_Syllable(_LETTERS[sound], _filling(sound, at + 1 == len(sounds))))
    return at + 1


def _sonorant(said: list[_Syllable], sound: str, before: str) -> None:
    if said and not said[-1].coda:
        said[-1].coda = _SONORANTS[sound]
    elif before.endswith("l"):
        said.append(_Syllable("ㄹ", "ㅡ", _SONORANTS[sound]))
    elif sound != "N":
        said.append(_Syllable(_LETTERS[sound], "ㅡ"))


def _is_checked(sounds: str, at: int) -> bool:
    """p, t, k behind a short vowel, at the end or before an obstruent, close the syllable."""
    vowels = sounds[max(0, at - 2) : at]
    is_short = vowels[-1:] in VOWELS and vowels != "" and not (len(vowels) > 1 and vowels[0] in VOWELS)
    return is_short and sounds[at + 1 : at + 2] not in ("l", "r", "m", "n", "y", "w")


def _filling(sound: str, is_last: bool) -> str:
    if sound == "S":
        return "ㅣ" if is_last else "ㅠ"
    return "ㅣ" if sound in _PALATAL else "ㅡ"
