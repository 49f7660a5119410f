"""How Hangul syllables are built, as far as the rules need it."""

_BASE = ord("가")
_CODAS = 28
_VOWELS = 21
_RIEUL, _NIEUN, _IEUNG = 5, 2, 11
_Y_VOWELS = frozenset({2, 3, 6, 7, 12, 17, 20})  # ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ


def coda(syllable: str) -> int:
    """The number of the final consonant (0: none, 4: ㄴ, 8: ㄹ); 0 for what is no Hangul."""
    return (ord(syllable) - _BASE) % _CODAS if "가" <= syllable <= "힣" else 0


def initial_form(syllable: str) -> str:
    """The syllable as it is at the beginning of a word: 녀 → 여, 로 → 노, 리 → 이."""
    onset, rest = divmod(ord(syllable[0]) - _BASE, _VOWELS * _CODAS)
    before_y = rest // _CODAS in _Y_VOWELS
    if onset == _RIEUL:
        onset = _IEUNG if before_y else _NIEUN
    elif onset == _NIEUN and before_y:
        onset = _IEUNG
    return chr(_BASE + onset * _VOWELS * _CODAS + rest) + syllable[1:]
